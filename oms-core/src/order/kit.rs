//! Kits in orders: taken apart when the order is placed, so that every later step works on real units and real money.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Order, OrderDraft, OrderDraftLine, OrderLineKit};
use crate::catalog::{KitBook, KitComponent, KitPriceComponent, KitPriceRequest, Sku, explode_kit_price};
use crate::value::{LineId, LineQuantity, Money, MoneyError, Problems, Quantity, SkuId, SplitRule, Text};

/// A draft whose virtual kits have been taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftApart {
    /// The draft with a line for each component in the place of a kit's line.
    pub draft: OrderDraft,
    /// Which lines are parts of which kit.
    pub kits: BTreeMap<LineId, OrderLineKit>,
}

impl OrderDraft {
    /// Takes the virtual kits of a sound draft apart, configurable ones as the buyer chose. The component lines of line
    /// `1` are `1.1`, `1.2` and so on, in the order of the recipe; its price, discount and tax are shared out over them
    /// by list price, cost or units, so
    /// that what the buyer pays is unchanged to the cent.
    ///
    /// A component whose share does not divide by its units gets the next higher unit price and the difference as
    /// discount.
    ///
    /// # Errors
    /// Every kit that cannot be taken apart or was chosen wrongly, and ids of component lines that are taken or too
    /// long.
    pub fn take_kits_apart(
        &self,
        book: &KitBook,
        record: impl Fn(&SkuId) -> Option<Arc<Sku>>,
    ) -> Result<DraftApart, Problems> {
        let mut problems = Problems::new();
        let (mut lines, mut kits) = (Vec::with_capacity(self.lines.len()), BTreeMap::new());
        let taken: BTreeSet<&LineId> = self.lines.iter().map(|line| &line.id).collect();
        for (at, line) in self.lines.iter().enumerate() {
            let place = format!("/lines/{at}");
            let parts = match book.explode_chosen(&line.sku, line.quantity, &line.chosen, "/sku") {
                Ok(parts) => parts,
                Err(wrong) => {
                    problems.extend(wrong.under(&place));
                    continue;
                }
            };
            if !book.is_virtual(&line.sku) {
                lines.push(line.clone());
                continue;
            }
            match component_lines(line, &parts, &record) {
                Ok(parts) => {
                    for part in &parts {
                        if taken.contains(&part.id) {
                            let message = format!("`{}` is the id of a part of this kit", part.id);
                            problems.add("order.duplicate_line", format!("{place}/id"), message);
                        }
                        kits.insert(part.id.clone(), origin(line, part));
                    }
                    lines.extend(parts);
                }
                Err(PartError::Money(error)) => problems.add(error.code(), place, error.to_string()),
                Err(PartError::LongId) => {
                    let message = "leave room for the numbers of the kit's parts; use a shorter id";
                    problems.add("input.too_long", format!("{place}/id"), message);
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(DraftApart { draft: Self { lines, ..self.clone() }, kits })
    }
}

/// Why a component has no line.
enum PartError {
    Money(MoneyError),
    LongId,
}

impl From<MoneyError> for PartError {
    fn from(error: MoneyError) -> Self {
        Self::Money(error)
    }
}

fn origin(line: &OrderDraftLine, part: &OrderDraftLine) -> OrderLineKit {
    let per_kit = part.quantity.units().checked_div(line.quantity.units()).unwrap_or_default();
    OrderLineKit {
        line: line.id.clone(),
        sku: line.sku.clone(),
        kits: line.quantity,
        per_kit: Quantity::new(per_kit),
    }
}

fn component_lines(
    line: &OrderDraftLine,
    parts: &[KitComponent],
    record: impl Fn(&SkuId) -> Option<Arc<Sku>>,
) -> Result<Vec<OrderDraftLine>, PartError> {
    let zero = Money::zero(line.unit_price.currency());
    let records: Vec<Option<Arc<Sku>>> = parts.iter().map(|part| record(&part.sku)).collect();
    let priced = |(part, record): (&KitComponent, &Option<Arc<Sku>>)| KitPriceComponent {
        sku: part.sku.clone(),
        quantity: part.quantity,
        list: record.as_ref().and_then(|record| record.price),
        cost: record.as_ref().and_then(|record| record.cost),
    };
    let components: Vec<KitPriceComponent> = parts.iter().zip(&records).map(priced).collect();
    let price = line.unit_price.times(line.quantity)?;
    let rule = SplitRule::LargestRemainder;
    let shares = explode_kit_price(&KitPriceRequest { price, components, allow_zero: true, rule })?;
    // No part may end below zero, so the discount goes by what each part costs, and never beyond it.
    let gross: Vec<u64> = shares.parts.iter().map(|part| part.amount.minor().unsigned_abs()).collect();
    let discounts = line.discount.unwrap_or(zero).split_capped(&gross, &gross)?.parts;
    let weights: Vec<u64> = shares.parts.iter().map(|part| part.weight).collect();
    let taxes = line.tax.unwrap_or(zero).split(&weights)?;
    let mut lines = Vec::with_capacity(parts.len());
    let rows = shares.parts.iter().zip(discounts).zip(taxes).zip(&records).zip(1_usize..);
    for ((((part, discount), tax), record), number) in rows {
        let unit_price = unit_price(part.amount, part.quantity);
        let surplus = unit_price.times(part.quantity)?.checked_sub(part.amount)?;
        let discount = discount.checked_add(surplus)?;
        lines.push(OrderDraftLine {
            id: LineId::new(format!("{}.{number}", line.id)).map_err(|_| PartError::LongId)?,
            sku: part.sku.clone(),
            name: record.as_ref().map_or_else(Text::default, |record| record.name.clone()),
            quantity: part.quantity,
            unit_price,
            discount: (!discount.is_zero()).then_some(discount),
            tax: line.tax.is_some().then_some(tax),
            chosen: Vec::new(),
            fields: line.fields.clone(),
        });
    }
    Ok(lines)
}

/// The smallest unit price at which all units cost at least the amount.
fn unit_price(amount: Money, units: Quantity) -> Money {
    let units = units.signed().max(1);
    let minor = amount.minor().saturating_add(units.saturating_sub(1)).checked_div(units).unwrap_or_default();
    Money::from_minor(minor, amount.currency())
}

impl Order {
    /// Lines named by kit as lines named by component: so many kits of the line that the channel sent are so many
    /// times the units of each part. Other lines stay as they are.
    #[must_use]
    pub fn parts_of_kits(&self, named: &[LineQuantity]) -> Vec<LineQuantity> {
        let mut lines = Vec::with_capacity(named.len());
        for named in named {
            let before = lines.len();
            if self.line(&named.line).is_none() {
                for line in &self.lines {
                    if let Some(kit) = line.kit.as_ref().filter(|kit| kit.line == named.line) {
                        let units = kit.per_kit.units().saturating_mul(named.quantity.units());
                        lines.push(LineQuantity { line: line.id.clone(), quantity: Quantity::new(units) });
                    }
                }
            }
            if lines.len() == before {
                lines.push(named.clone());
            }
        }
        lines
    }
}

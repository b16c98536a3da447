//! Commands to cost books: late bills, standard costs, ends of periods.

use super::value_moves::Ledger;
use super::{Decided, Decision, Desk};
use crate::catalog::Sku;
use crate::cost::{CostCommand, CostLanding, LandedCostRequest, LandedLine, spread_landed_cost};
use crate::engine::{AddLandedCost, CloseCostPeriod, SetStandardCost};
use crate::error::Error;
use crate::store::{CostRecord, DocumentKey, Event};
use crate::value::{LineId, NodeId, Problems, Quantity, SkuId};

impl Desk<'_, '_> {
    /// Spreads a late bill over what the receipt brought.
    pub(super) fn add_landed_cost(&mut self, add: &AddLandedCost) -> Decided {
        let unknown = || Error::UnknownCostReceipt { receipt: add.receipt.clone() };
        let receipt = self.view.cost_receipt(DocumentKey::cost_receipt(self.tenant, &add.receipt))?;
        let receipt = receipt.ok_or_else(unknown)?;
        let lines = receipt.lines.iter();
        let books: Vec<DocumentKey> =
            lines.map(|line| DocumentKey::costs(self.tenant, &line.sku, &line.node)).collect();
        let skus = receipt.lines.iter().map(|line| DocumentKey::sku(self.tenant, &line.sku));
        self.view.need(skus.chain(books.iter().cloned()))?;
        let mut problems = Problems::new();
        if add.charges.is_empty() {
            problems.add("input.empty", "/charges", "name at least one charge");
        }
        if receipt.incomplete {
            let message =
                "the receipt brought more lines than are noted; give large deliveries several names";
            problems.add("cost.receipt_too_large", "/receipt", message);
        }
        if !problems.is_empty() {
            return Err(Error::Input(problems).into());
        }
        let mut lines = Vec::with_capacity(receipt.lines.len());
        for (at, line) in receipt.lines.iter().enumerate() {
            let sku = self.view.sku(self.tenant, &line.sku)?;
            // A number is always an id.
            let Ok(id) = LineId::new(at.to_string()) else { continue };
            lines.push(LandedLine {
                line: id,
                // A receipt of more units than a quantity holds is spread as if it had brought that many.
                quantity: line.units.try_into().unwrap_or(Quantity::new(u32::MAX)),
                value: line.cost,
                weight: sku.as_ref().map(|sku| sku.weight),
                dimensions: sku.and_then(|sku| sku.dimensions),
            });
        }
        let spread = spread_landed_cost(&LandedCostRequest { lines, charges: add.charges.clone() })?;
        let mut ledger = Ledger::default();
        for ((line, part), book) in receipt.lines.iter().zip(spread.lines).zip(books) {
            let key = self.cell_key(&line.sku, &line.node);
            ledger.books.extend(self.view.cost_book(book)?.map(|book| (key.clone(), book)));
            let landing =
                CostLanding { receipt: add.receipt.clone(), received: line.units, amount: part.landed };
            ledger.tell(&key, &CostCommand::Land(landing), self.at)?;
        }
        Ok(Decision { events: ledger.events, ..Decision::default() })
    }

    pub(super) fn set_standard_cost(&mut self, set: &SetStandardCost) -> Decided {
        self.tell_book(&set.sku, &set.node, &CostCommand::SetStandard(set.standard))
    }

    pub(super) fn close_cost_period(&mut self, close: &CloseCostPeriod) -> Decided {
        self.tell_book(&close.sku, &close.node, &CostCommand::ClosePeriod)
    }

    fn tell_book(&mut self, sku: &SkuId, node: &NodeId, command: &CostCommand) -> Decided {
        let book = self.view.cost_book(DocumentKey::costs(self.tenant, sku, node))?;
        let unknown = || Error::UnknownCostBook { sku: sku.clone(), node: node.clone() };
        let event = book.ok_or_else(unknown)?.decide(command, self.at)?;
        let record = CostRecord { sku: sku.clone(), node: node.clone(), event };
        Ok(Decision { events: vec![Event::Cost(record)], ..Decision::default() })
    }
}

/// A SKU that is costed stays so: its books go on. The method may change.
pub(super) fn check_costing(known: Option<&Sku>, new: &Sku, problems: &mut Problems) {
    if known.is_some_and(|known| known.costing.is_some()) && new.costing.is_none() {
        let message = "the SKU is costed and its books go on; keep a method, or name another";
        problems.add("cost.cannot_stop", "/costing", message);
    }
}

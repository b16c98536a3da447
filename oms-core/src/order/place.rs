//! Placing an order: what a channel sends, checked and brought into the normal form.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::state::is_everybody;
use super::{Order, OrderError, OrderFulfilment, OrderLine, OrderPlaced, PaymentTerms};
use crate::catalog::ChosenOption;
use crate::value::{
    Address, ChannelId, ChannelOrderId, Currency, CustomerId, Fields, Instant, LineId, Money, MoneyError,
    OrderId, Problems, Quantity, ShopId, SkuId, Text, fingerprint,
};

/// A line as ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderDraftLine {
    /// The line; unique within the order.
    pub id: LineId,
    /// What is bought.
    pub sku: SkuId,
    /// What the channel calls it.
    #[serde(default)]
    pub name: Text,
    /// Units, at least one.
    pub quantity: Quantity,
    /// The price of one unit.
    pub unit_price: Money,
    /// What is taken off the whole line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Money>,
    /// Tax on the whole line, on top of the price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Money>,
    /// What the buyer chose of a configurable kit, for each of them; kits chosen otherwise stand in a line of their
    /// own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<ChosenOption>,
    /// Custom fields.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
}

/// An order as a channel sends it, already in the normal form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderDraft {
    /// The channel.
    pub channel: ChannelId,
    /// The shop of the channel, where a channel has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<ShopId>,
    /// The channel's own id; with channel and shop it names the order for ever.
    pub channel_order_id: ChannelOrderId,
    /// When the buyer ordered.
    pub placed_at: Instant,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// The buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The class of buyers it is for: stock kept for a class may be taken by it and those above. 0 is everybody.
    #[serde(default, skip_serializing_if = "is_everybody")]
    pub class: u32,
    /// Where it goes.
    pub ship_to: Address,
    /// How it reaches its buyer; a carrier brings it to the door when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilment: Option<OrderFulfilment>,
    /// When the buyer pays.
    #[serde(default)]
    pub terms: PaymentTerms,
    /// Until when delivery was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise_by: Option<Instant>,
    /// What the buyer wrote.
    #[serde(default)]
    pub remark: Text,
    /// The lines. Channels do send orders without any: such an order has nothing to fulfil and counts as cancelled.
    pub lines: Vec<OrderDraftLine>,
    /// What the buyer pays for carriage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Money>,
    /// What is taken off the whole order; it is shared out over the lines by value, largest remainder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Money>,
    /// The total that the channel states, checked by review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_total: Option<Money>,
    /// Custom fields.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
}

impl OrderDraftLine {
    /// Some units of a SKU at a price, with no discount or tax.
    #[must_use]
    pub fn new(id: LineId, sku: SkuId, quantity: Quantity, unit_price: Money) -> Self {
        let (name, chosen, fields) = (Text::default(), Vec::new(), Fields::new());
        Self { id, sku, name, quantity, unit_price, discount: None, tax: None, chosen, fields }
    }
}

impl OrderDraft {
    /// A prepaid order without lines; set what else is known.
    #[must_use]
    pub fn new(
        channel: ChannelId,
        channel_order_id: ChannelOrderId,
        placed_at: Instant,
        currency: Currency,
        ship_to: Address,
    ) -> Self {
        Self {
            channel,
            shop: None,
            channel_order_id,
            placed_at,
            currency,
            customer: None,
            class: 0,
            ship_to,
            fulfilment: None,
            terms: PaymentTerms::Prepaid,
            promise_by: None,
            remark: Text::default(),
            lines: Vec::new(),
            shipping: None,
            discount: None,
            stated_total: None,
            fields: Fields::new(),
        }
    }

    /// Everything wrong with the draft, each with its place.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut seen = BTreeSet::new();
        for (at, line) in self.lines.iter().enumerate() {
            if !seen.insert(&line.id) {
                let message = format!("line `{}` stands here twice", line.id);
                problems.add("order.duplicate_line", format!("/lines/{at}/id"), message);
            }
            self.check_line(at, line, &mut problems);
        }
        for (field, money) in [("shipping", self.shipping), ("discount", self.discount)] {
            self.check_amount(money, &format!("/{field}"), &mut problems);
        }
        self.check_currency(self.stated_total, "/statedTotal", &mut problems);
        problems
    }

    fn check_line(&self, at: usize, line: &OrderDraftLine, problems: &mut Problems) {
        if line.quantity.is_zero() {
            problems.add("input.out_of_range", format!("/lines/{at}/quantity"), "order at least one unit");
        }
        self.check_amount(Some(line.unit_price), &format!("/lines/{at}/unitPrice"), problems);
        self.check_amount(line.discount, &format!("/lines/{at}/discount"), problems);
        self.check_amount(line.tax, &format!("/lines/{at}/tax"), problems);
        let gross = line.unit_price.times(line.quantity);
        if let (Ok(gross), Some(discount)) = (gross, line.discount)
            && discount > gross
        {
            let path = format!("/lines/{at}/discount");
            problems.add("order.discount_too_large", path, format!("the line is worth {gross} only"));
        }
    }

    fn check_amount(&self, money: Option<Money>, path: &str, problems: &mut Problems) {
        self.check_currency(money, path, problems);
        if money.is_some_and(Money::is_negative) {
            problems.add("input.out_of_range", path, "the amount must not be negative");
        }
    }

    fn check_currency(&self, money: Option<Money>, path: &str, problems: &mut Problems) {
        if let Some(money) = money.filter(|money| money.currency() != self.currency) {
            let message = format!("the order is in {}, this amount in {}", self.currency, money.currency());
            problems.add("money.currency_mismatch", path, message);
        }
    }
}

impl Order {
    /// Decides the placement of an order.
    ///
    /// Discounts on the whole order are shared out over the lines here, so that every later refund or report finds them
    /// per line. `O(n log n)` in the lines.
    ///
    /// # Errors
    /// [`OrderError::Invalid`] with every problem of the draft.
    pub fn place(id: OrderId, draft: &OrderDraft) -> Result<OrderPlaced, OrderError> {
        let mut problems = draft.problems();
        if !problems.is_empty() {
            return Err(OrderError::Invalid(problems));
        }
        let order = draft.normalise(id).and_then(|order| {
            order.total()?;
            Ok(order)
        });
        order.map(|order| OrderPlaced { order: Box::new(order) }).map_err(|error| {
            let (code, path) = match error {
                MoneyError::NoParts => ("order.discount_too_large", "/discount"),
                ref other => (other.code(), ""),
            };
            problems.add(code, path, error.to_string());
            OrderError::Invalid(problems)
        })
    }
}

impl OrderDraft {
    fn normalise(&self, id: OrderId) -> Result<Order, MoneyError> {
        let zero = Money::zero(self.currency);
        let discount = self.discount.unwrap_or(zero);
        let mut lines = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            lines.push(OrderLine {
                id: line.id.clone(),
                sku: line.sku.clone(),
                name: line.name.clone(),
                ordered: line.quantity,
                unit_price: line.unit_price,
                discount: line.discount.unwrap_or(zero),
                order_discount: zero,
                tax: line.tax.unwrap_or(zero),
                cancelled: Quantity::ZERO,
                delivered: Quantity::ZERO,
                deliveries: Vec::new(),
                allocations: Vec::new(),
                kit: None,
                fields: line.fields.clone(),
            });
        }
        let mut weights = Vec::with_capacity(lines.len());
        for line in &lines {
            weights.push(line.goods()?.minor().unsigned_abs());
        }
        // No line may end below zero, so each line's value is also its cap; a discount beyond all goods is refused.
        let shares = discount.split_capped(&weights, &weights)?;
        if !shares.rest.is_zero() {
            return Err(MoneyError::NoParts);
        }
        for (line, share) in lines.iter_mut().zip(shares.parts) {
            line.order_discount = share;
        }
        Ok(Order {
            id,
            channel: self.channel.clone(),
            shop: self.shop.clone(),
            channel_order_id: self.channel_order_id.clone(),
            placed_at: self.placed_at,
            currency: self.currency,
            customer: self.customer.clone(),
            class: self.class,
            ship_to: self.ship_to.clone(),
            terms: self.terms,
            promise_by: self.promise_by,
            remark: self.remark.clone(),
            lines,
            shipping: self.shipping.unwrap_or(zero),
            discount,
            stated_total: self.stated_total,
            payments: Vec::new(),
            holds: Vec::new(),
            approved_at: None,
            completed_at: None,
            reservation: None,
            by_lot: false,
            booked: false,
            fulfilment: self.fulfilment.clone(),
            pickup: None,
            rejections: Vec::new(),
            attempts: 0,
            fields: self.fields.clone(),
            content: fingerprint(self),
        })
    }
}

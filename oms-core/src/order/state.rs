//! The order as it stands: the fold of its events.

use serde::{Deserialize, Serialize};

use super::{
    Hold, HoldSource, HoldStage, LineAllocation, LineUnits, OrderCommandKind, OrderFulfilment, OrderLine,
    OrderPayment, OrderPickup, OrderRejection, PaymentKind, PaymentTerms,
};
use crate::value::{
    Address, ChannelId, ChannelOrderId, Currency, CustomerId, Fields, Fingerprint, Instant, LineId, Money,
    MoneyError, NodeId, OrderId, Quantity, ReservationId, ShopId, Text,
};

/// An order of any channel in the one normal form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Order"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Order {
    /// The order.
    pub id: OrderId,
    /// The channel it came from.
    pub channel: ChannelId,
    /// The shop of the channel, where a channel has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<ShopId>,
    /// The channel's own id.
    pub channel_order_id: ChannelOrderId,
    /// When the buyer ordered.
    pub placed_at: Instant,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// The buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The class of buyers it is for; higher classes come first.
    #[serde(default, skip_serializing_if = "is_everybody")]
    pub class: u32,
    /// Where it goes.
    pub ship_to: Address,
    /// When the buyer pays.
    pub terms: PaymentTerms,
    /// Until when delivery was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise_by: Option<Instant>,
    /// What the buyer wrote.
    #[serde(default)]
    pub remark: Text,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// What the buyer pays for carriage.
    pub shipping: Money,
    /// What is taken off the whole order, already shared out over the lines.
    pub discount: Money,
    /// The total that the channel states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_total: Option<Money>,
    /// The payments, in the order recorded.
    pub payments: Vec<OrderPayment>,
    /// The holds that are open.
    pub holds: Vec<Hold>,
    /// When it passed review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<Instant>,
    /// When it was completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Instant>,
    /// The reservation that holds stock for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation: Option<ReservationId>,
    /// Whether units kept by lot have been set aside for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_lot: bool,
    /// Whether it has booked work at a node whose days are limited.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub booked: bool,
    /// How it reaches its buyer; a carrier brings it to the door when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilment: Option<OrderFulfilment>,
    /// That it waits for its buyer, or has waited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup: Option<OrderPickup>,
    /// What warehouses rejected, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejections: Vec<OrderRejection>,
    /// How many of these there were since a person last looked at them.
    #[serde(default, skip_serializing_if = "is_everybody")]
    pub attempts: u32,
    /// Custom fields.
    #[serde(default)]
    pub fields: Fields,
    /// The hash of what the channel sent; the same again is no new order.
    pub content: Fingerprint,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
pub(super) const fn is_everybody(class: &u32) -> bool {
    *class == 0
}

impl Order {
    /// The line of an id.
    #[must_use]
    pub fn line(&self, id: &LineId) -> Option<&OrderLine> {
        self.lines.iter().find(|line| line.id == *id)
    }

    /// What the buyer pays for everything ordered: lines less discounts, tax, carriage.
    ///
    /// # Errors
    /// [`MoneyError`] on overflow; a placed order has been checked not to.
    pub fn total(&self) -> Result<Money, MoneyError> {
        let mut total = self.shipping;
        for line in &self.lines {
            total = total.checked_add(line.net()?)?;
        }
        Ok(total)
    }

    /// What the buyer has to pay: as [`Order::total`], cancelled units left out; no carriage once all are cancelled.
    ///
    /// # Errors
    /// [`MoneyError`] on overflow.
    pub fn due(&self) -> Result<Money, MoneyError> {
        if self.lines.iter().all(|line| line.active().is_zero()) {
            return Ok(Money::zero(self.currency));
        }
        let mut due = self.shipping;
        for line in &self.lines {
            due = due.checked_add(line.due()?)?;
        }
        Ok(due)
    }

    /// Captured less refunded.
    ///
    /// # Errors
    /// [`MoneyError`] on overflow.
    pub fn paid(&self) -> Result<Money, MoneyError> {
        let mut paid = Money::zero(self.currency);
        for payment in &self.payments {
            paid = match payment.kind {
                PaymentKind::Captured => paid.checked_add(payment.amount)?,
                PaymentKind::Refunded => paid.checked_sub(payment.amount)?,
            };
        }
        Ok(paid)
    }

    /// Whether nothing has to be paid before shipping: paid in full, or on other terms.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let (Ok(paid), Ok(due)) = (self.paid(), self.due()) else { return false };
        self.terms != PaymentTerms::Prepaid || paid >= due
    }

    /// Whether a rule holds it and a review could still release it: shipped and cancelled orders are past that.
    #[must_use]
    pub fn may_be_released_by_rules(&self) -> bool {
        self.holds.iter().any(|hold| hold.source == HoldSource::Rule)
            && self.status().allowed().any(|command| command == OrderCommandKind::Review)
    }

    /// The first open hold that keeps the line from the stage.
    #[must_use]
    pub fn blocked_by(&self, stage: HoldStage, line: &LineId) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.blocks(stage, line))
    }

    /// The units set aside at nodes and not shipped, by line and node.
    pub fn allocated_units(&self) -> impl Iterator<Item = LineUnits> {
        self.units(|part| part.allocated)
    }

    /// The units set aside at nodes that the warehouse has not been told to pick, by line and node.
    pub fn unreleased_units(&self) -> impl Iterator<Item = LineUnits> {
        self.units(|part| part.allocated.saturating_sub(part.released))
    }

    /// The units that warehouses have been told to pick and that have not left, by line and node.
    pub fn released_units(&self) -> impl Iterator<Item = LineUnits> {
        self.units(|part| part.released)
    }

    fn units(&self, of: impl Fn(&LineAllocation) -> Quantity + Copy) -> impl Iterator<Item = LineUnits> {
        self.lines.iter().flat_map(move |line| {
            let parts = line.allocations.iter().filter(move |part| !of(part).is_zero());
            parts.map(move |part| LineUnits {
                line: line.id.clone(),
                node: part.node.clone(),
                quantity: of(part),
            })
        })
    }

    /// The nodes that have shipped or will ship something.
    #[must_use]
    pub fn nodes(&self) -> std::collections::BTreeSet<&NodeId> {
        let parts = self.lines.iter().flat_map(|line| &line.allocations);
        parts
            .filter(|part| !(part.allocated.is_zero() && part.shipped.is_zero()))
            .map(|part| &part.node)
            .collect()
    }
}

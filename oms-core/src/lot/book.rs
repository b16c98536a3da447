//! The lots of one SKU at one node.

use serde::{Deserialize, Serialize};

use crate::value::{
    Instant, LotId, NodeId, OrderId, OwnerId, Quantity, SerialNumber, SkuId, StockCondition, Text,
};

/// Seconds of a day of 24 hours.
pub(super) const DAY: i64 = 86_400;

/// Units of one lot of one owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lot {
    /// The lot.
    pub lot: LotId,
    /// Whose units; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// The first instant at which the units are not good any more; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// When they were made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufactured_at: Option<Instant>,
    /// When the first of them arrived here.
    pub received_at: Instant,
    /// All physical units.
    #[serde(default)]
    pub on_hand: i64,
    /// Those of them that wait for inspection.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub quality_hold: i64,
    /// Those of them that are damaged.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub damaged: i64,
    /// Those of them that came back and wait for a decision.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub returned_pending: i64,
    /// Those of them that are set aside, by order id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allocated: Vec<LotAllocation>,
}

/// Units of a lot that are set aside for an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotAllocation {
    /// The order.
    pub order: OrderId,
    /// How many units.
    pub quantity: Quantity,
}

/// A lot of which nothing may leave, whoever owns it and whenever it arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotQuarantine {
    /// The lot.
    pub lot: LotId,
    /// Why.
    pub reason: Text,
}

/// The serial numbers captured for an order whose units have not left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerials {
    /// The order.
    pub order: OrderId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

/// Where a lot stands at an instant. What is first in this list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LotStatus {
    /// Nothing of it may leave.
    Quarantine,
    /// Its expiry has come.
    Expired,
    /// Fewer days remain than the SKU's rule calls near.
    NearExpiry,
    /// It may leave.
    Released,
}

/// The lots of one SKU at one node: its cell, split by lot and owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotBook"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotBook {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The lots that have units here, by lot and owner.
    pub lots: Vec<Lot>,
    /// The lots in quarantine, by lot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quarantines: Vec<LotQuarantine>,
    /// The serial numbers captured and not yet gone, by order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serials: Vec<LotSerials>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
const fn is_zero(units: &i64) -> bool {
    *units == 0
}

impl Lot {
    /// What a lot is found by.
    pub(super) fn key(&self) -> (&LotId, Option<&OwnerId>) {
        (&self.lot, self.owner.as_ref())
    }

    /// Units that are not good.
    #[must_use]
    pub const fn unsellable(&self) -> i64 {
        self.quality_hold.saturating_add(self.damaged).saturating_add(self.returned_pending)
    }

    /// Units set aside for orders.
    #[must_use]
    pub fn allocated_units(&self) -> i64 {
        self.allocated.iter().fold(0, |sum, part| sum.saturating_add(part.quantity.signed()))
    }

    /// Good units that no order has; negative where a count found fewer than orders have.
    #[must_use]
    pub fn free(&self) -> i64 {
        self.on_hand.saturating_sub(self.unsellable()).saturating_sub(self.allocated_units())
    }

    /// Units set aside for one order.
    #[must_use]
    pub fn allocated_to(&self, order: &OrderId) -> Quantity {
        let part = self.allocated.iter().find(|part| part.order == *order);
        part.map_or(Quantity::ZERO, |part| part.quantity)
    }

    /// Whether the expiry has come: the lot is good until it, and not at it. The one place that says so.
    #[must_use]
    pub fn is_expired(&self, at: Instant) -> bool {
        self.expires_at.is_some_and(|expires_at| expires_at <= at)
    }

    /// Whole days of 24 hours left until the expiry, negative after it; absent when the lot never expires.
    #[must_use]
    pub fn remaining_days(&self, at: Instant) -> Option<i64> {
        Some(self.expires_at?.signed_duration_since(at).num_seconds().div_euclid(DAY))
    }

    /// Whole days that the lot lasts: from the day it was made, else what the SKU's rule says.
    #[must_use]
    pub fn shelf_life_days(&self, rule: Option<u32>) -> Option<i64> {
        let made = self.expires_at.zip(self.manufactured_at);
        made.map(|(expires_at, made)| expires_at.signed_duration_since(made).num_seconds().div_euclid(DAY))
            .or(rule.map(i64::from))
    }

    /// The units in a condition; of good ones, those on hand that are in no other.
    pub(super) const fn in_condition(&self, condition: StockCondition) -> i64 {
        match condition {
            StockCondition::Sellable => self.on_hand.saturating_sub(self.unsellable()),
            StockCondition::QualityHold => self.quality_hold,
            StockCondition::Damaged => self.damaged,
            StockCondition::ReturnedPending => self.returned_pending,
        }
    }

    /// Whether it neither has units nor owes any.
    pub(super) fn is_empty(&self) -> bool {
        self.on_hand == 0 && self.unsellable() == 0 && self.allocated.is_empty()
    }
}

impl LotBook {
    /// A book without lots.
    #[must_use]
    pub const fn new(sku: SkuId, node: NodeId) -> Self {
        Self { sku, node, lots: Vec::new(), quarantines: Vec::new(), serials: Vec::new() }
    }

    /// Units of a lot of an owner. `O(log n)`.
    #[must_use]
    pub fn lot(&self, lot: &LotId, owner: Option<&OwnerId>) -> Option<&Lot> {
        let found = self.lots.binary_search_by(|known| known.key().cmp(&(lot, owner)));
        found.ok().and_then(|at| self.lots.get(at))
    }

    /// The quarantine that a lot is in.
    #[must_use]
    pub fn quarantine(&self, lot: &LotId) -> Option<&LotQuarantine> {
        let found = self.quarantines.binary_search_by(|known| known.lot.cmp(lot));
        found.ok().and_then(|at| self.quarantines.get(at))
    }

    /// Where a lot of this book stands at an instant; near its expiry with fewer than so many days left.
    #[must_use]
    pub fn status(&self, lot: &Lot, near_expiry_days: u32, at: Instant) -> LotStatus {
        if self.quarantine(&lot.lot).is_some() {
            LotStatus::Quarantine
        } else if lot.is_expired(at) {
            LotStatus::Expired
        } else if lot.remaining_days(at).is_some_and(|days| days < i64::from(near_expiry_days)) {
            LotStatus::NearExpiry
        } else {
            LotStatus::Released
        }
    }

    /// All physical units.
    #[must_use]
    pub fn on_hand(&self) -> i64 {
        self.sum(|lot| lot.on_hand)
    }

    /// Units set aside for orders.
    #[must_use]
    pub fn allocated(&self) -> i64 {
        self.sum(Lot::allocated_units)
    }

    /// Units in a condition, over all lots.
    #[must_use]
    pub fn in_condition(&self, condition: StockCondition) -> i64 {
        self.sum(|lot| lot.in_condition(condition))
    }

    fn sum(&self, units: impl Fn(&Lot) -> i64) -> i64 {
        self.lots.iter().fold(0, |sum, lot| sum.saturating_add(units(lot)))
    }

    /// The serial numbers captured for an order.
    #[must_use]
    pub fn serials_of(&self, order: &OrderId) -> &[SerialNumber] {
        self.serials.iter().find(|known| known.order == *order).map_or(&[], |known| &known.serials)
    }
}

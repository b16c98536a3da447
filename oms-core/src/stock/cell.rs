//! The quantities of one SKU at one node.

use serde::{Deserialize, Serialize};

/// What there is of one SKU at one node, in units.
///
/// `on_hand = free + held + allocated + blocked`; `free` is derived and may be negative where backorders are
/// allowed, or where a count found less than was promised.
///
/// | word | others call it |
/// | --- | --- |
/// | on hand | Shopify *on hand*, SAP *unrestricted + blocked* |
/// | held | Shopify *reserved*, cart or checkout hold, 预占 |
/// | allocated | Shopify *committed*, IBM *allocated*, 订单占有 |
/// | blocked | Shopify *damaged* + *quality control*, 次品/锁定 |
/// | free | Shopify *available*, 可用库存 |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockCell {
    /// All physical units.
    pub on_hand: i64,
    /// Units held by reservations.
    pub held: i64,
    /// Units set aside for orders.
    pub allocated: i64,
    /// Units that cannot be sold: damaged, in inspection.
    pub blocked: i64,
}

/// A change of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellDelta {
    /// Change of the physical units.
    pub on_hand: i64,
    /// Change of the held units.
    pub held: i64,
    /// Change of the allocated units.
    pub allocated: i64,
    /// Change of the blocked units.
    pub blocked: i64,
}

impl CellDelta {
    /// What the change does to the free units.
    #[must_use]
    pub const fn free(self) -> i64 {
        self.on_hand.saturating_sub(self.held).saturating_sub(self.allocated).saturating_sub(self.blocked)
    }

    /// Both changes together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            on_hand: self.on_hand.saturating_add(other.on_hand),
            held: self.held.saturating_add(other.held),
            allocated: self.allocated.saturating_add(other.allocated),
            blocked: self.blocked.saturating_add(other.blocked),
        }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }
}

impl StockCell {
    /// The most units that a bucket may hold: 10¹², so that sums over all cells cannot overflow.
    pub const LIMIT: i64 = 1_000_000_000_000;

    /// Units that nobody has a claim on.
    #[must_use]
    pub const fn free(self) -> i64 {
        self.on_hand.saturating_sub(self.held).saturating_sub(self.allocated).saturating_sub(self.blocked)
    }

    /// The cell after a change.
    #[must_use]
    pub const fn plus(self, delta: CellDelta) -> Self {
        Self {
            on_hand: self.on_hand.saturating_add(delta.on_hand),
            held: self.held.saturating_add(delta.held),
            allocated: self.allocated.saturating_add(delta.allocated),
            blocked: self.blocked.saturating_add(delta.blocked),
        }
    }

    /// Whether no bucket is negative or beyond [`StockCell::LIMIT`].
    #[must_use]
    pub fn is_sound(self) -> bool {
        [self.on_hand, self.held, self.allocated, self.blocked]
            .iter()
            .all(|units| (0..=Self::LIMIT).contains(units))
    }

    /// The cell after a change, if the change is allowed: no bucket leaves its range, and, where the change takes from
    /// the free units, at least `min_free` stay free. This is the guard that every store applies.
    ///
    /// ```
    /// use oms_core::stock::{CellDelta, StockCell};
    /// let cell = StockCell { on_hand: 5, ..StockCell::default() };
    /// let hold = |units| CellDelta { held: units, ..CellDelta::default() };
    /// assert_eq!(cell.guarded(hold(5), Some(0)).map(StockCell::free), Some(0));
    /// assert_eq!(cell.guarded(hold(6), Some(0)), None);
    /// ```
    #[must_use]
    pub fn guarded(self, delta: CellDelta, min_free: Option<i64>) -> Option<Self> {
        let after = self.plus(delta);
        let takes = delta.free() < 0;
        let enough = min_free.is_none_or(|min_free| !takes || after.free() >= min_free);
        (after.is_sound() && enough).then_some(after)
    }
}

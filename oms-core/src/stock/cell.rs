//! The quantities of one SKU at one node.

use serde::{Deserialize, Serialize};

pub use crate::value::StockCondition;

/// What there is of one SKU at one node, in units.
///
/// `on_hand = free + held + allocated + quality_hold + damaged + returned_pending`; `free` is derived and may be
/// negative where backorders are allowed, or where a count found less than was promised. `incoming` is expected and not
/// there yet; it is no part of `on_hand`.
///
/// What other systems call each of them stands in [the table of the module](crate::stock#what-others-call-it).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockCell {
    /// All physical units.
    pub on_hand: i64,
    /// Units held by reservations.
    pub held: i64,
    /// Units set aside for orders, picked and packed ones included, until they leave.
    pub allocated: i64,
    /// Units that wait for inspection.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub quality_hold: i64,
    /// Units that cannot be sold.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub damaged: i64,
    /// Units that came back and have not been looked at.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub returned_pending: i64,
    /// Units expected and not there yet.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub incoming: i64,
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
    /// Change of the units that wait for inspection.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub quality_hold: i64,
    /// Change of the damaged units.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub damaged: i64,
    /// Change of the units that came back.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub returned_pending: i64,
    /// Change of the expected units.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub incoming: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_zero(units: &i64) -> bool {
    *units == 0
}

impl CellDelta {
    /// So many units more in a condition, of which free ones are what is left over: no bucket for sellable units.
    pub(crate) const fn in_condition(condition: StockCondition, units: i64) -> Self {
        let none = Self::NONE;
        match condition {
            StockCondition::Sellable => none,
            StockCondition::QualityHold => Self { quality_hold: units, ..none },
            StockCondition::Damaged => Self { damaged: units, ..none },
            StockCondition::ReturnedPending => Self { returned_pending: units, ..none },
        }
    }

    /// No change.
    pub const NONE: Self = Self {
        on_hand: 0,
        held: 0,
        allocated: 0,
        quality_hold: 0,
        damaged: 0,
        returned_pending: 0,
        incoming: 0,
    };

    /// What the change does to the units that are there and cannot be sold.
    #[must_use]
    pub const fn unsellable(self) -> i64 {
        self.quality_hold.saturating_add(self.damaged).saturating_add(self.returned_pending)
    }

    /// What the change does to the free units.
    #[must_use]
    pub const fn free(self) -> i64 {
        self.on_hand
            .saturating_sub(self.held)
            .saturating_sub(self.allocated)
            .saturating_sub(self.unsellable())
    }

    /// Both changes together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            on_hand: self.on_hand.saturating_add(other.on_hand),
            held: self.held.saturating_add(other.held),
            allocated: self.allocated.saturating_add(other.allocated),
            quality_hold: self.quality_hold.saturating_add(other.quality_hold),
            damaged: self.damaged.saturating_add(other.damaged),
            returned_pending: self.returned_pending.saturating_add(other.returned_pending),
            incoming: self.incoming.saturating_add(other.incoming),
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

    /// Units that are there and cannot be sold: in quality hold, damaged, or returned and not looked at.
    #[must_use]
    pub const fn unsellable(self) -> i64 {
        self.quality_hold.saturating_add(self.damaged).saturating_add(self.returned_pending)
    }

    /// Units that nobody has a claim on.
    #[must_use]
    pub const fn free(self) -> i64 {
        self.on_hand
            .saturating_sub(self.held)
            .saturating_sub(self.allocated)
            .saturating_sub(self.unsellable())
    }

    /// The units in a condition that no reservation or order has: free ones where they are sellable.
    #[must_use]
    pub const fn in_condition(self, condition: StockCondition) -> i64 {
        match condition {
            StockCondition::Sellable => self.free(),
            StockCondition::QualityHold => self.quality_hold,
            StockCondition::Damaged => self.damaged,
            StockCondition::ReturnedPending => self.returned_pending,
        }
    }

    /// The cell after a change.
    #[must_use]
    pub const fn plus(self, delta: CellDelta) -> Self {
        Self {
            on_hand: self.on_hand.saturating_add(delta.on_hand),
            held: self.held.saturating_add(delta.held),
            allocated: self.allocated.saturating_add(delta.allocated),
            quality_hold: self.quality_hold.saturating_add(delta.quality_hold),
            damaged: self.damaged.saturating_add(delta.damaged),
            returned_pending: self.returned_pending.saturating_add(delta.returned_pending),
            incoming: self.incoming.saturating_add(delta.incoming),
        }
    }

    /// Whether no bucket is negative or beyond [`StockCell::LIMIT`].
    #[must_use]
    pub fn is_sound(self) -> bool {
        [
            self.on_hand,
            self.held,
            self.allocated,
            self.quality_hold,
            self.damaged,
            self.returned_pending,
            self.incoming,
        ]
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

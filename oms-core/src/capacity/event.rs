//! What happened to the work that an order has booked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CapacityAmounts, CapacityCell, CapacityLine, CapacityMeasure};
use crate::value::{NodeId, ProcessPathId, SkuId};

/// Something that happened to the work that an order has booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CapacityEvent {
    /// Work was booked.
    Held(CapacityHeld),
    /// The warehouse was told, so the work is certain.
    Confirmed(CapacityConfirmed),
    /// Work was given back.
    Freed(CapacityFreed),
}

/// Work was booked on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CapacityHeld"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityHeld {
    /// The node.
    pub node: NodeId,
    /// The day, by the node's calendar.
    pub day: NaiveDate,
    /// The path.
    pub path: ProcessPathId,
    /// The units by line.
    pub lines: Vec<CapacityLine>,
    /// What the order takes more of the day.
    pub amounts: CapacityAmounts,
    /// Whether the order's work of the day had been confirmed before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

/// What an order had booked on a day is certain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CapacityConfirmed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityConfirmed {
    /// The node.
    pub node: NodeId,
    /// The day.
    pub day: NaiveDate,
    /// The path.
    pub path: ProcessPathId,
    /// What the order takes of the day.
    pub amounts: CapacityAmounts,
}

/// Work was given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CapacityFreed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityFreed {
    /// The node.
    pub node: NodeId,
    /// The day.
    pub day: NaiveDate,
    /// The path.
    pub path: ProcessPathId,
    /// The units by line.
    pub lines: Vec<CapacityLine>,
    /// What the order takes less of the day.
    pub amounts: CapacityAmounts,
    /// Whether the order's work of the day had been confirmed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

/// What an event does to one cell of capacity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacityMovement {
    /// The name of the cell.
    pub name: SkuId,
    /// The node.
    pub node: NodeId,
    /// Change of what is held.
    pub held: i64,
    /// Change of what is confirmed.
    pub confirmed: i64,
}

impl CapacityEvent {
    /// What the event does to which cells.
    #[must_use]
    pub fn movements(&self) -> Vec<CapacityMovement> {
        let (node, day, path, amounts) = match self {
            Self::Held(event) => (&event.node, event.day, &event.path, &event.amounts),
            Self::Confirmed(event) => (&event.node, event.day, &event.path, &event.amounts),
            Self::Freed(event) => (&event.node, event.day, &event.path, &event.amounts),
        };
        let of = |measure: CapacityMeasure| {
            let amount = i64::try_from(measure.of(amounts)).unwrap_or(i64::MAX);
            let (held, confirmed) = match self {
                Self::Held(event) if event.confirmed => (0, amount),
                Self::Held(_) => (amount, 0),
                Self::Confirmed(_) => (amount.saturating_neg(), amount),
                Self::Freed(event) if event.confirmed => (0, amount.saturating_neg()),
                Self::Freed(_) => (amount.saturating_neg(), 0),
            };
            let name = CapacityCell { day, path: path.clone(), measure }.name()?;
            (amount != 0).then(|| CapacityMovement { name, node: node.clone(), held, confirmed })
        };
        CapacityMeasure::ALL.into_iter().filter_map(of).collect()
    }
}

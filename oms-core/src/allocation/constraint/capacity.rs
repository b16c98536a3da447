//! Capacity: what nodes can still do.

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::{Money, NodeId, ProcessPathId};

pub use crate::capacity::CapacityMeasure;

/// Capacity: what nodes can still do on the day, in orders, lines, units, weight or volume, and by process path.
///
/// Rooms are what is left, net of what others have taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Capacity"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Capacity {
    /// In what it is counted.
    pub measure: CapacityMeasure,
    /// Only lines of this path count; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process_path: Option<ProcessPathId>,
    /// The room by node; a node that is not named has no limit.
    pub rooms: Vec<NodeRoom>,
    /// What each order, line, unit, started kilogram or started litre beyond costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// What a node can still take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeRoom {
    /// The node.
    pub node: NodeId,
    /// How much.
    pub room: u64,
}

impl Rule for Capacity {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let path = self.process_path.as_ref();
        let lines = sheet.mask(|line| path.is_none_or(|path| line.facts.process_path.as_ref() == Some(path)));
        for row in &self.rooms {
            if let Some(at) = sheet.node_index(&row.node) {
                sheet.measure(by, at, self.measure, &lines, row.room);
            }
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        check.unique("/rooms", self.rooms.iter().map(|row| &row.node));
    }
}

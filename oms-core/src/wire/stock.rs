//! The forms of what is asked of stock: its movements, counts, lots and promises.

use serde::{Deserialize, Serialize};

use crate::count::{CountSchedule, CountScheduleRequest};
use crate::lot::LotPicking;
use crate::promise::{PromiseFigures, PromiseStanding};
use crate::stock::{StockEvent, StockMovement};

/// Cells whose counts are to be planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountScheduleOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountScheduleOf {
    /// The cells.
    pub request: CountScheduleRequest,
}

/// When which cell is due for a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountScheduleAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountScheduleAnswer {
    /// The cells, the most urgent first.
    pub schedule: CountSchedule,
}

/// An event whose movements are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MovementsOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MovementsOf {
    /// The event.
    pub event: StockEvent,
}

/// What an event does to which cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MovementsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MovementsAnswer {
    /// One row per item.
    pub movements: Vec<StockMovement>,
}

/// Which units of which lots to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PickLotsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickLotsAnswer {
    /// The picks, with what became of each lot.
    pub picking: LotPicking,
}

/// Promises whose standing is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StandingsOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandingsOf {
    /// What there is, what is expected, and what is promised.
    pub figures: PromiseFigures,
}

/// How promises stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StandingsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandingsAnswer {
    /// By due date and id.
    pub standings: Vec<PromiseStanding>,
}

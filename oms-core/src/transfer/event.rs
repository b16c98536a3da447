//! What happened to a transfer. The history of a transfer is its events.

use serde::{Deserialize, Serialize};

use super::{Transfer, TransferUnits};
use crate::value::{ActorId, Instant, Text};

/// Something that happened to a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TransferEvent {
    /// It was asked for.
    Created(TransferCreated),
    /// It may go ahead.
    Approved(TransferApproved),
    /// Units were set aside at the source.
    UnitsAllocated(TransferUnitsAllocated),
    /// Units left the source.
    UnitsShipped(TransferUnitsShipped),
    /// Units arrived.
    UnitsReceived(TransferUnitsReceived),
    /// Units will not move any more.
    UnitsCancelled(TransferUnitsCancelled),
    /// Nothing more is expected.
    Closed(TransferClosed),
}

/// It was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferCreated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferCreated {
    /// The transfer.
    pub transfer: Transfer,
}

/// It may go ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferApproved"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferApproved {
    /// Who says so.
    pub by: ActorId,
}

/// Units were set aside at the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferUnitsAllocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferUnitsAllocated {
    /// The units.
    pub units: Vec<TransferUnits>,
}

/// Units left the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferUnitsShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferUnitsShipped {
    /// The units.
    pub units: Vec<TransferUnits>,
    /// When they should arrive; as known before when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_at: Option<Instant>,
}

/// Units arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferUnitsReceived"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferUnitsReceived {
    /// The units that were on their way.
    pub units: Vec<TransferUnits>,
    /// The units beyond those.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<TransferUnits>,
    /// Why more arrived than were sent.
    #[serde(default)]
    pub reason: Text,
}

/// Units will not move any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferUnitsCancelled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferUnitsCancelled {
    /// Units that nobody had taken care of.
    pub open: Vec<TransferUnits>,
    /// Units that had been set aside at the source and are given back.
    pub allocated: Vec<TransferUnits>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Nothing more is expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferClosed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferClosed {
    /// Units that left and did not arrive.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<TransferUnits>,
    /// Why they did not.
    #[serde(default)]
    pub reason: Text,
}

//! Commands to transfers between nodes.

use serde::{Deserialize, Serialize};

use crate::transfer::{TransferDraft, TransferUnits};
use crate::value::{ActorId, Instant, Text, TransferId};

/// Ask for stock to move from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CreateTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateTransfer {
    /// The id of the transfer to be.
    pub transfer: TransferId,
    /// What is to move.
    pub draft: TransferDraft,
}

/// Let a transfer go ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ApproveTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApproveTransfer {
    /// The transfer.
    pub transfer: TransferId,
    /// Who says so.
    pub approver: ActorId,
}

/// Set units aside at the node that gives: only units that are really free, whatever may be backordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AllocateTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocateTransfer {
    /// The transfer.
    pub transfer: TransferId,
    /// The units; all open ones when none is named.
    #[serde(default)]
    pub units: Vec<TransferUnits>,
}

/// Units leave; from now on the node that gets them expects them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipTransfer {
    /// The transfer.
    pub transfer: TransferId,
    /// The units; all allocated ones when none is named.
    #[serde(default)]
    pub units: Vec<TransferUnits>,
    /// When they should arrive; as known before when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_at: Option<Instant>,
}

/// Units arrive, as counted at the dock: in parts as they come, fewer or more than were sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiveTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiveTransfer {
    /// The transfer.
    pub transfer: TransferId,
    /// The units; all in transit when none is named.
    #[serde(default)]
    pub units: Vec<TransferUnits>,
    /// Why more arrive than were sent; needed when that is so.
    #[serde(default)]
    pub reason: Text,
}

/// Nothing more is expected: what has not left is given back, what has not arrived is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CloseTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseTransfer {
    /// The transfer.
    pub transfer: TransferId,
    /// Why units are given up for lost; needed when some are.
    #[serde(default)]
    pub reason: Text,
}

/// Cancel units that have not left; allocated ones become free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CancelTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelTransfer {
    /// The transfer.
    pub transfer: TransferId,
    /// The units; all that have not left when none is named.
    #[serde(default)]
    pub units: Vec<TransferUnits>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

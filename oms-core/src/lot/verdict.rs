//! What became of each lot when units were picked.

use serde::{Deserialize, Serialize};

use crate::value::{Instant, LotId, LotPick, OwnerId, Quantity, Text};

/// Which units were picked, and why the others were not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotPicking {
    /// The units picked, in the order in which they leave.
    pub picks: Vec<LotPick>,
    /// How many units all lots together are short.
    pub short: Quantity,
    /// How many units could have been picked.
    pub eligible: i64,
    /// Every lot and its verdict, in the order in which they were looked at.
    pub lots: Vec<LotConsidered>,
}

/// One lot of a picking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotConsidered {
    /// The lot.
    pub lot: LotId,
    /// Whose units; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// Good units that no order had.
    pub free: i64,
    /// When the lot expires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// When it arrived.
    pub received_at: Instant,
    /// What became of it.
    pub verdict: LotVerdict,
}

/// What became of a lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LotVerdict {
    /// Units were taken.
    Picked(LotPicked),
    /// It could have been taken; the lots before it were enough.
    NotNeeded,
    /// Nothing of it was free.
    NothingFree,
    /// The units are another owner's.
    OtherOwner,
    /// It is in quarantine.
    Quarantined(LotQuarantinedThen),
    /// Its expiry had come.
    Expired(LotExpired),
    /// It would expire on the way.
    ExpiresBeforeDelivery(LotExpiresBeforeDelivery),
    /// It would not last long enough after the delivery.
    TooShort(LotTooShort),
    /// A part of its shelf life is asked for, and nobody knows how long that is.
    ShelfLifeUnknown,
}

/// Units were taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotPicked"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotPicked {
    /// How many.
    pub quantity: Quantity,
}

/// A lot in quarantine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotQuarantinedThen"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotQuarantinedThen {
    /// Why it is.
    pub reason: Text,
}

/// A lot whose expiry had come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotExpired"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotExpired {
    /// By how many seconds it was missed; 0 at the expiry itself.
    pub by_seconds: i64,
}

/// A lot that would expire on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotExpiresBeforeDelivery"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotExpiresBeforeDelivery {
    /// How many seconds before the delivery; 0 at the delivery itself.
    pub by_seconds: i64,
}

/// A lot that would not last long enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotTooShort"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotTooShort {
    /// Whole days that remain at the delivery.
    pub remaining_days: i64,
    /// Days that have to remain.
    pub required_days: i64,
}

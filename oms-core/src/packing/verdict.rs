//! What became of each box that was looked at.

use serde::{Deserialize, Serialize};

use crate::value::{LineId, Money};

/// What became of a box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum PackVerdict {
    /// It was taken.
    Taken(BoxTaken),
    /// An item fits it in no position.
    TooSmall(BoxTooSmall),
    /// The content is heavier than it may hold.
    TooHeavy(BoxTooHeavy),
    /// The content has more volume than it may hold.
    TooFull(BoxTooFull),
    /// A fragile item does not go into a mailer.
    Fragile(BoxTooSoft),
    /// Shipping has no price for the weight.
    NoPrice(BoxWithoutPrice),
    /// Nobody found a way to lay everything in; a greater effort may.
    NoArrangement(BoxNotArranged),
    /// All of it are in use.
    OutOfStock(BoxOutOfStock),
    /// It would cost more, or as much and stands behind.
    Dearer(BoxDearer),
}

/// The box taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxTaken"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxTaken {
    /// What it costs, shipping included.
    pub cost: Money,
}

/// A box that is too small.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxTooSmall"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxTooSmall {
    /// The first item that does not fit.
    pub item: LineId,
}

/// A box that may not hold as much weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxTooHeavy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxTooHeavy {
    /// What the content weighs in grams.
    pub grams: u64,
    /// The most in grams.
    pub limit_grams: u64,
}

/// A box that may not hold as much volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxTooFull"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxTooFull {
    /// The volume of the content in cubic millimetres.
    pub volume: u64,
    /// The most in cubic millimetres.
    pub limit_volume: u64,
}

/// A mailer for something fragile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxTooSoft"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxTooSoft {
    /// The first fragile item.
    pub item: LineId,
}

/// A box whose weight has no price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxWithoutPrice"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxWithoutPrice {
    /// The chargeable weight in grams.
    pub chargeable_grams: u64,
}

/// A box that was not to be filled with everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxNotArranged"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxNotArranged {}

/// A box that ran out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxOutOfStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxOutOfStock {}

/// A box that costs more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxDearer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxDearer {
    /// What it would cost, shipping included.
    pub cost: Money,
    /// By how much more than the one taken.
    pub by: Money,
}

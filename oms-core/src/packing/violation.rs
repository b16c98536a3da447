//! What a packing can break.

use serde::{Deserialize, Serialize};

use crate::value::LineId;

/// A rule that a packing breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PackRuleBroken {
    /// The request itself is malformed.
    BadRequest,
    /// Units packed and unpacked are not those of the request.
    UnitsDiffer,
    /// The contents of a parcel are not what its placements say.
    ContentsDiffer,
    /// A box that the request does not have.
    UnknownBox,
    /// More boxes than there are.
    OverStock,
    /// A place outside the box.
    Outside,
    /// Two items in one place.
    Overlap,
    /// A size that the item does not have as it lies, or a position that it may not lie in.
    WrongSize,
    /// An item that rests on too little.
    Unsupported,
    /// Something on an item that nothing, or nothing so heavy, may rest on.
    Overloaded,
    /// More items upon an item than may stand there.
    StackedTooHigh,
    /// Two classes in one box that must not share one.
    Conflict,
    /// A box that is heavier than it may be.
    TooHeavy,
    /// A box with more volume than it may hold.
    TooFull,
    /// A fragile item in a mailer.
    FragileInMailer,
    /// An item that ships alone and does not, or that does not and does.
    NotAlone,
    /// A weight, size, fill or cost that is not what it comes to.
    FigureDiffers,
}

/// A rule that is broken, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackViolation {
    /// The rule.
    pub rule: PackRuleBroken,
    /// Which parcel of the plan, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<u32>,
    /// The item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<LineId>,
}

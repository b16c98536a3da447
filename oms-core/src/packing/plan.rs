//! What goes where, what it costs, and why not otherwise.

use serde::{Deserialize, Serialize};

use super::PackVerdict;
use crate::value::{BoxId, Dimensions, LineId, Money, Quantity};

/// Which edges of an item lie along the box's length, width and height, in this order: `whl` lays the item's width
/// along the length, its height along the width, and its length upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PackRotation {
    /// As it is.
    Lwh,
    /// Turned about its upright edge.
    Wlh,
    /// Its width upright.
    Lhw,
    /// Its width upright, turned.
    Hlw,
    /// Its length upright.
    Whl,
    /// Its length upright, turned.
    Hwl,
}

impl PackRotation {
    /// All of them, the ones that leave the height upright first.
    pub const ALL: [Self; 6] = [Self::Lwh, Self::Wlh, Self::Lhw, Self::Hlw, Self::Whl, Self::Hwl];

    /// The size of an item in this position.
    #[must_use]
    pub const fn of(self, size: Dimensions) -> Dimensions {
        let Dimensions { length: l, width: w, height: h } = size;
        let (length, width, height) = match self {
            Self::Lwh => (l, w, h),
            Self::Wlh => (w, l, h),
            Self::Lhw => (l, h, w),
            Self::Hlw => (h, l, w),
            Self::Whl => (w, h, l),
            Self::Hwl => (h, w, l),
        };
        Dimensions { length, width, height }
    }
}

/// A place in a box in millimetres, from the corner at the left, in front, at the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackPosition {
    /// Along the box's length.
    pub x: u32,
    /// Along its width.
    pub y: u32,
    /// Along its height.
    pub z: u32,
}

/// Where one unit lies, or several that nest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackPlacement {
    /// The item.
    pub item: LineId,
    /// How many units; more than one where they nest.
    pub quantity: Quantity,
    /// Its lowest corner.
    pub position: PackPosition,
    /// The space it takes as it lies.
    pub size: Dimensions,
    /// How it lies.
    pub rotation: PackRotation,
}

/// Units of an item in a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackedItem {
    /// The item.
    pub item: LineId,
    /// How many.
    pub quantity: Quantity,
}

/// A box that was looked at for a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackTried {
    /// The box.
    #[serde(rename = "box")]
    pub carton: BoxId,
    /// What became of it.
    pub verdict: PackVerdict,
}

/// A packed box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackedParcel {
    /// The box; absent for a unit that ships in its own.
    #[serde(rename = "box", default, skip_serializing_if = "Option::is_none")]
    pub carton: Option<BoxId>,
    /// What is in it, in the order of the request.
    pub contents: Vec<PackedItem>,
    /// Where everything lies, from the bottom up; empty where sizes are unknown and only volume was looked at.
    pub placements: Vec<PackPlacement>,
    /// Whether only volume was looked at.
    pub by_volume: bool,
    /// The volume of the content, in thousandths of the space inside, rounded down.
    pub fill_permille: u32,
    /// What a carrier measures.
    pub outside: Dimensions,
    /// What it weighs, box included, in grams.
    pub weight_grams: u64,
    /// What its size counts as in grams, where shipping is priced by size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensional_grams: Option<u64>,
    /// The larger of the two.
    pub chargeable_grams: u64,
    /// What the box costs.
    pub box_cost: Money,
    /// What shipping it costs.
    pub shipping_cost: Money,
    /// Every box for this content, cheapest first, and why it was or was not taken.
    pub tried: Vec<PackTried>,
}

/// Units that go into no box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnpackedItem {
    /// The item.
    pub item: LineId,
    /// How many.
    pub quantity: Quantity,
    /// Why.
    pub reason: UnpackedReason,
}

/// Why units go into no box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnpackedReason {
    /// Neither size nor volume is known.
    UnknownSize,
    /// No box takes one of it, in any position that it may lie in, for its size.
    TooLarge,
    /// Boxes are large enough for one of it, and none may weigh as much or be priced at that weight.
    TooHeavy,
    /// The boxes that would take it ran out.
    OutOfBoxes,
}

/// What goes where, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PackPlan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackPlan {
    /// The parcels: those of the boxes first, the fullest first, then what ships in its own carton.
    pub parcels: Vec<PackedParcel>,
    /// What goes into no box.
    pub unpacked: Vec<UnpackedItem>,
    /// What the boxes cost.
    pub box_cost: Money,
    /// What shipping them costs.
    pub shipping_cost: Money,
    /// Both.
    pub cost: Money,
}

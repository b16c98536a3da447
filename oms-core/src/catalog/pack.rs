//! How a SKU may be packed: how it may lie, what may rest on it, with whom it may share a box.

use serde::{Deserialize, Serialize};

use crate::value::{PackClassId, Problems, Weight};

/// An edge of an item as its dimensions name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemEdge {
    /// The length.
    Length,
    /// The width.
    Width,
    /// The height.
    Height,
}

/// How units of an item may be packed. Nothing said means: in any position, with anything on top and beside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackRule {
    /// Which edges may stand upright; any when empty. `height` alone keeps the item as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upright: Vec<ItemEdge>,
    /// It may not be turned about its upright edge either.
    #[serde(default)]
    pub no_turn: bool,
    /// Nothing may rest on it, and it does not go into a mailer.
    #[serde(default)]
    pub fragile: bool,
    /// The most weight that may rest on it. Everything above counts whole, however many items share it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bears: Option<Weight>,
    /// How many items may stand on it, one upon another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stack_limit: Option<u32>,
    /// Each unit ships in the carton it comes in (原箱发货): a parcel of its own.
    #[serde(default)]
    pub ships_alone: bool,
    /// Units nest: each one more adds so many millimetres of height, and all stand upright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nest_height: Option<u32>,
    /// Soft goods: by how many percent the height may be pressed together, 0 to 90.
    #[serde(default)]
    pub shrink_percent: u8,
    /// The classes that conflicts are told of, such as food or chemicals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<PackClassId>,
}

impl PackRule {
    /// Everything wrong with the rule.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.shrink_percent > 90 {
            problems.add("input.out_of_range", "/shrinkPercent", "nothing shrinks by more than 90 percent");
        }
        if self.nest_height == Some(0) {
            problems.add("input.out_of_range", "/nestHeight", "one more unit adds at least 1 mm");
        }
        for (at, edge) in self.upright.iter().enumerate() {
            if self.upright.iter().take(at).any(|earlier| earlier == edge) {
                problems.add("input.invalid_value", format!("/upright/{at}"), "name each edge once");
            }
        }
        if self.nest_height.is_some() && !self.allows(ItemEdge::Height) {
            let message = "what nests stands on its base; let its height stand upright";
            problems.add("input.invalid_value", "/upright", message);
        }
        problems
    }

    /// Whether an edge may stand upright.
    #[must_use]
    pub fn allows(&self, edge: ItemEdge) -> bool {
        self.upright.is_empty() || self.upright.contains(&edge)
    }
}

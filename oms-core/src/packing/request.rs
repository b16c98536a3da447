//! What is to be packed, into what.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::carton::check_size;
use super::{BoxType, PackConflict, PackShipping, conflict_problems};
use crate::catalog::PackRule;
use crate::value::{Currency, Dimensions, LineId, Problems, Quantity, Weight};

/// The most units of one request.
const MOST_UNITS: u64 = 5_000;
/// The most items, and the most boxes.
const MOST_KINDS: usize = 500;

/// Units that are alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackItem {
    /// What they are called in the plan, commonly the order line.
    pub id: LineId,
    /// How many.
    pub quantity: Quantity,
    /// The size of one; packed by volume alone, and by nothing where even that is unknown, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Dimensions>,
    /// The volume of one in cubic millimetres, for items without dimensions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<u64>,
    /// The weight of one.
    #[serde(default)]
    pub weight: Weight,
    /// How it may be packed.
    #[serde(default)]
    pub rule: PackRule,
}

/// What is to be packed, into what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PackRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackRequest {
    /// The currency of all money in it.
    pub currency: Currency,
    /// The items.
    pub items: Vec<PackItem>,
    /// The boxes to choose from.
    pub boxes: Vec<BoxType>,
    /// Classes that must not share a box.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<PackConflict>,
    /// What shipping costs; only boxes cost when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<PackShipping>,
    /// How many percent of its base a unit must rest on, 0 to 100; 75 when absent. At 0 units may hang in the air, as
    /// in a box that is stuffed.
    #[serde(default = "most")]
    pub support_percent: u8,
    /// How long to search, 1 to 1000: work grows with it, and the same effort gives the same plan everywhere.
    #[serde(default = "one")]
    pub effort: u32,
}

const fn most() -> u8 {
    75
}

const fn one() -> u32 {
    1
}

impl PackRequest {
    /// Everything wrong with the request.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let units: u64 = self.items.iter().map(|item| u64::from(item.quantity.units())).sum();
        if units > MOST_UNITS || self.items.len() > MOST_KINDS {
            problems.add("input.out_of_range", "/items", "pack at most 5000 units of 500 items at once");
        }
        if self.boxes.len() > MOST_KINDS {
            problems.add("input.out_of_range", "/boxes", "choose from at most 500 boxes");
        }
        if self.support_percent > 100 {
            problems.add("input.out_of_range", "/supportPercent", "name 0 to 100 percent");
        }
        if self.effort == 0 || self.effort > 1000 {
            problems.add("input.out_of_range", "/effort", "name an effort from 1 to 1000");
        }
        let mut seen = BTreeSet::new();
        for (at, item) in self.items.iter().enumerate() {
            if !seen.insert(&item.id) {
                let message = format!("`{}` stands here twice", item.id);
                problems.add("packing.duplicate_item", format!("/items/{at}/id"), message);
            }
            check_item(item, &format!("/items/{at}"), &mut problems);
        }
        self.check_boxes(&mut problems);
        problems.extend(conflict_problems(&self.conflicts).under("/conflicts"));
        problems
    }

    fn check_boxes(&self, problems: &mut Problems) {
        let mut seen = BTreeSet::new();
        for (at, carton) in self.boxes.iter().enumerate() {
            let path = format!("/boxes/{at}");
            if !seen.insert(&carton.id) {
                let message = format!("`{}` stands here twice", carton.id);
                problems.add("packing.duplicate_box", format!("{path}/id"), message);
            }
            problems.extend(carton.problems().under(&path));
            if carton.cost.currency() != self.currency {
                let message =
                    format!("the request is in {}, this box in {}", self.currency, carton.cost.currency());
                problems.add("money.currency_mismatch", format!("{path}/cost/currency"), message);
            }
        }
        if let Some(shipping) = &self.shipping {
            problems.extend(shipping.problems(self.currency).under("/shipping"));
        }
    }
}

fn check_item(item: &PackItem, at: &str, problems: &mut Problems) {
    problems.extend(item.rule.problems().under(&format!("{at}/rule")));
    if let Some(size) = item.dimensions {
        check_size(size, &format!("{at}/dimensions"), problems);
        if item.volume.is_some() {
            let message = "an item with dimensions has their volume; leave it out";
            problems.add("input.invalid_value", format!("{at}/volume"), message);
        }
    }
    // As much as the largest box holds.
    if item.volume.is_some_and(|volume| volume == 0 || volume > 1_000_000_000_000_000) {
        problems.add("input.out_of_range", format!("{at}/volume"), "name 1 to 10¹⁵ cubic millimetres");
    }
    if item.rule.nest_height.is_some() && item.dimensions.is_none() {
        let message = "what nests needs dimensions";
        problems.add("input.missing_field", format!("{at}/dimensions"), message);
    }
}

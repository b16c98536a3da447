//! What may be in a kit, all kits in it taken apart.

use std::collections::BTreeSet;

use super::KitComponent;
use crate::value::{ChoiceId, Quantity, SkuId};

/// What one kit takes: some components whatever is chosen, and some times the parts of options.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KitContents {
    /// What it takes whatever is chosen.
    pub components: Vec<KitComponent>,
    /// What is chosen.
    pub choices: Vec<ChoiceContents>,
}

/// What one choice may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceContents {
    /// The choice.
    pub choice: ChoiceId,
    /// The fewest times that something is chosen in one kit.
    pub min: u32,
    /// The most times.
    pub max: u32,
    /// The options.
    pub options: Vec<OptionContents>,
}

/// What one option takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionContents {
    /// The most times that it is chosen in one kit.
    pub each: u32,
    /// What it takes each time.
    pub parts: Vec<KitComponent>,
}

impl KitContents {
    /// Every SKU that may be in it.
    #[must_use]
    pub fn skus(&self) -> BTreeSet<&SkuId> {
        let options = self.choices.iter().flat_map(|choice| &choice.options).flat_map(|option| &option.parts);
        self.components.iter().chain(options).map(|part| &part.sku).collect()
    }

    /// Whether some choice needs only SKUs of which there is any number.
    #[must_use]
    pub fn may_be_of(&self, endless: impl Fn(&SkuId) -> bool) -> bool {
        let all = |parts: &[KitComponent]| parts.iter().all(|part| endless(&part.sku));
        let choice = |choice: &ChoiceContents| {
            let options = choice.options.iter().filter(|option| all(&option.parts));
            let times = options.map(|option| u64::from(option.each)).fold(0, u64::saturating_add);
            times >= u64::from(choice.min)
        };
        !self.skus().is_empty() && all(&self.components) && self.choices.iter().all(choice)
    }

    /// The most units of each SKU that one kit may take, whichever way it is chosen.
    #[must_use]
    pub fn most_of(&self, sku: &SkuId) -> u64 {
        let units = |parts: &[KitComponent]| -> u64 {
            parts.iter().filter(|part| part.sku == *sku).map(|part| units(part.quantity)).sum()
        };
        let choice = |choice: &ChoiceContents| {
            let mut options: Vec<(u64, u32)> =
                choice.options.iter().map(|option| (units(&option.parts), option.each)).collect();
            options.sort_unstable_by(|left, right| right.cmp(left));
            let (mut left, mut sum) = (choice.max, 0_u64);
            for (units, each) in options {
                let times = each.min(left);
                left = left.saturating_sub(times);
                sum = sum.saturating_add(units.saturating_mul(u64::from(times)));
            }
            sum
        };
        self.choices.iter().map(choice).fold(units(&self.components), u64::saturating_add)
    }
}

fn units(quantity: Quantity) -> u64 {
    u64::from(quantity.units())
}

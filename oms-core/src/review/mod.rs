//! Review: what keeps an order from going on, found by rules that look at the order and a few facts about the
//! world.
//!
//! Each rule is one function in a file of its own kind and one line in `RULES`. Rules find; the order itself
//! decides what a finding does to it.

mod address;
mod amount;
mod payment;
mod sku;
mod stock;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::order::{Order, ReviewFinding};
use crate::policy::Policy;
use crate::value::SkuId;

/// What a review looks at besides the order.
#[derive(Clone, Debug)]
pub struct ReviewFacts<'a> {
    /// The merchant's choices.
    pub policy: &'a Policy,
    /// The SKUs of the order that the catalogue knows.
    pub known_skus: BTreeSet<SkuId>,
    /// Units that could be promised to this order now, over all nodes: what is free, what backorders allow, and what
    /// its own reservation holds. Absent when stock is not to be looked at.
    pub promiseable: Option<BTreeMap<SkuId, i64>>,
}

type Rule = fn(&Order, &ReviewFacts<'_>) -> Option<ReviewFinding>;

/// The shipped rules, in the order in which their findings are listed.
const RULES: &[Rule] = &[payment::unpaid, address::incomplete, amount::mismatch, sku::unknown, stock::short];

/// Everything that a review finds against an order; nothing when it may go on.
#[must_use]
pub fn review_order(order: &Order, facts: &ReviewFacts<'_>) -> Vec<ReviewFinding> {
    RULES.iter().filter_map(|rule| rule(order, facts)).collect()
}

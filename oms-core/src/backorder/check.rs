//! The proof that units were shared out as asked, independent of who shared them.

use std::collections::{BTreeMap, BTreeSet};

use super::grant::wanted;
use super::queue::compare;
use super::{BackorderEntry, BackorderGrant, BackorderMode, BackorderPlan, BackorderRequest};
use crate::value::{LineId, OrderId, SkuId};

/// Something wrong with a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackorderViolation {
    /// A line of the request has no grant, or a grant has no line.
    Unmatched {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineId,
    },
    /// A line got more than it wants.
    MoreThanWanted {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineId,
    },
    /// Units granted and left are not the units that there are.
    NotConserved {
        /// The SKU.
        sku: SkuId,
        /// Units that there are.
        available: u64,
        /// Units granted and left.
        accounted: u64,
    },
    /// In a mode that serves by the queue, a line got units while one before it lacks some.
    Jumped {
        /// The line's order.
        order: OrderId,
        /// The line that got units.
        line: LineId,
    },
    /// A fair share is a whole unit or more off the exact one.
    Unfair {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineId,
    },
}

/// Checks a plan against the request: nothing but the figures of the grants is trusted.
#[must_use]
pub fn check_backorders(request: &BackorderRequest, plan: &BackorderPlan) -> Vec<BackorderViolation> {
    let mut found = Vec::new();
    let granted: BTreeMap<(&OrderId, &LineId), &BackorderGrant> =
        plan.grants.iter().map(|grant| ((&grant.order, &grant.line), grant)).collect();
    let mut queue: Vec<(&BackorderEntry, u64)> = Vec::with_capacity(request.entries.len());
    for entry in &request.entries {
        let (order, line) = (entry.order.clone(), entry.line.clone());
        let Some(grant) = granted.get(&(&entry.order, &entry.line)) else {
            found.push(BackorderViolation::Unmatched { order, line });
            continue;
        };
        let units = u64::from(grant.granted.units());
        if units > wanted(entry) {
            found.push(BackorderViolation::MoreThanWanted { order, line });
        }
        queue.push((entry, units));
    }
    let known: BTreeSet<_> = request.entries.iter().map(|entry| (&entry.order, &entry.line)).collect();
    for grant in plan.grants.iter().filter(|grant| !known.contains(&(&grant.order, &grant.line))) {
        let (order, line) = (grant.order.clone(), grant.line.clone());
        found.push(BackorderViolation::Unmatched { order, line });
    }
    found.extend(not_conserved(request, plan));
    queue.sort_by(|(a, _), (b, _)| compare(request.keys(), a, b));
    match request.mode {
        BackorderMode::Fifo | BackorderMode::Priority => found.extend(jumped(&queue)),
        BackorderMode::FairShare => found.extend(unfair(request, &queue)),
        BackorderMode::MaxComplete | BackorderMode::MaxValue => {}
    }
    found
}

fn not_conserved(request: &BackorderRequest, plan: &BackorderPlan) -> Vec<BackorderViolation> {
    let mut figures: BTreeMap<&SkuId, (u64, u64)> = BTreeMap::new();
    for part in &request.supply {
        let (available, _) = figures.entry(&part.sku).or_default();
        *available = available.saturating_add(u64::from(part.quantity.units()));
    }
    let granted = plan.grants.iter().map(|grant| (&grant.sku, grant.granted));
    for (sku, units) in granted.chain(plan.left.iter().map(|part| (&part.sku, part.quantity))) {
        let (_, accounted) = figures.entry(sku).or_default();
        *accounted = accounted.saturating_add(u64::from(units.units()));
    }
    let wrong = figures.into_iter().filter(|(_, (available, accounted))| available != accounted);
    wrong
        .map(|(sku, (available, accounted))| BackorderViolation::NotConserved {
            sku: sku.clone(),
            available,
            accounted,
        })
        .collect()
}

fn jumped(queue: &[(&BackorderEntry, u64)]) -> Vec<BackorderViolation> {
    let mut lacking: BTreeMap<&SkuId, bool> = BTreeMap::new();
    let mut found = Vec::new();
    for (entry, granted) in queue {
        let lacking = lacking.entry(&entry.sku).or_default();
        if *lacking && *granted > 0 {
            let (order, line) = (entry.order.clone(), entry.line.clone());
            found.push(BackorderViolation::Jumped { order, line });
        }
        *lacking |= *granted < wanted(entry);
    }
    found
}

fn unfair(request: &BackorderRequest, queue: &[(&BackorderEntry, u64)]) -> Vec<BackorderViolation> {
    let mut all: BTreeMap<&SkuId, u128> = BTreeMap::new();
    for (entry, _) in queue {
        let sum = all.entry(&entry.sku).or_default();
        *sum = sum.saturating_add(u128::from(wanted(entry)));
    }
    let available = |sku: &SkuId| {
        let parts = request.supply.iter().filter(|part| part.sku == *sku);
        parts.fold(0_u128, |sum, part| sum.saturating_add(u128::from(part.quantity.units())))
    };
    let unfair = |(entry, granted): &&(&BackorderEntry, u64)| {
        let all = all.get(&entry.sku).copied().unwrap_or_default();
        // granted is off by less than one unit: |granted · all − wanted · available| < all.
        let exact = u128::from(wanted(entry)).saturating_mul(available(&entry.sku).min(all));
        u128::from(*granted).saturating_mul(all).abs_diff(exact) >= all
    };
    let line = |(entry, _): &(&BackorderEntry, u64)| BackorderViolation::Unfair {
        order: entry.order.clone(),
        line: entry.line.clone(),
    };
    queue.iter().filter(unfair).map(line).collect()
}

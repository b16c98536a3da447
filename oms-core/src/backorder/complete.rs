//! As many orders as possible served whole.

use std::collections::BTreeMap;

use super::grant::{Share, in_full, wanted};
use super::{BackorderEntry, BackorderIncomplete, BackorderReason};
use crate::value::{OrderId, SkuId};

/// An order with what it waits for.
struct Waiting<'e> {
    order: &'e OrderId,
    first: usize,
    units: u64,
    wanted: BTreeMap<&'e SkuId, u64>,
}

/// Serves orders whole, those with the fewest units first, then by the queue: for one SKU no other choice serves more
/// orders, because any order served could be exchanged for a smaller one.
pub(super) fn share(queue: &[&BackorderEntry], left: &mut BTreeMap<SkuId, u64>) -> Vec<Share> {
    let mut orders: BTreeMap<&OrderId, Waiting<'_>> = BTreeMap::new();
    for (at, entry) in queue.iter().enumerate() {
        let order = orders.entry(&entry.order).or_insert_with(|| Waiting {
            order: &entry.order,
            first: at,
            units: 0,
            wanted: BTreeMap::new(),
        });
        order.units = order.units.saturating_add(wanted(entry));
        let sum = order.wanted.entry(&entry.sku).or_default();
        *sum = sum.saturating_add(wanted(entry));
    }
    let mut orders: Vec<Waiting<'_>> = orders.into_values().collect();
    orders.sort_by_key(|order| (order.units, order.first));
    let mut refused: BTreeMap<&OrderId, BackorderIncomplete> = BTreeMap::new();
    for order in orders {
        let available = |sku: &SkuId| left.get(sku).copied().unwrap_or_default();
        let lacking = order.wanted.iter().find(|(sku, wanted)| **wanted > available(sku));
        if let Some((sku, wanted)) = lacking {
            let (sku, wanted, available) = (SkuId::clone(sku), *wanted, available(sku));
            refused.insert(order.order, BackorderIncomplete { sku, wanted, available });
            continue;
        }
        for (sku, wanted) in order.wanted {
            if let Some(left) = left.get_mut(sku) {
                *left = left.saturating_sub(wanted);
            }
        }
    }
    let share = |entry: &&BackorderEntry| match refused.get(&entry.order) {
        Some(lacking) => Share { granted: 0, reason: BackorderReason::Incomplete(lacking.clone()) },
        None => in_full(entry),
    };
    queue.iter().map(share).collect()
}

//! What orders share and cannot all have: units of a SKU at a node, and room at a node.

use std::collections::BTreeMap;

use super::seat::Seat;
use crate::allocation::CapacityMeasure;
use crate::value::{NodeId, SkuId};

/// Something that orders share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowKey {
    /// Units of a SKU at a node.
    Stock(SkuId, NodeId),
    /// Room at a node.
    Room(NodeId, CapacityMeasure),
}

impl RowKey {
    /// Whether it has a price: what is used of it is a sum over units or shipments.
    pub(super) const fn is_priced(&self) -> bool {
        matches!(self, Self::Stock(..) | Self::Room(_, CapacityMeasure::Orders | CapacityMeasure::Units))
    }
}

/// How much others took of what is shared.
pub(super) type Taken = BTreeMap<RowKey, u64>;

/// What some orders share and cannot all have.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) keys: Vec<RowKey>,
    /// How much there is.
    pub(super) limits: Vec<u64>,
}

/// What a row comes to before it is known whether it is scarce.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    limit: u64,
    wanted: u64,
}

impl Rows {
    /// The scarce rows among some orders; every order learns its own. `rooms` are those that the batch names, and
    /// `taken` is what orders before these took.
    pub(super) fn of(
        seats: &mut [Seat<'_>],
        rooms: &BTreeMap<(NodeId, CapacityMeasure), u64>,
        taken: &Taken,
    ) -> Self {
        let mut sums: BTreeMap<RowKey, Sum> = BTreeMap::new();
        let took = |key: &RowKey| taken.get(key).copied().unwrap_or(0);
        for seat in seats.iter() {
            seat.each_cell(|key, stock, wanted| {
                let sum = sums.entry(key).or_default();
                sum.limit = sum.limit.max(stock);
                sum.wanted = sum.wanted.saturating_add(wanted);
            });
            seat.each_room(rooms, |key, room, wanted| {
                let left = room.saturating_sub(took(&key));
                let sum = sums.entry(key).or_default();
                sum.limit = sum.limit.max(left);
                sum.wanted = sum.wanted.saturating_add(wanted);
            });
        }
        let mut rows = Self::default();
        let mut places: BTreeMap<RowKey, usize> = BTreeMap::new();
        for (key, sum) in sums.into_iter().filter(|(_, sum)| sum.wanted > sum.limit) {
            places.insert(key.clone(), rows.keys.len());
            rows.keys.push(key);
            rows.limits.push(sum.limit);
        }
        seats.iter_mut().for_each(|seat| seat.learn_rows(&places));
        rows
    }
}

//! The node that is nearest ships what it can.

use super::board::AllocationBoard;
use super::strategy::drain;
use super::{AllocationAssignment, AllocationStrategy};

/// Drains the nodes from near to far; equal distances by priority, then id, and unknown ones last.
///
/// Where shipments are limited, the last one goes to the nearest node that completes the order, if any does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nearest;

impl AllocationStrategy for Nearest {
    fn name(&self) -> &str {
        "nearest"
    }

    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        drain(board, &by_distance(board)).assignments(board)
    }
}

/// The nodes that may ship, from near to far; equal distances by priority, then id, and unknown ones last.
pub(super) fn by_distance(board: &AllocationBoard<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = board.usable_nodes().collect();
    // Stable, and nodes are sorted by id, so that equal keys stay in the order of their ids.
    order.sort_by_key(|node| {
        let candidate = board.nodes.get(*node).map(|node| node.candidate);
        candidate.map(|one| (one.distance_metres.is_none(), one.distance_metres, one.priority))
    });
    order
}

//! The node that comes first ships what it can.

use super::board::AllocationBoard;
use super::strategy::drain;
use super::{AllocationAssignment, AllocationStrategy};

/// Drains the nodes in the order of their priority, then id. Costs and distances do not matter.
///
/// Where shipments are limited, the last one goes to the first node that completes the order, if any does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Priority;

impl AllocationStrategy for Priority {
    fn name(&self) -> &str {
        "priority"
    }

    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        let mut order: Vec<usize> = board.usable_nodes().collect();
        // Stable, and nodes are sorted by id, so that equal priorities stay in the order of their ids.
        order.sort_by_key(|node| board.nodes.get(*node).map(|node| node.candidate.priority));
        drain(board, &order).assignments(board)
    }
}

//! The nearest node that ships all that is left, or else the nearest.

use super::board::AllocationBoard;
use super::draft::Draft;
use super::strategy::{completes, drain};
use super::{AllocationAssignment, AllocationStrategy};

/// One shipment after the other from the nearest node that can ship all that is left; where none can, from the
/// nearest that can ship some of it. Equal distances by priority, then id, and unknown ones last.
#[derive(Clone, Copy, Debug, Default)]
pub struct NearestComplete;

impl AllocationStrategy for NearestComplete {
    fn name(&self) -> &str {
        "nearest_complete"
    }

    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        let order = super::nearest::by_distance(board);
        let whole = Draft::new(board);
        match order.iter().find(|node| completes(board, **node, &whole)) {
            Some(node) => {
                let mut draft = whole;
                draft.ship(board, *node);
                draft.settled(board).assignments(board)
            }
            None => completed_early(board, &order).assignments(board),
        }
    }
}

/// Drains the nodes in their order, but ends with the first that can ship all that is left.
fn completed_early(board: &AllocationBoard<'_>, order: &[usize]) -> Draft {
    let mut draft = Draft::new(board);
    for (at, node) in order.iter().enumerate() {
        if draft.is_complete() || draft.loads.len() >= board.max_shipments {
            break;
        }
        let rest = order.get(at..).unwrap_or_default();
        let completing = rest.iter().find(|node| completes(board, **node, &draft));
        draft.ship(board, *completing.unwrap_or(node));
    }
    // Where rules forbid what that comes to, draining by distance gives less back.
    let draft = draft.settled(board);
    let drained = drain(board, order);
    if drained.left_units() < draft.left_units() { drained } else { draft }
}

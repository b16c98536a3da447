//! Whether an order can still be shipped as it was planned.

use super::dense::at;
use super::problem::BatchProblem;
use super::search::Take;

/// Whether takes, sorted, keep every rule of their order and fit what rows have left.
pub(super) fn fits(problem: &BatchProblem, order: usize, takes: &[Take], rooms: &[i64]) -> bool {
    let what = at(&problem.orders, order);
    let lines = problem.lines_of(order);
    let twice = takes.windows(2).any(|pair| match pair {
        [one, other] => (one.node, one.line) == (other.node, other.line),
        _ => false,
    });
    let odd = |take: &Take| {
        take.line as usize >= lines.len()
            || take.units < 1
            || take.units > at(rooms, take.row as usize)
            || problem.stock.len() <= take.row as usize
    };
    if takes.is_empty() || twice || takes.iter().any(odd) {
        return false;
    }
    let mut shipments = 0_usize;
    for group in takes.chunk_by(|one, other| one.node == other.node) {
        let Some(node) = group.first().map(|take| take.node) else { continue };
        let units = group.iter().fold(0_i64, |sum, take| sum.saturating_add(take.units));
        let weigh = |take: &Take| take.units.saturating_mul(at(lines, take.line as usize).weight);
        let grams = group.iter().fold(0_i64, |sum, take| sum.saturating_add(weigh(take)));
        let lane = problem.lane(node, what.destination);
        shipments += 1;
        if units > at(rooms, problem.unit_row(node))
            || at(rooms, problem.shipment_row(node)) < 1
            || !lane.iter().any(|service| grams <= service.max_weight)
        {
            return false;
        }
    }
    let filled = lines.iter().enumerate().all(|(l, line)| {
        let own = takes.iter().filter(|take| take.line as usize == l);
        let sent = own.fold(0_i64, |sum, take| sum.saturating_add(take.units));
        sent == line.units || (sent < line.units && !what.complete)
    });
    filled && shipments <= what.max_shipments as usize
}

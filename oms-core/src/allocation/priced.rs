//! Orders on arrival, at the prices of scarce stock and capacity that the last batch found.

use super::board::AllocationBoard;
use super::exact::{Exact, decide};
use super::joint::RowPrices;
use super::kernel::Limit;
use super::share::Share;
use super::{AllocationAssignment, AllocationStrategy};

/// Plans an order as [`Exact`](super::Exact) does, and lets it pay what scarce units and capacity are worth to the
/// orders after it. The plan's own cost stays without those prices.
///
/// An order that must be filled first goes where it leaves more to others; one that has a price for units that do not
/// ship leaves a unit that is worth more to others.
///
/// ```
/// # use oms_core::allocation::{AllocationProblem, Priced, RowPrices, plan};
/// # let problem: AllocationProblem = serde_json::from_str(r#"{"currency": "EUR", "splitCost": {"amount": "0.00",
/// #     "currency": "EUR"}, "lanesRequired": false, "lines": [{"line": "1", "sku": "mug", "quantity": 1,
/// #     "unitWeight": 300}], "candidates": [
/// #     {"node": "berlin", "shipmentCost": {"amount": "1.00", "currency": "EUR"},
/// #      "unitCost": {"amount": "0.00", "currency": "EUR"}, "available": {"mug": 1}},
/// #     {"node": "hamburg", "shipmentCost": {"amount": "2.00", "currency": "EUR"},
/// #      "unitCost": {"amount": "0.00", "currency": "EUR"}, "available": {"mug": 9}}]}"#)?;
/// let prices: RowPrices = serde_json::from_str(
///     r#"{"stock": [{"sku": "mug", "node": "berlin", "price": {"amount": "3.00", "currency": "EUR"}}]}"#,
/// )?;
/// let chosen = plan(&problem, &Priced::new(prices)).unwrap();
/// assert_eq!(chosen.assignments[0].node.as_str(), "hamburg"); // the last mug in Berlin is worth 3.00 to others
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Priced {
    prices: RowPrices,
}

impl Priced {
    /// The strategy at such prices; rows that are not named cost nothing, and so do prices in another currency than
    /// the problem's.
    #[must_use]
    pub const fn new(prices: RowPrices) -> Self {
        Self { prices }
    }
}

impl AllocationStrategy for Priced {
    fn name(&self) -> &str {
        "priced"
    }

    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        let mut priced = board.clone();
        let unshared = priced.unshared();
        let lines = priced.lines.len();
        let mut share = Share {
            units: vec![0; priced.nodes.len().saturating_mul(lines)],
            shipments: vec![0; priced.nodes.len()],
            ..Share::default()
        };
        self.prices.write(board, &mut share);
        priced.share(&unshared, &share);
        decide(&priced, Limit { nodes: Exact::SEARCH_NODES }).draft.assignments(board)
    }
}

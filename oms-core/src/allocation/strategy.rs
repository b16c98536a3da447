//! The extension point: a strategy answers which node ships how many units of which line.

use serde::{Deserialize, Serialize};

use super::board::AllocationBoard;
use super::draft::Draft;
use super::load::Load;
use super::{
    AllocationAssignment, Exact, FewestShipments, GreedyCost, Nearest, NearestComplete, PlanProof, Priority,
};

/// Decides which node ships what. Implement it for a rule of your own; [`plan`](super::plan) prices the
/// answer, explains it, and refuses what cannot be shipped.
///
/// The answer must depend on nothing but the board, or plans will not repeat.
///
/// ```
/// use oms_core::allocation::{AllocationAssignment, AllocationBoard, AllocationStrategy};
///
/// /// All of each line from the first node that has it.
/// struct WholeLines;
///
/// impl AllocationStrategy for WholeLines {
///     fn name(&self) -> &str {
///         "whole_lines"
///     }
///     fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
///         let pick = |line: &oms_core::allocation::AllocationLine| {
///             let mut nodes = board.usable();
///             let node = nodes.find(|node| node.available.get(&line.sku) >= Some(&line.quantity))?;
///             Some(AllocationAssignment {
///                 line: line.line.clone(),
///                 node: node.node.clone(),
///                 quantity: line.quantity,
///             })
///         };
///         board.problem().lines.iter().filter_map(pick).collect()
///     }
/// }
/// ```
pub trait AllocationStrategy {
    /// Its name, as plans and comparisons show it.
    fn name(&self) -> &str;

    /// The assignments, at most one per line and node, in any order. What is left out is short.
    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment>;

    /// The assignments with what is proved about them; a strategy that proves nothing need not say so.
    fn answer(&self, board: &AllocationBoard<'_>) -> StrategyAnswer {
        StrategyAnswer { assignments: self.choose(board), proof: None }
    }
}

/// What a strategy decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategyAnswer {
    /// The assignments, as [`AllocationStrategy::choose`] gives them.
    pub assignments: Vec<AllocationAssignment>,
    /// What is proved about their cost.
    pub proof: Option<PlanProof>,
}

/// The shipped strategies by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AllocationStrategyKind {
    /// [`Priority`].
    Priority,
    /// [`Nearest`].
    Nearest,
    /// [`FewestShipments`].
    FewestShipments,
    /// [`GreedyCost`].
    GreedyCost,
    /// [`NearestComplete`].
    NearestComplete,
    /// [`Exact`].
    Exact,
}

impl AllocationStrategyKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Priority,
        Self::Nearest,
        Self::NearestComplete,
        Self::FewestShipments,
        Self::GreedyCost,
        Self::Exact,
    ];

    /// The strategy.
    #[must_use]
    pub fn strategy(self) -> &'static dyn AllocationStrategy {
        match self {
            Self::Priority => &Priority,
            Self::Nearest => &Nearest,
            Self::FewestShipments => &FewestShipments,
            Self::GreedyCost => &GreedyCost,
            Self::NearestComplete => &NearestComplete,
            Self::Exact => &Exact,
        }
    }
}

/// Lets the nodes ship what they can, one after the other, until nothing is left.
///
/// The last shipment allowed goes to the first node that can ship all that is left, if there is one: a limit on
/// shipments should not leave units behind that it need not.
///
/// Where some nodes must get their share before others do, they come first.
pub(super) fn drain(board: &AllocationBoard<'_>, order: &[usize]) -> Draft {
    let mut draft = Draft::new(board);
    let mut order = order.to_vec();
    for (_, floor) in &board.rules.floors {
        // Stable, so that nodes of one side stay in their order.
        order.sort_by_key(|node| !floor.inside.get(*node).copied().unwrap_or(false));
    }
    for (at, node) in order.iter().enumerate() {
        if draft.is_complete() || draft.loads.len() >= board.max_shipments {
            break;
        }
        let is_last = draft.loads.len().saturating_add(1) == board.max_shipments;
        let rest = order.get(at..).unwrap_or_default();
        let completing = is_last.then(|| rest.iter().find(|node| completes(board, **node, &draft))).flatten();
        draft.ship(board, *completing.unwrap_or(node));
    }
    draft.settled(board)
}

/// Whether a node can ship all that a draft leaves.
pub(super) fn completes(board: &AllocationBoard<'_>, node: usize, draft: &Draft) -> bool {
    let mut left = draft.left.clone();
    Load::new(board, node).fill(board, &mut left);
    left.iter().all(|left| *left == 0)
}

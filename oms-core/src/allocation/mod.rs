//! Which node ships which units: strategies, the plan they make with its reasons, and a checker that trusts nobody.
//!
//! A problem carries all it needs (stock that may be promised, costs, the price of every weight by lane), so that
//! deciding reads nothing else. Knows neither orders nor carriers nor how stock is held.

mod board;
mod check;
mod fewest_shipments;
mod greedy_cost;
pub mod instance;
pub mod kernel;
mod nearest;
mod plan;
mod planner;
mod priority;
mod problem;
mod rule;
mod strategy;

#[cfg(test)]
mod tests;

pub use board::AllocationBoard;
pub use check::{check_assignments, check_plan};
pub use fewest_shipments::FewestShipments;
pub use greedy_cost::GreedyCost;
pub use nearest::Nearest;
pub use plan::{
    AllocationAssignment, AllocationCost, AllocationError, AllocationOutcome, AllocationPlan,
    AllocationShortfall, AllocationVerdict, CandidateChosen, CandidateLost, CandidateRejected,
    CandidateRejection, PlannedShipment, ShortfallReason,
};
pub use planner::{plan, plan_assignments};
pub use priority::Priority;
pub use problem::{AllocationCandidate, AllocationLine, AllocationProblem};
pub use rule::{PlanRule, PlanViolation};
pub use strategy::{AllocationStrategy, AllocationStrategyKind};

//! Which node ships which units: strategies, the plan they make with its reasons, and a checker that trusts nobody.
//!
//! A problem carries all it needs (stock that may be promised, costs, the price of every weight by lane), so that
//! deciding reads nothing else. Knows neither orders nor carriers nor how stock is held.

pub mod backtest;
pub mod batch;
mod board;
mod bond;
mod check;
mod constraint;
mod cost;
mod dice;
mod draft;
mod exact;
mod explain;
mod facts;
mod fewest_shipments;
mod greedy_cost;
pub mod instance;
mod joint;
pub mod kernel;
mod load;
mod nearest;
mod nearest_complete;
mod objective;
mod plan;
mod planner;
mod priced;
mod pricing;
mod priority;
mod problem;
mod protection;
mod rule;
mod scope;
mod settle;
mod share;
mod shortfall;
mod sourcing;
mod strategy;
mod tiers;

#[cfg(test)]
mod tests;

pub use board::AllocationBoard;
pub use check::{check_assignments, check_plan};
pub use constraint::{
    AllocationConstraint, Area, Bonded, Border, Capability, Capacity, CapacityMeasure, CarrierChoice,
    CarrierCommitment, CellLimit, Commitment, ConstraintKind, CoolDown, Coverage, CrossBorder, CustomerBan,
    FairnessFloor, FulfilmentWanted, InTime, ItemNode, ItemNodeEffect, KeepStock, KeepTogether, LotLimit,
    MaxDistance, MaxRejects, MaxSplits, MinShipment, NoLineSplit, NoSplitBelow, NodeBudget, NodeKindAllowed,
    NodeMoney, NodeOffline, NodeRejectedAt, NodeRejects, NodeRoom, NodeUse, ProtectedLevel, ProtectedUnits,
    ReadyWithin, RunLimit, ShipComplete, StockOwner,
};
pub use cost::{ConstraintRef, CostKind, CostLine};
pub use exact::Exact;
pub use explain::{
    Alternative, BoundGap, ChoiceExplanation, ChoiceFlip, ExplanationLanguage, InputChange, PriceDrop,
    PriceRise, PromiseMoved, StockLess, StockMore, UnitSaving, explain_choice, explanation_text,
};
pub use facts::{LineFacts, NodeFacts, OrderFacts};
pub use fewest_shipments::FewestShipments;
pub use greedy_cost::GreedyCost;
pub use joint::{
    CapacityPrice, JointCapacity, JointCost, JointOrder, JointOrderPlan, JointPlan, JointProblem, MovedUnits,
    RowPrices, StockPrice, plan_jointly,
};
pub use nearest::Nearest;
pub use nearest_complete::NearestComplete;
pub use objective::{
    AgeBonus, AllocationObjective, BalanceCell, BalanceTerm, CapacityTerm, Co2Service, Co2Term, ExpiryBonus,
    Goal, LatePer, LatenessTerm, LineCost, MarkdownCell, MarkdownTerm, NodeBias, NodeLoad, NodeRejections,
    ObjectiveWeights, PriorityTerm, RejectionTerm, StockOutCell, StockOutTerm, UnfilledTerm,
};
pub use plan::{
    AllocationAssignment, AllocationCost, AllocationError, AllocationOutcome, AllocationPlan,
    AllocationShortfall, AllocationVerdict, CandidateChosen, CandidateLimit, CandidateLost,
    CandidateRejected, CandidateRejection, PlanProof, PlannedShipment, ShortfallReason,
};
pub use planner::{plan, plan_assignments};
pub use priced::Priced;
pub use priority::Priority;
pub use problem::{AllocationCandidate, AllocationLine, AllocationProblem};
pub use protection::{
    ClassDemand, ClassLimit, ClassProtection, ProtectionLevels, ProtectionRequest, booking_limit, decayed,
    protection_levels,
};
pub use rule::{PlanRule, PlanViolation};
pub use scope::{ItemScope, NodeScope};
pub use sourcing::{OrderSource, Sourcing, SourcingRule, SourcingTier};
pub use strategy::{AllocationStrategy, AllocationStrategyKind, StrategyAnswer};
pub use tiers::{LineSourcing, NextTier, TierReached, TierUntil};

//! What a plan is judged by: every cost in money, and in which order goals come.

mod balance;
mod capacity;
mod co2;
mod figure;
mod lateness;
mod markdown;
mod mode;
mod priority;
mod rejection;
mod stock_out;
mod unfilled;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use balance::{BalanceCell, BalanceTerm};
pub use capacity::{CapacityTerm, NodeLoad};
pub use co2::{Co2Service, Co2Term};
pub use lateness::{LatePer, LatenessTerm};
pub use markdown::{AgeBonus, ExpiryBonus, MarkdownCell, MarkdownTerm};
pub use mode::{Goal, ObjectiveWeights};
pub use priority::{NodeBias, PriorityTerm};
pub use rejection::{NodeRejections, RejectionTerm};
pub use stock_out::{StockOutCell, StockOutTerm};
pub use unfilled::{LineCost, UnfilledTerm};

pub(super) use figure::{Tail, half_up, per_mille};

use super::constraint::{Check, Sheet};
use crate::value::Problems;

/// What a plan is judged by, beside freight, handling and splits. All terms are in the problem's currency.
///
/// ```text
/// cost = freight + handling + split·max(0, shipments − 1) + Σ late + Σ x·(stock-out − markdown)
///      + capacity + Σ x·rejection + priority + CO2 + Σ unfilled + balance + prices of soft constraints
/// ```
///
/// Terms that are absent cost nothing. Each is weighed by its `weightPerMille`, 1000 by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationObjective {
    /// The goals in their order: each is met as well as the ones before it allow. Without any, as many units
    /// as possible ship at the lowest cost; or, where units that are not filled cost something, the lowest
    /// cost decides alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// How much freight, handling and splits weigh.
    #[serde(default, skip_serializing_if = "ObjectiveWeights::is_standard")]
    pub weights: ObjectiveWeights,
    /// What arriving late costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lateness: Option<LatenessTerm>,
    /// What selling the last units of a node costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock_out: Option<StockOutTerm>,
    /// What clearing slow stock saves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub markdown: Option<MarkdownTerm>,
    /// What filling a node up costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<CapacityTerm>,
    /// What the risk of a rejection costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection: Option<RejectionTerm>,
    /// By how much some nodes are preferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<PriorityTerm>,
    /// What emissions cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub co2: Option<Co2Term>,
    /// What units that do not ship cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfilled: Option<UnfilledTerm>,
    /// What uneven cover among nodes costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<BalanceTerm>,
}

impl AllocationObjective {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// Everything wrong with it.
    pub(super) fn problems(&self, problem: &super::AllocationProblem) -> Problems {
        let mut check = Check::new(problem);
        mode::check(&self.goals, &mut check);
        let terms: [(&str, Option<&dyn Term>); 9] = [
            ("lateness", self.lateness.as_ref().map(|term| term as &dyn Term)),
            ("stockOut", self.stock_out.as_ref().map(|term| term as &dyn Term)),
            ("markdown", self.markdown.as_ref().map(|term| term as &dyn Term)),
            ("capacity", self.capacity.as_ref().map(|term| term as &dyn Term)),
            ("rejection", self.rejection.as_ref().map(|term| term as &dyn Term)),
            ("priority", self.priority.as_ref().map(|term| term as &dyn Term)),
            ("co2", self.co2.as_ref().map(|term| term as &dyn Term)),
            ("unfilled", self.unfilled.as_ref().map(|term| term as &dyn Term)),
            ("balance", self.balance.as_ref().map(|term| term as &dyn Term)),
        ];
        for (name, term) in terms.into_iter().filter_map(|(name, term)| Some((name, term?))) {
            let place = format!("/{name}");
            check.below(&place, |check| term.check(check));
        }
        check.done()
    }

    /// Writes every term onto the sheet.
    pub(super) fn write(&self, sheet: &mut Sheet<'_, '_>) {
        let terms: [Option<&dyn Term>; 9] = [
            self.lateness.as_ref().map(|term| term as &dyn Term),
            self.stock_out.as_ref().map(|term| term as &dyn Term),
            self.markdown.as_ref().map(|term| term as &dyn Term),
            self.capacity.as_ref().map(|term| term as &dyn Term),
            self.rejection.as_ref().map(|term| term as &dyn Term),
            self.priority.as_ref().map(|term| term as &dyn Term),
            self.co2.as_ref().map(|term| term as &dyn Term),
            self.unfilled.as_ref().map(|term| term as &dyn Term),
            self.balance.as_ref().map(|term| term as &dyn Term),
        ];
        for term in terms.into_iter().flatten() {
            term.write(sheet);
        }
    }
}

/// A term of the objective.
trait Term {
    /// Notes what is wrong with it.
    fn check(&self, check: &mut Check<'_>);
    /// Writes what it costs.
    fn write(&self, sheet: &mut Sheet<'_, '_>);
}

/// The weight of a term that names none.
const fn whole() -> u32 {
    1000
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_whole(per_mille: &u32) -> bool {
    *per_mille == 1000
}

//! Tiers of nodes: who is asked first, and when the next are.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{AllocationAssignment, AllocationPlan, AllocationProblem};
use crate::value::{LineId, NodeId, Problems, RuleId};

/// From where lines are sourced: tiers of nodes that are asked one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineSourcing {
    /// The rule that says so.
    pub rule: RuleId,
    /// The lines; each stands in one sourcing at most. A line in none is sourced from all candidates.
    pub lines: BTreeSet<LineId>,
    /// The tiers; the first is asked first. A candidate in none is never asked.
    pub tiers: Vec<BTreeSet<NodeId>>,
    /// Whether a later tier joins the earlier ones or takes their place.
    #[serde(default)]
    pub next: NextTier,
    /// When lines are satisfied, so that no later tier is asked.
    #[serde(default)]
    pub until: TierUntil,
}

/// Whether a later tier joins the earlier ones or takes their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NextTier {
    /// All tiers up to it ship together.
    #[default]
    Joins,
    /// Only it ships.
    Replaces,
}

/// When lines are satisfied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TierUntil {
    /// When all their units ship.
    #[default]
    Filled,
    /// When some of their units ship.
    Started,
}

/// How far the tiers of a sourcing were asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TierReached {
    /// The rule.
    pub rule: RuleId,
    /// The last tier that was asked, from 1.
    pub tier: u32,
}

impl LineSourcing {
    /// Whether a node is asked for the lines when so many tiers have been reached, counted from 1.
    pub(super) fn asks(&self, node: &NodeId, reached: usize) -> bool {
        let from = match self.next {
            NextTier::Joins => 0,
            NextTier::Replaces => reached.saturating_sub(1),
        };
        self.tiers.iter().take(reached).skip(from).any(|tier| tier.contains(node))
    }
}

/// How far each sourcing is asked at first.
pub(super) fn first(problem: &AllocationProblem) -> Vec<usize> {
    vec![1; problem.sourcing.len()]
}

/// Goes on to the next tier of each sourcing whose lines a plan does not satisfy; false if there is none.
pub(super) fn advance(problem: &AllocationProblem, plan: &AllocationPlan, reached: &mut [usize]) -> bool {
    let is_short = |line: &LineId| plan.shortfalls.iter().any(|short| short.line == *line);
    let ships = |line: &LineId| plan.assignments.iter().any(|one| one.line == *line);
    go_on(problem, &is_short, &ships, reached)
}

/// As [`advance`], by which lines are short and which ship something.
pub(super) fn go_on(
    problem: &AllocationProblem,
    is_short: &dyn Fn(&LineId) -> bool,
    ships: &dyn Fn(&LineId) -> bool,
    reached: &mut [usize],
) -> bool {
    let mut goes_on = false;
    for (sourcing, reached) in problem.sourcing.iter().zip(reached) {
        let is_satisfied = match sourcing.until {
            TierUntil::Filled => !sourcing.lines.iter().any(is_short),
            TierUntil::Started => sourcing.lines.iter().any(ships),
        };
        if !is_satisfied && *reached < sourcing.tiers.len() {
            *reached = reached.saturating_add(1);
            goes_on = true;
        }
    }
    goes_on
}

/// How far each sourcing must have been asked for assignments to be possible; as far as it goes where they are not.
pub(super) fn needed(problem: &AllocationProblem, assignments: &[AllocationAssignment]) -> Vec<usize> {
    let tier = |sourcing: &LineSourcing| {
        let used = || assignments.iter().filter(|one| sourcing.lines.contains(&one.line));
        let all = sourcing.tiers.len();
        (1..=all).find(|tier| used().all(|one| sourcing.asks(&one.node, *tier))).unwrap_or(all)
    };
    problem.sourcing.iter().map(tier).collect()
}

/// How far the tiers were asked, as a plan shows it.
pub(super) fn shown(problem: &AllocationProblem, reached: &[usize]) -> Vec<TierReached> {
    let rows = problem.sourcing.iter().zip(reached);
    let row = |(sourcing, reached): (&LineSourcing, &usize)| TierReached {
        rule: sourcing.rule.clone(),
        tier: u32::try_from(*reached).unwrap_or(u32::MAX),
    };
    rows.map(row).collect()
}

/// Everything wrong with the sourcing of a problem.
pub(super) fn check(problem: &AllocationProblem, problems: &mut Problems) {
    let lines: BTreeSet<_> = problem.lines.iter().map(|line| &line.line).collect();
    let mut sourced = BTreeSet::new();
    for (at, sourcing) in problem.sourcing.iter().enumerate() {
        if sourcing.tiers.is_empty() {
            problems.add("input.empty", format!("/sourcing/{at}/tiers"), "name at least one tier");
        }
        for line in &sourcing.lines {
            let place = format!("/sourcing/{at}/lines");
            if !lines.contains(line) {
                problems.add("allocation.unknown_line", place, format!("there is no line `{line}`"));
            } else if !sourced.insert(line) {
                let message = format!("line `{line}` is sourced already");
                problems.add("allocation.duplicate_row", place, message);
            }
        }
    }
}

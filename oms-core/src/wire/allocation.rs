//! Planning and checking an allocation over a problem that is given whole, without an engine.

use serde::{Deserialize, Serialize};

use crate::allocation::{
    self, AllocationAssignment, AllocationPlan, AllocationProblem, AllocationStrategyKind, ChoiceExplanation,
    ExplanationLanguage, JointPlan, JointProblem, PlanViolation, Priced, RowPrices, check_assignments,
    check_plan, explain_choice, explanation_text, plan, plan_jointly,
};
use crate::error::Error;
use crate::value::{Problems, Text};

/// A problem to be planned: by a strategy, at prices of what is scarce, or by assignments of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlanAllocationOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanAllocationOf {
    /// The problem.
    pub problem: Box<AllocationProblem>,
    /// The strategy that decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<AllocationStrategyKind>,
    /// The assignments, where no strategy decides: priced, explained, and refused where they break a rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignments: Option<Vec<AllocationAssignment>>,
    /// The prices of scarce stock and capacity, of the last batch: the strategy `priced` then decides. It searches as
    /// `exact` does, and leaves to later orders what is worth more to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prices: Option<RowPrices>,
    /// The name that the plan shows for assignments of one's own; `own` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// What ships from where, what it costs, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlanAllocationAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanAllocationAnswer {
    /// The plan.
    pub plan: Box<AllocationPlan>,
}

/// Orders to be planned together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlanBatchOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanBatchOf {
    /// The orders, and what they share.
    pub batch: Box<JointProblem>,
}

/// What each order ships from where, what all of it costs, and how much cheaper any plan could be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlanBatchAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanBatchAnswer {
    /// The plan.
    pub plan: Box<JointPlan>,
}

/// A problem whose plan is to be explained: by a strategy, or by assignments of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ExplainAllocationOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExplainAllocationOf {
    /// The problem.
    pub problem: Box<AllocationProblem>,
    /// The strategy that decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<AllocationStrategyKind>,
    /// The assignments, where no strategy decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignments: Option<Vec<AllocationAssignment>>,
    /// In which language the text is.
    #[serde(default)]
    pub language: ExplanationLanguage,
}

/// What ships from where, and why not from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ExplainAllocationAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExplainAllocationAnswer {
    /// The plan.
    pub plan: Box<AllocationPlan>,
    /// Why these nodes.
    pub choice: ChoiceExplanation,
    /// Both as sentences, one a line.
    pub text: String,
}

/// A plan, or assignments alone, to be checked against a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CheckAllocationOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckAllocationOf {
    /// The problem.
    pub problem: Box<AllocationProblem>,
    /// The plan, with its costs and verdicts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Box<AllocationPlan>>,
    /// Assignments, where there is no plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignments: Option<Vec<AllocationAssignment>>,
}

/// What a plan breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CheckAllocationAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckAllocationAnswer {
    /// The rules it breaks; none if it is right.
    pub violations: Vec<PlanViolation>,
}

impl PlanAllocationOf {
    pub(super) fn answer(&self) -> Result<PlanAllocationAnswer, Error> {
        if let Some(prices) = &self.prices {
            if self.strategy.is_some() || self.assignments.is_some() {
                return Err(one_of("give prices, name a strategy, or give assignments: one of them"));
            }
            let problems = prices.problems(self.problem.currency).under("/prices");
            if !problems.is_empty() {
                return Err(Error::Input(problems));
            }
            let planned = plan(&self.problem, &Priced::new(prices.clone()));
            let plan = Box::new(planned.map_err(|error| Error::from(error).under("/problem"))?);
            return Ok(PlanAllocationAnswer { plan });
        }
        let name = self.name.as_ref().map_or("own", Text::as_str);
        let plan = Box::new(planned(&self.problem, self.strategy, self.assignments.as_deref(), name)?);
        Ok(PlanAllocationAnswer { plan })
    }
}

impl PlanBatchOf {
    pub(super) fn answer(&self) -> Result<PlanBatchAnswer, Error> {
        let plan = plan_jointly(&self.batch).map_err(|error| Error::from(error).under("/batch"))?;
        Ok(PlanBatchAnswer { plan: Box::new(plan) })
    }
}

impl ExplainAllocationOf {
    pub(super) fn answer(&self) -> Result<ExplainAllocationAnswer, Error> {
        let plan = planned(&self.problem, self.strategy, self.assignments.as_deref(), "own")?;
        let choice = explain_choice(&self.problem, &plan);
        let choice = choice.map_err(|error| Error::from(error).under("/problem"))?;
        let text = explanation_text(&plan, &choice, self.language);
        Ok(ExplainAllocationAnswer { plan: Box::new(plan), choice, text })
    }
}

fn planned(
    problem: &AllocationProblem,
    strategy: Option<AllocationStrategyKind>,
    assignments: Option<&[AllocationAssignment]>,
    name: &str,
) -> Result<AllocationPlan, Error> {
    let planned = match (strategy, assignments) {
        (Some(kind), None) => plan(problem, kind.strategy()),
        (None, Some(own)) => allocation::plan_assignments(problem, name, own.to_vec()),
        _ => return Err(one_of("name a strategy, or give assignments, and not both")),
    };
    planned.map_err(|error| Error::from(error).under("/problem"))
}

impl CheckAllocationOf {
    pub(super) fn answer(&self) -> Result<CheckAllocationAnswer, Error> {
        let violations = match (&self.plan, &self.assignments) {
            (Some(plan), None) => check_plan(&self.problem, plan),
            (None, Some(own)) => check_assignments(&self.problem, own),
            _ => return Err(one_of("give a plan, or assignments, and not both")),
        };
        Ok(CheckAllocationAnswer { violations })
    }
}

fn one_of(message: &str) -> Error {
    let mut problems = Problems::new();
    problems.add("input.invalid_value", "", message);
    Error::Input(problems)
}

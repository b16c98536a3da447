//! The checker: verifies any solution, to the cent, against the instance alone. It shares no code with any planner.

mod rule;
mod tally;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Instance, InstanceError, InstanceShipment, SOLUTION_FORMAT, SolutionFile};
use crate::value::Problems;
pub use rule::{SolutionRule, SolutionViolation};
use tally::Tally;

/// What a solution costs, in cents, by part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SolutionCost {
    /// The nodes' cost of each shipment.
    pub fixed: i64,
    /// The nodes' cost of each unit.
    pub handling: i64,
    /// Carriers: base and weight steps.
    pub freight: i64,
    /// Days late.
    pub late: i64,
    /// Shipments of an order after its first.
    pub split: i64,
    /// Units left unfilled.
    pub short: i64,
}

impl SolutionCost {
    /// The sum of the parts.
    #[must_use]
    pub fn total(&self) -> i64 {
        [self.handling, self.freight, self.late, self.split, self.short]
            .iter()
            .fold(self.fixed, |sum, part| sum.saturating_add(*part))
    }
}

/// What the checker found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SolutionCheck {
    /// The rules that are broken, in the order of the shipments, then of nodes and orders. None: the solution is
    /// feasible. A shipment that breaks a rule of its own counts towards nothing below.
    pub violations: Vec<SolutionViolation>,
    /// What it costs.
    pub cost: SolutionCost,
    /// The sum of the parts.
    pub total_cents: i64,
    /// What each order costs.
    pub order_cents: Vec<i64>,
}

impl SolutionCheck {
    /// Whether no rule is broken.
    #[must_use]
    pub fn is_feasible(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Verifies a solution and tells what it costs. `O(shipments · log + lines)`.
///
/// # Errors
/// [`InstanceError::InvalidSolution`] when it is a solution of something else. What breaks a rule is no error: it
/// is told in the answer.
pub fn check_solution(instance: &Instance, solution: &SolutionFile) -> Result<SolutionCheck, InstanceError> {
    let mut problems = Problems::new();
    if solution.format != SOLUTION_FORMAT {
        let message = format!("`{SOLUTION_FORMAT}` is the one known");
        problems.add("input.unknown_value", "/format", message);
    }
    if solution.instance != instance.name() {
        let message = format!("the instance is `{}`", instance.name());
        problems.add("allocation.other_instance", "/instance", message);
    }
    if !problems.is_empty() {
        return Err(InstanceError::InvalidSolution(problems));
    }
    Ok(check_shipments(instance, &solution.shipments))
}

/// [`check_solution`], which refuses a solution that breaks a rule, or that says a cost other than its own.
///
/// # Errors
/// [`InstanceError::Infeasible`], with one problem for each breach.
pub fn check_claim(instance: &Instance, solution: &SolutionFile) -> Result<SolutionCheck, InstanceError> {
    let mut checked = check_solution(instance, solution)?;
    if let Some(claim) = solution.cost_cents.filter(|claim| *claim != checked.total_cents) {
        let message = format!("it costs {}, not {claim}", checked.total_cents);
        checked.violations.push(SolutionViolation::new(
            SolutionRule::Claim,
            "/cost_cents".to_owned(),
            message,
        ));
    }
    if checked.is_feasible() {
        return Ok(checked);
    }
    let mut problems = Problems::new();
    for violation in checked.violations {
        problems.add(violation.rule.code(), violation.path, violation.message);
    }
    Err(InstanceError::Infeasible(problems))
}

fn check_shipments(instance: &Instance, shipments: &[InstanceShipment]) -> SolutionCheck {
    let mut tally = Tally::new(instance);
    let mut seen = BTreeSet::new();
    for (at, shipment) in shipments.iter().enumerate() {
        if !seen.insert((shipment.order, shipment.node)) {
            let (order, node) = (shipment.order, shipment.node);
            let message = format!("order {order} has a shipment from node {node} already");
            tally.breach(SolutionRule::OneShipment, format!("/shipments/{at}"), message);
        }
        match price(instance, shipment) {
            Ok(cost) => tally.count(at, shipment, cost),
            Err((rule, message)) => tally.breach(rule, format!("/shipments/{at}"), message),
        }
    }
    tally.finish()
}

/// What a shipment costs, or the rule of its own that it breaks.
fn price(instance: &Instance, shipment: &InstanceShipment) -> Result<SolutionCost, (SolutionRule, String)> {
    let breach = |rule, message: String| Err((rule, message));
    let InstanceShipment { order: o, node: n, service: s, items } = shipment;
    let Some(order) = instance.orders().get(*o as usize) else {
        return breach(SolutionRule::Known, format!("there is no order {o}"));
    };
    let Some(node) = instance.nodes().get(*n as usize) else {
        return breach(SolutionRule::Known, format!("there is no node {n}"));
    };
    let Some(service) = instance.services().get(*s as usize) else {
        return breach(SolutionRule::Known, format!("there is no service {s}"));
    };
    let lines = instance.lines(order);
    let mut named = BTreeSet::new();
    let (mut units, mut grams) = (0_i64, 0_i64);
    for item in items {
        let Some(line) = lines.get(item.line as usize) else {
            return breach(SolutionRule::Known, format!("order {o} has no line {}", item.line));
        };
        if item.quantity == 0 {
            return breach(SolutionRule::NotEmpty, format!("line {} ships 0 units", item.line));
        }
        if !named.insert(item.line) {
            return breach(SolutionRule::LineOnce, format!("line {} stands twice", item.line));
        }
        units = units.saturating_add(i64::from(item.quantity));
        grams = grams.saturating_add(i64::from(item.quantity).saturating_mul(instance.weight_g(line.sku)));
    }
    if items.is_empty() {
        return breach(SolutionRule::NotEmpty, "it ships nothing".to_owned());
    }
    if !node.services.contains(s) {
        return breach(SolutionRule::Offered, format!("node {n} does not use service {s}"));
    }
    let figures = instance.zone(*n, order.region).and_then(|zone| {
        let base = service.base_cents.get(zone).filter(|base| **base >= 0)?;
        Some((*base, *service.step_cents.get(zone)?, *service.days.get(zone)?))
    });
    let Some((base, step, days)) = figures else {
        return breach(SolutionRule::Offered, format!("service {s} does not go from node {n} to order {o}"));
    };
    if service.max_weight_g > 0 && grams > service.max_weight_g {
        return breach(SolutionRule::Weight, format!("{grams} g are more than service {s} takes"));
    }
    let steps = grams.saturating_add(instance.weight_step_g() - 1) / instance.weight_step_g().max(1);
    let late_days = node.ready_day.saturating_add(days).saturating_sub(order.promise_day).max(0);
    Ok(SolutionCost {
        fixed: node.ship_cents,
        handling: node.unit_cents.saturating_mul(units),
        freight: base.saturating_add(step.saturating_mul(steps)),
        late: order.late_cents.saturating_mul(late_days),
        split: 0,
        short: 0,
    })
}

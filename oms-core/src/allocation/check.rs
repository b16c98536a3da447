//! The independent checker: recomputes a whole plan from the problem and shares no code with those who make plans.

mod constraint;
mod cost;
mod figure;
mod order;
mod service;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AllocationAssignment, AllocationCandidate, AllocationLine, AllocationOutcome, AllocationPlan,
    AllocationProblem, ConstraintRef, PlanRule, PlanViolation, PlannedShipment,
};
use crate::network::{Lane, Tariff};
use crate::value::{LineId, Money, NodeId, SkuId};

/// Every rule that the assignments break by themselves, whatever the plan says about costs; none if they
/// can be shipped.
#[must_use]
pub fn check_assignments(
    problem: &AllocationProblem,
    assignments: &[AllocationAssignment],
) -> Vec<PlanViolation> {
    let mut checker = Checker::new(problem);
    checker.check_assignments(assignments);
    checker.violations
}

/// Every rule that a plan breaks; none if it is right to the unit, the gram and the cent.
///
/// It trusts neither the strategy nor the planner and shares no code with them. Whether a better plan exists is
/// not its question; a dearer service than the cheapest is allowed as long as its price is right.
#[must_use]
pub fn check_plan(problem: &AllocationProblem, plan: &AllocationPlan) -> Vec<PlanViolation> {
    let mut checker = Checker::new(problem);
    checker.check_assignments(&plan.assignments);
    checker.check_conservation(plan);
    checker.check_shipments(plan);
    checker.check_costs(plan);
    checker.check_cost_lines(plan);
    checker.check_tiers(plan);
    checker.check_verdicts(plan);
    checker.violations
}

struct Checker<'p> {
    problem: &'p AllocationProblem,
    lines: BTreeMap<&'p LineId, &'p AllocationLine>,
    nodes: BTreeMap<&'p NodeId, &'p AllocationCandidate>,
    violations: Vec<PlanViolation>,
}

/// Where a violation lies.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    line: Option<&'a LineId>,
    node: Option<&'a NodeId>,
    sku: Option<&'a SkuId>,
    constraint: Option<ConstraintRef>,
}

/// The units that nodes ship, by line.
type Shipped<'a> = BTreeMap<&'a NodeId, BTreeMap<&'a LineId, u128>>;

fn shipped(assignments: &[AllocationAssignment]) -> Shipped<'_> {
    let mut shipped = Shipped::new();
    for AllocationAssignment { line, node, quantity } in assignments {
        *shipped.entry(node).or_default().entry(line).or_default() += u128::from(quantity.units());
    }
    shipped
}

impl<'p> Checker<'p> {
    fn new(problem: &'p AllocationProblem) -> Self {
        let lines = problem.lines.iter().map(|line| (&line.line, line)).collect();
        let nodes = problem.candidates.iter().map(|candidate| (&candidate.node, candidate)).collect();
        let mut checker = Self { problem, lines, nodes, violations: Vec::new() };
        let problems = problem.problems();
        if !problems.is_empty() {
            checker.report(PlanRule::ValidProblem, Place::default(), "no problem", &problems);
        }
        checker
    }

    fn report(
        &mut self,
        rule: PlanRule,
        place: Place<'_>,
        expected: impl std::fmt::Display,
        found: impl std::fmt::Display,
    ) {
        self.violations.push(PlanViolation {
            rule,
            line: place.line.cloned(),
            node: place.node.cloned(),
            sku: place.sku.cloned(),
            constraint: place.constraint,
            expected: expected.to_string(),
            found: found.to_string(),
        });
    }

    /// Reports the rule unless both are equal.
    fn equal<T: PartialEq + std::fmt::Display>(
        &mut self,
        rule: PlanRule,
        place: Place<'_>,
        expected: T,
        found: T,
    ) {
        if expected != found {
            self.report(rule, place, expected, found);
        }
    }

    fn freight_unknown(&self) -> bool {
        !self.problem.lanes_required && self.problem.candidates.iter().all(|one| one.lane.options.is_empty())
    }

    fn check_assignments(&mut self, assignments: &[AllocationAssignment]) {
        let mut seen = BTreeSet::new();
        let mut by_line: BTreeMap<&LineId, u128> = BTreeMap::new();
        let mut by_cell: BTreeMap<(&NodeId, &SkuId), u128> = BTreeMap::new();
        let mut weights: BTreeMap<&NodeId, u128> = BTreeMap::new();
        for AllocationAssignment { line, node, quantity } in assignments {
            let place = || Place { line: Some(line), node: Some(node), ..Place::default() };
            let units = u128::from(quantity.units());
            if !seen.insert((line, node)) {
                self.report(PlanRule::NoDuplicate, place(), "once", "again");
            }
            if units == 0 {
                self.report(PlanRule::NonZero, place(), "at least 1", 0);
            }
            if !self.nodes.contains_key(node) {
                self.report(PlanRule::KnownNode, place(), "a candidate", node);
            }
            let Some(known) = self.lines.get(line).copied() else {
                self.report(PlanRule::KnownLine, place(), "a line of the problem", line);
                continue;
            };
            *by_line.entry(line).or_default() += units;
            *by_cell.entry((node, &known.sku)).or_default() += units;
            *weights.entry(node).or_default() += units * u128::from(known.unit_weight.as_grams());
        }
        for (line, units) in &by_line {
            let asked = self.lines.get(line).map_or(0, |line| u128::from(line.quantity.units()));
            if *units > asked {
                self.report(
                    PlanRule::LineQuantity,
                    Place { line: Some(line), ..Place::default() },
                    asked,
                    units,
                );
            }
        }
        for ((node, sku), units) in by_cell {
            let candidate = self.nodes.get(node);
            let has =
                candidate.and_then(|one| one.available.get(sku)).map_or(0, |has| u128::from(has.units()));
            if units > has {
                let place = Place { node: Some(node), sku: Some(sku), ..Place::default() };
                self.report(PlanRule::Stock, place, has, units);
            }
        }
        for (node, grams) in &weights {
            self.check_node(node, *grams);
        }
        self.check_order_rules(weights.len(), &by_line);
        let shipped = shipped(assignments);
        self.check_constraints(&shipped);
        self.check_sourcing(&shipped);
    }

    fn check_node(&mut self, node: &NodeId, grams: u128) {
        let Some(candidate) = self.nodes.get(node).copied() else { return };
        let place = || Place { node: Some(node), ..Place::default() };
        if !candidate.active {
            self.report(PlanRule::NodeOpen, place(), "open", "closed");
        }
        if self.freight_unknown() {
            return;
        }
        if candidate.lane.options.is_empty() {
            self.report(PlanRule::Lane, place(), "a carrier", "none");
        } else if !candidate.lane.options.iter().any(|option| tariff_minor(&option.tariff, grams).is_some()) {
            self.report(PlanRule::WeightLimit, place(), "a weight that a carrier takes", grams);
        }
    }

    fn check_order_rules(&mut self, shipments: usize, by_line: &BTreeMap<&LineId, u128>) {
        let most =
            self.problem.max_shipments.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
        if shipments > most {
            self.report(PlanRule::MaxShipments, Place::default(), most, shipments);
        }
        if self.problem.ship_complete && shipments > 0 {
            for line in &self.problem.lines {
                let asked = u128::from(line.quantity.units());
                let units = by_line.get(&line.line).copied().unwrap_or(0);
                let place = Place { line: Some(&line.line), ..Place::default() };
                self.equal(PlanRule::ShipComplete, place, asked, units);
            }
        }
    }

    fn check_conservation(&mut self, plan: &AllocationPlan) {
        let mut seen = BTreeSet::new();
        let mut by_line: BTreeMap<&LineId, u128> = BTreeMap::new();
        for assignment in &plan.assignments {
            *by_line.entry(&assignment.line).or_default() += u128::from(assignment.quantity.units());
        }
        for shortfall in &plan.shortfalls {
            let place = || Place { line: Some(&shortfall.line), ..Place::default() };
            if !seen.insert((&shortfall.line, shortfall.reason, shortfall.constraint)) {
                self.report(PlanRule::NoDuplicate, place(), "once", "again");
            }
            if shortfall.quantity.is_zero() {
                self.report(PlanRule::NonZero, place(), "at least 1", 0);
            }
            if !self.lines.contains_key(&shortfall.line) {
                self.report(PlanRule::KnownLine, place(), "a line of the problem", &shortfall.line);
            }
            *by_line.entry(&shortfall.line).or_default() += u128::from(shortfall.quantity.units());
        }
        for line in &self.problem.lines {
            let (asked, found) = (line.quantity.units(), by_line.get(&line.line).copied().unwrap_or(0));
            let place = Place { line: Some(&line.line), ..Place::default() };
            self.equal(PlanRule::Conservation, place, u128::from(asked), found);
        }
    }

    fn check_shipments(&mut self, plan: &AllocationPlan) {
        let mut assigned: BTreeMap<&NodeId, (u128, u128)> = BTreeMap::new();
        for assignment in &plan.assignments {
            let (units, grams) = assigned.entry(&assignment.node).or_default();
            let more = u128::from(assignment.quantity.units());
            let line = self.lines.get(&assignment.line);
            *units += more;
            *grams += more * line.map_or(0, |line| u128::from(line.unit_weight.as_grams()));
        }
        let mut seen = BTreeSet::new();
        for shipment in &plan.shipments {
            let place = || Place { node: Some(&shipment.node), ..Place::default() };
            if !seen.insert(&shipment.node) {
                self.report(PlanRule::NoDuplicate, place(), "once", "again");
            }
            let Some((units, grams)) = assigned.get(&shipment.node).copied() else {
                self.report(PlanRule::ShipmentSet, place(), "no shipment", "a shipment");
                continue;
            };
            self.equal(PlanRule::ShipmentUnits, place(), units, u128::from(shipment.units));
            self.equal(PlanRule::ShipmentWeight, place(), grams, u128::from(shipment.weight_grams));
            if let Some(candidate) = self.nodes.get(&shipment.node).copied() {
                self.check_shipment(shipment, candidate, units, grams);
            }
        }
        for node in assigned.keys().filter(|node| !seen.contains(**node)) {
            let place = Place { node: Some(node), ..Place::default() };
            self.report(PlanRule::ShipmentSet, place, "a shipment", "none");
        }
    }

    fn check_shipment(
        &mut self,
        shipment: &PlannedShipment,
        candidate: &AllocationCandidate,
        units: u128,
        grams: u128,
    ) {
        let place = || Place { node: Some(&shipment.node), ..Place::default() };
        if shipment.distance_metres != candidate.distance_metres {
            let text = |metres: Option<u32>| metres.map_or("unknown".to_owned(), |metres| metres.to_string());
            let (expected, found) = (text(candidate.distance_metres), text(shipment.distance_metres));
            self.report(PlanRule::ShipmentDistance, place(), expected, found);
        }
        let units = i128::try_from(units).unwrap_or(i128::MAX);
        let per_unit = i128::from(candidate.unit_cost.minor()).saturating_mul(units);
        let handling = per_unit.saturating_add(i128::from(candidate.shipment_cost.minor()));
        self.equal(PlanRule::Handling, place(), handling, i128::from(shipment.handling.minor()));
        if self.freight_unknown() {
            self.equal(PlanRule::Freight, place(), 0, i128::from(shipment.freight.minor()));
            if shipment.carrier.is_some() || shipment.service.is_some() || shipment.transit_days.is_some() {
                self.report(PlanRule::Lane, place(), "no carrier", "a carrier");
            }
            return;
        }
        // A lane may offer one service twice; the plan must agree with one of the offers.
        let offers = named_offers(&candidate.lane, shipment, grams);
        let freight = i128::from(shipment.freight.minor());
        if offers.is_empty() {
            self.report(PlanRule::Lane, place(), "a service of the lane that takes the weight", "none");
        } else if !offers.iter().any(|(minor, _)| *minor == freight) {
            let expected = offers.first().map_or(0, |(minor, _)| *minor);
            self.report(PlanRule::Freight, place(), expected, freight);
        } else if !offers
            .iter()
            .any(|(minor, days)| *minor == freight && Some(*days) == shipment.transit_days)
        {
            let expected = offers.first().map_or(0, |(_, days)| *days);
            self.report(PlanRule::TransitDays, place(), expected, shipment.transit_days.unwrap_or_default());
        }
    }

    fn check_costs(&mut self, plan: &AllocationPlan) {
        let sum = |part: fn(&PlannedShipment) -> Money, weight: u32| -> i128 {
            plan.shipments.iter().map(|shipment| figure::weighed(part(shipment).minor().into(), weight)).sum()
        };
        let cost = &plan.cost;
        let nowhere = Place::default;
        let weights = &self.problem.objective.weights;
        let splits = i128::try_from(plan.shipments.len().saturating_sub(1)).unwrap_or(i128::MAX);
        let each = figure::weighed(self.problem.split_cost.minor().into(), weights.split_per_mille);
        let split = splits.saturating_mul(each);
        let lines: i128 = cost.lines.iter().map(|line| i128::from(line.cost.minor())).sum();
        let [freight, handling, split_found, total] =
            [cost.freight, cost.handling, cost.split, cost.total].map(|money| i128::from(money.minor()));
        self.equal(
            PlanRule::FreightTotal,
            nowhere(),
            sum(|shipment| shipment.freight, weights.freight_per_mille),
            freight,
        );
        self.equal(
            PlanRule::HandlingTotal,
            nowhere(),
            sum(|shipment| shipment.handling, weights.handling_per_mille),
            handling,
        );
        self.equal(PlanRule::SplitTotal, nowhere(), split, split_found);
        self.equal(PlanRule::Total, nowhere(), freight + handling + split_found + lines, total);
        let parts = plan.shipments.iter().flat_map(|shipment| [shipment.freight, shipment.handling]);
        let lines = plan.shipments.iter().flat_map(|shipment| &shipment.costs).chain(&cost.lines);
        let parts = parts.chain(lines.map(|line| line.cost));
        let amounts = parts.chain([cost.freight, cost.handling, cost.split, cost.total]);
        for money in amounts.filter(|money| money.currency() != self.problem.currency) {
            self.report(PlanRule::Currency, nowhere(), self.problem.currency, money.currency());
        }
    }

    fn check_verdicts(&mut self, plan: &AllocationPlan) {
        let mut verdicts: BTreeMap<&NodeId, (usize, bool)> = BTreeMap::new();
        for verdict in &plan.candidates {
            let (count, is_chosen) = verdicts.entry(&verdict.node).or_default();
            *count += 1;
            *is_chosen = matches!(verdict.outcome, AllocationOutcome::Chosen(_));
        }
        let shipping: BTreeSet<&NodeId> = plan.shipments.iter().map(|shipment| &shipment.node).collect();
        for node in self.problem.candidates.iter().map(|candidate| &candidate.node) {
            let place = Place { node: Some(node), ..Place::default() };
            let (count, is_chosen) = verdicts.remove(node).unwrap_or_default();
            self.equal(PlanRule::Verdicts, place, 1, count);
            if is_chosen != shipping.contains(node) {
                let text = |is_chosen| if is_chosen { "chosen" } else { "not chosen" };
                self.report(PlanRule::Verdicts, place, text(!is_chosen), text(is_chosen));
            }
        }
        for (node, (count, _)) in verdicts {
            self.report(PlanRule::Verdicts, Place { node: Some(node), ..Place::default() }, 0, count);
        }
    }
}

/// Price and days of every offer of the lane that bears the names the shipment has.
fn named_offers(lane: &Lane, shipment: &PlannedShipment, grams: u128) -> Vec<(i128, u16)> {
    let named = lane.options.iter().filter(|option| {
        shipment.carrier.as_ref() == Some(&option.carrier)
            && shipment.service.as_ref() == Some(&option.service)
    });
    named.filter_map(|option| Some((tariff_minor(&option.tariff, grams)?, option.transit_days))).collect()
}

/// The price of a weight in minor units, written out anew from the definition of a tariff.
fn tariff_minor(tariff: &Tariff, grams: u128) -> Option<i128> {
    for band in &tariff.bands {
        if grams <= u128::from(band.up_to.as_grams()) {
            return Some(i128::from(band.price.minor()));
        }
    }
    let (last, beyond) = (tariff.bands.last()?, tariff.beyond.as_ref()?);
    let excess = grams.checked_sub(u128::from(last.up_to.as_grams()))?;
    let step = u128::from(beyond.step.as_grams());
    let started = excess.checked_div(step)? + u128::from(excess.checked_rem(step)? != 0);
    let more = i128::try_from(started).ok()?.checked_mul(i128::from(beyond.price.minor()))?;
    more.checked_add(i128::from(last.price.minor()))
}

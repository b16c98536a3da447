//! What constraints say of the service of a shipment.

use std::collections::BTreeMap;

use super::{Checker, Place, Shipped, tariff_minor};
use crate::allocation::{AllocationCandidate, AllocationConstraint, ConstraintRef, PlanRule};
use crate::network::LaneOption;
use crate::value::LineId;

/// A shipment by one service.
pub(super) struct ByService<'a, 'b> {
    pub(super) node: &'a AllocationCandidate,
    pub(super) units: &'b BTreeMap<&'b LineId, u128>,
    /// None where freight is unknown.
    pub(super) option: Option<&'a LaneOption>,
    pub(super) freight: i128,
}

impl<'p> Checker<'p> {
    /// The shipment by every service that takes its weight.
    fn offers<'b>(
        &self,
        node: &'p AllocationCandidate,
        units: &'b BTreeMap<&'b LineId, u128>,
    ) -> Vec<ByService<'p, 'b>> {
        if self.freight_unknown() {
            return vec![ByService { node, units, option: None, freight: 0 }];
        }
        let weights = units.iter().map(|(line, units)| {
            units * self.lines.get(*line).map_or(0, |line| u128::from(line.unit_weight.as_grams()))
        });
        let grams: u128 = weights.sum();
        let offer = |option| {
            Some(ByService {
                node,
                units,
                option: Some(option),
                freight: tariff_minor(&option.tariff, grams)?,
            })
        };
        node.lane.options.iter().filter_map(offer).collect()
    }

    /// Days by which each line is late that is.
    pub(super) fn late_days(&self, shipment: &ByService<'_, '_>) -> Vec<i128> {
        let Some(option) = shipment.option else { return Vec::new() };
        let arrives = i128::from(shipment.node.facts.ready_days) + i128::from(option.transit_days);
        let promised = |line: &&LineId| {
            let own = self.lines.get(*line).and_then(|line| line.facts.promise_days);
            own.or(self.problem.order.promise_days).map(i128::from)
        };
        let late = shipment.units.keys().filter_map(|line| Some(arrives - promised(line)?));
        late.filter(|days| *days > 0).collect()
    }

    pub(super) fn handling(&self, shipment: &ByService<'_, '_>) -> i128 {
        let units = i128::try_from(shipment.units.values().sum::<u128>()).unwrap_or(i128::MAX);
        let each = i128::from(shipment.node.unit_cost.minor());
        each.saturating_mul(units).saturating_add(i128::from(shipment.node.shipment_cost.minor()))
    }

    /// Whether a shipment by its service breaks a constraint.
    pub(super) fn breaks_by_service(
        &self,
        constraint: &AllocationConstraint,
        shipment: &ByService<'_, '_>,
    ) -> bool {
        let node = shipment.node;
        match constraint {
            AllocationConstraint::CarrierChoice(choice) => shipment.option.is_some_and(|option| {
                let is_among = choice.allow.is_empty() || choice.allow.contains(&option.carrier);
                self.in_scope(&choice.nodes, node) && (!is_among || choice.deny.contains(&option.carrier))
            }),
            AllocationConstraint::CarrierCommitment(owed) => shipment.option.is_some_and(|option| {
                let goes = node.lane.options.iter().any(|other| other.carrier == owed.carrier);
                owed.missing > 0 && goes && option.carrier != owed.carrier
            }),
            AllocationConstraint::InTime(_) => !self.late_days(shipment).is_empty(),
            AllocationConstraint::NodeBudget(budget) => {
                let spent = shipment.freight.saturating_add(self.handling(shipment));
                budget.left.iter().any(|row| row.node == node.node && spent > i128::from(row.left.minor()))
            }
            _ => false,
        }
    }

    /// Some service takes each shipment without breaking a hard constraint. If none does, the first
    /// constraint is named that leaves none.
    pub(super) fn check_services(&mut self, shipped: &Shipped<'_>) {
        for (node, units) in shipped {
            let Some(candidate) = self.nodes.get(node).copied() else { continue };
            let mut offers = self.offers(candidate, units);
            let problem = self.problem;
            for (at, constraint) in
                problem.constraints.iter().enumerate().filter(|(_, one)| one.price().is_none())
            {
                let had_any = !offers.is_empty();
                offers.retain(|offer| !self.breaks_by_service(constraint, offer));
                if had_any && offers.is_empty() {
                    let constraint = Some(ConstraintRef {
                        index: u32::try_from(at).unwrap_or(u32::MAX),
                        kind: constraint.kind(),
                    });
                    let place = Place { node: Some(node), constraint, ..Place::default() };
                    self.report(PlanRule::Constraint, place, "a service that keeps it", "none");
                }
            }
        }
    }
}

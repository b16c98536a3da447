//! How often a shipment breaks each constraint, written out anew from what the constraints say.

use std::collections::{BTreeMap, BTreeSet};

use super::{Checker, Place, Shipped};
use crate::allocation::{
    AllocationCandidate, AllocationConstraint, AllocationLine, Area, CapacityMeasure, ConstraintRef,
    ItemNodeEffect, ItemScope, NodeScope, PlanRule,
};
use crate::network::FulfilmentType;
use crate::value::{LineId, SkuId};

impl<'p> Checker<'p> {
    pub(super) fn in_scope(&self, scope: &NodeScope, node: &AllocationCandidate) -> bool {
        let is_named = scope.nodes.contains(&node.node);
        let is_grouped = !scope.groups.is_disjoint(&node.facts.groups);
        (scope.nodes.is_empty() && scope.groups.is_empty()) || is_named || is_grouped
    }

    pub(super) fn is_item(&self, items: &ItemScope, line: &AllocationLine) -> bool {
        let names_nothing = items.skus.is_empty() && items.categories.is_empty() && items.lines.is_empty();
        let of_category = match &line.facts.category {
            Some(category) => items.categories.contains(category),
            None => false,
        };
        names_nothing || of_category || items.skus.contains(&line.sku) || items.lines.contains(&line.line)
    }

    /// No hard constraint is broken.
    pub(super) fn check_constraints(&mut self, shipped: &Shipped<'_>) {
        let problem = self.problem;
        for (at, constraint) in
            problem.constraints.iter().enumerate().filter(|(_, one)| one.price().is_none())
        {
            let index = u32::try_from(at).unwrap_or(u32::MAX);
            let named = Some(ConstraintRef { index, kind: constraint.kind() });
            for (node, units) in shipped {
                let Some(candidate) = self.nodes.get(node).copied() else { continue };
                let times = self.breaks_by_shipment(constraint, candidate, units);
                if times > 0 {
                    let place = Place { node: Some(node), constraint: named, ..Place::default() };
                    self.report(PlanRule::Constraint, place, 0, times);
                }
            }
            let times = self.breaks_by_order(constraint, shipped);
            if times > 0 {
                let place = Place { constraint: named, ..Place::default() };
                self.report(PlanRule::Constraint, place, 0, times);
            }
        }
        self.check_services(shipped);
    }

    /// How often a shipment breaks a constraint, whatever its service: once, or for each unit or other
    /// measure beyond.
    pub(super) fn breaks_by_shipment(
        &self,
        constraint: &AllocationConstraint,
        node: &AllocationCandidate,
        units: &BTreeMap<&LineId, u128>,
    ) -> i128 {
        let times = match constraint {
            AllocationConstraint::KeepStock(keep) => {
                let kept = |sku: &SkuId| has(node, sku).saturating_sub(u128::from(keep.units.units()));
                let skus =
                    self.skus(|line| self.in_scope(&keep.nodes, node) && self.is_item(&keep.items, line));
                self.beyond(units, skus, kept)
            }
            AllocationConstraint::LotLimit(limit) => {
                let cells = limit.cells.iter().filter(|cell| cell.node == node.node);
                let most: BTreeMap<_, _> =
                    cells.map(|cell| (&cell.sku, u128::from(cell.units.units()))).collect();
                let skus = self.skus(|line| most.contains_key(&line.sku));
                self.beyond(units, skus, |sku| most.get(sku).copied().unwrap_or(u128::MAX))
            }
            AllocationConstraint::ProtectedUnits(protected) => {
                let class = self.problem.order.class;
                let is_named =
                    |line: &AllocationLine| protected.levels.iter().any(|level| level.sku == line.sku);
                let skus = self.skus(|line| self.in_scope(&protected.nodes, node) && is_named(line));
                self.beyond(units, skus, |sku| {
                    let above =
                        protected.levels.iter().filter(|level| level.sku == *sku && level.class > class);
                    has(node, sku).saturating_sub(above.map(|level| u128::from(level.units.units())).sum())
                })
            }
            AllocationConstraint::StockOwner(_) => self.units_where(units, |line| {
                line.facts.owner.as_ref().is_some_and(|owner| !node.facts.traits.owners.contains(owner))
            }),
            AllocationConstraint::NodeKind(kinds) => {
                let is_kind = node.facts.traits.kind.is_some_and(|kind| kinds.kinds.contains(&kind));
                self.units_where(units, |line| !is_kind && self.is_item(&kinds.items, line))
            }
            AllocationConstraint::ItemNode(rule) => {
                let is_inside = self.in_scope(&rule.nodes, node);
                let is_denied = is_inside == (rule.effect == ItemNodeEffect::Deny);
                self.units_where(units, |line| is_denied && self.is_item(&rule.items, line))
            }
            AllocationConstraint::Capability(_) => self.units_where(units, |line| {
                line.facts.needs.iter().any(|need| !node.facts.traits.capabilities.contains(need))
            }),
            AllocationConstraint::Capacity(capacity) => {
                let room = capacity.rooms.iter().find(|row| row.node == node.node).map(|row| row.room);
                let counts = |line: &AllocationLine| {
                    capacity.process_path.is_none() || line.facts.process_path == capacity.process_path
                };
                room.map_or(0, |room| self.over(units, capacity.measure, room, counts))
            }
            AllocationConstraint::RunLimit(limit) if self.in_scope(&limit.nodes, node) => {
                let used = limit.used.iter().find(|row| row.node == node.node).map_or(0, |row| row.used);
                self.over(units, limit.measure, limit.most.saturating_sub(used), |_| true)
            }
            other => u128::from(self.bars(other, node)),
        };
        i128::try_from(times).unwrap_or(i128::MAX)
    }

    /// Whether a constraint keeps a node from shipping at all.
    fn bars(&self, constraint: &AllocationConstraint, node: &AllocationCandidate) -> bool {
        let (order, facts) = (&self.problem.order, &node.facts);
        match constraint {
            AllocationConstraint::NodeOffline(window) => {
                let has_begun = window.from.is_none() || order.at >= window.from;
                let has_ended = window.until.is_some() && order.at >= window.until;
                self.in_scope(&window.nodes, node) && has_begun && !has_ended
            }
            AllocationConstraint::FulfilmentType(wanted) => {
                let named = &facts.traits.fulfilment;
                let serves = if named.is_empty() {
                    wanted.wanted == FulfilmentType::Ship
                } else {
                    named.contains(&wanted.wanted)
                };
                !serves
            }
            AllocationConstraint::MaxDistance(most) => {
                let is_near = node.distance_metres.is_some_and(|metres| metres <= most.metres);
                self.in_scope(&most.nodes, node) && !is_near
            }
            AllocationConstraint::Coverage(coverage) => {
                let is_in = |areas: &[Area]| areas.iter().any(|area| self.goes_to(area));
                let is_served =
                    (coverage.allow.is_empty() || is_in(&coverage.allow)) && !is_in(&coverage.deny);
                self.in_scope(&coverage.nodes, node) && !is_served
            }
            AllocationConstraint::CrossBorder(borders) => match (facts.country, order.country) {
                (Some(from), Some(to)) if from == to => false,
                (Some(from), Some(to)) => {
                    !borders.open.iter().any(|border| border.from == from && border.to == to)
                }
                _ => true,
            },
            AllocationConstraint::Bonded(bonded) => {
                facts.traits.bonded && order.country.is_none_or(|to| !bonded.countries.contains(&to))
            }
            AllocationConstraint::ReadyWithin(ready) => {
                self.in_scope(&ready.nodes, node) && facts.ready_days > ready.days
            }
            AllocationConstraint::MaxRejects(most) => {
                most.rejects.iter().any(|row| row.node == node.node && row.rejects >= most.most)
            }
            AllocationConstraint::CoolDown(cool) => order.at.is_some_and(|at| {
                let since = |row: i64| at.timestamp().saturating_sub(row);
                let row = cool.rejected.iter().find(|row| row.node == node.node);
                row.is_some_and(|row| since(row.at.timestamp()) < i64::from(cool.seconds))
            }),
            AllocationConstraint::CustomerBan(ban) => {
                let is_banned =
                    order.customer.as_ref().is_some_and(|customer| ban.customers.contains(customer));
                is_banned && self.in_scope(&ban.nodes, node)
            }
            _ => false,
        }
    }

    fn goes_to(&self, area: &Area) -> bool {
        let order = &self.problem.order;
        let is_region = area.region.is_none() || area.region == order.region;
        Some(area.country) == order.country
            && is_region
            && order.postcode.as_str().strip_prefix(area.postcode_prefix.as_str()).is_some()
    }

    /// The SKUs of lines that are meant.
    fn skus(&self, is_meant: impl Fn(&AllocationLine) -> bool) -> BTreeSet<&'p SkuId> {
        self.problem.lines.iter().filter(|line| is_meant(line)).map(|line| &line.sku).collect()
    }

    /// Units beyond the most, over SKUs.
    fn beyond(
        &self,
        units: &BTreeMap<&LineId, u128>,
        skus: BTreeSet<&SkuId>,
        most: impl Fn(&SkuId) -> u128,
    ) -> u128 {
        let of_sku = |sku: &SkuId| self.units_where(units, |line| line.sku == *sku);
        skus.into_iter().map(|sku| of_sku(sku).saturating_sub(most(sku))).sum()
    }

    /// Units of lines that are meant.
    fn units_where(
        &self,
        units: &BTreeMap<&LineId, u128>,
        is_meant: impl Fn(&AllocationLine) -> bool,
    ) -> u128 {
        let known = units.iter().filter_map(|(line, units)| Some((self.lines.get(*line)?, units)));
        known.filter(|(line, _)| is_meant(line)).map(|(_, units)| units).sum()
    }

    /// By how much a measure of the lines that count is beyond its room: in orders, lines and units, or in
    /// started kilograms and litres.
    fn over(
        &self,
        units: &BTreeMap<&LineId, u128>,
        measure: CapacityMeasure,
        room: u64,
        counts: impl Fn(&AllocationLine) -> bool,
    ) -> u128 {
        let known = units.iter().filter_map(|(line, units)| Some((self.lines.get(*line)?, *units)));
        let counted: Vec<_> = known.filter(|(line, units)| *units > 0 && counts(line)).collect();
        let (amount, step): (u128, u128) = match measure {
            CapacityMeasure::Orders => (u128::from(!counted.is_empty()), 1),
            CapacityMeasure::Lines => (counted.iter().map(|_| 1).sum(), 1),
            CapacityMeasure::Units => (counted.iter().map(|(_, units)| units).sum(), 1),
            CapacityMeasure::WeightGrams => (
                counted.iter().map(|(line, units)| units * u128::from(line.unit_weight.as_grams())).sum(),
                1000,
            ),
            CapacityMeasure::VolumeCm3 => {
                let each = |line: &AllocationLine| u128::from(line.facts.unit_volume_cm3);
                (counted.iter().map(|(line, units)| units.saturating_mul(each(line))).sum(), 1000)
            }
        };
        amount.saturating_sub(u128::from(room)).div_ceil(step)
    }
}

fn has(node: &AllocationCandidate, sku: &SkuId) -> u128 {
    node.available.get(sku).map_or(0, |units| u128::from(units.units()))
}

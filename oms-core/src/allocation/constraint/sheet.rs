//! The sheet that constraints and terms write on: hard ones what they forbid, soft ones what it costs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rules::{
    Cap, Charge, Cover, Floor, Ladder, Late, Least, Limit, LineSet, NodeRules, OptionRules, Rules,
};
use super::{CapacityMeasure, SetRule, Shape};
use crate::allocation::{
    AllocationCandidate, AllocationLine, AllocationProblem, CostKind, LatePer, NodeScope,
};
use crate::network::LaneOption;
use crate::value::{NodeId, SkuId};

/// Which constraint writes, and its price in minor units if it is soft.
#[derive(Clone, Copy, Debug)]
pub(in crate::allocation) struct By {
    pub(in crate::allocation) index: u32,
    pub(in crate::allocation) price: Option<i128>,
}

/// What constraints and terms see, and what they write.
pub(in crate::allocation) struct Sheet<'s, 'p> {
    pub(in crate::allocation) problem: &'p AllocationProblem,
    /// Sorted by id.
    pub(in crate::allocation) nodes: &'s [&'p AllocationCandidate],
    /// Sorted by id.
    pub(in crate::allocation) lines: &'s [&'p AllocationLine],
    /// The SKU of each line.
    skus: &'s [usize],
    rules: Rules,
}

impl<'s, 'p> Sheet<'s, 'p> {
    pub(in crate::allocation) fn new(
        problem: &'p AllocationProblem,
        nodes: &'s [&'p AllocationCandidate],
        lines: &'s [&'p AllocationLine],
        skus: &'s [usize],
    ) -> Self {
        let rules = Rules {
            barred: vec![None; nodes.len()],
            nodes: vec![NodeRules::default(); nodes.len()],
            ..Rules::default()
        };
        Self { problem, nodes, lines, skus, rules }
    }

    /// Lets every constraint and every term write.
    pub(in crate::allocation) fn filled(mut self) -> Rules {
        let problem = self.problem;
        for (index, constraint) in problem.constraints.iter().enumerate() {
            constraint.write(index, &mut self);
        }
        problem.objective.write(&mut self);
        self.rules
    }

    pub(in crate::allocation) fn node_index(&self, node: &NodeId) -> Option<usize> {
        self.nodes.binary_search_by(|known| known.node.cmp(node)).ok()
    }

    /// The lines of a SKU.
    pub(in crate::allocation) fn lines_of(&self, sku: &SkuId) -> impl Iterator<Item = usize> + use<'s, 'p> {
        let sku = sku.clone();
        self.lines.iter().enumerate().filter(move |(_, line)| line.sku == sku).map(|(at, _)| at)
    }

    /// Which lines are meant.
    pub(in crate::allocation) fn mask(&self, is_meant: impl Fn(&AllocationLine) -> bool) -> Arc<[bool]> {
        self.lines.iter().map(|line| is_meant(line)).collect()
    }

    /// Which nodes are meant.
    pub(in crate::allocation) fn inside(&self, scope: &NodeScope) -> Arc<[bool]> {
        self.nodes.iter().map(|node| scope.covers(node)).collect()
    }

    /// Nodes that do not ship.
    pub(in crate::allocation) fn bar(&mut self, by: By, is_barred: impl Fn(&AllocationCandidate) -> bool) {
        for (at, _) in self.nodes.iter().enumerate().filter(|(_, node)| is_barred(node)) {
            match by.price {
                Some(price) => self.charge(at, by, Shape::Fixed(price)),
                None => self.bar_node(by, at),
            }
        }
    }

    fn bar_node(&mut self, by: By, node: usize) {
        if let Some(barred) = self.rules.barred.get_mut(node) {
            barred.get_or_insert(by.index);
        }
    }

    /// Lines that do not ship from nodes.
    pub(in crate::allocation) fn bar_lines(
        &mut self,
        by: By,
        is_barred: impl Fn(&AllocationCandidate, &AllocationLine) -> bool,
    ) {
        let (nodes, lines) = (self.nodes, self.lines);
        for (node_at, node) in nodes.iter().enumerate() {
            for (line_at, _) in lines.iter().enumerate().filter(|(_, line)| is_barred(node, line)) {
                match by.price {
                    Some(each) => self.charge(node_at, by, Shape::Unit { line: line_at, each }),
                    None => self.close(by.index, node_at, line_at),
                }
            }
        }
    }

    /// Keeps a line from a node.
    pub(in crate::allocation) fn close(&mut self, by: u32, node: usize, line: usize) {
        if self.rules.closed.is_empty() {
            self.rules.closed = vec![None; self.nodes.len().saturating_mul(self.lines.len())];
        }
        let at = node.saturating_mul(self.lines.len()).saturating_add(line);
        if let Some(closed) = self.rules.closed.get_mut(at) {
            closed.get_or_insert(by);
        }
    }

    /// The most units of a line's SKU at a node.
    pub(in crate::allocation) fn cap(&mut self, by: By, node: usize, line: usize, most: u32) {
        let sku = self.skus.get(line).copied().unwrap_or_default();
        let Some(each) = by.price else {
            self.rules.caps.push(Cap { by: by.index, node, sku, most });
            return;
        };
        let key = (CostKind::Constraint, Some(by.index));
        let Some(rules) = self.rules.nodes.get_mut(node) else { return };
        // Lines that share a SKU share its limit.
        let is_same = |charge: &Charge| {
            charge.key == key && matches!(charge.shape, Shape::Beyond { sku: other, .. } if other == sku)
        };
        if !rules.charges.iter().any(is_same) {
            rules.charges.push(Charge { key, shape: Shape::Beyond { sku, most, each } });
        }
    }

    /// The room for a measure at a node, over the lines that count.
    pub(in crate::allocation) fn measure(
        &mut self,
        by: By,
        node: usize,
        measure: CapacityMeasure,
        lines: &Arc<[bool]>,
        room: u64,
    ) {
        if let Some(each) = by.price {
            self.charge(node, by, Shape::Over { measure, lines: Arc::clone(lines), room, each });
            return;
        }
        let is_counted = !matches!(measure, CapacityMeasure::WeightGrams | CapacityMeasure::VolumeCm3);
        if room == 0 && is_counted {
            for (line, _) in lines.iter().enumerate().filter(|(_, counts)| **counts) {
                self.close(by.index, node, line);
            }
        } else if let Some(rules) = self.rules.nodes.get_mut(node) {
            rules.limits.push(Limit { by: by.index, measure, lines: Arc::clone(lines), room });
        }
    }

    /// The most that freight and handling of a shipment may come to.
    pub(in crate::allocation) fn budget(&mut self, by: By, node: usize, left: i128) {
        match by.price {
            Some(price) => self.charge(node, by, Shape::Budget { left, price }),
            None => {
                if let Some(rules) = self.rules.nodes.get_mut(node) {
                    rules.budgets.push((by.index, left));
                }
            }
        }
    }

    /// Services that are not used.
    pub(in crate::allocation) fn services(
        &mut self,
        by: By,
        is_barred: impl Fn(&AllocationCandidate, &LaneOption) -> bool,
    ) {
        for (node, rules) in self.nodes.iter().zip(&mut self.rules.nodes) {
            for (at, _) in node.lane.options.iter().enumerate().filter(|(_, option)| is_barred(node, option))
            {
                let Some(rules) = option_rules(rules, node, at) else { continue };
                match by.price {
                    Some(price) => rules.prices.push(((CostKind::Constraint, Some(by.index)), price)),
                    None => _ = rules.barred.get_or_insert(by.index),
                }
            }
        }
    }

    /// What services emit at a price, in thousandths of a minor unit for a kilogram.
    pub(in crate::allocation) fn emissions(
        &mut self,
        price: i128,
        grams: impl Fn(&LaneOption) -> (u32, u32),
    ) {
        self.rules.co2_price = Some(price);
        for (node, rules) in self.nodes.iter().zip(&mut self.rules.nodes) {
            for (at, option) in node.lane.options.iter().enumerate() {
                if let Some(rules) = option_rules(rules, node, at) {
                    rules.co2 = grams(option);
                }
            }
        }
    }

    /// Nothing is late.
    pub(in crate::allocation) fn in_time(&mut self, by: By) {
        match by.price {
            Some(price) => self.rules.late_prices.push(((CostKind::Constraint, Some(by.index)), price)),
            None => _ = self.rules.in_time.get_or_insert(by.index),
        }
    }

    pub(in crate::allocation) fn late(&mut self, fixed: i128, per_day: i128, per: LatePer) {
        self.rules.late = Some(Late { fixed, per_day, per });
    }

    pub(in crate::allocation) fn max_shipments(&mut self, by: By, most: u32) {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        match by.price {
            Some(each) => {
                self.rules.shipments_beyond.push(((CostKind::Constraint, Some(by.index)), most, each));
            }
            None if self.rules.max_shipments.is_none_or(|(known, _)| most < known) => {
                self.rules.max_shipments = Some((most, by.index));
            }
            None => {}
        }
    }

    /// Lines that must not be torn.
    pub(in crate::allocation) fn set(&mut self, by: By, lines: &[usize], rule: SetRule) {
        if lines.is_empty() {
            return;
        }
        let set = LineSet { by: by.index, lines: lines.to_vec(), rule };
        match by.price {
            Some(price) => self.rules.torn_sets.push(((CostKind::Constraint, Some(by.index)), set, price)),
            None => self.rules.sets.push(set),
        }
    }

    pub(in crate::allocation) fn least(&mut self, by: By, least: Least) {
        match by.price {
            Some(price) => {
                self.rules.below_least.push(((CostKind::Constraint, Some(by.index)), least, price));
            }
            None => self.rules.least.push((by.index, least)),
        }
    }

    pub(in crate::allocation) fn floor(&mut self, by: By, floor: Floor) {
        match by.price {
            Some(price) => {
                self.rules.floor_prices.push(((CostKind::Constraint, Some(by.index)), floor, price));
            }
            None => self.rules.floors.push((by.index, floor)),
        }
    }

    /// What a shipment from a node costs.
    pub(in crate::allocation) fn fixed(&mut self, kind: CostKind, node: usize, minor: i128) {
        self.term(kind, node, Shape::Fixed(minor));
    }

    /// What each unit of a line costs at a node.
    pub(in crate::allocation) fn unit(&mut self, kind: CostKind, node: usize, line: usize, each: i128) {
        self.term(kind, node, Shape::Unit { line, each });
    }

    /// What units of a line's SKU cost at a node.
    pub(in crate::allocation) fn ladder(&mut self, kind: CostKind, node: usize, line: usize, ladder: Ladder) {
        let sku = self.skus.get(line).copied().unwrap_or_default();
        self.term(kind, node, Shape::Ladder { sku, ladder: Arc::new(ladder) });
    }

    /// What each unit beyond so many costs at a node.
    pub(in crate::allocation) fn units_beyond(&mut self, kind: CostKind, node: usize, room: u64, each: i128) {
        if each != 0 {
            let lines = self.mask(|_| true);
            self.term(kind, node, Shape::Over { measure: CapacityMeasure::Units, lines, room, each });
        }
    }

    /// What a unit of each line costs that does not ship.
    pub(in crate::allocation) fn unfilled(&mut self, costs: Vec<i128>) {
        self.rules.unfilled = Some(costs);
    }

    pub(in crate::allocation) fn balance(&mut self, price: i128, covers: Vec<Cover>) {
        // Cells of one SKU stand together; a first line stands for its SKU.
        let mut by_line: BTreeMap<usize, Vec<Cover>> = BTreeMap::new();
        for cover in covers {
            by_line.entry(cover.line).or_default().push(cover);
        }
        self.rules.balance = Some((price, by_line.into_values().flatten().collect()));
    }

    fn charge(&mut self, node: usize, by: By, shape: Shape) {
        if let Some(rules) = self.rules.nodes.get_mut(node) {
            rules.charges.push(Charge { key: (CostKind::Constraint, Some(by.index)), shape });
        }
    }

    fn term(&mut self, kind: CostKind, node: usize, shape: Shape) {
        if let Some(rules) = self.rules.nodes.get_mut(node) {
            rules.charges.push(Charge { key: (kind, None), shape });
        }
    }
}

fn option_rules<'r>(
    rules: &'r mut NodeRules,
    node: &AllocationCandidate,
    option: usize,
) -> Option<&'r mut OptionRules> {
    if rules.options.is_empty() {
        rules.options = vec![OptionRules::default(); node.lane.options.len()];
    }
    rules.options.get_mut(option)
}

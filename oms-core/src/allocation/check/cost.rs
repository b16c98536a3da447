//! What a plan costs beside freight, handling and splits, written out anew from what terms and constraints say.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Demand, nearest, weighed};
use super::service::ByService;
use super::{Checker, Place, Shipped, shipped, tariff_minor};
use crate::allocation::{
    AllocationPlan, BalanceCell, CapacityTerm, CostKind, CostLine, LatePer, MarkdownCell, MarkdownTerm,
    PlanRule, PlannedShipment, RejectionTerm, StockOutCell,
};
use crate::value::{LineId, Money, NodeId, SkuId};

/// Costs by what for, and by the place of the constraint.
type Lines = BTreeMap<(CostKind, Option<u32>), i128>;

fn add(lines: &mut Lines, kind: CostKind, constraint: Option<u32>, minor: i128) {
    let sum = lines.entry((kind, constraint)).or_default();
    *sum = sum.saturating_add(minor);
}

fn minor(money: Money) -> i128 {
    i128::from(money.minor())
}

impl Checker<'_> {
    /// Each shipment's costs, and the plan's, are what they should be.
    pub(super) fn check_cost_lines(&mut self, plan: &AllocationPlan) {
        if !self.problem.problems().is_empty() {
            return;
        }
        let shipped = shipped(&plan.assignments);
        let mut all = Lines::new();
        for shipment in &plan.shipments {
            let Some(units) = shipped.get(&shipment.node) else { continue };
            let possible = self.shipment_costs(shipment, units);
            let shown = self.shown(&shipment.costs);
            let place = || Place { node: Some(&shipment.node), ..Place::default() };
            let agreeing = possible.iter().find(|expected| Some(*expected) == shown.as_ref());
            if let Some(expected) = agreeing.or(possible.first()) {
                if agreeing.is_none() {
                    let found = format!("{:?}", shipment.costs);
                    self.report(PlanRule::ShipmentCosts, place(), format!("{expected:?}"), found);
                }
                expected.iter().for_each(|((kind, by), minor)| add(&mut all, *kind, *by, *minor));
            }
        }
        self.order_costs(plan, &shipped, &mut all);
        all.retain(|_, minor| *minor != 0);
        if self.shown(&plan.cost.lines).as_ref() != Some(&all) {
            let found = format!("{:?}", plan.cost.lines);
            self.report(PlanRule::CostLines, Place::default(), format!("{all:?}"), found);
        }
    }

    /// Lines as they are shown: sorted, each once, none of nothing, and constraints by their right kinds.
    fn shown(&self, lines: &[CostLine]) -> Option<Lines> {
        let key = |line: &CostLine| (line.kind, line.constraint.map(|one| one.index));
        let is_sorted = lines.windows(2).all(|pair| matches!(pair, [a, b] if key(a) < key(b)));
        let is_right = |line: &CostLine| match line.constraint {
            Some(one) => {
                let known = usize::try_from(one.index).ok().and_then(|at| self.problem.constraints.get(at));
                known.map(crate::allocation::AllocationConstraint::kind) == Some(one.kind)
            }
            None => line.kind != CostKind::Constraint,
        };
        let fits = is_sorted && lines.iter().all(|line| is_right(line) && !line.cost.is_zero());
        fits.then(|| lines.iter().map(|line| (key(line), minor(line.cost))).collect())
    }

    /// What a shipment costs by each offer of its lane that bears its names, price and days.
    fn shipment_costs(&self, shipment: &PlannedShipment, units: &BTreeMap<&LineId, u128>) -> Vec<Lines> {
        let Some(node) = self.nodes.get(&shipment.node).copied() else { return Vec::new() };
        let weight = |(line, units): (&&LineId, &u128)| {
            units * self.lines.get(*line).map_or(0, |line| u128::from(line.unit_weight.as_grams()))
        };
        let grams: u128 = units.iter().map(weight).sum();
        let freight = minor(shipment.freight);
        let offers: Vec<ByService<'_, '_>> = if self.freight_unknown() {
            vec![ByService { node, units, option: None, freight }]
        } else {
            let named = node.lane.options.iter().filter(|option| {
                shipment.carrier.as_ref() == Some(&option.carrier)
                    && shipment.service.as_ref() == Some(&option.service)
                    && shipment.transit_days == Some(option.transit_days)
                    && tariff_minor(&option.tariff, grams) == Some(freight)
            });
            named.map(|option| ByService { node, units, option: Some(option), freight }).collect()
        };
        offers.iter().map(|offer| self.offer_costs(offer, grams)).collect()
    }

    fn offer_costs(&self, offer: &ByService<'_, '_>, grams: u128) -> Lines {
        let mut lines = Lines::new();
        self.service_costs(offer, grams, &mut lines);
        let objective = &self.problem.objective;
        let (node, units) = (offer.node, offer.units);
        if let Some(term) = &objective.stock_out {
            for cell in term.cells.iter().filter(|cell| cell.node == node.node) {
                let taken = self.of_sku(units, &cell.sku);
                add(&mut lines, CostKind::StockOut, None, stock_out(cell, term.weight_per_mille, taken));
            }
        }
        if let Some(term) = &objective.markdown {
            for cell in term.cells.iter().filter(|cell| cell.node == node.node) {
                let taken = i128::try_from(self.of_sku(units, &cell.sku)).unwrap_or(i128::MAX);
                let each = weighed(saving(term, cell), term.weight_per_mille);
                add(&mut lines, CostKind::Markdown, None, each.saturating_mul(taken).saturating_neg());
            }
        }
        if let Some(term) = &objective.capacity {
            add(&mut lines, CostKind::Capacity, None, filling(term, &node.node, units.values().sum()));
        }
        if let Some(term) = &objective.rejection {
            for (line, units) in units {
                let sku = self.lines.get(*line).map(|line| &line.sku);
                let each = rejection(term, &node.node, sku);
                add(
                    &mut lines,
                    CostKind::Rejection,
                    None,
                    each.saturating_mul(i128::try_from(*units).unwrap_or(i128::MAX)),
                );
            }
        }
        if let Some(term) = &objective.priority {
            let bias = term
                .biases
                .iter()
                .filter(|row| row.node == node.node)
                .map(|row| minor(row.bias))
                .sum::<i128>();
            let steps = minor(term.per_step).saturating_mul(i128::from(node.priority));
            add(
                &mut lines,
                CostKind::Priority,
                None,
                weighed(steps.saturating_add(bias), term.weight_per_mille),
            );
        }
        for (at, constraint, price) in self.soft() {
            let by_service = i128::from(self.breaks_by_service(constraint, offer));
            let times = self.breaks_by_shipment(constraint, node, units).saturating_add(by_service);
            add(&mut lines, CostKind::Constraint, Some(at), price.saturating_mul(times));
        }
        lines.retain(|_, minor| *minor != 0);
        lines
    }

    fn service_costs(&self, offer: &ByService<'_, '_>, grams: u128, lines: &mut Lines) {
        let objective = &self.problem.objective;
        let late = self.late_days(offer);
        if let (Some(term), Some(worst)) = (&objective.lateness, late.iter().max()) {
            let fixed = weighed(minor(term.fixed), term.weight_per_mille);
            let daily = weighed(minor(term.per_day), term.weight_per_mille);
            let cost = |days: &i128| daily.saturating_mul(*days).saturating_add(fixed);
            let sum = match term.per {
                LatePer::Shipment => cost(worst),
                LatePer::Line => late.iter().map(cost).fold(0, i128::saturating_add),
            };
            add(lines, CostKind::Lateness, None, sum);
        }
        if let (Some(term), Some(option)) = (&objective.co2, offer.option) {
            let named = |row: &&crate::allocation::Co2Service| row.carrier == option.carrier;
            let exact =
                term.services.iter().filter(named).find(|row| row.service.as_ref() == Some(&option.service));
            let row = exact.or_else(|| term.services.iter().filter(named).find(|row| row.service.is_none()));
            if let Some(row) = row {
                let metres = u128::from(offer.node.distance_metres.unwrap_or(0));
                let carried = grams.saturating_mul(metres).saturating_mul(u128::from(row.grams_per_tonne_km));
                let billionths =
                    u128::from(row.grams_per_shipment).saturating_mul(1_000_000_000).saturating_add(carried);
                let price = minor(term.price_per_kg).saturating_mul(i128::from(term.weight_per_mille));
                let all = price.saturating_mul(i128::try_from(billionths).unwrap_or(i128::MAX));
                add(lines, CostKind::Co2, None, nearest(all, 1_000_000_000_000_000));
            }
        }
    }

    /// What the order costs as a whole, splits apart.
    fn order_costs(&self, plan: &AllocationPlan, shipped: &Shipped<'_>, lines: &mut Lines) {
        let objective = &self.problem.objective;
        for (at, constraint, price) in self.soft() {
            let times = self.breaks_by_order(constraint, shipped);
            add(lines, CostKind::Constraint, Some(at), price.saturating_mul(times));
        }
        if let Some(term) = &objective.unfilled {
            let mut short: BTreeMap<&LineId, i128> = BTreeMap::new();
            for one in &plan.shortfalls {
                *short.entry(&one.line).or_default() += i128::from(one.quantity.units());
            }
            for (line, units) in short {
                let own = term.lines.iter().find(|row| row.line == *line).map(|row| row.each);
                let each = weighed(minor(own.unwrap_or(term.each)), term.weight_per_mille);
                add(lines, CostKind::Unfilled, None, each.saturating_mul(units));
            }
        }
        if let Some(term) = &objective.balance {
            let wanted: BTreeSet<&SkuId> = self.problem.lines.iter().map(|line| &line.sku).collect();
            let price = minor(term.price).saturating_mul(i128::from(term.weight_per_mille));
            for sku in wanted {
                let cells: Vec<_> = term.cells.iter().filter(|cell| cell.sku == *sku).collect();
                let n = i128::try_from(cells.len()).unwrap_or(i128::MAX);
                let taken = |cell: &BalanceCell| {
                    shipped.get(&cell.node).map_or(0, |units| self.of_sku(units, &cell.sku))
                };
                let after =
                    spread(&cells, |cell| u128::from(cell.on_hand.units()).saturating_sub(taken(cell)));
                let before = spread(&cells, |cell| u128::from(cell.on_hand.units()));
                let den = n.saturating_mul(n).saturating_mul(1_000_000_000);
                add(
                    lines,
                    CostKind::Balance,
                    None,
                    nearest(price.saturating_mul(after.saturating_sub(before)), den),
                );
            }
        }
    }

    /// The soft constraints with their places and prices.
    fn soft(&self) -> Vec<(u32, &crate::allocation::AllocationConstraint, i128)> {
        let placed = self.problem.constraints.iter().zip(0_u32..);
        placed.filter_map(|(one, at)| Some((at, one, minor(one.price()?)))).collect()
    }

    fn of_sku(&self, units: &BTreeMap<&LineId, u128>, sku: &SkuId) -> u128 {
        let is_of = |line: &LineId| self.lines.get(line).is_some_and(|line| line.sku == *sku);
        units.iter().filter(|(line, _)| is_of(line)).map(|(_, units)| units).sum()
    }
}

/// Unit by unit: `margin · P(D ≥ on hand − taken already)`.
fn stock_out(cell: &StockOutCell, weight: u32, taken: u128) -> i128 {
    let demand = Demand::new(cell.mean_milli, cell.variance_milli);
    let margin = weighed(minor(cell.margin), weight);
    let price = |left: u64| nearest(margin.saturating_mul(demand.at_least(left)), 1_000_000_000);
    let on_hand = u64::from(cell.on_hand.units());
    let taken = u64::try_from(taken).unwrap_or(u64::MAX);
    // The units left before each one is taken, from the last such unit to the first.
    let (last, first) = (on_hand.saturating_sub(taken), on_hand);
    let (least, most) = demand.span();
    let varying = (last.max(least).saturating_add(1)..=first.min(most)).map(price);
    // Below the least demand, and beyond what is on hand, each unit costs the whole margin; above the
    // greatest, nothing.
    let certain = first.min(least).saturating_sub(last).saturating_add(taken.saturating_sub(on_hand));
    varying.fold(0, i128::saturating_add).saturating_add(price(0).saturating_mul(i128::from(certain)))
}

fn saving(term: &MarkdownTerm, cell: &MarkdownCell) -> i128 {
    let demand = Demand::new(cell.mean_milli, cell.variance_milli);
    let stays = 1_000_000_000 - demand.at_least(u64::from(cell.on_hand.units()));
    let fall = nearest(minor(cell.fall).saturating_mul(stays), 1_000_000_000);
    let old = term.aged.iter().filter(|row| cell.days_in_stock.is_some_and(|days| days >= row.from_days));
    let near =
        term.expiring.iter().filter(|row| cell.days_to_expiry.is_some_and(|days| days <= row.within_days));
    let old = old.max_by_key(|row| row.from_days).map_or(0, |row| minor(row.bonus));
    let near = near.min_by_key(|row| row.within_days).map_or(0, |row| minor(row.bonus));
    fall.saturating_add(old).saturating_add(near)
}

fn filling(term: &CapacityTerm, node: &NodeId, units: u128) -> i128 {
    let Some(row) = term.nodes.iter().find(|row| row.node == *node) else { return 0 };
    let weight = |money| weighed(minor(money), term.weight_per_mille);
    let capacity = i128::from(row.capacity);
    let rest = i128::from(1000 - term.free_per_mille.min(1000));
    let rising = nearest(weight(term.at_full).saturating_mul(1000), rest.saturating_mul(capacity));
    let steep = nearest(weight(term.beyond), capacity);
    let free = u128::from(row.capacity) * u128::from(term.free_per_mille) / 1000;
    let (used, full) = (u128::from(row.used), u128::from(row.capacity));
    let after = used.saturating_add(units);
    // Units of this order above each threshold.
    let above = |threshold: u128| {
        let units = after.saturating_sub(threshold.max(used));
        i128::try_from(units).unwrap_or(i128::MAX)
    };
    let (rising_units, steep_units) = (above(free) - above(full), above(full));
    rising.saturating_mul(rising_units).saturating_add(steep.saturating_mul(steep_units))
}

fn rejection(term: &RejectionTerm, node: &NodeId, sku: Option<&SkuId>) -> i128 {
    let rows = || term.nodes.iter().filter(|row| row.node == *node);
    let row = rows().find(|row| row.sku.is_some() && row.sku.as_ref() == sku);
    let row = row.or_else(|| rows().find(|row| row.sku.is_none()));
    let (rejected, assigned) = row.map_or((0, 0), |row| (row.rejected_milli, row.assigned_milli));
    let (alpha, beta) = (i128::from(term.alpha_milli), i128::from(term.beta_milli));
    let cost = weighed(minor(term.cost), term.weight_per_mille);
    nearest(cost.saturating_mul(i128::from(rejected) + alpha), i128::from(assigned) + alpha + beta)
}

/// The number of cells times the sum of squares, less the square of the sum, of cover in thousandths of a day.
fn spread(cells: &[&BalanceCell], units: impl Fn(&BalanceCell) -> u128) -> i128 {
    let days = |cell: &&&BalanceCell| {
        let days = units(cell) * 1_000_000 / u128::from(cell.daily_demand_milli.max(1));
        i128::try_from(days.min(10_000_000)).unwrap_or(0)
    };
    let covers: Vec<i128> = cells.iter().map(|cell| days(&cell)).collect();
    let n = i128::try_from(covers.len()).unwrap_or(i128::MAX);
    let sum: i128 = covers.iter().sum();
    let squares: i128 = covers.iter().map(|days| days * days).sum();
    n.saturating_mul(squares).saturating_sub(sum.saturating_mul(sum))
}

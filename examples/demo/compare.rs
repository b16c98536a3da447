//! The strategies, and history where there is one, on the same orders under the same rate cards.
//!
//! Every contender starts with the same stock and carries its own forward: what one order takes, a later one has not.

use std::collections::{BTreeMap, HashMap};

use oms_core::allocation::backtest::{PairedDifference, paired_difference};
use oms_core::allocation::{
    AllocationAssignment, AllocationCandidate, AllocationError, AllocationLine, AllocationPlan,
    AllocationProblem, AllocationStrategyKind, plan, plan_assignments,
};
use oms_core::carrier::{Carriers, RateRequest, RateShipment, lane};
use oms_core::network::{Lane, Node, great_circle_metres};
use oms_core::value::{Address, Currency, Instant, LineId, Money, NodeId, Quantity, SkuId, Weight};
use serde::Serialize;

/// What the contenders are asked.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) currency: Currency,
    pub(crate) nodes: Vec<Node>,
    pub(crate) carriers: Carriers,
    pub(crate) weights: HashMap<SkuId, Weight>,
    pub(crate) split_cost: Money,
    /// Units that arrive, by time.
    pub(crate) receipts: Vec<(Instant, SkuId, NodeId, i64)>,
    /// By time.
    pub(crate) orders: Vec<CaseOrder>,
}

#[derive(Clone, Debug)]
pub(crate) struct CaseOrder {
    /// When it is handed over.
    pub(crate) at: Instant,
    pub(crate) promise_by: Option<Instant>,
    pub(crate) ship_to: Address,
    pub(crate) lines: Vec<CaseLine>,
    /// What history chose; nothing where there is none.
    pub(crate) historic: Vec<AllocationAssignment>,
}

#[derive(Clone, Debug)]
pub(crate) struct CaseLine {
    pub(crate) id: LineId,
    pub(crate) sku: SkuId,
    pub(crate) quantity: Quantity,
}

/// How one contender did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Contender {
    pub(crate) name: String,
    /// Over all orders.
    pub(crate) all: Score,
    /// Over those that want something which more than one warehouse ever had: only these leave a choice.
    pub(crate) with_choice: Score,
    /// What it cost more or less than the first contender, order by order.
    pub(crate) difference: Option<PairedDifference>,
    /// What each order cost, units short aside, in minor units.
    #[serde(skip)]
    pub(crate) costs: Vec<i64>,
}

/// Resampled histories of an interval, and where the resampling starts.
const SAMPLING: (u32, u64) = (2000, 1);

/// Sums over orders. Amounts are in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Score {
    /// Orders of which at least one unit ships.
    pub(crate) orders: u64,
    pub(crate) shipments: u64,
    /// Orders in more than one shipment.
    pub(crate) split_orders: u64,
    pub(crate) freight_minor: i64,
    pub(crate) handling_minor: i64,
    /// The way of all shipments.
    pub(crate) metres: u64,
    /// Orders whose last shipment is there in time, of those that were promised a time.
    pub(crate) promise_kept: u64,
    pub(crate) promised: u64,
    pub(crate) units_short: u64,
}

/// Units by SKU, then by the place of the node in the case.
type Stock = HashMap<SkuId, Vec<i64>>;

impl Case {
    /// Lets all contenders ship all orders. `done` hears how many orders have been decided.
    ///
    /// # Errors
    /// [`AllocationError`] when a case is malformed; the strategies themselves cannot fail.
    pub(crate) fn compare(
        &self,
        mut done: impl FnMut(u64),
    ) -> Result<(Vec<Contender>, u64), AllocationError> {
        let mut contenders: Vec<(Option<AllocationStrategyKind>, Contender, Stock)> = Vec::new();
        let historic = self.orders.iter().any(|order| !order.historic.is_empty());
        let kinds = AllocationStrategyKind::ALL.map(Some);
        for kind in historic.then_some(None).into_iter().chain(kinds) {
            let name = kind.map_or("historic", |kind| kind.strategy().name()).to_owned();
            contenders.push((kind, Contender { name, ..Contender::default() }, Stock::new()));
        }
        let mut receipts = self.receipts.iter().peekable();
        let (mut count, mut with_choice) = (0, 0);
        let several = self.in_several_places();
        for order in &self.orders {
            while let Some((_, sku, node, units)) = receipts.next_if(|receipt| receipt.0 <= order.at) {
                for (_, _, stock) in &mut contenders {
                    self.receive(stock, sku, node, *units);
                }
            }
            let choice = order.lines.iter().any(|line| several.contains(&line.sku));
            with_choice += u64::from(choice);
            let ways: Vec<Way> = self.nodes.iter().map(|node| self.way(node, order)).collect();
            for (kind, contender, stock) in &mut contenders {
                let problem = self.problem(order, &ways, stock);
                let plan = match kind {
                    Some(kind) => plan(&problem, kind.strategy())?,
                    None => plan_assignments(&problem, "historic", order.historic.clone())?,
                };
                self.take(stock, order, &plan);
                contender.all.count(order, &plan);
                contender.costs.push(plan.cost.total.minor());
                if choice {
                    contender.with_choice.count(order, &plan);
                }
            }
            count += 1;
            done(count);
        }
        let mut contenders: Vec<Contender> =
            contenders.into_iter().map(|(_, contender, _)| contender).collect();
        if let Some((first, others)) = contenders.split_first_mut() {
            for one in others {
                let (names, costs) = ((one.name.as_str(), first.name.as_str()), (&*one.costs, &*first.costs));
                one.difference = Some(paired_difference(names, costs, self.currency, SAMPLING)?);
            }
        }
        Ok((contenders, with_choice))
    }

    /// The SKUs that more than one node ever receives.
    fn in_several_places(&self) -> std::collections::HashSet<SkuId> {
        let mut places: HashMap<&SkuId, &NodeId> = HashMap::new();
        let mut several = std::collections::HashSet::new();
        for (_, sku, node, _) in &self.receipts {
            if *places.entry(sku).or_insert(node) != node {
                several.insert(sku.clone());
            }
        }
        several
    }

    fn receive(&self, stock: &mut Stock, sku: &SkuId, node: &NodeId, units: i64) {
        let cells = stock.entry(sku.clone()).or_insert_with(|| vec![0; self.nodes.len()]);
        let at = self.nodes.iter().position(|known| known.id == *node);
        if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
            *cell += units;
        }
    }

    fn way(&self, node: &Node, order: &CaseOrder) -> Way {
        let ends = node.location.zip(order.ship_to.location);
        // The cards have no terms, so their tariffs hold for any weight.
        let shipment = RateShipment::default();
        let (to, ready_at) = (&order.ship_to, order.at);
        let request = RateRequest { from: node, to, ready_at, shipment: &shipment, states: &[] };
        Way {
            distance_metres: ends.map(|(from, to)| great_circle_metres(from, to)),
            lane: lane(&self.carriers, &request, self.currency),
        }
    }

    /// The order as a problem; nodes that have nothing of it are left out, for they could only be rejected.
    fn problem(&self, order: &CaseOrder, ways: &[Way], stock: &Stock) -> AllocationProblem {
        let zero = Money::zero(self.currency);
        let candidate = |(at, (node, way)): (usize, (&Node, &Way))| {
            let have = |line: &CaseLine| {
                let units = *stock.get(&line.sku)?.get(at)?;
                let units =
                    Quantity::try_from(units.min(i64::from(u32::MAX))).ok().filter(|units| !units.is_zero());
                Some((line.sku.clone(), units?))
            };
            let available: BTreeMap<SkuId, Quantity> = order.lines.iter().filter_map(have).collect();
            (!available.is_empty()).then(|| AllocationCandidate {
                priority: node.priority,
                active: node.active,
                distance_metres: way.distance_metres,
                shipment_cost: node.shipment_cost.unwrap_or(zero),
                unit_cost: node.unit_cost.unwrap_or(zero),
                available,
                lane: way.lane.clone(),
                ..AllocationCandidate::new(node.id.clone(), self.currency)
            })
        };
        let line = |line: &CaseLine| {
            let weight = self.weights.get(&line.sku).copied().unwrap_or_default();
            AllocationLine::new(line.id.clone(), line.sku.clone(), line.quantity, weight)
        };
        let lines = order.lines.iter().map(line).collect();
        let candidates = self.nodes.iter().zip(ways).enumerate().filter_map(candidate).collect();
        AllocationProblem {
            split_cost: self.split_cost,
            lanes_required: false,
            ..AllocationProblem::new(self.currency, lines, candidates)
        }
    }

    fn take(&self, stock: &mut Stock, order: &CaseOrder, plan: &AllocationPlan) {
        for part in &plan.assignments {
            let line = order.lines.iter().find(|line| line.id == part.line);
            let at = self.nodes.iter().position(|node| node.id == part.node);
            let cell = line.and_then(|line| stock.get_mut(&line.sku)).zip(at);
            if let Some(units) = cell.and_then(|(cells, at)| cells.get_mut(at)) {
                *units -= part.quantity.signed();
            }
        }
    }
}

/// From one node to one buyer.
struct Way {
    distance_metres: Option<u32>,
    lane: Lane,
}

impl Score {
    fn count(&mut self, order: &CaseOrder, plan: &AllocationPlan) {
        let shipments = plan.shipments.len() as u64;
        self.orders += u64::from(shipments > 0);
        self.shipments += shipments;
        self.split_orders += u64::from(shipments > 1);
        self.freight_minor += plan.cost.freight.minor();
        self.handling_minor += plan.cost.handling.minor();
        let metres: u64 = plan.shipments.iter().filter_map(|part| part.distance_metres).map(u64::from).sum();
        self.metres += metres;
        self.units_short +=
            plan.shortfalls.iter().map(|short| u64::from(short.quantity.units())).sum::<u64>();
        if let Some(by) = order.promise_by
            && shipments > 0
        {
            self.promised += 1;
            let days: Option<Vec<u16>> = plan.shipments.iter().map(|part| part.transit_days).collect();
            let slowest = days.and_then(|days| days.into_iter().max());
            let there = slowest.map(|days| order.at + chrono::TimeDelta::days(i64::from(days)));
            self.promise_kept += u64::from(there.is_some_and(|there| there <= by) && plan.is_complete());
        }
    }
}

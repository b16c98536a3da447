//! How each node stands to an order that comes now: its calendar, its room, its past with the order.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Desk;
use crate::capacity::{CapacityCell, CapacityLine, CapacityMeasure, CapacityUse};
use crate::engine::view::Halt;
use crate::network::{
    Network, Node, NodeClosedUntil, NodeFull, NodeLeftOut, NodeNeverOpen, NodeNotVisited, NodeStanding,
    PathCapacity,
};
use crate::order::{LineUnits, Order};
use crate::stock::CellDelta;
use crate::store::{CellKey, Explanation, NodesExplained};
use crate::value::{LineId, NodeId, Quantity};

/// How a node stands to an order, and on which days it could work on it.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) told: NodeStanding,
    /// The days on which it may be booked, where it has limits.
    pub(super) days: Vec<NaiveDate>,
}

/// How nodes stand to an order; those that always take everything are not among them.
pub(super) type Standings = BTreeMap<NodeId, Standing>;

/// What the events of this decision do to cells beside what the view knows.
pub(super) type Moved = BTreeMap<CellKey, CellDelta>;

impl Desk<'_, '_> {
    /// How the nodes stand to the order.
    pub(super) fn standings(&self, network: &Network, order: &Order) -> Standings {
        let of = |node: &Node| Some((node.id.clone(), self.standing(network, node, order)?));
        network.nodes.values().filter_map(of).collect()
    }

    fn standing(&self, network: &Network, node: &Node, order: &Order) -> Option<Standing> {
        let closure = network.closed.get(&node.id).filter(|closure| closure.holds_at(self.at));
        let cooling = order.cools_down(&node.id, self.at);
        let elsewhere = order.only_node().filter(|only| **only != node.id);
        let says_nothing = closure.is_none() && cooling.is_none() && elsewhere.is_none();
        if node.calendar.is_none() && node.capacity.is_none() && says_nothing {
            return None;
        }
        let mut told = NodeStanding {
            node: node.id.clone(),
            day: None,
            ready_at: None,
            after_cut_off: false,
            room_units: None,
            left_out: None,
        };
        match &node.calendar {
            None => told.day = Some(self.at.date_naive()),
            Some(calendar) => match calendar.ready_at(self.at, None, Quantity::ZERO) {
                Ok(ready) => {
                    told.day = Some(ready.day);
                    told.ready_at = Some(ready.ready_at);
                    told.after_cut_off = ready.after_cut_off;
                }
                Err(_) => told.left_out = Some(NodeLeftOut::NeverOpen(NodeNeverOpen {})),
            },
        }
        if let Some(cooling) = cooling {
            told.left_out = Some(NodeLeftOut::CoolingDown(cooling));
        }
        if let Some(only) = elsewhere {
            let elsewhere = NodeNotVisited { collected_at: only.clone() };
            told.left_out = Some(NodeLeftOut::CollectedElsewhere(elsewhere));
        }
        if let Some(closure) = closure {
            told.left_out = Some(NodeLeftOut::Closed(NodeClosedUntil { closure: closure.clone() }));
        }
        Some(Standing { days: bookable(node, told.day), told })
    }

    /// The cells and the document that say what room there is on the days named.
    pub(super) fn capacity_keys(&self, network: &Network, standings: &Standings) -> Vec<CellKey> {
        let mut keys = Vec::new();
        for standing in standings.values() {
            let node = network.nodes.get(&standing.told.node);
            for path in node.and_then(|node| node.capacity.as_ref()).iter().flat_map(|known| &known.paths) {
                for day in &standing.days {
                    let limited = CapacityMeasure::ALL.into_iter();
                    let limited = limited.filter(|measure| measure.limit(&path.on(*day)).is_some());
                    keys.extend(
                        limited.filter_map(|measure| self.capacity_key(&node?.id, *day, path, measure)),
                    );
                }
            }
        }
        keys
    }

    pub(super) fn capacity_key(
        &self,
        node: &NodeId,
        day: NaiveDate,
        path: &PathCapacity,
        measure: CapacityMeasure,
    ) -> Option<CellKey> {
        let name = CapacityCell { day, path: path.path.clone(), measure }.name()?;
        Some(self.cell_key(&name, node))
    }

    /// Units of an order's lines as work, the lines of one path.
    pub(super) fn work(
        &mut self,
        order: &Order,
        units: &[(LineId, Quantity)],
        path: &PathCapacity,
    ) -> Result<Vec<CapacityLine>, Halt> {
        let mut lines = Vec::with_capacity(units.len());
        for (id, quantity) in units.iter().filter(|(_, quantity)| !quantity.is_zero()) {
            let Some(line) = order.line(id) else { continue };
            let sku = self.view.sku(self.tenant, &line.sku)?;
            let category = sku.as_ref().and_then(|sku| sku.category.as_ref());
            let named = sku.as_ref().and_then(|sku| sku.process_path.as_ref());
            if !path.takes(category, named) {
                continue;
            }
            // Part of a cubic centimetre takes one.
            let volume =
                sku.as_ref().and_then(|sku| sku.dimensions).map_or(0, |size| size.volume().div_ceil(1000));
            lines.push(CapacityLine {
                line: id.clone(),
                quantity: *quantity,
                unit_weight: sku.map(|sku| sku.weight).unwrap_or_default(),
                unit_volume_cm3: u32::try_from(volume).unwrap_or(u32::MAX),
            });
        }
        Ok(lines)
    }

    /// The first of the days on which a node has room for units of the order.
    pub(super) fn day_with_room(
        &mut self,
        order: &Order,
        known: &CapacityUse,
        node: &Node,
        days: &[NaiveDate],
        units: &[(LineId, Quantity)],
        moved: &Moved,
    ) -> Result<Option<NaiveDate>, Halt> {
        let Some(capacity) = node.capacity.clone() else { return Ok(days.first().copied()) };
        for day in days {
            let mut fits = true;
            for path in &capacity.paths {
                let lines = self.work(order, units, path)?;
                fits = fits && self.fits(known, node, *day, path, &lines, moved)?;
            }
            if fits {
                return Ok(Some(*day));
            }
        }
        Ok(None)
    }

    fn fits(
        &mut self,
        known: &CapacityUse,
        node: &Node,
        day: NaiveDate,
        path: &PathCapacity,
        lines: &[CapacityLine],
        moved: &Moved,
    ) -> Result<bool, Halt> {
        let more = known.more(&node.id, day, &path.path, lines);
        for measure in CapacityMeasure::ALL {
            let amount = i64::try_from(measure.of(&more)).unwrap_or(i64::MAX);
            if amount == 0 {
                continue;
            }
            let Some(limit) = measure.limit(&path.on(day)) else {
                if amount > crate::stock::StockCell::LIMIT / 1000 {
                    return Ok(false);
                }
                continue;
            };
            let Some(key) = self.capacity_key(&node.id, day, path, measure) else { return Ok(false) };
            let cell = self.view.cell(&key)?.plus(moved.get(&key).copied().unwrap_or_default());
            if cell.free().saturating_sub(amount) < i64::from(limit).saturating_neg() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl super::Draft {
    /// Tells how nodes stood to the order, where any had a say.
    pub(super) fn tell_standings(&mut self, standings: Standings) {
        if !standings.is_empty() {
            let nodes = standings.into_values().map(|standing| standing.told).collect();
            self.decision.explanations.push(Explanation::Nodes(NodesExplained { nodes }));
        }
    }
}

/// The working days on which an order may be booked, the first given.
fn bookable(node: &Node, first: Option<NaiveDate>) -> Vec<NaiveDate> {
    let Some(capacity) = &node.capacity else { return first.into_iter().collect() };
    let mut days: Vec<NaiveDate> = Vec::with_capacity(usize::from(capacity.days_ahead).saturating_add(1));
    let mut next = first;
    while let Some(day) = next.filter(|_| days.len() <= usize::from(capacity.days_ahead)) {
        days.push(day);
        next = day.succ_opt().and_then(|day| match &node.calendar {
            Some(calendar) => calendar.working_day(day),
            None => Some(day),
        });
    }
    days
}

pub(super) fn full(days: &[NaiveDate]) -> Option<NodeLeftOut> {
    let (from, until) = (*days.first()?, *days.last()?);
    Some(NodeLeftOut::NoCapacity(NodeFull { from, until }))
}

/// The units of each node, in the order of lines.
pub(super) fn by_node(units: &[LineUnits]) -> BTreeMap<NodeId, Vec<(LineId, Quantity)>> {
    let mut nodes: BTreeMap<NodeId, Vec<_>> = BTreeMap::new();
    for unit in units {
        nodes.entry(unit.node.clone()).or_default().push((unit.line.clone(), unit.quantity));
    }
    nodes
}

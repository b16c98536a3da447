//! What is left while orders arrive.

use super::InstanceLanes;
use crate::allocation::instance::{Instance, InstanceItem, InstanceLine, InstanceOrderRow, InstanceShipment};

/// What is left of stock and capacity, and what every shipment would cost.
#[derive(Clone, Debug)]
pub struct ArrivalBoard<'i> {
    instance: &'i Instance,
    lanes: InstanceLanes<'i>,
    state: ArrivalState,
}

/// What is left, without the instance that it is of: for hosts that keep it between calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrivalState {
    /// Units left, beside [`Instance::cells`].
    left: Vec<u32>,
    /// Units that each node can still send.
    units: Vec<i64>,
    /// Shipments that each node can still send.
    shipments: Vec<i64>,
}

/// What a node would ship of an order: as much as it can, by its cheapest service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivalLoad {
    /// The node.
    pub node: u32,
    /// The cheapest service for it.
    pub service: u32,
    /// Units of lines.
    pub items: Vec<InstanceItem>,
    /// The sum of the units.
    pub units: i64,
    /// Shipment, handling, freight and days late.
    pub cents: i64,
}

impl ArrivalLoad {
    /// The load as a shipment of an order.
    #[must_use]
    pub fn shipment(self, order: u32) -> InstanceShipment {
        InstanceShipment { order, node: self.node, service: self.service, items: self.items }
    }
}

const fn limit(cap: i64) -> i64 {
    if cap < 0 { i64::MAX } else { cap }
}

impl<'i> ArrivalBoard<'i> {
    /// The board before the first order.
    #[must_use]
    pub fn new(instance: &'i Instance) -> Self {
        let state = ArrivalState {
            left: instance.cells().iter().map(|cell| cell.quantity).collect(),
            units: instance.nodes().iter().map(|node| limit(node.cap_units)).collect(),
            shipments: instance.nodes().iter().map(|node| limit(node.cap_shipments)).collect(),
        };
        Self::resume(instance, state)
    }

    /// The board where a state of the same instance left off.
    #[must_use]
    pub fn resume(instance: &'i Instance, state: ArrivalState) -> Self {
        Self { instance, lanes: InstanceLanes::new(instance), state }
    }

    /// What is left.
    #[must_use]
    pub fn into_state(self) -> ArrivalState {
        self.state
    }

    /// The instance.
    #[must_use]
    pub const fn instance(&self) -> &'i Instance {
        self.instance
    }

    /// What carriers ask.
    #[must_use]
    pub const fn lanes(&self) -> &InstanceLanes<'i> {
        &self.lanes
    }

    /// An order without its lines.
    #[must_use]
    pub fn order(&self, order: u32) -> Option<&'i InstanceOrderRow> {
        self.instance.orders().get(order as usize)
    }

    /// The lines of an order.
    #[must_use]
    pub fn lines(&self, order: u32) -> &'i [InstanceLine] {
        self.order(order).map_or(&[], |row| self.instance.lines(row))
    }

    /// Units left in each cell, beside [`Instance::cells`].
    #[must_use]
    pub fn left(&self) -> &[u32] {
        &self.state.left
    }

    /// Units left of a SKU at a node.
    #[must_use]
    pub fn units_of(&self, sku: u32, node: u32) -> u32 {
        self.instance.cell(sku, node).and_then(|cell| self.state.left.get(cell)).copied().unwrap_or(0)
    }

    /// How many more units a node can send; `i64::MAX` where there is no limit.
    #[must_use]
    pub fn units_left(&self, node: u32) -> i64 {
        self.state.units.get(node as usize).copied().unwrap_or(0)
    }

    /// How many more shipments a node can send; `i64::MAX` where there is no limit.
    #[must_use]
    pub fn shipments_left(&self, node: u32) -> i64 {
        self.state.shipments.get(node as usize).copied().unwrap_or(0)
    }

    /// What each node could ship of the units still wanted of an order, by node: as much as stock and capacity allow,
    /// earlier lines first. Nodes that can ship nothing, or for which nothing goes there with that weight, are left
    /// out, as are the nodes named. `O(nodes · lines · log cells)`.
    #[must_use]
    pub fn loads(&self, order: u32, wanted: &[u32], without: &[u32]) -> Vec<ArrivalLoad> {
        let Some(row) = self.order(order) else { return vec![] };
        let lines = self.instance.lines(row);
        let count = self.instance.nodes().len();
        let mut items: Vec<Vec<InstanceItem>> = vec![Vec::new(); count];
        for (at, (line, wanted)) in
            lines.iter().zip(wanted).enumerate().filter(|(_, (_, wanted))| **wanted > 0)
        {
            let range = self.instance.cell_range(line.sku);
            let cells = self.instance.stock_of(line.sku).iter();
            for (cell, left) in cells.zip(self.state.left.get(range).unwrap_or_default()) {
                if let Some(items) = items.get_mut(cell.node as usize).filter(|_| *left > 0) {
                    let line = u32::try_from(at).unwrap_or(u32::MAX);
                    items.push(InstanceItem { line, quantity: (*left).min(*wanted) });
                }
            }
        }
        let nodes = items.into_iter().enumerate().filter(|(_, items)| !items.is_empty());
        let load = |(node, items): (usize, Vec<InstanceItem>)| {
            let node = u32::try_from(node).ok().filter(|node| !without.contains(node))?;
            self.load(row, lines, node, items)
        };
        nodes.filter_map(load).collect()
    }

    /// Cuts items to what the node can send, and prices them.
    fn load(
        &self,
        order: &InstanceOrderRow,
        lines: &[InstanceLine],
        node: u32,
        mut items: Vec<InstanceItem>,
    ) -> Option<ArrivalLoad> {
        let costs = self.instance.nodes().get(node as usize).filter(|_| self.shipments_left(node) > 0)?;
        let mut room = self.units_left(node);
        let (mut units, mut grams) = (0_i64, 0_i64);
        for item in &mut items {
            item.quantity = item.quantity.min(u32::try_from(room).unwrap_or(u32::MAX));
            let quantity = i64::from(item.quantity);
            room = room.saturating_sub(quantity);
            units = units.saturating_add(quantity);
            let weight = lines.get(item.line as usize).map_or(0, |line| self.instance.weight_g(line.sku));
            grams = grams.saturating_add(quantity.saturating_mul(weight));
        }
        items.retain(|item| item.quantity > 0);
        if items.is_empty() {
            return None;
        }
        let (service, freight) = self.lanes.cheapest(node, order, grams)?;
        let handling = costs.unit_cents.saturating_mul(units);
        let cents = freight.saturating_add(costs.ship_cents).saturating_add(handling);
        Some(ArrivalLoad { node, service, items, units, cents })
    }

    /// Notes that shipments were decided on: what they take is gone, unless every order of the instance stands alone.
    pub fn apply(&mut self, shipments: &[InstanceShipment]) {
        if !self.instance.is_joint() {
            return;
        }
        for shipment in shipments {
            let lines = self.lines(shipment.order);
            let mut units = 0_i64;
            for item in &shipment.items {
                let Some(line) = lines.get(item.line as usize) else { continue };
                let cell = self.instance.cell(line.sku, shipment.node);
                if let Some(left) = cell.and_then(|cell| self.state.left.get_mut(cell)) {
                    *left = left.saturating_sub(item.quantity);
                }
                units = units.saturating_add(i64::from(item.quantity));
            }
            let place = shipment.node as usize;
            for (limits, used) in [(&mut self.state.units, units), (&mut self.state.shipments, 1)] {
                if let Some(limit) = limits.get_mut(place).filter(|limit| **limit != i64::MAX) {
                    *limit = limit.saturating_sub(used).max(0);
                }
            }
        }
    }
}

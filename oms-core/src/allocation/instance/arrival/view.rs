//! One order and what is left for it, as data: what a function in another language looks at.

use serde::{Deserialize, Serialize};

use super::{ArrivalBoard, LaneService};

/// An order and every node that could ship some of it now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArrivalOrder {
    /// The order's place in the instance.
    pub order: u32,
    /// Its region.
    pub region: u32,
    /// Whether all units ship or none does.
    pub complete: bool,
    /// The most shipments allowed.
    pub max_shipments: u32,
    /// What each shipment after the first costs.
    pub split_cents: i64,
    /// The step in which freight is billed.
    pub weight_step_g: i64,
    /// The lines.
    pub lines: Vec<ArrivalLine>,
    /// The nodes that have something of it, can send it and have a service to there; by node.
    pub nodes: Vec<ArrivalNode>,
}

/// A line of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArrivalLine {
    /// The SKU.
    pub sku: u32,
    /// How many units.
    pub quantity: u32,
    /// The weight of a unit.
    pub weight_g: i64,
    /// What leaving a unit unfilled costs, with the order's priority.
    pub short_cents: i64,
}

/// A node that could ship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArrivalNode {
    /// The node.
    pub node: u32,
    /// How far it is.
    pub distance_km: i64,
    /// What a shipment costs.
    pub ship_cents: i64,
    /// What a unit costs.
    pub unit_cents: i64,
    /// How many more units it can send, if there is a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units_left: Option<i64>,
    /// Units left of each line, in the order of the lines.
    pub stock: Vec<u32>,
    /// The services to there.
    pub services: Vec<ArrivalService>,
}

/// A service from a node to the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArrivalService {
    /// The service.
    pub service: u32,
    /// What a shipment costs before its weight.
    pub base_cents: i64,
    /// What each started weight step costs.
    pub step_cents: i64,
    /// What its days late cost for this order.
    pub late_cents: i64,
    /// The heaviest shipment, if there is a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_weight_g: Option<i64>,
}

impl ArrivalBoard<'_> {
    /// An order with what is left for it, if there is such an order.
    #[must_use]
    pub fn view(&self, order: u32) -> Option<ArrivalOrder> {
        let (instance, row) = (self.instance(), *self.order(order)?);
        let lines = instance.lines(&row).iter().map(|line| ArrivalLine {
            sku: line.sku,
            quantity: line.quantity,
            weight_g: instance.weight_g(line.sku),
            short_cents: instance.short_cents(line.sku).saturating_mul(row.prio),
        });
        let lines: Vec<ArrivalLine> = lines.collect();
        let nodes = instance.nodes().iter().zip(0_u32..).filter_map(|(costs, node)| {
            let stock: Vec<u32> = lines.iter().map(|line| self.units_of(line.sku, node)).collect();
            let services = self.lanes().services(node, row.region);
            let can = self.units_left(node) > 0 && self.shipments_left(node) > 0 && !services.is_empty();
            (can && stock.iter().any(|units| *units > 0)).then(|| ArrivalNode {
                node,
                distance_km: instance.distance_km(node, row.region),
                ship_cents: costs.ship_cents,
                unit_cents: costs.unit_cents,
                units_left: Some(self.units_left(node)).filter(|left| *left != i64::MAX),
                stock,
                services: services
                    .iter()
                    .map(|lane| service(lane, row.promise_day, row.late_cents))
                    .collect(),
            })
        });
        Some(ArrivalOrder {
            order,
            region: row.region,
            complete: row.complete,
            max_shipments: row.max_shipments,
            split_cents: instance.split_cents(),
            weight_step_g: instance.weight_step_g(),
            nodes: nodes.collect(),
            lines,
        })
    }
}

fn service(lane: &LaneService, promise_day: i64, late_cents: i64) -> ArrivalService {
    let late = lane.day.saturating_sub(promise_day).max(0);
    ArrivalService {
        service: lane.service,
        base_cents: lane.base_cents,
        step_cents: lane.step_cents,
        late_cents: late_cents.saturating_mul(late),
        max_weight_g: Some(lane.most_g).filter(|most| *most != i64::MAX),
    }
}

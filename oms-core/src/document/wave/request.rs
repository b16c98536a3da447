//! What waves are built from.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::value::{
    CarrierId, Instant, LocationCode, LotId, NodeId, OrderId, Problems, Quantity, SkuId, Text, Weight, ZoneId,
};

/// The most orders that are looked at in one go.
const MOST_ORDERS: usize = 20_000;
/// The most lines of all orders together.
const MOST_LINES: usize = 200_000;

/// What orders of one wave have in common, besides their node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WaveAxis {
    /// The cut-off of their carrier.
    CutOff,
    /// The carrier.
    Carrier,
    /// The zone that all their units lie in; orders over several zones go together.
    Zone,
    /// Their priority.
    Priority,
    /// One unit, one line, or several lines.
    Kind,
}

/// Units to be picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaveLine {
    /// The SKU.
    pub sku: SkuId,
    /// What it is called.
    #[serde(default)]
    pub name: Text,
    /// How many units.
    pub quantity: Quantity,
    /// Where they lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationCode>,
    /// The zone of the warehouse that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<ZoneId>,
    /// The lot to take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
}

/// An order that was released to a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaveOrder {
    /// The order, or what of it ships from the node.
    pub order: OrderId,
    /// The node.
    pub node: NodeId,
    /// The carrier, when chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierId>,
    /// When its carrier's last pick-up that keeps the promise closes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<Instant>,
    /// The higher, the sooner.
    #[serde(default)]
    pub priority: u32,
    /// What it weighs.
    #[serde(default)]
    pub weight: Weight,
    /// What is picked.
    pub lines: Vec<WaveLine>,
}

/// What waves are built from, and how large they may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WaveRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaveRequest {
    /// Now: orders whose wave should have closed by now are marked late.
    pub at: Instant,
    /// How many minutes before its cut-off a wave closes: the time to pick, pack and hand over.
    #[serde(default)]
    pub lead_minutes: u32,
    /// What orders of a wave have in common. Left out: cut-off, carrier and kind.
    #[serde(default = "usual_axes")]
    pub together: Vec<WaveAxis>,
    /// The most orders in a wave: slots of a cart or sorting wall.
    pub max_orders: u32,
    /// The most units in a wave; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_units: Option<u32>,
    /// The most that the units of a wave weigh; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_weight: Option<Weight>,
    /// From how many orders on a single SKU has waves of its own (爆款单); never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_wave_from: Option<u32>,
    /// The number of the first wave.
    #[serde(default = "one")]
    pub first_wave: u32,
    /// The orders; their order does not matter.
    pub orders: Vec<WaveOrder>,
}

fn usual_axes() -> Vec<WaveAxis> {
    vec![WaveAxis::CutOff, WaveAxis::Carrier, WaveAxis::Kind]
}

const fn one() -> u32 {
    1
}

impl WaveOrder {
    /// How many units it has.
    #[must_use]
    pub fn units(&self) -> u64 {
        self.lines.iter().map(|line| u64::from(line.quantity.units())).sum()
    }
}

impl WaveRequest {
    /// Everything wrong with the request.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.max_orders == 0 {
            problems.add("input.out_of_range", "/maxOrders", "a wave has at least one order");
        }
        if self.max_units == Some(0) {
            problems.add("input.out_of_range", "/maxUnits", "a wave has at least one unit");
        }
        if self.own_wave_from == Some(0) {
            problems.add("input.out_of_range", "/ownWaveFrom", "name at least one order");
        }
        let lines: usize = self.orders.iter().map(|order| order.lines.len()).sum();
        if self.orders.len() > MOST_ORDERS || lines > MOST_LINES {
            problems.add("input.out_of_range", "/orders", "at most 20000 orders with 200000 lines in one go");
        }
        let mut seen = BTreeSet::new();
        for (at, order) in self.orders.iter().enumerate() {
            let path = format!("/orders/{at}");
            if !seen.insert((&order.node, &order.order)) {
                let message = format!("`{}` stands here twice", order.order);
                problems.add("document.duplicate_order", format!("{path}/order"), message);
            }
            if order.lines.is_empty() {
                problems.add("input.out_of_range", format!("{path}/lines"), "an order has at least one line");
            }
            if order.units() > u64::from(u32::MAX) {
                problems.add("input.out_of_range", format!("{path}/lines"), "at most 4294967295 units");
            }
            for (line, _) in order.lines.iter().enumerate().filter(|(_, line)| line.quantity.units() == 0) {
                let path = format!("{path}/lines/{line}/quantity");
                problems.add("input.out_of_range", path, "pick at least one unit");
            }
        }
        problems
    }
}

//! What a batch is asked for: orders, nodes, stock and lanes by dense index.

/// A node that ships: what it costs, and what it can send in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchNode {
    /// What one shipment costs before freight.
    pub shipment_cost: i64,
    /// What handling one unit costs.
    pub unit_cost: i64,
    /// The most units it sends; no limit when absent.
    pub unit_capacity: Option<i64>,
    /// The most shipments it sends; no limit when absent.
    pub shipment_capacity: Option<i64>,
}

/// A carrier service over a lane: freight is `base + step · ceil(weight / step weight)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchService {
    /// The caller's number of the service; it comes back in the plan.
    pub service: u32,
    /// What every shipment costs.
    pub base_cost: i64,
    /// What every started weight step costs.
    pub step_cost: i64,
    /// The heaviest shipment in grams; no limit when absent.
    pub max_weight: Option<i64>,
    /// The day the shipment arrives, counted as promise days are.
    pub arrival_day: i64,
}

/// The services from a node to a destination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchLane {
    /// From which node.
    pub node: u32,
    /// To which destination: any number the orders use too.
    pub destination: u32,
    /// The services.
    pub services: Vec<BatchService>,
}

/// Units of a SKU at a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchStock {
    /// The SKU.
    pub sku: u32,
    /// The node.
    pub node: u32,
    /// How many units may be sent.
    pub units: i64,
}

/// Units of a line that an earlier plan sends from a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchPlanned {
    /// The node.
    pub node: u32,
    /// How many units.
    pub units: i64,
}

/// Units of a SKU that an order needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchLine {
    /// The SKU; an order has it once.
    pub sku: u32,
    /// How many units; at least one.
    pub units: i64,
    /// What leaving one unit unfilled costs.
    pub short_cost: i64,
    /// What an earlier plan sends; units that leave their node cost [`BatchInput::churn_cost`] each.
    pub planned: Vec<BatchPlanned>,
}

/// An open order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchOrder {
    /// Where it goes.
    pub destination: u32,
    /// The day it was promised for.
    pub promise_day: i64,
    /// What a shipment costs for each day it is late.
    pub late_cost: i64,
    /// All units or none.
    pub ship_complete: bool,
    /// The most shipments; no limit when absent.
    pub max_shipments: Option<u32>,
    /// Its lines.
    pub lines: Vec<BatchLine>,
}

/// Everything a batch needs. Costs are in minor units of one currency, weights in grams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchInput {
    /// The billing step of freight in grams.
    pub weight_step: i64,
    /// What each shipment of an order after its first costs.
    pub split_cost: i64,
    /// What each unit costs that leaves the node an earlier plan sent it from, or is no longer sent.
    pub churn_cost: i64,
    /// The nodes.
    pub nodes: Vec<BatchNode>,
    /// The weight of one unit of each SKU.
    pub sku_weights: Vec<i64>,
    /// Stock; what is absent is zero.
    pub stock: Vec<BatchStock>,
    /// The lanes; where there is none, the node does not serve the destination.
    pub lanes: Vec<BatchLane>,
    /// The orders in their order of arrival.
    pub orders: Vec<BatchOrder>,
}

//! The instance file, field by field as `oms-alloc/1` names them. Numbers are signed, so that a negative one is told
//! with its place and not as a syntax error.

use serde::{Deserialize, Serialize};

use super::{Instance, InstanceError};
use crate::value::Problems;

/// What an instance file says in `format`.
pub const INSTANCE_FORMAT: &str = "oms-alloc/1";

/// Whether orders share stock and capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InstanceMode {
    /// Every order is solved alone, against the full stock and capacity.
    Independent,
    /// All orders share stock and capacity.
    Joint,
}

/// An instance as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstanceFile {
    /// [`INSTANCE_FORMAT`].
    pub format: String,
    /// What it is called.
    pub name: String,
    /// The family that it is of.
    pub family: String,
    /// Whether orders share stock and capacity.
    pub mode: InstanceMode,
    /// The step in which freight is billed, in grams.
    pub weight_step_g: i64,
    /// What each shipment of an order after its first costs.
    pub split_cents: i64,
    /// The nodes.
    pub nodes: Vec<InstanceNode>,
    /// Where each region lies: `[x, y]` in kilometres.
    pub regions: Vec<[i64; 2]>,
    /// The rate zone from each node to each region; -1 where the node does not serve the region.
    pub zone: Vec<Vec<i64>>,
    /// The carrier services.
    pub services: Vec<InstanceService>,
    /// Figures of the SKUs.
    pub skus: InstanceSkus,
    /// Stock.
    pub stock: InstanceStock,
    /// The orders as they arrive.
    pub orders: Vec<InstanceOrder>,
}

/// A node of an instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstanceNode {
    /// `dc` or `store`; for information only.
    pub kind: String,
    /// Where it lies, in kilometres.
    pub x_km: i64,
    /// Where it lies, in kilometres.
    pub y_km: i64,
    /// What a shipment costs, whatever is in it.
    pub ship_cents: i64,
    /// What handling a unit costs.
    pub unit_cents: i64,
    /// How many units it can send in all; -1 for no limit.
    pub cap_units: i64,
    /// How many shipments it can send in all; -1 for no limit.
    pub cap_shipments: i64,
    /// The day on which it hands over; 0 is today.
    pub ready_day: i64,
    /// The services that it can use.
    pub services: Vec<u32>,
}

/// A carrier service of an instance. The lists have one entry a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstanceService {
    /// What it is called.
    pub name: String,
    /// Whose it is.
    pub carrier: i64,
    /// What a shipment costs before its weight; -1 where the service does not go.
    pub base_cents: Vec<i64>,
    /// What each started weight step costs.
    pub step_cents: Vec<i64>,
    /// Days on the way; -1 where the service does not go.
    pub days: Vec<i64>,
    /// The heaviest shipment, in grams; 0 for no limit.
    pub max_weight_g: i64,
}

/// Figures of SKUs: one entry each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstanceSkus {
    /// The weight of a unit, in grams.
    pub weight_g: Vec<i64>,
    /// What leaving a unit unfilled costs.
    pub short_cents: Vec<i64>,
}

/// Stock, as parallel lists, by SKU and then node. What is absent is zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstanceStock {
    /// The SKU of each entry.
    pub sku: Vec<u32>,
    /// The node of each entry.
    pub node: Vec<u32>,
    /// The units of each entry.
    pub qty: Vec<i64>,
}

/// An order of an instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstanceOrder {
    /// Where it goes.
    pub region: u32,
    /// The day by which it was promised.
    pub promise_day: i64,
    /// What each day late costs, for each shipment.
    pub late_cents: i64,
    /// What the cost of unfilled units is multiplied by.
    pub prio: i64,
    /// 1 if all units ship or none does, else 0.
    pub complete: u8,
    /// The most shipments allowed.
    pub max_shipments: i64,
    /// `[SKU, units]`, a SKU at most once.
    pub lines: Vec<[i64; 2]>,
}

impl InstanceFile {
    /// Reads a file's JSON. Says of malformed JSON what is wrong first; `wire::decode` says all that is.
    ///
    /// # Errors
    /// [`InstanceError::InvalidInstance`]; [`Instance::new`] says what is wrong with a file that reads well.
    pub fn from_json(json: &[u8]) -> Result<Self, InstanceError> {
        serde_json::from_slice(json).map_err(|error| {
            let mut problems = Problems::new();
            problems.add("input.malformed_json", "", error.to_string());
            InstanceError::InvalidInstance(problems)
        })
    }

    /// The file's JSON, without white space.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The instance in the form that planners read, if nothing is wrong with it.
    ///
    /// # Errors
    /// [`InstanceError::InvalidInstance`], with every fault and its place.
    pub fn dense(self) -> Result<Instance, InstanceError> {
        Instance::new(self)
    }
}

//! Nodes: warehouses, stores and suppliers that ship.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Calendar, NodeCapacity, NodeClosure, NodeTraits};
use crate::value::{Address, GeoPoint, GroupId, Money, NodeId, Problems, RegionCode, SupplierId, Text};

/// A place that ships.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Node {
    /// The node.
    pub id: NodeId,
    /// What people call it.
    #[serde(default)]
    pub name: Text,
    /// What kind of place it is, in the merchant's own words, such as `store`; safety factors may name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_type: Option<Text>,
    /// Where it lies; distance strategies and distance zones skip a node without it, with that reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<GeoPoint>,
    /// The region it lies in, for rates by region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// The address printed as sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Lower ships first.
    #[serde(default)]
    pub priority: u32,
    /// What packing one shipment costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment_cost: Option<Money>,
    /// What handling one unit costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_cost: Option<Money>,
    /// Whether it sells; a closed node keeps its stock and can still be counted and received into.
    #[serde(default = "yes")]
    pub active: bool,
    /// What kind of place it is, and what it can do.
    #[serde(default, skip_serializing_if = "NodeTraits::is_plain")]
    pub traits: NodeTraits,
    /// When it works; around the clock when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Arc<Calendar>>,
    /// What it can do in a day; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Arc<NodeCapacity>>,
    /// The supplier whose place it is: what is released there is bought of it, unit by unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<SupplierId>,
}

const fn yes() -> bool {
    true
}

impl Node {
    /// An active node of which only the id is known.
    #[must_use]
    pub fn new(id: NodeId) -> Self {
        Self {
            id,
            name: Text::default(),
            node_type: None,
            location: None,
            region: None,
            address: None,
            priority: 0,
            shipment_cost: None,
            unit_cost: None,
            active: true,
            traits: NodeTraits::default(),
            calendar: None,
            capacity: None,
            supplier: None,
        }
    }

    /// Everything wrong with the record: costs must not be negative, the position must lie on the globe, the
    /// calendar must be sound.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (field, money) in [("shipmentCost", self.shipment_cost), ("unitCost", self.unit_cost)] {
            if money.is_some_and(Money::is_negative) {
                problems.add(
                    "input.out_of_range",
                    format!("/{field}"),
                    format!("{field} must not be negative"),
                );
            }
        }
        if self.location.is_some_and(|point| !point.is_on_globe()) {
            problems.add(
                "input.out_of_range",
                "/location",
                "latitude is within ±90°, longitude within ±180°",
            );
        }
        if let Some(calendar) = &self.calendar {
            problems.extend(calendar.problems().under("/calendar"));
        }
        if let Some(capacity) = &self.capacity {
            problems.extend(capacity.problems().under("/capacity"));
        }
        problems
    }
}

/// A named set of nodes: a region, a kind of store, whatever sells together. A node may be in many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeGroup {
    /// The group.
    pub id: GroupId,
    /// What people call it.
    #[serde(default)]
    pub name: Text,
    /// Its nodes.
    pub nodes: BTreeSet<NodeId>,
}

/// All nodes of a tenant, and the groups they are in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Network"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Network {
    /// The nodes by id.
    pub nodes: BTreeMap<NodeId, Node>,
    /// The groups by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: BTreeMap<GroupId, NodeGroup>,
    /// The nodes that take no orders for a while.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub closed: BTreeMap<NodeId, NodeClosure>,
}

impl Network {
    /// Everything wrong with a group: it needs a node, and nodes that there are.
    #[must_use]
    pub fn group_problems(&self, group: &NodeGroup) -> Problems {
        let mut problems = Problems::new();
        if group.nodes.is_empty() {
            problems.add("input.empty", "/nodes", "name at least one node");
        }
        for (at, node) in group.nodes.iter().enumerate() {
            if !self.nodes.contains_key(node) {
                let message = format!("there is no node `{node}`; put its record first");
                problems.add("network.unknown_node", format!("/nodes/{at}"), message);
            }
        }
        problems
    }

    /// The nodes of a group, or all of them, in the order in which they ship: by priority, then id. Closed nodes are
    /// among them; nothing when there is no such group.
    #[must_use]
    pub fn in_order(&self, group: Option<&GroupId>) -> Vec<&Node> {
        let members = group.map(|group| self.groups.get(group).map(|group| &group.nodes));
        let is_member = |node: &&Node| match members {
            None => true,
            Some(members) => members.is_some_and(|members| members.contains(&node.id)),
        };
        let mut nodes: Vec<&Node> = self.nodes.values().filter(is_member).collect();
        // Stable, and the nodes are sorted by id.
        nodes.sort_by_key(|node| node.priority);
        nodes
    }
}

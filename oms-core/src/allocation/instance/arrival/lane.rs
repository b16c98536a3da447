//! What carriers ask from each node in each zone, and the cheapest of them for a weight.

use crate::allocation::instance::{Instance, InstanceOrderRow};

/// A service from one node in one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneService {
    /// The service.
    pub service: u32,
    /// What a shipment costs before its weight.
    pub base_cents: i64,
    /// What each started weight step costs.
    pub step_cents: i64,
    /// The day of arrival.
    pub day: i64,
    /// The heaviest shipment, in grams.
    pub most_g: i64,
}

/// The services from every node in every zone, in the order in which the nodes name them.
#[derive(Clone, Debug)]
pub struct InstanceLanes<'i> {
    instance: &'i Instance,
    /// By node, then zone.
    lanes: Vec<Vec<Vec<LaneService>>>,
}

impl<'i> InstanceLanes<'i> {
    /// Reads the rates of an instance. `O(nodes · zones · services)`.
    #[must_use]
    pub fn new(instance: &'i Instance) -> Self {
        let zones = instance.services().iter().map(|service| service.base_cents.len()).max().unwrap_or(0);
        let nodes = instance.nodes().iter();
        let lanes = nodes.map(|node| {
            let in_zone = |zone: usize| {
                let named =
                    node.services.iter().filter_map(|at| Some((*at, instance.services().get(*at as usize)?)));
                let offered = named.filter_map(|(at, service)| {
                    Some(LaneService {
                        service: at,
                        base_cents: *service.base_cents.get(zone).filter(|base| **base >= 0)?,
                        step_cents: *service.step_cents.get(zone)?,
                        day: node.ready_day.saturating_add(*service.days.get(zone)?),
                        most_g: if service.max_weight_g == 0 { i64::MAX } else { service.max_weight_g },
                    })
                });
                offered.collect()
            };
            (0..zones).map(in_zone).collect()
        });
        Self { instance, lanes: lanes.collect() }
    }

    /// The services from a node to a region; none where it does not serve it.
    #[must_use]
    pub fn services(&self, node: u32, region: u32) -> &[LaneService] {
        let zone = self.instance.zone(node, region);
        let found = zone.and_then(|zone| self.lanes.get(node as usize)?.get(zone));
        found.map_or(&[], Vec::as_slice)
    }

    /// The cheapest service for a shipment of so many grams, with its freight and what its days late cost; the one
    /// named first among equals.
    #[must_use]
    pub fn cheapest(&self, node: u32, order: &InstanceOrderRow, grams: i64) -> Option<(u32, i64)> {
        let step = self.instance.weight_step_g().max(1);
        let steps = grams.saturating_add(step).saturating_sub(1) / step;
        let cost = |lane: &LaneService| {
            let late = lane.day.saturating_sub(order.promise_day).max(0);
            let freight = lane.base_cents.saturating_add(lane.step_cents.saturating_mul(steps));
            freight.saturating_add(order.late_cents.saturating_mul(late))
        };
        let fitting = self.services(node, order.region).iter().filter(|lane| grams <= lane.most_g);
        fitting.map(|lane| (lane.service, cost(lane))).min_by_key(|(_, cents)| *cents)
    }
}

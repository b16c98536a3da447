//! Sourcing: writing its rules, and what they want to know of orders, lines and nodes.

use std::sync::Arc;

use super::reference::record;
use super::{Decided, Desk};
use crate::allocation::{LineFacts, NodeFacts, OrderFacts};
use crate::engine::PutSourcing;
use crate::engine::view::Halt;
use crate::network::{Network, Node};
use crate::order::{Order, OrderLine};
use crate::store::{DocumentKey, Event, SourcingRecorded};
use crate::value::{Instant, Quantity, Text};

impl Desk<'_, '_> {
    /// Groups that tiers name must be there; nodes may come later.
    pub(super) fn put_sourcing(&mut self, put: &PutSourcing) -> Decided {
        self.view.need([DocumentKey::sourcing(self.tenant), DocumentKey::network(self.tenant)])?;
        let network = self.view.network(self.tenant)?;
        let event = || Event::Sourcing(SourcingRecorded { sourcing: Arc::clone(&put.sourcing) });
        record(put.sourcing.problems(&network, self.at), "sourcing", event)
    }

    /// What constraints and costs may want to know of a line.
    pub(super) fn line_facts(&mut self, order: &Order, line: &OrderLine) -> Result<LineFacts, Halt> {
        let Some(sku) = self.view.sku(self.tenant, &line.sku)? else { return Ok(LineFacts::default()) };
        // Cubic millimetres, in started cubic centimetres.
        let volume = sku.dimensions.map_or(0, |size| size.volume().div_ceil(1000));
        Ok(LineFacts {
            category: sku.category.clone(),
            unit_value: Some(line.unit_price)
                .filter(|price| price.currency() == order.currency && !price.is_negative()),
            unit_volume_cm3: u64::try_from(volume).unwrap_or(u64::MAX),
            needs: sku.needs.clone(),
            owner: None,
            process_path: sku.process_path.clone(),
            promise_days: None,
        })
    }
}

/// What constraints and costs may want to know of an order. Days are counted from date to date in UTC, as the
/// carriers' transit days are.
pub(super) fn order_facts(order: &Order, at: Instant) -> OrderFacts {
    let days = order.promise_by.map(|by| days_until(at, by));
    OrderFacts {
        at: Some(at),
        customer: order.customer.clone(),
        class: order.class,
        amount: order.total().ok().filter(|total| !total.is_negative()),
        country: Some(order.ship_to.country),
        region: order.ship_to.region.clone(),
        postcode: Text::clone(&order.ship_to.postal_code),
        promise_days: days,
    }
}

fn days_until(at: Instant, then: Instant) -> u16 {
    let days = then.date_naive().signed_duration_since(at.date_naive()).num_days();
    u16::try_from(days.max(0)).unwrap_or(u16::MAX)
}

/// What constraints and costs may want to know of a node. By its calendar it is ready when an order of so
/// many units that comes now is; a node that never opens is never ready.
pub(super) fn node_facts(node: &Node, network: &Network, at: Instant, units: Quantity) -> NodeFacts {
    let ready_days = node.calendar.as_ref().map_or(0, |calendar| {
        let ready = calendar.ready_at(at, None, units);
        ready.map_or(u16::MAX, |ready| days_until(at, ready.ready_at))
    });
    let groups = network.groups.values().filter(|group| group.nodes.contains(&node.id));
    NodeFacts {
        traits: node.traits.clone(),
        country: node.address.as_ref().map(|address| address.country),
        region: node.region.clone(),
        groups: groups.map(|group| group.id.clone()).collect(),
        ready_days,
    }
}

//! Records that everything else reads: SKUs, nodes, rate cards, policy.

use super::cost::check_costing;
use super::{Decided, Decision, Desk};
use crate::capacity::CapacityCell;
use crate::carrier::Carriers;
use crate::engine::{PutGroup, PutNode, PutPolicy, PutRateCard, PutSku};
use crate::error::Error;
use crate::store::{
    DocumentKey, Event, GroupRecorded, NodeRecorded, PolicyRecorded, RateCardRecorded, SkuRecorded,
};
use crate::value::Problems;

pub(super) fn record(problems: Problems, place: &str, event: impl FnOnce() -> Event) -> Decided {
    if problems.is_empty() {
        return Ok(Decision { events: vec![event()], ..Decision::default() });
    }
    Err(Error::Input(problems.under(&format!("/{place}"))).into())
}

impl Desk<'_, '_> {
    pub(super) fn put_sku(&mut self, put: &PutSku) -> Decided {
        // Both ask for what they have to see before either stops.
        let recipe = self.recipe_problems(&put.sku);
        let known = self.view.sku(self.tenant, &put.sku.id)?;
        let mut problems = put.sku.problems();
        if known.as_ref().is_some_and(|known| known.lots.is_some() != put.sku.lots.is_some()) {
            self.must_have_no_units(&put.sku.id, &mut problems)?;
        }
        check_costing(known.as_deref(), &put.sku, &mut problems);
        if CapacityCell::is_name(&put.sku.id) {
            let message = "names that begin so are kept for the capacity of nodes";
            problems.add("catalog.reserved_id", "/id", message);
        }
        problems.extend(recipe?);
        record(problems, "sku", || Event::Sku(SkuRecorded { sku: put.sku.clone() }))
    }

    pub(super) fn put_node(&mut self, put: &PutNode) -> Decided {
        self.view.need([DocumentKey::network(self.tenant)])?;
        record(put.node.problems(), "node", || Event::Node(NodeRecorded { node: put.node.clone() }))
    }

    pub(super) fn put_group(&mut self, put: &PutGroup) -> Decided {
        let network = self.view.network(self.tenant)?;
        let event = || Event::Group(GroupRecorded { group: put.group.clone() });
        record(network.group_problems(&put.group), "group", event)
    }

    pub(super) fn put_policy(&mut self, put: &PutPolicy) -> Decided {
        self.view.need([DocumentKey::policy(self.tenant)])?;
        let event = || Event::Policy(PolicyRecorded { policy: put.policy.clone() });
        record(put.policy.problems(), "policy", event)
    }

    /// The card must be sound, and must fit in beside the others of its service.
    pub(super) fn put_rate_card(&mut self, put: &PutRateCard) -> Decided {
        let known = self.view.carriers(self.tenant)?;
        let mut problems = put.card.problems();
        if problems.is_empty() {
            let mut carriers = Carriers::clone(&known);
            carriers.put(put.card.clone());
            if !carriers.problems().is_empty() && known.problems().is_empty() {
                let message = "overlaps another card of the same service; end one where the other starts";
                problems.add("carrier.overlapping_cards", "/valid", message);
            }
        }
        record(problems, "card", || Event::RateCard(RateCardRecorded { card: put.card.clone() }))
    }
}

//! Placing orders, once each.

use super::{Decided, Decision, Desk};
use crate::engine::PlaceOrder;
use crate::error::Error;
use crate::order::{Order, OrderError, OrderEvent};
use crate::store::{DocumentKey, Event, Explanation, OrderRecord, PlacementRepeated};
use crate::value::fingerprint;

impl Desk<'_, '_> {
    /// The same channel order again is answered with the order it became; other content is a conflict.
    pub(super) fn place_order(&mut self, place: &PlaceOrder) -> Decided {
        let draft = &place.draft;
        let key = DocumentKey::channel_order(
            self.tenant,
            &draft.channel,
            draft.shop.as_ref(),
            &draft.channel_order_id,
        );
        self.view.need([key.clone(), DocumentKey::order(self.tenant, &place.order)])?;
        if let Some(link) = self.view.link(key)? {
            let order = link.order.clone();
            if link.content != fingerprint(draft) {
                return Err(OrderError::ContentConflict { order }.into());
            }
            let explanations = vec![Explanation::Repeated(PlacementRepeated { order })];
            return Ok(Decision { explanations, ..Decision::default() });
        }
        if self.view.find_order(self.tenant, &place.order)?.is_some() {
            return Err(Error::OrderIdTaken { order: place.order.clone() }.into());
        }
        let placed = Order::place(place.order.clone(), draft).map_err(|error| match error {
            OrderError::Invalid(problems) => OrderError::Invalid(problems.under("/draft")),
            other => other,
        })?;
        let record = OrderRecord { order: place.order.clone(), event: OrderEvent::Placed(placed) };
        Ok(Decision { events: vec![Event::Order(record)], ..Decision::default() })
    }
}

//! Placing orders, once each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Decided, Decision, Desk};
use crate::catalog::Sku;
use crate::engine::PlaceOrder;
use crate::engine::view::Halt;
use crate::error::Error;
use crate::order::{Order, OrderDraft, OrderError, OrderEvent, OrderLineKit};
use crate::store::{DocumentKey, Event, Explanation, OrderRecord, PlacementRepeated};
use crate::value::{LineId, SkuId, fingerprint};

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
        let own = self.view.need([key.clone(), DocumentKey::order(self.tenant, &place.order)]);
        let has_kits = self.any_virtual_kit(draft.lines.iter().map(|line| &line.sku));
        own?;
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
        let kits_or_choices = has_kits? || draft.lines.iter().any(|line| !line.chosen.is_empty());
        let (apart, kits) = self.take_kits_apart(draft, kits_or_choices)?;
        let placed =
            Order::place(place.order.clone(), apart.as_ref().unwrap_or(draft)).map_err(
                |error| match error {
                    OrderError::Invalid(problems) => OrderError::Invalid(problems.under("/draft")),
                    other => other,
                },
            )?;
        let mut placed = placed;
        // The channel's order is known again by what the channel sent.
        placed.order.content = fingerprint(draft);
        for line in &mut placed.order.lines {
            line.kit = kits.get(&line.id).cloned();
        }
        let record = OrderRecord { order: place.order.clone(), event: OrderEvent::Placed(placed) };
        Ok(Decision { events: vec![Event::Order(record)], ..Decision::default() })
    }

    /// The draft with its virtual kits taken apart, if it has any and is sound.
    fn take_kits_apart(
        &mut self,
        draft: &OrderDraft,
        has_kits: bool,
    ) -> Result<(Option<OrderDraft>, BTreeMap<LineId, OrderLineKit>), Halt> {
        if !has_kits || !draft.problems().is_empty() {
            return Ok((None, BTreeMap::new()));
        }
        let book = self.kit_book(draft.lines.iter().map(|line| &line.sku), None)?;
        let mut records: BTreeMap<SkuId, Arc<Sku>> = BTreeMap::new();
        for line in &draft.lines {
            // Kits that cannot be taken apart are for the draft to report.
            let parts = book.explode_chosen(&line.sku, line.quantity, &line.chosen, "/sku");
            for part in parts.unwrap_or_default() {
                if let Some(record) = self.view.sku(self.tenant, &part.sku)? {
                    records.insert(part.sku, record);
                }
            }
        }
        let apart = draft.take_kits_apart(&book, |sku| records.get(sku).cloned());
        let apart = apart.map_err(|problems| OrderError::Invalid(problems.under("/draft")))?;
        Ok((Some(apart.draft), apart.kits))
    }
}

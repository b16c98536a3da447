//! What a warehouse rejects: the units are open again, and each reason has its effects on stock, node and order.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use super::order::give_back;
use super::{Decided, Decision, Desk, Draft};
use crate::count::{Count, CountBook, CountPolicy};
use crate::engine::view::Halt;
use crate::engine::{CloseNode, OpenNode, RejectUnits};
use crate::error::Error;
use crate::network::NodeClosure;
use crate::order::{
    Hold, HoldReason, HoldSource, HoldStage, LineUnits, Order, OrderCommand, OrderRejection, RejectReason,
};
use crate::policy::{NotFoundEffect, RejectionTerms};
use crate::stock::{StockAdjusted, StockCell, StockCondition, StockEvent, StockRegraded};
use crate::store::{CountRecord, DocumentKey, Event, NodeClosureRecorded};
use crate::value::{CountId, HoldId, Instant, NodeId, Problems, Quantity, SkuId, Text};

impl Desk<'_, '_> {
    pub(super) fn reject_units(&mut self, reject: &RejectUnits) -> Decided {
        let tenant = self.tenant;
        let shared = self.view.need([DocumentKey::policy(tenant), DocumentKey::network(tenant)]);
        let order = self.view.order(tenant, &reject.order)?;
        let units = units_at(&order, reject);
        let skus: Vec<&SkuId> = order.lines.iter().map(|line| &line.sku).collect();
        let marks = skus.iter().flat_map(|sku| {
            [DocumentKey::sku(tenant, sku), DocumentKey::counted_cell(tenant, sku, &reject.node)]
        });
        let marks = self.view.need(marks);
        let cells: Vec<_> = skus.iter().map(|sku| self.cell_key(sku, &reject.node)).collect();
        self.view.need_cells(&cells)?;
        shared?;
        marks?;
        let terms = self.view.policy(tenant)?.rejection;
        if units.is_empty() {
            let mut problems = Problems::new();
            problems.add("order.nothing_allocated", "/node", "nothing of the order is set aside there");
            return Err(Error::Input(problems).into());
        }
        let mut draft = Draft::of(&order, self.at);
        let reason = Text::new(format!("rejected: {}", reject.reason.as_str())).unwrap_or_default();
        let events = draft.order(&OrderCommand::Deallocate { units: units.clone(), reason })?;
        give_back(&mut draft, &events);
        let rejection = OrderRejection {
            node: reject.node.clone(),
            reason: reject.reason,
            at: self.at,
            cools_until: self.after_hours(terms.cool_down_hours),
        };
        draft.order(&OrderCommand::NoteRejection(rejection))?;
        self.hold_if_rejected_too_often(&mut draft, &units, terms)?;
        match reject.reason {
            RejectReason::NotFound => self.not_found(reject, &units, terms, &mut draft)?,
            RejectReason::Damaged => self.regrade(reject, &units, StockCondition::Damaged, &mut draft)?,
            RejectReason::Quality => self.regrade(reject, &units, StockCondition::QualityHold, &mut draft)?,
            RejectReason::NoCapacity | RejectReason::Closed => self.close(reject, terms, &mut draft)?,
            RejectReason::Timeout => {}
        }
        Ok(draft.decision)
    }

    pub(super) fn close_node(&mut self, close: &CloseNode) -> Decided {
        self.must_be_recorded([], [("/node", &close.node)])?;
        let closure = NodeClosure { until: close.until, reason: close.reason.clone() };
        Ok(closed(&close.node, Some(closure)))
    }

    pub(super) fn open_node(&mut self, open: &OpenNode) -> Decided {
        self.must_be_recorded([], [("/node", &open.node)])?;
        if !self.view.network(self.tenant)?.closed.contains_key(&open.node) {
            return Ok(Decision::default());
        }
        Ok(closed(&open.node, None))
    }

    /// So many hours from now; `None` for none.
    fn after_hours(&self, hours: u16) -> Option<Instant> {
        if hours == 0 { None } else { self.at.checked_add_signed(TimeDelta::hours(i64::from(hours))) }
    }

    /// After so many rejections a person has to look at the order.
    fn hold_if_rejected_too_often(
        &self,
        draft: &mut Draft,
        units: &[LineUnits],
        terms: RejectionTerms,
    ) -> Result<(), Halt> {
        let attempts = draft.order.attempts;
        if terms.max_attempts.is_none_or(|most| attempts < u32::from(most)) {
            return Ok(());
        }
        let is_open = |hold: &Hold| hold.reason == HoldReason::RejectedTooOften;
        if draft.order.holds.iter().any(is_open) {
            return Ok(());
        }
        let nth = draft.order.rejections.len();
        // Plain words and a number make an id.
        let Ok(id) = HoldId::new(format!("rejected-{nth}")) else { return Ok(()) };
        draft.order(&OrderCommand::Hold(Hold {
            id,
            reason: HoldReason::RejectedTooOften,
            stage: HoldStage::Allocate,
            source: HoldSource::App,
            lines: units.iter().map(|unit| unit.line.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
            note: Text::new(format!("rejected {attempts} times")).unwrap_or_default(),
            opened_at: self.at,
        }))?;
        Ok(())
    }

    /// The rejected units by SKU, as far as they are on hand and their SKU is not kept by lot: these are moved by
    /// hand.
    fn movable(
        &mut self,
        node: &NodeId,
        units: &[LineUnits],
        draft: &Draft,
    ) -> Result<Vec<(SkuId, i64, StockCell)>, Halt> {
        let mut sums: BTreeMap<SkuId, i64> = BTreeMap::new();
        for unit in draft.sku_units(units) {
            *sums.entry(unit.sku).or_default() += unit.quantity.signed();
        }
        let mut movable = Vec::with_capacity(sums.len());
        for (sku, wanted) in sums {
            let record = self.view.sku(self.tenant, &sku)?;
            if record.is_some_and(|record| record.lots.is_some() || record.sale_mode.is_unlimited()) {
                continue;
            }
            let mut cell = self.view.cell(&self.cell_key(&sku, node))?;
            cell.allocated = cell.allocated.saturating_sub(wanted);
            let there = cell.on_hand.saturating_sub(cell.unsellable());
            let units = wanted.min(there.saturating_sub(cell.held).saturating_sub(cell.allocated)).max(0);
            movable.push((sku, units, cell));
        }
        Ok(movable)
    }

    fn regrade(
        &mut self,
        reject: &RejectUnits,
        units: &[LineUnits],
        to: StockCondition,
        draft: &mut Draft,
    ) -> Result<(), Halt> {
        for (sku, units, _) in self.movable(&reject.node, units, draft)? {
            draft.stock(moved(reject, sku, units, to));
        }
        Ok(())
    }

    /// Units that are not found are held back or written off, and their cell is counted.
    fn not_found(
        &mut self,
        reject: &RejectUnits,
        units: &[LineUnits],
        terms: RejectionTerms,
        draft: &mut Draft,
    ) -> Result<(), Halt> {
        let mut book = Vec::new();
        for (sku, units, mut cell) in self.movable(&reject.node, units, draft)? {
            match terms.not_found {
                NotFoundEffect::Hold => {
                    draft.stock(moved(reject, sku.clone(), units, StockCondition::QualityHold));
                }
                NotFoundEffect::HoldAll => {
                    let all = cell.free().max(units);
                    draft.stock(moved(reject, sku.clone(), all, StockCondition::QualityHold));
                }
                NotFoundEffect::WriteOff if units > 0 => {
                    let (node, delta) = (reject.node.clone(), units.saturating_neg());
                    let reason = reason(reject);
                    let event = StockAdjusted { sku: sku.clone(), node, delta, reason, force: true };
                    draft.stock([StockEvent::Adjusted(event)]);
                    cell.on_hand = cell.on_hand.saturating_sub(units);
                }
                NotFoundEffect::WriteOff => {}
            }
            let counted = self.view.counted_cell(self.tenant, &sku, &reject.node)?;
            if terms.count_not_found && counted.is_none_or(|counted| counted.open.is_none()) {
                let unit_cost = self.view.sku(self.tenant, &sku)?.and_then(|sku| sku.cost);
                book.push(CountBook { sku, on_hand: cell.on_hand, unit_cost });
            }
        }
        let nth = draft.order.rejections.len();
        // The order's id may be as long as ids may be; then nobody counts but those who start a count themselves.
        let id = CountId::new(format!("rejected-{}-{nth}", draft.order.id)).ok();
        if let Some(id) = id.filter(|_| !book.is_empty()) {
            let event = Count::start(id.clone(), reject.node.clone(), book, CountPolicy::default(), self.at)?;
            draft.decision.events.push(Event::Count(CountRecord { count: id, event }));
        }
        Ok(())
    }

    /// The node takes no orders for a while, unless it is closed for longer already.
    fn close(&mut self, reject: &RejectUnits, terms: RejectionTerms, draft: &mut Draft) -> Result<(), Halt> {
        let until = reject.closed_until.or_else(|| self.after_hours(terms.closed_hours));
        let Some(until) = until.filter(|until| *until > self.at) else { return Ok(()) };
        let network = self.view.network(self.tenant)?;
        let is_longer = |known: &NodeClosure| known.until.is_none_or(|known| known >= until);
        if network.nodes.contains_key(&reject.node)
            && !network.closed.get(&reject.node).is_some_and(is_longer)
        {
            let closure = NodeClosure { until: Some(until), reason: reason(reject) };
            draft.decision.events.append(&mut closed(&reject.node, Some(closure)).events);
        }
        Ok(())
    }
}

/// The units named at the node, or everything that is set aside there.
fn units_at(order: &Order, reject: &RejectUnits) -> Vec<LineUnits> {
    if reject.lines.is_empty() {
        return order.allocated_units().filter(|unit| unit.node == reject.node).collect();
    }
    let at_node = reject.lines.iter().map(|named| LineUnits {
        line: named.line.clone(),
        node: reject.node.clone(),
        quantity: named.quantity,
    });
    at_node.collect()
}

fn reason(reject: &RejectUnits) -> Text {
    let words = format!("order {} rejected: {}", reject.order, reject.reason.as_str());
    Text::new(words).unwrap_or_default()
}

fn moved(reject: &RejectUnits, sku: SkuId, units: i64, to: StockCondition) -> Option<StockEvent> {
    let quantity = u32::try_from(units).ok().filter(|units| *units > 0).map(Quantity::new)?;
    let (node, from) = (reject.node.clone(), StockCondition::Sellable);
    Some(StockEvent::Regraded(StockRegraded { sku, node, quantity, from, to, reason: reason(reject) }))
}

fn closed(node: &NodeId, closure: Option<NodeClosure>) -> Decision {
    let record = NodeClosureRecorded { node: node.clone(), closure };
    Decision { events: vec![Event::NodeClosure(record)], ..Decision::default() }
}

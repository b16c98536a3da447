//! Counts: the book is noted, found units are taken, differences become adjustments.

use std::sync::Arc;

use super::{Decided, Decision, Desk};
use crate::count::{Count, CountBook, CountCommand, CountError, CountEvent};
use crate::engine::view::Halt;
use crate::engine::{CancelCount, PostCount, RecordCount, StartCount};
use crate::error::Error;
use crate::stock::StockCommand;
use crate::store::{CellKey, CountRecord, DocumentKey, Event, StockRecord};
use crate::value::{CountId, NodeId, SkuId, Text};

impl Desk<'_, '_> {
    pub(super) fn start_count(&mut self, start: &StartCount) -> Decided {
        let own = self.view.need([DocumentKey::count(self.tenant, &start.count)]);
        let marks = start.skus.iter().map(|sku| DocumentKey::counted_cell(self.tenant, sku, &start.node));
        let marks = self.view.need(marks);
        let keys: Vec<CellKey> = start.skus.iter().map(|sku| self.cell_key(sku, &start.node)).collect();
        let cells = self.view.need_cells(&keys);
        let places = start.skus.iter().enumerate().map(|(at, sku)| (format!("/skus/{at}"), sku));
        let known = self.must_be_recorded(places, [("/node", &start.node)]);
        own?;
        marks?;
        cells?;
        known?;
        if self.view.find_count(self.tenant, &start.count)?.is_some() {
            return Err(Error::CountIdTaken { count: start.count.clone() }.into());
        }
        let mut book = Vec::with_capacity(keys.len());
        for key in &keys {
            let unit_cost = self.view.sku(self.tenant, &key.sku)?.and_then(|sku| sku.cost);
            book.push(CountBook { sku: key.sku.clone(), on_hand: self.view.cell(key)?.on_hand, unit_cost });
        }
        let (id, node) = (start.count.clone(), start.node.clone());
        let event = Count::start(id, node, book, start.policy, self.at)?;
        for sku in &start.skus {
            self.must_not_be_counted(sku, &start.node)?;
        }
        Ok(counted(&start.count, event))
    }

    /// Two counts of one cell would both post the same difference.
    fn must_not_be_counted(&mut self, sku: &SkuId, node: &NodeId) -> Result<(), Halt> {
        match self.view.counted_cell(self.tenant, sku, node)?.and_then(|cell| cell.open.clone()) {
            Some(count) => Err(CountError::AlreadyCounting { sku: sku.clone(), count }.into()),
            None => Ok(()),
        }
    }

    pub(super) fn record_count(&mut self, record: &RecordCount) -> Decided {
        let count = self.view.count(self.tenant, &record.count)?;
        let key = self.cell_key(&record.sku, &count.node);
        self.view.need_cells([&key])?;
        let command = CountCommand::Record {
            sku: record.sku.clone(),
            counted: record.counted,
            on_hand: self.view.cell(&key)?.on_hand,
            counter: record.counter.clone(),
        };
        Ok(counted(&record.count, count.decide(&command)?))
    }

    /// A count that is to end, with the marks of its cells, which the end changes.
    fn ending(&mut self, id: &CountId) -> Result<Arc<Count>, Halt> {
        let count = self.view.count(self.tenant, id)?;
        let skus = count.lines.iter().map(|line| &line.book.sku);
        let marks = skus.map(|sku| DocumentKey::counted_cell(self.tenant, sku, &count.node));
        self.view.need(marks)?;
        Ok(count)
    }

    /// What a count posts adjusts the cells in the same commit.
    pub(super) fn post_count(&mut self, post: &PostCount) -> Decided {
        let (id, approver) = (&post.count, post.approver.clone());
        let count = self.ending(id)?;
        let event = count.decide(&CountCommand::Post { approver })?;
        let adjustments = match &event {
            CountEvent::Posted(posted) => posted.adjustments.clone(),
            _ => vec![],
        };
        let mut decision = counted(id, event);
        let keys: Vec<CellKey> = adjustments.iter().map(|one| self.cell_key(&one.sku, &count.node)).collect();
        self.view.need_cells(&keys)?;
        let reason = Text::new(format!("count {id}")).unwrap_or_default();
        for (key, adjustment) in keys.iter().zip(adjustments) {
            // What was not found is not there, whoever it was promised to.
            let command =
                StockCommand::Adjust { delta: adjustment.delta, reason: reason.clone(), force: true };
            let event = self.view.cell(key)?.decide(&key.sku, &key.node, &command, 0)?;
            decision.events.push(Event::Stock(StockRecord { event }));
        }
        Ok(decision)
    }

    pub(super) fn cancel_count(&mut self, cancel: &CancelCount) -> Decided {
        let count = self.ending(&cancel.count)?;
        let event = count.decide(&CountCommand::Cancel { reason: cancel.reason.clone() })?;
        Ok(counted(&cancel.count, event))
    }
}

fn counted(count: &CountId, event: CountEvent) -> Decision {
    let record = CountRecord { count: count.clone(), event };
    Decision { events: vec![Event::Count(record)], ..Decision::default() }
}

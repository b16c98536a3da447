//! Deciding commands to a count: the rules, and nothing but the rules.

use std::collections::BTreeSet;

use super::{
    Count, CountAdjustment, CountBook, CountCancelled, CountError, CountEvent, CountLine, CountLineState,
    CountOverLimit, CountPolicy, CountPosted, CountRecorded, CountStarted,
};
use crate::value::{ActorId, CountId, Instant, NodeId, Problems, Quantity, SkuId, Text};

/// A command to a count that was started; see [`Count::decide`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountCommand {
    /// Take what a counter found.
    Record {
        /// The SKU.
        sku: SkuId,
        /// Units found.
        counted: Quantity,
        /// The physical units by the book at this moment.
        on_hand: i64,
        /// Who counted.
        counter: ActorId,
    },
    /// Make the differences adjustments of the book.
    Post {
        /// Who approves differences beyond the limits; not one who counted them.
        approver: Option<ActorId>,
    },
    /// Give it up.
    Cancel {
        /// Why.
        reason: Text,
    },
}

impl Count {
    /// Decides to start a count with the book as it stands.
    ///
    /// # Errors
    /// [`CountError::Invalid`] for no SKUs, a SKU named twice, or a policy with amounts below zero.
    pub fn start(
        id: CountId,
        node: NodeId,
        book: Vec<CountBook>,
        policy: CountPolicy,
        at: Instant,
    ) -> Result<CountEvent, CountError> {
        let mut problems = policy.problems().under("/policy");
        if book.is_empty() {
            problems.add("input.empty", "/skus", "name at least one SKU to count");
        }
        let mut seen = BTreeSet::new();
        for (index, line) in book.iter().enumerate() {
            if !seen.insert(&line.sku) {
                let message = format!("`{}` stands here twice", line.sku);
                problems.add("count.duplicate_sku", format!("/skus/{index}"), message);
            }
        }
        if !problems.is_empty() {
            return Err(CountError::Invalid(problems));
        }
        let lines = book.into_iter().map(|book| CountLine { book, tallies: vec![] }).collect();
        let count =
            Self { id, node, started_at: at, policy, lines, ended: None, ended_at: None, approver: None };
        Ok(CountEvent::Started(CountStarted { count }))
    }

    /// Decides a command against the count as it stands: the event that follows, or why not.
    ///
    /// # Errors
    /// [`CountError`]; the count is unchanged then.
    pub fn decide(&self, command: &CountCommand) -> Result<CountEvent, CountError> {
        if let Some(end) = self.ended {
            return Err(CountError::Ended { end });
        }
        match command {
            CountCommand::Record { sku, counted, on_hand, counter } => {
                self.record(sku, *counted, *on_hand, counter)
            }
            CountCommand::Post { approver } => self.post(approver.as_ref()),
            CountCommand::Cancel { reason } => {
                Ok(CountEvent::Cancelled(CountCancelled { reason: reason.clone() }))
            }
        }
    }

    fn record(
        &self,
        sku: &SkuId,
        counted: Quantity,
        on_hand: i64,
        counter: &ActorId,
    ) -> Result<CountEvent, CountError> {
        let Some(line) = self.line(sku) else {
            let mut problems = Problems::new();
            problems.add("count.unknown_sku", "/sku", format!("the count has no line of `{sku}`"));
            return Err(CountError::Invalid(problems));
        };
        let moved = on_hand.saturating_sub(line.book.on_hand);
        let (sku, counter) = (sku.clone(), counter.clone());
        Ok(CountEvent::Recorded(CountRecorded { sku, counted, moved, counter }))
    }

    fn post(&self, approver: Option<&ActorId>) -> Result<CountEvent, CountError> {
        let unsettled = self.lines.iter().filter(|line| line.state(&self.policy) != CountLineState::Counted);
        let unsettled: Vec<SkuId> = unsettled.map(|line| line.book.sku.clone()).collect();
        if !unsettled.is_empty() {
            return Err(CountError::NotCounted(unsettled));
        }
        let results = self.results();
        let over: Vec<_> = results.iter().filter(|result| result.needs_approval).collect();
        let Some(approver) = approver else {
            if over.is_empty() {
                return Ok(self.posted(None));
            }
            let over = over.into_iter().map(|result| CountOverLimit {
                sku: result.sku.clone(),
                variance: result.variance,
                value: result.value,
            });
            return Err(CountError::NeedsApproval(over.collect()));
        };
        let counted_it = |line: &CountLine| line.tallies.iter().any(|tally| tally.counter == *approver);
        let own = over.iter().find(|result| self.line(&result.sku).is_some_and(counted_it));
        if let Some(result) = own {
            return Err(CountError::ApproverCounted { approver: approver.clone(), sku: result.sku.clone() });
        }
        Ok(self.posted(Some(approver.clone())))
    }

    fn posted(&self, approver: Option<ActorId>) -> CountEvent {
        let off = self.results().into_iter().filter(|result| result.variance != 0);
        let adjustments = off.map(|result| CountAdjustment { sku: result.sku, delta: result.variance });
        CountEvent::Posted(CountPosted { adjustments: adjustments.collect(), approver })
    }
}

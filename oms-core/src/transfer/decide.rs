//! Deciding commands to a transfer: the rules, and nothing but the rules.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Transfer, TransferApproved, TransferClosed, TransferCommand, TransferCreated, TransferDraft,
    TransferError, TransferEvent, TransferLine, TransferShortage, TransferUnits, TransferUnitsAllocated,
    TransferUnitsCancelled, TransferUnitsReceived, TransferUnitsShipped, transition,
};
use crate::value::{Instant, Problems, Quantity, SkuId, Text, TransferId};

impl Transfer {
    /// Decides to create a transfer from a draft. Whether the nodes exist is for the caller to say.
    ///
    /// # Errors
    /// [`TransferError::Invalid`] for no lines, lines without units, a SKU on two lines, or a node that gives to
    /// itself.
    pub fn create(
        id: TransferId,
        draft: &TransferDraft,
        at: Instant,
    ) -> Result<TransferEvent, TransferError> {
        let mut problems = Problems::new();
        if draft.from == draft.to {
            problems.add("transfer.same_node", "/draft/to", "name another node than the one that gives");
        }
        if draft.lines.is_empty() {
            problems.add("input.empty", "/draft/lines", "name at least one SKU to move");
        }
        let mut seen = BTreeSet::new();
        for (index, line) in draft.lines.iter().enumerate() {
            if line.quantity.is_zero() {
                let path = format!("/draft/lines/{index}/quantity");
                problems.add("input.out_of_range", path, "move at least one unit");
            }
            if !seen.insert(&line.sku) {
                let message = format!("`{}` stands here twice; add up its units", line.sku);
                problems.add("transfer.duplicate_sku", format!("/draft/lines/{index}/sku"), message);
            }
        }
        refuse(problems)?;
        let lines = draft.lines.iter().map(|line| TransferLine::new(line.sku.clone(), line.quantity));
        let transfer = Self {
            id,
            from: draft.from.clone(),
            to: draft.to.clone(),
            created_at: at,
            expected_at: draft.expected_at,
            note: draft.note.clone(),
            lines: lines.collect(),
            approval: None,
            closed_at: None,
            discrepancies: vec![],
        };
        Ok(TransferEvent::Created(TransferCreated { transfer }))
    }

    /// Decides a command against the transfer as it stands: the events that follow, or why not.
    /// `O(lines × named units)`.
    ///
    /// # Errors
    /// [`TransferError`]; the transfer is unchanged then.
    pub fn decide(&self, command: &TransferCommand) -> Result<Vec<TransferEvent>, TransferError> {
        let (status, kind) = (self.status(), command.kind());
        if transition::targets(status, kind).is_none() {
            return Err(TransferError::IllegalTransition { status, command: kind });
        }
        match command {
            TransferCommand::Approve { by } => {
                Ok(vec![TransferEvent::Approved(TransferApproved { by: by.clone() })])
            }
            TransferCommand::Allocate(units) => {
                let units = self.named_or(units, TransferLine::open)?;
                self.must_have(&units, TransferLine::open)?;
                Ok(vec![TransferEvent::UnitsAllocated(TransferUnitsAllocated { units })])
            }
            TransferCommand::Ship { units, expected_at } => {
                let units = self.named_or(units, |line| line.allocated)?;
                self.must_have(&units, |line| line.allocated)?;
                let event = TransferUnitsShipped { units, expected_at: *expected_at };
                Ok(vec![TransferEvent::UnitsShipped(event)])
            }
            TransferCommand::Receive { units, reason } => self.receive(units, reason),
            TransferCommand::Cancel { units, reason } => {
                let units = self.named_or(units, not_left)?;
                self.must_have(&units, not_left)?;
                Ok(vec![self.cancelled(&units, reason)])
            }
            TransferCommand::Close { reason } => self.close(reason),
        }
    }

    fn receive(&self, units: &[TransferUnits], reason: &Text) -> Result<Vec<TransferEvent>, TransferError> {
        let named = self.named_or(units, |line| line.in_transit)?;
        let mut problems = Problems::new();
        let (mut expected, mut over) = (Vec::new(), Vec::new());
        for named in named {
            let line = self.line(&named.sku);
            let sent = named.quantity.min(line.map(|line| line.in_transit).unwrap_or_default());
            let more = named.quantity.saturating_sub(sent);
            if line.is_some_and(|line| line.over.checked_add(more).is_err()) {
                let message =
                    format!("more of `{}` would be over than can be counted; name fewer", named.sku);
                problems.add("input.out_of_range", "/units", message);
            }
            let part = |quantity| TransferUnits { sku: named.sku.clone(), quantity };
            expected.push(part(sent));
            over.push(part(more));
        }
        expected.retain(|units| !units.quantity.is_zero());
        over.retain(|units| !units.quantity.is_zero());
        if !over.is_empty() && reason.is_blank() {
            let message = "more units arrived than were sent; say why, or count again";
            problems.add("transfer.reason_missing", "/reason", message);
        }
        refuse(problems)?;
        let event = TransferUnitsReceived { units: expected, over, reason: reason.clone() };
        Ok(vec![TransferEvent::UnitsReceived(event)])
    }

    fn close(&self, reason: &Text) -> Result<Vec<TransferEvent>, TransferError> {
        let lost = self.in_transit_units();
        let mut problems = Problems::new();
        if !lost.is_empty() && reason.is_blank() {
            let message = "units that were sent have not arrived; say why they are given up";
            problems.add("transfer.reason_missing", "/reason", message);
        }
        refuse(problems)?;
        let mut events = Vec::new();
        let waiting = self.units(not_left);
        if !waiting.is_empty() {
            events.push(self.cancelled(&waiting, reason));
        }
        events.push(TransferEvent::Closed(TransferClosed { lost, reason: reason.clone() }));
        Ok(events)
    }

    /// Open units go before allocated ones, so that as little as possible is given back.
    fn cancelled(&self, units: &[TransferUnits], reason: &Text) -> TransferEvent {
        let part = |of: &dyn Fn(&TransferLine, Quantity) -> Quantity| {
            let parts = units.iter().filter_map(|named| {
                let quantity = of(self.line(&named.sku)?, named.quantity);
                (!quantity.is_zero()).then(|| TransferUnits { sku: named.sku.clone(), quantity })
            });
            parts.collect()
        };
        TransferEvent::UnitsCancelled(TransferUnitsCancelled {
            open: part(&|line, named| named.min(line.open())),
            allocated: part(&|line, named| named.saturating_sub(line.open())),
            reason: reason.clone(),
        })
    }

    /// The units named, added up by SKU in the order of the lines; all there are when none is named.
    fn named_or(
        &self,
        units: &[TransferUnits],
        all: impl Fn(&TransferLine) -> Quantity,
    ) -> Result<Vec<TransferUnits>, TransferError> {
        let mut problems = Problems::new();
        let mut sums: BTreeMap<&SkuId, Option<Quantity>> = BTreeMap::new();
        for (index, named) in units.iter().enumerate() {
            if self.line(&named.sku).is_none() {
                let message = format!("the transfer has no line of `{}`", named.sku);
                problems.add("transfer.unknown_sku", format!("/units/{index}/sku"), message);
            }
            let sum = sums.entry(&named.sku).or_insert(Some(Quantity::ZERO));
            *sum = sum.and_then(|sum| sum.checked_add(named.quantity).ok());
            if named.quantity.is_zero() || sum.is_none() {
                let message = "name at least one unit, and at most 4294967295 of a SKU";
                problems.add("input.out_of_range", format!("/units/{index}/quantity"), message);
            }
        }
        let chosen = if units.is_empty() {
            self.units(all)
        } else {
            let of = |line: &TransferLine| sums.get(&line.sku).copied().flatten().unwrap_or_default();
            self.units(of)
        };
        if chosen.is_empty() && problems.is_empty() {
            problems.add("input.empty", "/units", "there is no such unit left on the transfer");
        }
        refuse(problems)?;
        Ok(chosen)
    }

    fn must_have(
        &self,
        units: &[TransferUnits],
        available: impl Fn(&TransferLine) -> Quantity,
    ) -> Result<(), TransferError> {
        let short = units.iter().filter_map(|named| {
            let available = self.line(&named.sku).map(&available).unwrap_or_default();
            (named.quantity > available).then(|| TransferShortage {
                sku: named.sku.clone(),
                wanted: u64::from(named.quantity.units()),
                available,
            })
        });
        let short: Vec<_> = short.collect();
        if short.is_empty() { Ok(()) } else { Err(TransferError::NotEnoughUnits(short)) }
    }
}

/// Units that are still at the source.
fn not_left(line: &TransferLine) -> Quantity {
    Quantity::new(line.open().units().saturating_add(line.allocated.units()))
}

fn refuse(problems: Problems) -> Result<(), TransferError> {
    if problems.is_empty() { Ok(()) } else { Err(TransferError::Invalid(problems)) }
}

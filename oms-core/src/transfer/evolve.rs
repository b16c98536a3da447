//! Folding events into a transfer. No rule lives here, and nothing can fail: a journal once written always loads.

use super::{
    DiscrepancyKind, Transfer, TransferApproval, TransferDiscrepancy, TransferEvent, TransferLine,
    TransferUnits,
};
use crate::value::{Instant, Quantity, Text};

impl Transfer {
    /// The transfer after an event; `None` before it was created.
    #[must_use]
    pub fn evolve(transfer: Option<Self>, event: &TransferEvent, at: Instant) -> Option<Self> {
        if let TransferEvent::Created(created) = event {
            return Some(created.transfer.clone());
        }
        let mut transfer = transfer?;
        transfer.apply(event, at);
        Some(transfer)
    }

    /// Applies an event to a transfer that exists.
    pub fn apply(&mut self, event: &TransferEvent, at: Instant) {
        match event {
            TransferEvent::Created(event) => self.clone_from(&event.transfer),
            TransferEvent::Approved(event) => {
                self.approval = Some(TransferApproval { by: event.by.clone(), at });
            }
            TransferEvent::UnitsAllocated(event) => {
                self.each(&event.units, |line, units| line.allocated = add(line.allocated, units));
            }
            TransferEvent::UnitsShipped(event) => {
                self.expected_at = event.expected_at.or(self.expected_at);
                self.each(&event.units, |line, units| {
                    line.allocated = line.allocated.saturating_sub(units);
                    line.in_transit = add(line.in_transit, units);
                });
            }
            TransferEvent::UnitsReceived(event) => {
                self.each(&event.units, |line, units| {
                    line.in_transit = line.in_transit.saturating_sub(units);
                    line.received = add(line.received, units);
                });
                self.each(&event.over, |line, units| line.over = add(line.over, units));
                self.note(DiscrepancyKind::Over, &event.over, &event.reason, at);
            }
            TransferEvent::UnitsCancelled(event) => {
                self.each(&event.open, |line, units| line.cancelled = add(line.cancelled, units));
                self.each(&event.allocated, |line, units| {
                    line.allocated = line.allocated.saturating_sub(units);
                    line.cancelled = add(line.cancelled, units);
                });
            }
            TransferEvent::Closed(event) => {
                self.each(&event.lost, |line, units| {
                    line.in_transit = line.in_transit.saturating_sub(units);
                    line.lost = add(line.lost, units);
                });
                self.note(DiscrepancyKind::Short, &event.lost, &event.reason, at);
                self.closed_at = Some(at);
            }
        }
    }

    fn each(&mut self, units: &[TransferUnits], mut with: impl FnMut(&mut TransferLine, Quantity)) {
        for named in units {
            if let Some(line) = self.lines.iter_mut().find(|line| line.sku == named.sku) {
                with(line, named.quantity);
            }
        }
    }

    fn note(&mut self, kind: DiscrepancyKind, units: &[TransferUnits], reason: &Text, at: Instant) {
        self.discrepancies.extend(units.iter().map(|units| TransferDiscrepancy {
            sku: units.sku.clone(),
            kind,
            quantity: units.quantity,
            reason: reason.clone(),
            at,
        }));
    }
}

fn add(left: Quantity, right: Quantity) -> Quantity {
    Quantity::new(left.units().saturating_add(right.units()))
}

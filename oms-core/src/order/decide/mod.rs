//! Deciding commands to an order: the rules, and nothing but the rules.

use std::collections::{BTreeMap, BTreeSet};

use super::error::UnitShortage;
use super::{
    Hold, HoldStage, LineUnits, Order, OrderApproved, OrderChange, OrderChanged, OrderCommand,
    OrderCommandKind, OrderCompleted, OrderError, OrderEvent, OrderHoldOpened, OrderHoldReleased, OrderLine,
    OrderPayment, OrderPaymentRecorded, OrderRejected, OrderReservationEnded, OrderReserved,
    OrderUnitsAllocated, OrderUnitsCancelled, OrderUnitsDeallocated, OrderUnitsDelivered, OrderUnitsReleased,
    OrderUnitsShipped, PaymentKind, transition,
};
use crate::value::{Instant, LineId, LineQuantity, NodeId, Problems, Quantity, Text};

mod review;
mod units;

impl Order {
    /// Decides a command against the order as it stands: the events that follow, or why not.
    ///
    /// No event means that the command was carried out before and there is nothing to do. `O(lines × named units)`.
    ///
    /// # Errors
    /// [`OrderError`]; the order is unchanged then.
    pub fn decide(&self, command: &OrderCommand, at: Instant) -> Result<Vec<OrderEvent>, OrderError> {
        if let Some(kind) = command.kind() {
            let status = self.status();
            if transition::targets(status, kind).is_none() {
                return Err(OrderError::IllegalTransition { status, command: kind });
            }
        }
        match command {
            OrderCommand::Pay(payment) => self.pay(payment),
            OrderCommand::Review(findings) => Ok(self.review(findings, at)),
            OrderCommand::Approve => self.approve(),
            OrderCommand::Hold(hold) => self.hold(hold),
            OrderCommand::ReleaseHold(hold) => self.release_hold(hold),
            OrderCommand::Change(change) => self.change_order(change),
            OrderCommand::Cancel { lines, reason } => self.cancel(lines, reason),
            OrderCommand::Reserve(reservation) => match &self.reservation {
                Some(open) => Err(OrderError::AlreadyReserved { reservation: open.clone() }),
                None => Ok(vec![OrderEvent::Reserved(OrderReserved { reservation: reservation.clone() })]),
            },
            OrderCommand::EndReservation(reservation) => Ok(match &self.reservation {
                Some(open) if open == reservation => {
                    vec![OrderEvent::ReservationEnded(OrderReservationEnded {
                        reservation: reservation.clone(),
                    })]
                }
                _ => vec![],
            }),
            OrderCommand::Allocate(units) => self.allocate(units),
            OrderCommand::Deallocate { units, reason } => self.deallocate(units, reason),
            OrderCommand::NoteRejection(rejection) => {
                Ok(vec![OrderEvent::Rejected(OrderRejected { rejection: rejection.clone() })])
            }
            OrderCommand::Release(units) => self.release(units),
            OrderCommand::Ship { shipment, units } => {
                self.must_pass(HoldStage::Ship, units.iter().map(|unit| &unit.line))?;
                self.must_have(units, |line, node| line.at(node).map(|part| part.released))?;
                let event = OrderUnitsShipped { shipment: shipment.clone(), units: units.clone() };
                Ok(vec![OrderEvent::UnitsShipped(event)])
            }
            OrderCommand::Deliver { shipment, lines } => {
                self.must_have_lines("/lines", lines, |line| line.shipped().saturating_sub(line.delivered))?;
                let event = OrderUnitsDelivered { shipment: shipment.clone(), lines: lines.clone() };
                Ok(vec![OrderEvent::UnitsDelivered(event)])
            }
            OrderCommand::Complete => Ok(vec![OrderEvent::Completed(OrderCompleted {})]),
        }
    }

    fn pay(&self, payment: &OrderPayment) -> Result<Vec<OrderEvent>, OrderError> {
        if let Some(known) = self.payments.iter().find(|known| known.id == payment.id) {
            if known == payment {
                return Ok(vec![]);
            }
            return Err(OrderError::PaymentReused { payment: payment.id.clone() });
        }
        let mut problems = Problems::new();
        if payment.amount.currency() != self.currency {
            let message = format!("the order is in {}", self.currency);
            problems.add("money.currency_mismatch", "/payment/amount/currency", message);
        }
        if payment.amount.is_negative() {
            problems.add("input.out_of_range", "/payment/amount/amount", "the amount must not be negative");
        }
        if !problems.is_empty() {
            return Err(OrderError::Invalid(problems));
        }
        let paid = self.paid()?;
        match payment.kind {
            PaymentKind::Refunded if payment.amount > paid => return Err(OrderError::RefundExceedsPaid),
            PaymentKind::Refunded => {}
            PaymentKind::Captured => {
                paid.checked_add(payment.amount)?;
            }
        }
        Ok(vec![OrderEvent::PaymentRecorded(OrderPaymentRecorded { payment: payment.clone() })])
    }

    fn change_order(&self, change: &OrderChange) -> Result<Vec<OrderEvent>, OrderError> {
        if change.is_empty() {
            return Ok(vec![]);
        }
        let mut problems = Problems::new();
        let mut seen = BTreeSet::new();
        for (at, named) in change.quantities.iter().enumerate() {
            let path = format!("/change/quantities/{at}");
            if !seen.insert(&named.line) {
                problems.add(
                    "order.duplicate_line",
                    path,
                    format!("line `{}` stands here twice", named.line),
                );
                continue;
            }
            match self.line(&named.line) {
                None => {
                    problems.add("order.unknown_line", path, format!("there is no line `{}`", named.line));
                }
                Some(line) if named.quantity < line.ordered => {
                    let message = format!("{} are ordered; cancel units to have fewer", line.ordered);
                    problems.add("input.out_of_range", format!("{path}/quantity"), message);
                }
                Some(_) => {}
            }
        }
        if self.lines.iter().any(|line| !line.released().is_zero() || !line.shipped().is_zero()) {
            problems.add("order.released", "/change", "units are with the warehouse; recall them first");
        }
        if !problems.is_empty() {
            return Err(OrderError::Invalid(problems));
        }
        let event = OrderEvent::Changed(OrderChanged { change: change.clone() });
        let mut changed = self.clone();
        changed.apply(&event, self.placed_at);
        changed.total()?;
        Ok(vec![event])
    }
}

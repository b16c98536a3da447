//! Deciding commands to a book.

use super::{
    PromiseArrived, PromiseEnd, PromiseEnded, PromiseMade, PromiseUnbound, ReceiptArrived, ReceiptChanged,
    ReceiptEnd, ReceiptEnded, ReceiptExpected, ReceiptPlan, SupplyBook, SupplyCommand, SupplyError,
    SupplyEvent, SupplyPromise, SupplyReceipt,
};
use crate::value::{Instant, Problems, Quantity, ReceiptId, ReservationId, Text};

impl SupplyBook {
    /// Decides a command: promises whose time has run out end first, then what was asked. Whether a promise can be
    /// kept by its date is for [`crate::promise`] to say; the book sees to the named receipts only.
    ///
    /// Units that arrive serve the promises bound to their receipt first, by due date and id. When a receipt comes to
    /// bring less than is bound to it, the promises due last lose it, whole ones, until the rest fits.
    ///
    /// `O(p log p)` for `p` promises.
    ///
    /// # Errors
    /// [`SupplyError`]; the book is unchanged then.
    pub fn decide(&self, command: &SupplyCommand, at: Instant) -> Result<Vec<SupplyEvent>, SupplyError> {
        let mut draft = Draft { book: self.clone(), events: Vec::new() };
        draft.sweep(at);
        match command {
            SupplyCommand::Expect { receipt, plan } => draft.expect_receipt(receipt, plan)?,
            SupplyCommand::Receive { receipt, quantity, sellable, last } => {
                draft.receive(receipt, *quantity, *sellable, *last)?;
            }
            SupplyCommand::Cancel { receipt, reason } => draft.cancel(receipt, reason)?,
            SupplyCommand::Promise { promise } => draft.promise(promise, at)?,
            SupplyCommand::End { promise, end } => draft.end(promise, *end)?,
        }
        Ok(draft.events)
    }

    /// How many units of a receipt nobody was promised, one promise left out of the count; `None` when it is not open.
    #[must_use]
    pub fn unbound(&self, receipt: &ReceiptId, but: Option<&ReservationId>) -> Option<u64> {
        let open = u64::from(self.receipts.get(receipt)?.open().units());
        let own = but.and_then(|id| self.promises.get(id));
        let own = own.filter(|promise| promise.receipt.as_ref() == Some(receipt));
        let own = own.map_or(0, |promise| u64::from(promise.quantity.units()));
        Some(open.saturating_sub(self.bound_to(receipt).saturating_sub(own)))
    }
}

/// The book as the events so far leave it.
struct Draft {
    book: SupplyBook,
    events: Vec<SupplyEvent>,
}

impl Draft {
    fn push(&mut self, event: SupplyEvent) {
        self.book.apply(&event);
        self.events.push(event);
    }

    fn sweep(&mut self, at: Instant) {
        let expired = self.book.promises.values().filter(|promise| promise.is_expired(at));
        let expired: Vec<ReservationId> = expired.map(|promise| promise.id.clone()).collect();
        for promise in expired {
            self.push(SupplyEvent::PromiseEnded(PromiseEnded { promise, end: PromiseEnd::Expired }));
        }
    }

    fn known(&self, id: &ReceiptId) -> Result<SupplyReceipt, SupplyError> {
        if let Some(receipt) = self.book.receipts.get(id) {
            return Ok(receipt.clone());
        }
        let receipt = id.clone();
        Err(if self.book.ended_receipts.contains(id) {
            SupplyError::ReceiptEnded { receipt }
        } else {
            SupplyError::UnknownReceipt { receipt }
        })
    }

    fn expect_receipt(&mut self, id: &ReceiptId, plan: &ReceiptPlan) -> Result<(), SupplyError> {
        let mut problems = plan.problems().under("/plan");
        let before = match self.known(id) {
            Ok(before) => Some(before),
            Err(SupplyError::UnknownReceipt { .. }) => None,
            Err(other) => return Err(other),
        };
        let received = before.as_ref().map(|before| before.received).unwrap_or_default();
        if plan.quantity < received {
            let message = format!("{received} units have arrived; the receipt cannot have brought fewer");
            problems.add("input.out_of_range", "/plan/quantity", message);
        }
        if !problems.is_empty() {
            return Err(SupplyError::Invalid(problems));
        }
        match before {
            None => {
                let receipt = SupplyReceipt { id: id.clone(), plan: plan.clone(), received: Quantity::ZERO };
                self.push(SupplyEvent::ReceiptExpected(ReceiptExpected { receipt }));
            }
            Some(before) if before.plan == *plan => {}
            Some(_) => {
                let event = ReceiptChanged { receipt: id.clone(), plan: plan.clone() };
                self.push(SupplyEvent::ReceiptChanged(event));
                self.unbind_surplus(id);
                if plan.quantity == received {
                    self.end_receipt(id, ReceiptEnd::Complete, &Text::default());
                }
            }
        }
        Ok(())
    }

    fn receive(
        &mut self,
        id: &ReceiptId,
        quantity: Quantity,
        sellable: bool,
        last: bool,
    ) -> Result<(), SupplyError> {
        let receipt = self.known(id)?;
        if quantity.is_zero() {
            let mut problems = Problems::new();
            problems.add("input.out_of_range", "/quantity", "name at least one unit");
            return Err(SupplyError::Invalid(problems));
        }
        let most = receipt.plan.most().min(u64::from(u32::MAX));
        let left = most.saturating_sub(u64::from(receipt.received.units()));
        let wanted = u64::from(quantity.units());
        if wanted > left {
            return Err(SupplyError::OverReceipt { receipt: id.clone(), wanted, left });
        }
        self.push(SupplyEvent::ReceiptArrived(ReceiptArrived { receipt: id.clone(), quantity }));
        if sellable {
            self.serve(id, quantity);
        }
        self.unbind_surplus(id);
        let open = self.known(id)?.open();
        if open.is_zero() {
            self.end_receipt(id, ReceiptEnd::Complete, &Text::default());
        } else if last {
            self.end_receipt(id, ReceiptEnd::Short, &Text::default());
        }
        Ok(())
    }

    fn cancel(&mut self, id: &ReceiptId, reason: &Text) -> Result<(), SupplyError> {
        match self.known(id) {
            Ok(_) => {
                self.end_receipt(id, ReceiptEnd::Cancelled, reason);
                Ok(())
            }
            // Cancelling twice changes nothing.
            Err(SupplyError::ReceiptEnded { .. }) => Ok(()),
            Err(other) => Err(other),
        }
    }

    fn promise(&mut self, promise: &SupplyPromise, at: Instant) -> Result<(), SupplyError> {
        let mut problems = Problems::new();
        if promise.quantity.is_zero() {
            problems.add("input.out_of_range", "/quantity", "promise at least one unit");
        }
        if promise.due < at {
            problems.add("input.out_of_range", "/due", "the date must not lie before the command's time");
        }
        if promise.is_expired(at) {
            problems.add("input.out_of_range", "/expiresAt", "the expiry must lie after the command's time");
        }
        if !problems.is_empty() {
            return Err(SupplyError::Invalid(problems));
        }
        let before = self.book.promises.get(&promise.id);
        if before.is_none() && self.book.ended_promises.contains(&promise.id) {
            return Err(SupplyError::PromiseEnded { promise: promise.id.clone() });
        }
        let arrivals = before.map_or(0, |before| before.arrivals);
        let promise = SupplyPromise { arrivals, ..promise.clone() };
        if before == Some(&promise) {
            return Ok(());
        }
        if let Some(receipt) = &promise.receipt {
            self.known(receipt)?;
            let left = self.book.unbound(receipt, Some(&promise.id)).unwrap_or_default();
            let wanted = u64::from(promise.quantity.units());
            if wanted > left {
                return Err(SupplyError::ReceiptShort { receipt: receipt.clone(), wanted, left });
            }
        }
        self.push(SupplyEvent::PromiseMade(PromiseMade { promise }));
        Ok(())
    }

    fn end(&mut self, id: &ReservationId, end: PromiseEnd) -> Result<(), SupplyError> {
        let promise = id.clone();
        if self.book.promises.contains_key(id) {
            self.push(SupplyEvent::PromiseEnded(PromiseEnded { promise, end }));
        } else if !self.book.ended_promises.contains(id) {
            return Err(SupplyError::UnknownPromise { promise });
        }
        Ok(())
    }

    /// The promises bound to a receipt, the one due first first.
    fn bound(&self, id: &ReceiptId) -> Vec<SupplyPromise> {
        let bound = self.book.promises.values().filter(|promise| promise.receipt.as_ref() == Some(id));
        let mut bound: Vec<SupplyPromise> = bound.cloned().collect();
        bound.sort_by(|left, right| (left.due, &left.id).cmp(&(right.due, &right.id)));
        bound
    }

    /// Gives arrived units to the promises bound to their receipt.
    fn serve(&mut self, id: &ReceiptId, arrived: Quantity) {
        let mut left = arrived;
        for promise in self.bound(id) {
            let quantity = promise.quantity.min(left);
            let Some(hold) = promise.next_hold() else { continue };
            if quantity.is_zero() {
                return;
            }
            left = left.saturating_sub(quantity);
            self.push(SupplyEvent::PromiseArrived(PromiseArrived { promise: promise.id, quantity, hold }));
        }
    }

    /// Unbinds the promises due last until the receipt brings what is bound to it.
    fn unbind_surplus(&mut self, id: &ReceiptId) {
        let open = self.book.receipts.get(id).map_or(0, |receipt| receipt.open().units());
        let mut bound = self.book.bound_to(id);
        for promise in self.bound(id).into_iter().rev() {
            if bound <= u64::from(open) {
                return;
            }
            bound = bound.saturating_sub(u64::from(promise.quantity.units()));
            let event = PromiseUnbound { promise: promise.id, receipt: id.clone() };
            self.push(SupplyEvent::PromiseUnbound(event));
        }
    }

    fn end_receipt(&mut self, id: &ReceiptId, end: ReceiptEnd, reason: &Text) {
        let missing = self.book.receipts.get(id).map(SupplyReceipt::open).unwrap_or_default();
        let event = ReceiptEnded { receipt: id.clone(), end, missing, reason: reason.clone() };
        self.push(SupplyEvent::ReceiptEnded(event));
        self.unbind_surplus(id);
    }
}

//! Folding events into the watch. Holds no rule and cannot fail.

use super::{CLOSED_KEPT, PurchaseTodo, ReviewedPeriod, StockWatch, TodoStatus, WatchEvent};
use crate::value::{Instant, Quantity, SkuId, TodoId};

impl StockWatch {
    /// The watch after an event.
    #[must_use]
    pub fn evolve(watch: Option<Self>, sku: &SkuId, event: &WatchEvent, at: Instant) -> Self {
        let mut watch = watch.unwrap_or_else(|| Self::new(sku.clone()));
        watch.apply(event, at);
        watch
    }

    /// Folds one more event.
    pub fn apply(&mut self, event: &WatchEvent, at: Instant) {
        match event {
            WatchEvent::TodoOpened(opened) => {
                self.opened = self.opened.saturating_add(1);
                self.todos.push(opened.todo.clone());
            }
            WatchEvent::TodoToppedUp(topped) => self.edit(&topped.todo, at, |todo| {
                todo.quantity = topped.quantity;
                todo.landed_cost = topped.landed_cost;
                todo.reason = topped.reason.clone();
            }),
            WatchEvent::TodoOrdered(ordered) => self.edit(&ordered.todo, at, |todo| {
                todo.status = TodoStatus::Ordered;
                todo.snoozed_until = None;
                if todo.quantity != ordered.quantity {
                    // What another quantity costs is for the supplier to say.
                    todo.landed_cost = None;
                }
                todo.quantity = ordered.quantity;
                todo.reference = ordered.reference.clone();
                todo.receipt = ordered.receipt.clone();
            }),
            WatchEvent::TodoReceived(received) => self.edit(&received.todo, at, |todo| {
                todo.received = add(todo.received, received.quantity);
                if todo.received >= todo.quantity {
                    todo.status = TodoStatus::Received;
                    todo.snoozed_until = None;
                } else {
                    todo.status = TodoStatus::Ordered;
                }
            }),
            WatchEvent::TodoCancelled(cancelled) => self.edit(&cancelled.todo, at, |todo| {
                todo.status = TodoStatus::Cancelled;
                todo.snoozed_until = None;
                if !cancelled.reason.is_blank() {
                    todo.reference = Some(cancelled.reason.clone());
                }
            }),
            WatchEvent::TodoSnoozed(snoozed) => self.edit(&snoozed.todo, at, |todo| {
                todo.status = TodoStatus::Snoozed;
                todo.snoozed_until = Some(snoozed.until);
            }),
            WatchEvent::AlertRaised(raised) => {
                self.alerts.retain(|alert| alert.node != raised.alert.node);
                self.alerts.push(raised.alert.clone());
                self.alerts.sort_by(|a, b| a.node.cmp(&b.node));
            }
            WatchEvent::AlertCleared(cleared) => self.alerts.retain(|alert| alert.node != cleared.node),
            WatchEvent::PeriodReviewed(reviewed) => {
                self.periods.retain(|period| period.node != reviewed.node);
                self.periods.push(ReviewedPeriod { node: reviewed.node.clone(), at });
                self.periods.sort_by(|a, b| a.node.cmp(&b.node));
            }
        }
        self.forget_old();
    }

    fn edit(&mut self, id: &TodoId, at: Instant, edit: impl FnOnce(&mut PurchaseTodo)) {
        if let Some(todo) = self.todos.iter_mut().find(|todo| todo.id == *id) {
            edit(todo);
            todo.changed_at = at;
        }
    }

    /// Drops the closed to-dos beyond those that are kept, oldest first.
    fn forget_old(&mut self) {
        let closed = self.todos.iter().filter(|todo| todo.is_closed()).count();
        let mut surplus = closed.saturating_sub(CLOSED_KEPT);
        self.todos.retain(|todo| {
            let drop = surplus > 0 && todo.is_closed();
            surplus = surplus.saturating_sub(usize::from(drop));
            !drop
        });
    }
}

fn add(a: Quantity, b: Quantity) -> Quantity {
    a.checked_add(b).unwrap_or(Quantity::new(u32::MAX))
}

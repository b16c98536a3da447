//! The watch over one SKU: its to-dos and alerts.

use serde::{Deserialize, Serialize};

use super::{
    AlertCleared, AlertMarks, AlertRaised, PeriodReviewed, PurchaseError, PurchaseReason, PurchaseTodo,
    StockAlert, TodoCancelled, TodoChange, TodoKey, TodoOpened, TodoOrdered, TodoReceived, TodoSnoozed,
    TodoStatus, TodoToppedUp, WatchEvent,
};
use crate::value::{Instant, Money, NodeId, Problems, Quantity, SkuId, SupplierId, TodoId, fingerprint};

/// How many closed to-dos a watch keeps to show; older ones are in the journal only.
pub const CLOSED_KEPT: usize = 16;

/// The to-dos and alerts of one SKU, at all its nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockWatch"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockWatch {
    /// The SKU.
    pub sku: SkuId,
    /// How many to-dos were ever opened.
    pub opened: u64,
    /// The to-dos, oldest first: all that are not closed, and the last closed ones.
    pub todos: Vec<PurchaseTodo>,
    /// The raised alerts, by node.
    pub alerts: Vec<StockAlert>,
    /// When rules that look only now and then last looked, by node.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<ReviewedPeriod>,
}

/// When a rule that looks only now and then last looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewedPeriod {
    /// The node; all active nodes together when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// When.
    pub at: Instant,
}

/// What a review wants bought of one supplier: so many units in all, what is in the live to-do included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurchaseWish {
    /// From whom; whoever the buyer chooses when absent.
    pub supplier: Option<SupplierId>,
    /// How many units in all.
    pub quantity: Quantity,
    /// What they cost with freight and duty, when the supplier's prices are known.
    pub landed_cost: Option<Money>,
    /// Why.
    pub reason: PurchaseReason,
}

impl StockWatch {
    /// Nothing to buy, no alert.
    #[must_use]
    pub const fn new(sku: SkuId) -> Self {
        Self { sku, opened: 0, todos: Vec::new(), alerts: Vec::new(), periods: Vec::new() }
    }

    /// The live to-do of a key: there is at most one.
    #[must_use]
    pub fn live(&self, key: &TodoKey) -> Option<&PurchaseTodo> {
        self.todos
            .iter()
            .find(|todo| todo.is_live() && todo.node == key.node && todo.supplier == key.supplier)
    }

    /// A to-do.
    #[must_use]
    pub fn todo(&self, id: &TodoId) -> Option<&PurchaseTodo> {
        self.todos.iter().find(|todo| todo.id == *id)
    }

    /// The raised alert of a node, or of all active nodes together.
    #[must_use]
    pub fn alert(&self, node: Option<&NodeId>) -> Option<&StockAlert> {
        self.alerts.iter().find(|alert| alert.node.as_ref() == node)
    }

    /// When a rule that looks only now and then last looked.
    #[must_use]
    pub fn reviewed_at(&self, node: Option<&NodeId>) -> Option<Instant> {
        self.periods.iter().find(|period| period.node.as_ref() == node).map(|period| period.at)
    }

    /// Units that to-dos add to the inventory position: those of one node, or of all to-dos.
    #[must_use]
    pub fn outstanding(&self, node: Option<&NodeId>) -> i64 {
        let counted = self.todos.iter().filter(|todo| node.is_none() || todo.node.as_ref() == node);
        counted.map(|todo| todo.outstanding().signed()).sum()
    }

    /// Decides to buy: opens a to-do, or tops up the live one of the key. A to-do never shrinks by itself, and the same
    /// wish again changes nothing.
    #[must_use]
    pub fn want(&self, node: Option<&NodeId>, wish: &PurchaseWish, at: Instant) -> Vec<WatchEvent> {
        let PurchaseWish { supplier, quantity, landed_cost, reason } = wish.clone();
        let key = TodoKey { node: node.cloned(), supplier };
        if let Some(live) = self.live(&key) {
            if quantity <= live.quantity {
                return vec![];
            }
            let event = TodoToppedUp { todo: live.id.clone(), quantity, landed_cost, reason };
            return vec![WatchEvent::TodoToppedUp(event)];
        }
        if quantity.is_zero() {
            return vec![];
        }
        // Ids are hexadecimal digits and short, so this never fails.
        let Some(id) = self.next_id() else { return vec![] };
        let todo = PurchaseTodo {
            id,
            node: key.node,
            supplier: key.supplier,
            status: TodoStatus::Open,
            quantity,
            received: Quantity::ZERO,
            landed_cost,
            snoozed_until: None,
            reference: None,
            receipt: None,
            opened_at: at,
            changed_at: at,
            reason,
        };
        vec![WatchEvent::TodoOpened(TodoOpened { todo })]
    }

    /// The id of the next to-do: made of the SKU and a running number, so that a replay gives the same.
    fn next_id(&self) -> Option<TodoId> {
        let hash = fingerprint(&(&self.sku, self.opened));
        TodoId::new(hash.as_str().get(..20)?).ok()
    }

    /// Decides what becomes of a to-do.
    ///
    /// # Errors
    /// [`PurchaseError`]: there is none, it is past that, or the input is wrong.
    pub fn change(
        &self,
        id: &TodoId,
        change: &TodoChange,
        at: Instant,
    ) -> Result<Vec<WatchEvent>, PurchaseError> {
        let unknown = || PurchaseError::UnknownTodo { sku: self.sku.clone(), todo: id.clone() };
        let todo = self.todo(id).ok_or_else(unknown)?;
        let allowed = match change {
            TodoChange::Ordered(_) | TodoChange::Snoozed(_) => todo.is_live(),
            TodoChange::Received(_) | TodoChange::Cancelled(_) => !todo.is_closed(),
        };
        if !allowed {
            let (todo, status) = (id.clone(), todo.status);
            return Err(PurchaseError::IllegalTransition { todo, status, change: change.word() });
        }
        let mut problems = Problems::new();
        let id = id.clone();
        let event = match change {
            TodoChange::Ordered(order) => {
                let quantity = order.quantity.unwrap_or(todo.quantity);
                at_least_one(quantity, &mut problems);
                let (reference, receipt) = (order.reference.clone(), order.receipt.clone());
                WatchEvent::TodoOrdered(TodoOrdered { todo: id, quantity, reference, receipt })
            }
            TodoChange::Received(receive) => {
                let quantity = receive.quantity.unwrap_or(todo.quantity.saturating_sub(todo.received));
                at_least_one(quantity, &mut problems);
                if todo.received.checked_add(quantity).is_err() {
                    problems.add("input.out_of_range", "/quantity", "more than 4294967295 units in all");
                }
                WatchEvent::TodoReceived(TodoReceived { todo: id, quantity })
            }
            TodoChange::Cancelled(cancel) => {
                WatchEvent::TodoCancelled(TodoCancelled { todo: id, reason: cancel.reason.clone() })
            }
            TodoChange::Snoozed(snooze) => {
                if snooze.until <= at {
                    problems.add("input.out_of_range", "/until", "name an instant in the future");
                }
                WatchEvent::TodoSnoozed(TodoSnoozed { todo: id, until: snooze.until })
            }
        };
        if problems.is_empty() { Ok(vec![event]) } else { Err(PurchaseError::Invalid(problems)) }
    }

    /// Decides what free units mean for the alert of a node, or of all active nodes together. Without marks nobody
    /// watches it any more, and a raised alert is cleared.
    #[must_use]
    pub fn observe(
        &self,
        node: Option<&NodeId>,
        marks: Option<AlertMarks>,
        free: i64,
        at: Instant,
    ) -> Vec<WatchEvent> {
        let before = self.alert(node).is_some();
        let raised = marks.filter(|marks| marks.raised(before, free));
        match (before, raised) {
            (false, Some(marks)) => {
                let alert = StockAlert { node: node.cloned(), marks, free, raised_at: at };
                vec![WatchEvent::AlertRaised(AlertRaised { alert })]
            }
            (true, None) => vec![WatchEvent::AlertCleared(AlertCleared { node: node.cloned(), free })],
            _ => vec![],
        }
    }

    /// Notes that a rule that looks only now and then has looked.
    #[must_use]
    pub fn note_period(node: Option<&NodeId>) -> WatchEvent {
        WatchEvent::PeriodReviewed(PeriodReviewed { node: node.cloned() })
    }
}

fn at_least_one(quantity: Quantity, problems: &mut Problems) {
    if quantity.is_zero() {
        problems.add("input.out_of_range", "/quantity", "name at least one unit");
    }
}

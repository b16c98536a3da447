//! Purchase: what should be bought, remembered as to-dos, and which stock runs low, remembered as alerts.
//!
//! One [`StockWatch`](crate::purchase::StockWatch) per SKU holds both. Of one node and supplier at most one to-do is
//! live (open or snoozed); wanting more tops it up. Of one node at most one alert is raised, and it changes only when
//! the units cross a mark. The module does not know how much to buy or when: a floor above decides that, and its
//! reasons travel with each to-do as [`PurchaseReason`](crate::purchase::PurchaseReason).

mod alert;
mod change;
mod error;
mod event;
mod evolve;
mod reason;
mod todo;
mod watch;

#[cfg(test)]
mod tests;

pub use alert::{AlertMarks, StockAlert};
pub use change::{CancelTodo, OrderTodo, ReceiveTodo, SnoozeTodo, TodoChange};
pub use error::PurchaseError;
pub use event::{
    AlertCleared, AlertRaised, PeriodReviewed, TodoCancelled, TodoOpened, TodoOrdered, TodoReceived,
    TodoSnoozed, TodoToppedUp, WatchEvent,
};
pub use reason::{DemandBasis, InventoryPosition, PurchaseCap, PurchasePolicyKind, PurchaseReason};
pub use todo::{PurchaseTodo, TodoKey, TodoStatus};
pub use watch::{CLOSED_KEPT, PurchaseWish, ReviewedPeriod, StockWatch};

//! The one table of what may be done to an order in which status. Decisions, tests, docs and the picture read it.

use super::{OrderCommandKind as Do, OrderStatus as At};

/// In this status, this command leads to one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderTransition {
    /// The status before.
    pub from: At,
    /// What is done.
    pub command: Do,
    /// The statuses it can lead to.
    pub to: &'static [At],
}

const fn row(from: At, command: Do, to: &'static [At]) -> OrderTransition {
    OrderTransition { from, command, to }
}

/// Every legal step; what is not listed is refused with `order.illegal_transition`.
#[rustfmt::skip]
pub const ORDER_TRANSITIONS: &[OrderTransition] = &[
    row(At::AwaitingPayment, Do::Pay,         &[At::AwaitingPayment, At::AwaitingReview]),
    row(At::AwaitingPayment, Do::Review,      &[At::AwaitingPayment]),
    row(At::AwaitingPayment, Do::Hold,        &[At::AwaitingPayment]),
    row(At::AwaitingPayment, Do::ReleaseHold, &[At::AwaitingPayment]),
    row(At::AwaitingPayment, Do::Change,      &[At::AwaitingPayment]),
    row(At::AwaitingPayment, Do::Cancel,      &[At::AwaitingPayment, At::AwaitingReview, At::Cancelled]),
    row(At::AwaitingPayment, Do::Reserve,     &[At::AwaitingPayment]),

    row(At::AwaitingReview,  Do::Pay,         &[At::AwaitingReview, At::AwaitingPayment]),
    row(At::AwaitingReview,  Do::Review,      &[At::AwaitingReview, At::Approved]),
    row(At::AwaitingReview,  Do::Approve,     &[At::Approved]),
    row(At::AwaitingReview,  Do::Hold,        &[At::AwaitingReview]),
    row(At::AwaitingReview,  Do::ReleaseHold, &[At::AwaitingReview]),
    row(At::AwaitingReview,  Do::Change,      &[At::AwaitingReview, At::AwaitingPayment]),
    row(At::AwaitingReview,  Do::Cancel,      &[At::AwaitingReview, At::Cancelled]),
    row(At::AwaitingReview,  Do::Reserve,     &[At::AwaitingReview]),

    row(At::Approved,        Do::Pay,         &[At::Approved]),
    row(At::Approved,        Do::Review,      &[At::Approved]),
    row(At::Approved,        Do::Hold,        &[At::Approved]),
    row(At::Approved,        Do::ReleaseHold, &[At::Approved]),
    row(At::Approved,        Do::Change,      &[At::AwaitingReview, At::AwaitingPayment]),
    row(At::Approved,        Do::Cancel,      &[At::Approved, At::Cancelled]),
    row(At::Approved,        Do::Reserve,     &[At::Approved]),
    row(At::Approved,        Do::Allocate,    &[At::PartAllocated, At::Allocated]),

    row(At::PartAllocated,   Do::Pay,         &[At::PartAllocated]),
    row(At::PartAllocated,   Do::Review,      &[At::PartAllocated]),
    row(At::PartAllocated,   Do::Approve,     &[At::PartAllocated]),
    row(At::PartAllocated,   Do::Hold,        &[At::PartAllocated]),
    row(At::PartAllocated,   Do::ReleaseHold, &[At::PartAllocated]),
    row(At::PartAllocated,   Do::Change,      &[At::PartAllocated]),
    row(At::PartAllocated,   Do::Cancel,      &[At::PartAllocated, At::Allocated, At::Released, At::Approved,
                                                At::AwaitingReview, At::AwaitingPayment, At::Cancelled]),
    row(At::PartAllocated,   Do::Allocate,    &[At::PartAllocated, At::Allocated, At::Released]),
    row(At::PartAllocated,   Do::Deallocate,  &[At::PartAllocated, At::Approved, At::AwaitingReview,
                                                At::AwaitingPayment]),
    row(At::PartAllocated,   Do::Release,     &[At::PartAllocated]),
    row(At::PartAllocated,   Do::Ship,        &[At::PartShipped]),

    row(At::Allocated,       Do::Pay,         &[At::Allocated]),
    row(At::Allocated,       Do::Review,      &[At::Allocated]),
    row(At::Allocated,       Do::Approve,     &[At::Allocated]),
    row(At::Allocated,       Do::Hold,        &[At::Allocated]),
    row(At::Allocated,       Do::ReleaseHold, &[At::Allocated]),
    row(At::Allocated,       Do::Change,      &[At::Allocated, At::PartAllocated]),
    row(At::Allocated,       Do::Cancel,      &[At::Allocated, At::Cancelled]),
    row(At::Allocated,       Do::Deallocate,  &[At::PartAllocated, At::Approved, At::AwaitingReview,
                                                At::AwaitingPayment]),
    row(At::Allocated,       Do::Release,     &[At::Released]),

    row(At::Released,        Do::Pay,         &[At::Released]),
    row(At::Released,        Do::Review,      &[At::Released]),
    row(At::Released,        Do::Approve,     &[At::Released]),
    row(At::Released,        Do::Hold,        &[At::Released]),
    row(At::Released,        Do::ReleaseHold, &[At::Released]),
    row(At::Released,        Do::Cancel,      &[At::Released]),
    row(At::Released,        Do::Deallocate,  &[At::PartAllocated, At::Approved]),
    row(At::Released,        Do::Release,     &[At::Released]),
    row(At::Released,        Do::Ship,        &[At::PartShipped, At::Shipped]),

    row(At::PartShipped,     Do::Pay,         &[At::PartShipped]),
    row(At::PartShipped,     Do::Review,      &[At::PartShipped]),
    row(At::PartShipped,     Do::Approve,     &[At::PartShipped]),
    row(At::PartShipped,     Do::Hold,        &[At::PartShipped]),
    row(At::PartShipped,     Do::ReleaseHold, &[At::PartShipped]),
    row(At::PartShipped,     Do::Cancel,      &[At::PartShipped, At::Shipped, At::Delivered]),
    row(At::PartShipped,     Do::Allocate,    &[At::PartShipped]),
    row(At::PartShipped,     Do::Deallocate,  &[At::PartShipped]),
    row(At::PartShipped,     Do::Release,     &[At::PartShipped]),
    row(At::PartShipped,     Do::Ship,        &[At::PartShipped, At::Shipped]),
    row(At::PartShipped,     Do::Deliver,     &[At::PartShipped]),

    row(At::Shipped,         Do::Pay,         &[At::Shipped]),
    row(At::Shipped,         Do::ReleaseHold, &[At::Shipped]),
    row(At::Shipped,         Do::Deliver,     &[At::Shipped, At::Delivered]),

    row(At::Delivered,       Do::Pay,         &[At::Delivered]),
    row(At::Delivered,       Do::ReleaseHold, &[At::Delivered]),
    row(At::Delivered,       Do::Complete,    &[At::Completed]),

    row(At::Completed,       Do::Pay,         &[At::Completed]),

    row(At::Cancelled,       Do::Pay,         &[At::Cancelled]),
    row(At::Cancelled,       Do::ReleaseHold, &[At::Cancelled]),
];

/// Where a command can lead from a status; `None` when it is not allowed there.
pub(super) fn targets(from: At, command: Do) -> Option<&'static [At]> {
    ORDER_TRANSITIONS.iter().find(|row| row.from == from && row.command == command).map(|row| row.to)
}

impl At {
    /// What may be done in this status, in the order of the table.
    pub fn allowed(self) -> impl Iterator<Item = Do> {
        ORDER_TRANSITIONS.iter().filter(move |row| row.from == self).map(|row| row.command)
    }
}

/// The table as a Mermaid state diagram; steps that keep the status are left out.
///
/// ```
/// assert!(oms_core::order::order_mermaid().contains("approved --> allocated: allocate"));
/// ```
#[must_use]
pub fn order_mermaid() -> String {
    let mut text = String::from(
        "stateDiagram-v2\n    [*] --> awaiting_payment: place\n    [*] --> awaiting_review: place\n",
    );
    for row in ORDER_TRANSITIONS {
        for to in row.to.iter().filter(|to| **to != row.from) {
            text.push_str(&format!("    {} --> {to}: {}\n", row.from, row.command));
        }
    }
    text.push_str("    completed --> [*]\n    cancelled --> [*]\n");
    text
}

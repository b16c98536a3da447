//! The one table of what may be done to a transfer in which status. Decisions, tests, docs and the picture read it.

use super::{TransferCommandKind as Do, TransferStatus as At};

/// In this status, this command leads to one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TransferTransition {
    /// The status before.
    pub from: At,
    /// What is done.
    pub command: Do,
    /// The statuses it can lead to.
    pub to: &'static [At],
}

const fn row(from: At, command: Do, to: &'static [At]) -> TransferTransition {
    TransferTransition { from, command, to }
}

/// Every legal step; what is not listed is refused with `transfer.illegal_transition`.
#[rustfmt::skip]
pub const TRANSFER_TRANSITIONS: &[TransferTransition] = &[
    row(At::Draft,        Do::Approve,  &[At::Approved]),
    row(At::Draft,        Do::Cancel,   &[At::Draft, At::Cancelled]),

    row(At::Approved,     Do::Allocate, &[At::Allocated]),
    row(At::Approved,     Do::Cancel,   &[At::Approved, At::Cancelled]),

    row(At::Allocated,    Do::Allocate, &[At::Allocated]),
    row(At::Allocated,    Do::Ship,     &[At::Shipped]),
    row(At::Allocated,    Do::Cancel,   &[At::Allocated, At::Approved, At::Cancelled]),

    row(At::Shipped,      Do::Allocate, &[At::Shipped]),
    row(At::Shipped,      Do::Ship,     &[At::Shipped]),
    row(At::Shipped,      Do::Receive,  &[At::PartReceived, At::Received]),
    row(At::Shipped,      Do::Cancel,   &[At::Shipped]),
    row(At::Shipped,      Do::Close,    &[At::Closed]),

    row(At::PartReceived, Do::Allocate, &[At::PartReceived]),
    row(At::PartReceived, Do::Ship,     &[At::PartReceived]),
    row(At::PartReceived, Do::Receive,  &[At::PartReceived, At::Received]),
    row(At::PartReceived, Do::Cancel,   &[At::PartReceived, At::Received]),
    row(At::PartReceived, Do::Close,    &[At::Closed]),

    row(At::Received,     Do::Receive,  &[At::Received]),
    row(At::Received,     Do::Close,    &[At::Closed]),
];

/// Where a command can lead from a status; `None` when it is not allowed there.
pub(super) fn targets(from: At, command: Do) -> Option<&'static [At]> {
    TRANSFER_TRANSITIONS.iter().find(|row| row.from == from && row.command == command).map(|row| row.to)
}

impl At {
    /// What may be done in this status, in the order of the table.
    pub fn allowed(self) -> impl Iterator<Item = Do> {
        TRANSFER_TRANSITIONS.iter().filter(move |row| row.from == self).map(|row| row.command)
    }
}

/// The table as a Mermaid state diagram; steps that keep the status are left out.
///
/// ```
/// assert!(oms_core::transfer::transfer_mermaid().contains("allocated --> shipped: ship"));
/// ```
#[must_use]
pub fn transfer_mermaid() -> String {
    let mut text = String::from("stateDiagram-v2\n    [*] --> draft: create\n");
    for row in TRANSFER_TRANSITIONS {
        for to in row.to.iter().filter(|to| **to != row.from) {
            text.push_str(&format!("    {} --> {to}: {}\n", row.from, row.command));
        }
    }
    text.push_str("    closed --> [*]\n    cancelled --> [*]\n");
    text
}

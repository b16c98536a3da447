//! Every pair of status and command, by walking through the states of small transfers.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::*;
use crate::transfer::transition::targets;

/// Commands of every kind, several of a kind where they lead to different places.
fn commands() -> Vec<TransferCommand> {
    let (a, b) = (units("a", 1), units("b", 1));
    let one = |units: &TransferUnits| vec![units.clone()];
    vec![
        approve(),
        TransferCommand::Allocate(vec![]),
        TransferCommand::Allocate(one(&a)),
        TransferCommand::Allocate(one(&b)),
        ship(&[]),
        ship(&one(&a)),
        receive(&[], ""),
        receive(&one(&a), ""),
        receive(&one(&b), "over"),
        cancel(&[]),
        cancel(&one(&a)),
        cancel(&one(&b)),
        close("lost"),
        close(""),
    ]
}

fn key(transfer: &Transfer) -> Vec<String> {
    let line = |line: &TransferLine| {
        // How many are over does not matter, that some are does.
        format!("{:?}", TransferLine { over: line.over.min(Quantity::new(1)), ..line.clone() })
    };
    let mut key: Vec<String> = transfer.lines.iter().map(line).collect();
    key.push(format!("{} {}", transfer.status(), transfer.approval.is_some()));
    key
}

#[test]
fn the_table_says_exactly_what_is_allowed_and_where_it_leads() {
    let commands = commands();
    let kinds: BTreeSet<_> = commands.iter().map(TransferCommand::kind).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), TransferCommandKind::ALL);
    let first = created(&[units("a", 2), units("b", 1)]);
    let mut seen = BTreeSet::from([key(&first)]);
    let mut statuses = BTreeSet::from([first.status()]);
    let mut queue = VecDeque::from([first]);
    let mut reached: BTreeMap<_, BTreeSet<TransferStatus>> = BTreeMap::new();
    while let Some(transfer) = queue.pop_front() {
        let before = transfer.status();
        for command in &commands {
            let kind = command.kind();
            let mut after = transfer.clone();
            let result = run(&mut after, command);
            let Some(legal) = targets(before, kind) else {
                assert_eq!(result, Err(TransferError::IllegalTransition { status: before, command: kind }));
                assert_eq!(after, transfer, "a refused command changes nothing");
                continue;
            };
            assert!(!matches!(result, Err(TransferError::IllegalTransition { .. })), "{before} {kind}");
            if result.is_err() {
                continue;
            }
            assert!(legal.contains(&after.status()), "{before} {kind} leads to {}", after.status());
            reached.entry((before, kind)).or_default().insert(after.status());
            statuses.insert(after.status());
            if seen.insert(key(&after)) {
                queue.push_back(after);
            }
        }
    }
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), TransferStatus::ALL, "every status is reached");
    let unreached = TRANSFER_TRANSITIONS.iter().flat_map(|row| {
        let found = reached.get(&(row.from, row.command)).cloned().unwrap_or_default();
        let missing = row.to.iter().filter(move |to| !found.contains(to));
        missing.map(move |to| format!("{} {} {to}", row.from, row.command))
    });
    assert_eq!(unreached.collect::<Vec<_>>(), [""; 0], "every step listed can be taken");
}

#[test]
fn no_pair_stands_in_the_table_twice_and_the_picture_shows_every_step_between_two() {
    let mut pairs = BTreeSet::new();
    let picture = transfer_mermaid();
    for row in TRANSFER_TRANSITIONS {
        assert!(pairs.insert((row.from, row.command)), "{} {}", row.from, row.command);
        for to in row.to.iter().filter(|to| **to != row.from) {
            assert!(picture.contains(&format!("    {} --> {to}: {}\n", row.from, row.command)));
        }
    }
    let after_draft: Vec<_> = TransferStatus::Draft.allowed().collect();
    assert_eq!(after_draft, [TransferCommandKind::Approve, TransferCommandKind::Cancel]);
}

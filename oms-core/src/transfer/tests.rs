mod transitions;

use proptest::prelude::*;

use super::*;
use crate::value::{ActorId, Instant, NodeId, Quantity, SkuId, Text, TransferId};

pub(super) fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

pub(super) fn units(sku: &str, quantity: u32) -> TransferUnits {
    TransferUnits { sku: SkuId::new(sku).unwrap(), quantity: Quantity::new(quantity) }
}

pub(super) fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

fn draft(from: &str, to: &str, lines: &[TransferUnits]) -> TransferDraft {
    let node = |name: &str| NodeId::new(name).unwrap();
    let (from, to, lines) = (node(from), node(to), lines.to_vec());
    TransferDraft { from, to, lines, expected_at: Some(at(900)), note: Text::default() }
}

pub(super) fn created(lines: &[TransferUnits]) -> Transfer {
    let event = Transfer::create(TransferId::new("t1").unwrap(), &draft("berlin", "rome", lines), at(0));
    Transfer::evolve(None, &event.unwrap(), at(0)).unwrap()
}

pub(super) fn approve() -> TransferCommand {
    TransferCommand::Approve { by: ActorId::new("ana").unwrap() }
}

pub(super) fn ship(units: &[TransferUnits]) -> TransferCommand {
    TransferCommand::Ship { units: units.to_vec(), expected_at: None }
}

pub(super) fn receive(units: &[TransferUnits], reason: &str) -> TransferCommand {
    TransferCommand::Receive { units: units.to_vec(), reason: text(reason) }
}

pub(super) fn cancel(units: &[TransferUnits]) -> TransferCommand {
    TransferCommand::Cancel { units: units.to_vec(), reason: text("not wanted") }
}

pub(super) fn close(reason: &str) -> TransferCommand {
    TransferCommand::Close { reason: text(reason) }
}

/// Carries a command out and says how many events followed.
pub(super) fn run(transfer: &mut Transfer, command: &TransferCommand) -> Result<usize, TransferError> {
    let events = transfer.decide(command)?;
    events.iter().for_each(|event| transfer.apply(event, at(5)));
    Ok(events.len())
}

fn told(lines: &[TransferUnits], commands: &[TransferCommand]) -> Transfer {
    let mut transfer = created(lines);
    for command in commands {
        run(&mut transfer, command).unwrap();
    }
    transfer
}

/// Cancelled, allocated, in transit, received, lost, over.
fn ledger(transfer: &Transfer, sku: &str) -> [u32; 6] {
    let line = transfer.line(&SkuId::new(sku).unwrap()).unwrap();
    [line.cancelled, line.allocated, line.in_transit, line.received, line.lost, line.over]
        .map(Quantity::units)
}

fn paths(error: TransferError) -> Vec<(String, String)> {
    let TransferError::Invalid(problems) = error else { panic!("{error:?}") };
    let place = |problem: &crate::value::Problem| (problem.code.to_string(), problem.path.clone());
    problems.as_slice().iter().map(place).collect()
}

#[test]
fn a_transfer_goes_from_draft_to_closed_and_its_status_follows_its_units() {
    let mut transfer = created(&[units("mug", 5), units("cup", 2)]);
    let all = [approve(), TransferCommand::Allocate(vec![]), ship(&[]), receive(&[], ""), close("")];
    let mut statuses = vec![transfer.status()];
    for command in &all {
        run(&mut transfer, command).unwrap();
        statuses.push(transfer.status());
    }
    use TransferStatus::{Allocated, Approved, Closed, Draft, Received, Shipped};
    assert_eq!(statuses, [Draft, Approved, Allocated, Shipped, Received, Closed]);
    assert_eq!(transfer.discrepancies, vec![]);
    assert_eq!(transfer.approval.unwrap().by.as_str(), "ana");
}

#[test]
fn units_arrive_in_parts_and_what_never_arrives_is_lost_with_a_reason() {
    let steps = [approve(), TransferCommand::Allocate(vec![]), ship(&[]), receive(&[units("mug", 3)], "")];
    let mut transfer = told(&[units("mug", 5), units("cup", 2)], &steps);
    assert_eq!(transfer.status(), TransferStatus::PartReceived);
    assert_eq!(transfer.in_transit_units(), [units("mug", 2), units("cup", 2)]);
    run(&mut transfer, &receive(&[units("cup", 2)], "")).unwrap();
    let refused = transfer.decide(&close("  ")).unwrap_err();
    assert_eq!(paths(refused), [("transfer.reason_missing".to_owned(), "/reason".to_owned())]);
    run(&mut transfer, &close("fell off the lorry")).unwrap();
    assert_eq!(
        (ledger(&transfer, "mug"), ledger(&transfer, "cup")),
        ([0, 0, 0, 3, 2, 0], [0, 0, 0, 2, 0, 0])
    );
    let [short] = &transfer.discrepancies[..] else { panic!("{:?}", transfer.discrepancies) };
    assert_eq!(
        (short.kind, short.quantity, short.reason.as_str()),
        (DiscrepancyKind::Short, Quantity::new(2), "fell off the lorry")
    );
    assert_eq!((transfer.status(), transfer.closed_at), (TransferStatus::Closed, Some(at(5))));
}

#[test]
fn more_than_was_sent_is_taken_as_over_with_a_reason_and_never_as_received() {
    let steps = [approve(), TransferCommand::Allocate(vec![]), ship(&[])];
    let mut transfer = told(&[units("mug", 5)], &steps);
    let refused = transfer.decide(&receive(&[units("mug", 7)], "")).unwrap_err();
    assert_eq!(paths(refused), [("transfer.reason_missing".to_owned(), "/reason".to_owned())]);
    run(&mut transfer, &receive(&[units("mug", 7)], "counted twice")).unwrap();
    assert_eq!((ledger(&transfer, "mug"), transfer.status()), ([0, 0, 0, 5, 0, 2], TransferStatus::Received));
    let over = &transfer.discrepancies[0];
    assert_eq!((over.kind, over.quantity), (DiscrepancyKind::Over, Quantity::new(2)));
    run(&mut transfer, &receive(&[units("mug", 1)], "one more in the box")).unwrap();
    assert_eq!(ledger(&transfer, "mug"), [0, 0, 0, 5, 0, 3]);
}

#[test]
fn cancelling_takes_open_units_before_allocated_ones_and_never_those_that_left() {
    let part = TransferCommand::Allocate(vec![units("mug", 6)]);
    let mut transfer = told(&[units("mug", 10)], &[approve(), part, ship(&[units("mug", 2)])]);
    let event = &transfer.decide(&cancel(&[units("mug", 5)])).unwrap()[0];
    let TransferEvent::UnitsCancelled(cancelled) = event else { panic!("{event:?}") };
    assert_eq!(
        (&cancelled.open[..], &cancelled.allocated[..]),
        (&[units("mug", 4)][..], &[units("mug", 1)][..])
    );
    run(&mut transfer, &cancel(&[])).unwrap();
    assert_eq!((ledger(&transfer, "mug"), transfer.status()), ([8, 0, 2, 0, 0, 0], TransferStatus::Shipped));
    let refused = transfer.decide(&cancel(&[units("mug", 1)]));
    let short = TransferShortage { sku: SkuId::new("mug").unwrap(), wanted: 1, available: Quantity::ZERO };
    assert_eq!(refused, Err(TransferError::NotEnoughUnits(vec![short])));
}

#[test]
fn closing_gives_back_what_has_not_left() {
    let part = TransferCommand::Allocate(vec![units("mug", 6)]);
    let steps = [approve(), part, ship(&[units("mug", 2)]), receive(&[], ""), close("")];
    let transfer = told(&[units("mug", 10)], &steps);
    assert_eq!((ledger(&transfer, "mug"), transfer.status()), ([8, 0, 0, 2, 0, 0], TransferStatus::Closed));
}

#[test]
fn a_later_arrival_is_noted_when_units_leave() {
    let mut transfer = told(&[units("mug", 2)], &[approve(), TransferCommand::Allocate(vec![])]);
    run(&mut transfer, &ship(&[units("mug", 1)])).unwrap();
    assert_eq!(transfer.expected_at, Some(at(900)), "as asked for");
    run(&mut transfer, &TransferCommand::Ship { units: vec![], expected_at: Some(at(999)) }).unwrap();
    assert_eq!(transfer.expected_at, Some(at(999)));
}

#[test]
fn the_same_sku_named_twice_counts_as_the_sum() {
    let mut transfer = told(&[units("mug", 3)], &[approve()]);
    let twice = [units("mug", 2), units("mug", 2)];
    let refused = transfer.decide(&TransferCommand::Allocate(twice.to_vec()));
    let short = TransferShortage { sku: SkuId::new("mug").unwrap(), wanted: 4, available: Quantity::new(3) };
    assert_eq!(refused, Err(TransferError::NotEnoughUnits(vec![short])));
    run(&mut transfer, &TransferCommand::Allocate(vec![units("mug", 2), units("mug", 1)])).unwrap();
    assert_eq!(ledger(&transfer, "mug"), [0, 3, 0, 0, 0, 0]);
}

#[test]
fn a_malformed_draft_or_command_is_refused_with_every_offender() {
    let bad = draft("berlin", "berlin", &[units("mug", 0), units("mug", 1)]);
    let id = || TransferId::new("t1").unwrap();
    let problem = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(
        paths(Transfer::create(id(), &bad, at(0)).unwrap_err()),
        [
            problem("transfer.same_node", "/draft/to"),
            problem("input.out_of_range", "/draft/lines/0/quantity"),
            problem("transfer.duplicate_sku", "/draft/lines/1/sku"),
        ]
    );
    let empty = Transfer::create(id(), &draft("berlin", "rome", &[]), at(0)).unwrap_err();
    assert_eq!(paths(empty), [problem("input.empty", "/draft/lines")]);
    let transfer = told(&[units("mug", u32::MAX)], &[approve()]);
    let named = vec![units("cup", 1), units("mug", 0), units("mug", u32::MAX), units("mug", 1)];
    assert_eq!(
        paths(transfer.decide(&TransferCommand::Allocate(named)).unwrap_err()),
        [
            problem("transfer.unknown_sku", "/units/0/sku"),
            problem("input.out_of_range", "/units/1/quantity"),
            problem("input.out_of_range", "/units/3/quantity"),
        ]
    );
    let done = told(&[units("mug", 1)], &[approve(), TransferCommand::Allocate(vec![])]);
    let nothing = done.decide(&TransferCommand::Allocate(vec![])).unwrap_err();
    assert_eq!(paths(nothing), [problem("input.empty", "/units")]);
}

#[test]
fn units_over_beyond_all_counting_are_refused() {
    let steps =
        [approve(), TransferCommand::Allocate(vec![]), ship(&[]), receive(&[units("mug", u32::MAX)], "odd")];
    let transfer = told(&[units("mug", 1)], &steps);
    assert_eq!(ledger(&transfer, "mug"), [0, 0, 0, 1, 0, u32::MAX - 1]);
    let refused = transfer.decide(&receive(&[units("mug", 2)], "odd")).unwrap_err();
    assert_eq!(paths(refused), [("input.out_of_range".to_owned(), "/units".to_owned())]);
}

#[test]
fn a_transfer_says_the_same_after_a_trip_over_the_wire() {
    let steps =
        [approve(), TransferCommand::Allocate(vec![]), ship(&[]), receive(&[units("mug", 3)], "one more")];
    let transfer = told(&[units("mug", 2)], &steps);
    let wire = serde_json::to_string(&transfer).unwrap();
    assert_eq!(serde_json::from_str::<Transfer>(&wire).unwrap(), transfer);
    assert!(wire.contains(r#""inTransit":0"#) && wire.contains(r#""kind":"over""#), "{wire}");
}

fn some_command() -> impl Strategy<Value = TransferCommand> {
    let some_units = prop::collection::vec((prop::sample::select(vec!["mug", "cup", "jug"]), 0_u32..7), 0..3)
        .prop_map(|named| named.into_iter().map(|(sku, quantity)| units(sku, quantity)).collect::<Vec<_>>());
    (0..6, some_units, prop::bool::ANY).prop_map(|(kind, units, reason)| {
        let reason = if reason { "why" } else { "" };
        match kind {
            0 => approve(),
            1 => TransferCommand::Allocate(units),
            2 => ship(&units),
            3 => receive(&units, reason),
            4 => cancel(&units),
            _ => close(reason),
        }
    })
}

proptest! {
    #[test]
    fn every_unit_has_one_owner_whatever_is_asked_in_whatever_order(
        commands in prop::collection::vec(some_command(), 0..30),
    ) {
        let mut transfer = created(&[units("mug", 9), units("cup", 4)]);
        run(&mut transfer, &approve()).unwrap();
        let (mut arrived, mut left) = (0_u64, 0_u64);
        for command in &commands {
            let before = transfer.clone();
            let Ok(events) = transfer.decide(command) else { continue };
            for event in &events {
                transfer.apply(event, at(5));
                let sum = |units: &[TransferUnits]| -> u64 {
                    units.iter().map(|one| u64::from(one.quantity.units())).sum()
                };
                match event {
                    TransferEvent::UnitsShipped(event) => left += sum(&event.units),
                    TransferEvent::UnitsReceived(event) => arrived += sum(&event.units) + sum(&event.over),
                    _ => {}
                }
            }
            for line in &transfer.lines {
                let parts = [line.open(), line.cancelled, line.allocated, line.in_transit, line.received, line.lost];
                let sum: u64 = parts.iter().map(|part| u64::from(part.units())).sum();
                prop_assert_eq!(sum, u64::from(line.requested.units()), "{:?}", line);
                prop_assert!(line.is_sound());
                let was = before.line(&line.sku).unwrap();
                prop_assert!(line.received >= was.received && line.cancelled >= was.cancelled);
            }
            let sum = |of: fn(&TransferLine) -> Quantity| -> u64 {
                transfer.lines.iter().map(|line| u64::from(of(line).units())).sum()
            };
            let (received, lost) = (sum(|line| line.received), sum(|line| line.lost));
            prop_assert_eq!(left, sum(|line| line.in_transit) + received + lost);
            prop_assert_eq!(arrived, received + sum(|line| line.over));
            let noted = |kind| -> u64 {
                let of_kind = transfer.discrepancies.iter().filter(|one| one.kind == kind);
                of_kind.map(|one| u64::from(one.quantity.units())).sum()
            };
            prop_assert_eq!(noted(DiscrepancyKind::Short), lost);
            prop_assert_eq!(noted(DiscrepancyKind::Over), sum(|line| line.over));
            prop_assert!(transfer.discrepancies.iter().all(|one| !one.reason.is_blank()));
        }
    }
}

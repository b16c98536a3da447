use proptest::prelude::*;

use super::*;
use crate::value::{Instant, NodeId, OrderId, Quantity, ReceiptId, ReservationId, SkuId, Text};

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn sku() -> SkuId {
    SkuId::new("mug").unwrap()
}

fn node() -> NodeId {
    NodeId::new("berlin").unwrap()
}

fn item(node: &str, units: u32) -> ReservedItem {
    ReservedItem { line: None, sku: sku(), node: NodeId::new(node).unwrap(), quantity: Quantity::new(units) }
}

fn cell(on_hand: i64, held: i64, allocated: i64, damaged: i64) -> StockCell {
    StockCell { on_hand, held, allocated, damaged, ..StockCell::default() }
}

fn decide(cell: StockCell, command: &StockCommand, min_free: i64) -> Result<StockCell, StockError> {
    let event = cell.decide(&sku(), &node(), command, min_free)?;
    Ok(event.movements().into_iter().fold(cell, |cell, movement| cell.plus(movement.delta)))
}

fn adjust(delta: i64, force: bool) -> StockCommand {
    StockCommand::Adjust { delta, reason: Text::default(), force }
}

fn regrade(units: u32, from: StockCondition, to: StockCondition) -> StockCommand {
    StockCommand::Regrade { quantity: Quantity::new(units), from, to, reason: Text::default() }
}

fn block(units: u32) -> StockCommand {
    regrade(units, StockCondition::Sellable, StockCondition::Damaged)
}

fn receive(units: u32, condition: StockCondition, expected: u32) -> StockCommand {
    let (quantity, expected) = (Quantity::new(units), Quantity::new(expected));
    StockCommand::Receive { quantity, reference: Text::default(), condition, receipt: None, expected }
}

fn scrap(units: u32, from: StockCondition) -> StockCommand {
    StockCommand::Scrap { quantity: Quantity::new(units), from, reason: Text::default() }
}

fn opened(items: Vec<ReservedItem>, expires_at: Option<Instant>) -> (Reservation, StockEvent) {
    let event = Reservation::open(ReservationId::new("r").unwrap(), None, items, expires_at, at(0)).unwrap();
    (Reservation::evolve(None, &event).unwrap(), event)
}

#[test]
fn each_movement_does_what_its_row_says() {
    use StockCondition::{Damaged, QualityHold, ReturnedPending, Sellable};
    let by = |command: StockCommand| {
        let many = StockCell {
            on_hand: 90,
            quality_hold: 20,
            damaged: 20,
            returned_pending: 20,
            ..StockCell::default()
        };
        many.decide(&sku(), &node(), &command, 0).unwrap()
    };
    let units = || vec![StockUnits { sku: sku(), node: node(), quantity: Quantity::new(7) }];
    let order = || OrderId::new("o").unwrap();
    let (reservation, opened) = opened(vec![item("berlin", 7)], None);
    let ended = |end| {
        let (reservation, items) = (reservation.id.clone(), reservation.items.clone());
        StockEvent::ReservationReleased(ReservationReleased { reservation, items, end })
    };
    let receipt = ReceiptId::new("po-1").unwrap();
    let expect = |delta| {
        let receipt = receipt.clone();
        StockEvent::IncomingChanged(IncomingChanged { sku: sku(), node: node(), receipt, delta })
    };
    // Per seven units: on hand, free, held, allocated, quality hold, damaged, returned pending, incoming.
    let rows = [
        (expect(7), [0, 0, 0, 0, 0, 0, 0, 1]),
        (expect(-7), [0, 0, 0, 0, 0, 0, 0, -1]),
        (by(receive(7, Sellable, 0)), [1, 1, 0, 0, 0, 0, 0, 0]),
        (by(receive(7, QualityHold, 0)), [1, 0, 0, 0, 1, 0, 0, 0]),
        (by(receive(7, ReturnedPending, 0)), [1, 0, 0, 0, 0, 0, 1, 0]),
        (by(regrade(7, QualityHold, Sellable)), [0, 1, 0, 0, -1, 0, 0, 0]),
        (by(regrade(7, QualityHold, Damaged)), [0, 0, 0, 0, -1, 1, 0, 0]),
        (by(regrade(7, Sellable, Damaged)), [0, -1, 0, 0, 0, 1, 0, 0]),
        (by(regrade(7, Damaged, Sellable)), [0, 1, 0, 0, 0, -1, 0, 0]),
        (by(regrade(7, ReturnedPending, Sellable)), [0, 1, 0, 0, 0, 0, -1, 0]),
        (by(regrade(7, ReturnedPending, Damaged)), [0, 0, 0, 0, 0, 1, -1, 0]),
        (by(scrap(7, Damaged)), [-1, 0, 0, 0, 0, -1, 0, 0]),
        (by(scrap(7, Sellable)), [-1, -1, 0, 0, 0, 0, 0, 0]),
        (by(adjust(7, false)), [1, 1, 0, 0, 0, 0, 0, 0]),
        (by(adjust(-7, false)), [-1, -1, 0, 0, 0, 0, 0, 0]),
        (opened.clone(), [0, -1, 1, 0, 0, 0, 0, 0]),
        (ended(ReservationEnd::Released), [0, 1, -1, 0, 0, 0, 0, 0]),
        (ended(ReservationEnd::Expired), [0, 1, -1, 0, 0, 0, 0, 0]),
        (reservation.commit(at(0)).unwrap(), [0, 0, -1, 1, 0, 0, 0, 0]),
        (StockEvent::Allocated(StockAllocated { order: order(), units: units() }), [0, -1, 0, 1, 0, 0, 0, 0]),
        (
            StockEvent::Deallocated(StockDeallocated { order: order(), units: units() }),
            [0, 1, 0, -1, 0, 0, 0, 0],
        ),
        (StockEvent::Shipped(StockShipped { order: order(), units: units() }), [-1, 0, 0, -1, 0, 0, 0, 0]),
    ];
    for (event, [on_hand, free, held, allocated, quality_hold, damaged, returned_pending, incoming]) in rows {
        let delta = event.movements()[0].delta;
        let expected = CellDelta {
            on_hand: 7 * on_hand,
            held: 7 * held,
            allocated: 7 * allocated,
            quality_hold: 7 * quality_hold,
            damaged: 7 * damaged,
            returned_pending: 7 * returned_pending,
            incoming: 7 * incoming,
        };
        assert_eq!((delta, delta.free()), (expected, 7 * free), "{event:?}");
        assert_eq!(
            on_hand,
            free + held + allocated + quality_hold + damaged + returned_pending,
            "{event:?} balances"
        );
    }
}

#[test]
fn a_receipt_that_was_expected_is_expected_no_longer() {
    let before = StockCell { incoming: 5, ..StockCell::default() };
    assert_eq!(decide(before, &receive(7, StockCondition::Sellable, 5), 0), Ok(cell(7, 0, 0, 0)));
    let more_than_expected = decide(before, &receive(7, StockCondition::Sellable, 6), 0);
    assert!(matches!(more_than_expected, Err(StockError::OutOfRange { .. })));
}

#[test]
fn units_cannot_be_regraded_into_the_condition_they_are_in() {
    let same = decide(cell(5, 0, 0, 5), &regrade(1, StockCondition::Damaged, StockCondition::Damaged), 0);
    assert!(matches!(same, Err(StockError::Invalid(problems)) if problems.as_slice()[0].path == "/to"));
}

#[test]
fn events_move_what_they_name() {
    let units = StockUnits { sku: sku(), node: node(), quantity: Quantity::new(2) };
    let order = OrderId::new("o").unwrap();
    let (reservation, open) = opened(vec![item("berlin", 2), item("rome", 3)], Some(at(9)));
    let kinds = |event: &StockEvent| {
        let rows = event.movements();
        rows.iter().map(|row| (row.kind, row.delta.held + row.delta.allocated)).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&open), [(MovementKind::Hold, 2), (MovementKind::Hold, 3)]);
    let commit = reservation.commit(at(8)).unwrap();
    assert_eq!(kinds(&commit), [(MovementKind::Commit, 0), (MovementKind::Commit, 0)]);
    let [released] = &reservation.release(at(8))[..] else { panic!("one event") };
    assert_eq!(kinds(released), [(MovementKind::Release, -2), (MovementKind::Release, -3)]);
    let [expired] = &reservation.release(at(9))[..] else { panic!("one event") };
    assert_eq!(kinds(expired), [(MovementKind::Expire, -2), (MovementKind::Expire, -3)]);
    let extended = reservation.extend(None, at(8)).unwrap();
    assert_eq!(kinds(&extended[0]), []);
    let take = StockEvent::Allocated(StockAllocated { order: order.clone(), units: vec![units.clone()] });
    assert_eq!(kinds(&take), [(MovementKind::Allocate, 2)]);
    let ship = StockEvent::Shipped(StockShipped { order, units: vec![units] });
    assert_eq!(kinds(&ship), [(MovementKind::Ship, -2)]);
}

#[test]
fn a_transfer_takes_from_one_cell_and_fills_the_other_through_its_incoming_units() {
    let units = |at: &str| {
        let node = NodeId::new(at).unwrap();
        vec![StockUnits { sku: sku(), node, quantity: Quantity::new(2) }]
    };
    let transfer = crate::value::TransferId::new("t").unwrap();
    let to = NodeId::new("rome").unwrap();
    let rows = |event: StockEvent| -> Vec<(MovementKind, String, [i64; 4])> {
        let of = |row: StockMovement| {
            let figures = [row.delta.on_hand, row.delta.allocated, row.delta.incoming, row.delta.free()];
            (row.kind, row.node.to_string(), figures)
        };
        event.movements().into_iter().map(of).collect()
    };
    let shipped = StockTransferShipped { transfer: transfer.clone(), to, units: units("berlin") };
    assert_eq!(
        rows(StockEvent::TransferShipped(shipped)),
        [
            (MovementKind::TransferOut, "berlin".to_owned(), [-2, -2, 0, 0]),
            (MovementKind::Expect, "rome".to_owned(), [0, 0, 2, 0]),
        ]
    );
    let received =
        StockTransferReceived { transfer: transfer.clone(), units: units("rome"), over: units("rome") };
    assert_eq!(
        rows(StockEvent::TransferReceived(received)),
        [
            (MovementKind::TransferIn, "rome".to_owned(), [2, 0, -2, 2]),
            (MovementKind::Receive, "rome".to_owned(), [2, 0, 0, 2]),
        ]
    );
    let lost = StockTransferLost { transfer: transfer.clone(), units: units("rome") };
    let lost = rows(StockEvent::TransferLost(lost));
    assert_eq!(lost, [(MovementKind::Expect, "rome".to_owned(), [0, 0, -2, 0])]);
    let allocated = StockTransferAllocated { transfer: transfer.clone(), units: units("berlin") };
    let allocated = rows(StockEvent::TransferAllocated(allocated));
    assert_eq!(allocated, [(MovementKind::Allocate, "berlin".to_owned(), [0, 2, 0, -2])]);
    let given_back = StockTransferGivenBack { transfer, units: units("berlin") };
    let given_back = rows(StockEvent::TransferGivenBack(given_back));
    assert_eq!(given_back, [(MovementKind::Deallocate, "berlin".to_owned(), [0, -2, 0, 2])]);
}

#[test]
fn a_reservation_is_live_before_its_expiry_and_not_at_it() {
    let (reservation, _) = opened(vec![item("berlin", 2)], Some(at(10)));
    assert!(reservation.is_live(at(9)) && !reservation.is_live(at(10)));
    assert!(!reservation.is_expired(at(9)) && reservation.is_expired(at(10)));
    assert!(matches!(reservation.commit(at(10)), Err(StockError::ReservationExpired { .. })));
    assert!(matches!(reservation.extend(Some(at(99)), at(10)), Err(StockError::ReservationExpired { .. })));
    let (endless, _) = opened(vec![item("berlin", 2)], None);
    assert!(endless.is_live(Instant::MAX_UTC));
}

#[test]
fn a_reservation_ends_once() {
    let (reservation, _) = opened(vec![item("berlin", 2)], Some(at(10)));
    let event = reservation.commit(at(5)).unwrap();
    let ended = Reservation::evolve(Some(reservation), &event).unwrap();
    assert_eq!((ended.items.len(), ended.ended), (0, Some(ReservationEnd::Committed)));
    assert_eq!(ended.release(at(6)), []);
    assert!(matches!(ended.commit(at(6)), Err(StockError::ReservationEnded { .. })));
    // Its end stays what it was when its time runs out.
    assert!(!ended.is_expired(at(99)) && !ended.is_live(at(1)));
}

#[test]
fn a_reservation_shrinks_by_what_is_named_and_ends_with_the_last_unit() {
    let (reservation, _) = opened(vec![item("berlin", 2), item("rome", 3)], None);
    assert_eq!(reservation.shrink(vec![]), []);
    let shrunk =
        Reservation::evolve(Some(reservation.clone()), &reservation.shrink(vec![item("rome", 2)])[0]);
    let shrunk = shrunk.unwrap();
    assert_eq!((&shrunk.items[..], shrunk.ended), (&[item("berlin", 2), item("rome", 1)][..], None));
    let rest = shrunk.shrink(vec![item("berlin", 2), item("rome", 1)]);
    let ended = Reservation::evolve(Some(shrunk), &rest[0]).unwrap();
    assert_eq!((ended.items.len(), ended.ended), (0, Some(ReservationEnd::Released)));
}

#[test]
fn a_reservation_of_nothing_or_of_the_past_is_refused_with_every_problem() {
    let id = ReservationId::new("r").unwrap();
    let open = |items, expires_at| Reservation::open(id.clone(), None, items, expires_at, at(5));
    let paths = |result: Result<StockEvent, StockError>| match result {
        Err(StockError::Invalid(problems)) => {
            problems.as_slice().iter().map(|problem| problem.path.clone()).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(paths(open(vec![], Some(at(5)))), ["/items", "/expiresAt"]);
    assert_eq!(paths(open(vec![item("a", 1), item("a", 0)], None)), ["/items/1/quantity"]);
    assert!(open(vec![item("a", 1)], Some(at(6))).is_ok());
}

#[test]
fn commands_take_what_is_free_beyond_the_limit_and_no_more() {
    assert_eq!(decide(cell(5, 1, 1, 0), &block(3), 0), Ok(cell(5, 1, 1, 3)));
    let short = decide(cell(5, 1, 1, 0), &block(4), 0);
    let shortage = StockShortage { sku: sku(), node: Some(node()), wanted: 4, available: 3 };
    assert_eq!(short, Err(StockError::Insufficient(vec![shortage])));
    assert_eq!(decide(cell(5, 5, 0, 0), &adjust(-2, false), -2), Ok(cell(3, 5, 0, 0)));
    assert!(decide(cell(5, 5, 0, 0), &adjust(-3, false), -2).is_err());
    // A count that finds less than was promised is recorded all the same, down to nothing.
    assert_eq!(decide(cell(5, 5, 0, 0), &adjust(-5, true), 0), Ok(cell(0, 5, 0, 0)));
    assert!(matches!(decide(cell(5, 5, 0, 0), &adjust(-6, true), 0), Err(StockError::Insufficient(_))));
    let unblock = regrade(2, StockCondition::Damaged, StockCondition::Sellable);
    assert_eq!(decide(cell(5, 0, 0, 2), &unblock, 0), Ok(cell(5, 0, 0, 0)));
    assert!(matches!(decide(cell(5, 0, 0, 1), &unblock, 0), Err(StockError::Insufficient(_))));
}

#[test]
fn units_that_are_not_there_cannot_break_however_many_may_be_promised() {
    assert!(matches!(decide(cell(1, 0, 0, 0), &block(2), -5), Err(StockError::Insufficient(_))));
    assert_eq!(decide(cell(2, 0, 2, 0), &block(2), -5), Ok(cell(2, 0, 2, 2)));
    assert!(matches!(decide(cell(2, 0, 2, 2), &block(1), -5), Err(StockError::Insufficient(_))));
}

#[test]
fn giving_is_allowed_while_less_is_free_than_the_limit_wants() {
    assert_eq!(decide(cell(0, 5, 0, 0), &receive(1, StockCondition::Sellable, 0), 0), Ok(cell(1, 5, 0, 0)));
}

#[test]
fn nothing_is_moved_and_no_bucket_passes_its_limit() {
    let nothing = |command: &StockCommand| match decide(cell(5, 0, 0, 0), command, 0) {
        Err(StockError::Invalid(problems)) => problems.as_slice()[0].path.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((nothing(&block(0)).as_str(), nothing(&adjust(0, true)).as_str()), ("/quantity", "/delta"));
    let full = cell(StockCell::LIMIT, 0, 0, 0);
    assert!(matches!(decide(full, &adjust(1, false), 0), Err(StockError::OutOfRange { .. })));
    for extreme in [i64::MIN, i64::MAX] {
        for force in [false, true] {
            assert!(decide(cell(5, 1, 1, 1), &adjust(extreme, force), 0).is_err());
        }
    }
}

proptest! {
    /// The guard, said otherwise: add in wide numbers, then look.
    #[test]
    fn a_guarded_change_leaves_a_sound_cell_or_none(
        before in prop::array::uniform4(0_i64..20),
        change in prop::array::uniform4(-20_i64..20),
        min_free in prop::option::of(-10_i64..10),
    ) {
        let [on_hand, held, allocated, damaged] = before;
        let before = cell(on_hand, held, allocated, damaged);
        let [on_hand, held, allocated, damaged] = change;
        let change = CellDelta { on_hand, held, allocated, damaged, ..CellDelta::default() };
        let after = before.guarded(change, min_free);
        let sums = [before.on_hand + on_hand, before.held + held, before.allocated + allocated,
            before.damaged + damaged];
        let free = sums[0] - sums[1] - sums[2] - sums[3];
        let takes = on_hand - held - allocated - damaged < 0;
        let fine = sums.iter().all(|units| *units >= 0) && !(takes && min_free.is_some_and(|least| free < least));
        prop_assert_eq!(after, fine.then_some(cell(sums[0], sums[1], sums[2], sums[3])));
    }
}

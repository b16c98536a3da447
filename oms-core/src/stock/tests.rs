use proptest::prelude::*;

use super::*;
use crate::value::{Instant, NodeId, OrderId, Quantity, ReservationId, SkuId, Text};

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

fn cell(on_hand: i64, held: i64, allocated: i64, blocked: i64) -> StockCell {
    StockCell { on_hand, held, allocated, blocked }
}

fn decide(cell: StockCell, command: &StockCommand, min_free: i64) -> Result<StockCell, StockError> {
    let event = cell.decide(&sku(), &node(), command, min_free)?;
    Ok(event.movements().into_iter().fold(cell, |cell, movement| cell.plus(movement.delta)))
}

fn adjust(delta: i64, force: bool) -> StockCommand {
    StockCommand::Adjust { delta, reason: Text::default(), force }
}

fn block(units: u32) -> StockCommand {
    StockCommand::Block { quantity: Quantity::new(units), reason: Text::default() }
}

fn opened(items: Vec<ReservedItem>, expires_at: Option<Instant>) -> (Reservation, StockEvent) {
    let event = Reservation::open(ReservationId::new("r").unwrap(), None, items, expires_at, at(0)).unwrap();
    (Reservation::evolve(None, &event).unwrap(), event)
}

#[test]
fn each_movement_does_what_its_row_says() {
    // Per unit: on hand, free, held, allocated, blocked; the table of domain.md B2, free written out.
    let rows = [
        (MovementKind::Receive, [1, 1, 0, 0, 0]),
        (MovementKind::Adjust, [1, 1, 0, 0, 0]),
        (MovementKind::Block, [0, -1, 0, 0, 1]),
        (MovementKind::Unblock, [0, 1, 0, 0, -1]),
        (MovementKind::Hold, [0, -1, 1, 0, 0]),
        (MovementKind::Release, [0, 1, -1, 0, 0]),
        (MovementKind::Expire, [0, 1, -1, 0, 0]),
        (MovementKind::Commit, [0, 0, -1, 1, 0]),
        (MovementKind::Allocate, [0, -1, 0, 1, 0]),
        (MovementKind::Deallocate, [0, 1, 0, -1, 0]),
        (MovementKind::Ship, [-1, 0, 0, -1, 0]),
    ];
    for (kind, [on_hand, free, held, allocated, blocked]) in rows {
        let delta = kind.delta(7);
        let expected = CellDelta {
            on_hand: 7 * on_hand,
            held: 7 * held,
            allocated: 7 * allocated,
            blocked: 7 * blocked,
        };
        assert_eq!((delta, delta.free()), (expected, 7 * free), "{kind:?}");
        assert_eq!(on_hand, free + held + allocated + blocked, "{kind:?} balances");
    }
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
    let unblock = StockCommand::Unblock { quantity: Quantity::new(2), reason: Text::default() };
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
    let receive = StockCommand::Receive { quantity: Quantity::new(1), reference: Text::default() };
    assert_eq!(decide(cell(0, 5, 0, 0), &receive, 0), Ok(cell(1, 5, 0, 0)));
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
        let [on_hand, held, allocated, blocked] = before;
        let before = cell(on_hand, held, allocated, blocked);
        let [on_hand, held, allocated, blocked] = change;
        let after = before.guarded(CellDelta { on_hand, held, allocated, blocked }, min_free);
        let sums = [before.on_hand + on_hand, before.held + held, before.allocated + allocated,
            before.blocked + blocked];
        let free = sums[0] - sums[1] - sums[2] - sums[3];
        let takes = on_hand - held - allocated - blocked < 0;
        let fine = sums.iter().all(|units| *units >= 0) && !(takes && min_free.is_some_and(|least| free < least));
        prop_assert_eq!(after, fine.then_some(cell(sums[0], sums[1], sums[2], sums[3])));
    }
}

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::stock::{CellDelta, Reservation, ReservationEnd, StockCell, StockEvent};
use crate::value::{Instant, NodeId, ReservationId, SkuId};

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn names(cell: u32) -> (SkuId, NodeId) {
    (SkuId::new(format!("sku-{}", cell / 2)).unwrap(), NodeId::new(["a", "b"][cell as usize % 2]).unwrap())
}

fn ledger<K: HoldKey>(stock: &[i64]) -> StockLedger<K> {
    let mut ledger = StockLedger::new();
    for (cell, on_hand) in (0..).zip(stock) {
        let (sku, node) = names(cell);
        let index = ledger.cell(&sku, &node).unwrap();
        ledger.set(index, StockCell { on_hand: *on_hand, ..StockCell::default() }, 0).unwrap();
    }
    ledger
}

fn free<K: HoldKey>(ledger: &StockLedger<K>, cell: u32) -> i64 {
    ledger.stock(CellIndex(cell)).unwrap().free()
}

const MUG: CellIndex = CellIndex(0);
const CUP: CellIndex = CellIndex(1);

#[test]
fn a_hold_takes_all_its_lines_or_none() {
    let mut ledger = ledger::<u64>(&[5, 1]);
    let refused = ledger.reserve(1, &[(MUG, 4), (CUP, 2)], at(0), None);
    assert_eq!(refused, Err(LedgerError::Insufficient { line: 1, wanted: 2, available: 1 }));
    assert_eq!((free(&ledger, 0), free(&ledger, 1), ledger.waiting()), (5, 1, 0));
    // A refusal is not remembered: the same id may ask again.
    assert_eq!(ledger.reserve(1, &[(MUG, 4)], at(0), None), Ok(Held::Now));
    assert_eq!(free(&ledger, 0), 1);
}

#[test]
fn two_lines_of_one_cell_are_taken_one_after_the_other() {
    let mut ledger = ledger::<u64>(&[5]);
    let refused = ledger.reserve(1, &[(MUG, 3), (MUG, 3)], at(0), None);
    assert_eq!(refused, Err(LedgerError::Insufficient { line: 1, wanted: 3, available: 2 }));
    assert_eq!(ledger.reserve(1, &[(MUG, 3), (MUG, 2)], at(0), None), Ok(Held::Now));
    assert_eq!(free(&ledger, 0), 0);
}

#[test]
fn a_hold_counts_for_nothing_from_the_instant_of_its_expiry() {
    let mut ledger = ledger::<u64>(&[1]);
    ledger.reserve(1, &[(MUG, 1)], at(0), Some(at(10))).unwrap();
    let (just_before, now) = (at(10) - chrono::TimeDelta::nanoseconds(1), at(10));
    assert!(ledger.reserve(2, &[(MUG, 1)], just_before, None).is_err());
    assert_eq!(ledger.reserve(3, &[(MUG, 1)], now, None), Ok(Held::Now));
    assert_eq!(ledger.confirm(&1, now), Err(LedgerError::Expired));
    assert_eq!(ledger.release(&1, now), Ok(()));
    assert_eq!(ledger.ended(&1), Some(Some(ReservationEnd::Expired)));
}

#[test]
fn time_never_runs_back() {
    let mut ledger = ledger::<u64>(&[1]);
    ledger.expire(at(100));
    let refused = ledger.reserve(1, &[(MUG, 1)], at(0), Some(at(50)));
    assert_eq!(refused, Err(LedgerError::ExpiryPassed));
    ledger.reserve(1, &[(MUG, 1)], at(0), Some(at(101))).unwrap();
    let (when, _) = ledger.drain().remove(0);
    assert_eq!(when, at(100));
}

#[test]
fn an_extended_hold_lives_until_its_new_expiry_and_a_shortened_one_no_longer() {
    let mut ledger = ledger::<u64>(&[2]);
    ledger.reserve(1, &[(MUG, 1)], at(0), Some(at(10))).unwrap();
    ledger.reserve(2, &[(MUG, 1)], at(0), Some(at(90))).unwrap();
    ledger.extend(&1, at(5), Some(at(20))).unwrap();
    ledger.extend(&2, at(5), Some(at(15))).unwrap();
    ledger.expire(at(15));
    assert_eq!((ledger.ended(&1), ledger.ended(&2)), (Some(None), Some(Some(ReservationEnd::Expired))));
    assert_eq!(ledger.extend(&1, at(15), Some(at(15))), Err(LedgerError::ExpiryPassed));
    ledger.extend(&1, at(15), None).unwrap();
    ledger.expire(at(1_000_000));
    assert_eq!(free(&ledger, 0), 1);
}

#[test]
fn everything_may_be_asked_twice_and_other_content_is_refused() {
    let mut ledger = ledger::<u64>(&[5]);
    let ask = |ledger: &mut StockLedger<u64>, units, until| {
        ledger.reserve(1, &[(MUG, units)], at(0), Some(at(until)))
    };
    assert_eq!(ask(&mut ledger, 2, 50), Ok(Held::Now));
    assert_eq!(ask(&mut ledger, 2, 50), Ok(Held::Before));
    assert_eq!(ask(&mut ledger, 3, 50), Err(LedgerError::Reused));
    assert_eq!(ask(&mut ledger, 2, 51), Err(LedgerError::Reused));
    for _ in 0..2 {
        assert_eq!(ledger.confirm(&1, at(1)), Ok(()));
    }
    assert_eq!(ask(&mut ledger, 2, 50), Ok(Held::Before), "the first answer, whatever became of it");
    assert_eq!(ledger.release(&1, at(1)), Ok(()), "what has ended stays as it is");
    let cell = ledger.stock(MUG).unwrap();
    assert_eq!((cell.free(), cell.held, cell.allocated), (3, 0, 2));
    assert_eq!(ledger.confirm(&2, at(1)), Err(LedgerError::UnknownHold));
}

#[test]
fn lines_that_make_no_sense_are_refused_with_their_place() {
    let mut ledger = ledger::<u64>(&[5]);
    let mut ask = |lines: &[(CellIndex, u32)]| ledger.reserve(1, lines, at(0), None).unwrap_err();
    assert_eq!(ask(&[]), LedgerError::NoLines);
    assert_eq!(ask(&[(MUG, 1), (MUG, 0)]), LedgerError::NoUnits { line: 1 });
    assert_eq!(ask(&[(MUG, 1), (CellIndex(7), 1)]), LedgerError::UnknownCell { line: 1 });
    let named = ledger.reserve_named(1, &[("sku-0", "a", 1), ("sku-0", "nowhere", 1)], at(0), None);
    assert_eq!(named, Err(LedgerError::UnknownCell { line: 1 }));
    assert_eq!((free(&ledger, 0), ledger.ended(&1)), (5, None));
}

#[test]
fn a_pair_of_names_is_one_cell_and_no_other_pair_is() {
    let mut ledger = StockLedger::<u64>::with_seed(7);
    let id = |text: &str| (SkuId::new(text).unwrap(), NodeId::new(text).unwrap());
    let ((ab, c_node), (a, bc_node)) = ((id("ab").0, id("c").1), (id("a").0, id("bc").1));
    let first = ledger.cell(&ab, &c_node).unwrap();
    let second = ledger.cell(&a, &bc_node).unwrap();
    assert_ne!(first, second);
    assert_eq!(ledger.cell(&ab, &c_node), Ok(first));
    assert_eq!(ledger.find("a", "bc"), Some(second));
    assert_eq!(ledger.find("abc", ""), None);
    assert_eq!(ledger.name(second).map(|(sku, _)| sku.as_str()), Some("a"));
}

#[test]
fn backorders_may_be_held_up_to_their_limit_and_unsellable_units_not_at_all() {
    let mut ledger = ledger::<u64>(&[0]);
    let stock = StockCell { on_hand: 5, damaged: 2, quality_hold: 1, incoming: 9, ..StockCell::default() };
    ledger.set(MUG, stock, -3).unwrap();
    assert_eq!(ledger.stock(MUG), Some(stock));
    assert!(ledger.reserve(1, &[(MUG, 6)], at(0), None).is_err());
    assert_eq!(ledger.reserve(1, &[(MUG, 5)], at(0), None), Ok(Held::Now));
    assert_eq!(free(&ledger, 0), -3);
    // What arrives is added under the same guard.
    let taking = CellDelta { on_hand: -1, ..CellDelta::default() };
    assert_eq!(ledger.add(MUG, taking), Err(LedgerError::OutOfRange(MUG)));
    ledger.add(MUG, CellDelta { on_hand: 4, incoming: -4, ..CellDelta::default() }).unwrap();
    assert_eq!((free(&ledger, 0), ledger.stock(MUG).unwrap().incoming), (1, 5));
}

#[test]
fn what_was_forgotten_is_new_and_what_lives_stays() {
    let mut ledger = ledger::<u64>(&[9]);
    for id in 0..3 {
        ledger.reserve(id, &[(MUG, 1)], at(0), Some(at(10))).unwrap();
    }
    ledger.confirm(&1, at(1)).unwrap();
    assert_eq!(ledger.forget(at(9)), Err(LedgerError::NotDrained), "what happened would be lost");
    ledger.drain();
    ledger.forget(at(1)).unwrap();
    assert_eq!(
        ledger.ended(&1),
        Some(Some(ReservationEnd::Committed)),
        "it ended at that instant, not before"
    );
    ledger.forget(at(2)).unwrap();
    assert_eq!((ledger.size().holds, ledger.ended(&1), ledger.ended(&2)), (2, None, Some(None)));
    assert_eq!(ledger.reserve(1, &[(MUG, 1)], at(1), None), Ok(Held::Now));
    ledger.expire(at(10));
    assert_eq!(free(&ledger, 0), 7);
}

#[test]
fn a_hold_that_a_store_had_open_is_taken_over() {
    let mut ledger = ledger::<ReservationId>(&[5]);
    ledger.set(MUG, StockCell { on_hand: 5, held: 4, ..StockCell::default() }, 0).unwrap();
    let id = |text: &str| ReservationId::new(text).unwrap();
    ledger.take_over(id("late"), &[(MUG, 1)], Some(at(5))).unwrap();
    ledger.take_over(id("live"), &[(MUG, 3)], Some(at(50))).unwrap();
    assert_eq!(ledger.take_over(id("live"), &[(MUG, 3)], None), Err(LedgerError::Reused));
    ledger.confirm(&id("live"), at(5)).unwrap();
    let cell = ledger.stock(MUG).unwrap();
    assert_eq!((cell.free(), cell.held, cell.allocated), (2, 0, 3));
}

#[test]
fn columns_that_do_not_fit_are_refused_whole() {
    let mut ledger = ledger::<u64>(&[5]);
    let mut outcomes = Vec::new();
    for (ends, units) in
        [(&[2_u32][..], &[1_u32, 1][..]), (&[1, 0], &[1]), (&[1], &[1, 1]), (&[1, 1, 1], &[1])]
    {
        let columns = ReserveColumns { ids: &[1, 2], ends, cells: &[0], units };
        let refused = ledger.reserve_batch(&columns, at(0), None, &mut outcomes);
        assert_eq!(refused, Err(LedgerError::BadColumns));
    }
    assert_eq!(ledger.settle_batch(&[1], &[], at(0), &mut outcomes), Err(LedgerError::BadColumns));
    assert_eq!((outcomes.len(), free(&ledger, 0)), (0, 5));
}

#[test]
fn a_batch_answers_each_row() {
    use LedgerOutcome::{Before, Done, Ended, Insufficient, Invalid, Reused, Unknown};
    let mut ledger = ledger::<u64>(&[3, 3]);
    let columns = ReserveColumns {
        ids: &[1, 2, 1, 1, 4, 5],
        ends: &[2, 3, 5, 6, 6, 7],
        cells: &[0, 1, 0, 0, 1, 0, 9],
        units: &[2, 2, 2, 2, 2, 1, 1],
    };
    let mut outcomes = Vec::new();
    ledger.reserve_batch(&columns, at(0), None, &mut outcomes).unwrap();
    assert_eq!(outcomes, [Done, Insufficient, Before, Reused, Invalid, Invalid]);
    outcomes.clear();
    ledger.settle_batch(&[1, 1, 1, 9], &[false, false, true, true], at(0), &mut outcomes).unwrap();
    assert_eq!(outcomes, [Done, Before, Ended, Unknown]);
}

/// One call, as proptest makes it.
#[derive(Clone, Debug)]
enum Call {
    Reserve(u64, Vec<(u32, u32)>, Option<i64>),
    Extend(u64, Option<i64>),
    Confirm(u64),
    Release(u64),
    Add(u32, i64),
}

fn call() -> impl Strategy<Value = Call> {
    let id = || 0_u64..6;
    let until = || prop::option::of(1_i64..40);
    prop_oneof![
        4 => (id(), prop::collection::vec((0_u32..4, 0_u32..4), 0..4), until())
            .prop_map(|(id, lines, until)| Call::Reserve(id, lines, until)),
        1 => (id(), until()).prop_map(|(id, until)| Call::Extend(id, until)),
        2 => id().prop_map(Call::Confirm),
        2 => id().prop_map(Call::Release),
        1 => (0_u32..4, -3_i64..4).prop_map(|(cell, delta)| Call::Add(cell, delta)),
    ]
}

/// Lines, expiry as asked and now, end.
type PaperHold = (Vec<(u32, u32)>, Option<i64>, Option<i64>, Option<ReservationEnd>);

/// What a page of paper would say: maps, and no cleverness.
#[derive(Default)]
struct Paper {
    on_hand: BTreeMap<u32, i64>,
    allocated: BTreeMap<u32, i64>,
    holds: BTreeMap<u64, PaperHold>,
}

impl Paper {
    fn held(&self, cell: u32) -> i64 {
        let live = self.holds.values().filter(|(.., ended)| ended.is_none());
        live.flat_map(|(lines, ..)| lines).filter(|line| line.0 == cell).map(|line| i64::from(line.1)).sum()
    }

    fn free(&self, cell: u32) -> i64 {
        self.on_hand[&cell] - self.held(cell) - self.allocated.get(&cell).copied().unwrap_or_default()
    }

    fn expire(&mut self, now: i64) {
        for (_, _, until, ended) in self.holds.values_mut() {
            if ended.is_none() && until.is_some_and(|until| until <= now) {
                *ended = Some(ReservationEnd::Expired);
            }
        }
    }

    /// Whether the call is accepted.
    fn take(&mut self, call: &Call, now: i64) -> bool {
        self.expire(now);
        match call {
            Call::Reserve(id, lines, until) => {
                if let Some((own, asked, ..)) = self.holds.get(id) {
                    return own == lines && asked == until;
                }
                let mut wanted: BTreeMap<u32, i64> = BTreeMap::new();
                lines.iter().for_each(|line| *wanted.entry(line.0).or_default() += i64::from(line.1));
                let fine = !lines.is_empty()
                    && lines.iter().all(|line| line.1 > 0)
                    && until.is_none_or(|until| until > now)
                    && wanted.iter().all(|(cell, units)| *units <= self.free(*cell));
                if fine {
                    self.holds.insert(*id, (lines.clone(), *until, *until, None));
                }
                fine
            }
            Call::Extend(id, until) => {
                let Some((_, _, own, None)) = self.holds.get_mut(id) else { return false };
                let fine = until.is_none_or(|until| until > now);
                if fine {
                    *own = *until;
                }
                fine
            }
            Call::Confirm(id) => match self.holds.get_mut(id) {
                Some((lines, _, _, ended @ None)) => {
                    *ended = Some(ReservationEnd::Committed);
                    for (cell, units) in lines.clone() {
                        *self.allocated.entry(cell).or_default() += i64::from(units);
                    }
                    true
                }
                Some((.., ended)) => *ended == Some(ReservationEnd::Committed),
                None => false,
            },
            Call::Release(id) => match self.holds.get_mut(id) {
                Some((.., ended)) => {
                    *ended = ended.or(Some(ReservationEnd::Released));
                    true
                }
                None => false,
            },
            Call::Add(cell, delta) => {
                let fine = *delta >= 0 || (self.on_hand[cell] + delta >= 0 && self.free(*cell) + delta >= 0);
                if fine {
                    *self.on_hand.entry(*cell).or_default() += delta;
                }
                fine
            }
        }
    }
}

/// A ledger takes a call: whether it was accepted.
fn takes(ledger: &mut StockLedger<u64>, call: &Call, now: i64) -> bool {
    let until = |until: &Option<i64>| until.map(at);
    match call {
        Call::Reserve(id, lines, expiry) => {
            let lines: Vec<_> = lines.iter().map(|(cell, units)| (CellIndex(*cell), *units)).collect();
            ledger.reserve(*id, &lines, at(now), until(expiry)).is_ok()
        }
        Call::Extend(id, expiry) => ledger.extend(id, at(now), until(expiry)).is_ok(),
        Call::Confirm(id) => ledger.confirm(id, at(now)).is_ok(),
        Call::Release(id) => ledger.release(id, at(now)).is_ok(),
        Call::Add(cell, delta) => {
            ledger.expire(at(now));
            ledger.add(CellIndex(*cell), CellDelta { on_hand: *delta, ..CellDelta::default() }).is_ok()
        }
    }
}

/// Cells and reservations as the events say.
fn folded(
    events: &[(Instant, StockEvent)],
    cells: &mut BTreeMap<(SkuId, NodeId), CellDelta>,
) -> Vec<Reservation> {
    let mut reservations: BTreeMap<ReservationId, Reservation> = BTreeMap::new();
    for (_, event) in events {
        let id = match event {
            StockEvent::ReservationOpened(event) => event.reservation.id.clone(),
            StockEvent::ReservationExtended(event) => event.reservation.clone(),
            StockEvent::ReservationReleased(event) => event.reservation.clone(),
            StockEvent::ReservationCommitted(event) => event.reservation.clone(),
            other => panic!("{other:?}"),
        };
        let known = reservations.remove(&id);
        reservations.insert(id, Reservation::evolve(known, event).unwrap());
        for movement in event.movements() {
            let cell = cells.entry((movement.sku, movement.node)).or_default();
            *cell = cell.plus(movement.delta);
        }
    }
    reservations.into_values().collect()
}

proptest! {
    /// Never oversell: a ledger does what paper does, and its events say so too.
    #[test]
    fn a_ledger_does_what_paper_does_and_says_what_it_did(
        stock in prop::array::uniform4(0_i64..8),
        calls in prop::collection::vec((call(), 0_i64..4, any::<bool>()), 1..60),
    ) {
        let mut ledger = ledger::<u64>(&stock);
        let mut paper = Paper { on_hand: (0..).zip(stock).collect(), ..Paper::default() };
        let mut received: BTreeMap<(SkuId, NodeId), CellDelta> = BTreeMap::new();
        let mut now = 0;
        for (call, step, twice) in &calls {
            now += step;
            for _ in 0..=usize::from(*twice && !matches!(call, Call::Add(..))) {
                prop_assert_eq!(takes(&mut ledger, call, now), paper.take(call, now), "{:?} at {}", call, now);
            }
            for cell in 0..4 {
                let own = ledger.stock(CellIndex(cell)).unwrap();
                prop_assert!(own.free() >= 0 && own.is_sound());
                let written = (paper.on_hand[&cell], paper.held(cell), paper.free(cell));
                prop_assert_eq!((own.on_hand, own.held, own.free()), written);
            }
        }
        let events = ledger.drain();
        prop_assert!(events.windows(2).all(|pair| pair[0].0 <= pair[1].0), "events stand in the order of time");
        let reservations = folded(&events, &mut received);
        for (cell, _) in paper.on_hand {
            let own = ledger.stock(CellIndex(cell)).unwrap();
            let told = received.get(&names(cell)).copied().unwrap_or_default();
            prop_assert_eq!((own.held, own.allocated), (told.held, told.allocated));
        }
        for reservation in reservations {
            let id: u64 = reservation.id.as_str().parse().unwrap();
            prop_assert_eq!(ledger.ended(&id), Some(reservation.ended));
        }
    }

    /// A batch is so many calls.
    #[test]
    fn a_batch_does_what_single_calls_do(
        stock in prop::array::uniform4(0_i64..8),
        orders in prop::collection::vec((0_u64..9, prop::collection::vec((0_u32..5, 0_u32..4), 0..4)), 0..20),
        settled in prop::collection::vec((0_u64..10, any::<bool>()), 0..20),
    ) {
        let (mut one, mut many) = (ledger::<u64>(&stock), ledger::<u64>(&stock));
        let (mut ids, mut ends, mut cells, mut units) = (vec![], vec![], vec![], vec![]);
        for (id, lines) in &orders {
            ids.push(*id);
            cells.extend(lines.iter().map(|line| line.0));
            units.extend(lines.iter().map(|line| line.1));
            ends.push(u32::try_from(cells.len()).unwrap());
        }
        let mut outcomes = Vec::new();
        let columns = ReserveColumns { ids: &ids, ends: &ends, cells: &cells, units: &units };
        many.reserve_batch(&columns, at(0), Some(at(9)), &mut outcomes).unwrap();
        for ((id, lines), outcome) in orders.iter().zip(&outcomes) {
            let lines: Vec<_> = lines.iter().map(|(cell, units)| (CellIndex(*cell), *units)).collect();
            prop_assert_eq!(LedgerOutcome::from(one.reserve(*id, &lines, at(0), Some(at(9)))), *outcome);
        }
        let (ids, confirm): (Vec<u64>, Vec<bool>) = settled.iter().copied().unzip();
        outcomes.clear();
        many.settle_batch(&ids, &confirm, at(1), &mut outcomes).unwrap();
        for ((id, confirm), outcome) in settled.iter().zip(&outcomes) {
            let result = if *confirm { one.confirm(id, at(1)) } else { one.release(id, at(1)) };
            prop_assert_eq!(result.is_ok(), matches!(outcome, LedgerOutcome::Done | LedgerOutcome::Before));
        }
        for cell in 0..4 {
            prop_assert_eq!(one.stock(CellIndex(cell)), many.stock(CellIndex(cell)));
        }
        prop_assert_eq!(one.drain(), many.drain());
    }
}

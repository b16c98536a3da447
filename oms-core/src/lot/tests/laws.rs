//! Laws that hold for every book, by random histories.

use proptest::prelude::*;

use super::super::pick::sort;
use super::*;

const ORDERS: [&str; 3] = ["o1", "o2", "o3"];
const LOTS: [&str; 4] = ["a", "b", "c", "d"];
const OWNERS: [Option<&str>; 2] = [None, Some("acme")];

/// Something asked of a book.
#[derive(Clone, Debug)]
enum Step {
    Receive(usize, usize, u32, StockCondition),
    Adjust(usize, usize, i64, bool),
    Regrade(usize, u32, StockCondition, StockCondition),
    Allocate(usize, u32, LotPickOrder, i64),
    Deallocate(usize, u32, Option<usize>),
    Ship(usize, u32, i64),
    Quarantine(usize),
    Release(usize),
}

fn condition() -> impl Strategy<Value = StockCondition> {
    prop_oneof![
        3 => Just(StockCondition::Sellable),
        1 => Just(StockCondition::QualityHold),
        1 => Just(StockCondition::Damaged),
    ]
}

fn pick_order() -> impl Strategy<Value = LotPickOrder> {
    prop_oneof![
        Just(LotPickOrder::Fefo),
        Just(LotPickOrder::Fifo),
        Just(LotPickOrder::Lifo),
        Just(LotPickOrder::Lefo),
        Just(LotPickOrder::SingleLot),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let (lot, owner, order) = (0..LOTS.len(), 0..OWNERS.len(), 0..ORDERS.len());
    prop_oneof![
        4 => (lot.clone(), owner.clone(), 0_u32..9, condition())
            .prop_map(|(lot, owner, units, to)| Step::Receive(lot, owner, units, to)),
        1 => (lot.clone(), owner, -9_i64..9, any::<bool>())
            .prop_map(|(lot, owner, delta, force)| Step::Adjust(lot, owner, delta, force)),
        1 => (lot.clone(), 0_u32..5, condition(), condition())
            .prop_map(|(lot, units, from, to)| Step::Regrade(lot, units, from, to)),
        4 => (order.clone(), 0_u32..12, pick_order(), 0_i64..60)
            .prop_map(|(order, units, by, at)| Step::Allocate(order, units, by, at)),
        2 => (order.clone(), 0_u32..9, prop::option::of(lot.clone()))
            .prop_map(|(order, units, lot)| Step::Deallocate(order, units, lot)),
        2 => (order, 0_u32..9, 0_i64..60).prop_map(|(order, units, at)| Step::Ship(order, units, at)),
        1 => lot.clone().prop_map(Step::Quarantine),
        1 => lot.prop_map(Step::Release),
    ]
}

/// Lot `a` expires on day 10, `b` on day 20, `c` on day 40, `d` never.
fn expiry(lot: usize) -> Option<Instant> {
    [Some(day(10)), Some(day(20)), Some(day(40)), None][lot]
}

/// Decides and folds; says what it did to the units on hand and allocated.
fn act(book: &mut LotBook, step: &Step) -> (i64, i64) {
    let decided = match step {
        Step::Receive(lot, owner, quantity, to) => {
            let draft = LotDraft {
                lot: lot_id(LOTS[*lot]),
                owner: OWNERS[*owner].map(|owner| OwnerId::new(owner).unwrap()),
                expires_at: expiry(*lot),
                manufactured_at: None,
            };
            book.receive(&draft, units(*quantity), *to, &LotRule::default(), day(i64::from(*quantity)))
        }
        Step::Adjust(lot, owner, delta, force) => {
            let owner = OWNERS[*owner].map(|owner| OwnerId::new(owner).unwrap());
            book.adjust(&lot_id(LOTS[*lot]), owner.as_ref(), StockCondition::Sellable, *delta, *force)
        }
        Step::Regrade(lot, quantity, from, to) => {
            let pick = LotPick { lot: lot_id(LOTS[*lot]), owner: None, quantity: units(*quantity) };
            book.regrade(&pick, *from, *to)
        }
        Step::Allocate(to, quantity, pick_order, at) => {
            let asked = LotDemand { pick_order: *pick_order, ..demand(*quantity, *at) };
            book.allocate(&order(ORDERS[*to]), &asked).1
        }
        Step::Deallocate(from, quantity, lot) => {
            let lot = lot.map(|lot| lot_id(LOTS[lot]));
            book.deallocate(&order(ORDERS[*from]), units(*quantity), lot.as_ref())
        }
        Step::Ship(of, quantity, at) => book.ship(&order(ORDERS[*of]), units(*quantity), day(*at)),
        Step::Quarantine(lot) => {
            let event = book.put_in_quarantine(&lot_id(LOTS[*lot]), &Text::default());
            event.iter().for_each(|event| book.evolve(event));
            return (0, 0);
        }
        Step::Release(lot) => {
            let event = book.release(&lot_id(LOTS[*lot]), &Text::default());
            event.iter().for_each(|event| book.evolve(event));
            return (0, 0);
        }
    };
    let Ok(movement) = decided else { return (0, 0) };
    book.evolve(&movement);
    let sum = |picks: &[LotPick]| picks.iter().map(|pick| pick.quantity.signed()).sum::<i64>();
    match &movement {
        LotEvent::Received(event) => (event.quantity.signed(), 0),
        LotEvent::Adjusted(event) => (event.delta, 0),

        LotEvent::Allocated(LotsAllocated { picks, .. }) => (0, sum(picks)),
        LotEvent::Deallocated(LotsDeallocated { picks, .. }) => (0, -sum(picks)),
        LotEvent::Shipped(LotsShipped { picks, .. }) => (-sum(picks), -sum(picks)),
        _ => (0, 0),
    }
}

fn some_book() -> impl Strategy<Value = LotBook> {
    prop::collection::vec(step(), 0..25).prop_map(|steps| {
        let mut book = empty();
        steps.iter().for_each(|step| _ = act(&mut book, step));
        book
    })
}

fn some_demand() -> impl Strategy<Value = LotDemand> {
    (0_u32..30, 0_i64..45, 0_i64..15, pick_order(), 0_u32..15, prop_oneof![Just(0_u8), 0_u8..=100]).prop_map(
        |(quantity, at, way, pick_order, min_days, min_percent)| LotDemand {
            delivery_at: day(at + way),
            pick_order,
            min_days,
            min_percent,
            shelf_life_days: Some(40),
            ..demand(quantity, at)
        },
    )
}

proptest! {
    #[test]
    fn every_unit_is_where_the_movements_put_it(steps in prop::collection::vec(step(), 0..40)) {
        let mut book = empty();
        let (mut on_hand, mut allocated) = (0, 0);
        for step in &steps {
            let (moved, taken) = act(&mut book, step);
            on_hand += moved;
            allocated += taken;
            prop_assert_eq!((book.on_hand(), book.allocated()), (on_hand, allocated), "{:?}", step);
            for lot in &book.lots {
                let parts = [lot.on_hand, lot.quality_hold, lot.damaged, lot.in_condition(StockCondition::Sellable)];
                prop_assert!(parts.iter().all(|units| *units >= 0), "{:?} {:?}", step, lot);
                prop_assert!(!lot.is_empty());
            }
            prop_assert!(book.lots.windows(2).all(|pair| pair[0].key() < pair[1].key()));
        }
    }

    #[test]
    fn without_force_no_lot_has_more_allocated_than_is_there(steps in prop::collection::vec(step(), 0..40)) {
        let mut book = empty();
        for step in steps.iter().filter(|step| !matches!(step, Step::Adjust(_, _, _, true))) {
            act(&mut book, step);
            prop_assert!(book.lots.iter().all(|lot| lot.free() >= 0), "{:?} {:?}", step, book);
        }
    }

    #[test]
    fn picks_sum_to_what_is_wanted_or_to_what_is_eligible(book in some_book(), asked in some_demand()) {
        let picking = pick_lots(&book, &asked);
        let sum: i64 = picking.picks.iter().map(|pick| pick.quantity.signed()).sum();
        prop_assert_eq!(sum, asked.quantity.signed().min(picking.eligible));
        prop_assert_eq!(picking.short.signed(), asked.quantity.signed() - sum);
        prop_assert_eq!(picking.lots.len(), book.lots.len());
        for pick in &picking.picks {
            let lot = book.lot(&pick.lot, pick.owner.as_ref()).unwrap();
            prop_assert!(pick.quantity.signed() <= lot.free());
            prop_assert!(!lot.is_expired(asked.delivery_at) && book.quarantine(&lot.lot).is_none());
        }
    }

    #[test]
    fn nothing_that_expires_later_leaves_while_something_earlier_stays(book in some_book(), asked in some_demand()) {
        let asked = LotDemand { pick_order: LotPickOrder::Fefo, ..asked };
        let picking = pick_lots(&book, &asked);
        let expiry = |lot: &LotConsidered| lot.expires_at.unwrap_or(Instant::MAX_UTC);
        let taken = |lot: &&LotConsidered| matches!(lot.verdict, LotVerdict::Picked(_));
        let last = picking.lots.iter().filter(taken).map(expiry).max();
        for left in picking.lots.iter().filter(|lot| match &lot.verdict {
            LotVerdict::Picked(picked) => picked.quantity.signed() < lot.free,
            verdict => *verdict == LotVerdict::NotNeeded,
        }) {
            prop_assert!(last.is_none_or(|last| expiry(left) >= last), "{:?}", picking);
        }
    }

    #[test]
    fn fewest_lots_are_as_few_as_any_set_and_the_first_of_those(book in some_book(), asked in some_demand()) {
        let asked = LotDemand { pick_order: LotPickOrder::SingleLot, ..asked };
        let picking = pick_lots(&book, &asked);
        let mut lots: Vec<&Lot> = book.lots.iter().collect();
        sort(&mut lots, LotPickOrder::Fefo);
        let open = |lot: &LotConsidered| matches!(lot.verdict, LotVerdict::Picked(_) | LotVerdict::NotNeeded);
        let free: Vec<i64> = picking.lots.iter().map(|lot| if open(lot) { lot.free } else { 0 }).collect();
        let wanted = asked.quantity.signed().min(picking.eligible);
        // Every set of lots, by size and then by place.
        let mut sets: Vec<Vec<usize>> = (0_u32..1 << free.len())
            .map(|set| (0..free.len()).filter(|at| set & (1 << at) != 0).collect())
            .collect();
        sets.sort_by(|a: &Vec<usize>, b| (a.len(), a).cmp(&(b.len(), b)));
        let best = sets.iter().find(|set| set.iter().map(|at| free[*at]).sum::<i64>() >= wanted).unwrap();
        let picked: Vec<usize> = (0..free.len())
            .filter(|at| matches!(picking.lots[*at].verdict, LotVerdict::Picked(_)))
            .collect();
        prop_assert_eq!(&picked, best);
    }

    #[test]
    fn a_recall_leaves_nothing_of_the_lot_allocated(book in some_book(), lot in 0..LOTS.len()) {
        let (mut book, lot) = (book, lot_id(LOTS[lot]));
        let before = book.allocated();
        let recall = book.recall(&lot);
        for part in &recall.orders {
            let back = book.deallocate(&part.order, part.quantity, Some(&lot)).unwrap();
            book.evolve(&back);
        }
        prop_assert_eq!(&book.recall(&lot).orders, &vec![]);
        let recalled: i64 = recall.orders.iter().map(|part| part.quantity.signed()).sum();
        prop_assert_eq!(book.allocated(), before - recalled, "and nothing else is given back");
    }

    #[test]
    fn the_order_of_the_lots_does_not_matter(book in some_book(), asked in some_demand()) {
        let mut turned = book.clone();
        turned.lots.reverse();
        prop_assert_eq!(pick_lots(&turned, &asked), pick_lots(&book, &asked));
    }
}

//! Laws of cost books: value is conserved, replay equals state, lots make no difference.

use proptest::prelude::*;

use super::*;

/// What may happen to a book, in small figures.
#[derive(Clone, Debug)]
enum Step {
    Buy(u32, Option<i64>),
    Sell(u32),
    Lose(u32),
    Find(u32),
    Land(u8, i64),
    Return(u32),
    Unknown(u32),
    Standard(i64, i64),
    Method(usize),
    Close,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (1_u32..9, prop::option::of(0_i64..5000)).prop_map(|(units, cost)| Step::Buy(units, cost)),
        5 => (1_u32..9).prop_map(Step::Sell),
        1 => (1_u32..4).prop_map(Step::Lose),
        1 => (1_u32..4).prop_map(Step::Find),
        2 => (0_u8..6, -900_i64..900).prop_map(|(receipt, amount)| Step::Land(receipt, amount)),
        2 => (1_u32..4).prop_map(Step::Return),
        1 => (1_u32..4).prop_map(Step::Unknown),
        1 => (0_i64..900, 1_i64..4).prop_map(|(amount, units)| Step::Standard(amount, units)),
        1 => (0_usize..5).prop_map(Step::Method),
        1 => Just(Step::Close),
    ];
    prop::collection::vec(step, 0..40)
}

/// A book under random steps, with a second set of books kept from what the events say.
struct World {
    book: CostBook,
    events: Vec<CostEvent>,
    /// Value in, issued, other value out, variance: by the events alone.
    ledger: [i128; 4],
    units: i64,
    /// The last issue, and how many of its units have come back.
    issue: Option<(CostIssued, i64)>,
    receipts: u32,
}

impl World {
    fn new(method: CostingMethod) -> Self {
        let event = CostBook::open(&opening(method, 3, Some(333)), at(0)).unwrap();
        let book = CostBook::evolve(None, &event).unwrap();
        let ledger = [i128::from(book.value.minor()), 0, 0, 0];
        Self { book, events: vec![event], ledger, units: 3, issue: None, receipts: 0 }
    }

    fn command(&mut self, step: &Step) -> CostCommand {
        let lose = |units: u32| CostIssue {
            kind: CostIssueKind::WrittenOff,
            units: units.into(),
            lot: None,
            reference: text("count"),
        };
        match *step {
            Step::Buy(units, cost) => {
                self.receipts += 1;
                let receipt = format!("r{}", self.receipts);
                CostCommand::Enter(entry(CostEntryKind::Purchased, units, cost, &receipt))
            }
            Step::Sell(units) => sell(units),
            Step::Lose(units) => CostCommand::Issue(lose(units)),
            Step::Find(units) => CostCommand::Enter(entry(CostEntryKind::Found, units, None, "count")),
            Step::Land(receipt, amount) => land(&format!("r{receipt}"), 5, amount),
            Step::Return(units) => {
                let Some((issue, back)) = &mut self.issue else { return take_back(units, vec![]) };
                let until = (*back + i64::from(units)).min(issue.units);
                let origin = slice_draws(&issue.draws, *back, until);
                let units = u32::try_from(until - *back).unwrap();
                *back = until;
                if units == 0 { sell(1) } else { take_back(units, origin) }
            }
            Step::Unknown(units) => take_back(units, vec![]),
            Step::Standard(amount, units) => {
                CostCommand::SetStandard(CostRate { amount: eur(amount), units })
            }
            Step::Method(at) => {
                CostCommand::ChangeMethod(METHODS[at], Some(CostRate { amount: eur(1000), units: 3 }))
            }
            Step::Close => CostCommand::ClosePeriod,
        }
    }

    fn go(&mut self, step: &Step) {
        let command = self.command(step);
        let event = match self.book.decide(&command, at(1)) {
            Ok(event) => event,
            Err(CostError::WrongMethod { .. } | CostError::Short { .. }) => return,
            Err(error) => panic!("{command:?}: {error}"),
        };
        let minor = |money: Money| i128::from(money.minor());
        let [value_in, issued, out, variance] = &mut self.ledger;
        match &event {
            CostEvent::Entered(entered) => {
                *value_in += minor(entered.cost);
                *variance += entered.variance.map_or(0, |variance| minor(variance.amount));
                self.units += entered.units;
            }
            CostEvent::Issued(left) => {
                let total = if left.kind == CostIssueKind::Sold { issued } else { out };
                *total += minor(left.cost);
                self.units -= left.units;
                assert_eq!(left.draws.iter().map(|draw| draw.units).sum::<i64>(), left.units);
                self.issue = Some((left.clone(), 0));
            }
            CostEvent::Landed(landed) => {
                *value_in += minor(landed.amount);
                *variance += minor(landed.variance);
            }
            CostEvent::StandardSet(set) => *variance -= minor(set.revaluation),
            CostEvent::MethodChanged(changed) => *variance -= minor(changed.revaluation),
            CostEvent::PeriodClosed(closed) => *variance += minor(closed.variance),
            CostEvent::Opened(_) => panic!("opened twice"),
        }
        self.book = CostBook::evolve(Some(self.book.clone()), &event).unwrap();
        self.events.push(event);
    }
}

fn method() -> impl Strategy<Value = CostingMethod> {
    prop::sample::select(&METHODS[..])
}

proptest! {
    /// Value in = value on hand + cost of goods issued + other value out + variance, to the cent, after every step,
    /// by a ledger that knows nothing of layers.
    #[test]
    fn value_is_conserved_by_every_sequence(method in method(), steps in steps()) {
        let mut world = World::new(method);
        for step in &steps {
            world.go(step);
            let [value_in, issued, out, variance] = world.ledger;
            let on_hand = i128::from(world.book.value.minor());
            prop_assert_eq!(value_in, on_hand + issued + out + variance, "{:?}", world.events.last());
            prop_assert_eq!(world.units, world.book.units);
            prop_assert_eq!(issued, i128::from(world.book.totals.issued.minor()));
            prop_assert!(world.book.is_sound());
            prop_assert!(world.book.units != 0 || world.book.value.is_zero());
        }
    }

    /// The events, written out and read again, fold to the same book.
    #[test]
    fn a_replay_equals_the_state(method in method(), steps in steps()) {
        let mut world = World::new(method);
        steps.iter().for_each(|step| world.go(step));
        let json = serde_json::to_string(&world.events).unwrap();
        let events: Vec<CostEvent> = serde_json::from_str(&json).unwrap();
        let replayed = events.iter().fold(None, CostBook::evolve).unwrap();
        prop_assert_eq!(&replayed, &world.book);
        let written = serde_json::to_string(&replayed).unwrap();
        prop_assert_eq!(serde_json::from_str::<CostBook>(&written).unwrap(), replayed);
    }

    /// Between two other events it makes no difference in which lots units leave.
    #[test]
    fn units_issued_one_by_one_cost_what_they_cost_together(
        method in method(), steps in steps(), units in 1_u32..30,
    ) {
        let mut world = World::new(method);
        steps.iter().for_each(|step| world.go(step));
        let (mut once, mut singly) = (world.book.clone(), world.book);
        let together = once.sells(units).cost.minor();
        let apart: i64 = (0..units).map(|_| singly.sells(1).cost.minor()).sum();
        prop_assert_eq!(together, apart);
        prop_assert_eq!((once.value, once.units), (singly.value, singly.units));
    }

    /// What an issue took comes back in any lots and leaves the value as it was.
    #[test]
    fn returns_of_an_issue_restore_its_value(
        method in method(),
        buys in prop::collection::vec((1_u32..9, 0_i64..5000), 1..6),
        cuts in prop::collection::vec(1_i64..9, 1..40),
    ) {
        let mut book = book(method);
        for (units, cost) in &buys {
            book.buys(*units, *cost, "r");
        }
        let before = (book.units, book.value);
        let units = u32::try_from(book.units).unwrap();
        let issued = book.sells(units);
        let (mut from, mut cuts) = (0_i64, cuts.into_iter().cycle());
        while from < issued.units {
            let to = (from + cuts.next().unwrap()).min(issued.units);
            book.then(&take_back(u32::try_from(to - from).unwrap(), slice_draws(&issued.draws, from, to)));
            from = to;
        }
        prop_assert_eq!((book.units, book.value, book.totals.returned), (before.0, before.1, issued.cost));
    }

    /// The first units of a pool cost what their share is, rounded once.
    #[test]
    fn a_pool_is_never_further_off_than_half_a_cent(
        units in 1_i64..1000, value in 0_i64..100_000, taken in 0_i64..1000,
    ) {
        let taken = taken.min(units);
        let mut pool = CostPool::new(units, eur(value));
        let cost = pool.take(taken).minor();
        prop_assert!((2 * (cost * units - value * taken)).abs() <= units);
        prop_assert_eq!(pool.left_value().minor() + cost, value);
    }
}

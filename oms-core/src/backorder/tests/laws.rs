//! What holds for every queue, every supply and every set of strategies.

use proptest::prelude::*;

use super::reconfirm::{dated, supply};
use super::*;

const MODES: [BackorderMode; 5] = [
    BackorderMode::Fifo,
    BackorderMode::Priority,
    BackorderMode::FairShare,
    BackorderMode::MaxComplete,
    BackorderMode::MaxValue,
];

fn queue() -> impl Strategy<Value = Vec<BackorderEntry>> {
    let line = (
        0..4_usize,
        0..2_usize,
        1_u32..8,
        0_u32..3,
        prop::option::of(0_i64..5),
        prop::option::of(-9_i64..90),
        0_i64..4,
    );
    prop::collection::vec(line, 0..9).prop_map(|lines| {
        let lines = lines.into_iter().enumerate();
        let entry = |(at, (id, sku, units, class, due, margin, since))| BackorderEntry {
            line: LineId::new(format!("{at}")).unwrap(),
            sku: SkuId::new(["mug", "tray"][sku]).unwrap(),
            class,
            due: Option::map(due, day),
            margin: Option::map(margin, eur),
            ..super::entry(&format!("o{id}"), units, since)
        };
        lines.map(entry).collect()
    })
}

fn asked() -> impl Strategy<Value = BackorderRequest> {
    let keys = prop::collection::vec(
        prop::sample::select(vec![
            QueueKey::Class,
            QueueKey::Due,
            QueueKey::Margin,
            QueueKey::Age,
            QueueKey::Quantity,
        ]),
        0..4,
    );
    (prop::sample::select(MODES.to_vec()), keys, any::<bool>(), 0_u32..30, 0_u32..9, queue()).prop_map(
        |(mode, keys, whole_lines, mugs, trays, entries)| {
            let mut supply = super::mugs(mugs);
            supply.push(BackorderSupply { sku: SkuId::new("tray").unwrap(), quantity: Quantity::new(trays) });
            BackorderRequest { mode, keys, whole_lines, supply, entries }
        },
    )
}

proptest! {
    /// Nothing beyond what there is or what is wanted, nobody jumped, shares within a unit: by the independent check.
    #[test]
    fn every_plan_passes_the_check(asked in asked()) {
        let plan = grant_backorders(&asked).unwrap();
        prop_assert_eq!(check_backorders(&asked, &plan), []);
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(asked in asked(), turn in 0_usize..9) {
        let mut turned = asked.clone();
        turned.entries.reverse();
        let middle = turn.min(turned.entries.len());
        turned.entries.rotate_left(middle);
        turned.supply.reverse();
        prop_assert_eq!(grant_backorders(&asked), grant_backorders(&turned));
    }

    /// Units are left only when nobody who could be served lacks any.
    #[test]
    fn nothing_is_left_while_somebody_could_be_served(mut asked in asked()) {
        asked.whole_lines = false;
        let plan = grant_backorders(&asked).unwrap();
        for left in &plan.left {
            let mine = plan.grants.iter().filter(|grant| grant.sku == left.sku);
            for grant in mine.filter(|grant| grant.granted < grant.wanted) {
                let fits_whole = grant.wanted <= left.quantity;
                let must_be_whole = matches!(asked.mode, BackorderMode::MaxComplete | BackorderMode::MaxValue);
                prop_assert!(must_be_whole);
                prop_assert!(asked.mode == BackorderMode::MaxComplete || !fits_whole, "{grant:?} {left:?}");
            }
        }
    }

    /// For one SKU no set of orders is larger: tried by brute force.
    #[test]
    fn no_more_orders_can_be_completed(sizes in prop::collection::vec(1_u32..9, 0..8), available in 0_u32..25) {
        let entries = sizes.iter().enumerate().map(|(at, units)| entry(&format!("o{at}"), *units, 1)).collect();
        let asked = request(BackorderMode::MaxComplete, available, entries);
        let served = granted(&asked).iter().filter(|(_, units)| *units > 0).count();
        let fits = |chosen: &Vec<u32>| chosen.iter().sum::<u32>() <= available;
        let best = subsets(&sizes).filter(fits).map(|chosen| chosen.len()).max();
        prop_assert_eq!(Some(served), best);
    }

    /// The knapsack finds what brute force finds, and greedy choice with a bound never claims less.
    #[test]
    fn no_more_value_can_be_served(
        lines in prop::collection::vec((1_u32..9, 0_i64..50), 0..8),
        available in 0_u32..25,
    ) {
        let line = |(at, (units, cents)): (usize, &(u32, i64))| BackorderEntry {
            margin: Some(eur(*cents)),
            ..entry(&format!("o{at}"), *units, 1)
        };
        let asked = request(BackorderMode::MaxValue, available, lines.iter().enumerate().map(line).collect());
        let plan = grant_backorders(&asked).unwrap();
        prop_assert_eq!(check_backorders(&asked, &plan), []);
        let best = subsets(&lines)
            .filter(|chosen| chosen.iter().map(|(units, _)| units).sum::<u32>() <= available)
            .map(|chosen| chosen.iter().map(|(_, cents)| cents).sum::<i64>())
            .max();
        prop_assert_eq!(plan.value.map_or(Some(0), |value| Some(value.value.minor())), best);
        prop_assert!(plan.value.is_none_or(|value| value.exact && value.at_most == value.value));
    }

    /// However a waiting line is split, everybody behind it stays behind it and gets the same.
    #[test]
    fn a_split_changes_nothing_for_the_others(
        sizes in prop::collection::vec(2_u32..9, 2..6),
        available in 0_u32..30,
        which in 0_usize..6,
        part in 1_u32..8,
    ) {
        let waiting = (0_i64..).zip(&sizes).map(|(at, units)| entry(&format!("o{at}"), *units, at));
        let entries: Vec<_> = waiting.collect();
        let which = which.min(entries.len() - 1);
        let before = granted(&request(BackorderMode::Fifo, available, entries.clone()));
        let mut split = entries;
        let part = Quantity::new(part.min(sizes[which] - 1));
        let (kept, moved) = split.remove(which).split_off(order("zz"), one(), part).unwrap();
        split.extend([moved, kept]);
        let after = granted(&request(BackorderMode::Fifo, available, split));
        let sum = |rows: &[(String, u32)], id: &str| -> u32 {
            rows.iter().filter(|(row, _)| row == id).map(|(_, units)| units).sum()
        };
        for at in 0..sizes.len() {
            let id = format!("o{at}");
            let with_moved = if at == which { sum(&after, "zz") } else { 0 };
            prop_assert_eq!(sum(&before, &id), sum(&after, &id) + with_moved);
        }
    }
}

/// Every subset, as the items chosen.
fn subsets<T: Clone>(items: &[T]) -> impl Iterator<Item = Vec<T>> {
    (0..1_u32 << items.len()).map(|mask| {
        let chosen = items.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
        chosen.map(|(_, item)| item.clone()).collect()
    })
}

const STRATEGIES: [ReconfirmStrategy; 7] = [
    ReconfirmStrategy::Win,
    ReconfirmStrategy::Gain,
    ReconfirmStrategy::Improve,
    ReconfirmStrategy::Redistribute,
    ReconfirmStrategy::Fill,
    ReconfirmStrategy::Lose,
    ReconfirmStrategy::Skip,
];

/// Lines confirmed out of the supply that there was, by greedy turns, so that all confirmations were possible.
fn world() -> impl Strategy<Value = ReconfirmRequest> {
    let line = (prop::sample::select(STRATEGIES.to_vec()), 1_u32..9, 0_u32..9, 0_i64..6, 0_i64..8);
    (prop::collection::vec(line, 0..7), prop::collection::vec((0_i64..8, 1_u32..7), 0..5)).prop_map(
        |(lines, mut parts)| {
            let mut demands = Vec::new();
            for (at, (strategy, units, was, requested, since)) in lines.into_iter().enumerate() {
                let was = was.min(units);
                if was > 0 {
                    // Supply for exactly what was confirmed, at or before that date.
                    parts.push((requested - since % 3, was));
                }
                let confirmed = if was > 0 { dated(&[(requested, was)]) } else { vec![] };
                let entry = entry(&format!("o{at}"), units, since);
                demands.push(ReconfirmDemand { entry, strategy, requested_at: day(requested), confirmed });
            }
            ReconfirmRequest { keys: vec![], supply: supply(&parts), demands }
        },
    )
}

proptest! {
    /// While there is supply for every confirmation and no line must win, no guarantee is broken, and no line that may
    /// only be improved ends worse.
    #[test]
    fn what_may_not_get_worse_does_not_while_supply_covers_it(mut world in world()) {
        world.demands.retain(|demand| demand.strategy != ReconfirmStrategy::Win);
        let plan = reconfirm(&world).unwrap();
        prop_assert_eq!(&plan.exceptions, &vec![]);
        for outcome in &plan.outcomes {
            let worse = matches!(outcome.change, ReconfirmChange::Worse | ReconfirmChange::Mixed);
            let guarded = matches!(
                outcome.strategy,
                ReconfirmStrategy::Gain | ReconfirmStrategy::Improve | ReconfirmStrategy::Skip
            );
            prop_assert!(!(worse && guarded), "{outcome:?}");
        }
    }

    /// With winners and with supply gone: whatever is broken is reported, and nothing is ever confirmed twice.
    #[test]
    fn more_than_there_is_is_never_confirmed_but_for_skipped_lines(mut world in world(), gone in 0_usize..4) {
        world.supply.truncate(world.supply.len().saturating_sub(gone));
        let plan = reconfirm(&world).unwrap();
        let skipped = world.demands.iter().any(|demand| demand.strategy == ReconfirmStrategy::Skip);
        for found in &plan.exceptions {
            let explained = match found.kind {
                ReconfirmExceptionKind::NotOnTime | ReconfirmExceptionKind::WorseThanBefore => true,
                ReconfirmExceptionKind::NotCovered => skipped,
                _ => false,
            };
            prop_assert!(explained, "{found:?}");
        }
        for outcome in plan.outcomes.iter().filter(|outcome| outcome.strategy == ReconfirmStrategy::Win) {
            let reported = plan.exceptions.iter().any(|found| found.order.as_ref() == Some(&outcome.order));
            let on_time = outcome.change == ReconfirmChange::Kept || outcome.open.is_zero();
            prop_assert!(reported || on_time);
        }
    }

    #[test]
    fn the_order_of_demands_and_supply_does_not_matter(world in world(), turn in 0_usize..7) {
        let mut turned = world.clone();
        turned.demands.reverse();
        let middle = turn.min(turned.demands.len());
        turned.demands.rotate_left(middle);
        turned.supply.reverse();
        prop_assert_eq!(reconfirm(&world), reconfirm(&turned));
    }

    /// What is borrowed is covered by units that come before the lender ships, each used once.
    #[test]
    fn lenders_are_always_covered_in_time(
        units in 1_u32..20,
        lenders in prop::collection::vec((1_u32..6, 0_i64..12, 0_u32..4), 0..6),
        incoming in prop::collection::vec((0_i64..12, 1_u32..6), 0..5),
    ) {
        let lenders: Vec<BorrowLender> = lenders.into_iter().enumerate().map(|(at, (units, ships, lock))| BorrowLender {
            order: order(&format!("o{at}")),
            line: one(),
            quantity: Quantity::new(units),
            ships_at: day(ships),
            lock_seconds: lock * 86_400,
        }).collect();
        let request = BorrowRequest {
            at: day(0), sku: mug(), quantity: Quantity::new(units), needed_at: day(1),
            lenders: lenders.clone(), incoming: supply(&incoming),
        };
        let plan = borrow_stock(&request).unwrap();
        let borrowed: u32 = plan.moves.iter().map(|found| found.quantity.units()).sum();
        prop_assert_eq!(borrowed + plan.short.units(), units);
        let mut left: std::collections::BTreeMap<Instant, i64> = Default::default();
        for part in &request.incoming {
            *left.entry(part.at).or_default() += part.quantity.signed();
        }
        for found in &plan.moves {
            let lender = lenders.iter().find(|lender| lender.order == found.order).unwrap();
            prop_assert!(found.quantity <= lender.quantity && lender.ships_at > request.needed_at);
            prop_assert!(lender.ships_at - chrono::TimeDelta::seconds(i64::from(lender.lock_seconds)) > request.at);
            let covered: u32 = found.covered_by.iter().map(|part| part.quantity.units()).sum();
            prop_assert_eq!(covered, found.quantity.units());
            for part in &found.covered_by {
                prop_assert!(part.at <= lender.ships_at);
                *left.entry(part.at).or_default() -= part.quantity.signed();
            }
        }
        prop_assert!(left.values().all(|units| *units >= 0));
    }
}

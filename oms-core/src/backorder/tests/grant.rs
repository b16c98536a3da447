//! Sharing out: each mode by example, and what a receipt does.

use super::*;

#[test]
fn first_come_is_first_served_whatever_class_and_margin_say() {
    let vip = BackorderEntry { class: 9, margin: Some(eur(9_000)), ..entry("vip", 5, 3) };
    let old = BackorderEntry { class: 0, ..entry("old", 4, 1) };
    let asked = request(BackorderMode::Fifo, 6, vec![vip, old, entry("mid", 1, 2)]);
    assert_eq!(granted(&asked), [row("old", 4), row("mid", 1), row("vip", 1)]);
    let plan = grant_backorders(&asked).unwrap();
    let reasons: Vec<_> = plan.grants.iter().map(|grant| grant.reason.clone()).collect();
    let in_full = BackorderReason::InFull(BackorderInFull {});
    let partly = BackorderReason::Partly(BackorderPartly { available: Quantity::new(1) });
    assert_eq!(reasons, [in_full.clone(), in_full, partly]);
    assert_eq!(plan.grants.iter().map(|grant| grant.place).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn the_keys_decide_one_after_another_and_ids_last() {
    let due =
        |id: &str, class, by: Option<i64>| BackorderEntry { class, due: by.map(day), ..entry(id, 1, 1) };
    let entries = vec![
        due("e", 1, None),
        due("d", 0, Some(1)),
        due("c", 1, Some(9)),
        due("b", 1, Some(5)),
        due("a", 1, None),
    ];
    let order = |keys: &[QueueKey]| {
        let asked =
            BackorderRequest { keys: keys.to_vec(), ..request(BackorderMode::Priority, 0, entries.clone()) };
        granted(&asked).into_iter().map(|(id, _)| id).collect::<Vec<_>>().concat()
    };
    assert_eq!(order(&QueueKey::STANDARD), "bcaed");
    assert_eq!(order(&[QueueKey::Due]), "dbcae");
    assert_eq!(order(&[]), "abcde");
}

#[test]
fn the_higher_margin_stands_first_and_none_is_below_a_loss() {
    let with = |id: &str, margin: Option<i64>| BackorderEntry { margin: margin.map(eur), ..entry(id, 1, 1) };
    let mut queue =
        vec![with("none", None), with("loss", Some(-1)), with("big", Some(5)), with("nil", Some(0))];
    sort_queue(&mut queue, &[QueueKey::Margin]);
    let ids: Vec<_> = queue.iter().map(|entry| entry.order.as_str()).collect();
    assert_eq!(ids, ["big", "nil", "loss", "none"]);
}

#[test]
fn a_small_line_never_slips_past_a_large_one_that_must_be_whole() {
    let mut asked = request(BackorderMode::Fifo, 5, vec![entry("large", 6, 1), entry("small", 2, 2)]);
    assert_eq!(granted(&asked), [row("large", 5), row("small", 0)]);
    asked.whole_lines = true;
    assert_eq!(granted(&asked), [row("large", 0), row("small", 0)]);
    let plan = grant_backorders(&asked).unwrap();
    let behind = BackorderBehind { order: order("large"), line: one(), short: Quantity::new(1) };
    assert!(plan.grants.iter().all(|grant| grant.reason == BackorderReason::Behind(behind.clone())));
    assert_eq!(plan.left, mugs(5));
}

/// Solidus and Spree lost the place of a line when its order was split or edited.
#[test]
fn a_split_or_edited_line_keeps_its_place() {
    let (kept, moved) = entry("first", 6, 1).split_off(order("first-b"), one(), Quantity::new(4)).unwrap();
    let edited = entry("second", 2, 2).with_quantity(Quantity::new(3));
    let asked = request(BackorderMode::Fifo, 8, vec![entry("third", 5, 3), moved, edited, kept]);
    assert_eq!(granted(&asked), [row("first", 2), row("first-b", 4), row("second", 2), row("third", 0)]);
    assert!(entry("first", 6, 1).split_off(order("x"), one(), Quantity::new(7)).is_err());
}

#[test]
fn a_fair_share_is_floored_and_the_rest_goes_by_largest_remainder_then_queue() {
    // Exact: 10 · 3/9 = 3 1/3 for each; the one unit left goes to who has waited longest.
    let entries = vec![entry("b", 3, 2), entry("a", 3, 3), entry("c", 3, 1)];
    let asked = request(BackorderMode::FairShare, 8, entries);
    assert_eq!(granted(&asked), [row("c", 3), row("b", 3), row("a", 2)]);
    let asked = request(BackorderMode::FairShare, 10, vec![entry("a", 4, 1), entry("b", 11, 2)]);
    assert_eq!(granted(&asked), [row("a", 3), row("b", 7)]); // of 2 2/3 and 7 1/3
    let plan = grant_backorders(&asked).unwrap();
    let share = BackorderShare { available: 10, wanted_by_all: 15, rounded_up: true };
    assert_eq!(plan.grants[0].reason, BackorderReason::Share(share));
    let plenty = request(BackorderMode::FairShare, 20, vec![entry("a", 4, 1), entry("b", 11, 2)]);
    assert_eq!(grant_backorders(&plenty).unwrap().left, mugs(5));
}

#[test]
fn the_most_orders_are_completed_by_taking_the_smallest_first() {
    let entries = vec![entry("a", 5, 1), entry("b", 3, 2), entry("c", 2, 3), entry("d", 9, 4)];
    let asked = request(BackorderMode::MaxComplete, 6, entries);
    assert_eq!(granted(&asked), [row("a", 0), row("b", 3), row("c", 2), row("d", 0)]);
    let plan = grant_backorders(&asked).unwrap();
    let lacking = BackorderIncomplete { sku: mug(), wanted: 5, available: 1 };
    assert_eq!(plan.grants[0].reason, BackorderReason::Incomplete(lacking));
    assert_eq!(plan.left, mugs(1));
}

#[test]
fn an_order_of_two_skus_is_completed_in_both_or_neither() {
    let tray = SkuId::new("tray").unwrap();
    let second = BackorderEntry { sku: tray.clone(), line: LineId::new("2").unwrap(), ..entry("a", 1, 1) };
    let mut asked = request(BackorderMode::MaxComplete, 4, vec![entry("a", 1, 1), second, entry("b", 4, 2)]);
    assert_eq!(granted(&asked), [row("a", 0), row("a", 0), row("b", 4)]);
    asked.supply.push(BackorderSupply { sku: tray, quantity: Quantity::new(1) });
    assert_eq!(granted(&asked), [row("a", 1), row("a", 1), row("b", 0)]);
}

fn worth(id: &str, units: u32, cents: i64) -> BackorderEntry {
    BackorderEntry { margin: Some(eur(cents)), ..entry(id, units, 1) }
}

#[test]
fn the_lines_worth_most_together_win_over_the_one_worth_most_for_a_unit() {
    // A unit of a is worth most, but b and c together are worth more: 10 + 10 against 12.
    let entries = vec![worth("a", 6, 1200), worth("b", 5, 990), worth("c", 5, 990)];
    let asked = request(BackorderMode::MaxValue, 10, entries);
    assert_eq!(granted(&asked), [row("a", 0), row("b", 5), row("c", 5)]);
    let plan = grant_backorders(&asked).unwrap();
    let value = BackorderValue { value: eur(1980), at_most: eur(1980), exact: true };
    assert_eq!(plan.value, Some(value));
    let outweighed = BackorderOutweighed { available: Quantity::ZERO };
    assert_eq!(plan.grants[0].reason, BackorderReason::Outweighed(outweighed));
}

#[test]
fn what_the_most_valuable_lines_leave_goes_to_others_that_fit() {
    let entries =
        vec![worth("a", 4, 900), entry("unpriced", 3, 2), worth("loss", 2, -50), entry("small", 1, 9)];
    let asked = request(BackorderMode::MaxValue, 8, entries);
    let margins = granted(&asked);
    assert_eq!(margins, [row("a", 4), row("loss", 2), row("unpriced", 0), row("small", 1)]);
}

/// 2,000 lines for a million units are beyond the exact bound.
#[test]
fn a_large_choice_is_at_least_half_of_what_no_plan_can_exceed() {
    let entries: Vec<_> = (0..2_000_u32)
        .map(|at| worth(&format!("o{at:04}"), 900 + at % 191, 1000 + i64::from(at * 37 % 613)))
        .collect();
    let asked = request(BackorderMode::MaxValue, 1_000_000, entries);
    let value = grant_backorders(&asked).unwrap().value.unwrap();
    assert!(!value.exact && value.value <= value.at_most, "{value:?}");
    assert!(value.value.minor() * 2 >= value.at_most.minor(), "{value:?}");
}

#[test]
fn one_huge_line_is_not_lost_to_small_change() {
    // By value for a unit the small line would come first and leave no room for the large one.
    let entries = vec![worth("small", 1, 10), worth("large", 2_000_000, 9_000_000)];
    let asked = request(BackorderMode::MaxValue, 2_000_000, entries);
    assert_eq!(granted(&asked), [row("large", 2_000_000), row("small", 0)]);
}

#[test]
fn a_receipt_serves_backorders_then_preorders_then_the_channels() {
    let asked = ReceiptShareRequest {
        supply: mugs(10),
        backorders: vec![entry("b2", 3, 8), entry("b1", 3, 7)],
        preorders: vec![entry("p", 3, 1)],
        mode: BackorderMode::Fifo,
        keys: vec![],
        whole_lines: false,
    };
    let units =
        |plan: &BackorderPlan| plan.grants.iter().map(|grant| grant.granted.units()).collect::<Vec<_>>();
    let all = share_receipt(&asked).unwrap();
    assert_eq!((units(&all.backorders), units(&all.preorders), all.pool), (vec![3, 3], vec![3], mugs(1)));
    let few = share_receipt(&ReceiptShareRequest { supply: mugs(5), ..asked }).unwrap();
    assert_eq!((units(&few.backorders), units(&few.preorders), few.pool), (vec![3, 2], vec![0], vec![]));
}

#[test]
fn every_problem_of_a_queue_is_listed() {
    let dollars = BackorderEntry { margin: Some(Money::from_minor(1, Currency::USD)), ..entry("d", 1, 1) };
    let entries = vec![worth("a", 0, 5), worth("a", 1, i64::MAX), dollars];
    let mut asked = request(BackorderMode::Fifo, u32::MAX, entries);
    asked.supply.extend(mugs(1));
    let expected = [
        ("input.out_of_range", "/entries/0/quantity"),
        ("backorder.duplicate_line", "/entries/1/line"),
        ("money.overflow", "/entries/1/margin"),
        ("money.currency_mismatch", "/entries/2/margin/currency"),
        ("input.out_of_range", "/supply/1/quantity"),
    ];
    assert_eq!(codes(&grant_backorders(&asked).unwrap_err()), expected);
    let receipt = ReceiptShareRequest {
        supply: mugs(1),
        backorders: vec![entry("b", 0, 1)],
        preorders: vec![entry("p", 0, 1)],
        mode: BackorderMode::Fifo,
        keys: vec![],
        whole_lines: false,
    };
    let expected =
        [("input.out_of_range", "/backorders/0/quantity"), ("input.out_of_range", "/preorders/0/quantity")];
    assert_eq!(codes(&share_receipt(&receipt).unwrap_err()), expected);
}

#[test]
fn the_check_finds_each_kind_of_wrong_plan() {
    let asked = request(BackorderMode::Fifo, 4, vec![entry("a", 3, 1), entry("b", 3, 2)]);
    let plan = grant_backorders(&asked).unwrap();
    let wrong = |change: &dyn Fn(&mut BackorderPlan)| {
        let mut plan = plan.clone();
        change(&mut plan);
        check_backorders(&asked, &plan)
    };
    let set = |plan: &mut BackorderPlan, units: [u32; 2]| {
        for (grant, units) in plan.grants.iter_mut().zip(units) {
            grant.granted = Quantity::new(units);
        }
    };
    assert!(matches!(wrong(&|plan| set(plan, [1, 3]))[..], [BackorderViolation::Jumped { .. }]));
    assert!(matches!(wrong(&|plan| set(plan, [4, 0]))[..], [BackorderViolation::MoreThanWanted { .. }]));
    assert!(matches!(wrong(&|plan| set(plan, [3, 2]))[..], [BackorderViolation::NotConserved { .. }]));
    assert!(matches!(
        wrong(&|plan| drop(plan.grants.remove(0)))[..],
        [BackorderViolation::Unmatched { .. }, BackorderViolation::NotConserved { .. }]
    ));
    let fair = BackorderRequest { mode: BackorderMode::FairShare, ..asked.clone() };
    assert!(matches!(
        check_backorders(&fair, &plan)[..],
        [BackorderViolation::Unfair { .. }, BackorderViolation::Unfair { .. }]
    ));
}

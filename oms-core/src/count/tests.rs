use proptest::prelude::*;

use super::*;
use crate::value::{ActorId, CountId, Currency, Instant, Money, NodeId, Quantity, Ratio, SkuId, Text};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn second(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn sku(name: &str) -> SkuId {
    SkuId::new(name).unwrap()
}

fn eur(cents: i64) -> Money {
    Money::from_minor(cents, Currency::EUR)
}

fn limits(units: u32, cents: Option<i64>) -> CountLimits {
    CountLimits { units: Quantity::new(units), value: cents.map(eur) }
}

fn started(book: &[(&str, i64)], policy: CountPolicy) -> Count {
    let line = |(name, on_hand): &(&str, i64)| CountBook {
        sku: sku(name),
        on_hand: *on_hand,
        unit_cost: Some(eur(300)),
    };
    let book = book.iter().map(line).collect();
    let event =
        Count::start(CountId::new("k1").unwrap(), NodeId::new("berlin").unwrap(), book, policy, second(0));
    Count::evolve(None, &event.unwrap(), second(0)).unwrap()
}

fn record(name: &str, counted: u32, on_hand: i64) -> CountCommand {
    recorded_by("ana", name, counted, on_hand)
}

fn recorded_by(counter: &str, name: &str, counted: u32, on_hand: i64) -> CountCommand {
    let counter = ActorId::new(counter).unwrap();
    CountCommand::Record { sku: sku(name), counted: Quantity::new(counted), on_hand, counter }
}

fn post(approver: Option<&str>) -> CountCommand {
    CountCommand::Post { approver: approver.map(|name| ActorId::new(name).unwrap()) }
}

fn run(count: &mut Count, command: &CountCommand) -> Result<CountEvent, CountError> {
    let event = count.decide(command)?;
    *count = Count::evolve(Some(count.clone()), &event, second(9)).unwrap();
    Ok(event)
}

fn adjustments(event: &CountEvent) -> Vec<(&str, i64)> {
    let CountEvent::Posted(posted) = event else { panic!("{event:?}") };
    posted.adjustments.iter().map(|one| (one.sku.as_str(), one.delta)).collect()
}

/// Up to 2 units are believed, up to 5 posted without asking.
fn lenient() -> CountPolicy {
    CountPolicy { recount_above: limits(2, None), approve_above: limits(5, None) }
}

#[test]
fn what_moved_between_start_and_count_is_no_difference() {
    let mut count = started(&[("mug", 10)], lenient());
    // Three were sold while the counter walked to the shelf, and one is missing.
    run(&mut count, &record("mug", 6, 7)).unwrap();
    let result = &count.results()[0];
    assert_eq!((result.book, result.moved, result.expected, result.variance), (10, -3, 7, -1));
    assert_eq!((result.value, result.needs_approval), (Some(eur(-300)), false));
    assert_eq!(adjustments(&run(&mut count, &post(None)).unwrap()), [("mug", -1)]);
    assert_eq!((count.status(), count.ended_at), (CountStatus::Posted, Some(second(9))));
}

#[test]
fn a_counter_sees_no_figure_of_the_book_until_a_line_is_settled() {
    let mut count = started(&[("mug", 10), ("cup", 77)], lenient());
    let figures = |count: &Count| serde_json::to_string(&count.sheet()).unwrap();
    assert!(!figures(&count).contains("10") && !figures(&count).contains("77"), "{}", figures(&count));
    run(&mut count, &record("cup", 60, 77)).unwrap();
    let sheet = count.sheet();
    assert_eq!((sheet.lines[1].state, sheet.lines[1].tallies), (CountLineState::ToRecount, 1));
    assert_eq!(
        sheet.lines[1].result, None,
        "too large a difference to believe is counted again, still blind"
    );
    run(&mut count, &record("cup", 76, 77)).unwrap();
    let sheet = count.sheet();
    assert_eq!(sheet.lines[1].result.as_ref().unwrap().variance, -1);
    assert_eq!((sheet.lines[0].result.clone(), sheet.accuracy), (None, None), "mugs are not counted yet");
    let event = serde_json::to_string(&count.decide(&record("mug", 9, 10)).unwrap()).unwrap();
    assert!(!event.contains("10"), "what a recording answers bears no book figure either: {event}");
}

#[test]
fn a_line_is_counted_again_until_two_differences_in_a_row_agree() {
    let mut count = started(&[("mug", 100)], lenient());
    let state = |count: &Count| count.lines[0].state(&count.policy);
    assert_eq!(state(&count), CountLineState::ToCount);
    run(&mut count, &record("mug", 90, 100)).unwrap();
    assert_eq!(state(&count), CountLineState::ToRecount);
    run(&mut count, &record("mug", 91, 100)).unwrap();
    assert_eq!(state(&count), CountLineState::ToRecount, "10 and 9 missing do not agree");
    let early = count.decide(&post(None));
    assert_eq!(early, Err(CountError::NotCounted(vec![sku("mug")])));
    run(&mut count, &record("mug", 71, 80)).unwrap();
    assert_eq!(state(&count), CountLineState::Counted, "20 were sold meanwhile: 9 are missing again");
    assert_eq!(count.results()[0].variance, -9);
}

#[test]
fn a_small_difference_of_a_dear_thing_is_counted_again_and_needs_an_approver() {
    let policy = CountPolicy { recount_above: limits(5, Some(1000)), approve_above: limits(9, Some(1000)) };
    let mut count = started(&[("mug", 20)], policy);
    run(&mut count, &record("mug", 17, 20)).unwrap();
    assert_eq!(count.status(), CountStatus::Counted, "three of 3.00 are 9.00");
    run(&mut count, &record("mug", 16, 20)).unwrap();
    assert_eq!(count.status(), CountStatus::Counting, "four are 12.00");
    run(&mut count, &record("mug", 16, 20)).unwrap();
    let over = CountOverLimit { sku: sku("mug"), variance: -4, value: Some(eur(-1200)) };
    assert_eq!(count.decide(&post(None)), Err(CountError::NeedsApproval(vec![over])));
    let own = CountError::ApproverCounted { approver: ActorId::new("ana").unwrap(), sku: sku("mug") };
    assert_eq!(count.decide(&post(Some("ana"))), Err(own), "nobody approves what they counted");
    assert_eq!(adjustments(&run(&mut count, &post(Some("ben"))).unwrap()), [("mug", -4)]);
    assert_eq!(count.approver.unwrap().as_str(), "ben");
}

#[test]
fn a_value_limit_is_not_kept_by_a_thing_whose_cost_nobody_knows() {
    let limits = limits(5, Some(1000));
    assert!(limits.allow(-2, Some(eur(500))) && limits.allow(0, None));
    assert!(!limits.allow(-2, None) && !limits.allow(1, Some(Money::from_minor(1, Currency::USD))));
    assert!(!limits.allow(i64::MIN, Some(eur(i64::MAX))), "no overflow");
    assert!(CountLimits { units: Quantity::new(1), value: None }.allow(1, None));
}

#[test]
fn a_count_without_differences_posts_nothing_and_is_wholly_accurate() {
    let mut count = started(&[("mug", 10), ("cup", 0)], CountPolicy::default());
    run(&mut count, &record("mug", 10, 10)).unwrap();
    run(&mut count, &record("cup", 0, 0)).unwrap();
    assert_eq!(count.sheet().accuracy, Ratio::new(1, 1));
    assert_eq!(adjustments(&run(&mut count, &post(None)).unwrap()), []);
}

#[test]
fn differences_do_not_cancel_each_other_in_the_accuracy() {
    assert_eq!(count_accuracy([(10, 8), (10, 12)]), Ratio::new(4, 5));
    assert_eq!(count_accuracy([(1, 4)]), Ratio::new(-2, 1), "more off than there was");
    assert_eq!(count_accuracy([]), None);
}

#[test]
fn an_ended_count_takes_nothing_more() {
    let mut posted = started(&[("mug", 1)], lenient());
    run(&mut posted, &record("mug", 1, 1)).unwrap();
    run(&mut posted, &post(None)).unwrap();
    let mut cancelled = started(&[("mug", 1)], lenient());
    let cancel = CountCommand::Cancel { reason: Text::default() };
    run(&mut cancelled, &cancel).unwrap();
    for (count, end) in [(posted, CountEnd::Posted), (cancelled, CountEnd::Cancelled)] {
        for command in [record("mug", 1, 1), post(None), cancel.clone()] {
            assert_eq!(count.decide(&command), Err(CountError::Ended { end }));
        }
    }
}

#[test]
fn a_malformed_start_or_record_is_refused_with_every_offender() {
    let line = CountBook { sku: sku("mug"), on_hand: 1, unit_cost: None };
    let mut policy = lenient();
    policy.recount_above.value = Some(eur(-1));
    let start =
        |book| Count::start(CountId::new("k").unwrap(), NodeId::new("n").unwrap(), book, policy, second(0));
    let paths = |error: CountError| {
        let CountError::Invalid(problems) = error else { panic!("{error:?}") };
        problems.as_slice().iter().map(|problem| problem.path.clone()).collect::<Vec<_>>()
    };
    let twice = start(vec![line.clone(), line]).unwrap_err();
    assert_eq!(paths(twice), ["/policy/recountAbove/value/amount", "/skus/1"]);
    assert_eq!(paths(start(vec![]).unwrap_err()), ["/policy/recountAbove/value/amount", "/skus"]);
    let count = started(&[("mug", 1)], lenient());
    assert_eq!(paths(count.decide(&record("cup", 1, 1)).unwrap_err()), ["/sku"]);
}

#[test]
fn a_is_due_monthly_b_quarterly_c_yearly_at_the_months_last_day_if_need_be() {
    let counted = at("2024-11-30T12:00:00Z");
    let due = [AbcClass::A, AbcClass::B, AbcClass::C].map(|class| class.due_after(counted).unwrap());
    assert_eq!(due, [at("2024-12-30T12:00:00Z"), at("2025-02-28T12:00:00Z"), at("2025-11-30T12:00:00Z")]);
}

#[test]
fn the_schedule_puts_what_was_never_counted_first_then_the_longest_due() {
    let cell = |name: &str, class, counted_at: Option<&str>| CountScheduleCell {
        sku: sku(name),
        node: NodeId::new("berlin").unwrap(),
        class,
        counted_at: counted_at.map(at),
    };
    let cells = vec![
        cell("c-old", AbcClass::C, Some("2025-03-01T00:00:00Z")),
        cell("a-new", AbcClass::A, Some("2026-02-20T00:00:00Z")),
        cell("b-new", AbcClass::B, Some("2026-02-20T00:00:00Z")),
        cell("never", AbcClass::C, None),
        cell("a-old", AbcClass::A, Some("2026-01-15T00:00:00Z")),
    ];
    let mut request = CountScheduleRequest { at: at("2026-03-01T00:00:00Z"), cells };
    let schedule = count_schedule(&request).unwrap();
    let rows: Vec<_> =
        (schedule.cells.iter()).map(|due| (due.sku.as_str(), due.due, due.overdue_days)).collect();
    let expected = [
        ("never", true, 0),
        ("a-old", true, 14),
        ("c-old", true, 0),
        ("a-new", false, 0),
        ("b-new", false, 0),
    ];
    assert_eq!(rows, expected);
    request.cells.push(cell("never", AbcClass::A, Some("2026-03-01T00:00:01Z")));
    let Err(CountError::Invalid(problems)) = count_schedule(&request) else { panic!("refused") };
    let paths: Vec<&str> = problems.as_slice().iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["/cells/5", "/cells/5/countedAt"]);
}

proptest! {
    #[test]
    fn posting_makes_the_book_what_was_counted_and_moved_since(
        book in 0_i64..1000, sold in 0_i64..1000, received in 0_i64..1000, counted in 0_u32..3000, later in -50_i64..50,
    ) {
        let mut count = started(&[("mug", book)], CountPolicy::default());
        let at_count = book - sold + received;
        run(&mut count, &record("mug", counted, at_count)).unwrap();
        if i64::from(counted) != at_count {
            run(&mut count, &record("mug", counted, at_count)).unwrap();
        }
        let event = run(&mut count, &post(Some("ben"))).unwrap();
        let delta: i64 = adjustments(&event).iter().map(|(_, delta)| delta).sum();
        prop_assert_eq!(at_count + later + delta, i64::from(counted) + later);
        let result = &count.results()[0];
        prop_assert_eq!(result.variance, i64::from(result.counted.units()) - (result.book + result.moved));
    }

    #[test]
    fn accuracy_is_whole_exactly_when_every_line_is(pairs in prop::collection::vec((0_i64..50, 0_i64..50), 1..6)) {
        let exact = pairs.iter().all(|(book, counted)| book == counted);
        if let Some(accuracy) = count_accuracy(pairs.iter().copied()) {
            prop_assert_eq!(accuracy == Ratio::new(1, 1).unwrap(), exact);
            prop_assert!(accuracy <= Ratio::new(1, 1).unwrap());
        }
    }
}

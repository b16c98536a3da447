use proptest::prelude::*;

use super::*;
use crate::value::{Instant, NodeId, Quantity, ReceiptId, SkuId, SupplierId, Text, TodoId};

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn node(id: &str) -> NodeId {
    NodeId::new(id).unwrap()
}

fn units(units: u32) -> Quantity {
    Quantity::new(units)
}

fn watch() -> StockWatch {
    StockWatch::new(SkuId::new("mug").unwrap())
}

fn reason() -> PurchaseReason {
    PurchaseReason {
        policy: PurchasePolicyKind::Floor,
        position: InventoryPosition::default(),
        reorder_point: 20,
        target: 60,
        needed: 1,
        capped_by: None,
        stock_out_at: None,
        demand: None,
    }
}

fn wish(supplier: &str, quantity: u32) -> PurchaseWish {
    let supplier = Some(SupplierId::new(supplier).unwrap());
    PurchaseWish { supplier, quantity: units(quantity), landed_cost: None, reason: reason() }
}

/// Carries events out and says how many there were.
fn fold(watch: &mut StockWatch, events: &[WatchEvent], second: i64) -> usize {
    events.iter().for_each(|event| watch.apply(event, at(second)));
    events.len()
}

fn want(watch: &mut StockWatch, wish: &PurchaseWish, second: i64) -> usize {
    let events = watch.want(None, wish, at(second));
    fold(watch, &events, second)
}

fn change(
    watch: &mut StockWatch,
    todo: &TodoId,
    change: &TodoChange,
    second: i64,
) -> Result<(), PurchaseError> {
    let events = watch.change(todo, change, at(second))?;
    fold(watch, &events, second);
    Ok(())
}

fn ordered() -> TodoChange {
    TodoChange::Ordered(OrderTodo::default())
}

fn received(quantity: Option<u32>) -> TodoChange {
    TodoChange::Received(ReceiveTodo { quantity: quantity.map(units) })
}

fn cancelled() -> TodoChange {
    TodoChange::Cancelled(CancelTodo { reason: Text::default() })
}

fn snoozed(second: i64) -> TodoChange {
    TodoChange::Snoozed(SnoozeTodo { until: at(second) })
}

#[test]
fn the_same_wish_opens_one_to_do_and_a_larger_one_tops_it_up() {
    let mut watch = watch();
    let wishes = [("s", 45), ("s", 45), ("s", 30), ("s", 55)];
    let events: Vec<usize> =
        wishes.iter().map(|(by, quantity)| want(&mut watch, &wish(by, *quantity), 1)).collect();
    assert_eq!(events, [1, 0, 0, 1]);
    let [todo] = &watch.todos[..] else { panic!("{watch:?}") };
    assert_eq!((todo.quantity, todo.status), (units(55), TodoStatus::Open));
    // Another supplier and another node are other keys.
    assert_eq!(want(&mut watch, &wish("t", 5), 2), 1);
    let events = watch.want(Some(&node("berlin")), &wish("s", 5), at(3));
    fold(&mut watch, &events, 3);
    let ids: std::collections::BTreeSet<_> = watch.todos.iter().map(|todo| todo.id.clone()).collect();
    assert_eq!((watch.todos.len(), ids.len(), watch.opened), (3, 3, 3));
    assert_eq!((watch.outstanding(None), watch.outstanding(Some(&node("berlin")))), (65, 5));
}

#[test]
fn a_to_do_that_was_ordered_counts_until_it_has_come_and_a_new_wish_opens_another() {
    let mut watch = watch();
    want(&mut watch, &wish("s", 45), 1);
    let first = watch.todos[0].id.clone();
    change(&mut watch, &first, &ordered(), 2).unwrap();
    assert_eq!(watch.outstanding(None), 45);
    assert_eq!(want(&mut watch, &wish("s", 10), 3), 1);
    change(&mut watch, &first, &received(Some(40)), 4).unwrap();
    assert_eq!((watch.outstanding(None), watch.todo(&first).unwrap().status), (15, TodoStatus::Ordered));
    change(&mut watch, &first, &received(None), 5).unwrap();
    assert_eq!((watch.outstanding(None), watch.todo(&first).unwrap().status), (10, TodoStatus::Received));
    assert_eq!(watch.todo(&first).unwrap().received, units(45));
}

#[test]
fn an_expected_receipt_stands_for_its_to_do_so_that_nothing_counts_twice() {
    let mut watch = watch();
    want(&mut watch, &wish("s", 45), 1);
    let id = watch.todos[0].id.clone();
    let receipt = Some(ReceiptId::new("po-1").unwrap());
    let order = OrderTodo { quantity: Some(units(50)), reference: None, receipt };
    change(&mut watch, &id, &TodoChange::Ordered(order), 2).unwrap();
    assert_eq!((watch.outstanding(None), watch.todos[0].quantity), (0, units(50)));
}

#[test]
fn a_snoozed_to_do_keeps_counting_and_is_open_again_at_its_instant() {
    let mut watch = watch();
    want(&mut watch, &wish("s", 45), 1);
    let id = watch.todos[0].id.clone();
    change(&mut watch, &id, &snoozed(10), 2).unwrap();
    assert_eq!(want(&mut watch, &wish("s", 45), 3), 0);
    let todo = watch.todo(&id).unwrap();
    assert_eq!((todo.status_at(at(9)), todo.status_at(at(10))), (TodoStatus::Snoozed, TodoStatus::Open));
    assert_eq!(watch.outstanding(None), 45);
    // Needed more, it grows under its blanket; there is never a second one.
    assert_eq!(want(&mut watch, &wish("s", 60), 4), 1);
    assert_eq!((watch.todos.len(), watch.todos[0].status), (1, TodoStatus::Snoozed));
}

#[test]
fn each_status_allows_what_the_table_says_and_refuses_the_rest() {
    let changes = [ordered(), received(Some(1)), cancelled(), snoozed(99)];
    let table = [
        (vec![], [true, true, true, true]),
        (vec![snoozed(50)], [true, true, true, true]),
        (vec![ordered()], [false, true, true, false]),
        (vec![received(None)], [false; 4]),
        (vec![cancelled()], [false; 4]),
    ];
    for (before, allowed) in table {
        for (change_now, allowed) in changes.iter().zip(allowed) {
            let mut watch = watch();
            want(&mut watch, &wish("s", 5), 1);
            let id = watch.todos[0].id.clone();
            before.iter().for_each(|done| change(&mut watch, &id, done, 2).unwrap());
            match change(&mut watch, &id, change_now, 3) {
                Ok(()) => assert!(allowed, "{before:?} {change_now:?}"),
                Err(error) => {
                    assert!(!allowed, "{before:?} {change_now:?}");
                    assert_eq!(error.code(), "purchase.illegal_transition");
                }
            }
        }
    }
}

#[test]
fn unknown_to_dos_nothing_ordered_and_the_past_are_refused() {
    let mut watch = watch();
    want(&mut watch, &wish("s", 5), 1);
    let id = watch.todos[0].id.clone();
    let unknown = watch.change(&TodoId::new("x").unwrap(), &ordered(), at(2)).unwrap_err();
    assert_eq!(unknown.code(), "purchase.todo_unknown");
    let none = TodoChange::Ordered(OrderTodo { quantity: Some(Quantity::ZERO), ..OrderTodo::default() });
    for wrong in [none, received(Some(0)), snoozed(2)] {
        assert_eq!(watch.change(&id, &wrong, at(2)).unwrap_err().code(), "purchase.invalid", "{wrong:?}");
    }
}

#[test]
fn closed_to_dos_are_shown_for_a_while_and_the_watch_stays_small() {
    let mut watch = watch();
    for second in 0..100 {
        want(&mut watch, &wish("s", 5), second);
        let live = watch.todos.last().unwrap().id.clone();
        change(&mut watch, &live, &cancelled(), second).unwrap();
    }
    want(&mut watch, &wish("s", 5), 100);
    assert_eq!((watch.todos.len(), watch.opened), (CLOSED_KEPT + 1, 101));
    assert_eq!(watch.todos[0].opened_at, at(84));
}

#[test]
fn a_figure_between_the_marks_never_flaps() {
    let marks = AlertMarks { low: units(20), high: units(30) };
    let mut watch = watch();
    let seen = [25, 19, 20, 25, 19, 30, 25, 31, 25, 20, 19];
    let changes: Vec<usize> = seen
        .iter()
        .map(|free| {
            let events = watch.observe(None, Some(marks), *free, at(1));
            fold(&mut watch, &events, 1)
        })
        .collect();
    assert_eq!(changes, [0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
    // Who is not watched any more is not low.
    let events = watch.observe(None, None, 5, at(2));
    assert_eq!((fold(&mut watch, &events, 2), watch.alerts.len()), (1, 0));
}

/// What may happen to a watch.
#[derive(Clone, Debug)]
enum Step {
    Want(usize, usize, u32),
    Change(usize, usize),
    Observe(usize, i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0_usize..3, 0_usize..3, 0_u32..60)
            .prop_map(|(node, supplier, units)| Step::Want(node, supplier, units)),
        (0_usize..8, 0_usize..5).prop_map(|(todo, change)| Step::Change(todo, change)),
        (0_usize..3, -5_i64..50).prop_map(|(node, free)| Step::Observe(node, free)),
    ];
    prop::collection::vec(step, 0..60)
}

proptest! {
    /// Whatever happens: one live to-do and one alert per key at most, and an alert changes only on crossing a mark.
    #[test]
    fn no_key_ever_has_two_live_to_dos_or_two_alerts(steps in steps()) {
        let places = [None, Some(node("berlin")), Some(node("rome"))];
        let suppliers = [None, Some("s"), Some("t")].map(|id| id.map(|id| SupplierId::new(id).unwrap()));
        let changes = [ordered(), received(None), received(Some(2)), cancelled(), snoozed(9_999)];
        let marks = AlertMarks { low: units(10), high: units(25) };
        let mut watch = watch();
        let mut journal = Vec::new();
        for (second, step) in (1..).zip(steps) {
            let before = watch.clone();
            let events = match &step {
                Step::Want(place, by, quantity) => {
                    let supplier = suppliers[*by].clone();
                    let wish = PurchaseWish {
                        supplier, quantity: units(*quantity), landed_cost: None, reason: reason(),
                    };
                    watch.want(places[*place].as_ref(), &wish, at(second))
                }
                Step::Change(todo, change) => {
                    let id = watch.todos.get(*todo).map(|todo| todo.id.clone());
                    id.and_then(|id| watch.change(&id, &changes[*change], at(second)).ok()).unwrap_or_default()
                }
                Step::Observe(place, free) => watch.observe(places[*place].as_ref(), Some(marks), *free, at(second)),
            };
            for event in &events {
                watch.apply(event, at(second));
                journal.push((event.clone(), at(second)));
            }
            for (at, todo) in watch.todos.iter().enumerate().filter(|(_, todo)| todo.is_live()) {
                let twin = watch.todos.iter().skip(at + 1).find(|other| other.is_live() && other.key() == todo.key());
                prop_assert_eq!(twin, None);
            }
            for place in &places {
                let count = watch.alerts.iter().filter(|alert| alert.node == *place).count();
                prop_assert!(count <= 1);
                let (was, is) = (before.alert(place.as_ref()).is_some(), count == 1);
                if was != is {
                    let Step::Observe(seen, free) = step else { panic!("{step:?}") };
                    prop_assert_eq!(&places[seen], place);
                    let crossed = if is { free < 10 } else { free > 25 };
                    prop_assert!(crossed);
                }
            }
        }
        let replayed = journal.iter().fold(None, |watch, (event, at)| {
            Some(StockWatch::evolve(watch, &SkuId::new("mug").unwrap(), event, *at))
        });
        prop_assert_eq!(replayed.unwrap_or_else(self::watch), watch);
    }
}

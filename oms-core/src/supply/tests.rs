use proptest::prelude::*;

use super::*;
use crate::value::{Instant, NodeId, Quantity, ReceiptId, ReservationId, SkuId, Text};

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn receipt(id: &str) -> ReceiptId {
    ReceiptId::new(id).unwrap()
}

fn id(id: &str) -> ReservationId {
    ReservationId::new(id).unwrap()
}

fn book() -> SupplyBook {
    SupplyBook::new(SkuId::new("mug").unwrap(), NodeId::new("berlin").unwrap())
}

fn plan(units: u32, eta: i64) -> ReceiptPlan {
    let quantity = Quantity::new(units);
    ReceiptPlan {
        kind: SupplyKind::Purchase,
        quantity,
        eta: at(eta),
        supplier: None,
        over_receipt_per_mille: 0,
    }
}

fn expect(id: &str, units: u32, eta: i64) -> SupplyCommand {
    SupplyCommand::Expect { receipt: receipt(id), plan: plan(units, eta) }
}

fn receive(id: &str, units: u32) -> SupplyCommand {
    let quantity = Quantity::new(units);
    SupplyCommand::Receive { receipt: receipt(id), quantity, sellable: true, last: false }
}

fn cancel(id: &str) -> SupplyCommand {
    SupplyCommand::Cancel { receipt: receipt(id), reason: Text::default() }
}

fn promised(name: &str, units: u32, due: i64, from: Option<&str>) -> SupplyPromise {
    SupplyPromise {
        id: id(name),
        order: None,
        line: None,
        quantity: Quantity::new(units),
        due: at(due),
        receipt: from.map(receipt),
        expires_at: None,
        arrivals: 0,
    }
}

fn promise(name: &str, units: u32, due: i64, from: Option<&str>) -> SupplyCommand {
    SupplyCommand::Promise { promise: promised(name, units, due, from) }
}

fn end(name: &str) -> SupplyCommand {
    SupplyCommand::End { promise: id(name), end: PromiseEnd::Kept }
}

fn after(book: &SupplyBook, command: &SupplyCommand, second: i64) -> (SupplyBook, Vec<SupplyEvent>) {
    let events = book.decide(command, at(second)).unwrap();
    let mut book = book.clone();
    events.iter().for_each(|event| book.apply(event));
    (book, events)
}

fn told(commands: &[SupplyCommand]) -> SupplyBook {
    commands.iter().fold(book(), |book, command| after(&book, command, 0).0)
}

fn units(book: &SupplyBook, name: &str) -> Option<(u32, Option<ReceiptId>)> {
    book.promises.get(&id(name)).map(|promise| (promise.quantity.units(), promise.receipt.clone()))
}

fn paths(result: Result<Vec<SupplyEvent>, SupplyError>) -> Vec<String> {
    match result {
        Err(SupplyError::Invalid(problems)) => {
            problems.as_slice().iter().map(|problem| problem.path.clone()).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_receipt_is_expected_once_and_changed_after() {
    let (book, events) = after(&book(), &expect("po", 10, 50), 0);
    assert!(matches!(&events[..], [SupplyEvent::ReceiptExpected(_)]));
    assert_eq!(after(&book, &expect("po", 10, 50), 1).1, []);
    let (book, events) = after(&book, &expect("po", 12, 60), 2);
    assert!(matches!(&events[..], [SupplyEvent::ReceiptChanged(event)] if event.plan == plan(12, 60)));
    assert_eq!((book.incoming(), book.receipts[&receipt("po")].plan.eta), (12, at(60)));
}

#[test]
fn a_receipt_ends_when_everything_arrived_and_a_late_message_does_not_bring_it_back() {
    let book = told(&[expect("po", 10, 50), receive("po", 4), receive("po", 6)]);
    assert_eq!(
        (book.incoming(), book.receipts.len(), &book.ended_receipts[..]),
        (0, 0, &[receipt("po")][..])
    );
    for late in [expect("po", 10, 50), receive("po", 1)] {
        assert_eq!(book.decide(&late, at(9)), Err(SupplyError::ReceiptEnded { receipt: receipt("po") }));
    }
    assert_eq!(book.decide(&cancel("po"), at(9)), Ok(vec![]));
    let unknown = Err(SupplyError::UnknownReceipt { receipt: receipt("other") });
    assert_eq!(book.decide(&receive("other", 1), at(9)), unknown);
}

#[test]
fn more_than_expected_is_received_within_the_tolerance_and_not_beyond() {
    let tolerant = ReceiptPlan { over_receipt_per_mille: 150, ..plan(10, 50) };
    assert_eq!((tolerant.most(), plan(10, 50).most()), (11, 10));
    let expect = SupplyCommand::Expect { receipt: receipt("po"), plan: tolerant };
    let book = told(&[expect, receive("po", 4)]);
    let over = SupplyError::OverReceipt { receipt: receipt("po"), wanted: 8, left: 7 };
    assert_eq!(book.decide(&receive("po", 8), at(0)), Err(over));
    let (book, events) = after(&book, &receive("po", 7), 0);
    assert_eq!((book.incoming(), events.len()), (0, 2));
    assert!(matches!(&events[1], SupplyEvent::ReceiptEnded(end) if end.end == ReceiptEnd::Complete));
}

#[test]
fn the_last_delivery_closes_a_short_receipt_and_says_what_is_missing() {
    let book = told(&[expect("po", 10, 50)]);
    let last = SupplyCommand::Receive {
        receipt: receipt("po"),
        quantity: Quantity::new(7),
        sellable: true,
        last: true,
    };
    let (book, events) = after(&book, &last, 0);
    let SupplyEvent::ReceiptEnded(end) = &events[1] else { panic!("{events:?}") };
    assert_eq!((end.end, end.missing.units(), book.incoming()), (ReceiptEnd::Short, 3, 0));
}

#[test]
fn a_receipt_is_not_changed_below_what_arrived_and_ends_when_changed_to_it() {
    let book = told(&[expect("po", 10, 50), receive("po", 4)]);
    assert_eq!(paths(book.decide(&expect("po", 3, 50), at(0))), ["/plan/quantity"]);
    let (book, events) = after(&book, &expect("po", 4, 50), 0);
    assert_eq!((events.len(), book.receipts.len(), book.incoming()), (2, 0, 0));
    let wild = ReceiptPlan { over_receipt_per_mille: 1001, ..plan(0, 1) };
    let wild = SupplyCommand::Expect { receipt: receipt("x"), plan: wild };
    assert_eq!(paths(book.decide(&wild, at(0))), ["/plan/quantity", "/plan/overReceiptPerMille"]);
    let book = told(&[expect("po", 10, 50)]);
    assert_eq!(paths(book.decide(&receive("po", 0), at(0))), ["/quantity"]);
}

#[test]
fn promises_bound_to_a_receipt_never_exceed_what_it_brings() {
    let book = told(&[expect("po", 10, 50), promise("a", 6, 60, Some("po"))]);
    let short = SupplyError::ReceiptShort { receipt: receipt("po"), wanted: 5, left: 4 };
    assert_eq!(book.decide(&promise("b", 5, 60, Some("po")), at(0)), Err(short));
    // Unbound ones are not the book's to judge.
    assert!(book.decide(&promise("b", 99, 60, None), at(0)).is_ok());
    // A promise made anew does not count against itself.
    let (book, _) = after(&book, &promise("a", 10, 70, Some("po")), 0);
    assert_eq!(units(&book, "a"), Some((10, Some(receipt("po")))));
    assert_eq!(book.decide(&promise("a", 10, 70, Some("po")), at(0)), Ok(vec![]));
}

#[test]
fn arrived_units_are_held_for_who_was_promised_them_by_due_date() {
    let book = told(&[
        expect("po", 10, 50),
        promise("late", 3, 70, Some("po")),
        promise("soon", 4, 60, Some("po")),
        promise("any", 9, 55, None),
    ]);
    let (book, events) = after(&book, &receive("po", 6), 0);
    let served = |event: &SupplyEvent| match event {
        SupplyEvent::PromiseArrived(event) => {
            Some((event.promise.to_string(), event.quantity.units(), event.hold.to_string()))
        }
        _ => None,
    };
    let row = |promise: &str, units, hold: &str| (promise.to_owned(), units, hold.to_owned());
    let held: Vec<_> = events.iter().filter_map(served).collect();
    assert_eq!(held, [row("soon", 4, "soon"), row("late", 2, "late")]);
    assert_eq!((units(&book, "soon"), units(&book, "late")), (None, Some((1, Some(receipt("po"))))));
    // The rest arrives: a hold of its own, since the first one's id is taken.
    let (book, events) = after(&book, &receive("po", 4), 0);
    assert_eq!(events.iter().filter_map(served).collect::<Vec<_>>(), [row("late", 1, "late#2")]);
    assert_eq!((units(&book, "late"), units(&book, "any")), (None, Some((9, None))));
}

#[test]
fn units_in_inspection_are_held_for_nobody_and_promises_lose_their_receipt() {
    let book = told(&[expect("po", 10, 50), promise("a", 6, 60, Some("po"))]);
    let inspected = SupplyCommand::Receive {
        receipt: receipt("po"),
        quantity: Quantity::new(7),
        sellable: false,
        last: false,
    };
    let (book, events) = after(&book, &inspected, 0);
    assert!(matches!(&events[1..], [SupplyEvent::PromiseUnbound(_)]));
    assert_eq!(units(&book, "a"), Some((6, None)));
}

#[test]
fn a_receipt_that_shrinks_is_lost_by_the_promises_due_last() {
    let book = told(&[
        expect("po", 10, 50),
        promise("a", 3, 60, Some("po")),
        promise("b", 3, 70, Some("po")),
        promise("c", 4, 70, Some("po")),
    ]);
    let (book, events) = after(&book, &expect("po", 7, 50), 0);
    let lost: Vec<String> = events
        .iter()
        .filter_map(|event| match event {
            SupplyEvent::PromiseUnbound(event) => Some(event.promise.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(lost, ["c"]);
    let (book, _) = after(&book, &cancel("po"), 0);
    let all = ["a", "b", "c"].map(|name| units(&book, name));
    assert_eq!(all, [Some((3, None)), Some((3, None)), Some((4, None))]);
}

#[test]
fn a_promise_counts_for_nothing_from_its_expiry_on() {
    let mut short_lived = promised("a", 10, 60, Some("po"));
    short_lived.expires_at = Some(at(20));
    let book = told(&[expect("po", 10, 50), SupplyCommand::Promise { promise: short_lived }]);
    assert!(matches!(
        book.decide(&promise("b", 1, 60, Some("po")), at(19)),
        Err(SupplyError::ReceiptShort { .. })
    ));
    assert_eq!((book.live_promises(at(19)).count(), book.live_promises(at(20)).count()), (1, 0));
    let (book, events) = after(&book, &promise("b", 10, 60, Some("po")), 20);
    assert!(matches!(&events[0], SupplyEvent::PromiseEnded(end) if end.end == PromiseEnd::Expired));
    assert_eq!((units(&book, "a"), book.overbound().len()), (None, 0));
}

#[test]
fn a_promise_ends_once_and_its_id_is_not_used_again() {
    let book = told(&[promise("a", 1, 60, None), end("a")]);
    assert_eq!(book.decide(&end("a"), at(0)), Ok(vec![]));
    let ended = Err(SupplyError::PromiseEnded { promise: id("a") });
    assert_eq!(book.decide(&promise("a", 1, 60, None), at(0)), ended);
    let unknown = Err(SupplyError::UnknownPromise { promise: id("b") });
    assert_eq!(book.decide(&end("b"), at(0)), unknown);
    let mut wrong = promised("c", 0, 4, None);
    wrong.expires_at = Some(at(5));
    let wrong = SupplyCommand::Promise { promise: wrong };
    assert_eq!(paths(book.decide(&wrong, at(5))), ["/quantity", "/due", "/expiresAt"]);
}

#[test]
fn a_book_forgets_the_oldest_ends_only() {
    let names: Vec<String> = (0..=100).map(|number| format!("po-{number}")).collect();
    let commands: Vec<_> = names.iter().flat_map(|name| [expect(name, 1, 9), cancel(name)]).collect();
    let book = told(&commands);
    let ended: Vec<&str> = book.ended_receipts.iter().map(ReceiptId::as_str).collect();
    assert_eq!((ended.len(), ended.first(), ended.last()), (100, Some(&"po-1"), Some(&"po-100")));
}

#[test]
fn a_hold_whose_id_would_be_too_long_is_not_made_up() {
    let mut long = promised(&"x".repeat(127), 1, 1, None);
    assert!(long.next_hold().is_some());
    long.arrivals = 1;
    assert_eq!(long.next_hold(), None);
}

fn any_command() -> impl Strategy<Value = SupplyCommand> {
    let receipts = || prop::sample::select(vec!["p", "q", "r"]);
    let promises = || prop::sample::select(vec!["a", "b", "c", "d"]);
    prop_oneof![
        (receipts(), 0_u32..12, 0_i64..50, 0_u16..300).prop_map(|(name, units, eta, tolerance)| {
            let plan = ReceiptPlan { over_receipt_per_mille: tolerance, ..plan(units, eta) };
            SupplyCommand::Expect { receipt: receipt(name), plan }
        }),
        (receipts(), 0_u32..9, any::<bool>(), any::<bool>()).prop_map(|(name, units, sellable, last)| {
            let quantity = Quantity::new(units);
            SupplyCommand::Receive { receipt: receipt(name), quantity, sellable, last }
        }),
        receipts().prop_map(cancel),
        (promises(), 0_u32..9, 0_i64..60, prop::option::of(receipts()), prop::option::of(0_i64..60))
            .prop_map(|(name, units, due, from, expires_at)| {
                let expires_at = expires_at.map(at);
                SupplyCommand::Promise {
                    promise: SupplyPromise { expires_at, ..promised(name, units, due, from) },
                }
            }),
        promises().prop_map(end),
    ]
}

proptest! {
    /// Whatever is asked in whatever order: no receipt is promised beyond what it brings, nothing arrives unasked, and
    /// every unit of a receipt is received, open or missing.
    #[test]
    fn no_receipt_is_ever_promised_beyond_what_it_brings(
        commands in prop::collection::vec((any_command(), 0_i64..60), 0..60),
    ) {
        let mut book = book();
        for (command, second) in commands {
            let before = book.clone();
            let Ok(events) = book.decide(&command, at(second)) else {
                prop_assert_eq!(&book, &before);
                continue;
            };
            let mut incoming = book.incoming();
            for event in &events {
                let open = |book: &SupplyBook, id: &ReceiptId| book.receipts.get(id).map_or(0, |r| r.open().signed());
                match event {
                    SupplyEvent::ReceiptExpected(event) => incoming += event.receipt.open().signed(),
                    SupplyEvent::ReceiptArrived(event) => {
                        incoming -= event.quantity.signed().min(open(&book, &event.receipt));
                    }
                    SupplyEvent::ReceiptEnded(event) => incoming -= event.missing.signed(),
                    SupplyEvent::ReceiptChanged(event) => {
                        let known = &book.receipts[&event.receipt];
                        incoming += event.plan.quantity.signed() - known.plan.quantity.signed();
                    }
                    _ => {}
                }
                book.apply(event);
                prop_assert_eq!(book.incoming(), incoming, "{:?}", event);
            }
            prop_assert!(book.overbound().is_empty(), "{:?}", book);
            prop_assert!(book.receipts.values().all(|receipt| !receipt.open().is_zero()));
            prop_assert!(book.promises.values().all(|promise| !promise.quantity.is_zero()));
            let text = serde_json::to_string(&book).unwrap();
            prop_assert_eq!(&serde_json::from_str::<SupplyBook>(&text).unwrap(), &book);
        }
    }
}

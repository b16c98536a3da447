mod kits;
mod transitions;

use serde_json::{Value, json};

use super::*;
use crate::value::{
    HoldId, Instant, LineId, LineQuantity, NodeId, OrderId, Quantity, ReservationId, ShipmentId, Text,
};

pub(super) fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

pub(super) fn line(id: &str) -> LineId {
    LineId::new(id).unwrap()
}

pub(super) fn eur(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

pub(super) fn units(id: &str, node: &str, quantity: u32) -> LineUnits {
    LineUnits { line: line(id), node: NodeId::new(node).unwrap(), quantity: Quantity::new(quantity) }
}

pub(super) fn named(id: &str, quantity: u32) -> LineQuantity {
    LineQuantity { line: line(id), quantity: Quantity::new(quantity) }
}

/// A prepaid draft: line, units, price of one.
pub(super) fn draft(lines: &[(&str, u32, &str)]) -> Value {
    let lines: Vec<Value> = (lines.iter())
        .map(|(id, units, price)| json!({"id": id, "sku": id, "quantity": units, "unitPrice": eur(price)}))
        .collect();
    json!({
        "channel": "web", "channelOrderId": "w1", "placedAt": at(0), "currency": "EUR",
        "shipTo": {"country": "DE"}, "lines": lines,
    })
}

pub(super) fn place(draft: &Value) -> Result<Order, OrderError> {
    let draft: OrderDraft = serde_json::from_value(draft.clone()).unwrap();
    Ok(*Order::place(OrderId::new("o1").unwrap(), &draft)?.order)
}

pub(super) fn payment(id: &str, kind: &str, amount: &str) -> OrderCommand {
    let payment = json!({"id": id, "kind": kind, "amount": eur(amount), "at": at(1)});
    OrderCommand::Pay(serde_json::from_value(payment).unwrap())
}

pub(super) fn hold(id: &str, stage: HoldStage, lines: &[&str]) -> OrderCommand {
    OrderCommand::Hold(Hold {
        id: HoldId::new(id).unwrap(),
        reason: HoldReason::Manual,
        stage,
        source: HoldSource::Person,
        lines: lines.iter().map(|id| line(id)).collect(),
        note: Text::default(),
        opened_at: at(1),
    })
}

pub(super) fn cancel(lines: &[LineQuantity]) -> OrderCommand {
    OrderCommand::Cancel { lines: lines.to_vec(), reason: Text::default() }
}

pub(super) fn ship(units: &[LineUnits]) -> OrderCommand {
    OrderCommand::Ship { shipment: ShipmentId::new("s1").unwrap(), units: units.to_vec() }
}

/// Decides and applies; gives back how many events there were.
pub(super) fn run(order: &mut Order, command: &OrderCommand) -> Result<usize, OrderError> {
    let events = order.decide(command, at(5))?;
    events.iter().for_each(|event| order.apply(event, at(5)));
    Ok(events.len())
}

fn must(order: &mut Order, commands: &[OrderCommand]) {
    for command in commands {
        assert_ne!(run(order, command), Ok(0), "{command:?}");
    }
}

/// Placed, paid, approved.
fn approved(lines: &[(&str, u32, &str)]) -> Order {
    let mut order = place(&draft(lines)).unwrap();
    let total = order.total().unwrap();
    must(&mut order, &[payment("p1", "captured", &total.to_string().replace(" EUR", ""))]);
    must(&mut order, &[OrderCommand::Approve]);
    order
}

fn release_hold(id: &str) -> OrderCommand {
    OrderCommand::ReleaseHold(HoldId::new(id).unwrap())
}

fn invalid(result: Result<usize, OrderError>) -> Vec<(String, String)> {
    match result {
        Err(OrderError::Invalid(problems)) => {
            problems.as_slice().iter().map(|one| (one.code.to_string(), one.path.clone())).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(code, path)| ((*code).to_owned(), (*path).to_owned())).collect()
}

#[test]
fn a_discount_on_the_order_is_shared_out_to_the_cent() {
    let mut draft = draft(&[("a", 1, "33.33"), ("b", 1, "33.33"), ("c", 1, "33.34")]);
    draft["discount"] = eur("10.00");
    let order = place(&draft).unwrap();
    let shares: Vec<String> = order.lines.iter().map(|line| line.order_discount.to_string()).collect();
    assert_eq!(shares, ["3.33 EUR", "3.33 EUR", "3.34 EUR"]);
    assert_eq!(order.total().unwrap().to_string(), "90.00 EUR");
}

#[test]
fn a_discount_of_everything_leaves_nothing_and_one_cent_more_is_refused() {
    let mut draft = draft(&[("a", 3, "0.33"), ("b", 1, "0.02")]);
    draft["discount"] = eur("1.01");
    let order = place(&draft).unwrap();
    assert!(order.lines.iter().all(|line| line.net().unwrap().is_zero()) && order.total().unwrap().is_zero());
    draft["discount"] = eur("1.02");
    let refused = place(&draft).map(|_| 0);
    assert_eq!(invalid(refused), pairs(&[("order.discount_too_large", "/discount")]));
}

#[test]
fn every_problem_of_a_draft_is_named_at_once() {
    let mut draft = draft(&[("a", 0, "1.00"), ("a", 1, "-1.00")]);
    draft["lines"][1]["tax"] = json!({"amount": "1.00", "currency": "USD"});
    draft["lines"][0]["discount"] = eur("0.01");
    draft["statedTotal"] = json!({"amount": "1", "currency": "JPY"});
    let expected = [
        ("input.out_of_range", "/lines/0/quantity"),
        ("order.discount_too_large", "/lines/0/discount"),
        ("order.duplicate_line", "/lines/1/id"),
        ("input.out_of_range", "/lines/1/unitPrice"),
        ("money.currency_mismatch", "/lines/1/tax"),
        ("money.currency_mismatch", "/statedTotal"),
    ];
    assert_eq!(invalid(place(&draft).map(|_| 0)), pairs(&expected));
}

#[test]
fn amounts_beyond_what_money_holds_are_refused_at_placement() {
    let refused = place(&draft(&[("a", u32::MAX, "92233720368547758.07")])).map(|_| 0);
    assert_eq!(invalid(refused), pairs(&[("money.overflow", "")]));
}

#[test]
fn what_is_due_falls_with_cancelled_units_and_what_is_paid_with_refunds() {
    let mut draft = draft(&[("a", 3, "10.00"), ("b", 1, "5.00")]);
    draft["shipping"] = eur("4.00");
    draft["discount"] = eur("1.00");
    let mut order = place(&draft).unwrap();
    let due = |order: &Order| order.due().unwrap().to_string();
    assert_eq!(due(&order), "38.00 EUR");
    must(&mut order, &[cancel(&[named("a", 1)])]);
    // 30.00 less 0.86 is 29.14 for three: two of them are 19.43.
    assert_eq!(due(&order), "28.29 EUR");
    assert_eq!(order.total().unwrap().to_string(), "38.00 EUR");
    must(&mut order, &[payment("p1", "captured", "38.00"), payment("p2", "refunded", "9.71")]);
    assert_eq!(order.paid().unwrap(), order.due().unwrap());
    must(&mut order, &[cancel(&[])]);
    assert_eq!(due(&order), "0.00 EUR");
    assert_eq!(run(&mut order, &payment("p3", "refunded", "28.30")), Err(OrderError::RefundExceedsPaid));
    must(&mut order, &[payment("p3", "refunded", "28.29")]);
}

#[test]
fn a_payment_counts_once_and_its_id_belongs_to_it() {
    let mut order = place(&draft(&[("a", 1, "10.00")])).unwrap();
    must(&mut order, &[payment("p1", "captured", "10.00")]);
    assert_eq!(run(&mut order, &payment("p1", "captured", "10.00")), Ok(0));
    let reused = run(&mut order, &payment("p1", "captured", "10.01"));
    assert!(matches!(reused, Err(OrderError::PaymentReused { .. })));
    assert_eq!(order.paid().unwrap().to_string(), "10.00 EUR");
    let nothing = invalid(run(&mut order, &payment("p2", "captured", "-1.00")));
    assert_eq!(nothing, pairs(&[("input.out_of_range", "/payment/amount/amount")]));
}

#[test]
fn holds_stack_and_each_is_released_by_itself_twice_without_harm() {
    let mut order = approved(&[("a", 1, "1.00"), ("b", 1, "1.00")]);
    must(&mut order, &[hold("h1", HoldStage::Allocate, &[]), hold("h2", HoldStage::Allocate, &["b"])]);
    let everything = OrderCommand::Allocate(vec![units("a", "x", 1), units("b", "x", 1)]);
    let holder = |result| match result {
        Err(OrderError::Held { hold, line, .. }) => format!("{hold} {line}"),
        other => panic!("{other:?}"),
    };
    assert_eq!(holder(run(&mut order, &everything)), "h1 a");
    assert_eq!(run(&mut order, &release_hold("h1")), Ok(1));
    assert_eq!(run(&mut order, &release_hold("h1")), Ok(0));
    assert_eq!(holder(run(&mut order, &everything)), "h2 b");
    must(&mut order, &[OrderCommand::Allocate(vec![units("a", "x", 1)]), release_hold("h2")]);
    must(&mut order, &[OrderCommand::Allocate(vec![units("b", "x", 1)])]);
}

#[test]
fn a_hold_blocks_its_stage_and_all_later_ones_and_none_before() {
    let stages = [HoldStage::Review, HoldStage::Allocate, HoldStage::Release, HoldStage::Ship];
    for blocked in stages {
        let mut order = place(&draft(&[("a", 1, "1.00")])).unwrap();
        must(&mut order, &[payment("p1", "captured", "1.00"), hold("h", blocked, &["a"])]);
        let steps = [
            OrderCommand::Approve,
            OrderCommand::Allocate(vec![units("a", "x", 1)]),
            OrderCommand::Release(vec![]),
            ship(&[units("a", "x", 1)]),
        ];
        for (stage, step) in stages.into_iter().zip(steps) {
            let refused = matches!(run(&mut order, &step), Err(OrderError::Held { .. }));
            assert_eq!(refused, stage == blocked, "{stage:?} under a hold of {blocked:?}");
            if refused {
                break;
            }
        }
    }
}

#[test]
fn the_same_hold_again_changes_nothing_and_another_under_its_id_is_refused() {
    let mut order = place(&draft(&[("a", 1, "1.00")])).unwrap();
    must(&mut order, &[hold("h", HoldStage::Ship, &[])]);
    assert_eq!(run(&mut order, &hold("h", HoldStage::Ship, &[])), Ok(0));
    let other = run(&mut order, &hold("h", HoldStage::Review, &[]));
    assert!(matches!(other, Err(OrderError::HoldReused { .. })));
    let unknown = invalid(run(&mut order, &hold("i", HoldStage::Ship, &["a", "z"])));
    assert_eq!(unknown, pairs(&[("order.unknown_line", "/lines/1")]));
}

#[test]
fn nobody_opens_a_hold_that_looks_like_a_rules_own() {
    let mut order = place(&draft(&[("a", 1, "1.00")])).unwrap();
    let OrderCommand::Hold(mut forged) = hold("rule:unmapped_sku", HoldStage::Ship, &[]) else { return };
    forged.source = HoldSource::Rule;
    let refused = invalid(run(&mut order, &OrderCommand::Hold(forged)));
    assert_eq!(refused, pairs(&[("order.hold_of_rule", "/source"), ("order.hold_of_rule", "/hold")]));
}

#[test]
fn a_review_opens_and_releases_the_rules_holds_and_leaves_peoples_alone() {
    let mut order = place(&draft(&[("a", 1, "1.00"), ("b", 1, "1.00")])).unwrap();
    must(&mut order, &[payment("p1", "captured", "2.00"), hold("h", HoldStage::Ship, &[])]);
    let finding = |lines: &[&str]| ReviewFinding {
        reason: HoldReason::UnmappedSku,
        lines: lines.iter().map(|id| line(id)).collect(),
        note: Text::default(),
    };
    let holds = |order: &Order| order.holds.iter().map(|hold| hold.id.to_string()).collect::<Vec<_>>();
    must(&mut order, &[OrderCommand::Review(vec![finding(&["a"])])]);
    assert_eq!(holds(&order), ["h", "rule:unmapped_sku"]);
    assert_eq!(run(&mut order, &OrderCommand::Review(vec![finding(&["a"])])), Ok(0));
    // Other lines now: the hold is released and opened for them.
    assert_eq!(run(&mut order, &OrderCommand::Review(vec![finding(&["b"])])), Ok(2));
    assert_eq!(order.holds[1].lines, [line("b")]);
    must(&mut order, &[OrderCommand::Review(vec![])]);
    assert_eq!((holds(&order), order.status()), (vec!["h".to_owned()], OrderStatus::Approved));
}

#[test]
fn cancelling_takes_open_units_first_then_allocated_ones_of_the_last_node() {
    let mut order = approved(&[("a", 6, "1.00")]);
    must(&mut order, &[OrderCommand::Allocate(vec![units("a", "x", 2), units("a", "y", 2)])]);
    must(&mut order, &[cancel(&[named("a", 1)])]);
    assert_eq!(order.lines[0].allocated(), Quantity::new(4));
    must(&mut order, &[cancel(&[named("a", 2)])]);
    assert_eq!(order.allocated_units().collect::<Vec<_>>(), [units("a", "x", 2), units("a", "y", 1)]);
    must(&mut order, &[OrderCommand::Release(vec![units("a", "x", 1)])]);
    let short = run(&mut order, &cancel(&[named("a", 2), named("a", 1)]));
    let Err(OrderError::NotEnoughUnits(short)) = short else { panic!("{short:?}") };
    assert_eq!((short[0].wanted, short[0].available), (Quantity::new(3), Quantity::new(2)));
}

#[test]
fn a_second_cancellation_is_refused() {
    let mut order = place(&draft(&[("a", 2, "1.00")])).unwrap();
    must(&mut order, &[cancel(&[])]);
    let again = run(&mut order, &cancel(&[]));
    let (status, command) = (OrderStatus::Cancelled, OrderCommandKind::Cancel);
    assert_eq!(again, Err(OrderError::IllegalTransition { status, command }));
}

#[test]
fn units_named_twice_count_twice_and_unknown_or_empty_ones_are_all_named() {
    let mut order = approved(&[("a", 3, "1.00")]);
    let twice = OrderCommand::Allocate(vec![units("a", "x", 2), units("a", "x", 2)]);
    assert!(matches!(run(&mut order, &twice), Err(OrderError::NotEnoughUnits(_))));
    let wrong = OrderCommand::Allocate(vec![units("z", "x", 1), units("a", "x", 0)]);
    let expected = [("order.unknown_line", "/units/0/line"), ("input.out_of_range", "/units/1/quantity")];
    assert_eq!(invalid(run(&mut order, &wrong)), pairs(&expected));
    let none = invalid(run(&mut order, &OrderCommand::Allocate(vec![])));
    assert_eq!(none, pairs(&[("input.empty", "/units")]));
}

#[test]
fn giving_back_nothing_does_nothing() {
    let mut order = approved(&[("a", 2, "1.00")]);
    must(&mut order, &[OrderCommand::Allocate(vec![units("a", "x", 1)]), OrderCommand::Release(vec![])]);
    must(&mut order, &[ship(&[units("a", "x", 1)])]);
    let nothing = OrderCommand::Deallocate { units: vec![], reason: Text::default() };
    assert_eq!(run(&mut order, &nothing), Ok(0));
}

#[test]
fn giving_back_takes_units_the_warehouse_does_not_pick_before_those_it_does() {
    let mut order = approved(&[("a", 3, "1.00")]);
    must(&mut order, &[OrderCommand::Allocate(vec![units("a", "x", 3)])]);
    must(&mut order, &[OrderCommand::Release(vec![units("a", "x", 2)])]);
    let back = |n| OrderCommand::Deallocate { units: vec![units("a", "x", n)], reason: Text::default() };
    must(&mut order, &[back(1)]);
    assert_eq!(order.lines[0].released(), Quantity::new(2));
    must(&mut order, &[back(1)]);
    assert_eq!(order.lines[0].released(), Quantity::new(1));
}

#[test]
fn a_change_needs_a_new_approval_and_never_takes_units_away() {
    let mut order = approved(&[("a", 3, "1.00")]);
    let change = |change: Value| OrderCommand::Change(serde_json::from_value(change).unwrap());
    assert_eq!(run(&mut order, &change(json!({}))), Ok(0));
    let less = change(json!({"quantities": [{"line": "a", "quantity": 1}, {"line": "z", "quantity": 1},
        {"line": "a", "quantity": 9}]}));
    let expected = [
        ("input.out_of_range", "/change/quantities/0/quantity"),
        ("order.unknown_line", "/change/quantities/1"),
        ("order.duplicate_line", "/change/quantities/2"),
    ];
    assert_eq!(invalid(run(&mut order, &less)), pairs(&expected));
    must(&mut order, &[OrderCommand::Allocate(vec![units("a", "x", 2)])]);
    must(&mut order, &[change(json!({"remark": "ring twice"}))]);
    assert_eq!(run(&mut order, &OrderCommand::Release(vec![])), Err(OrderError::NotApproved));
    must(&mut order, &[OrderCommand::Approve, OrderCommand::Release(vec![])]);
    let late = invalid(run(&mut order, &change(json!({"remark": "ring once"}))));
    assert_eq!(late, pairs(&[("order.released", "/change")]));
}

#[test]
fn an_order_has_one_reservation_at_a_time_and_ending_another_changes_nothing() {
    let mut order = approved(&[("a", 1, "1.00")]);
    let id = |id| ReservationId::new(id).unwrap();
    must(&mut order, &[OrderCommand::Reserve(id("r1"))]);
    let second = run(&mut order, &OrderCommand::Reserve(id("r2")));
    assert_eq!(second, Err(OrderError::AlreadyReserved { reservation: id("r1") }));
    assert_eq!(run(&mut order, &OrderCommand::EndReservation(id("r2"))), Ok(0));
    must(&mut order, &[OrderCommand::EndReservation(id("r1")), OrderCommand::Reserve(id("r2"))]);
}

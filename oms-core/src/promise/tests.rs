mod laws;

use super::*;
use crate::policy::{PromiseTerms, WithheldSupply};
use crate::supply::{SupplyKind, SupplyPromise};
use crate::value::{Instant, NodeId, Quantity, ReceiptId, ReservationId, SupplierId};

const DAY: i64 = 86_400;

fn day(day: i64) -> Instant {
    Instant::from_timestamp(day * DAY, 0).unwrap()
}

fn units(units: u32) -> Quantity {
    Quantity::new(units)
}

fn receipt(id: &str) -> ReceiptId {
    ReceiptId::new(id).unwrap()
}

fn id(id: &str) -> ReservationId {
    ReservationId::new(id).unwrap()
}

fn supply(name: &str, quantity: u32, eta: i64) -> ExpectedSupply {
    let kind = SupplyKind::Purchase;
    ExpectedSupply { receipt: receipt(name), kind, quantity: units(quantity), eta: day(eta) }
}

fn promised(name: &str, quantity: u32, due: i64, from: Option<&str>) -> SupplyPromise {
    SupplyPromise {
        id: id(name),
        order: None,
        line: None,
        quantity: units(quantity),
        due: day(due),
        receipt: from.map(receipt),
        expires_at: None,
        arrivals: 0,
    }
}

fn figures(free: i64, receipts: &[(&str, u32, i64)], promises: &[(&str, u32, i64)]) -> PromiseFigures {
    PromiseFigures {
        now: day(0),
        free,
        receipts: receipts.iter().map(|(name, units, eta)| supply(name, *units, *eta)).collect(),
        promises: promises.iter().map(|(name, units, due)| promised(name, *units, *due, None)).collect(),
        terms: PromiseTerms::default(),
    }
}

fn timeline(figures: &PromiseFigures) -> Timeline {
    Timeline::new(figures, None).unwrap()
}

fn question(figures: PromiseFigures, quantity: u32) -> PromiseQuestion {
    PromiseQuestion { figures, quantity: units(quantity), due: None, own: None, sources: vec![] }
}

/// Free 10, 20 more on day 5, promises of 8 on day 2 and 15 on day 6.
fn golden() -> PromiseFigures {
    figures(10, &[("po", 20, 5)], &[("a", 8, 2), ("b", 15, 6)])
}

#[test]
fn golden_vector_6() {
    let timeline = timeline(&golden());
    let rows = timeline.rows().iter();
    let rows: Vec<_> =
        rows.map(|row| (row.at, row.supply, row.demand, row.cumulative, row.promiseable)).collect();
    let expected =
        [(day(0), 0, 0, 10, 2), (day(2), 0, 8, 2, 2), (day(5), 20, 0, 22, 7), (day(6), 0, 15, 7, 7)];
    assert_eq!(rows, expected);
    assert_eq!(timeline.earliest(units(5)), Some(day(5)));
    assert!(timeline.is_feasible(units(2), day(0)) && !timeline.is_feasible(units(3), day(4)));
    assert!(timeline.is_feasible(units(7), day(5)) && !timeline.is_feasible(units(8), day(99)));
    assert_eq!(timeline.earliest(units(8)), None);
}

#[test]
fn golden_vector_9_of_a_percent_withheld() {
    let mut figures = figures(0, &[("po", 10, 1)], &[]);
    figures.terms.withheld.purchase_per_mille = 250;
    assert_eq!(timeline(&figures).promiseable(day(1)), 7);
    // Other kinds are not touched.
    figures.receipts[0].kind = SupplyKind::Transfer;
    assert_eq!(timeline(&figures).promiseable(day(1)), 10);
    for kind in [SupplyKind::Transfer, SupplyKind::Production, SupplyKind::Planned] {
        figures.receipts[0].kind = kind;
        figures.terms.withheld = WithheldSupply {
            purchase_per_mille: 0,
            transfer_per_mille: 500,
            production_per_mille: 500,
            planned_per_mille: 500,
        };
        assert_eq!(timeline(&figures).promiseable(day(1)), 5, "{kind:?}");
    }
}

#[test]
fn the_answer_says_which_receipt_makes_the_date_possible() {
    let answer = promise(&question(golden(), 5)).unwrap();
    let by = |name: &str| PromiseBacking::Receipts(BackedByReceipts { receipts: vec![receipt(name)] });
    assert_eq!((answer.earliest, answer.backing), (Some(day(5)), Some(by("po"))));
    let stock = PromiseBacking::Stock(BackedByStock {});
    let part = |at, quantity, backing| PromisePart { at: day(at), quantity: units(quantity), backing };
    assert_eq!(answer.parts, [part(0, 2, stock.clone()), part(5, 3, by("po"))]);
    assert_eq!((answer.missing, answer.in_time), (units(0), None));
    let more = promise(&question(golden(), 9)).unwrap();
    assert_eq!((more.earliest, more.backing, more.missing), (None, None, units(2)));
    assert_eq!(promise(&question(golden(), 2)).unwrap().backing, Some(stock));
}

#[test]
fn nobody_takes_units_from_a_later_promise() {
    let figures = figures(10, &[], &[("later", 10, 30)]);
    let timeline = timeline(&figures);
    assert_eq!((timeline.promiseable(day(0)), timeline.earliest(units(1))), (0, None));
    assert_eq!(timeline.promiseable(day(-1)), 0);
}

#[test]
fn a_promise_made_anew_does_not_count_against_itself() {
    let own = id("b");
    let timeline = Timeline::new(&golden(), Some(&own)).unwrap();
    assert_eq!(timeline.earliest(units(15)), Some(day(5)));
    let mut again = question(golden(), 15);
    again.own = Some(own);
    again.due = Some(day(5));
    assert_eq!(promise(&again).unwrap().in_time, Some(true));
    again.own = None;
    assert_eq!(promise(&again).unwrap().in_time, Some(false));
}

#[test]
fn units_leave_after_the_handling_and_the_buffer() {
    let mut figures = figures(0, &[("po", 5, 2)], &[]);
    figures.terms.inbound_seconds = u32::try_from(DAY).unwrap();
    figures.terms.buffer_seconds = u32::try_from(2 * DAY).unwrap();
    assert_eq!(timeline(&figures).earliest(units(5)), Some(day(5)));
}

#[test]
fn a_receipt_past_its_date_comes_now_at_the_earliest_and_is_given_up_after_the_window() {
    let mut figures = figures(0, &[("po", 5, -3)], &[]);
    figures.terms.inbound_seconds = u32::try_from(DAY).unwrap();
    assert_eq!(timeline(&figures).earliest(units(5)), Some(day(1)));
    figures.terms.past_due_supply_days = Some(3);
    assert_eq!(timeline(&figures).earliest(units(5)), Some(day(1)));
    figures.terms.past_due_supply_days = Some(2);
    let given_up = timeline(&figures);
    let ignored = IgnoredSupply::Receipt(IgnoredReceipt { receipt: receipt("po"), eta: day(-3) });
    assert_eq!((given_up.earliest(units(1)), given_up.ignored()), (None, &[ignored][..]));
}

#[test]
fn a_promise_past_its_date_counts_until_the_window_closes() {
    let mut figures = figures(5, &[], &[("old", 4, -3)]);
    assert_eq!(timeline(&figures).promiseable(day(0)), 1);
    figures.terms.past_due_promise_days = Some(3);
    assert_eq!(timeline(&figures).promiseable(day(0)), 1);
    figures.terms.past_due_promise_days = Some(2);
    let given_up = timeline(&figures);
    let ignored = IgnoredSupply::Promise(IgnoredPromise { promise: id("old"), due: day(-3) });
    assert_eq!((given_up.promiseable(day(0)), given_up.ignored()), (5, &[ignored][..]));
    // So does one whose time has run out, without a word.
    figures.terms.past_due_promise_days = None;
    figures.promises[0].expires_at = Some(day(0));
    assert_eq!(timeline(&figures).promiseable(day(0)), 5);
}

#[test]
fn the_lead_time_is_the_last_resort() {
    let mut figures = figures(3, &[("po", 5, 4)], &[("far", 99, 20)]);
    assert_eq!(timeline(&figures).promiseable(day(4)), 0);
    figures.terms.lead_days = Some(10);
    let timeline = timeline(&figures);
    // Promises after the lead time are covered by it, and keep nothing from earlier ones.
    assert_eq!((timeline.promiseable(day(0)), timeline.promiseable(day(4))), (3, 8));
    assert_eq!((timeline.earliest(units(8)), timeline.earliest(units(9))), (Some(day(4)), Some(day(10))));
    assert!(timeline.is_feasible(units(1_000_000), day(10)) && !timeline.is_feasible(units(9), day(9)));
    let answer = promise(&question(figures, 20)).unwrap();
    let parts: Vec<_> = answer.parts.iter().map(|part| (part.at, part.quantity.units())).collect();
    assert_eq!(parts, [(day(0), 3), (day(4), 5), (day(10), 12)]);
    assert_eq!(answer.backing, Some(PromiseBacking::LeadTime(BackedByLeadTime { days: 10 })));
}

#[test]
fn a_promise_far_ahead_holds_nothing_of_what_lies_too_long_by_then() {
    let mut figures = figures(10, &[("po", 10, 25)], &[("far", 10, 30)]);
    figures.terms.backward_days = Some(7);
    let waits = timeline(&figures);
    // Stock of day 0 counts through day 7; the receipt of day 25 belongs to the promise.
    let dates = [0, 7, 8, 25, 30].map(|on| waits.promiseable(day(on)));
    assert_eq!((dates, waits.earliest(units(11))), ([10, 10, 0, 0, 0], None));
    assert_eq!(waits.rows().iter().map(|row| row.lapsed).collect::<Vec<_>>(), [0, 10, 0, 0]);
    assert_eq!(waits.bindable(&receipt("po"), day(25)), 0);
    assert_eq!(broken_promises(&figures).unwrap(), []);
    // Without the window the promise holds what is there, and the receipt is left.
    figures.terms.backward_days = None;
    let holds = timeline(&figures);
    assert_eq!([0, 25, 30].map(|on| holds.promiseable(day(on))), [10, 10, 10]);
    figures.receipts.clear();
    assert_eq!(timeline(&figures).promiseable(day(0)), 0);
    figures.terms.backward_days = Some(7);
    assert_eq!(timeline(&figures).promiseable(day(0)), 10);
    let broken = broken_promises(&figures).unwrap();
    assert_eq!((broken[0].slack_units, broken[0].proposed), (Some(-10), None));
}

#[test]
fn a_late_promise_takes_from_later_supply_until_nobody_waits_for_it() {
    let receipts = [("late", 3, 6), ("too-late", 9, 8)];
    let mut figures = figures(2, &receipts, &[("old", 10, 5)]);
    assert_eq!(timeline(&figures).earliest(units(5)), None);
    figures.terms.forward_days = Some(2);
    let waited = timeline(&figures);
    let rows: Vec<_> = waited.rows().iter().map(|row| (row.at, row.given_up, row.promiseable)).collect();
    // On day 7 five of its ten units are given up, and all nine of day 8 are free.
    assert_eq!(rows, [(day(0), 0, 0), (day(5), 0, 0), (day(6), 0, 0), (day(7), 5, 0), (day(8), 0, 9)]);
    // A receipt on the last day still counts for it; one day less, and none does.
    figures.terms.forward_days = Some(3);
    assert_eq!(timeline(&figures).promiseable(day(8)), 4);
    figures.terms.forward_days = Some(0);
    assert_eq!([5, 6, 8].map(|on| timeline(&figures).promiseable(day(on))), [0, 3, 12]);
}

#[test]
fn units_bound_to_a_promise_count_for_nobody_else() {
    let mut figures = figures(0, &[("po", 10, 5)], &[]);
    figures.promises = vec![promised("pre", 6, 30, Some("po"))];
    let timeline = timeline(&figures);
    // Not even until day 30.
    assert_eq!((timeline.promiseable(day(5)), timeline.promiseable(day(29))), (4, 4));
    assert_eq!(
        (timeline.bindable(&receipt("po"), day(5)), timeline.bindable(&receipt("po"), day(4))),
        (4, 0)
    );
    assert_eq!(timeline.bindable(&receipt("none"), day(9)), 0);
    // Somebody counts on everybody's share: it cannot be bound.
    figures.promises.push(promised("any", 3, 40, None));
    assert_eq!(Timeline::new(&figures, None).unwrap().bindable(&receipt("po"), day(5)), 1);
}

#[test]
fn a_promise_bound_beyond_its_receipt_stands_with_everybody() {
    let mut figures = figures(0, &[("po", 10, 5)], &[]);
    figures.promises = vec![promised("a", 6, 6, Some("po")), promised("b", 6, 7, Some("po"))];
    let standings = standings(&figures).unwrap();
    let kept: Vec<_> = standings.iter().map(|standing| (standing.kept, standing.receipt.is_some())).collect();
    assert_eq!(kept, [(true, true), (false, false)]);
    assert_eq!(standings[1].slack_units, Some(-2));
}

#[test]
fn a_late_receipt_breaks_promises_and_offers_new_dates() {
    let mut figures = golden();
    assert_eq!(broken_promises(&figures).unwrap(), []);
    let spare = standings(&figures).unwrap();
    let spare: Vec<_> = spare.iter().map(|standing| (standing.slack_units, standing.slack_seconds)).collect();
    assert_eq!(spare, [(Some(2), Some(2 * DAY)), (Some(7), Some(DAY))]);
    figures.receipts[0].eta = day(9);
    let broken = broken_promises(&figures).unwrap();
    let [b] = &broken[..] else { panic!("{broken:?}") };
    assert_eq!((b.promise.as_str(), b.proposed, b.ready), ("b", Some(day(9)), Some(day(9))));
    assert_eq!((b.slack_units, b.slack_seconds), (Some(-13), Some(-3 * DAY)));
}

#[test]
fn a_short_receipt_breaks_what_it_cannot_serve_and_nothing_else() {
    let mut figures = golden();
    figures.promises.push(promised("c", 2, 7, None));
    figures.receipts[0].quantity = units(12);
    figures.receipts.push(supply("next", 20, 12));
    // 22 there by day 6: 8, then 15 do not fit; the 2 of day 7 still do.
    let broken = broken_promises(&figures).unwrap();
    let broken: Vec<_> = broken.iter().map(|b| (b.promise.as_str(), b.slack_units, b.proposed)).collect();
    assert_eq!(broken, [("b", Some(-1), Some(day(12)))]);
}

#[test]
fn offers_take_nothing_from_each_other_nor_from_kept_promises() {
    let receipts = [("p", 5, 10), ("q", 5, 20)];
    let figures = figures(0, &receipts, &[("a", 4, 1), ("b", 4, 2), ("c", 9, 3), ("kept", 2, 20)]);
    let broken = broken_promises(&figures).unwrap();
    let offers: Vec<_> = broken.iter().map(|b| (b.promise.as_str(), b.proposed)).collect();
    assert_eq!(offers, [("a", Some(day(10))), ("b", Some(day(20))), ("c", None)]);
}

#[test]
fn a_promise_bound_to_a_late_receipt_is_offered_stock_where_there_is_some() {
    let mut figures = figures(0, &[("po", 10, 9), ("other", 4, 7)], &[]);
    figures.promises = vec![promised("a", 4, 5, Some("po")), promised("b", 4, 6, Some("po"))];
    let broken = broken_promises(&figures).unwrap();
    let offers: Vec<_> = broken.iter().map(|b| (b.ready, b.proposed, b.slack_units)).collect();
    let late = Some(day(9));
    assert_eq!(offers, [(late, Some(day(7)), Some(6)), (late, late, Some(2))]);
    figures.free = 4;
    let broken = broken_promises(&figures).unwrap();
    assert_eq!(broken[0].proposed, Some(day(5)), "from stock, in time");
}

#[test]
fn units_that_are_short_may_come_from_another_node_or_a_supplier() {
    let mut asked = question(golden(), 10);
    asked.due = Some(day(5));
    asked.figures.terms.inbound_seconds = 3600;
    asked.figures.receipts[0].eta = day(5) - chrono::TimeDelta::hours(1);
    let transfer = |node: &str, figures| {
        let transit_seconds = u32::try_from(DAY).unwrap();
        PromiseSource::Transfer(TransferSource { node: NodeId::new(node).unwrap(), transit_seconds, figures })
    };
    let supplier = SupplierId::new("acme").unwrap();
    asked.sources = vec![
        PromiseSource::Purchase(PurchaseSource { supplier: supplier.clone(), lead_days: 4 }),
        transfer("rome", figures(3, &[], &[])),
        transfer("empty", figures(2, &[], &[])),
        transfer("kept", figures(9, &[("t", 3, 1)], &[("own", 9, 0)])),
    ];
    let answer = promise(&asked).unwrap();
    assert_eq!(answer.in_time, Some(false));
    // Three are short of ten; a node keeps its own promises.
    let hour = chrono::TimeDelta::hours(1);
    let option = |node: Option<&str>, supplier: Option<&SupplierId>, at: i64| PromiseOption {
        node: node.map(|node| NodeId::new(node).unwrap()),
        supplier: supplier.cloned(),
        quantity: units(3),
        at: day(at) + hour,
    };
    let expected =
        [option(Some("rome"), None, 1), option(Some("kept"), None, 2), option(None, Some(&supplier), 4)];
    assert_eq!(answer.options, expected);
    asked.quantity = units(7);
    assert_eq!(promise(&asked).unwrap().options, []);
}

#[test]
fn several_nodes_serve_together_soonest_first() {
    let node = |name: &str, figures: PromiseFigures| (NodeId::new(name).unwrap(), timeline(&figures));
    let nodes = [
        node("rome", figures(2, &[("r", 9, 4)], &[])),
        node("berlin", figures(3, &[("b", 5, 4)], &[("promised", 2, 9)])),
    ];
    let split = promise_across(&nodes, units(12));
    let parts: Vec<_> =
        split.parts.iter().map(|part| (part.node.as_str(), part.at, part.quantity.units())).collect();
    // Berlin's promise of 2 on day 9 leaves it 3 today all the same: 5 more come on day 4.
    assert_eq!(
        parts,
        [("berlin", day(0), 3), ("rome", day(0), 2), ("berlin", day(4), 3), ("rome", day(4), 4)]
    );
    assert_eq!((split.earliest, split.missing), (Some(day(4)), units(0)));
    let most = promise_across(&nodes, units(99));
    assert_eq!((most.earliest, most.missing), (None, units(82)));
}

#[test]
fn figures_that_make_no_sense_are_refused_with_every_problem() {
    let mut asked = question(golden(), 0);
    asked.figures.free = i64::MIN;
    asked.figures.receipts.push(supply("po", 1, 1));
    asked.figures.promises.push(promised("a", 1, 1, None));
    asked.figures.terms.withheld.planned_per_mille = 1001;
    let Err(PromiseError::Invalid(problems)) = promise(&asked) else { panic!("refused") };
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| &*problem.path).collect();
    let expected = [
        "/quantity",
        "/figures/terms/withheld/plannedPerMille",
        "/figures/free",
        "/figures/receipts/1/receipt",
        "/figures/promises/2/id",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn dates_beyond_the_calendar_are_never_reached() {
    let mut figures = figures(0, &[("po", 5, 2)], &[("far", 1, 1)]);
    figures.receipts[0].eta = Instant::MAX_UTC;
    figures.terms.buffer_seconds = u32::MAX;
    figures.promises[0].due = Instant::MAX_UTC;
    figures.terms.lead_days = Some(u16::MAX);
    figures.now = Instant::MAX_UTC;
    let timeline = timeline(&figures);
    assert_eq!((timeline.earliest(units(1)), timeline.unlimited_from()), (None, None));
    assert_eq!(broken_promises(&figures).unwrap()[0].proposed, None);
}

mod laws;
mod spread;

use super::*;
use crate::catalog::CostingMethod;
use crate::value::{Currency, Instant, LotId, Money, NodeId, SkuId, Text};

const METHODS: [CostingMethod; 5] = [
    CostingMethod::Fifo,
    CostingMethod::MovingAverage,
    CostingMethod::PeriodicAverage,
    CostingMethod::Standard,
    CostingMethod::Specific,
];

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

fn lot(id: &str) -> LotId {
    LotId::new(id).unwrap()
}

fn opening(method: CostingMethod, units: i64, unit_cost: Option<i64>) -> CostOpening {
    CostOpening {
        sku: SkuId::new("mug").unwrap(),
        node: NodeId::new("berlin").unwrap(),
        method,
        currency: Currency::EUR,
        units,
        unit_cost: unit_cost.map(eur),
    }
}

/// A book with nothing in it; the standard cost is 5.00 where there is one.
fn book(method: CostingMethod) -> CostBook {
    let event = CostBook::open(&opening(method, 0, Some(500)), at(0)).unwrap();
    CostBook::evolve(None, &event).unwrap()
}

fn entry(kind: CostEntryKind, units: u32, cost: Option<i64>, reference: &str) -> CostEntry {
    let cost = cost.map(eur);
    CostEntry { kind, units: units.into(), cost, origin: vec![], reference: text(reference), lot: None }
}

fn buy(units: u32, cost: i64, receipt: &str) -> CostCommand {
    CostCommand::Enter(entry(CostEntryKind::Purchased, units, Some(cost), receipt))
}

fn sell(units: u32) -> CostCommand {
    CostCommand::Issue(CostIssue {
        kind: CostIssueKind::Sold,
        units: units.into(),
        lot: None,
        reference: text("s"),
    })
}

fn land(receipt: &str, received: i64, amount: i64) -> CostCommand {
    CostCommand::Land(CostLanding { receipt: text(receipt), received, amount: eur(amount) })
}

fn take_back(units: u32, origin: Vec<CostDraw>) -> CostCommand {
    CostCommand::Enter(CostEntry { origin, ..entry(CostEntryKind::Returned, units, None, "r") })
}

impl CostBook {
    /// Decides and folds.
    fn then(&mut self, command: &CostCommand) -> CostEvent {
        let event = self.decide(command, at(9)).unwrap();
        *self = Self::evolve(Some(self.clone()), &event).unwrap();
        assert!(self.is_sound(), "{command:?} leaves {self:?}");
        event
    }

    fn buys(&mut self, units: u32, cost: i64, receipt: &str) -> CostEntered {
        let CostEvent::Entered(entered) = self.then(&buy(units, cost, receipt)) else { panic!("units came") };
        entered
    }

    fn sells(&mut self, units: u32) -> CostIssued {
        let CostEvent::Issued(issued) = self.then(&sell(units)) else { panic!("units left") };
        issued
    }
}

fn drawn(issued: &CostIssued) -> Vec<(Option<u64>, i64, i64)> {
    issued.draws.iter().map(|draw| (draw.layer, draw.units, draw.cost.minor())).collect()
}

#[test]
fn golden_vector_13_ten_at_5_and_five_at_6_50_are_5_50_each() {
    let mut book = book(CostingMethod::MovingAverage);
    book.buys(10, 5000, "a");
    book.buys(5, 3250, "b");
    assert_eq!(book.average(), Some(CostRate { amount: eur(8250), units: 15 }));
    assert_eq!(book.sells(1).cost, eur(550));
}

#[test]
fn fifo_takes_the_oldest_layer_first_and_splits_it() {
    let mut book = book(CostingMethod::Fifo);
    book.buys(10, 5000, "a");
    book.buys(5, 3250, "b");
    let issued = book.sells(12);
    assert_eq!((issued.cost, drawn(&issued)), (eur(6300), vec![(Some(1), 10, 5000), (Some(2), 2, 1300)]));
    assert_eq!(issued.draws[1].receipt, text("b"));
    assert_eq!((book.units, book.value, book.layers.len()), (3, eur(1950), 1));
}

#[test]
fn a_unit_cost_of_a_third_of_a_cent_loses_nothing() {
    for method in [CostingMethod::Fifo, CostingMethod::MovingAverage] {
        let mut book = book(method);
        book.buys(3000, 1000, "screws");
        let cost: i64 = (0..1000).map(|_| book.sells(3).cost.minor()).sum();
        assert_eq!((cost, book.units, book.value), (1000, 0, eur(0)));
    }
}

#[test]
fn specific_takes_the_lot_named_and_refuses_more_than_it_has() {
    let mut book = book(CostingMethod::Specific);
    for (serial, cost) in [("sn-1", 700), ("sn-2", 900)] {
        let entry = entry(CostEntryKind::Purchased, 1, Some(cost), "r");
        book.then(&CostCommand::Enter(CostEntry { lot: Some(lot(serial)), ..entry }));
    }
    let sell = |units, serial: Option<&str>| {
        let lot = serial.map(lot);
        CostCommand::Issue(CostIssue { kind: CostIssueKind::Sold, units, lot, reference: text("s") })
    };
    let refused = book.decide(&sell(2, Some("sn-2")), at(1)).unwrap_err();
    assert_eq!(refused.code(), "cost.lot_short");
    let CostEvent::Issued(issued) = book.then(&sell(1, Some("sn-2"))) else { panic!("units left") };
    assert_eq!((issued.cost, issued.draws[0].lot.clone()), (eur(900), Some(lot("sn-2"))));
    let CostEvent::Issued(issued) = book.then(&sell(1, None)) else { panic!("units left") };
    assert_eq!(issued.cost, eur(700));
}

#[test]
fn a_standard_cost_sends_what_purchases_differ_to_variance() {
    let mut book = book(CostingMethod::Standard);
    assert_eq!(book.buys(10, 5200, "a").variance.unwrap().amount, eur(200));
    assert_eq!((book.value, book.variances.purchase_price), (eur(5000), eur(200)));
    assert_eq!(book.sells(4).cost, eur(2000));
    let standard = CostRate { amount: eur(1100), units: 2 };
    book.then(&CostCommand::SetStandard(standard));
    assert_eq!((book.value, book.variances.revaluation), (eur(3300), eur(-300)));
    // A late bill changes no standard.
    book.then(&land("a", 10, 70));
    assert_eq!((book.value, book.variances.late_cost), (eur(3300), eur(70)));
}

#[test]
fn a_periodic_average_is_trued_up_when_the_period_is_closed() {
    let mut book = book(CostingMethod::PeriodicAverage);
    book.buys(10, 5000, "a");
    assert_eq!(book.sells(5).cost, eur(2500));
    book.buys(10, 8000, "b");
    // 20 units cost 130.00, so the 5 sold should have cost 32.50.
    let CostEvent::PeriodClosed(closed) = book.then(&CostCommand::ClosePeriod) else { panic!("closed") };
    assert_eq!(closed.average, Some(CostRate { amount: eur(13_000), units: 20 }));
    assert_eq!((closed.variance, book.value, book.variances.period), (eur(750), eur(9750), eur(750)));
    assert_eq!(book.sells(1).cost, eur(650));
    // Closed again, nothing is left to true up.
    let CostEvent::PeriodClosed(closed) = book.then(&CostCommand::ClosePeriod) else { panic!("closed") };
    assert_eq!(closed.variance, eur(0));
    let other = super::tests::book(CostingMethod::Fifo).decide(&CostCommand::ClosePeriod, at(100));
    assert_eq!(other.unwrap_err().code(), "cost.wrong_method");
}

#[test]
fn a_late_bill_goes_to_what_is_left_and_the_rest_to_variance() {
    let mut book = book(CostingMethod::Fifo);
    book.buys(10, 5000, "a");
    book.buys(10, 6000, "b");
    book.sells(4);
    let CostEvent::Landed(landed) = book.then(&land("a", 10, 101)) else { panic!("landed") };
    // 6 of 10 units are there: 60.6 cents of the bill.
    assert_eq!(landed.shares, [CostShare { layer: 1, amount: eur(61) }]);
    assert_eq!((landed.covered, landed.variance, book.variances.late_cost), (6, eur(40), eur(40)));
    assert_eq!((book.value, book.layers[0].pool.left_value()), (eur(9061), eur(3061)));
    book.sells(6);
    let CostEvent::Landed(landed) = book.then(&land("a", 10, 50)) else { panic!("landed") };
    assert_eq!((landed.shares.len(), landed.variance), (0, eur(50)));
}

#[test]
fn a_late_bill_under_an_average_counts_what_is_there_as_the_receipts() {
    let mut book = book(CostingMethod::MovingAverage);
    book.buys(10, 5000, "a");
    book.buys(10, 6000, "b");
    book.sells(12);
    book.then(&land("b", 10, 100));
    assert_eq!((book.value, book.variances.late_cost), (eur(4480), eur(20)));
    book.then(&land("b", 4, 100));
    assert_eq!((book.value, book.variances.late_cost), (eur(4580), eur(20)));
}

#[test]
fn a_credit_note_takes_no_layer_below_nothing() {
    let mut book = book(CostingMethod::Fifo);
    book.buys(10, 100, "a");
    book.then(&land("a", 10, -150));
    assert_eq!((book.value, book.variances.late_cost, book.totals.landed), (eur(0), eur(-50), eur(-150)));
}

#[test]
fn a_return_restores_its_layer_and_its_place_in_the_queue() {
    let mut book = book(CostingMethod::Fifo);
    book.buys(3, 1000, "a");
    book.buys(3, 1800, "b");
    let issued = book.sells(4);
    assert_eq!(issued.cost, eur(1600));
    book.then(&take_back(2, slice_draws(&issued.draws, 0, 2)));
    assert_eq!((book.layers[0].number, &book.layers[0].receipt), (1, &text("a")));
    book.then(&take_back(2, slice_draws(&issued.draws, 2, 4)));
    assert_eq!((book.value, book.totals.returned), (eur(2800), eur(1600)));
    assert_eq!(drawn(&book.sells(4)), [(Some(1), 3, 1000), (Some(2), 1, 600)]);
}

#[test]
fn a_return_of_unknown_origin_comes_back_at_the_average_or_the_last_cost() {
    let mut book = book(CostingMethod::Fifo);
    book.buys(1, 400, "a");
    book.buys(1, 600, "b");
    let CostEvent::Entered(entered) = book.then(&take_back(1, vec![])) else { panic!("came") };
    assert_eq!((entered.cost, entered.basis), (eur(500), CostBasis::Average));
    book.sells(3);
    let CostEvent::Entered(entered) = book.then(&take_back(2, vec![])) else { panic!("came") };
    assert_eq!((entered.cost, entered.basis), (eur(1200), CostBasis::Last));
}

#[test]
fn units_that_leave_before_they_came_cost_the_last_and_are_trued_up() {
    for method in [CostingMethod::Fifo, CostingMethod::MovingAverage] {
        let mut book = book(method);
        book.buys(2, 1000, "a");
        let issued = book.sells(5);
        assert_eq!((issued.cost, issued.draws[1].basis), (eur(2500), CostBasis::Last));
        assert_eq!((book.units, book.value, book.short_units()), (-3, eur(-1500), 3));
        let entered = book.buys(4, 2400, "b");
        let covered = CostCovered { units: 3, issued_at: eur(1500), cost: eur(1800) };
        assert_eq!(entered.covered, Some(covered));
        assert_eq!(entered.variance.map(|variance| variance.account), Some(CostVarianceAccount::TrueUp));
        assert_eq!((book.variances.true_up, book.value, book.units), (eur(300), eur(600), 1));
    }
}

#[test]
fn a_transfer_carries_its_layers_and_their_age_along() {
    let mut from = book(CostingMethod::Fifo);
    from.buys(2, 1000, "a");
    from.buys(2, 1400, "b");
    let leave = CostIssue { kind: CostIssueKind::Transferred, units: 3, lot: None, reference: text("t-1") };
    let CostEvent::Issued(issued) = from.then(&CostCommand::Issue(leave)) else { panic!("left") };
    let mut to = book(CostingMethod::Fifo);
    to.buys(1, 900, "c");
    let arrive =
        CostEntry { origin: issued.draws.clone(), ..entry(CostEntryKind::Transferred, 3, None, "t-1") };
    to.then(&CostCommand::Enter(arrive));
    assert_eq!(from.totals.transferred_out, to.totals.transferred_in);
    let layers: Vec<_> = to.layers.iter().map(|layer| (layer.number, layer.receipt.as_str())).collect();
    assert_eq!(layers, [(1, "c"), (2, "a"), (3, "b")]);
}

#[test]
fn a_change_of_method_keeps_the_value() {
    let mut book = book(CostingMethod::Fifo);
    book.buys(2, 1000, "a");
    book.buys(2, 1401, "b");
    let standard = CostRate { amount: eur(500), units: 1 };
    for method in [CostingMethod::MovingAverage, CostingMethod::Specific, CostingMethod::PeriodicAverage] {
        book.then(&CostCommand::ChangeMethod(method, None));
        assert_eq!((book.value, book.units, book.layers.len()), (eur(2401), 4, 1));
    }
    let refused = book.decide(&CostCommand::ChangeMethod(CostingMethod::Standard, None), at(1));
    assert_eq!(refused.unwrap_err().code(), "cost.no_standard");
    book.then(&CostCommand::ChangeMethod(CostingMethod::Standard, Some(standard)));
    assert_eq!((book.value, book.variances.revaluation), (eur(2000), eur(401)));
    book.sells(6);
    book.then(&CostCommand::ChangeMethod(CostingMethod::Fifo, None));
    assert_eq!((book.short_units(), book.value), (2, eur(-1000)));
    let refused = book.decide(&CostCommand::ChangeMethod(CostingMethod::PeriodicAverage, None), at(1));
    assert_eq!(refused.unwrap_err().code(), "cost.short");
}

#[test]
fn an_opening_values_what_is_there_already() {
    let open = |method, units, cost| CostBook::open(&opening(method, units, cost), at(0));
    let opened = CostBook::evolve(None, &open(CostingMethod::Fifo, 7, Some(300)).unwrap()).unwrap();
    assert_eq!((opened.units, opened.value, opened.layers.len()), (7, eur(2100), 1));
    assert!(opened.is_sound());
    let unknown = CostBook::evolve(None, &open(CostingMethod::Fifo, 7, None).unwrap()).unwrap();
    assert_eq!((unknown.value, unknown.last), (eur(0), None));
    assert_eq!(open(CostingMethod::Standard, 7, None).unwrap_err().code(), "cost.no_standard");
    assert_eq!(open(CostingMethod::Fifo, -1, Some(-1)).unwrap_err().code(), "cost.invalid");
    assert_eq!(open(CostingMethod::Fifo, i64::MAX, Some(1)).unwrap_err().code(), "cost.out_of_range");
}

#[test]
fn every_offender_is_named() {
    let book = book(CostingMethod::Fifo);
    let usd = Money::from_minor(-5, Currency::USD);
    let wrong = CostEntry { cost: Some(usd), ..entry(CostEntryKind::Purchased, 0, None, "r") };
    let Err(CostError::Invalid(problems)) = book.decide(&CostCommand::Enter(wrong), at(1)) else { panic!() };
    let codes: Vec<_> = problems.as_slice().iter().map(|problem| &*problem.code).collect();
    assert_eq!(codes, ["input.out_of_range", "money.currency_mismatch", "input.out_of_range"]);
    let landing = CostLanding { receipt: text("r"), received: 0, amount: usd };
    let Err(CostError::Invalid(problems)) = book.decide(&CostCommand::Land(landing), at(1)) else { panic!() };
    assert_eq!(problems.as_slice().len(), 2);
    assert!(matches!(book.decide(&sell(0), at(1)), Err(CostError::Invalid(_))));
}

#[test]
fn figures_beyond_their_range_are_refused_and_not_wrong() {
    for method in METHODS {
        let mut book = book(method);
        for cost in [i64::MAX, 1_000_000_000_000_000_001] {
            assert_eq!(book.decide(&buy(1, cost, "a"), at(1)).unwrap_err().code(), "cost.out_of_range");
        }
        book.buys(1, 600_000_000_000_000_000, "a");
        let second = book.decide(&buy(1, 600_000_000_000_000_000, "b"), at(1));
        assert_eq!(second.unwrap_err().code(), "cost.out_of_range");
    }
}

//! Figures computed by hand. Order a is 30.00 − 1.00 + 10.00 − 2.00 = 37.00 net, tax 1.00, carriage 4.00: due 42.00.

use super::world::{ask, at, draft, eur, id, pay, place, ship, world};
use crate::order::PaymentKind;
use crate::report::{
    DistinctMeasure, DurationMeasure, DurationStatistic, Facts, LateMeasure, PromiseBy,
    ReportAttribute as Attribute, ReportDate as Date, ReportDimension as By, ReportError,
    ReportFigure as Figure, ReportMeasure as Measure, ReportOver as Over, ReportQuery, report,
};

fn figures(over: Over, by: &[Attribute], figures: &[Figure]) -> ReportQuery {
    let query = by.iter().fold(ReportQuery::new(over), |query, by| query.by(By::attribute(*by)));
    figures.iter().fold(query, |query, figure| query.measure(Measure::figure(*figure)))
}

#[test]
fn an_order_is_worth_its_lines_less_discounts_plus_tax_and_carriage() {
    use Figure::{Discounts, Due, GrossSales, NetSales, OrderedValue, Paid, ShippingCharged, Tax};
    let query = figures(
        Over::Orders,
        &[Attribute::Order, Attribute::OrderStatus],
        &[OrderedValue, GrossSales, Discounts, NetSales, Tax, ShippingCharged, Due, Paid],
    );
    let rows = ask(&world(), &query);
    assert_eq!(
        rows[0],
        "a|delivered|EUR|40.00 EUR|40.00 EUR|3.00 EUR|37.00 EUR|1.00 EUR|4.00 EUR|42.00 EUR|42.00 EUR"
    );
    // Order b: of line 1, worth 27.51, two of three units are wanted: 18.34; line 2 stays 9.49, tax 1.00.
    assert_eq!(
        rows[1],
        "b|part_allocated|EUR|40.00 EUR|30.00 EUR|2.17 EUR|27.83 EUR|1.00 EUR|4.00 EUR|32.83 EUR|35.00 EUR"
    );
    assert_eq!(
        rows[2],
        "c|cancelled|EUR|40.00 EUR|0.00 EUR|0.00 EUR|0.00 EUR|0.00 EUR|0.00 EUR|0.00 EUR|0.00 EUR"
    );
}

#[test]
fn profit_is_net_sales_of_shipped_units_less_their_cost_and_freight() {
    use Figure::{CostOfGoods, Freight, GrossMargin, GrossProfit, UnitsShipped};
    let all = [UnitsShipped, CostOfGoods, Freight, GrossProfit, GrossMargin];
    // 37.00 − (3 × 4.00 + 2 × 2.00) − (5.00 + 7.00) = 9.00; 9 ÷ 37 = 0.243243.
    let rows = ask(&world(), &figures(Over::Orders, &[], &all));
    assert_eq!(rows, ["EUR|5|16.00 EUR|12.00 EUR|9.00 EUR|0.243243"]);
    assert_eq!(ask(&world(), &figures(Over::Lines, &[], &all)), rows);
}

#[test]
fn freight_falls_on_lines_by_units_with_the_largest_remainder() {
    // a-2 carries one apple and two pears for 7.00: 2.33 and 4.67; apples also bear the 5.00 of a-1.
    let rows = ask(&world(), &figures(Over::Lines, &[Attribute::Sku], &[Figure::Freight]));
    assert_eq!(rows, ["apple|EUR|7.33 EUR", "pear|EUR|4.67 EUR"]);
}

#[test]
fn a_line_from_several_nodes_is_divided_among_them_and_nothing_is_lost() {
    use Figure::{
        CostOfGoods, Freight, Lines, NetSales, Orders, UnitsCancelled, UnitsDelivered, UnitsOrdered,
    };
    let all = [Orders, Lines, UnitsOrdered, UnitsCancelled, UnitsDelivered, NetSales, CostOfGoods, Freight];
    let rows = ask(&world(), &figures(Over::Lines, &[Attribute::Node], &all));
    // Of a's apples, worth 27.51, two of three are north's: 18.34. Of b's, worth 18.34, one of two: 9.17.
    assert_eq!(
        rows,
        [
            "|EUR|2|4|9|6|0|18.66 EUR|0.00 EUR|0.00 EUR",
            "north|EUR|2|2|3|0|2|27.51 EUR|8.00 EUR|5.00 EUR",
            "south|EUR|1|2|3|0|3|18.66 EUR|8.00 EUR|7.00 EUR",
        ]
    );
    let whole =
        ask(&world(), &figures(Over::Lines, &[], &[UnitsOrdered, UnitsCancelled, UnitsDelivered, NetSales]));
    assert_eq!(whole, ["EUR|15|6|5|64.83 EUR"]);
}

#[test]
fn rates_are_sums_over_sums() {
    use Figure::{AverageOrderValue, CancelRate, SplitRate, UnitsPerOrder};
    let rows = ask(
        &world(),
        &figures(Over::Orders, &[], &[AverageOrderValue, CancelRate, SplitRate, UnitsPerOrder]),
    );
    // (37.00 + 27.83) ÷ 2, 1 ÷ 3, 1 ÷ 1, (5 + 4) ÷ 2.
    assert_eq!(rows, ["EUR|32.415000|0.333333|1.000000|4.500000"]);
}

#[test]
fn a_delivery_is_late_by_the_carriers_time_whenever_it_was_recorded() {
    let late = |by, offset_minutes| Measure::Late(LateMeasure { by, offset_minutes });
    // Promised for March 5, 00:00 UTC, delivered nine hours later; an hour west of UTC that is the day after the
    // promise.
    let query = ReportQuery::new(Over::Orders)
        .measure(Measure::figure(Figure::Delivered))
        .measure(late(PromiseBy::Instant, 0))
        .measure(late(PromiseBy::CalendarDay, 0))
        .measure(Measure::on_time_rate(PromiseBy::Instant));
    assert_eq!(ask(&world(), &query), ["1|1|0|0.000000"]);
    let shipments = ReportQuery::new(Over::Shipments)
        .measure(late(PromiseBy::Instant, 0))
        .measure(Measure::on_time_rate(PromiseBy::CalendarDay));
    assert_eq!(ask(&world(), &shipments), ["1|1.000000"]);
    let west = ReportQuery::new(Over::Shipments).measure(late(PromiseBy::CalendarDay, -60));
    assert_eq!(ask(&world(), &west), ["1"]);
}

#[test]
fn durations_are_whole_seconds_between_two_instants() {
    let of = |statistic, percent| {
        Measure::Duration(DurationMeasure { from: Date::Shipped, to: Date::Delivered, statistic, percent })
    };
    let query = ReportQuery::new(Over::Shipments)
        .measure(of(DurationStatistic::Count, None))
        .measure(of(DurationStatistic::Sum, None))
        .measure(of(DurationStatistic::Mean, None))
        .measure(of(DurationStatistic::Percentile, Some(50)))
        .measure(of(DurationStatistic::Percentile, Some(51)));
    // 48 h and 49 h.
    assert_eq!(ask(&world(), &query), ["2|349200|174600.000000|172800|176400"]);
    let paid = DurationMeasure {
        from: Date::Placed,
        to: Date::Paid,
        statistic: DurationStatistic::Max,
        percent: None,
    };
    let query =
        ReportQuery::new(Over::Orders).by(By::attribute(Attribute::Order)).measure(Measure::Duration(paid));
    assert_eq!(ask(&world(), &query), ["a|3600", "b|2400", "c|"]);
}

#[test]
fn a_refund_that_leaves_too_little_unpays_an_order() {
    let mut facts = world();
    pay(&mut facts, "a", "a3", PaymentKind::Refunded, 1, "2026-03-09T00:00:00Z");
    let count = DurationMeasure {
        from: Date::Placed,
        to: Date::Paid,
        statistic: DurationStatistic::Count,
        percent: None,
    };
    let query = ReportQuery::new(Over::Orders).measure(Measure::Duration(count));
    assert_eq!(ask(&facts, &query), ["1"]);
    let query =
        figures(Over::Payments, &[Attribute::PaymentKind], &[Figure::Payments, Figure::Orders, Figure::Paid]);
    assert_eq!(ask(&facts, &query), ["captured|EUR|3|2|82.00 EUR", "refunded|EUR|2|2|-5.01 EUR"]);
}

#[test]
fn shipments_are_reported_by_carrier_and_node() {
    use Figure::{Delivered, DistanceMetres, Freight, Orders, Shipments, UnitsShipped};
    let all = [Orders, Shipments, UnitsShipped, Delivered, DistanceMetres, Freight];
    let rows = ask(&world(), &figures(Over::Shipments, &[Attribute::Carrier, Attribute::Service], &all));
    assert_eq!(rows, ["post|ground|EUR|1|2|5|2|3000|12.00 EUR"]);
}

#[test]
fn sums_of_custom_fields_are_exact_and_distinct_values_are_counted_once() {
    let sum = Measure::sum_field(id("weight"));
    let distinct = |dimension| Measure::Distinct(DistinctMeasure { dimension });
    let query = ReportQuery::new(Over::Lines)
        .by(By::attribute(Attribute::Category))
        .measure(sum)
        .measure(distinct(By::attribute(Attribute::Customer)))
        .measure(distinct(By::line_field(id("shade"))));
    assert_eq!(ask(&world(), &query), ["|0.615|2|1", "fruit|0.3|2|1"]);
    let query = ReportQuery::new(Over::Orders)
        .by(By::distinct_line_field(id("shade")))
        .measure(Measure::sum_field(id("lucky")));
    assert_eq!(ask(&world(), &query), ["2|21"]);
}

#[test]
fn currencies_stand_in_rows_of_their_own() {
    let mut facts = world();
    let mut yen = draft("y", "web", "yui", "2026-03-01T10:00:00Z");
    let json = serde_json::to_string(&yen).unwrap().replace("EUR", "JPY").replace(".00\"", "\"");
    yen = serde_json::from_str(&json).unwrap();
    place(&mut facts, "y", &yen);
    let rows = ask(&facts, &figures(Over::Orders, &[], &[Figure::NetSales, Figure::AverageOrderValue]));
    assert_eq!(rows, ["EUR|64.83 EUR|32.415000", "JPY|37 JPY|37.000000"]);
}

#[test]
fn freight_in_another_currency_never_adds_to_the_orders_money() {
    let mut facts = world();
    let freight = crate::value::Money::from_minor(900, crate::value::Currency::USD);
    ship(&mut facts, "b", "b-1", "north", freight, &[("1", "apple", 1, 400)], "2026-04-03T08:00:00Z");
    let by_shipment = ask(&facts, &figures(Over::Shipments, &[], &[Figure::Freight]));
    assert_eq!(by_shipment, ["EUR|12.00 EUR", "USD|9.00 USD"]);
    let refused = report(&facts, &figures(Over::Lines, &[], &[Figure::GrossProfit]));
    assert_eq!(refused, Err(ReportError::ForeignFreight { order: "b".to_owned() }));
    assert!(report(&facts, &figures(Over::Lines, &[], &[Figure::NetSales])).is_ok());
}

#[test]
fn a_shipment_may_be_known_before_its_order_and_a_sku_after_it() {
    let mut facts = Facts::new();
    ship(&mut facts, "a", "a-1", "north", eur(500), &[("1", "apple", 2, 400)], "2026-03-02T08:00:00Z");
    assert_eq!(facts.counts().orders, 0);
    place(&mut facts, "a", &draft("a", "web", "ann", "2026-03-01T10:00:00Z"));
    let rows =
        ask(&facts, &figures(Over::Orders, &[], &[Figure::Shipments, Figure::CostOfGoods, Figure::Freight]));
    assert_eq!(rows, ["EUR|1|8.00 EUR|5.00 EUR"]);
    assert_eq!(at("2026-03-02T08:00:00Z").timestamp(), 1_772_438_400);
}

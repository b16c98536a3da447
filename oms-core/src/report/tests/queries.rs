//! Dimensions, filters, sorting, the wire form, and what is wrong with queries.

use super::world::{ask, id, world};
use crate::report::{
    ReportAttribute as Attribute, ReportDate as Date, ReportDimension as By, ReportError,
    ReportFigure as Figure, ReportFilter, ReportGrain as Grain, ReportMeasure as Measure, ReportOver as Over,
    ReportQuery, ReportTable, TimeDimension, TimeFilter, ValuesFilter, report,
};
use crate::value::Text;

fn orders() -> ReportQuery {
    ReportQuery::new(Over::Orders).measure(Measure::figure(Figure::Orders))
}

#[test]
fn time_is_cut_by_the_clock_on_the_wall() {
    let by = |grain, offset_minutes| {
        ask(&world(), &orders().by(By::Time(TimeDimension { date: Date::Placed, grain, offset_minutes })))
    };
    assert_eq!(by(Grain::Day, 0), ["2026-03-01|1", "2026-03-31|1", "2026-04-01|1"]);
    assert_eq!(by(Grain::Day, 60), ["2026-03-01|1", "2026-04-01|2"]);
    assert_eq!(by(Grain::Hour, 0), ["2026-03-01T10|1", "2026-03-31T23|1", "2026-04-01T10|1"]);
    // March 1, 2026 is a Sunday: week 9, which began on February 23.
    assert_eq!(by(Grain::Week, 0), ["2026-W09|1", "2026-W14|2"]);
    assert_eq!(by(Grain::Month, 0), ["2026-03|2", "2026-04|1"]);
    assert_eq!(by(Grain::Month, 60), ["2026-03|1", "2026-04|2"]);
    assert_eq!(by(Grain::Year, 0), ["2026|3"]);
}

#[test]
fn iso_weeks_at_the_turn_of_the_year_belong_to_the_year_of_their_thursday() {
    let mut facts = crate::report::Facts::new();
    for (order, placed_at) in
        [("x", "2021-01-03T12:00:00Z"), ("y", "2024-12-30T12:00:00Z"), ("z", "1969-12-31T12:00:00Z")]
    {
        super::world::place(&mut facts, order, &super::world::draft(order, "web", "ann", placed_at));
    }
    let query = orders().by(By::time(Date::Placed, Grain::Week));
    assert_eq!(ask(&facts, &query), ["1970-W01|1", "2020-W53|1", "2025-W01|1"]);
}

#[test]
fn filters_keep_leave_out_and_cut_a_half_open_span() {
    let list = |values: &[&str], or_nothing, exclude| {
        ReportFilter::Values(ValuesFilter {
            dimension: By::time(Date::Shipped, Grain::Month),
            values: values.iter().map(|value| Text::new(value).unwrap()).collect(),
            or_nothing,
            exclude,
        })
    };
    let by_order = || orders().by(By::attribute(Attribute::Order));
    let kept = |filter| ask(&world(), &by_order().filter(filter));
    assert_eq!(kept(list(&["2026-03"], false, false)), ["a|1"]);
    assert_eq!(kept(list(&["2026-03"], true, false)), ["a|1", "b|1", "c|1"]);
    assert_eq!(kept(list(&["2026-03"], false, true)), ["b|1", "c|1"]);
    assert_eq!(kept(list(&[], true, true)), ["a|1"]);
    let span = |from: &str, until: &str| {
        ReportFilter::During(TimeFilter {
            date: Date::Placed,
            from: Some(from.parse().unwrap()),
            until: Some(until.parse().unwrap()),
        })
    };
    assert_eq!(kept(span("2026-03-01T10:00:00Z", "2026-03-31T23:30:00Z")), ["a|1"]);
    assert_eq!(kept(span("2026-03-01T10:00:01Z", "2026-04-01T10:00:00Z")), ["b|1"]);
}

#[test]
fn rows_are_sorted_as_asked_and_ties_by_the_dimensions() {
    let query = orders().by(By::attribute(Attribute::Channel)).by(By::attribute(Attribute::Order));
    assert_eq!(ask(&world(), &query), ["shop|b|1", "web|a|1", "web|c|1"]);
    let query = query.sorted("channel", true);
    assert_eq!(ask(&world(), &query), ["web|a|1", "web|c|1", "shop|b|1"]);
    assert_eq!(ask(&world(), &query.limited(1)), ["web|a|1"]);
}

#[test]
fn a_query_and_its_answer_survive_the_wire() {
    let json = r#"{"over":"orders","dimensions":[{"type":"attribute","attribute":"channel"},
        {"type":"time","date":"placed","grain":"month","offsetMinutes":60},{"type":"order_field","field":"lucky"}],
        "measures":[{"type":"figure","figure":"net_sales"},{"type":"figure","figure":"average_order_value"},
        {"type":"late","by":"instant"}],"sort":[{"column":"net_sales","descending":true}],"limit":1}"#;
    let query: ReportQuery = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::from_str::<ReportQuery>(&serde_json::to_string(&query).unwrap()).unwrap(), query);
    let table = report(&world(), &query).unwrap();
    let written = serde_json::to_string(&table).unwrap();
    assert_eq!(serde_json::from_str::<ReportTable>(&written).unwrap(), table);
    let cells = [
        r#"{"type":"text","value":"web"}"#,
        r#"{"type":"text","value":"2026-03"}"#,
        r#"{"type":"integer","value":7}"#,
        r#"{"type":"text","value":"EUR"}"#,
        r#"{"type":"money","value":{"amount":"37.00","currency":"EUR"}}"#,
        r#"{"type":"ratio","num":"37.00","den":"1","value":"37.000000"}"#,
    ];
    assert!(written.contains(&format!("[{}", cells.join(","))), "{written}");
    for wrong in [
        r#"{"over":"orders","measures":[{"type":"figure","figure":"orders","extra":1}]}"#,
        r#"{"over":"moons","measures":[]}"#,
        r#"{"over":"orders","measures":[{"type":"figure","figure":"karma"}]}"#,
    ] {
        assert!(serde_json::from_str::<ReportQuery>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn all_that_is_wrong_with_a_query_is_said_at_once() {
    let json = r#"{"over":"payments","dimensions":[{"type":"attribute","attribute":"sku"},
        {"type":"time","date":"paid","grain":"day","offsetMinutes":2000},{"type":"line_field","field":"x"},
        {"type":"attribute","attribute":"channel"},{"type":"attribute","attribute":"channel"}],
        "measures":[{"type":"figure","figure":"net_sales"},{"type":"figure","figure":"paid"},
        {"type":"distinct","dimension":{"type":"attribute","attribute":"carrier"}},{"type":"sum_field","field":"x"},
        {"type":"duration","from":"placed","to":"paid","statistic":"percentile"}],
        "filters":[{"type":"values","dimension":{"type":"attribute","attribute":"node"},"values":[]},
        {"type":"during","date":"placed","from":"2026-01-02T00:00:00Z","until":"2026-01-01T00:00:00Z"}],
        "sort":[{"column":"moon"}]}"#;
    let query: ReportQuery = serde_json::from_str(json).unwrap();
    let Err(ReportError::Invalid(problems)) = report(&world(), &query) else { panic!("accepted") };
    let found: Vec<(&str, &str)> =
        problems.as_slice().iter().map(|problem| (problem.path.as_str(), &*problem.code)).collect();
    assert_eq!(
        found,
        [
            ("/dimensions/0", "report.not_available_over"),
            ("/dimensions/1/offsetMinutes", "input.out_of_range"),
            ("/dimensions/2", "report.not_available_over"),
            ("/dimensions/4", "report.duplicate_column"),
            ("/measures/0", "report.not_available_over"),
            ("/measures/2/dimension", "report.not_available_over"),
            ("/measures/3", "report.not_available_over"),
            ("/measures/4", "report.not_available_over"),
            ("/measures/4/percent", "report.percent_missing"),
            ("/filters/0/dimension", "report.not_available_over"),
            ("/filters/1/until", "input.out_of_range"),
            ("/sort/0/column", "report.unknown_column"),
        ]
    );
}

#[test]
fn custom_fields_that_nobody_has_or_that_are_no_numbers_are_refused() {
    let query =
        ReportQuery::new(Over::Lines).by(By::line_field(id("moon"))).measure(Measure::sum_field(id("shade")));
    let Err(ReportError::Invalid(problems)) = report(&world(), &query) else { panic!("accepted") };
    let found: Vec<(&str, &str)> =
        problems.as_slice().iter().map(|problem| (problem.path.as_str(), &*problem.code)).collect();
    assert_eq!(
        found,
        [("/dimensions/0/field", "report.unknown_field"), ("/measures/0/field", "report.not_a_number")]
    );
}

#[test]
fn a_query_without_measures_is_refused() {
    let Err(error) = report(&world(), &ReportQuery::new(Over::Orders)) else { panic!("accepted") };
    assert_eq!(error.code(), "report.invalid");
    assert_eq!(error.to_string(), "/measures: ask for at least one measure");
}

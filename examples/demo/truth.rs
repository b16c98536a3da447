//! Reports in the layout of the `truth.json` that lies beside the Olist data, so that the two can be compared.
//!
//! Everything here asks the report module and rearranges its tables; amounts are whole cents. What it expects of the
//! facts: order field `channelStatus`; line fields `sellerId`, `sellerState` (text) and `freight` (decimal); one
//! line of one unit per item row.

use oms_core::report::{
    DistinctMeasure, DurationMeasure, DurationStatistic, Facts, PromiseBy, ReportAttribute as Attribute,
    ReportCell, ReportDate as Date, ReportDimension as By, ReportError, ReportFigure as Figure, ReportFilter,
    ReportGrain as Grain, ReportMeasure as Measure, ReportOver as Over, ReportQuery, ValuesFilter, report,
};
use oms_core::value::{FieldName, IdError, Text};
use serde_json::{Map, Value, json};

/// Why there is no truth object.
#[derive(Debug)]
pub enum TruthError {
    /// A report failed.
    Report(ReportError),
    /// A name of ours is no name.
    Name(IdError),
    /// A report has other cells than expected.
    Shape(&'static str),
}

impl std::fmt::Display for TruthError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Report(error) => write!(f, "{error}"),
            Self::Name(error) => write!(f, "{error}"),
            Self::Shape(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for TruthError {}

impl From<ReportError> for TruthError {
    fn from(error: ReportError) -> Self {
        Self::Report(error)
    }
}

impl From<IdError> for TruthError {
    fn from(error: IdError) -> Self {
        Self::Name(error)
    }
}

type Result<T> = std::result::Result<T, TruthError>;

/// A row of a report: the dimensions as printed, the measures as whole numbers, money in cents.
struct Row {
    keys: Vec<String>,
    figures: Vec<i64>,
}

impl Row {
    fn figure(&self, at: usize) -> i64 {
        self.figures.get(at).copied().unwrap_or(0)
    }

    fn number(&self) -> i64 {
        self.keys.first().and_then(|key| key.parse().ok()).unwrap_or(0)
    }
}

/// The figures that follow from orders, items, payments and timestamps, under the keys of `truth.json`.
///
/// # Errors
/// [`TruthError`] when a report fails.
pub fn truth(facts: &Facts) -> Result<Value> {
    let mut out = Map::new();
    out.insert("currency".into(), json!("BRL"));
    out.insert("unit".into(), json!("cents"));
    counts(facts, &mut out)?;
    money(facts, &mut out)?;
    baskets(facts, &mut out)?;
    customers(facts, &mut out)?;
    payments(facts, &mut out)?;
    promises(facts, &mut out)?;
    durations(facts, &mut out)?;
    Ok(Value::Object(out))
}

fn counts(facts: &Facts, out: &mut Map<String, Value>) -> Result<()> {
    let orders = || ReportQuery::new(Over::Orders).measure(Measure::figure(Figure::Orders));
    let lines = ReportQuery::new(Over::Lines)
        .measure(Measure::figure(Figure::UnitsOrdered))
        .measure(distinct(By::attribute(Attribute::Sku)))
        .measure(distinct(line("sellerId")?));
    let people = orders().measure(distinct(By::attribute(Attribute::Customer)));
    let rows = ReportQuery::new(Over::Payments).measure(Measure::figure(Figure::Payments));
    let (lines, people, rows) = (total(facts, &lines)?, total(facts, &people)?, total(facts, &rows)?);
    out.insert(
        "rows".into(),
        json!({
            "orders": people.figure(0),
            "order_items": lines.figure(0),
            "customers": people.figure(0),
            "order_payments": rows.figure(0),
            "distinct_products": lines.figure(1),
            "distinct_sellers": lines.figure(2),
            "distinct_customer_unique_id": people.figure(1),
        }),
    );
    for (key, by) in [
        ("orders_by_status", vec![status()?]),
        ("orders_by_month", vec![month()]),
        ("orders_by_month_status", vec![month(), status()?]),
        ("orders_by_customer_state", vec![By::attribute(Attribute::Region)]),
    ] {
        let query = by.into_iter().fold(orders(), ReportQuery::by);
        out.insert(key.into(), keyed(&ask(facts, &query)?, &["orders"]));
    }
    let days = orders().by(By::time(Date::Placed, Grain::Day)).sorted("orders", true).limited(5);
    let days: Vec<Value> =
        ask(facts, &days)?.iter().map(|row| json!([row.keys.join(""), row.figure(0)])).collect();
    out.insert("busiest_days".into(), json!(days));
    Ok(())
}

fn money(facts: &Facts, out: &mut Map<String, Value>) -> Result<()> {
    const FIGURES: [&str; 4] = ["items", "orders", "revenue", "freight"];
    let region = || By::attribute(Attribute::Region);
    for (key, by, delivered) in [
        ("money_by_status", vec![status()?], false),
        ("money_by_month", vec![month()], false),
        ("money_by_customer_state", vec![region()], false),
        ("money_by_seller_state", vec![line("sellerState")?], false),
        ("money_by_category", vec![By::attribute(Attribute::Category)], false),
        ("money_by_month_delivered", vec![month()], true),
        ("money_by_customer_state_delivered", vec![region()], true),
        ("money_by_seller_state_delivered", vec![line("sellerState")?], true),
        ("money_by_category_delivered", vec![By::attribute(Attribute::Category)], true),
        ("money_by_route_seller_to_customer_state", vec![line("sellerState")?, region()], false),
    ] {
        let mut query = by.into_iter().fold(sales()?, ReportQuery::by);
        if delivered {
            query = query.filter(statuses(&["delivered"])?);
        }
        let rows = ask(facts, &query)?;
        if key == "money_by_route_seller_to_customer_state" {
            let all: i64 = rows.iter().map(|row| row.figure(0)).sum();
            let same = rows.iter().filter(|row| row.keys.first() == row.keys.get(1));
            let same: i64 = same.map(|row| row.figure(0)).sum();
            out.insert("items_same_state".into(), json!({"num": same, "den": all}));
        }
        out.insert(key.into(), keyed(&rows, &FIGURES));
    }
    for (key, query) in [
        ("money_all", sales()?),
        ("money_delivered", sales()?.filter(statuses(&["delivered"])?)),
        (
            "money_not_canceled_or_unavailable",
            sales()?.filter(listed(status()?, &["canceled", "unavailable"], true)?),
        ),
    ] {
        out.insert(key.into(), named(&total(facts, &query)?, &FIGURES));
    }
    let sellers = sales()?.by(line("sellerId")?).sorted("ordered_value", true).limited(20);
    let sellers = ask(facts, &sellers)?;
    let sellers: Vec<Value> = sellers.iter().map(|row| labelled(row, "seller_id", &FIGURES)).collect();
    out.insert("top20_sellers_by_revenue".into(), json!(sellers));
    let products = ReportQuery::new(Over::Lines)
        .by(By::attribute(Attribute::Sku))
        .measure(Measure::figure(Figure::UnitsOrdered))
        .measure(Measure::figure(Figure::OrderedValue))
        .sorted("units_ordered", true)
        .sorted("ordered_value", true)
        .limited(20);
    let products = ask(facts, &products)?;
    let products: Vec<Value> =
        products.iter().map(|row| labelled(row, "product_id", &["units", "revenue"])).collect();
    out.insert("top20_products_by_units".into(), json!(products));
    Ok(())
}

fn baskets(facts: &Facts, out: &mut Map<String, Value>) -> Result<()> {
    let orders = || ReportQuery::new(Over::Orders).measure(Measure::figure(Figure::Orders));
    let items = By::attribute(Attribute::LinesPerOrder);
    let empty = listed(items.clone(), &["0"], false)?;
    let without = ask(facts, &orders().by(status()?).filter(empty))?;
    out.insert("orders_without_items".into(), json!(without.iter().map(|row| row.figure(0)).sum::<i64>()));
    out.insert("orders_without_items_by_status".into(), keyed(&without, &["orders"]));
    let split = |by: By| -> Result<Vec<Row>> {
        let query = orders().by(by).filter(listed(items.clone(), &["0"], true)?);
        ask(facts, &query)
    };
    let above_one = |rows: &[Row]| {
        let all: i64 = rows.iter().map(|row| row.figure(0)).sum();
        let more: i64 = rows.iter().filter(|row| row.number() > 1).map(|row| row.figure(0)).sum();
        json!({"num": more, "den": all})
    };
    let by_items = split(items.clone())?;
    let by_sellers = split(By::distinct_line_field(name("sellerId")?))?;
    let by_states = split(By::distinct_line_field(name("sellerState")?))?;
    let by_products = split(By::attribute(Attribute::SkusPerOrder))?;
    let orders_with: i64 = by_items.iter().map(|row| row.figure(0)).sum();
    let all_items: i64 = by_items.iter().map(|row| row.number() * row.figure(0)).sum();
    let groups: i64 = by_sellers.iter().map(|row| row.number() * row.figure(0)).sum();
    out.insert("items_per_order".into(), plain(&by_items));
    out.insert(
        "items_per_order_sum_over_orders_with_items".into(),
        json!({"num": all_items, "den": orders_with}),
    );
    out.insert("sellers_per_order".into(), plain(&by_sellers));
    out.insert("multi_seller_orders".into(), above_one(&by_sellers));
    out.insert("multi_item_orders".into(), above_one(&by_items));
    out.insert("multi_product_orders".into(), above_one(&by_products));
    out.insert("orders_with_sellers_in_more_than_one_state".into(), above_one(&by_states));
    out.insert("order_seller_groups".into(), json!(groups));
    Ok(())
}

fn customers(facts: &Facts, out: &mut Map<String, Value>) -> Result<()> {
    let query = ReportQuery::new(Over::Orders)
        .by(By::attribute(Attribute::Customer))
        .measure(Measure::figure(Figure::Orders));
    let rows = ask(facts, &query)?;
    let again = rows.iter().filter(|row| row.figure(0) > 1).count();
    out.insert("repeat_customers".into(), json!({"num": again, "den": rows.len()}));
    out.insert("orders_per_customer".into(), histogram(rows.iter().map(|row| row.figure(0))));
    Ok(())
}

fn payments(facts: &Facts, out: &mut Map<String, Value>) -> Result<()> {
    let over = || ReportQuery::new(Over::Payments).measure(Measure::figure(Figure::Payments));
    let by_type = over()
        .by(By::attribute(Attribute::PaymentMethod))
        .measure(Measure::figure(Figure::Orders))
        .measure(Measure::figure(Figure::Paid));
    let by_type = ask(facts, &by_type)?;
    out.insert("payments_by_type".into(), keyed(&by_type, &["rows", "orders", "value"]));
    out.insert("payments_total".into(), json!(by_type.iter().map(|row| row.figure(2)).sum::<i64>()));
    let instalments = ask(facts, &over().by(By::attribute(Attribute::Instalments)))?;
    out.insert("installments".into(), plain(&instalments));
    let order = || By::attribute(Attribute::Order);
    let paid = ask(facts, &over().by(order()).measure(Measure::figure(Figure::Paid)))?;
    let orders = ReportQuery::new(Over::Orders).measure(Measure::figure(Figure::Orders));
    let orders = total(facts, &orders)?.figure(0);
    let several = paid.iter().filter(|row| row.figure(0) > 1).count();
    out.insert("orders_without_payment".into(), json!(orders - i64::try_from(paid.len()).unwrap_or(0)));
    out.insert("orders_with_more_than_one_payment_row".into(), json!(several));
    let totals = ask(facts, &sales()?.by(order()))?;
    let totals: std::collections::BTreeMap<&[String], i64> =
        totals.iter().map(|row| (row.keys.as_slice(), row.figure(2) + row.figure(3))).collect();
    let differences: Vec<i64> =
        (paid.iter()).filter_map(|row| Some(row.figure(1) - totals.get(row.keys.as_slice())?)).collect();
    let count = |holds: fn(i64) -> bool| differences.iter().filter(|cents| holds(**cents)).count();
    out.insert(
        "order_total_vs_payment".into(),
        json!({
            "compared": differences.len(),
            "equal": count(|cents| cents == 0),
            "abs_diff_over_1_cent": count(|cents| cents.abs() > 1),
            "abs_diff_over_100_cents": count(|cents| cents.abs() > 100),
            "payment_greater": count(|cents| cents > 0),
            "payment_less": count(|cents| cents < 0),
            "sum_diff": differences.iter().sum::<i64>(),
        }),
    );
    Ok(())
}

fn promises(facts: &Facts, out: &mut Map<String, Value>) -> Result<()> {
    let query = || -> Result<ReportQuery> {
        Ok(ReportQuery::new(Over::Orders)
            .measure(Measure::figure(Figure::Delivered))
            .measure(Measure::late(PromiseBy::CalendarDay))
            .measure(Measure::late(PromiseBy::Instant))
            .filter(statuses(&["delivered"])?))
    };
    let all = total(facts, &query()?)?;
    out.insert("delivered_with_delivery_timestamp".into(), json!(all.figure(0)));
    out.insert(
        "late_by_instant".into(),
        json!({
            "definition": "delivered_at > estimated date at 00:00:00",
            "num": all.figure(2),
            "den": all.figure(0),
        }),
    );
    out.insert(
        "late_by_calendar_day".into(),
        json!({
            "definition": "date(delivered_at) > estimated date",
            "num": all.figure(1),
            "den": all.figure(0),
        }),
    );
    for (key, by) in
        [("late_by_month", month()), ("late_by_customer_state", By::attribute(Attribute::Region))]
    {
        let rows = ask(facts, &query()?.by(by))?;
        out.insert(key.into(), keyed(&rows, &["delivered", "late_day", "late_instant"]));
    }
    Ok(())
}

fn durations(facts: &Facts, out: &mut Map<String, Value>) -> Result<()> {
    use DurationStatistic::{Count, Max, Min, Negative, Percentile, Sum};
    const NAMES: [&str; 8] = [
        "count",
        "sum_seconds",
        "min",
        "max",
        "negative",
        "p50_nearest_rank",
        "p90_nearest_rank",
        "p99_nearest_rank",
    ];
    let statistics = [
        (Count, None),
        (Sum, None),
        (Min, None),
        (Max, None),
        (Negative, None),
        (Percentile, Some(50)),
        (Percentile, Some(90)),
        (Percentile, Some(99)),
    ];
    let mut all = Map::new();
    for (key, from, to, delivered) in [
        ("purchase_to_approved_all", Date::Placed, Date::Approved, false),
        ("approved_to_carrier_all", Date::Approved, Date::Shipped, false),
        ("carrier_to_customer_delivered", Date::Shipped, Date::Delivered, true),
        ("purchase_to_customer_delivered", Date::Placed, Date::Delivered, true),
        ("estimated_minus_delivered_delivered", Date::Delivered, Date::Promised, true),
    ] {
        let mut query = ReportQuery::new(Over::Orders);
        for (statistic, percent) in statistics {
            query = query.measure(Measure::Duration(DurationMeasure { from, to, statistic, percent }));
        }
        if delivered {
            query = query.filter(statuses(&["delivered"])?);
        }
        all.insert(key.into(), named(&total(facts, &query)?, &NAMES));
    }
    out.insert("durations_seconds".into(), Value::Object(all));
    Ok(())
}

/// Items, orders, goods and freight over item rows, as ordered.
fn sales() -> Result<ReportQuery> {
    Ok(ReportQuery::new(Over::Lines)
        .measure(Measure::figure(Figure::UnitsOrdered))
        .measure(Measure::figure(Figure::Orders))
        .measure(Measure::figure(Figure::OrderedValue))
        .measure(Measure::sum_field(name("freight")?)))
}

fn name(text: &str) -> Result<FieldName> {
    Ok(FieldName::new(text)?)
}

fn status() -> Result<By> {
    Ok(By::order_field(name("channelStatus")?))
}

fn line(field: &str) -> Result<By> {
    Ok(By::line_field(name(field)?))
}

fn month() -> By {
    By::time(Date::Placed, Grain::Month)
}

fn distinct(dimension: By) -> Measure {
    Measure::Distinct(DistinctMeasure { dimension })
}

fn listed(dimension: By, values: &[&str], exclude: bool) -> Result<ReportFilter> {
    let values = values.iter().map(Text::new).collect::<std::result::Result<_, _>>();
    let values = values.map_err(|_| TruthError::Shape("a short text"))?;
    Ok(ReportFilter::Values(ValuesFilter { dimension, values, or_nothing: false, exclude }))
}

fn statuses(values: &[&str]) -> Result<ReportFilter> {
    listed(status()?, values, false)
}

fn ask(facts: &Facts, query: &ReportQuery) -> Result<Vec<Row>> {
    let table = report(facts, query)?;
    let dimensions = query.dimensions.len();
    // The currency, added behind the dimensions where money is asked for, is the same everywhere here.
    let measures = table.columns.len() - query.measures.len();
    let row = |cells: Vec<ReportCell>| {
        let keys = cells.iter().take(dimensions).map(label).collect();
        let figures = cells.iter().skip(measures).map(whole).collect::<Result<_>>()?;
        Ok(Row { keys, figures })
    };
    table.rows.into_iter().map(row).collect()
}

fn total(facts: &Facts, query: &ReportQuery) -> Result<Row> {
    let rows = ask(facts, query)?;
    Ok(rows.into_iter().next().unwrap_or(Row { keys: vec![], figures: vec![] }))
}

fn label(cell: &ReportCell) -> String {
    match cell {
        ReportCell::Nothing(_) => "(none)".to_owned(),
        other => other.to_string(),
    }
}

/// Whole numbers as they are, amounts in cents.
fn whole(cell: &ReportCell) -> Result<i64> {
    match cell {
        ReportCell::Integer(cell) => Ok(cell.value),
        ReportCell::Money(cell) => Ok(cell.value.minor()),
        ReportCell::Decimal(cell) => {
            let mut cents = cell.value;
            cents.rescale(2);
            i64::try_from(cents.mantissa()).map_err(|_| TruthError::Shape("an amount in cents"))
        }
        ReportCell::Nothing(_) => Ok(0),
        ReportCell::Ratio(_) | ReportCell::Text(_) => Err(TruthError::Shape("a number")),
    }
}

fn named(row: &Row, names: &[&str]) -> Value {
    let figures = names.iter().enumerate().map(|(at, name)| ((*name).to_owned(), json!(row.figure(at))));
    Value::Object(figures.collect())
}

fn labelled(row: &Row, label: &str, names: &[&str]) -> Value {
    let mut value = named(row, names);
    if let Value::Object(object) = &mut value {
        object.insert(label.to_owned(), json!(row.keys.first()));
    }
    value
}

fn keyed(rows: &[Row], names: &[&str]) -> Value {
    Value::Object(rows.iter().map(|row| (row.keys.join("|"), named(row, names))).collect())
}

fn plain(rows: &[Row]) -> Value {
    Value::Object(rows.iter().map(|row| (row.keys.join("|"), json!(row.figure(0)))).collect())
}

fn histogram(numbers: impl Iterator<Item = i64>) -> Value {
    let mut counts = std::collections::BTreeMap::new();
    for number in numbers {
        *counts.entry(number).or_insert(0_i64) += 1;
    }
    Value::Object(counts.into_iter().map(|(number, count)| (number.to_string(), json!(count))).collect())
}

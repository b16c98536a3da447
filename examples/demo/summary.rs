//! `summary.json`: everything the run found, for programs. All but `timing` is the same in every run of one input.

use oms_core::report::{ReportCell, ReportTable};
use serde_json::{Map, Value, json};

use crate::olist::Dirt;
use crate::play::{Play, Source};
use crate::truth::truth;

/// The kinds of dirt that the data's own notes name; they stand in `truth.dirt`, found or not.
const NOTED: [&str; 20] = [
    "delivered_without_delivery_timestamp",
    "delivered_without_carrier_timestamp",
    "delivered_without_approved_timestamp",
    "canceled_with_delivery_timestamp",
    "canceled_with_carrier_timestamp",
    "carrier_before_approved",
    "customer_before_carrier",
    "approved_before_purchase",
    "items_with_zero_freight",
    "items_freight_over_price",
    "items_product_without_category",
    "items_category_without_translation",
    "items_product_weight_missing",
    "items_product_weight_zero",
    "items_product_dims_missing",
    "customer_zip_not_in_zip_prefix_geo",
    "sellers_zip_not_in_zip_prefix_geo",
    "payment_type_not_defined",
    "payment_value_zero",
    "payment_installments_zero",
];

/// The whole summary.
///
/// # Errors
/// A text for people, when a report fails.
pub(crate) fn summary(play: &Play) -> Result<Value, String> {
    let mut out = Map::new();
    out.insert("format".into(), json!("oms-demo/1"));
    out.insert("title".into(), json!(play.title));
    out.insert("about".into(), json!(play.subtitle));
    out.insert("mode".into(), json!(if play.source.is_some() { "historic" } else { "simulated" }));
    if let Some(seed) = play.seed {
        out.insert("seed".into(), json!(seed.to_string()));
    }
    out.insert("commands".into(), commands(play));
    out.insert("refusals".into(), refusals(play));
    out.insert("holdsOpened".into(), json!(play.house.holds));
    out.insert("repeatedPlacements".into(), json!(play.house.repeated));
    let reports = play.figures.named().map(|(name, table)| (name.to_owned(), compact(table)));
    out.insert("reports".into(), Value::Object(reports.into_iter().collect()));
    let strategies = serde_json::to_value(&play.contenders).map_err(|error| error.to_string())?;
    out.insert(
        "strategies".into(),
        json!({
            "about": play.compared,
            "currency": play.currency,
            "ordersWithAChoice": play.with_choice,
            "contenders": strategies,
        }),
    );
    if let Some(source) = &play.source {
        out.insert("rows".into(), json!(source.rows));
        out.insert("dirt".into(), dirty(&source.dirt));
        out.insert("truth".into(), truth_of(play, source)?);
    }
    let proof = &play.proof;
    out.insert(
        "proof".into(),
        json!({
            "journal": proof.journal,
            "journalEntries": proof.entries,
            "stateHash": proof.hash,
            "replayedStateHash": proof.replayed,
            "replayEqual": proof.hash == proof.replayed,
            "audit": proof.audit,
            "auditClean": proof.audit.is_clean(),
        }),
    );
    let laps = play.timing.laps().iter().map(|(name, seconds)| ((*name).to_owned(), rounded(*seconds)));
    let mut timing: Map<String, Value> = laps.collect();
    timing.insert("total".into(), rounded(play.timing.total()));
    out.insert("timing".into(), json!({ "seconds": timing }));
    Ok(Value::Object(out))
}

fn rounded(seconds: f64) -> Value {
    json!((seconds * 1000.0).round() / 1000.0)
}

fn commands(play: &Play) -> Value {
    let row = |(kind, tally): (&String, &crate::run::Tally)| {
        let counts = json!({"accepted": tally.accepted, "nothingToDo": tally.idle, "refused": tally.refused});
        (kind.clone(), counts)
    };
    Value::Object(play.house.commands.iter().map(row).collect())
}

fn refusals(play: &Play) -> Value {
    let row = |((kind, code), count): (&(String, String), &u64)| {
        let example = play.house.examples.get(&format!("{kind} {code}"));
        json!({"command": kind, "code": code, "count": count, "example": example})
    };
    Value::Array(play.house.refusals.iter().map(row).collect())
}

fn dirty(dirt: &Dirt) -> Value {
    let row = |(kind, count, example): (&str, u64, &str)| {
        (kind.to_owned(), json!({"count": count, "example": example}))
    };
    Value::Object(dirt.kinds().map(row).collect())
}

/// The truth object: the report's, and what only the reader of the files has: counts of dirt, English categories.
fn truth_of(play: &Play, source: &Source) -> Result<Value, String> {
    let mut truth = truth(&play.facts).map_err(|error| error.to_string())?;
    let Some(object) = truth.as_object_mut() else { return Ok(truth) };
    let found = |kind: &str| source.dirt.kinds().find(|row| row.0 == kind).map_or(0, |row| row.1);
    let noted = NOTED.iter().map(|kind| ((*kind).to_owned(), json!(found(kind))));
    object.insert("dirt".into(), Value::Object(noted.collect()));
    object.insert("format".into(), json!("olist-truth/1"));
    if let Some(rows) = object.get_mut("rows").and_then(Value::as_object_mut)
        && let Some(reviews) = source.rows.get("order_reviews")
    {
        rows.insert("order_reviews".into(), json!(reviews));
    }
    for (category, row) in
        object.get_mut("money_by_category").and_then(Value::as_object_mut).into_iter().flatten()
    {
        row["english"] = json!(source.english.get(category).map_or("", String::as_str));
    }
    // An order without a line cannot be approved here, and one that was shipped had to be: the engine's approvals are
    // not quite those of the file, so nothing is said of them.
    if let Some(durations) = object.get_mut("durations_seconds").and_then(Value::as_object_mut) {
        durations.remove("purchase_to_approved_all");
        durations.remove("approved_to_carrier_all");
    }
    Ok(truth)
}

/// A table as names and rows of texts; amounts carry their currency.
fn compact(table: &ReportTable) -> Value {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let cell = |cell: &ReportCell| match cell {
        ReportCell::Nothing(_) => Value::Null,
        ReportCell::Integer(cell) => json!(cell.value),
        other => json!(other.to_string()),
    };
    let rows: Vec<Vec<Value>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    json!({"columns": columns, "rows": rows})
}

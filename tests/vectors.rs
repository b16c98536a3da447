//! The stories that three languages share: told to the engine as JSON, word for word.
//!
//! With `BLESS=1` in the environment what the engine answers is written into the files; read the difference before
//! committing it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use oms_core::wire::{WireOms, calculate_json, replay_hash};
use oms_core::{ERROR_CODES, Error};
use serde_json::{Map, Value, json};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn stories() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("tests/vectors/stories")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// What a story says of a refusal: code and kind, and the places of all problems.
fn refusal(error: &Error) -> Value {
    let paths: Vec<&str> = error.problems().iter().map(|problem| &*problem.path).collect();
    json!({"code": error.code(), "kind": error.kind(), "paths": paths})
}

fn malformed(error: &Error) -> Value {
    let problems = error.problems().iter().map(|problem| json!({"code": problem.code, "path": problem.path}));
    json!({"code": error.code(), "kind": error.kind(), "problems": problems.collect::<Vec<_>>()})
}

/// Carries out a step: under which name its answer stands, and the answer.
fn tell(oms: &WireOms, step: &Value) -> (&'static str, Value) {
    let bytes = |name: &str| serde_json::to_vec(&step[name]).unwrap();
    match step["type"].as_str().unwrap() {
        "execute" => match oms.execute(&bytes("command")) {
            Ok(outcome) => ("outcome", parsed(&outcome)),
            Err(error) => ("outcome", json!({"refused": error.to_string()})),
        },
        "refuse" => match oms.execute(&bytes("command")) {
            Ok(outcome) => ("error", json!({"accepted": parsed(&outcome)})),
            Err(error) => ("error", refusal(&error)),
        },
        "batch" => ("results", parsed(&oms.execute_batch(&bytes("commands")).unwrap())),
        "query" => match oms.query(&bytes("query")) {
            Ok(answer) => ("answer", parsed(&answer)),
            Err(error) => ("answer", json!({"refused": error.to_string()})),
        },
        "calculate" => match calculate_json(&bytes("calculation")) {
            Ok(answer) => ("answer", parsed(&answer)),
            Err(error) => ("answer", json!({"refused": error.to_string()})),
        },
        "refuse_calculation" => match calculate_json(&bytes("calculation")) {
            Ok(answer) => ("error", json!({"accepted": parsed(&answer)})),
            Err(error) => ("error", refusal(&error)),
        },
        "refuse_query" => match oms.query(&bytes("query")) {
            Ok(answer) => ("error", json!({"accepted": parsed(&answer)})),
            Err(error) => ("error", refusal(&error)),
        },
        "malformed" => match oms.execute(step["text"].as_str().unwrap().as_bytes()) {
            Ok(outcome) => ("error", json!({"accepted": parsed(&outcome)})),
            Err(error) => ("error", malformed(&error)),
        },
        other => panic!("no such step: {other}"),
    }
}

/// Tells a story and gives it back with what was answered.
fn told(story: &Value) -> Value {
    let oms = WireOms::new();
    let mut steps = Vec::new();
    for step in story["steps"].as_array().unwrap() {
        let (name, answer) = tell(&oms, step);
        let mut step: Map<String, Value> = step.as_object().unwrap().clone();
        step.insert(name.to_owned(), answer);
        steps.push(Value::Object(step));
    }
    let journal = oms.journal();
    assert_eq!(replay_hash(&journal).unwrap(), oms.state_hash(), "the journal folds to the state");
    assert_eq!(WireOms::from_journal(&journal).unwrap().state_hash(), oms.state_hash());
    let audit = parsed(&oms.query(br#"{"type": "audit"}"#).unwrap());
    assert_eq!(audit["audit"]["findings"], json!([]), "{}", story["name"]);
    json!({"name": story["name"], "steps": steps, "stateHash": oms.state_hash()})
}

#[test]
fn every_story_ends_as_written_down() {
    let files = stories();
    assert!(files.len() >= 10, "{} stories", files.len());
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for path in files {
        let story = read(&path);
        let told = told(&story);
        let refused = told["steps"].as_array().unwrap().iter().position(|step| {
            let refused = |name: &str| step[name].get("refused").is_some();
            refused("outcome") || refused("answer") || step["error"].get("accepted").is_some()
        });
        if let Some(at) = refused {
            wrong.push(format!("{} step {at}: {}", path.display(), told["steps"][at]));
        } else if bless {
            fs::write(&path, serde_json::to_string_pretty(&told).unwrap() + "\n").unwrap();
        } else if told != story {
            let steps = |story: &Value| story["steps"].as_array().unwrap().clone();
            let pairs = steps(&story).into_iter().zip(steps(&told)).enumerate();
            let first = pairs.into_iter().find(|(_, (one, other))| one != other);
            wrong.push(format!("{}: {first:#?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Codes that no story can tell, and why.
const UNTOLD: &[(&str, &str)] = &[
    ("allocation.cost_overflow", "needs rates beyond what a card can hold; tested beside the planner"),
    ("allocation.infeasible_solution", "no command has a solution; told by the bindings' bench"),
    ("allocation.invalid_instance", "no command has an instance; told by the bindings' bench"),
    (
        "calendar.no_zone_data",
        "the workspace and the bindings are built with zones; told by the core's own tests",
    ),
    ("allocation.invalid_solution", "no command has a solution; told by the bindings' bench"),
    ("cost.lot_short", "no more of a lot is named than its book has; tested beside the book"),
    ("cost.no_standard", "the SKU's record is refused before; tested beside the book"),
    ("cost.short", "a cell never goes below nothing; tested beside the book"),
    (
        "document.no_renderer",
        "the workspace and the bindings are built with what renders; told by the core's own tests",
    ),
    ("engine.too_many_rounds", "would be a defect"),
    ("ledger.bad_columns", "a ledger is no message; tested beside it"),
    ("ledger.full", "needs four thousand million cells"),
    ("ledger.not_drained", "a ledger is no message; tested beside it"),
    ("ledger.unknown_cell", "a ledger is no message; tested beside it"),
    ("money.currency_mismatch", "stands as a problem of an input, not as its error"),
    ("money.no_parts", "stands as a problem of an input, not as its error"),
    ("money.not_a_number", "stands as a problem of an input, not as its error"),
    ("money.overflow", "stands as a problem of an input, not as its error"),
    ("money.too_precise", "stands as a problem of an input, not as its error"),
    ("report.different_query", "merging is no message"),
    ("report.invalid", "stories ask good questions; the test below asks a bad one"),
    ("report.foreign_freight", "commands refuse such a freight; journals of other makers may hold it"),
    ("report.overflow", "needs more orders than a story has"),
    ("store.conflict", "needs another writer"),
    ("store.corrupt", "needs a broken store"),
    ("store.unavailable", "needs a store that is away"),
];

#[test]
fn a_question_that_makes_no_sense_is_refused_with_its_place() {
    let question = json!({"type": "report", "tenant": "acme", "query": {"over": "orders", "measures": []}});
    let error = WireOms::new().query(question.to_string().as_bytes()).unwrap_err();
    assert_eq!(
        refusal(&error),
        json!({"code": "report.invalid", "kind": "invalid", "paths": ["/query/measures"]})
    );
}

fn codes(value: &Value, found: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(fields) => {
            if let (Some(code), Some(kind)) = (fields.get("code"), fields.get("kind")) {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                found.insert((text(code), text(kind)));
            }
            fields.values().for_each(|value| codes(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| codes(value, found)),
        _ => {}
    }
}

#[test]
fn every_error_code_is_told_by_a_story_or_has_a_reason_why_not() {
    let mut told = BTreeSet::new();
    stories().iter().for_each(|path| codes(&read(path), &mut told));
    for row in ERROR_CODES {
        let untold = UNTOLD.iter().any(|(code, _)| *code == row.code);
        let is_told = told.iter().any(|(code, kind)| code == row.code && kind == row.kind.as_str());
        assert!(untold != is_told, "{}: told {is_told}, excused {untold}", row.code);
    }
    let strays = told.iter().filter(|(code, _)| !ERROR_CODES.iter().any(|row| row.code == code));
    assert_eq!(strays.collect::<Vec<_>>(), Vec::<&(String, String)>::new());
}

/// The codes in the bodies of all functions named `code` of the error enums.
fn codes_in_source() -> BTreeSet<String> {
    let files = [
        "allocation/batch/error",
        "allocation/instance/error",
        "allocation/plan",
        "capacity/error",
        "network/calendar/error",
        "count/error",
        "cost/error",
        "document/error",
        "error",
        "ledger/error",
        "lot/error",
        "order/error",
        "packing/error",
        "promise/error",
        "publish/error",
        "publish/quota_error",
        "rebalance/error",
        "purchase/error",
        "replenish/error",
        "report/error",
        "shipment/error",
        "stock/error",
        "store/error",
        "supply/error",
        "transfer/error",
        "value/money",
    ];
    let mut found = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(root().join(format!("oms-core/src/{file}.rs"))).unwrap();
        let body = text.split("fn code(&self)").nth(1).unwrap().split("\n    }").next().unwrap();
        found.extend(body.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    found
}

#[test]
fn the_catalogue_of_codes_is_what_the_errors_answer() {
    let listed: Vec<&str> = ERROR_CODES.iter().map(|row| row.code).collect();
    assert!(listed.is_sorted() && listed.iter().all(|code| code.contains('.')));
    assert_eq!(listed.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), codes_in_source());
}

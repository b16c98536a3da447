use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::decode::quote;
use super::*;
use crate::engine::{Command, Query};
use crate::error::Error;

fn problems(text: &str) -> Vec<(String, String)> {
    let error = decode::<Command>(text.as_bytes()).unwrap_err();
    assert_eq!((error.code(), error.kind().as_str()), ("input.invalid", "invalid"));
    error.problems().iter().map(|problem| (problem.code.to_string(), problem.path.clone())).collect()
}

fn one(text: &str) -> (String, String) {
    let found = problems(text);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

fn pair(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

fn receive() -> Value {
    json!({"id": "c1", "tenant": "acme", "at": "2026-11-11T00:00:00Z",
        "action": {"type": "receive_stock", "sku": "mug", "node": "berlin", "quantity": 1}})
}

fn place() -> Value {
    let eur = json!({"amount": "10.00", "currency": "EUR"});
    json!({"id": "c1", "tenant": "acme", "at": "2026-11-11T00:00:00Z", "by": "ann", "action": {
        "type": "place_order", "order": "o1", "draft": {
            "channel": "web", "shop": "outlet", "channelOrderId": "w1", "placedAt": "2026-11-11T00:00:00Z",
            "currency": "EUR", "terms": "prepaid", "promiseBy": null, "shipping": eur, "remark": "ring",
            "shipTo": {"country": "DE", "lines": ["Weg 1"], "location": {"latMicro": 1, "lonMicro": -1}},
            "fields": {"gift": {"type": "boolean", "value": true}, "score": {"type": "decimal", "value": "1.5"}},
            "lines": [{"id": "l1", "sku": "mug", "quantity": 2, "unitPrice": eur}],
        },
    }})
}

fn others() -> Vec<Value> {
    let eur = json!({"amount": "4.20", "currency": "EUR"});
    let actions = [
        json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -1, "reason": "count", "force": true}),
        json!({"type": "reserve_stock", "reservation": "r1", "expiresAt": "2026-11-11T01:00:00Z",
            "items": [{"sku": "mug", "node": "a", "quantity": 1, "line": "l1"}]}),
        json!({"type": "record_payment", "order": "o1", "payment": {"id": "p1", "kind": "captured", "amount": eur,
            "instalments": 3, "method": "card", "at": "2026-11-11T00:00:00Z"}}),
        json!({"type": "ship_order", "order": "o1", "shipment": "s1", "node": "a",
            "carrier": {"type": "choose", "strategy": "cheapest"},
            "parcels": [{"id": "p1", "weight": 100, "lines": [{"line": "l1", "quantity": 1}]}]}),
        json!({"type": "record_tracking", "shipment": "s1", "parcels": [{"parcel": "p1",
            "events": [{"at": "2026-11-11T00:00:00Z", "status": "delivered", "note": "door"}]}]}),
        json!({"type": "put_rate_card", "card": {"carrier": "post", "service": "parcel", "currency": "EUR",
            "zones": {"type": "distance", "bands": [{"upToKm": 500, "zone": "near"}, {"zone": "far"}]},
            "rates": [{"zone": "near", "transitDays": 2, "tariff": {"bands": [{"upTo": 1000, "price": eur}],
                "beyond": {"step": 500, "price": eur}}}]}}),
    ];
    let command =
        |action: Value| json!({"id": "c", "tenant": "t", "at": "2026-11-11T00:00:00Z", "action": action});
    actions.map(command).to_vec()
}

#[test]
fn every_problem_is_reported_at_once_with_its_place() {
    let text = json!({"id": "", "at": "today", "extra": 1, "action": {"type": "place_order", "order": 7, "draft": {
        "channel": "web", "channelOrderId": "w1", "placedAt": "2026-11-11T00:00:00Z", "currency": "EURO",
        "terms": "never", "shipTo": {"country": "Germany", "lines": "Weg 1"}, "shipping": 4.9,
        "lines": [{"id": "l1", "sku": "mug", "quantity": -1, "unitPrice": {"amount": "ten", "currency": "EUR"}}],
    }}});
    let expected = [
        pair("input.bad_format", "/action/draft/currency"),
        pair("input.bad_format", "/action/draft/lines/0/unitPrice/amount"),
        pair("input.bad_format", "/action/draft/shipTo/country"),
        pair("input.bad_format", "/at"),
        pair("input.bad_format", "/id"),
        pair("input.missing_field", "/tenant"),
        pair("input.out_of_range", "/action/draft/lines/0/quantity"),
        pair("input.unknown_field", "/extra"),
        pair("input.unknown_value", "/action/draft/terms"),
        pair("input.wrong_type", "/action/draft/shipTo/lines"),
        pair("input.wrong_type", "/action/draft/shipping"),
        pair("input.wrong_type", "/action/order"),
    ];
    let mut found = problems(&text.to_string());
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn in_a_batch_the_place_starts_with_the_command() {
    let batch = json!([receive(), {"id": "c2"}]).to_string();
    let error = decode::<Vec<Command>>(batch.as_bytes()).unwrap_err();
    let paths: Vec<&str> = error.problems().iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["/1/action", "/1/at", "/1/tenant"]);
}

#[test]
fn what_is_no_json_is_named_so() {
    let deep = "[".repeat(100_000);
    for text in
        ["", "{", "NaN", "{\"id\": NaN}", "\"\\ud800\"", "{\"id\": \"\\udc00x\"}", &deep, "\u{0}", "1 2"]
    {
        assert_eq!(one(text), pair("input.malformed_json", ""), "{}", quote(text));
    }
    assert!(decode::<Command>(&[0x22, 0xff, 0x22]).is_err());
    assert!(decode::<Command>(b"{\"id\": \"\xed\xa0\x80\"}").is_err(), "a surrogate written as UTF-8");
}

#[test]
fn numbers_that_do_not_fit_are_refused_where_they_stand() {
    let quantity = |number: &str| {
        one(&receive().to_string().replace("\"quantity\":1", &format!("\"quantity\":{number}")))
    };
    for number in ["-1", "4294967296", "18446744073709551615", "-9223372036854775808"] {
        assert_eq!(quantity(number), pair("input.out_of_range", "/action/quantity"), "{number}");
    }
    for number in ["1.0", "1.5", "1e2", "1e400", "99999999999999999999", "\"1\"", "null", "true", "[]"] {
        let (code, path) = quantity(number);
        let known = ["input.wrong_type", "input.malformed_json"].contains(&code.as_str());
        assert!(known && (path == "/action/quantity" || path.is_empty()), "{number}: {code} {path}");
    }
}

#[test]
fn money_as_a_number_is_refused_and_so_are_more_decimals_than_the_currency_has() {
    let amount = |amount: Value, currency: &str| {
        let mut command = place();
        command["action"]["draft"]["shipping"] = json!({"amount": amount, "currency": currency});
        one(&command.to_string())
    };
    let path = "/action/draft/shipping/amount";
    assert_eq!(amount(json!(4.9), "EUR"), pair("input.wrong_type", path));
    assert_eq!(amount(json!("4.905"), "EUR"), pair("money.too_precise", path));
    assert_eq!(amount(json!("4.9"), "JPY"), pair("money.too_precise", path));
    for text in ["", "NaN", "inf", "1e3", "4,90", " 4.90", "0x10", "٤", "+", "."] {
        assert_eq!(amount(json!(text), "EUR"), pair("input.bad_format", path), "{text}");
    }
    assert_eq!(amount(json!("99999999999999999999"), "EUR").0, "money.overflow");
}

#[test]
fn ten_megabytes_of_text_are_refused_in_few_words() {
    let huge = "x".repeat(10_000_000);
    let mut command = place();
    for (place, path) in [("/action/draft/remark", ""), ("/id", ""), ("/action/draft/currency", "")] {
        let mut huge_there = command.clone();
        *huge_there.pointer_mut(place).unwrap() = json!(huge);
        let error = decode::<Command>(huge_there.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.problems()[0].path, format!("{place}{path}"));
        assert!(error.to_string().len() < 1000, "{place}");
    }
    command["action"].as_object_mut().unwrap().insert(huge, json!(1));
    let error = decode::<Command>(command.to_string().as_bytes()).unwrap_err();
    assert!(error.problems()[0].code == "input.unknown_field" && error.to_string().len() < 1000);
}

#[test]
fn fields_and_values_nobody_knows_are_refused_at_every_depth() {
    for place in [
        "",
        "/action",
        "/action/draft",
        "/action/draft/shipTo",
        "/action/draft/lines/0",
        "/action/draft/shipping",
        "/action/draft/fields/gift",
    ] {
        let mut command = self::place();
        command.pointer_mut(place).unwrap()["a/b~"] = json!(1);
        assert_eq!(one(&command.to_string()), pair("input.unknown_field", &format!("{place}/a~1b~0")));
    }
    let mut command = self::place();
    command["action"]["type"] = json!("burn_order");
    assert_eq!(one(&command.to_string()), pair("input.unknown_value", "/action/type"));
}

/// A command that an empty engine accepts.
fn record() -> Value {
    let mut command = receive();
    command["action"] = json!({"type": "put_sku", "sku": {"id": "mug"}});
    command
}

#[test]
fn bad_lines_of_a_journal_are_counted() {
    let oms = WireOms::new();
    oms.execute(record().to_string().as_bytes()).unwrap();
    let mut journal = oms.journal();
    assert_eq!(replay_hash(&journal).unwrap(), oms.state_hash());
    journal.extend(b"\n{\"tenant\": \"acme\"}\n");
    let error = replay_hash(&journal).unwrap_err();
    assert_eq!(error.problems()[0].path, "/2/at");
    assert!(WireOms::from_journal(&journal).is_err());
}

#[test]
fn a_run_by_hand_ends_where_the_engine_ends() {
    use crate::store::{MemoryStore, Store};
    let store = MemoryStore::new();
    let mut run = WireRun::new(json!([record()]).to_string().as_bytes()).unwrap();
    let mut step: RunStep = serde_json::from_slice(&run.start()).unwrap();
    assert!(run.resume(b"{}").is_err(), "no snapshot, no step");
    let done = loop {
        match step {
            RunStep::Load(load) => {
                let snapshot = encode(&Store::load(&store, &load.keys).unwrap());
                step = serde_json::from_slice(&run.resume(&snapshot).unwrap()).unwrap();
            }
            RunStep::Done(done) => break done,
        }
    };
    store.commit(&done.commit).unwrap();
    let oms = WireOms::new();
    oms.execute(record().to_string().as_bytes()).unwrap();
    assert_eq!(store.state_hash().as_str(), oms.state_hash());
}

/// All places in a value, the root first.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            places(value, &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), found);
        }),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| places(value, &format!("{here}/{at}"), found));
        }
        _ => {}
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let texts =
        ["", "x", "-1", "1.5", "EUR", "2026-11-11T00:00:00Z", "delivered", " pad", "a\u{0}", "place_order"];
    prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|truth| json!(truth)),
        any::<i64>().prop_map(|number| json!(number)),
        (0_i64..3).prop_map(|number| json!(number)),
        Just(json!(1.5)),
        Just(json!(u64::MAX)),
        prop::sample::select(texts.to_vec()).prop_map(|text| json!(text)),
        any::<String>().prop_map(|text| json!(text)),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{"type": "x"}])),
        Just(json!({"type": "decimal", "value": 1})),
    ]
}

/// Removes, replaces or adds something somewhere.
fn mutate(value: &mut Value, place: usize, kind: u8, with: Value) {
    let mut all = Vec::new();
    places(value, "", &mut all);
    let place = &all[place % all.len()];
    let Some(target) = value.pointer_mut(place) else { return };
    match (kind % 3, target) {
        (1, Value::Object(fields)) => drop(fields.insert("added".to_owned(), with)),
        (1, Value::Array(items)) => items.push(with),
        (2, Value::Object(fields)) => {
            let first = fields.keys().nth(place.len() % fields.len().max(1)).cloned();
            *fields = fields
                .iter()
                .filter(|(name, _)| Some(*name) != first.as_ref())
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect::<Map<_, _>>();
        }
        (_, target) => *target = with,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode::<Command>(&bytes);
        let _ = decode::<Query>(&bytes);
        let _ = replay_hash(&bytes);
    }

    /// The walk along the schema says of every refused message what is wrong and where; it never shrugs.
    #[test]
    fn the_walk_along_the_schema_agrees_with_what_is_refused(
        which in 0_usize..8,
        mutations in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any_value()), 1..3),
    ) {
        let mut good = vec![receive(), place()];
        good.extend(others());
        let mut value = good.swap_remove(which);
        prop_assert!(decode::<Command>(value.to_string().as_bytes()).is_ok(), "{value}");
        for (place, kind, with) in mutations {
            mutate(&mut value, place.index(1000), kind, with);
        }
        let accepted = serde_json::from_value::<Command>(value.clone()).is_ok();
        match decode::<Command>(value.to_string().as_bytes()) {
            Ok(_) => prop_assert!(accepted),
            Err(Error::Input(problems)) => {
                prop_assert!(!accepted && !problems.is_empty());
                for problem in problems.as_slice() {
                    prop_assert!(problem.code != "input.invalid_value", "{value}: {problem:?}");
                    let (parent, _) = problem.path.rsplit_once('/').unwrap_or_default();
                    prop_assert!(value.pointer(parent).is_some(), "{value}: {problem:?} has no place");
                }
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

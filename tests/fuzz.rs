//! Every command, query and calculation with wounds: whatever it is made of, it is answered or refused with a code, and
//! the books are sound afterwards.
//!
//! The shared stories are the corpus. `OMS_FUZZ_ROUNDS` says how many wounded copies of each message are tried, and
//! `OMS_FUZZ_SEED` with which wounds.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use oms_core::wire::{SCHEMA, WireOms, calculate_json, replay_hash};
use oms_core::{Error, ErrorKind};
use serde_json::{Value, json};

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % n.max(1) as u64).unwrap()
    }
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn stories() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/stories");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()).collect()
}

/// The commands, the query or the calculation of a step, under the name of what they are.
fn messages(step: &Value) -> Vec<(&'static str, &Value)> {
    let one = ["command", "query", "calculation"].into_iter();
    let many = step["commands"].as_array().into_iter().flatten();
    one.filter_map(|name| Some((name, step.get(name)?))).chain(many.map(|one| ("command", one))).collect()
}

/// Every place in a value, as JSON pointers.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    let mut inner = |name: &str, value| places(value, &format!("{here}/{name}"), found);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| inner(name, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| inner(&at.to_string(), value)),
        _ => {}
    }
}

/// What breaks careless programs: the ends of every range, and what looks right and is not.
fn odd(random: &mut Random) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(u32::MAX),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e308),
        json!(""),
        json!("0"),
        json!("-0.01"),
        json!("79228162514264337593543950335"),
        json!("0.0000000000000000000000000001"),
        json!("1970-01-01T00:00:00Z"),
        json!("-262143-01-01T00:00:00Z"),
        json!("+262142-12-31T23:59:59.999999999Z"),
        json!("2026-11-11T23:59:60Z"),
        json!("\u{0}\u{1F600}"),
        json!("x".repeat(300)),
        json!([]),
        json!({}),
        json!([[], {}]),
        json!({"amount": "922337203685477580.7", "currency": "EUR"}),
        json!({"amount": "-0.01", "currency": "JPY"}),
    ];
    all[random.below(all.len())].clone()
}

/// A copy with a place replaced by something odd or by another part of the story, removed, doubled or added.
fn wounded(message: &Value, donor: &Value, random: &mut Random) -> Value {
    let mut copy = message.clone();
    for _ in 0..=random.below(2) {
        let (mut own, mut others) = (Vec::new(), Vec::new());
        places(&copy, "", &mut own);
        places(donor, "", &mut others);
        let graft = donor.pointer(&others[random.below(others.len())]).unwrap().clone();
        let place = own[random.below(own.len())].clone();
        let how = random.below(8);
        let target = copy.pointer_mut(&place).unwrap();
        match (how, target) {
            (0, Value::Object(fields)) if !fields.is_empty() => {
                let name = fields.keys().nth(random.below(fields.len())).unwrap().clone();
                fields.remove(&name);
            }
            (0 | 1, Value::Array(items)) if !items.is_empty() => {
                let one = items[random.below(items.len())].clone();
                items.push(one);
            }
            (1, Value::Object(fields)) => drop(fields.insert("added".to_owned(), graft)),
            (2 | 3, Value::Number(number)) => {
                let near = [0, 1, 2, 1_000_000, 4_294_967_295, -1][random.below(6)];
                let sum = number.as_i64().unwrap_or_default().wrapping_add(near);
                *target_of(&mut copy, &place) = json!(sum);
            }
            (4..=6, target) => *target = odd(random),
            (_, target) => *target = graft,
        }
    }
    copy
}

fn target_of<'v>(value: &'v mut Value, place: &str) -> &'v mut Value {
    value.pointer_mut(place).unwrap()
}

fn refused(error: &Error, message: &Value, seed: u64) {
    assert_ne!(error.kind(), ErrorKind::Internal, "seed {seed}: {message}: {error}");
    assert!(error.code().contains('.') && !error.to_string().is_empty(), "seed {seed}: {message}");
}

/// Tries a message; whether it was answered.
fn tried(oms: &WireOms, kind: &str, message: &Value, seed: u64) -> bool {
    let bytes = message.to_string();
    let before = (kind == "command").then(|| oms.state_hash());
    let answer = match kind {
        "command" => oms.execute(bytes.as_bytes()),
        "query" => oms.query(bytes.as_bytes()),
        _ => calculate_json(bytes.as_bytes()),
    };
    match answer {
        Ok(answer) => {
            assert!(serde_json::from_slice::<Value>(&answer).is_ok(), "seed {seed}: {message}");
            true
        }
        Err(error) => {
            refused(&error, message, seed);
            let same = before.is_none_or(|before| oms.state_hash() == before);
            assert!(same, "seed {seed}: a refused command changes nothing: {message}");
            false
        }
    }
}

#[test]
fn every_message_with_wounds_is_answered_or_refused_and_the_books_stay_sound() {
    let (rounds, seed) = (setting("OMS_FUZZ_ROUNDS", 2), setting("OMS_FUZZ_SEED", 20_261_111));
    let mut random = Random(seed);
    let (mut answered, mut refused, mut number) = (0_u32, 0_u32, 0_u32);
    let stories = stories();
    for story in &stories {
        let oms = WireOms::new();
        let steps = story["steps"].as_array().unwrap();
        for step in steps {
            for (kind, message) in messages(step) {
                for _ in 0..rounds {
                    let donor = &steps[random.below(steps.len())];
                    let mut copy = wounded(message, donor, &mut random);
                    number += 1;
                    // A fresh id, so that the wound is not taken for another use of the first one.
                    if kind == "command" && copy.get("id").is_some_and(Value::is_string) {
                        copy["id"] = json!(format!("fuzz-{number}"));
                    }
                    if tried(&oms, kind, &copy, seed) { answered += 1 } else { refused += 1 }
                }
                let _ = tried(&oms, kind, message, seed);
            }
        }
        let journal = oms.journal();
        assert_eq!(replay_hash(&journal).unwrap(), oms.state_hash(), "seed {seed}: {}", story["name"]);
        let audit: Value = serde_json::from_slice(&oms.query(br#"{"type": "audit"}"#).unwrap()).unwrap();
        assert_eq!(audit["audit"]["findings"], json!([]), "seed {seed}: {}", story["name"]);
    }
    assert!(answered > number / 20 && refused > number / 20, "{answered} answered, {refused} refused");
}

/// The names that the schema gives the variants of a type.
fn variants(name: &str) -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let all = schema["$defs"][name]["oneOf"].as_array().unwrap();
    let resolved = all.iter().map(|one| match one["$ref"].as_str() {
        Some(path) => schema.pointer(path.trim_start_matches('#')).unwrap(),
        None => one,
    });
    resolved.map(|one| one["properties"]["type"]["const"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_stories_tell_every_command_query_and_calculation() {
    let mut told: [BTreeSet<String>; 3] = Default::default();
    let stories = stories();
    for (kind, message) in
        stories.iter().flat_map(|story| story["steps"].as_array().unwrap()).flat_map(messages)
    {
        let (at, name) = match kind {
            "command" => (0, &message["action"]["type"]),
            "query" => (1, &message["type"]),
            _ => (2, &message["type"]),
        };
        told[at].extend(name.as_str().map(str::to_owned));
    }
    for (told, name) in told.iter().zip(["Action", "Query", "Calculation"]) {
        assert_eq!(variants(name).difference(told).collect::<Vec<_>>(), [""; 0], "{name}");
    }
}

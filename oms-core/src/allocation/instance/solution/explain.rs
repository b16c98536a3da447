//! What is wrong with JSON that is no solution: every part, with its place.

use serde_json::Value;

use crate::value::Problems;

/// What is wrong with a solution that did not read.
pub(super) fn solution(json: &[u8], error: &serde_json::Error) -> Problems {
    told(json, error, |value, problems| {
        if let Some(shipments) = value.get("shipments") {
            list(shipments, "/shipments", problems);
        }
    })
}

/// What is wrong with shipments that did not read.
pub(super) fn shipments(json: &[u8], error: &serde_json::Error) -> Problems {
    told(json, error, |value, problems| list(value, "", problems))
}

fn told(json: &[u8], error: &serde_json::Error, walk: impl Fn(&Value, &mut Problems)) -> Problems {
    let mut problems = Problems::new();
    if let Ok(value) = serde_json::from_slice::<Value>(json) {
        walk(&value, &mut problems);
    }
    if problems.is_empty() {
        problems.add("input.malformed_json", "", error.to_string().chars().take(300).collect::<String>());
    }
    problems
}

fn list(value: &Value, path: &str, problems: &mut Problems) {
    let Some(shipments) = value.as_array() else {
        problems.add("input.wrong_type", path, "expected an array of shipments");
        return;
    };
    for (at, shipment) in shipments.iter().enumerate() {
        let path = format!("{path}/{at}");
        match shipment.as_array().map(Vec::as_slice) {
            Some([order, node, service, items]) => {
                for (at, index) in [order, node, service].into_iter().enumerate() {
                    whole(index, format!("{path}/{at}"), problems);
                }
                pairs(items, &format!("{path}/3"), problems);
            }
            _ => problems.add(
                "input.wrong_type",
                path,
                "a shipment is [order, node, service, [[line, units], ...]]",
            ),
        }
    }
}

fn pairs(items: &Value, path: &str, problems: &mut Problems) {
    let Some(items) = items.as_array() else {
        problems.add("input.wrong_type", path, "expected [[line, units], ...]");
        return;
    };
    for (at, item) in items.iter().enumerate() {
        match item.as_array().map(Vec::as_slice) {
            Some([line, units]) => {
                whole(line, format!("{path}/{at}/0"), problems);
                whole(units, format!("{path}/{at}/1"), problems);
            }
            _ => problems.add("input.wrong_type", format!("{path}/{at}"), "expected [line, units]"),
        }
    }
}

fn whole(value: &Value, path: String, problems: &mut Problems) {
    if value.as_u64().is_none_or(|value| u32::try_from(value).is_err()) {
        problems.add("input.out_of_range", path, format!("a whole number from 0 to {}", u32::MAX));
    }
}

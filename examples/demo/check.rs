//! Comparing the summary's truth object with a file of known figures.

use serde_json::Value;

/// Where the two say different things: every key that stands in both is compared. Returns how many figures were.
pub(crate) fn differences(ours: &Value, known: &Value) -> (u64, Vec<String>) {
    let mut found = (0, Vec::new());
    compare("", ours, known, &mut found);
    found
}

fn compare(path: &str, ours: &Value, known: &Value, found: &mut (u64, Vec<String>)) {
    if let (Value::Object(ours), Value::Object(known)) = (ours, known) {
        for (key, value) in ours {
            match known.get(key) {
                Some(known) => compare(&format!("{path}/{key}"), value, known, found),
                // A group that only one side has is a difference, a whole figure is not.
                None if path.matches('/').count() == 1 && value.is_object() => {
                    found.1.push(format!("{path}/{key} is not among the known figures"));
                }
                None => {}
            }
        }
        let groups = path.matches('/').count() == 1 && path != "/durations_seconds";
        for key in known.keys().filter(|key| groups && !ours.contains_key(*key)) {
            found.1.push(format!("{path}/{key} is missing"));
        }
        return;
    }
    found.0 += 1;
    if ours != known {
        found.1.push(format!("{path} is {ours}, known is {known}"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_difference_is_named_with_its_place() {
        let known = json!({"rows": {"orders": 2}, "months": {"01": {"n": 1}, "02": {"n": 1}}, "more": 1});
        let ours = json!({"rows": {"orders": 3}, "months": {"01": {"n": 1}}});
        let (compared, differences) = differences(&ours, &known);
        assert_eq!(compared, 2);
        assert_eq!(differences, ["/months/02 is missing", "/rows/orders is 3, known is 2"]);
    }
}

//! Reading JSON, with every problem of a bad one at once.

use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::SCHEMA;
use crate::error::Error;
use crate::network::TimeOfDay;
use crate::value::{CountryCode, Currency, Money, Problems, SkuId};

/// A type that stands at the top of a message, with its name in the schema.
pub trait Decode: DeserializeOwned {
    /// The name under `$defs`.
    const NAME: &'static str;
    /// Whether it is a list of them.
    const IS_LIST: bool = false;
}

macro_rules! roots {
    ($($name:literal => $type:ty),+ $(,)?) => {$(
        impl Decode for $type {
            const NAME: &'static str = $name;
        }
    )+};
}

roots! {
    "AllocationAssignment" => crate::allocation::AllocationAssignment,
    "AllocationPlan" => crate::allocation::AllocationPlan,
    "AllocationProblem" => crate::allocation::AllocationProblem,
    "AllocationStrategyKind" => crate::allocation::AllocationStrategyKind,
    "Calculated" => super::Calculated,
    "Calculation" => super::Calculation,
    "Command" => crate::engine::Command,
    "Commit" => crate::store::Commit,
    "InstanceFile" => crate::allocation::instance::InstanceFile,
    "JournalEntry" => crate::store::JournalEntry,
    "Keys" => crate::store::Keys,
    "OrderBatch" => crate::engine::OrderBatch,
    "Query" => crate::engine::Query,
    "Snapshot" => crate::store::Snapshot,
    "WaitingQueue" => crate::engine::WaitingQueue,
}

impl<T: Decode> Decode for Vec<T> {
    const NAME: &'static str = T::NAME;
    const IS_LIST: bool = true;
}

/// Reads a message.
///
/// A good message costs one pass. A bad one is walked again along the schema, and every problem in it is reported with
/// a code and a JSON pointer: unknown and missing fields, wrong types, numbers out of range, unknown values,
/// malformed ids, decimals, currencies and instants.
///
/// # Errors
/// [`Error::Input`].
///
/// ```
/// use oms_core::{engine::Query, wire::decode};
/// let error = decode::<Query>(br#"{"type": "journal", "from": -1, "limits": 5}"#).unwrap_err();
/// let codes: Vec<_> = error.problems().iter().map(|problem| (&*problem.code, &*problem.path)).collect();
/// assert_eq!(codes, [
///     ("input.out_of_range", "/from"),
///     ("input.missing_field", "/limit"),
///     ("input.unknown_field", "/limits"),
/// ]);
/// ```
pub fn decode<T: Decode>(json: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(json).map_err(|error| Error::Input(explain::<T>(json, &error)))
}

/// The schema as a tree: a constant, parsed once, because parsing it costs more than reading any message.
static PARSED: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(SCHEMA).unwrap_or_default());

/// The longest piece of input that a message quotes.
const QUOTE: usize = 60;

pub(super) fn quote(text: &str) -> String {
    if text.chars().nth(QUOTE).is_none() {
        text.to_owned()
    } else {
        text.chars().take(QUOTE).chain(['…']).collect()
    }
}

fn explain<T: Decode>(json: &[u8], error: &serde_json::Error) -> Problems {
    let mut problems = Problems::new();
    let value: Value = match serde_json::from_slice(json) {
        Ok(value) => value,
        Err(error) => {
            problems.add("input.malformed_json", "", quote(&error.to_string()));
            return problems;
        }
    };
    let mut walk = Walk { defs: PARSED.get("$defs").and_then(Value::as_object), problems: Problems::new() };
    if let Some(root) = walk.defs.and_then(|defs| defs.get(T::NAME)) {
        match &value {
            Value::Array(items) if T::IS_LIST => {
                for (at, item) in items.iter().enumerate() {
                    walk.check(root, item, &format!("/{at}"));
                }
            }
            other if T::IS_LIST => {
                let message = format!("expected array, found {}", type_of(other));
                walk.problems.add("input.wrong_type", "", message);
            }
            value => walk.check(root, value, ""),
        }
    }
    if walk.problems.is_empty() {
        walk.problems.add("input.invalid_value", "", error.to_string().chars().take(300).collect::<String>());
    }
    walk.problems
}

struct Walk<'s> {
    defs: Option<&'s Map<String, Value>>,
    problems: Problems,
}

impl<'s> Walk<'s> {
    fn check(&mut self, schema: &'s Value, value: &Value, path: &str) {
        let schema = self.resolve(schema);
        if let Some(options) = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array) {
            self.check_options(options, value, path);
            return;
        }
        if let Some(known) = schema.get("enum").and_then(Value::as_array) {
            if !known.contains(value) {
                self.unknown_value(known.iter(), value, path);
            }
            return;
        }
        if let Some(known) = schema.get("const") {
            if known != value {
                self.unknown_value(std::iter::once(known), value, path);
            }
            return;
        }
        let types = match schema.get("type") {
            Some(Value::String(one)) => vec![one.as_str()],
            Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
            _ => return,
        };
        match value {
            Value::Null if types.contains(&"null") => {}
            Value::Bool(_) if types.contains(&"boolean") => {}
            Value::String(text) if types.contains(&"string") => self.check_text(schema, text, path),
            Value::Number(number) if types.contains(&"integer") => self.check_number(schema, number, path),
            Value::Array(items) if types.contains(&"array") => {
                if let Some(schema) = schema.get("items") {
                    for (at, item) in items.iter().enumerate() {
                        self.check(schema, item, &format!("{path}/{at}"));
                    }
                }
            }
            Value::Object(fields) if types.contains(&"object") => self.check_object(schema, fields, path),
            other => {
                let message = format!("expected {}, found {}", types.join(" or "), type_of(other));
                self.problems.add("input.wrong_type", path, message);
            }
        }
    }

    fn resolve(&self, schema: &'s Value) -> &'s Value {
        let mut schema = schema;
        // Definitions refer to each other, never in circles of references only; the bound is for a broken schema.
        for _ in 0..16 {
            let name =
                schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/$defs/"));
            match name.and_then(|name| self.defs?.get(name)) {
                Some(definition) => schema = definition,
                None => break,
            }
        }
        schema
    }

    /// A tagged union, an enumeration with documented values, or something that may be null.
    fn check_options(&mut self, options: &'s [Value], value: &Value, path: &str) {
        let resolved: Vec<&'s Value> = options.iter().map(|option| self.resolve(option)).collect();
        let is_null = |schema: &Value| schema.get("type").and_then(Value::as_str) == Some("null");
        let others: Vec<&'s Value> = resolved.iter().copied().filter(|option| !is_null(option)).collect();
        if let ([only], true) = (others.as_slice(), others.len() < resolved.len()) {
            if !value.is_null() {
                self.check(only, value, path);
            }
            return;
        }
        let tag_of = |schema: &'s Value| schema.get("properties")?.get("type")?.get("const");
        let tags: Vec<&'s Value> = resolved.iter().filter_map(|option| tag_of(option)).collect();
        if tags.is_empty() {
            let constants = resolved.iter().filter_map(|option| option.get("const"));
            let lists = resolved.iter().filter_map(|option| option.get("enum")?.as_array()).flatten();
            let known: Vec<&Value> = constants.chain(lists).collect();
            if !known.contains(&value) {
                self.unknown_value(known.into_iter(), value, path);
            }
            return;
        }
        let Value::Object(fields) = value else {
            self.problems.add("input.wrong_type", path, format!("expected object, found {}", type_of(value)));
            return;
        };
        match fields.get("type") {
            None => self.problems.add(
                "input.missing_field",
                format!("{path}/type"),
                "the field `type` is missing",
            ),
            Some(tag) => match resolved.iter().find(|option| tag_of(option) == Some(tag)) {
                Some(option) => self.check_object(option, fields, path),
                None => self.unknown_value(tags.into_iter(), tag, &format!("{path}/type")),
            },
        }
    }

    fn check_object(&mut self, schema: &'s Value, fields: &Map<String, Value>, path: &str) {
        let properties = schema.get("properties").and_then(Value::as_object);
        let required = schema.get("required").and_then(Value::as_array);
        let mut problems: Vec<(String, Option<&'s Value>, Option<&Value>)> = Vec::new();
        for name in required.into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                problems.push((name.to_owned(), None, None));
            }
        }
        let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        for (name, value) in fields {
            let known = properties.and_then(|properties| properties.get(name)).or(others);
            if known.is_some() || closed {
                problems.push((name.clone(), known, Some(value)));
            }
        }
        problems.sort_by(|left, right| left.0.cmp(&right.0));
        for (name, schema, value) in problems {
            let here = format!("{path}/{}", quote(&name.replace('~', "~0").replace('/', "~1")));
            match (schema, value) {
                (Some(schema), Some(value)) => self.check(schema, value, &here),
                (None, Some(_)) => {
                    self.problems.add("input.unknown_field", here, "there is no such field");
                }
                _ => self.problems.add("input.missing_field", here, format!("the field `{name}` is missing")),
            }
        }
        if schema.get("format").and_then(Value::as_str) == Some("money") {
            self.check_money(fields, path);
        }
    }

    /// The parts may be fine and the whole not: more decimals than the currency has.
    fn check_money(&mut self, fields: &Map<String, Value>, path: &str) {
        let text = |name: &str| fields.get(name).and_then(Value::as_str);
        let (Some(amount), Some(currency)) = (text("amount"), text("currency").and_then(Currency::new))
        else {
            return;
        };
        match Money::parse(amount, currency) {
            Err(crate::value::MoneyError::NotANumber) | Ok(_) => {}
            Err(error) => {
                self.problems.add(error.code(), format!("{path}/amount"), quote(&error.to_string()));
            }
        }
    }

    fn check_text(&mut self, schema: &Value, text: &str, path: &str) {
        let limit =
            schema.get("maxLength").and_then(Value::as_u64).and_then(|limit| usize::try_from(limit).ok());
        if let Some(limit) = limit.filter(|limit| text.len() > *limit) {
            let message = format!("at most {limit} bytes, this has {}", text.len());
            self.problems.add("input.too_long", path, message);
            return;
        }
        let expected = match schema.get("format").and_then(Value::as_str) {
            Some("id") if SkuId::new(text).is_err() => {
                "1 to 128 bytes without control characters or surrounding white space"
            }
            Some("decimal")
                if Money::parse(text, Currency::USD) == Err(crate::value::MoneyError::NotANumber) =>
            {
                "a plain decimal number in quotes, such as \"12.30\""
            }
            Some("currency") if Currency::new(text).is_none() => "a currency code of ISO 4217, such as EUR",
            Some("country") if CountryCode::new(text).is_none() => "a country code of ISO 3166-1, such as DE",
            Some("date-time") if text.parse::<crate::value::Instant>().is_err() => {
                "an instant of RFC 3339, such as 2026-11-11T00:00:00Z"
            }
            Some("time-of-day") if TimeOfDay::parse(text).is_none() => "a time of day such as 09:30",
            Some("date") if text.parse::<chrono::NaiveDate>().is_err() => "a date such as 2026-11-11",
            _ => return,
        };
        self.problems.add("input.bad_format", path, format!("expected {expected}, found `{}`", quote(text)));
    }

    fn check_number(&mut self, schema: &Value, number: &serde_json::Number, path: &str) {
        let bound = |name: &str| schema.get(name).and_then(Value::as_i64).map(i128::from);
        let (low, high) = match schema.get("format").and_then(Value::as_str) {
            Some("uint8") => (0, i128::from(u8::MAX)),
            Some("uint16") => (0, i128::from(u16::MAX)),
            Some("uint32") => (0, i128::from(u32::MAX)),
            Some("uint64") => (0, i128::from(u64::MAX)),
            Some("int32") => (i128::from(i32::MIN), i128::from(i32::MAX)),
            _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
        };
        let (low, high) =
            (bound("minimum").unwrap_or(low).max(low), bound("maximum").unwrap_or(high).min(high));
        let whole = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
        match whole {
            Some(whole) if (low..=high).contains(&whole) => {}
            Some(_) => {
                self.problems.add("input.out_of_range", path, format!("a whole number from {low} to {high}"));
            }
            None => self.problems.add("input.wrong_type", path, "expected a whole number"),
        }
    }

    fn unknown_value<'k>(&mut self, known: impl Iterator<Item = &'k Value>, value: &Value, path: &str) {
        let known: Vec<&str> = known.filter_map(Value::as_str).collect();
        let found =
            value.as_str().map_or_else(|| type_of(value).to_owned(), |text| format!("`{}`", quote(text)));
        let message = format!("{found} is not one of: {}", known.join(", "));
        self.problems.add("input.unknown_value", path, message);
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "a number with a fraction or beyond 64 bits",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

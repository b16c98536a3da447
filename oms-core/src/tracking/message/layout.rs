//! Where the parts of a message stand, and walking there.
//!
//! A path names fields with `/` between them; `*` is each element of a list, and a value that is no list counts as a
//! list of itself.

use serde_json::Value;

/// Where the parts of a format stand. Of several paths the first that leads somewhere counts.
pub(super) struct Layout {
    /// Whose codes they are.
    pub(super) source: &'static str,
    /// To the parcels.
    pub(super) parcels: &'static [&'static str],
    /// From a parcel to its number.
    pub(super) number: &'static [&'static str],
    /// From a parcel to its carrier.
    pub(super) carrier: &'static [&'static str],
    /// From a parcel to its scans; all of them count.
    pub(super) events: &'static [&'static str],
    /// From a scan to its time, or to its date.
    pub(super) date: &'static [&'static str],
    /// From a scan to the time of day, where that stands apart.
    pub(super) time: &'static str,
    /// From a scan to the zone, where that stands apart.
    pub(super) zone: &'static str,
    /// From a scan to the carrier's code.
    pub(super) code: &'static [&'static str],
    /// From a scan to a code below that, joined to it with a slash.
    pub(super) sub_code: &'static str,
    /// From a parcel to the code of its newest scan, where scans have none.
    pub(super) latest: &'static [&'static str],
    /// From a scan to its words.
    pub(super) note: &'static [&'static str],
    /// From a scan to its place: all that lead somewhere, joined.
    pub(super) place: &'static [&'static str],
    /// From a message to why it holds no parcel.
    pub(super) fault: &'static [&'static str],
    /// From a message to why it lacks a parcel that was asked for.
    pub(super) refused: &'static [&'static str],
    /// Minutes east of UTC of times without a zone, where the format documents them.
    pub(super) offset: Option<i32>,
    /// Whether a status is read out of the words where there is no known code.
    pub(super) words: bool,
    /// Whether the message is XML.
    pub(super) xml: bool,
}

/// A layout that leads nowhere, to build the others on.
pub(super) const NOWHERE: Layout = Layout {
    source: "",
    parcels: &[],
    number: &[],
    carrier: &[],
    events: &[],
    date: &[],
    time: "",
    zone: "",
    code: &[],
    sub_code: "",
    latest: &[],
    note: &[],
    place: &[],
    fault: &[],
    refused: &[],
    offset: None,
    words: false,
    xml: false,
};

/// A value and where it stands.
pub(super) struct Found<'v> {
    pub(super) at: String,
    pub(super) value: &'v Value,
}

impl<'v> Found<'v> {
    /// Everything that a path leads to.
    pub(super) fn all(&self, path: &str) -> Vec<Found<'v>> {
        let mut found = vec![Found { at: self.at.clone(), value: self.value }];
        for step in path.split('/').filter(|step| !step.is_empty()) {
            found = found.into_iter().flat_map(|here| here.step(step)).collect();
        }
        found
    }

    /// What the first of several paths leads to, `null` and empty texts left out.
    pub(super) fn text(&self, paths: &[&str]) -> Option<String> {
        paths.iter().flat_map(|path| self.all(path)).find_map(|found| text_of(found.value))
    }

    /// As [`text`](Self::text), of one path that may be none.
    pub(super) fn text_at(&self, path: &str) -> Option<String> {
        if path.is_empty() { None } else { self.text(&[path]) }
    }

    fn step(self, step: &str) -> Vec<Found<'v>> {
        match (step, self.value) {
            ("*", Value::Array(items)) => {
                let each = |(index, value)| Found { at: format!("{}/{index}", self.at), value };
                items.iter().enumerate().map(each).collect()
            }
            ("*", Value::Null) => vec![],
            ("*", _) => vec![self],
            (name, value) => {
                let value = value.get(name).filter(|value| !value.is_null());
                value.map(|value| Found { at: format!("{}/{name}", self.at), value }).into_iter().collect()
            }
        }
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

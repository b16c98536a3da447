//! Whose tracking number it may be, and whether it is well formed: length, shape, serial number and check digit, held
//! against a table of published formats.
//!
//! | rule | published by |
//! | --- | --- |
//! | weights 8 6 4 2 3 5 9 7, modulo 11, a country behind | UPU S10 |
//! | weights 3 and 1 from the right, modulo 10: SSCC, USPS, Canada Post | GS1; USPS Publications 91, 97, 199 |
//! | weights 1 and 2 from the left, letters as 2 … 9 0 1 … | UPS; OnTrac |
//! | weights 3 1 7 or 1 7 3, modulo 11, then 10 | FedEx |
//! | doubled digits summed (Luhn) | ISO/IEC 7812-1; Purolator, Old Dominion |
//! | MOD 37,36 | ISO 7064; DPD |
//! | remainder by 7 | DHL Express; Japan Post, Yamato, Sagawa |
//! | weights 4 and 9 from the right, modulo 10 | Deutsche Post, Identcode and Leitcode |
//!
//! Chinese couriers publish lengths and prefixes and no check digit.

mod check;
mod china;
mod europe;
mod format;
mod north_america;
mod post;
mod shape;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::value::Text;
use format::{Format, LONGEST, Verdict};

const TABLES: [&[Format]; 4] = [post::FORMATS, north_america::FORMATS, europe::FORMATS, china::FORMATS];

/// A number as somebody typed or scanned it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecogniseTrackingNumber"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecogniseTrackingNumber {
    /// The number; white space in it and small letters do not matter.
    pub number: Text,
}

/// Whose number it may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TrackingNumberReading"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingNumberReading {
    /// The number without white space, in capitals; empty where it is longer than 64 characters or no number at all.
    pub number: String,
    /// The formats that it fits, the surest first.
    pub candidates: Vec<TrackingNumberCandidate>,
    /// The formats whose shape it has, but not their check digit or country: probably misread or mistyped.
    pub near: Vec<TrackingNumberCandidate>,
}

/// A format that a number fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingNumberCandidate {
    /// The courier, such as `ups`.
    pub courier: String,
    /// The format, such as `ups`.
    pub format: String,
    /// Whether the format has a check digit. Where it has none, many a number fits by chance.
    pub checked: bool,
    /// Who published the rule.
    pub source: String,
}

impl TrackingNumberReading {
    /// Whether it is a number of a courier.
    #[must_use]
    pub fn is_of(&self, courier: &str) -> bool {
        self.candidates.iter().any(|candidate| candidate.courier == courier)
    }
}

/// Holds a number against every format, `O(formats)`, without allocating for those that it does not fit.
///
/// Candidates stand in the order of how much a fit says: formats with a check digit first, then those that fix more
/// characters, then by courier and format. A number may fit several: couriers share lengths, and some hand parcels on
/// under a post's number.
///
/// ```
/// use oms_core::tracking::recognise_tracking_number;
/// let reading = recognise_tracking_number("RB 123 456 785 US");
/// assert_eq!(reading.candidates[0].format, "s10");
/// let mistyped = recognise_tracking_number("RB123456786US");
/// assert!(!mistyped.is_of("s10") && mistyped.near[0].format == "s10");
/// ```
#[must_use]
pub fn recognise_tracking_number(number: &str) -> TrackingNumberReading {
    let Some(number) = cleaned(number) else {
        return TrackingNumberReading { number: String::new(), candidates: vec![], near: vec![] };
    };
    let (mut fits, mut near) = (Vec::new(), Vec::new());
    for format in TABLES.into_iter().flatten() {
        match format.judge(number.as_bytes()) {
            Verdict::Fits(fixed) => fits.push((format, fixed)),
            Verdict::Wrong => near.push((format, 0)),
            Verdict::Other => {}
        }
    }
    TrackingNumberReading { number, candidates: ranked(fits), near: ranked(near) }
}

/// Whether a number fits one format of the table; `None` when there is no such format.
///
/// ```
/// use oms_core::tracking::fits_tracking_format;
/// assert_eq!(fits_tracking_format("1Z5R89390357567127", "ups"), Some(true));
/// assert_eq!(fits_tracking_format("1Z5R89390357567128", "ups"), Some(false));
/// ```
#[must_use]
pub fn fits_tracking_format(number: &str, format: &str) -> Option<bool> {
    let format = TABLES.into_iter().flatten().find(|known| known.id == format)?;
    let number = cleaned(number).unwrap_or_default();
    Some(matches!(format.judge(number.as_bytes()), Verdict::Fits(_)))
}

/// The formats that are recognised, by courier and format.
#[must_use]
pub fn tracking_number_formats() -> Vec<TrackingNumberCandidate> {
    let mut formats: Vec<_> = TABLES.into_iter().flatten().map(candidate).collect();
    formats.sort_by(|one, other| (&one.courier, &one.format).cmp(&(&other.courier, &other.format)));
    formats
}

fn candidate(format: &Format) -> TrackingNumberCandidate {
    TrackingNumberCandidate {
        courier: format.courier.to_owned(),
        format: format.id.to_owned(),
        checked: format.check.is_some(),
        source: format.source.to_owned(),
    }
}

/// The number without white space, in capitals.
fn cleaned(number: &str) -> Option<String> {
    let mut clean = String::new();
    for letter in number.chars().filter(|letter| !letter.is_whitespace()) {
        if !letter.is_ascii_graphic() || clean.len() >= LONGEST {
            return None;
        }
        clean.push(letter.to_ascii_uppercase());
    }
    Some(clean)
}

fn ranked(mut found: Vec<(&Format, usize)>) -> Vec<TrackingNumberCandidate> {
    found.sort_by_key(|(format, fixed)| {
        (!format.check.is_some(), std::cmp::Reverse(*fixed), format.courier, format.id)
    });
    found.into_iter().map(|(format, _)| candidate(format)).collect()
}

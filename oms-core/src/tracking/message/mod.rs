//! Reading what carriers and tracking services send about parcels: webhooks and answers of their APIs.
//!
//! Every format is a [`Layout`](layout::Layout): where parcels, numbers, scans, times and codes stand. One reader
//! walks them all, so that a new format is a new table.

mod carriers;
mod format;
mod layout;
mod old_xml;
mod read;
mod services;
mod time;
mod xml;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::mapping::{TrackingCodeRow, TrackingGap};
use crate::shipment::TrackingEvent;
use crate::value::{Problem, Problems, TrackingNumber};
pub use format::TrackingFormat;

/// Offsets from UTC reach from −12 to +14 hours.
const OFFSETS: std::ops::RangeInclusive<i32> = -720..=840;

/// A message about parcels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParseTrackingMessage"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParseTrackingMessage {
    /// In which format it is.
    pub format: TrackingFormat,
    /// The message as it came: JSON, or XML for the formats that are. Of a form, the field that holds it.
    pub body: String,
    /// Minutes east of UTC of times that name no zone. Goes before what the format documents; where neither is known,
    /// such a scan is a problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed_offset_minutes: Option<i32>,
    /// Whether a status may be read out of the words where the code is unknown. Formats without codes do it anyway.
    #[serde(default)]
    pub by_words: bool,
    /// Rows of the merchant's own, looked at before the tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<TrackingCodeRow>,
}

/// What a message says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TrackingMessage"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingMessage {
    /// Its parcels, in the order of the message; a parcel that stands there more than once stands here once.
    pub parcels: Vec<TrackingMessageParcel>,
    /// Codes that are in no table, counted.
    pub gaps: Vec<TrackingGap>,
    /// Scans and parcels that cannot be read, each with its place in the message; the others are above.
    pub problems: Vec<Problem>,
}

/// What a message says of one parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingMessageParcel {
    /// Its number; absent where the format leaves it to the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<TrackingNumber>,
    /// Its carrier, as the sender of the message calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// Its scans: a set, sorted.
    pub events: Vec<TrackingEvent>,
}

/// Reads a message into normal events.
///
/// What cannot be read is a problem with a code and its place (a JSON pointer into the message), beside all that can.
/// `O(size of the message)`; any text is read or refused, never worse.
///
/// ```
/// use oms_core::shipment::TrackingStatus;
/// use oms_core::tracking::{ParseTrackingMessage, TrackingFormat, parse_tracking_message};
/// let body = r#"{"lastResult": {"com": "yuantong", "nu": "YT1234567890123", "state": "3", "data": [
///     {"time": "2026-11-11 10:00:00", "statusCode": "301", "context": "已签收"}]}}"#;
/// let message = parse_tracking_message(&ParseTrackingMessage {
///     format: TrackingFormat::Kuaidi100,
///     body: body.to_owned(),
///     assumed_offset_minutes: None, // 快递100 documents Beijing time
///     by_words: false,
///     rows: vec![],
/// })?;
/// let scan = &message.parcels[0].events[0];
/// assert_eq!((scan.status, scan.at.to_rfc3339()), (TrackingStatus::Delivered, "2026-11-11T02:00:00+00:00".into()));
/// # Ok::<(), oms_core::value::Problems>(())
/// ```
///
/// # Errors
/// [`Problems`] when the message is no JSON or XML, is of another format, or says why it holds no parcel.
pub fn parse_tracking_message(request: &ParseTrackingMessage) -> Result<TrackingMessage, Problems> {
    let mut problems = Problems::new();
    if request.assumed_offset_minutes.is_some_and(|minutes| !OFFSETS.contains(&minutes)) {
        problems.add("input.out_of_range", "/assumedOffsetMinutes", "name −720 to 840 minutes east of UTC");
    }
    let layout = request.format.layout();
    let tree = if layout.xml {
        xml::read(&request.body)
    } else {
        serde_json::from_str(&request.body).map_err(|error| error.to_string())
    };
    match tree {
        Err(reason) => problems.add("tracking.unreadable", "/body", reason),
        Ok(tree) if problems.is_empty() => return read::Reader::new(layout, request).read(&tree),
        Ok(_) => {}
    }
    Err(problems)
}

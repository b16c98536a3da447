//! Layouts of carriers' older XML messages, as their public documentation gives them. They need the feature `xml`.

use super::layout::{Layout, NOWHERE};

/// FedEx: Track Service (SOAP), with or without its envelope.
pub(super) const FEDEX_SOAP: Layout = Layout {
    source: "fedex",
    parcels: &[
        "TrackReply/CompletedTrackDetails/*/TrackDetails/*",
        "TrackReply/TrackDetails/*",
        "Envelope/Body/TrackReply/CompletedTrackDetails/*/TrackDetails/*",
    ],
    number: &["TrackingNumber"],
    carrier: &["CarrierCode"],
    events: &["Events/*"],
    date: &["Timestamp"],
    code: &["EventType"],
    latest: &["StatusDetail/Code"],
    note: &["EventDescription"],
    place: &["Address/City", "Address/StateOrProvinceCode", "Address/CountryCode"],
    fault: &[
        "TrackReply/CompletedTrackDetails/*/TrackDetails/*/Notification/Message",
        "TrackReply/Notifications/Message",
        "TrackReply/Notifications/*/Message",
    ],
    xml: true,
    ..NOWHERE
};

/// USPS: Web Tools, `TrackResponse`. Its times are local to the place.
pub(super) const USPS_XML: Layout = Layout {
    source: "usps",
    parcels: &["TrackResponse/TrackInfo/*"],
    number: &["@ID"],
    events: &["TrackSummary/*", "TrackDetail/*"],
    date: &["EventDate"],
    time: "EventTime",
    code: &["EventCode"],
    note: &["Event"],
    place: &["EventCity", "EventState", "EventZIPCode", "EventCountry"],
    fault: &["Error/Description"],
    refused: &["TrackResponse/TrackInfo/*/Error/Description"],
    words: true,
    xml: true,
    ..NOWHERE
};

/// Canada Post: `tracking-detail`.
pub(super) const CANADA_POST_XML: Layout = Layout {
    source: "canadapost",
    parcels: &["tracking-detail"],
    number: &["pin"],
    carrier: &["service-name"],
    events: &["significant-events/occurrence/*"],
    date: &["event-date"],
    time: "event-time",
    zone: "event-time-zone",
    code: &["event-identifier"],
    note: &["event-description"],
    place: &["event-site", "event-province"],
    fault: &["messages/message/*/description"],
    words: true,
    xml: true,
    ..NOWHERE
};

/// Stamps.com: `TrackShipmentResponse`. The number is in the question, not in the answer.
pub(super) const STAMPS_XML: Layout = Layout {
    source: "stamps",
    parcels: &["Envelope/Body/TrackShipmentResponse"],
    events: &["TrackingEvents/TrackingEvent/*"],
    date: &["Timestamp"],
    code: &["TrackingEventType"],
    note: &["Event"],
    place: &["City", "State", "Zip", "Country"],
    fault: &["Envelope/Body/Fault/faultstring"],
    words: true,
    xml: true,
    ..NOWHERE
};

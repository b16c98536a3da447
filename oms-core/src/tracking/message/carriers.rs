//! Layouts of carriers' own messages, as their public documentation gives them.

use super::layout::{Layout, NOWHERE};

/// FedEx: Track API v1.
pub(super) const FEDEX: Layout = Layout {
    source: "fedex",
    parcels: &["output/completeTrackResults/*/trackResults/*"],
    number: &["trackingNumberInfo/trackingNumber"],
    carrier: &["trackingNumberInfo/carrierCode"],
    events: &["scanEvents/*"],
    date: &["date"],
    code: &["eventType", "derivedStatusCode"],
    note: &["eventDescription"],
    place: &["scanLocation/city", "scanLocation/stateOrProvinceCode", "scanLocation/countryCode"],
    fault: &["errors/*/message"],
    ..NOWHERE
};

/// UPS: Tracking API v1. Its times are local to the place; newer answers bring the offset beside them.
pub(super) const UPS: Layout = Layout {
    source: "ups",
    parcels: &["trackResponse/shipment/*/package/*"],
    number: &["trackingNumber"],
    events: &["activity/*"],
    date: &["date"],
    time: "time",
    zone: "gmtOffset",
    code: &["status/code", "status/type"],
    note: &["status/description"],
    place: &["location/address/city", "location/address/stateProvince", "location/address/countryCode"],
    fault: &["response/errors/*/message"],
    refused: &["trackResponse/shipment/*/warnings/*/message"],
    ..NOWHERE
};

/// USPS: Tracking API v3.
pub(super) const USPS: Layout = Layout {
    source: "usps",
    parcels: &["", "*"],
    number: &["trackingNumber"],
    events: &["trackingEvents/*"],
    date: &["GMTTimestamp", "eventTimestamp"],
    zone: "GMTOffset",
    code: &["eventCode"],
    note: &["eventType"],
    place: &["eventCity", "eventState", "eventZIP", "eventCountry"],
    fault: &["error/message"],
    words: true,
    ..NOWHERE
};

/// DHL: Shipment Tracking Unified API, and DHL Parcel Germany, whose form is the same.
pub(super) const DHL_UNIVERSAL: Layout = Layout {
    source: "dhl_universal",
    parcels: &["shipments/*", "trackingResponse/shipments/*"],
    number: &["id"],
    carrier: &["service"],
    events: &["events/*"],
    date: &["timestamp"],
    code: &["statusCode", "status"],
    note: &["description", "status"],
    place: &["location/address/addressLocality", "location/address/countryCode"],
    fault: &["detail", "title"],
    ..NOWHERE
};

/// DHL Express: MyDHL API.
pub(super) const MYDHL: Layout = Layout {
    source: "mydhl",
    parcels: &["shipments/*"],
    number: &["shipmentTrackingNumber"],
    events: &["events/*"],
    date: &["date"],
    time: "time",
    zone: "GMTOffset",
    code: &["typeCode"],
    note: &["description"],
    place: &["serviceArea/*/description"],
    fault: &["detail"],
    ..NOWHERE
};

/// GLS Group: Track and Trace API v1.
pub(super) const GLS: Layout = Layout {
    source: "gls",
    parcels: &["parcels/*"],
    number: &["unitno", "requested"],
    events: &["events/*"],
    date: &["eventDateTime"],
    code: &["code"],
    note: &["description"],
    place: &["city", "postalCode", "country"],
    refused: &["parcels/*/errorMessage"],
    words: true,
    ..NOWHERE
};

/// Australia Post: Shipping and Tracking API. Its scans have words and no codes.
pub(super) const AUSTRALIA_POST: Layout = Layout {
    source: "australiapost",
    parcels: &["tracking_results/*/trackable_items/*/items/*", "tracking_results/*/trackable_items/*"],
    number: &["article_id"],
    carrier: &[],
    events: &["events/*"],
    date: &["date"],
    code: &["description"],
    note: &["description"],
    place: &["location"],
    fault: &["errors/*/message"],
    refused: &["tracking_results/*/errors/*/name"],
    words: true,
    ..NOWHERE
};

/// La Poste: Suivi v2.
pub(super) const LA_POSTE: Layout = Layout {
    source: "laposte",
    parcels: &["responses/*/shipment", "shipment"],
    number: &["idShip"],
    carrier: &["product"],
    events: &["event/*"],
    date: &["date"],
    code: &["code"],
    note: &["label"],
    fault: &["responses/*/returnMessage", "returnMessage"],
    ..NOWHERE
};

/// Asendia: tracking API.
pub(super) const ASENDIA: Layout = Layout {
    source: "asendia",
    parcels: &["", "*"],
    number: &["trackingNumber"],
    events: &["trackingEvents/*"],
    date: &["time"],
    code: &["code"],
    note: &["carrierEventDescription"],
    place: &["locationName", "locationCountry"],
    ..NOWHERE
};

/// Parcel.One: tracking API.
pub(super) const PARCELONE: Layout = Layout {
    source: "parcelone",
    parcels: &["results/*"],
    number: &["TrackingID"],
    carrier: &["CarrierIDLMC"],
    events: &["Events/*"],
    date: &["DateTime"],
    code: &["StatusCode"],
    note: &["Description", "Status"],
    place: &["Location"],
    fault: &["message"],
    ..NOWHERE
};

/// Sendle: tracking API. The number is in the question, not in the answer.
pub(super) const SENDLE: Layout = Layout {
    source: "sendle",
    parcels: &[""],
    number: &["sendle_reference"],
    events: &["tracking_events/*"],
    date: &["scan_time"],
    code: &["event_type"],
    note: &["description"],
    place: &["location"],
    fault: &["error_description"],
    ..NOWHERE
};

/// SmartKargo: a list of events, each with its parcel.
pub(super) const SMARTKARGO: Layout = Layout {
    source: "smartkargo",
    parcels: &["*"],
    number: &["pieceReference", "packageReference", "airWaybill"],
    carrier: &["prefix"],
    events: &[""],
    date: &["eventDate"],
    code: &["eventType"],
    note: &["description"],
    place: &["eventLocation"],
    ..NOWHERE
};

/// Teleship: tracking API.
pub(super) const TELESHIP: Layout = Layout {
    source: "teleship",
    parcels: &["", "*"],
    number: &["trackingNumber"],
    events: &["events/*"],
    date: &["timestamp"],
    code: &["code"],
    note: &["description"],
    place: &["location"],
    ..NOWHERE
};

//! Layouts of tracking services' and aggregators' messages, as their public documentation gives them.

use super::layout::{Layout, NOWHERE};

const BEIJING: Option<i32> = Some(8 * 60);

/// 快递100: the push `param` (`lastResult`, and `destResult` of the carrier abroad) and the answer to a query.
pub(super) const KUAIDI100: Layout = Layout {
    source: "kuaidi100",
    parcels: &["lastResult", "destResult", ""],
    number: &["nu"],
    carrier: &["com"],
    events: &["data/*"],
    date: &["time", "ftime"],
    code: &["statusCode", "status"],
    latest: &["state"],
    note: &["context"],
    place: &["areaName", "location"],
    fault: &["message"],
    offset: BEIJING,
    ..NOWHERE
};

/// 快递鸟: the push (`Data`) and the answer to a query.
pub(super) const KDNIAO: Layout = Layout {
    source: "kdniao",
    parcels: &["Data/*", ""],
    number: &["LogisticCode"],
    carrier: &["ShipperCode"],
    events: &["Traces/*"],
    date: &["AcceptTime"],
    code: &["Action"],
    latest: &["StateEx", "State"],
    note: &["AcceptStation"],
    place: &["Location"],
    fault: &["Reason"],
    offset: BEIJING,
    ..NOWHERE
};

/// 17TRACK API v2: the push (`TRACKING_UPDATED`) and `gettrackinfo`.
pub(super) const SEVENTEEN_TRACK: Layout = Layout {
    source: "17track",
    parcels: &["data/accepted/*", "data/*", ""],
    number: &["number"],
    carrier: &["carrier"],
    events: &["track_info/tracking/providers/*/events/*"],
    date: &["time_utc", "time_iso", "time_raw/date"],
    code: &["sub_status", "stage"],
    latest: &["track_info/latest_status/sub_status", "track_info/latest_status/status"],
    note: &["description"],
    place: &["location"],
    fault: &["data/errors/*/message"],
    refused: &["data/rejected/*/error/message"],
    ..NOWHERE
};

/// AfterShip: the webhook (`msg`) and the answers of the Tracking API.
pub(super) const AFTERSHIP: Layout = Layout {
    source: "aftership",
    parcels: &[
        "msg",
        "data/tracking",
        "data/trackings/*",
        "response/data/tracking",
        "response/data/trackings/*",
        "",
    ],
    number: &["tracking_number"],
    carrier: &["slug"],
    events: &["checkpoints/*"],
    date: &["checkpoint_time"],
    code: &["subtag", "tag"],
    note: &["message"],
    place: &["location", "city", "state", "zip", "country_iso3", "country_region"],
    fault: &["meta/message"],
    ..NOWHERE
};

/// EasyPost: a tracker, a list of trackers, an event's `result`, and what holds a tracker.
pub(super) const EASYPOST: Layout = Layout {
    source: "easypost",
    parcels: &[
        "result",
        "trackers/*",
        "tracker",
        "shipment/tracker",
        "shipments/*/tracker",
        "insurances/*/tracker",
        "",
    ],
    number: &["tracking_code"],
    carrier: &["carrier"],
    events: &["tracking_details/*"],
    date: &["datetime"],
    code: &["status"],
    sub_code: "status_detail",
    note: &["message", "description"],
    place: &[
        "tracking_location/city",
        "tracking_location/state",
        "tracking_location/zip",
        "tracking_location/country",
    ],
    fault: &["error/message"],
    ..NOWHERE
};

/// TrackingMore / 51Tracking: the webhook and the answers of API v4.
pub(super) const TRACKINGMORE: Layout = Layout {
    source: "trackingmore",
    parcels: &["data/*", ""],
    number: &["tracking_number"],
    carrier: &["courier_code"],
    events: &["origin_info/trackinfo/*", "destination_info/trackinfo/*"],
    date: &["checkpoint_date"],
    code: &["checkpoint_delivery_substatus", "checkpoint_delivery_status"],
    note: &["tracking_detail"],
    place: &["location", "city", "state", "zip", "country_iso2"],
    fault: &["meta/message"],
    ..NOWHERE
};

/// Karrio's own unified tracker, alone or in a webhook (`data`).
pub(super) const KARRIO: Layout = Layout {
    source: "karrio",
    parcels: &["data", "results/*", ""],
    number: &["tracking_number"],
    carrier: &["carrier_name"],
    events: &["events/*"],
    date: &["timestamp", "date"],
    time: "time",
    code: &["status", "code"],
    note: &["description"],
    place: &["location"],
    fault: &["messages/*/message"],
    words: true,
    ..NOWHERE
};

use std::collections::BTreeSet;

use super::*;
use crate::shipment::TrackingDetail as Of;
use crate::shipment::TrackingStatus as Is;

fn meaning(source: &str, code: &str) -> Option<(Is, Option<Of>)> {
    map_tracking_code(source, code).map(|meaning| (meaning.status, meaning.detail))
}

#[test]
fn codes_mean_what_their_source_says() {
    for (source, code, status, detail) in [
        ("kuaidi100", "1001", Is::ArrivedDestCity, None),
        ("kuaidi100", "302", Is::Delivered, Some(Of::AfterException)),
        ("kuaidi100", "14", Is::Refused, None),
        ("kdniao", "418", Is::Exception, Some(Of::Other)),
        ("kdniao", "413", Is::Intercepted, None),
        ("17track", "InTransit_Departure", Is::InTransit, Some(Of::HubDeparted)),
        ("17track", "InTransit_Nowhere", Is::InTransit, None),
        ("aftership", "Exception_011", Is::Returned, None),
        ("aftership", "Delivered_999", Is::Delivered, None),
        ("easypost", "in_transit/missorted", Is::Exception, Some(Of::Misrouted)),
        ("easypost", "pre_transit/status_update", Is::LabelCreated, None),
        ("trackingmore", "transit005", Is::Customs, Some(Of::CustomsReleased)),
        ("fedex", "dl", Is::Delivered, None),
        ("canadapost", "0174", Is::OutForDelivery, None),
        ("bpost", "B04", Is::AttemptFailed, Some(Of::NoOne)),
        ("dhl_ice", "NTDEL/NHOME", Is::AttemptFailed, Some(Of::NoOne)),
        ("dhl_ice", "NTDEL/XXXXX", Is::AttemptFailed, None),
    ] {
        assert_eq!(meaning(source, code), Some((status, detail)), "{source} {code}");
    }
    assert_eq!((meaning("kuaidi100", "999"), meaning("nobody", "1")), (None, None));
    assert_eq!(meaning("17track", &"_".repeat(100_000)), None);
}

#[test]
fn every_row_is_sound() {
    let mut sources = BTreeSet::new();
    for table in TABLES.into_iter().flatten() {
        assert!(sources.insert(table.source), "{}", table.source);
        let mut codes = BTreeSet::new();
        for (status, detail, row) in table.rows {
            assert!(
                detail.is_none_or(|detail| detail.fits(*status)),
                "{} {status:?} {detail:?}",
                table.source
            );
            for code in row.split('|') {
                assert!(codes.insert(code), "{} {code} stands twice", table.source);
                assert!(TrackingCode::new(code).is_ok(), "{} `{code}`", table.source);
                assert_eq!(meaning(table.source, code), Some((*status, *detail)), "{} {code}", table.source);
            }
        }
    }
    assert_eq!(tracking_sources().len(), sources.len());
}

#[test]
fn a_row_of_the_merchants_own_goes_first() {
    let mut asked: MapTrackingCode = serde_json::from_value(serde_json::json!({
        "source": "fedex", "code": "DL",
        "rows": [{"source": "fedex", "code": "DL", "meaning": {"status": "available_for_pickup"}}],
    }))
    .unwrap();
    assert_eq!(asked.mapped().meaning.unwrap().status, Is::AvailableForPickup);
    assert_eq!(asked.mapped().origin, None);
    asked.rows.clear();
    let mapped = asked.mapped();
    assert_eq!(
        (mapped.meaning.unwrap().status, mapped.rank, mapped.version),
        (Is::Delivered, Some(70), Some(1))
    );
    assert_eq!(mapped.chinese.as_deref(), Some("已签收"));
}

#[test]
fn unmapped_codes_are_counted() {
    let at = crate::value::Instant::from_timestamp(0, 0).unwrap();
    let scan = |code: &str, status| TrackingEvent {
        code: Some(TrackingCode::new(code).unwrap()),
        source: Some(TrackingSource::new("fedex").unwrap()),
        ..TrackingEvent::new(at, status)
    };
    let scans =
        [scan("QQ", Is::Unknown), scan("DL", Is::Delivered), scan("QQ", Is::Unknown), scan("A", Is::Unknown)];
    let gaps: Vec<_> =
        tracking_gaps(&scans).into_iter().map(|gap| (gap.code.to_string(), gap.scans)).collect();
    assert_eq!(gaps, [("A".to_owned(), 1), ("QQ".to_owned(), 2)]);
}

#[test]
fn words_are_read_in_order() {
    for (text, status) in [
        ("Delivered, In/At Mailbox", Is::Delivered),
        ("Delivery attempted - no access", Is::AttemptFailed),
        ("Arrived at Post Office", Is::InTransit),
        ("Pre-Shipment Info Sent to USPS", Is::LabelCreated),
        ("【北京市】快件已签收", Is::Delivered),
        ("客户拒收，退回", Is::Refused),
        ("派送不成功，电话无人接听", Is::AttemptFailed),
        ("Returned to sender", Is::Returned),
    ] {
        assert_eq!(classify_tracking_text(text).map(|meaning| meaning.status), Some(status), "{text}");
    }
}

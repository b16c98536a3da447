//! Numbers, code pairs and messages of carriers from elsewhere, where they are at hand: all of them read right.

use std::path::{Path, PathBuf};

use oms_core::shipment::TrackingStatus as Is;
use oms_core::tracking::{
    ParseTrackingMessage, TrackingFormat, classify_tracking_text, fits_tracking_format, map_tracking_code,
    parse_tracking_message, recognise_tracking_number,
};
use oms_core::value::Problem;
use serde_json::{Value, json};

/// A file or folder of the shared data, if it is at hand.
fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: no carrier data at {}", path.display());
    None
}

fn text(path: &str) -> Option<String> {
    std::fs::read_to_string(shared(path)?).ok()
}

#[test]
fn every_public_number_is_right() {
    let Some(text) = text("tracking_numbers/cases.json") else { return };
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let (number, format) = (case["number"].as_str().unwrap(), case["format_id"].as_str().unwrap());
        let reading = recognise_tracking_number(number);
        let found = reading.candidates.iter().any(|candidate| {
            candidate.format == format && candidate.courier == case["courier"].as_str().unwrap()
        });
        assert_eq!(Some(found), fits_tracking_format(number, format), "{number}");
        if Some(found) != case["valid"].as_bool() {
            wrong.push(format!("{format} {number}"));
        }
    }
    eprintln!("{} of {} numbers right", cases.len() - wrong.len(), cases.len());
    assert!(wrong.is_empty() && cases.len() > 200, "{wrong:#?}");
}

/// What the names of the shared table may mean in the normal vocabulary; anything where there is no one word for it.
fn may_be(unified: &str) -> &'static [Is] {
    match unified {
        "pending" => &[Is::LabelCreated, Is::AwaitingPickup, Is::PickedUp],
        "picked_up" => &[Is::PickedUp],
        "out_for_delivery" => &[Is::OutForDelivery, Is::AttemptFailed],
        "ready_for_pickup" => &[Is::AvailableForPickup, Is::Exception],
        "delivered" => &[Is::Delivered, Is::AvailableForPickup],
        "return_to_sender" => &[Is::Returning, Is::Destroyed],
        "cancelled" => &[Is::Cancelled],
        _ => &[],
    }
}

#[test]
fn every_code_pair_is_known_and_means_what_it_may() {
    let Some(text) = text("carrier_status/carrier_code_map.csv") else { return };
    let (mut pairs, mut wrong) = (0, Vec::new());
    for line in text.lines().skip(1) {
        let parts: Vec<&str> = line.splitn(4, ',').collect();
        let [carrier, _, unified, code] = parts[..] else { panic!("{line}") };
        let code = code.trim_matches('"');
        if code.is_empty() {
            continue;
        }
        pairs += 1;
        // La Poste's own list calls ET1 "en cours d'acheminement": in transit.
        let unified = if (carrier, code) == ("laposte", "ET1") { "in_transit" } else { unified };
        let (found, expected) = (map_tracking_code(carrier, code), may_be(unified));
        if found.is_none_or(|found| !expected.is_empty() && !expected.contains(&found.status)) {
            wrong.push(format!("{line}: {found:?}"));
        }
    }
    eprintln!("{} of {pairs} code pairs known", pairs - wrong.len());
    assert!(wrong.is_empty() && pairs > 1300, "{wrong:#?}");
}

#[test]
fn every_event_of_dhl_is_known_and_most_of_its_words_can_be_read() {
    let Some(codes) = text("carrier_status/dhl_parcel_de_events.csv") else { return };
    for line in codes.lines().skip(1) {
        let mut parts = line.split(';');
        let code = format!("{}/{}", parts.next().unwrap(), parts.next().unwrap());
        assert!(map_tracking_code("dhl_ice", &code).is_some(), "{code}");
    }
    let words = text("carrier_status/dhl_express_events.csv").unwrap();
    let words: Vec<&str> = words.lines().skip(1).filter_map(|line| line.split(';').nth(2)).collect();
    let read = words.iter().filter(|words| classify_tracking_text(words).is_some()).count();
    eprintln!("{read} of {} texts read", words.len());
    assert!(read * 100 > words.len() * 70, "{read}");
}

/// The format of a message by its name; none for what is no tracking message.
fn format_of(name: &str) -> Option<TrackingFormat> {
    use TrackingFormat as Format;
    if let Some(carrier) =
        name.strip_suffix("__tracking_response.json").or(name.strip_suffix("__tracking.json"))
    {
        let format = match carrier {
            "australiapost" => "australia_post",
            "laposte" => "la_poste",
            other => other,
        };
        return serde_json::from_value(json!(format)).ok();
    }
    let starts = [
        ("xml__fedex__tracking_response", Format::FedexSoap),
        ("xml__usps__tracking_response", Format::UspsXml),
        ("xml__canadapost_pws__tracking_details", Format::CanadaPostXml),
        ("xml__stamps__track_shipment_response", Format::StampsXml),
    ];
    starts.into_iter().find_map(|(start, format)| name.starts_with(start).then_some(format))
}

/// Each message of a format that is read, by format, name and body.
fn messages() -> Option<Vec<(TrackingFormat, String, String)>> {
    let mut all = Vec::new();
    for folder in ["karrio", "active_shipping", "easypost"] {
        let mut files: Vec<_> = std::fs::read_dir(shared(&format!("carrier_payloads/{folder}"))?)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let body = std::fs::read_to_string(&file).unwrap_or_default();
            let tree: Value = serde_json::from_str(&body).unwrap_or_default();
            // What holds a tracker is a message about a parcel.
            let tracker = tree["tracking_details"].is_array()
                || tree["trackers"][0].is_object()
                || tree["tracker"].is_object();
            let easypost = (folder == "easypost" && tracker).then_some(TrackingFormat::Easypost);
            if let Some(format) = format_of(&name).or(easypost) {
                all.push((format, name, body));
            }
        }
    }
    Some(all)
}

#[test]
fn every_public_message_is_read_or_says_why_it_holds_no_parcel() {
    let Some(messages) = messages() else { return };
    let (mut read, mut scans, mut refused, mut unmapped) = (0, 0, 0, 0);
    for (format, name, body) in messages {
        let asked = ParseTrackingMessage {
            format,
            body,
            assumed_offset_minutes: Some(0),
            by_words: false,
            rows: vec![],
        };
        match parse_tracking_message(&asked) {
            Ok(message) => {
                read += 1;
                scans += message.parcels.iter().map(|parcel| parcel.events.len()).sum::<usize>();
                unmapped += message.gaps.iter().map(|gap| gap.scans).sum::<u64>();
                message.gaps.iter().for_each(|gap| eprintln!("{name}: `{}` is in no table", gap.code));
                for problem in &message.problems {
                    eprintln!("{name}: {} {} {}", problem.path, problem.code, problem.message);
                    assert_ne!(problem.code, "tracking.bad_time", "{name} {problem:?}");
                }
            }
            Err(problems) => {
                refused += 1;
                let said = |problem: &Problem| problem.code == "tracking.refused_by_carrier";
                assert!(problems.as_slice().iter().all(said), "{name}: {problems}");
                eprintln!("{name}: {problems}");
            }
        }
    }
    eprintln!("{read} messages read with {scans} scans ({unmapped} unmapped), {refused} that say why not");
    assert!(read >= 35 && scans > 120, "{read} {scans}");
}

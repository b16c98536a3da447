//! Reading a message along its layout.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::layout::{Found, Layout};
use super::time::{TimeFault, instant};
use super::{ParseTrackingMessage, TrackingMessage, TrackingMessageParcel};
use crate::shipment::{TrackingEvent, TrackingStatus};
use crate::tracking::mapping::{
    TrackingGap, TrackingMeaning, classify_tracking_text, map_tracking_code, own_meaning,
};
use crate::value::{Problems, Text, TrackingCode, TrackingNumber, TrackingSource};

/// The longest text kept of a place or of words, in characters.
const LONGEST: usize = 1000;

/// Reads one message.
pub(super) struct Reader<'r> {
    layout: &'static Layout,
    request: &'r ParseTrackingMessage,
    source: Option<TrackingSource>,
    gaps: BTreeMap<TrackingCode, u64>,
    problems: Problems,
}

/// A parcel by its number and carrier.
type Name = (Option<TrackingNumber>, Option<String>);

impl<'r> Reader<'r> {
    pub(super) fn new(layout: &'static Layout, request: &'r ParseTrackingMessage) -> Self {
        let source = TrackingSource::new(layout.source).ok();
        Self { layout, request, source, gaps: BTreeMap::new(), problems: Problems::new() }
    }

    pub(super) fn read(mut self, tree: &Value) -> Result<TrackingMessage, Problems> {
        let root = Found { at: String::new(), value: tree };
        let parcels = self.parcels(&root);
        if parcels.is_empty() {
            return Err(self.why_none(&root));
        }
        let (mut names, mut read): (BTreeMap<Name, usize>, Vec<TrackingMessageParcel>) = Default::default();
        for parcel in &parcels {
            let (name, events) = self.parcel(parcel);
            let at = *names.entry(name).or_insert_with_key(|(number, carrier)| {
                let (number, carrier) = (number.clone(), carrier.clone());
                read.push(TrackingMessageParcel { number, carrier, events: vec![] });
                read.len().saturating_sub(1)
            });
            if let Some(parcel) = read.get_mut(at) {
                parcel.events.extend(events);
            }
        }
        for parcel in &mut read {
            parcel.events.sort();
            parcel.events.dedup();
        }
        for path in self.layout.refused {
            self.faults(&root, path);
        }
        let gaps = std::mem::take(&mut self.gaps).into_iter();
        let gaps =
            gaps.map(|(code, scans)| TrackingGap { source: self.source.clone(), code, scans }).collect();
        Ok(TrackingMessage { parcels: read, gaps, problems: self.problems.as_slice().to_vec() })
    }

    /// Everything on the paths to parcels that holds scans, or a place for them.
    fn parcels<'v>(&self, root: &Found<'v>) -> Vec<Found<'v>> {
        let mut seen = BTreeSet::new();
        let mut parcels = Vec::new();
        for found in self.layout.parcels.iter().flat_map(|path| root.all(path)) {
            let holds = self.layout.events.iter().any(|path| {
                let list = path.strip_suffix("/*").unwrap_or(path);
                (found.value.is_object() && list.is_empty())
                    || (!list.is_empty() && !found.all(list).is_empty())
            });
            if holds && seen.insert(found.at.clone()) {
                parcels.push(found);
            }
        }
        parcels
    }

    fn why_none(mut self, root: &Found<'_>) -> Problems {
        for path in self.layout.refused.iter().chain(self.layout.fault) {
            self.faults(root, path);
        }
        if self.problems.is_empty() {
            let message = format!("nothing in it is a parcel of `{}`", self.layout.source);
            self.problems.add("tracking.other_format", "/body", message);
        }
        self.problems
    }

    /// What the sender says went wrong.
    fn faults(&mut self, root: &Found<'_>, path: &str) {
        for fault in root.all(path) {
            if let Some(text) = fault.text(&[""]) {
                self.problems.add("tracking.refused_by_carrier", fault.at, short(&text));
            }
        }
    }

    fn parcel(&mut self, parcel: &Found<'_>) -> (Name, Vec<TrackingEvent>) {
        let number = parcel.text(self.layout.number);
        let number = number.and_then(|text| match TrackingNumber::new(&text) {
            Ok(number) => Some(number),
            Err(error) => {
                self.problems.add("tracking.bad_number", parcel.at.clone(), error.to_string());
                None
            }
        });
        let carrier = parcel.text(self.layout.carrier).map(|carrier| short(&carrier));
        let scans: Vec<_> = self.layout.events.iter().flat_map(|path| parcel.all(path)).collect();
        let mut events: Vec<TrackingEvent> = scans.iter().filter_map(|scan| self.scan(scan)).collect();
        if let Some(newest) =
            events.iter_mut().max_by_key(|event| event.at).filter(|event| event.code.is_none())
            && let Some(code) = parcel.text(self.layout.latest)
        {
            self.mean(newest, Some(&code));
        }
        ((number, carrier), events)
    }

    fn scan(&mut self, scan: &Found<'_>) -> Option<TrackingEvent> {
        let layout = self.layout;
        let Some(date) = scan.text(layout.date) else {
            let message = format!("a scan has its time at `{}`", layout.date.join("` or `"));
            self.problems.add("tracking.no_time", scan.at.clone(), message);
            return None;
        };
        let (time, zone) = (scan.text_at(layout.time), scan.text_at(layout.zone));
        let assumed = self.request.assumed_offset_minutes.or(layout.offset);
        let at = match instant(&date, time.as_deref(), zone.as_deref(), assumed) {
            Ok(at) => at,
            Err(fault) => {
                let (code, message) = match fault {
                    TimeFault::Malformed => ("tracking.bad_time", "this is no time that can be read"),
                    TimeFault::WithoutZone => {
                        ("tracking.time_without_zone", "the time names no zone: give an assumed offset")
                    }
                };
                self.problems.add(code, scan.at.clone(), format!("{message} (`{}`)", short(&date)));
                return None;
            }
        };
        let mut event = TrackingEvent::new(at, TrackingStatus::Unknown);
        event.note = text(&scan.text(layout.note).unwrap_or_default());
        let mut places: Vec<String> = layout.place.iter().filter_map(|path| scan.text(&[path])).collect();
        places.dedup();
        event.location = text(&places.join(", "));
        event.source.clone_from(&self.source);
        let code = scan.text(layout.code);
        let code = code.map(|code| match scan.text_at(layout.sub_code) {
            Some(below) => format!("{code}/{below}"),
            None => code,
        });
        self.mean(&mut event, code.as_deref());
        Some(event)
    }

    /// Gives a scan its code and what that means: by the merchant's rows, by the tables, by the words where allowed.
    fn mean(&mut self, event: &mut TrackingEvent, code: Option<&str>) {
        let known = code.and_then(|code| self.meaning(code));
        let by_words = self.request.by_words || self.layout.words;
        let read = || if by_words { classify_tracking_text(event.note.as_str()) } else { None };
        let meaning = known.or_else(read);
        event.code = code.and_then(|code| TrackingCode::new(shorter(code, 128)).ok());
        if let (None, Some(code)) = (known, &event.code)
            && !(self.layout.words && meaning.is_some())
        {
            *self.gaps.entry(code.clone()).or_default() += 1;
        }
        if let Some(meaning) = meaning {
            event.status = meaning.status;
            event.detail = meaning.detail;
        }
    }

    fn meaning(&self, code: &str) -> Option<TrackingMeaning> {
        own_meaning(&self.request.rows, self.layout.source, code)
            .or_else(|| map_tracking_code(self.layout.source, code))
            .filter(|meaning| meaning.detail.is_none_or(|detail| detail.fits(meaning.status)))
    }
}

fn text(words: &str) -> Text {
    Text::new(short(words)).unwrap_or_default()
}

/// At most as many characters as are kept, white space at both ends left out.
fn short(words: &str) -> String {
    words.trim().chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}

/// At most so many bytes, cut between characters.
fn shorter(words: &str, bytes: usize) -> &str {
    let mut end = words.len().min(bytes);
    while !words.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    words.get(..end).unwrap_or_default().trim()
}

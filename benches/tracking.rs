//! Tracking: folding 100,000 scans beside the least that a program could do, reading numbers, codes and messages.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use oms_core::shipment::{TrackingEvent, TrackingStatus, fold_tracking};
use oms_core::tracking::{
    ParseTrackingMessage, TrackingFormat, map_tracking_code, parse_tracking_message,
    recognise_tracking_number,
};
use oms_core::value::{Instant, Text, TrackingCode, TrackingSource};

const PARCELS: usize = 10_000;
const SCANS: usize = 10;

/// A fixed sequence of numbers (a linear congruential generator, Knuth's MMIX constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

/// The scans of parcels that are picked up, carried, tried once in vain, and delivered.
fn parcels(numbers: &mut Numbers, shuffled: bool) -> Vec<Vec<TrackingEvent>> {
    use TrackingStatus as Is;
    let way = [
        Is::LabelCreated,
        Is::PickedUp,
        Is::InTransit,
        Is::InTransit,
        Is::ArrivedDestCity,
        Is::OutForDelivery,
        Is::AttemptFailed,
        Is::OutForDelivery,
        Is::Exception,
        Is::Delivered,
    ];
    let place = Text::new("Hub 7, Hangzhou").unwrap();
    let (code, source) = (TrackingCode::new("IT").unwrap(), TrackingSource::new("fedex").unwrap());
    let parcel = |start: i64, numbers: &mut Numbers| {
        let scan = |(at, status): (usize, Is)| TrackingEvent {
            location: place.clone(),
            code: Some(code.clone()),
            source: Some(source.clone()),
            ..TrackingEvent::new(Instant::from_timestamp(start + 3600 * at as i64, 0).unwrap(), status)
        };
        let mut scans: Vec<_> = way.into_iter().enumerate().map(scan).collect();
        for at in (1..SCANS).rev().filter(|_| shuffled) {
            scans.swap(at, numbers.below(at + 1));
        }
        scans
    };
    (0..PARCELS).map(|at| parcel(at as i64 * 60, numbers)).collect()
}

/// The least that a program could do: the status of the latest scan, whatever came before it.
fn latest(parcels: &[Vec<TrackingEvent>]) -> usize {
    let status = |scans: &Vec<TrackingEvent>| scans.iter().max_by_key(|scan| scan.at).map(|scan| scan.status);
    parcels.iter().filter(|scans| status(scans) == Some(TrackingStatus::Delivered)).count()
}

fn folded(parcels: &[Vec<TrackingEvent>]) -> usize {
    parcels.iter().filter(|scans| fold_tracking(scans).delivered_at.is_some()).count()
}

fn fold(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fold_100k_scans");
    for (name, shuffled) in [("in_order", false), ("shuffled", true)] {
        let parcels = parcels(&mut Numbers(7), shuffled);
        assert_eq!((folded(&parcels), latest(&parcels)), (PARCELS, PARCELS));
        group.bench_function(name, |b| b.iter(|| folded(black_box(&parcels))));
        group.bench_function(format!("{name}_bare"), |b| b.iter(|| latest(black_box(&parcels))));
    }
    group.finish();
}

fn read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    for number in ["1Z5R89390357567127", "RB123456785US", "799531274483", "SF1234567890123"] {
        group.bench_function(format!("number/{number}"), |b| {
            b.iter(|| recognise_tracking_number(black_box(number)));
        });
    }
    group.bench_function("code/kuaidi100", |b| b.iter(|| map_tracking_code("kuaidi100", black_box("304"))));
    let scans: Vec<_> = (0..10)
        .map(|at| {
            let time = format!("2026-11-1{at} 10:00:00");
            serde_json::json!({"time": time, "statusCode": "1002", "context": "运输中"})
        })
        .collect();
    let body = serde_json::json!({"lastResult": {"nu": "YT1234567890123", "com": "yuantong", "data": scans}});
    let request = ParseTrackingMessage {
        format: TrackingFormat::Kuaidi100,
        body: body.to_string(),
        assumed_offset_minutes: None,
        by_words: false,
        rows: vec![],
    };
    group.bench_function("message/kuaidi100_10_scans", |b| {
        b.iter(|| parse_tracking_message(black_box(&request)).map(|message| message.parcels.len()));
    });
    group.finish();
}

criterion_group!(benches, fold, read);
criterion_main!(benches);

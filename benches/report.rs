//! Reports over 200,000 generated lines, beside a bare loop over the same columns.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use oms_core::order::{Order, OrderDraft, OrderEvent};
use oms_core::report::{
    Facts, ReportAttribute, ReportDate, ReportDimension, ReportFigure, ReportGrain, ReportMeasure,
    ReportOver, ReportQuery, report,
};
use oms_core::value::{OrderId, SkuId};

const ORDERS: u32 = 100_000;
const SKUS: u32 = 5_000;
const CHANNELS: u32 = 6;
const DAYS: u32 = 365;

/// What a bare loop reads: a dense code or number per line.
#[derive(Default)]
struct Columns {
    day: Vec<u32>,
    channel: Vec<u32>,
    sku: Vec<u32>,
    cents: Vec<i64>,
    units: Vec<i64>,
}

/// A fixed sequence of numbers (a linear congruential generator, Knuth's MMIX constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap_or(0)
    }
}

fn generate() -> (Facts, Columns) {
    let mut numbers = Numbers(7);
    let (mut facts, mut columns) = (Facts::new(), Columns::default());
    let template: OrderDraft = serde_json::from_value(serde_json::json!({
        "channel": "c0", "channelOrderId": "0", "placedAt": "2026-01-01T00:00:00Z", "currency": "EUR",
        "shipTo": {"country": "DE"},
        "lines": (0..2).map(|line| serde_json::json!({
            "id": line.to_string(), "sku": "s", "quantity": 1, "unitPrice": {"amount": "1.00", "currency": "EUR"},
        })).collect::<Vec<_>>(),
    }))
    .unwrap();
    for number in 0..ORDERS {
        let (day, channel) = (numbers.below(DAYS), numbers.below(CHANNELS));
        let mut draft = template.clone();
        draft.channel = format!("c{channel}").as_str().try_into().unwrap();
        draft.placed_at += chrono::TimeDelta::days(i64::from(day));
        for line in &mut draft.lines {
            // The smaller of two draws: low numbers sell more.
            let sku = numbers.below(SKUS).min(numbers.below(SKUS));
            let (cents, units) = (i64::from(numbers.below(9_900)) + 100, numbers.below(4) + 1);
            line.sku = SkuId::new(format!("s{sku}")).unwrap();
            line.unit_price = oms_core::value::Money::from_minor(cents, draft.currency);
            line.quantity = oms_core::value::Quantity::new(units);
            columns.day.push(day);
            columns.channel.push(channel);
            columns.sku.push(sku);
            columns.cents.push(cents * i64::from(units));
            columns.units.push(i64::from(units));
        }
        let id = OrderId::new(number.to_string()).unwrap();
        let placed = Order::place(id.clone(), &draft).unwrap();
        facts.order(&id, draft.placed_at, &OrderEvent::Placed(placed));
    }
    (facts, columns)
}

fn sales_by_day_and_channel(columns: &Columns) -> Vec<(i128, i128)> {
    let mut sums = vec![(0, 0); (DAYS * CHANNELS) as usize];
    let keys = columns.day.iter().zip(&columns.channel);
    for ((day, channel), (cents, units)) in keys.zip(columns.cents.iter().zip(&columns.units)) {
        let sum = &mut sums[(day * CHANNELS + channel) as usize];
        sum.0 += i128::from(*cents);
        sum.1 += i128::from(*units);
    }
    sums
}

fn top_skus(columns: &Columns) -> Vec<(i128, u32)> {
    let mut sums: Vec<(i128, u32)> = (0..SKUS).map(|sku| (0, sku)).collect();
    for (sku, cents) in columns.sku.iter().zip(&columns.cents) {
        sums[*sku as usize].0 += i128::from(*cents);
    }
    sums.sort_unstable_by(|left, right| right.cmp(left));
    sums.truncate(100);
    sums
}

fn benches(c: &mut Criterion) {
    let (facts, columns) = generate();
    let sales = ReportQuery::new(ReportOver::Lines)
        .by(ReportDimension::time(ReportDate::Placed, ReportGrain::Day))
        .by(ReportDimension::attribute(ReportAttribute::Channel))
        .measure(ReportMeasure::figure(ReportFigure::NetSales))
        .measure(ReportMeasure::figure(ReportFigure::UnitsOrdered));
    let top = ReportQuery::new(ReportOver::Lines)
        .by(ReportDimension::attribute(ReportAttribute::Sku))
        .measure(ReportMeasure::figure(ReportFigure::NetSales))
        .sorted("net_sales", true)
        .limited(100);
    let (bare, table) = (sales_by_day_and_channel(&columns), report(&facts, &sales).unwrap());
    assert_eq!(
        table.rows.len(),
        bare.iter().filter(|(_, units)| *units > 0).count(),
        "both find the same groups"
    );
    let mut group = c.benchmark_group("report_200k_lines");
    group.sample_size(20);
    group.bench_function("day_x_channel", |b| {
        b.iter(|| report(black_box(&facts), black_box(&sales)).unwrap())
    });
    group.bench_function("day_x_channel_bare", |b| b.iter(|| sales_by_day_and_channel(black_box(&columns))));
    group.bench_function("top_100_skus", |b| b.iter(|| report(black_box(&facts), black_box(&top)).unwrap()));
    group.bench_function("top_100_skus_bare", |b| b.iter(|| top_skus(black_box(&columns))));
    group.finish();
}

criterion_group!(report_benches, benches);
criterion_main!(report_benches);

//! How long one decision takes: a plan by strategy and size, its check, a quote and a carrier choice.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use oms_core::allocation::{
    AllocationCandidate, AllocationLine, AllocationProblem, AllocationStrategyKind, check_plan, plan,
};
use oms_core::carrier::{
    CarrierRequest, CarrierStrategy, Carriers, RateCard, RateRequest, RateShipment, ZoneRate, lane, quote,
    select_carrier,
};
use oms_core::network::{DistanceBand, DistanceZones, Node, StepRate, Tariff, WeightBand, ZoneTable};
use oms_core::value::{
    Address, CarrierId, CountryCode, Currency, GeoPoint, Instant, LineId, Money, NodeId, Quantity, ServiceId,
    SkuId, Text, Weight, Window, ZoneId,
};

type Failure = Box<dyn std::error::Error>;

/// The next number of a fixed sequence (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn below(seed: &mut u64, limit: u32) -> u32 {
    u32::try_from(next(seed) % u64::from(limit.max(1))).unwrap_or_default()
}

fn eur(minor: u32) -> Money {
    Money::from_minor(i64::from(minor), Currency::EUR)
}

fn point(seed: &mut u64) -> GeoPoint {
    let micro = |seed: &mut u64, from: u32, span| i32::try_from(from + below(seed, span)).unwrap_or_default();
    GeoPoint { lat_micro: micro(seed, 44_000_000, 10_000_000), lon_micro: micro(seed, 1_000_000, 15_000_000) }
}

/// Three services over five distance zones, ten weight bands each.
fn carriers() -> Result<Carriers, Failure> {
    let mut cards = Vec::new();
    for (at, (days, dear)) in [(5_u16, 100_u32), (3, 135), (1, 240)].into_iter().enumerate() {
        let (mut bands, mut rates) = (Vec::new(), Vec::new());
        for (zone, up_to_km) in [Some(150), Some(400), Some(800), Some(1500), None].into_iter().enumerate() {
            let id = ZoneId::new(format!("z{zone}"))?;
            let base = 300 + 60 * u32::try_from(zone)?;
            let band = |step: u32| WeightBand {
                up_to: Weight::grams(step * 500),
                price: eur((base + step * 25) * dear / 100),
            };
            let beyond = Some(StepRate { step: Weight::grams(1000), price: eur(60 * dear / 100) });
            let tariff = Arc::new(Tariff { bands: (1..=10).map(band).collect(), beyond });
            rates.push(ZoneRate { zone: id.clone(), transit_days: days + u16::try_from(zone)?, tariff });
            bands.push(DistanceBand { up_to_km, zone: id });
        }
        cards.push(RateCard {
            carrier: CarrierId::new(format!("carrier-{at}"))?,
            service: ServiceId::new("standard")?,
            name: Text::default(),
            currency: Currency::EUR,
            valid: Window::ALWAYS,
            zones: ZoneTable::Distance(DistanceZones { bands }),
            rates,
            terms: None,
            limits: None,
        });
    }
    Ok(Carriers::new(cards))
}

fn shipper(seed: &mut u64, at: usize) -> Result<Node, Failure> {
    let mut node = Node::new(NodeId::new(format!("node-{at:02}"))?);
    node.location = Some(point(seed));
    Ok(node)
}

fn destination(seed: &mut u64) -> Result<Address, Failure> {
    let mut address = Address::new(CountryCode::new("DE").ok_or("no country")?);
    address.location = Some(point(seed));
    Ok(address)
}

/// An order over nodes each of which has a SKU in six cases of ten.
fn problem(lines: usize, nodes: usize, mut seed: u64) -> Result<AllocationProblem, Failure> {
    let (carriers, to, at) = (carriers()?, destination(&mut seed)?, Instant::UNIX_EPOCH);
    let skus: Vec<SkuId> = (0..lines).map(|at| SkuId::new(format!("sku-{at}"))).collect::<Result<_, _>>()?;
    let mut problem = AllocationProblem::new(Currency::EUR, Vec::new(), Vec::new());
    problem.split_cost = eur(150);
    for (at, sku) in skus.iter().enumerate() {
        let quantity = Quantity::new(1 + below(&mut seed, 3));
        let weight = Weight::grams(100 + below(&mut seed, 2000));
        let line = LineId::new(format!("line-{at}"))?;
        problem.lines.push(AllocationLine::new(line, sku.clone(), quantity, weight));
    }
    let whole = RateShipment::default();
    for place in 0..nodes {
        let node = shipper(&mut seed, place)?;
        let mut units = |sku: &SkuId| {
            let units = if below(&mut seed, 10) < 6 { 1 + below(&mut seed, 4) } else { 0 };
            (sku.clone(), Quantity::new(units))
        };
        let available = skus.iter().map(&mut units).collect();
        problem.candidates.push(AllocationCandidate {
            priority: below(&mut seed, 5),
            distance_metres: Some(below(&mut seed, 1_500_000)),
            shipment_cost: eur(50 + below(&mut seed, 100)),
            unit_cost: eur(below(&mut seed, 40)),
            available,
            lane: lane(&carriers, &way(&node, &to, at, &whole), Currency::EUR),
            ..AllocationCandidate::new(node.id, Currency::EUR)
        });
    }
    Ok(problem)
}

/// Sixteen orders of each size, so that no figure hangs on one lucky order; the time shown is for all sixteen.
fn plans(criterion: &mut Criterion) -> Result<(), Failure> {
    for lines in [1, 3, 8] {
        for nodes in [5, 12, 50] {
            let problems: Vec<_> =
                (0..16).map(|seed| problem(lines, nodes, seed)).collect::<Result<_, _>>()?;
            let mut group = criterion.benchmark_group(format!("plan/{lines}-lines-{nodes}-nodes"));
            group.sample_size(20).throughput(Throughput::Elements(16));
            for kind in AllocationStrategyKind::ALL {
                let strategy = kind.strategy();
                group.bench_function(BenchmarkId::from_parameter(strategy.name()), |bencher| {
                    bencher.iter(|| {
                        problems.iter().filter(|one| plan(black_box(one), strategy).is_ok()).count()
                    });
                });
            }
            let cheap = AllocationStrategyKind::GreedyCost.strategy();
            let made: Vec<_> = problems.iter().map(|one| plan(one, cheap)).collect::<Result<_, _>>()?;
            group.bench_function("check", |bencher| {
                let wrong =
                    || problems.iter().zip(&made).filter(|(one, plan)| !check_plan(one, plan).is_empty());
                bencher.iter(|| black_box(wrong().count()));
            });
            group.finish();
        }
    }
    Ok(())
}

fn way<'a>(
    from: &'a Node,
    to: &'a Address,
    ready_at: Instant,
    shipment: &'a RateShipment,
) -> RateRequest<'a> {
    RateRequest { from, to, ready_at, shipment, states: &[] }
}

fn quotes(criterion: &mut Criterion) -> Result<(), Failure> {
    let (carriers, mut seed, at) = (carriers()?, 7, Instant::UNIX_EPOCH);
    let sent = RateShipment::of_weight(2300);
    let (from, to) = (shipper(&mut seed, 0)?, destination(&mut seed)?);
    let card = carriers.cards.first().ok_or("no card")?;
    let mut group = criterion.benchmark_group("carrier");
    group.throughput(Throughput::Elements(1));
    group.bench_function("quote", |bencher| bencher.iter(|| quote(black_box(card), &from, &to, 2300, at)));
    group.bench_function("lane of 3 services", |bencher| {
        bencher.iter(|| lane(black_box(&carriers), &way(&from, &to, at, &sent), Currency::EUR));
    });
    let currency = Currency::EUR;
    let request = CarrierRequest {
        from: &from,
        to: &to,
        shipment: &sent,
        states: &[],
        ready_at: at,
        promise_by: None,
        currency,
    };
    group.bench_function("choice of 3 services", |bencher| {
        bencher.iter(|| select_carrier(black_box(&carriers), &request, CarrierStrategy::Cheapest));
    });
    group.finish();
    Ok(())
}

fn all(criterion: &mut Criterion) {
    let run = plans(criterion).and_then(|()| quotes(criterion));
    assert!(run.is_ok(), "{run:?}");
}

criterion_group!(benches, all);
criterion_main!(benches);

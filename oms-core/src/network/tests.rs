use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::value::{
    Address, CarrierId, CountryCode, Currency, GeoPoint, Money, NodeId, RegionCode, ServiceId, Weight, ZoneId,
};

fn point(lat_micro: i32, lon_micro: i32) -> GeoPoint {
    GeoPoint { lat_micro, lon_micro }
}

fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

fn zone(id: &str) -> ZoneId {
    ZoneId::new(id).unwrap()
}

fn region(code: &str) -> RegionCode {
    RegionCode::new(code).unwrap()
}

fn node() -> Node {
    Node::new(NodeId::new("n1").unwrap())
}

fn address() -> Address {
    Address::new(CountryCode::new("BR").unwrap())
}

fn band(up_to_km: Option<u32>, id: &str) -> DistanceBand {
    DistanceBand { up_to_km, zone: zone(id) }
}

fn tariff(bands: &[(u32, i64)], beyond: Option<(u32, i64)>) -> Tariff {
    let bands =
        bands.iter().map(|(grams, minor)| WeightBand { up_to: Weight::grams(*grams), price: eur(*minor) });
    let beyond = beyond.map(|(grams, minor)| StepRate { step: Weight::grams(grams), price: eur(minor) });
    Tariff { bands: bands.collect(), beyond }
}

fn codes(problems: &crate::value::Problems) -> Vec<(&str, &str)> {
    problems.as_slice().iter().map(|problem| (&*problem.code, problem.path.as_str())).collect()
}

/// One degree of a great circle is R·π/180 = 111,195.08 m; a quarter of one 10,007,557.2 m; half 20,015,114.4 m.
#[test]
fn distances_agree_with_arcs_that_can_be_worked_out_by_hand() {
    assert_eq!(great_circle_metres(point(0, 0), point(0, 1_000_000)), 111_195);
    assert_eq!(great_circle_metres(point(0, 0), point(1_000_000, 0)), 111_195);
    assert_eq!(great_circle_metres(point(0, 0), point(90_000_000, 77_000_000)), 10_007_557);
    assert_eq!(great_circle_metres(point(0, -90_000_000), point(0, 90_000_000)), 20_015_114);
    assert_eq!(great_circle_metres(point(0, 179_500_000), point(0, -179_500_000)), 111_195);
}

#[test]
fn a_band_ends_at_its_last_metre_and_an_open_last_band_holds_the_rest() {
    let mut from = node();
    from.location = Some(point(0, 0));
    let mut to = address();
    // East along the equator, at 111,195.08 m a degree: 98,964 m, 100,076 m, 999,644 m, 1,000,756 m.
    let at = |micro| Some(point(0, micro));
    let closed =
        ZoneTable::Distance(DistanceZones { bands: vec![band(Some(100), "near"), band(Some(1000), "far")] });
    for (micro, expected) in [(0, "near"), (890_000, "near"), (900_000, "far"), (8_990_000, "far")] {
        to.location = at(micro);
        assert_eq!(closed.zone(&from, &to), Ok(&zone(expected)), "{micro}");
    }
    to.location = at(9_000_000);
    let beyond = NoZone::BeyondBands(BeyondBands { metres: 1_000_756, last_km: Some(1000) });
    assert_eq!(closed.zone(&from, &to), Err(beyond));
    let open =
        ZoneTable::Distance(DistanceZones { bands: vec![band(Some(100), "near"), band(None, "rest")] });
    assert_eq!(open.zone(&from, &to), Ok(&zone("rest")));
}

#[test]
fn a_distance_table_says_which_end_has_no_position() {
    let table = ZoneTable::Distance(DistanceZones { bands: vec![band(None, "all")] });
    let mut from = node();
    let missing = |end| Err(NoZone::NoPosition(MissingPosition { end }));
    assert_eq!(table.zone(&from, &address()), missing(LaneEnd::Node));
    from.location = Some(point(0, 0));
    assert_eq!(table.zone(&from, &address()), missing(LaneEnd::Destination));
}

#[test]
fn a_region_table_knows_direction_and_falls_back_to_its_default() {
    let routes = BTreeMap::from([(region("SP"), BTreeMap::from([(region("RJ"), zone("z2"))]))]);
    let strict = ZoneTable::Region(RegionZones { routes: routes.clone(), default: None });
    let lenient = ZoneTable::Region(RegionZones { routes, default: Some(zone("z9")) });
    let way = |from: Option<&str>, to: Option<&str>| {
        let (mut node, mut address) = (node(), address());
        node.region = from.map(region);
        address.region = to.map(region);
        (strict.zone(&node, &address).cloned(), lenient.zone(&node, &address).cloned())
    };
    assert_eq!(way(Some("SP"), Some("RJ")), (Ok(zone("z2")), Ok(zone("z2"))));
    let pair = NoZone::PairNotServed(UnservedPair { from: region("RJ"), to: region("SP") });
    assert_eq!(way(Some("RJ"), Some("SP")), (Err(pair), Ok(zone("z9"))));
    let missing = |end| Err(NoZone::NoRegion(MissingRegion { end }));
    assert_eq!(way(Some("SP"), None), (missing(LaneEnd::Destination), Ok(zone("z9"))));
    assert_eq!(way(None, None), (missing(LaneEnd::Node), Ok(zone("z9"))));
}

#[test]
fn zone_tables_report_every_fault_with_its_place() {
    let bands = vec![band(Some(50), "a"), band(None, "b"), band(Some(40), "c")];
    let table = ZoneTable::Distance(DistanceZones { bands });
    assert_eq!(
        codes(&table.problems()),
        [("zone.open_band", "/bands/1/upToKm"), ("zone.not_ascending", "/bands/2/upToKm")]
    );
    let empty = ZoneTable::Region(RegionZones::default());
    assert_eq!(codes(&empty.problems()), [("zone.empty", "/routes")]);
}

#[test]
fn the_wire_form_of_a_zone_table_is_tagged_and_refuses_unknown_fields() {
    let text = r#"{"type":"distance","bands":[{"upToKm":100,"zone":"z1"},{"zone":"z2"}]}"#;
    let table: ZoneTable = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&table).unwrap(), text);
    let text = r#"{"type":"region","routes":{"SP":{"RJ":"z2"}},"default":"z9"}"#;
    let table: ZoneTable = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&table).unwrap(), text);
    assert!(serde_json::from_str::<ZoneTable>(r#"{"type":"region","rutes":{}}"#).is_err());
}

#[test]
fn a_tariff_steps_up_at_each_band_and_each_started_step() {
    let tariff = tariff(&[(500, 400), (1000, 600)], Some((500, 150)));
    let prices =
        [0, 500, 501, 1000, 1001, 1500, 1501, 5000].map(|grams| tariff.price(grams).unwrap().minor());
    assert_eq!(prices, [400, 400, 600, 600, 750, 750, 900, 1800]);
    assert_eq!(tariff.limit_grams(), u64::MAX);
    assert_eq!(tariff.price(u64::MAX), Ok(eur(600 + 150 * ((u64::MAX - 1000).div_ceil(500) as i64))));
}

#[test]
fn a_tariff_without_steps_refuses_what_is_above_its_last_band() {
    let closed = tariff(&[(500, 400), (1000, 600)], None);
    assert_eq!(closed.price(1000), Ok(eur(600)));
    assert_eq!(closed.price(1001), Err(TariffError::TooHeavy { weight_grams: 1001, limit_grams: 1000 }));
    assert_eq!(closed.limit_grams(), 1000);
    let dear = tariff(&[(1, 1)], Some((1, i64::MAX)));
    assert_eq!(dear.price(3), Err(TariffError::Overflow { weight_grams: 3 }));
    assert_eq!(tariff(&[(1, 1)], Some((0, 1))).price(2), Err(TariffError::Overflow { weight_grams: 2 }));
}

#[test]
fn tariffs_report_every_fault_with_its_place() {
    let mut bad = tariff(&[(500, 400), (500, -1)], Some((0, 1)));
    bad.beyond.as_mut().unwrap().price = Money::from_minor(1, Currency::USD);
    let expected = [
        ("input.out_of_range", "/bands/1/price"),
        ("tariff.not_ascending", "/bands/1/upTo"),
        ("money.currency_mismatch", "/beyond/price"),
        ("input.out_of_range", "/beyond/step"),
    ];
    assert_eq!(codes(&bad.problems(Currency::EUR)), expected);
    assert_eq!(codes(&tariff(&[], None).problems(Currency::EUR)), [("tariff.empty", "/bands")]);
}

#[test]
fn a_lane_picks_the_cheapest_service_for_the_weight_with_a_total_order_of_ties() {
    let option = |carrier: &str, days, tariff| LaneOption {
        carrier: CarrierId::new(carrier).unwrap(),
        service: ServiceId::new("s").unwrap(),
        transit_days: days,
        tariff: Arc::new(tariff),
    };
    let lane = Lane {
        options: vec![
            option("light", 3, tariff(&[(1000, 300)], None)),
            option("b", 2, tariff(&[(5000, 500)], None)),
            option("a", 2, tariff(&[(5000, 500)], None)),
            option("slow", 4, tariff(&[(9000, 500)], None)),
        ],
    };
    let pick =
        |grams| lane.cheapest(grams).map(|(price, option)| (price, option.carrier.as_str().to_owned()));
    assert_eq!(pick(1000), Some((300, "light".into())));
    assert_eq!(pick(1001), Some((500, "a".into())));
    assert_eq!(pick(5001), Some((500, "slow".into())));
    assert_eq!(pick(9001), None);
    assert_eq!((lane.limit_grams(), Lane::default().limit_grams()), (9000, 0));
}

fn anywhere() -> impl Strategy<Value = GeoPoint> {
    (-90_000_000..=90_000_000, -180_000_000..=180_000_000).prop_map(|(lat, lon)| point(lat, lon))
}

proptest! {
    #[test]
    fn distance_is_symmetric_zero_only_at_home_and_at_most_half_way_round(a in anywhere(), b in anywhere()) {
        let there = great_circle_metres(a, b);
        prop_assert_eq!(there, great_circle_metres(b, a));
        prop_assert_eq!(great_circle_metres(a, a), 0);
        prop_assert!(there <= 20_015_115);
    }

    #[test]
    fn no_detour_is_shorter(a in anywhere(), b in anywhere(), c in anywhere()) {
        let direct = great_circle_metres(a, c);
        prop_assert!(direct <= great_circle_metres(a, b) + great_circle_metres(b, c) + 2);
    }

    #[test]
    fn a_tariff_with_rising_prices_never_falls(light in 0_u64..20_000, more in 0_u64..20_000) {
        let tariff = tariff(&[(500, 400), (1000, 600)], Some((300, 150)));
        prop_assert!(tariff.price(light).unwrap().minor() <= tariff.price(light + more).unwrap().minor());
    }

    #[test]
    fn no_position_makes_the_distance_panic(a in any::<(i32, i32)>(), b in any::<(i32, i32)>()) {
        let _ = great_circle_metres(point(a.0, a.1), point(b.0, b.1));
    }
}

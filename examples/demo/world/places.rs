//! Where things are: real warehouse towns, and the towns that buy, weighted by the people who live there.

use oms_core::network::Node;
use oms_core::value::{Address, CountryCode, GeoPoint, RegionCode};

use super::make::{node_id, text, usd};
use super::rng::{Rng, Weighted};

/// Id, town, state, latitude and longitude in thousandths of a degree, and the share of the stock kept there.
pub(crate) const WAREHOUSES: [(&str, &str, &str, i32, i32, u64); 12] = [
    ("EWR1", "Newark", "NJ", 40_736, -74_172, 16),
    ("ONT1", "Ontario", "CA", 34_063, -117_651, 15),
    ("DFW1", "Dallas", "TX", 32_777, -96_797, 12),
    ("ORD1", "Joliet", "IL", 41_525, -88_082, 12),
    ("ATL1", "Atlanta", "GA", 33_749, -84_388, 10),
    ("CMH1", "Columbus", "OH", 39_961, -82_999, 8),
    ("MIA1", "Miami", "FL", 25_762, -80_192, 7),
    ("SEA1", "Kent", "WA", 47_381, -122_235, 5),
    ("PHX1", "Phoenix", "AZ", 33_448, -112_074, 5),
    ("DEN1", "Aurora", "CO", 39_729, -104_832, 4),
    ("OAK1", "Oakland", "CA", 37_804, -122_271, 4),
    ("BOS1", "Worcester", "MA", 42_263, -71_802, 2),
];

/// Town, state, ZIP prefix, latitude and longitude in thousandths of a degree, people in ten thousands.
pub(crate) const TOWNS: [(&str, &str, &str, i32, i32, u64); 48] = [
    ("New York", "NY", "100", 40_713, -74_006, 1_980),
    ("Los Angeles", "CA", "900", 34_052, -118_244, 1_290),
    ("Chicago", "IL", "606", 41_878, -87_630, 940),
    ("Dallas", "TX", "752", 32_777, -96_797, 800),
    ("Houston", "TX", "770", 29_760, -95_370, 740),
    ("Washington", "DC", "200", 38_907, -77_037, 630),
    ("Philadelphia", "PA", "191", 39_953, -75_164, 620),
    ("Miami", "FL", "331", 25_762, -80_192, 615),
    ("Atlanta", "GA", "303", 33_749, -84_388, 620),
    ("Boston", "MA", "021", 42_361, -71_057, 490),
    ("Phoenix", "AZ", "850", 33_448, -112_074, 500),
    ("San Francisco", "CA", "941", 37_775, -122_419, 460),
    ("Riverside", "CA", "925", 33_954, -117_396, 465),
    ("Detroit", "MI", "482", 42_331, -83_046, 435),
    ("Seattle", "WA", "981", 47_606, -122_332, 400),
    ("Minneapolis", "MN", "554", 44_978, -93_265, 370),
    ("San Diego", "CA", "921", 32_716, -117_161, 330),
    ("Tampa", "FL", "336", 27_951, -82_457, 325),
    ("Denver", "CO", "802", 39_739, -104_990, 297),
    ("Baltimore", "MD", "212", 39_290, -76_612, 284),
    ("St. Louis", "MO", "631", 38_627, -90_199, 281),
    ("Orlando", "FL", "328", 28_538, -81_379, 276),
    ("Charlotte", "NC", "282", 35_227, -80_843, 275),
    ("San Antonio", "TX", "782", 29_424, -98_494, 265),
    ("Portland", "OR", "972", 45_515, -122_679, 251),
    ("Sacramento", "CA", "958", 38_582, -121_494, 241),
    ("Pittsburgh", "PA", "152", 40_441, -79_996, 235),
    ("Austin", "TX", "787", 30_267, -97_743, 242),
    ("Las Vegas", "NV", "891", 36_170, -115_140, 232),
    ("Cincinnati", "OH", "452", 39_103, -84_512, 226),
    ("Kansas City", "MO", "641", 39_100, -94_579, 220),
    ("Columbus", "OH", "432", 39_961, -82_999, 216),
    ("Cleveland", "OH", "441", 41_500, -81_694, 206),
    ("Indianapolis", "IN", "462", 39_768, -86_158, 214),
    ("Nashville", "TN", "372", 36_163, -86_781, 204),
    ("Virginia Beach", "VA", "234", 36_853, -75_978, 180),
    ("Providence", "RI", "029", 41_824, -71_413, 167),
    ("Milwaukee", "WI", "532", 43_039, -87_906, 156),
    ("Jacksonville", "FL", "322", 30_332, -81_656, 167),
    ("Oklahoma City", "OK", "731", 35_468, -97_516, 146),
    ("Raleigh", "NC", "276", 35_780, -78_638, 148),
    ("Memphis", "TN", "381", 35_149, -90_049, 133),
    ("Richmond", "VA", "232", 37_541, -77_436, 133),
    ("Louisville", "KY", "402", 38_253, -85_759, 128),
    ("New Orleans", "LA", "701", 29_951, -90_072, 125),
    ("Salt Lake City", "UT", "841", 40_761, -111_891, 127),
    ("Buffalo", "NY", "142", 42_887, -78_879, 116),
    ("Birmingham", "AL", "352", 33_519, -86_810, 111),
];

pub(crate) fn country() -> Option<CountryCode> {
    CountryCode::new("US")
}

fn point(lat_milli: i32, lon_milli: i32) -> GeoPoint {
    GeoPoint { lat_micro: lat_milli * 1000, lon_micro: lon_milli * 1000 }
}

/// The warehouses: the busiest have the lowest cost and the best priority.
pub(crate) fn nodes() -> Vec<Node> {
    let node = |(at, (id, town, state, lat, lon, _)): (usize, &(&str, &str, &str, i32, i32, u64))| {
        let at = u32::try_from(at).unwrap_or(0);
        Node {
            name: text(town),
            location: Some(point(*lat, *lon)),
            region: RegionCode::new(state).ok(),
            priority: at + 1,
            shipment_cost: Some(usd(110 + i64::from(at) * 5)),
            unit_cost: Some(usd(28 + i64::from(at) * 2)),
            ..Node::new(node_id(id))
        }
    };
    WAREHOUSES.iter().enumerate().map(node).collect()
}

/// Draws towns by the people who live there.
pub(crate) fn towns() -> Weighted {
    Weighted::new(TOWNS.iter().map(|town| town.5))
}

const FIRST: [&str; 12] =
    ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Grace", "Hugo", "Iris", "Jack", "Kim", "Leo"];
const LAST: [&str; 12] = [
    "Archer", "Baker", "Cooper", "Dyer", "Fisher", "Glover", "Hunter", "Mason", "Porter", "Sawyer", "Turner",
    "Weaver",
];
const STREET: [&str; 8] = ["Main", "Oak", "Park", "Cedar", "Elm", "Lake", "Hill", "Pine"];

/// An invented buyer's address in a town, somewhere within about 25 km of its middle.
pub(crate) fn address(country: CountryCode, town: usize, rng: &mut Rng) -> Address {
    let (city, state, zip, lat, lon, _) = TOWNS.get(town).copied().unwrap_or(TOWNS[0]);
    let any = |names: &[&str], rng: &mut Rng| {
        let at = usize::try_from(rng.below(names.len() as u64)).unwrap_or(0);
        names.get(at).copied().unwrap_or_default().to_owned()
    };
    let name = format!("{} {}", any(&FIRST, rng), any(&LAST, rng));
    let street = format!("{} {} St", rng.between(1, 9_999), any(&STREET, rng));
    let place = point(
        lat + i32::try_from(rng.around(-220, 220)).unwrap_or(0),
        lon + i32::try_from(rng.around(-280, 280)).unwrap_or(0),
    );
    Address {
        name: text(&name),
        phone: text(&format!("+1 555 {:07}", rng.below(10_000_000))),
        region: RegionCode::new(state).ok(),
        city: text(city),
        postal_code: text(&format!("{zip}{:02}", rng.below(100))),
        lines: vec![text(&street)],
        location: Some(place),
        ..Address::new(country)
    }
}

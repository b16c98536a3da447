//! Great-circle distance: the one file of the core in which floats are allowed.
//!
//! Every float function comes from `libm`, which is plain Rust, so the same two points give the same metres
//! on every platform; the result leaves as a whole number and no float goes further.

use crate::value::GeoPoint;

/// The mean radius of the Earth in metres: R₁ of the GRS 80 ellipsoid, 6,371,008.8 m (H. Moritz, "Geodetic
/// Reference System 1980", Journal of Geodesy 74, 2000; adopted by the IUGG).
const EARTH_RADIUS_METRES: f64 = 6_371_008.8;

/// The shortest way over the globe between two points in metres, rounded to the nearest.
///
/// Haversine formula on a sphere of the Earth's mean radius (R. W. Sinnott, "Virtues of the Haversine", Sky and
/// Telescope 68, 1984). The sphere is within about 0.5 % of the ellipsoid, which ranks warehouses well; it is
/// not the way a lorry drives. Symmetric, and zero for a point and itself.
///
/// ```
/// use oms_core::network::great_circle_metres;
/// use oms_core::value::GeoPoint;
/// let berlin = GeoPoint { lat_micro: 52_520_000, lon_micro: 13_405_000 };
/// let munich = GeoPoint { lat_micro: 48_137_000, lon_micro: 11_575_000 };
/// assert_eq!(great_circle_metres(berlin, munich) / 1000, 504);
/// ```
#[must_use]
#[expect(
    clippy::float_arithmetic,
    reason = "trigonometry has no exact form; libm keeps it the same everywhere"
)]
pub fn great_circle_metres(a: GeoPoint, b: GeoPoint) -> u32 {
    let radians = |micro: i32| f64::from(micro) * (std::f64::consts::PI / 180_000_000.0);
    let (lat_a, lat_b) = (radians(a.lat_micro), radians(b.lat_micro));
    let half_lat = libm::sin((lat_b - lat_a) / 2.0);
    let half_lon = libm::sin((radians(b.lon_micro) - radians(a.lon_micro)) / 2.0);
    let haversine = half_lat * half_lat + libm::cos(lat_a) * libm::cos(lat_b) * half_lon * half_lon;
    // Rounding can lift the haversine of opposite points just above 1, where the arcsine has no value.
    let angle = 2.0 * libm::asin(libm::sqrt(libm::fmin(haversine, 1.0)));
    libm::round(EARTH_RADIUS_METRES * angle) as u32
}

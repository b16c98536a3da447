//! Where nodes and regions lie, and what carriers ask.

use super::family::{Shape, Supply};
use crate::allocation::dice::Dice;
use crate::allocation::instance::{InstanceNode, InstanceService};

const MAP: (i64, i64) = (3600, 2000);
/// Zone `z` ends here, in kilometres; what is farther is in the last.
const ZONE_ENDS: [i64; 5] = [90, 300, 700, 1300, 2100];

/// Nodes and regions, strewn around cities. Two nodes in five are distribution centres, the others stores.
pub(super) fn places(shape: &Shape, dice: &mut Dice) -> (Vec<InstanceNode>, Vec<[i64; 2]>) {
    let cities: Vec<[i64; 2]> = (0..9).map(|_| [dice.below(MAP.0), dice.below(MAP.1)]).collect();
    let around = |dice: &mut Dice, spread: i64| {
        let at = usize::try_from(dice.below(9)).unwrap_or(0);
        let [x, y] = cities.get(at).copied().unwrap_or([0, 0]);
        // The sum of two is likelier to be near the middle.
        let mut step = || dice.within(-spread, spread).saturating_add(dice.within(-spread, spread));
        [x.saturating_add(step()).clamp(0, MAP.0), y.saturating_add(step()).clamp(0, MAP.1)]
    };
    let centres = shape.nodes.saturating_mul(2) / 5;
    let same = shape.supply == Supply::Everywhere;
    let nodes = (0..shape.nodes).map(|at| {
        let is_centre = at < centres.max(1);
        let [x_km, y_km] = around(dice, if is_centre { 140 } else { 60 });
        let mut node = if is_centre { centre(dice) } else { store(dice) };
        (node.x_km, node.y_km) = (x_km, y_km);
        if same {
            (node.ship_cents, node.unit_cents, node.ready_day) = (100, 40, 0);
            node.services = (0..6).collect();
        }
        node
    });
    let nodes: Vec<InstanceNode> = nodes.collect();
    let regions = (0..shape.regions).map(|_| around(dice, 170)).collect();
    (nodes, regions)
}

fn node(kind: &str, ship_cents: i64, unit_cents: i64, ready_day: i64, services: Vec<u32>) -> InstanceNode {
    InstanceNode {
        kind: kind.to_owned(),
        x_km: 0,
        y_km: 0,
        ship_cents,
        unit_cents,
        cap_units: -1,
        cap_shipments: -1,
        ready_day,
        services,
    }
}

fn centre(dice: &mut Dice) -> InstanceNode {
    let mut services = vec![0, 1, 2];
    services.extend([3, 4].into_iter().filter(|_| dice.percent(80)));
    let ready_day = i64::from(dice.percent(40));
    node("dc", dice.within(70, 140), dice.within(28, 60), ready_day, services)
}

fn store(dice: &mut Dice) -> InstanceNode {
    let mut services = vec![1];
    services.extend([0, 2, 5].into_iter().filter(|_| dice.percent(65)));
    services.sort_unstable();
    node("store", dice.within(140, 270), dice.within(75, 140), 0, services)
}

/// The rate zones by distance; one pair in 50 beyond zone 3 is not served.
pub(super) fn zones(nodes: &[InstanceNode], regions: &[[i64; 2]]) -> Vec<Vec<i64>> {
    let zone = |(at, node): (usize, &InstanceNode), (place, [x, y]): (usize, &[i64; 2])| {
        let square = |left: i64, right: i64| left.saturating_sub(right).saturating_pow(2);
        let far = square(node.x_km, *x).saturating_add(square(node.y_km, *y)).isqrt();
        let zone = ZONE_ENDS.iter().take_while(|end| far >= **end).count();
        let unserved = zone > 3 && at.wrapping_mul(31).wrapping_add(place.wrapping_mul(17)) % 50 == 0;
        if unserved { -1 } else { i64::try_from(zone).unwrap_or(5) }
    };
    let row = |node| regions.iter().enumerate().map(|region| zone(node, region)).collect();
    nodes.iter().enumerate().map(row).collect()
}

/// Six services of three carriers: cheap and slow, two on the ground, by air, by night, and around the corner.
pub(super) fn services() -> Vec<InstanceService> {
    let service = |name: &str, carrier, base: [i64; 2], step: [i64; 2], days: [i64; 6], max_weight_g| {
        let offered = |zone: usize| days.get(zone).is_some_and(|days| *days >= 0);
        let line = |[first, more]: [i64; 2]| {
            let price = |zone: usize| {
                let zones = i64::try_from(zone).unwrap_or(0);
                first.saturating_add(more.saturating_mul(zones)).saturating_add(zones.saturating_mul(zones))
            };
            (0..6).map(|zone| if offered(zone) { price(zone) } else { -1 }).collect()
        };
        InstanceService {
            name: name.to_owned(),
            carrier,
            base_cents: line(base),
            step_cents: line(step),
            days: days.to_vec(),
            max_weight_g,
        }
    };
    vec![
        service("saver", 0, [370, 62], [41, 11], [3, 4, 4, 5, 6, 7], 12_000),
        service("ground", 0, [510, 66], [29, 9], [1, 2, 2, 3, 4, 5], 0),
        service("parcel", 1, [465, 94], [33, 10], [1, 1, 2, 3, 4, 4], 0),
        service("air", 1, [780, 175], [75, 26], [-1, 2, 2, 2, 2, 2], 30_000),
        service("night", 2, [1190, 330], [120, 46], [1, 1, 1, 1, 1, -1], 20_000),
        service("local", 2, [330, 0], [55, 0], [0, -1, -1, -1, -1, -1], 15_000),
    ]
}

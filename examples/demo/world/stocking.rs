//! How much of what lies where, and what comes later: from the demand that a planner would expect, who errs.

use oms_core::value::{NodeId, Quantity, SkuId};

use super::buyer::{DAY, DAYS, HOUR, START};
use super::goods::Good;
use super::make::node_id;
use super::places::WAREHOUSES;
use super::rng::Rng;

/// Units of a SKU that arrive at a warehouse.
#[derive(Clone, Debug)]
pub(crate) struct Receipt {
    pub(crate) at: i64,
    pub(crate) sku: SkuId,
    pub(crate) node: NodeId,
    pub(crate) quantity: Quantity,
}

/// What lies there on the first morning: 45 % of the month; then three deliveries, a week apart.
const SHARES: [(i64, i64); 4] = [(0, 45), (7, 20), (14, 20), (21, 15)];

/// All receipts, by time, SKU and warehouse.
pub(crate) fn receipts(seed: u64, goods: &[Good], units: u64) -> Vec<Receipt> {
    let wanted: u64 = goods.iter().map(|good| good.demand).sum::<u64>().max(1);
    let mut receipts = Vec::new();
    for (at, good) in goods.iter().enumerate() {
        let mut rng = Rng::fork(seed, 7, at as u64);
        // What the month will ask for, as the planner sees it: 15 % too little up to 60 % too much.
        let expected = u128::from(units) * u128::from(good.demand) / u128::from(wanted);
        let expected = i64::try_from(expected).unwrap_or(0) * rng.between(85, 160) / 100 + rng.between(8, 24);
        let places = places(good.rank, &mut rng);
        let shares: i64 = places.iter().map(|(_, share)| share).sum::<i64>().max(1);
        for (day, percent) in SHARES.iter().filter(|(day, _)| *day < DAYS) {
            for (node, share) in &places {
                let units = (expected * percent * share + 50 * shares) / (100 * shares);
                if units > 0 {
                    receipts.push(Receipt {
                        at: START + day * DAY + if *day == 0 { 0 } else { 5 * HOUR },
                        sku: good.sku.id.clone(),
                        node: node_id(node),
                        quantity: Quantity::new(u32::try_from(units).unwrap_or(u32::MAX)),
                    });
                }
            }
        }
    }
    receipts.sort_by(|a, b| (a.at, &a.sku, &a.node).cmp(&(b.at, &b.sku, &b.node)));
    receipts
}

/// The best sellers lie everywhere, the middle in five warehouses, the rest in two.
fn places(rank: usize, rng: &mut Rng) -> Vec<(&'static str, i64)> {
    let count = match rank {
        0..=149 => WAREHOUSES.len(),
        150..=699 => 5,
        _ => 2,
    };
    let mut places: Vec<(&str, i64)> =
        WAREHOUSES.iter().map(|place| (place.0, i64::try_from(place.5).unwrap_or(1))).collect();
    while places.len() > count {
        let at = usize::try_from(rng.below(places.len() as u64)).unwrap_or(0);
        // Big warehouses keep their place more often than small ones.
        if places.get(at).is_some_and(|(_, share)| rng.below(20) >= share.unsigned_abs()) {
            places.remove(at);
        }
    }
    places
}

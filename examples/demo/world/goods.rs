//! What is sold: SKUs in categories with weights, prices and costs, and how much each is wanted.

use oms_core::catalog::Sku;
use oms_core::value::Dimensions;

use super::make::{category_id, grams, sku_id, text, usd};
use super::rng::{Rng, Weighted};

/// Category, adjective and noun of names, weight in grams from and to, price in cents from and to, cost in per cent.
type Kind = (&'static str, &'static str, [i64; 2], [i64; 2], i64);

const KINDS: [Kind; 10] = [
    ("beauty", "Serum", [60, 600], [900, 6_900], 38),
    ("books", "Novel", [200, 900], [700, 3_500], 62),
    ("electronics", "Charger", [80, 2_500], [1_500, 29_900], 71),
    ("fashion", "Shirt", [150, 900], [1_400, 8_900], 44),
    ("garden", "Planter", [700, 9_000], [1_200, 12_000], 55),
    ("grocery", "Blend", [250, 2_000], [400, 3_200], 66),
    ("home", "Lamp", [400, 6_000], [1_500, 15_900], 52),
    ("pets", "Toy", [100, 3_000], [600, 5_900], 50),
    ("sports", "Band", [200, 12_000], [1_200, 19_900], 57),
    ("toys", "Puzzle", [150, 2_500], [900, 7_900], 48),
];

const LOOKS: [&str; 16] = [
    "Amber", "Birch", "Coral", "Dawn", "Ember", "Fern", "Golden", "Harbor", "Ivory", "Jade", "Kite", "Linen",
    "Maple", "Nova", "Ocean", "Pearl",
];

/// A SKU and how much it is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Good {
    pub(crate) sku: Sku,
    /// The weight in the draw, Zipf–Mandelbrot: `1 / (rank + 12)`.
    pub(crate) demand: u64,
    /// 0 for the best seller.
    pub(crate) rank: usize,
    pub(crate) price: i64,
}

/// All SKUs, in the order of their ids.
pub(crate) fn goods(seed: u64, count: usize) -> Vec<Good> {
    let mut ranks: Vec<usize> = (0..count).collect();
    let mut rng = Rng::fork(seed, 1, 0);
    for at in (1..ranks.len()).rev() {
        ranks.swap(at, usize::try_from(rng.below(at as u64 + 1)).unwrap_or(at));
    }
    ranks.iter().enumerate().map(|(at, rank)| good(seed, at, *rank)).collect()
}

pub(crate) fn demand(goods: &[Good]) -> Weighted {
    Weighted::new(goods.iter().map(|good| good.demand))
}

fn good(seed: u64, at: usize, rank: usize) -> Good {
    let mut rng = Rng::fork(seed, 2, at as u64);
    let kind = usize::try_from(rng.below(KINDS.len() as u64)).unwrap_or(0);
    let (category, noun, weights, prices, cost) = KINDS.get(kind).copied().unwrap_or(KINDS[0]);
    let look = LOOKS.get(usize::try_from(rng.below(16)).unwrap_or(0)).copied().unwrap_or_default();
    let weight = rng.skewed(weights[0], weights[1]);
    // Prices end in 99 or 49, as prices do.
    let price = rng.skewed(prices[0], prices[1]) / 100 * 100 + if rng.chance(700) { 99 } else { 49 };
    let cost = price * (cost + rng.around(-8, 8)) / 100;
    // A box of about 4 cm³ per gram.
    let edge = u32::try_from(20 + rng.between(0, 20) + weight / 25).unwrap_or(100);
    let sku = Sku {
        name: text(&format!("{look} {noun} {}", at + 1)),
        category: Some(category_id(category)),
        weight: grams(weight),
        dimensions: Some(Dimensions { length: edge * 2, width: edge, height: edge }),
        price: Some(usd(price)),
        cost: Some(usd(cost)),
        ..Sku::new(sku_id(format!("SKU-{:04}", at + 1)))
    };
    Good { sku, demand: 1_000_000_000 / (rank as u64 + 12), rank, price }
}

//! Who orders what.

use super::family::{Shape, Supply};
use crate::allocation::dice::Dice;
use crate::allocation::instance::InstanceOrder;

/// SKUs of one category.
const CATEGORY: i64 = 40;

pub(super) fn orders(shape: &Shape, regions: usize, dice: &mut Dice) -> Vec<InstanceOrder> {
    let regions = i64::try_from(regions).unwrap_or(i64::MAX);
    (0..shape.orders).map(|_| order(shape, regions, dice)).collect()
}

fn order(shape: &Shape, regions: i64, dice: &mut Dice) -> InstanceOrder {
    let region = u32::try_from(dice.below(regions)).unwrap_or(0);
    let lines = lines(shape, dice);
    let units = lines.iter().fold(0_i64, |sum, [_, quantity]| sum.saturating_add(*quantity));
    let timeless = shape.supply == Supply::Everywhere;
    let most =
        if dice.percent(shape.limited) { dice.within(1, 3).saturating_add(units / 4).min(12) } else { 16 };
    InstanceOrder {
        region,
        promise_day: if timeless { 30 } else { dice.pick(&[(15, 2), (25, 3), (35, 5), (25, 7)]) },
        late_cents: dice.pick(&[(50, 60), (35, 120), (15, 300)]),
        prio: dice.pick(&[(80, 1), (15, 2), (5, 3)]),
        complete: u8::from(dice.percent(shape.complete)),
        max_shipments: most,
        lines,
    }
}

fn lines(shape: &Shape, dice: &mut Dice) -> Vec<[i64; 2]> {
    let (fewest, most) = shape.lines;
    let mut count = fewest;
    if fewest == 1 {
        while count < most && dice.percent(52) {
            count = count.saturating_add(1);
        }
    } else {
        count = dice.within(fewest, most);
    }
    let mut lines: Vec<[i64; 2]> = Vec::new();
    let first = popular(shape.skus, dice);
    // A pick that is taken already is made again; after many tries the next free SKU is.
    let mut tries = 0_i64;
    while i64::try_from(lines.len()).is_ok_and(|len| len < count) {
        tries = tries.saturating_add(1);
        let sku = if tries > 100 {
            first.saturating_add(tries) % shape.skus.max(1)
        } else if lines.is_empty() {
            first
        } else if dice.percent(70) {
            let start = first.saturating_sub(first % CATEGORY);
            start.saturating_add(dice.below(CATEGORY)).min(shape.skus.saturating_sub(1))
        } else {
            popular(shape.skus, dice)
        };
        if lines.iter().all(|[known, _]| *known != sku) {
            lines.push([sku, dice.pick(&[(63, 1), (24, 2), (9, 3), (4, 4)])]);
        }
    }
    lines
}

/// A SKU, the first ones far likelier: uniform below a bound that is uniform itself.
fn popular(skus: i64, dice: &mut Dice) -> i64 {
    let bound = dice.within(1, skus);
    let rank = dice.below(bound);
    // Categories mix popular and rare SKUs.
    rank.saturating_mul(7919) % skus.max(1)
}

//! What an instance can cost at most.

use super::super::{InstanceFile, InstanceOrder};

/// The dearest of each figure.
struct Dearest {
    ship: i128,
    unit: i128,
    base: i128,
    step: i128,
    days: i128,
}

/// More than any solution, however bad, can cost. Every figure is in range, so no sum leaves 128 bits: at most 2³²
/// lines of under 2⁹⁵ each.
pub(super) fn most_cents(file: &InstanceFile) -> i128 {
    let most = |values: &mut dyn Iterator<Item = i64>| i128::from(values.max().unwrap_or(0).max(0));
    let services = || file.services.iter();
    let dearest = Dearest {
        ship: most(&mut file.nodes.iter().map(|node| node.ship_cents)),
        unit: most(&mut file.nodes.iter().map(|node| node.unit_cents)),
        base: most(&mut services().flat_map(|service| service.base_cents.iter().copied())),
        step: most(&mut services().flat_map(|service| service.step_cents.iter().copied())),
        days: most(&mut services().flat_map(|service| service.days.iter().copied()))
            .saturating_add(most(&mut file.nodes.iter().map(|node| node.ready_day))),
    };
    file.orders.iter().fold(0, |sum: i128, order| sum.saturating_add(of_order(file, order, &dearest)))
}

fn of_order(file: &InstanceFile, order: &InstanceOrder, dearest: &Dearest) -> i128 {
    let (mut units, mut grams, mut short) = (0_i128, 0_i128, 0_i128);
    for [sku, quantity] in &order.lines {
        let of = |list: &[i64]| {
            i128::from(usize::try_from(*sku).ok().and_then(|sku| list.get(sku).copied()).unwrap_or(0))
        };
        let quantity = i128::from(*quantity);
        units = units.saturating_add(quantity);
        grams = grams.saturating_add(quantity.saturating_mul(of(&file.skus.weight_g)));
        short = short.saturating_add(
            quantity.saturating_mul(of(&file.skus.short_cents)).saturating_mul(i128::from(order.prio)),
        );
    }
    // An order has no more shipments than nodes, nor than units.
    let shipments = units.min(i128::try_from(file.nodes.len()).unwrap_or(i128::MAX));
    let late_days = dearest.days.saturating_sub(i128::from(order.promise_day)).max(0);
    let of_shipment = dearest
        .ship
        .saturating_add(dearest.base)
        .saturating_add(dearest.step)
        .saturating_add(i128::from(file.split_cents))
        .saturating_add(late_days.saturating_mul(i128::from(order.late_cents)));
    let steps = grams / i128::from(file.weight_step_g.max(1));
    shipments
        .saturating_mul(of_shipment)
        .saturating_add(units.saturating_mul(dearest.unit))
        .saturating_add(steps.saturating_mul(dearest.step))
        .saturating_add(short)
}

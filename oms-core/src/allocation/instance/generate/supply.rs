//! Where stock lies and what nodes can send, after what is wanted.

use super::family::{Shape, Supply};
use crate::allocation::dice::Dice;
use crate::allocation::instance::InstanceFile;

/// Lays out the stock of each SKU.
pub(super) fn stock(shape: &Shape, file: &mut InstanceFile, dice: &mut Dice) {
    let wanted = wanted(file);
    for (sku, wanted) in wanted.iter().enumerate() {
        let units = match shape.supply {
            Supply::Cells(share, thin) => cells(shape.nodes, share, thin, dice),
            Supply::Share(percent) => shares(shape.nodes, *wanted, percent, dice),
            Supply::Everywhere => vec![(*wanted).max(1); usize::try_from(shape.nodes).unwrap_or(0)],
        };
        for (node, units) in units.into_iter().enumerate().filter(|(_, units)| *units > 0) {
            file.stock.sku.push(u32::try_from(sku).unwrap_or(u32::MAX));
            file.stock.node.push(u32::try_from(node).unwrap_or(u32::MAX));
            file.stock.qty.push(units);
        }
    }
}

/// Units of each SKU over all orders.
fn wanted(file: &InstanceFile) -> Vec<i64> {
    let mut wanted = vec![0_i64; file.skus.weight_g.len()];
    for [sku, quantity] in file.orders.iter().flat_map(|order| &order.lines) {
        if let Some(sum) = usize::try_from(*sku).ok().and_then(|sku| wanted.get_mut(sku)) {
            *sum = sum.saturating_add(*quantity);
        }
    }
    wanted
}

fn cells(nodes: i64, share: i64, thin: i64, dice: &mut Dice) -> Vec<i64> {
    let cell = |_| match (dice.percent(share), dice.percent(thin)) {
        (false, _) => 0,
        (true, true) => dice.within(1, 2),
        (true, false) => dice.within(3, 50),
    };
    (0..nodes).map(cell).collect()
}

/// A few nodes share what there is; rare SKUs are at one or two.
fn shares(nodes: i64, wanted: i64, percent: i64, dice: &mut Dice) -> Vec<i64> {
    let mut units = vec![0_i64; usize::try_from(nodes).unwrap_or(0)];
    let homes: Vec<i64> = (0..dice.within(1, (nodes / 2).clamp(1, 6))).map(|_| dice.below(nodes)).collect();
    // As much as the family says on average: from a half to one and a half times.
    let most = wanted.saturating_mul(percent).saturating_mul(dice.within(50, 150));
    let supply = (most.saturating_add(5000) / 10_000).max(i64::from(dice.percent(60)));
    for _ in 0..supply {
        let home =
            homes.get(usize::try_from(dice.below(i64::try_from(homes.len()).unwrap_or(1))).unwrap_or(0));
        let at = home.and_then(|home| usize::try_from(*home).ok());
        if let Some(cell) = at.and_then(|at| units.get_mut(at)) {
            *cell = cell.saturating_add(1);
        }
    }
    units
}

/// Gives nodes limits that sum to the family's share of the units wanted; every second node has one on shipments too.
pub(super) fn capacity(shape: &Shape, file: &mut InstanceFile, dice: &mut Dice) {
    if shape.capacity == 0 {
        return;
    }
    let units = wanted(file).iter().fold(0_i64, |sum, units| sum.saturating_add(*units));
    let sizes: Vec<i64> = file
        .nodes
        .iter()
        .map(|node| if node.kind == "dc" { dice.within(60, 140) } else { dice.within(20, 60) })
        .collect();
    let all = sizes.iter().fold(0_i64, |sum, size| sum.saturating_add(*size)).max(1);
    for (node, size) in file.nodes.iter_mut().zip(&sizes) {
        let share = units.saturating_mul(shape.capacity).saturating_mul(*size);
        node.cap_units = share / all.saturating_mul(100);
        if dice.percent(50) {
            node.cap_shipments = node.cap_units.saturating_mul(11) / 20;
        }
    }
}

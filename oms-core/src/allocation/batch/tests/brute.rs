//! An audit of plans and an exhaustive search, sharing nothing with the planner but its input.

use std::collections::BTreeMap;

use crate::allocation::batch::{BatchInput, BatchOrder, BatchPlan};

/// Units of a line from a node.
type Sent = BTreeMap<(u32, usize), i64>;

/// What shipments of an order cost; nothing if they break a rule of the order.
fn cost(input: &BatchInput, order: &BatchOrder, sent: &Sent) -> Option<i64> {
    let mut nodes: BTreeMap<u32, (i64, i64)> = BTreeMap::new();
    for ((node, line), units) in sent {
        let entry = nodes.entry(*node).or_default();
        entry.0 += units;
        entry.1 += units * input.sku_weights[order.lines[*line].sku as usize];
    }
    let mut sum = input.split_cost * (i64::try_from(nodes.len()).unwrap() - 1).max(0);
    if order.max_shipments.is_some_and(|most| nodes.len() > most as usize) {
        return None;
    }
    for (node, (units, grams)) in &nodes {
        let mut lanes = input.lanes.iter();
        let lane = lanes.find(|lane| lane.node == *node && lane.destination == order.destination)?;
        let fits =
            lane.services.iter().filter(|service| service.max_weight.is_none_or(|most| *grams <= most));
        let freight = fits.map(|service| {
            let late = order.late_cost * (service.arrival_day - order.promise_day).max(0);
            service.base_cost
                + service.step_cost * ((grams + input.weight_step - 1) / input.weight_step)
                + late
        });
        let own = &input.nodes[*node as usize];
        sum += own.shipment_cost + own.unit_cost * units + freight.min()?;
    }
    let mut unfilled = 0;
    for (l, line) in order.lines.iter().enumerate() {
        let filled: i64 = sent.iter().filter(|((_, other), _)| *other == l).map(|(_, units)| units).sum();
        if filled > line.units {
            return None;
        }
        unfilled += line.units - filled;
        sum += line.short_cost * (line.units - filled);
        for planned in &line.planned {
            let stays = sent.get(&(planned.node, l)).copied().unwrap_or(0);
            sum += input.churn_cost * (planned.units - stays).max(0);
        }
    }
    (sent.is_empty() || unfilled == 0 || !order.ship_complete).then_some(sum)
}

/// Units by SKU and node, units by node and shipments by node that are left; the last two under keys of their own.
type Left = BTreeMap<(u32, u32), i64>;
const UNITS: u32 = u32::MAX;
const SHIPMENTS: u32 = u32::MAX - 1;

fn left(input: &BatchInput) -> Left {
    let mut left: Left = input.stock.iter().map(|stock| ((stock.sku, stock.node), stock.units)).collect();
    for (n, node) in (0..).zip(&input.nodes) {
        left.insert((UNITS, n), node.unit_capacity.unwrap_or(i64::MAX / 2));
        left.insert((SHIPMENTS, n), node.shipment_capacity.unwrap_or(i64::MAX / 2));
    }
    left
}

/// Takes what is sent; whether there was enough.
fn take(order: &BatchOrder, sent: &Sent, left: &mut Left) -> bool {
    let mut nodes: Vec<u32> = sent.keys().map(|(node, _)| *node).collect();
    nodes.dedup();
    let rows = nodes.into_iter().map(|node| ((SHIPMENTS, node), 1));
    let units = sent.iter().flat_map(|((node, line), units)| {
        [((order.lines[*line].sku, *node), *units), ((UNITS, *node), *units)]
    });
    let mut enough = true;
    for (row, units) in rows.chain(units) {
        let room = left.entry(row).or_default();
        *room -= units;
        enough &= *room >= 0;
    }
    enough
}

/// What a plan costs; a plan that breaks a rule fails the test.
pub(super) fn audit(input: &BatchInput, plan: &BatchPlan) -> i64 {
    let mut left = left(input);
    let mut by_order: BTreeMap<u32, Sent> = BTreeMap::new();
    for shipment in &plan.shipments {
        assert!(!shipment.items.is_empty());
        for item in &shipment.items {
            assert!(item.units > 0);
            let sent = by_order.entry(shipment.order).or_default();
            assert_eq!(sent.insert((shipment.node, item.line as usize), item.units), None);
        }
    }
    let nothing = Sent::new();
    let mut sum = 0;
    for (o, order) in (0..).zip(&input.orders) {
        let sent = by_order.get(&o).unwrap_or(&nothing);
        sum += cost(input, order, sent).expect("a rule of the order is broken");
        assert!(take(order, sent, &mut left), "order {o} takes what is not there");
    }
    sum
}

/// The least cost of all plans.
pub(super) fn optimum(input: &BatchInput) -> i64 {
    let choices: Vec<Vec<(i64, Sent)>> = input.orders.iter().map(|order| ways(input, order)).collect();
    let mut best = i64::MAX;
    descend(input, &choices, 0, 0, &left(input), &mut best);
    best
}

fn descend(
    input: &BatchInput,
    choices: &[Vec<(i64, Sent)>],
    order: usize,
    sum: i64,
    left: &Left,
    best: &mut i64,
) {
    let Some(ways) = choices.get(order) else {
        *best = (*best).min(sum);
        return;
    };
    for (cost, sent) in ways {
        let mut rest = left.clone();
        if sum + cost < *best && take(&input.orders[order], sent, &mut rest) {
            descend(input, choices, order + 1, sum + cost, &rest, best);
        }
    }
}

/// Every way to ship an order, with what it costs.
fn ways(input: &BatchInput, order: &BatchOrder) -> Vec<(i64, Sent)> {
    let mut all = vec![Sent::new()];
    for (l, line) in order.lines.iter().enumerate() {
        for node in 0..u32::try_from(input.nodes.len()).unwrap() {
            let mut more = Vec::new();
            for sent in all {
                for units in 0..=line.units {
                    let mut sent = sent.clone();
                    if units > 0 {
                        sent.insert((node, l), units);
                    }
                    more.push(sent);
                }
            }
            all = more;
        }
    }
    all.into_iter().filter_map(|sent| cost(input, order, &sent).map(|cost| (cost, sent))).collect()
}

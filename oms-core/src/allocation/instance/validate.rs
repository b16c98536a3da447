//! Everything that is wrong with an instance file, with places.

mod bound;

use super::{INSTANCE_FORMAT, InstanceFile, InstanceNode, InstanceOrder, InstanceService};
use crate::value::Problems;

/// The largest amount, weight or number of units.
const MOST: i64 = 1_000_000_000;
/// The largest day, either way, and the largest coordinate.
const FARTHEST: i64 = 1_000_000;

/// Everything wrong with the file. `O(file)`; places are written down only for what is wrong.
pub(super) fn problems(file: &InstanceFile) -> Problems {
    let mut found = Problems::new();
    if file.format != INSTANCE_FORMAT {
        found.add("input.unknown_value", "/format", format!("`{INSTANCE_FORMAT}` is the one known"));
    }
    range(&mut found, file.weight_step_g, 1, MOST, || "/weight_step_g".to_owned());
    range(&mut found, file.split_cents, 0, MOST, || "/split_cents".to_owned());
    for (at, node) in file.nodes.iter().enumerate() {
        check_node(&mut found, file, at, node);
    }
    for (at, point) in file.regions.iter().enumerate() {
        for (axis, value) in point.iter().enumerate() {
            range(&mut found, *value, -FARTHEST, FARTHEST, || format!("/regions/{at}/{axis}"));
        }
    }
    check_zones(&mut found, file);
    for (at, service) in file.services.iter().enumerate() {
        check_service(&mut found, at, service);
    }
    let skus = file.skus.weight_g.len();
    length(&mut found, file.skus.short_cents.len(), skus, || "/skus/short_cents".to_owned());
    ranges(&mut found, &file.skus.weight_g, 0, "/skus/weight_g");
    ranges(&mut found, &file.skus.short_cents, 0, "/skus/short_cents");
    check_stock(&mut found, file);
    let mut seen = vec![usize::MAX; skus];
    for (at, order) in file.orders.iter().enumerate() {
        check_order(&mut found, file, at, order, &mut seen);
    }
    if file.orders.iter().map(|order| order.lines.len()).sum::<usize>() > u32::MAX as usize {
        found.add("input.too_long", "/orders", "at most 4,294,967,295 lines in all");
    }
    if found.is_empty() && bound::most_cents(file) > i128::from(i64::MAX / 4) {
        let message = "costs can add up to more than 64 bits hold; give smaller figures";
        found.add("allocation.cost_overflow", "", message);
    }
    found
}

fn range(found: &mut Problems, value: i64, least: i64, most: i64, path: impl FnOnce() -> String) {
    if !(least..=most).contains(&value) {
        found.add("input.out_of_range", path(), format!("{value} is not from {least} to {most}"));
    }
}

fn ranges(found: &mut Problems, values: &[i64], least: i64, path: &str) {
    for (at, value) in values.iter().enumerate() {
        range(found, *value, least, MOST, || format!("{path}/{at}"));
    }
}

fn length(found: &mut Problems, length: usize, wanted: usize, path: impl FnOnce() -> String) {
    if length != wanted {
        found.add(
            "allocation.wrong_length",
            path(),
            format!("{wanted} entries are wanted, there are {length}"),
        );
    }
}

fn known(found: &mut Problems, index: i64, count: usize, what: &str, path: impl FnOnce() -> String) -> bool {
    let is_known = usize::try_from(index).is_ok_and(|index| index < count);
    if !is_known {
        let code = format!("allocation.unknown_{what}");
        found.add(code, path(), format!("there is no {what} {index}; there are {count}"));
    }
    is_known
}

fn check_node(found: &mut Problems, file: &InstanceFile, at: usize, node: &InstanceNode) {
    let figures = [
        ("x_km", node.x_km, -FARTHEST, FARTHEST),
        ("y_km", node.y_km, -FARTHEST, FARTHEST),
        ("ship_cents", node.ship_cents, 0, MOST),
        ("unit_cents", node.unit_cents, 0, MOST),
        ("cap_units", node.cap_units, -1, i64::MAX),
        ("cap_shipments", node.cap_shipments, -1, i64::MAX),
        ("ready_day", node.ready_day, 0, FARTHEST),
    ];
    for (field, value, least, most) in figures {
        range(found, value, least, most, || format!("/nodes/{at}/{field}"));
    }
    let mut seen = vec![false; file.services.len()];
    for (place, service) in node.services.iter().enumerate() {
        let path = || format!("/nodes/{at}/services/{place}");
        if !known(found, i64::from(*service), file.services.len(), "service", path) {
            continue;
        }
        match seen.get_mut(*service as usize) {
            Some(true) => {
                found.add("allocation.duplicate_service", path(), format!("{service} is named already"));
            }
            Some(seen) => *seen = true,
            None => {}
        }
    }
}

fn check_zones(found: &mut Problems, file: &InstanceFile) {
    length(found, file.zone.len(), file.nodes.len(), || "/zone".to_owned());
    for (at, row) in file.zone.iter().enumerate() {
        length(found, row.len(), file.regions.len(), || format!("/zone/{at}"));
        for (place, zone) in row.iter().enumerate() {
            range(found, *zone, -1, i64::from(i32::MAX), || format!("/zone/{at}/{place}"));
        }
    }
}

fn check_service(found: &mut Problems, at: usize, service: &InstanceService) {
    let zones = service.base_cents.len();
    for (field, list) in [("step_cents", &service.step_cents), ("days", &service.days)] {
        length(found, list.len(), zones, || format!("/services/{at}/{field}"));
    }
    range(found, service.max_weight_g, 0, i64::MAX, || format!("/services/{at}/max_weight_g"));
    for (zone, base) in service.base_cents.iter().enumerate() {
        range(found, *base, -1, MOST, || format!("/services/{at}/base_cents/{zone}"));
        // Where the service does not go, nobody looks at the other two.
        let least = if *base < 0 { i64::MIN } else { 0 };
        for (field, list, most) in
            [("step_cents", &service.step_cents, MOST), ("days", &service.days, FARTHEST)]
        {
            if let Some(value) = list.get(zone) {
                range(found, *value, least, most, || format!("/services/{at}/{field}/{zone}"));
            }
        }
    }
}

fn check_stock(found: &mut Problems, file: &InstanceFile) {
    let stock = &file.stock;
    length(found, stock.node.len(), stock.sku.len(), || "/stock/node".to_owned());
    length(found, stock.qty.len(), stock.sku.len(), || "/stock/qty".to_owned());
    ranges(found, &stock.qty, 0, "/stock/qty");
    let mut before = None;
    for (at, (sku, node)) in stock.sku.iter().zip(&stock.node).enumerate() {
        known(found, i64::from(*sku), file.skus.weight_g.len(), "sku", || format!("/stock/sku/{at}"));
        known(found, i64::from(*node), file.nodes.len(), "node", || format!("/stock/node/{at}"));
        if before.is_some_and(|before| before >= (*sku, *node)) {
            let message = "entries go up by SKU and then node, each pair once";
            found.add("allocation.unsorted_stock", format!("/stock/sku/{at}"), message);
        }
        before = Some((*sku, *node));
    }
}

fn check_order(
    found: &mut Problems,
    file: &InstanceFile,
    at: usize,
    order: &InstanceOrder,
    seen: &mut [usize],
) {
    known(found, i64::from(order.region), file.regions.len(), "region", || format!("/orders/{at}/region"));
    let figures = [
        ("promise_day", order.promise_day, -FARTHEST, FARTHEST),
        ("late_cents", order.late_cents, 0, MOST),
        ("prio", order.prio, 0, MOST),
        ("complete", i64::from(order.complete), 0, 1),
        ("max_shipments", order.max_shipments, 0, i64::from(u32::MAX)),
    ];
    for (field, value, least, most) in figures {
        range(found, value, least, most, || format!("/orders/{at}/{field}"));
    }
    if order.lines.is_empty() {
        found.add("allocation.no_line", format!("/orders/{at}/lines"), "name at least one line");
    }
    for (line, [sku, quantity]) in order.lines.iter().enumerate() {
        range(found, *quantity, 1, MOST, || format!("/orders/{at}/lines/{line}/1"));
        let path = || format!("/orders/{at}/lines/{line}/0");
        if !known(found, *sku, seen.len(), "sku", path) {
            continue;
        }
        let stamp = usize::try_from(*sku).ok().and_then(|sku| seen.get_mut(sku));
        if let Some(stamp) = stamp {
            if *stamp == at {
                let message = format!("SKU {sku} is ordered already; add up its units");
                found.add("allocation.duplicate_sku", path(), message);
            }
            *stamp = at;
        }
    }
}

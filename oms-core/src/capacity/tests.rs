use proptest::prelude::*;

use super::*;
use crate::value::{LineId, NodeId, OrderId, ProcessPathId, Quantity, Weight};

fn day(nth: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 1 + nth).unwrap()
}

fn node(id: &str) -> NodeId {
    NodeId::new(id).unwrap()
}

fn path(id: &str) -> ProcessPathId {
    ProcessPathId::new(id).unwrap()
}

fn line(id: &str, units: u32) -> CapacityLine {
    CapacityLine {
        line: LineId::new(id).unwrap(),
        quantity: Quantity::new(units),
        unit_weight: Weight::grams(100),
        unit_volume_cm3: 2,
    }
}

fn nothing() -> CapacityUse {
    CapacityUse::none(OrderId::new("o1").unwrap())
}

#[test]
fn an_order_counts_once_for_each_day_and_path() {
    let first = nothing().hold(&node("a"), day(0), &path("p"), vec![line("1", 2)]);
    let known = nothing().evolve(&first);
    let CapacityEvent::Held(first) = first else { panic!() };
    let amounts = CapacityAmounts { orders: 1, lines: 1, units: 2, weight_grams: 200, volume_cm3: 4 };
    assert_eq!(first.amounts, amounts);
    // More of the same line is neither an order nor a line more.
    let more = known.more(&node("a"), day(0), &path("p"), &[line("1", 1)]);
    assert_eq!(
        more,
        CapacityAmounts { units: 1, weight_grams: 100, volume_cm3: 2, ..CapacityAmounts::default() }
    );
    let other = known.more(&node("a"), day(1), &path("p"), &[line("1", 1)]);
    assert_eq!((other.orders, other.lines), (1, 1));
}

#[test]
fn the_latest_day_is_given_back_first_on_every_path() {
    let mut known = nothing();
    for (nth, path_id, units) in [(0, "p", 2), (1, "p", 2), (0, "q", 4)] {
        let event = known.hold(&node("a"), day(nth), &path(path_id), vec![line("1", units)]);
        known = known.evolve(&event);
    }
    for event in known.confirm(&node("a")) {
        known = known.evolve(&event);
    }
    assert_eq!(known.confirm(&node("a")), []);
    for event in known.free(&node("a"), &LineId::new("1").unwrap(), Quantity::new(3)) {
        known = known.evolve(&event);
    }
    let left: Vec<_> =
        known.rows.iter().map(|row| (row.day, row.path.as_str(), row.amounts().units)).collect();
    assert_eq!(left, [(day(0), "p", 1), (day(0), "q", 1)]);
    assert_eq!(known.free(&node("b"), &LineId::new("1").unwrap(), Quantity::new(3)), []);
}

proptest! {
    #[test]
    fn what_events_do_to_cells_is_what_the_order_has_booked(
        steps in prop::collection::vec((0_u32..3, 0_usize..3, 0_usize..2, 1_u32..5, 0..4), 1..30)
    ) {
        let mut known = nothing();
        let mut cells = std::collections::BTreeMap::new();
        for (nth, line_nth, path_nth, units, kind) in steps {
            let (line_id, path) = (["1", "2", "3"][line_nth], path(["p", "q"][path_nth]));
            let events = match kind {
                0 | 1 => vec![known.hold(&node("a"), day(nth), &path, vec![line(line_id, units)])],
                2 => known.confirm(&node("a")),
                _ => known.free(&node("a"), &LineId::new(line_id).unwrap(), Quantity::new(units)),
            };
            for event in events {
                for movement in event.movements() {
                    let cell: &mut (i64, i64) = cells.entry(movement.name).or_default();
                    *cell = (cell.0 + movement.held, cell.1 + movement.confirmed);
                }
                known = known.evolve(&event);
            }
        }
        let mut owned = std::collections::BTreeMap::new();
        for row in &known.rows {
            for measure in CapacityMeasure::ALL {
                let cell = CapacityCell { day: row.day, path: row.path.clone(), measure };
                let amount = i64::try_from(measure.of(&row.amounts())).unwrap();
                let both = if row.confirmed { (0, amount) } else { (amount, 0) };
                owned.insert(cell.name().unwrap(), both);
            }
        }
        cells.retain(|_, cell| *cell != (0, 0));
        prop_assert_eq!(cells, owned);
    }
}

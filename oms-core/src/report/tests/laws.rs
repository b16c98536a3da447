//! Laws: facts agree with the aggregates they are folded from, and shards do not matter.

use proptest::prelude::*;

use super::world::{at, draft, eur, id, sku};
use crate::order::{
    LineUnits, Order, OrderChange, OrderCommand, OrderEvent, OrderPayment, OrderStatus, PaymentKind,
    PaymentTerms,
};
use crate::report::{
    DistinctMeasure, DurationMeasure, DurationStatistic, Facts, PromiseBy, ReportAttribute as Attribute,
    ReportDate as Date, ReportDimension as By, ReportFigure as Figure, ReportFold, ReportGrain as Grain,
    ReportMeasure as Measure, ReportOver as Over, ReportQuery, report,
};
use crate::shipment::{Shipment, ShipmentCreated, ShipmentEvent};
use crate::value::{LineQuantity, OrderId, Quantity, Text};

/// What is tried on an order: which command, which line and node, how many units.
type Step = (u8, u8, u8, u8);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    // Half of the orders start paid, approved and partly allocated, so that shipping and delivery are reached.
    let start = prop::sample::select(vec![
        vec![],
        vec![(0, 1, 0, 3), (2, 1, 0, 1), (4, 1, 0, 2), (4, 1, 1, 1), (4, 2, 1, 2), (6, 1, 0, 1)],
    ]);
    let rest = prop::collection::vec((0_u8..9, 1_u8..3, 0_u8..3, 1_u8..4), 0..24);
    (start, rest).prop_map(|(start, rest)| start.into_iter().chain(rest).collect())
}

fn command(number: usize, (kind, line, node, units): Step) -> OrderCommand {
    let (line, quantity) = (line.to_string(), Quantity::new(u32::from(units)));
    let node = ["north", "south", "west"][usize::from(node)];
    let at_node = || vec![LineUnits { line: id(&line), node: id(node), quantity }];
    let of_line = || vec![LineQuantity { line: id(&line), quantity }];
    match kind {
        0 | 1 => OrderCommand::Pay(OrderPayment {
            id: id(&format!("p{number}")),
            kind: if kind == 0 { PaymentKind::Captured } else { PaymentKind::Refunded },
            method: Text::new("card").unwrap(),
            amount: eur(i64::from(units) * 1700),
            instalments: Some(u16::from(units)),
            at: at("2026-03-02T00:00:00Z"),
        }),
        2 => OrderCommand::Approve,
        3 => OrderCommand::Cancel { lines: of_line(), reason: Text::default() },
        4 => OrderCommand::Allocate(at_node()),
        5 => OrderCommand::Deallocate { units: at_node(), reason: Text::default() },
        6 => OrderCommand::Release(vec![]),
        7 => OrderCommand::Ship { shipment: id(&format!("s{number}")), units: at_node() },
        _ if units == 3 => {
            OrderCommand::Change(OrderChange { quantities: of_line(), ..OrderChange::default() })
        }
        _ if node == "west" => OrderCommand::Complete,
        _ => OrderCommand::Deliver { shipment: id(&format!("s{number}")), lines: of_line() },
    }
}

/// Runs an order through the steps that are allowed, telling the facts, and returns it as it stands.
fn run(facts: &mut Facts, name: &str, steps: &[Step]) -> Order {
    let order: OrderId = id(name);
    let placed_at =
        at("2026-03-01T00:00:00Z") + chrono::TimeDelta::hours(i64::try_from(steps.len() * 7).unwrap());
    let mut draft =
        draft(name, "web", if steps.len().is_multiple_of(2) { "ann" } else { "bob" }, "2026-03-01T00:00:00Z");
    draft.placed_at = placed_at;
    if steps.len().is_multiple_of(3) {
        draft.terms = PaymentTerms::OnDelivery;
    }
    let placed = Order::place(order.clone(), &draft).unwrap();
    let mut state = Order::clone(&placed.order);
    let mut last = None;
    facts.order(&order, placed_at, &OrderEvent::Placed(placed));
    for (number, step) in steps.iter().enumerate() {
        let now = placed_at + chrono::TimeDelta::minutes(i64::try_from(number * 61).unwrap());
        let mut command = command(number, *step);
        match &mut command {
            // Ids of shipments are unique beyond the order.
            OrderCommand::Ship { shipment, .. } => *shipment = id(&format!("{name}-{shipment}")),
            // A shipment delivers what is in it, as the engine sees to.
            OrderCommand::Deliver { shipment, lines } => {
                let (sent, units): &(_, Vec<LineUnits>) = match &last {
                    Some(last) => last,
                    None => continue,
                };
                shipment.clone_from(sent);
                lines.retain(|named| {
                    units.iter().any(|unit| unit.line == named.line && named.quantity <= unit.quantity)
                });
                if lines.is_empty() {
                    continue;
                }
            }
            _ => {}
        }
        let Ok(events) = state.decide(&command, now) else { continue };
        for event in &events {
            state.apply(event, now);
            facts.order(&order, now, event);
            if let OrderEvent::UnitsShipped(shipped) = event {
                last = Some((shipped.shipment.clone(), shipped.units.clone()));
                let record = shipment(&state, shipped, now);
                facts.shipment(
                    &record.id.clone(),
                    now,
                    &ShipmentEvent::Created(ShipmentCreated { shipment: record }),
                );
            }
        }
    }
    state
}

fn shipment(
    order: &Order,
    shipped: &crate::order::OrderUnitsShipped,
    now: crate::value::Instant,
) -> Shipment {
    let units = shipped.units.iter().map(|units| crate::shipment::ShipmentUnits {
        line: units.line.clone(),
        sku: order.line(&units.line).unwrap().sku.clone(),
        quantity: units.quantity,
        unit_cost: Some(eur(333)),
        lots: vec![],
        cost: None,
    });
    Shipment {
        id: shipped.shipment.clone(),
        order: order.id.clone(),
        node: shipped.units[0].node.clone(),
        carrier: id("post"),
        service: id("ground"),
        shipped_at: now,
        units: units.collect(),
        freight: Some(eur(499)),
        distance_metres: None,
        parcels: vec![],
    }
}

fn facts_of(orders: &[(usize, &Vec<Step>)]) -> Facts {
    let mut facts = Facts::new();
    sku(&mut facts, "apple", "fruit");
    for (number, steps) in orders {
        run(&mut facts, &format!("order-{number}"), steps);
    }
    facts
}

fn queries() -> Vec<ReportQuery> {
    let figures = |over: Over| {
        let all = Figure::ALL.iter().filter(move |figure| figure.available_over().contains(&over));
        all.fold(ReportQuery::new(over), |query, figure| query.measure(Measure::figure(*figure)))
    };
    let duration = |statistic, percent| {
        Measure::Duration(DurationMeasure { from: Date::Placed, to: Date::Shipped, statistic, percent })
    };
    let distinct = |attribute| Measure::Distinct(DistinctMeasure { dimension: By::attribute(attribute) });
    vec![
        figures(Over::Orders)
            .by(By::attribute(Attribute::OrderStatus))
            .by(By::time(Date::Placed, Grain::Day)),
        figures(Over::Orders)
            .measure(duration(DurationStatistic::Percentile, Some(90)))
            .measure(duration(DurationStatistic::Mean, None))
            .measure(distinct(Attribute::Customer))
            .measure(Measure::on_time_rate(PromiseBy::Instant)),
        figures(Over::Lines).by(By::attribute(Attribute::Category)).by(By::attribute(Attribute::Node)),
        figures(Over::Lines)
            .by(By::line_field(id("shade")))
            .measure(Measure::sum_field(id("weight")))
            .sorted("net_sales", true),
        figures(Over::Shipments).by(By::attribute(Attribute::Node)),
        figures(Over::Payments)
            .by(By::attribute(Attribute::Instalments))
            .by(By::attribute(Attribute::Customer)),
    ]
}

fn bytes(facts: &Facts, query: &ReportQuery) -> String {
    serde_json::to_string(&report(facts, query).unwrap()).unwrap()
}

fn fold(facts: &Facts, query: &ReportQuery) -> ReportFold {
    let mut fold = ReportFold::new(query.clone()).unwrap();
    fold.add(facts).unwrap();
    fold
}

proptest! {
    #[test]
    fn facts_agree_with_the_order_they_are_folded_from(steps in steps()) {
        let mut facts = Facts::new();
        let order = run(&mut facts, "order", &steps);
        let row = super::super::column::Table::row(&facts.orders, super::super::column::Code::new(0));
        prop_assert_eq!(OrderStatus::ALL[usize::from(row.status)], order.status());
        prop_assert_eq!(row.due, order.due().unwrap().minor());
        prop_assert_eq!(row.paid, order.paid().unwrap().minor());
        prop_assert_eq!(row.nodes as usize, order.nodes().len());
        let units = |of: fn(&crate::order::OrderLine) -> Quantity| -> i64 {
            order.lines.iter().map(|line| i64::from(of(line).units())).sum()
        };
        prop_assert_eq!(row.ordered, units(|line| line.ordered));
        prop_assert_eq!(row.cancelled, units(|line| line.cancelled));
        prop_assert_eq!(row.shipped_units, units(crate::order::OrderLine::shipped));
        prop_assert_eq!(row.delivered_units, units(|line| line.delivered));
    }

    #[test]
    fn every_split_over_nodes_sums_to_the_whole(orders in prop::collection::vec(steps(), 1..4)) {
        let orders: Vec<_> = orders.iter().enumerate().collect();
        let facts = facts_of(&orders);
        let sums = Figure::ALL.iter().filter(|figure| {
            let counted = matches!(figure, Figure::Orders | Figure::Lines | Figure::GrossMargin);
            figure.available_over().contains(&Over::Lines) && !counted
        });
        for figure in sums {
            let query = ReportQuery::new(Over::Lines).measure(Measure::figure(*figure));
            let whole = fold(&facts, &query).finish().unwrap();
            let parts = fold(&facts, &query.clone().by(By::attribute(Attribute::Node))).finish().unwrap();
            let number = |row: &Vec<crate::report::ReportCell>| match row.last() {
                Some(crate::report::ReportCell::Integer(cell)) => cell.value,
                Some(crate::report::ReportCell::Money(cell)) => cell.value.minor(),
                other => panic!("{other:?}"),
            };
            let sum: i64 = parts.rows.iter().map(number).sum();
            prop_assert_eq!(sum, number(&whole.rows[0]), "{:?}", figure);
        }
    }

    #[test]
    fn reports_do_not_depend_on_sharding(
        orders in prop::collection::vec((steps(), 0_usize..3), 1..7),
        rotation in 0_usize..3,
    ) {
        let all: Vec<_> = orders.iter().map(|(steps, _)| steps).enumerate().collect();
        let whole = facts_of(&all);
        let mut shards: Vec<Facts> = (0..3)
            .map(|shard| {
                let mine = all.iter().zip(&orders).filter(|(_, (_, of))| *of == shard).map(|(order, _)| *order);
                facts_of(&mine.collect::<Vec<_>>())
            })
            .collect();
        shards.rotate_left(rotation);
        let [a, b, c] = &shards[..] else { unreachable!() };
        let left = a.clone().merge(b.clone()).merge(c.clone());
        let right = a.clone().merge(b.clone().merge(c.clone()));
        for query in queries() {
            let expected = bytes(&whole, &query);
            prop_assert_eq!(&bytes(&left, &query), &expected);
            prop_assert_eq!(&bytes(&right, &query), &expected);
            let (x, y, z) = (fold(a, &query), fold(b, &query), fold(c, &query));
            let associated = [
                x.clone().merge(y.clone()).unwrap().merge(z.clone()).unwrap(),
                x.clone().merge(y.clone().merge(z.clone()).unwrap()).unwrap(),
                z.merge(x).unwrap().merge(y).unwrap(),
            ];
            for fold in associated {
                prop_assert_eq!(&serde_json::to_string(&fold.finish().unwrap()).unwrap(), &expected);
            }
        }
    }

    #[test]
    fn a_merged_store_of_facts_goes_on_folding(steps in steps(), more in steps()) {
        let (first, second): (Vec<_>, Vec<_>) = (vec![(0, &steps)], vec![(1, &more)]);
        let mut merged = facts_of(&first).merge(facts_of(&second));
        let mut whole = facts_of(&[(0, &steps), (1, &more)]);
        for facts in [&mut merged, &mut whole] {
            super::world::cancel(facts, "order-1", "2", 1);
            super::world::allocate(facts, "order-1", "1", "east", 1);
            super::world::pay(facts, "order-0", "late", PaymentKind::Captured, 9900, "2026-05-01T00:00:00Z");
        }
        for query in queries() {
            prop_assert_eq!(bytes(&merged, &query), bytes(&whole, &query));
        }
    }
}

#[test]
fn folds_of_different_queries_do_not_merge() {
    let [first, second, ..] = &queries()[..] else { panic!() };
    let merged = fold(&Facts::new(), first).merge(fold(&Facts::new(), second));
    assert_eq!(merged.unwrap_err().code(), "report.different_query");
}

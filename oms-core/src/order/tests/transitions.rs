//! Every pair of status and command, by walking through the states of small orders.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::*;
use crate::order::transition::targets;

/// Commands of every kind, several of a kind where they lead to different places.
fn commands() -> Vec<OrderCommand> {
    let change = |change: Value| OrderCommand::Change(serde_json::from_value(change).unwrap());
    let back =
        |units: &[LineUnits]| OrderCommand::Deallocate { units: units.to_vec(), reason: Text::default() };
    let deliver = |lines: &[LineQuantity]| OrderCommand::Deliver {
        shipment: ShipmentId::new("s1").unwrap(),
        lines: lines.to_vec(),
    };
    let finding =
        ReviewFinding { reason: HoldReason::IncorrectAddress, lines: vec![], note: Text::default() };
    vec![
        payment("p1", "captured", "2.00"),
        payment("p2", "captured", "1.00"),
        payment("p3", "refunded", "2.00"),
        OrderCommand::Review(vec![]),
        OrderCommand::Review(vec![finding]),
        OrderCommand::Approve,
        hold("h1", HoldStage::Ship, &[]),
        OrderCommand::ReleaseHold(HoldId::new("h1").unwrap()),
        change(json!({"remark": "new"})),
        change(json!({"quantities": [{"line": "b", "quantity": 2}]})),
        cancel(&[]),
        cancel(&[named("a", 1)]),
        cancel(&[named("a", 2)]),
        cancel(&[named("b", 1)]),
        OrderCommand::Reserve(ReservationId::new("r1").unwrap()),
        OrderCommand::Allocate(vec![units("a", "x", 1)]),
        OrderCommand::Allocate(vec![units("b", "x", 1)]),
        back(&[]),
        back(&[units("a", "x", 1)]),
        back(&[units("b", "x", 1)]),
        OrderCommand::Release(vec![]),
        OrderCommand::Release(vec![units("a", "x", 1)]),
        ship(&[units("a", "x", 1)]),
        ship(&[units("b", "x", 1)]),
        deliver(&[named("a", 1)]),
        deliver(&[named("b", 1)]),
        OrderCommand::Complete,
    ]
}

/// What tells states apart here. Holds and reservations are looked at and not walked on from.
type Key = (OrderStatus, bool, String, Vec<(u32, u32, u32, u32, u32, u32)>);

fn key(order: &Order) -> Key {
    let lines = order.lines.iter().map(|line| {
        let counts = [line.ordered, line.cancelled, line.allocated(), line.released(), line.shipped()];
        let [ordered, cancelled, allocated, released, shipped] = counts.map(Quantity::units);
        (ordered, cancelled, allocated, released, shipped, line.delivered.units())
    });
    (order.status(), order.approved_at.is_some(), order.paid().unwrap().to_string(), lines.collect())
}

fn every_unit_has_one_owner(order: &Order) {
    for line in &order.lines {
        let counts = [line.ordered, line.open(), line.allocated(), line.shipped(), line.cancelled];
        let [ordered, open, allocated, shipped, cancelled] = counts.map(|units| u64::from(units.units()));
        assert_eq!(ordered, open + allocated + shipped + cancelled, "{line:?}");
        assert!(line.released() <= line.allocated() && line.delivered <= line.shipped(), "{line:?}");
    }
}

#[test]
fn the_table_says_exactly_what_is_allowed_and_where_it_leads() {
    let commands = commands();
    let kinds: BTreeSet<OrderCommandKind> = commands.iter().filter_map(OrderCommand::kind).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), OrderCommandKind::ALL);
    let first = place(&draft(&[("a", 2, "1.00"), ("b", 1, "1.00")])).unwrap();
    let mut seen = BTreeSet::from([key(&first)]);
    let mut queue = VecDeque::from([first]);
    let mut reached: BTreeMap<(OrderStatus, OrderCommandKind), BTreeSet<OrderStatus>> = BTreeMap::new();
    while let Some(order) = queue.pop_front() {
        let before = order.status();
        for command in &commands {
            let kind = command.kind().unwrap();
            let legal = targets(before, kind);
            let mut after = order.clone();
            let result = run(&mut after, command);
            let Some(legal) = legal else {
                assert_eq!(result, Err(OrderError::IllegalTransition { status: before, command: kind }));
                assert_eq!(after, order, "a refused command changes nothing");
                continue;
            };
            assert!(!matches!(result, Err(OrderError::IllegalTransition { .. })), "{before} {kind}");
            let Ok(events) = result else { continue };
            every_unit_has_one_owner(&after);
            if events > 0 {
                assert!(legal.contains(&after.status()), "{before} {kind} leads to {}", after.status());
            }
            if legal.contains(&after.status()) {
                reached.entry((before, kind)).or_default().insert(after.status());
            }
            if after.holds.is_empty() && after.reservation.is_none() && seen.insert(key(&after)) {
                queue.push_back(after);
            }
        }
    }
    let statuses: BTreeSet<OrderStatus> = seen.iter().map(|key| key.0).collect();
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), OrderStatus::ALL, "every status is reached");
    let unreached = ORDER_TRANSITIONS.iter().flat_map(|row| {
        let found = reached.get(&(row.from, row.command)).cloned().unwrap_or_default();
        let missing = row.to.iter().filter(move |to| !found.contains(to));
        missing.map(move |to| format!("{} {} {to}", row.from, row.command))
    });
    assert_eq!(unreached.collect::<Vec<_>>(), [""; 0], "every step listed can be taken");
}

#[test]
fn no_pair_stands_in_the_table_twice_and_the_picture_shows_every_step_between_two() {
    let mut pairs = BTreeSet::new();
    let picture = order_mermaid();
    for row in ORDER_TRANSITIONS {
        assert!(pairs.insert((row.from, row.command)), "{} {}", row.from, row.command);
        for to in row.to.iter().filter(|to| **to != row.from) {
            assert!(picture.contains(&format!("    {} --> {to}: {}\n", row.from, row.command)));
        }
    }
}

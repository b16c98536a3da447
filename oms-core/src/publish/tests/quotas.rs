//! Quotas: what commands do, and the identities over random histories.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::*;
use super::{channel, node, sku};
use crate::value::{NodeId, Quantity, ReservationId, Text};

pub(super) fn group(path: &[&str]) -> QuotaGroup {
    QuotaGroup(path.iter().map(|name| Text::new(name).unwrap()).collect())
}

fn part(path: &[&str], at: &str, units: u32) -> QuotaPart {
    QuotaPart { group: group(path), node: node(at), quantity: Quantity::new(units) }
}

fn reservation(id: &str) -> ReservationId {
    ReservationId::new(id).unwrap()
}

fn wanted(at: &str, units: u32) -> Vec<(NodeId, Quantity)> {
    vec![(node(at), Quantity::new(units))]
}

fn after(ledger: &QuotaLedger, command: QuotaCommand) -> QuotaLedger {
    ledger.clone().evolve(&ledger.decide(&command).unwrap())
}

fn granted() -> QuotaLedger {
    let ledger = QuotaLedger::new(sku());
    let ledger = after(&ledger, QuotaCommand::Allocate(part(&["web"], "x", 10)));
    after(&ledger, QuotaCommand::Allocate(part(&["web", "gold"], "x", 4)))
}

#[test]
fn a_group_takes_its_own_quota_first_and_then_those_above_it() {
    let ledger = granted();
    assert_eq!(
        (ledger.open_to(&group(&["web", "gold"]), &node("x")), ledger.open_to(&group(&["web"]), &node("x"))),
        (14, 10)
    );
    let gold = group(&["web", "gold", "berlin"]);
    let event = ledger.consume(&reservation("r"), &gold, &wanted("x", 6)).unwrap();
    let QuotaEvent::Consumed(consumed) = &event else { panic!("consumed") };
    assert_eq!(consumed.parts, [part(&["web", "gold"], "x", 4), part(&["web"], "x", 2)]);
    let ledger = ledger.evolve(&event);
    let totals = ledger.totals(&group(&["web"]), None);
    assert_eq!((totals.granted, totals.remaining, totals.consumed), (14, 8, 6));
    assert_eq!(ledger.totals(&group(&["web", "gold"]), Some(&node("x"))).remaining, 0);
    assert_eq!(ledger.totals(&group(&["web"]), Some(&node("y"))), QuotaTotals::default());
    // Siblings and other channels see nothing of it.
    assert_eq!(ledger.consume(&reservation("s"), &group(&["app"]), &wanted("x", 1)), None);
    assert_eq!(ledger.consume(&reservation("s"), &gold, &wanted("y", 1)), None);
}

#[test]
fn consuming_never_goes_beyond_the_quota() {
    let ledger = granted();
    let event =
        ledger.consume(&reservation("r"), &QuotaGroup::channel(&channel("web")), &wanted("x", 99)).unwrap();
    let ledger = ledger.evolve(&event);
    let totals = ledger.totals(&group(&["web"]), None);
    assert_eq!((totals.remaining, totals.consumed), (4, 10));
    assert_eq!(ledger.remaining(&group(&["web"]), &node("x")), 0);
}

#[test]
fn a_reservation_gives_back_what_it_took_and_no_more() {
    let ledger = granted();
    let gold = group(&["web", "gold"]);
    let ledger = ledger.clone().evolve(&ledger.consume(&reservation("r"), &gold, &wanted("x", 6)).unwrap());
    // The units of the highest group return first: they were taken last.
    let some = ledger.restore(&reservation("r"), &wanted("x", 3)).unwrap();
    let QuotaEvent::Restored(restored) = &some else { panic!("restored") };
    assert_eq!(restored.parts, [part(&["web"], "x", 2), part(&["web", "gold"], "x", 1)]);
    let ledger = ledger.evolve(&some);
    let rest = ledger.restore(&reservation("r"), &wanted("x", 99)).unwrap();
    let ledger = ledger.evolve(&rest);
    assert_eq!(ledger, granted());
    assert_eq!(ledger.restore(&reservation("r"), &wanted("x", 1)), None);
    assert_eq!(ledger.restore(&reservation("other"), &wanted("x", 1)), None);
}

#[test]
fn what_is_sold_for_good_is_not_given_back() {
    let ledger = granted();
    let ledger =
        ledger.clone().evolve(&ledger.consume(&reservation("r"), &group(&["web"]), &wanted("x", 5)).unwrap());
    let ledger = ledger.clone().evolve(&ledger.settle(&reservation("r"), &wanted("x", 5)).unwrap());
    assert!(ledger.draws.is_empty());
    assert_eq!(ledger.restore(&reservation("r"), &wanted("x", 5)), None);
    assert_eq!(ledger.totals(&group(&["web"]), None).consumed, 5);
}

#[test]
fn units_can_be_given_to_another_group_or_node_or_taken_back_while_they_remain() {
    let ledger = granted();
    let to = |from, path: &[&str], at: &str| QuotaCommand::Reallocate {
        from,
        to_group: group(path),
        to_node: node(at),
    };
    let ledger = after(&ledger, to(part(&["web"], "x", 4), &["app"], "x"));
    let ledger = after(&ledger, to(part(&["app"], "x", 1), &["app"], "y"));
    assert_eq!(
        (ledger.remaining(&group(&["app"]), &node("x")), ledger.remaining(&group(&["app"]), &node("y"))),
        (3, 1)
    );
    let ledger = after(&ledger, QuotaCommand::Unallocate(part(&["app"], "x", 3)));
    assert_eq!(ledger.entries.len(), 3);
    let refused = ledger.decide(&QuotaCommand::Unallocate(part(&["web"], "x", 7))).unwrap_err();
    assert!(matches!(refused, QuotaError::Insufficient { wanted: 7, remaining: 6, .. }), "{refused}");
    let refused = ledger.decide(&to(part(&["web"], "y", 1), &["app"], "x")).unwrap_err();
    assert_eq!(refused.code(), "quota.insufficient");
    let most = part(&["web"], "x", u32::MAX);
    assert_eq!(ledger.decide(&QuotaCommand::Allocate(most)).unwrap_err().code(), "quota.too_large");
}

#[test]
fn groups_have_one_to_eight_named_levels() {
    let ledger = QuotaLedger::new(sku());
    let allocate = |path: &[&str], units| ledger.decide(&QuotaCommand::Allocate(part(path, "x", units)));
    assert!(allocate(&["a", "b", "c", "d", "e", "f", "g", "h"], 1).is_ok());
    let codes = |path: &[&str], units| {
        let Err(QuotaError::Invalid(problems)) = allocate(path, units) else { panic!("invalid") };
        let codes =
            problems.as_slice().iter().map(|problem| (problem.code.to_string(), problem.path.clone()));
        codes.collect::<Vec<_>>()
    };
    let bad = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(codes(&["a"; 9], 1), [bad("quota.bad_levels", "/part/group")]);
    let both = [bad("quota.bad_levels", "/part/group"), bad("input.out_of_range", "/part/quantity")];
    assert_eq!(codes(&[], 0), both);
    assert_eq!(codes(&["a", ""], 1), [bad("input.empty", "/part/group/1")]);
}

#[derive(Clone, Debug)]
enum Step {
    Allocate(QuotaPart),
    Unallocate(QuotaPart),
    Reallocate(QuotaPart, QuotaGroup, NodeId),
    Consume(ReservationId, QuotaGroup, NodeId, Quantity),
    Restore(ReservationId, NodeId, Quantity),
    Settle(ReservationId, NodeId, Quantity),
}

fn some_step() -> impl Strategy<Value = Step> {
    let groups = prop::sample::select(vec![group(&["web"]), group(&["web", "gold"]), group(&["app"])]);
    let nodes = prop::sample::select(vec![node("x"), node("y")]);
    let who = prop::sample::select(vec![reservation("r"), reservation("s")]);
    (0..6, groups.clone(), nodes.clone(), 1_u32..9, groups, nodes, who).prop_map(
        |(kind, group, node, units, to_group, to_node, who)| {
            let quantity = Quantity::new(units);
            let part = QuotaPart { group: group.clone(), node: node.clone(), quantity };
            match kind {
                0 => Step::Allocate(part),
                1 => Step::Unallocate(part),
                2 => Step::Reallocate(part, to_group, to_node),
                3 => Step::Consume(who, group, node, quantity),
                4 => Step::Restore(who, node, quantity),
                _ => Step::Settle(who, node, quantity),
            }
        },
    )
}

proptest! {
    /// Whatever happens: granted = remaining + consumed for every group and node, nothing negative, what reservations
    /// may give back was consumed, and the held units are what remains.
    #[test]
    fn granted_is_remaining_and_consumed_after_every_step(steps in prop::collection::vec(some_step(), 1..60)) {
        let mut ledger = QuotaLedger::new(sku());
        let mut granted: BTreeMap<(QuotaGroup, NodeId), i64> = BTreeMap::new();
        let mut held: BTreeMap<NodeId, i64> = BTreeMap::new();
        for step in steps {
            let event = match step {
                Step::Allocate(part) => ledger.decide(&QuotaCommand::Allocate(part)).ok(),
                Step::Unallocate(part) => ledger.decide(&QuotaCommand::Unallocate(part)).ok(),
                Step::Reallocate(from, to_group, to_node) => {
                    ledger.decide(&QuotaCommand::Reallocate { from, to_group, to_node }).ok()
                }
                Step::Consume(who, group, node, units) => ledger.consume(&who, &group, &[(node, units)]),
                Step::Restore(who, node, units) => ledger.restore(&who, &[(node, units)]),
                Step::Settle(who, node, units) => ledger.settle(&who, &[(node, units)]),
            };
            let Some(event) = event else { continue };
            let mut grant = |part: &QuotaPart, sign: i64| {
                let key = (part.group.clone(), part.node.clone());
                *granted.entry(key).or_default() += sign * part.quantity.signed();
            };
            match &event {
                QuotaEvent::Allocated(event) => grant(&event.part, 1),
                QuotaEvent::Unallocated(event) => grant(&event.part, -1),
                QuotaEvent::Reallocated(event) => {
                    let (group, node) = (event.to_group.clone(), event.to_node.clone());
                    grant(&event.from, -1);
                    grant(&QuotaPart { group, node, quantity: event.from.quantity }, 1);
                }
                _ => {}
            }
            for movement in event.movements() {
                *held.entry(movement.node).or_default() += movement.held;
            }
            ledger = ledger.evolve(&event);
            for ((group, node), granted) in &granted {
                let entry = ledger.entries.iter().find(|entry| entry.group == *group && entry.node == *node);
                let (remaining, consumed) = entry.map_or((0, 0), |entry| (entry.remaining, entry.consumed));
                prop_assert_eq!(*granted, remaining + consumed);
                prop_assert!(remaining >= 0 && consumed >= 0);
                let drawn: i64 = ledger.draws.iter()
                    .filter(|draw| draw.part.group == *group && draw.part.node == *node)
                    .map(|draw| draw.part.quantity.signed()).sum();
                prop_assert!(drawn <= consumed);
            }
            for (node, held) in &held {
                let remaining: i64 = ledger.entries.iter()
                    .filter(|entry| entry.node == *node).map(|entry| entry.remaining).sum();
                prop_assert_eq!(*held, remaining);
            }
            prop_assert!(ledger.entries.is_sorted_by_key(|entry| (entry.group.clone(), entry.node.clone())));
        }
    }
}

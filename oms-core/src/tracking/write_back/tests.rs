use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn hour(hour: i64) -> Instant {
    Instant::from_timestamp(hour * 3600, 0).unwrap()
}

fn parcel(id: &str, shipped: i64, lines: &[(&str, u32)], rest: Value) -> Value {
    let lines: Vec<_> = lines.iter().map(|(line, units)| json!({"line": line, "quantity": units})).collect();
    let mut parcel = json!({"shipment": "s1", "parcel": id, "carrier": "sf", "number": format!("SF{id}"),
        "shippedAt": hour(shipped), "lines": lines});
    parcel.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    parcel
}

fn source(order: &str, lines: &[(&str, u32)]) -> Value {
    let lines: Vec<_> = lines.iter().map(|(line, units)| json!({"line": line, "quantity": units})).collect();
    json!({"channel": "web", "channelOrder": order, "lines": lines})
}

fn plan(policy: Value, sources: &[Value], parcels: &[Value]) -> WriteBackPlan {
    let mut policy = policy;
    policy["channel"] = json!("web");
    let request = json!({"at": hour(9), "policies": [policy], "sources": sources, "parcels": parcels});
    plan_write_backs(&serde_json::from_value(request).unwrap()).unwrap()
}

fn due(plan: &WriteBackPlan) -> Vec<(&str, &str, u32)> {
    let row = |due: &'_ WriteBackDue| due.lines.iter().map(|line| line.quantity.units()).sum();
    plan.due.iter().map(|due| (due.channel_order.as_str(), due.parcel.as_str(), row(due))).collect()
}

#[test]
fn a_merged_order_tells_each_source_its_own_lines() {
    let sources = [source("w1", &[("a", 2)]), source("w2", &[("b", 1)])];
    let parcels =
        [parcel("p1", 1, &[("a", 1), ("b", 1)], json!({})), parcel("p2", 2, &[("a", 1)], json!({}))];
    let told = plan(json!({}), &sources, &parcels);
    assert_eq!(due(&told), [("w1", "p1", 1), ("w1", "p2", 1), ("w2", "p1", 1)]);
}

#[test]
fn a_channel_that_takes_one_number_gets_the_first_or_the_last() {
    let parcels = [parcel("p2", 2, &[("a", 1)], json!({})), parcel("p1", 1, &[("a", 1)], json!({}))];
    let sources = [source("w1", &[("a", 2)])];
    let first = plan(json!({"parcels": "first"}), &sources, &parcels);
    assert_eq!((due(&first), first.waiting[0].reason), (vec![("w1", "p1", 1)], WriteBackWait::OtherParcel));
    assert_eq!(due(&plan(json!({"parcels": "last"}), &sources, &parcels)), [("w1", "p2", 1)]);
}

#[test]
fn a_channel_that_checks_is_told_after_the_first_scan() {
    let sources = [source("w1", &[])];
    let told = plan(json!({"moment": "picked_up"}), &sources, &[parcel("p1", 1, &[], json!({}))]);
    assert_eq!(told.waiting[0].reason, WriteBackWait::NotPickedUp);
    let told = plan(
        json!({"moment": "picked_up"}),
        &sources,
        &[parcel("p1", 1, &[], json!({"pickedUpAt": hour(2)}))],
    );
    assert!(!told.due[0].early);
    assert!(plan(json!({}), &sources, &[parcel("p1", 1, &[], json!({}))]).due[0].early);
}

#[test]
fn what_stands_twice_is_refused_with_its_place() {
    let request = json!({"at": hour(0), "sources": [source("w", &[]), source("w", &[])],
        "parcels": [parcel("p", 1, &[], json!({})), parcel("p", 1, &[], json!({}))]});
    let problems = plan_write_backs(&serde_json::from_value(request).unwrap()).unwrap_err();
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/sources/1", "/parcels/1"]);
}

proptest! {
    #[test]
    fn each_source_and_parcel_stands_once_whatever_the_order(
        shipped in prop::collection::vec(0_i64..5, 1..5),
        order in Just((0..5_usize).collect::<Vec<_>>()).prop_shuffle(),
        parcels in prop::sample::select(vec!["all", "first", "last"]),
    ) {
        let all: Vec<_> = shipped.iter().enumerate()
            .map(|(at, shipped)| parcel(&format!("p{at}"), *shipped, &[("a", 1)], json!({}))).collect();
        let sources = [source("w1", &[("a", 9)]), source("w2", &[("b", 1)])];
        let policy = json!({"parcels": parcels});
        let told = plan(policy.clone(), &sources, &all);
        prop_assert_eq!(told.due.len() + told.waiting.len(), all.len());
        let mixed: Vec<_> = order.iter().filter_map(|at| all.get(*at).cloned()).collect();
        prop_assert_eq!(plan(policy, &sources, &mixed), told);
    }
}

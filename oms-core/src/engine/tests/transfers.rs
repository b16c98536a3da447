//! Transfers and counts over the engine: what moves, who owns it, and what two at once must not do.

use proptest::prelude::*;

use super::*;
use crate::engine::{Answer, Query};
use crate::stock::{StockCell, StockEvent};
use crate::store::Event;

/// A shop with 10 mugs at `a` and a transfer of 6 to `b`, approved.
fn shop() -> Shop {
    let shop = Shop::new(&[("a", 10)]);
    shop.act(create("t1", 6));
    shop.act(on_transfer("approve_transfer", json!({"approver": "ana"})));
    shop
}

fn create(id: &str, units: u32) -> Value {
    let lines = json!([{"sku": "mug", "quantity": units}]);
    json!({"type": "create_transfer", "transfer": id, "draft": {"from": "a", "to": "b", "lines": lines}})
}

fn on_transfer(kind: &str, mut fields: Value) -> Value {
    fields["type"] = json!(kind);
    fields["transfer"] = json!("t1");
    fields
}

fn units(units: u32) -> Value {
    json!({"units": [{"sku": "mug", "quantity": units}]})
}

/// On hand, allocated, incoming, free.
fn figures(shop: &Shop, node: &str) -> [i64; 4] {
    let key =
        CellKey { tenant: tenant("acme"), sku: SkuId::new("mug").unwrap(), node: NodeId::new(node).unwrap() };
    let cell: StockCell =
        shop.oms.store().inspect(|state, _| state.cells.get(&key).copied().unwrap_or_default());
    [cell.on_hand, cell.allocated, cell.incoming, cell.free()]
}

fn start(count: &str) -> Value {
    let policy = json!({"recountAbove": {"units": 9}, "approveAbove": {"units": 9}});
    json!({"type": "start_count", "count": count, "node": "a", "skus": ["mug"], "policy": policy})
}

fn record(count: &str, counted: u32) -> Value {
    json!({"type": "record_count", "count": count, "sku": "mug", "counted": counted, "counter": "ben"})
}

#[test]
fn units_belong_to_the_giver_then_to_the_takers_incoming_then_to_its_shelf() {
    let shop = shop();
    shop.act(on_transfer("allocate_transfer", json!({})));
    assert_eq!((figures(&shop, "a"), figures(&shop, "b")), ([10, 6, 0, 4], [0; 4]));
    shop.act(on_transfer("ship_transfer", units(5)));
    assert_eq!((figures(&shop, "a"), figures(&shop, "b")), ([5, 1, 0, 4], [0, 0, 5, 0]));
    shop.is_sound();
    shop.act(on_transfer("receive_transfer", units(3)));
    assert_eq!(figures(&shop, "b"), [3, 0, 2, 3]);
    shop.is_sound();
    shop.act(on_transfer("close_transfer", json!({"reason": "two broke"})));
    assert_eq!((figures(&shop, "a"), figures(&shop, "b")), ([5, 0, 0, 5], [3, 0, 0, 3]));
    shop.is_sound();
}

#[test]
fn more_than_was_sent_comes_on_the_shelf_without_having_been_expected() {
    let shop = shop();
    shop.act(on_transfer("allocate_transfer", json!({})));
    shop.act(on_transfer("ship_transfer", json!({})));
    let mut over = units(8);
    over["reason"] = json!("packed twice");
    shop.act(on_transfer("receive_transfer", over));
    assert_eq!(figures(&shop, "b"), [8, 0, 0, 8]);
    shop.is_sound();
}

#[test]
fn cancelling_gives_allocated_units_back() {
    let shop = shop();
    shop.act(on_transfer("allocate_transfer", units(4)));
    shop.act(on_transfer("cancel_transfer", units(3)));
    assert_eq!(figures(&shop, "a"), [10, 3, 0, 7], "two were open, one was given back");
    shop.act(on_transfer("cancel_transfer", json!({})));
    assert_eq!(figures(&shop, "a"), [10, 0, 0, 10]);
    shop.is_sound();
}

#[test]
fn a_transfer_takes_what_is_really_free_expired_holds_included_and_nothing_that_may_be_backordered() {
    let shop = shop();
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "backorderLimit": 5}}));
    shop.act(reserve_stock("r1", "a", 5, 50));
    let refused = shop.refuse(on_transfer("allocate_transfer", json!({})));
    assert_eq!(refused.to_string(), "`mug` at `a` has 5 of 6 units");
    shop.now.set(50);
    shop.act(on_transfer("allocate_transfer", json!({})));
    assert_eq!(figures(&shop, "a"), [10, 6, 0, 4]);
    shop.is_sound();
}

#[test]
fn damaged_units_do_not_leave_in_the_stead_of_allocated_ones() {
    let shop = shop();
    shop.act(on_transfer("allocate_transfer", json!({})));
    shop.act(json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -6, "reason": "gone", "force": true}));
    assert_eq!(shop.code(on_transfer("ship_transfer", json!({}))), "stock.insufficient");
    shop.act(on_transfer("ship_transfer", units(4)));
    shop.is_sound();
}

#[test]
fn an_unknown_node_or_sku_is_named_and_an_id_is_taken_once() {
    let shop = shop();
    let draft = json!({"from": "nowhere", "to": "b", "lines": [{"sku": "cup", "quantity": 1}]});
    let refused = shop.refuse(json!({"type": "create_transfer", "transfer": "t2", "draft": draft}));
    let paths: Vec<&str> = refused.problems().iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["/action/draft/from", "/action/draft/lines/0/sku"]);
    assert_eq!(shop.code(create("t1", 6)), "transfer.id_taken");
    assert_eq!(shop.code(json!({"type": "allocate_transfer", "transfer": "t9"})), "transfer.unknown");
}

#[test]
fn a_command_sent_twice_moves_units_once() {
    let shop = shop();
    shop.act(on_transfer("allocate_transfer", json!({})));
    let ship = command("once", 9, &on_transfer("ship_transfer", units(2)));
    let first = shop.oms.execute(&ship).unwrap();
    assert_eq!(shop.oms.execute(&ship).unwrap(), first);
    assert_eq!(figures(&shop, "b"), [0, 0, 2, 0]);
}

#[test]
fn a_count_adjusts_by_what_was_missing_whatever_moved_before_and_after_it() {
    let shop = Shop::new(&[("a", 10)]);
    shop.act(start("k1"));
    shop.act(json!({"type": "receive_stock", "sku": "mug", "node": "a", "quantity": 5}));
    shop.act(record("k1", 13));
    shop.act(json!({"type": "receive_stock", "sku": "mug", "node": "a", "quantity": 1}));
    shop.act(json!({"type": "post_count", "count": "k1"}));
    assert_eq!(figures(&shop, "a"), [14, 0, 0, 14]);
    shop.is_sound();
}

#[test]
fn two_counts_of_a_cell_at_once_are_refused_so_that_a_difference_is_posted_once() {
    let shop = Shop::new(&[("a", 10)]);
    shop.act(start("k1"));
    assert_eq!(shop.code(start("k2")), "count.already_counting");
    shop.act(record("k1", 9));
    shop.act(json!({"type": "cancel_count", "count": "k1"}));
    assert_eq!(figures(&shop, "a"), [10, 0, 0, 10], "a count given up changes nothing");
    shop.act(start("k2"));
    shop.act(record("k2", 9));
    shop.act(json!({"type": "post_count", "count": "k2"}));
    shop.act(start("k3"));
    assert_eq!(figures(&shop, "a"), [9, 0, 0, 9]);
    shop.is_sound();
}

#[test]
fn a_shelf_that_has_less_than_was_promised_is_posted_and_shows_what_is_short() {
    let shop = shop();
    shop.act(on_transfer("allocate_transfer", json!({})));
    shop.act(start("k1"));
    shop.act(record("k1", 2));
    shop.act(json!({"type": "post_count", "count": "k1"}));
    assert_eq!(figures(&shop, "a"), [2, 6, 0, -4]);
    shop.is_sound();
}

#[test]
fn the_answer_about_a_count_is_blind_until_a_line_is_settled() {
    let shop = Shop::new(&[("a", 77)]);
    shop.act(start("k1"));
    let ask = json!({"type": "count", "tenant": "acme", "count": "k1"});
    let answer = |shop: &Shop| {
        let query: Query = serde_json::from_value(ask.clone()).unwrap();
        let Answer::Count(answer) = shop.oms.query(&query).unwrap() else { panic!("a count") };
        serde_json::to_string(&answer).unwrap()
    };
    assert!(!answer(&shop).contains("77"), "{}", answer(&shop));
    shop.act(record("k1", 60));
    assert!(!answer(&shop).contains("77") && answer(&shop).contains("to_recount"), "{}", answer(&shop));
    shop.act(record("k1", 76));
    assert!(answer(&shop).contains(r#""book":77"#), "{}", answer(&shop));
}

/// Anything that moves mugs between `a` and `b`, or counts them, sensible or not.
fn some_action() -> impl Strategy<Value = Value> {
    (0..14, 0_u32..8, prop::bool::ANY, prop::bool::ANY).prop_map(|(kind, units, one, named)| {
        let (id, node) = if one { ("t1", "a") } else { ("t2", "b") };
        let lines = json!([{"sku": "mug", "quantity": units}]);
        let named = if named { lines.clone() } else { json!([]) };
        let of = |kind: &str| json!({"type": kind, "transfer": id, "units": named, "reason": "why"});
        let plain = |kind: &str| {
            let mut action = of(kind);
            action.as_object_mut().unwrap().remove("reason");
            action
        };
        let count = |kind: &str| json!({"type": kind, "count": id});
        match kind {
            0 | 1 => {
                let to = if one { "b" } else { "a" };
                json!({"type": "create_transfer", "transfer": id, "draft": {"from": node, "to": to, "lines": lines}})
            }
            2 => json!({"type": "approve_transfer", "transfer": id, "approver": "ana"}),
            3 | 4 => plain("allocate_transfer"),
            5 => plain("ship_transfer"),
            6 | 7 => of("receive_transfer"),
            8 => of("cancel_transfer"),
            9 => json!({"type": "close_transfer", "transfer": id, "reason": "why"}),
            10 => json!({"type": "adjust_stock", "sku": "mug", "node": node, "delta": i64::from(units) - 4,
                         "reason": "", "force": true}),
            11 => json!({"type": "start_count", "count": id, "node": node, "skus": ["mug"]}),
            12 => json!({"type": "record_count", "count": id, "sku": "mug", "counted": units, "counter": "ben"}),
            _ => {
                let mut post = count("post_count");
                post["approver"] = json!("ana");
                post
            }
        }
    })
}

/// By how much an event changes the units there are and are on their way, over both nodes.
fn net(event: &Event) -> i64 {
    let Event::Stock(record) = event else { return 0 };
    let rows = record.event.movements();
    rows.iter().map(|row| row.delta.on_hand + row.delta.incoming).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn transfers_make_and_lose_no_unit_but_those_noted_as_over_and_lost(
        actions in prop::collection::vec(some_action(), 0..40),
    ) {
        let shop = Shop::new(&[("a", 9), ("b", 3)]);
        for action in actions {
            let Ok(outcome) = shop.try_act(action) else { continue };
            for event in &outcome.events {
                let units = |units: &[crate::stock::StockUnits]| -> i64 {
                    units.iter().map(|unit| unit.quantity.signed()).sum()
                };
                let Event::Stock(record) = &**event else { continue };
                let expected = match &record.event {
                    StockEvent::TransferReceived(event) => units(&event.over),
                    StockEvent::TransferLost(event) => -units(&event.units),
                    StockEvent::TransferAllocated(_)
                    | StockEvent::TransferGivenBack(_)
                    | StockEvent::TransferShipped(_) => 0,
                    _ => continue,
                };
                prop_assert_eq!(net(event), expected, "{:?}", event);
            }
        }
        shop.is_sound();
    }
}

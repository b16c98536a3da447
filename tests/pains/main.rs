//! What users of other systems suffer from, one test for each lesson.

mod stock;

use std::cell::Cell;

use oms_core::Error;
use oms_core::engine::{Command, Oms, OrderView};
use oms_core::order::OrderStatus;
use oms_core::store::{Explanation, Outcome};
use oms_core::value::{Instant, OrderId, SkuId, TenantId};
use serde_json::{Value, json};

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn eur(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

#[derive(Default)]
struct Shop {
    oms: Oms,
    now: Cell<i64>,
    count: Cell<u32>,
}

impl Shop {
    /// Mugs by node, the first node with the best priority.
    fn new(stock: &[(&str, u32)]) -> Self {
        let shop = Self::default();
        shop.act(json!({"type": "put_sku", "sku": {"id": "mug"}}));
        for (priority, (node, units)) in stock.iter().enumerate() {
            shop.act(json!({"type": "put_node", "node": {"id": node, "priority": priority}}));
            if *units > 0 {
                shop.act(json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": units}));
            }
        }
        shop
    }

    fn command(&self, action: &Value) -> Command {
        self.count.set(self.count.get() + 1);
        let (id, at) = (format!("c{}", self.count.get()), at(self.now.get()));
        serde_json::from_value(json!({"id": id, "tenant": "acme", "at": at, "action": action})).unwrap()
    }

    fn try_act(&self, action: &Value) -> Result<Outcome, Error> {
        self.oms.execute(&self.command(action))
    }

    fn act(&self, action: Value) -> Outcome {
        self.try_act(&action).unwrap_or_else(|error| panic!("{action}: {error}"))
    }

    fn code(&self, action: Value) -> &'static str {
        let before = self.oms.store().state_hash();
        let code = self.try_act(&action).unwrap_err().code();
        assert_eq!(self.oms.store().state_hash(), before, "a refused command leaves nothing behind");
        code
    }

    /// An approved order of mugs on invoice.
    fn order(&self, id: &str, quantities: &[u32]) {
        let lines: Vec<Value> = (1..)
            .zip(quantities)
            .map(|(n, units)| json!({"id": format!("l{n}"), "sku": "mug", "quantity": units, "unitPrice": eur("5.00")}))
            .collect();
        self.act(json!({"type": "place_order", "order": id, "draft": {
            "channel": "web", "channelOrderId": id, "placedAt": at(0), "currency": "EUR", "terms": "invoice",
            "shipTo": {"name": "Ada", "country": "HK", "city": "HK", "lines": ["1"]}, "lines": lines}}));
        self.act(json!({"type": "approve_order", "order": id}));
    }

    fn view(&self, id: &str) -> OrderView {
        self.oms.order(&TenantId::new("acme").unwrap(), &OrderId::new(id).unwrap()).unwrap().unwrap()
    }

    /// Free, held, allocated by node; and the audit is clean.
    fn stock(&self) -> Vec<[i64; 3]> {
        assert_eq!(self.oms.audit().unwrap().findings, []);
        let (tenant, mugs) = (TenantId::new("acme").unwrap(), [SkuId::new("mug").unwrap()]);
        let answer = self.oms.availability(&tenant, &mugs, at(self.now.get())).unwrap();
        answer[0].nodes.iter().map(|node| [node.free, node.cell.held, node.cell.allocated]).collect()
    }

    fn promiseable(&self) -> i64 {
        let (tenant, mugs) = (TenantId::new("acme").unwrap(), [SkuId::new("mug").unwrap()]);
        self.oms.availability(&tenant, &mugs, at(self.now.get())).unwrap()[0].promiseable
    }
}

fn hold(id: &str, units: u32, until: i64) -> Value {
    json!({"type": "reserve_stock", "reservation": id, "expiresAt": at(until),
        "items": [{"sku": "mug", "node": "a", "quantity": units}]})
}

fn reserve(order: &str, until: i64) -> Value {
    json!({"type": "reserve_order", "order": order, "reservation": format!("r-{order}"), "strategy": "priority",
        "expiresAt": at(until)})
}

fn allocate(order: &str) -> Value {
    json!({"type": "allocate_order", "order": order, "strategy": "priority"})
}

fn of_order(kind: &str, order: &str) -> Value {
    json!({"type": kind, "order": order})
}

fn cancel(order: &str, units: u32) -> Value {
    json!({"type": "cancel_order", "order": order, "lines": [{"line": "l1", "quantity": units}]})
}

fn ship(order: &str, node: &str, units: u32) -> Value {
    json!({"type": "ship_order", "order": order, "shipment": format!("s-{order}-{node}"), "node": node,
        "lines": [{"line": "l1", "quantity": units}], "parcels": [{"id": "p"}],
        "carrier": {"type": "named", "carrier": "post", "service": "parcel"}})
}

/// Lessons 1, 3, 4, 5: the check and the taking are one decision.
#[test]
fn of_two_buyers_of_the_last_unit_one_gets_it() {
    let shop = Shop::new(&[("a", 1)]);
    let both = [shop.command(&hold("r1", 1, 9)), shop.command(&hold("r2", 1, 9))];
    let codes = shop.oms.execute_batch(&both).into_iter().map(|one| one.err().map(|error| error.code()));
    assert_eq!(codes.collect::<Vec<_>>(), [None, Some("stock.insufficient")]);
    assert_eq!(shop.stock(), [[0, 1, 0]]);
}

/// Lesson 2: what cannot be had is said, never quietly cut down.
#[test]
fn a_shortfall_is_named_and_not_clamped() {
    let shop = Shop::new(&[("a", 3)]);
    shop.order("o1", &[5]);
    let outcome = shop.act(allocate("o1"));
    let [Explanation::Allocation(explained)] = &outcome.explanations[..] else { panic!("{outcome:?}") };
    let short: u32 = explained.plan.shortfalls.iter().map(|short| short.quantity.units()).sum();
    let assigned: u32 = explained.plan.assignments.iter().map(|part| part.quantity.units()).sum();
    assert_eq!((assigned, short), (3, 2));
    assert_eq!(shop.view("o1").status, OrderStatus::PartAllocated);
}

/// Lessons 6, 38, 57: thirteen over ten and fifteen are ten and three, and not ten and thirteen.
#[test]
fn the_pieces_of_a_split_sum_to_what_was_asked() {
    let shop = Shop::new(&[("a", 10), ("b", 15)]);
    shop.order("o1", &[13]);
    shop.act(allocate("o1"));
    assert_eq!(shop.stock(), [[0, 0, 10], [12, 0, 3]]);
}

/// Lessons 7, 11, 28: nothing is done twice because it was asked twice.
#[test]
fn a_shipment_or_payment_sent_again_happens_once() {
    let shop = Shop::new(&[("a", 5)]);
    shop.order("o1", &[2]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    let command = shop.command(&ship("o1", "a", 1));
    let first = shop.oms.execute(&command);
    assert_eq!(shop.oms.execute(&command), first);
    assert_eq!(shop.code(ship("o1", "a", 1)), "shipment.id_taken");
    let pay = json!({"type": "record_payment", "order": "o1",
        "payment": {"id": "p", "kind": "captured", "amount": eur("10.00"), "at": at(0)}});
    shop.act(pay.clone());
    assert_eq!(shop.act(pay).events, []);
    assert_eq!((shop.view("o1").paid.minor(), shop.stock()), (1000, vec![[3, 0, 1]]));
}

/// Lessons 8, 9, 15: a hundred in stock, four ordered, two shipped, two cancelled: 98 are left, and not 102.
#[test]
fn cancel_after_partial_ship_gives_back_only_the_open_part() {
    let shop = Shop::new(&[("a", 100)]);
    shop.order("o1", &[4]);
    shop.act(allocate("o1"));
    let two = json!([{"line": "l1", "node": "a", "quantity": 2}]);
    shop.act(json!({"type": "release_order", "order": "o1", "units": two}));
    shop.act(ship("o1", "a", 2));
    shop.act(json!({"type": "cancel_order", "order": "o1"}));
    assert_eq!(shop.stock(), [[98, 0, 0]]);
    assert_eq!(shop.code(cancel("o1", 1)), "order.illegal_transition");
}

/// Lesson 12: what one node has promised the other does not count again.
#[test]
fn stock_is_reserved_at_a_node_and_not_in_a_sum() {
    let shop = Shop::new(&[("a", 1), ("b", 1)]);
    shop.act(hold("r1", 1, 9));
    assert_eq!(shop.code(hold("r2", 1, 9)), "stock.insufficient");
    assert_eq!(shop.promiseable(), 1);
}

/// Lesson 19: nothing is given back that was not taken.
#[test]
fn a_release_without_a_reservation_is_refused() {
    let shop = Shop::new(&[("a", 1)]);
    assert_eq!(
        shop.code(json!({"type": "release_reservation", "reservation": "r"})),
        "stock.reservation_unknown"
    );
    shop.order("o1", &[1]);
    assert_eq!(shop.code(of_order("deallocate_order", "o1")), "order.illegal_transition");
}

/// Lessons 20, 40, 65: what was promised is what is taken and what is given back, node by node.
#[test]
fn the_plan_of_the_reservation_is_the_plan_of_the_allocation_and_of_the_cancellation() {
    let shop = Shop::new(&[("a", 2), ("b", 2)]);
    shop.order("o1", &[4]);
    shop.act(reserve("o1", 9));
    assert_eq!(shop.stock(), [[0, 2, 0], [0, 2, 0]]);
    shop.act(allocate("o1"));
    assert_eq!(shop.stock(), [[0, 0, 2], [0, 0, 2]]);
    shop.act(json!({"type": "cancel_order", "order": "o1"}));
    assert_eq!(shop.stock(), [[2, 0, 0], [2, 0, 0]]);
}

/// Lessons 21, 48, 54: when all stock is reserved, the one who reserved it may have it.
#[test]
fn an_own_reservation_never_counts_against_itself() {
    let shop = Shop::new(&[("a", 2)]);
    for (order, action) in [
        ("o1", allocate("o1")),
        (
            "o2",
            json!({"type": "assign_order", "order": "o2",
            "units": [{"line": "l1", "node": "a", "quantity": 2}]}),
        ),
    ] {
        shop.order(order, &[2]);
        shop.act(reserve(order, 9));
        shop.act(action);
        assert_eq!(shop.stock(), [[0, 0, 2]]);
        shop.act(json!({"type": "cancel_order", "order": order}));
    }
}

/// Lessons 22, 37: giving back is the inverse of taking.
#[test]
fn deallocating_restores_what_allocating_took() {
    let shop = Shop::new(&[("a", 3)]);
    shop.order("o1", &[3]);
    let before = shop.stock();
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    shop.act(of_order("deallocate_order", "o1"));
    assert_eq!((shop.stock(), shop.view("o1").status), (before, OrderStatus::Approved));
}

/// Lesson 25: all or nothing.
#[test]
fn refused_reservation_leaves_nothing_behind() {
    let shop = Shop::new(&[("a", 3)]);
    let two = json!({"type": "reserve_stock", "reservation": "r", "items": [
        {"sku": "mug", "node": "a", "quantity": 3}, {"sku": "mug", "node": "a", "quantity": 1}]});
    assert_eq!(shop.code(two), "stock.insufficient");
    shop.order("o1", &[4]);
    assert_eq!(shop.code(reserve("o1", 9)), "stock.insufficient");
    assert_eq!(shop.stock(), [[3, 0, 0]]);
}

/// Lesson 25 and Medusa 16502: several lines on one stock add up.
#[test]
fn two_lines_of_one_cart_cannot_oversell() {
    let shop = Shop::new(&[("a", 3)]);
    shop.order("o1", &[2, 2]);
    assert_eq!(shop.code(reserve("o1", 9)), "stock.insufficient");
    shop.act(allocate("o1"));
    assert_eq!(shop.stock(), [[0, 0, 3]]);
}

/// Lesson 29: a hold stops the order and moves no unit.
#[test]
fn holding_and_releasing_an_order_neither_strands_nor_doubles_stock() {
    let shop = Shop::new(&[("a", 3)]);
    shop.order("o1", &[2]);
    shop.act(reserve("o1", 9));
    for _ in 0..3 {
        shop.act(
            json!({"type": "hold_order", "order": "o1", "hold": "h", "reason": "manual", "stage": "allocate",
            "source": "person"}),
        );
        assert_eq!(shop.code(allocate("o1")), "order.held");
        shop.act(json!({"type": "release_hold", "order": "o1", "hold": "h"}));
        shop.act(json!({"type": "release_hold", "order": "o1", "hold": "h"}));
    }
    assert_eq!(shop.stock(), [[1, 2, 0]]);
}

/// Lessons 30, 35: an unpaid order gives its stock back when its time is up, and may try again.
#[test]
fn an_expired_reservation_frees_its_stock_by_itself_and_the_order_may_reserve_anew() {
    let shop = Shop::new(&[("a", 2)]);
    shop.order("o1", &[2]);
    shop.act(reserve("o1", 9));
    shop.now.set(9);
    assert_eq!(shop.promiseable(), 2);
    let mut again = reserve("o1", 20);
    again["reservation"] = json!("r-again");
    shop.act(again);
    assert_eq!(shop.stock(), [[0, 2, 0]]);
}

/// Lessons 32, 43: not more is paid back than was paid.
#[test]
fn a_refund_is_capped_by_what_was_paid() {
    let shop = Shop::new(&[("a", 2)]);
    shop.order("o1", &[2]);
    let money = |id: &str, kind: &str, amount: &str| {
        json!({"type": "record_payment", "order": "o1",
        "payment": {"id": id, "kind": kind, "amount": eur(amount), "at": at(0)}})
    };
    shop.act(money("p1", "captured", "10.00"));
    shop.act(money("p2", "refunded", "9.99"));
    assert_eq!(shop.code(money("p3", "refunded", "0.02")), "order.refund_exceeds_paid");
}

/// Lessons 36, 53: several partial cancellations, each once, at the price that was really paid.
#[test]
fn partial_cancellations_add_up_in_units_and_cents() {
    let shop = Shop::new(&[("a", 9)]);
    shop.act(json!({"type": "place_order", "order": "o1", "draft": {
        "channel": "web", "channelOrderId": "o1", "placedAt": at(0), "currency": "EUR", "discount": eur("0.01"),
        "shipTo": {"country": "DE"}, "terms": "invoice",
        "lines": [{"id": "l1", "sku": "mug", "quantity": 3, "unitPrice": eur("3.34")}]}}));
    let due = || shop.view("o1").due.minor();
    let mut steps = vec![due()];
    for _ in 0..3 {
        shop.act(cancel("o1", 1));
        steps.push(due());
    }
    assert_eq!(steps, [1001, 667, 334, 0]);
}

/// Lesson 54: cancelling works even where less is there than was promised.
#[test]
fn an_order_can_be_cancelled_after_stock_was_counted_below_its_hold() {
    let shop = Shop::new(&[("a", 5)]);
    shop.order("o1", &[5]);
    shop.act(reserve("o1", 9));
    shop.act(
        json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -4, "reason": "", "force": true}),
    );
    assert_eq!(shop.stock(), [[-4, 5, 0]]);
    shop.act(json!({"type": "cancel_order", "order": "o1"}));
    assert_eq!(shop.stock(), [[1, 0, 0]]);
}

/// Lesson 55: stock is looked at again when it is taken.
#[test]
fn what_was_there_at_review_is_looked_for_again_at_allocation() {
    let shop = Shop::new(&[("a", 1)]);
    shop.order("o1", &[1]);
    shop.act(hold("r1", 1, 9));
    assert_eq!(shop.code(allocate("o1")), "stock.insufficient");
}

/// Lesson 61: rules let go by themselves, releasing twice does no harm, people's holds are theirs.
#[test]
fn a_rules_hold_goes_when_its_cause_goes() {
    let shop = Shop::new(&[("a", 0)]);
    shop.act(json!({"type": "place_order", "order": "o1", "draft": {
        "channel": "web", "channelOrderId": "o1", "placedAt": at(0), "currency": "EUR", "terms": "invoice",
        "shipTo": {"name": "Ada", "country": "HK", "city": "HK", "lines": ["1"]},
        "lines": [{"id": "l1", "sku": "mug", "quantity": 1, "unitPrice": eur("1.00")}]}}));
    shop.act(of_order("review_order", "o1"));
    assert_eq!(shop.view("o1").order.holds.len(), 1);
    shop.act(json!({"type": "receive_stock", "sku": "mug", "node": "a", "quantity": 1}));
    assert_eq!(shop.oms.review_held(&TenantId::new("acme").unwrap(), at(1)), Ok(1));
    assert_eq!(shop.view("o1").status, OrderStatus::Approved);
}

/// Lesson 62: a closed node sells nothing and can still be counted.
#[test]
fn a_closed_node_is_counted_and_not_sold_from() {
    let shop = Shop::new(&[("a", 5)]);
    shop.act(json!({"type": "put_node", "node": {"id": "a", "active": false}}));
    shop.order("o1", &[1]);
    assert_eq!(shop.code(allocate("o1")), "stock.insufficient");
    shop.act(json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": 1, "reason": "count"}));
    assert_eq!((shop.promiseable(), shop.stock()), (0, vec![[6, 0, 0]]));
}

/// Units wanted wherever they are, one item for each number.
fn anywhere(id: &str, quantities: &[u32]) -> Value {
    let items: Vec<Value> = quantities.iter().map(|units| json!({"sku": "mug", "quantity": units})).collect();
    json!({"type": "reserve_stock", "reservation": id, "expiresAt": at(9), "items": items})
}

fn give_up(id: &str, units: u32) -> Value {
    json!({"type": "shrink_reservation", "reservation": id, "items": [{"sku": "mug", "quantity": units}]})
}

fn move_to(id: &str, node: &str) -> Value {
    json!({"type": "move_reservation", "reservation": id, "to": node})
}

/// Medusa 16502: two lines of one cart that share a SKU are checked together, and held together or not at all.
#[test]
fn two_lines_of_one_cart_that_share_a_sku_are_one_wish() {
    let shop = Shop::new(&[("a", 2), ("b", 1)]);
    assert_eq!(shop.code(anywhere("r1", &[2, 2])), "stock.insufficient");
    shop.act(anywhere("r1", &[2, 1]));
    assert_eq!(shop.stock(), [[0, 2, 0], [0, 1, 0]]);
}

/// Medusa 6500, ERPNext 57159: when a cart holds all there is, it may still be moved, taken over and fulfilled.
#[test]
fn a_cart_that_holds_everything_is_never_in_its_own_way() {
    let shop = Shop::new(&[("a", 2), ("b", 2)]);
    shop.act(anywhere("r1", &[3]));
    shop.act(give_up("r1", 1));
    shop.act(move_to("r1", "b"));
    assert_eq!(shop.stock(), [[2, 0, 0], [0, 2, 0]]);
    shop.act(json!({"type": "extend_reservation", "reservation": "r1", "expiresAt": at(20)}));
    shop.order("o1", &[2]);
    shop.act(json!({"type": "adopt_reservation", "order": "o1", "reservation": "r1"}));
    shop.act(allocate("o1"));
    assert_eq!(shop.stock(), [[2, 0, 0], [0, 0, 2]]);
}

/// Medusa 14987: what the sum says yes to, the nodes can hold; where they cannot, the sum says no.
#[test]
fn what_is_promised_of_all_nodes_is_held_at_some() {
    let shop = Shop::new(&[("a", 1), ("b", 2)]);
    shop.act(json!({"type": "put_node", "node": {"id": "b", "priority": 1, "active": false}}));
    assert_eq!((shop.promiseable(), shop.code(anywhere("r1", &[2]))), (1, "stock.insufficient"));
    shop.act(json!({"type": "put_node", "node": {"id": "b", "priority": 1}}));
    shop.act(anywhere("r1", &[2]));
    assert_eq!((shop.promiseable(), shop.stock()), (1, vec![[0, 1, 0], [1, 1, 0]]));
}

/// Magento 2130: no unit is given back that is not held, and none twice.
#[test]
fn units_are_not_released_without_a_hold() {
    let shop = Shop::new(&[("a", 3)]);
    assert_eq!(shop.code(give_up("r1", 1)), "stock.reservation_unknown");
    shop.act(anywhere("r1", &[2]));
    assert_eq!(shop.code(give_up("r1", 3)), "stock.not_held");
    let release = json!({"type": "release_reservation", "reservation": "r1"});
    shop.act(release.clone());
    assert_eq!((shop.act(release).events.len(), shop.code(give_up("r1", 1))), (0, "stock.reservation_ended"));
    assert_eq!(shop.stock(), [[3, 0, 0]]);
}

/// Solidus 583: two units that need two locations are two units.
#[test]
fn two_units_over_two_locations_are_both_held() {
    let shop = Shop::new(&[("a", 1), ("b", 1)]);
    shop.act(anywhere("r1", &[2]));
    assert_eq!(shop.stock(), [[0, 1, 0], [0, 1, 0]]);
    shop.order("o1", &[2]);
    shop.act(json!({"type": "adopt_reservation", "order": "o1", "reservation": "r1"}));
    shop.act(allocate("o1"));
    assert_eq!(shop.stock(), [[0, 0, 1], [0, 0, 1]]);
}

/// Sylius 9435: a cart can give up and go, and its order be cancelled, after stock was counted below the hold.
#[test]
fn a_hold_can_be_given_up_after_stock_was_edited_below_it() {
    let shop = Shop::new(&[("a", 5)]);
    shop.act(anywhere("r1", &[5]));
    let count =
        json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -4, "reason": "", "force": true});
    shop.act(count);
    shop.act(give_up("r1", 2));
    assert_eq!(shop.stock(), [[-2, 3, 0]]);
    shop.order("o1", &[3]);
    shop.act(json!({"type": "adopt_reservation", "order": "o1", "reservation": "r1"}));
    shop.act(json!({"type": "cancel_order", "order": "o1"}));
    assert_eq!(shop.stock(), [[1, 0, 0]]);
}

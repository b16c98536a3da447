//! Lessons about stock beyond a cart and an order: kits, lots, queues, channels, and what a busy store is asked for.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use oms_core::allocation::AllocationStrategyKind;
use oms_core::engine::{AskLots, AskPublication, WaitingQueue};
use oms_core::stock::StockCell;
use oms_core::store::{Commit, Keys, MemoryStore, Page, Scan, Snapshot, Store, StoreError};
use serde_json::{Value, json};

use super::*;

fn put(sku: &str, more: &Value) -> Value {
    let mut record = more.clone();
    record["id"] = json!(sku);
    json!({"type": "put_sku", "sku": record})
}

fn receive(sku: &str, units: u32) -> Value {
    json!({"type": "receive_stock", "sku": sku, "node": "a", "quantity": units})
}

fn line(id: &str, sku: &str, units: u32) -> Value {
    json!({"id": id, "sku": sku, "quantity": units, "unitPrice": eur("10.00")})
}

impl Shop {
    fn available(&self, sku: &str) -> oms_core::engine::Availability {
        let (tenant, sku) = (TenantId::new("acme").unwrap(), SkuId::new(sku).unwrap());
        self.oms.availability(&tenant, &[sku], at(self.now.get())).unwrap().remove(0)
    }

    /// What there is of a SKU at the first node.
    fn cell(&self, sku: &str) -> StockCell {
        assert_eq!(self.oms.audit().unwrap().findings, []);
        self.available(sku).nodes[0].cell
    }

    /// An approved order of other things than mugs.
    fn order_of(&self, id: &str, lines: &[Value]) {
        self.act(json!({"type": "place_order", "order": id, "draft": {
            "channel": "web", "channelOrderId": id, "placedAt": at(self.now.get()), "currency": "EUR",
            "terms": "invoice", "shipTo": {"name": "Ada", "country": "HK", "city": "HK", "lines": ["1"]},
            "lines": lines}}));
        self.act(of_order("approve_order", id));
    }

    /// Units that the orders waiting for stock get, by order.
    fn serve_waiting(&self) -> Vec<(String, u64)> {
        let (tenant, now) = (TenantId::new("acme").unwrap(), at(self.now.get()));
        let queue = WaitingQueue { keys: vec![], strategy: AllocationStrategyKind::Priority };
        let report = self.oms.allocate_waiting(&tenant, now, &queue).unwrap();
        report.orders.iter().map(|order| (order.order.to_string(), order.allocated)).collect()
    }

    /// What a channel would be told of a SKU.
    fn told(&self, sku: &str) -> i64 {
        let ask = json!({"tenant": "acme", "skus": [sku], "at": at(self.now.get())});
        let ask: AskPublication = serde_json::from_value(ask).unwrap();
        self.oms.publication(&ask).unwrap()[0].publication.published
    }
}

/// A set of two mugs and a spoon.
fn sets(mugs: u32, spoons: u32) -> Shop {
    let shop = Shop::new(&[("a", mugs)]);
    shop.act(put("spoon", &json!({})));
    shop.act(put("set", &json!({"kit": [{"sku": "mug", "quantity": 2}, {"sku": "spoon", "quantity": 1}]})));
    shop.act(receive("spoon", spoons));
    shop
}

/// Lesson 10: a kit that is cancelled in part gives back each of its components.
#[test]
fn cancelling_part_of_a_kit_gives_back_its_components() {
    let shop = sets(6, 3);
    shop.order_of("o1", &[line("l1", "set", 3)]);
    shop.act(allocate("o1"));
    assert_eq!((shop.cell("mug").allocated, shop.cell("spoon").allocated), (6, 3));
    let parts = json!([{"line": "l1.1", "quantity": 2}, {"line": "l1.2", "quantity": 1}]);
    shop.act(json!({"type": "cancel_order", "order": "o1", "lines": parts}));
    assert_eq!((shop.cell("mug").free(), shop.cell("spoon").free()), (2, 1));
    assert_eq!(shop.available("set").promiseable, 1);
}

/// Lesson 49: kits reserve their components, whoever else wants them.
#[test]
fn kits_and_their_components_cannot_oversell_each_other() {
    let shop = sets(5, 9);
    let both = json!({"type": "reserve_stock", "reservation": "r1", "expiresAt": at(9),
        "items": [{"sku": "set", "node": "a", "quantity": 2}, {"sku": "mug", "node": "a", "quantity": 2}]});
    assert_eq!(shop.code(both), "stock.insufficient");
    shop.act(json!({"type": "reserve_stock", "reservation": "r2", "expiresAt": at(9),
        "items": [{"sku": "set", "node": "a", "quantity": 2}]}));
    assert_eq!(shop.code(hold("r3", 2, 9)), "stock.insufficient");
    shop.act(hold("r3", 1, 9));
    assert_eq!((shop.cell("mug").held, shop.cell("spoon").held), (5, 2));
}

/// Lesson 56: so many kits as the scarcest component makes of what is left, and not a difference of such figures.
#[test]
fn kit_stock_is_the_least_over_components_of_what_is_left() {
    // On hand they make min(5, 4) sets, what is taken makes min(2, 0) of them; what is left makes 3, and not 4.
    let shop = sets(10, 4);
    shop.act(hold("r", 4, 9));
    assert_eq!(shop.available("set").promiseable, 3);
    shop.now.set(9);
    assert_eq!(shop.available("set").promiseable, 4);
}

/// Lesson 45: what was reserved is not counted anew when the recipe is edited.
#[test]
fn an_order_keeps_the_recipe_that_it_was_placed_with() {
    let shop = sets(4, 4);
    shop.order_of("o1", &[line("l1", "set", 1)]);
    shop.act(reserve("o1", 9));
    shop.act(put("set", &json!({"kit": [{"sku": "mug", "quantity": 4}]})));
    shop.act(allocate("o1"));
    assert_eq!((shop.cell("mug").allocated, shop.cell("spoon").allocated), (2, 1));
    shop.act(of_order("cancel_order", "o1"));
    assert_eq!((shop.cell("mug").free(), shop.cell("spoon").free()), (4, 4));
}

/// Milk that expires at an instant, and one unit for a price.
fn milk(lots: &[(&str, i64, u32)]) -> Shop {
    let shop = Shop::new(&[("a", 0)]);
    shop.act(put("milk", &json!({"lots": {}})));
    for (lot, until, units) in lots {
        shop.act(json!({"type": "receive_stock", "sku": "milk", "node": "a", "quantity": units,
            "lot": {"lot": lot, "expiresAt": at(*until)}}));
    }
    shop
}

/// Free and allocated units of each lot.
fn lots(shop: &Shop) -> Vec<(String, i64, i64)> {
    let ask = json!({"tenant": "acme", "sku": "milk", "at": at(shop.now.get())});
    let ask: AskLots = serde_json::from_value(ask).unwrap();
    let answer = shop.oms.lots(&ask).unwrap();
    let rows = answer.nodes.iter().flat_map(|node| &node.lots).map(|view| &view.lot);
    rows.map(|lot| (lot.lot.to_string(), lot.free(), lot.on_hand - lot.free())).collect()
}

/// Lessons 46, 50: the one date that counts is the expiry; where the first lot cannot cover, the next one does.
#[test]
fn what_expires_first_leaves_first_and_a_wish_is_split_over_lots() {
    let shop = milk(&[("new", 900, 4), ("old", 500, 3)]);
    shop.order_of("o1", &[line("l1", "milk", 5)]);
    shop.act(allocate("o1"));
    assert_eq!(lots(&shop), [("new".to_owned(), 2, 2), ("old".to_owned(), 0, 3)]);
}

/// Lesson 48: one lot serves two orders.
#[test]
fn a_lot_is_shared_by_orders() {
    let shop = milk(&[("x", 900, 4)]);
    for order in ["o1", "o2"] {
        shop.order_of(order, &[line("l1", "milk", 2)]);
        shop.act(allocate(order));
    }
    assert_eq!(lots(&shop), [("x".to_owned(), 0, 4)]);
}

/// Lesson 50: a lot is good until its expiry, and from that instant on it is expired for everybody alike.
#[test]
fn on_its_expiry_a_lot_is_expired_everywhere() {
    let shop = milk(&[("x", 100, 4)]);
    full_share(&shop, &json!(null));
    shop.now.set(99);
    assert_eq!((shop.available("milk").promiseable, shop.told("milk")), (4, 4));
    shop.now.set(100);
    assert_eq!((shop.available("milk").promiseable, shop.told("milk")), (0, 0));
    let items = json!([{"sku": "milk", "node": "a", "quantity": 1}]);
    let hold = json!({"type": "reserve_stock", "reservation": "r", "items": items});
    assert_eq!(shop.code(hold), "stock.insufficient");
    shop.order_of("o1", &[line("l1", "milk", 1)]);
    assert_eq!(shop.code(allocate("o1")), "stock.insufficient");
}

fn full_share(shop: &Shop, buffer: &Value) {
    let channel = json!({"channel": "web", "sharing": {"type": "full"}, "buffer": buffer});
    shop.act(json!({"type": "put_publication_policy", "policy": {"channels": [channel]}}));
}

/// Lessons 31, 59: a buffer is taken off the figure, whatever way units come back.
#[test]
fn a_buffer_subtracts_and_is_not_forgotten_when_stock_comes_back() {
    let shop = Shop::new(&[("a", 5)]);
    full_share(&shop, &json!({"type": "units", "units": 2}));
    assert_eq!(shop.told("mug"), 3);
    shop.act(hold("r", 4, 9));
    assert_eq!(shop.told("mug"), 0);
    shop.act(json!({"type": "release_reservation", "reservation": "r"}));
    assert_eq!(shop.told("mug"), 3);
    shop.act(receive("mug", 1));
    assert_eq!(shop.told("mug"), 4);
}

/// Lessons 26, 41: what arrives goes to who has waited longest; an edit is no reason to wait again, nor to be first.
#[test]
fn an_edited_order_neither_jumps_nor_loses_its_place() {
    let shop = Shop::new(&[("a", 0)]);
    for (second, order) in [(1, "first"), (2, "second"), (3, "third")] {
        shop.now.set(second);
        shop.order_of(order, &[line("l1", "mug", 2)]);
    }
    shop.now.set(10);
    for (order, units) in [("first", 3), ("third", 3)] {
        let quantities = json!([{"line": "l1", "quantity": units}]);
        shop.act(json!({"type": "change_order", "order": order, "change": {"quantities": quantities}}));
        shop.act(of_order("approve_order", order));
    }
    shop.act(receive("mug", 4));
    let row = |order: &str, units| (order.to_owned(), units);
    assert_eq!(shop.serve_waiting(), [row("first", 3), row("second", 1), row("third", 0)]);
}

/// Lesson 63: what is expected is promised by its date, and not before, nor twice.
#[test]
fn expected_units_are_promised_with_their_date() {
    let shop = Shop::new(&[("a", 0)]);
    shop.act(json!({"type": "expect_stock", "receipt": "po", "sku": "mug", "node": "a",
        "plan": {"kind": "purchase", "quantity": 5, "eta": at(100)}}));
    let promise = |id: &str, units: u32, due| {
        json!({"type": "promise_stock", "promise": id, "sku": "mug", "node": "a", "quantity": units,
            "due": at(due)})
    };
    assert_eq!(shop.code(promise("p1", 3, 99)), "promise.too_soon");
    shop.act(promise("p1", 3, 100));
    assert_eq!(shop.code(promise("p2", 3, 200)), "promise.too_soon");
    shop.act(promise("p2", 2, 200));
    assert_eq!(shop.promiseable(), 0);
}

/// Lesson 51: nothing is reserved by pages; sixty lines are sixty lines.
#[test]
fn every_line_of_a_long_order_is_reserved() {
    let shop = Shop::new(&[("a", 60)]);
    let lines: Vec<Value> = (0..60).map(|n| line(&format!("l{n}"), "mug", 1)).collect();
    shop.order_of("o1", &lines);
    shop.act(reserve("o1", 9));
    assert_eq!(shop.stock(), [[0, 60, 0]]);
}

/// Lesson 14: a SKU that is put again is the same SKU, with its stock and what is held of it.
#[test]
fn a_sku_put_anew_keeps_its_stock_and_its_holds() {
    let shop = Shop::new(&[("a", 5)]);
    shop.act(hold("r", 2, 9));
    shop.act(put("mug", &json!({"name": "another mug"})));
    assert_eq!(shop.stock(), [[3, 2, 0]]);
    shop.act(json!({"type": "release_reservation", "reservation": "r"}));
    assert_eq!(shop.stock(), [[5, 0, 0]]);
}

/// Spree's cases of reserving: backorders are allowed as far as the limit, and what nobody counts is not held.
#[test]
fn backorderable_units_are_held_to_the_limit_and_uncounted_ones_not_at_all() {
    let shop = Shop::new(&[("a", 2)]);
    shop.act(put("mug", &json!({"backorderLimit": 3})));
    assert_eq!(shop.code(hold("r", 6, 9)), "stock.insufficient");
    shop.act(hold("r", 5, 9));
    assert_eq!(shop.stock(), [[-3, 5, 0]]);
    shop.act(put("song", &json!({"saleMode": "untracked"})));
    shop.act(json!({"type": "reserve_stock", "reservation": "s", "expiresAt": at(9),
        "items": [{"sku": "song", "node": "a", "quantity": 1_000}]}));
    assert_eq!(shop.cell("song"), StockCell::default());
}

/// Medusa 16569: calls at the same time lose no update.
#[test]
fn holds_made_at_once_are_all_counted_and_none_too_many() {
    let shop = Shop::new(&[("a", 50)]);
    let commands: Vec<Vec<Command>> = (0..8)
        .map(|buyer| (0..10).map(|n| shop.command(&hold(&format!("r{buyer}-{n}"), 1, 9))).collect())
        .collect();
    let oms = &shop.oms;
    let held: usize = thread::scope(|scope| {
        let buyers: Vec<_> = (commands.iter())
            .map(|own| scope.spawn(|| own.iter().filter(|command| oms.execute(command).is_ok()).count()))
            .collect();
        buyers.into_iter().map(|buyer| buyer.join().unwrap()).sum()
    });
    assert_eq!((held, shop.stock()), (50, vec![[0, 50, 0]]));
}

/// A store that counts what it is asked for, and says of every cell that a unit more is held than is.
#[derive(Default)]
struct Watched {
    own: MemoryStore,
    loads: AtomicUsize,
    scans: AtomicUsize,
    most: AtomicUsize,
    drifts: bool,
}

impl Store for Watched {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        self.loads.fetch_add(1, Ordering::Relaxed);
        Store::load(&self.own, keys)
    }
    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        Store::commit(&self.own, commit)
    }
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        self.scans.fetch_add(1, Ordering::Relaxed);
        let mut page = Store::scan(&self.own, scan)?;
        let rows = page.documents.len().max(page.cells.len()).max(page.entries.len());
        self.most.fetch_max(rows, Ordering::Relaxed);
        page.cells.iter_mut().filter(|_| self.drifts).for_each(|entry| entry.cell.held += 1);
        Ok(page)
    }
}

fn watched(drifts: bool, holds: u32) -> Oms<Watched> {
    let oms = Oms::new(Watched { drifts, ..Watched::default() });
    let shop = Shop::default();
    let mut actions = vec![
        put("mug", &json!({})),
        json!({"type": "put_node", "node": {"id": "a"}}),
        receive("mug", 10_000),
    ];
    actions.extend((0..holds).map(|n| hold(&format!("r{n}"), 1, 9)));
    let commands: Vec<Command> = actions.iter().map(|action| shop.command(action)).collect();
    assert!(oms.execute_batch(&commands).iter().all(Result::is_ok));
    oms
}

/// Magento 2933: after however many holds, availability is two looks at a few records, and nothing is built anew.
#[test]
fn availability_costs_the_same_after_many_holds() {
    let oms = watched(false, 3_000);
    let before = oms.store().loads.load(Ordering::Relaxed);
    let mugs =
        oms.availability(&TenantId::new("acme").unwrap(), &[SkuId::new("mug").unwrap()], at(0)).unwrap();
    assert_eq!(mugs[0].promiseable, 7_000);
    let asked = oms.store().loads.load(Ordering::Relaxed) - before;
    assert_eq!((asked, oms.store().scans.load(Ordering::Relaxed)), (2, 0));
}

/// Magento 2522: the audit reads page by page, however long the history.
#[test]
fn the_audit_asks_for_a_page_at_a_time() {
    let oms = watched(false, 3_000);
    assert!(oms.audit().unwrap().is_clean());
    assert!(oms.store().scans.load(Ordering::Relaxed) > 6);
    assert!((1..=1_000).contains(&oms.store().most.load(Ordering::Relaxed)));
}

/// Lessons 7, 44: a counter that drifts from what is really held is found.
#[test]
fn a_counter_that_drifts_is_found_by_the_audit() {
    let findings = watched(true, 2).audit().unwrap().findings;
    assert!(!findings.is_empty());
    assert!(findings.iter().all(|finding| finding.message.contains("mug")), "{findings:?}");
}

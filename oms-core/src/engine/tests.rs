mod audit;
mod batch;
mod corrupt;
mod cost;
mod kits;
mod lots;
mod mended;
mod owners;
mod quotas;
mod replenish;
mod reserve;
mod room;
mod sourcing;
mod supply;
mod threads;
mod tracking;
mod transfers;
mod waiting;
mod work;

use std::cell::Cell;

use serde_json::{Value, json};

use super::*;
use crate::error::Error;
use crate::order::OrderStatus;
use crate::store::{
    CellKey, Commit, DocumentKey, Keys, MemoryStore, Outcome, Page, Scan, Snapshot, State, Store, StoreError,
};
use crate::value::{Instant, NodeId, OrderId, SkuId, TenantId};

pub(super) fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

pub(super) fn tenant(id: &str) -> TenantId {
    TenantId::new(id).unwrap()
}

pub(super) fn eur(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

pub(super) fn command(id: &str, second: i64, action: &Value) -> Command {
    let command = json!({"id": id, "tenant": "acme", "at": at(second), "action": action});
    serde_json::from_value(command).unwrap()
}

/// An engine with nodes `a` and `b`, the SKU `mug`, and commands that number themselves.
pub(super) struct Shop<S = MemoryStore> {
    pub(super) oms: Oms<S>,
    pub(super) now: Cell<i64>,
    count: Cell<u32>,
}

impl Shop {
    pub(super) fn new(stock: &[(&str, u32)]) -> Self {
        Self::over(MemoryStore::new(), stock)
    }

    pub(super) fn hash(&self) -> String {
        self.oms.store().state_hash().as_str().to_owned()
    }

    pub(super) fn refuse(&self, action: Value) -> Error {
        let before = self.hash();
        let error = self.try_act(action).unwrap_err();
        assert_eq!(self.hash(), before, "a refused command changes nothing");
        error
    }

    pub(super) fn code(&self, action: Value) -> &'static str {
        self.refuse(action).code()
    }

    /// On hand, held, allocated, unsellable.
    pub(super) fn cell(&self, node: &str) -> [i64; 4] {
        let (sku, node) = (SkuId::new("mug").unwrap(), NodeId::new(node).unwrap());
        let key = CellKey { tenant: tenant("acme"), sku, node };
        let cell = self.oms.store().inspect(|state, _| state.cells.get(&key).copied().unwrap_or_default());
        [cell.on_hand, cell.held, cell.allocated, cell.unsellable()]
    }

    /// The audit is clean and the journal folds to the state.
    pub(super) fn is_sound(&self) {
        let report = self.oms.audit().unwrap();
        assert_eq!(report.findings, []);
        let replayed = self.oms.store().inspect(|_, journal| State::replay(journal).hash());
        assert_eq!(replayed, self.oms.store().state_hash());
    }
}

impl<S: Store> Shop<S> {
    pub(super) fn over(store: S, stock: &[(&str, u32)]) -> Self {
        let shop = Self { oms: Oms::new(store), now: Cell::new(0), count: Cell::new(0) };
        for (priority, node) in ["a", "b"].into_iter().enumerate() {
            shop.act(json!({"type": "put_node", "node": {"id": node, "priority": priority}}));
        }
        shop.act(json!({"type": "put_sku", "sku": {"id": "mug"}}));
        for (node, units) in stock {
            shop.act(receive(node, *units));
        }
        shop
    }

    pub(super) fn next(&self, action: &Value) -> Command {
        self.count.set(self.count.get() + 1);
        command(&format!("c{}", self.count.get()), self.now.get(), action)
    }

    pub(super) fn try_act(&self, action: Value) -> Result<Outcome, Error> {
        self.oms.execute(&self.next(&action))
    }

    pub(super) fn act(&self, action: Value) -> Outcome {
        self.try_act(action.clone()).unwrap_or_else(|error| panic!("{action}: {error}"))
    }

    pub(super) fn order(&self, id: &str) -> OrderView {
        self.oms.order(&tenant("acme"), &OrderId::new(id).unwrap()).unwrap().unwrap()
    }

    /// Placed on invoice and approved.
    pub(super) fn ready(&self, order: &str, quantities: &[u32]) {
        self.act(place(order, "invoice", quantities));
        self.act(json!({"type": "approve_order", "order": order}));
    }
}

pub(super) fn receive(node: &str, units: u32) -> Value {
    json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": units})
}

pub(super) fn reserve_stock(id: &str, node: &str, units: u32, until: i64) -> Value {
    json!({"type": "reserve_stock", "reservation": id, "expiresAt": at(until),
        "items": [{"sku": "mug", "node": node, "quantity": units}]})
}

/// Lines `l1`, `l2` ... of mugs at 10.00.
pub(super) fn place(order: &str, terms: &str, quantities: &[u32]) -> Value {
    let lines: Vec<Value> = (1..)
        .zip(quantities)
        .map(|(n, units)| json!({"id": format!("l{n}"), "sku": "mug", "quantity": units, "unitPrice": eur("10.00")}))
        .collect();
    json!({"type": "place_order", "order": order, "draft": {
        "channel": "web", "channelOrderId": format!("w-{order}"), "placedAt": at(0), "currency": "EUR",
        "terms": terms, "lines": lines,
        "shipTo": {"name": "Ada", "country": "DE", "city": "Berlin", "postalCode": "10115", "lines": ["Weg 1"]},
    }})
}

pub(super) fn reserve(order: &str, until: i64) -> Value {
    json!({"type": "reserve_order", "order": order, "reservation": format!("r-{order}"), "strategy": "priority",
        "expiresAt": at(until)})
}

pub(super) fn allocate(order: &str) -> Value {
    json!({"type": "allocate_order", "order": order, "strategy": "priority"})
}

pub(super) fn assign(order: &str, units: &[(&str, &str, u32)]) -> Value {
    let units: Vec<Value> = (units.iter())
        .map(|(line, node, units)| json!({"line": line, "node": node, "quantity": units}))
        .collect();
    json!({"type": "assign_order", "order": order, "units": units})
}

pub(super) fn cancel(order: &str, lines: &[(&str, u32)]) -> Value {
    let lines: Vec<Value> =
        lines.iter().map(|(line, units)| json!({"line": line, "quantity": units})).collect();
    json!({"type": "cancel_order", "order": order, "lines": lines})
}

pub(super) fn ship(order: &str, node: &str) -> Value {
    json!({"type": "ship_order", "order": order, "shipment": format!("s-{order}-{node}"), "node": node,
        "carrier": {"type": "named", "carrier": "post", "service": "parcel"}, "parcels": [{"id": "p1"}]})
}

pub(super) fn track(shipment: &str, second: i64, status: &str) -> Value {
    json!({"type": "record_tracking", "shipment": shipment,
        "parcels": [{"parcel": "p1", "events": [{"at": at(second), "status": status}]}]})
}

pub(super) fn pay(order: &str, id: &str, kind: &str, amount: &str) -> Value {
    json!({"type": "record_payment", "order": order,
        "payment": {"id": id, "kind": kind, "amount": eur(amount), "at": at(0)}})
}

pub(super) fn of_order(kind: &str, order: &str) -> Value {
    json!({"type": kind, "order": order})
}

/// Every kind of action in the life of an order, in a sequence in which each is accepted.
fn a_whole_life() -> Vec<Value> {
    vec![
        json!({"type": "put_policy", "policy": {}}),
        json!({"type": "put_rate_card", "card": {"carrier": "post", "service": "parcel", "currency": "EUR",
            "zones": {"type": "region", "default": "all"},
            "rates": [{"zone": "all", "transitDays": 2,
                "tariff": {"bands": [{"upTo": 5000, "price": eur("4.00")}]}}]}}),
        receive("a", 4),
        receive("b", 4),
        json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -1, "reason": "count"}),
        json!({"type": "regrade_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "wet", "to": "damaged"}),
        json!({"type": "regrade_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "dry", "from": "damaged"}),
        json!({"type": "receive_stock", "sku": "mug", "node": "a", "quantity": 1, "condition": "damaged"}),
        json!({"type": "scrap_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "lost", "from": "damaged"}),
        reserve_stock("cart", "b", 1, 50),
        json!({"type": "extend_reservation", "reservation": "cart", "expiresAt": at(60)}),
        json!({"type": "release_reservation", "reservation": "cart"}),
        place("o1", "prepaid", &[2, 2]),
        reserve("o1", 100),
        of_order("review_order", "o1"),
        pay("o1", "p1", "captured", "40.00"),
        json!({"type": "hold_order", "order": "o1", "hold": "h", "reason": "manual", "stage": "allocate",
            "source": "person"}),
        json!({"type": "release_hold", "order": "o1", "hold": "h"}),
        json!({"type": "change_order", "order": "o1", "change": {"quantities": [{"line": "l2", "quantity": 4}]}}),
        pay("o1", "p2", "captured", "20.00"),
        of_order("approve_order", "o1"),
        allocate("o1"),
        json!({"type": "deallocate_order", "order": "o1", "units": [{"line": "l2", "node": "b", "quantity": 1}]}),
        assign("o1", &[("l2", "b", 1)]),
        cancel("o1", &[("l2", 1)]),
        of_order("release_order", "o1"),
        json!({"type": "ship_order", "order": "o1", "shipment": "s1", "node": "a", "parcels": [{"id": "p1"}],
            "carrier": {"type": "choose", "strategy": "cheapest"}}),
        ship("o1", "b"),
        track("s1", 1, "delivered"),
        track("s-o1-b", 2, "delivered"),
        of_order("complete_order", "o1"),
    ]
}

#[test]
fn a_batch_ends_where_single_commands_end_however_it_is_cut() {
    let commands: Vec<Command> =
        (0..).zip(a_whole_life()).map(|(n, action)| command(&format!("x{n}"), 0, &action)).collect();
    let kinds: std::collections::BTreeSet<String> =
        a_whole_life().iter().map(|action| action["type"].to_string()).collect();
    assert_eq!(kinds.len() + 2, 27, "with the two of the shop, every kind of action in an order's life");
    let mut ends = Vec::new();
    for size in [1, 2, 7, commands.len()] {
        let shop = Shop::new(&[]);
        for batch in commands.chunks(size) {
            for (result, command) in shop.oms.execute_batch(batch).into_iter().zip(batch) {
                assert!(result.is_ok(), "{result:?} of {command:?}");
            }
        }
        shop.is_sound();
        assert_eq!(shop.order("o1").status, OrderStatus::Completed);
        ends.push((shop.hash(), shop.oms.store().journal_len()));
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{ends:?}");
}

/// How many rounds of loading the commands need in one run.
fn rounds(store: &MemoryStore, commands: &[Command]) -> u32 {
    let mut run = Run::new(commands.to_vec());
    let (mut step, mut rounds) = (run.start(), 0);
    while let Step::Load(keys) = step {
        rounds += 1;
        step = run.resume(Store::load(store, &keys).unwrap());
    }
    let Step::Done(done) = step else { unreachable!() };
    store.commit(&done.commit).unwrap();
    assert!(done.results.iter().all(Result::is_ok), "{:?}", done.results);
    rounds
}

#[test]
fn no_run_asks_for_more_than_four_rounds() {
    let commands: Vec<Command> =
        (0..).zip(a_whole_life()).map(|(n, action)| command(&format!("x{n}"), 0, &action)).collect();
    let shop = Shop::new(&[]);
    for command in &commands {
        let rounds = rounds(shop.oms.store(), std::slice::from_ref(command));
        assert!(rounds <= 4, "{rounds} rounds for {command:?}");
    }
    let shop = Shop::new(&[]);
    let all = rounds(shop.oms.store(), &commands);
    assert!(all <= 4, "{all} rounds for a whole life in one run");
}

#[test]
fn a_repeated_command_gets_the_first_answer_and_changes_nothing() {
    let shop = Shop::new(&[("a", 5)]);
    let take = shop.next(&reserve_stock("r", "a", 5, 10));
    let first = shop.oms.execute(&take).unwrap();
    let hash = shop.hash();
    assert_eq!(shop.oms.execute(&take), Ok(first.clone()));
    assert_eq!(shop.oms.execute_batch(&[take.clone(), take]), [Ok(first.clone()), Ok(first)]);
    assert_eq!(shop.hash(), hash);
}

#[test]
fn a_command_id_belongs_to_one_content_within_a_tenant() {
    let shop = Shop::new(&[]);
    let mug = |weight: u32| json!({"type": "put_sku", "sku": {"id": "mug", "weight": weight}});
    let first = command("same", 0, &mug(1));
    let other = command("same", 0, &mug(2));
    let elsewhere = Command { tenant: tenant("other"), ..other.clone() };
    let results = shop.oms.execute_batch(&[first.clone(), other.clone(), elsewhere]);
    let codes: Vec<_> =
        results.iter().map(|result| result.as_ref().map_err(Error::code).map(|_| ())).collect();
    assert_eq!(codes, [Ok(()), Err("command.id_reused"), Ok(())]);
    assert_eq!(shop.oms.execute(&other).unwrap_err().code(), "command.id_reused");
    // A later time is other content too: a host that retries sends what it sent.
    let later = Command { at: at(1), ..first };
    assert_eq!(shop.oms.execute(&later).unwrap_err().code(), "command.id_reused");
}

#[test]
fn a_channel_order_becomes_one_order() {
    let shop = Shop::new(&[]);
    shop.act(place("o1", "invoice", &[1]));
    let mut again = place("o1", "invoice", &[1]);
    assert_eq!(shop.act(again.clone()).events, []);
    again["order"] = json!("o2");
    let repeated = shop.act(again.clone());
    assert_eq!((repeated.events.len(), repeated.explanations.len()), (0, 1));
    again["draft"]["remark"] = json!("other");
    assert_eq!(shop.code(again), "order.content_conflict");
    let mut taken = place("o1", "invoice", &[1]);
    taken["draft"]["channelOrderId"] = json!("w-new");
    assert_eq!(shop.code(taken.clone()), "order.id_taken");
    // Another shop of the channel may use the same number.
    taken["order"] = json!("o3");
    taken["draft"]["channelOrderId"] = json!("w-o1");
    taken["draft"]["shop"] = json!("outlet");
    assert_eq!(shop.act(taken).events.len(), 1);
}

#[test]
fn a_reservation_counts_for_nothing_from_the_very_instant_it_expires() {
    let shop = Shop::new(&[("a", 5)]);
    shop.act(reserve_stock("r1", "a", 5, 10));
    shop.now.set(9);
    assert_eq!(shop.code(reserve_stock("r2", "a", 1, 99)), "stock.insufficient");
    shop.now.set(10);
    shop.act(reserve_stock("r2", "a", 5, 99));
    assert_eq!(shop.cell("a"), [5, 5, 0, 0]);
    let extend = json!({"type": "extend_reservation", "reservation": "r1", "expiresAt": at(99)});
    assert_eq!(shop.code(extend), "stock.reservation_expired");
    shop.is_sound();
}

#[test]
fn two_lines_of_one_sku_share_its_units() {
    let shop = Shop::new(&[("a", 3), ("b", 1)]);
    shop.ready("o1", &[3, 2]);
    assert_eq!(shop.code(reserve("o1", 9)), "stock.insufficient");
    assert_eq!(shop.code(assign("o1", &[("l1", "a", 2), ("l2", "a", 2)])), "stock.insufficient");
    shop.act(allocate("o1"));
    assert_eq!((shop.cell("a"), shop.cell("b")), ([3, 0, 3, 0], [1, 0, 1, 0]));
    assert_eq!(shop.order("o1").status, OrderStatus::PartAllocated);
    shop.is_sound();
}

#[test]
fn what_an_order_reserved_goes_where_it_was_planned() {
    let shop = Shop::new(&[("a", 3), ("b", 9)]);
    shop.ready("o1", &[5]);
    shop.act(reserve("o1", 99));
    shop.act(receive("a", 9));
    shop.act(allocate("o1"));
    assert_eq!((shop.cell("a"), shop.cell("b")), ([12, 0, 3, 0], [9, 0, 2, 0]));
    assert_eq!(shop.order("o1").order.reservation, None);
    shop.is_sound();
}

#[test]
fn cancelling_part_gives_up_that_part_of_the_reservation_and_no_more() {
    let shop = Shop::new(&[("a", 3), ("b", 2)]);
    shop.ready("o1", &[5]);
    shop.act(reserve("o1", 99));
    shop.act(cancel("o1", &[("l1", 1)]));
    assert_eq!((shop.cell("a"), shop.cell("b")), ([3, 3, 0, 0], [2, 1, 0, 0]));
    shop.act(cancel("o1", &[]));
    assert_eq!((shop.cell("a"), shop.cell("b")), ([3, 0, 0, 0], [2, 0, 0, 0]));
    assert_eq!(shop.order("o1").order.reservation, None);
    shop.is_sound();
}

/// A store in which somebody else is quicker: before the next commit, theirs is written.
struct Quicker {
    store: MemoryStore,
    theirs: std::sync::Mutex<Option<Command>>,
}

impl Store for Quicker {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        Store::load(&self.store, keys)
    }
    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        if let Some(theirs) = self.theirs.lock().unwrap().take() {
            rounds(&self.store, &[theirs]);
        }
        Store::commit(&self.store, commit)
    }
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        Store::scan(&self.store, scan)
    }
}

#[test]
fn of_two_buyers_of_the_last_unit_the_quicker_gets_it_and_the_other_hears_why() {
    let store = Quicker { store: MemoryStore::new(), theirs: None.into() };
    let shop = Shop::over(store, &[("a", 2)]);
    *shop.oms.store().theirs.lock().unwrap() = Some(command("theirs", 0, &reserve_stock("t", "a", 2, 9)));
    assert_eq!(shop.try_act(reserve_stock("ours", "a", 1, 9)).unwrap_err().code(), "stock.insufficient");
    // Enough for both: the guard holds, and nobody even notices.
    shop.act(receive("a", 2));
    *shop.oms.store().theirs.lock().unwrap() = Some(command("their2", 0, &reserve_stock("t2", "a", 1, 9)));
    shop.act(reserve_stock("ours", "a", 1, 9));
    // The same order changed meanwhile: decided anew.
    shop.act(place("o1", "invoice", &[1]));
    *shop.oms.store().theirs.lock().unwrap() = Some(command("their3", 0, &cancel("o1", &[])));
    let late = shop.try_act(of_order("approve_order", "o1")).unwrap_err();
    assert_eq!(late.code(), "order.illegal_transition");
    assert_eq!(shop.oms.audit().unwrap().findings, []);
}

#[test]
fn a_tenant_reads_its_own_journal_page_by_page() {
    let shop = Shop::new(&[]);
    for n in 0..7 {
        let put = shop.next(&json!({"type": "put_sku", "sku": {"id": format!("s{n}")}}));
        let whose = tenant(if n % 2 == 0 { "other" } else { "acme" });
        shop.oms.execute(&Command { tenant: whose, ..put }).unwrap();
    }
    let (mut from, mut found) = (0, Vec::new());
    loop {
        let page = shop.oms.journal(Some(&tenant("other")), from, 3).unwrap();
        from = page.next;
        found.extend(page.entries.iter().map(|entry| entry.tenant.clone()));
        if page.entries.len() < 3 {
            break;
        }
    }
    assert_eq!(found, vec![tenant("other"); 4]);
    let all = shop.oms.journal(None, 0, 1000).unwrap();
    assert_eq!(usize::try_from(all.next).unwrap(), all.entries.len());
    assert_eq!(shop.oms.journal(None, 0, 0).unwrap().next, 0);
}

#[test]
fn stock_of_what_nobody_knows_is_refused_with_every_stranger_named() {
    let shop = Shop::new(&[("a", 5)]);
    let items =
        json!([{"sku": "mug", "node": "a", "quantity": 1}, {"sku": "mugg", "node": "aa", "quantity": 1}]);
    let error = shop.refuse(json!({"type": "reserve_stock", "reservation": "r", "items": items}));
    let problems: Vec<_> = error.problems().iter().map(|problem| (&*problem.code, &*problem.path)).collect();
    let expected =
        [("stock.unknown_sku", "/action/items/1/sku"), ("stock.unknown_node", "/action/items/1/node")];
    assert_eq!(problems, expected);
    let error = shop.refuse(json!({"type": "receive_stock", "sku": "mugg", "node": "a", "quantity": 1}));
    assert_eq!(error.problems()[0].path, "/action/sku");
}

#[test]
fn a_whole_order_is_never_allocated_in_part_beside_its_reservation() {
    let shop = Shop::new(&[("a", 5)]);
    shop.ready("o1", &[2]);
    shop.act(json!({"type": "reserve_order", "order": "o1", "reservation": "r1", "strategy": "priority"}));
    shop.act(json!({"type": "put_policy", "policy": {"shipComplete": true, "reviewStock": false}}));
    shop.act(json!({"type": "change_order", "order": "o1",
                    "change": {"quantities": [{"line": "l1", "quantity": 9}]}}));
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    assert_eq!(shop.refuse(allocate("o1")).code(), "stock.insufficient");
}

#[test]
fn what_belongs_to_one_tenant_does_not_exist_for_another() {
    let shop = Shop::new(&[("a", 5)]);
    shop.ready("o1", &[1]);
    shop.act(reserve_stock("r1", "a", 1, 9));
    for action in [
        allocate("o1"),
        cancel("o1", &[]),
        of_order("review_order", "o1"),
        json!({"type": "release_reservation", "reservation": "r1"}),
        reserve_stock("mine", "a", 1, 9),
    ] {
        let command = Command { tenant: tenant("other"), ..shop.next(&action) };
        let code = shop.oms.execute(&command).unwrap_err().code();
        let expected = ["order.unknown", "stock.reservation_unknown", "input.invalid"];
        assert!(expected.contains(&code), "{action}: {code}");
    }
    assert_eq!(shop.oms.order(&tenant("other"), &OrderId::new("o1").unwrap()), Ok(None));
    let mugs = [SkuId::new("mug").unwrap()];
    assert_eq!(shop.oms.availability(&tenant("other"), &mugs, at(0)).unwrap()[0].nodes, []);
    // The same channel order of another tenant is another order.
    let theirs = Command { tenant: tenant("other"), ..shop.next(&place("o1", "invoice", &[1])) };
    assert_eq!(shop.oms.execute(&theirs).unwrap().events.len(), 1);
    assert!(shop.oms.store().inspect(|state, _| {
        state.documents.contains_key(&DocumentKey::order(&tenant("other"), &OrderId::new("o1").unwrap()))
    }));
}

//! Cost books beside the stock: every unit that comes or goes, to the cent.

use proptest::prelude::*;

use super::*;
use crate::cost::{CostBook, CostEvent};
use crate::report::{ReportFigure, ReportMeasure, ReportOver, ReportQuery};
use crate::store::{Document, Event};

fn costed(method: &str, cost: Option<&str>) -> Shop {
    let shop = Shop::new(&[]);
    put(&shop, method, cost);
    shop
}

fn put(shop: &Shop, method: &str, cost: Option<&str>) -> Outcome {
    let mut sku = json!({"id": "mug", "costing": method, "price": eur("20.00"), "weight": 400});
    if let Some(cost) = cost {
        sku["cost"] = eur(cost);
    }
    shop.act(json!({"type": "put_sku", "sku": sku}))
}

fn buy(node: &str, units: u32, receipt: &str, cost: &str) -> Value {
    json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": units, "reference": receipt,
        "cost": eur(cost)})
}

fn adjust(node: &str, delta: i64) -> Value {
    json!({"type": "adjust_stock", "sku": "mug", "node": node, "delta": delta, "reason": "count"})
}

fn land(receipt: &str, amount: &str) -> Value {
    json!({"type": "add_landed_cost", "receipt": receipt,
        "charges": [{"kind": "freight", "basis": "quantity", "amount": eur(amount)}]})
}

fn books(shop: &Shop) -> ValuationAnswer {
    shop.oms.valuation(&tenant("acme"), &[]).unwrap()
}

fn book(shop: &Shop, node: &str) -> CostBook {
    books(shop).books.into_iter().find(|book| book.node.as_str() == node).unwrap()
}

fn sell(shop: &Shop, order: &str, node: &str, units: &[u32]) -> Result<Outcome, Error> {
    shop.ready(order, units);
    let lines = (1..).zip(units).map(|(n, units)| (format!("l{n}"), *units)).collect::<Vec<_>>();
    let lines: Vec<(&str, &str, u32)> =
        lines.iter().map(|(line, units)| (line.as_str(), node, *units)).collect();
    shop.try_act(assign(order, &lines))?;
    shop.act(of_order("release_order", order));
    shop.try_act(ship(order, node))
}

fn reported(shop: &Shop, over: ReportOver, figure: ReportFigure) -> String {
    let facts = shop.oms.facts(&tenant("acme")).unwrap();
    let query = ReportQuery::new(over).measure(ReportMeasure::figure(figure));
    let table = crate::report::report(&facts, &query).unwrap();
    table.rows.first().map(|row| row.last().unwrap().to_string()).unwrap_or_default()
}

fn shipped_cost(shop: &Shop, shipment: &str) -> Vec<Option<String>> {
    let shipment = shop.oms.shipment(&tenant("acme"), &serde_json::from_value(json!(shipment)).unwrap());
    let units = shipment.unwrap().unwrap().units;
    units.iter().map(|units| units.cost.map(|cost| cost.to_string())).collect()
}

#[test]
fn what_ships_costs_what_its_layers_cost_in_shipment_and_report() {
    let shop = costed("fifo", None);
    shop.act(buy("a", 3, "po-1", "10.00"));
    shop.act(buy("a", 3, "po-2", "12.01"));
    sell(&shop, "o1", "a", &[2, 2]).unwrap();
    // 6.67 for two of the first three; 3.33 for the third and 4.00 for one of the next.
    let costs = [Some("6.67 EUR".to_owned()), Some("7.33 EUR".to_owned())];
    assert_eq!(shipped_cost(&shop, "s-o1-a"), costs);
    assert_eq!(book(&shop, "a").value.to_string(), "8.01 EUR");
    for over in [ReportOver::Orders, ReportOver::Lines] {
        assert_eq!(reported(&shop, over, ReportFigure::CostOfGoods), "14.00 EUR");
        assert_eq!(reported(&shop, over, ReportFigure::UnitsWithoutCost), "0");
        assert_eq!(reported(&shop, over, ReportFigure::GrossProfit), "26.00 EUR");
    }
    shop.is_sound();
}

#[test]
fn a_sku_without_a_method_has_no_book_and_costs_what_its_record_says() {
    let shop = Shop::new(&[]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "cost": eur("3.10")}}));
    let outcome = shop.act(receive("a", 5));
    assert_eq!(outcome.events.len(), 1);
    sell(&shop, "o1", "a", &[2]).unwrap();
    assert_eq!(shipped_cost(&shop, "s-o1-a"), [None]);
    assert_eq!(reported(&shop, ReportOver::Orders, ReportFigure::CostOfGoods), "6.20 EUR");
    let kinds = shop.oms.store().inspect(|state, _| {
        let costly = |document: &Document| {
            matches!(document, Document::Costs(_) | Document::CostReceipt(_) | Document::CostAway(_))
        };
        state.documents.values().filter(|stored| costly(&stored.document)).count()
    });
    assert_eq!((kinds, books(&shop).books.len()), (0, 0));
    let error = shop.refuse(buy("a", 1, "r", "1.00"));
    assert_eq!(error.problems()[0].code, "cost.not_costed");
}

#[test]
fn a_book_begins_with_what_lies_there_at_the_records_cost() {
    let shop = Shop::new(&[("a", 4)]);
    put(&shop, "moving_average", Some("3.00"));
    shop.act(buy("a", 4, "po-1", "20.00"));
    assert_eq!((book(&shop, "a").units, book(&shop, "a").value.to_string()), (8, "32.00 EUR".to_owned()));
    sell(&shop, "o1", "a", &[1]).unwrap();
    assert_eq!(shipped_cost(&shop, "s-o1-a"), [Some("4.00 EUR".to_owned())]);
    shop.is_sound();
}

#[test]
fn a_late_bill_is_spread_over_all_that_the_receipt_brought() {
    let shop = costed("fifo", None);
    shop.act(buy("a", 6, "po-1", "60.00"));
    shop.act(buy("b", 3, "po-1", "30.00"));
    sell(&shop, "o1", "a", &[3]).unwrap();
    shop.act(land("po-1", "9.00"));
    let (a, b) = (book(&shop, "a"), book(&shop, "b"));
    assert_eq!(
        (a.value.to_string(), a.variances.late_cost.to_string()),
        ("33.00 EUR".into(), "3.00 EUR".into())
    );
    assert_eq!(
        (b.value.to_string(), b.variances.late_cost.to_string()),
        ("33.00 EUR".into(), "0.00 EUR".into())
    );
    assert_eq!(shop.code(land("po-2", "1.00")), "cost.unknown_receipt");
    let volume = json!({"type": "add_landed_cost", "receipt": "po-1",
        "charges": [{"kind": "freight", "basis": "volume", "amount": eur("1.00")}]});
    assert_eq!(shop.code(volume), "cost.invalid");
    assert_eq!(
        shop.code(json!({"type": "add_landed_cost", "receipt": "po-1", "charges": []})),
        "input.invalid"
    );
    shop.is_sound();
}

#[test]
fn what_comes_back_goes_to_its_layers_wherever_it_comes_back() {
    let shop = costed("fifo", None);
    shop.act(buy("a", 2, "po-1", "10.00"));
    shop.act(buy("a", 2, "po-2", "14.00"));
    sell(&shop, "o1", "a", &[3]).unwrap();
    let back = |node: &str, units: u32| {
        json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": units, "reference": "rma-1",
            "condition": "returned_pending", "returnedFrom": "s-o1-a"})
    };
    shop.act(back("a", 1));
    shop.act(back("b", 1));
    assert_eq!(book(&shop, "a").layers[0].receipt.as_str(), "po-1");
    assert_eq!(book(&shop, "b").value.to_string(), "5.00 EUR");
    // One more unit than is out comes at the average of the node.
    shop.act(back("a", 2));
    assert_eq!(book(&shop, "a").totals.returned.to_string(), "18.33 EUR");
    shop.is_sound();
}

/// A transfer of so many mugs from one node to the other, on its way.
fn send(shop: &Shop, id: &str, from: &str, to: &str, units: u32) -> Result<Outcome, Error> {
    let lines = [json!({"sku": "mug", "quantity": units})];
    let draft = json!({"from": from, "to": to, "lines": lines});
    shop.act(json!({"type": "create_transfer", "transfer": id, "draft": draft}));
    shop.act(json!({"type": "approve_transfer", "transfer": id, "approver": "ana"}));
    shop.try_act(json!({"type": "allocate_transfer", "transfer": id}))?;
    shop.try_act(json!({"type": "ship_transfer", "transfer": id}))
}

fn arrive(id: &str, units: u32) -> Value {
    let units = json!([{"sku": "mug", "quantity": units}]);
    json!({"type": "receive_transfer", "transfer": id, "reason": "counted", "units": units})
}

fn close(id: &str) -> Value {
    json!({"type": "close_transfer", "transfer": id, "reason": "lost"})
}

#[test]
fn a_transfer_takes_its_layers_along_and_what_is_lost_is_written_off() {
    let shop = costed("fifo", None);
    shop.act(buy("a", 3, "po-1", "10.00"));
    shop.act(buy("a", 3, "po-2", "12.01"));
    send(&shop, "t-1", "a", "b", 5).unwrap();
    assert_eq!(books(&shop).totals[0].in_transit.to_string(), "18.01 EUR");
    shop.act(arrive("t-1", 2));
    shop.act(arrive("t-1", 2));
    let arrived = book(&shop, "b");
    let layers: Vec<_> = arrived.layers.iter().map(|layer| layer.receipt.as_str()).collect();
    assert_eq!((arrived.value.to_string(), layers), ("14.01 EUR".to_owned(), vec!["po-1", "po-1", "po-2"]));
    shop.act(close("t-1"));
    let total = &books(&shop).totals[0];
    assert_eq!((total.in_transit.to_string(), book(&shop, "b").units), ("0.00 EUR".to_owned(), 4));
    assert_eq!(book(&shop, "b").totals.transferred_in.to_string(), "18.01 EUR");
    shop.is_sound();
    // A unit more than was sent was found.
    send(&shop, "t-2", "b", "a", 2).unwrap();
    shop.act(arrive("t-2", 3));
    assert_eq!(book(&shop, "a").totals.found.to_string(), "3.55 EUR");
    shop.is_sound();
}

#[test]
fn counts_and_scrap_take_value_with_them() {
    let shop = costed("fifo", None);
    shop.act(buy("a", 4, "po-1", "10.00"));
    shop.act(adjust("a", -1));
    shop.act(json!({"type": "scrap_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "broken"}));
    shop.act(adjust("a", 3));
    let book = book(&shop, "a");
    assert_eq!((book.units, book.totals.written_off.to_string()), (5, "5.00 EUR".to_owned()));
    assert_eq!(
        (book.totals.found.to_string(), book.value.to_string()),
        ("7.50 EUR".into(), "12.50 EUR".into())
    );
    let total = &books(&shop).totals[0];
    assert_eq!(
        (total.value.to_string(), total.variance.to_string()),
        ("12.50 EUR".into(), "0.00 EUR".into())
    );
    shop.is_sound();
}

#[test]
fn a_method_changes_with_the_record_and_costing_never_stops() {
    let shop = costed("fifo", Some("5.00"));
    shop.act(buy("a", 2, "po-1", "12.00"));
    assert_eq!(
        shop.code(json!({"type": "set_standard_cost", "sku": "mug", "node": "a",
        "standard": {"amount": eur("5.00"), "units": 1}})),
        "cost.wrong_method"
    );
    put(&shop, "standard", Some("5.00"));
    let outcome = shop.act(receive("a", 2));
    let kinds: Vec<_> = outcome
        .events
        .iter()
        .map(|event| {
            matches!(&**event, Event::Cost(record)
        if matches!(record.event, CostEvent::MethodChanged(_)))
        })
        .collect();
    assert_eq!(kinds, [true, false, false]);
    shop.act(json!({"type": "set_standard_cost", "sku": "mug", "node": "a",
        "standard": {"amount": eur("5.50"), "units": 1}}));
    assert_eq!(book(&shop, "a").value.to_string(), "22.00 EUR");
    let error = shop.refuse(json!({"type": "put_sku", "sku": {"id": "mug"}}));
    assert_eq!(error.problems()[0].path, "/action/sku/costing");
    let error = shop.refuse(json!({"type": "put_sku", "sku": {"id": "cup", "costing": "fifo"}}));
    assert_eq!(error.problems()[0].code, "cost.no_currency");
    let close = |sku: &str| json!({"type": "close_cost_period", "sku": sku, "node": "a"});
    assert_eq!(shop.code(close("mug")), "cost.wrong_method");
    assert_eq!(shop.code(close("cup")), "cost.unknown_book");
    shop.is_sound();
}

#[test]
fn what_a_receipt_says_twice_or_in_another_currency_is_refused() {
    let shop = costed("fifo", None);
    let mut twice = buy("a", 2, "r", "1.00");
    twice["unitCost"] = eur("0.50");
    assert_eq!(shop.refuse(twice).problems()[0].code, "cost.stated_twice");
    let mut back = buy("a", 2, "r", "1.00");
    back["returnedFrom"] = json!("s-o1-a");
    assert_eq!(shop.refuse(back).problems()[0].path, "/action/returnedFrom");
    let mut foreign = buy("a", 2, "r", "1.00");
    foreign["cost"]["currency"] = json!("USD");
    let error = shop.refuse(foreign);
    assert_eq!((error.code(), error.problems()[0].path.as_str()), ("cost.invalid", "/action/cost"));
}

/// Lots that expire first leave first, whatever came first; each costs what it cost.
#[test]
fn specific_cost_follows_the_lots_that_really_leave() {
    let shop = Shop::new(&[]);
    let record = json!({"id": "mug", "lots": {}, "costing": "specific", "cost": eur("1.00")});
    shop.act(json!({"type": "put_sku", "sku": record}));
    for (lot, until, units, cost) in [("late", 900, 3, "15.00"), ("soon", 500, 2, "18.00")] {
        let mut receipt = buy("a", units, lot, cost);
        receipt["lot"] = json!({"lot": lot, "expiresAt": at(until)});
        shop.act(receipt);
    }
    sell(&shop, "o1", "a", &[3]).unwrap();
    let (cost, left) = (shipped_cost(&shop, "s-o1-a"), book(&shop, "a").layers);
    let left: Vec<_> = left
        .iter()
        .map(|layer| (layer.lot.as_ref().map(crate::value::LotId::as_str), layer.pool.left()))
        .collect();
    shop.is_sound();
    assert_eq!(left, [(Some("late"), 2)]);
    assert_eq!(cost, [Some("23.00 EUR".to_owned())]);
    // What is scrapped is named, too.
    shop.act(json!({"type": "scrap_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "leak",
            "lot": {"lot": "late"}}));
    assert_eq!((book(&shop, "a").value.to_string(), book(&shop, "a").units), ("5.00 EUR".to_owned(), 1));
    shop.is_sound();
}

#[test]
fn the_audit_names_the_event_that_breaks_a_book() {
    let shop = costed("fifo", None);
    shop.act(buy("a", 4, "po-1", "10.00"));
    let journal = shop.oms.store().inspect(|_, journal| journal.to_vec());
    let bent = |change: fn(&mut Value)| {
        let store = MemoryStore::new();
        let mut bent = journal.clone();
        let position = bent.iter().rposition(|entry| matches!(&*entry.event, Event::Cost(_))).unwrap();
        let mut value = serde_json::to_value(&bent[position]).unwrap();
        change(&mut value["event"]["event"]);
        bent[position] = serde_json::from_value(value).unwrap();
        let found = audit(&Shown { store, journal: bent }).unwrap().findings;
        found.into_iter().filter_map(|found| Some((found.code, found.position?))).collect::<Vec<_>>()
    };
    let last = u64::try_from(journal.len() - 1).unwrap();
    assert_eq!(bent(|_| {}), []);
    let units = bent(|event| {
        event["units"] = json!(5);
        event["placed"][0]["units"] = json!(5);
    });
    assert_eq!(units, [("audit.cost_units".to_owned(), last)]);
    let value = bent(|event| event["cost"]["amount"] = json!("10.01"));
    assert_eq!(value, [("audit.cost_value".to_owned(), last)]);
}

#[test]
fn a_batch_costs_what_its_commands_cost_one_by_one() {
    let commands = |shop: &Shop| {
        let actions =
            [buy("a", 3, "po-1", "10.00"), adjust("a", -1), buy("a", 4, "po-1", "11.00"), adjust("a", -4)];
        actions.iter().map(|action| shop.next(action)).collect::<Vec<_>>()
    };
    let (batched, single) = (costed("fifo", None), costed("fifo", None));
    assert!(batched.oms.execute_batch(&commands(&batched)).iter().all(Result::is_ok));
    commands(&single).iter().for_each(|command| assert!(single.oms.execute(command).is_ok()));
    assert_eq!(batched.hash(), single.hash());
    assert_eq!(book(&batched, "a").value.to_string(), "5.50 EUR");
}

/// A store that shows a journal of its own.
struct Shown {
    store: MemoryStore,
    journal: Vec<crate::store::JournalEntry>,
}

impl Store for Shown {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        Store::load(&self.store, keys)
    }
    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        Store::commit(&self.store, commit)
    }
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        let mut page = Store::scan(&self.store, scan)?;
        if matches!(scan, Scan::Journal(_)) {
            page.entries = self.journal.clone();
        }
        Ok(page)
    }
}

#[derive(Clone, Debug)]
enum Step {
    Buy(bool, u32, u32),
    Sell(bool, u32, u32),
    Count(bool, i64),
    Land(u32, i32),
    Return(u32, u32),
    Move(bool, u32, u32),
    Method(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (any::<bool>(), 1_u32..9, 0_u32..3000).prop_map(|(at, units, cost)| Step::Buy(at, units, cost)),
        5 => (any::<bool>(), 1_u32..5, 1_u32..5).prop_map(|(at, one, other)| Step::Sell(at, one, other)),
        1 => (any::<bool>(), prop_oneof![-3_i64..0, 1_i64..4]).prop_map(|(at, delta)| Step::Count(at, delta)),
        1 => (0_u32..6, -500_i32..500).prop_map(|(receipt, amount)| Step::Land(receipt, amount)),
        1 => (0_u32..6, 1_u32..4).prop_map(|(order, units)| Step::Return(order, units)),
        2 => (any::<bool>(), 1_u32..6, 0_u32..7).prop_map(|(to, sent, came)| Step::Move(to, sent, came)),
        1 => (0_usize..5).prop_map(Step::Method),
    ];
    prop::collection::vec(step, 1..25)
}

fn amount(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", minor.abs() / 100, minor.abs() % 100)
}

const METHODS: [&str; 5] = ["fifo", "moving_average", "periodic_average", "standard", "specific"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is received, shipped, counted and billed: the report's cost of goods is what the books issued, which
    /// is what the shipments say, to the cent; the audit is clean and the journal folds to the state.
    #[test]
    fn the_reports_cost_of_goods_is_what_the_books_issued(method in 0_usize..5, steps in steps()) {
        let shop = costed(METHODS[method], Some("7.77"));
        let node = |first: bool| if first { "a" } else { "b" };
        let (mut orders, mut receipts, mut moves, mut sold) = (0_u32, 0_u32, 0_u32, 0_i64);
        for step in steps {
            // What is refused (too few units, a receipt or shipment that never was) changes nothing.
            match step {
                Step::Buy(at, units, cost) => {
                    receipts += 1;
                    shop.act(buy(node(at), units, &format!("po-{receipts}"), &amount(cost.into())));
                }
                Step::Sell(at, one, other) => {
                    orders += 1;
                    if sell(&shop, &format!("o{orders}"), node(at), &[one, other]).is_ok() {
                        let shipment = format!("s-o{orders}-{}", node(at));
                        let id = serde_json::from_value(json!(shipment)).unwrap();
                        let shipment = shop.oms.shipment(&tenant("acme"), &id).unwrap().unwrap();
                        sold += shipment.units.iter().map(|units| units.cost.unwrap().minor()).sum::<i64>();
                    }
                }
                Step::Count(at, delta) => {
                    let _ = shop.try_act(adjust(node(at), delta));
                }
                Step::Land(receipt, minor) => {
                    let _ = shop.try_act(land(&format!("po-{receipt}"), &amount(minor.into())));
                }
                Step::Return(order, units) => {
                    let shipment = format!("s-o{order}-a");
                    shop.act(json!({"type": "receive_stock", "sku": "mug", "node": "a", "quantity": units,
                        "condition": "returned_pending", "returnedFrom": shipment}));
                }
                Step::Move(to, sent, came) => {
                    moves += 1;
                    let id = format!("t{moves}");
                    if send(&shop, &id, node(!to), node(to), sent).is_ok() {
                        let _ = shop.try_act(arrive(&id, came));
                        let _ = shop.try_act(close(&id));
                    }
                }
                Step::Method(at) => {
                    put(&shop, METHODS[at], Some("8.88"));
                }
            }
        }
        let issued: i64 = books(&shop).books.iter().map(|book| book.totals.issued.minor()).sum();
        prop_assert_eq!(sold, issued);
        prop_assert!(books(&shop).totals.iter().all(|total| total.in_transit.is_zero()));
        for over in [ReportOver::Orders, ReportOver::Lines] {
            let reported = reported(&shop, over, ReportFigure::CostOfGoods);
            prop_assert!(reported == format!("{} EUR", amount(issued)) || orders == 0, "{reported} is not {issued}");
        }
        for book in &books(&shop).books {
            let cell = shop.cell(book.node.as_str());
            prop_assert_eq!(book.units, cell[0]);
        }
        shop.is_sound();
    }
}

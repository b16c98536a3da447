//! The report module against figures that an independent script computed from the same real orders.
//!
//! The data lies beside the project, never in it; without it the test says so and passes.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::LazyLock;

use oms_core::catalog::Sku;
use oms_core::order::{
    LineUnits, Order, OrderApproved, OrderDraft, OrderDraftLine, OrderEvent, OrderPayment,
    OrderPaymentRecorded, OrderUnitsDelivered, OrderUnitsShipped, PaymentKind, PaymentTerms,
};
use oms_core::report::Facts;
use oms_core::value::{
    Address, CategoryId, ChannelId, ChannelOrderId, CountryCode, Currency, CustomerId, FieldName, FieldValue,
    Fields, Instant, LineId, LineQuantity, Money, NodeId, OrderId, PaymentId, Quantity, RegionCode,
    ShipmentId, SkuId, Text,
};
use serde_json::Value;

#[path = "../examples/demo/truth.rs"]
mod truth;

type Record = HashMap<String, String>;

/// Keys of the truth that need reviews, weights, shipping limits, names or how exact a timestamp is, which are no
/// facts.
const NOT_REPORTED: [&str; 9] = [
    "format",
    "purchase_range",
    "orders_by_ts_precision",
    "handed_to_carrier_after_shipping_limit",
    "dirt",
    "freight_by_weight_band_and_same_state",
    "review_scores",
    "orders_with_review",
    "order_reviews",
];

#[test]
fn every_figure_of_the_real_orders_equals_the_independent_one_to_the_cent() {
    let Some(data) = &*DATA else { return };
    let ours = truth::truth(&fold(data, 0, 1)).unwrap();
    let mut wrong = Vec::new();
    compare("", &ours, &data.truth, &mut wrong);
    assert!(wrong.is_empty(), "{} figures differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn real_orders_dealt_out_over_shards_report_the_same_bytes() {
    let Some(data) = &*DATA else { return };
    let whole = truth::truth(&fold(data, 0, 1)).unwrap().to_string();
    let shards = (0..3).map(|shard| fold(data, shard, 3));
    let merged = shards.reduce(|left, right| right.merge(left)).unwrap();
    assert_eq!(truth::truth(&merged).unwrap().to_string(), whole);
}

struct Data {
    truth: Value,
    products: Vec<Record>,
    states: HashMap<String, String>,
    customers: HashMap<String, Record>,
    orders: Vec<Record>,
    items: HashMap<String, Vec<Record>>,
    payments: HashMap<String, Vec<Record>>,
}

/// The tables, read once for all tests.
static DATA: LazyLock<Option<Data>> = LazyLock::new(|| {
    let directory = &Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/olist");
    if !directory.join("truth.json").is_file() {
        eprintln!("skipped: no Olist data at ../shared/data/olist");
        return None;
    }
    Some(Data {
        truth: serde_json::from_slice(&std::fs::read(directory.join("truth.json")).unwrap()).unwrap(),
        products: table(directory, "products"),
        states: (table(directory, "sellers").into_iter())
            .map(|row| (row["seller_id"].clone(), row["seller_state"].clone()))
            .collect(),
        customers: (table(directory, "customers").into_iter())
            .map(|row| (row["customer_id"].clone(), row))
            .collect(),
        orders: table(directory, "orders"),
        items: by_order(table(directory, "order_items")),
        payments: by_order(table(directory, "order_payments")),
    })
});

/// What differs; what the truth has and we deliberately have not is left out: names in English, reviews.
fn compare(path: &str, ours: &Value, theirs: &Value, wrong: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            for (key, theirs) in theirs {
                if key != "english" && !NOT_REPORTED.contains(&key.as_str()) {
                    compare(&format!("{path}/{key}"), ours.get(key).unwrap_or(&Value::Null), theirs, wrong);
                }
            }
            for key in ours.keys().filter(|key| !theirs.contains_key(*key)) {
                wrong.push(format!("{path}/{key}: not in the truth"));
            }
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            for (at, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                compare(&format!("{path}/{at}"), ours, theirs, wrong);
            }
        }
        _ if ours == theirs => {}
        _ => wrong.push(format!("{path}: ours {ours}, theirs {theirs}")),
    }
}

fn table(directory: &Path, name: &str) -> Vec<Record> {
    let file = std::fs::File::open(directory.join(format!("{name}.csv.gz"))).unwrap();
    let mut reader = csv::Reader::from_reader(flate2::read::GzDecoder::new(file));
    reader.deserialize().map(Result::unwrap).collect()
}

fn by_order(rows: Vec<Record>) -> HashMap<String, Vec<Record>> {
    let mut orders: HashMap<String, Vec<Record>> = HashMap::new();
    for row in rows {
        orders.entry(row["order_id"].clone()).or_default().push(row);
    }
    orders
}

/// Naive local times taken as UTC; nothing for an empty text.
fn instant(text: &str) -> Option<Instant> {
    (!text.is_empty())
        .then(|| chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap().and_utc())
}

fn brl(text: &str) -> Money {
    Money::parse(text, Currency::BRL).unwrap()
}

fn text_field(name: &str, value: &str) -> (FieldName, FieldValue) {
    (FieldName::new(name).unwrap(), FieldValue::Text(Text::new(value).unwrap()))
}

/// The facts of every `of`-th order.
fn fold(data: &Data, shard: usize, of: usize) -> Facts {
    let mut facts = Facts::new();
    for product in &data.products {
        let mut sku = Sku::new(SkuId::new(&product["product_id"]).unwrap());
        sku.category = CategoryId::new(&product["product_category_name"]).ok();
        facts.sku(&sku);
    }
    let none = Vec::new();
    for row in data.orders.iter().skip(shard).step_by(of) {
        let items = data.items.get(&row["order_id"]).unwrap_or(&none);
        let payments = data.payments.get(&row["order_id"]).unwrap_or(&none);
        order(&mut facts, row, &data.customers[&row["customer_id"]], items, payments, &data.states);
    }
    facts
}

fn order(
    facts: &mut Facts,
    row: &Record,
    customer: &Record,
    items: &[Record],
    payments: &[Record],
    states: &HashMap<String, String>,
) {
    let id = OrderId::new(&row["order_id"]).unwrap();
    let placed_at = instant(&row["order_purchase_timestamp"]).unwrap();
    let placed = Order::place(id.clone(), &draft(row, customer, items, states)).unwrap();
    facts.order(&id, placed_at, &OrderEvent::Placed(placed));
    for payment in payments {
        let payment = OrderPayment {
            id: PaymentId::new(format!("{id}-{}", payment["payment_sequential"])).unwrap(),
            kind: PaymentKind::Captured,
            method: Text::new(&payment["payment_type"]).unwrap(),
            amount: brl(&payment["payment_value"]),
            instalments: payment["payment_installments"].parse().ok(),
            at: placed_at,
        };
        facts.order(&id, placed_at, &OrderEvent::PaymentRecorded(OrderPaymentRecorded { payment }));
    }
    if let Some(at) = instant(&row["order_approved_at"]) {
        facts.order(&id, at, &OrderEvent::Approved(OrderApproved {}));
    }
    // One shipment per seller; orders without items that left all the same have one, too.
    let mut sellers: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for item in items {
        sellers.entry(&item["seller_id"]).or_default().push(item);
    }
    if sellers.is_empty() {
        sellers.insert("none", vec![]);
    }
    for (seller, items) in sellers {
        let shipment = ShipmentId::new(format!("{id}-{seller}")).unwrap();
        let line = |item: &Record| LineId::new(&item["order_item_id"]).unwrap();
        let quantity = Quantity::new(1);
        if let Some(at) = instant(&row["order_delivered_carrier_date"]) {
            let node = |item: &Record| NodeId::new(&states[&item["seller_id"]]).unwrap();
            let units =
                items.iter().map(|item| LineUnits { line: line(item), node: node(item), quantity }).collect();
            let event = OrderUnitsShipped { shipment: shipment.clone(), units };
            facts.order(&id, at, &OrderEvent::UnitsShipped(event));
        }
        if let Some(at) = instant(&row["order_delivered_customer_date"]) {
            let lines = items.iter().map(|item| LineQuantity { line: line(item), quantity }).collect();
            facts.order(&id, at, &OrderEvent::UnitsDelivered(OrderUnitsDelivered { shipment, lines }));
        }
    }
}

fn draft(row: &Record, customer: &Record, items: &[Record], states: &HashMap<String, String>) -> OrderDraft {
    let mut ship_to = Address::new(CountryCode::new("BR").unwrap());
    ship_to.region = Some(RegionCode::new(&customer["customer_state"]).unwrap());
    let freight = items.iter().map(|item| brl(&item["freight_value"]));
    let line = |item: &Record| OrderDraftLine {
        id: LineId::new(&item["order_item_id"]).unwrap(),
        sku: SkuId::new(&item["product_id"]).unwrap(),
        name: Text::default(),
        quantity: Quantity::new(1),
        unit_price: brl(&item["price"]),
        discount: None,
        tax: None,
        chosen: Vec::new(),
        fields: Fields::from([
            text_field("sellerId", &item["seller_id"]),
            text_field("sellerState", &states[&item["seller_id"]]),
            (FieldName::new("freight").unwrap(), FieldValue::Decimal(item["freight_value"].parse().unwrap())),
        ]),
    };
    OrderDraft {
        fulfilment: None,
        channel: ChannelId::new("olist").unwrap(),
        shop: None,
        channel_order_id: ChannelOrderId::new(&row["order_id"]).unwrap(),
        placed_at: instant(&row["order_purchase_timestamp"]).unwrap(),
        currency: Currency::BRL,
        customer: Some(CustomerId::new(&customer["customer_unique_id"]).unwrap()),
        ship_to,
        class: 0,
        terms: PaymentTerms::Prepaid,
        promise_by: instant(&row["order_estimated_delivery_date"]),
        remark: Text::default(),
        lines: items.iter().map(line).collect(),
        shipping: Some(Money::sum(Currency::BRL, freight).unwrap()),
        discount: None,
        stated_total: None,
        fields: Fields::from([text_field("channelStatus", &row["order_status"])]),
    }
}

//! The tables of the Olist layout as records.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use chrono::NaiveDateTime;
use oms_core::value::{Currency, GeoPoint, Instant, Money};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::Dirt;
use super::sheet::{each_row, exists};

/// An order with everything that belongs to it.
#[derive(Clone, Debug, Default)]
pub(super) struct OrderRow {
    pub(super) id: String,
    pub(super) customer: String,
    pub(super) status: String,
    pub(super) purchased: Option<Instant>,
    pub(super) approved: Option<Instant>,
    pub(super) carrier: Option<Instant>,
    pub(super) delivered: Option<Instant>,
    pub(super) estimated: Option<Instant>,
    pub(super) items: Vec<ItemRow>,
    pub(super) payments: Vec<PaymentRow>,
}

#[derive(Clone, Debug)]
pub(super) struct ItemRow {
    pub(super) number: String,
    pub(super) product: String,
    pub(super) seller: String,
    pub(super) price: Money,
    pub(super) freight: Money,
}

#[derive(Clone, Debug)]
pub(super) struct PaymentRow {
    pub(super) number: String,
    pub(super) method: String,
    pub(super) instalments: Option<u16>,
    pub(super) amount: Money,
}

#[derive(Clone, Debug, Default)]
pub(super) struct CustomerRow {
    pub(super) person: String,
    pub(super) zip: String,
    pub(super) city: String,
    pub(super) state: String,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SellerRow {
    pub(super) zip: String,
    pub(super) state: String,
}

#[derive(Clone, Debug, Default)]
pub(super) struct ProductRow {
    pub(super) category: String,
    pub(super) grams: Option<u32>,
    /// Length, width and height in millimetres.
    pub(super) size: Option<[u32; 3]>,
}

#[derive(Clone, Debug)]
pub(super) struct PlaceRow {
    pub(super) point: GeoPoint,
    pub(super) state: String,
}

/// Everything read.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    /// In the order of the file.
    pub(super) orders: Vec<OrderRow>,
    pub(super) customers: HashMap<String, CustomerRow>,
    pub(super) sellers: BTreeMap<String, SellerRow>,
    pub(super) products: HashMap<String, ProductRow>,
    pub(super) places: BTreeMap<String, PlaceRow>,
    /// Categories in English.
    pub(super) translated: BTreeMap<String, String>,
    /// Rows read by file.
    pub(super) rows: BTreeMap<&'static str, u64>,
}

const CURRENCY: Currency = Currency::BRL;

/// Reads all files of a directory.
///
/// # Errors
/// A text for people when a file that is needed is missing or lacks a column.
pub(super) fn read(dir: &Path, dirt: &mut Dirt) -> Result<Tables, String> {
    let mut tables = Tables::default();
    let mut by_id = HashMap::new();
    read_orders(dir, dirt, &mut tables, &mut by_id)?;
    read_items(dir, dirt, &mut tables, &by_id)?;
    read_payments(dir, dirt, &mut tables, &by_id)?;
    let columns =
        ["customer_id", "customer_unique_id", "customer_zip_code_prefix", "customer_city", "customer_state"];
    let customers = &mut tables.customers;
    let rows = each_row(dir, "customers", columns, dirt, |[id, person, zip, city, state], dirt| {
        let [person, zip, city, state] = [person, zip, city, state].map(str::to_owned);
        let twice = customers.insert(id.to_owned(), CustomerRow { person, zip, city, state }).is_some();
        dirt.count_if(twice, "customers_id_twice", id);
    })?;
    tables.rows.insert("customers", rows);
    let columns = ["seller_id", "seller_zip_code_prefix", "seller_state"];
    let sellers = &mut tables.sellers;
    let rows = each_row(dir, "sellers", columns, dirt, |[id, zip, state], _| {
        sellers.insert(id.to_owned(), SellerRow { zip: zip.to_owned(), state: state.to_owned() });
    })?;
    tables.rows.insert("sellers", rows);
    read_products(dir, dirt, &mut tables)?;
    read_places(dir, dirt, &mut tables)?;
    Ok(tables)
}

fn read_orders(
    dir: &Path,
    dirt: &mut Dirt,
    tables: &mut Tables,
    by_id: &mut HashMap<String, usize>,
) -> Result<(), String> {
    let columns = [
        "order_id",
        "customer_id",
        "order_status",
        "order_purchase_timestamp",
        "order_approved_at",
        "order_delivered_carrier_date",
        "order_delivered_customer_date",
        "order_estimated_delivery_date",
    ];
    let orders = &mut tables.orders;
    let rows = each_row(dir, "orders", columns, dirt, |cells, dirt| {
        let [id, customer, status, times @ ..] = cells;
        let [purchased, approved, carrier, delivered, estimated] =
            times.map(|cell| timestamp(cell, id, dirt));
        if by_id.contains_key(id) {
            return dirt.count("orders_id_twice", id);
        }
        by_id.insert(id.to_owned(), orders.len());
        let [id, customer, status] = [id, customer, status].map(str::to_owned);
        let (items, payments) = (vec![], vec![]);
        let row = OrderRow {
            id,
            customer,
            status,
            purchased,
            approved,
            carrier,
            delivered,
            estimated,
            items,
            payments,
        };
        orders.push(row);
    })?;
    tables.rows.insert("orders", rows);
    Ok(())
}

fn read_items(
    dir: &Path,
    dirt: &mut Dirt,
    tables: &mut Tables,
    by_id: &HashMap<String, usize>,
) -> Result<(), String> {
    let columns = ["order_id", "order_item_id", "product_id", "seller_id", "price", "freight_value"];
    let orders = &mut tables.orders;
    let rows = each_row(
        dir,
        "order_items",
        columns,
        dirt,
        |[order, number, product, seller, price, freight], dirt| {
            let Some(row) = by_id.get(order).and_then(|at| orders.get_mut(*at)) else {
                return dirt.count("items_of_unknown_order", order);
            };
            let (Some(price), Some(freight)) = (amount(price), amount(freight)) else {
                return dirt.count("items_unreadable_amount", order);
            };
            if row.items.iter().any(|item| item.number == number) {
                return dirt.count("items_number_twice", order);
            }
            dirt.count_if(freight.is_zero(), "items_with_zero_freight", order);
            dirt.count_if(freight > price, "items_freight_over_price", order);
            let [number, product, seller] = [number, product, seller].map(str::to_owned);
            row.items.push(ItemRow { number, product, seller, price, freight });
        },
    )?;
    tables.rows.insert("order_items", rows);
    Ok(())
}

fn read_payments(
    dir: &Path,
    dirt: &mut Dirt,
    tables: &mut Tables,
    by_id: &HashMap<String, usize>,
) -> Result<(), String> {
    let columns = ["order_id", "payment_sequential", "payment_type", "payment_installments", "payment_value"];
    let orders = &mut tables.orders;
    let rows =
        each_row(dir, "order_payments", columns, dirt, |[order, number, method, parts, value], dirt| {
            let Some(row) = by_id.get(order).and_then(|at| orders.get_mut(*at)) else {
                return dirt.count("payments_of_unknown_order", order);
            };
            let Some(amount) = amount(value) else {
                return dirt.count("payments_unreadable_amount", order);
            };
            if row.payments.iter().any(|payment| payment.number == number) {
                return dirt.count("payments_number_twice", order);
            }
            let instalments = parts.parse::<u16>().ok();
            dirt.count_if(amount.is_zero(), "payment_value_zero", order);
            dirt.count_if(method == "not_defined", "payment_type_not_defined", order);
            dirt.count_if(instalments == Some(0), "payment_installments_zero", order);
            dirt.count_if(instalments.is_none(), "payments_unreadable_installments", order);
            let [number, method] = [number, method].map(str::to_owned);
            row.payments.push(PaymentRow { number, method, instalments, amount });
        })?;
    tables.rows.insert("order_payments", rows);
    Ok(())
}

fn read_products(dir: &Path, dirt: &mut Dirt, tables: &mut Tables) -> Result<(), String> {
    let columns = [
        "product_id",
        "product_category_name",
        "product_weight_g",
        "product_length_cm",
        "product_height_cm",
        "product_width_cm",
    ];
    let products = &mut tables.products;
    let rows =
        each_row(dir, "products", columns, dirt, |[id, category, weight, length, height, width], dirt| {
            let grams = whole(weight);
            dirt.count_if(!weight.is_empty() && grams.is_none(), "products_unreadable_weight", id);
            let millimetres = |text| whole(text).and_then(|cm| cm.checked_mul(10));
            let size = [millimetres(length), millimetres(width), millimetres(height)];
            let size = if let [Some(length), Some(width), Some(height)] = size {
                Some([length, width, height])
            } else {
                None
            };
            products.insert(id.to_owned(), ProductRow { category: category.to_owned(), grams, size });
        })?;
    tables.rows.insert("products", rows);
    if exists(dir, "category_translation") {
        let translated = &mut tables.translated;
        let columns = ["product_category_name", "product_category_name_english"];
        let rows = each_row(dir, "category_translation", columns, dirt, |[name, english], _| {
            translated.insert(name.to_owned(), english.to_owned());
        })?;
        tables.rows.insert("category_translation", rows);
    }
    if exists(dir, "order_reviews") {
        let rows = each_row(dir, "order_reviews", ["order_id"], dirt, |_, _| {})?;
        tables.rows.insert("order_reviews", rows);
    }
    Ok(())
}

fn read_places(dir: &Path, dirt: &mut Dirt, tables: &mut Tables) -> Result<(), String> {
    if !exists(dir, "zip_prefix_geo") {
        dirt.count("zip_prefix_geo_missing", "no distances and no freight without it");
        return Ok(());
    }
    let places = &mut tables.places;
    let columns = ["zip_code_prefix", "lat_mean", "lng_mean", "state"];
    let rows = each_row(dir, "zip_prefix_geo", columns, dirt, |[zip, lat, lon, state], dirt| {
        match (micro(lat), micro(lon)) {
            (Some(lat_micro), Some(lon_micro)) => {
                let point = GeoPoint { lat_micro, lon_micro };
                places.insert(zip.to_owned(), PlaceRow { point, state: state.to_owned() });
            }
            _ => dirt.count("places_unreadable_position", zip),
        }
    })?;
    tables.rows.insert("zip_prefix_geo", rows);
    Ok(())
}

/// Local Brazilian time without a zone, taken as UTC; empty means that it did not happen.
fn timestamp(text: &str, order: &str, dirt: &mut Dirt) -> Option<Instant> {
    if text.is_empty() {
        return None;
    }
    let read = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok();
    dirt.count_if(read.is_none(), "orders_unreadable_timestamp", order);
    read.map(|time| time.and_utc())
}

fn amount(text: &str) -> Option<Money> {
    Money::parse(text, CURRENCY).ok().filter(|money| !money.is_negative())
}

/// A whole number, also where a program has written it as `700.0`.
fn whole(text: &str) -> Option<u32> {
    text.parse::<Decimal>().ok()?.to_u32()
}

fn micro(text: &str) -> Option<i32> {
    (text.parse::<Decimal>().ok()?.checked_mul(Decimal::from(1_000_000))?).round().to_i32()
}

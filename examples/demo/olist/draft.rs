//! From a row to an order as a channel would send it.

use oms_core::allocation::AllocationAssignment;
use oms_core::order::{LineUnits, OrderDraft, OrderDraftLine, PaymentTerms};
use oms_core::value::{
    Address, ChannelId, ChannelOrderId, CountryCode, Currency, CustomerId, FieldName, FieldValue, Fields,
    Instant, LineId, Money, Quantity, RegionCode, SkuId, Text,
};

use super::Dirt;
use super::history::line_units;
use super::network::{Network, UNKNOWN, node_id, seller_state};
use super::tables::{CustomerRow, ItemRow, OrderRow, Tables};
use crate::compare::{CaseLine, CaseOrder};

/// What the publisher of the data left out, so that nobody can be found.
const WITHHELD: &str = "withheld by the publisher";

/// An order's draft, and each line's unit at its warehouse with the seller who packs it.
pub(super) struct Made {
    pub(super) draft: OrderDraft,
    pub(super) units: Vec<(LineUnits, String)>,
}

/// The draft of a row; `None`, counted, where the row names no time or no id.
pub(super) fn make(row: &OrderRow, tables: &Tables, network: &Network, dirt: &mut Dirt) -> Option<Made> {
    let Some(placed_at) = row.purchased else {
        dirt.count("orders_without_purchase_timestamp", &row.id);
        return None;
    };
    dirt.count_if(row.estimated.is_none(), "orders_without_estimated_date", &row.id);
    let mut lines = Vec::with_capacity(row.items.len());
    let mut units = Vec::with_capacity(row.items.len());
    for item in &row.items {
        let state = seller_state(tables, &item.seller);
        let made = line(item, state).zip(node_id(state));
        let Some((line, node)) = made else {
            dirt.count("items_unusable_id", &row.id);
            continue;
        };
        units.push((line_units(&line.id, &node), item.seller.clone()));
        lines.push(line);
    }
    let due: i64 = row.items.iter().map(|item| item.price.minor() + item.freight.minor()).sum();
    let paid: i64 = row.payments.iter().map(|payment| payment.amount.minor()).sum();
    let shipping: i64 = row.items.iter().map(|item| item.freight.minor()).sum();
    let customer = tables.customers.get(&row.customer);
    dirt.count_if(customer.is_none(), "orders_of_unknown_customer", &row.id);
    let draft = OrderDraft {
        fulfilment: None,
        channel: ChannelId::new("olist").ok()?,
        shop: None,
        channel_order_id: ChannelOrderId::new(&row.id).ok()?,
        placed_at,
        currency: Currency::BRL,
        customer: customer.and_then(|customer| CustomerId::new(&customer.person).ok()),
        ship_to: address(customer, tables, network, dirt)?,
        class: 0,
        // What was shipped without being paid in full was sold on some other terms.
        terms: if paid < due { PaymentTerms::Invoice } else { PaymentTerms::Prepaid },
        promise_by: row.estimated,
        remark: Text::default(),
        lines,
        shipping: Some(Money::from_minor(shipping, Currency::BRL)),
        discount: None,
        stated_total: None,
        fields: Fields::from([field("channelStatus", text(&row.status))?]),
    };
    Some(Made { draft, units })
}

/// The same order for the strategies, handed over at an instant.
pub(super) fn case_order(at: Instant, made: &Made) -> CaseOrder {
    let lines = made.draft.lines.iter();
    let historic = made.units.iter().map(|(units, _)| AllocationAssignment {
        line: units.line.clone(),
        node: units.node.clone(),
        quantity: units.quantity,
    });
    CaseOrder {
        at,
        promise_by: made.draft.promise_by,
        ship_to: made.draft.ship_to.clone(),
        lines: lines
            .map(|line| CaseLine { id: line.id.clone(), sku: line.sku.clone(), quantity: line.quantity })
            .collect(),
        historic: historic.collect(),
    }
}

fn line(item: &ItemRow, state: &str) -> Option<OrderDraftLine> {
    let mut fields = Fields::from([
        field("sellerId", text(&item.seller))?,
        field("freight", FieldValue::Decimal(item.freight.amount()))?,
    ]);
    if state != UNKNOWN {
        fields.extend([field("sellerState", text(state))?]);
    }
    Some(OrderDraftLine {
        id: LineId::new(&item.number).ok()?,
        sku: SkuId::new(&item.product).ok()?,
        name: Text::default(),
        quantity: Quantity::new(1),
        unit_price: item.price,
        discount: None,
        tax: None,
        chosen: Vec::new(),
        fields,
    })
}

fn address(
    customer: Option<&CustomerRow>,
    tables: &Tables,
    network: &Network,
    dirt: &mut Dirt,
) -> Option<Address> {
    let mut address = Address::new(CountryCode::new("BR")?);
    dirt.count("addresses_withheld_by_publisher", "name and street of every buyer");
    address.name = Text::new(WITHHELD).unwrap_or_default();
    address.lines = vec![address.name.clone()];
    let Some(customer) = customer else { return Some(address) };
    address.region = RegionCode::new(&customer.state).ok();
    address.city = Text::new(&customer.city).unwrap_or_default();
    address.postal_code = Text::new(&customer.zip).unwrap_or_default();
    let place = tables.places.get(&customer.zip);
    if place.is_none() && !tables.places.is_empty() {
        dirt.count("customer_zip_not_in_zip_prefix_geo", &customer.zip);
    }
    address.location = place.map(|place| place.point).or(network.middles.get(&customer.state).copied());
    Some(address)
}

fn field(name: &str, value: FieldValue) -> Option<(FieldName, FieldValue)> {
    Some((FieldName::new(name).ok()?, value))
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(Text::new(text).unwrap_or_default())
}

//! What happened to each order, as commands in the order in which they are legal, at the times that the tables
//! record.

use std::collections::{BTreeMap, BTreeSet};

use oms_core::carrier::CarrierStrategy;
use oms_core::engine::{
    Action, ApproveOrder, AssignOrder, CancelOrder, CarrierPick, ChooseCarrier, NamedCarrier, PlaceOrder,
    RecordPayment, RecordTracking, ReleaseHold, ReleaseOrder, ReviewOrder, ShipOrder,
};
use oms_core::order::{LineUnits, OrderDraft, OrderPayment, PaymentKind};
use oms_core::shipment::{ParcelDraft, ParcelEvents, TrackingEvent, TrackingStatus};
use oms_core::value::{
    CarrierId, HoldId, Instant, LineQuantity, NodeId, OrderId, ParcelId, PaymentId, Quantity, ServiceId,
    ShipmentId, Text,
};

use super::Dirt;
use super::rates::{CARRIER, SERVICE};
use super::tables::OrderRow;

/// One command of an order's history.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// Where it stands among all: its own time, or that of the step before it if that is later.
    pub(super) turn: Instant,
    /// The time that the tables record.
    pub(super) at: Instant,
    pub(super) action: Action,
}

/// Steps of one order in the order in which they are legal.
struct Chain {
    turn: Instant,
    steps: Vec<Step>,
}

impl Chain {
    fn add(&mut self, at: Instant, action: Action) {
        self.turn = self.turn.max(at);
        self.steps.push(Step { turn: self.turn, at, action });
    }
}

/// The history of one order, whose draft is made already; `units` says which warehouse ships which line,
/// `placed` which warehouses have a position.
pub(super) fn steps(
    row: &OrderRow,
    draft: OrderDraft,
    units: &[(LineUnits, String)],
    placed: &BTreeSet<NodeId>,
    dirt: &mut Dirt,
) -> Vec<Step> {
    let Ok(order) = OrderId::new(&row.id) else { return vec![] };
    let purchased = draft.placed_at;
    let mut chain = Chain { turn: purchased, steps: vec![] };
    let to = &draft.ship_to;
    let known_place = to.location.is_some();
    let complete = to.region.is_some() && !to.city.is_blank() && !to.postal_code.is_blank();
    chain.add(purchased, Action::PlaceOrder(PlaceOrder { order: order.clone(), draft }));
    let paid_at = row.approved.unwrap_or(purchased);
    for payment in payments(row, paid_at) {
        chain.add(paid_at, Action::RecordPayment(RecordPayment { order: order.clone(), payment }));
    }
    count_contradictions(row, dirt);
    if units.is_empty() {
        return chain.steps;
    }
    if let Some(at) = row.approved.or(row.carrier).or(row.delivered) {
        chain.add(at, Action::ReviewOrder(ReviewOrder { order: order.clone() }));
        if !complete {
            // Review cannot know that the parcel will arrive all the same; somebody let it pass.
            dirt.count("addresses_incomplete", &row.id);
            if let Ok(hold) = HoldId::new("rule:incorrect_address") {
                chain.add(at, Action::ReleaseHold(ReleaseHold { order: order.clone(), hold }));
            }
            chain.add(at, Action::ApproveOrder(ApproveOrder { order: order.clone() }));
        }
    }
    let left = row.carrier.or(row.delivered);
    match left {
        Some(at) => {
            let plain: Vec<LineUnits> = units.iter().map(|(units, _)| units.clone()).collect();
            chain.add(at, Action::AssignOrder(AssignOrder { order: order.clone(), units: plain }));
            chain.add(at, Action::ReleaseOrder(ReleaseOrder { order: order.clone(), units: vec![] }));
            for (shipment, node, parcels) in shipments(row, units) {
                let carrier = carrier(known_place && placed.contains(&node));
                let ids: Vec<ParcelId> = parcels.iter().map(|parcel| parcel.id.clone()).collect();
                let (order, lines) = (order.clone(), vec![]);
                let ship = ShipOrder { order, shipment: shipment.clone(), node, carrier, lines, parcels };
                chain.add(at, Action::ShipOrder(ship));
                if let Some(delivered) = row.delivered {
                    let parcels = ids.into_iter().map(|parcel| scans(parcel, at, delivered)).collect();
                    chain.add(delivered, Action::RecordTracking(RecordTracking { shipment, parcels }));
                }
            }
        }
        None if matches!(row.status.as_str(), "canceled" | "unavailable") => {
            // The tables do not say when: at the last time that they do know.
            let at = row.approved.unwrap_or(purchased);
            let reason = Text::new(&row.status).unwrap_or_default();
            chain.add(at, Action::CancelOrder(CancelOrder { order, lines: vec![], reason }));
        }
        None => {}
    }
    chain.steps
}

/// Where the tables contradict themselves, by the words of the data's own notes.
fn count_contradictions(row: &OrderRow, dirt: &mut Dirt) {
    let id = row.id.as_str();
    let (delivered, cancelled) = (row.status == "delivered", row.status == "canceled");
    let before = |a: Option<Instant>, b: Option<Instant>| a.zip(b).is_some_and(|(a, b)| a < b);
    dirt.count_if(delivered && row.delivered.is_none(), "delivered_without_delivery_timestamp", id);
    dirt.count_if(delivered && row.carrier.is_none(), "delivered_without_carrier_timestamp", id);
    dirt.count_if(delivered && row.approved.is_none(), "delivered_without_approved_timestamp", id);
    dirt.count_if(cancelled && row.delivered.is_some(), "canceled_with_delivery_timestamp", id);
    dirt.count_if(cancelled && row.carrier.is_some(), "canceled_with_carrier_timestamp", id);
    dirt.count_if(before(row.carrier, row.approved), "carrier_before_approved", id);
    dirt.count_if(before(row.delivered, row.carrier), "customer_before_carrier", id);
    dirt.count_if(before(row.approved, row.purchased), "approved_before_purchase", id);
    dirt.count_if(row.status == "shipped" && row.carrier.is_none(), "shipped_without_carrier_timestamp", id);
    let known =
        ["created", "approved", "invoiced", "processing", "shipped", "delivered", "canceled", "unavailable"];
    dirt.count_if(!known.contains(&row.status.as_str()), "orders_unknown_status", id);
    if row.items.is_empty() {
        dirt.count("orders_without_items", id);
        dirt.count_if(row.carrier.or(row.delivered).is_some(), "shipped_without_items", id);
    }
    let due: i64 = row.items.iter().map(|item| item.price.minor() + item.freight.minor()).sum();
    let paid: i64 = row.payments.iter().map(|payment| payment.amount.minor()).sum();
    dirt.count_if(row.payments.is_empty(), "orders_without_payment", id);
    if !row.items.is_empty() && !row.payments.is_empty() {
        dirt.count_if(paid < due, "payments_less_than_total", id);
        dirt.count_if(paid > due, "payments_more_than_total", id);
    }
}

fn payments(row: &OrderRow, at: Instant) -> Vec<OrderPayment> {
    let payment = |payment: &super::tables::PaymentRow| {
        Some(OrderPayment {
            id: PaymentId::new(format!("{}-{}", row.id, payment.number)).ok()?,
            kind: PaymentKind::Captured,
            method: Text::new(&payment.method).unwrap_or_default(),
            amount: payment.amount,
            instalments: payment.instalments,
            at,
        })
    };
    row.payments.iter().filter_map(payment).collect()
}

fn carrier(known_place: bool) -> CarrierPick {
    let named = CarrierId::new(CARRIER).ok().zip(ServiceId::new(SERVICE).ok());
    match named {
        // Without a position there is no zone, and history shipped it all the same.
        Some((carrier, service)) if !known_place => {
            CarrierPick::Named(NamedCarrier { carrier, service, freight: None })
        }
        _ => CarrierPick::Choose(ChooseCarrier { strategy: CarrierStrategy::Cheapest, shipment: None }),
    }
}

/// One shipment per warehouse, in it one parcel per seller.
fn shipments(row: &OrderRow, units: &[(LineUnits, String)]) -> Vec<(ShipmentId, NodeId, Vec<ParcelDraft>)> {
    let mut nodes: BTreeMap<&NodeId, BTreeMap<&str, Vec<LineQuantity>>> = BTreeMap::new();
    for (unit, seller) in units {
        let named = LineQuantity { line: unit.line.clone(), quantity: unit.quantity };
        nodes.entry(&unit.node).or_default().entry(seller).or_default().push(named);
    }
    let shipment = |(node, sellers): (&NodeId, BTreeMap<&str, Vec<LineQuantity>>)| {
        let id = ShipmentId::new(format!("{}-{node}", row.id)).ok()?;
        let parcels = (1..).zip(sellers.into_values()).filter_map(|(number, lines): (u32, _)| {
            let id = ParcelId::new(number.to_string()).ok()?;
            Some(ParcelDraft { id, tracking_number: None, weight: None, lines })
        });
        Some((id, node.clone(), parcels.collect()))
    };
    nodes.into_iter().filter_map(shipment).collect()
}

/// The scans that the tables imply. A hand-over after the delivery would only be noted as an anomaly; it is left out.
fn scans(parcel: ParcelId, handed_over: Instant, delivered: Instant) -> ParcelEvents {
    let mut events = vec![TrackingEvent::new(delivered, TrackingStatus::Delivered)];
    if handed_over <= delivered {
        events.insert(0, TrackingEvent::new(handed_over, TrackingStatus::PickedUp));
    }
    ParcelEvents { parcel, events }
}

/// A line's unit at its warehouse.
pub(super) fn line_units(line: &oms_core::value::LineId, node: &NodeId) -> LineUnits {
    LineUnits { line: line.clone(), node: node.clone(), quantity: Quantity::new(1) }
}

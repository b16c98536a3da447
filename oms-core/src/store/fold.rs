//! Folding journal entries into documents and cells. The engine's working copy, the in-memory store, replay and
//! audit all use this one function, so they cannot disagree.

use std::sync::Arc;

use super::{CellKey, ChannelOrderLink, Document, DocumentKey, Event, JournalEntry, StoredDocument};
use crate::carrier::Carriers;
use crate::network::Network;
use crate::order::{Order, OrderEvent};
use crate::shipment::Shipment;
use crate::stock::{CellDelta, Reservation, StockEvent};
use crate::supply::SupplyBook;
use crate::value::{TenantId, Version};

/// Something that entries can be folded into.
pub trait Fold {
    /// Takes a document out, if there is one.
    fn take(&mut self, key: &DocumentKey) -> Option<StoredDocument>;
    /// Puts a document in.
    fn put(&mut self, key: DocumentKey, stored: StoredDocument);
    /// Adds to a cell.
    fn add(&mut self, key: CellKey, delta: CellDelta);
}

/// Folds one entry. Cannot fail: a journal once written always loads.
pub fn fold(into: &mut impl Fold, entry: &JournalEntry) {
    let tenant = &entry.tenant;
    match &*entry.event {
        Event::Sku(event) => {
            let key = DocumentKey::sku(tenant, &event.sku.id);
            replace(into, key, Document::Sku(Arc::new(event.sku.clone())));
        }
        Event::Policy(event) => {
            replace(into, DocumentKey::policy(tenant), Document::Policy(Arc::new(event.policy.clone())));
        }
        Event::Node(event) => change(into, DocumentKey::network(tenant), |document| {
            let mut network = match document {
                Some(Document::Network(network)) => Arc::unwrap_or_clone(network),
                _ => Network::default(),
            };
            network.nodes.insert(event.node.id.clone(), event.node.clone());
            Some(Document::Network(Arc::new(network)))
        }),
        Event::Group(event) => change(into, DocumentKey::network(tenant), |document| {
            let mut network = match document {
                Some(Document::Network(network)) => Arc::unwrap_or_clone(network),
                _ => Network::default(),
            };
            network.groups.insert(event.group.id.clone(), event.group.clone());
            Some(Document::Network(Arc::new(network)))
        }),
        Event::CustomerUnits(event) => {
            let key = DocumentKey::customer_units(tenant, &event.units.customer, &event.units.sku);
            replace(into, key, Document::CustomerUnits(Arc::new(event.units.clone())));
        }
        Event::RateCard(event) => change(into, DocumentKey::carriers(tenant), |document| {
            let mut carriers = match document {
                Some(Document::Carriers(carriers)) => Arc::unwrap_or_clone(carriers),
                _ => Carriers::default(),
            };
            carriers.put(event.card.clone());
            Some(Document::Carriers(Arc::new(carriers)))
        }),
        Event::Order(record) => {
            if let OrderEvent::Placed(placed) = &record.event {
                link(into, tenant, &placed.order);
            }
            change(into, DocumentKey::order(tenant, &record.order), |document| {
                let order = match document {
                    Some(Document::Order(order)) => Some(Arc::unwrap_or_clone(order)),
                    _ => None,
                };
                let order = Order::evolve(order, &record.event, entry.at)?;
                Some(Document::Order(Arc::new(order)))
            });
        }
        Event::Shipment(record) => {
            change(into, DocumentKey::shipment(tenant, &record.shipment), |document| {
                let shipment = match document {
                    Some(Document::Shipment(shipment)) => Some(Arc::unwrap_or_clone(shipment)),
                    _ => None,
                };
                Some(Document::Shipment(Arc::new(Shipment::evolve(shipment, &record.event)?)))
            });
        }
        Event::Stock(record) => fold_stock(into, tenant, &record.event),
        Event::Supply(record) => {
            let (sku, node) = (&record.sku, &record.node);
            change(into, DocumentKey::supply(tenant, sku, node), |document| {
                let book = match document {
                    Some(Document::Supply(book)) => Some(Arc::unwrap_or_clone(book)),
                    _ => None,
                };
                Some(Document::Supply(Arc::new(SupplyBook::evolve(book, sku, node, &record.event))))
            });
        }
    }
}

fn fold_stock(into: &mut impl Fold, tenant: &TenantId, event: &StockEvent) {
    let reservation = match event {
        StockEvent::ReservationOpened(event) => Some(&event.reservation.id),
        StockEvent::ReservationExtended(event) => Some(&event.reservation),
        StockEvent::ReservationReleased(event) => Some(&event.reservation),
        StockEvent::ReservationCommitted(event) => Some(&event.reservation),
        StockEvent::ReservationMoved(event) => Some(&event.reservation),
        StockEvent::ReservationAdopted(event) => Some(&event.reservation),
        _ => None,
    };
    if let Some(id) = reservation {
        change(into, DocumentKey::reservation(tenant, id), |document| {
            let reservation = match document {
                Some(Document::Reservation(reservation)) => Some(Arc::unwrap_or_clone(reservation)),
                _ => None,
            };
            Some(Document::Reservation(Arc::new(Reservation::evolve(reservation, event)?)))
        });
    }
    for movement in event.movements() {
        let key = CellKey { tenant: tenant.clone(), sku: movement.sku, node: movement.node };
        into.add(key, movement.delta);
    }
}

fn link(into: &mut impl Fold, tenant: &TenantId, order: &Order) {
    let key =
        DocumentKey::channel_order(tenant, &order.channel, order.shop.as_ref(), &order.channel_order_id);
    let link = ChannelOrderLink { order: order.id.clone(), content: order.content.clone() };
    replace(into, key, Document::ChannelOrder(Arc::new(link)));
}

fn replace(into: &mut impl Fold, key: DocumentKey, document: Document) {
    change(into, key, |_| Some(document));
}

fn change(into: &mut impl Fold, key: DocumentKey, with: impl FnOnce(Option<Document>) -> Option<Document>) {
    let (version, document) = match into.take(&key) {
        Some(stored) => (stored.version, Some(stored.document)),
        None => (Version::default(), None),
    };
    if let Some(document) = with(document) {
        into.put(key, StoredDocument { version: version.next(), document });
    }
}

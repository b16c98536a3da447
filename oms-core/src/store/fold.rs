//! Folding journal entries into documents and cells. The engine's working copy, the in-memory store, replay and
//! audit all use this one function, so they cannot disagree.

use std::sync::Arc;

use super::packaging;
use super::published::{fold_channel_stock, fold_policy, fold_quota, fold_safety};
use super::work::{fold_capacity, fold_closure};
use super::{
    CellKey, ChannelOrderLink, CostRecord, CountRecord, CountedCell, Document, DocumentKey, Event,
    JournalEntry, LotRecord, OrderRecord, ReplenishRuleRecorded, ShipmentRecord, StoredDocument,
    SupplyRecord, TransferRecord, WatchRecord,
};
use crate::carrier::Carriers;
use crate::cost::{CostAway, CostBasis, CostBook, CostEntryKind, CostEvent, CostIssueKind, CostReceipt};
use crate::count::{Count, CountEvent};
use crate::lot::{LotBook, SerialUnit};
use crate::network::Network;
use crate::order::{Order, OrderEvent};
use crate::purchase::StockWatch;
use crate::replenish::ReplenishRules;
use crate::shipment::Shipment;
use crate::stock::{CellDelta, Reservation, StockEvent};
use crate::supply::SupplyBook;
use crate::transfer::Transfer;
use crate::value::{Instant, SkuId, TenantId, Text, Version};

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
        Event::Sourcing(event) => {
            replace(into, DocumentKey::sourcing(tenant), Document::Sourcing(Arc::clone(&event.sourcing)));
        }
        Event::Node(event) => fold_network(into, tenant, |network| {
            network.nodes.insert(event.node.id.clone(), event.node.clone());
        }),
        Event::NodeClosure(event) => fold_network(into, tenant, |network| fold_closure(network, event)),
        Event::Capacity(record) => fold_capacity(into, tenant, record),
        Event::Group(event) => fold_network(into, tenant, |network| {
            network.groups.insert(event.group.id.clone(), event.group.clone());
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
        Event::Box(event) => change(into, DocumentKey::packaging(tenant), |document| {
            packaging::folded(document, |packaging| packaging.put(event.carton.clone()))
        }),
        Event::PackConflicts(event) => change(into, DocumentKey::packaging(tenant), |document| {
            packaging::folded(document, |packaging| packaging.conflicts.clone_from(&event.conflicts))
        }),
        Event::Order(record) => fold_order(into, tenant, record, entry.at),
        Event::Shipment(record) => fold_shipment(into, tenant, record),
        Event::ReplenishRule(record) => fold_rule(into, tenant, record),
        Event::Watch(record) => fold_watch(into, tenant, record, entry.at),
        Event::Lot(record) => fold_lot(into, tenant, record),
        Event::Stock(record) => fold_stock(into, tenant, &record.event),
        Event::Cost(record) => fold_cost(into, tenant, record),
        Event::Supply(record) => fold_supply(into, tenant, record),
        Event::PublicationPolicy(event) => fold_policy(into, tenant, event),
        Event::SafetyFactors(event) => fold_safety(into, tenant, event),
        Event::ChannelStock(record) => fold_channel_stock(into, tenant, &record.event),
        Event::Quota(record) => fold_quota(into, tenant, record),
        Event::Transfer(record) => fold_transfer(into, tenant, record, entry.at),
        Event::Count(record) => fold_count(into, tenant, record, entry.at),
    }
}

fn fold_network(into: &mut impl Fold, tenant: &TenantId, put: impl FnOnce(&mut Network)) {
    change(into, DocumentKey::network(tenant), |document| {
        let mut network = match document {
            Some(Document::Network(network)) => Arc::unwrap_or_clone(network),
            _ => Network::default(),
        };
        put(&mut network);
        Some(Document::Network(Arc::new(network)))
    });
}

fn fold_order(into: &mut impl Fold, tenant: &TenantId, record: &OrderRecord, at: Instant) {
    if let OrderEvent::Placed(placed) = &record.event {
        link(into, tenant, &placed.order);
    }
    change(into, DocumentKey::order(tenant, &record.order), |document| {
        let order = match document {
            Some(Document::Order(order)) => Some(Arc::unwrap_or_clone(order)),
            _ => None,
        };
        let order = Order::evolve(order, &record.event, at)?;
        Some(Document::Order(Arc::new(order)))
    });
}

fn fold_shipment(into: &mut impl Fold, tenant: &TenantId, record: &ShipmentRecord) {
    change(into, DocumentKey::shipment(tenant, &record.shipment), |document| {
        let shipment = match document {
            Some(Document::Shipment(shipment)) => Some(Arc::unwrap_or_clone(shipment)),
            _ => None,
        };
        Some(Document::Shipment(Arc::new(Shipment::evolve(shipment, &record.event)?)))
    });
}

fn fold_rule(into: &mut impl Fold, tenant: &TenantId, record: &ReplenishRuleRecorded) {
    let sku = &record.rule.sku;
    change(into, DocumentKey::replenish_rules(tenant, sku), |document| {
        let mut rules = match document {
            Some(Document::ReplenishRules(rules)) => Arc::unwrap_or_clone(rules),
            _ => ReplenishRules::new(sku.clone()),
        };
        rules.put(record.rule.clone());
        Some(Document::ReplenishRules(Arc::new(rules)))
    });
}

fn fold_watch(into: &mut impl Fold, tenant: &TenantId, record: &WatchRecord, at: Instant) {
    change(into, DocumentKey::stock_watch(tenant, &record.sku), |document| {
        let watch = match document {
            Some(Document::StockWatch(watch)) => Some(Arc::unwrap_or_clone(watch)),
            _ => None,
        };
        let watch = StockWatch::evolve(watch, &record.sku, &record.event, at);
        Some(Document::StockWatch(Arc::new(watch)))
    });
}

fn fold_supply(into: &mut impl Fold, tenant: &TenantId, record: &SupplyRecord) {
    let (sku, node) = (&record.sku, &record.node);
    change(into, DocumentKey::supply(tenant, sku, node), |document| {
        let book = match document {
            Some(Document::Supply(book)) => Some(Arc::unwrap_or_clone(book)),
            _ => None,
        };
        Some(Document::Supply(Arc::new(SupplyBook::evolve(book, sku, node, &record.event))))
    });
}

fn fold_transfer(into: &mut impl Fold, tenant: &TenantId, record: &TransferRecord, at: Instant) {
    change(into, DocumentKey::transfer(tenant, &record.transfer), |document| {
        let transfer = match document {
            Some(Document::Transfer(transfer)) => Some(Arc::unwrap_or_clone(transfer)),
            _ => None,
        };
        let transfer = Transfer::evolve(transfer, &record.event, at)?;
        Some(Document::Transfer(Arc::new(transfer)))
    });
}

/// The count itself, and at each of its cells that it goes on or has ended.
fn fold_count(into: &mut impl Fold, tenant: &TenantId, record: &CountRecord, at: Instant) {
    let mut folded = None;
    change(into, DocumentKey::count(tenant, &record.count), |document| {
        let count = match document {
            Some(Document::Count(count)) => Some(Arc::unwrap_or_clone(count)),
            _ => None,
        };
        folded = Count::evolve(count, &record.event, at).map(Arc::new);
        folded.clone().map(Document::Count)
    });
    let Some(count) = folded.filter(|_| !matches!(record.event, CountEvent::Recorded(_))) else { return };
    for line in &count.lines {
        change(into, DocumentKey::counted_cell(tenant, &line.book.sku, &count.node), |document| {
            let mut cell = match document {
                Some(Document::CountedCell(cell)) => Arc::unwrap_or_clone(cell),
                _ => CountedCell::default(),
            };
            cell.open = matches!(record.event, CountEvent::Started(_)).then(|| record.count.clone());
            if matches!(record.event, CountEvent::Posted(_)) {
                cell.counted_at = Some(at);
            }
            Some(Document::CountedCell(Arc::new(cell)))
        });
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

fn fold_lot(into: &mut impl Fold, tenant: &TenantId, record: &LotRecord) {
    change(into, DocumentKey::lots(tenant, &record.sku, &record.node), |document| {
        let mut book = match document {
            Some(Document::Lots(book)) => Arc::unwrap_or_clone(book),
            _ => LotBook::new(record.sku.clone(), record.node.clone()),
        };
        book.evolve(&record.event);
        Some(Document::Lots(Arc::new(book)))
    });
    for serial in record.event.serials() {
        change(into, DocumentKey::serial(tenant, serial), |document| {
            let unit = match document {
                Some(Document::Serial(unit)) => Some(Arc::unwrap_or_clone(unit)),
                _ => None,
            };
            let unit = SerialUnit::evolve(unit, serial, &record.sku, &record.event)?;
            Some(Document::Serial(Arc::new(unit)))
        });
    }
}
fn fold_cost(into: &mut impl Fold, tenant: &TenantId, record: &CostRecord) {
    let (sku, node) = (&record.sku, &record.node);
    change(into, DocumentKey::costs(tenant, sku, node), |document| {
        let book = match document {
            Some(Document::Costs(book)) => Some(Arc::unwrap_or_clone(book)),
            _ => None,
        };
        Some(Document::Costs(Arc::new(CostBook::evolve(book, &record.event)?)))
    });
    match &record.event {
        CostEvent::Entered(entered) if CostReceipt::is_named_by(entered) => {
            change(into, DocumentKey::cost_receipt(tenant, &entered.reference), |document| {
                let receipt = match document {
                    Some(Document::CostReceipt(receipt)) => Some(Arc::unwrap_or_clone(receipt)),
                    _ => None,
                };
                let receipt = CostReceipt::evolve(receipt, sku, node, entered)?;
                Some(Document::CostReceipt(Arc::new(receipt)))
            });
        }
        CostEvent::Entered(entered) if entered.basis == CostBasis::Layer => {
            let Some(key) = entered.kind.away(tenant, &entered.reference, sku) else { return };
            change(into, key, |document| match document {
                Some(Document::CostAway(away)) => {
                    Some(Document::CostAway(Arc::new(Arc::unwrap_or_clone(away).came(entered))))
                }
                other => other,
            });
        }
        CostEvent::Issued(issued) => {
            let Some(key) = issued.kind.away(tenant, &issued.reference, sku) else { return };
            change(into, key, |document| {
                let away = match document {
                    Some(Document::CostAway(away)) => Some(Arc::unwrap_or_clone(away)),
                    _ => None,
                };
                Some(Document::CostAway(Arc::new(CostAway::left(away, sku, node, issued))))
            });
        }
        _ => {}
    }
}

/// Where it is noted that units are away.
trait Away {
    fn away(self, tenant: &TenantId, reference: &Text, sku: &SkuId) -> Option<DocumentKey>;
}

impl Away for CostIssueKind {
    fn away(self, tenant: &TenantId, reference: &Text, sku: &SkuId) -> Option<DocumentKey> {
        let named = Some(reference.as_str()).filter(|_| !reference.is_blank())?;
        match self {
            Self::Sold => Some(DocumentKey::cost_sold(tenant, named, sku)),
            Self::Transferred => Some(DocumentKey::cost_moved(tenant, named, sku)),
            Self::WrittenOff => None,
        }
    }
}

impl Away for CostEntryKind {
    fn away(self, tenant: &TenantId, reference: &Text, sku: &SkuId) -> Option<DocumentKey> {
        match self {
            Self::Returned => CostIssueKind::Sold.away(tenant, reference, sku),
            Self::Transferred => CostIssueKind::Transferred.away(tenant, reference, sku),
            Self::Purchased | Self::Found => None,
        }
    }
}

fn link(into: &mut impl Fold, tenant: &TenantId, order: &Order) {
    let key =
        DocumentKey::channel_order(tenant, &order.channel, order.shop.as_ref(), &order.channel_order_id);
    let link = ChannelOrderLink { order: order.id.clone(), content: order.content.clone() };
    replace(into, key, Document::ChannelOrder(Arc::new(link)));
}

pub(super) fn replace(into: &mut impl Fold, key: DocumentKey, document: Document) {
    change(into, key, |_| Some(document));
}

pub(super) fn change(
    into: &mut impl Fold,
    key: DocumentKey,
    with: impl FnOnce(Option<Document>) -> Option<Document>,
) {
    let (version, document) = match into.take(&key) {
        Some(stored) => (stored.version, Some(stored.document)),
        None => (Version::default(), None),
    };
    if let Some(document) = with(document) {
        into.put(key, StoredDocument { version: version.next(), document });
    }
}

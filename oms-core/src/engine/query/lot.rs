//! Lots: what there is of them, where they went, and single units by their serial numbers.

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::error::Error;
use crate::lot::{Lot, LotBook, LotQuarantine, LotRecall, LotStatus, SerialUnit};
use crate::store::{Document, DocumentKey, DocumentKind, Keys, Scan, ScanDocuments, Store};
use crate::value::{
    Instant, LotId, NodeId, OrderId, Quantity, SerialNumber, ShipmentId, SkuId, TenantId, TrackingNumber,
};

const PAGE: u32 = 1000;

/// The lots of a SKU, by node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskLots"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskLots {
    /// Whose stock.
    pub tenant: TenantId,
    /// The SKU.
    pub sku: SkuId,
    /// When; what has expired by then is called so.
    pub at: Instant,
}

/// Where units of a lot are and where they went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskLotTrace"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskLotTrace {
    /// Whose stock.
    pub tenant: TenantId,
    /// The SKU.
    pub sku: SkuId,
    /// The lot, whoever owns its units.
    pub lot: LotId,
}

/// Single units by their serial numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskSerials"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskSerials {
    /// Whose.
    pub tenant: TenantId,
    /// The numbers.
    pub serials: Vec<SerialNumber>,
}

/// The lots of a SKU, by node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotsAnswer {
    /// The nodes that have, or had, lots of it.
    pub nodes: Vec<LotsAt>,
}

/// The lots of a SKU at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotsAt {
    /// The node.
    pub node: NodeId,
    /// Each lot, by lot and owner.
    pub lots: Vec<LotView>,
    /// The lots in quarantine, also those that have no units here.
    pub quarantines: Vec<LotQuarantine>,
}

/// A lot as it stands at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotView {
    /// The lot.
    pub lot: Lot,
    /// Where it stands.
    pub status: LotStatus,
    /// Whole days that remain, negative after the expiry; absent when it never expires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining_days: Option<i64>,
    /// Good units that no order has.
    pub free: i64,
}

/// Where units of a lot are and where they went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotTraceAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotTraceAnswer {
    /// The nodes that have units of it, with the orders that they are set aside for.
    pub nodes: Vec<LotRecall>,
    /// The shipments that have units of it, by id.
    pub shipments: Vec<LotShipment>,
}

/// A shipment with units of a lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotShipment {
    /// The shipment.
    pub shipment: ShipmentId,
    /// The order.
    pub order: OrderId,
    /// The node it left.
    pub node: NodeId,
    /// When it left.
    pub shipped_at: Instant,
    /// How many units of the lot are in it.
    pub quantity: Quantity,
    /// The numbers of its parcels, as far as known.
    pub tracking_numbers: Vec<TrackingNumber>,
}

/// Single units by their serial numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SerialsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SerialsAnswer {
    /// The units known, by number.
    pub units: Vec<SerialUnit>,
}

impl<S: Store> Oms<S> {
    /// The lots of a SKU as they stand at an instant, by node.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn lots(&self, ask: &AskLots) -> Result<LotsAnswer, Error> {
        let (near, books) = self.lot_books(&ask.tenant, &ask.sku)?;
        let nodes = books.into_iter().map(|book| {
            let view = |lot: &Lot| LotView {
                lot: lot.clone(),
                status: book.status(lot, near, ask.at),
                remaining_days: lot.remaining_days(ask.at),
                free: lot.free(),
            };
            let lots = book.lots.iter().map(view).collect();
            LotsAt { node: book.node.clone(), lots, quarantines: book.quarantines.clone() }
        });
        Ok(LotsAnswer { nodes: nodes.collect() })
    }

    /// Where units of a lot are and in which shipments they left. `O(shipments)`, page by page.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn lot_trace(&self, ask: &AskLotTrace) -> Result<LotTraceAnswer, Error> {
        let (_, books) = self.lot_books(&ask.tenant, &ask.sku)?;
        let nodes = books.iter().map(|book| book.recall(&ask.lot));
        let nodes = nodes.filter(|found| found.on_hand > 0 || !found.orders.is_empty()).collect();
        let mut shipments = Vec::new();
        let mut after = None;
        loop {
            let (tenant, kind) = (Some(ask.tenant.clone()), Some(DocumentKind::Shipment));
            let scan = Scan::Documents(ScanDocuments { tenant, kind, after, limit: PAGE });
            let page = self.store().scan(&scan)?.documents;
            let full = page.len() == PAGE as usize;
            after = page.last().map(|entry| entry.key.clone());
            for entry in page {
                if let Document::Shipment(shipment) = &entry.stored.document {
                    shipments.extend(traced(shipment, &ask.sku, &ask.lot));
                }
            }
            if !full {
                return Ok(LotTraceAnswer { nodes, shipments });
            }
        }
    }

    /// Single units by their serial numbers; unknown ones are left out.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn serials(&self, ask: &AskSerials) -> Result<SerialsAnswer, Error> {
        let documents = ask.serials.iter().map(|serial| DocumentKey::serial(&ask.tenant, serial)).collect();
        let found = self.store().load(&Keys { documents, ..Keys::default() })?.documents;
        let units = found.into_iter().filter_map(|entry| match entry.stored.document {
            Document::Serial(unit) => Some(SerialUnit::clone(&unit)),
            _ => None,
        });
        Ok(SerialsAnswer { units: units.collect() })
    }

    /// From how many days on lots of a SKU are near their expiry, and its books, by node.
    fn lot_books(&self, tenant: &TenantId, sku: &SkuId) -> Result<(u32, Vec<LotBook>), Error> {
        let documents = [DocumentKey::network(tenant), DocumentKey::sku(tenant, sku)].into();
        let records = self.store().load(&Keys { documents, ..Keys::default() })?.documents;
        let mut near = 0;
        let mut keys = Keys::default();
        for entry in &records {
            match &entry.stored.document {
                Document::Sku(sku) => near = sku.lots.as_ref().map_or(0, |rule| rule.near_expiry_days),
                Document::Network(network) => {
                    let nodes = network.nodes.keys();
                    keys.documents.extend(nodes.map(|node| DocumentKey::lots(tenant, sku, node)));
                }
                _ => {}
            }
        }
        let found = self.store().load(&keys)?.documents;
        let books = found.into_iter().filter_map(|entry| match entry.stored.document {
            Document::Lots(book) => Some(LotBook::clone(&book)),
            _ => None,
        });
        Ok((near, books.collect()))
    }
}

fn traced(shipment: &crate::shipment::Shipment, sku: &SkuId, lot: &LotId) -> Option<LotShipment> {
    let units = shipment.units.iter().filter(|units| units.sku == *sku).flat_map(|units| &units.lots);
    let picks = units.filter(|pick| pick.lot == *lot);
    let quantity = picks.fold(0_u32, |sum, pick| sum.saturating_add(pick.quantity.units()));
    (quantity > 0).then(|| LotShipment {
        shipment: shipment.id.clone(),
        order: shipment.order.clone(),
        node: shipment.node.clone(),
        shipped_at: shipment.shipped_at,
        quantity: Quantity::new(quantity),
        tracking_numbers: shipment
            .parcels
            .iter()
            .filter_map(|parcel| parcel.tracking_number.clone())
            .collect(),
    })
}

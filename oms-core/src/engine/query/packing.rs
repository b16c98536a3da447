//! How an order, or one shipment of it, is packed into the boxes there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::catalog::Sku;
use crate::error::Error;
use crate::packing::{PackItem, PackPlan, PackRequest, PackShipping, Packaging, pack};
use crate::store::{Document, DocumentKey, Keys, Store};
use crate::value::{OrderId, Quantity, ShipmentId, SkuId, TenantId};

type Skus = BTreeMap<SkuId, Arc<Sku>>;

/// How an order, or one shipment of it, is packed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskPacking"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskPacking {
    /// Whose.
    pub tenant: TenantId,
    /// Which order.
    pub order: OrderId,
    /// Only what this shipment of the order has; all units that are not cancelled when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment: Option<ShipmentId>,
    /// What shipping a parcel costs; only boxes cost when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<PackShipping>,
    /// How many percent of its base a unit must rest on.
    #[serde(default = "most")]
    pub support_percent: u8,
    /// How long to search, 1 to 1000.
    #[serde(default = "one")]
    pub effort: u32,
}

const fn most() -> u8 {
    75
}

const fn one() -> u32 {
    1
}

/// How it is packed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PackingAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackingAnswer {
    /// What was to be packed, items by order line: what a check or a picture of the plan wants. Absent when there is no
    /// such order, or no such shipment of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<PackRequest>,
    /// The plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PackPlan>,
}

impl<S: Store> Oms<S> {
    /// Packs the units of an order, or of one shipment of it, into the tenant's boxes, by the SKUs' records.
    ///
    /// # Errors
    /// [`Error`] when the store fails, or what was asked makes no sense, such as a box in another currency than the
    /// order's.
    pub fn packing(&self, ask: &AskPacking) -> Result<PackingAnswer, Error> {
        let nothing = PackingAnswer { request: None, plan: None };
        let Some(order) = self.order(&ask.tenant, &ask.order)?.map(|view| view.order) else {
            return Ok(nothing);
        };
        let units: Vec<_> = match &ask.shipment {
            None => {
                let left = |line: &crate::order::OrderLine| {
                    line.ordered.units().saturating_sub(line.cancelled.units())
                };
                let lines = order.lines.iter();
                lines.map(|line| (line.id.clone(), line.sku.clone(), Quantity::new(left(line)))).collect()
            }
            Some(id) => {
                let shipment = self.shipment(&ask.tenant, id)?.filter(|shipment| shipment.order == ask.order);
                let Some(shipment) = shipment else { return Ok(nothing) };
                shipment.units.into_iter().map(|units| (units.line, units.sku, units.quantity)).collect()
            }
        };
        let skus: Vec<&SkuId> = units.iter().map(|(_, sku, _)| sku).collect();
        let (skus, packaging) = self.pack_records(&ask.tenant, &skus)?;
        let mut items: Vec<PackItem> = Vec::new();
        for (line, sku, quantity) in units {
            if let Some(known) = items.iter_mut().find(|item| item.id == line) {
                known.quantity = Quantity::new(known.quantity.units().saturating_add(quantity.units()));
                continue;
            }
            let sku = skus.get(&sku);
            items.push(PackItem {
                id: line,
                quantity,
                dimensions: sku.and_then(|sku| sku.dimensions),
                volume: None,
                weight: sku.map(|sku| sku.weight).unwrap_or_default(),
                rule: sku.and_then(|sku| sku.packing.clone()).unwrap_or_default(),
            });
        }
        let request = PackRequest {
            currency: order.currency,
            items,
            boxes: packaging.boxes.clone(),
            conflicts: packaging.conflicts.clone(),
            shipping: ask.shipping.clone(),
            support_percent: ask.support_percent,
            effort: ask.effort,
        };
        let plan = pack(&request)?;
        Ok(PackingAnswer { request: Some(request), plan: Some(plan) })
    }

    fn pack_records(&self, tenant: &TenantId, skus: &[&SkuId]) -> Result<(Skus, Arc<Packaging>), Error> {
        let documents = skus.iter().map(|sku| DocumentKey::sku(tenant, sku));
        let keys = Keys {
            documents: documents.chain([DocumentKey::packaging(tenant)]).collect(),
            ..Keys::default()
        };
        let (mut found, mut packaging) = (BTreeMap::new(), Arc::default());
        for entry in self.store().load(&keys)?.documents {
            match entry.stored.document {
                Document::Sku(sku) => {
                    found.insert(sku.id.clone(), sku);
                }
                Document::Packaging(known) => packaging = known,
                _ => {}
            }
        }
        Ok((found, packaging))
    }
}

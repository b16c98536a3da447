//! What the journal says of channels' stock, quotas and safety stock, and how it is folded.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::fold::{change, replace};
use super::{CellKey, Document, DocumentKey, Fold};
use crate::publish::{
    ChannelStock, ChannelStockEvent, PublicationPolicy, QuotaEvent, QuotaLedger, SafetyFactors,
};
use crate::stock::CellDelta;
use crate::value::{SkuId, TenantId};

/// A publication policy was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublicationPolicyRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicationPolicyRecorded {
    /// For which SKU; for all that have none of their own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// The policy.
    pub policy: PublicationPolicy,
}

/// The safety factors were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SafetyFactorsRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyFactorsRecorded {
    /// The factors; they replace all before.
    pub factors: SafetyFactors,
}

/// Something happened to what a channel is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChannelStockRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelStockRecord {
    /// What.
    pub event: ChannelStockEvent,
}

/// Something happened to the quotas of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaRecord {
    /// The SKU.
    pub sku: SkuId,
    /// What.
    pub event: QuotaEvent,
}

pub(super) fn fold_policy(into: &mut impl Fold, tenant: &TenantId, event: &PublicationPolicyRecorded) {
    let key = DocumentKey::publication_policy(tenant, event.sku.as_ref());
    replace(into, key, Document::PublicationPolicy(Arc::new(event.policy.clone())));
}

pub(super) fn fold_safety(into: &mut impl Fold, tenant: &TenantId, event: &SafetyFactorsRecorded) {
    let key = DocumentKey::safety_factors(tenant);
    replace(into, key, Document::SafetyFactors(Arc::new(event.factors.clone())));
}

pub(super) fn fold_channel_stock(into: &mut impl Fold, tenant: &TenantId, event: &ChannelStockEvent) {
    let (channel, sku) = event.of();
    change(into, DocumentKey::channel_stock(tenant, channel, sku), |document| {
        let known = match document {
            Some(Document::ChannelStock(known)) => Some(Arc::unwrap_or_clone(known)),
            _ => None,
        };
        Some(Document::ChannelStock(Arc::new(ChannelStock::evolve(known, event)?)))
    });
}

/// Ring-fenced units are held in their cells, so that nobody else can take them.
pub(super) fn fold_quota(into: &mut impl Fold, tenant: &TenantId, record: &QuotaRecord) {
    change(into, DocumentKey::quotas(tenant, &record.sku), |document| {
        let ledger = match document {
            Some(Document::Quotas(ledger)) => Arc::unwrap_or_clone(ledger),
            _ => QuotaLedger::new(record.sku.clone()),
        };
        Some(Document::Quotas(Arc::new(ledger.evolve(&record.event))))
    });
    for movement in record.event.movements() {
        let key = CellKey { tenant: tenant.clone(), sku: record.sku.clone(), node: movement.node };
        into.add(key, CellDelta { held: movement.held, ..CellDelta::default() });
    }
}

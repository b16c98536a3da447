//! The records that merchants keep, as a run sees them: SKUs, network, rates, policies, rules.

use std::sync::Arc;

use super::{Halt, View};
use crate::allocation::Sourcing;
use crate::carrier::Carriers;
use crate::catalog::Sku;
use crate::network::Network;
use crate::policy::Policy;
use crate::publish::{PublicationPolicy, SafetyFactors};
use crate::replenish::ReplenishRules;
use crate::store::{Document, DocumentKey};
use crate::value::{SkuId, TenantId};

impl View<'_> {
    pub(in crate::engine) fn sku(&mut self, tenant: &TenantId, id: &SkuId) -> Result<Option<Arc<Sku>>, Halt> {
        Ok(match self.document(DocumentKey::sku(tenant, id))? {
            Some(Document::Sku(sku)) => Some(sku),
            _ => None,
        })
    }

    pub(in crate::engine) fn network(&mut self, tenant: &TenantId) -> Result<Arc<Network>, Halt> {
        Ok(match self.document(DocumentKey::network(tenant))? {
            Some(Document::Network(network)) => network,
            _ => Arc::default(),
        })
    }

    pub(in crate::engine) fn carriers(&mut self, tenant: &TenantId) -> Result<Arc<Carriers>, Halt> {
        Ok(match self.document(DocumentKey::carriers(tenant))? {
            Some(Document::Carriers(carriers)) => carriers,
            _ => Arc::default(),
        })
    }

    pub(in crate::engine) fn policy(&mut self, tenant: &TenantId) -> Result<Arc<Policy>, Halt> {
        Ok(match self.document(DocumentKey::policy(tenant))? {
            Some(Document::Policy(policy)) => policy,
            _ => Arc::new(Policy::standard()),
        })
    }

    pub(in crate::engine) fn sourcing(&mut self, tenant: &TenantId) -> Result<Option<Arc<Sourcing>>, Halt> {
        Ok(match self.document(DocumentKey::sourcing(tenant))? {
            Some(Document::Sourcing(sourcing)) => Some(sourcing),
            _ => None,
        })
    }

    pub(in crate::engine) fn replenish_rules(
        &mut self,
        tenant: &TenantId,
        sku: &SkuId,
    ) -> Result<Option<Arc<ReplenishRules>>, Halt> {
        Ok(match self.document(DocumentKey::replenish_rules(tenant, sku))? {
            Some(Document::ReplenishRules(rules)) => Some(rules),
            _ => None,
        })
    }

    /// The publication policy of a SKU: its own or the general one; one without channels where there is neither.
    pub(in crate::engine) fn publication_policy(
        &mut self,
        tenant: &TenantId,
        sku: &SkuId,
    ) -> Result<Arc<PublicationPolicy>, Halt> {
        self.need([Some(sku), None].map(|sku| DocumentKey::publication_policy(tenant, sku)))?;
        for sku in [Some(sku), None] {
            let document = self.document(DocumentKey::publication_policy(tenant, sku))?;
            if let Some(Document::PublicationPolicy(policy)) = document {
                return Ok(policy);
            }
        }
        Ok(Arc::default())
    }

    pub(in crate::engine) fn safety_factors(
        &mut self,
        tenant: &TenantId,
    ) -> Result<Arc<SafetyFactors>, Halt> {
        Ok(match self.document(DocumentKey::safety_factors(tenant))? {
            Some(Document::SafetyFactors(factors)) => factors,
            _ => Arc::default(),
        })
    }
}

//! Commands to what channels are told, and to quotas.

use serde::{Deserialize, Serialize};

use crate::publish::{PoolRate, PublicationPolicy, QuotaGroup, QuotaPart, SafetyFactors};
use crate::stock::ReservedItem;
use crate::value::{ChannelId, Instant, NodeId, ReservationId, SkuId};

/// Write a publication policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutPublicationPolicy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutPublicationPolicy {
    /// For which SKU; for all that have none of their own when absent. A SKU's own replaces the general one whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// The policy.
    pub policy: PublicationPolicy,
}

/// Write the safety factors; they replace all before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutSafetyFactors"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutSafetyFactors {
    /// The factors.
    pub factors: SafetyFactors,
}

/// Compute what each channel is told of SKUs, and tell it where that is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublishStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishStock {
    /// The SKUs, each once.
    pub skus: Vec<SkuId>,
    /// How fast channels sell these SKUs, where better known than by the policy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<PoolRate>,
}

/// Note that a channel confirmed what it was told. What it has confirmed or passed before changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AcknowledgePublication"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AcknowledgePublication {
    /// The channel.
    pub channel: ChannelId,
    /// The SKU.
    pub sku: SkuId,
    /// The version confirmed.
    pub version: u64,
}

/// Ring-fence free units of a SKU for a channel or a group of its buyers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AllocateQuota"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocateQuota {
    /// The SKU.
    pub sku: SkuId,
    /// For whom, where and how many.
    pub part: QuotaPart,
}

/// Give ring-fenced units that are not sold to another group or node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReallocateQuota"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReallocateQuota {
    /// The SKU.
    pub sku: SkuId,
    /// Whose units, where and how many.
    pub from: QuotaPart,
    /// For whom.
    pub to_group: QuotaGroup,
    /// Where they are to lie; units of another node must be free there.
    pub to_node: NodeId,
}

/// Free ring-fenced units that are not sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "UnallocateQuota"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnallocateQuota {
    /// The SKU.
    pub sku: SkuId,
    /// Whose units, where and how many.
    pub part: QuotaPart,
}

/// Hold units for a buyer with a quota until an instant, all of them or none: ring-fenced ones of the buyer's group
/// first, then those of the groups above it, then free ones. Given up or run out, ring-fenced units return to their
/// quotas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReserveQuota"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReserveQuota {
    /// The new reservation.
    pub reservation: ReservationId,
    /// The buyer's group.
    pub group: QuotaGroup,
    /// What to hold.
    pub items: Vec<ReservedItem>,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

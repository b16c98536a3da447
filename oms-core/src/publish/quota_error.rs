//! Why a command to a quota is refused.

use thiserror::Error;

use super::QuotaGroup;
use crate::value::{NodeId, Problems, SkuId};

/// Why a command to a quota is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QuotaError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The quota has fewer units left.
    #[error("the quota of `{group}` at `{node}` has {remaining} of {wanted} units of `{sku}` left")]
    Insufficient {
        /// The SKU.
        sku: SkuId,
        /// Whose quota.
        group: QuotaGroup,
        /// Where.
        node: NodeId,
        /// Units wanted.
        wanted: i64,
        /// Units left.
        remaining: i64,
    },
    /// A quota would have more than 4,294,967,295 units.
    #[error("the quota of `{group}` at `{node}` would have too many units of `{sku}`")]
    TooLarge {
        /// The SKU.
        sku: SkuId,
        /// Whose quota.
        group: QuotaGroup,
        /// Where.
        node: NodeId,
    },
}

impl QuotaError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "quota.invalid",
            Self::Insufficient { .. } => "quota.insufficient",
            Self::TooLarge { .. } => "quota.too_large",
        }
    }
}

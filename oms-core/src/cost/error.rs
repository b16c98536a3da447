//! Why a command to a cost book is refused.

use thiserror::Error;

use crate::catalog::CostingMethod;
use crate::value::{LotId, NodeId, Problems, SkuId};

/// Why a command to a cost book is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CostError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The standard cost of the SKU is not known.
    #[error("`{sku}` at `{node}` has no standard cost; set it, or give the SKU's record a cost")]
    NoStandard {
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
    },
    /// The book is kept by a method that does not know the command.
    #[error("`{sku}` at `{node}` is costed by another method: {method:?}")]
    WrongMethod {
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
        /// How the book is kept.
        method: CostingMethod,
    },
    /// Fewer units of the lot are in the book than were named.
    #[error("lot `{lot}` of `{sku}` has {available} of {wanted} units")]
    LotShort {
        /// The SKU.
        sku: SkuId,
        /// The lot or serial number.
        lot: LotId,
        /// Units named.
        wanted: i64,
        /// Units there.
        available: i64,
    },
    /// More units have left than came, so the period has no average yet.
    #[error("`{sku}` at `{node}` has issued {units} units more than came; book their receipt first")]
    Short {
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
        /// How many units more.
        units: i64,
    },
    /// A figure would leave its range: 10¹² units, 10¹⁸ minor units of money.
    #[error("the value of `{sku}` at `{node}` would leave its range")]
    OutOfRange {
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
    },
}

impl CostError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "cost.invalid",
            Self::NoStandard { .. } => "cost.no_standard",
            Self::WrongMethod { .. } => "cost.wrong_method",
            Self::LotShort { .. } => "cost.lot_short",
            Self::Short { .. } => "cost.short",
            Self::OutOfRange { .. } => "cost.out_of_range",
        }
    }
}

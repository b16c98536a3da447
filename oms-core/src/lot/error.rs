//! Why a command to lots is refused.

use thiserror::Error;

use super::LotStatus;
use crate::value::{LotId, NodeId, OrderId, Problems, SerialNumber, SkuId};

/// Why a command to lots is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LotError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The lots have fewer units than wanted.
    #[error("the lots of `{sku}` at `{node}` have {available} of {wanted} units")]
    Insufficient {
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
        /// Units wanted.
        wanted: i64,
        /// Units that could be taken.
        available: i64,
    },
    /// There is no unit of the lot.
    #[error("there is no unit of lot `{lot}` of `{sku}` at `{node}`")]
    Unknown {
        /// The lot.
        lot: LotId,
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
    },
    /// The lot is known with other dates.
    #[error("lot `{lot}` of `{sku}` is known with other dates")]
    DatesDiffer {
        /// The lot.
        lot: LotId,
        /// The SKU.
        sku: SkuId,
    },
    /// Units of the lot are set aside, and may not leave.
    #[error("lot `{lot}` of `{sku}` must not leave: its status is {status}")]
    NotShippable {
        /// The lot.
        lot: LotId,
        /// The SKU.
        sku: SkuId,
        /// Where the lot stands.
        status: LotStatus,
    },
    /// The serial number is that of another SKU.
    #[error("serial number `{serial}` belongs to `{sku}`")]
    SerialOfOtherSku {
        /// The number.
        serial: SerialNumber,
        /// What it belongs to.
        sku: SkuId,
    },
    /// The unit with the serial number is out, or another order's.
    #[error("the unit with serial number `{serial}` went to order `{order}`")]
    SerialTaken {
        /// The number.
        serial: SerialNumber,
        /// The order.
        order: OrderId,
    },
    /// The unit with the serial number did not leave for the order.
    #[error("the unit with serial number `{serial}` did not leave for order `{order}`")]
    SerialNotShipped {
        /// The number.
        serial: SerialNumber,
        /// The order.
        order: OrderId,
    },
    /// Not every unit has its serial number, or there are more numbers than units.
    #[error("{captured} serial numbers were captured for {units} units of `{sku}`")]
    SerialsDiffer {
        /// The SKU.
        sku: SkuId,
        /// Units that are to leave, or that the order has at most.
        units: i64,
        /// Numbers captured.
        captured: i64,
    },
}

impl std::fmt::Display for LotStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Quarantine => "quarantine",
            Self::Expired => "expired",
            Self::NearExpiry => "near_expiry",
            Self::Released => "released",
        })
    }
}

impl LotError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "lot.invalid",
            Self::Insufficient { .. } => "lot.insufficient",
            Self::Unknown { .. } => "lot.unknown",
            Self::DatesDiffer { .. } => "lot.dates_differ",
            Self::NotShippable { .. } => "lot.not_shippable",
            Self::SerialOfOtherSku { .. } => "lot.serial_of_other_sku",
            Self::SerialTaken { .. } => "lot.serial_taken",
            Self::SerialNotShipped { .. } => "lot.serial_not_shipped",
            Self::SerialsDiffer { .. } => "lot.serials_differ",
        }
    }
}

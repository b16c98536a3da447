//! Why a command to the stock is refused.

use thiserror::Error;

use super::ReservationEnd;
use crate::value::{CustomerId, NodeId, Problems, ReservationId, SkuId};

/// A cell that has fewer units than wanted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StockShortage {
    /// The SKU.
    pub sku: SkuId,
    /// The node, where one was named.
    pub node: Option<NodeId>,
    /// Units wanted.
    pub wanted: i64,
    /// Units that could be taken.
    pub available: i64,
}

/// A customer who would have more of a SKU than one customer may.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CustomerShortage {
    /// The SKU.
    pub sku: SkuId,
    /// Units wanted.
    pub wanted: i64,
    /// Units that the customer may still have.
    pub left: i64,
}

/// Why a command to the stock is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StockError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// There are not enough units.
    #[error("{}", shortages(.0))]
    Insufficient(Vec<StockShortage>),
    /// The reservation's time ran out.
    #[error("reservation `{reservation}` has expired")]
    ReservationExpired {
        /// The reservation.
        reservation: ReservationId,
    },
    /// The reservation was committed or released.
    #[error("reservation `{reservation}` has ended")]
    ReservationEnded {
        /// The reservation.
        reservation: ReservationId,
        /// How.
        end: ReservationEnd,
    },
    /// The reservation id was used for other content.
    #[error("reservation `{reservation}` exists with other content")]
    ReservationReused {
        /// The reservation.
        reservation: ReservationId,
    },
    /// The reservation does not hold what is to be given up or moved.
    #[error("reservation `{reservation}` does not hold that{}", held(.short))]
    NotHeld {
        /// The reservation.
        reservation: ReservationId,
        /// What it holds less of; nothing where it holds nothing at all.
        short: Vec<StockShortage>,
    },
    /// The reservation belongs to another order or customer.
    #[error("reservation `{reservation}` belongs to another order or customer")]
    ReservationTaken {
        /// The reservation.
        reservation: ReservationId,
    },
    /// The reservation holds what the order's lines do not want.
    #[error("reservation `{reservation}` holds what the order does not want: {}", shortages(.surplus))]
    ReservationDiffers {
        /// The reservation.
        reservation: ReservationId,
        /// Wanted is what it holds, available what the order's lines still want.
        surplus: Vec<StockShortage>,
    },
    /// The reservation would hold units outside the group that it was made for.
    #[error("reservation `{reservation}` was made for a group that has not `{node}`")]
    OutsideGroup {
        /// The reservation.
        reservation: ReservationId,
        /// The node.
        node: NodeId,
    },
    /// The customer would have more than one customer may.
    #[error("customer `{customer}` may have {}", limits(.short))]
    CustomerLimit {
        /// The customer.
        customer: CustomerId,
        /// The SKUs, with how many are left.
        short: Vec<CustomerShortage>,
    },
    /// A bucket would leave its range of 0 to 10¹² units.
    #[error("the units of `{sku}` at `{node}` would leave the range 0 to 1000000000000")]
    OutOfRange {
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
    },
}

fn shortages(shortages: &[StockShortage]) -> String {
    let parts: Vec<String> = shortages
        .iter()
        .map(|short| {
            let node = short.node.as_ref().map(|node| format!(" at `{node}`")).unwrap_or_default();
            format!("`{}`{node} has {} of {} units", short.sku, short.available, short.wanted)
        })
        .collect();
    parts.join("; ")
}

fn held(short: &[StockShortage]) -> String {
    if short.is_empty() { String::new() } else { format!(": {}", shortages(short)) }
}

fn limits(short: &[CustomerShortage]) -> String {
    let part =
        |short: &CustomerShortage| format!("{} more of `{}`, not {}", short.left, short.sku, short.wanted);
    short.iter().map(part).collect::<Vec<_>>().join("; ")
}

impl StockError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "stock.invalid",
            Self::Insufficient(_) => "stock.insufficient",
            Self::ReservationExpired { .. } => "stock.reservation_expired",
            Self::ReservationEnded { .. } => "stock.reservation_ended",
            Self::ReservationReused { .. } => "stock.reservation_reused",
            Self::NotHeld { .. } => "stock.not_held",
            Self::ReservationTaken { .. } => "stock.reservation_taken",
            Self::ReservationDiffers { .. } => "stock.reservation_differs",
            Self::OutsideGroup { .. } => "stock.outside_group",
            Self::CustomerLimit { .. } => "stock.customer_limit",
            Self::OutOfRange { .. } => "stock.out_of_range",
        }
    }
}

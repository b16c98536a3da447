//! Why a command to the stock is refused.

use thiserror::Error;

use super::ReservationEnd;
use crate::value::{NodeId, Problems, ReservationId, SkuId};

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
            Self::OutOfRange { .. } => "stock.out_of_range",
        }
    }
}

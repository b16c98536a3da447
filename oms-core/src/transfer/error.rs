//! Why a command to a transfer is refused.

use thiserror::Error;

use super::{TransferCommandKind, TransferStatus};
use crate::value::{Problems, Quantity, SkuId};

/// Why a command to a transfer is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TransferError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The status does not allow it.
    #[error("a transfer that is {status} cannot {command}")]
    IllegalTransition {
        /// The transfer's status.
        status: TransferStatus,
        /// What was asked.
        command: TransferCommandKind,
    },
    /// More units were named than there are.
    #[error("{}", shortages(.0))]
    NotEnoughUnits(Vec<TransferShortage>),
}

/// A line that has fewer units than named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferShortage {
    /// The line's SKU.
    pub sku: SkuId,
    /// Units named.
    pub wanted: u64,
    /// Units there are.
    pub available: Quantity,
}

fn shortages(shortages: &[TransferShortage]) -> String {
    let text = |short: &TransferShortage| {
        format!("the line of `{}` has {} of {} units", short.sku, short.available, short.wanted)
    };
    shortages.iter().map(text).collect::<Vec<_>>().join("; ")
}

impl TransferError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "transfer.invalid",
            Self::IllegalTransition { .. } => "transfer.illegal_transition",
            Self::NotEnoughUnits(_) => "transfer.not_enough_units",
        }
    }
}

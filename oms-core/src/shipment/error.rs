//! Why a command to a shipment is refused.

use thiserror::Error;

use crate::value::Problems;

/// Why a command to a shipment is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ShipmentError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
}

impl ShipmentError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "shipment.invalid",
        }
    }
}

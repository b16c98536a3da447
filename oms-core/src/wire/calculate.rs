//! Decisions that need no engine: figures in, figures and reasons out.

use serde::{Deserialize, Serialize};

use super::{decode, encode};
use crate::error::Error;
use crate::promise::{PromiseAnswer, PromiseFigures, PromiseQuestion, PromiseStanding, promise, standings};
use crate::stock::{StockEvent, StockMovement};

/// A pure decision to be made over the figures given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Calculation {
    /// What an event does to which cell.
    Movements(MovementsOf),
    /// By when units can be promised.
    Promise(PromiseQuestion),
    /// How promises stand, and what to offer where they cannot be kept.
    PromiseStandings(StandingsOf),
}

/// The answer to a [`Calculation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Calculated {
    /// What the event does to which cell.
    Movements(MovementsAnswer),
    /// By when they can be promised.
    Promise(PromiseAnswer),
    /// How they stand.
    PromiseStandings(StandingsAnswer),
}

/// An event whose movements are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MovementsOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MovementsOf {
    /// The event.
    pub event: StockEvent,
}

/// What an event does to which cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MovementsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MovementsAnswer {
    /// One row per item.
    pub movements: Vec<StockMovement>,
}

/// Promises whose standing is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StandingsOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandingsOf {
    /// What there is, what is expected, and what is promised.
    pub figures: PromiseFigures,
}

/// How promises stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StandingsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandingsAnswer {
    /// By due date and id.
    pub standings: Vec<PromiseStanding>,
}

/// Makes a pure decision.
///
/// # Errors
/// [`Error`] when the figures make no sense; every problem is listed.
pub fn calculate(calculation: &Calculation) -> Result<Calculated, Error> {
    Ok(match calculation {
        Calculation::Movements(of) => {
            Calculated::Movements(MovementsAnswer { movements: of.event.movements() })
        }
        Calculation::Promise(question) => Calculated::Promise(promise(question)?),
        Calculation::PromiseStandings(of) => {
            let standings = standings(&of.figures).map_err(|error| error.under("/figures"))?;
            Calculated::PromiseStandings(StandingsAnswer { standings })
        }
    })
}

/// As [`calculate`], JSON in and JSON out.
///
/// ```
/// let asked = br#"{"type": "movements", "event": {"type": "received", "sku": "mug", "node": "berlin",
///     "quantity": 5, "reference": "", "condition": "quality_hold"}}"#;
/// let answer = oms_core::wire::calculate_json(asked)?;
/// assert!(String::from_utf8_lossy(&answer).contains(r#""delta":{"onHand":5,"held":0,"allocated":0,"qualityHold":5}"#));
/// # Ok::<(), oms_core::Error>(())
/// ```
///
/// # Errors
/// As [`calculate`]; [`Error::Input`] when the message is malformed.
pub fn calculate_json(calculation: &[u8]) -> Result<Vec<u8>, Error> {
    Ok(encode(&calculate(&decode::<Calculation>(calculation)?)?))
}

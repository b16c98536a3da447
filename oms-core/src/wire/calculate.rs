//! Decisions that need no engine: figures in, figures and reasons out.

use serde::{Deserialize, Serialize};

use super::{decode, encode};
use crate::error::Error;
use crate::promise::{PromiseAnswer, PromiseFigures, PromiseQuestion, PromiseStanding, promise, standings};
use crate::replenish::{
    DemandForecast, ForecastRequest, ReplenishDecision, ReplenishRequest, forecast, replenish,
};
use crate::stock::{StockEvent, StockMovement};

/// A pure decision to be made over the figures given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "calculations are few at a time and live shortly")]
pub enum Calculation {
    /// What demand to expect.
    Forecast(ForecastOf),
    /// What an event does to which cell.
    Movements(MovementsOf),
    /// By when units can be promised.
    Promise(PromiseQuestion),
    /// How promises stand, and what to offer where they cannot be kept.
    PromiseStandings(StandingsOf),
    /// What to buy.
    Replenish(ReplenishOf),
}

/// The answer to a [`Calculation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Calculated {
    /// What demand to expect.
    Forecast(ForecastAnswer),
    /// What the event does to which cell.
    Movements(MovementsAnswer),
    /// By when they can be promised.
    Promise(PromiseAnswer),
    /// How they stand.
    PromiseStandings(StandingsAnswer),
    /// What to buy.
    Replenish(ReplenishAnswer),
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

/// A past whose future is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ForecastOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastOf {
    /// The past, how far to look, and the methods to choose from.
    pub request: ForecastRequest,
}

/// What demand to expect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ForecastAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastAnswer {
    /// The forecast, and how the method was chosen.
    pub forecast: DemandForecast,
}

/// A rule and what there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishOf {
    /// The rule and what there is.
    pub request: ReplenishRequest,
}

/// What to buy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishAnswer {
    /// What to buy, with everything that it came from.
    pub decision: ReplenishDecision,
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
    let below = |error: Error| error.under("/request");
    Ok(match calculation {
        Calculation::Forecast(of) => {
            let forecast = forecast(&of.request).map_err(|error| below(error.into()))?;
            Calculated::Forecast(ForecastAnswer { forecast })
        }
        Calculation::Replenish(of) => {
            let decision = replenish(&of.request).map_err(|error| below(error.into()))?;
            Calculated::Replenish(ReplenishAnswer { decision })
        }
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

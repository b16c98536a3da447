//! Decisions that need no engine: figures in, figures and reasons out.

use serde::{Deserialize, Serialize};

use super::{decode, encode};
use crate::backorder::{
    BackorderPlan, BackorderRequest, BorrowPlan, BorrowRequest, ReceiptShare, ReceiptShareRequest,
    ReconfirmPlan, ReconfirmRequest, borrow_stock, grant_backorders, reconfirm, share_receipt,
};
use crate::catalog::{
    KitAvailability, KitAvailabilityRequest, KitCheck, KitCheckRequest, KitExplosion, KitExplosionRequest,
    check_kits, explode_kit, kit_availability,
};
use crate::error::Error;
use crate::promise::{PromiseAnswer, PromiseFigures, PromiseQuestion, PromiseStanding, promise, standings};
use crate::publish::{
    Publication, PublicationPolicy, PublicationPool, SafetyFactors, SafetyQuestion, SafetyStock, publish,
    safety_stock,
};
use crate::stock::{StockEvent, StockMovement};

/// A pure decision to be made over the figures given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Calculation {
    /// Who gets units that are short.
    Backorders(BackorderRequest),
    /// What an urgent line may borrow from later ones.
    Borrow(BorrowRequest),
    /// Whether all lines of all orders fit together.
    CheckKits(KitCheckRequest),
    /// What kits are made of, and what each part costs.
    ExplodeKit(KitExplosionRequest),
    /// How many of a kit can be sold.
    KitAvailability(KitAvailabilityRequest),
    /// What an event does to which cell.
    Movements(MovementsOf),
    /// By when units can be promised.
    Promise(PromiseQuestion),
    /// How promises stand, and what to offer where they cannot be kept.
    PromiseStandings(StandingsOf),
    /// What each channel is told of a SKU.
    Publish(PublishOf),
    /// How many units are withheld as safety stock.
    SafetyFactor(SafetyFactorOf),
    /// Which confirmations stand.
    Reconfirm(ReconfirmRequest),
    /// Who gets units that arrive.
    ShareReceipt(ReceiptShareRequest),
}

/// The answer to a [`Calculation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Calculated {
    /// Who gets how much.
    Backorders(BackorderPlan),
    /// From whom it may borrow.
    Borrow(BorrowPlan),
    /// Whether they fit, and what is short.
    CheckKits(KitCheck),
    /// What they are made of.
    ExplodeKit(KitExplosion),
    /// How many there are.
    KitAvailability(KitAvailability),
    /// What the event does to which cell.
    Movements(MovementsAnswer),
    /// By when they can be promised.
    Promise(PromiseAnswer),
    /// How they stand.
    PromiseStandings(StandingsAnswer),
    /// What each channel is told.
    Publish(PublishAnswer),
    /// How many units are withheld.
    SafetyFactor(SafetyFactorAnswer),
    /// Which confirmations stand.
    Reconfirm(ReconfirmPlan),
    /// Who gets how much.
    ShareReceipt(ReceiptShare),
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

/// A policy and the figures it is applied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublishOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishOf {
    /// The policy.
    pub policy: PublicationPolicy,
    /// The figures.
    pub pool: PublicationPool,
}

/// What each channel is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublishAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishAnswer {
    /// The figures with every step.
    pub publication: Publication,
}

/// Units of which some may have to be withheld, and the factors that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SafetyFactorOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyFactorOf {
    /// The factors.
    pub factors: SafetyFactors,
    /// The units.
    pub question: SafetyQuestion,
}

/// How many units are withheld.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SafetyFactorAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyFactorAnswer {
    /// The units withheld, and why.
    pub safety: SafetyStock,
}

/// Makes a pure decision.
///
/// # Errors
/// [`Error`] when the figures make no sense; every problem is listed.
pub fn calculate(calculation: &Calculation) -> Result<Calculated, Error> {
    Ok(match calculation {
        Calculation::Backorders(request) => {
            Calculated::Backorders(grant_backorders(request).map_err(Error::Input)?)
        }
        Calculation::Borrow(request) => Calculated::Borrow(borrow_stock(request).map_err(Error::Input)?),
        Calculation::CheckKits(request) => Calculated::CheckKits(check_kits(request).map_err(Error::Input)?),
        Calculation::ExplodeKit(request) => {
            Calculated::ExplodeKit(explode_kit(request).map_err(Error::Input)?)
        }
        Calculation::KitAvailability(request) => {
            Calculated::KitAvailability(kit_availability(request).map_err(Error::Input)?)
        }
        Calculation::Movements(of) => {
            Calculated::Movements(MovementsAnswer { movements: of.event.movements() })
        }
        Calculation::Promise(question) => Calculated::Promise(promise(question)?),
        Calculation::PromiseStandings(of) => {
            let standings = standings(&of.figures).map_err(|error| error.under("/figures"))?;
            Calculated::PromiseStandings(StandingsAnswer { standings })
        }
        Calculation::Publish(of) => {
            Calculated::Publish(PublishAnswer { publication: publish(&of.policy, &of.pool)? })
        }
        Calculation::SafetyFactor(of) => {
            let problems = of.factors.problems().under("/factors");
            if !problems.is_empty() {
                return Err(Error::Input(problems));
            }
            Calculated::SafetyFactor(SafetyFactorAnswer { safety: safety_stock(&of.factors, &of.question) })
        }
        Calculation::Reconfirm(request) => Calculated::Reconfirm(reconfirm(request).map_err(Error::Input)?),
        Calculation::ShareReceipt(request) => {
            Calculated::ShareReceipt(share_receipt(request).map_err(Error::Input)?)
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

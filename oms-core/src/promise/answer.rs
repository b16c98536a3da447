//! One question with its reasons.

use serde::{Deserialize, Serialize};

use super::option::options;
use super::{
    IgnoredSupply, PromiseError, PromiseFigures, PromiseOption, PromiseRow, PromiseSource, Timeline,
};
use crate::value::{Instant, Problems, Quantity, ReceiptId, ReservationId};

/// By when can so many units be promised?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseQuestion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseQuestion {
    /// What there is.
    pub figures: PromiseFigures,
    /// How many units are wanted.
    pub quantity: Quantity,
    /// The date wanted, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// The promise that is made anew, which does not count against itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<ReservationId>,
    /// Where else units could come from, if they are short.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<PromiseSource>,
}

/// What stands behind a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum PromiseBacking {
    /// Units that are there.
    Stock(BackedByStock),
    /// Receipts.
    Receipts(BackedByReceipts),
    /// The lead time after which any number can be had.
    LeadTime(BackedByLeadTime),
}

/// Units that are there stand behind a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackedByStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackedByStock {}

/// Receipts stand behind a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackedByReceipts"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackedByReceipts {
    /// The receipts whose units become available on that date.
    pub receipts: Vec<ReceiptId>,
}

/// The lead time stands behind a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackedByLeadTime"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackedByLeadTime {
    /// How many days.
    pub days: u16,
}

/// Some of the units, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromisePart {
    /// When.
    pub at: Instant,
    /// How many units.
    pub quantity: Quantity,
    /// What makes it possible.
    pub backing: PromiseBacking,
}

/// By when so many units can be promised, and why not earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseAnswer {
    /// How many units were asked for.
    pub quantity: Quantity,
    /// What is free now.
    pub free: i64,
    /// The first date for all of them together; absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Instant>,
    /// What makes that date possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backing: Option<PromiseBacking>,
    /// Whether all of them can be promised for the date wanted; absent where none was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_time: Option<bool>,
    /// As many as possible as soon as possible, then more with each date that allows more.
    pub parts: Vec<PromisePart>,
    /// How many units no date allows.
    pub missing: Quantity,
    /// From when on any number can be had, if ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlimited_from: Option<Instant>,
    /// The timeline that the dates follow from.
    pub rows: Vec<PromiseRow>,
    /// What was left out of the timeline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<IgnoredSupply>,
    /// Where the units that are short could come from, soonest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<PromiseOption>,
}

/// Answers a question: the first date, the split, the timeline behind both, and, where units are short for the date
/// wanted (or at all, where none is), other places that they could come from.
///
/// # Errors
/// [`PromiseError::Invalid`] when the figures make no sense or nothing is asked for.
pub fn promise(question: &PromiseQuestion) -> Result<PromiseAnswer, PromiseError> {
    if question.quantity.is_zero() {
        let mut problems = Problems::new();
        problems.add("input.out_of_range", "/quantity", "ask for at least one unit");
        problems.extend(question.figures.problems().under("/figures"));
        return Err(PromiseError::Invalid(problems));
    }
    let figures = &question.figures;
    let timeline = Timeline::new(figures, question.own.as_ref()).map_err(|error| error.under("/figures"))?;
    let quantity = question.quantity;
    let parts = timeline.split(quantity);
    let promised = parts.iter().fold(0_u32, |sum, part| sum.saturating_add(part.quantity.units()));
    let missing = quantity.saturating_sub(Quantity::new(promised));
    let in_time = question.due.map(|due| timeline.is_feasible(quantity, due));
    let short = match question.due {
        Some(due) if timeline.is_feasible(quantity, due) => Quantity::ZERO,
        Some(due) => {
            let there = Quantity::try_from(timeline.promiseable(due)).unwrap_or(quantity);
            quantity.saturating_sub(there)
        }
        None => missing,
    };
    Ok(PromiseAnswer {
        quantity,
        free: figures.free,
        earliest: timeline.earliest(quantity),
        backing: timeline.backing(quantity),
        in_time,
        parts,
        missing,
        unlimited_from: timeline.unlimited_from(),
        rows: timeline.rows().to_vec(),
        ignored: timeline.ignored().to_vec(),
        options: options(figures, &question.sources, short)?,
    })
}

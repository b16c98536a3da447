//! Why a line that waited got what it got.

use serde::{Deserialize, Serialize};

use crate::value::{LineId, OrderId, Quantity, SkuId};

/// Why a line got what it got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BackorderReason {
    /// All its units were there when its turn came.
    InFull(BackorderInFull),
    /// Fewer units were there when its turn came.
    Partly(BackorderPartly),
    /// No unit was there when its turn came.
    NothingLeft(BackorderNothingLeft),
    /// A line before it takes all its units or none and did not fit.
    Behind(BackorderBehind),
    /// It got its share of what there was.
    Share(BackorderShare),
    /// Its order could not be served whole.
    Incomplete(BackorderIncomplete),
    /// Other lines were worth more.
    Outweighed(BackorderOutweighed),
    /// It fitted into what the lines worth most had left.
    Left(BackorderLeft),
}

/// All its units were there when its turn came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderInFull"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderInFull {}

/// Fewer units were there when its turn came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderPartly"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderPartly {
    /// Units that were there.
    pub available: Quantity,
}

/// No unit was there when its turn came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderNothingLeft"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderNothingLeft {}

/// A line before it takes all its units or none and did not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderBehind"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderBehind {
    /// That line's order; the line's own when it is the one that does not fit.
    pub order: OrderId,
    /// That line.
    pub line: LineId,
    /// Units that it lacks.
    pub short: Quantity,
}

/// It got its share of what there was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderShare"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderShare {
    /// Units that there were.
    pub available: u64,
    /// Units that all lines waited for: the exact share is `wanted · available / wanted by all`.
    pub wanted_by_all: u64,
    /// Whether it got one of the units left by rounding.
    pub rounded_up: bool,
}

/// Its order could not be served whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderIncomplete"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderIncomplete {
    /// A SKU that its order lacked.
    pub sku: SkuId,
    /// Units of it that the whole order waits for.
    pub wanted: u64,
    /// Units that were left when the order's turn came.
    pub available: u64,
}

/// Other lines were worth more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderOutweighed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderOutweighed {
    /// Units that were left after the lines before it.
    pub available: Quantity,
}

/// It fitted into what the lines worth most had left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderLeft"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderLeft {}

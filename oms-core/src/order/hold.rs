//! Holds: reasons why an order may not go on, stacked and independent of its status.

use serde::{Deserialize, Serialize};

use crate::value::{HoldId, Instant, LineId, Text};

/// Why an order is held. The first five are what the shipped review rules find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HoldReason {
    /// The total that the channel states is not the sum of the parts.
    AmountMismatch,
    /// The order is not paid.
    AwaitingPayment,
    /// The address lacks what a courier needs.
    IncorrectAddress,
    /// No node has what is wanted.
    InventoryOutOfStock,
    /// A line names a SKU that the catalogue does not know.
    UnmappedSku,
    /// The channel sent different content under one order id.
    SourceConflict,
    /// The order looks like fraud.
    HighRiskOfFraud,
    /// Warehouses rejected it too often.
    RejectedTooOften,
    /// A person wants to look at it.
    Manual,
    /// Anything else; the note says what.
    Other,
}

impl HoldReason {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AmountMismatch => "amount_mismatch",
            Self::AwaitingPayment => "awaiting_payment",
            Self::IncorrectAddress => "incorrect_address",
            Self::InventoryOutOfStock => "inventory_out_of_stock",
            Self::UnmappedSku => "unmapped_sku",
            Self::SourceConflict => "source_conflict",
            Self::HighRiskOfFraud => "high_risk_of_fraud",
            Self::RejectedTooOften => "rejected_too_often",
            Self::Manual => "manual",
            Self::Other => "other",
        }
    }
}

/// The first stage that a hold blocks; it blocks all later ones too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HoldStage {
    /// Approval.
    Review,
    /// Setting units aside at nodes.
    Allocate,
    /// Telling the warehouse to pick.
    Release,
    /// Handing over to the carrier.
    Ship,
}

/// Who opened a hold. Rules release their own holds when the cause is gone; people's stay until people release them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HoldSource {
    /// A review rule.
    Rule,
    /// A person.
    Person,
    /// Another program.
    App,
}

/// A reason why an order, or some of its lines, may not go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Hold {
    /// The hold; unique within the order.
    pub id: HoldId,
    /// Why.
    pub reason: HoldReason,
    /// The first stage blocked.
    pub stage: HoldStage,
    /// Who opened it.
    pub source: HoldSource,
    /// The lines held; all when empty.
    #[serde(default)]
    pub lines: Vec<LineId>,
    /// More words, for people.
    #[serde(default)]
    pub note: Text,
    /// Since when.
    pub opened_at: Instant,
}

impl Hold {
    /// Whether it keeps the line from the stage.
    #[must_use]
    pub fn blocks(&self, stage: HoldStage, line: &LineId) -> bool {
        self.stage <= stage && (self.lines.is_empty() || self.lines.contains(line))
    }
}

/// One thing that a review found against an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewFinding {
    /// What is wrong.
    pub reason: HoldReason,
    /// The lines it concerns; all when empty.
    #[serde(default)]
    pub lines: Vec<LineId>,
    /// What was looked at and what was found, for people.
    pub note: Text,
}

//! The transfer as it stands: the fold of its events.

use serde::{Deserialize, Serialize};

use crate::value::{ActorId, Instant, NodeId, Quantity, SkuId, Text, TransferId};

/// Units of a SKU on a transfer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferUnits {
    /// The SKU.
    pub sku: SkuId,
    /// How many units.
    pub quantity: Quantity,
}

/// What is asked for when a transfer is created.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferDraft {
    /// The node that gives.
    pub from: NodeId,
    /// The node that gets.
    pub to: NodeId,
    /// What is to move; each SKU once.
    pub lines: Vec<TransferUnits>,
    /// When it should arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_at: Option<Instant>,
    /// Why, for people.
    #[serde(default)]
    pub note: Text,
}

/// A line of a transfer: where each unit of a SKU is.
///
/// Each unit has one owner at every moment:
/// `requested = open + cancelled + allocated + in transit + received + lost`. `over` stands apart: nobody sent them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferLine {
    /// The SKU.
    pub sku: SkuId,
    /// Units asked for, cancelled ones included.
    pub requested: Quantity,
    /// Units that will not move any more.
    pub cancelled: Quantity,
    /// Units set aside at the source and not shipped.
    pub allocated: Quantity,
    /// Units that left the source and have not arrived; they count as the destination's incoming ones.
    pub in_transit: Quantity,
    /// Units that arrived, at most as many as were shipped.
    pub received: Quantity,
    /// Units that left and had not arrived when the transfer was closed.
    pub lost: Quantity,
    /// Units that arrived beyond those shipped.
    pub over: Quantity,
}

/// Who approved and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferApproval {
    /// Who.
    pub by: ActorId,
    /// When.
    pub at: Instant,
}

/// How what arrived differs from what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyKind {
    /// Fewer units arrived than were sent.
    Short,
    /// More units arrived than were sent.
    Over,
}

/// What arrived differs from what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferDiscrepancy {
    /// The SKU.
    pub sku: SkuId,
    /// Which way.
    pub kind: DiscrepancyKind,
    /// By how many units.
    pub quantity: Quantity,
    /// Why, as far as anybody knows.
    pub reason: Text,
    /// When it was noticed.
    pub at: Instant,
}

/// Stock that moves from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Transfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Transfer {
    /// The transfer.
    pub id: TransferId,
    /// The node that gives.
    pub from: NodeId,
    /// The node that gets.
    pub to: NodeId,
    /// When it was asked for.
    pub created_at: Instant,
    /// When what is in transit should arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_at: Option<Instant>,
    /// Why, for people.
    #[serde(default)]
    pub note: Text,
    /// The lines, one per SKU, in the order asked for.
    pub lines: Vec<TransferLine>,
    /// Who approved it and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<TransferApproval>,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Instant>,
    /// Everything that arrived short or over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discrepancies: Vec<TransferDiscrepancy>,
}

impl TransferLine {
    /// A line of which nothing has happened to any unit.
    #[must_use]
    pub const fn new(sku: SkuId, requested: Quantity) -> Self {
        let none = Quantity::ZERO;
        Self {
            sku,
            requested,
            cancelled: none,
            allocated: none,
            in_transit: none,
            received: none,
            lost: none,
            over: none,
        }
    }

    /// Units that nobody has taken care of yet.
    #[must_use]
    pub fn open(&self) -> Quantity {
        let taken = u32::try_from(self.taken()).unwrap_or(u32::MAX);
        self.requested.saturating_sub(Quantity::new(taken))
    }

    /// Units asked for and not cancelled.
    #[must_use]
    pub const fn active(&self) -> Quantity {
        self.requested.saturating_sub(self.cancelled)
    }

    /// Whether no more units have an owner than were asked for; then every unit has exactly one.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.taken() <= u64::from(self.requested.units())
    }

    /// Units that are not open.
    fn taken(&self) -> u64 {
        let owners = [self.cancelled, self.allocated, self.in_transit, self.received, self.lost];
        owners.into_iter().map(|owner| u64::from(owner.units())).sum()
    }
}

impl Transfer {
    /// The line of a SKU.
    #[must_use]
    pub fn line(&self, sku: &SkuId) -> Option<&TransferLine> {
        self.lines.iter().find(|line| line.sku == *sku)
    }

    /// Units that nobody has taken care of yet.
    #[must_use]
    pub fn open_units(&self) -> Vec<TransferUnits> {
        self.units(TransferLine::open)
    }

    /// Units set aside at the source.
    #[must_use]
    pub fn allocated_units(&self) -> Vec<TransferUnits> {
        self.units(|line| line.allocated)
    }

    /// Units on their way; they belong to the destination's incoming ones.
    #[must_use]
    pub fn in_transit_units(&self) -> Vec<TransferUnits> {
        self.units(|line| line.in_transit)
    }

    /// The units of each line that a view of it counts, lines without any left out.
    pub(super) fn units(&self, of: impl Fn(&TransferLine) -> Quantity) -> Vec<TransferUnits> {
        let units = self.lines.iter().map(|line| TransferUnits { sku: line.sku.clone(), quantity: of(line) });
        units.filter(|units| !units.quantity.is_zero()).collect()
    }
}

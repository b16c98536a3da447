//! Commands to a cost book.

use super::{CostDraw, CostEntryKind, CostIssueKind, CostRate};
use crate::catalog::CostingMethod;
use crate::value::{Currency, LotId, Money, NodeId, SkuId, Text};

/// The units with which a book begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostOpening {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How issues are valued.
    pub method: CostingMethod,
    /// The currency of the book.
    pub currency: Currency,
    /// How many units are there.
    pub units: i64,
    /// What one of them cost; nothing where that is not known. The standard cost where the method asks for one.
    pub unit_cost: Option<Money>,
}

/// What can be asked of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CostCommand {
    /// Units come.
    Enter(CostEntry),
    /// Units leave.
    Issue(CostIssue),
    /// A bill comes for units of a receipt.
    Land(CostLanding),
    /// The standard cost changes.
    SetStandard(CostRate),
    /// The method changes; the value stays, unless a standard cost takes its place.
    ChangeMethod(CostingMethod, Option<CostRate>),
    /// The period ends now: issues are trued up to its average.
    ClosePeriod,
}

/// Units that come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostEntry {
    /// From where.
    pub kind: CostEntryKind,
    /// How many; at least one.
    pub units: i64,
    /// What they cost together; where it is not said, the current average or the last cost is taken.
    pub cost: Option<Money>,
    /// Which layers they were, where units come back or over from another node. Their units must sum to `units`, and
    /// `cost` is theirs. Layers of another book come without their number.
    pub origin: Vec<CostDraw>,
    /// The receipt, transfer or return.
    pub reference: Text,
    /// The lot or serial number.
    pub lot: Option<LotId>,
}

/// Units that leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostIssue {
    /// To where.
    pub kind: CostIssueKind,
    /// How many; at least one.
    pub units: i64,
    /// The lot or serial number, for [`CostingMethod::Specific`].
    pub lot: Option<LotId>,
    /// The shipment, transfer or count.
    pub reference: Text,
}

/// A late bill for units of a receipt: freight, duty, a corrected price. Negative for a credit note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLanding {
    /// The receipt.
    pub receipt: Text,
    /// How many units of this SKU it brought to this node.
    pub received: i64,
    /// The bill's part for them.
    pub amount: Money,
}

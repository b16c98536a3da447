//! What a counter may see.

use serde::{Deserialize, Serialize};

use super::{Count, CountLineState, CountResult, CountStatus};
use crate::value::{ActorId, CountId, Instant, NodeId, Ratio, SkuId};

/// A count as its counters may see it: blind, without any figure of the book until a line is settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountSheet"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountSheet {
    /// The count.
    pub count: CountId,
    /// Where.
    pub node: NodeId,
    /// When the book was noted.
    pub started_at: Instant,
    /// What it waits for.
    pub status: CountStatus,
    /// The SKUs.
    pub lines: Vec<CountSheetLine>,
    /// How well the book knew what was there, once every line is settled: `1 − Σ|counted − expected| / Σ expected`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<Ratio>,
    /// Who approved the differences, where somebody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<ActorId>,
}

/// One SKU of a count, as its counters may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountSheetLine {
    /// The SKU.
    pub sku: SkuId,
    /// What it waits for.
    pub state: CountLineState,
    /// How often it was counted.
    pub tallies: u32,
    /// What came of it, once it is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<CountResult>,
}

impl Count {
    /// What a counter may see.
    #[must_use]
    pub fn sheet(&self) -> CountSheet {
        let lines = self.lines.iter().map(|line| CountSheetLine {
            sku: line.book.sku.clone(),
            state: line.state(&self.policy),
            tallies: u32::try_from(line.tallies.len()).unwrap_or(u32::MAX),
            result: line.result(&self.policy),
        });
        let status = self.status();
        let settled = matches!(status, CountStatus::Counted | CountStatus::Posted);
        CountSheet {
            count: self.id.clone(),
            node: self.node.clone(),
            started_at: self.started_at,
            status,
            lines: lines.collect(),
            accuracy: self.accuracy().filter(|_| settled),
            approver: self.approver.clone(),
        }
    }
}

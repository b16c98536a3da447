//! Open orders planned together, as a proposal.

use serde::{Deserialize, Serialize};

use super::super::OrderBatch;
use crate::value::{Instant, TenantId};

/// Which nodes would ship what of open orders, planned together. Nothing changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskOrderBatch"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskOrderBatch {
    /// Whose.
    pub tenant: TenantId,
    /// As of when.
    pub at: Instant,
    /// Which orders, and how.
    pub batch: Box<OrderBatch>,
}

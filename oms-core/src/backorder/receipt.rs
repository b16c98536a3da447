//! What becomes of units that arrive.

use serde::{Deserialize, Serialize};

use super::grant::{standard_keys, supply_by_sku};
use super::queue::entry_problems;
use super::{
    BackorderEntry, BackorderMode, BackorderPlan, BackorderRequest, BackorderSupply, QueueKey,
    grant_backorders,
};
use crate::value::Problems;

/// The question who gets units that arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiptShareRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptShareRequest {
    /// What arrives.
    pub supply: Vec<BackorderSupply>,
    /// Lines that were promised units and wait for them; served first.
    #[serde(default)]
    pub backorders: Vec<BackorderEntry>,
    /// Pre-orders with a reservation; served second.
    #[serde(default)]
    pub preorders: Vec<BackorderEntry>,
    /// How each of the two shares out.
    #[serde(default)]
    pub mode: BackorderMode,
    /// The keys of both queues; class, due date, margin and age by default.
    #[serde(default = "standard_keys")]
    pub keys: Vec<QueueKey>,
    /// Whether a line takes all its units or none, as in a backorder request.
    #[serde(default)]
    pub whole_lines: bool,
}

/// Who gets units that arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiptShare"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptShare {
    /// What the backorders get.
    pub backorders: BackorderPlan,
    /// What the pre-orders get of the rest.
    pub preorders: BackorderPlan,
    /// What is left for the channels to sell, by SKU.
    pub pool: Vec<BackorderSupply>,
}

/// Shares out units that arrive: backorders first, reserved pre-orders second, the channels get the rest.
///
/// # Errors
/// As [`grant_backorders`].
///
/// ```
/// use oms_core::backorder::{ReceiptShareRequest, share_receipt};
/// let request: ReceiptShareRequest = serde_json::from_str(r#"{
///     "supply": [{"sku": "mug", "quantity": 10}],
///     "backorders": [{"order": "b", "line": "1", "sku": "mug", "quantity": 4,
///                     "waitingSince": "2026-11-05T00:00:00Z"}],
///     "preorders": [{"order": "p", "line": "1", "sku": "mug", "quantity": 5,
///                    "waitingSince": "2026-11-01T00:00:00Z"}]
/// }"#)?;
/// let share = share_receipt(&request).expect("a sound request");
/// assert_eq!(share.pool.first().map(|mugs| mugs.quantity.units()), Some(1));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn share_receipt(request: &ReceiptShareRequest) -> Result<ReceiptShare, Problems> {
    let mut problems = entry_problems(&request.backorders, "/backorders");
    problems.extend(entry_problems(&request.preorders, "/preorders"));
    supply_by_sku(&request.supply, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let share = |supply: &[BackorderSupply], entries: &[BackorderEntry]| {
        grant_backorders(&BackorderRequest {
            mode: request.mode,
            keys: request.keys.clone(),
            whole_lines: request.whole_lines,
            supply: supply.to_vec(),
            entries: entries.to_vec(),
        })
    };
    let backorders = share(&request.supply, &request.backorders)?;
    let preorders = share(&backorders.left, &request.preorders)?;
    let pool = preorders.left.clone();
    Ok(ReceiptShare { backorders, preorders, pool })
}

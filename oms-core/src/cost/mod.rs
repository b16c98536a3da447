//! What stock is worth, and what each unit cost when it left.
//!
//! A [`CostBook`] values one SKU at one node. It is kept per node and not per tenant, because the same goods cost more
//! where the way was longer; a transfer carries its layers along, so no value is lost on the way.
//!
//! | method | what an issue costs |
//! | --- | --- |
//! | `fifo` | the oldest layer first; a layer is split where it is larger than the issue |
//! | `moving_average` | the average of all there is, newly formed by every receipt |
//! | `periodic_average` | for now the moving average; closing the period trues it up to the period's average |
//! | `standard` | the standard cost; what purchases differ from it goes to a variance account |
//! | `specific` | the layer of the lot or serial number named; unnamed units come from the oldest |
//!
//! **No unit cost is ever rounded and multiplied.** A [`CostPool`] keeps the total value of its units in minor units of
//! the currency, and the first `j` of `n` units cost `round_half_up(value · j / n)`: taken one by one or together, they
//! cost the same, and all `n` cost exactly the value.
//!
//! **Value is conserved** after every event, to the minor unit: `received + landed + returned + transferred in +
//! found = on hand + issued + transferred out + written off + variances`. [`CostBook::decide`] refuses what would
//! break it.
//!
//! A book is in one currency; what units cost in another is to be converted first. Books are documents with a version,
//! so writers of one SKU at one node take turns, where uncosted stock lets them pass; give such commands in batches.
//!
//! [`CostBook`]: crate::cost::CostBook
//! [`CostPool`]: crate::cost::CostPool
//! [`CostBook::decide`]: crate::cost::CostBook::decide

mod book;
mod command;
mod decide;
mod error;
mod event;
mod evolve;
mod landed;
mod note;
mod pool;
mod profit;
mod rate;
mod revalue;

#[cfg(test)]
mod tests;

pub use book::{CostBook, CostLayer, CostPeriod, CostTotals, CostVariances};
pub use command::{CostCommand, CostEntry, CostIssue, CostLanding, CostOpening};
pub use error::CostError;
pub use event::{
    CostBasis, CostCovered, CostDraw, CostEntered, CostEntryKind, CostEvent, CostIssueKind, CostIssued,
    CostLanded, CostMethodChanged, CostOpened, CostPeriodClosed, CostShare, CostStandardSet, CostVariance,
    CostVarianceAccount, slice_draws,
};
pub use landed::{
    LandedBasis, LandedCharge, LandedChargeKind, LandedCost, LandedCostRequest, LandedLine, LandedLineCost,
    spread_landed_cost,
};
pub use note::{CostAway, CostReceipt, CostReceiptLine};
pub use pool::CostPool;
pub use profit::{GrossProfit, GrossProfitRequest, gross_profit};
pub use rate::CostRate;

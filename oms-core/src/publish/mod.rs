//! How many units each channel is told there are, and why.
//!
//! A [`PublicationPolicy`](crate::publish::PublicationPolicy) says how channels share the units of a SKU,
//! [`publish`](crate::publish::publish) computes every channel's figure with each step of the formula and tests whether
//! all of them could be sold at once, [`ChannelStock`](crate::publish::ChannelStock) decides which figures are worth
//! sending, [`QuotaLedger`](crate::publish::QuotaLedger) keeps what is ring-fenced for whom, and
//! [`safety_stock`](crate::publish::safety_stock) says how many units are withheld from all channels. The module knows
//! nothing of orders.
//!
//! What a quota guarantees: from the moment its units are ring-fenced they are held in their cells, so the guard of the
//! cell keeps every reservation, allocation and count from them, whoever writes at the same time and by whatever way;
//! SKUs without quotas pay nothing for it. Only a reservation that names a group of the quota takes them, and what it
//! gives up or lets run out returns to the quota at once; what it commits is sold. Not guaranteed: a forced count may
//! find fewer units than are ring-fenced (the cell's free units then are negative, and `quota_missing` says what
//! lacks), an order allocated without a reservation takes free units only, and units that an allocated order gives back
//! are free for all.
//!
//! | word | others call it |
//! | --- | --- |
//! | published | channel stock, listing quantity, 同步库存 |
//! | quota | D365 *allocation* (allocate, reallocate, unallocate, consume), ring-fenced or dedicated stock, 专享库存 |
//! | margin | buffer, safety factor, out-of-stock threshold that really subtracts, 安全库存 |
//! | oversell | backorder allowance of a listing, 超卖数量 |
//! | band | IBM *activity monitor* level, low-stock status |

mod channel_stock;
mod error;
mod figures;
mod lag;
mod margin;
mod policy;
mod pool;
mod publication;
mod push;
mod quota;
mod quota_error;
mod quota_event;
mod route;
mod safety;
mod split;

#[cfg(test)]
mod tests;

pub use channel_stock::{
    ChannelStock, ChannelStockAcknowledged, ChannelStockBandCrossed, ChannelStockEvent,
    ChannelStockPublished, PublishedFigure, coalesce,
};
pub use error::PublishError;
pub use figures::{PoolIncoming, PoolNode, PoolQuota, PoolRate, PublicationPool};
pub use lag::{LagGuard, lag_guard};
pub use margin::{MarginPercent, MarginUnits, StockMargin};
pub use policy::{
    BlockedRegion, ChannelPolicy, ChannelSharing, IncomingShare, NodeBuffer, PublicationPolicy,
    SharedExclusive, SharedFull, SharedPercentage, SharedWeighted,
};
pub use publication::{ChannelFigure, Publication, PublicationHidden, PublicationNode, publish};
pub use push::{PushDecision, PushReason, PushRule, StockBand, StockBands, push_decision};
pub use quota::{QuotaCommand, QuotaEntry, QuotaGroup, QuotaLedger, QuotaPart, QuotaTotals, ReservationDraw};
pub use quota_error::QuotaError;
pub use quota_event::{
    QuotaAllocated, QuotaConsumed, QuotaEvent, QuotaMovement, QuotaReallocated, QuotaRestored, QuotaSettled,
    QuotaUnallocated,
};
pub use safety::{
    DeliveryMethod, SafetyConsidered, SafetyFactor, SafetyFactors, SafetyQuestion, SafetyStock, SafetySupply,
    safety_stock,
};
pub use split::{SplitShare, split_units};

//! Replenishment: when to buy, how much, of whom, and why; and what demand to expect.
//!
//! | question | answer |
//! | --- | --- |
//! | how large and how uneven is demand? | [`DemandHistory::statistics`](crate::replenish::DemandHistory::statistics) |
//! | what will it be? | [`forecast`](crate::replenish::forecast), chosen by back-test |
//! | how much stock covers the uncertainty? | [`SafetyRule::stock`](crate::replenish::SafetyRule::stock) |
//! | how much is a good order? | [`EconomicOrder::lot`](crate::replenish::EconomicOrder::lot) |
//! | how much of it can be ordered? | [`size_order`](crate::replenish::size_order) |
//! | of whom? | [`choose_suppliers`](crate::replenish::choose_suppliers) |
//! | when will there be none left? | [`stock_out`](crate::replenish::stock_out) |
//! | all of it for one rule | [`replenish`](fn@crate::replenish::replenish) |
//!
//! All figures are exact decimals; where one has no finite decimal form it is rounded half to even, states of forecasts
//! to 10 decimals, results to 6. Units are rounded up when they protect and down when they limit. Demand is what was
//! wanted, not what was sold: see [`DemandPeriod`](crate::replenish::DemandPeriod).
//!
//! # What a forecasting library would have served
//!
//! `augurs-ets` 0.10 searches exponential smoothing models and says of itself that seasonal ones are not implemented.
//! `anofox-forecast` has more than is here: the whole family of exponential smoothing, Croston, TSB,
//! ADIDA and IMAPA, with fitted parameters and intervals. Both compute in `f64`, and their search for parameters ends
//! where rounding lets it: the same history could give another last digit on another processor, another forecast
//! chosen, another order placed, and a replay would not prove anything. So the six methods that buyers know are here in
//! exact decimals, 600 lines with the back-test, with a fixed grid of parameters in place of a search. Whoever
//! wants more forecasts with a library of theirs and gives the mean and the deviation to
//! [`LeadTimeDemand`](crate::replenish::LeadTimeDemand); the decisions do not ask where these came from. The quantile
//! of the normal distribution is here for the same reason: `statrs` has it in `f64`.

mod cover;
mod decide;
mod demand;
mod error;
mod figure;
mod forecast;
mod lot;
mod normal;
mod policy;
mod rule;
mod safety;
mod sizing;
mod supplier;

#[cfg(test)]
mod tests;

pub use cover::{DatedUnits, MAX_COVER_DAYS, StockOut, StockProjection, days_of_cover, stock_out};
pub use decide::{PurchaseProposal, ReplenishDecision, ReplenishRequest, ReplenishVerdict, replenish};
pub use demand::{
    DemandExclusion, DemandHistory, DemandPeriod, DemandStatistics, ExcludedPeriod, MAX_PERIODS,
};
pub use error::ReplenishError;
pub use forecast::{
    Croston, DemandForecast, ExponentialSmoothing, ForecastCandidate, ForecastMethod, ForecastRequest,
    HoltTrend, HoltWinters, MovingAverage, TeunterSyntetosBabai, forecast,
};
pub use lot::{EconomicLot, EconomicOrder, LotCandidate, PriceBreak};
pub use normal::{normal_cdf, normal_loss, normal_loss_inverse, normal_quantile};
pub use policy::{
    DaysLot, DemandDriven, EconomicLotCosts, FixedLot, FixedQuantity, LotRule, MinMaxLevels, OrderUpToLevels,
    PeriodicLevels, ReplenishPolicy, StockFloor,
};
pub use rule::{ReplenishLevels, ReplenishRule, ReplenishRules};
pub use safety::{
    DaysOfCoverRule, FactorRule, FillRateRule, FixedUnitsRule, LeadTimeDemand, MaximumRule, ReorderPoint,
    SafetyRule, SafetyStock, ServiceLevelRule,
};
pub use sizing::{OrderLimit, SizedOrder, SizingRequest, size_order};
pub use supplier::{
    SupplierAsk, SupplierCandidate, SupplierChoice, SupplierOffer, SupplierPart, SupplierStrategy,
    choose_suppliers,
};

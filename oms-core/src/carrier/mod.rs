//! Which carrier service takes a parcel, what it costs, and why the others lost.
//!
//! Rate cards are data; a quote is a pure function of card, way, shipment and instant. Knows nothing of orders, stock
//! or where to ship from: the allocator gets the prices as [`Lane`](crate::network::Lane)s.

mod audit;
mod choice;
mod lane;
mod limits;
mod price;
mod quote;
mod rate_card;
mod rejection;
mod select;
mod sheet;
mod shipment;
mod terms;

#[cfg(test)]
mod tests;

pub use audit::{
    AuditBill, AuditOutcome, AuditTolerance, AuditedBill, AuditedParcel, BillDifference,
    BillDifferenceReason, BilledLine, BilledParcel, ExpectedParcel, audit_bill,
};
pub use choice::{
    CarrierCandidate, CarrierChoice, CarrierChosen, CarrierLost, CarrierRejected, CarrierRequest,
    CarrierStrategy, CarrierVerdict, select_carrier,
};
pub use lane::lane;
pub use limits::{Blackout, ColdChain, ServiceLimits};
pub use price::{ChargedWeight, ExplainedQuote, RateLine, RateLineKind, ReplacedCharge};
pub use quote::{CarrierQuote, explain_quote, quote, quote_shipment};
pub use rate_card::{Carriers, RateCard, ZoneRate};
pub use rejection::{
    AmountInOtherCurrency, CardInOtherCurrency, CardNotValid, CarrierNotAllowed, CodRefused, ColdNotKept,
    DailyCapReached, DestinationNotServed, HazardsRefused, InBlackout, NoFuelRate, NodeNotServed,
    OptionsMissing, ParcelAboveLimit, PlaceRefused, QuoteOverflow, QuoteRejection, QuoteTooHeavy,
    QuoteWithoutZone, TooManyParcels, ValueTooHigh, WaybillsUsedUp, ZoneWithoutRate,
};
pub use select::{
    AssignContracts, AssignedContracts, AssignedParcel, ByExpectedCost, ByPerformance, ByScore, ByShares,
    ByTable, CarrierContract, CheapestService, CheapestServiceWithinPromise, ContractOption, ContractParcel,
    ContractStanding, FailedService, FastestService, RebateStep, ScoreWeights, SelectGoods, SelectLine,
    SelectService, SelectedService, ServiceCandidate, ServiceCount, ServiceExcluded, ServiceHistory,
    ServiceRank, ServiceRule, ServiceShare, TableRow, assign_contracts, select_service,
};
pub use sheet::{RateSheet, RateSheetProblem, read_rate_sheet, write_rate_sheet};
pub use shipment::{ColdRange, RateParcel, RateRequest, RateShipment, ServiceState};
pub use terms::{
    AreaSet, Charge, ChargeWhen, ChargedPer, CubicRates, CubicTier, Discount, DiscountOn, EdgeRounding,
    FlatRate, FuelPeriod, MeasureUnit, ParcelMeasure, ParcelMeasures, ParcelPricing, ParcelTerms, PlaceKind,
    PostalRange, RateTax, RateTerms, Surcharge, ValueCharge, ValueStep, ValueTier, Volumetric, VolumetricMix,
    WeightRule, WeightStep,
};

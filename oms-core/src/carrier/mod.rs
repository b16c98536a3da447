//! Which carrier service takes a parcel, what it costs, and why the others lost.
//!
//! Rate cards are data; a quote is a pure function of card, way, weight and instant. Knows nothing of orders, stock or
//! where to ship from: the allocator gets the prices as [`Lane`](crate::network::Lane)s.

mod choice;
mod quote;
mod rate_card;

#[cfg(test)]
mod tests;

pub use choice::{
    CarrierCandidate, CarrierChoice, CarrierChosen, CarrierLost, CarrierRejected, CarrierRequest,
    CarrierStrategy, CarrierVerdict, select_carrier,
};
pub use quote::{
    CardInOtherCurrency, CardNotValid, CarrierQuote, QuoteOverflow, QuoteRejection, QuoteTooHeavy,
    QuoteWithoutZone, ZoneWithoutRate, lane, quote,
};
pub use rate_card::{Carriers, RateCard, ZoneRate};

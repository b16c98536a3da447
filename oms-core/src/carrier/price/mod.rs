//! Prices: one card, one way, one shipment.

mod book;
mod evaluate;
mod line;

pub(super) use book::{Explained, Unexplained};
pub(super) use evaluate::{MOST_CHARGES, foreign, price};
pub use line::{ChargedWeight, ExplainedQuote, RateLine, RateLineKind, ReplacedCharge};

//! Floor 7: the language-neutral face. JSON bytes in, JSON bytes out; nothing is decided here.
//!
//! Bindings call these functions and do nothing else. Input that does not fit is answered with every problem at
//! once, each with a JSON pointer, found by walking the published schema.

mod allocation;
mod backtest;
mod bench;
mod calculate;
mod decode;
mod document;
mod oms;
mod packing;
mod publish;
mod rates;
mod replenish;
mod run;
mod schema;
mod stock;

#[cfg(test)]
mod tests;

pub use allocation::{
    CheckAllocationAnswer, CheckAllocationOf, ExplainAllocationAnswer, ExplainAllocationOf,
    PlanAllocationAnswer, PlanAllocationOf, PlanBatchAnswer, PlanBatchOf,
};
pub use backtest::{BacktestAnswer, BacktestOf, ShadowAnswer, ShadowOf};
pub use bench::{WireBench, bench_names, generate_instance};
pub use calculate::{Calculated, Calculation, calculate, calculate_json};
pub use decode::{Decode, decode};
pub use document::{
    BuildWavesAnswer, BuildWavesOf, EncodeBarcodeAnswer, EncodeBarcodeOf, RenderDocumentsAnswer,
    RenderDocumentsOf,
};
pub use oms::{WireOms, allocate, check_allocation, contract_cases, plan_assignments, replay_hash};
pub use packing::{
    CheckPackingAnswer, CheckPackingOf, DrawPackingAnswer, DrawPackingOf, PackOrderAnswer, PackOrderOf,
};
pub use publish::{PublishAnswer, PublishOf, SafetyFactorAnswer, SafetyFactorOf};
pub use rates::{
    QuoteRatesAnswer, QuoteRatesOf, ReadRateSheet, ServiceQuote, ShipmentQuotes, ShipmentToQuote,
    WriteRateSheet, WriteRateSheetAnswer,
};
pub use replenish::{ForecastAnswer, ForecastOf, ReplenishAnswer, ReplenishOf};
pub use run::{DoneStep, LoadStep, RunStep, WireRun};
pub use schema::SCHEMA;
#[cfg(feature = "schema")]
pub use schema::WireTypes;
pub use stock::{MovementsAnswer, MovementsOf, PickLotsAnswer};

use serde::Serialize;

/// The JSON of a wire value.
#[must_use]
pub fn encode<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    // Wire types have string keys and no failing serialisers; an empty answer would fail loudly at the reader.
    serde_json::to_vec(value).unwrap_or_default()
}

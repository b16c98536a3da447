//! Back-tests as calculations, by the shipped strategies.

use serde::{Deserialize, Serialize};

use crate::allocation::backtest::{BacktestReport, BacktestStream, ShadowReport, backtest, shadow};
use crate::allocation::{AllocationError, AllocationStrategy, AllocationStrategyKind};
use crate::error::Error;
use crate::value::Problems;

/// The most resampled histories of an interval.
const MOST_RESAMPLES: u32 = 100_000;

/// A stream, and the strategies that are to decide it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BacktestOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestOf {
    /// What happened.
    pub stream: BacktestStream,
    /// The strategies; each is compared with the first.
    pub strategies: Vec<AllocationStrategyKind>,
    /// How many histories are resampled for each interval; 2,000 is plenty.
    pub resamples: u32,
    /// Where the resampling starts.
    pub seed: u64,
}

/// What each strategy would have cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BacktestAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestAnswer {
    /// The sums and the differences.
    pub report: BacktestReport,
}

/// Open orders, the strategy in use and one that might take its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShadowOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShadowOf {
    /// What nodes have, as receipts, and then the open orders.
    pub stream: BacktestStream,
    /// The strategy in use.
    pub current: AllocationStrategyKind,
    /// The one considered.
    pub proposed: AllocationStrategyKind,
}

/// Which orders the change would affect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShadowAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShadowAnswer {
    /// The orders.
    pub report: ShadowReport,
}

/// Places of faults are those of the calculation.
fn below(error: AllocationError) -> Error {
    match error {
        AllocationError::InvalidProblem { problems } => {
            AllocationError::InvalidProblem { problems: problems.under("/stream") }.into()
        }
        other => other.into(),
    }
}

pub(super) fn backtested(of: &BacktestOf) -> Result<BacktestAnswer, Error> {
    let mut problems = Problems::new();
    if of.strategies.is_empty() {
        problems.add("input.out_of_range", "/strategies", "name at least one strategy");
    }
    if !(1..=MOST_RESAMPLES).contains(&of.resamples) {
        problems.add(
            "input.out_of_range",
            "/resamples",
            format!("a whole number from 1 to {MOST_RESAMPLES}"),
        );
    }
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    let strategies: Vec<&dyn AllocationStrategy> = of.strategies.iter().map(|kind| kind.strategy()).collect();
    let report = backtest(&of.stream, &strategies, of.resamples, of.seed).map_err(below)?;
    Ok(BacktestAnswer { report })
}

pub(super) fn shadowed(of: &ShadowOf) -> Result<ShadowAnswer, Error> {
    let report = shadow(&of.stream, of.current.strategy(), of.proposed.strategy()).map_err(below)?;
    Ok(ShadowAnswer { report })
}

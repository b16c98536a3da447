//! Back-test: strategies over a recorded stream of orders, each carrying its own stock and capacity forward.
//!
//! [`backtest`] says what each strategy would have cost, and how sure the difference to the first one is;
//! [`shadow`] says which open orders a change of strategy would affect. Both are pure and repeat to the byte.

mod paired;
mod report;
mod run;
mod stream;

#[cfg(test)]
mod tests;

pub use paired::paired_difference;
pub use report::{BacktestReport, BacktestScore, PairedDifference, ShadowChange, ShadowReport};
pub use run::{backtest, shadow};
pub use stream::{
    BacktestCapacity, BacktestDay, BacktestEvent, BacktestOrder, BacktestReceipt, BacktestStream,
};

//! Floor 3: stock in memory for the busiest hours: flat cells, dense indices, holds with an expiry.
//!
//! A [`StockLedger`](crate::ledger::StockLedger) keeps the rules of [`stock`](crate::stock) and none of its strings:
//! SKU and node become one index per cell at the edge, a hold is a row of numbers, and what happened is a row of the
//! log, drained as the same [`StockEvent`](crate::stock::StockEvent)s that the engine writes. Tests play the same
//! commands to the engine and to a ledger and compare every cell.
//!
//! ```
//! use oms_core::ledger::{Held, StockLedger};
//! use oms_core::stock::StockCell;
//! use oms_core::value::{Instant, NodeId, SkuId};
//!
//! let mut ledger = StockLedger::<u64>::new();
//! let mug = ledger.cell(&SkuId::new("mug")?, &NodeId::new("berlin")?)?;
//! ledger.set(mug, StockCell { on_hand: 5, ..StockCell::default() }, 0)?;
//!
//! let (now, never) = (Instant::UNIX_EPOCH, None);
//! assert_eq!(ledger.reserve(7, &[(mug, 3)], now, never)?, Held::Now);
//! assert_eq!(ledger.reserve(7, &[(mug, 3)], now, never)?, Held::Before); // asked twice, held once
//! assert_eq!(ledger.reserve(8, &[(mug, 3)], now, never).unwrap_err().code(), "stock.insufficient");
//! ledger.confirm(&7, now)?;
//! assert_eq!(ledger.stock(mug).map(|cell| (cell.free(), cell.allocated)), Some((2, 3)));
//! assert_eq!(ledger.drain().len(), 2); // opened, committed
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
mod book;
mod cell;
mod error;
mod expiry;
mod hold;
mod index;
mod log;
mod protocol;

#[cfg(test)]
mod tests;

pub use batch::{LedgerOutcome, ReserveColumns};
pub use book::{Held, LedgerSize, StockLedger};
pub use cell::CellIndex;
pub use error::LedgerError;
pub use hold::HoldKey;
pub use log::{LedgerEventKind, LedgerRow};

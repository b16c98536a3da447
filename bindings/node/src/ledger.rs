//! The ledger, held natively: plain calls for one order, typed arrays for many.

use std::sync::{Mutex, MutexGuard, PoisonError};

use napi::Result;
use napi::bindgen_prelude::{Float64Array, Uint8Array, Uint32Array};
use napi_derive::napi;
use oms_core::Error;
use oms_core::ledger::{CellIndex, Held, LedgerError, LedgerOutcome, ReserveColumns, StockLedger};
use oms_core::stock::StockCell;
use oms_core::value::{Instant, NodeId, Problems, SkuId};
use oms_core::wire::encode;

use crate::door::{text, through};

/// Stock in memory: cells, and holds on them that run out. Instants are milliseconds since 1970, as `Date.now()`.
#[napi]
pub struct Ledger {
    ledger: Mutex<StockLedger<u64>>,
}

/// A line by names.
#[napi(object)]
pub struct NamedLine {
    /// The SKU.
    pub sku: String,
    /// The node.
    pub node: String,
    /// How many units.
    pub units: f64,
}

#[napi]
impl Ledger {
    /// An empty ledger; ids from strangers are hashed with a seed that they cannot guess.
    #[napi(constructor, catch_unwind)]
    pub fn new(seed: Option<f64>) -> Result<Self> {
        let seed = through(|| whole("/seed", seed.unwrap_or_default()))?;
        Ok(Self { ledger: Mutex::new(StockLedger::with_seed(seed)) })
    }

    /// The index of a cell, given out when it is first named.
    #[napi(catch_unwind)]
    pub fn cell(&self, sku: String, node: String) -> Result<u32> {
        through(|| {
            let (sku, node) = (name("/sku", SkuId::new(sku))?, name("/node", NodeId::new(node))?);
            Ok(self.lock().cell(&sku, &node)?.0)
        })
    }

    /// Sets the units of a cell that are there, and how many of them have to stay free.
    #[napi(catch_unwind)]
    pub fn set(&self, cell: f64, on_hand: f64, min_free: Option<f64>) -> Result<()> {
        through(|| {
            let cell = index("/cell", cell)?;
            let on_hand = i64::try_from(whole("/onHand", on_hand)?).unwrap_or(i64::MAX);
            let min_free = signed("/minFree", min_free.unwrap_or_default())?;
            Ok(self.lock().set(CellIndex(cell), StockCell { on_hand, ..StockCell::default() }, min_free)?)
        })
    }

    /// The quantities of a cell.
    #[napi(catch_unwind)]
    pub fn stock(&self, cell: f64) -> Result<String> {
        let stock = through(|| {
            let cell = CellIndex(index("/cell", cell)?);
            self.lock().stock(cell).ok_or_else(|| LedgerError::UnknownCell { line: 0 }.into())
        })?;
        text(encode(&stock))
    }

    /// Holds all lines or none: cell, units, cell, units and so on.
    #[napi(catch_unwind)]
    pub fn reserve(
        &self,
        id: f64,
        lines: Uint32Array,
        at: f64,
        expires_at: Option<f64>,
    ) -> Result<&'static str> {
        through(|| {
            let (pairs, rest) = lines.as_chunks::<2>();
            if !rest.is_empty() {
                return Err(LedgerError::BadColumns.into());
            }
            let lines: Vec<(CellIndex, u32)> =
                pairs.iter().map(|[cell, units]| (CellIndex(*cell), *units)).collect();
            let (id, at, until) = (whole("/id", id)?, instant("/at", at)?, until(expires_at)?);
            outcome(self.lock().reserve(id, &lines, at, until))
        })
    }

    /// Holds all lines or none, by the names of SKUs and nodes.
    #[napi(catch_unwind)]
    pub fn reserve_named(
        &self,
        id: f64,
        lines: Vec<NamedLine>,
        at: f64,
        expires_at: Option<f64>,
    ) -> Result<&'static str> {
        through(|| {
            let mut named: Vec<(&str, &str, u32)> = Vec::with_capacity(lines.len());
            for line in &lines {
                named.push((&*line.sku, &*line.node, index("/lines/units", line.units)?));
            }
            let (id, at, until) = (whole("/id", id)?, instant("/at", at)?, until(expires_at)?);
            outcome(self.lock().reserve_named(id, &named, at, until))
        })
    }

    /// Moves the expiry of a hold.
    #[napi(catch_unwind)]
    pub fn extend(&self, id: f64, at: f64, expires_at: Option<f64>) -> Result<&'static str> {
        through(|| {
            let (id, at, until) = (whole("/id", id)?, instant("/at", at)?, until(expires_at)?);
            outcome(self.lock().extend(&id, at, until).map(|()| Held::Now))
        })
    }

    /// Turns the units of a hold into allocated ones.
    #[napi(catch_unwind)]
    pub fn confirm(&self, id: f64, at: f64) -> Result<&'static str> {
        through(|| {
            let (id, at) = (whole("/id", id)?, instant("/at", at)?);
            outcome(self.lock().confirm(&id, at).map(|()| Held::Now))
        })
    }

    /// Gives the units of a hold back.
    #[napi(catch_unwind)]
    pub fn release(&self, id: f64, at: f64) -> Result<&'static str> {
        through(|| {
            let (id, at) = (whole("/id", id)?, instant("/at", at)?);
            outcome(self.lock().release(&id, at).map(|()| Held::Now))
        })
    }

    /// Gives back what has run out by an instant.
    #[napi(catch_unwind)]
    pub fn expire(&self, at: f64) -> Result<()> {
        through(|| {
            self.lock().expire(instant("/at", at)?);
            Ok(())
        })
    }

    /// Holds stock for many orders, as columns: the lines of order `i` are `ends[i-1]` to `ends[i]`. A byte per order.
    #[napi(catch_unwind)]
    pub fn reserve_batch(
        &self,
        ids: Float64Array,
        ends: Uint32Array,
        cells: Uint32Array,
        units: Uint32Array,
        at: f64,
        expires_at: Option<f64>,
    ) -> Result<Uint8Array> {
        through(|| {
            let (ids, at, until) = (all_whole(&ids)?, instant("/at", at)?, until(expires_at)?);
            let columns = ReserveColumns { ids: &ids, ends: &ends, cells: &cells, units: &units };
            let mut outcomes = Vec::new();
            self.lock().reserve_batch(&columns, at, until, &mut outcomes)?;
            Ok(codes(&outcomes))
        })
    }

    /// Confirms (1) or releases (0) many holds. A byte per order.
    #[napi(catch_unwind)]
    pub fn settle_batch(&self, ids: Float64Array, confirm: Uint8Array, at: f64) -> Result<Uint8Array> {
        through(|| {
            let (ids, at) = (all_whole(&ids)?, instant("/at", at)?);
            let confirm: Vec<bool> = confirm.iter().map(|flag| *flag != 0).collect();
            let mut outcomes = Vec::new();
            self.lock().settle_batch(&ids, &confirm, at, &mut outcomes)?;
            Ok(codes(&outcomes))
        })
    }

    /// What has happened since the last time: the engine's stock events, as JSON.
    #[napi(catch_unwind)]
    pub fn drain(&self) -> Result<String> {
        let events = through(|| Ok(self.lock().drain()))?;
        text(encode(&events.into_iter().map(|(_, event)| event).collect::<Vec<_>>()))
    }

    /// Forgets holds that ended before an instant.
    #[napi(catch_unwind)]
    pub fn forget(&self, before: f64) -> Result<()> {
        through(|| Ok(self.lock().forget(instant("/before", before)?)?))
    }
}

impl Ledger {
    /// A call that panicked has left the ledger as it was between two rows: whole.
    fn lock(&self) -> MutexGuard<'_, StockLedger<u64>> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Checked<T> = std::result::Result<T, Error>;

fn problem(place: &str, message: impl Into<String>) -> Error {
    let mut problems = Problems::new();
    problems.add("input.out_of_range", place, message);
    Error::Input(problems)
}

/// JavaScript's numbers are exact up to 2⁵³ − 1.
const SAFE: f64 = 9_007_199_254_740_991.0;

fn signed(place: &str, number: f64) -> Checked<i64> {
    if number.trunc().to_bits() == number.to_bits() && number.abs() <= SAFE {
        return Ok(number as i64);
    }
    Err(problem(place, "a whole number within ±(2^53 - 1)"))
}

fn whole(place: &str, number: f64) -> Checked<u64> {
    u64::try_from(signed(place, number)?).map_err(|_| problem(place, "a whole number, not negative"))
}

fn index(place: &str, number: f64) -> Checked<u32> {
    u32::try_from(signed(place, number)?).map_err(|_| problem(place, "a whole number below 2^32"))
}

fn all_whole(numbers: &[f64]) -> Checked<Vec<u64>> {
    numbers.iter().map(|number| whole("/ids", *number)).collect()
}

fn instant(place: &str, millis: f64) -> Checked<Instant> {
    let out = || problem(place, "milliseconds since 1970, as Date.now() gives them");
    Instant::from_timestamp_millis(signed(place, millis)?).ok_or_else(out)
}

fn until(millis: Option<f64>) -> Checked<Option<Instant>> {
    millis.map(|millis| instant("/expiresAt", millis)).transpose()
}

fn name<T, E: std::fmt::Display>(place: &str, name: std::result::Result<T, E>) -> Checked<T> {
    name.map_err(|error| problem(place, error.to_string()))
}

/// Answers are words; what makes no sense is thrown.
fn outcome(held: std::result::Result<Held, LedgerError>) -> Checked<&'static str> {
    match held {
        Err(error) if LedgerOutcome::from(Err(error)) == LedgerOutcome::Invalid => Err(error.into()),
        held => Ok(LedgerOutcome::from(held).as_str()),
    }
}

fn codes(outcomes: &[LedgerOutcome]) -> Uint8Array {
    outcomes.iter().map(|outcome| *outcome as u8).collect::<Vec<u8>>().into()
}

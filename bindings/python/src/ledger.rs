//! The ledger, held natively: plain calls for one order, Arrow record batches for many.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arrow_array::cast::AsArray;
use arrow_array::types::{UInt32Type, UInt64Type};
use arrow_array::{ArrayRef, BooleanArray, Int64Array, RecordBatch, UInt8Array, UInt32Array, UInt64Array};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use oms_core::Error;
use oms_core::ledger::{CellIndex, Held, LedgerError, LedgerOutcome, LedgerRow, ReserveColumns, StockLedger};
use oms_core::stock::StockCell;
use oms_core::value::{Instant, NodeId, Problems, SkuId};
use oms_core::wire::encode;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyDict};
use pyo3_arrow::PyRecordBatch;

use crate::call::{call, call_json};

/// Stock in memory: cells, and holds on them that run out. Instants are nanoseconds since 1970, as `time.time_ns()`.
#[pyclass(frozen, module = "oms_core._oms_core")]
pub(crate) struct Ledger {
    ledger: Mutex<StockLedger<u64>>,
}

#[pymethods]
impl Ledger {
    /// An empty ledger; ids from strangers are hashed with a seed that they cannot guess.
    #[new]
    #[pyo3(signature = (seed=0))]
    fn new(seed: u64) -> Self {
        Self { ledger: Mutex::new(StockLedger::with_seed(seed)) }
    }

    /// The index of a cell, given out when it is first named.
    fn cell(&self, py: Python<'_>, sku: &str, node: &str) -> PyResult<u32> {
        if let Some(known) = self.lock().find(sku, node) {
            return Ok(known.0);
        }
        call(py, || {
            Ok(self.lock().cell(&name("/sku", SkuId::new(sku))?, &name("/node", NodeId::new(node))?)?.0)
        })
    }

    /// Sets the units of a cell that are there, and how many of them have to stay free.
    #[pyo3(signature = (cell, on_hand, min_free=0))]
    fn set(&self, py: Python<'_>, cell: u32, on_hand: i64, min_free: i64) -> PyResult<()> {
        let stock = StockCell { on_hand, ..StockCell::default() };
        call(py, || Ok(self.lock().set(CellIndex(cell), stock, min_free)?))
    }

    /// The quantities of a cell, as the model `StockCell`.
    fn stock<'py>(&self, py: Python<'py>, cell: u32) -> PyResult<Bound<'py, PyAny>> {
        let json = call_json(py, || {
            let stock = self.lock().stock(CellIndex(cell));
            Ok(encode(&stock.ok_or(LedgerError::UnknownCell { line: 0 })?))
        })?;
        let model = py.import("oms_core.models")?.getattr("StockCell")?;
        let named = PyDict::new(py);
        named.set_item("type", model)?;
        py.import("msgspec.json")?.call_method("decode", (json,), Some(&named))
    }

    /// Holds all lines (cell, units) or none.
    #[pyo3(signature = (id, lines, at, expires_at=None))]
    fn reserve(
        &self,
        py: Python<'_>,
        id: u64,
        lines: Vec<(u32, u32)>,
        at: i64,
        expires_at: Option<i64>,
    ) -> PyResult<&'static str> {
        let lines: Vec<(CellIndex, u32)> =
            lines.into_iter().map(|(cell, units)| (CellIndex(cell), units)).collect();
        let held = self.lock().reserve(id, &lines, instant(at), expires_at.map(instant));
        outcome(py, held)
    }

    /// Holds all lines (SKU, node, units) or none.
    #[pyo3(signature = (id, lines, at, expires_at=None))]
    #[expect(clippy::needless_pass_by_value, reason = "extracted arguments are owned")]
    fn reserve_named(
        &self,
        py: Python<'_>,
        id: u64,
        lines: Vec<(PyBackedStr, PyBackedStr, u32)>,
        at: i64,
        expires_at: Option<i64>,
    ) -> PyResult<&'static str> {
        let lines: Vec<(&str, &str, u32)> =
            lines.iter().map(|(sku, node, units)| (&**sku, &**node, *units)).collect();
        let held = self.lock().reserve_named(id, &lines, instant(at), expires_at.map(instant));
        outcome(py, held)
    }

    /// Moves the expiry of a hold.
    #[pyo3(signature = (id, at, expires_at=None))]
    fn extend(&self, py: Python<'_>, id: u64, at: i64, expires_at: Option<i64>) -> PyResult<&'static str> {
        let extended = self.lock().extend(&id, instant(at), expires_at.map(instant));
        outcome(py, extended.map(|()| Held::Now))
    }

    /// Turns the units of a hold into allocated ones.
    fn confirm(&self, py: Python<'_>, id: u64, at: i64) -> PyResult<&'static str> {
        let confirmed = self.lock().confirm(&id, instant(at));
        outcome(py, confirmed.map(|()| Held::Now))
    }

    /// Gives the units of a hold back.
    fn release(&self, py: Python<'_>, id: u64, at: i64) -> PyResult<&'static str> {
        let released = self.lock().release(&id, instant(at));
        outcome(py, released.map(|()| Held::Now))
    }

    /// Gives back what has run out by an instant.
    fn expire(&self, at: i64) {
        self.lock().expire(instant(at));
    }

    /// Holds stock for many orders: a record batch with the columns `order` (uint64), `cell` and `units` (uint32), a
    /// row per line, the lines of an order together. Gives a record batch with `order` and `outcome`, a row per order.
    #[pyo3(signature = (orders, at, expires_at=None))]
    fn reserve_batch(
        &self,
        py: Python<'_>,
        orders: PyRecordBatch,
        at: i64,
        expires_at: Option<i64>,
    ) -> PyResult<PyRecordBatch> {
        let batch = orders.into_inner();
        let done = call(py, || {
            let rows = column::<UInt64Type>(&batch, "order")?;
            let (cells, units) =
                (column::<UInt32Type>(&batch, "cell")?, column::<UInt32Type>(&batch, "units")?);
            let (ids, ends) = runs(&rows);
            let columns = ReserveColumns { ids: &ids, ends: &ends, cells: &cells, units: &units };
            let mut outcomes = Vec::new();
            self.lock().reserve_batch(&columns, instant(at), expires_at.map(instant), &mut outcomes)?;
            Ok((ids, outcomes))
        });
        let (ids, outcomes) = done?;
        let columns: [(&str, ArrayRef); 2] =
            [("order", Arc::new(UInt64Array::from(ids))), ("outcome", codes(&outcomes))];
        record_batch(columns)
    }

    /// Confirms or releases many holds: a record batch with the columns `order` (uint64) and `confirm` (bool). Gives
    /// the same orders with their `outcome`.
    fn settle_batch(&self, py: Python<'_>, orders: PyRecordBatch, at: i64) -> PyResult<PyRecordBatch> {
        let batch = orders.into_inner();
        let done = call(py, || {
            let ids = column::<UInt64Type>(&batch, "order")?;
            let confirm = flags(&batch, "confirm")?;
            let mut outcomes = Vec::new();
            self.lock().settle_batch(&ids, &confirm, instant(at), &mut outcomes)?;
            Ok((ids, outcomes))
        });
        let (ids, outcomes) = done?;
        let columns: [(&str, ArrayRef); 2] =
            [("order", Arc::new(UInt64Array::from(ids))), ("outcome", codes(&outcomes))];
        record_batch(columns)
    }

    /// Every cell as a row: `cell`, `on_hand`, `held`, `allocated`, `free`.
    fn cells_batch(&self) -> PyResult<PyRecordBatch> {
        let ledger = self.lock();
        let count = u32::try_from(ledger.size().cells).unwrap_or(u32::MAX);
        let stock: Vec<StockCell> = (0..count).filter_map(|cell| ledger.stock(CellIndex(cell))).collect();
        let column = |of: fn(&StockCell) -> i64| -> ArrayRef {
            Arc::new(Int64Array::from_iter_values(stock.iter().map(of)))
        };
        record_batch([
            ("cell", Arc::new(UInt32Array::from_iter_values(0..count)) as ArrayRef),
            ("on_hand", column(|cell| cell.on_hand)),
            ("held", column(|cell| cell.held)),
            ("allocated", column(|cell| cell.allocated)),
            ("free", column(|cell| cell.free())),
        ])
    }

    /// What has happened since the last time, a row per event: `order`, `kind`, `at`, `expires_at`.
    fn drain_batch(&self) -> PyResult<PyRecordBatch> {
        let mut ledger = self.lock();
        let mut rows: Vec<LedgerRow> = Vec::new();
        ledger.drain_rows(&mut rows);
        let ids = rows.iter().filter_map(|row| ledger.hold_id(row.hold).map(|(id, _)| *id));
        record_batch([
            ("order", Arc::new(UInt64Array::from_iter_values(ids)) as ArrayRef),
            ("kind", Arc::new(UInt8Array::from_iter_values(rows.iter().map(|row| row.kind as u8)))),
            ("at", Arc::new(Int64Array::from_iter_values(rows.iter().map(|row| row.at)))),
            ("expires_at", Arc::new(Int64Array::from_iter_values(rows.iter().map(|row| row.expires)))),
        ])
    }

    /// What has happened since the last time: the engine's stock events, one JSON object a line.
    fn drain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || {
            let events = self.lock().drain();
            Ok(events
                .iter()
                .flat_map(|(_, event)| {
                    let mut line = encode(event);
                    line.push(b'\n');
                    line
                })
                .collect())
        })
    }

    /// Forgets holds that ended before an instant.
    fn forget(&self, py: Python<'_>, before: i64) -> PyResult<()> {
        call(py, || Ok(self.lock().forget(instant(before))?))
    }
}

impl Ledger {
    /// A call that panicked has left the ledger as it was between two rows: whole.
    fn lock(&self) -> MutexGuard<'_, StockLedger<u64>> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn instant(nanos: i64) -> Instant {
    Instant::from_timestamp_nanos(nanos)
}

fn name<T, E: std::fmt::Display>(place: &str, name: Result<T, E>) -> Result<T, Error> {
    name.map_err(|error| {
        let mut problems = Problems::new();
        problems.add("input.bad_format", place, error.to_string());
        Error::Input(problems)
    })
}

/// Answers are words; what makes no sense is raised.
fn outcome(py: Python<'_>, held: Result<Held, LedgerError>) -> PyResult<&'static str> {
    match held {
        Err(error) if LedgerOutcome::from(Err(error)) == LedgerOutcome::Invalid => {
            call(py, || Err(error.into()))
        }
        held => Ok(LedgerOutcome::from(held).as_str()),
    }
}

fn codes(outcomes: &[LedgerOutcome]) -> ArrayRef {
    Arc::new(UInt8Array::from_iter_values(outcomes.iter().map(|outcome| *outcome as u8)))
}

/// The orders of rows, and where the rows of each end.
fn runs(rows: &[u64]) -> (Vec<u64>, Vec<u32>) {
    let (mut ids, mut ends) = (Vec::new(), Vec::new());
    let mut end = 0_u32;
    for run in rows.chunk_by(|one, other| one == other) {
        end = end.saturating_add(u32::try_from(run.len()).unwrap_or(u32::MAX));
        ids.extend(run.first());
        ends.push(end);
    }
    (ids, ends)
}

fn bad_column(place: &str, message: &str) -> Error {
    let mut problems = Problems::new();
    problems.add("input.wrong_type", format!("/{place}"), message);
    Error::Input(problems)
}

fn column<T: arrow_array::types::ArrowPrimitiveType>(
    batch: &RecordBatch,
    name: &str,
) -> Result<Vec<T::Native>, Error> {
    let message = format!("a column of {} without nulls", T::DATA_TYPE);
    let array = batch.column_by_name(name).and_then(|array| array.as_primitive_opt::<T>());
    let array = array.filter(|array| arrow_array::Array::null_count(*array) == 0);
    array.map(|array| array.values().to_vec()).ok_or_else(|| bad_column(name, &message))
}

fn flags(batch: &RecordBatch, name: &str) -> Result<Vec<bool>, Error> {
    let array = batch.column_by_name(name).and_then(|array| array.as_boolean_opt());
    let array = array.filter(|array| arrow_array::Array::null_count(*array) == 0);
    let values = |array: &BooleanArray| array.values().iter().collect();
    array.map(values).ok_or_else(|| bad_column(name, "a column of booleans without nulls"))
}

fn record_batch<const N: usize>(columns: [(&str, ArrayRef); N]) -> PyResult<PyRecordBatch> {
    let field = |(name, array): &(&str, ArrayRef)| {
        let kind: &DataType = arrow_array::Array::data_type(array);
        Field::new(*name, kind.clone(), false)
    };
    let schema = Schema::new(columns.iter().map(field).collect::<Vec<_>>());
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let batch = RecordBatch::try_new(Arc::new(schema), arrays);
    let batch = batch.map_err(|error: ArrowError| PyValueError::new_err(error.to_string()))?;
    Ok(PyRecordBatch::new(batch))
}

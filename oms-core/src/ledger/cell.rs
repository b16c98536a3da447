//! Cells as four numbers.

use std::collections::BTreeMap;

use crate::stock::{CellDelta, StockCell};

/// Which cell of a ledger: a dense index, given out by [`StockLedger::cell`](super::StockLedger::cell).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellIndex(pub u32);

/// The numbers that a reservation reads and writes; half a line of a processor's cache.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    /// What may still be taken: the free units beyond those that have to stay free.
    pub(super) room: i64,
    pub(super) held: i64,
    pub(super) allocated: i64,
    /// Units that cannot be sold, and units that have to stay free: so that the four add up to the units on hand.
    withheld: i64,
}

/// The numbers of a cell that reservations do not touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Rest {
    /// Unsellable and incoming units; its other buckets are empty.
    cell: CellDelta,
    min_free: i64,
}

/// All cells of a ledger.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    rows: Vec<Row>,
    /// Only of cells that have such numbers.
    rests: BTreeMap<u32, Rest>,
}

impl Row {
    /// Whether a bucket of held or allocated units takes so many more.
    pub(super) const fn takes(self, units: i64) -> bool {
        units <= self.room && self.held <= StockCell::LIMIT - units
    }
}

impl Cells {
    pub(super) const fn new() -> Self {
        Self { rows: Vec::new(), rests: BTreeMap::new() }
    }

    pub(super) fn push(&mut self) {
        self.rows.push(Row::default());
    }

    pub(super) fn row_mut(&mut self, cell: u32) -> Option<&mut Row> {
        self.rows.get_mut(cell as usize)
    }

    pub(super) fn row(&self, cell: u32) -> Option<Row> {
        self.rows.get(cell as usize).copied()
    }

    pub(super) fn min_free(&self, cell: u32) -> i64 {
        self.rests.get(&cell).map_or(0, |rest| rest.min_free)
    }

    pub(super) fn stock(&self, cell: u32) -> Option<StockCell> {
        let row = self.row(cell)?;
        let rest = self.rests.get(&cell).copied().unwrap_or_default().cell;
        Some(StockCell {
            on_hand: row.room + row.held + row.allocated + row.withheld,
            held: row.held,
            allocated: row.allocated,
            quality_hold: rest.quality_hold,
            damaged: rest.damaged,
            returned_pending: rest.returned_pending,
            incoming: rest.incoming,
        })
    }

    /// Sets a cell that exists. Its buckets are within [`StockCell::LIMIT`], so nothing overflows.
    pub(super) fn set(&mut self, cell: u32, stock: StockCell, min_free: i64) {
        let Some(row) = self.row_mut(cell) else { return };
        let withheld = stock.unsellable() + min_free;
        let room = stock.free() - min_free;
        *row = Row { room, held: stock.held, allocated: stock.allocated, withheld };
        let apart = CellDelta { on_hand: 0, held: 0, allocated: 0, ..CellDelta::default() };
        let rest = Rest {
            cell: CellDelta {
                quality_hold: stock.quality_hold,
                damaged: stock.damaged,
                returned_pending: stock.returned_pending,
                incoming: stock.incoming,
                ..apart
            },
            min_free,
        };
        if rest == Rest::default() {
            self.rests.remove(&cell);
        } else {
            self.rests.insert(cell, rest);
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) const fn bytes(&self) -> usize {
        self.rows.capacity() * size_of::<Row>()
    }
}

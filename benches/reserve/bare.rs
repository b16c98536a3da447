//! What the engine is compared with: the least that a program could do, and what a programmer would write first.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::orders::Orders;
use crate::{Sold, WINDOW};

#[derive(Clone, Copy, Default)]
struct Cell {
    free: i32,
    held: i32,
    sold: i32,
}

/// An array, indexed. Holds `window` orders, then settles them. No ids, no expiry, nothing remembered.
pub fn array(orders: &Orders, window: usize) -> impl FnMut() -> (Duration, Sold) {
    let fresh: Vec<Cell> =
        orders.stock.iter().map(|units| Cell { free: *units as i32, ..Cell::default() }).collect();
    let mut cells = fresh.clone();
    let mut accepted = vec![false; WINDOW];
    move || {
        cells.copy_from_slice(&fresh);
        let start = Instant::now();
        let (mut taken, mut at) = (0, 0);
        while at < orders.len() {
            let upto = (at + window).min(orders.len());
            for (order, accepted) in (at..upto).zip(&mut accepted) {
                let lines = orders.lines_of(order);
                let mut done = 0;
                for line in lines {
                    let cell = &mut cells[line.cell as usize];
                    let units = line.units as i32;
                    if cell.free < units {
                        break;
                    }
                    cell.free -= units;
                    cell.held += units;
                    done += 1;
                }
                *accepted = done == lines.len();
                if !*accepted {
                    for line in &lines[..done] {
                        let cell = &mut cells[line.cell as usize];
                        cell.free += line.units as i32;
                        cell.held -= line.units as i32;
                    }
                }
                taken += u64::from(*accepted);
            }
            for (order, accepted) in (at..upto).zip(&accepted) {
                if *accepted {
                    let confirm = orders.confirm[order];
                    for line in orders.lines_of(order) {
                        let cell = &mut cells[line.cell as usize];
                        cell.held -= line.units as i32;
                        if confirm { cell.sold += line.units as i32 } else { cell.free += line.units as i32 }
                    }
                }
            }
            at = upto;
        }
        let took = start.elapsed();
        let units = |cell: &Cell| (i64::from(cell.free), i64::from(cell.sold));
        (took, Sold { orders: taken, cells: cells.iter().map(units).collect() })
    }
}

/// A hash map by SKU and node, one order after the other.
pub fn map(orders: &Orders) -> impl FnMut() -> (Duration, Sold) {
    let mut cells: HashMap<(String, u32), Cell> =
        orders.cells.iter().cloned().map(|key| (key, Cell::default())).collect();
    let stock = orders.cells.iter().zip(&orders.stock);
    let fresh: Vec<((String, u32), Cell)> =
        stock.map(|(key, units)| (key.clone(), Cell { free: *units as i32, ..Cell::default() })).collect();
    // Orders arrive with keys of their own; each is looked up by what it says, not by where it lies.
    let keys: Vec<(String, u32)> =
        orders.lines.iter().map(|line| orders.cells[line.cell as usize].clone()).collect();
    move || {
        for (key, cell) in &fresh {
            cells.insert(key.clone(), *cell);
        }
        let start = Instant::now();
        let (mut taken, mut from) = (0, 0);
        for (order, upto) in orders.ends.iter().enumerate() {
            let upto = *upto as usize;
            let (lines, keys) = (&orders.lines[from..upto], &keys[from..upto]);
            from = upto;
            let mut done = 0;
            for (line, key) in lines.iter().zip(keys) {
                let Some(cell) = cells.get_mut(key) else { break };
                let units = line.units as i32;
                if cell.free < units {
                    break;
                }
                cell.free -= units;
                cell.held += units;
                done += 1;
            }
            let accepted = done == lines.len();
            let confirm = orders.confirm[order];
            for (line, key) in lines.iter().zip(keys).take(done) {
                let Some(cell) = cells.get_mut(key) else { continue };
                let units = line.units as i32;
                cell.held -= units;
                if accepted && confirm { cell.sold += units } else { cell.free += units }
            }
            taken += u64::from(accepted);
        }
        let took = start.elapsed();
        let units = |key: &(String, u32)| {
            cells.get(key).map_or((0, 0), |cell| (i64::from(cell.free), i64::from(cell.sold)))
        };
        (took, Sold { orders: taken, cells: orders.cells.iter().map(units).collect() })
    }
}

//! The orders: made from a seed, or read from a file.
//!
//! The file is CSV with the header `order,sku,node,quantity,action`: one row per line of an order, the rows of an order
//! together. `order` is a whole number that no other order has, `sku` a text, `node` a whole number below 2³²,
//! `quantity` at least 1, `action` what becomes of the order once its stock is held: `confirm` or `release`; its first
//! row counts. Each cell starts with 95 % of the units that all rows ask of it, rounded half up.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::Failure;

/// A line: which cell, how many units.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub cell: u32,
    pub units: u32,
}

/// Orders as columns, with the names of their cells.
pub struct Orders {
    pub ids: Vec<u64>,
    /// The ids as text.
    pub names: Vec<String>,
    /// Where each order's lines end.
    pub ends: Vec<u32>,
    pub lines: Vec<Line>,
    /// What becomes of each.
    pub confirm: Vec<bool>,
    /// SKU and node by cell.
    pub cells: Vec<(String, u32)>,
    /// Units at the start, by cell.
    pub stock: Vec<u32>,
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below `n`, by multiplication.
    fn below(&mut self, n: u64) -> u64 {
        let product = u128::from(self.next()) * u128::from(n);
        u64::try_from(product >> 64).unwrap_or_default()
    }
}

impl Orders {
    /// Orders of 1 to 5 lines over `skus` x `nodes` cells, SKUs by Zipf(1.0), nodes evenly, 1 to 3 units a line; nine
    /// of ten are confirmed.
    pub fn mix(orders: u64, skus: u32, nodes: u32, seed: u64) -> Self {
        let weights = (1..=u64::from(skus)).map(|rank| (1_u64 << 40) / rank);
        let sums: Vec<u64> = weights
            .scan(0_u64, |sum, weight| {
                *sum += weight;
                Some(*sum)
            })
            .collect();
        let all = sums.last().copied().unwrap_or(1);
        let mut random = Random(seed);
        let mut made = Self::empty();
        for sku in 0..skus {
            made.cells.extend((0..nodes).map(|node| (format!("SKU-{sku:06}"), node)));
        }
        for id in 0..orders {
            for _ in 0..=random.below(5) {
                let at = random.below(all);
                let sku = u32::try_from(sums.partition_point(|sum| *sum <= at)).unwrap_or_default();
                let node = u32::try_from(random.below(u64::from(nodes))).unwrap_or_default();
                let units = u32::try_from(random.below(3)).unwrap_or_default() + 1;
                made.lines.push(Line { cell: sku * nodes + node, units });
            }
            let confirm = random.below(10) != 0;
            made.end(id, confirm);
        }
        made.fill();
        made
    }

    /// Orders that all want one cell.
    pub fn hot(orders: u64, seed: u64) -> Self {
        let mut random = Random(seed);
        let mut made = Self::empty();
        made.cells.push(("SKU-000000".to_owned(), 0));
        for id in 0..orders {
            let units = u32::try_from(random.below(3)).unwrap_or_default() + 1;
            made.lines.push(Line { cell: 0, units });
            let confirm = random.below(10) != 0;
            made.end(id, confirm);
        }
        made.fill();
        made
    }

    fn empty() -> Self {
        let (ids, names, ends, lines) = (vec![], vec![], vec![], vec![]);
        Self { ids, names, ends, lines, confirm: vec![], cells: vec![], stock: vec![] }
    }

    fn end(&mut self, id: u64, confirm: bool) {
        self.ids.push(id);
        self.names.push(format!("order-{id:09}"));
        self.ends.push(u32::try_from(self.lines.len()).unwrap_or(u32::MAX));
        self.confirm.push(confirm);
    }

    fn fill(&mut self) {
        let mut asked = vec![0_u64; self.cells.len()];
        for line in &self.lines {
            if let Some(sum) = asked.get_mut(line.cell as usize) {
                *sum += u64::from(line.units);
            }
        }
        self.stock =
            asked.iter().map(|sum| u32::try_from((sum * 95 + 50) / 100).unwrap_or(u32::MAX)).collect();
    }

    /// Reads a file of orders.
    pub fn read(path: &str) -> Result<Self, Failure> {
        let mut reader = csv::Reader::from_path(path)?;
        let mut made = Self::empty();
        let mut cells: BTreeMap<(String, u32), u32> = BTreeMap::new();
        let mut open: Option<(u64, bool)> = None;
        for row in reader.deserialize() {
            let (order, sku, node, quantity, action): (u64, String, u32, u32, String) = row?;
            let confirm = match &*action {
                "confirm" => true,
                "release" => false,
                other => {
                    return Err(
                        format!("order {order}: action `{other}` is neither confirm nor release").into()
                    );
                }
            };
            if quantity == 0 {
                return Err(format!("order {order}: a line wants no unit").into());
            }
            match open {
                Some((last, confirm)) if last != order => {
                    made.end(last, confirm);
                    open = None;
                }
                _ => {}
            }
            open.get_or_insert((order, confirm));
            let fresh = u32::try_from(cells.len())?;
            let cell = *cells.entry((sku.clone(), node)).or_insert_with(|| {
                made.cells.push((sku, node));
                fresh
            });
            made.lines.push(Line { cell, units: quantity });
        }
        if let Some((last, confirm)) = open {
            made.end(last, confirm);
        }
        made.fill();
        Ok(made)
    }

    /// The orders as such a file.
    pub fn to_csv(&self) -> String {
        let mut text = "order,sku,node,quantity,action\n".to_owned();
        for at in 0..self.ids.len() {
            let action = if self.confirm[at] { "confirm" } else { "release" };
            for line in self.lines_of(at) {
                let (sku, node) = &self.cells[line.cell as usize];
                let _ = writeln!(text, "{},{sku},{node},{},{action}", self.ids[at], line.units);
            }
        }
        text
    }

    pub fn lines_of(&self, at: usize) -> &[Line] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.lines[from..self.ends[at] as usize]
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }
}

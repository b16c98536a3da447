//! The families: how many orders, how scarce the stock, how tight the capacity.

use std::str::FromStr;

use thiserror::Error;

use crate::allocation::instance::InstanceMode;

/// A family of generated instances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstanceFamily(usize);

/// There is no family of that name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{name}` is no family; there are: {known}")]
pub struct UnknownFamily {
    /// What was asked for.
    pub name: String,
    /// The families.
    pub known: String,
}

/// How stock is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Supply {
    /// So many of a hundred nodes have a SKU, and so many of a hundred cells only one or two units.
    Cells(i64, i64),
    /// So many units for each hundred that are wanted, over few nodes.
    Share(i64),
    /// Everything everywhere.
    Everywhere,
}

/// The figures of a family.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) name: &'static str,
    pub(super) mode: InstanceMode,
    pub(super) orders: i64,
    pub(super) nodes: i64,
    pub(super) regions: i64,
    pub(super) skus: i64,
    /// Lines of an order: the fewest and the most; where the fewest is 1, each more is half as likely.
    pub(super) lines: (i64, i64),
    pub(super) supply: Supply,
    /// Capacity for each hundred units wanted; none where 0.
    pub(super) capacity: i64,
    /// So many of a hundred orders ship complete.
    pub(super) complete: i64,
    /// So many of a hundred orders have a limit on shipments that can bind.
    pub(super) limited: i64,
}

const fn single(name: &'static str, orders: i64, nodes: i64, lines: (i64, i64), supply: Supply) -> Shape {
    let (regions, skus) = if nodes < 10 { (40, 400) } else { (120, nodes * 60) };
    let mode = InstanceMode::Independent;
    Shape { name, mode, orders, nodes, regions, skus, lines, supply, capacity: 0, complete: 18, limited: 34 }
}

const fn joint(name: &'static str, orders: i64, nodes: i64, skus: i64, supply: Supply) -> Shape {
    let mode = InstanceMode::Joint;
    let (regions, lines) = (if orders < 5000 { 40 } else { 120 }, (1, 10));
    Shape { name, mode, orders, nodes, regions, skus, lines, supply, capacity: 0, complete: 10, limited: 34 }
}

const fn tight(shape: Shape, capacity: i64) -> Shape {
    Shape { capacity, ..shape }
}

const fn complete(shape: Shape) -> Shape {
    Shape { complete: 80, limited: 40, ..shape }
}

const FAMILIES: [Shape; 16] = [
    single("single-s", 400, 5, (1, 3), Supply::Cells(55, 28)),
    single("single-m", 400, 20, (3, 6), Supply::Cells(35, 36)),
    single("single-l", 300, 50, (7, 10), Supply::Cells(22, 35)),
    single("single-x", 200, 50, (8, 10), Supply::Cells(16, 56)),
    joint("tiny-40", 40, 6, 30, Supply::Share(130)),
    joint("scarce-200", 200, 10, 120, Supply::Share(115)),
    joint("scarce-500", 500, 10, 250, Supply::Share(110)),
    joint("scarce-2k", 2000, 20, 800, Supply::Share(105)),
    tight(joint("captight-500", 500, 10, 300, Supply::Share(280)), 119),
    tight(joint("captight-2k", 2000, 20, 1000, Supply::Share(280)), 119),
    complete(joint("complete-500", 500, 12, 250, Supply::Share(124))),
    complete(joint("complete-2k", 2000, 20, 800, Supply::Share(120))),
    tight(joint("big-10k", 10_000, 50, 20_000, Supply::Share(150)), 125),
    tight(joint("big-100k", 100_000, 50, 20_000, Supply::Share(125)), 125),
    Shape { complete: 0, limited: 0, ..joint("ample-500", 500, 12, 250, Supply::Everywhere) },
    Shape { complete: 0, limited: 0, ..joint("ample-2k", 2000, 20, 800, Supply::Everywhere) },
];

impl InstanceFamily {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FAMILIES.len()).map(Self)
    }

    /// Its name, such as `scarce-200`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.shape().name
    }

    pub(super) fn shape(self) -> Shape {
        let [first, ..] = FAMILIES;
        FAMILIES.get(self.0).copied().unwrap_or(first)
    }

    /// Keeps the streams of families apart.
    pub(super) fn salt(self) -> u64 {
        self.name().bytes().fold(7, |hash: u64, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)))
    }
}

impl FromStr for InstanceFamily {
    type Err = UnknownFamily;

    fn from_str(name: &str) -> Result<Self, UnknownFamily> {
        Self::all().find(|family| family.name() == name).ok_or_else(|| {
            let known: Vec<&str> = Self::all().map(Self::name).collect();
            UnknownFamily { name: name.to_owned(), known: known.join(", ") }
        })
    }
}

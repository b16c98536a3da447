//! An instance as planners read it: sound, with stock and lines side by side in memory.

use super::validate::problems;
use super::{InstanceError, InstanceFile, InstanceMode, InstanceNode, InstanceService};

/// A sound instance. Every index in it is of something, every figure is in range, and what all of it can cost at most
/// is under `i64::MAX / 4`, so that cents add up in an `i64`.
///
/// ```
/// use oms_core::allocation::instance::{Instance, InstanceFile};
///
/// let file = InstanceFile::from_json(br#"{
///     "format": "oms-alloc/1", "name": "one", "family": "mine", "mode": "joint",
///     "weight_step_g": 1000, "split_cents": 150, "regions": [[3, 4]], "zone": [[0]],
///     "nodes": [{"kind": "dc", "x_km": 0, "y_km": 0, "ship_cents": 90, "unit_cents": 30, "cap_units": -1,
///                "cap_shipments": -1, "ready_day": 0, "services": [0]}],
///     "services": [{"name": "post", "carrier": 0, "base_cents": [390], "step_cents": [38], "days": [2],
///                   "max_weight_g": 0}],
///     "skus": {"weight_g": [700], "short_cents": [900]},
///     "stock": {"sku": [0], "node": [0], "qty": [5]},
///     "orders": [{"region": 0, "promise_day": 2, "late_cents": 100, "prio": 1, "complete": 0,
///                 "max_shipments": 3, "lines": [[0, 2]]}]}"#)?;
/// let instance = Instance::new(file)?;
/// assert_eq!(instance.distance_km(0, 0), 5);
/// assert_eq!(instance.stock_of(0).len(), 1);
/// # Ok::<(), oms_core::allocation::instance::InstanceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    name: String,
    family: String,
    mode: InstanceMode,
    weight_step_g: i64,
    split_cents: i64,
    nodes: Vec<InstanceNode>,
    regions: Vec<[i64; 2]>,
    /// By node and then region; -1 where the node does not serve it.
    zone: Vec<i32>,
    services: Vec<InstanceService>,
    weight_g: Vec<i64>,
    short_cents: Vec<i64>,
    /// Where the cells of each SKU begin, and where the last end.
    cell_starts: Vec<usize>,
    cells: Vec<StockCell>,
    orders: Vec<InstanceOrderRow>,
    lines: Vec<InstanceLine>,
}

/// Units of a SKU at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StockCell {
    /// The node.
    pub node: u32,
    /// How many units.
    pub quantity: u32,
}

/// A line of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstanceLine {
    /// The SKU.
    pub sku: u32,
    /// How many units, at least one.
    pub quantity: u32,
}

/// An order without its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstanceOrderRow {
    /// Where it goes.
    pub region: u32,
    /// The most shipments allowed.
    pub max_shipments: u32,
    /// The day by which it was promised.
    pub promise_day: i64,
    /// What each day late costs, for each shipment.
    pub late_cents: i64,
    /// What the cost of unfilled units is multiplied by.
    pub prio: i64,
    /// Whether all units ship or none does.
    pub complete: bool,
    first_line: u32,
    end_line: u32,
}

/// Figures that were found to be in range.
fn narrow(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

impl Instance {
    /// Checks a file and packs it. `O(file)`.
    ///
    /// # Errors
    /// [`InstanceError::InvalidInstance`], with every fault and its place.
    pub fn new(file: InstanceFile) -> Result<Self, InstanceError> {
        let found = problems(&file);
        if !found.is_empty() {
            return Err(InstanceError::InvalidInstance(found));
        }
        let (cell_starts, cells) = cells(&file);
        let mut lines = Vec::with_capacity(file.orders.iter().map(|order| order.lines.len()).sum());
        let orders = file.orders.iter().map(|order| {
            let first_line = lines.len();
            lines.extend(
                order
                    .lines
                    .iter()
                    .map(|[sku, quantity]| InstanceLine { sku: narrow(*sku), quantity: narrow(*quantity) }),
            );
            InstanceOrderRow {
                region: order.region,
                max_shipments: narrow(order.max_shipments),
                promise_day: order.promise_day,
                late_cents: order.late_cents,
                prio: order.prio,
                complete: order.complete == 1,
                first_line: u32::try_from(first_line).unwrap_or(u32::MAX),
                end_line: u32::try_from(lines.len()).unwrap_or(u32::MAX),
            }
        });
        let orders = orders.collect();
        let zone = file.zone.iter().flatten().map(|zone| i32::try_from(*zone).unwrap_or(-1)).collect();
        Ok(Self {
            name: file.name,
            family: file.family,
            mode: file.mode,
            weight_step_g: file.weight_step_g,
            split_cents: file.split_cents,
            nodes: file.nodes,
            regions: file.regions,
            zone,
            services: file.services,
            weight_g: file.skus.weight_g,
            short_cents: file.skus.short_cents,
            cell_starts,
            cells,
            orders,
            lines,
        })
    }

    /// Reads, checks and packs a file's JSON.
    ///
    /// # Errors
    /// [`InstanceError::InvalidInstance`].
    pub fn from_json(json: &[u8]) -> Result<Self, InstanceError> {
        Self::new(InstanceFile::from_json(json)?)
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The family that it is of.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Whether orders share stock and capacity.
    #[must_use]
    pub const fn is_joint(&self) -> bool {
        matches!(self.mode, InstanceMode::Joint)
    }

    /// The step in which freight is billed, in grams; at least 1.
    #[must_use]
    pub const fn weight_step_g(&self) -> i64 {
        self.weight_step_g
    }

    /// What each shipment of an order after its first costs.
    #[must_use]
    pub const fn split_cents(&self) -> i64 {
        self.split_cents
    }

    /// The nodes.
    #[must_use]
    pub fn nodes(&self) -> &[InstanceNode] {
        &self.nodes
    }

    /// Where each region lies, in kilometres.
    #[must_use]
    pub fn regions(&self) -> &[[i64; 2]] {
        &self.regions
    }

    /// The rate zone from a node to a region, where the node serves it.
    #[must_use]
    pub fn zone(&self, node: u32, region: u32) -> Option<usize> {
        let at = (node as usize).checked_mul(self.regions.len())?.checked_add(region as usize)?;
        usize::try_from(*self.zone.get(at).filter(|_| (region as usize) < self.regions.len())?).ok()
    }

    /// The carrier services.
    #[must_use]
    pub fn services(&self) -> &[InstanceService] {
        &self.services
    }

    /// How many SKUs there are.
    #[must_use]
    pub fn sku_count(&self) -> usize {
        self.weight_g.len()
    }

    /// The weight of a unit, in grams.
    #[must_use]
    pub fn weight_g(&self, sku: u32) -> i64 {
        self.weight_g.get(sku as usize).copied().unwrap_or(0)
    }

    /// What leaving a unit unfilled costs, before the order's priority.
    #[must_use]
    pub fn short_cents(&self, sku: u32) -> i64 {
        self.short_cents.get(sku as usize).copied().unwrap_or(0)
    }

    /// All cells, by SKU and then node: a planner keeps what is left of each in a list beside this one.
    #[must_use]
    pub fn cells(&self) -> &[StockCell] {
        &self.cells
    }

    /// Where the cells of a SKU stand in [`Instance::cells`].
    #[must_use]
    pub fn cell_range(&self, sku: u32) -> std::ops::Range<usize> {
        let at = |at: usize| self.cell_starts.get(at).copied().unwrap_or(self.cells.len());
        at(sku as usize)..at((sku as usize).saturating_add(1))
    }

    /// The nodes that have a SKU, by node.
    #[must_use]
    pub fn stock_of(&self, sku: u32) -> &[StockCell] {
        self.cells.get(self.cell_range(sku)).unwrap_or_default()
    }

    /// Where the cell of a SKU at a node stands in [`Instance::cells`], if there is one.
    #[must_use]
    pub fn cell(&self, sku: u32, node: u32) -> Option<usize> {
        let range = self.cell_range(sku);
        let found = self.cells.get(range.clone())?.binary_search_by_key(&node, |cell| cell.node).ok()?;
        range.start.checked_add(found)
    }

    /// The orders as they arrive.
    #[must_use]
    pub fn orders(&self) -> &[InstanceOrderRow] {
        &self.orders
    }

    /// The lines of an order.
    #[must_use]
    pub fn lines(&self, order: &InstanceOrderRow) -> &[InstanceLine] {
        self.lines.get(order.first_line as usize..order.end_line as usize).unwrap_or_default()
    }

    /// The lines of all orders.
    #[must_use]
    pub fn all_lines(&self) -> &[InstanceLine] {
        &self.lines
    }

    /// How far a node is from a region, in whole kilometres, rounded down.
    #[must_use]
    pub fn distance_km(&self, node: u32, region: u32) -> i64 {
        self.distance_squared(node, region).isqrt()
    }

    /// The square of how far a node is from a region: exact, so that no two distances tie by rounding.
    #[must_use]
    pub fn distance_squared(&self, node: u32, region: u32) -> i64 {
        let (Some(node), Some([x, y])) = (self.nodes.get(node as usize), self.regions.get(region as usize))
        else {
            return i64::MAX;
        };
        let square = |left: i64, right: i64| left.saturating_sub(right).saturating_pow(2);
        square(node.x_km, *x).saturating_add(square(node.y_km, *y))
    }
}

/// Stock by SKU. The file's entries are by SKU and node already.
fn cells(file: &InstanceFile) -> (Vec<usize>, Vec<StockCell>) {
    let mut starts = Vec::with_capacity(file.skus.weight_g.len().saturating_add(1));
    let entries = file.stock.sku.iter().zip(&file.stock.node).zip(&file.stock.qty);
    let mut cells = Vec::with_capacity(file.stock.sku.len());
    for ((sku, node), quantity) in entries {
        while starts.len() <= *sku as usize {
            starts.push(cells.len());
        }
        cells.push(StockCell { node: *node, quantity: narrow(*quantity) });
    }
    while starts.len() <= file.skus.weight_g.len() {
        starts.push(cells.len());
    }
    (starts, cells)
}

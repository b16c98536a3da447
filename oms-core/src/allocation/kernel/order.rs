//! One order as dense tables: lines, nodes, stock, costs and freight.

use thiserror::Error;

use super::freight::{self, Band, Corner, Floor, Service};
use super::slot::row;

/// Prices of the search are fractions of a minor unit: so many parts.
pub(super) const SCALE: i64 = 256;

/// No cost that can occur is larger than this, scaled; sums of two therefore stay far from the end of `i64`.
const LARGEST: i64 = 1 << 58;

/// Units of one SKU that are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// How many units.
    pub units: u32,
    /// The weight of one unit in grams.
    pub grams: u64,
    /// What leaving one unit short costs.
    pub short_cost: i64,
    /// What one unit is worth, for [`Node::least_value`].
    pub value: u64,
    /// Lines with the same number share the stock of their nodes: the SKU.
    pub pool: u32,
    /// The group of lines that must come from one node; `None` for a line that may come from several.
    pub together: Option<Together>,
}

/// Lines that must come from one node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    /// Lines with the same number belong together.
    pub group: u32,
    /// Whether the group ships whole or not at all; if not, units may be short.
    pub whole: bool,
}

/// What a node can do for the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// The cost of a shipment, freight apart. May be negative.
    pub fixed: i64,
    /// The most units it sends.
    pub cap_units: u64,
    /// The fewest units that make a shipment.
    pub least_units: u64,
    /// The least value that makes a shipment.
    pub least_value: u64,
}

impl Default for Node {
    fn default() -> Self {
        Self { fixed: 0, cap_units: u64::MAX, least_units: 1, least_value: 0 }
    }
}

/// What a node has of a line, and what one unit costs there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Units in stock; the same for all lines of a pool.
    pub stock: u32,
    /// Handling of one unit and every price laid on it. May be negative.
    pub unit_cost: i64,
}

/// A further cost for each unit of a shipment above a number of units. Several make a convex curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surcharge {
    /// Units that are free of it.
    pub above: u64,
    /// The cost of each unit more; not negative, which is what makes the curve convex.
    pub unit_cost: i64,
}

/// Why an order cannot be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OrderError {
    /// Costs, units or weights are so large that sums could leave 64 bits.
    #[error("the costs are too large to be compared")]
    TooLarge,
}

/// A node with its part of the tables.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Site {
    /// The place of the node in the caller's list.
    pub(super) node: u32,
    /// Scaled.
    pub(super) fixed: i64,
    pub(super) cap_units: u64,
    pub(super) least_units: u64,
    pub(super) least_value: u64,
    services: (u32, u32),
    surcharges: (u32, u32),
    /// The heaviest shipment that can occur.
    pub(super) heaviest: u64,
    /// The heaviest shipment that some service takes.
    pub(super) limit: u64,
    /// Under the freight, whatever is shipped.
    pub(super) floor: Floor,
    /// Whether a heavier or larger shipment may be the cheaper one, or small ones are not allowed: then units that
    /// cost more than they save can still be worth shipping.
    pub(super) odd: bool,
}

/// One order, built line by line and node by node, and used again for the next.
///
/// ```
/// use oms_core::allocation::kernel::{Cell, Limit, Line, Node, Order, Service, Solver};
///
/// let mut order = Order::default();
/// order.reset(150, u32::MAX, false);
/// order.line(Line { units: 2, grams: 700, short_cost: 5_000, ..Line::default() });
/// let cell = |stock| [Cell { stock, unit_cost: 30 }];
/// order.node(Node { fixed: 100, ..Node::default() }, cell(1), [Service::steps(390, 38, 1000, 10_000)]);
/// order.node(Node { fixed: 120, ..Node::default() }, cell(9), [Service::steps(430, 46, 1000, 10_000)]);
///
/// let mut solver = Solver::default();
/// let outcome = solver.solve(&mut order, Limit::default()).unwrap();
/// assert_eq!((outcome.cost, outcome.proved), (120 + 430 + 2 * 46 + 2 * 30, true));
/// assert_eq!(solver.shipments().map(|one| (one.node, one.units[0])).collect::<Vec<_>>(), [(1, 2)]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Order {
    pub(super) lines: Vec<Line>,
    pub(super) sites: Vec<Site>,
    /// Units of a line that a node can send, by node and line.
    pub(super) most: Vec<u32>,
    /// What the node has of the line's pool, by node and line.
    pub(super) stock: Vec<u32>,
    /// Scaled cost of a unit, by node and line.
    pub(super) unit: Vec<i64>,
    /// The same with the slope of the freight's floor.
    pub(super) lean: Vec<i64>,
    /// Scaled, each with the place of its first band.
    services: Vec<(Service, u32)>,
    bands: Vec<Band>,
    surcharges: Vec<Surcharge>,
    corners: Vec<Corner>,
    pub(super) split: i64,
    pub(super) max_shipments: u32,
    pub(super) complete: bool,
    /// Whether lines share stock, and whether some belong together.
    pub(super) shares: bool,
    pub(super) groups: bool,
    next_node: u32,
    /// What the units cost that no node has, scaled: no plan can do anything about them.
    pub(super) lacking: i64,
    /// The largest cost named, without its sign.
    largest: i64,
    finest_step: u64,
}

impl Order {
    /// Begins a new order, keeping the memory: the cost of each shipment after the first (not negative), the most
    /// shipments, and whether only the whole order may ship.
    pub fn reset(&mut self, split_cost: i64, max_shipments: u32, complete: bool) {
        self.lines.clear();
        self.sites.clear();
        for table in [&mut self.most, &mut self.stock] {
            table.clear();
        }
        for table in [&mut self.unit, &mut self.lean] {
            table.clear();
        }
        self.services.clear();
        self.bands.clear();
        self.surcharges.clear();
        (self.shares, self.groups, self.next_node, self.finest_step) = (false, false, 0, u64::MAX);
        (self.max_shipments, self.complete, self.largest) = (max_shipments, complete, 0);
        self.lacking = 0;
        self.note(split_cost);
        self.split = split_cost.max(0).saturating_mul(SCALE);
    }

    /// Adds a line. All lines come before the first node.
    pub fn line(&mut self, line: Line) {
        self.note(line.short_cost);
        self.shares |= self.lines.iter().any(|known| known.pool == line.pool);
        self.groups |= line.together.is_some();
        self.lines.push(line);
    }

    /// Adds a node: one cell for each line, and the services it can use. A node without a service cannot ship.
    pub fn node(
        &mut self,
        node: Node,
        cells: impl IntoIterator<Item = Cell>,
        services: impl IntoIterator<Item = Service>,
    ) {
        self.node_with(node, cells, services, [], []);
    }

    /// As [`node`](Self::node), with the bands of its services in their order, and surcharges.
    pub fn node_with(
        &mut self,
        node: Node,
        cells: impl IntoIterator<Item = Cell>,
        services: impl IntoIterator<Item = Service>,
        bands: impl IntoIterator<Item = Band>,
        surcharges: impl IntoIterator<Item = Surcharge>,
    ) {
        let place = self.next_node;
        self.next_node = place.saturating_add(1);
        let start = self.unit.len();
        if !self.push_cells(node, cells) {
            // It can never make a shipment: its services need not be read.
            self.unit.truncate(start);
            self.stock.truncate(start);
            return;
        }
        let (from, bands_from, extra_from) = (self.services.len(), self.bands.len(), self.surcharges.len());
        self.bands
            .extend(bands.into_iter().map(|band| Band { price: band.price.saturating_mul(SCALE), ..band }));
        self.push_services(services, bands_from);
        let scaled =
            |one: Surcharge| Surcharge { unit_cost: one.unit_cost.max(0).saturating_mul(SCALE), ..one };
        self.surcharges.extend(surcharges.into_iter().map(scaled));
        self.note(node.fixed);
        let services = (narrow(from), narrow(self.services.len()));
        let limit =
            self.services.get(from..).unwrap_or_default().iter().map(|(service, _)| service.max_grams).max();
        let (heaviest, units) = self.push_most(node, limit, start);
        let named = self.bands.get(bands_from..).unwrap_or_default();
        self.largest = named
            .iter()
            .map(|band| band.price.saturating_abs().wrapping_div(SCALE))
            .fold(self.largest, i64::max);
        let named = self.surcharges.get(extra_from..).unwrap_or_default();
        self.largest = named.iter().map(|one| one.unit_cost.wrapping_div(SCALE)).fold(self.largest, i64::max);
        if units < node.least_units.max(1) {
            for table in [&mut self.most, &mut self.stock] {
                table.truncate(start);
            }
            self.unit.truncate(start);
            self.services.truncate(from);
            self.bands.truncate(bands_from);
            self.surcharges.truncate(extra_from);
            return;
        }
        self.sites.push(Site {
            node: place,
            fixed: node.fixed.saturating_mul(SCALE),
            cap_units: node.cap_units,
            least_units: node.least_units.max(1),
            least_value: node.least_value,
            services,
            surcharges: (narrow(extra_from), narrow(self.surcharges.len())),
            heaviest: heaviest.min(limit.unwrap_or(0)),
            limit: limit.unwrap_or(0),
            floor: Floor::default(),
            odd: node.least_units > 1 || node.least_value > 0,
        });
        self.lay_floor();
    }

    /// Writes a node's stock and unit costs; whether its stock is enough for a shipment.
    fn push_cells(&mut self, node: Node, cells: impl IntoIterator<Item = Cell>) -> bool {
        let mut cells = cells.into_iter();
        let mut units = 0_u64;
        for at_line in 0..self.lines.len() {
            let cell = cells.next().unwrap_or_default();
            let wanted = self.lines.get(at_line).map_or(0, |line| line.units);
            units = units.saturating_add(u64::from(wanted.min(cell.stock)));
            self.note(cell.unit_cost);
            self.stock.push(cell.stock);
            self.unit.push(cell.unit_cost.saturating_mul(SCALE));
        }
        units.min(node.cap_units) >= node.least_units.max(1)
    }

    /// Writes how many units of each line a node can send under a limit of weight, none without a service; the weight
    /// and the number of all of them.
    fn push_most(&mut self, node: Node, limit: Option<u64>, start: usize) -> (u64, u64) {
        let (mut heaviest, mut units) = (0_u64, 0_u64);
        let cap = u32::try_from(node.cap_units).unwrap_or(u32::MAX);
        let stock = self.stock.get(start..).unwrap_or_default();
        for (line, stock) in self.lines.iter().zip(stock) {
            let mut most = limit.map_or(0, |_| line.units.min(*stock)).min(cap);
            let heavy = line.grams.saturating_mul(u64::from(most)) > limit.unwrap_or(0);
            if let Some(by_weight) = limit.unwrap_or(0).checked_div(line.grams).filter(|_| heavy) {
                most = most.min(u32::try_from(by_weight).unwrap_or(u32::MAX));
            }
            heaviest = heaviest.saturating_add(line.grams.saturating_mul(u64::from(most)));
            units = units.saturating_add(u64::from(most));
            self.most.push(most);
        }
        (heaviest, units)
    }

    /// Keeps the services of a node that are not beaten by another of it.
    fn push_services(&mut self, services: impl IntoIterator<Item = Service>, bands_from: usize) {
        let from = self.services.len();
        let mut next_band = bands_from;
        for service in services {
            self.note(service.base);
            self.note(service.step_cost);
            if service.step_grams > 0 {
                self.finest_step = self.finest_step.min(service.step_grams);
            }
            let scaled = service.scaled();
            let own = self.services.get(from..).unwrap_or_default();
            if !own.iter().any(|(other, _)| scaled.is_beaten_by(other)) {
                self.services.push((scaled, narrow(next_band)));
            }
            next_band = next_band.saturating_add(service.bands as usize);
        }
    }

    /// Draws the line under the freight of the node added last.
    fn lay_floor(&mut self) {
        let Some(site) = self.sites.last_mut() else { return };
        self.corners.clear();
        for (service, first) in self.services.get(site.services.0 as usize..).unwrap_or_default() {
            let own = freight::own_bands(service, *first, &self.bands);
            let first_step = service.base.saturating_add(service.step_cost);
            site.odd |= service.step_cost < 0 || own.last().is_some_and(|last| last.price > first_step);
            site.odd |=
                own.windows(2).any(|pair| matches!(pair, [light, heavy] if light.price > heavy.price));
            freight::corners(service, own, site.heaviest, &mut self.corners);
        }
        site.floor = freight::floor(&mut self.corners, site.heaviest.wrapping_div(2));
        let width = self.lines.len();
        let start = self.unit.len().saturating_sub(width);
        let unit = self.unit.get(start..).unwrap_or_default();
        let floor = site.floor;
        self.lean
            .extend(unit.iter().zip(&self.lines).map(|(unit, line)| unit.wrapping_add(floor.of(line.grams))));
    }

    fn note(&mut self, cost: i64) {
        self.largest = self.largest.max(cost.saturating_abs());
    }

    /// Whether every sum that the search makes stays far inside 64 bits.
    pub(super) fn check(&self) -> Result<(), OrderError> {
        let (mut units, mut grams) = (0_u64, 0_u64);
        for line in &self.lines {
            units = units.saturating_add(u64::from(line.units));
            grams = grams.saturating_add(line.grams.saturating_mul(u64::from(line.units)));
        }
        let steps = grams.wrapping_div(self.finest_step.max(1));
        let parts = units.saturating_mul(4).saturating_add(steps.saturating_mul(2)).saturating_add(64);
        let parts = i64::try_from(parts).unwrap_or(i64::MAX);
        let shipments = i64::try_from(self.sites.len()).unwrap_or(i64::MAX).saturating_mul(4);
        let most = self.largest.saturating_mul(parts.saturating_add(shipments)).saturating_mul(SCALE);
        if most < LARGEST { Ok(()) } else { Err(OrderError::TooLarge) }
    }

    /// Sets apart what all nodes together lack of a line.
    ///
    /// A line that must be short has the price of being short, which may be a thousand times that of a shipment: the
    /// ascent would be busy with reaching it and find no bound in its rounds.
    pub(super) fn set_lacking_apart(&mut self) {
        if self.complete || self.groups {
            return;
        }
        let width = self.width();
        for (at_line, line) in self.lines.iter_mut().enumerate() {
            let column = self.most.iter().skip(at_line).step_by(width.max(1));
            let lack = line.units.saturating_sub(column.copied().fold(0, u32::saturating_add));
            line.units = line.units.saturating_sub(lack);
            let cost = line.short_cost.saturating_mul(SCALE).saturating_mul(i64::from(lack));
            self.lacking = self.lacking.saturating_add(cost);
        }
    }

    /// What a unit of a line costs when it is left short, scaled.
    pub(super) fn short(&self, line: &Line) -> i64 {
        line.short_cost.saturating_mul(SCALE)
    }

    /// The highest price of a line that can make sense, scaled: what being short costs, or where only the whole order
    /// may ship what shipping nothing costs.
    pub(super) fn cap(&self, line: &Line) -> i64 {
        if self.complete { self.cost_of_nothing().max(0) } else { self.short(line) }
    }

    /// What it costs to ship nothing, scaled.
    pub(super) fn cost_of_nothing(&self) -> i64 {
        let short = |line: &Line| self.short(line).wrapping_mul(i64::from(line.units));
        self.lines.iter().map(short).fold(0, i64::wrapping_add)
    }

    /// The most shipments that can matter.
    pub(super) fn most_shipments(&self) -> u32 {
        self.max_shipments.min(narrow(self.sites.len()))
    }

    /// How many lines.
    pub(super) fn width(&self) -> usize {
        self.lines.len()
    }

    /// The cheapest freight of a weight from a site, scaled; `None` if no service takes it.
    pub(super) fn freight(&self, site: &Site, grams: u64) -> Option<i64> {
        let services =
            self.services.get(site.services.0 as usize..site.services.1 as usize).unwrap_or_default();
        let mut best: Option<i64> = None;
        for (service, first) in services {
            let own = freight::own_bands(service, *first, &self.bands);
            if let Some(price) = freight::price(service, own, grams) {
                best = Some(best.map_or(price, |known| known.min(price)));
            }
        }
        best
    }

    /// The surcharges of so many units from a site, scaled.
    pub(super) fn surcharge(&self, site: &Site, units: u64) -> i64 {
        let surcharges =
            self.surcharges.get(site.surcharges.0 as usize..site.surcharges.1 as usize).unwrap_or_default();
        let each = |one: &Surcharge| {
            let above = i64::try_from(units.saturating_sub(one.above)).unwrap_or(i64::MAX);
            one.unit_cost.saturating_mul(above)
        };
        surcharges.iter().map(each).fold(0, i64::saturating_add)
    }

    /// Whether every group that ships whole does so in these units, or not at all.
    pub(super) fn groups_are_whole(&self, units: &[u32]) -> bool {
        let mut all = self.lines.iter().zip(units);
        all.all(|(line, own)| {
            let Some(Together { group, whole: true }) = line.together else { return true };
            let is_full = *own == line.units;
            let mut same = self.lines.iter().zip(units);
            (is_full || *own == 0)
                && same.all(|(other, units)| {
                    other.together.is_none_or(|one| one.group != group) || is_full == (*units == other.units)
                })
        })
    }

    /// What a site ships by line costs, scaled: `None` if it cannot.
    pub(super) fn shipment_cost(&self, place: usize, units: &[u32]) -> Option<i64> {
        let site = self.sites.get(place)?;
        let (mut count, mut grams, mut cost) = (0_u64, 0_u64, site.fixed);
        let cells = self.lines.iter().zip(row(&self.unit, place, self.width()));
        for (units, (line, unit)) in units.iter().zip(cells) {
            count = count.saturating_add(u64::from(*units));
            grams = grams.saturating_add(line.grams.saturating_mul(u64::from(*units)));
            cost = cost.wrapping_add(unit.wrapping_mul(i64::from(*units)));
        }
        Some(cost.wrapping_add(self.freight(site, grams)?).wrapping_add(self.surcharge(site, count)))
    }
}

fn narrow(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

//! A board laid out for the kernel, and what of it the kernel cannot see.

use super::weights::{Ranges, Weights};
use crate::allocation::board::{AllocationBoard, BoardNode};
use crate::allocation::constraint::{CostKey, SetRule, Shape};
use crate::allocation::draft::Draft;
use crate::allocation::kernel::{Band, Cell, Line, Node, Order, Service, Together};
use crate::allocation::{CapacityMeasure, Goal, LatePer, pricing};
use crate::network::Tariff;

/// How a board is told to the kernel.
pub(super) struct Layout {
    /// The nodes handed over, by their places on the board.
    pub(super) nodes: Vec<usize>,
    pub(super) weights: Weights,
    /// Whether the kernel sees all that decides.
    pub(super) is_exact: bool,
    /// How lines belong together.
    together: Vec<Option<Together>>,
    /// When all lines are to arrive; none where nothing was promised.
    promise_days: Option<u32>,
    split_minor: i128,
}

impl Layout {
    /// None where numbers are too large.
    pub(super) fn new(board: &AllocationBoard<'_>) -> Option<Self> {
        let nodes: Vec<usize> = board.usable_nodes().collect();
        let (together, sets_fit) = together(board);
        let promises: Vec<Option<u32>> = board.lines.iter().map(|line| line.promise_days).collect();
        let same_promise = promises.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
        let promise_days = promises.iter().copied().flatten().min();
        let mut layout = Self {
            nodes,
            weights: Weights::default(),
            is_exact: true,
            together,
            promise_days,
            split_minor: board.split_minor,
        };
        let splits_fit = layout.add_shipment_prices(board);
        layout.is_exact =
            sets_fit && splits_fit && (same_promise || !minds_time(board)) && layout.sees_all(board);
        layout.weights = Weights::new(board, layout.ranges(board)?)?;
        Some(layout)
    }

    /// Prices of shipments after the first are splits; any other count is not seen.
    fn add_shipment_prices(&mut self, board: &AllocationBoard<'_>) -> bool {
        let mut fits = true;
        for (_, most, each) in &board.rules.shipments_beyond {
            self.split_minor = self.split_minor.saturating_add(*each);
            fits &= *most == 1;
        }
        fits
    }

    /// Whether rules and terms are of kinds that the kernel knows.
    fn sees_all(&self, board: &AllocationBoard<'_>) -> bool {
        let rules = &board.rules;
        let weights = board.problem().objective.weights;
        let late_by_shipment = rules.late.is_none_or(|late| late.per == LatePer::Shipment);
        let whole = rules.floors.is_empty()
            && rules.co2_price.is_none()
            && rules.below_least.is_empty()
            && rules.torn_sets.is_empty()
            && rules.floor_prices.is_empty()
            && rules.balance.is_none()
            && rules.least.iter().all(|(_, least)| !least.only_split)
            && late_by_shipment
            && weights.is_standard();
        whole && self.nodes.iter().all(|node| sees_node(board, *node)) && pools_agree(board, &self.nodes)
    }

    pub(super) fn ranges(&self, board: &AllocationBoard<'_>) -> Option<Ranges> {
        let units: i128 = board.lines.iter().map(|line| i128::from(line.units)).sum();
        let grams = board.lines.iter().map(|line| line.grams.saturating_mul(u64::from(line.units)));
        let grams = grams.fold(0_u64, u64::saturating_add);
        let most = i128::try_from(board.max_shipments.min(self.nodes.len())).ok()?.min(units);
        let mut dearest_shipment = 0_i128;
        let mut dearest_unit = 0_i128;
        for node in &self.nodes {
            let fixed = fixed_minor(board, *node).saturating_abs();
            let freight = self.services(board, *node).map(|(service, bands, _)| {
                let bands =
                    bands.iter().map(|band| i128::from(band.price).saturating_abs()).max().unwrap_or(0);
                let steps = grams.checked_div(service.step_grams).unwrap_or(0).saturating_add(1);
                let steps = i128::from(service.step_cost).saturating_mul(i128::from(steps));
                bands.max(i128::from(service.base).saturating_abs().saturating_add(steps))
            });
            dearest_shipment = dearest_shipment.max(fixed.saturating_add(freight.max().unwrap_or(0)));
            for line in 0..board.lines.len() {
                dearest_unit = dearest_unit.max(unit_minor(board, *node, line).saturating_abs());
            }
        }
        let short = board.rules.unfilled.iter().flatten().copied().max().unwrap_or(0).max(0);
        let shipments = dearest_shipment.checked_add(self.split_minor.max(0))?.checked_mul(most)?;
        let by_unit = dearest_unit.checked_add(short)?.checked_mul(units)?;
        let minor = shipments.checked_add(by_unit)?.checked_mul(2)?;
        Some(Ranges { units, shipments: most, minor })
    }

    /// Writes the order.
    pub(super) fn lay(&self, board: &AllocationBoard<'_>, order: &mut Order) {
        let weights = &self.weights;
        let minor = |minor: i128| narrow(minor.saturating_mul(weights.minor));
        let split = self.split_minor.saturating_mul(weights.minor).saturating_add(weights.split);
        let most = u32::try_from(board.max_shipments).unwrap_or(u32::MAX);
        order.reset(narrow(split), most, board.problem().ship_complete);
        let unfilled = board.rules.unfilled.as_deref().unwrap_or_default();
        for (at, line) in board.lines.iter().enumerate() {
            let short = unfilled.get(at).copied().unwrap_or(0).saturating_mul(weights.minor);
            order.line(Line {
                units: line.units,
                grams: line.grams,
                short_cost: narrow(short.saturating_add(weights.short_unit)),
                value: u64::try_from(line.value_minor).unwrap_or(0),
                pool: u32::try_from(line.sku).unwrap_or(u32::MAX),
                together: self.together.get(at).copied().flatten(),
            });
        }
        for node in &self.nodes {
            let cells = board.lines.iter().enumerate().map(|(at, line)| {
                let stock = if board.keeper(*node, at).is_none() { board.stock(*node, line.sku) } else { 0 };
                Cell { stock, unit_cost: minor(unit_minor(board, *node, at)) }
            });
            let mut services = Vec::new();
            let mut bands = Vec::new();
            for (service, own, is_late) in self.services(board, *node) {
                let late = narrow(if is_late { weights.late } else { 0 });
                let priced = |price: i64| minor(i128::from(price)).saturating_add(late);
                bands.extend(own.into_iter().map(|band| Band { price: priced(band.price), ..band }));
                let step_cost = minor(i128::from(service.step_cost));
                services.push(Service { base: priced(service.base), step_cost, ..service });
            }
            let own = Node { fixed: minor(fixed_minor(board, *node)), ..limits(board, *node) };
            order.node_with(own, cells, services, bands, []);
        }
    }

    /// The services of a node as the kernel counts them, in minor units, with all that depends on them; and whether
    /// each is late.
    fn services<'b>(
        &'b self,
        board: &'b AllocationBoard<'_>,
        node: usize,
    ) -> impl Iterator<Item = (Service, Vec<Band>, bool)> + 'b {
        let unknown = (!board.freight_known).then(|| (Service::flat(0), Vec::new(), false));
        let known = board.nodes.get(node).filter(|_| board.freight_known);
        let most_grams = most_grams(board, node);
        let offered = known.into_iter().flat_map(move |known| {
            board.options(node).filter_map(move |(at, option)| {
                let late_days = self.late_days(known, u32::from(option.transit_days));
                if late_days > 0 && board.rules.in_time.is_some() {
                    return None;
                }
                let more = service_minor(board, node, at, late_days);
                let (service, bands) = laid_out(&option.tariff, more, most_grams);
                Some((service, bands, late_days > 0))
            })
        });
        unknown.into_iter().chain(offered)
    }

    fn late_days(&self, node: &BoardNode<'_>, transit_days: u32) -> u32 {
        let arrival = u32::from(node.candidate.facts.ready_days).saturating_add(transit_days);
        self.promise_days.map_or(0, |days| arrival.saturating_sub(days))
    }

    /// What the kernel must have counted for a draft.
    pub(super) fn cost_of(&self, board: &AllocationBoard<'_>, draft: &Draft) -> Option<i128> {
        let weights = &self.weights;
        let late =
            draft.loads.iter().filter(|load| pricing::choose(board, load).is_some_and(|one| one.is_late));
        let late = i128::try_from(late.count()).ok()?;
        let splits = i128::try_from(draft.loads.len().saturating_sub(1)).ok()?;
        let parts = [
            (weights.minor, draft.minor(board)),
            (weights.short_unit, i128::from(draft.left_units())),
            (weights.split, splits),
            (weights.late, late),
        ];
        parts.iter().try_fold(0_i128, |sum, (weight, figure)| sum.checked_add(weight.checked_mul(*figure)?))
    }
}

/// Whether it matters when something arrives.
fn minds_time(board: &AllocationBoard<'_>) -> bool {
    let rules = &board.rules;
    rules.late.is_some()
        || rules.in_time.is_some()
        || !rules.late_prices.is_empty()
        || board.problem().objective.goals.contains(&Goal::Late)
}

/// How lines belong together, and whether that is all that is said of it.
fn together(board: &AllocationBoard<'_>) -> (Vec<Option<Together>>, bool) {
    let mut together: Vec<Option<Together>> = vec![None; board.lines.len()];
    let mut fits = true;
    for (at, set) in board.rules.sets.iter().enumerate() {
        let whole = match set.rule {
            SetRule::OneNode => false,
            SetRule::Together => true,
            SetRule::Complete => {
                fits &= board.problem().ship_complete;
                continue;
            }
        };
        let group = u32::try_from(at).unwrap_or(u32::MAX);
        for line in &set.lines {
            match together.get_mut(*line) {
                Some(slot @ None) => *slot = Some(Together { group, whole }),
                // Two sets share a line: the first is told, the other is not seen.
                _ => fits = false,
            }
        }
    }
    (together, fits)
}

/// Whether everything at a node is of a kind that the kernel knows.
fn sees_node(board: &AllocationBoard<'_>, node: usize) -> bool {
    let Some(rules) = board.node_rules(node) else { return true };
    let limits = rules.limits.iter().all(|limit| {
        let all = limit.lines.iter().all(|counts| *counts);
        match limit.measure {
            CapacityMeasure::Units | CapacityMeasure::WeightGrams => all,
            CapacityMeasure::Orders => limit.room > 0,
            CapacityMeasure::Lines | CapacityMeasure::VolumeCm3 => false,
        }
    });
    let charges =
        rules.charges.iter().all(|charge| matches!(charge.shape, Shape::Fixed(_) | Shape::Unit { .. }));
    limits && charges && rules.budgets.is_empty()
}

/// Whether lines that share a SKU are treated alike at every node: the kernel knows one stock for all of them.
fn pools_agree(board: &AllocationBoard<'_>, nodes: &[usize]) -> bool {
    if !board.has_keepers() || board.demand.len() == board.lines.len() {
        return true;
    }
    nodes.iter().all(|node| {
        (0..board.lines.len()).all(|line| {
            let same = (0..board.lines.len()).filter(|other| {
                board.lines.get(*other).map(|line| line.sku) == board.lines.get(line).map(|line| line.sku)
            });
            let is_open = board.keeper(*node, line).is_none();
            let mut same = same;
            same.all(|other| board.keeper(*node, other).is_none() == is_open)
        })
    })
}

/// What a shipment from a node costs whatever it holds.
fn fixed_minor(board: &AllocationBoard<'_>, node: usize) -> i128 {
    let own = board.nodes.get(node).map_or(0, |node| i128::from(node.candidate.shipment_cost.minor()));
    let charges = board.node_rules(node).into_iter().flat_map(|rules| &rules.charges);
    charges.fold(own, |sum, charge| match charge.shape {
        Shape::Fixed(minor) => sum.saturating_add(minor),
        _ => sum,
    })
}

/// What a unit of a line costs at a node.
fn unit_minor(board: &AllocationBoard<'_>, node: usize, line: usize) -> i128 {
    let own = board.nodes.get(node).map_or(0, |node| i128::from(node.candidate.unit_cost.minor()));
    let charges = board.node_rules(node).into_iter().flat_map(|rules| &rules.charges);
    charges.fold(own, |sum, charge| match charge.shape {
        Shape::Unit { line: of, each } if of == line => sum.saturating_add(each),
        _ => sum,
    })
}

/// What a shipment by a service costs beside its freight.
fn service_minor(board: &AllocationBoard<'_>, node: usize, option: usize, late_days: u32) -> i128 {
    let rules = &board.rules;
    let add = |sum: i128, (_, price): &(CostKey, i128)| sum.saturating_add(*price);
    let own = board.option_rules(node, option).into_iter().flat_map(|rules| &rules.prices);
    let mut minor = own.fold(0, add);
    if late_days > 0 {
        minor = rules.late_prices.iter().fold(minor, add);
        if let Some(late) = rules.late {
            let days = late.per_day.saturating_mul(i128::from(late_days));
            minor = minor.saturating_add(late.fixed).saturating_add(days);
        }
    }
    minor
}

/// The heaviest shipment that limits of a node leave.
fn most_grams(board: &AllocationBoard<'_>, node: usize) -> u64 {
    let limits = board.node_rules(node).into_iter().flat_map(|rules| &rules.limits);
    let grams = limits.filter(|limit| limit.measure == CapacityMeasure::WeightGrams).map(|limit| limit.room);
    grams.min().unwrap_or(u64::MAX)
}

fn limits(board: &AllocationBoard<'_>, node: usize) -> Node {
    let limits = board.node_rules(node).into_iter().flat_map(|rules| &rules.limits);
    let units = limits.filter(|limit| limit.measure == CapacityMeasure::Units).map(|limit| limit.room);
    let least = board.rules.least.iter().map(|(_, least)| least).filter(|least| !least.only_split);
    let (least_units, least_value) = least.fold((1, 0), |(units, value), least| {
        (least.units.max(units), u64::try_from(least.value).unwrap_or(u64::MAX).max(value))
    });
    Node { fixed: 0, cap_units: units.min().unwrap_or(u64::MAX), least_units, least_value }
}

/// A tariff with so much more on every price, refused above a weight.
fn laid_out(tariff: &Tariff, more: i128, most_grams: u64) -> (Service, Vec<Band>) {
    let price = |minor: i64| narrow(i128::from(minor).saturating_add(more));
    let bands: Vec<Band> = (tariff.bands.iter())
        .map(|band| Band { up_to: u64::from(band.up_to.as_grams()), price: price(band.price.minor()) })
        .collect();
    let last = bands.last().copied().unwrap_or_default();
    let beyond = tariff.beyond.as_ref();
    let service = Service {
        base: last.price,
        step_cost: beyond.map_or(0, |beyond| beyond.price.minor()),
        step_grams: beyond.map_or(0, |beyond| u64::from(beyond.step.as_grams())),
        from: last.up_to,
        max_grams: tariff.limit_grams().min(most_grams),
        bands: u32::try_from(bands.len()).unwrap_or(u32::MAX),
    };
    (service, bands)
}

fn narrow(minor: i128) -> i64 {
    i64::try_from(minor).unwrap_or(if minor < 0 { i64::MIN / 2 } else { i64::MAX / 2 })
}

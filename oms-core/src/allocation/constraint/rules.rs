//! What constraints and terms come to, in dense indices and minor units: what is forbidden, and what costs how much.

use std::sync::Arc;

use super::CapacityMeasure;
use crate::allocation::{CostKind, LatePer};

/// What a cost is for, and the place of the constraint if it is the price of one.
pub(in crate::allocation) type CostKey = (CostKind, Option<u32>);

/// All that a problem's constraints and terms come to.
#[derive(Clone, Debug, Default)]
pub(in crate::allocation) struct Rules {
    /// By node, the first constraint that keeps it from shipping.
    pub(in crate::allocation) barred: Vec<Option<u32>>,
    /// By node and line, the first constraint that keeps the line from the node; empty when there is none.
    pub(in crate::allocation) closed: Vec<Option<u32>>,
    /// Hard limits of units in single cells.
    pub(in crate::allocation) caps: Vec<Cap>,
    /// What holds at each node.
    pub(in crate::allocation) nodes: Vec<NodeRules>,
    /// What each shipment must have at least.
    pub(in crate::allocation) least: Vec<(u32, Least)>,
    /// Sets of lines that must not be torn.
    pub(in crate::allocation) sets: Vec<LineSet>,
    /// The most shipments, and the constraint that says so.
    pub(in crate::allocation) max_shipments: Option<(usize, u32)>,
    /// What some nodes get before others.
    pub(in crate::allocation) floors: Vec<(u32, Floor)>,
    /// The constraint that forbids being late.
    pub(in crate::allocation) in_time: Option<u32>,
    /// What a late shipment costs by soft constraints.
    pub(in crate::allocation) late_prices: Vec<(CostKey, i128)>,
    /// What being late costs.
    pub(in crate::allocation) late: Option<Late>,
    /// What a kilogram of CO2 costs, in thousandths of a minor unit; nothing when absent.
    pub(in crate::allocation) co2_price: Option<i128>,
    /// What shipments beyond so many cost each.
    pub(in crate::allocation) shipments_beyond: Vec<(CostKey, usize, i128)>,
    /// What shipments below a least cost each.
    pub(in crate::allocation) below_least: Vec<(CostKey, Least, i128)>,
    /// What torn sets cost.
    pub(in crate::allocation) torn_sets: Vec<(CostKey, LineSet, i128)>,
    /// What units from elsewhere cost each, as far as some nodes are behind.
    pub(in crate::allocation) floor_prices: Vec<(CostKey, Floor, i128)>,
    /// What a unit of each line costs that does not ship; `None` when that costs nothing.
    pub(in crate::allocation) unfilled: Option<Vec<i128>>,
    /// What a squared day of variance costs, in thousandths of a minor unit, and the cells by SKU index.
    pub(in crate::allocation) balance: Option<(i128, Vec<Cover>)>,
}

/// A hard limit of units of a SKU at a node.
#[derive(Clone, Copy, Debug)]
pub(in crate::allocation) struct Cap {
    pub(in crate::allocation) by: u32,
    pub(in crate::allocation) node: usize,
    pub(in crate::allocation) sku: usize,
    pub(in crate::allocation) most: u32,
}

/// What holds at a node.
#[derive(Clone, Debug, Default)]
pub(in crate::allocation) struct NodeRules {
    /// Hard limits of what it can do.
    pub(in crate::allocation) limits: Vec<Limit>,
    /// Hard limits of what a shipment may cost in freight and handling.
    pub(in crate::allocation) budgets: Vec<(u32, i128)>,
    /// What its shipment costs beside freight and handling, whatever the service.
    pub(in crate::allocation) charges: Vec<Charge>,
    /// What holds for each service of its lane, in the lane's order; empty when nothing does.
    pub(in crate::allocation) options: Vec<OptionRules>,
}

/// A limit of what a node can do.
#[derive(Clone, Debug)]
pub(in crate::allocation) struct Limit {
    pub(in crate::allocation) by: u32,
    pub(in crate::allocation) measure: CapacityMeasure,
    /// The lines that count.
    pub(in crate::allocation) lines: Arc<[bool]>,
    pub(in crate::allocation) room: u64,
}

/// What a service may not, or costs.
#[derive(Clone, Debug, Default)]
pub(in crate::allocation) struct OptionRules {
    /// The first constraint that forbids it.
    pub(in crate::allocation) barred: Option<u32>,
    pub(in crate::allocation) prices: Vec<(CostKey, i128)>,
    /// Grams of CO2 for each shipment, and for a tonne and a kilometre.
    pub(in crate::allocation) co2: (u32, u32),
}

/// A part of what a shipment costs.
#[derive(Clone, Debug)]
pub(in crate::allocation) struct Charge {
    pub(in crate::allocation) key: CostKey,
    pub(in crate::allocation) shape: Shape,
}

/// How a part of the cost depends on what is shipped.
#[derive(Clone, Debug)]
pub(in crate::allocation) enum Shape {
    /// So much for the shipment.
    Fixed(i128),
    /// So much for each unit of a line.
    Unit { line: usize, each: i128 },
    /// So much for each unit of a SKU beyond so many.
    Beyond { sku: usize, most: u32, each: i128 },
    /// Units of a SKU that cost the more the more are taken.
    Ladder { sku: usize, ladder: Arc<Ladder> },
    /// So much for each started step of a measure beyond the room.
    Over { measure: CapacityMeasure, lines: Arc<[bool]>, room: u64, each: i128 },
    /// So much if freight and handling are beyond the budget.
    Budget { left: i128, price: i128 },
}

/// Units that cost the more the more are taken: the first ones nothing, then by the sums, then each the same.
#[derive(Clone, Debug)]
pub(in crate::allocation) struct Ladder {
    /// How many units cost nothing.
    pub(in crate::allocation) free: u64,
    /// What the first, the first two and so on units beyond those cost.
    pub(in crate::allocation) sums: Vec<i128>,
    /// What each further unit costs.
    pub(in crate::allocation) each: i128,
}

impl Ladder {
    /// The ladder of a stock: the `k`-th unit taken costs `price(on hand − (k − 1))`, which is nothing from `end` on.
    pub(in crate::allocation) fn falling(on_hand: u64, end: u64, price: impl Fn(u64) -> i128) -> Self {
        let free = on_hand.saturating_add(1).saturating_sub(end);
        let first = on_hand.min(end.saturating_sub(1));
        let mut sums = Vec::new();
        let mut sum = 0_i128;
        let whole = price(0);
        for left in (1..=first).rev() {
            let each = price(left);
            if each == whole {
                break;
            }
            sum = sum.saturating_add(each);
            sums.push(sum);
        }
        Self { free, sums, each: whole }
    }

    /// What so many units cost.
    pub(in crate::allocation) fn minor(&self, units: u64) -> i128 {
        let beyond = units.saturating_sub(self.free);
        let steps = u64::try_from(self.sums.len()).unwrap_or(u64::MAX);
        let within = usize::try_from(beyond.min(steps)).unwrap_or(usize::MAX);
        let sum = within.checked_sub(1).and_then(|at| self.sums.get(at)).copied().unwrap_or(0);
        let rest = i128::from(beyond.saturating_sub(steps));
        sum.saturating_add(self.each.saturating_mul(rest))
    }
}

/// The least that a shipment must have.
#[derive(Clone, Copy, Debug)]
pub(in crate::allocation) struct Least {
    pub(in crate::allocation) units: u64,
    pub(in crate::allocation) value: i128,
    /// Whether an order that leaves in one shipment is free of it.
    pub(in crate::allocation) only_split: bool,
}

/// Lines that must not be torn.
#[derive(Clone, Debug)]
pub(in crate::allocation) struct LineSet {
    pub(in crate::allocation) by: u32,
    pub(in crate::allocation) lines: Vec<usize>,
    pub(in crate::allocation) rule: SetRule,
}

/// How lines belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::allocation) enum SetRule {
    /// What ships of them leaves from one node.
    OneNode,
    /// All of them ship, from wherever, or none does.
    Complete,
    /// All of them leave from one node, or none does.
    Together,
}

/// Units that some nodes get before others.
#[derive(Clone, Debug)]
pub(in crate::allocation) struct Floor {
    /// The nodes.
    pub(in crate::allocation) inside: Arc<[bool]>,
    /// Their share in thousandths.
    pub(in crate::allocation) share: u64,
    /// What they got before.
    pub(in crate::allocation) given: u64,
    /// What all got before.
    pub(in crate::allocation) total: u64,
    /// What they are owed beside their share.
    pub(in crate::allocation) owed: u64,
}

impl Floor {
    /// By how many units the nodes are behind after an order that gives them some and others some.
    pub(in crate::allocation) fn behind(&self, inside: u64, outside: u64) -> u64 {
        let total =
            u128::from(self.total).saturating_add(u128::from(inside)).saturating_add(u128::from(outside));
        let share = total.saturating_mul(u128::from(self.share)).div_ceil(1000);
        let due = share.saturating_add(u128::from(self.owed));
        let got = u128::from(self.given).saturating_add(u128::from(inside));
        u64::try_from(due.saturating_sub(got)).unwrap_or(u64::MAX)
    }
}

/// What being late costs.
#[derive(Clone, Copy, Debug)]
pub(in crate::allocation) struct Late {
    pub(in crate::allocation) fixed: i128,
    pub(in crate::allocation) per_day: i128,
    pub(in crate::allocation) per: LatePer,
}

/// A cell whose cover is balanced with that of others.
#[derive(Clone, Copy, Debug)]
pub(in crate::allocation) struct Cover {
    /// The node; nothing is taken where it is no candidate.
    pub(in crate::allocation) node: Option<usize>,
    /// A line of its SKU.
    pub(in crate::allocation) line: usize,
    pub(in crate::allocation) on_hand: u64,
    pub(in crate::allocation) daily_milli: u64,
}

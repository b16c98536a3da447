//! Which nodes hold what: one plan over all items at once, cell by cell.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use crate::catalog::SaleMode;
use crate::value::{LineId, NodeId, Quantity, SkuId};

/// Units of a SKU that are to be held, and the nodes that may hold them, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldDemand {
    /// The SKU.
    pub sku: SkuId,
    /// How many units.
    pub quantity: Quantity,
    /// The nodes that may hold them, best first.
    pub nodes: Vec<NodeId>,
}

/// Units held at a node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeUnits {
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
}

/// A node that was asked to hold units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoldNode {
    /// The node.
    pub node: NodeId,
    /// Lower holds first.
    pub priority: u32,
    /// Whether it sells; a closed node holds for nobody who did not name it.
    pub active: bool,
    /// Units that it could have promised before this reservation, to the reservation's class.
    pub promiseable: i64,
    /// Units that it holds for the item now.
    pub held: Quantity,
}

/// What became of one item: `wanted = held + short + unheld`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HeldItem {
    /// The line it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// The SKU.
    pub sku: SkuId,
    /// Units wanted.
    pub wanted: Quantity,
    /// Units held.
    pub held: Quantity,
    /// Units that are not there.
    pub short: Quantity,
    /// Units that a cart need not hold, because of how the SKU is sold.
    pub unheld: Quantity,
    /// How the SKU is sold.
    pub sale_mode: SaleMode,
    /// The nodes that might hold it, in the order in which they were asked.
    pub nodes: Vec<HoldNode>,
}

/// Chooses the nodes for all demands together: which node holds how many units of which demand, each demand's nodes in
/// its own order, and none that hold nothing.
///
/// The demand with the fewest nodes to choose from goes first, then the one named first; each takes from its nodes in
/// order. Where one is short then, others are moved to other nodes of theirs if that makes room: as many units are held
/// as can be at all (augmenting paths, Ford and Fulkerson 1956), so that demands that overlap are never refused what
/// there is. No node holds more than `available` has for it, over all demands together; a cell that is not named has
/// nothing. `O(d²·n)` steps for each path, with `d` demands and `n` nodes of one SKU; without overlap there is none.
///
/// ```
/// use std::collections::BTreeMap;
/// use oms_core::stock::{HoldDemand, plan_holds};
/// use oms_core::value::{NodeId, Quantity, SkuId};
/// let (mug, a, b) = (SkuId::new("mug")?, NodeId::new("a")?, NodeId::new("b")?);
/// let available = BTreeMap::from([((mug.clone(), a.clone()), 10), ((mug.clone(), b.clone()), 15)]);
/// let demand = HoldDemand { sku: mug, quantity: Quantity::new(13), nodes: vec![a, b] };
/// let units: Vec<u32> =
///     plan_holds(&[demand], &available)[0].iter().map(|part| part.quantity.units()).collect();
/// assert_eq!(units, [10, 3]);
/// # Ok::<(), oms_core::value::IdError>(())
/// ```
#[must_use]
pub fn plan_holds(demands: &[HoldDemand], available: &BTreeMap<(SkuId, NodeId), i64>) -> Vec<Vec<NodeUnits>> {
    let mut board = Board::new(demands, available);
    let mut turn: Vec<(usize, &HoldDemand)> = demands.iter().enumerate().collect();
    turn.sort_by_key(|(at, demand)| (demand.nodes.len(), *at));
    for (at, demand) in &turn {
        board.fill(*at, demand);
    }
    for (at, _) in &turn {
        while board.make_room(*at) {}
    }
    let parts = demands.iter().enumerate().map(|(at, demand)| {
        let mut nodes: Vec<&NodeId> = Vec::with_capacity(demand.nodes.len());
        demand.nodes.iter().for_each(|node| {
            if !nodes.contains(&node) {
                nodes.push(node);
            }
        });
        let held = nodes
            .into_iter()
            .map(|node| NodeUnits { node: node.clone(), quantity: quantity(board.held(at, node)) });
        held.filter(|part| !part.quantity.is_zero()).collect()
    });
    parts.collect()
}

fn quantity(units: i64) -> Quantity {
    Quantity::try_from(units).unwrap_or_default()
}

struct Board<'a> {
    demands: &'a [HoldDemand],
    /// Units left, by cell; never negative.
    left: BTreeMap<(&'a SkuId, &'a NodeId), i64>,
    /// Units held by demand and node.
    held: BTreeMap<(usize, &'a NodeId), i64>,
    /// Units that each demand is short of.
    short: Vec<i64>,
}

impl<'a> Board<'a> {
    fn new(demands: &'a [HoldDemand], available: &'a BTreeMap<(SkuId, NodeId), i64>) -> Self {
        let left = available.iter().map(|((sku, node), units)| ((sku, node), (*units).max(0))).collect();
        let short = demands.iter().map(|demand| demand.quantity.signed()).collect();
        Self { demands, left, held: BTreeMap::new(), short }
    }

    fn held(&self, demand: usize, node: &'a NodeId) -> i64 {
        self.held.get(&(demand, node)).copied().unwrap_or_default()
    }

    fn left(&self, sku: &'a SkuId, node: &'a NodeId) -> i64 {
        self.left.get(&(sku, node)).copied().unwrap_or_default()
    }

    fn short(&self, demand: usize) -> i64 {
        self.short.get(demand).copied().unwrap_or_default()
    }

    fn take(&mut self, demand: usize, sku: &'a SkuId, node: &'a NodeId, units: i64) {
        *self.held.entry((demand, node)).or_default() += units;
        *self.left.entry((sku, node)).or_default() -= units;
    }

    fn fill(&mut self, at: usize, demand: &'a HoldDemand) {
        for node in &demand.nodes {
            let units = self.short(at).min(self.left(&demand.sku, node));
            if units > 0 {
                self.take(at, &demand.sku, node, units);
                self.pay(at, units);
            }
        }
    }

    fn pay(&mut self, at: usize, units: i64) {
        if let Some(short) = self.short.get_mut(at) {
            *short -= units;
        }
    }

    /// Moves units of other demands so that a short one gets some more; says whether it did.
    fn make_room(&mut self, start: usize) -> bool {
        if self.short(start) <= 0 {
            return false;
        }
        let Some((last, node, before)) = self.path(start) else { return false };
        let mut units = self.short(start);
        let Some(demand) = self.demands.get(last) else { return false };
        units = units.min(self.left(&demand.sku, node));
        let mut steps = Vec::new();
        let mut at = last;
        while let Some((taker, node)) = before.get(&at) {
            units = units.min(self.held(at, node));
            steps.push((at, *taker, *node));
            at = *taker;
        }
        if units <= 0 {
            return false;
        }
        self.take(last, &demand.sku, node, units);
        for (giver, taker, node) in steps {
            *self.held.entry((giver, node)).or_default() -= units;
            *self.held.entry((taker, node)).or_default() += units;
        }
        self.pay(start, units);
        true
    }

    /// The shortest way from a short demand over nodes that others hold to one that has units left: the last demand,
    /// the node with units left, and for each demand on the way who takes its units at which node.
    #[expect(clippy::type_complexity, reason = "three parts of one way, taken apart at once")]
    fn path(&self, start: usize) -> Option<(usize, &'a NodeId, BTreeMap<usize, (usize, &'a NodeId)>)> {
        let mut before = BTreeMap::new();
        let mut seen = BTreeSet::from([start]);
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            let Some(demand) = self.demands.get(at) else { continue };
            for node in &demand.nodes {
                if self.left(&demand.sku, node) > 0 {
                    return Some((at, node, before));
                }
                for (other, rival) in self.demands.iter().enumerate() {
                    if rival.sku == demand.sku && self.held(other, node) > 0 && seen.insert(other) {
                        before.insert(other, (at, node));
                        queue.push_back(other);
                    }
                }
            }
        }
        None
    }
}

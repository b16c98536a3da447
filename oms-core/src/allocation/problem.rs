//! What is to be decided: lines, candidate nodes and the costs of each choice.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::facts::{LineFacts, NodeFacts, OrderFacts};
use super::{AllocationConstraint, AllocationObjective, LineSourcing, tiers};
use crate::network::Lane;
use crate::value::{Currency, LineId, Money, NodeId, Problems, Quantity, SkuId, Weight};

/// Which nodes could ship an order, and what each choice costs. Self-contained: deciding it needs nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationProblem {
    /// The currency of every amount.
    pub currency: Currency,
    /// What is to be shipped. Lines may share a SKU; they then share its stock.
    pub lines: Vec<AllocationLine>,
    /// The nodes that may ship.
    pub candidates: Vec<AllocationCandidate>,
    /// What each shipment after the first costs the merchant: packaging, a second delivery, a question from the buyer.
    pub split_cost: Money,
    /// The most shipments allowed; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_shipments: Option<u32>,
    /// All units or none.
    #[serde(default)]
    pub ship_complete: bool,
    /// Whether a node without a lane is never used. If not, and no candidate has a lane at all, freight is unknown and
    /// counts as nothing.
    #[serde(default = "yes")]
    pub lanes_required: bool,
    /// What is known of the order.
    #[serde(default, skip_serializing_if = "OrderFacts::is_plain")]
    pub order: OrderFacts,
    /// What a plan must obey, or pay for. Where several reject, the first is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<AllocationConstraint>,
    /// What a plan is judged by beside freight, handling and splits.
    #[serde(default, skip_serializing_if = "AllocationObjective::is_plain")]
    pub objective: AllocationObjective,
    /// Which nodes are asked first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sourcing: Vec<LineSourcing>,
}

const fn yes() -> bool {
    true
}

/// Units of one SKU that an order line needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationLine {
    /// The order line.
    pub line: LineId,
    /// Its SKU.
    pub sku: SkuId,
    /// How many units; at least one.
    pub quantity: Quantity,
    /// The weight of one unit, packed.
    pub unit_weight: Weight,
    /// What else is known of it.
    #[serde(default, skip_serializing_if = "LineFacts::is_plain")]
    pub facts: LineFacts,
}

/// A node that may ship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationCandidate {
    /// The node.
    pub node: NodeId,
    /// Lower ships first.
    #[serde(default)]
    pub priority: u32,
    /// Whether it ships at all.
    #[serde(default = "yes")]
    pub active: bool,
    /// How far it is from the destination in metres, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_metres: Option<u32>,
    /// What packing one shipment costs there.
    pub shipment_cost: Money,
    /// What handling one unit costs there.
    pub unit_cost: Money,
    /// What may be promised there now, net of what others hold. A SKU that is not named has none.
    #[serde(default)]
    pub available: BTreeMap<SkuId, Quantity>,
    /// The carrier services from there to the destination.
    #[serde(default)]
    pub lane: Lane,
    /// What else is known of it.
    #[serde(default, skip_serializing_if = "NodeFacts::is_plain")]
    pub facts: NodeFacts,
}

impl AllocationLine {
    /// Some units of a SKU, of which nothing else is known.
    #[must_use]
    pub fn new(line: LineId, sku: SkuId, quantity: Quantity, unit_weight: Weight) -> Self {
        Self { line, sku, quantity, unit_weight, facts: LineFacts::default() }
    }
}

impl AllocationCandidate {
    /// An open node without stock, costs and lane.
    #[must_use]
    pub fn new(node: NodeId, currency: Currency) -> Self {
        Self {
            node,
            priority: 0,
            active: true,
            distance_metres: None,
            shipment_cost: Money::zero(currency),
            unit_cost: Money::zero(currency),
            available: BTreeMap::new(),
            lane: Lane::default(),
            facts: NodeFacts::default(),
        }
    }
}

impl AllocationProblem {
    /// What nodes could ship at their plain costs: splits cost nothing, nothing is forbidden, and lanes are needed.
    #[must_use]
    pub fn new(currency: Currency, lines: Vec<AllocationLine>, candidates: Vec<AllocationCandidate>) -> Self {
        Self {
            currency,
            lines,
            candidates,
            split_cost: Money::zero(currency),
            max_shipments: None,
            ship_complete: false,
            lanes_required: true,
            order: OrderFacts::default(),
            constraints: Vec::new(),
            objective: AllocationObjective::default(),
            sourcing: Vec::new(),
        }
    }

    /// Everything wrong with the problem, with the place of each fault.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        self.check_lines(&mut problems);
        check_money(&mut problems, "/splitCost", self.split_cost, self.currency);
        if self.max_shipments == Some(0) {
            let message = "at least 1; leave it out for no limit";
            problems.add("input.out_of_range", "/maxShipments", message);
        }
        let mut seen = BTreeSet::new();
        for (at, candidate) in self.candidates.iter().enumerate() {
            if !seen.insert(&candidate.node) {
                let message = format!("`{}` is a candidate already", candidate.node);
                problems.add("allocation.duplicate_node", format!("/candidates/{at}/node"), message);
            }
            candidate.check(&mut problems, at, self.currency);
        }
        let (amount, currency) = (self.order.amount, self.currency);
        if let Some(amount) = amount {
            check_money(&mut problems, "/order/amount", amount, currency);
        }
        for (at, constraint) in self.constraints.iter().enumerate() {
            problems.extend(constraint.problems(self).under(&format!("/constraints/{at}")));
        }
        problems.extend(self.objective.problems(self).under("/objective"));
        tiers::check(self, &mut problems);
        problems
    }

    fn check_lines(&self, problems: &mut Problems) {
        if self.lines.is_empty() {
            problems.add("allocation.no_line", "/lines", "name at least one line");
        }
        let mut seen = BTreeSet::new();
        for (at, line) in self.lines.iter().enumerate() {
            if !seen.insert(&line.line) {
                let message = format!("`{}` is named already; add up its quantity", line.line);
                problems.add("allocation.duplicate_line", format!("/lines/{at}/line"), message);
            }
            if line.quantity.is_zero() {
                problems.add("input.out_of_range", format!("/lines/{at}/quantity"), "at least 1 unit");
            }
            if let Some(value) = line.facts.unit_value {
                let place = format!("/lines/{at}/facts/unitValue");
                check_money(problems, &place, value, self.currency);
            }
        }
    }
}

impl AllocationCandidate {
    /// Pointers are built only for what is wrong: a problem is checked on every plan.
    fn check(&self, problems: &mut Problems, at: usize, currency: Currency) {
        for (field, money) in [("shipmentCost", self.shipment_cost), ("unitCost", self.unit_cost)] {
            if money.is_negative() || money.currency() != currency {
                check_money(problems, &format!("/candidates/{at}/{field}"), money, currency);
            }
        }
        for (option_at, option) in self.lane.options.iter().enumerate() {
            let faults = option.tariff.problems(currency);
            if !faults.is_empty() {
                problems.extend(faults.under(&format!("/candidates/{at}/lane/options/{option_at}/tariff")));
            }
        }
    }
}

fn check_money(problems: &mut Problems, path: &str, money: Money, currency: Currency) {
    if money.currency() != currency {
        problems.add("money.currency_mismatch", path, format!("the amount must be in {currency}"));
    }
    if money.is_negative() {
        problems.add("input.out_of_range", path, "the amount must not be negative");
    }
}

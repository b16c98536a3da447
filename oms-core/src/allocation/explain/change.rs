//! A change of one input of a problem, to see what would be decided then.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::allocation::{AllocationCandidate, AllocationProblem};
use crate::network::{LaneOption, StepRate, Tariff, WeightBand};
use crate::value::{Money, NodeId, Quantity, SkuId};

/// A change of one input: a price, stock or what was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum InputChange {
    /// Shipments from a node cost more.
    PriceRise(PriceRise),
    /// Shipments from a node cost less.
    PriceDrop(PriceDrop),
    /// A node has more units.
    StockMore(StockMore),
    /// A node has fewer units.
    StockLess(StockLess),
    /// The order was promised for another day.
    PromiseMoved(PromiseMoved),
}

/// Shipments from a node cost more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PriceRise {
    /// The node.
    pub node: NodeId,
    /// How much more a shipment costs.
    pub by: Money,
}

/// Shipments from a node cost less: first what the node asks, then what each of its carriers asks, down to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PriceDrop {
    /// The node.
    pub node: NodeId,
    /// How much less a shipment costs.
    pub by: Money,
}

/// A node has more units of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockMore {
    /// The node.
    pub node: NodeId,
    /// The SKU.
    pub sku: SkuId,
    /// How many more.
    pub units: Quantity,
}

/// A node has fewer units of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockLess {
    /// The node.
    pub node: NodeId,
    /// The SKU.
    pub sku: SkuId,
    /// How many fewer.
    pub units: Quantity,
}

/// The order was promised for another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseMoved {
    /// In how many days it would have been promised.
    pub promise_days: u16,
}

impl InputChange {
    /// The problem with the change made. A node that is no candidate changes nothing.
    #[must_use]
    pub fn applied(&self, problem: &AllocationProblem) -> AllocationProblem {
        let mut changed = problem.clone();
        match self {
            Self::PriceRise(rise) => at(&mut changed, &rise.node, |candidate| {
                candidate.shipment_cost = shifted(candidate.shipment_cost, rise.by.minor());
            }),
            Self::PriceDrop(drop) => at(&mut changed, &drop.node, |candidate| cheapen(candidate, drop.by)),
            Self::StockMore(more) => at(&mut changed, &more.node, |candidate| {
                let units = candidate.available.entry(more.sku.clone()).or_default();
                *units = Quantity::new(units.units().saturating_add(more.units.units()));
            }),
            Self::StockLess(less) => at(&mut changed, &less.node, |candidate| {
                if let Some(units) = candidate.available.get_mut(&less.sku) {
                    *units = Quantity::new(units.units().saturating_sub(less.units.units()));
                }
            }),
            Self::PromiseMoved(moved) => changed.order.promise_days = Some(moved.promise_days),
        }
        changed
    }
}

fn at(problem: &mut AllocationProblem, node: &NodeId, change: impl FnOnce(&mut AllocationCandidate)) {
    if let Some(candidate) = problem.candidates.iter_mut().find(|candidate| candidate.node == *node) {
        change(candidate);
    }
}

fn shifted(money: Money, minor: i64) -> Money {
    Money::from_minor(money.minor().saturating_add(minor), money.currency())
}

/// Takes off what the node asks first; what is left over comes off every price of every carrier.
fn cheapen(candidate: &mut AllocationCandidate, by: Money) {
    let own = candidate.shipment_cost.minor().min(by.minor());
    candidate.shipment_cost = shifted(candidate.shipment_cost, own.saturating_neg());
    let rest = by.minor().saturating_sub(own);
    if rest > 0 {
        for option in &mut candidate.lane.options {
            *option = LaneOption { tariff: Arc::new(cheaper(&option.tariff, rest)), ..option.clone() };
        }
    }
}

/// A tariff of which every price is lower by so much, and nothing where it was lower than that. Steps that cost less
/// than the rest go on from nothing, so the price never falls as the weight grows.
fn cheaper(tariff: &Tariff, by: i64) -> Tariff {
    let lower = |price: Money| Money::from_minor(price.minor().saturating_sub(by).max(0), price.currency());
    let bands = tariff.bands.iter().map(|band| WeightBand { up_to: band.up_to, price: lower(band.price) });
    let beyond = tariff.beyond.as_ref();
    Tariff {
        bands: bands.collect(),
        beyond: beyond.map(|beyond| StepRate { step: beyond.step, price: beyond.price }),
    }
}

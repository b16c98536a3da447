//! One rule, one look at the stock: what to buy, and why.

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use super::figure::{Figure, optional_decimal};
use super::{
    DatedUnits, LeadTimeDemand, OrderLimit, ReplenishError, ReplenishLevels, ReplenishPolicy, ReplenishRule,
    StockOut, StockProjection, SupplierAsk, SupplierCandidate, SupplierPart, choose_suppliers, days_of_cover,
    stock_out,
};
use crate::purchase::{DemandBasis, InventoryPosition, PurchaseCap, PurchaseReason};
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Instant, Money, Quantity, SupplierId};

/// A rule and what there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishRequest {
    /// The rule.
    pub rule: ReplenishRule,
    /// What is there and coming.
    pub position: InventoryPosition,
    /// Units that could be sold now: what the stock-out date counts from.
    pub free: i64,
    /// Units that come, with their dates.
    #[serde(default)]
    pub supply: Vec<DatedUnits>,
    /// What is in open to-dos, by supplier; part of the position.
    #[serde(default)]
    pub open: Vec<SupplierPart>,
    /// When a periodic rule last looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_at: Option<Instant>,
    /// Now.
    pub at: Instant,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReplenishVerdict {
    /// The rule is not followed.
    Inactive,
    /// The rule looks only now and then, and has looked in this period.
    NotDue,
    /// The position is high enough.
    Enough,
    /// Something should be bought.
    Buy,
    /// Something would be needed, but a cap forbids any order.
    Capped,
}

/// What should be bought of one supplier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PurchaseProposal {
    /// The supplier; whoever the buyer chooses when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<SupplierId>,
    /// How many units, what is in its open to-do included.
    pub quantity: Quantity,
    /// Of these, how many are new.
    pub added: Quantity,
    /// What they cost with freight and duty, when prices are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landed_cost: Option<Money>,
    /// Why.
    pub reason: PurchaseReason,
}

/// What to buy, with everything that it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishDecision {
    /// What came of it.
    pub verdict: ReplenishVerdict,
    /// What was there and coming.
    pub position: InventoryPosition,
    /// The inventory position, in units.
    pub position_units: i64,
    /// The levels of the rule.
    pub levels: ReplenishLevels,
    /// How many units are needed, before minimum, multiple and caps.
    pub needed: i64,
    /// What should be bought.
    pub proposals: Vec<PurchaseProposal>,
    /// The suppliers that were considered.
    pub candidates: Vec<SupplierCandidate>,
    /// How many more units the caps leave room for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<OrderLimit>,
    /// When stock runs out, where demand is known and it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock_out: Option<StockOut>,
    /// How many days the free units last, where demand is known.
    #[serde(default, with = "optional_decimal", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DecimalText>"))]
    pub days_of_cover: Option<Decimal>,
}

/// Decides what a rule wants bought. Pure: the same figures give the same answer.
///
/// ```
/// use oms_core::replenish::{ReplenishRequest, ReplenishVerdict, replenish};
/// // "Below 20 pieces, order up to 60", and 15 are there.
/// let request: ReplenishRequest = serde_json::from_str(
///     r#"{"rule": {"sku": "mug", "policy": {"type": "floor", "pieces": 20, "upTo": 60}},
///         "position": {"onHand": 15, "unsellable": 0, "allocated": 0, "backorders": 0, "onOrder": 0, "todos": 0},
///         "free": 15, "at": "2026-11-11T00:00:00Z"}"#,
/// )?;
/// let decision = replenish(&request)?;
/// assert_eq!(decision.verdict, ReplenishVerdict::Buy);
/// assert_eq!(decision.proposals[0].quantity.units(), 45);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ReplenishError::Invalid`] with everything wrong; [`ReplenishError::Overflow`].
pub fn replenish(request: &ReplenishRequest) -> Result<ReplenishDecision, ReplenishError> {
    let rule = &request.rule;
    let problems = rule.problems();
    if !problems.is_empty() {
        return Err(ReplenishError::Invalid(problems.under("/rule")));
    }
    let levels = rule.levels()?;
    let position_units = request.position.units();
    let (stock_out, days_of_cover) = match &rule.demand {
        Some(demand) => cover(request, demand)?,
        None => (None, None),
    };
    let mut decision = ReplenishDecision {
        verdict: ReplenishVerdict::Enough,
        position: request.position,
        position_units,
        needed: levels.needed(position_units, open_units(request)),
        levels,
        proposals: Vec::new(),
        candidates: Vec::new(),
        limits: limits(request, position_units)?,
        stock_out,
        days_of_cover,
    };
    if !rule.active {
        decision.verdict = ReplenishVerdict::Inactive;
    } else if !is_due(request) {
        decision.verdict = ReplenishVerdict::NotDue;
    } else if decision.needed > 0 {
        buy(request, &mut decision)?;
    }
    Ok(decision)
}

fn buy(request: &ReplenishRequest, decision: &mut ReplenishDecision) -> Result<(), ReplenishError> {
    let rule = &request.rule;
    let choice = choose_suppliers(&SupplierAsk {
        offers: rule.suppliers.clone(),
        needed: decision.needed,
        open: request.open.clone(),
        limits: decision.limits.clone(),
        budget: rule.budget,
        economic: decision.levels.economic.clone(),
        strategy: rule.strategy,
        at: request.at,
        needed_by: decision.stock_out.map(|out| out.at),
    })?;
    for candidate in
        choice.candidates.iter().filter(|candidate| candidate.chosen && !candidate.added.is_zero())
    {
        let reason = reason(request, decision, candidate);
        decision.proposals.push(PurchaseProposal {
            supplier: candidate.supplier.clone(),
            quantity: candidate.quantity,
            added: candidate.added,
            landed_cost: candidate.landed_cost,
            reason,
        });
    }
    decision.candidates = choice.candidates;
    let none = decision.proposals.is_empty();
    decision.verdict = if none { ReplenishVerdict::Capped } else { ReplenishVerdict::Buy };
    Ok(())
}

fn reason(
    request: &ReplenishRequest,
    decision: &ReplenishDecision,
    candidate: &SupplierCandidate,
) -> PurchaseReason {
    let levels = &decision.levels;
    let basis = request.rule.demand.as_ref().zip(levels.basis.as_ref()).map(|(demand, basis)| DemandBasis {
        daily_demand: demand.daily_demand,
        demand_deviation: demand.demand_deviation,
        lead_time_days: demand.lead_time_days,
        lead_time_deviation: demand.lead_time_deviation,
        review_days: demand.review_days,
        safety_factor: basis.safety.factor.unwrap_or_default(),
        safety_stock: basis.safety.exact,
    });
    PurchaseReason {
        policy: levels.policy,
        position: request.position,
        reorder_point: levels.reorder_point,
        target: levels.target,
        needed: candidate.needed,
        capped_by: candidate.capped_by,
        stock_out_at: decision.stock_out.map(|out| out.at),
        demand: basis,
    }
}

type Cover = (Option<StockOut>, Option<Decimal>);

fn cover(request: &ReplenishRequest, demand: &LeadTimeDemand) -> Result<Cover, ReplenishError> {
    let (free, daily_demand, at) = (request.free, demand.daily_demand, request.at);
    let projection = StockProjection { free, daily_demand, supply: request.supply.clone(), at };
    Ok((stock_out(&projection)?, days_of_cover(free, daily_demand)?))
}

/// How many more units there may be: room in the warehouse, and what sells before it spoils.
fn limits(request: &ReplenishRequest, position: i64) -> Result<Vec<OrderLimit>, ReplenishError> {
    let rule = &request.rule;
    let mut limits = Vec::new();
    if let Some(most) = rule.max_stock {
        limits.push(OrderLimit { units: most.signed().saturating_sub(position), cap: PurchaseCap::MaxStock });
    }
    if let Some((days, demand)) = rule.shelf_life_days.zip(rule.demand.as_ref()) {
        let sellable = (Figure::from(demand.daily_demand) * i64::from(days)).units_down()?;
        let units = sellable.saturating_sub(open_units(request));
        limits.push(OrderLimit { units, cap: PurchaseCap::ShelfLife });
    }
    Ok(limits)
}

/// Units in open to-dos.
fn open_units(request: &ReplenishRequest) -> i64 {
    request.open.iter().fold(0, |sum, part| sum.saturating_add(part.quantity.signed()))
}

/// Whether the rule looks at all: a periodic one once in each of its periods, the others always.
fn is_due(request: &ReplenishRequest) -> bool {
    let ReplenishPolicy::Periodic(periodic) = &request.rule.policy else { return true };
    let period = |at: Instant| {
        let days = at.signed_duration_since(periodic.from).num_seconds().div_euclid(86_400);
        days.div_euclid(i64::from(periodic.every_days.max(1)))
    };
    let now = period(request.at);
    now >= 0 && request.reviewed_at.is_none_or(|last| period(last) < now)
}

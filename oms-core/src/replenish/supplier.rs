//! Of whom to buy.

use std::cmp::Ordering;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::lot::price_at;
use super::{EconomicOrder, OrderLimit, PriceBreak, ReplenishError, SizedOrder, SizingRequest, size_order};
use crate::purchase::PurchaseCap;
use crate::value::{Instant, Money, Problems, Quantity, SupplierId};

/// What a supplier offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SupplierOffer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplierOffer {
    /// The supplier.
    pub supplier: SupplierId,
    /// Days of 24 hours from order to shelf.
    pub lead_time_days: u16,
    /// The smallest order.
    #[serde(default = "one")]
    pub minimum: Quantity,
    /// Orders are whole multiples of this.
    #[serde(default = "one")]
    pub multiple: Quantity,
    /// Prices by size of the order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<PriceBreak>,
    /// Freight and duty of each unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_per_unit: Option<Money>,
    /// Freight and fees of each order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_per_order: Option<Money>,
    /// Its weight where purchases are split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u32>,
}

const fn one() -> Quantity {
    Quantity::new(1)
}

/// How to choose among suppliers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SupplierStrategy {
    /// The lowest landed cost per unit among those who deliver before stock runs out; the fastest if none does.
    #[default]
    CheapestInTime,
    /// Every supplier by its share.
    Split,
}

/// What has to be bought, and who offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplierAsk {
    /// Who offers it.
    pub offers: Vec<SupplierOffer>,
    /// How many more units are needed, beyond what is in open to-dos.
    pub needed: i64,
    /// What is in open to-dos already, by supplier: these are topped up.
    #[serde(default)]
    pub open: Vec<SupplierPart>,
    /// How many more units there may be.
    #[serde(default)]
    pub limits: Vec<OrderLimit>,
    /// The most that one to-do may cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// What an economic order quantity is computed from, where one is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub economic: Option<EconomicOrder>,
    /// How to choose.
    #[serde(default)]
    pub strategy: SupplierStrategy,
    /// Now.
    pub at: Instant,
    /// When stock runs out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<Instant>,
}

/// Units of one supplier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplierPart {
    /// The supplier; whoever the buyer chooses when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<SupplierId>,
    /// How many units.
    pub quantity: Quantity,
}

/// A supplier that was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplierCandidate {
    /// The supplier; whoever the buyer chooses when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<SupplierId>,
    /// How many more units it was asked for.
    pub needed: i64,
    /// How many units the order would have, what is in its open to-do included.
    pub quantity: Quantity,
    /// Of these, how many are new.
    pub added: Quantity,
    /// What kept it from what was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capped_by: Option<PurchaseCap>,
    /// What the order would cost with freight and duty, when prices are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landed_cost: Option<Money>,
    /// When the goods would be there, when a supplier is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrives_at: Option<Instant>,
    /// Whether that is after stock runs out.
    pub late: bool,
    /// Whether it was chosen.
    pub chosen: bool,
}

/// Of whom to buy, with everybody who was considered, by supplier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplierChoice {
    /// Everybody who was considered.
    pub candidates: Vec<SupplierCandidate>,
}

/// Chooses of whom to buy. The order of the offers does not matter. Without offers the buyer chooses.
///
/// # Errors
/// [`ReplenishError::Invalid`] for offers that contradict each other; [`ReplenishError::Overflow`].
pub fn choose_suppliers(ask: &SupplierAsk) -> Result<SupplierChoice, ReplenishError> {
    let problems = problems(&ask.offers, ask.budget);
    if !problems.is_empty() {
        return Err(ReplenishError::Invalid(problems));
    }
    if ask.needed <= 0 {
        return Ok(SupplierChoice::default());
    }
    if ask.offers.is_empty() {
        return Ok(SupplierChoice { candidates: vec![SupplierCandidate { chosen: true, ..anybody(ask) }] });
    }
    let mut offers: Vec<&SupplierOffer> = ask.offers.iter().collect();
    offers.sort_by(|a, b| a.supplier.cmp(&b.supplier));
    let candidates = match ask.strategy {
        SupplierStrategy::CheapestInTime => cheapest(ask, &offers)?,
        SupplierStrategy::Split => split(ask, &offers)?,
    };
    Ok(SupplierChoice { candidates })
}

fn cheapest(ask: &SupplierAsk, offers: &[&SupplierOffer]) -> Result<Vec<SupplierCandidate>, ReplenishError> {
    let one = |offer: &&SupplierOffer| candidate(ask, offer, ask.needed, &ask.limits);
    let mut candidates = offers.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    // Sorted by supplier, and the first of equals wins.
    if let Some(best) = candidates.iter_mut().min_by(|a, b| rank(a, b)) {
        best.chosen = !best.added.is_zero();
    }
    Ok(candidates)
}

/// Shares by largest remainder, ties by supplier. Room that one has taken is gone for the next.
fn split(ask: &SupplierAsk, offers: &[&SupplierOffer]) -> Result<Vec<SupplierCandidate>, ReplenishError> {
    let shares: Vec<u64> = offers.iter().map(|offer| u64::from(offer.share.unwrap_or_default())).collect();
    let shares = if shares.iter().all(|share| *share == 0) { vec![1; shares.len()] } else { shares };
    let parts = largest_remainder(ask.needed, &shares);
    let mut limits = ask.limits.clone();
    let mut candidates = Vec::with_capacity(offers.len());
    for (offer, needed) in offers.iter().zip(parts) {
        let mut candidate = candidate(ask, offer, needed, &limits)?;
        candidate.chosen = !candidate.added.is_zero();
        for limit in &mut limits {
            limit.units = limit.units.saturating_sub(candidate.added.signed());
        }
        candidates.push(candidate);
    }
    Ok(candidates)
}

/// Whole units by weight: floors first, then one each to the largest remainders, ties by position.
fn largest_remainder(units: i64, weights: &[u64]) -> Vec<i64> {
    let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum::<i128>().max(1);
    let exact = |weight: &u64| i128::from(units).saturating_mul(i128::from(*weight));
    let mut parts: Vec<i128> = weights.iter().map(|weight| exact(weight) / total).collect();
    let mut left = i128::from(units).saturating_sub(parts.iter().sum());
    let mut order: Vec<(i128, usize)> =
        weights.iter().enumerate().map(|(at, weight)| (-(exact(weight) % total), at)).collect();
    order.sort_unstable();
    for (_, at) in order {
        if let Some(part) = parts.get_mut(at).filter(|_| left > 0) {
            *part += 1;
            left -= 1;
        }
    }
    parts.into_iter().map(|part| i64::try_from(part).unwrap_or(i64::MAX)).collect()
}

fn rank(a: &SupplierCandidate, b: &SupplierCandidate) -> Ordering {
    let nothing = |candidate: &SupplierCandidate| candidate.added.is_zero();
    let by_arrival = || a.arrives_at.cmp(&b.arrives_at);
    let by_price = || match (a.landed_cost, b.landed_cost) {
        (Some(x), Some(y)) => {
            let x = i128::from(x.minor()).saturating_mul(i128::from(b.quantity.units()));
            let y = i128::from(y.minor()).saturating_mul(i128::from(a.quantity.units()));
            x.cmp(&y)
        }
        (x, y) => x.is_none().cmp(&y.is_none()),
    };
    (nothing(a).cmp(&nothing(b)))
        .then_with(|| a.late.cmp(&b.late))
        .then_with(|| if a.late { by_arrival() } else { Ordering::Equal })
        .then_with(by_price)
        .then_with(by_arrival)
}

fn candidate(
    ask: &SupplierAsk,
    offer: &SupplierOffer,
    needed: i64,
    limits: &[OrderLimit],
) -> Result<SupplierCandidate, ReplenishError> {
    let open = open_units(ask, Some(&offer.supplier));
    let mut total = if needed > 0 { open.signed().saturating_add(needed) } else { 0 };
    if let Some(economic) = ask.economic.as_ref().filter(|_| needed > 0) {
        total = total.max(economic.lot(&offer.prices)?.units.signed());
    }
    let widened =
        |limit: &OrderLimit| OrderLimit { units: limit.units.saturating_add(open.signed()), ..*limit };
    let mut limits: Vec<OrderLimit> = limits.iter().map(widened).collect();
    if let Some(budget) = ask.budget {
        limits.push(OrderLimit { units: affordable(offer, budget), cap: PurchaseCap::Budget });
    }
    let (minimum, multiple) = (offer.minimum, offer.multiple);
    let SizedOrder { quantity, capped_by } =
        size_order(&SizingRequest { needed: total, minimum, multiple, limits });
    let days = TimeDelta::try_days(i64::from(offer.lead_time_days));
    let arrives_at = days.and_then(|days| ask.at.checked_add_signed(days));
    Ok(SupplierCandidate {
        supplier: Some(offer.supplier.clone()),
        needed,
        quantity,
        added: quantity.saturating_sub(open),
        capped_by,
        landed_cost: landed_cost(offer, quantity)?,
        arrives_at,
        // Goods that come beyond the calendar are late for anything.
        late: ask.needed_by.is_some_and(|by| arrives_at.is_none_or(|arrives| arrives > by)),
        chosen: false,
    })
}

/// What the buyer has to find a supplier for.
fn anybody(ask: &SupplierAsk) -> SupplierCandidate {
    let open = open_units(ask, None);
    let lot = ask.economic.as_ref().and_then(|economic| economic.lot(&[]).ok());
    let needed = open.signed().saturating_add(ask.needed).max(lot.map_or(0, |lot| lot.units.signed()));
    let widened =
        |limit: &OrderLimit| OrderLimit { units: limit.units.saturating_add(open.signed()), ..*limit };
    let limits = ask.limits.iter().map(widened).collect();
    let sized = size_order(&SizingRequest { needed, minimum: one(), multiple: one(), limits });
    SupplierCandidate {
        supplier: None,
        needed: ask.needed,
        quantity: sized.quantity,
        added: sized.quantity.saturating_sub(open),
        capped_by: sized.capped_by,
        landed_cost: None,
        arrives_at: None,
        late: false,
        chosen: false,
    }
}

fn open_units(ask: &SupplierAsk, supplier: Option<&SupplierId>) -> Quantity {
    let open = ask.open.iter().find(|part| part.supplier.as_ref() == supplier);
    open.map_or(Quantity::ZERO, |part| part.quantity)
}

/// `quantity · (unit price + freight and duty of a unit) + cost of an order`; unknown without prices.
fn landed_cost(offer: &SupplierOffer, quantity: Quantity) -> Result<Option<Money>, ReplenishError> {
    let Some(price) = price_at(&offer.prices, quantity) else { return Ok(None) };
    let zero = Money::zero(price.currency());
    let cost = price
        .checked_add(offer.cost_per_unit.unwrap_or(zero))
        .and_then(|unit| unit.times(quantity))
        .and_then(|units| units.checked_add(offer.cost_per_order.unwrap_or(zero)));
    cost.map(Some).map_err(|_| ReplenishError::Overflow)
}

/// The most units whose landed cost the budget covers: in the highest price break that has any. Unlimited without
/// prices, because nobody knows.
fn affordable(offer: &SupplierOffer, budget: Money) -> i64 {
    let minor = |money: Option<Money>| i128::from(money.map_or(0, Money::minor));
    let left = i128::from(budget.minor()).saturating_sub(minor(offer.cost_per_order));
    let mut breaks: Vec<&PriceBreak> = offer.prices.iter().collect();
    breaks.sort_by_key(|price| price.from);
    let Some(smallest) = breaks.first().map(|price| price.from) else { return i64::MAX };
    let mut most = 0;
    for (at, price) in breaks.iter().enumerate() {
        let unit = i128::from(price.unit_price.minor()).saturating_add(minor(offer.cost_per_unit));
        let units = if unit > 0 { (left / unit).max(0) } else { i128::from(u32::MAX) };
        let next = breaks.get(at + 1).map_or(i128::from(u32::MAX), |next| i128::from(next.from.units()) - 1);
        let units = units.min(next);
        if left >= 0 && (price.from == smallest || units >= i128::from(price.from.units())) {
            most = most.max(units);
        }
    }
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Everything wrong with the offers of a rule: one supplier twice, prices below zero, several currencies.
pub(super) fn problems(offers: &[SupplierOffer], budget: Option<Money>) -> Problems {
    let mut problems = Problems::new();
    let monies = |offer: &SupplierOffer| {
        let prices = offer.prices.iter().map(|price| price.unit_price);
        prices.chain(offer.cost_per_unit).chain(offer.cost_per_order).collect::<Vec<_>>()
    };
    let currency = offers.iter().flat_map(monies).chain(budget).map(Money::currency).next();
    if offers.len() > 50 {
        problems.add("input.out_of_range", "/suppliers", "name at most 50 suppliers");
    }
    for (at, offer) in offers.iter().enumerate() {
        let place = format!("/suppliers/{at}");
        if offers.iter().take(at).any(|other| other.supplier == offer.supplier) {
            let message = format!("supplier `{}` is named twice", offer.supplier);
            problems.add("input.duplicate", format!("{place}/supplier"), message);
        }
        if offer.multiple.is_zero() {
            problems.add("input.out_of_range", format!("{place}/multiple"), "name at least one unit");
        }
        if offer.prices.len() > 50 {
            problems.add("input.out_of_range", format!("{place}/prices"), "name at most 50 prices");
        }
        for (index, price) in offer.prices.iter().enumerate() {
            if offer.prices.iter().take(index).any(|other| other.from == price.from) {
                let message = format!("there are two prices from {} units on", price.from);
                problems.add("input.duplicate", format!("{place}/prices/{index}/from"), message);
            }
        }
        let monies = monies(offer);
        if monies.iter().any(|money| money.is_negative()) {
            problems.add("input.out_of_range", place.clone(), "no price or cost may be negative");
        }
        if monies.iter().any(|money| Some(money.currency()) != currency) {
            problems.add("money.currency_mismatch", place, "name all amounts of a rule in one currency");
        }
    }
    if budget.is_some_and(|budget| Some(budget.currency()) != currency) {
        problems.add("money.currency_mismatch", "/budget", "name all amounts of a rule in one currency");
    }
    problems
}

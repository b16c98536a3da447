//! The economic order quantity, with price breaks.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ReplenishError;
use super::figure::{Figure, LARGEST, within};
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Money, Problems, Quantity, decimal_text};

/// The price of each unit of an order of so many units or more: all units, not only those beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PriceBreak {
    /// The smallest order that has the price.
    pub from: Quantity,
    /// The price of one unit.
    pub unit_price: Money,
}

/// What makes an order dear and what makes stock dear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EconomicOrder {
    /// Demand of a year.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub annual_demand: Decimal,
    /// What one order costs, whatever its size.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub order_cost: Decimal,
    /// What keeping one unit for a year costs.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub holding_cost: Decimal,
}

/// A quantity that was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotCandidate {
    /// How many units.
    pub units: Quantity,
    /// What a year costs with it: goods, orders and stock. At 6 decimals.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub annual_cost: Decimal,
}

/// An economic order quantity, and what it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EconomicLot {
    /// `√(2·D·K / h)` at 6 decimals, before price breaks.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub exact: Decimal,
    /// The cheapest quantity in whole units.
    pub units: Quantity,
    /// What was considered: the economic quantity and each price break above it, smallest first.
    pub candidates: Vec<LotCandidate>,
}

impl EconomicOrder {
    /// Everything wrong with the figures.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let least = Decimal::new(1, 6);
        within(&mut problems, "/annualDemand", self.annual_demand, Decimal::ZERO, LARGEST);
        within(&mut problems, "/orderCost", self.order_cost, Decimal::ZERO, LARGEST);
        within(&mut problems, "/holdingCost", self.holding_cost, least, LARGEST);
        problems
    }

    /// The quantity at which orders and stock together cost least, `√(2·D·K / h)` (F. W. Harris, 1913), rounded up; or
    /// a price break above it, where the lower price is worth the larger stock.
    ///
    /// ```
    /// use oms_core::replenish::EconomicOrder;
    /// let order = EconomicOrder { annual_demand: 7300.into(), order_cost: 50.into(), holding_cost: 2.into() };
    /// let lot = order.lot(&[])?;
    /// assert_eq!((lot.exact.round_dp(2).to_string(), lot.units.units()), ("604.15".into(), 605));
    /// # Ok::<(), oms_core::replenish::ReplenishError>(())
    /// ```
    ///
    /// # Errors
    /// [`ReplenishError::Invalid`] with everything wrong; [`ReplenishError::Overflow`].
    pub fn lot(&self, prices: &[PriceBreak]) -> Result<EconomicLot, ReplenishError> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(ReplenishError::Invalid(problems));
        }
        let exact = (Figure::from(self.annual_demand) * 2_i64 * self.order_cost / self.holding_cost).sqrt();
        let units = Quantity::try_from(exact.units_up()?.max(1)).map_err(|_| ReplenishError::Overflow)?;
        let mut tried: Vec<Quantity> =
            prices.iter().map(|price| price.from).filter(|from| *from > units).collect();
        tried.push(units);
        tried.sort_unstable();
        tried.dedup();
        let candidate = |units: Quantity| {
            let annual_cost = self.annual_cost(units, price_at(prices, units))?.result()?;
            Ok(LotCandidate { units, annual_cost })
        };
        let candidates = tried.into_iter().map(candidate).collect::<Result<Vec<_>, ReplenishError>>()?;
        // The first, smallest quantity among equals.
        let best = candidates.iter().min_by_key(|candidate| candidate.annual_cost);
        let units = best.map_or(units, |best| best.units);
        Ok(EconomicLot { exact: exact.result()?, units, candidates })
    }

    /// `D·c + (D/Q)·K + (Q/2)·h`.
    fn annual_cost(&self, units: Quantity, price: Option<Money>) -> Result<Figure, ReplenishError> {
        let goods = Figure::from(self.annual_demand) * price.map(Money::amount).unwrap_or_default();
        let orders = Figure::from(self.annual_demand) / units.signed() * self.order_cost;
        let stock = Figure::from(self.holding_cost) * units.signed() / 2_i64;
        let cost = goods.value().map(Figure::from)?;
        Ok(cost + orders.value()? + stock.value()?)
    }
}

/// The price of each unit of an order of so many units; the smallest break's price below all breaks.
pub(super) fn price_at(prices: &[PriceBreak], units: Quantity) -> Option<Money> {
    let reached = prices.iter().filter(|price| price.from <= units).max_by_key(|price| price.from);
    reached.or_else(|| prices.iter().min_by_key(|price| price.from)).map(|price| price.unit_price)
}

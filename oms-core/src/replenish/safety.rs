//! Safety stock and reorder point.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::figure::{Figure, LARGEST, optional_decimal, within};
use super::{ReplenishError, normal_loss_inverse, normal_quantile};
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Problems, Quantity, decimal_text};

/// Demand and lead time, with how uncertain both are. Days may be any period, as long as it is the same one throughout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LeadTimeDemand {
    /// Mean demand per day.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub daily_demand: Decimal,
    /// Standard deviation of the demand of a day.
    #[serde(default, with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub demand_deviation: Decimal,
    /// Mean lead time in days.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub lead_time_days: Decimal,
    /// Standard deviation of the lead time in days.
    #[serde(default, with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub lead_time_deviation: Decimal,
    /// Days between two reviews; zero when stock is looked at all the time.
    #[serde(default, with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub review_days: Decimal,
}

/// How much safety stock there should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SafetyRule {
    /// No shortage in such a share of all order cycles.
    ServiceLevel(ServiceLevelRule),
    /// So many standard deviations.
    Factor(FactorRule),
    /// Such a share of all units from stock.
    FillRate(FillRateRule),
    /// The worst case less the mean case.
    Maximum(MaximumRule),
    /// So many days of mean demand.
    DaysOfCover(DaysOfCoverRule),
    /// So many units.
    FixedUnits(FixedUnitsRule),
}

/// No shortage in such a share of all order cycles: `z·σ`, with `z = Φ⁻¹(level)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ServiceLevelRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceLevelRule {
    /// The share, such as 0.95; 0.5 to 0.999999.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub level: Decimal,
}

/// So many standard deviations: `z·σ`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FactorRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactorRule {
    /// The safety factor, 0 to 6.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub z: Decimal,
}

/// Such a share of all units from stock: `k·σ`, with `σ·G(k) = Q·(1 − β)` (Silver, Pyke and Thomas, *Inventory and
/// Production Management in Supply Chains*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FillRateRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FillRateRule {
    /// The share β, such as 0.98; 0 to 1, without 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub fill_rate: Decimal,
    /// The usual order quantity Q.
    pub order_quantity: Quantity,
}

/// The worst case less the mean case: `max demand · max lead time − mean demand · mean lead time`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MaximumRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MaximumRule {
    /// The largest demand of a day.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub max_daily_demand: Decimal,
    /// The longest lead time in days.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub max_lead_time_days: Decimal,
}

/// So many days of mean demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DaysOfCoverRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DaysOfCoverRule {
    /// How many days.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub days: Decimal,
}

/// So many units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FixedUnitsRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FixedUnitsRule {
    /// How many units.
    pub units: Quantity,
}

/// A safety stock, and what it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyStock {
    /// The safety stock, at 6 decimals.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub exact: Decimal,
    /// The same in whole units, rounded up.
    pub units: i64,
    /// The standard deviation of the demand of the lead time and review period, at 6 decimals.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub deviation: Decimal,
    /// How many of these it is; absent where the rule does not go by them.
    #[serde(default, with = "optional_decimal", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DecimalText>"))]
    pub factor: Option<Decimal>,
}

/// The level at which to order, and what it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReorderPoint {
    /// In whole units, rounded up once: mean demand of the lead time and review period, and safety stock.
    pub units: i64,
    /// The mean demand of the lead time and review period, at 6 decimals.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub lead_time_demand: Decimal,
    /// The safety stock.
    pub safety: SafetyStock,
}

impl LeadTimeDemand {
    /// Everything wrong with the figures.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let days = Decimal::from(3660);
        for (path, number, most) in [
            ("/dailyDemand", self.daily_demand, LARGEST),
            ("/demandDeviation", self.demand_deviation, LARGEST),
            ("/leadTimeDays", self.lead_time_days, days),
            ("/leadTimeDeviation", self.lead_time_deviation, days),
            ("/reviewDays", self.review_days, days),
        ] {
            within(&mut problems, path, number, Decimal::ZERO, most);
        }
        problems
    }

    /// Lead time and review period: what an order must last for.
    fn days(&self) -> Figure {
        Figure::from(self.lead_time_days) + self.review_days
    }

    /// `d̄·(L + R)`.
    fn mean(&self) -> Figure {
        self.days() * self.daily_demand
    }

    /// `√((L + R)·σ_d² + d̄²·σ_L²)`: the standard deviation of a sum of a random number of random demands.
    fn deviation(&self) -> Figure {
        let demand = self.days() * self.demand_deviation * self.demand_deviation;
        let lead_time = Figure::from(self.daily_demand) * self.lead_time_deviation;
        (demand + lead_time * lead_time).sqrt()
    }
}

impl SafetyRule {
    /// Everything wrong with the rule.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut check = |path: &str, number: Decimal, least: Decimal, most: Decimal| {
            within(&mut problems, path, number, least, most);
        };
        match self {
            Self::ServiceLevel(rule) => {
                check("/level", rule.level, Decimal::new(5, 1), Decimal::new(999_999, 6));
            }
            Self::Factor(rule) => check("/z", rule.z, Decimal::ZERO, Decimal::from(6)),
            Self::FillRate(rule) => {
                check("/fillRate", rule.fill_rate, Decimal::ZERO, Decimal::new(999_999_999, 9));
                if rule.order_quantity.is_zero() {
                    problems.add("input.out_of_range", "/orderQuantity", "name at least one unit");
                }
            }
            Self::Maximum(rule) => {
                check("/maxDailyDemand", rule.max_daily_demand, Decimal::ZERO, LARGEST);
                check("/maxLeadTimeDays", rule.max_lead_time_days, Decimal::ZERO, Decimal::from(3660));
            }
            Self::DaysOfCover(rule) => check("/days", rule.days, Decimal::ZERO, Decimal::from(3660)),
            Self::FixedUnits(_) => {}
        }
        problems
    }

    /// The safety stock for a demand and lead time.
    ///
    /// ```
    /// use oms_core::replenish::{FactorRule, LeadTimeDemand, SafetyRule};
    /// let demand = LeadTimeDemand {
    ///     daily_demand: 20.into(),
    ///     demand_deviation: 5.into(),
    ///     lead_time_days: 9.into(),
    ///     lead_time_deviation: 2.into(),
    ///     review_days: 0.into(),
    /// };
    /// let rule = SafetyRule::Factor(FactorRule { z: "1.65".parse()? });
    /// let point = rule.reorder_point(&demand)?;
    /// assert_eq!(point.safety.exact.round_dp(2).to_string(), "70.49");
    /// assert_eq!((point.safety.units, point.units), (71, 251));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ReplenishError::Invalid`] with everything wrong; [`ReplenishError::Overflow`].
    pub fn stock(&self, demand: &LeadTimeDemand) -> Result<SafetyStock, ReplenishError> {
        let (exact, factor) = self.exact(demand)?;
        Ok(SafetyStock {
            exact: exact.result()?,
            units: exact.units_up()?,
            deviation: demand.deviation().result()?,
            factor,
        })
    }

    /// The level at which to order: `d̄·(L + R)` and the safety stock, rounded up once.
    ///
    /// # Errors
    /// As [`SafetyRule::stock`].
    pub fn reorder_point(&self, demand: &LeadTimeDemand) -> Result<ReorderPoint, ReplenishError> {
        let (exact, _) = self.exact(demand)?;
        Ok(ReorderPoint {
            units: (demand.mean() + exact).units_up()?,
            lead_time_demand: demand.mean().result()?,
            safety: self.stock(demand)?,
        })
    }

    /// The safety stock before rounding, and the factor.
    fn exact(&self, demand: &LeadTimeDemand) -> Result<(Figure, Option<Decimal>), ReplenishError> {
        let mut problems = demand.problems();
        problems.extend(self.problems());
        if !problems.is_empty() {
            return Err(ReplenishError::Invalid(problems));
        }
        let deviation = demand.deviation();
        let factor = match self {
            Self::ServiceLevel(rule) => normal_quantile(rule.level)?,
            Self::Factor(rule) => rule.z,
            Self::FillRate(_) if deviation.value()?.is_zero() => Decimal::ZERO,
            Self::FillRate(rule) => {
                let missed = (Figure::from(1_i64) - rule.fill_rate) * rule.order_quantity.signed();
                normal_loss_inverse((missed / deviation.value()?).value()?)?
            }
            Self::Maximum(rule) => {
                let worst = Figure::from(rule.max_daily_demand) * rule.max_lead_time_days;
                let mean = Figure::from(demand.daily_demand) * demand.lead_time_days;
                return Ok(((worst - mean.value()?).or_zero(), None));
            }
            Self::DaysOfCover(rule) => return Ok((Figure::from(rule.days) * demand.daily_demand, None)),
            Self::FixedUnits(rule) => return Ok((Figure::from(rule.units.signed()), None)),
        };
        Ok((deviation * factor, Some(factor)))
    }
}

//! Deciding what changes the value without moving a unit: late bills, standard costs, methods, ends of periods.

use super::pool::{minus, plus, share};
use super::{
    CostBook, CostError, CostEvent, CostLanded, CostLanding, CostMethodChanged, CostPeriodClosed, CostRate,
    CostShare, CostStandardSet,
};
use crate::catalog::CostingMethod;
use crate::value::{Instant, Money, Problems};

impl CostBook {
    /// The bill falls to the units of the receipt; the part of those that are there goes to their layers, the rest to
    /// variance. Under an average nobody knows which units are left: as many as are there, up to those received, count
    /// as theirs. A credit note takes no layer below nothing.
    pub(super) fn land(&self, landing: &CostLanding) -> Result<CostEvent, CostError> {
        let mut problems = Problems::new();
        if landing.amount.currency() != self.currency {
            let message =
                format!("the book is in {}, this amount in {}", self.currency, landing.amount.currency());
            problems.add("money.currency_mismatch", "/amount", message);
        }
        if landing.received <= 0 {
            problems.add("input.out_of_range", "/received", "a receipt brings at least one unit");
        }
        if !problems.is_empty() {
            return Err(CostError::Invalid(problems));
        }
        let average = self.method.is_average();
        let layers: Vec<_> =
            self.layers.iter().filter(|layer| average || layer.receipt == landing.receipt).collect();
        let there = layers.iter().fold(0_i64, |sum, layer| sum.saturating_add(layer.pool.left()));
        let covered = there.min(landing.received);
        let to_stock = share(landing.amount, covered, landing.received);
        let weights: Vec<u64> = layers.iter().map(|layer| layer.pool.left().unsigned_abs()).collect();
        let parts = to_stock.split(&weights).unwrap_or_default();
        let mut variance = landing.amount;
        let mut shares = Vec::with_capacity(parts.len());
        for (layer, part) in layers.into_iter().zip(parts) {
            let floor = minus(Money::zero(self.currency), layer.pool.left_value());
            let amount = if part.minor() < floor.minor() { floor } else { part };
            variance = minus(variance, amount);
            if !amount.is_zero() {
                shares.push(CostShare { layer: layer.number, amount });
            }
        }
        let (receipt, amount, received) = (landing.receipt.clone(), landing.amount, landing.received);
        Ok(CostEvent::Landed(CostLanded { receipt, amount, received, covered, shares, variance }))
    }

    pub(super) fn set_standard(&self, standard: CostRate) -> Result<CostEvent, CostError> {
        if self.method != CostingMethod::Standard {
            return Err(self.wrong_method());
        }
        self.check_rate(standard)?;
        let revaluation = minus(standard.up_to(self.units), self.value);
        Ok(CostEvent::StandardSet(CostStandardSet { standard, revaluation }))
    }

    pub(super) fn change_method(
        &self,
        method: CostingMethod,
        standard: Option<CostRate>,
        at: Instant,
    ) -> Result<CostEvent, CostError> {
        let short = self.short_units();
        if method == CostingMethod::PeriodicAverage && short > 0 {
            return Err(CostError::Short { sku: self.sku.clone(), node: self.node.clone(), units: short });
        }
        let standard = standard.filter(|_| method == CostingMethod::Standard);
        let mut revaluation = Money::zero(self.currency);
        if method == CostingMethod::Standard {
            let missing = || CostError::NoStandard { sku: self.sku.clone(), node: self.node.clone() };
            let rate = standard.ok_or_else(missing)?;
            self.check_rate(rate)?;
            revaluation = minus(rate.up_to(self.units), self.value);
        }
        Ok(CostEvent::MethodChanged(CostMethodChanged { method, standard, revaluation, at }))
    }

    /// All units of the period, those it began with and those that came, are averaged; those that are left are worth
    /// that average, and the difference goes to variance.
    pub(super) fn close_period(&self, until: Instant) -> Result<CostEvent, CostError> {
        let Some(period) = self.period.filter(|_| self.method == CostingMethod::PeriodicAverage) else {
            return Err(self.wrong_method());
        };
        let short = self.short_units();
        if short > 0 {
            return Err(CostError::Short { sku: self.sku.clone(), node: self.node.clone(), units: short });
        }
        let rate = CostRate { amount: period.value, units: period.units };
        let gone = rate.up_to(period.units.saturating_sub(self.units));
        let worth = if self.units == 0 { Money::zero(self.currency) } else { minus(period.value, gone) };
        let average = (period.units > 0).then_some(rate);
        let variance = minus(self.value, worth);
        Ok(CostEvent::PeriodClosed(CostPeriodClosed { until, average, variance }))
    }

    fn check_rate(&self, rate: CostRate) -> Result<(), CostError> {
        let mut problems = Problems::new();
        if rate.amount.currency() != self.currency {
            let message =
                format!("the book is in {}, this amount in {}", self.currency, rate.amount.currency());
            problems.add("money.currency_mismatch", "/standard/amount", message);
        }
        if rate.amount.is_negative() {
            problems.add("input.out_of_range", "/standard/amount", "a cost must not be negative");
        }
        if rate.units <= 0 {
            problems.add("input.out_of_range", "/standard/units", "name at least one unit");
        }
        if problems.is_empty() { Ok(()) } else { Err(CostError::Invalid(problems)) }
    }

    /// The value on hand after an amount more.
    pub(super) fn revalue(&mut self, amount: Money) {
        self.value = plus(self.value, amount);
    }
}

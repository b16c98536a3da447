//! The cost book as it stands: the fold of its events.

use serde::{Deserialize, Serialize};

use super::pool::plus;
use super::{CostPool, CostRate, CostVarianceAccount};
use crate::catalog::CostingMethod;
use crate::value::{Currency, Instant, LotId, Money, NodeId, SkuId, Text};

/// The most units that a book may count, and, below it, the most minor units of money: sums of such figures fit.
const MOST_UNITS: i64 = 1_000_000_000_000;
const MOST_MINOR: i64 = 1_000_000_000_000_000_000;

/// Units that came together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostLayer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostLayer {
    /// Its number in the book; lower ones are older.
    pub number: u64,
    /// The receipt that brought it; empty where many are averaged.
    #[serde(default)]
    pub receipt: Text,
    /// The lot or serial number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// When it began.
    pub at: Instant,
    /// Its units and what they cost.
    pub pool: CostPool,
}

/// What a period of the periodic average began with and took in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostPeriod"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostPeriod {
    /// When it began.
    pub since: Instant,
    /// Units that it began with and that came.
    pub units: i64,
    /// What they cost together.
    pub value: Money,
}

/// Value that came and went, since the book began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostTotals"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostTotals {
    /// In: from suppliers, and what the book began with.
    pub received: Money,
    /// In: late bills.
    pub landed: Money,
    /// In: from customers.
    pub returned: Money,
    /// In: from other nodes or SKUs.
    pub transferred_in: Money,
    /// In: found by counts.
    pub found: Money,
    /// Out: cost of goods sold.
    pub issued: Money,
    /// Out: to other nodes or SKUs.
    pub transferred_out: Money,
    /// Out: scrapped, lost, counted away.
    pub written_off: Money,
}

/// What is neither on hand nor issued, by account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostVariances"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostVariances {
    /// What purchases cost beyond the standard cost.
    pub purchase_price: Money,
    /// Late bills for units that had left.
    pub late_cost: Money,
    /// What units cost beyond what they were issued at before they came.
    pub true_up: Money,
    /// What new standard costs and methods took from the value.
    pub revaluation: Money,
    /// What issues of closed periods cost beyond what they were issued at.
    pub period: Money,
}

/// What one SKU at one node is worth, and what its units cost when they left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostBook"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostBook {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How issues are valued.
    pub method: CostingMethod,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// Units on hand; negative when more left than came.
    pub units: i64,
    /// What they cost together; negative when more left than came.
    pub value: Money,
    /// What is there, oldest first; one layer under an average, none under a standard cost.
    pub layers: Vec<CostLayer>,
    /// Units that left before they came, and what they were issued at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<CostPool>,
    /// The last known cost, at which units leave that have not come yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<CostRate>,
    /// The standard cost, where the method has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<CostRate>,
    /// The period under way, where the method has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<CostPeriod>,
    /// The number of the next layer.
    pub next_layer: u64,
    /// Value that came and went.
    pub totals: CostTotals,
    /// What is neither on hand nor issued.
    pub variances: CostVariances,
}

impl CostTotals {
    pub(super) const fn none(currency: Currency) -> Self {
        let zero = Money::zero(currency);
        Self {
            received: zero,
            landed: zero,
            returned: zero,
            transferred_in: zero,
            found: zero,
            issued: zero,
            transferred_out: zero,
            written_off: zero,
        }
    }

    const fn ins(&self) -> [Money; 5] {
        [self.received, self.landed, self.returned, self.transferred_in, self.found]
    }

    const fn outs(&self) -> [Money; 3] {
        [self.issued, self.transferred_out, self.written_off]
    }
}

impl CostVariances {
    pub(super) const fn none(currency: Currency) -> Self {
        let zero = Money::zero(currency);
        Self { purchase_price: zero, late_cost: zero, true_up: zero, revaluation: zero, period: zero }
    }

    pub(super) fn add(&mut self, account: CostVarianceAccount, amount: Money) {
        let sum = match account {
            CostVarianceAccount::PurchasePrice => &mut self.purchase_price,
            CostVarianceAccount::LateCost => &mut self.late_cost,
            CostVarianceAccount::TrueUp => &mut self.true_up,
            CostVarianceAccount::Revaluation => &mut self.revaluation,
            CostVarianceAccount::Period => &mut self.period,
        };
        *sum = plus(*sum, amount);
    }

    /// The accounts, in the order in which they stand here.
    #[must_use]
    pub const fn all(&self) -> [Money; 5] {
        [self.purchase_price, self.late_cost, self.true_up, self.revaluation, self.period]
    }
}

impl CostBook {
    /// What the units on hand cost on average; nothing while there are none.
    #[must_use]
    pub fn average(&self) -> Option<CostRate> {
        (self.units > 0).then_some(CostRate { amount: self.value, units: self.units })
    }

    /// How many units have left that have not come yet.
    #[must_use]
    pub fn short_units(&self) -> i64 {
        self.short.map_or(0, CostPool::left)
    }

    /// The value that came less everything that became of it: zero in a book that is right.
    #[must_use]
    pub fn unexplained(&self) -> i128 {
        let sum = |amounts: &[Money]| amounts.iter().map(|amount| i128::from(amount.minor())).sum::<i128>();
        let out = sum(&self.totals.outs()).saturating_add(sum(&self.variances.all()));
        sum(&self.totals.ins()).saturating_sub(out).saturating_sub(i128::from(self.value.minor()))
    }

    /// Whether value is conserved, the layers sum to units and value, and every figure is in its range.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let amounts = [&self.totals.ins()[..], &self.totals.outs(), &self.variances.all(), &[self.value]];
        let in_range =
            amounts.concat().iter().all(|amount| amount.minor().unsigned_abs() <= MOST_MINOR.unsigned_abs());
        let counted = self.units.unsigned_abs() <= MOST_UNITS.unsigned_abs();
        in_range && counted && self.unexplained() == 0 && self.parts() == (self.units, self.value)
    }

    /// Units and value by the layers, or by the standard cost.
    fn parts(&self) -> (i64, Money) {
        if let (CostingMethod::Standard, Some(standard)) = (self.method, self.standard) {
            return (self.units, standard.up_to(self.units));
        }
        let pools = self.layers.iter().map(|layer| (1, layer.pool)).chain(self.short.map(|pool| (-1, pool)));
        let (mut units, mut minor) = (0_i64, 0_i64);
        for (sign, pool) in pools {
            units = units.saturating_add(pool.left().saturating_mul(sign));
            minor = minor.saturating_add(pool.left_value().minor().saturating_mul(sign));
        }
        (units, Money::from_minor(minor, self.currency))
    }
}

//! What decides among services.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::SelectGoods;
use crate::carrier::terms::{check_money, check_percent};
use crate::value::{
    CarrierId, Currency, Money, Percent, Problems, RegionCode, ServiceId, ShopId, SkuId, Text,
};

/// What decides among services. Ties go on to cost, delivery, carrier and service, in this order. The ninth way,
/// contracts over many parcels, is [`assign_contracts`](super::assign_contracts).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServiceRule {
    /// The first row of a table that fits; services in no row come last, the cheapest first.
    Table(ByTable),
    /// The lowest cost.
    Cheapest(CheapestService),
    /// The earliest delivery.
    Fastest(FastestService),
    /// The lowest cost of those in time; the least late if none is.
    CheapestWithinPromise(CheapestServiceWithinPromise),
    /// The lowest weighted score.
    Score(ByScore),
    /// The lowest cost with everything that may go wrong.
    ExpectedCost(ByExpectedCost),
    /// The carrier that is furthest behind its share.
    Shares(ByShares),
    /// The best record of being on time.
    Performance(ByPerformance),
}

/// The lowest cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CheapestService"))]
#[serde(deny_unknown_fields)]
pub struct CheapestService {}

/// The earliest delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FastestService"))]
#[serde(deny_unknown_fields)]
pub struct FastestService {}

/// The lowest cost of those in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(title = "CheapestServiceWithinPromise")
)]
#[serde(deny_unknown_fields)]
pub struct CheapestServiceWithinPromise {}

/// A table of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ByTable"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByTable {
    /// The rows, the most important first.
    pub rows: Vec<TableRow>,
}

/// A row: everything named must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableRow {
    /// The carrier.
    pub carrier: CarrierId,
    /// The service; any of the carrier's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The destination lies in one of these regions.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub regions: BTreeSet<RegionCode>,
    /// It weighs more than so many grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above_grams: Option<u64>,
    /// It weighs at most so many grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to_grams: Option<u64>,
    /// Some line is of one of these SKUs.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub any_sku: BTreeSet<SkuId>,
    /// Every line is of one of these SKUs.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub all_skus: BTreeSet<SkuId>,
    /// There are at least so many units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_units: Option<u64>,
    /// There are at least so many lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_lines: Option<u32>,
    /// One of these shops sold it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub shops: BTreeSet<ShopId>,
    /// The buyer's remark holds one of these words.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub remark_words: BTreeSet<Text>,
}

/// A weighted score: each figure is brought between 0 and 1 by the least and the most of it among the candidates, a
/// figure that is the same for all counts as 0, and what is not known counts as the worst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ByScore"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByScore {
    /// How much each figure weighs.
    pub weights: ScoreWeights,
}

/// How much each figure weighs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ScoreWeights"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScoreWeights {
    /// Cost.
    #[serde(default)]
    pub cost: u16,
    /// When it will be there.
    #[serde(default)]
    pub delivery: u16,
    /// The share of parcels on time; more is better.
    #[serde(default)]
    pub on_time: u16,
    /// The share of parcels damaged.
    #[serde(default)]
    pub damaged: u16,
    /// The share of parcels with a claim.
    #[serde(default)]
    pub claims: u16,
    /// Carbon dioxide.
    #[serde(default)]
    pub co2: u16,
}

/// What it costs when things go wrong: `cost + p(late)·late + p(lost)·value + p(damaged)·damage`, by the shares of
/// the record; without a record nothing goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ByExpectedCost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByExpectedCost {
    /// What a late parcel costs; a service that misses the promise is late for sure.
    pub late: Money,
    /// What a lost parcel costs, commonly its value.
    pub value: Money,
    /// What a damaged parcel costs.
    pub damage: Money,
}

/// Shares: the carrier with the largest `target · (N + 1) − n`, where it has been given `n` of all `N` parcels, among
/// those whose cost is within the tolerance of the lowest. It needs no chance and converges to the shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ByShares"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByShares {
    /// The shares; a carrier that is not named has none.
    pub shares: Vec<ServiceShare>,
    /// By how many percent a service may cost more than the cheapest; by any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Percent>,
}

/// The share of a carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceShare {
    /// The carrier.
    pub carrier: CarrierId,
    /// Its share of all parcels.
    pub share: Percent,
    /// It is to be given at least so many; those behind come first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// It may be given at most so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
}

/// The record of being on time: the lower end of Wilson's interval, so that few parcels prove little. A service that
/// has been below the floor for too many parcels is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ByPerformance"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByPerformance {
    /// How sure to be, as thousandths of standard deviations: 1645 for 95 %.
    #[serde(default = "sure")]
    pub z_thousandths: u32,
    /// The floor.
    #[serde(default)]
    pub floor: Percent,
    /// After how many parcels below the floor a service is left out; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_after: Option<u64>,
}

const fn sure() -> u32 {
    1645
}

impl TableRow {
    /// Whether it is about what is sent.
    pub(super) fn fits(&self, goods: &SelectGoods) -> bool {
        let units =
            goods.lines.iter().fold(0_u64, |sum, line| sum.saturating_add(u64::from(line.quantity.units())));
        let lines = u32::try_from(goods.lines.len()).unwrap_or(u32::MAX);
        let remark = |word: &Text| goods.remark.as_str().contains(word.as_str());
        (self.regions.is_empty() || goods.region.as_ref().is_some_and(|region| self.regions.contains(region)))
            && self.above_grams.is_none_or(|above| goods.weight_grams > above)
            && self.up_to_grams.is_none_or(|up_to| goods.weight_grams <= up_to)
            && (self.any_sku.is_empty() || goods.lines.iter().any(|line| self.any_sku.contains(&line.sku)))
            && (self.all_skus.is_empty() || goods.lines.iter().all(|line| self.all_skus.contains(&line.sku)))
            && self.least_units.is_none_or(|least| units >= least)
            && self.least_lines.is_none_or(|least| lines >= least)
            && (self.shops.is_empty() || goods.shop.as_ref().is_some_and(|shop| self.shops.contains(shop)))
            && (self.remark_words.is_empty() || self.remark_words.iter().any(remark))
    }
}

impl ServiceRule {
    pub(super) fn problems(&self, currency: Currency) -> Problems {
        let mut problems = Problems::new();
        match self {
            Self::Shares(shares) => {
                check_percent(shares.tolerance, &mut problems, "/tolerance");
                for (at, share) in shares.shares.iter().enumerate() {
                    let path = format!("/shares/{at}");
                    check_percent(Some(share.share), &mut problems, &format!("{path}/share"));
                    if shares.shares.iter().take(at).any(|other| other.carrier == share.carrier) {
                        let message = "the carrier has a share already";
                        problems.add("carrier.duplicate_share", format!("{path}/carrier"), message);
                    }
                }
            }
            Self::ExpectedCost(costs) => {
                for (at, money) in [("/late", costs.late), ("/value", costs.value), ("/damage", costs.damage)]
                {
                    check_money(Some(money), currency, &mut problems, at);
                }
            }
            Self::Performance(rule) => check_percent(Some(rule.floor), &mut problems, "/floor"),
            _ => {}
        }
        problems
    }
}

//! The rules by which a merchant sources: who is asked first for what, and what every plan must obey and is
//! judged by.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    AllocationConstraint, AllocationLine, AllocationObjective, AllocationProblem, NextTier, TierUntil, tiers,
};
use crate::network::Network;
use crate::value::{
    CategoryId, ChannelId, CountryCode, Currency, GroupId, Instant, LineId, NodeId, Problems, RegionCode,
    RuleId, ShopId, SkuId, Text,
};

/// A merchant's sourcing. It is read whole by every plan, and shown and reviewed whole.
///
/// An order in another currency than the amounts here cannot be compared with them: constraints that name
/// amounts are left out for it, and so are the terms of the objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Sourcing"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sourcing {
    /// The currency of every amount.
    pub currency: Currency,
    /// The rules; the most specific one that fits a line holds for it. A line that none fits is sourced from
    /// anywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<SourcingRule>,
    /// What every plan must obey, or pay for. Scopes name nodes, groups, SKUs and categories; ids of lines
    /// mean nothing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<AllocationConstraint>,
    /// What every plan is judged by beside freight, handling and splits.
    #[serde(default, skip_serializing_if = "AllocationObjective::is_plain")]
    pub objective: AllocationObjective,
}

/// Who is asked first, for the lines that it fits.
///
/// A key that is absent fits everything. Of the rules that fit, the one with the most specific key holds:
/// channel and shop come before the order class, that before the SKU, that before its category, that before
/// region and country. Of rules that are equally specific the lower id holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourcingRule {
    /// The rule; unique.
    pub id: RuleId,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// Orders of this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// Orders of this shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<ShopId>,
    /// Orders of this class of buyers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<u32>,
    /// Lines of this SKU.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// Lines of SKUs of this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// Orders that go to this region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// Orders that go to this country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// Who is asked, tier by tier.
    pub tiers: Vec<SourcingTier>,
    /// Whether a later tier joins the earlier ones or takes their place.
    #[serde(default)]
    pub next: NextTier,
    /// When a line is satisfied, so that no later tier is asked.
    #[serde(default)]
    pub until: TierUntil,
}

/// Nodes that are asked together, by name and by group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourcingTier {
    /// These nodes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub nodes: BTreeSet<NodeId>,
    /// The nodes of these groups.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub groups: BTreeSet<GroupId>,
}

/// Where an order comes from; its class and destination stand in the problem.
#[derive(Clone, Copy, Debug)]
pub struct OrderSource<'o> {
    /// The channel.
    pub channel: &'o ChannelId,
    /// The shop of the channel.
    pub shop: Option<&'o ShopId>,
}

impl Sourcing {
    /// Writes the constraints, the objective and the tiers of each line into a problem.
    pub fn apply(&self, problem: &mut AllocationProblem, source: OrderSource<'_>, network: &Network) {
        let is_plain = |one: &&AllocationConstraint| {
            problem.currency == self.currency || one.problems(problem).is_empty()
        };
        let constraints: Vec<_> = self.constraints.iter().filter(is_plain).cloned().collect();
        problem.constraints.extend(constraints);
        problem.objective = if problem.currency == self.currency {
            self.objective.clone()
        } else {
            let (goals, weights) = (self.objective.goals.clone(), self.objective.weights);
            AllocationObjective { goals, weights, ..AllocationObjective::default() }
        };
        for rule in &self.rules {
            let holds = |line: &&AllocationLine| {
                let best = self.rule_for(problem, line, source);
                best.is_some_and(|best| best.id == rule.id)
            };
            let lines: BTreeSet<LineId> =
                problem.lines.iter().filter(holds).map(|line| line.line.clone()).collect();
            if !lines.is_empty() {
                problem.sourcing.push(tiers::LineSourcing {
                    rule: rule.id.clone(),
                    lines,
                    tiers: rule.tiers.iter().map(|tier| tier.nodes(network)).collect(),
                    next: rule.next,
                    until: rule.until,
                });
            }
        }
    }

    /// The rule that holds for a line: the most specific one that fits.
    #[must_use]
    pub fn rule_for(
        &self,
        problem: &AllocationProblem,
        line: &AllocationLine,
        source: OrderSource<'_>,
    ) -> Option<&SourcingRule> {
        let fitting = self.rules.iter().filter(|rule| rule.fits(problem, line, source));
        fitting.min_by(|a, b| b.rank().cmp(&a.rank()).then_with(|| a.id.cmp(&b.id)))
    }

    /// Everything wrong with it: rules stand once and name somebody to ask, groups exist, constraints and
    /// objective are sound and name no line of an order.
    #[must_use]
    pub fn problems(&self, network: &Network, at: Instant) -> Problems {
        let mut problems = Problems::new();
        let mut any = AllocationProblem::new(self.currency, Vec::new(), Vec::new());
        any.order.at = Some(at);
        for (at, constraint) in self.constraints.iter().enumerate() {
            problems.extend(constraint.problems(&any).under(&format!("/constraints/{at}")));
        }
        problems.extend(self.objective.problems(&any).under("/objective"));
        let mut seen = BTreeSet::new();
        for (at, rule) in self.rules.iter().enumerate() {
            if !seen.insert(&rule.id) {
                let message = format!("rule `{}` stands before already", rule.id);
                problems.add("allocation.duplicate_row", format!("/rules/{at}/id"), message);
            }
            if rule.tiers.is_empty() {
                problems.add("input.empty", format!("/rules/{at}/tiers"), "name at least one tier");
            }
            for (tier_at, tier) in rule.tiers.iter().enumerate() {
                let place = format!("/rules/{at}/tiers/{tier_at}");
                if tier.nodes.is_empty() && tier.groups.is_empty() {
                    problems.add("input.empty", place.clone(), "name at least one node or group");
                }
                for group in tier.groups.iter().filter(|group| !network.groups.contains_key(*group)) {
                    let message = format!("there is no group `{group}`; put its record first");
                    problems.add("network.unknown_group", format!("{place}/groups"), message);
                }
            }
        }
        problems
    }
}

impl SourcingRule {
    fn fits(&self, problem: &AllocationProblem, line: &AllocationLine, source: OrderSource<'_>) -> bool {
        let order = &problem.order;
        self.channel.as_ref().is_none_or(|channel| channel == source.channel)
            && self.shop.as_ref().is_none_or(|shop| Some(shop) == source.shop)
            && self.class.is_none_or(|class| class == order.class)
            && self.sku.as_ref().is_none_or(|sku| *sku == line.sku)
            && self.category.as_ref().is_none_or(|category| line.facts.category.as_ref() == Some(category))
            && self.region.as_ref().is_none_or(|region| order.region.as_ref() == Some(region))
            && self.country.is_none_or(|country| order.country == Some(country))
    }

    /// How specific it is: which keys it names, the weightiest first.
    const fn rank(&self) -> [bool; 7] {
        [
            self.shop.is_some(),
            self.channel.is_some(),
            self.class.is_some(),
            self.sku.is_some(),
            self.category.is_some(),
            self.region.is_some(),
            self.country.is_some(),
        ]
    }
}

impl SourcingTier {
    /// Its nodes, those of its groups among them.
    fn nodes(&self, network: &Network) -> BTreeSet<NodeId> {
        let groups = self.groups.iter().filter_map(|group| network.groups.get(group));
        self.nodes.iter().chain(groups.flat_map(|group| &group.nodes)).cloned().collect()
    }
}

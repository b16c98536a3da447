//! How a SKU that is kept by lot is picked, and how long its units have to last when they arrive.

use serde::{Deserialize, Serialize};

use crate::value::{ChannelId, CountryCode, CustomerId, OwnerId, Problems};

/// That a SKU is kept by lot, and how.
///
/// ```
/// use oms_core::catalog::{LotPickOrder, LotRule};
/// let rule: LotRule = serde_json::from_str(
///     r#"{"shelfLifeDays": 360, "minRemaining": [{"minDays": 30}, {"channel": "tmall", "minPercent": 50}]}"#,
/// )?;
/// assert_eq!(rule.pick_order, LotPickOrder::Fefo);
/// assert_eq!(rule.min_remaining.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotRule {
    /// Which lots leave first.
    #[serde(default)]
    pub pick_order: LotPickOrder,
    /// Whose units orders may take.
    #[serde(default)]
    pub owners: LotOwners,
    /// How many days units last from the day they are made, for lots that do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf_life_days: Option<u32>,
    /// From how many remaining days on a lot is called near its expiry; never when 0.
    #[serde(default)]
    pub near_expiry_days: u32,
    /// How long units have to last when the buyer gets them; of the rules that apply, the strictest counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub min_remaining: Vec<ShelfLifeRule>,
    /// Whether every unit has a serial number, which has to be captured before the unit ships.
    #[serde(default)]
    pub serialised: bool,
}

/// Which lots leave first. Every order ends with the lot's id and its owner's, so that it is total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LotPickOrder {
    /// First expired, first out: expiry, then receipt. Lots that never expire come last.
    #[default]
    Fefo,
    /// First in, first out: receipt, then expiry.
    Fifo,
    /// Last in, first out: the latest receipt, then expiry.
    Lifo,
    /// Last expired, first out: the latest expiry, then receipt. Lots that never expire come first.
    Lefo,
    /// As few lots as possible; among choices of as many lots, first expired, first out.
    SingleLot,
}

/// Whose units may be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LotOwners {
    /// Anybody's.
    #[default]
    Any,
    /// The merchant's own.
    Own,
    /// Those that one owner has on consignment here.
    Of(LotOwner),
}

/// One owner of consigned stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotOwner"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotOwner {
    /// The owner.
    pub owner: OwnerId,
}

/// How long units have to last when they are delivered: at least so many days, and at least such a part of the shelf
/// life. It applies where everything it names is so; one that names nothing applies to every order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShelfLifeRule {
    /// For orders of this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// For orders of this buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// For orders to this country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// Days of 24 hours.
    #[serde(default)]
    pub min_days: u32,
    /// Percent of the shelf life, 0 to 100.
    #[serde(default)]
    pub min_percent: u8,
}

impl LotOwners {
    /// Whether units of this owner may be taken; the merchant's own have none.
    #[must_use]
    pub fn allow(&self, owner: Option<&OwnerId>) -> bool {
        match self {
            Self::Any => true,
            Self::Own => owner.is_none(),
            Self::Of(of) => owner == Some(&of.owner),
        }
    }
}

impl ShelfLifeRule {
    /// Whether the rule applies.
    #[must_use]
    pub fn applies(
        &self,
        channel: Option<&ChannelId>,
        customer: Option<&CustomerId>,
        country: Option<CountryCode>,
    ) -> bool {
        self.channel.as_ref().is_none_or(|named| Some(named) == channel)
            && self.customer.as_ref().is_none_or(|named| Some(named) == customer)
            && self.country.is_none_or(|named| Some(named) == country)
    }
}

impl LotRule {
    /// The strictest of the rules that apply: days, and percent of the shelf life.
    #[must_use]
    pub fn demand(
        &self,
        channel: Option<&ChannelId>,
        customer: Option<&CustomerId>,
        country: Option<CountryCode>,
    ) -> (u32, u8) {
        let rules = self.min_remaining.iter().filter(|rule| rule.applies(channel, customer, country));
        rules.fold((0, 0), |(days, percent), rule| (days.max(rule.min_days), percent.max(rule.min_percent)))
    }

    /// Everything wrong with the rule: a percentage must not exceed 100.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (at, rule) in self.min_remaining.iter().enumerate().filter(|(_, rule)| rule.min_percent > 100) {
            let message = format!("a part of the shelf life is 0 to 100 percent, not {}", rule.min_percent);
            problems.add("input.out_of_range", format!("/minRemaining/{at}/minPercent"), message);
        }
        problems
    }
}

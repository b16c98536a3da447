//! What constraints and costs may want to know of an order, its lines and the nodes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::network::NodeTraits;
use crate::value::{
    CapabilityId, CategoryId, CountryCode, CustomerId, GroupId, Instant, Money, OwnerId, ProcessPathId,
    RegionCode, Text,
};

/// What is known of the order as a whole. `Debug` masks the postal code, as that of an address does.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderFacts {
    /// When it is decided; constraints with windows and cool-downs need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// The buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The class of buyers; higher classes come first, 0 is everybody.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub class: u32,
    /// What the order is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The country it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The region it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// The postal code it goes to.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub postcode: Text,
    /// In how many days it was promised to arrive; 0 is today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise_days: Option<u16>,
}

/// What is known of a line beyond its SKU and weight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineFacts {
    /// The category of its SKU.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// What the buyer pays for one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_value: Option<Money>,
    /// The volume of one unit in cubic centimetres.
    #[serde(default, skip_serializing_if = "is_nil")]
    pub unit_volume_cm3: u64,
    /// What a node must be able to do to handle it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub needs: BTreeSet<CapabilityId>,
    /// Whose stock it must be; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// The way it takes through a node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process_path: Option<ProcessPathId>,
    /// In how many days it was promised to arrive; as the order when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise_days: Option<u16>,
}

/// What is known of a node beyond its costs and stock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeFacts {
    /// What kind of place it is, and what it can do.
    #[serde(default, skip_serializing_if = "NodeTraits::is_plain")]
    pub traits: NodeTraits,
    /// The country it lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The region it lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// The groups it is in.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub groups: BTreeSet<GroupId>,
    /// In how many days it hands over to a carrier, by its calendar, cut-off and backlog; 0 is today.
    #[serde(default, skip_serializing_if = "is_now")]
    pub ready_days: u16,
}

impl std::fmt::Debug for OrderFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OrderFacts")
            .field("at", &self.at)
            .field("customer", &self.customer)
            .field("class", &self.class)
            .field("amount", &self.amount)
            .field("country", &self.country)
            .field("region", &self.region)
            .field("promise_days", &self.promise_days)
            .finish_non_exhaustive()
    }
}

impl OrderFacts {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

impl LineFacts {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

impl NodeFacts {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(class: &u32) -> bool {
    *class == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_nil(volume: &u64) -> bool {
    *volume == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_now(days: &u16) -> bool {
    *days == 0
}

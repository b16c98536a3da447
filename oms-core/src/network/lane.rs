//! Lanes: what it costs to send from one node to one destination, whatever the carriers' rate cards look like.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Tariff;
use crate::value::{CarrierId, ServiceId};

/// The services that go from one node to one destination. Without any the node cannot ship there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lane {
    /// The services; their order has no meaning.
    #[serde(default)]
    pub options: Vec<LaneOption>,
}

/// One service on a lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LaneOption {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// Days from hand-over to delivery.
    pub transit_days: u16,
    /// The price by weight, shared with the rate card it comes from.
    pub tariff: Arc<Tariff>,
}

impl Lane {
    /// The cheapest service for a parcel of so many grams, with its price in minor units; `None` if no service takes
    /// the weight. Ties go to fewer days, then to the carrier's and the service's id.
    #[must_use]
    pub fn cheapest(&self, weight_grams: u64) -> Option<(i64, &LaneOption)> {
        let prices =
            self.options.iter().filter_map(|option| Some((option.price_minor(weight_grams)?, option)));
        prices.min_by(|(a, left), (b, right)| a.cmp(b).then_with(|| left.rank().cmp(&right.rank())))
    }

    /// The heaviest parcel that some service takes, in grams; 0 without a service.
    #[must_use]
    pub fn limit_grams(&self) -> u64 {
        self.options.iter().map(|option| option.tariff.limit_grams()).max().unwrap_or(0)
    }

    /// Whether no service goes there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.options.is_empty()
    }
}

impl LaneOption {
    /// The price in minor units, `None` if the service does not take the weight.
    #[must_use]
    pub fn price_minor(&self, weight_grams: u64) -> Option<i64> {
        self.tariff.price(weight_grams).ok().map(crate::value::Money::minor)
    }

    fn rank(&self) -> (u16, &CarrierId, &ServiceId) {
        (self.transit_days, &self.carrier, &self.service)
    }
}

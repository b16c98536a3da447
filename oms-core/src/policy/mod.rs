//! What a merchant wants decided how: one small record, read by allocation and review.

mod pickup_terms;
mod promise_terms;
mod rejection_terms;

use serde::{Deserialize, Serialize};

pub use pickup_terms::PickupTerms;
pub use promise_terms::{PromiseTerms, WithheldSupply};
pub use rejection_terms::{NotFoundEffect, RejectionTerms};

use crate::value::{Currency, Money, Problems};

/// A tenant's choices. Without a record the defaults hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Policy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Policy {
    /// What each shipment of an order after its first costs on top, in money; nothing by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_cost: Option<Money>,
    /// The most shipments an order may be split into; no limit by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_shipments: Option<u32>,
    /// Whether an order ships whole or not at all.
    #[serde(default)]
    pub ship_complete: bool,
    /// Whether a node needs a carrier that goes to the address; without it, freight may be unknown.
    #[serde(default)]
    pub lanes_required: bool,
    /// By how much a channel's total may differ from the sum of the parts; nothing by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_tolerance: Option<Money>,
    /// Whether review looks for stock; yes by default.
    #[serde(default = "yes")]
    pub review_stock: bool,
    /// How dates are promised; receipts count in full from their date on by default.
    #[serde(default, skip_serializing_if = "PromiseTerms::is_standard")]
    pub promise: PromiseTerms,
    /// What follows when a warehouse rejects units; by default the node is left out for a day.
    #[serde(default, skip_serializing_if = "RejectionTerms::is_standard")]
    pub rejection: RejectionTerms,
    /// How long orders wait for their buyers; three days by default.
    #[serde(default, skip_serializing_if = "PickupTerms::is_standard")]
    pub pickup: PickupTerms,
}

const fn yes() -> bool {
    true
}

impl Policy {
    /// What holds for a tenant without a record.
    #[must_use]
    pub fn standard() -> Self {
        Self { review_stock: true, ..Self::default() }
    }

    /// The cost of a split in a currency: nothing where the record names none or another currency.
    #[must_use]
    pub fn split_cost_in(&self, currency: Currency) -> Money {
        self.split_cost.filter(|cost| cost.currency() == currency).unwrap_or(Money::zero(currency))
    }

    /// Everything wrong with the record: amounts must not be negative, and an order needs at least one shipment.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (field, money) in [("splitCost", self.split_cost), ("amountTolerance", self.amount_tolerance)] {
            if money.is_some_and(Money::is_negative) {
                problems.add(
                    "input.out_of_range",
                    format!("/{field}"),
                    format!("{field} must not be negative"),
                );
            }
        }
        if self.max_shipments == Some(0) {
            problems.add("input.out_of_range", "/maxShipments", "an order needs at least one shipment");
        }
        problems.extend(self.promise.problems().under("/promise"));
        problems.extend(self.rejection.problems().under("/rejection"));
        problems
    }
}

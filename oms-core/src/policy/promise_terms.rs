//! How a merchant promises dates: what is withheld from expected supply, and how long it takes to the shelf.

use serde::{Deserialize, Serialize};

use crate::value::Problems;

/// What a merchant wants of dated promises. By default receipts count in full from their date on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseTerms {
    /// How many seconds from a receipt's arrival until its units can leave.
    #[serde(default)]
    pub inbound_seconds: u32,
    /// How many seconds receipts are expected to be late, for safety.
    #[serde(default)]
    pub buffer_seconds: u32,
    /// What is withheld from receipts, by kind.
    #[serde(default)]
    pub withheld: WithheldSupply,
    /// For how many days a receipt that is past its date is still believed in; for ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past_due_supply_days: Option<u16>,
    /// For how many days a promise that is past its date still counts; for ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past_due_promise_days: Option<u16>,
    /// How many whole days units may have lain, when a promise is due, to count for it; for ever when absent. So a
    /// promise far ahead holds none of what is there today, which is counted from now, and waits for what comes nearer
    /// to its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backward_days: Option<u16>,
    /// For how many days a promise that is not served in time still takes from supply that comes after its date (or
    /// after now, where that is past); for ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward_days: Option<u16>,
    /// After how many days from now any number of units can be had; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<u16>,
    /// How many seconds a transfer from another node takes; transfers are no option when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transit_seconds: Option<u32>,
}

/// How many thousandths of what is expected are not promised, by kind of receipt: 0 promises everything, 1000 nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WithheldSupply {
    /// Of purchases.
    #[serde(default)]
    pub purchase_per_mille: u16,
    /// Of transfers.
    #[serde(default)]
    pub transfer_per_mille: u16,
    /// Of production orders.
    #[serde(default)]
    pub production_per_mille: u16,
    /// Of plans.
    #[serde(default)]
    pub planned_per_mille: u16,
}

impl PromiseTerms {
    /// Whether they are the default ones.
    #[must_use]
    pub fn is_standard(&self) -> bool {
        *self == Self::default()
    }

    /// Everything wrong with them: at most everything can be withheld.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let WithheldSupply {
            purchase_per_mille,
            transfer_per_mille,
            production_per_mille,
            planned_per_mille,
        } = self.withheld;
        for (field, per_mille) in [
            ("purchasePerMille", purchase_per_mille),
            ("transferPerMille", transfer_per_mille),
            ("productionPerMille", production_per_mille),
            ("plannedPerMille", planned_per_mille),
        ] {
            if per_mille > 1000 {
                let message = "withhold at most 1000 thousandths, which is everything";
                problems.add("input.out_of_range", format!("/withheld/{field}"), message);
            }
        }
        problems
    }
}

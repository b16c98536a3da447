//! Customers whom some nodes do not serve.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::NodeScope;
use crate::value::{CustomerId, Money};

/// Customer bans: the nodes do not ship to these customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CustomerBan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomerBan {
    /// The customers.
    pub customers: BTreeSet<CustomerId>,
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// What each shipment to them costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for CustomerBan {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let is_banned = sheet.problem.order.customer.as_ref().is_some_and(|one| self.customers.contains(one));
        if is_banned {
            sheet.bar(by, |node| self.nodes.covers(node));
        }
    }
}

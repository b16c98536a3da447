//! Small orders and listed items that are not split.

use serde::{Deserialize, Serialize};

use super::rules::SetRule;
use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::allocation::ItemScope;
use crate::value::Money;

/// No small splits: an order of less than the amount leaves in one shipment, and so does each line of the
/// items named. An order of unknown amount is small.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NoSplitBelow"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoSplitBelow {
    /// Orders of less than this are not split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Lines that are not split whatever the order is worth; none when nothing is named.
    #[serde(default, skip_serializing_if = "ItemScope::is_all")]
    pub items: ItemScope,
    /// What each further shipment, or node that ships of a line, costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for NoSplitBelow {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let amount = sheet.problem.order.amount;
        let is_small = |least: Money| amount.is_none_or(|amount| amount.minor() < least.minor());
        if self.amount.is_some_and(is_small) {
            sheet.max_shipments(by, 1);
        }
        let lines = sheet.lines;
        let named = |line| !self.items.is_all() && self.items.covers(line);
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| named(line)) {
            sheet.set(by, &[at], SetRule::OneNode);
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        check.money("/amount", self.amount);
    }
}

//! What arriving late costs.

use serde::{Deserialize, Serialize};

use super::{Term, is_whole, per_mille, whole};
use crate::allocation::constraint::{Check, Sheet};
use crate::value::Money;

/// What arriving late costs: `a + b·days` for each late shipment, or for each late line of a shipment.
///
/// A shipment is late by the days that its node's `readyDays` and its service's transit days go beyond the
/// promised days. Nothing is late where freight is unknown or nothing was promised. The constraint `in_time`
/// forbids it altogether.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LatenessTerm {
    /// `a`: what being late costs at all.
    pub fixed: Money,
    /// `b`: what each day costs.
    pub per_day: Money,
    /// What is counted.
    #[serde(default)]
    pub per: LatePer,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// What is counted when something is late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LatePer {
    /// Each shipment, by its latest line.
    #[default]
    Shipment,
    /// Each line of a shipment.
    Line,
}

impl Term for LatenessTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.money("/fixed", Some(self.fixed));
        check.money("/perDay", Some(self.per_day));
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        let weigh = |money: Money| per_mille(i128::from(money.minor()), self.weight_per_mille);
        sheet.late(weigh(self.fixed), weigh(self.per_day), self.per);
    }
}

//! Looking at a packed parcel: is what was scanned what was ordered, and does it weigh what it should?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::value::{SkuId, Weight};

/// Units of a SKU that were scanned, or should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScannedUnits {
    /// The SKU.
    pub sku: SkuId,
    /// How many units.
    pub units: u32,
}

/// A packed parcel before it is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelCheck"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelCheck {
    /// What should be in it.
    pub expected: Vec<ScannedUnits>,
    /// What was scanned.
    pub scanned: Vec<ScannedUnits>,
    /// What it should weigh, box included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_weight: Option<Weight>,
    /// What it weighs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// How many grams it may be off.
    #[serde(default)]
    pub tolerance: Weight,
    /// How many percent of the expected weight it may be off, where that is more.
    #[serde(default)]
    pub tolerance_percent: u32,
}

/// A SKU of which something else was scanned than expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelFinding {
    /// The SKU.
    pub sku: SkuId,
    /// How many units should be in it.
    pub expected: u64,
    /// How many were scanned.
    pub scanned: u64,
}

/// A weight that is off by more than it may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeightGap {
    /// How many grams more than expected; fewer where negative.
    pub grams: i64,
    /// How many it may be off.
    pub allowed: u64,
}

/// What is wrong with a packed parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelVerdict"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelVerdict {
    /// Whether it may be closed.
    pub passes: bool,
    /// SKUs that are too few, too many or not expected, by SKU.
    pub findings: Vec<ParcelFinding>,
    /// The weight, where it is off. A parcel whose scans are right and whose weight is off hides a wrong item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<WeightGap>,
}

/// Checks what was scanned and weighed: every SKU must be there in its number, and the weight `w` of a parcel that
/// should weigh `ŵ` be off by at most `max(tolerance, tolerancePercent · ŵ)`. Without both weights nothing is said of
/// them.
///
/// ```
/// use oms_core::document::{ParcelCheck, check_parcel};
/// let check: ParcelCheck = serde_json::from_str(r#"{"expected": [{"sku": "mug", "units": 2}],
///     "scanned": [{"sku": "mug", "units": 1}, {"sku": "mug", "units": 1}],
///     "expectedWeight": 1000, "weight": 1080, "tolerance": 30, "tolerancePercent": 5}"#)?;
/// let verdict = check_parcel(&check);
/// assert!(!verdict.passes && verdict.findings.is_empty());
/// assert_eq!(verdict.weight.map(|gap| (gap.grams, gap.allowed)), Some((80, 50)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn check_parcel(check: &ParcelCheck) -> ParcelVerdict {
    let mut counts: BTreeMap<&SkuId, (u64, u64)> = BTreeMap::new();
    for units in &check.expected {
        let count = &mut counts.entry(&units.sku).or_default().0;
        *count = count.saturating_add(u64::from(units.units));
    }
    for units in &check.scanned {
        let count = &mut counts.entry(&units.sku).or_default().1;
        *count = count.saturating_add(u64::from(units.units));
    }
    let findings: Vec<ParcelFinding> = counts
        .into_iter()
        .filter(|(_, (expected, scanned))| expected != scanned)
        .map(|(sku, (expected, scanned))| ParcelFinding { sku: sku.clone(), expected, scanned })
        .collect();
    let weight = check.expected_weight.zip(check.weight).and_then(|(expected, weight)| {
        let part = u64::from(expected.as_grams()).saturating_mul(u64::from(check.tolerance_percent)) / 100;
        let allowed = part.max(u64::from(check.tolerance.as_grams()));
        let grams = i64::from(weight.as_grams()).saturating_sub(i64::from(expected.as_grams()));
        (grams.unsigned_abs() > allowed).then_some(WeightGap { grams, allowed })
    });
    ParcelVerdict { passes: findings.is_empty() && weight.is_none(), findings, weight }
}

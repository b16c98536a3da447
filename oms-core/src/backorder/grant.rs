//! Sharing out units that are short.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::queue::{compare, entry_problems};
use super::reason::{
    BackorderBehind, BackorderInFull, BackorderNothingLeft, BackorderPartly, BackorderReason, BackorderShare,
};
use super::{BackorderEntry, QueueKey, complete, knapsack};
use crate::value::{LineId, Money, OrderId, Problems, Quantity, SkuId};

/// How units that are short are shared out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BackorderMode {
    /// Who has waited longest is served first, whatever the keys say.
    #[default]
    Fifo,
    /// Who stands first by the keys is served first.
    Priority,
    /// Everybody gets `floor(wanted · available / wanted by all)`; units left by rounding go by largest remainder, then
    /// by the queue (Hamilton's method).
    FairShare,
    /// As many orders as possible are served whole, those with the fewest units first. That is the optimum while orders
    /// wait for one SKU, and a good rule where they wait for several.
    MaxComplete,
    /// The lines worth most are served whole (0/1 knapsack, solved exactly up to
    /// [`BackorderRequest::KNAPSACK_CELLS`]); what is left goes to other lines that fit whole, by the queue.
    MaxValue,
}

/// Units of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderSupply {
    /// The SKU.
    pub sku: SkuId,
    /// How many units.
    pub quantity: Quantity,
}

/// The question who gets units that are short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderRequest {
    /// How to share.
    #[serde(default)]
    pub mode: BackorderMode,
    /// The keys of the queue, most important first; class, due date, margin and age by default.
    #[serde(default = "standard_keys")]
    pub keys: Vec<QueueKey>,
    /// Whether a line takes all its units or none, in the modes `fifo` and `priority`. A line that does not fit then
    /// keeps everybody behind it waiting, so that a small line never slips past a large one.
    #[serde(default)]
    pub whole_lines: bool,
    /// What there is.
    pub supply: Vec<BackorderSupply>,
    /// Who waits.
    pub entries: Vec<BackorderEntry>,
}

pub(super) fn standard_keys() -> Vec<QueueKey> {
    QueueKey::STANDARD.to_vec()
}

impl BackorderRequest {
    /// The most lines times units for which the mode `max_value` finds the very best; beyond it takes the best of
    /// "most value for a unit first" and "the one most valuable line", which is never less than half the best.
    pub const KNAPSACK_CELLS: usize = 1_000_000;

    /// The keys that the mode goes by.
    pub(super) fn keys(&self) -> &[QueueKey] {
        if self.mode == BackorderMode::Fifo { &[] } else { &self.keys }
    }
}

/// Who gets how much, and what is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BackorderPlan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderPlan {
    /// Every line that waits, by its place in the queue.
    pub grants: Vec<BackorderGrant>,
    /// Units that nobody got, by SKU.
    pub left: Vec<BackorderSupply>,
    /// What the lines served are worth, in the mode `max_value` and where there are margins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<BackorderValue>,
}

/// What the lines served are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderValue {
    /// The sum of their margins.
    pub value: Money,
    /// What no plan can exceed.
    pub at_most: Money,
    /// Whether no plan is worth more.
    pub exact: bool,
}

/// What a line got, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderGrant {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// The SKU.
    pub sku: SkuId,
    /// Its place among the lines that wait for the SKU, from 1.
    pub place: u32,
    /// Units it waits for.
    pub wanted: Quantity,
    /// Units it gets.
    pub granted: Quantity,
    /// Why.
    pub reason: BackorderReason,
}

/// What a mode decides for one line.
pub(super) struct Share {
    pub(super) granted: u64,
    pub(super) reason: BackorderReason,
}

pub(super) fn in_full(entry: &BackorderEntry) -> Share {
    Share { granted: wanted(entry), reason: BackorderReason::InFull(BackorderInFull {}) }
}

pub(super) fn wanted(entry: &BackorderEntry) -> u64 {
    u64::from(entry.quantity.units())
}

/// So many units as a quantity; what is granted never exceeds the line's own quantity.
pub(super) fn units(units: u64) -> Quantity {
    Quantity::new(u32::try_from(units).unwrap_or(u32::MAX))
}

/// Shares out units that are short, with the reason for each line. The order of the input does not matter.
/// `O(n log n)` in the lines, and `lines × units` for each SKU in the mode `max_value`.
///
/// # Errors
/// Every problem of the input: a line twice, no unit, margins in several currencies, units of a SKU that do not sum.
///
/// ```
/// use oms_core::backorder::{BackorderRequest, grant_backorders};
/// let request: BackorderRequest = serde_json::from_str(r#"{
///     "mode": "fair_share", "supply": [{"sku": "mug", "quantity": 10}],
///     "entries": [
///         {"order": "a", "line": "1", "sku": "mug", "quantity": 4, "waitingSince": "2026-11-01T00:00:00Z"},
///         {"order": "b", "line": "1", "sku": "mug", "quantity": 11, "waitingSince": "2026-11-02T00:00:00Z"}]}"#)?;
/// let plan = grant_backorders(&request).expect("a sound request");
/// let granted: Vec<_> = plan.grants.iter().map(|grant| grant.granted.units()).collect();
/// assert_eq!(granted, [3, 7]); // of 2 2/3 and 7 1/3
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn grant_backorders(request: &BackorderRequest) -> Result<BackorderPlan, Problems> {
    let mut problems = entry_problems(&request.entries, "/entries");
    let mut left = supply_by_sku(&request.supply, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut queue: Vec<&BackorderEntry> = request.entries.iter().collect();
    queue.sort_by(|a, b| compare(request.keys(), a, b));
    let mut worth = None;
    let shares = if request.mode == BackorderMode::MaxComplete {
        complete::share(&queue, &mut left)
    } else {
        let (shares, value) = by_sku(request, &queue, &mut left);
        worth = value;
        shares
    };
    let mut places: BTreeMap<&SkuId, u32> = BTreeMap::new();
    let grants = queue.iter().zip(shares).map(|(entry, share)| {
        let place = places.entry(&entry.sku).or_default();
        *place = place.saturating_add(1);
        BackorderGrant {
            order: entry.order.clone(),
            line: entry.line.clone(),
            sku: entry.sku.clone(),
            place: *place,
            wanted: entry.quantity,
            granted: units(share.granted),
            reason: share.reason,
        }
    });
    let grants = grants.collect();
    let left = left.into_iter().filter(|(_, quantity)| *quantity > 0);
    let left = left.map(|(sku, quantity)| BackorderSupply { sku, quantity: units(quantity) }).collect();
    Ok(BackorderPlan { grants, left, value: worth })
}

/// What there is by SKU.
pub(super) fn supply_by_sku(supply: &[BackorderSupply], problems: &mut Problems) -> BTreeMap<SkuId, u64> {
    let mut sums: BTreeMap<SkuId, u64> = BTreeMap::new();
    for (at, part) in supply.iter().enumerate() {
        let sum = sums.entry(part.sku.clone()).or_default();
        *sum = sum.saturating_add(u64::from(part.quantity.units()));
        if *sum > u64::from(u32::MAX) {
            let message = format!("the units of `{}` are too many to count", part.sku);
            problems.add("input.out_of_range", format!("/supply/{at}/quantity"), message);
        }
    }
    sums
}

/// The shares in the order of the queue, each SKU decided by itself.
fn by_sku(
    request: &BackorderRequest,
    queue: &[&BackorderEntry],
    left: &mut BTreeMap<SkuId, u64>,
) -> (Vec<Share>, Option<BackorderValue>) {
    let mut waiting: BTreeMap<&SkuId, Vec<(usize, &BackorderEntry)>> = BTreeMap::new();
    for (at, entry) in queue.iter().enumerate() {
        waiting.entry(&entry.sku).or_default().push((at, entry));
    }
    let mut shares: Vec<(usize, Share)> = Vec::with_capacity(queue.len());
    let mut worth = None;
    for (sku, lines) in waiting {
        let mut none = 0;
        let left = left.get_mut(sku).unwrap_or(&mut none);
        let (places, entries): (Vec<usize>, Vec<&BackorderEntry>) = lines.into_iter().unzip();
        let mine = match request.mode {
            BackorderMode::FairShare => fair(&entries, left),
            BackorderMode::MaxValue => {
                let (mine, value) = knapsack::share(&entries, left);
                worth = knapsack::plus(worth, value);
                mine
            }
            BackorderMode::Fifo | BackorderMode::Priority | BackorderMode::MaxComplete => {
                in_turn(&entries, left, request.whole_lines)
            }
        };
        shares.extend(places.into_iter().zip(mine));
    }
    shares.sort_by_key(|(at, _)| *at);
    (shares.into_iter().map(|(_, share)| share).collect(), worth)
}

fn in_turn(entries: &[&BackorderEntry], left: &mut u64, whole_lines: bool) -> Vec<Share> {
    let mut stuck: Option<BackorderReason> = None;
    let mut shares = Vec::with_capacity(entries.len());
    for entry in entries {
        let wanted = wanted(entry);
        if whole_lines && stuck.is_none() && wanted > *left {
            stuck = Some(BackorderReason::Behind(BackorderBehind {
                order: entry.order.clone(),
                line: entry.line.clone(),
                short: units(wanted.saturating_sub(*left)),
            }));
        }
        let share = match &stuck {
            Some(reason) => Share { granted: 0, reason: reason.clone() },
            None if wanted <= *left => in_full(entry),
            None if *left == 0 => {
                Share { granted: 0, reason: BackorderReason::NothingLeft(BackorderNothingLeft {}) }
            }
            None => {
                let reason = BackorderReason::Partly(BackorderPartly { available: units(*left) });
                Share { granted: *left, reason }
            }
        };
        *left = left.saturating_sub(share.granted);
        shares.push(share);
    }
    shares
}

fn fair(entries: &[&BackorderEntry], left: &mut u64) -> Vec<Share> {
    let all = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(wanted(entry)));
    let available = *left;
    if all <= available {
        *left = available.saturating_sub(all);
        return entries.iter().map(|entry| in_full(entry)).collect();
    }
    // Both factors are below 2^64, so the product fits 128 bits; `all` is above `available` and so above zero.
    let exact = |entry: &BackorderEntry| u128::from(wanted(entry)).saturating_mul(u128::from(available));
    let floor = |entry: &BackorderEntry| {
        u64::try_from(exact(entry).checked_div(u128::from(all)).unwrap_or_default()).unwrap_or_default()
    };
    let remainder = |entry: &BackorderEntry| exact(entry).checked_rem(u128::from(all)).unwrap_or_default();
    let given = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(floor(entry)));
    let spare = usize::try_from(available.saturating_sub(given)).unwrap_or_default();
    let mut order: Vec<(u128, usize)> =
        entries.iter().enumerate().map(|(at, entry)| (remainder(entry), at)).collect();
    order.sort_by_key(|(remainder, at)| (std::cmp::Reverse(*remainder), *at));
    let lucky: std::collections::BTreeSet<usize> = order.into_iter().take(spare).map(|(_, at)| at).collect();
    *left = 0;
    let share = |(at, entry): (usize, &&BackorderEntry)| {
        let rounded_up = lucky.contains(&at);
        let reason = BackorderShare { available, wanted_by_all: all, rounded_up };
        let granted = floor(entry).saturating_add(u64::from(rounded_up));
        Share { granted, reason: BackorderReason::Share(reason) }
    };
    entries.iter().enumerate().map(share).collect()
}

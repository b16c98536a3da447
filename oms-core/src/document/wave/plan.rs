//! Waves as they are built, with their reasons.

use serde::{Deserialize, Serialize};

use super::fill::fill;
use super::group::{grouped, prepared};
use super::pick::pick_list;
use super::request::{WaveOrder, WaveRequest};
use super::swap::{Budget, improve};
use crate::document::{DocumentError, PickList};
use crate::value::{CarrierId, Instant, NodeId, OrderId, SkuId, ZoneId};

/// How the orders of a wave are picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WaveKind {
    /// One unit each: picked together, packed without sorting.
    SingleUnit,
    /// Several units of one SKU each: counted out when packed.
    SingleLine,
    /// Several SKUs: picked together, then sorted by slot (边拣边分, 二次分拣).
    MultiLine,
}

/// Why no more orders went into a wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WaveClosed {
    /// It has as many orders as it may.
    MaxOrders,
    /// The next order would bring too many units.
    MaxUnits,
    /// The next order would make it too heavy.
    MaxWeight,
    /// No order was left that goes with it.
    NoMoreOrders,
}

/// Orders that are picked together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Wave {
    /// Its number.
    pub number: u32,
    /// The node.
    pub node: NodeId,
    /// How it is picked: by its most involved order.
    pub kind: WaveKind,
    /// The carrier of all its orders, where they have one in common.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierId>,
    /// The zone of all its units, where they have one in common.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<ZoneId>,
    /// The SKU that it is all about, where that has waves of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// The first cut-off of its orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<Instant>,
    /// When picking must begin at the latest: the cut-off less the lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    /// Whether that was before now.
    pub late: bool,
    /// The order that it was begun with: the most urgent one.
    pub seed: OrderId,
    /// Why it has no more orders.
    pub closed_by: WaveClosed,
    /// What its units weigh together, in grams.
    pub grams: u64,
    /// How many bays the picker passes on an S-shaped way.
    pub walk: u64,
    /// How many it would be if each order were picked alone.
    pub walk_alone: u64,
    /// What is fetched from where, and which order has which slot.
    pub pick_list: PickList,
}

/// Why an order is in no wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WaveLeftReason {
    /// It alone has more units than a wave may have.
    TooManyUnits,
    /// It alone is heavier than a wave may be.
    TooHeavy,
}

/// An order that is in no wave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaveLeft {
    /// The node.
    pub node: NodeId,
    /// The order.
    pub order: OrderId,
    /// Why.
    pub reason: WaveLeftReason,
}

/// All waves, and the orders that are in none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WavePlan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WavePlan {
    /// The waves: by node, then the most urgent first.
    pub waves: Vec<Wave>,
    /// Orders in no wave, by node and id.
    pub left: Vec<WaveLeft>,
    /// How many pairs of orders changed places to shorten ways.
    pub swaps: u32,
}

/// Builds waves: every order goes into exactly one, or is named with the reason why not.
///
/// Orders are grouped by what [`WaveRequest::together`] names. In each group a wave begins with the most urgent order
/// (cut-off, then priority, then id) and takes, as long as its limits allow, the order that adds least to the way and
/// to the number of stops, among the 500 most urgent ones. Then orders of equal urgency change places between waves
/// of a group while that shortens ways, for a bounded number of tries. The way is counted in bays, S-shaped: aisles
/// in order, each walked through.
///
/// `O(n · 500 · lines)` for `n` orders.
///
/// # Errors
/// [`DocumentError::Invalid`] when the request is malformed.
///
/// ```
/// use oms_core::document::{WaveKind, WaveRequest, build_waves};
/// let request: WaveRequest = serde_json::from_str(r#"{"at": "2026-11-11T08:00:00Z", "maxOrders": 2, "orders": [
///     {"order": "o1", "node": "hz", "lines": [{"sku": "mug", "quantity": 1, "location": "A-01-03"}]},
///     {"order": "o2", "node": "hz", "lines": [{"sku": "jar", "quantity": 1, "location": "C-09-20"}]},
///     {"order": "o3", "node": "hz", "lines": [{"sku": "mug", "quantity": 1, "location": "A-01-03"}]}]}"#)?;
/// let plan = build_waves(&request)?;
/// let orders = |at: usize| plan.waves[at].pick_list.slots.iter().map(|slot| slot.order.as_str()).collect::<Vec<_>>();
/// assert_eq!((orders(0), orders(1)), (vec!["o1", "o3"], vec!["o2"])); // both mugs lie in one place
/// assert_eq!(plan.waves[0].kind, WaveKind::SingleUnit);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn build_waves(request: &WaveRequest) -> Result<WavePlan, DocumentError> {
    let problems = request.problems();
    if !problems.is_empty() {
        return Err(DocumentError::Invalid(problems));
    }
    let mut plan = WavePlan { waves: Vec::new(), left: Vec::new(), swaps: 0 };
    let mut budget = Budget::new();
    let mut number = request.first_wave;
    for site in prepared(request) {
        let (groups, left) = grouped(request, &site);
        plan.left.extend(left);
        for group in groups {
            let mut loads = fill(request, &site, &group.orders);
            plan.swaps = plan.swaps.saturating_add(improve(request, &site, &mut loads, &mut budget));
            for load in loads {
                let orders: Vec<&WaveOrder> = load.orders.iter().map(|piece| piece.order).collect();
                let cut_off = orders.iter().filter_map(|order| order.cut_off).min();
                let lead = chrono::TimeDelta::minutes(i64::from(request.lead_minutes));
                let closes_at = cut_off.map(|at| at.checked_sub_signed(lead).unwrap_or(at));
                plan.waves.push(Wave {
                    number,
                    node: site.node.clone(),
                    kind: load.orders.iter().map(|piece| piece.kind).max().unwrap_or(WaveKind::SingleUnit),
                    carrier: common(orders.iter().map(|order| order.carrier.as_ref())),
                    zone: common(load.orders.iter().map(|piece| piece.zone)),
                    sku: group.sku.cloned(),
                    cut_off,
                    closes_at,
                    late: closes_at.is_some_and(|at| at < request.at),
                    seed: load.seed.clone(),
                    closed_by: load.closed_by,
                    grams: load.grams,
                    walk: load.walk(&site.floor),
                    walk_alone: load.orders.iter().fold(0_u64, |sum, piece| {
                        sum.saturating_add(site.floor.walk(piece.aisles.iter().copied()))
                    }),
                    pick_list: pick_list(number, &site, &load.orders, closes_at),
                });
                number = number.saturating_add(1);
            }
        }
    }
    plan.left.sort_by(|one, other| (&one.node, &one.order).cmp(&(&other.node, &other.order)));
    Ok(plan)
}

/// What all have in common.
fn common<'a, T: Clone + PartialEq + 'a>(mut of: impl Iterator<Item = Option<&'a T>>) -> Option<T> {
    let first = of.next()??;
    of.all(|other| other == Some(first)).then(|| first.clone())
}

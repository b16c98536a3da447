//! Borrow and re-cover: an urgent order takes stock held for a later one that incoming supply serves in time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::BackorderUnitsAt;
use super::grant::units;
use super::timeline::{BackorderSupplyAt, Timeline, sum, timelines};
use crate::value::{Instant, LineId, OrderId, Problems, Quantity, SkuId};

/// The question what an urgent line may borrow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BorrowRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowRequest {
    /// When it is asked.
    pub at: Instant,
    /// What the line wants.
    pub sku: SkuId,
    /// How many units.
    pub quantity: Quantity,
    /// When the line must ship.
    pub needed_at: Instant,
    /// Lines that hold units of the SKU.
    pub lenders: Vec<BorrowLender>,
    /// Units that will come and are promised to nobody.
    pub incoming: Vec<BackorderSupplyAt>,
}

/// A line that holds units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowLender {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// Units it holds.
    pub quantity: Quantity,
    /// When it must ship.
    pub ships_at: Instant,
    /// For how many seconds before that its units may not be touched any more.
    #[serde(default)]
    pub lock_seconds: u32,
}

/// What may be borrowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BorrowPlan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowPlan {
    /// From whom, those that ship last first.
    pub moves: Vec<BorrowMove>,
    /// Units that nobody can lend.
    pub short: Quantity,
    /// Lines that lend nothing although units are wanted, and why.
    pub declined: Vec<BorrowRefused>,
}

/// Units taken from a line and what serves it instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowMove {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// Units taken.
    pub quantity: Quantity,
    /// The incoming units that serve the line instead.
    pub covered_by: Vec<BackorderUnitsAt>,
    /// Seconds between the last of them and the line's own shipping.
    pub slack_seconds: u64,
}

/// A line that lends nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowRefused {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// Why.
    pub reason: BorrowRefusal,
}

/// Why a line lends nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BorrowRefusal {
    /// It does not ship later than the line that wants to borrow.
    NotLater(BorrowNotLater),
    /// It is about to ship.
    Locked(BorrowLocked),
    /// Nothing comes in time that could serve it instead.
    NotRecovered(BorrowNotRecovered),
}

/// It does not ship later than the line that wants to borrow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BorrowNotLater"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowNotLater {
    /// When it ships.
    pub ships_at: Instant,
}

/// It is about to ship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BorrowLocked"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowLocked {
    /// Since when its units may not be touched; absent when that is before all dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Instant>,
}

/// Nothing comes in time that could serve it instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BorrowNotRecovered"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BorrowNotRecovered {
    /// By when units would have to come.
    pub needed_by: Instant,
}

/// Finds what an urgent line may borrow: units of lines that ship later, are outside their lock window, and are served
/// by incoming units before they ship. Those that ship last lend first, and each is re-covered by the latest units that
/// are in time for it, so that no other choice could borrow more. `O(lenders × incoming dates)`.
///
/// # Errors
/// A line twice, no units wanted, held or incoming.
///
/// ```
/// use oms_core::backorder::{BorrowRequest, borrow_stock};
/// let request: BorrowRequest = serde_json::from_str(r#"{
///     "at": "2026-11-01T00:00:00Z", "sku": "mug", "quantity": 3, "neededAt": "2026-11-02T00:00:00Z",
///     "lenders": [{"order": "later", "line": "1", "quantity": 5, "shipsAt": "2026-11-10T00:00:00Z",
///                  "lockSeconds": 172800}],
///     "incoming": [{"sku": "mug", "at": "2026-11-09T00:00:00Z", "quantity": 2}]}"#)?;
/// let plan = borrow_stock(&request).expect("a sound request");
/// assert_eq!((plan.moves[0].quantity.units(), plan.moves[0].slack_seconds, plan.short.units()), (2, 86400, 1));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn borrow_stock(request: &BorrowRequest) -> Result<BorrowPlan, Problems> {
    let mut incoming = checked(request)?;
    let mut lenders: Vec<&BorrowLender> = request.lenders.iter().collect();
    lenders.sort_by_key(|lender| (Reverse(lender.ships_at), &lender.order, &lender.line));
    let mut missing = u64::from(request.quantity.units());
    let (mut moves, mut declined) = (Vec::new(), Vec::new());
    for lender in lenders {
        if missing == 0 {
            break;
        }
        let (order, line) = (lender.order.clone(), lender.line.clone());
        if let Some(reason) = refusal(request, lender) {
            declined.push(BorrowRefused { order, line, reason });
            continue;
        }
        let covered = incoming.take_by(lender.ships_at, missing.min(u64::from(lender.quantity.units())));
        let Some(last) = covered.keys().next_back() else {
            let reason = BorrowRefusal::NotRecovered(BorrowNotRecovered { needed_by: lender.ships_at });
            declined.push(BorrowRefused { order, line, reason });
            continue;
        };
        let slack = lender.ships_at.signed_duration_since(*last).num_seconds();
        missing = missing.saturating_sub(sum(&covered));
        moves.push(BorrowMove {
            order,
            line,
            quantity: units(sum(&covered)),
            slack_seconds: u64::try_from(slack).unwrap_or_default(),
            covered_by: covered
                .iter()
                .map(|(at, n)| BackorderUnitsAt { at: *at, quantity: units(*n) })
                .collect(),
        });
    }
    Ok(BorrowPlan { moves, short: units(missing), declined })
}

fn refusal(request: &BorrowRequest, lender: &BorrowLender) -> Option<BorrowRefusal> {
    if lender.ships_at <= request.needed_at {
        return Some(BorrowRefusal::NotLater(BorrowNotLater { ships_at: lender.ships_at }));
    }
    let since = lender.ships_at.checked_sub_signed(TimeDelta::seconds(i64::from(lender.lock_seconds)));
    let locked = since.is_none_or(|since| since <= request.at);
    locked.then_some(BorrowRefusal::Locked(BorrowLocked { since }))
}

/// The incoming units of the SKU, if the request is sound.
fn checked(request: &BorrowRequest) -> Result<Timeline, Problems> {
    let mut problems = Problems::new();
    if request.quantity.is_zero() {
        problems.add("input.out_of_range", "/quantity", "name at least one unit");
    }
    let mut seen = BTreeSet::new();
    for (at, lender) in request.lenders.iter().enumerate() {
        if !seen.insert((&lender.order, &lender.line)) {
            let message = format!("line `{}` of order `{}` stands here twice", lender.line, lender.order);
            problems.add("backorder.duplicate_line", format!("/lenders/{at}/line"), message);
        }
        if lender.quantity.is_zero() {
            problems.add("input.out_of_range", format!("/lenders/{at}/quantity"), "name at least one unit");
        }
    }
    let mut incoming: BTreeMap<SkuId, Timeline> = timelines(&request.incoming, "/incoming", &mut problems);
    if problems.is_empty() { Ok(incoming.remove(&request.sku).unwrap_or_default()) } else { Err(problems) }
}

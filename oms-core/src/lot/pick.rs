//! Which units of which lots an order gets.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::book::LotBook;
use super::{
    Lot, LotConsidered, LotError, LotExpired, LotExpiresBeforeDelivery, LotPicked, LotPicking,
    LotQuarantinedThen, LotTooShort, LotVerdict,
};
use crate::catalog::{LotOwners, LotPickOrder, LotRule};
use crate::value::{Instant, LotPick, Problems, Quantity};

/// The most units of a lot; more than a cell may hold would make sums overflow.
const MOST_UNITS: i64 = 1_000_000_000_000;

/// What is wanted of the lots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotDemand {
    /// How many units.
    pub quantity: Quantity,
    /// When they are picked.
    pub at: Instant,
    /// When the buyer is expected to get them; at once when it lies before `at`.
    pub delivery_at: Instant,
    /// Which lots leave first.
    #[serde(default)]
    pub pick_order: LotPickOrder,
    /// Whose units may be taken.
    #[serde(default)]
    pub owners: LotOwners,
    /// How many days of 24 hours have to remain at the delivery.
    #[serde(default)]
    pub min_days: u32,
    /// What part of the shelf life has to remain at the delivery, in percent.
    #[serde(default)]
    pub min_percent: u8,
    /// How many days units last from the day they are made, for lots that do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf_life_days: Option<u32>,
}

/// Units to pick from a book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PickLots"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickLots {
    /// The lots.
    pub book: LotBook,
    /// What is wanted.
    pub demand: LotDemand,
}

impl PickLots {
    /// Picks, as [`pick_lots`] does, from lots and quarantines in any order.
    ///
    /// # Errors
    /// [`LotError::Invalid`] when a lot stands there twice, has a negative number of units or more than 10¹², or more
    /// than 100 percent of the shelf life have to remain.
    pub fn picking(&self) -> Result<LotPicking, LotError> {
        let mut problems = Problems::new();
        let mut seen = BTreeSet::new();
        for (at, lot) in self.book.lots.iter().enumerate() {
            if !seen.insert(lot.key()) {
                let message = format!("lot `{}` stands here twice for one owner", lot.lot);
                problems.add("lot.duplicate", format!("/book/lots/{at}/lot"), message);
            }
            let units = [
                ("onHand", lot.on_hand),
                ("qualityHold", lot.quality_hold),
                ("damaged", lot.damaged),
                ("returnedPending", lot.returned_pending),
            ];
            for (field, _) in units.iter().filter(|(_, units)| !(0..=MOST_UNITS).contains(units)) {
                let path = format!("/book/lots/{at}/{field}");
                problems.add("input.out_of_range", path, "name 0 to 1000000000000 units");
            }
        }
        if self.demand.min_percent > 100 {
            let message = "a part of the shelf life is 0 to 100 percent";
            problems.add("input.out_of_range", "/demand/minPercent", message);
        }
        if !problems.is_empty() {
            return Err(LotError::Invalid(problems));
        }
        let mut book = self.book.clone();
        book.lots.sort_by(|a, b| a.key().cmp(&b.key()));
        book.quarantines.sort_by(|a, b| a.lot.cmp(&b.lot));
        Ok(pick_lots(&book, &self.demand))
    }
}

impl LotDemand {
    /// What a SKU's rule asks of the lots, apart from how long they have to last for whom.
    #[must_use]
    pub fn of(rule: &LotRule, quantity: Quantity, at: Instant) -> Self {
        Self {
            quantity,
            at,
            delivery_at: at,
            pick_order: rule.pick_order,
            owners: rule.owners.clone(),
            min_days: 0,
            min_percent: 0,
            shelf_life_days: rule.shelf_life_days,
        }
    }
}

/// Picks units from lots: as many as wanted, or all that are eligible. A lot is eligible when its owner is allowed, it
/// is not in quarantine, and at the expected delivery it is still good and
/// `remaining days ≥ max(min_days, ⌈min_percent · shelf life days / 100⌉)`, in whole days. One lot that cannot cover is
/// not the end: the next one follows. `O(n log n)` in the number of lots, `O(n² log n)`
/// for [`LotPickOrder::SingleLot`].
///
/// ```
/// use oms_core::lot::{PickLots, pick_lots};
/// let asked: PickLots = serde_json::from_str(
///     r#"{"book": {"sku": "milk", "node": "berlin", "lots": [
///           {"lot": "A", "receivedAt": "2026-11-01T00:00:00Z", "expiresAt": "2026-12-24T00:00:00Z", "onHand": 9},
///           {"lot": "B", "receivedAt": "2026-11-02T00:00:00Z", "expiresAt": "2026-12-01T00:00:00Z", "onHand": 4}]},
///         "demand": {"quantity": 6, "at": "2026-11-11T00:00:00Z", "deliveryAt": "2026-11-14T00:00:00Z"}}"#,
/// )?;
/// let picks = pick_lots(&asked.book, &asked.demand).picks;
/// let picks: Vec<_> = picks.iter().map(|pick| (pick.lot.as_str(), pick.quantity.units())).collect();
/// assert_eq!(picks, [("B", 4), ("A", 2)]); // B expires first, and does not cover
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn pick_lots(book: &LotBook, demand: &LotDemand) -> LotPicking {
    let mut lots: Vec<&Lot> = book.lots.iter().collect();
    sort(&mut lots, demand.pick_order);
    let refusals: Vec<Option<LotVerdict>> = lots.iter().map(|lot| refusal(book, lot, demand)).collect();
    let free: Vec<i64> = (lots.iter().zip(&refusals))
        .map(|(lot, refusal)| if refusal.is_none() { lot.free().max(0) } else { 0 })
        .collect();
    let wanted = demand.quantity.signed();
    let taken = match demand.pick_order {
        LotPickOrder::SingleLot => fewest(&free, wanted),
        _ => in_turn(&free, wanted),
    };
    let mut picks = Vec::new();
    let mut left = wanted;
    let mut considered = Vec::with_capacity(lots.len());
    for ((lot, refusal), units) in lots.iter().zip(refusals).zip(taken) {
        // Never more than wanted, which is a quantity.
        let quantity = Quantity::try_from(units).unwrap_or_default();
        if !quantity.is_zero() {
            left = left.saturating_sub(units);
            picks.push(LotPick { lot: lot.lot.clone(), owner: lot.owner.clone(), quantity });
        }
        let verdict = refusal.unwrap_or(if quantity.is_zero() {
            LotVerdict::NotNeeded
        } else {
            LotVerdict::Picked(LotPicked { quantity })
        });
        considered.push(LotConsidered {
            lot: lot.lot.clone(),
            owner: lot.owner.clone(),
            free: lot.free(),
            expires_at: lot.expires_at,
            received_at: lot.received_at,
            verdict,
        });
    }
    LotPicking {
        picks,
        short: Quantity::try_from(left).unwrap_or_default(),
        eligible: free.iter().fold(0, |sum, units| sum.saturating_add(*units)),
        lots: considered,
    }
}

/// Free units that a demand may not take: of other owners, in quarantine, expired, or not lasting long enough.
#[must_use]
pub fn barred_units(book: &LotBook, demand: &LotDemand) -> i64 {
    let barred = book.lots.iter().filter(|lot| lot.free() > 0 && refusal(book, lot, demand).is_some());
    barred.fold(0, |sum, lot| sum.saturating_add(lot.free()))
}

/// The order in which lots leave. Ids come last, so that it is total.
pub(super) fn sort(lots: &mut [&Lot], order: LotPickOrder) {
    // A lot that never expires expires after all others.
    let expiry = |lot: &Lot| lot.expires_at.unwrap_or(Instant::MAX_UTC);
    lots.sort_by(|a, b| {
        let first = match order {
            LotPickOrder::Fefo | LotPickOrder::SingleLot => {
                (expiry(a), a.received_at).cmp(&(expiry(b), b.received_at))
            }
            LotPickOrder::Fifo => (a.received_at, expiry(a)).cmp(&(b.received_at, expiry(b))),
            LotPickOrder::Lifo => {
                (Reverse(a.received_at), expiry(a)).cmp(&(Reverse(b.received_at), expiry(b)))
            }
            LotPickOrder::Lefo => {
                (Reverse(expiry(a)), a.received_at).cmp(&(Reverse(expiry(b)), b.received_at))
            }
        };
        first.then_with(|| a.key().cmp(&b.key()))
    });
}

/// Why nothing may be taken of a lot.
fn refusal(book: &LotBook, lot: &Lot, demand: &LotDemand) -> Option<LotVerdict> {
    if !demand.owners.allow(lot.owner.as_ref()) {
        return Some(LotVerdict::OtherOwner);
    }
    if let Some(quarantine) = book.quarantine(&lot.lot) {
        let reason = quarantine.reason.clone();
        return Some(LotVerdict::Quarantined(LotQuarantinedThen { reason }));
    }
    if let Some(short) = lasts_too_short(lot, demand) {
        return Some(short);
    }
    (lot.free() <= 0).then_some(LotVerdict::NothingFree)
}

fn lasts_too_short(lot: &Lot, demand: &LotDemand) -> Option<LotVerdict> {
    let expires_at = lot.expires_at?;
    let late = |at: Instant| at.signed_duration_since(expires_at).num_seconds();
    if lot.is_expired(demand.at) {
        return Some(LotVerdict::Expired(LotExpired { by_seconds: late(demand.at) }));
    }
    let delivery_at = demand.delivery_at.max(demand.at);
    if lot.is_expired(delivery_at) {
        let by_seconds = late(delivery_at);
        return Some(LotVerdict::ExpiresBeforeDelivery(LotExpiresBeforeDelivery { by_seconds }));
    }
    let part = match (demand.min_percent, lot.shelf_life_days(demand.shelf_life_days)) {
        (0, _) => 0,
        (_, None) => return Some(LotVerdict::ShelfLifeUnknown),
        (percent, Some(days)) => {
            // Rounded up: a part of a day that has to remain is a day.
            days.saturating_mul(i64::from(percent)).saturating_add(99).div_euclid(100)
        }
    };
    let required_days = part.max(i64::from(demand.min_days));
    let remaining_days = lot.remaining_days(delivery_at).unwrap_or(i64::MAX);
    (remaining_days < required_days)
        .then_some(LotVerdict::TooShort(LotTooShort { remaining_days, required_days }))
}

/// Takes from each in turn until there is enough.
fn in_turn(free: &[i64], wanted: i64) -> Vec<i64> {
    let mut left = wanted;
    let take = |free: &i64| {
        let units = left.min(*free);
        left = left.saturating_sub(units);
        units
    };
    free.iter().map(take).collect()
}

/// Takes from as few as possible. Of all sets of that many that cover, the one that comes first: a place is taken when
/// the largest of the later ones can still cover the rest.
fn fewest(free: &[i64], wanted: i64) -> Vec<i64> {
    let mut left = wanted.min(largest(free, free.len()));
    let mut places = number_to_cover(free, left);
    let mut taken = Vec::with_capacity(free.len());
    for (at, units) in free.iter().enumerate() {
        let later = free.get(at.saturating_add(1)..).unwrap_or_default();
        let reach = units.saturating_add(largest(later, places.saturating_sub(1)));
        let units = if places > 0 && reach >= left { left.min(*units) } else { 0 };
        if units > 0 {
            places = places.saturating_sub(1);
            left = left.saturating_sub(units);
        }
        taken.push(units);
    }
    taken
}

/// How many lots it takes to cover, the largest first.
fn number_to_cover(free: &[i64], wanted: i64) -> usize {
    let mut sizes = free.to_vec();
    sizes.sort_unstable_by_key(|units| Reverse(*units));
    let mut left = wanted;
    let before = sizes.iter().take_while(|units| {
        let more = left > 0;
        left = left.saturating_sub(**units);
        more
    });
    before.count()
}

/// The units of so many lots together, the largest first.
fn largest(free: &[i64], places: usize) -> i64 {
    let mut sizes = free.to_vec();
    sizes.sort_unstable_by_key(|units| Reverse(*units));
    sizes.into_iter().take(places).fold(0, i64::saturating_add)
}

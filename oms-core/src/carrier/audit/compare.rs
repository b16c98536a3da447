//! How bill and card are compared.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{
    AuditBill, AuditOutcome, AuditTolerance, AuditedBill, AuditedParcel, BillDifference,
    BillDifferenceReason as Reason, BilledParcel, ExpectedParcel,
};
use crate::carrier::RateLineKind;
use crate::value::{
    CarrierId, ChargeId, Currency, Money, Problems, Rounding, ServiceId, Text, TrackingNumber, ZoneId,
};

/// Compares a bill with what its waybills should cost, part by part. Linear in both, but for sorting.
///
/// # Errors
/// Everything wrong with the question; a bill that is wrong is no error but an answer.
pub fn audit_bill(asked: &AuditBill) -> Result<AuditedBill, Problems> {
    let problems = asked.problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    let expected: BTreeMap<&TrackingNumber, &ExpectedParcel> =
        asked.expected.iter().map(|one| (&one.number, one)).collect();
    let mut seen = BTreeSet::new();
    let mut parcels = Vec::with_capacity(asked.billed.len());
    let mut sums = Sums::default();
    for billed in &asked.billed {
        let known = expected.get(&billed.number).copied();
        let first = seen.insert(&billed.number);
        let parcel = audited(billed, known, first, &asked.tolerance);
        sums.add(&parcel, first);
        parcels.push(parcel);
    }
    for (number, one) in expected.iter().filter(|(number, _)| !seen.contains(*number)) {
        parcels.push(AuditedParcel {
            number: TrackingNumber::clone(number),
            reference: Text::default(),
            outcome: AuditOutcome::NotBilled,
            expected: Some(one.quote.quote.price),
            billed: None,
            differences: vec![],
            pick_gap_grams: pick_gap(one, &asked.tolerance),
        });
    }
    sums.told(parcels, asked.currency)
}

/// Totals in minor units, which no sum of 64-bit amounts can leave.
#[derive(Default)]
struct Sums {
    expected: i128,
    billed: i128,
    claim: i128,
    under: i128,
}

impl Sums {
    fn add(&mut self, parcel: &AuditedParcel, first: bool) {
        let minor = |money: Option<Money>| money.map_or(0, |money| i128::from(money.minor()));
        let (expected, billed) = (minor(parcel.expected), minor(parcel.billed));
        self.billed = self.billed.saturating_add(billed);
        if first {
            self.expected = self.expected.saturating_add(expected);
        }
        match parcel.outcome {
            AuditOutcome::Over | AuditOutcome::WrongWeight => {
                self.claim = self.claim.saturating_add(billed.saturating_sub(expected));
            }
            AuditOutcome::Duplicate | AuditOutcome::Unknown => self.claim = self.claim.saturating_add(billed),
            AuditOutcome::Under => self.under = self.under.saturating_add(expected.saturating_sub(billed)),
            AuditOutcome::Ok | AuditOutcome::NotBilled => {}
        }
    }

    fn told(&self, parcels: Vec<AuditedParcel>, currency: Currency) -> Result<AuditedBill, Problems> {
        let money = |total: i128| i64::try_from(total).ok().map(|minor| Money::from_minor(minor, currency));
        let sums = || {
            let (expected, billed) = (money(self.expected)?, money(self.billed)?);
            Some((expected, billed, money(self.claim)?, money(self.under)?))
        };
        let Some((expected, billed, claim, under)) = sums() else {
            let mut problems = Problems::new();
            problems.add("money.overflow", "/billed", "the bill is more than money can hold");
            return Err(problems);
        };
        Ok(AuditedBill { parcels, expected, billed, claim, under })
    }
}

fn audited(
    billed: &BilledParcel,
    known: Option<&ExpectedParcel>,
    first: bool,
    tolerance: &AuditTolerance,
) -> AuditedParcel {
    let differences =
        known.filter(|_| first).map(|known| differences(billed, known, tolerance)).unwrap_or_default();
    AuditedParcel {
        number: billed.number.clone(),
        reference: billed.reference.clone(),
        outcome: outcome(billed, known, first, tolerance, &differences),
        expected: known.map(|known| known.quote.quote.price),
        billed: Some(billed.total),
        differences,
        pick_gap_grams: known.filter(|_| first).and_then(|known| pick_gap(known, tolerance)),
    }
}

fn outcome(
    billed: &BilledParcel,
    known: Option<&ExpectedParcel>,
    first: bool,
    tolerance: &AuditTolerance,
    differences: &[BillDifference],
) -> AuditOutcome {
    let Some(known) = known else { return AuditOutcome::Unknown };
    if !first {
        return AuditOutcome::Duplicate;
    }
    let expected = known.quote.quote.price.minor();
    let gap = billed.total.minor().saturating_sub(expected);
    let part = tolerance.percent.and_then(|percent| percent.of(expected, Rounding::Down)).unwrap_or(0);
    let allowed = tolerance.amount.map_or(0, Money::minor).max(part);
    if gap.unsigned_abs() <= allowed.unsigned_abs() {
        return AuditOutcome::Ok;
    }
    let heavier = billed.grams.is_some_and(|grams| grams > chargeable(known));
    let weight = differences.iter().any(|difference| difference.reason == Reason::Weight);
    match gap > 0 {
        true if weight && heavier => AuditOutcome::WrongWeight,
        true => AuditOutcome::Over,
        false => AuditOutcome::Under,
    }
}

/// What a waybill should be charged as.
fn chargeable(known: &ExpectedParcel) -> u64 {
    let weights = known.quote.weights.iter().map(|weight| weight.chargeable_grams);
    weights.fold(0, u64::saturating_add)
}

fn pick_gap(known: &ExpectedParcel, tolerance: &AuditTolerance) -> Option<u64> {
    let gap = known.theoretical_grams?.abs_diff(known.weighed_grams?);
    (gap > tolerance.pick_grams?).then_some(gap)
}

/// A part by what it is for.
type Part<'a> = (RateLineKind, Option<&'a ChargeId>);

fn differences(
    billed: &BilledParcel,
    known: &ExpectedParcel,
    tolerance: &AuditTolerance,
) -> Vec<BillDifference> {
    let quote = &known.quote.quote;
    let mut found = Vec::new();
    let mut named = |reason, expected: &str, said: Option<&str>| {
        if let Some(said) = said.filter(|said| *said != expected) {
            found.push(difference(reason, None, expected, said, None));
        }
    };
    named(Reason::Carrier, quote.carrier.as_str(), billed.carrier.as_ref().map(CarrierId::as_str));
    named(Reason::Service, quote.service.as_str(), billed.service.as_ref().map(ServiceId::as_str));
    named(Reason::Zone, quote.zone.as_str(), billed.zone.as_ref().map(ZoneId::as_str));
    let grams = chargeable(known);
    if let Some(said) = billed.grams.filter(|said| said.abs_diff(grams) > tolerance.grams) {
        found.push(difference(Reason::Weight, None, &grams.to_string(), &said.to_string(), None));
    }
    if billed.lines.is_empty() {
        if billed.total != quote.price {
            found.push(amounts(Reason::Total, None, quote.price.minor(), billed.total.minor(), quote.price));
        }
        return found;
    }
    let mut parts: BTreeMap<Part<'_>, (Option<i64>, Option<i64>)> = BTreeMap::new();
    let plus = |sum: &mut Option<i64>, money: Money| {
        *sum = Some(sum.unwrap_or(0).saturating_add(money.minor()));
    };
    for line in &known.quote.lines {
        plus(&mut parts.entry((line.kind, line.id.as_ref())).or_default().0, line.amount);
    }
    let mut sum = None;
    for line in &billed.lines {
        plus(&mut parts.entry((line.kind, line.id.as_ref())).or_default().1, line.amount);
        plus(&mut sum, line.amount);
    }
    for (part, (expected, said)) in parts {
        let reason = match (expected, said) {
            (Some(expected), Some(said)) if expected == said => continue,
            (Some(_), Some(_)) => Reason::Amount,
            (Some(_), None) => Reason::Missing,
            (None, _) => Reason::Unexpected,
        };
        found.push(amounts(reason, Some(part), expected.unwrap_or(0), said.unwrap_or(0), quote.price));
    }
    if let Some(sum) = sum.filter(|sum| *sum != billed.total.minor()) {
        found.push(amounts(Reason::Sum, None, sum, billed.total.minor(), quote.price));
    }
    found
}

fn amounts(reason: Reason, part: Option<Part<'_>>, expected: i64, said: i64, like: Money) -> BillDifference {
    let money = |minor| Money::from_minor(minor, like.currency());
    let (expected, said, by) = (money(expected), money(said), money(said.saturating_sub(expected)));
    let told = |money: Money| money.amount().to_string();
    difference(reason, part, &told(expected), &told(said), Some(by))
}

fn difference(
    reason: Reason,
    part: Option<Part<'_>>,
    expected: &str,
    billed: &str,
    by: Option<Money>,
) -> BillDifference {
    // Ids and numbers are far below the longest text.
    let text = |text: &str| Text::new(text).unwrap_or_default();
    BillDifference {
        reason,
        kind: part.map(|(kind, _)| kind),
        id: part.and_then(|(_, id)| id.cloned()),
        expected: text(expected),
        billed: text(billed),
        by,
    }
}

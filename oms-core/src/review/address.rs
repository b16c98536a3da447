//! Can a courier find it?

use super::ReviewFacts;
use crate::order::{HoldReason, Order, ReviewFinding};
use crate::value::{Address, Text};

/// Countries whose addresses need a postal code, and those that need a region (province, state), from the field's
/// common practice (UPU addressing sheets).
const WITH_POSTAL_CODE: &[&str] = &[
    "AT", "AU", "BE", "BR", "CA", "CH", "DE", "DK", "ES", "FI", "FR", "GB", "IN", "IT", "JP", "KR", "MX",
    "NL", "NO", "PL", "PT", "SE", "SG", "US",
];
const WITH_REGION: &[&str] = &["AU", "BR", "CA", "CN", "JP", "US"];

/// An address that lacks a part which its country needs.
pub(super) fn incomplete(order: &Order, _: &ReviewFacts<'_>) -> Option<ReviewFinding> {
    let missing = missing_parts(&order.ship_to);
    if missing.is_empty() {
        return None;
    }
    let note = Text::new(format!("missing: {}", missing.join(", "))).unwrap_or_default();
    Some(ReviewFinding { reason: HoldReason::IncorrectAddress, lines: vec![], note })
}

fn missing_parts(address: &Address) -> Vec<&'static str> {
    let country = address.country.as_str();
    let needs = [
        ("name", address.name.is_blank()),
        ("phone", country == "CN" && address.phone.is_blank()),
        ("region", WITH_REGION.contains(&country) && address.region.is_none()),
        ("city", address.city.is_blank()),
        ("district", country == "CN" && address.district.is_blank()),
        ("postal code", WITH_POSTAL_CODE.contains(&country) && address.postal_code.is_blank()),
        ("street", address.lines.iter().all(Text::is_blank)),
    ];
    needs.into_iter().filter(|(_, missing)| *missing).map(|(part, _)| part).collect()
}

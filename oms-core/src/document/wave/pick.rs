//! The pick list of a wave.

use std::collections::BTreeMap;

use super::group::{Piece, Site};
use super::location::{Place, s_shape};
use super::request::WaveLine;
use crate::document::{PickList, PickShare, PickSlot, PickStop};
use crate::value::{Instant, LotId, Quantity, SkuId};

/// Where a line stands on the way: lines without a place come last.
type Position<'a> = (bool, usize, &'a str, &'a SkuId, Option<&'a LotId>);

/// The stops in the order of the way; orders get their slots in the order in which their first units are picked.
pub(super) fn pick_list(
    wave: u32,
    site: &Site<'_>,
    orders: &[&Piece<'_>],
    closes_at: Option<Instant>,
) -> PickList {
    let places: Vec<(&str, &Place)> = orders
        .iter()
        .flat_map(|piece| &piece.order.lines)
        .filter_map(|line| line.location.as_ref())
        .filter_map(|location| Some((location.as_str(), site.places.get(location)?)))
        .collect();
    let way = s_shape(places.iter().map(|(_, place)| *place));
    let position = |line: &'_ WaveLine| {
        let place = line.location.as_ref().and_then(|location| site.places.get(location));
        let at = place.and_then(|place| way.get(place)).copied();
        (at.is_none(), at.unwrap_or_default())
    };
    let mut slotted: Vec<(&&Piece<'_>, (bool, usize))> = orders
        .iter()
        .map(|piece| (piece, piece.order.lines.iter().map(position).min().unwrap_or((true, 0))))
        .collect();
    // Stable: equal places keep the order of urgency.
    slotted.sort_by_key(|(_, first)| *first);
    let mut stops: BTreeMap<Position<'_>, PickStop> = BTreeMap::new();
    let mut slots = Vec::new();
    for ((piece, _), slot) in slotted.into_iter().zip(1_u32..) {
        let units = u32::try_from(piece.units).unwrap_or(u32::MAX);
        slots.push(PickSlot { slot, order: piece.order.order.clone(), units });
        for line in &piece.order.lines {
            let (nowhere, at) = position(line);
            let code = line.location.as_ref().map_or("", |location| location.as_str());
            let stop =
                stops.entry((nowhere, at, code, &line.sku, line.lot.as_ref())).or_insert_with(|| PickStop {
                    location: line.location.clone(),
                    sku: line.sku.clone(),
                    name: line.name.clone(),
                    lot: line.lot.clone(),
                    quantity: Quantity::ZERO,
                    shares: Vec::new(),
                });
            stop.quantity = plus(stop.quantity, line.quantity);
            match stop.shares.last_mut() {
                Some(share) if share.slot == slot => share.quantity = plus(share.quantity, line.quantity),
                _ => stop.shares.push(PickShare { slot, quantity: line.quantity }),
            }
        }
    }
    PickList { wave, node: site.node.clone(), closes_at, stops: stops.into_values().collect(), slots }
}

fn plus(one: Quantity, other: Quantity) -> Quantity {
    Quantity::new(one.units().saturating_add(other.units()))
}

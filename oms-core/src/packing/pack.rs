//! The decision: a request in, parcels with places, prices and reasons out.

use super::arrange::{Arranger, Obstacle};
use super::kind::Laid;
use super::model::{Model, packed_size, rotations};
use super::split::{Parcel, Splitter};
use super::verdict::{
    BoxDearer, BoxNotArranged, BoxOutOfStock, BoxTaken, BoxTooFull, BoxTooHeavy, BoxTooSmall, BoxTooSoft,
    BoxWithoutPrice,
};
use super::{
    PackError, PackItem, PackPlacement, PackPlan, PackPosition, PackRequest, PackTried, PackVerdict,
    PackedItem, PackedParcel, UnpackedItem, UnpackedReason,
};
use crate::value::{Dimensions, LineId, Money, Quantity};

/// Packs items into boxes so that boxes and shipping together cost least, as far as it finds out.
///
/// Items that must not share a box are kept apart. A parcel gets the cheapest box in which a way is found to lay
/// everything: cuboids of alike items first, each in the corner of an empty space nearest to a corner of the box, by
/// beam search (Araya and Riff 2014). What fits no single box is split: the boxes that pack most for their price are
/// tried first, parcels are then merged and shared out again in twos and threes, and with at most six units all ways
/// to share them out are looked at. What has a volume and no dimensions is packed by volume, to 85 percent.
///
/// The work is counted, not timed: one unit of effort is some milliseconds at most, and the plan is the same on every
/// machine. More effort never packs by other rules, it only searches longer.
///
/// # Errors
/// [`PackError`] when the request is malformed, or its costs add up to more than money can hold. An item that goes into
/// no box is no error: the plan names it with a reason.
///
/// ```
/// use oms_core::packing::{PackRequest, check_packing, pack};
/// let request: PackRequest = serde_json::from_str(r#"{"currency": "EUR",
///     "items": [{"id": "mugs", "quantity": 8, "weight": 300,
///         "dimensions": {"length": 100, "width": 100, "height": 100}}],
///     "boxes": [
///         {"id": "S", "inner": {"length": 200, "width": 200, "height": 100},
///             "cost": {"amount": "0.40", "currency": "EUR"}},
///         {"id": "M", "inner": {"length": 200, "width": 200, "height": 200},
///             "cost": {"amount": "0.70", "currency": "EUR"}}]}"#)?;
/// let plan = pack(&request)?;
/// assert_eq!(plan.parcels.len(), 1); // one M for 0.70, not two S for 0.80
/// assert_eq!(plan.parcels[0].placements.len(), 8);
/// assert!(check_packing(&request, &plan).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn pack(request: &PackRequest) -> Result<PackPlan, PackError> {
    let problems = request.problems();
    if !problems.is_empty() {
        return Err(PackError::Invalid(problems));
    }
    let model = Model::new(request);
    let mut arranger = Arranger::new(&model);
    let mut unpacked = Vec::new();
    let counts = packable(&model, &arranger, &mut unpacked);
    let split = Splitter::new(&mut arranger).split(&counts);
    for (kind, left) in model.kinds.iter().zip(&split.left).filter(|(_, left)| **left > 0) {
        leave(
            request,
            kind.item,
            kind.units.saturating_mul(*left),
            UnpackedReason::OutOfBoxes,
            &mut unpacked,
        );
    }
    let mut parcels = Vec::new();
    for parcel in &split.parcels {
        parcels.push(told(&model, &mut arranger, parcel, &split.parcels));
    }
    parcels.sort_by(|one: &PackedParcel, other| {
        (other.fill_permille, &one.carton).cmp(&(one.fill_permille, &other.carton))
    });
    alone(&model, &mut parcels, &mut unpacked);
    unpacked.sort_by(|one, other| (&one.item, one.reason).cmp(&(&other.item, other.reason)));
    let total = |of: fn(&PackedParcel) -> Money| {
        Money::sum(request.currency, parcels.iter().map(of)).map_err(|_| PackError::Overflow)
    };
    let (box_cost, shipping_cost) = (total(|one| one.box_cost)?, total(|one| one.shipping_cost)?);
    let cost = box_cost.checked_add(shipping_cost).map_err(|_| PackError::Overflow)?;
    Ok(PackPlan { parcels, unpacked, box_cost, shipping_cost, cost })
}

fn leave(
    request: &PackRequest,
    at: usize,
    units: u32,
    reason: UnpackedReason,
    unpacked: &mut Vec<UnpackedItem>,
) {
    let Some(item) = request.items.get(at) else { return };
    let known = unpacked.iter_mut().find(|known| known.item == item.id && known.reason == reason);
    match known {
        Some(known) => known.quantity = Quantity::new(known.quantity.units().saturating_add(units)),
        None => unpacked.push(UnpackedItem { item: item.id.clone(), quantity: Quantity::new(units), reason }),
    }
}

/// The pieces of which one at least goes into some box; the others are left with their reason.
fn packable(model: &Model<'_>, arranger: &Arranger<'_>, unpacked: &mut Vec<UnpackedItem>) -> Vec<u32> {
    for (at, item) in model.request.items.iter().enumerate() {
        let known = item.dimensions.is_some() || item.volume.is_some() && !item.rule.ships_alone;
        if !known && !item.quantity.is_zero() {
            leave(model.request, at, item.quantity.units(), UnpackedReason::UnknownSize, unpacked);
        }
    }
    let mut counts: Vec<u32> = vec![0; model.kinds.len()];
    for (at, kind) in model.kinds.iter().enumerate() {
        let mut one = vec![0; model.kinds.len()];
        if let Some(slot) = one.get_mut(at) {
            *slot = 1;
        }
        let mut reason = None;
        for shell in &model.shells {
            let heavy = Some(UnpackedReason::TooHeavy);
            reason = match arranger.obstacle(shell, &one) {
                None if model.price(shell, kind.grams).is_some() => {
                    reason = None;
                    if let Some(slot) = counts.get_mut(at) {
                        *slot = kind.count;
                    }
                    break;
                }
                None | Some(Obstacle::TooHeavy) => heavy,
                Some(_) => reason.or(Some(UnpackedReason::TooLarge)),
            };
        }
        if counts.get(at).is_none_or(|n| *n == 0) {
            let reason = reason.unwrap_or(UnpackedReason::OutOfBoxes);
            leave(model.request, kind.item, kind.units.saturating_mul(kind.count), reason, unpacked);
        }
    }
    counts
}

/// A parcel as it is told.
fn told(model: &Model<'_>, arranger: &mut Arranger<'_>, parcel: &Parcel, all: &[Parcel]) -> PackedParcel {
    let request = model.request;
    let shell = model.shells.get(parcel.shell);
    let carton = shell.map(|shell| shell.carton);
    let grams = model.grams(&parcel.counts);
    let weight_grams = grams.saturating_add(carton.map_or(0, |carton| u64::from(carton.tare.as_grams())));
    let outside = carton.map(super::BoxType::outside).unwrap_or_default();
    let dimensional = request.shipping.as_ref().and_then(|shipping| shipping.dimensional_grams(outside));
    let inner = carton.map_or(1, |carton| carton.inner.volume()).max(1);
    let mut units = vec![0_u32; request.items.len()];
    for (kind, n) in model.kinds.iter().zip(&parcel.counts) {
        if let Some(slot) = units.get_mut(kind.item) {
            *slot = slot.saturating_add(kind.units.saturating_mul(*n));
        }
    }
    let inside = request.items.iter().zip(units).filter(|(_, units)| *units > 0);
    let contents = inside.map(|(item, n)| PackedItem { item: item.id.clone(), quantity: Quantity::new(n) });
    let mut laid: Vec<&Laid> = parcel.laid.iter().collect();
    laid.sort_by_key(|piece| (piece.low[2], piece.low[1], piece.low[0]));
    let money = |minor: i64| Money::from_minor(minor, request.currency);
    let box_cost = carton.map_or(0, |carton| carton.cost.minor());
    PackedParcel {
        carton: carton.map(|carton| carton.id.clone()),
        contents: contents.collect(),
        by_volume: parcel.laid.is_empty(),
        placements: laid.into_iter().filter_map(|piece| placement(model, piece)).collect(),
        fill_permille: permille(model.volume(&parcel.counts), inner),
        outside,
        weight_grams,
        dimensional_grams: dimensional,
        chargeable_grams: weight_grams.max(dimensional.unwrap_or(0)),
        box_cost: money(box_cost),
        shipping_cost: money(parcel.price.saturating_sub(box_cost)),
        tried: tried(model, arranger, parcel, all),
    }
}

fn permille(volume: i64, inner: u128) -> u32 {
    let filled = u128::from(volume.unsigned_abs()).saturating_mul(1000) / inner.max(1);
    u32::try_from(filled).unwrap_or(u32::MAX)
}

fn placement(model: &Model<'_>, piece: &Laid) -> Option<PackPlacement> {
    let kind = model.kinds.get(piece.kind)?;
    let item: &PackItem = model.request.items.get(kind.item)?;
    let edge = |millimetres: i32| u32::try_from(millimetres).unwrap_or(0);
    let size =
        Dimensions { length: edge(piece.size[0]), width: edge(piece.size[1]), height: edge(piece.size[2]) };
    let own = packed_size(item, kind.units)?;
    let rotation = rotations(item).find(|rotation| rotation.of(own) == size)?;
    let position = PackPosition { x: edge(piece.low[0]), y: edge(piece.low[1]), z: edge(piece.low[2]) };
    Some(PackPlacement {
        item: item.id.clone(),
        quantity: Quantity::new(kind.units),
        position,
        size,
        rotation,
    })
}

/// Every box for a content with what became of it, the cheapest first.
fn tried(model: &Model<'_>, arranger: &mut Arranger<'_>, parcel: &Parcel, all: &[Parcel]) -> Vec<PackTried> {
    let grams = model.grams(&parcel.counts);
    let money = |minor: i64| Money::from_minor(minor, model.request.currency);
    let id = |kind: usize| -> Option<LineId> {
        let item = model.kinds.get(kind).and_then(|kind| model.request.items.get(kind.item));
        item.map(|item| item.id.clone())
    };
    let none = || PackVerdict::NoArrangement(BoxNotArranged {});
    let mut order: Vec<(i64, usize)> = Vec::new();
    for (at, shell) in model.shells.iter().enumerate() {
        order.push((model.price(shell, grams).unwrap_or(i64::MAX), at));
    }
    order.sort_by_key(|(price, at)| (*price, model.shells.get(*at).map_or(0, |shell| shell.volume), *at));
    let mut tried = Vec::new();
    for (price, at) in order {
        let Some(shell) = model.shells.get(at) else { continue };
        let obstacle = |obstacle: Obstacle| match obstacle {
            Obstacle::Fragile(kind) => {
                id(kind).map_or(none(), |item| PackVerdict::Fragile(BoxTooSoft { item }))
            }
            Obstacle::TooSmall(kind) => {
                id(kind).map_or(none(), |item| PackVerdict::TooSmall(BoxTooSmall { item }))
            }
            Obstacle::TooHeavy => PackVerdict::TooHeavy(BoxTooHeavy { grams, limit_grams: shell.payload }),
            Obstacle::TooFull => PackVerdict::TooFull(BoxTooFull {
                volume: model.volume(&parcel.counts).unsigned_abs(),
                limit_volume: shell.volume.unsigned_abs(),
            }),
            Obstacle::NotFound => none(),
        };
        let used = all.iter().filter(|other| other.shell == at).count();
        let dearer = || {
            let by = money(price.saturating_sub(parcel.price).max(0));
            PackVerdict::Dearer(BoxDearer { cost: money(price), by })
        };
        let verdict = if at == parcel.shell {
            PackVerdict::Taken(BoxTaken { cost: money(parcel.price) })
        } else if let Some(found) = arranger.obstacle(shell, &parcel.counts) {
            obstacle(found)
        } else if price == i64::MAX {
            let gross = grams.saturating_add(u64::from(shell.carton.tare.as_grams()));
            let shipping = model.request.shipping.as_ref();
            let size = shipping.and_then(|shipping| shipping.dimensional_grams(shell.carton.outside()));
            PackVerdict::NoPrice(BoxWithoutPrice { chargeable_grams: gross.max(size.unwrap_or(0)) })
        } else if price >= parcel.price {
            dearer()
        } else if shell
            .carton
            .stock
            .is_some_and(|stock| usize::try_from(stock).is_ok_and(|stock| used >= stock))
        {
            PackVerdict::OutOfStock(BoxOutOfStock {})
        } else {
            arranger.arrange(at, &parcel.counts).map_or_else(obstacle, |_| dearer())
        };
        tried.push(PackTried { carton: shell.carton.id.clone(), verdict });
    }
    tried
}

/// Units that ship in their own cartons, each a parcel.
fn alone(model: &Model<'_>, parcels: &mut Vec<PackedParcel>, unpacked: &mut Vec<UnpackedItem>) {
    let request = model.request;
    let zero = Money::zero(request.currency);
    for (at, item) in request.items.iter().enumerate().filter(|(_, item)| item.rule.ships_alone) {
        let Some(outside) = item.dimensions else { continue };
        let weight_grams = u64::from(item.weight.as_grams());
        let Some(price) = model.shipping(weight_grams, outside) else {
            leave(request, at, item.quantity.units(), UnpackedReason::TooHeavy, unpacked);
            continue;
        };
        let dimensional = request.shipping.as_ref().and_then(|shipping| shipping.dimensional_grams(outside));
        let one = PackedParcel {
            carton: None,
            contents: vec![PackedItem { item: item.id.clone(), quantity: Quantity::new(1) }],
            placements: Vec::new(),
            by_volume: false,
            fill_permille: 1000,
            outside,
            weight_grams,
            dimensional_grams: dimensional,
            chargeable_grams: weight_grams.max(dimensional.unwrap_or(0)),
            box_cost: zero,
            shipping_cost: Money::from_minor(price, request.currency),
            tried: Vec::new(),
        };
        parcels.extend((0..item.quantity.units()).map(|_| one.clone()));
    }
}

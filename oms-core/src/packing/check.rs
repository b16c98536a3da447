//! The independent checker: looks at every parcel of a plan and shares no code with the search.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    BoxKind, BoxType, PackConflict, PackItem, PackPlacement, PackPlan, PackRequest, PackRotation,
    PackRuleBroken, PackViolation, PackedParcel,
};
use crate::catalog::ItemEdge;
use crate::value::{BoxId, Dimensions, LineId, Money, PackClassId};

/// Every rule that a packing breaks; none if it can be packed as it says, to the millimetre, the gram and the cent.
///
/// It trusts nothing but the request. Whether a better packing exists is not its question.
#[must_use]
pub fn check_packing(request: &PackRequest, plan: &PackPlan) -> Vec<PackViolation> {
    let items = request.items.iter().map(|item| (&item.id, item)).collect();
    let boxes = request.boxes.iter().map(|carton| (&carton.id, carton)).collect();
    let mut checker = Checker { request, items, boxes, parcel: None, found: Vec::new() };
    if !request.problems().is_empty() {
        checker.add(PackRuleBroken::BadRequest, None);
        return checker.found;
    }
    checker.units(plan);
    checker.stock(plan);
    for (at, parcel) in plan.parcels.iter().enumerate() {
        checker.parcel = u32::try_from(at).ok();
        checker.parcel(parcel);
    }
    checker.parcel = None;
    let total =
        |of: fn(&PackedParcel) -> Money| Money::sum(request.currency, plan.parcels.iter().map(of)).ok();
    let (boxes, shipping) = (total(|one| one.box_cost), total(|one| one.shipping_cost));
    let both = boxes.zip(shipping).and_then(|(one, other)| one.checked_add(other).ok());
    if (boxes, shipping, both) != (Some(plan.box_cost), Some(plan.shipping_cost), Some(plan.cost)) {
        checker.add(PackRuleBroken::FigureDiffers, None);
    }
    checker.found
}

struct Checker<'p> {
    request: &'p PackRequest,
    items: BTreeMap<&'p LineId, &'p PackItem>,
    boxes: BTreeMap<&'p BoxId, &'p BoxType>,
    parcel: Option<u32>,
    found: Vec<PackViolation>,
}

/// A placement as spans along the three axes, from and to.
type Spans = [(u64, u64); 3];

fn spans(placement: &PackPlacement) -> Spans {
    let (at, size) = (placement.position, placement.size);
    let span = |from: u32, edge: u32| (u64::from(from), u64::from(from).saturating_add(u64::from(edge)));
    [span(at.x, size.length), span(at.y, size.width), span(at.z, size.height)]
}

fn common(one: (u64, u64), other: (u64, u64)) -> u64 {
    one.1.min(other.1).saturating_sub(one.0.max(other.0))
}

/// The area in which one lies right on the other.
fn contact(upper: &Spans, lower: &Spans) -> u64 {
    let ([x, y, z], [a, b, c]) = (upper, lower);
    if z.0 == c.1 { common(*x, *a).saturating_mul(common(*y, *b)) } else { 0 }
}

impl Checker<'_> {
    fn add(&mut self, rule: PackRuleBroken, item: Option<&LineId>) {
        self.found.push(PackViolation { rule, parcel: self.parcel, item: item.cloned() });
    }

    /// Packed and unpacked units are those of the request.
    fn units(&mut self, plan: &PackPlan) {
        let mut told: BTreeMap<&LineId, u64> = BTreeMap::new();
        let packed = plan.parcels.iter().flat_map(|parcel| &parcel.contents);
        let packed = packed.map(|one| (&one.item, one.quantity));
        for (item, quantity) in packed.chain(plan.unpacked.iter().map(|one| (&one.item, one.quantity))) {
            let sum = told.entry(item).or_insert(0);
            *sum = sum.saturating_add(u64::from(quantity.units()));
        }
        for item in &self.request.items {
            if told.remove(&item.id).unwrap_or(0) != u64::from(item.quantity.units()) {
                self.add(PackRuleBroken::UnitsDiffer, Some(&item.id));
            }
        }
        for item in told.into_keys() {
            self.add(PackRuleBroken::UnitsDiffer, Some(item));
        }
    }

    fn stock(&mut self, plan: &PackPlan) {
        let mut used: BTreeMap<&BoxId, u32> = BTreeMap::new();
        for carton in plan.parcels.iter().filter_map(|parcel| parcel.carton.as_ref()) {
            let count = used.entry(carton).or_insert(0);
            *count = count.saturating_add(1);
        }
        for (carton, count) in used {
            let stock = self.boxes.get(carton).and_then(|carton| carton.stock);
            if stock.is_some_and(|stock| count > stock) {
                self.add(PackRuleBroken::OverStock, None);
            }
        }
    }

    fn parcel(&mut self, parcel: &PackedParcel) {
        let carton = match &parcel.carton {
            None => None,
            Some(id) => match self.boxes.get(id) {
                Some(carton) => Some(*carton),
                None => return self.add(PackRuleBroken::UnknownBox, None),
            },
        };
        self.alone(parcel);
        self.weights(parcel, carton);
        self.classes(parcel);
        let Some(carton) = carton else { return };
        let fragile = |item: &&LineId| self.items.get(*item).is_some_and(|item| item.rule.fragile);
        let broken = parcel.contents.iter().map(|one| &one.item).find(fragile);
        if let Some(item) = broken.filter(|_| carton.kind == BoxKind::Mailer) {
            self.add(PackRuleBroken::FragileInMailer, Some(item));
        }
        if parcel.by_volume {
            self.by_volume(parcel, carton);
        } else {
            self.geometry(parcel, carton);
        }
    }

    fn alone(&mut self, parcel: &PackedParcel) {
        for one in &parcel.contents {
            let alone = self.items.get(&one.item).is_some_and(|item| item.rule.ships_alone);
            let is_alone = parcel.carton.is_none();
            let single = parcel.contents.len() == 1 && one.quantity.units() == 1;
            if alone != is_alone || is_alone && !single {
                self.add(PackRuleBroken::NotAlone, Some(&one.item));
            }
        }
    }

    fn classes(&mut self, parcel: &PackedParcel) {
        let is = |item: &LineId, class: &PackClassId| {
            self.items.get(item).is_some_and(|item| item.rule.classes.contains(class))
        };
        let mut broken = Vec::new();
        // An item of both classes is at odds with others, not with itself.
        for one in &parcel.contents {
            for other in parcel.contents.iter().filter(|other| other.item != one.item) {
                let at_odds = |pair: &PackConflict| is(&one.item, &pair.one) && is(&other.item, &pair.other);
                if self.request.conflicts.iter().any(at_odds) {
                    broken.push(&one.item);
                }
            }
        }
        for item in broken {
            self.add(PackRuleBroken::Conflict, Some(item));
        }
    }

    fn weights(&mut self, parcel: &PackedParcel, carton: Option<&BoxType>) {
        let net = parcel.contents.iter().map(|one| {
            let item = self.items.get(&one.item);
            item.map_or(0, |item| item.weight.times(one.quantity))
        });
        let tare = carton.map_or(0, |carton| u64::from(carton.tare.as_grams()));
        let gross = net.fold(tare, u64::saturating_add);
        let most = carton.and_then(|carton| carton.max_weight);
        if most.is_some_and(|most| gross > u64::from(most.as_grams())) {
            self.add(PackRuleBroken::TooHeavy, None);
        }
        let own = || {
            let item = parcel.contents.first().and_then(|one| self.items.get(&one.item))?;
            item.dimensions
        };
        let outside = carton.map_or_else(own, |carton| Some(carton.outer.unwrap_or(carton.inner)));
        let divisor = self.request.shipping.as_ref().and_then(|shipping| shipping.divisor);
        let by_size = divisor.zip(outside).map(|(divisor, size)| {
            let grams = size.volume().div_ceil(u128::from(divisor.max(1)));
            u64::try_from(grams).unwrap_or(u64::MAX)
        });
        let chargeable = gross.max(by_size.unwrap_or(0));
        let shipping = match &self.request.shipping {
            None => Some(Money::zero(self.request.currency)),
            Some(shipping) => shipping.tariff.price(chargeable).ok(),
        };
        let box_cost = carton.map_or(Money::zero(self.request.currency), |carton| carton.cost);
        let right = parcel.weight_grams == gross
            && Some(parcel.outside) == outside
            && parcel.dimensional_grams == by_size
            && parcel.chargeable_grams == chargeable
            && parcel.box_cost == box_cost
            && Some(parcel.shipping_cost) == shipping;
        if !right {
            self.add(PackRuleBroken::FigureDiffers, None);
        }
    }

    /// Volumes alone: no more than 85 percent of what the box may hold, and each item that has a size fits by itself.
    fn by_volume(&mut self, parcel: &PackedParcel, carton: &BoxType) {
        let mut volume = 0_u128;
        let mut unknown = false;
        for one in &parcel.contents {
            let Some(item) = self.items.get(&one.item).copied() else { continue };
            unknown |= item.dimensions.is_none();
            let each = item
                .dimensions
                .map_or(u128::from(item.volume.unwrap_or(0)), |size| pressed(item, size).volume());
            let nested = item.rule.nest_height.is_some();
            // Units that nest take less than their volumes; what they take at least is one of them.
            let times = if nested { 1 } else { u128::from(one.quantity.units()) };
            volume = volume.saturating_add(each.saturating_mul(times));
        }
        if !unknown {
            self.add(PackRuleBroken::ContentsDiffer, None);
        }
        self.full(parcel, carton, volume, 85);
    }

    fn full(&mut self, parcel: &PackedParcel, carton: &BoxType, volume: u128, percent: u128) {
        let taken = volume.saturating_mul(100_u128.saturating_add(u128::from(carton.void_percent)));
        let room = carton.inner.volume().saturating_mul(u128::from(carton.fill_limit_percent));
        if taken.saturating_mul(100) > room.saturating_mul(percent) {
            self.add(PackRuleBroken::TooFull, None);
        }
        let permille = volume.saturating_mul(1000) / carton.inner.volume().max(1);
        if !parcel.by_volume && u128::from(parcel.fill_permille) != permille {
            self.add(PackRuleBroken::FigureDiffers, None);
        }
    }

    fn geometry(&mut self, parcel: &PackedParcel, carton: &BoxType) {
        let mut placed: BTreeMap<&LineId, u64> = BTreeMap::new();
        for one in &parcel.placements {
            let sum = placed.entry(&one.item).or_insert(0);
            *sum = sum.saturating_add(u64::from(one.quantity.units()));
        }
        let told = parcel.contents.iter().map(|one| (&one.item, u64::from(one.quantity.units())));
        if placed != told.collect() {
            self.add(PackRuleBroken::ContentsDiffer, None);
        }
        let bodies: Vec<(&PackPlacement, Spans)> =
            parcel.placements.iter().map(|one| (one, spans(one))).collect();
        self.inside(&bodies, carton);
        for (at, (one, body)) in bodies.iter().enumerate() {
            self.shape(one);
            for (_, other) in bodies.iter().skip(at.saturating_add(1)) {
                if body.iter().zip(other).all(|(one, other)| common(*one, *other) > 0) {
                    self.add(PackRuleBroken::Overlap, Some(&one.item));
                }
            }
        }
        self.support(&bodies);
        self.loads(&bodies);
        let volume = parcel.placements.iter().fold(0_u128, |sum, one| sum.saturating_add(one.size.volume()));
        self.full(parcel, carton, volume, 100);
    }

    /// Everything lies within the box; a mailer loses in length and width what its content is thick.
    fn inside(&mut self, bodies: &[(&PackPlacement, Spans)], carton: &BoxType) {
        let Dimensions { length, width, height } = carton.inner;
        let thick = bodies.iter().map(|(_, [_, _, z])| z.1).max().unwrap_or(0);
        let lost = if carton.kind == BoxKind::Mailer { thick } else { 0 };
        let room = [
            u64::from(length).saturating_sub(lost),
            u64::from(width).saturating_sub(lost),
            u64::from(height),
        ];
        for (one, body) in bodies {
            if body.iter().zip(&room).any(|(span, room)| span.1 > *room) {
                self.add(PackRuleBroken::Outside, Some(&one.item));
            }
        }
    }

    /// The size is the item's, pressed together and nested, in a position that it may lie in.
    fn shape(&mut self, one: &PackPlacement) {
        let Some(item) = self.items.get(&one.item) else { return };
        let rule = &item.rule;
        let units = one.quantity.units();
        let right = item.dimensions.is_some_and(|size| {
            let mut size = pressed(item, size);
            let more = rule.nest_height.unwrap_or(0).saturating_mul(units.saturating_sub(1));
            size.height = size.height.saturating_add(more);
            one.rotation.of(size) == one.size
        });
        let (up, turned) = match one.rotation {
            PackRotation::Lwh => (ItemEdge::Height, false),
            PackRotation::Wlh => (ItemEdge::Height, true),
            PackRotation::Lhw => (ItemEdge::Width, false),
            PackRotation::Hlw => (ItemEdge::Width, true),
            PackRotation::Whl => (ItemEdge::Length, false),
            PackRotation::Hwl => (ItemEdge::Length, true),
        };
        let may = (rule.upright.is_empty() || rule.upright.contains(&up)) && !(turned && rule.no_turn);
        let nests = rule.nest_height.is_some();
        let together = units == 1 || nests && units > 1 && up == ItemEdge::Height;
        if !right || !may || !together {
            self.add(PackRuleBroken::WrongSize, Some(&one.item));
        }
    }

    fn support(&mut self, bodies: &[(&PackPlacement, Spans)]) {
        let percent = u64::from(self.request.support_percent);
        for (one, body) in bodies.iter().filter(|(_, [_, _, z])| z.0 > 0) {
            let rests: u64 =
                bodies.iter().map(|(_, other)| contact(body, other)).fold(0, u64::saturating_add);
            let base = u64::from(one.size.length).saturating_mul(u64::from(one.size.width));
            if rests.saturating_mul(100) < base.saturating_mul(percent) {
                self.add(PackRuleBroken::Unsupported, Some(&one.item));
            }
        }
    }

    /// For each item everything that stands on it, directly or through others, by walking up from it.
    fn loads(&mut self, bodies: &[(&PackPlacement, Spans)]) {
        for (at, (one, _)) in bodies.iter().enumerate() {
            let Some(item) = self.items.get(&one.item).copied() else { continue };
            let rule = &item.rule;
            if !rule.fragile && rule.bears.is_none() && rule.stack_limit.is_none() {
                continue;
            }
            let (mut above, mut level, mut levels) = (BTreeSet::new(), BTreeSet::from([at]), 0_u32);
            // Each round is one level up; the last level in which an item stands is its height above.
            while levels <= u32::try_from(bodies.len()).unwrap_or(u32::MAX) {
                let on = |place: &usize| {
                    let (_, upper) = bodies.get(*place)?;
                    let stands = |below: &usize| {
                        bodies.get(*below).is_some_and(|(_, lower)| contact(upper, lower) > 0)
                    };
                    level.iter().any(stands).then_some(*place)
                };
                let next: BTreeSet<usize> =
                    (0..bodies.len()).collect::<Vec<_>>().iter().filter_map(on).collect();
                if next.is_empty() {
                    break;
                }
                levels = levels.saturating_add(1);
                above.extend(next.iter().copied());
                level = next;
            }
            let weight = |place: &usize| {
                let (one, _) = bodies.get(*place)?;
                Some(self.items.get(&one.item)?.weight.times(one.quantity))
            };
            let grams = above.iter().filter_map(weight).fold(0, u64::saturating_add);
            let broken = rule.fragile && !above.is_empty()
                || rule.bears.is_some_and(|most| {
                    grams > u64::from(most.as_grams()) || most.as_grams() == 0 && levels > 0
                });
            if broken {
                self.add(PackRuleBroken::Overloaded, Some(&one.item));
            }
            if rule.stack_limit.is_some_and(|most| levels > most) {
                self.add(PackRuleBroken::StackedTooHigh, Some(&one.item));
            }
        }
    }
}

/// Soft goods pressed together, to the next whole millimetre.
fn pressed(item: &PackItem, mut size: Dimensions) -> Dimensions {
    let kept = u64::from(100_u8.saturating_sub(item.rule.shrink_percent));
    let height = u64::from(size.height).saturating_mul(kept).saturating_add(99) / 100;
    size.height = u32::try_from(height).unwrap_or(u32::MAX);
    size
}

//! A request as the search sees it: pieces, boxes as bins, prices, and who may share a box.

use super::carton::BoxKind;
use super::kind::{Bin, Kind, Rest};
use super::space::{Triple, volume};
use super::{BoxType, PackItem, PackRequest, PackRotation};
use crate::catalog::ItemEdge;
use crate::value::Dimensions;

/// Where only volumes are known, so many percent of the usable space may be filled.
pub(super) const LOOSE_PERCENT: i64 = 85;
/// The thicknesses that are tried for a mailer.
const MAILER_STEPS: u32 = 6;

/// A box as the search sees it.
pub(super) struct Shell<'r> {
    pub(super) carton: &'r BoxType,
    /// What it may be inside: one bin for a carton, one for each thickness tried of a mailer.
    pub(super) bins: Vec<Bin>,
    pub(super) payload: u64,
    pub(super) volume: i64,
}

/// A request as the search sees it.
pub(super) struct Model<'r> {
    pub(super) request: &'r PackRequest,
    /// Large pieces first; ties by what they are, then by id.
    pub(super) kinds: Vec<Kind>,
    pub(super) shells: Vec<Shell<'r>>,
    clash: Vec<Vec<bool>>,
}

impl<'r> Model<'r> {
    pub(super) fn new(request: &'r PackRequest) -> Self {
        let shells: Vec<Shell<'r>> = request.boxes.iter().map(|carton| shell(carton, request)).collect();
        let mut kinds = Vec::new();
        for (at, item) in request.items.iter().enumerate() {
            let known = item.dimensions.is_some() || item.volume.is_some();
            if known && !item.rule.ships_alone && !item.quantity.is_zero() {
                pieces(at, item, &shells, &mut kinds);
            }
        }
        kinds.sort_by(|one: &Kind, other: &Kind| {
            let id = |kind: &Kind| request.items.get(kind.item).map(|item| &item.id);
            (other.volume, &other.poses, other.grams, other.units)
                .cmp(&(one.volume, &one.poses, one.grams, one.units))
                .then_with(|| id(one).cmp(&id(other)))
        });
        let clash = clashes(request, &kinds);
        Self { request, kinds, shells, clash }
    }

    /// Whether two kinds may not share a box.
    pub(super) fn clash(&self, one: usize, other: usize) -> bool {
        self.clash.get(one).and_then(|row| row.get(other)).copied().unwrap_or(false)
    }

    /// Whether everything may share one box.
    pub(super) fn is_friendly(&self, counts: &[u32]) -> bool {
        let there: Vec<usize> =
            (0..counts.len()).filter(|at| counts.get(*at).is_some_and(|n| *n > 0)).collect();
        there.iter().all(|one| there.iter().all(|other| one == other || !self.clash(*one, *other)))
    }

    pub(super) fn grams(&self, counts: &[u32]) -> u64 {
        let grams = self.kinds.iter().zip(counts).map(|(kind, n)| kind.grams.saturating_mul(u64::from(*n)));
        grams.fold(0, u64::saturating_add)
    }

    pub(super) fn volume(&self, counts: &[u32]) -> i64 {
        let volumes =
            self.kinds.iter().zip(counts).map(|(kind, n)| kind.volume.saturating_mul(i64::from(*n)));
        volumes.fold(0, i64::saturating_add)
    }

    /// What a box with so much in it costs in minor units: itself and shipping; nothing where shipping has no price.
    pub(super) fn price(&self, shell: &Shell<'_>, grams: u64) -> Option<i64> {
        let gross = grams.saturating_add(u64::from(shell.carton.tare.as_grams()));
        let shipping = self.shipping(gross, shell.carton.outside())?;
        Some(shell.carton.cost.minor().saturating_add(shipping))
    }

    /// What shipping a parcel costs in minor units.
    pub(super) fn shipping(&self, gross: u64, outside: Dimensions) -> Option<i64> {
        let Some(shipping) = &self.request.shipping else { return Some(0) };
        let chargeable = gross.max(shipping.dimensional_grams(outside).unwrap_or(0));
        shipping.tariff.price(chargeable).ok().map(crate::value::Money::minor)
    }
}

fn edge(millimetres: u32) -> i32 {
    i32::try_from(millimetres).unwrap_or(i32::MAX)
}

fn triple(size: Dimensions) -> Triple {
    [edge(size.length), edge(size.width), edge(size.height)]
}

fn shell<'r>(carton: &'r BoxType, request: &PackRequest) -> Shell<'r> {
    let payload = carton.payload_grams();
    let usable = i64::try_from(carton.usable_volume()).unwrap_or(i64::MAX);
    let support = i64::from(request.support_percent);
    let bin = |size: Triple| Bin { size, grams: payload, volume: usable, support, floors: support > 0 };
    let inner = carton.inner;
    let bins = match carton.kind {
        BoxKind::Carton => vec![bin(triple(inner))],
        BoxKind::Mailer => {
            let thick = (1..=MAILER_STEPS).map(|step| (inner.height * step).div_ceil(MAILER_STEPS));
            let mut sizes: Vec<Triple> = thick
                .filter(|thick| *thick < inner.length.min(inner.width))
                .map(|thick| [edge(inner.length - thick), edge(inner.width - thick), edge(thick)])
                .collect();
            sizes.dedup();
            sizes.into_iter().map(bin).collect()
        }
    };
    Shell { carton, bins, payload, volume: usable }
}

/// What rests on an item: nothing on a fragile one.
fn rest(item: &PackItem) -> Rest {
    let bears = item.rule.bears.map(|most| u64::from(most.as_grams()));
    Rest { grams: if item.rule.fragile { Some(0) } else { bears }, levels: item.rule.stack_limit }
}

/// The size of some units of an item as they are packed: pressed together and nested.
pub(super) fn packed_size(item: &PackItem, units: u32) -> Option<Dimensions> {
    let size = item.dimensions?;
    let kept = u64::from(100_u8.saturating_sub(item.rule.shrink_percent));
    let pressed = u64::from(size.height).saturating_mul(kept).div_ceil(100);
    let more = item.rule.nest_height.map_or(0, u64::from).saturating_mul(u64::from(units.saturating_sub(1)));
    let height = u32::try_from(pressed.saturating_add(more)).ok()?;
    Some(Dimensions { height, ..size })
}

/// The positions an item may lie in.
pub(super) fn rotations(item: &PackItem) -> impl Iterator<Item = PackRotation> + '_ {
    let nests = item.rule.nest_height.is_some();
    PackRotation::ALL.into_iter().filter(move |rotation| {
        let (edge, turned) = match rotation {
            PackRotation::Lwh => (ItemEdge::Height, false),
            PackRotation::Wlh => (ItemEdge::Height, true),
            PackRotation::Lhw => (ItemEdge::Width, false),
            PackRotation::Hlw => (ItemEdge::Width, true),
            PackRotation::Whl => (ItemEdge::Length, false),
            PackRotation::Hwl => (ItemEdge::Length, true),
        };
        item.rule.allows(edge) && !(turned && item.rule.no_turn) && (edge == ItemEdge::Height || !nests)
    })
}

/// The pieces of an item: its units one by one, or as many nested as the boxes take, and the rest.
fn pieces(at: usize, item: &PackItem, shells: &[Shell<'_>], kinds: &mut Vec<Kind>) {
    let quantity = item.quantity.units();
    let kind = |units: u32, count: u32| {
        let size = packed_size(item, units);
        let mut poses: Vec<Triple> = Vec::new();
        for rotation in
            size.into_iter().flat_map(|size| rotations(item).map(move |rotation| rotation.of(size)))
        {
            let pose = triple(rotation);
            if !poses.contains(&pose) {
                poses.push(pose);
            }
        }
        let loose = item.volume.and_then(|volume| i64::try_from(volume).ok()).unwrap_or(0);
        let volume = poses.first().map_or(loose, |pose| volume(*pose));
        let grams = u64::from(item.weight.as_grams()).saturating_mul(u64::from(units));
        Kind { item: at, units, count, poses, volume, grams, rest: rest(item), mailable: !item.rule.fragile }
    };
    let fits = |units: u32| {
        let one = kind(units, 1);
        let mut shells = shells.iter();
        shells.any(|shell| {
            let room = one.grams <= shell.payload && one.volume <= shell.volume;
            room && shell.bins.iter().any(|bin| one.fits(bin.size))
        })
    };
    let nested = if item.rule.nest_height.is_some() {
        (1..=quantity).take_while(|units| fits(*units)).last()
    } else {
        None
    };
    let units = nested.unwrap_or(1);
    kinds.push(kind(units, quantity / units));
    if !quantity.is_multiple_of(units) {
        kinds.push(kind(quantity % units, 1));
    }
}

fn clashes(request: &PackRequest, kinds: &[Kind]) -> Vec<Vec<bool>> {
    if request.conflicts.is_empty() {
        return Vec::new();
    }
    let classes = |kind: &Kind| {
        request.items.get(kind.item).map(|item| item.rule.classes.as_slice()).unwrap_or_default()
    };
    let apart = |one: &Kind, other: &Kind| {
        request.conflicts.iter().any(|conflict| {
            let has = |kind: &Kind, class| classes(kind).contains(class);
            has(one, &conflict.one) && has(other, &conflict.other)
                || has(one, &conflict.other) && has(other, &conflict.one)
        })
    };
    kinds.iter().map(|one| kinds.iter().map(|other| apart(one, other)).collect()).collect()
}

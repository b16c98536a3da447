//! Orders made ready for planning, and grouped by what waves have in common.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::location::{Floor, Place};
use super::plan::{WaveKind, WaveLeft, WaveLeftReason};
use super::request::{WaveAxis, WaveLine, WaveOrder, WaveRequest};
use crate::value::{CarrierId, Instant, LocationCode, NodeId, SkuId, ZoneId};

/// What a picker stops for: a SKU at a place.
pub(super) type Stop<'a> = (Option<&'a LocationCode>, &'a SkuId);

/// An order as the planner sees it.
pub(super) struct Piece<'a> {
    pub(super) order: &'a WaveOrder,
    pub(super) kind: WaveKind,
    /// The zone of all its units.
    pub(super) zone: Option<&'a ZoneId>,
    pub(super) units: u64,
    pub(super) grams: u64,
    /// Its stops as dense numbers, ascending.
    pub(super) stops: Vec<u32>,
    /// The ordinals of the aisles that it needs, ascending.
    pub(super) aisles: Vec<u64>,
}

/// A node with its orders.
pub(super) struct Site<'a> {
    pub(super) node: &'a NodeId,
    pub(super) floor: Floor,
    pub(super) places: BTreeMap<&'a LocationCode, Place>,
    /// The most urgent first.
    pub(super) orders: Vec<Piece<'a>>,
}

/// How urgent an order is: by cut-off, none last, then priority, highest first.
pub(super) type Urgency = (bool, Option<Instant>, Reverse<u32>);

pub(super) const fn urgency(order: &WaveOrder) -> Urgency {
    (order.cut_off.is_none(), order.cut_off, Reverse(order.priority))
}

/// The nodes with their orders, by node.
pub(super) fn prepared(request: &WaveRequest) -> Vec<Site<'_>> {
    let mut by_node: BTreeMap<&NodeId, Vec<&WaveOrder>> = BTreeMap::new();
    for order in &request.orders {
        by_node.entry(&order.node).or_default().push(order);
    }
    by_node.into_iter().map(|(node, orders)| site(node, orders)).collect()
}

fn site<'a>(node: &'a NodeId, mut orders: Vec<&'a WaveOrder>) -> Site<'a> {
    orders.sort_by_key(|order| (urgency(order), &order.order));
    let lines = || orders.iter().flat_map(|order| &order.lines);
    let places: BTreeMap<&LocationCode, Place> = lines()
        .filter_map(|line| line.location.as_ref())
        .map(|location| (location, Place::read(location.as_str())))
        .collect();
    let floor = Floor::new(places.values());
    let stops: BTreeSet<Stop<'a>> = lines().map(|line| (line.location.as_ref(), &line.sku)).collect();
    let stops: BTreeMap<Stop<'a>, u32> = stops.into_iter().zip(0..).collect();
    let piece = |order: &&'a WaveOrder| {
        let own: BTreeSet<u32> = order
            .lines
            .iter()
            .filter_map(|line| stops.get(&(line.location.as_ref(), &line.sku)).copied())
            .collect();
        let aisles: BTreeSet<u64> = order
            .lines
            .iter()
            .filter_map(|line| places.get(line.location.as_ref()?))
            .map(|place| floor.aisle(place))
            .collect();
        Piece {
            order,
            kind: kind(order),
            zone: zone(&order.lines),
            units: order.units(),
            grams: u64::from(order.weight.as_grams()),
            stops: own.into_iter().collect(),
            aisles: aisles.into_iter().collect(),
        }
    };
    let orders = orders.iter().map(piece).collect();
    Site { node, floor, places, orders }
}

fn kind(order: &WaveOrder) -> WaveKind {
    let skus: BTreeSet<&SkuId> = order.lines.iter().map(|line| &line.sku).collect();
    match (skus.len(), order.units()) {
        (1, 1) => WaveKind::SingleUnit,
        (1, _) => WaveKind::SingleLine,
        _ => WaveKind::MultiLine,
    }
}

fn zone(lines: &[WaveLine]) -> Option<&ZoneId> {
    let first = lines.first()?.zone.as_ref()?;
    lines.iter().all(|line| line.zone.as_ref() == Some(first)).then_some(first)
}

/// Orders that may share waves, as places in the site's list.
pub(super) struct Group<'a> {
    /// The SKU that they are all about, where that has waves of its own.
    pub(super) sku: Option<&'a SkuId>,
    pub(super) orders: Vec<usize>,
}

/// What the orders of a group have in common; what no axis names stays out of it.
type Key<'a> = (
    Option<(bool, Option<Instant>)>,
    Option<Reverse<u32>>,
    Option<WaveKind>,
    Option<Option<&'a CarrierId>>,
    Option<Option<&'a ZoneId>>,
);

/// The groups, the most urgent first, and the orders that are too large for any wave.
pub(super) fn grouped<'a>(request: &WaveRequest, site: &Site<'a>) -> (Vec<Group<'a>>, Vec<WaveLeft>) {
    let mut left = Vec::new();
    let mut groups: BTreeMap<Key<'a>, Vec<usize>> = BTreeMap::new();
    let has = |axis| request.together.contains(&axis);
    for (at, piece) in site.orders.iter().enumerate() {
        if let Some(reason) = too_large(request, piece) {
            left.push(WaveLeft { node: site.node.clone(), order: piece.order.order.clone(), reason });
            continue;
        }
        let order = piece.order;
        let key = (
            has(WaveAxis::CutOff).then_some((order.cut_off.is_none(), order.cut_off)),
            has(WaveAxis::Priority).then_some(Reverse(order.priority)),
            has(WaveAxis::Kind).then_some(piece.kind),
            has(WaveAxis::Carrier).then_some(order.carrier.as_ref()),
            has(WaveAxis::Zone).then_some(piece.zone),
        );
        groups.entry(key).or_default().push(at);
    }
    (groups.into_values().flat_map(|orders| by_sku(request, site, orders)).collect(), left)
}

fn too_large(request: &WaveRequest, piece: &Piece<'_>) -> Option<WaveLeftReason> {
    if request.max_units.is_some_and(|most| piece.units > u64::from(most)) {
        return Some(WaveLeftReason::TooManyUnits);
    }
    let heavy = request.max_weight.is_some_and(|most| piece.grams > u64::from(most.as_grams()));
    heavy.then_some(WaveLeftReason::TooHeavy)
}

/// Takes out SKUs that enough single-SKU orders want: each has a group of its own, before the others.
fn by_sku<'a>(request: &WaveRequest, site: &Site<'a>, orders: Vec<usize>) -> Vec<Group<'a>> {
    let Some(from) = request.own_wave_from.and_then(|from| usize::try_from(from).ok()) else {
        return vec![Group { sku: None, orders }];
    };
    let single = |at: &usize| {
        let piece = site.orders.get(*at)?;
        if piece.kind == WaveKind::MultiLine { None } else { piece.order.lines.first().map(|line| &line.sku) }
    };
    let mut counts: BTreeMap<&SkuId, usize> = BTreeMap::new();
    for sku in orders.iter().filter_map(single) {
        *counts.entry(sku).or_default() += 1;
    }
    let own = |at: &usize| single(at).filter(|sku| counts.get(sku).is_some_and(|count| *count >= from));
    let mut groups: BTreeMap<(bool, Option<&SkuId>), Vec<usize>> = BTreeMap::new();
    for at in orders {
        let sku = own(&at);
        groups.entry((sku.is_none(), sku)).or_default().push(at);
    }
    groups.into_iter().map(|((_, sku), orders)| Group { sku, orders }).collect()
}

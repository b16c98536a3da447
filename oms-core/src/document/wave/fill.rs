//! Filling waves: begin with the most urgent order, add what lies on the way.

use std::collections::BTreeMap;

use super::group::{Piece, Site};
use super::location::Floor;
use super::plan::WaveClosed;
use super::request::WaveRequest;
use crate::value::OrderId;

/// How many of the most urgent orders are looked at for the next place: an order far behind does not overtake.
const LOOK_AHEAD: usize = 500;

/// A wave while it is filled.
pub(super) struct Load<'s, 'a> {
    pub(super) orders: Vec<&'s Piece<'a>>,
    pub(super) seed: OrderId,
    pub(super) closed_by: WaveClosed,
    pub(super) units: u64,
    pub(super) grams: u64,
    /// How many of its orders need each aisle, and each stop.
    aisles: BTreeMap<u64, u32>,
    stops: BTreeMap<u32, u32>,
}

impl<'s, 'a> Load<'s, 'a> {
    fn new(seed: &'s Piece<'a>) -> Self {
        let mut load = Self {
            orders: vec![seed],
            seed: seed.order.order.clone(),
            closed_by: WaveClosed::NoMoreOrders,
            units: 0,
            grams: 0,
            aisles: BTreeMap::new(),
            stops: BTreeMap::new(),
        };
        load.count(seed);
        load
    }

    /// Counts an order in.
    pub(super) fn count(&mut self, piece: &Piece<'_>) {
        self.units = self.units.saturating_add(piece.units);
        self.grams = self.grams.saturating_add(piece.grams);
        for aisle in &piece.aisles {
            let count = self.aisles.entry(*aisle).or_default();
            *count = count.saturating_add(1);
        }
        for stop in &piece.stops {
            let count = self.stops.entry(*stop).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// Counts an order out.
    pub(super) fn discount(&mut self, piece: &Piece<'_>) {
        self.units = self.units.saturating_sub(piece.units);
        self.grams = self.grams.saturating_sub(piece.grams);
        for aisle in &piece.aisles {
            less(&mut self.aisles, *aisle);
        }
        for stop in &piece.stops {
            less(&mut self.stops, *stop);
        }
    }

    /// How many bays the picker passes.
    pub(super) fn walk(&self, floor: &Floor) -> u64 {
        floor.walk(self.aisles.keys().copied())
    }

    /// What the wave costs: bays passed and stops made.
    pub(super) fn cost(&self, floor: &Floor) -> u64 {
        self.walk(floor).saturating_add(u64::try_from(self.stops.len()).unwrap_or(u64::MAX))
    }

    /// What keeps so many units and grams more out.
    fn full(&self, request: &WaveRequest, piece: &Piece<'_>) -> Option<WaveClosed> {
        if !self.takes_units(request, piece.units) {
            return Some(WaveClosed::MaxUnits);
        }
        (!self.takes_grams(request, piece.grams)).then_some(WaveClosed::MaxWeight)
    }

    fn takes_units(&self, request: &WaveRequest, more: u64) -> bool {
        request.max_units.is_none_or(|most| self.units.saturating_add(more) <= u64::from(most))
    }

    fn takes_grams(&self, request: &WaveRequest, more: u64) -> bool {
        request.max_weight.is_none_or(|most| self.grams.saturating_add(more) <= u64::from(most.as_grams()))
    }

    /// Whether it is within its limits as it stands.
    pub(super) fn is_within(&self, request: &WaveRequest) -> bool {
        self.takes_units(request, 0) && self.takes_grams(request, 0)
    }

    /// What an order would add: aisles not visited yet, stops not made yet.
    fn added(&self, piece: &Piece<'_>) -> (usize, usize) {
        let aisles = piece.aisles.iter().filter(|aisle| !self.aisles.contains_key(*aisle)).count();
        let stops = piece.stops.iter().filter(|stop| !self.stops.contains_key(*stop)).count();
        (aisles, stops)
    }
}

fn less<K: Ord>(counts: &mut BTreeMap<K, u32>, key: K) {
    if let std::collections::btree_map::Entry::Occupied(mut entry) = counts.entry(key) {
        if *entry.get() <= 1 {
            entry.remove();
        } else {
            *entry.get_mut() = entry.get().saturating_sub(1);
        }
    }
}

/// Fills waves with orders of one group, which come most urgent first.
pub(super) fn fill<'s, 'a>(request: &WaveRequest, site: &'s Site<'a>, orders: &[usize]) -> Vec<Load<'s, 'a>> {
    let mut waiting: Vec<&Piece<'a>> = orders.iter().filter_map(|at| site.orders.get(*at)).collect();
    let most = usize::try_from(request.max_orders).unwrap_or(usize::MAX);
    let mut loads = Vec::new();
    while !waiting.is_empty() {
        let mut load = Load::new(waiting.remove(0));
        loop {
            if load.orders.len() >= most {
                load.closed_by = WaveClosed::MaxOrders;
                break;
            }
            let near = waiting.iter().take(LOOK_AHEAD).enumerate();
            let fitting = near.filter(|(_, piece)| load.full(request, piece).is_none());
            let Some((at, _)) = fitting.min_by_key(|(at, piece)| (load.added(piece), *at)) else {
                let stopped = waiting.first().and_then(|piece| load.full(request, piece));
                load.closed_by = stopped.unwrap_or(WaveClosed::NoMoreOrders);
                break;
            };
            let piece = waiting.remove(at);
            load.count(piece);
            load.orders.push(piece);
        }
        loads.push(load);
    }
    loads
}

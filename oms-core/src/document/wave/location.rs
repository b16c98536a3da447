//! Codes of places in a warehouse: their order, their aisle, and how far a picker walks.

use std::collections::{BTreeMap, BTreeSet};

/// A part of a code: a number counts as one, so that `A-2` comes before `A-10`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Number(u64, String),
    Word(String),
}

/// A code in its parts, comparable as people count: `A-2-1` before `A-10-1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    /// The leading parts: the aisle, with its zone.
    aisle: Vec<Part>,
    /// The bay within the aisle.
    bay: Option<Part>,
    /// The rest: level, position.
    rest: Vec<Part>,
}

impl Place {
    /// Reads a code. Its parts are its runs of digits and of letters. The bay is the number behind the aisle: the
    /// aisle is the first part, or the first two where a word is followed by at least two numbers (`A-03-12`: aisle A
    /// 03, bay 12;
    /// `3-12`: aisle 3, bay 12; `A12`: aisle A, bay 12).
    pub(super) fn read(code: &str) -> Self {
        let mut parts = parts(code).into_iter().peekable();
        let mut aisle: Vec<Part> = parts.next().into_iter().collect();
        let rest: Vec<Part> = parts.collect();
        let numbers = rest.iter().take(2).filter(|part| matches!(part, Part::Number(..))).count();
        let mut rest = rest.into_iter();
        if numbers == 2 && matches!(aisle.first(), Some(Part::Word(_))) {
            aisle.extend(rest.next());
        }
        let bay = rest.next();
        Self { aisle, bay, rest: rest.collect() }
    }

    fn bay_number(&self) -> u64 {
        match &self.bay {
            Some(Part::Number(number, _)) => *number,
            _ => 0,
        }
    }
}

fn parts(code: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut run = String::new();
    let mut digits = false;
    for char in code.chars().chain(['-']) {
        let ends = !char.is_alphanumeric() || (!run.is_empty() && char.is_ascii_digit() != digits);
        if ends && !run.is_empty() {
            let text = std::mem::take(&mut run);
            parts.push(match text.parse::<u64>() {
                Ok(number) if digits => Part::Number(number, text),
                _ => Part::Word(text),
            });
        }
        if char.is_alphanumeric() {
            digits = char.is_ascii_digit();
            run.push(char);
        }
    }
    parts
}

/// How two codes of places compare as people count: runs of digits as numbers, `A-2` before `A-10`; equal runs by text.
///
/// ```
/// use oms_core::document::location_order;
/// assert!(location_order("A-2-1", "A-10-1").is_lt());
/// ```
#[must_use]
pub fn location_order(left: &str, right: &str) -> std::cmp::Ordering {
    Place::read(left).cmp(&Place::read(right)).then_with(|| left.cmp(right))
}

/// Positions of places along an S-shaped way: aisles in their order, the first up, the next down.
pub(super) fn s_shape<'a>(places: impl IntoIterator<Item = &'a Place>) -> BTreeMap<&'a Place, usize> {
    let mut by_aisle: BTreeMap<&[Part], BTreeSet<&Place>> = BTreeMap::new();
    for place in places {
        by_aisle.entry(&place.aisle).or_default().insert(place);
    }
    let mut way: Vec<&Place> = Vec::new();
    for (at, aisle) in by_aisle.into_values().enumerate() {
        if at % 2 == 0 {
            way.extend(aisle);
        } else {
            way.extend(down(&aisle));
        }
    }
    way.into_iter().enumerate().map(|(at, place)| (place, at)).collect()
}

/// An aisle from its far end: bays downwards, what lies in one bay in its own order.
fn down<'a>(aisle: &BTreeSet<&'a Place>) -> Vec<&'a Place> {
    let mut bays: BTreeMap<&Option<Part>, Vec<&'a Place>> = BTreeMap::new();
    for place in aisle {
        bays.entry(&place.bay).or_default().push(place);
    }
    bays.into_values().rev().flatten().collect()
}

/// The floor: where each aisle is, and how long.
pub(super) struct Floor {
    /// The ordinal of each aisle from the door.
    aisles: BTreeMap<Vec<Part>, u64>,
    /// How many bays the longest aisle has.
    length: u64,
}

impl Floor {
    pub(super) fn new<'a>(places: impl Iterator<Item = &'a Place> + Clone) -> Self {
        let aisles: BTreeSet<&Vec<Part>> = places.clone().map(|place| &place.aisle).collect();
        let aisles = aisles.into_iter().cloned().zip(1_u64..).collect();
        // No warehouse has aisles of a million bays: larger numbers are codes, not counts.
        let length = places.map(Place::bay_number).max().unwrap_or(1).clamp(1, 1_000_000);
        Self { aisles, length }
    }

    /// The ordinal of a place's aisle.
    pub(super) fn aisle(&self, place: &Place) -> u64 {
        self.aisles.get(&place.aisle).copied().unwrap_or_default()
    }

    /// How many bays a picker passes on an S-shaped way: every aisle visited from end to end, a last odd one to its
    /// end and back, and across to the farthest aisle and back.
    pub(super) fn walk(&self, aisles: impl ExactSizeIterator<Item = u64> + Clone) -> u64 {
        let visited = u64::try_from(aisles.len()).unwrap_or(u64::MAX);
        let farthest = aisles.max().unwrap_or_default();
        let through = visited.saturating_add(visited % 2);
        through.saturating_mul(self.length).saturating_add(farthest.saturating_mul(2))
    }
}

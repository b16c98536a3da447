//! Who wants to know what a price is made of.

use super::{ChargedWeight, RateLine, RateLineKind, ReplacedCharge};
use crate::value::{ChargeId, Currency, Money, Percent};

/// Takes notes while a price is made, or does not: what is not wanted is not even built.
pub(in crate::carrier) trait Book {
    /// A part of the price, in minor units.
    fn part(&mut self, part: Part<'_>);
    /// What a parcel counts as.
    fn weight(&mut self, weight: impl FnOnce() -> ChargedWeight);
    /// A surcharge that gave way.
    fn replaced(&mut self, id: &ChargeId, parcel: Option<usize>, amount: i64, by: &ChargeId);
}

/// A part of a price before it is written down.
#[derive(Clone, Copy)]
pub(in crate::carrier) struct Part<'a> {
    pub(in crate::carrier) kind: RateLineKind,
    pub(in crate::carrier) id: Option<&'a ChargeId>,
    pub(in crate::carrier) parcel: Option<usize>,
    pub(in crate::carrier) amount: i64,
    pub(in crate::carrier) of: Option<i64>,
    pub(in crate::carrier) percent: Option<Percent>,
}

impl<'a> Part<'a> {
    pub(in crate::carrier) const fn of(kind: RateLineKind, amount: i64) -> Self {
        Self { kind, id: None, parcel: None, amount, of: None, percent: None }
    }

    pub(in crate::carrier) const fn charge(kind: RateLineKind, id: &'a ChargeId, amount: i64) -> Self {
        Self { id: Some(id), ..Self::of(kind, amount) }
    }
}

/// Takes no notes.
pub(in crate::carrier) struct Unexplained;

impl Book for Unexplained {
    fn part(&mut self, _: Part<'_>) {}
    fn weight(&mut self, _: impl FnOnce() -> ChargedWeight) {}
    fn replaced(&mut self, _: &ChargeId, _: Option<usize>, _: i64, _: &ChargeId) {}
}

/// Writes everything down.
pub(in crate::carrier) struct Explained {
    currency: Currency,
    pub(in crate::carrier) lines: Vec<RateLine>,
    pub(in crate::carrier) weights: Vec<ChargedWeight>,
    pub(in crate::carrier) replaced: Vec<ReplacedCharge>,
}

impl Explained {
    pub(in crate::carrier) fn new(currency: Currency) -> Self {
        let (lines, weights) = (Vec::with_capacity(8), Vec::with_capacity(1));
        Self { currency, lines, weights, replaced: Vec::new() }
    }

    const fn money(&self, minor: i64) -> Money {
        Money::from_minor(minor, self.currency)
    }
}

impl Book for Explained {
    fn part(&mut self, part: Part<'_>) {
        // Lines of nothing say nothing, but a base price does.
        if part.amount == 0 && part.kind != RateLineKind::Base {
            return;
        }
        self.lines.push(RateLine {
            kind: part.kind,
            id: part.id.cloned(),
            parcel: part.parcel.map(number),
            amount: self.money(part.amount),
            of: part.of.map(|of| self.money(of)),
            percent: part.percent,
        });
    }

    fn weight(&mut self, weight: impl FnOnce() -> ChargedWeight) {
        self.weights.push(weight());
    }

    fn replaced(&mut self, id: &ChargeId, parcel: Option<usize>, amount: i64, by: &ChargeId) {
        let (parcel, amount) = (parcel.map(number), self.money(amount));
        self.replaced.push(ReplacedCharge { id: id.clone(), parcel, amount, by: by.clone() });
    }
}

/// The number of a parcel on the wire.
pub(in crate::carrier) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

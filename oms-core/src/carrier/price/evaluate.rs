//! How a price is made.

use super::book::{Book, Part, number};
use super::{ChargedWeight, RateLineKind as Kind};
use crate::carrier::rejection::{
    AmountInOtherCurrency, CodRefused, NoFuelRate, QuoteOverflow, QuoteRejection, ValueTooHigh,
};
use crate::carrier::terms::{
    ChargedPer, DiscountOn, Nano, NoAmount, ParcelPricing, RateTerms, Surcharge, ValueCharge, Weighed, grams,
    least,
};
use crate::carrier::{RateCard, RateParcel, RateRequest, ZoneRate};
use crate::value::{Money, Percent};

/// The most surcharges and the most discounts of a card: sets of them fit a word.
pub(in crate::carrier) const MOST_CHARGES: usize = 64;

/// A set of surcharges by their place on the card.
type Set = u64;

/// The price of a shipment on its way, in minor units of the card's currency.
pub(in crate::carrier) fn price<B: Book>(
    card: &RateCard,
    request: &RateRequest<'_>,
    rate: &ZoneRate,
    book: &mut B,
) -> Result<i64, QuoteRejection> {
    let Some(terms) = card.terms.as_deref() else {
        let weight = request.shipment.weight_grams();
        let base = rate.tariff.price(weight)?.minor();
        book.weight(|| {
            let kilograms = rust_decimal::Decimal::from(weight) / rust_decimal::Decimal::from(1000_u32);
            ChargedWeight {
                parcel: None,
                actual_grams: weight,
                volumetric_grams: None,
                chargeable_grams: weight,
                chargeable: kilograms.normalize(),
            }
        });
        book.part(Part::of(Kind::Base, base));
        return Ok(base);
    };
    let pricing = Pricing { card, terms, request, rate, book, sums: Sums::default(), chargeable: 0 };
    pricing.total()
}

/// What has been added up so far.
#[derive(Clone, Copy, Default)]
struct Sums {
    base: i64,
    /// Surcharges that fuel is taken of, and others.
    fuelled: i64,
    other: i64,
    fuel: i64,
    /// Insurance and cash on delivery.
    value: i64,
    discount: i64,
}

struct Pricing<'a, B> {
    card: &'a RateCard,
    terms: &'a RateTerms,
    request: &'a RateRequest<'a>,
    rate: &'a ZoneRate,
    book: &'a mut B,
    sums: Sums,
    /// The chargeable weight of the whole shipment in grams.
    chargeable: u64,
}

impl<B: Book> Pricing<'_, B> {
    fn total(mut self) -> Result<i64, QuoteRejection> {
        let none = [RateParcel::default()];
        let parcels: &[RateParcel] = match self.request.shipment.parcels.as_slice() {
            [] => &none,
            parcels => parcels,
        };
        let held = self.held();
        self.base_and_surcharges(parcels, held)?;
        self.of_shipment(parcels, held)?;
        self.values()?;
        self.fuel()?;
        self.discounts()?;
        self.bounds_and_tax()
    }

    fn overflow(&self) -> QuoteRejection {
        let weight_grams = self.request.shipment.weight_grams();
        QuoteRejection::Overflow(QuoteOverflow { weight_grams })
    }

    fn plus(&self, sum: i64, more: i64) -> Result<i64, QuoteRejection> {
        sum.checked_add(more).ok_or_else(|| self.overflow())
    }

    fn percent(&self, percent: Percent, of: i64) -> Result<i64, QuoteRejection> {
        percent.of(of, self.terms.rounding).ok_or_else(|| self.overflow())
    }

    fn surcharges(&self) -> impl Iterator<Item = (usize, &Surcharge)> {
        self.terms.surcharges.iter().take(MOST_CHARGES).enumerate()
    }

    /// The surcharges that hold for the way, whatever a parcel measures.
    fn held(&self) -> Set {
        let (request, zone) = (self.request, &self.rate.zone);
        let mut held = 0;
        for (at, surcharge) in self.surcharges() {
            let when = &surcharge.when;
            let holds = when.handed_over.is_none_or(|window| window.contains(request.ready_at))
                && (when.places.is_empty()
                    || request.shipment.place.is_some_and(|place| when.places.contains(&place)))
                && when.options.is_subset(&request.shipment.options)
                && (when.zones.is_empty() || when.zones.contains(zone))
                && (when.areas.is_empty() || self.terms.in_areas(&when.areas, request.to));
            held |= Set::from(holds) << at;
        }
        held
    }

    /// Those of a set that are counted so, and hold for a parcel.
    fn of_parcel(&self, held: Set, per: ChargedPer, parcel: &RateParcel) -> Set {
        let mut set = 0;
        for (at, surcharge) in self.surcharges().filter(|(at, _)| held >> at & 1 == 1) {
            let above = surcharge.when.above.as_ref();
            let holds = surcharge.per == per
                && above.is_none_or(|above| {
                    above.exceeded(parcel.weight_grams, parcel.dimensions).next().is_some()
                });
            set |= Set::from(holds) << at;
        }
        set
    }

    fn base_and_surcharges(&mut self, parcels: &[RateParcel], held: Set) -> Result<(), QuoteRejection> {
        let pricing = self.terms.parcels.pricing;
        let (mut actual, mut volumetric, mut chargeable) = (0_u64, None::<Nano>, 0 as Nano);
        for (at, parcel) in parcels.iter().enumerate() {
            let set = self.of_parcel(held, ChargedPer::Parcel, parcel);
            let least = self.least(set);
            let size = parcel.dimensions.and_then(|size| self.terms.weight.volumetric(size));
            if pricing == ParcelPricing::Together {
                actual = actual.saturating_add(parcel.weight_grams.max(least));
                volumetric =
                    size.map(|size| volumetric.unwrap_or_default().saturating_add(size)).or(volumetric);
                self.charge(set, Some(at), 0, grams(size.unwrap_or_default()).max(parcel.weight_grams))?;
                continue;
            }
            let weighed = self.terms.weight.weigh(parcel.weight_grams, size, least);
            self.note(weighed, Some(at));
            chargeable = chargeable.saturating_add(weighed.chargeable);
            let mut base = 0;
            if pricing == ParcelPricing::Each {
                base = self.base_of(parcel, weighed.chargeable)?;
                self.sums.base = self.plus(self.sums.base, base)?;
                self.book.part(Part { parcel: Some(at), ..Part::of(Kind::Base, base) });
            }
            self.charge(set, Some(at), base, grams(weighed.chargeable))?;
        }
        if pricing == ParcelPricing::Together {
            let weighed = self.terms.weight.weigh(actual, volumetric, 0);
            self.note(weighed, None);
            chargeable = weighed.chargeable;
        }
        self.chargeable = grams(chargeable);
        if pricing != ParcelPricing::Each {
            self.sums.base = self.rate.tariff.price(self.chargeable)?.minor();
            self.book.part(Part::of(Kind::Base, self.sums.base));
        }
        self.further(parcels.len())
    }

    /// What several parcels cost on top.
    fn further(&mut self, parcels: usize) -> Result<(), QuoteRejection> {
        if parcels < 2 {
            return Ok(());
        }
        let terms = &self.terms.parcels;
        let further = i64::try_from(parcels.saturating_sub(1)).unwrap_or(i64::MAX);
        let each = terms.further.map_or(0, Money::minor);
        let more = each.checked_mul(further).ok_or_else(|| self.overflow())?;
        let amount = self.plus(terms.master.map_or(0, Money::minor), more)?;
        self.sums.other = self.plus(self.sums.other, amount)?;
        self.book.part(Part::of(Kind::Parcels, amount));
        Ok(())
    }

    fn base_of(&self, parcel: &RateParcel, chargeable: Nano) -> Result<i64, QuoteRejection> {
        let zone = &self.rate.zone;
        if let Some(price) = self.terms.flat_rate(parcel.carton.as_ref(), zone) {
            return Ok(price);
        }
        if let (Some(cubic), Some(size)) = (&self.terms.cubic, parcel.dimensions)
            && let Some(price) = cubic.price(parcel.weight_grams, size, zone)
        {
            return Ok(price);
        }
        Ok(self.rate.tariff.price(grams(chargeable))?.minor())
    }

    fn least(&self, set: Set) -> u64 {
        let of_set = self.surcharges().filter(|(at, _)| set >> at & 1 == 1);
        of_set.map(|(_, surcharge)| least(surcharge.least_weight)).max().unwrap_or(0)
    }

    fn note(&mut self, weighed: Weighed, parcel: Option<usize>) {
        let rule = &self.terms.weight;
        self.book.weight(|| ChargedWeight {
            parcel: parcel.map(number),
            actual_grams: grams(weighed.actual),
            volumetric_grams: weighed.volumetric.map(grams),
            chargeable_grams: grams(weighed.chargeable),
            chargeable: rule.told(weighed.chargeable),
        });
    }

    /// Charges a set of surcharges, of each group only one.
    fn charge(
        &mut self,
        set: Set,
        parcel: Option<usize>,
        base: i64,
        grams: u64,
    ) -> Result<(), QuoteRejection> {
        if set == 0 {
            return Ok(());
        }
        let terms = self.terms;
        let amount = |surcharge: &Surcharge| surcharge.charge.minor(base, grams, terms.rounding);
        let of_set =
            || terms.surcharges.iter().take(MOST_CHARGES).enumerate().filter(|(at, _)| set >> at & 1 == 1);
        for (at, surcharge) in of_set() {
            let minor = amount(surcharge).ok_or_else(|| self.overflow())?;
            if surcharge.group.is_some() {
                let rivals = of_set().filter(|(_, other)| other.group == surcharge.group);
                let ranked =
                    rivals.max_by_key(|(at, other)| (other.rank, amount(other), std::cmp::Reverse(*at)));
                if let Some((_, best)) = ranked.filter(|(best, _)| *best != at) {
                    self.book.replaced(&surcharge.id, parcel, minor, &best.id);
                    continue;
                }
            }
            let sum = if surcharge.fuel { self.sums.fuelled } else { self.sums.other };
            let sum = self.plus(sum, minor)?;
            *(if surcharge.fuel { &mut self.sums.fuelled } else { &mut self.sums.other }) = sum;
            let percent = surcharge.charge.percent;
            let part = Part::charge(Kind::Surcharge, &surcharge.id, minor);
            self.book.part(Part { parcel, of: percent.map(|_| base), percent, ..part });
        }
        Ok(())
    }

    /// The surcharges that are counted once.
    fn of_shipment(&mut self, parcels: &[RateParcel], held: Set) -> Result<(), QuoteRejection> {
        let set =
            parcels.iter().fold(0, |set, parcel| set | self.of_parcel(held, ChargedPer::Shipment, parcel));
        self.charge(set, None, self.sums.base, self.chargeable)
    }

    /// Insurance and cash on delivery.
    fn values(&mut self) -> Result<(), QuoteRejection> {
        let (terms, shipment) = (self.terms, self.request.shipment);
        if let Some((value, insurance)) = shipment.declared.zip(terms.insurance.as_ref()) {
            let amount = self.by_value(insurance, value).map_err(|end| match end {
                None => self.overflow(),
                Some(limit) => QuoteRejection::ValueTooHigh(ValueTooHigh { value, limit }),
            })?;
            self.value(Kind::Insurance, value, amount)?;
        }
        let Some(amount) = shipment.cod.filter(|amount| !amount.is_zero()) else { return Ok(()) };
        let refused = |limit| QuoteRejection::CodRefused(CodRefused { amount, limit });
        let cod = terms.cod.as_ref().ok_or_else(|| refused(None))?;
        let fee = self.by_value(cod, amount).map_err(|end| match end {
            None => self.overflow(),
            limit => refused(limit),
        })?;
        self.value(Kind::Cod, amount, fee)
    }

    /// The amount by a value, or where the last tier ends if it is above that.
    fn by_value(&self, charge: &ValueCharge, value: Money) -> Result<i64, Option<Money>> {
        let end = |minor| Money::from_minor(minor, self.card.currency);
        charge.minor(value.minor(), self.terms.rounding).map_err(|none| match none {
            NoAmount::Above(minor) => Some(end(minor)),
            NoAmount::Overflow => None,
        })
    }

    fn value(&mut self, kind: Kind, of: Money, amount: i64) -> Result<(), QuoteRejection> {
        self.sums.value = self.plus(self.sums.value, amount)?;
        self.book.part(Part { of: Some(of.minor()), ..Part::of(kind, amount) });
        Ok(())
    }

    fn fuel(&mut self) -> Result<(), QuoteRejection> {
        if self.terms.fuel.is_empty() {
            return Ok(());
        }
        let at = self.request.ready_at;
        let period = self.terms.fuel.iter().find(|period| period.valid.contains(at));
        let percent = period.ok_or(QuoteRejection::NoFuelRate(NoFuelRate { at }))?.percent;
        let of = self.plus(self.sums.base, self.sums.fuelled)?;
        self.sums.fuel = self.percent(percent, of)?;
        self.book.part(Part { of: Some(of), percent: Some(percent), ..Part::of(Kind::Fuel, self.sums.fuel) });
        Ok(())
    }

    fn discounts(&mut self) -> Result<(), QuoteRejection> {
        let terms = self.terms;
        if terms.discounts.is_empty() {
            return Ok(());
        }
        let mut given = [None; MOST_CHARGES];
        for (slot, at) in given.iter_mut().zip(0..terms.discounts.len()) {
            *slot = self.discount(at)?;
        }
        let freight = self.freight()?;
        for ((at, discount), amount) in terms.discounts.iter().enumerate().zip(given) {
            let Some((of, amount)) = amount else { continue };
            let rivals = || terms.discounts.iter().enumerate().zip(given);
            let beaten = discount.group.is_some()
                && rivals().any(|((other, rival), amount_of)| {
                    rival.group == discount.group
                        && amount_of
                            .is_some_and(|(_, theirs)| theirs > amount || (theirs == amount && other < at))
                });
            if beaten {
                continue;
            }
            // All discounts together take no more than there is.
            let amount = amount.min(freight.saturating_sub(self.sums.discount));
            self.sums.discount = self.plus(self.sums.discount, amount)?;
            let part = Part::charge(Kind::Discount, &discount.id, amount.saturating_neg());
            self.book.part(Part { of: Some(of), percent: discount.percent, ..part });
        }
        Ok(())
    }

    /// What a discount takes of how much, if it holds.
    fn discount(&self, at: usize) -> Result<Option<(i64, i64)>, QuoteRejection> {
        let Some(discount) = self.terms.discounts.get(at) else { return Ok(None) };
        let request = self.request;
        let holds = discount.handed_over.is_none_or(|window| window.contains(request.ready_at))
            && discount.from_parcels.is_none_or(|from| request.shipment.month_parcels >= from)
            && (discount.zones.is_empty() || discount.zones.contains(&self.rate.zone));
        if !holds {
            return Ok(None);
        }
        let of = match discount.on {
            DiscountOn::Base => self.sums.base,
            DiscountOn::Freight => self.freight()?,
        };
        let part = discount.percent.map_or(Ok(0), |percent| self.percent(percent, of))?;
        let amount = self.plus(part, discount.fixed.map_or(0, Money::minor))?;
        let room = of.saturating_sub(discount.floor.map_or(0, Money::minor)).max(0);
        Ok(Some((of, amount.min(room))))
    }

    /// What carrying costs, without what goes by value.
    fn freight(&self) -> Result<i64, QuoteRejection> {
        let sums = self.sums;
        let parts = [sums.fuelled, sums.other, sums.fuel];
        parts.into_iter().try_fold(sums.base, |sum, part| self.plus(sum, part))
    }

    fn bounds_and_tax(self) -> Result<i64, QuoteRejection> {
        let mut sum = self.plus(self.freight()?, self.sums.value)?.saturating_sub(self.sums.discount);
        let least = self.terms.minimum.map_or(sum, |least| sum.max(least.minor()));
        let most = self.terms.maximum.map_or(least, |most| least.min(most.minor()));
        for (kind, bounded) in [(Kind::Minimum, least), (Kind::Maximum, most)] {
            if bounded != sum {
                self.book.part(Part::of(kind, bounded.saturating_sub(sum)));
                sum = bounded;
            }
        }
        let Some(tax) = &self.terms.tax else { return Ok(sum) };
        let amount = self.percent(tax.percent, sum)?;
        self.book.part(Part { of: Some(sum), percent: Some(tax.percent), ..Part::of(Kind::Tax, amount) });
        self.plus(sum, amount)
    }
}

/// Amounts of the shipment in another currency than the card.
pub(in crate::carrier) fn foreign(card: &RateCard, request: &RateRequest<'_>) -> Option<QuoteRejection> {
    let amounts = [request.shipment.declared, request.shipment.cod];
    let currencies = amounts.into_iter().flatten().map(Money::currency);
    let currency = currencies.into_iter().find(|currency| *currency != card.currency)?;
    Some(QuoteRejection::AmountInOtherCurrency(AmountInOtherCurrency { currency }))
}

//! Rate cards: what each service of each carrier costs by zone and weight.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::price::MOST_CHARGES;
use super::terms::overlap;
use super::{RateTerms, ServiceLimits};
use crate::network::{Tariff, ZoneTable};
use crate::value::{CarrierId, Currency, Problems, ServiceId, Text, Window, ZoneId};

/// The prices of one carrier service for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateCard {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What people call it.
    #[serde(default)]
    pub name: Text,
    /// The currency of every price on the card.
    pub currency: Currency,
    /// When it may be used: the instant of hand-over must lie inside.
    #[serde(default = "always")]
    pub valid: Window,
    /// How the zone is found.
    pub zones: ZoneTable,
    /// The prices by zone.
    pub rates: Vec<ZoneRate>,
    /// What comes on top of these prices, and what weight they are for. When absent, the price is the tariff's for the
    /// sum of what the parcels weigh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Arc<RateTerms>>,
    /// What the service takes and what not; it takes everything when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Arc<ServiceLimits>>,
}

const fn always() -> Window {
    Window::ALWAYS
}

/// The price and the time of one zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ZoneRate {
    /// The zone.
    pub zone: ZoneId,
    /// Days from hand-over to delivery.
    pub transit_days: u16,
    /// The price by weight.
    pub tariff: Arc<Tariff>,
}

impl RateCard {
    /// The rate of a zone.
    #[must_use]
    pub fn rate(&self, zone: &ZoneId) -> Option<&ZoneRate> {
        self.rates.iter().find(|rate| rate.zone == *zone)
    }

    /// Everything wrong with the card, its zones and its tariffs. A zone without a rate is no fault: the service does
    /// not go there, and a quote says so.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.zones.problems().under("/zones");
        if let (Some(from), Some(until)) = (self.valid.from, self.valid.until)
            && until <= from
        {
            problems.add("time.empty_window", "/valid", "until must be after from");
        }
        if self.rates.is_empty() {
            problems.add("carrier.no_rate", "/rates", "name at least one rate");
        }
        let known: BTreeSet<&ZoneId> = self.zones.zones().collect();
        let mut seen = BTreeSet::new();
        for (at, rate) in self.rates.iter().enumerate() {
            let path = format!("/rates/{at}");
            problems.extend(rate.tariff.problems(self.currency).under(&format!("{path}/tariff")));
            if !known.contains(&rate.zone) {
                let message = format!("no row of the zone table leads to `{}`", rate.zone);
                problems.add("carrier.unknown_zone", format!("{path}/zone"), message);
            }
            if !seen.insert(&rate.zone) {
                let message = format!("`{}` has a rate already", rate.zone);
                problems.add("carrier.duplicate_zone", format!("{path}/zone"), message);
            }
        }
        self.check_terms(&known, &mut problems);
        problems
    }

    fn check_terms(&self, known: &BTreeSet<&ZoneId>, problems: &mut Problems) {
        let none = RateTerms::default();
        let terms = self.terms.as_deref().unwrap_or(&none);
        problems.extend(terms.check(self.currency, known).under("/terms"));
        for (field, count) in [("surcharges", terms.surcharges.len()), ("discounts", terms.discounts.len())] {
            if count > MOST_CHARGES {
                let message = format!("a card has at most {MOST_CHARGES}");
                problems.add("input.out_of_range", format!("/terms/{field}"), message);
            }
        }
        if let Some(limits) = &self.limits {
            problems.extend(limits.check(self.currency, terms).under("/limits"));
        }
    }
}

/// All rate cards of a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Carriers"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Carriers {
    /// The cards. Several of one service follow each other in time.
    pub cards: Vec<RateCard>,
}

impl Carriers {
    /// The cards in their lasting order: by carrier, service and start of validity.
    #[must_use]
    pub fn new(mut cards: Vec<RateCard>) -> Self {
        cards.sort_by(|a, b| card_key(a).cmp(&card_key(b)));
        Self { cards }
    }

    /// Writes a card: it replaces the one of the same carrier, service and start of validity.
    pub fn put(&mut self, card: RateCard) {
        self.cards.retain(|known| card_key(known) != card_key(&card));
        let at = self.cards.partition_point(|known| card_key(known) < card_key(&card));
        self.cards.insert(at, card);
    }

    /// Everything wrong with the cards; two cards of one service must not be valid at the same instant.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut services: BTreeMap<_, Vec<(usize, Window)>> = BTreeMap::new();
        for (at, card) in self.cards.iter().enumerate() {
            problems.extend(card.problems().under(&format!("/cards/{at}")));
            let earlier = services.entry((&card.carrier, &card.service)).or_default();
            if let Some((other, _)) = earlier.iter().find(|(_, valid)| overlap(valid, &card.valid)) {
                let message =
                    format!("overlaps card {other} of the same service; end one where the other starts");
                problems.add("carrier.overlapping_cards", format!("/cards/{at}/valid"), message);
            }
            earlier.push((at, card.valid));
        }
        problems
    }
}

/// What orders cards: the same key means cards that no check would let stand side by side.
pub(super) fn card_key(card: &RateCard) -> (&CarrierId, &ServiceId, Window) {
    (&card.carrier, &card.service, card.valid)
}

//! Cards to a table.

use super::COLUMNS;
use super::csv::push_row;
use crate::carrier::RateCard;
use crate::network::ZoneTable;
use crate::value::{CountryCode, Instant};

/// Writes cards as a table; [`read_rate_sheet`](super::read_rate_sheet) reads it back to equal cards.
///
/// ```
/// use oms_core::carrier::{RateCard, read_rate_sheet, write_rate_sheet};
/// let card: RateCard = serde_json::from_str(r#"{
///     "carrier": "yto", "service": "standard", "currency": "CNY",
///     "zones": {"type": "region", "routes": {"CN-ZJ": {"CN-GD": "z2"}}},
///     "rates": [{"zone": "z2", "transitDays": 3, "tariff": {
///         "bands": [{"upTo": 1000, "price": {"amount": "8.00", "currency": "CNY"}}],
///         "beyond": {"step": 1000, "price": {"amount": "2.50", "currency": "CNY"}}}}]}"#)?;
/// let table = write_rate_sheet(&[card.clone()]);
/// assert!(table.contains("\nband,yto,standard,,,,,,,z2,3,1000,8.00,\n"));
/// assert_eq!(read_rate_sheet(&table).cards, [card]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn write_rate_sheet(cards: &[RateCard]) -> String {
    let mut text = String::new();
    push_row(&mut text, COLUMNS);
    for card in cards {
        let mut sheet = Sheet { text: &mut text, card };
        sheet.head();
        sheet.zones();
        sheet.rates();
        sheet.json("terms", card.terms.as_deref());
        sheet.json("limits", card.limits.as_deref());
    }
    text
}

struct Sheet<'a> {
    text: &'a mut String,
    card: &'a RateCard,
}

/// An instant as the wire has it.
fn told(at: Option<Instant>) -> String {
    at.map_or_else(String::new, |at| at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
}

impl Sheet<'_> {
    /// A row of the card with these columns filled in.
    fn row(&mut self, record: &str, filled: &[(&str, &str)]) {
        let from = told(self.card.valid.from);
        let field = |column: &'static str| match column {
            "record" => record,
            "carrier" => self.card.carrier.as_str(),
            "service" => self.card.service.as_str(),
            "validFrom" => from.as_str(),
            other => filled.iter().find(|(name, _)| *name == other).map_or("", |(_, value)| value),
        };
        push_row(self.text, COLUMNS.map(field));
    }

    fn head(&mut self) {
        let card = self.card;
        let until = told(card.valid.until);
        let zones = match &card.zones {
            ZoneTable::Distance(_) => "distance",
            ZoneTable::Region(_) => "region",
            ZoneTable::Postal(_) => "postal",
            ZoneTable::Country(_) => "country",
        };
        let currency = card.currency.to_string();
        let name = card.name.as_str();
        let filled = [("validUntil", &*until), ("currency", &*currency), ("zones", zones), ("text", name)];
        self.row("card", &filled);
    }

    fn route(&mut self, from: &str, to: &str, zone: &str) {
        self.row("route", &[("from", from), ("to", to), ("zone", zone)]);
    }

    fn zones(&mut self) {
        let default = match &self.card.zones {
            ZoneTable::Distance(table) => {
                for band in &table.bands {
                    let to = band.up_to_km.map_or_else(String::new, |km| km.to_string());
                    self.route("", &to, band.zone.as_str());
                }
                None
            }
            ZoneTable::Region(table) => {
                for (from, routes) in &table.routes {
                    for (to, zone) in routes {
                        self.route(from.as_str(), to.as_str(), zone.as_str());
                    }
                }
                table.default.as_ref()
            }
            ZoneTable::Postal(table) => {
                for chart in &table.charts {
                    let from = chart.from.as_ref().map_or("", |from| from.as_str());
                    for (to, zone) in &chart.zones {
                        self.route(from, to.as_str(), zone.as_str());
                    }
                }
                table.default.as_ref()
            }
            ZoneTable::Country(table) => {
                for row in &table.rows {
                    let countries: Vec<&str> = row.countries.iter().map(CountryCode::as_str).collect();
                    self.route("", &countries.join(" "), row.zone.as_str());
                }
                table.default.as_ref()
            }
        };
        if let Some(zone) = default {
            self.row("default", &[("zone", zone.as_str())]);
        }
    }

    fn rates(&mut self) {
        for rate in &self.card.rates {
            let (zone, days) = (rate.zone.as_str(), rate.transit_days.to_string());
            for band in &rate.tariff.bands {
                let grams = band.up_to.as_grams().to_string();
                let price = band.price.amount().to_string();
                let filled =
                    [("zone", zone), ("transitDays", &*days), ("grams", &*grams), ("price", &*price)];
                self.row("band", &filled);
            }
            if let Some(step) = &rate.tariff.beyond {
                let (grams, price) = (step.step.as_grams().to_string(), step.price.amount().to_string());
                self.row("step", &[("zone", zone), ("grams", &*grams), ("price", &*price)]);
            }
        }
    }

    fn json<T: serde::Serialize>(&mut self, record: &str, value: Option<&T>) {
        // Wire types have string keys and no failing serialisers.
        if let Some(text) = value.and_then(|value| serde_json::to_string(value).ok()) {
            self.row(record, &[("text", &*text)]);
        }
    }
}

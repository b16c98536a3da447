//! A table to cards, with everything wrong by line and column.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::csv::{Row, rows};
use super::{COLUMNS, RateSheet, RateSheetProblem};
use crate::carrier::{RateCard, ZoneRate};
use crate::network::{
    CountryZone, CountryZones, DistanceBand, DistanceZones, PostalChart, PostalZones, RegionZones, StepRate,
    Tariff, WeightBand, ZoneTable,
};
use crate::value::{
    CarrierId, CountryCode, Currency, IdError, Instant, Money, ServiceId, Text, Weight, Window, ZoneId,
};

/// Reads a table of rates. Sound cards come back, and of the others everything that is wrong with them, so that one
/// bad row costs one card.
#[must_use]
pub fn read_rate_sheet(csv: &str) -> RateSheet {
    let mut reader = Reader::default();
    match rows(csv) {
        Ok(rows) => reader.read(&rows),
        Err(line) => reader.note(line, "", "input.malformed", "a quoted field never ends"),
    }
    let mut cards = Vec::new();
    for draft in reader.drafts {
        let Draft { line, card, faulty } = draft;
        if faulty {
            continue;
        }
        let problems = card.problems();
        for problem in problems.as_slice() {
            reader.problems.push(RateSheetProblem {
                line,
                column: problem.path.clone(),
                code: problem.code.clone().into_owned(),
                message: problem.message.clone(),
            });
        }
        if problems.is_empty() {
            cards.push(card);
        }
    }
    reader.problems.sort_by_key(|problem| problem.line);
    RateSheet { cards, problems: reader.problems }
}

#[derive(Default)]
struct Reader {
    drafts: Vec<Draft>,
    problems: Vec<RateSheetProblem>,
}

struct Draft {
    line: u32,
    card: RateCard,
    /// Whether a row of it is wrong; it is left out then.
    faulty: bool,
}

/// A row with its columns by name.
struct Cells<'a> {
    line: u32,
    header: &'a [String],
    row: &'a [String],
}

impl<'a> Cells<'a> {
    fn get(&self, column: &str) -> &'a str {
        let at = self.header.iter().position(|name| name == column);
        at.and_then(|at| self.row.get(at)).map_or("", String::as_str)
    }
}

impl Reader {
    fn note(&mut self, line: u32, column: &str, code: &str, message: impl Into<String>) {
        let (column, code) = (column.to_owned(), code.to_owned());
        self.problems.push(RateSheetProblem { line, column, code, message: message.into() });
    }

    fn read(&mut self, rows: &[Row]) {
        let Some(((line, header), rows)) = rows.split_first() else {
            return self.note(1, "record", "input.missing_field", "the first row names the columns");
        };
        for (at, name) in header.iter().enumerate() {
            if !COLUMNS.contains(&name.as_str()) {
                self.note(
                    *line,
                    name,
                    "input.unknown_field",
                    format!("the columns are {}", COLUMNS.join(", ")),
                );
            }
            if header.iter().take(at).any(|other| other == name) {
                self.note(*line, name, "input.invalid_value", "the column stands here twice");
            }
        }
        for name in ["record", "carrier", "service"] {
            if !header.iter().any(|known| known == name) {
                self.note(*line, name, "input.missing_field", "the table needs this column");
            }
        }
        for (line, row) in rows {
            let cells = Cells { line: *line, header, row };
            if row.len() > header.len() && row.iter().skip(header.len()).any(|field| !field.is_empty()) {
                self.note(*line, "", "input.invalid_value", "the row has more fields than there are columns");
            }
            self.row(&cells);
        }
    }

    fn row(&mut self, cells: &Cells<'_>) {
        let known = self.problems.len();
        let record = cells.get("record");
        let carrier = self.id(cells, "carrier", CarrierId::new);
        let service = self.id(cells, "service", ServiceId::new);
        let from = self.instant(cells, "validFrom");
        let (Some(carrier), Some(service), Some(from)) = (carrier, service, from) else { return };
        if record == "card" {
            let draft = self.card(cells, carrier, service, from);
            let faulty = self.problems.len() > known;
            self.drafts.extend(draft.map(|card| Draft { line: cells.line, card, faulty }));
            return;
        }
        let owns = |draft: &Draft| {
            draft.card.carrier == carrier && draft.card.service == service && draft.card.valid.from == from
        };
        let Some(at) = self.drafts.iter().rposition(owns) else {
            let message = "no row above begins a card of that carrier, service and start";
            return self.note(cells.line, "record", "carrier.no_card", message);
        };
        let mut draft = self.drafts.remove(at);
        self.fact(record, cells, &mut draft.card);
        draft.faulty |= self.problems.len() > known;
        self.drafts.insert(at, draft);
    }

    fn card(
        &mut self,
        cells: &Cells<'_>,
        carrier: CarrierId,
        service: ServiceId,
        from: Option<Instant>,
    ) -> Option<RateCard> {
        let until = self.instant(cells, "validUntil");
        let currency = Currency::new(cells.get("currency"));
        if currency.is_none() {
            self.note(cells.line, "currency", "input.invalid_value", "name a currency of ISO 4217");
        }
        let zones = match cells.get("zones") {
            "distance" => Some(ZoneTable::Distance(DistanceZones { bands: vec![] })),
            "region" => Some(ZoneTable::Region(RegionZones::default())),
            "postal" => Some(ZoneTable::Postal(PostalZones::default())),
            "country" => Some(ZoneTable::Country(CountryZones::default())),
            _ => None,
        };
        if zones.is_none() {
            let message = "name distance, region, postal or country";
            self.note(cells.line, "zones", "input.invalid_value", message);
        }
        let name = Text::new(cells.get("text"));
        if let Err(error) = &name {
            self.note(cells.line, "text", "input.invalid_value", error.to_string());
        }
        let valid = Window { from, until: until? };
        Some(RateCard {
            carrier,
            service,
            name: name.ok()?,
            currency: currency?,
            valid,
            zones: zones?,
            rates: vec![],
            terms: None,
            limits: None,
        })
    }

    fn fact(&mut self, record: &str, cells: &Cells<'_>, card: &mut RateCard) {
        match record {
            "route" => self.route(cells, &mut card.zones),
            "default" => {
                let zone = self.zone(cells);
                match &mut card.zones {
                    ZoneTable::Region(table) => table.default = zone,
                    ZoneTable::Postal(table) => table.default = zone,
                    ZoneTable::Country(table) => table.default = zone,
                    ZoneTable::Distance(_) => {
                        let message = "distances have no default zone; leave out the kilometres of the last";
                        self.note(cells.line, "record", "input.invalid_value", message);
                    }
                }
            }
            "band" | "step" => self.price(record, cells, card),
            "terms" => card.terms = self.json(cells),
            "limits" => card.limits = self.json(cells),
            _ => {
                let message = "name card, route, default, band, step, terms or limits";
                self.note(cells.line, "record", "input.invalid_value", message);
            }
        }
    }

    fn route(&mut self, cells: &Cells<'_>, zones: &mut ZoneTable) {
        let zone = self.zone(cells);
        match zones {
            ZoneTable::Distance(table) => {
                let up_to_km =
                    if cells.get("to").is_empty() { Some(None) } else { self.number(cells, "to").map(Some) };
                if let (Some(up_to_km), Some(zone)) = (up_to_km, zone) {
                    table.bands.push(DistanceBand { up_to_km, zone });
                }
            }
            ZoneTable::Region(table) => {
                let from = self.id(cells, "from", crate::value::RegionCode::new);
                let to = self.id(cells, "to", crate::value::RegionCode::new);
                if let (Some(from), Some(to), Some(zone)) = (from, to, zone)
                    && table.routes.entry(from).or_default().insert(to, zone).is_some()
                {
                    self.twice(cells);
                }
            }
            ZoneTable::Postal(table) => {
                let to = self.id(cells, "to", crate::value::PostalPrefix::new);
                let from = match cells.get("from") {
                    "" => Some(None),
                    _ => self.id(cells, "from", crate::value::PostalPrefix::new).map(Some),
                };
                let (Some(from), Some(to), Some(zone)) = (from, to, zone) else { return };
                let known = table.charts.iter().position(|chart| chart.from == from);
                let at = known.unwrap_or(table.charts.len());
                if known.is_none() {
                    table.charts.push(PostalChart { from, ..PostalChart::default() });
                }
                if table.charts.get_mut(at).is_some_and(|chart| chart.zones.insert(to, zone).is_some()) {
                    self.twice(cells);
                }
            }
            ZoneTable::Country(table) => {
                let named: Vec<&str> = cells.get("to").split_whitespace().collect();
                let countries: BTreeSet<_> = named.iter().filter_map(|code| CountryCode::new(code)).collect();
                if countries.len() < named.len() || named.is_empty() {
                    let message = "name countries by two capital letters, with spaces between";
                    self.note(cells.line, "to", "input.invalid_value", message);
                }
                table.rows.extend(zone.map(|zone| CountryZone { countries, zone }));
            }
        }
    }

    fn twice(&mut self, cells: &Cells<'_>) {
        self.note(cells.line, "to", "input.invalid_value", "the way has a zone already");
    }

    fn price(&mut self, record: &str, cells: &Cells<'_>, card: &mut RateCard) {
        let (zone, grams) = (self.zone(cells), self.number(cells, "grams"));
        let price = match Money::parse(cells.get("price"), card.currency) {
            Ok(price) => Some(price),
            Err(error) => {
                self.note(cells.line, "price", error.code(), error.to_string());
                None
            }
        };
        let (Some(zone), Some(grams), Some(price)) = (zone, grams, price) else { return };
        let weight = Weight::grams(grams);
        let known = card.rates.iter_mut().find(|rate| rate.zone == zone);
        if record == "step" {
            let message = "a step follows the bands of its zone, once";
            match known.map(|rate| Arc::make_mut(&mut rate.tariff)) {
                Some(tariff) if tariff.beyond.is_none() => {
                    tariff.beyond = Some(StepRate { step: weight, price });
                }
                _ => self.note(cells.line, "record", "carrier.misplaced_step", message),
            }
            return;
        }
        let days = self.number(cells, "transitDays").and_then(|days| u16::try_from(days).ok());
        let Some(transit_days) = days else {
            if self.problems.last().is_none_or(|last| last.line != cells.line) {
                self.note(cells.line, "transitDays", "input.out_of_range", "name at most 65535 days");
            }
            return;
        };
        let band = WeightBand { up_to: weight, price };
        match known {
            Some(rate) if rate.transit_days != transit_days => {
                let message = "all bands of a zone take the same time";
                self.note(cells.line, "transitDays", "input.invalid_value", message);
            }
            Some(rate) => Arc::make_mut(&mut rate.tariff).bands.push(band),
            None => {
                let tariff = Arc::new(Tariff { bands: vec![band], beyond: None });
                card.rates.push(ZoneRate { zone, transit_days, tariff });
            }
        }
    }

    fn zone(&mut self, cells: &Cells<'_>) -> Option<ZoneId> {
        self.id(cells, "zone", ZoneId::new)
    }

    fn id<'a, T>(
        &mut self,
        cells: &Cells<'a>,
        column: &str,
        new: impl FnOnce(&'a str) -> Result<T, IdError>,
    ) -> Option<T> {
        match new(cells.get(column)) {
            Ok(id) => Some(id),
            Err(error) => {
                self.note(cells.line, column, "input.invalid_value", error.to_string());
                None
            }
        }
    }

    fn instant(&mut self, cells: &Cells<'_>, column: &str) -> Option<Option<Instant>> {
        let text = cells.get(column);
        if text.is_empty() {
            return Some(None);
        }
        let parsed = text.parse::<Instant>().ok();
        if parsed.is_none() {
            let message = "name an instant such as 2026-11-11T00:00:00Z";
            self.note(cells.line, column, "input.invalid_value", message);
        }
        parsed.map(Some)
    }

    fn number(&mut self, cells: &Cells<'_>, column: &str) -> Option<u32> {
        let parsed = cells.get(column).parse().ok();
        if parsed.is_none() {
            self.note(cells.line, column, "input.invalid_value", "name a whole number that is not negative");
        }
        parsed
    }

    fn json<T: serde::de::DeserializeOwned>(&mut self, cells: &Cells<'_>) -> Option<Arc<T>> {
        match serde_json::from_str(cells.get("text")) {
            Ok(value) => Some(Arc::new(value)),
            Err(error) => {
                self.note(cells.line, "text", "input.invalid_value", error.to_string());
                None
            }
        }
    }
}

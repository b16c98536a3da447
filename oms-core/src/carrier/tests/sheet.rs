//! Tables of rates: the round trip, and what is said of bad rows.

use proptest::prelude::*;
use serde_json::json;

use super::laws::some_terms;
use super::rates::card;
use crate::carrier::*;

fn problems(csv: &str) -> Vec<(u32, String, String)> {
    let sheet = read_rate_sheet(csv);
    sheet.problems.into_iter().map(|problem| (problem.line, problem.column, problem.code)).collect()
}

const HEAD: &str = "record,carrier,service,currency,zones,from,to,zone,transitDays,grams,price,text\n";

#[test]
fn every_kind_of_zone_table_is_read_and_written() {
    let zones = [
        json!({"type": "distance", "bands": [{"upToKm": 500, "zone": "near"}, {"zone": "far"}]}),
        json!({"type": "region", "routes": {"CN-ZJ": {"CN-GD": "near", "CN-ZJ": "far"}}, "default": "far"}),
        json!({"type": "postal", "default": "far", "charts": [
            {"from": "941", "zones": {"9": "near", "902": "far"}}, {"zones": {"1": "near"}}]}),
        json!({"type": "country", "rows": [{"countries": ["AT", "DE"], "zone": "near"}], "default": "far"}),
    ];
    for table in zones {
        let mut card = card(json!({"tax": {"name": "VAT, \"19\"\n%", "percent": "19"}}));
        card.zones = serde_json::from_value(table).unwrap();
        card.valid.from = Some("2026-01-01T00:00:00Z".parse().unwrap());
        card.valid.until = Some("2027-01-01T00:00:00.5Z".parse().unwrap());
        card.name = crate::value::Text::new("ground, economy").unwrap();
        card.limits = serde_json::from_value(json!({"mostParcels": 3})).unwrap();
        assert_eq!(card.problems().as_slice(), []);
        let mut other = card.clone();
        other.service = crate::value::ServiceId::new("other").unwrap();
        let cards = [card, other];
        let sheet = read_rate_sheet(&write_rate_sheet(&cards));
        assert_eq!((sheet.cards.as_slice(), sheet.problems), (cards.as_slice(), vec![]));
    }
}

#[test]
fn a_bad_row_is_told_by_line_and_column_and_costs_one_card() {
    let csv = format!(
        "{HEAD}card,ups,ground,USD,country,,,,,,,\r\n\
         route,ups,ground,,,,DE x,near,,,,\r\n\
         band,ups,ground,,,,,near,2,1000,4.999,\r\n\
         \r\n\
         band,ups,air,,,,,near,2,1000,4.99,\r\n\
         card,dhl,paket,EUR,country,,,,,,,\r\n\
         default,dhl,paket,,,,,all,,,,\r\n\
         band,dhl,paket,,,,,all,two,1000,4.99,\r\n\
         step,dhl,paket,,,,,all,,x,1.00,\r\n\
         card,gls,parcel,EUR,country,,,,,,,\r\n\
         default,gls,parcel,,,,,all,,,,\r\n\
         band,gls,parcel,,,,,all,2,1000,4.99,\r\n\
         card,dpd,parcel,EUR,region,,,,,,,\r\n\
         price,dpd,parcel,,,,,all,2,1000,4.99,\r\n"
    );
    let line = |line, column: &str, code: &str| (line, column.to_owned(), code.to_owned());
    let expected = [
        line(3, "to", "input.invalid_value"),
        line(4, "price", "money.too_precise"),
        line(6, "record", "carrier.no_card"),
        line(9, "transitDays", "input.invalid_value"),
        line(10, "grams", "input.invalid_value"),
        line(15, "record", "input.invalid_value"),
    ];
    assert_eq!(problems(&csv), expected);
    assert_eq!(read_rate_sheet(&csv).cards.len(), 1);
}

#[test]
fn a_bad_table_is_told_before_its_rows() {
    let line = |line, column: &str, code: &str| (line, column.to_owned(), code.to_owned());
    assert_eq!(problems(""), [line(1, "record", "input.missing_field")]);
    assert_eq!(problems("record,carrier,\"service"), [line(1, "", "input.malformed")]);
    let expected = [
        line(1, "carrier", "input.invalid_value"),
        line(1, "weight", "input.unknown_field"),
        line(1, "service", "input.missing_field"),
    ];
    assert_eq!(problems("record,carrier,carrier,weight"), expected);
    let unsound = format!("{HEAD}card,ups,ground,USD,country,,,,,,,\ndefault,ups,ground,,,,,all,,,,\n");
    assert_eq!(problems(&unsound), [line(2, "/rates", "carrier.no_rate")]);
}

proptest! {
    #[test]
    fn writing_and_reading_gives_the_same_cards(
        terms in some_terms(), name in "[a-z,\"\n ]{0,9}", bands in prop::collection::vec((1_u32..9000,
            0_i64..9999), 1..5),
    ) {
        let mut card = card(terms);
        card.name = crate::value::Text::new(name).unwrap();
        let mut bands = bands;
        bands.sort_unstable();
        bands.dedup_by_key(|(grams, _)| *grams);
        let money = |minor| crate::value::Money::from_minor(minor, card.currency);
        let band = |(grams, minor)| crate::network::WeightBand { up_to: crate::value::Weight::grams(grams),
            price: money(minor) };
        let tariff = crate::network::Tariff { bands: bands.into_iter().map(band).collect(), beyond: None };
        card.rates[1].tariff = std::sync::Arc::new(tariff);
        let sheet = read_rate_sheet(&write_rate_sheet(std::slice::from_ref(&card)));
        prop_assert_eq!(sheet, RateSheet { cards: vec![card], problems: vec![] });
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "[a-z0-9,\"\n\r .]{0,120}") {
        let sheet = read_rate_sheet(&format!("{HEAD}{text}"));
        prop_assert!(sheet.cards.is_empty() || sheet.problems.is_empty() || !text.is_empty());
    }
}

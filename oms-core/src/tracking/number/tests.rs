use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// One right number of each format, made by its published rule, and one whose check digit or shape is off.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("s10", "EE 873 724 214 CN", "EE873724216CN"),
    ("usps_impb_n", "9400 1000 0000 0000 0000 06", "9400100000000000000001"),
    ("usps_impb_c", "9205 5900 0000 0000 0000 02", "9205000000000000000000"),
    ("dpd_14", "01 2345 6789 0123 3", "01234567890123A"),
    ("ups", "1Z 999 AA1 01 2345 6784", "1Z999AA10123456785"),
    ("fedex_12", "9876 5432 1010", "987654321011"),
    ("sf_15", "SF1234567890123", "SF123456789012"),
    ("jt", "JT1234567890123", "JX1234567890123"),
    ("yamato", "1234 5678 9013", "123456789016"),
];

#[test]
fn every_family_knows_its_numbers() {
    for (format, right, wrong) in EXAMPLES {
        let judged = (fits_tracking_format(right, format), fits_tracking_format(wrong, format));
        assert_eq!(judged, (Some(true), Some(false)), "{format}: {right} {wrong}");
    }
    assert_eq!(fits_tracking_format("1", "nothing"), None);
}

#[test]
fn formats_have_names_of_their_own_and_sources() {
    let mut ids = BTreeSet::new();
    for format in TABLES.into_iter().flatten() {
        assert!(ids.insert(format.id), "{}", format.id);
        assert!(!format.source.is_empty() && !format.shapes.is_empty());
    }
    assert!(ids.len() >= 65, "{}", ids.len());
    assert_eq!(format::countries(), 251);
}

#[test]
fn the_surest_candidate_stands_first() {
    let reading = recognise_tracking_number("1z5r8939 0357567127");
    assert_eq!(
        (reading.number.as_str(), reading.candidates[0].courier.as_str()),
        ("1Z5R89390357567127", "ups")
    );
    let reading = recognise_tracking_number("799531274483");
    assert!(reading.candidates[0].checked && reading.is_of("fedex"));
    assert!(!reading.candidates.last().unwrap().checked);
}

#[test]
fn what_is_no_number_has_no_candidates() {
    for text in ["", "   ", "顺丰", "1Z\u{0}5R89390357567127", &"1".repeat(65)] {
        assert_eq!(recognise_tracking_number(text).candidates, [], "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in any::<String>()) {
        let reading = recognise_tracking_number(&text);
        let all_fit = reading.candidates.iter().all(|candidate| {
            fits_tracking_format(&text, &candidate.format) == Some(true)
        });
        prop_assert!(all_fit);
    }

    #[test]
    fn one_wrong_digit_never_passes_a_weighted_check(serial in 0_u32..100_000_000, at in 0_usize..8, by in 1_u8..10) {
        let serial = format!("{serial:08}");
        let right = (0..10).map(|check| format!("RR{serial}{check}CN"))
            .find(|number| fits_tracking_format(number, "s10") == Some(true)).unwrap();
        let mut digits = right.clone().into_bytes();
        digits[2 + at] = b'0' + (digits[2 + at] - b'0' + by) % 10;
        let mistyped = String::from_utf8(digits).unwrap();
        // 10 and 11 share a check digit with 0 and 5, so a change of the sum by 1 or 6 of 11 may pass there only.
        let passes = fits_tracking_format(&mistyped, "s10") == Some(true);
        prop_assert!(!passes || matches!(right.as_bytes()[10], b'0' | b'5'));
    }
}

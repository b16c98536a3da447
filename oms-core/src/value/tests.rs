use proptest::prelude::*;

use super::*;

fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

fn minors(parts: &[Money]) -> Vec<i64> {
    parts.iter().map(|part| part.minor()).collect()
}

/// The cases of Sylius' distributor specifications, as facts.
#[test]
fn splits_match_the_published_cases_under_highest_average() {
    let split = |amount: i64, weights: &[u64]| {
        minors(&eur(amount).split_by(weights, SplitRule::HighestAverage).unwrap())
    };
    assert_eq!(split(1000, &[1, 1, 1, 1]), [250, 250, 250, 250]);
    assert_eq!(split(1000, &[1, 1, 1]), [334, 333, 333]);
    assert_eq!(split(-1000, &[1, 1, 1]), [-334, -333, -333]);
    assert_eq!(split(300, &[4000, 2000, 2000]), [150, 75, 75]);
    assert_eq!(split(300, &[4300, 1400, 2300]), [162, 52, 86]);
    assert_eq!(split(-299, &[4300, 1400, 2300]), [-161, -52, -86]);
    assert_eq!(split(0, &[0, 0]), [0, 0]);
}

/// Largest remainder agrees on all but one: 52.5 has the largest remainder, so the cent goes there.
#[test]
fn largest_remainder_differs_from_the_peer_in_one_known_case() {
    let split = |amount: i64, weights: &[u64]| minors(&eur(amount).split(weights).unwrap());
    assert_eq!(split(1000, &[1, 1, 1]), [334, 333, 333]);
    assert_eq!(split(-299, &[4300, 1400, 2300]), [-161, -52, -86]);
    assert_eq!(split(300, &[4300, 1400, 2300]), [161, 53, 86]);
}

#[test]
fn capped_splits_pass_on_what_full_parts_cannot_take() {
    let split = eur(-1200).split_capped(&[1000, 2000, 5000, 3000], &[1000, 100, 0, 400]).unwrap();
    assert_eq!((minors(&split.parts), split.rest), (vec![-700, -100, 0, -400], eur(0)));
    let split = eur(-2500).split_capped(&[5000, 6000], &[500, 6000]).unwrap();
    assert_eq!((minors(&split.parts), split.rest), (vec![-500, -2000], eur(0)));
    let split = eur(-2500).split_capped(&[5000, 6000], &[500, 1500]).unwrap();
    assert_eq!((minors(&split.parts), split.rest), (vec![-500, -1500], eur(-500)));
}

/// Golden vector 3.
#[test]
fn a_discount_of_ten_spreads_over_three_lines() {
    assert_eq!(minors(&eur(1000).split(&[3333, 3333, 3334]).unwrap()), [333, 333, 334]);
}

/// Golden vector 4.
#[test]
fn refunding_units_one_by_one_returns_all_cents() {
    let each: Vec<i64> = (0..3).map(|unit| eur(1000).slice(unit, unit + 1, 3).unwrap().minor()).collect();
    assert_eq!(each, [333, 334, 333]);
}

#[test]
fn nothing_can_be_split_over_no_weight() {
    assert_eq!(eur(1).split(&[0, 0]), Err(MoneyError::NoParts));
    assert_eq!(eur(1).split(&[]), Err(MoneyError::NoParts));
    assert_eq!(eur(0).split(&[]), Ok(vec![]));
}

#[test]
fn money_refuses_what_it_cannot_hold_exactly() {
    assert!(matches!(Money::parse("1.005", Currency::EUR), Err(MoneyError::TooPrecise { .. })));
    assert!(matches!(Money::parse("0.1", Currency::JPY), Err(MoneyError::TooPrecise { .. })));
    assert_eq!(Money::parse("92233720368547758.08", Currency::EUR), Err(MoneyError::Overflow));
    for text in ["", "-", "1e3", "NaN", "1_000", "0x1", " 1", "1.", ".5", "+1", "١"] {
        assert_eq!(Money::parse(text, Currency::EUR), Err(MoneyError::NotANumber), "{text}");
    }
    assert!(eur(i64::MAX).checked_add(eur(1)).is_err());
    assert!(eur(1).partial_cmp(&Money::zero(Currency::USD)).is_none());
}

#[test]
fn a_json_number_for_money_is_refused() {
    for json in [
        r#"{"amount":1.5,"currency":"EUR"}"#,
        r#"{"amount":1,"currency":"EUR"}"#,
        r#"{"amount":"1","currency":"eur"}"#,
        r#"{"amount":"1","currency":"EUR","x":1}"#,
        r#"{"amount":"1"}"#,
    ] {
        assert!(serde_json::from_str::<Money>(json).is_err(), "{json}");
    }
    let money: Money = serde_json::from_str(r#"{"amount":"1.5","currency":"EUR"}"#).unwrap();
    assert_eq!(serde_json::to_string(&money).unwrap(), r#"{"amount":"1.50","currency":"EUR"}"#);
}

#[test]
fn currencies_are_sorted_and_hold_the_iso_decimals() {
    let codes: Vec<_> = Currency::all().collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]) && codes.len() > 150);
    for (code, digits) in [("BHD", 3), ("CLF", 4), ("CNY", 2), ("IQD", 3), ("KRW", 0)] {
        assert_eq!(Currency::new(code).map(Currency::digits), Some(digits), "{code}");
    }
    assert_eq!(Currency::new("XXX"), None);
}

#[test]
fn ids_refuse_what_nobody_can_read_back() {
    assert_eq!(SkuId::new(""), Err(IdError::Empty));
    assert_eq!(SkuId::new("a\n"), Err(IdError::BadCharacter));
    assert_eq!(SkuId::new(" a"), Err(IdError::BadCharacter));
    assert_eq!(SkuId::new("x".repeat(129)), Err(IdError::TooLong { bytes: 129 }));
    assert!(SkuId::new("红色-XL").is_ok());
}

#[test]
fn an_address_never_prints_who_lives_there() {
    let mut address = Address::new(CountryCode::new("CN").unwrap());
    address.name = Text::new("王小明").unwrap();
    address.phone = Text::new("13800138000").unwrap();
    address.lines = vec![Text::new("中山路 1 号").unwrap()];
    let shown = format!("{address:?}");
    assert!(!shown.contains("王小明") && !shown.contains("138") && !shown.contains("中山路"), "{shown}");
}

proptest! {
    #[test]
    fn parts_sum_to_the_whole(
        amount in -10_000_000_i64..10_000_000,
        weights in prop::collection::vec(0_u64..100_000, 1..12),
    ) {
        prop_assume!(weights.iter().any(|&weight| weight > 0));
        let total: i128 = weights.iter().map(|&weight| i128::from(weight)).sum();
        for rule in [SplitRule::LargestRemainder, SplitRule::HighestAverage] {
            let parts = minors(&eur(amount).split_by(&weights, rule).unwrap());
            prop_assert_eq!(parts.iter().sum::<i64>(), amount);
        }
        for (part, weight) in minors(&eur(amount).split(&weights).unwrap()).iter().zip(&weights) {
            // The quota rule: never a whole unit away from the exact share.
            let off = i128::from(*part) * total - i128::from(amount) * i128::from(*weight);
            prop_assert!(off.abs() < total);
        }
    }

    #[test]
    fn capped_parts_stay_within_their_caps(
        amount in -100_000_i64..100_000,
        parts in prop::collection::vec((0_u64..1000, 0_u64..20_000), 1..10),
    ) {
        let (weights, caps): (Vec<u64>, Vec<u64>) = parts.into_iter().unzip();
        let split = eur(amount).split_capped(&weights, &caps).unwrap();
        prop_assert_eq!(minors(&split.parts).iter().sum::<i64>() + split.rest.minor(), amount);
        for ((part, cap), weight) in split.parts.iter().zip(&caps).zip(&weights) {
            prop_assert!(part.minor().unsigned_abs() <= *cap);
            prop_assert!(split.rest.is_zero() || *weight == 0 || part.minor().unsigned_abs() == *cap);
        }
    }

    #[test]
    fn slices_sum_to_the_whole(
        amount in -1_000_000_i64..1_000_000,
        of in 1_u32..50,
        cuts in prop::collection::vec(0_u32..50, 0..6),
    ) {
        let mut cuts: Vec<u32> = cuts.into_iter().map(|cut| cut.min(of)).chain([0, of]).collect();
        cuts.sort_unstable();
        let sum: i64 = cuts.windows(2).map(|pair| eur(amount).slice(pair[0], pair[1], of).unwrap().minor()).sum();
        prop_assert_eq!(sum, amount);
    }

    #[test]
    fn money_text_round_trips(minor in any::<i64>()) {
        let text = serde_json::to_string(&eur(minor)).unwrap();
        prop_assert_eq!(serde_json::from_str::<Money>(&text).unwrap(), eur(minor));
    }

    #[test]
    fn decimal_reading_never_panics(text in ".{0,50}") {
        let _ = Money::parse(&text, Currency::EUR);
    }
}

#[test]
fn a_ratio_is_in_lowest_terms_compares_by_worth_and_has_a_positive_denominator() {
    let ratio = |num: i64, den: i64| Ratio::new(num, den).unwrap();
    assert_eq!((ratio(6, -4).num(), ratio(6, -4).den()), (-3, 2));
    assert_eq!(ratio(0, -7), ratio(0, 1));
    assert!(ratio(1, 3) < ratio(334, 1000) && ratio(-1, 2) < ratio(1, -3));
    assert_eq!(Ratio::new(1, 0), None);
    assert_eq!(Ratio::new(i128::MIN, 1), None);
    assert_eq!(Ratio::new(i128::MIN, i128::MIN), Ratio::new(1, 1));
    assert_eq!(serde_json::from_str::<Ratio>(r#"{"num": 2, "den": 4}"#).unwrap(), ratio(1, 2));
    assert!(serde_json::from_str::<Ratio>(r#"{"num": 2, "den": 0}"#).is_err());
    assert_eq!(serde_json::to_string(&ratio(1, 2)).unwrap(), r#"{"num":1,"den":2}"#);
}

#[test]
fn quotients_are_rounded_as_the_name_says() {
    use Rounding::{Down, HalfEven, HalfUp, Up};
    let cases = [
        (5, 2, [2, 2, 3, 3]),
        (7, 2, [3, 4, 4, 4]),
        (-5, 2, [-2, -2, -3, -3]),
        (4, 3, [1, 1, 1, 2]),
        (5, 3, [1, 2, 2, 2]),
        (6, 3, [2, 2, 2, 2]),
        (0, 3, [0, 0, 0, 0]),
    ];
    for (num, den, expected) in cases {
        let rounded = [Down, HalfEven, HalfUp, Up].map(|rounding| rounding.divide(num, den));
        assert_eq!(rounded, expected.map(Some), "{num} / {den}");
        let wide = 1_i128 << 70;
        let rounded = [Down, HalfEven, HalfUp, Up].map(|rounding| rounding.divide(num * wide, den * wide));
        assert_eq!(rounded, expected.map(Some), "{num} / {den}, wide");
    }
    assert_eq!((HalfUp.divide(1, 0), HalfUp.divide(1, -1), HalfUp.divide(i128::MAX, 1)), (None, None, None));
}

#[test]
fn percentages_have_four_decimals_and_are_strings() {
    let parse = |text: &str| Percent::parse(text).map(Percent::as_millionths);
    assert_eq!((parse("12.75"), parse("0.0001"), parse("100")), (Some(127_500), Some(1), Some(1_000_000)));
    assert_eq!(
        (parse("0.00001"), parse("1e2"), parse(""), parse("99999999999999999999")),
        (None, None, None, None)
    );
    let text = serde_json::to_string(&Percent::millionths(127_500)).unwrap();
    assert_eq!(text, "\"12.75\"");
    assert_eq!(serde_json::from_str::<Percent>(&text).unwrap(), Percent::millionths(127_500));
    assert!(serde_json::from_str::<Percent>("12.75").is_err());
    assert_eq!(Percent::millionths(1_000_000).of(i64::MAX, Rounding::HalfUp), Some(i64::MAX));
    assert_eq!(Percent::millionths(1_000_001).of(i64::MAX, Rounding::HalfUp), None);
}

//! Figures as people read them.

use oms_core::report::ReportCell;
use oms_core::value::{Currency, Money};

/// `1,234,567`.
pub(crate) fn count(number: impl Into<i128>) -> String {
    let number: i128 = number.into();
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0 { format!("−{text}") } else { text }
}

/// The sign that stands before an amount.
pub(crate) fn sign(currency: Currency) -> String {
    match currency.code() {
        "USD" => "$".to_owned(),
        "BRL" => "R$".to_owned(),
        "EUR" => "€".to_owned(),
        code => code.to_owned(),
    }
}

/// `$ 1,234,567`: no decimals, half up.
pub(crate) fn money(money: Money) -> String {
    let whole =
        money.amount().round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    format!("{}\u{a0}{}", sign(money.currency()), count(whole.mantissa()))
}

/// `12.3%` of a share as a cell; a dash without one.
pub(crate) fn percent(cell: Option<&ReportCell>) -> String {
    match cell {
        Some(ReportCell::Ratio(ratio)) => ratio.value.as_ref().map_or("–".to_owned(), |share| {
            let hundred = share.0 * rust_decimal::Decimal::ONE_HUNDRED;
            format!(
                "{:.1}%",
                hundred.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
            )
        }),
        _ => "–".to_owned(),
    }
}

/// `12.3%` of a share as two counts; a dash without any.
pub(crate) fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let tenths = (u128::from(part) * 2_000 + u128::from(whole)) / (2 * u128::from(whole));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// `$ 68.27` of an amount per order as a ratio.
pub(crate) fn per_order(cell: Option<&ReportCell>, currency: Currency) -> String {
    match cell {
        Some(ReportCell::Ratio(ratio)) => ratio.value.as_ref().map_or("–".to_owned(), |amount| {
            let cents = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
            format!("{}\u{a0}{:.2}", sign(currency), amount.0.round_dp_with_strategy(2, cents))
        }),
        _ => "–".to_owned(),
    }
}

/// `4.2 days` of a cell in seconds.
pub(crate) fn days(cell: Option<&ReportCell>) -> String {
    match cell {
        Some(ReportCell::Integer(seconds)) => {
            let tenths = (seconds.value * 10 + 43_200) / 86_400;
            format!("{}.{} days", tenths / 10, tenths % 10)
        }
        _ => "–".to_owned(),
    }
}

/// Any cell, as a table shows it.
pub(crate) fn cell(cell: Option<&ReportCell>) -> String {
    match cell {
        Some(ReportCell::Integer(number)) => count(number.value),
        Some(ReportCell::Money(amount)) => money(amount.value),
        Some(ReportCell::Nothing(_)) | None => "–".to_owned(),
        ratio @ Some(ReportCell::Ratio(_)) => percent(ratio),
        Some(other) => other.to_string(),
    }
}

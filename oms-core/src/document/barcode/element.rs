//! Digits that check digits.

/// The GS1 check digit of digits (GS1 General Specifications, 7.9): weights 3 and 1 from the right.
pub(super) fn check_digit(digits: &[u8]) -> u8 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| u32::from(*digit).saturating_mul(if at % 2 == 0 { 3 } else { 1 }))
        .sum();
    u8::try_from((10 - sum % 10) % 10).unwrap_or_default()
}

/// The digits of a text, or `None` if anything else is in it.
pub(super) fn digits(text: &str) -> Option<Vec<u8>> {
    text.bytes().map(|byte| byte.is_ascii_digit().then(|| byte.saturating_sub(b'0'))).collect()
}

/// The digits of a number whose last one checks the others: added where one is missing, refused where it is wrong.
pub(super) fn checked(text: &str, length: usize, name: &str) -> Result<Vec<u8>, crate::value::Problems> {
    let Some(mut digits) = digits(text) else {
        return Err(super::wrong("barcode.bad_character", format!("{name} takes digits only")));
    };
    if digits.len().saturating_add(1) == length {
        digits.push(check_digit(&digits));
    }
    if digits.len() != length {
        let message = format!("{name} has {length} digits, the last of which may be left out");
        return Err(super::wrong("barcode.bad_length", message));
    }
    if let Some((last, others)) = digits.split_last()
        && check_digit(others) != *last
    {
        let message = format!("the check digit must be {}, not {last}", check_digit(others));
        return Err(super::wrong("barcode.bad_check_digit", message));
    }
    Ok(digits)
}

/// Digits as text.
pub(super) fn text(digits: &[u8]) -> String {
    digits.iter().map(|digit| char::from(b'0'.saturating_add(*digit))).collect()
}

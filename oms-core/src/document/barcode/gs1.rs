//! GS1 element strings (GS1 General Specifications, chapter 3): `(01)09501101530003(10)AB-123`.

use super::code128::{self, FNC1};
use super::element::{check_digit, digits};
use super::pattern::BarPattern;
use super::wrong;
use crate::value::Problems;

/// What may follow an application identifier.
#[derive(Clone, Copy)]
enum Form {
    /// So many digits.
    Digits(usize),
    /// So many digits, the last of which checks the others.
    Checked(usize),
    /// A date `YYMMDD`; day 00 means the last of the month.
    Date,
    /// Up to so many digits.
    UpToDigits(usize),
    /// Up to so many characters of the GS1 set 82.
    UpTo(usize),
}

/// Application identifiers by prefix, with the length of the whole identifier (GS1 General Specifications, figure
/// 3.2-1).
const IDENTIFIERS: &[(&str, usize, Form)] = &[
    ("00", 2, Form::Checked(18)),
    ("01", 2, Form::Checked(14)),
    ("02", 2, Form::Checked(14)),
    ("10", 2, Form::UpTo(20)),
    ("11", 2, Form::Date),
    ("12", 2, Form::Date),
    ("13", 2, Form::Date),
    ("15", 2, Form::Date),
    ("16", 2, Form::Date),
    ("17", 2, Form::Date),
    ("20", 2, Form::Digits(2)),
    ("21", 2, Form::UpTo(20)),
    ("22", 2, Form::UpTo(20)),
    ("240", 3, Form::UpTo(30)),
    ("241", 3, Form::UpTo(30)),
    ("242", 3, Form::UpToDigits(6)),
    ("250", 3, Form::UpTo(30)),
    ("251", 3, Form::UpTo(30)),
    ("30", 2, Form::UpToDigits(8)),
    ("31", 4, Form::Digits(6)),
    ("32", 4, Form::Digits(6)),
    ("33", 4, Form::Digits(6)),
    ("34", 4, Form::Digits(6)),
    ("35", 4, Form::Digits(6)),
    ("36", 4, Form::Digits(6)),
    ("37", 2, Form::UpToDigits(8)),
    ("400", 3, Form::UpTo(30)),
    ("401", 3, Form::UpTo(30)),
    ("402", 3, Form::Checked(17)),
    ("403", 3, Form::UpTo(30)),
    ("410", 3, Form::Checked(13)),
    ("411", 3, Form::Checked(13)),
    ("412", 3, Form::Checked(13)),
    ("413", 3, Form::Checked(13)),
    ("414", 3, Form::Checked(13)),
    ("415", 3, Form::Checked(13)),
    ("416", 3, Form::Checked(13)),
    ("417", 3, Form::Checked(13)),
    ("420", 3, Form::UpTo(20)),
    ("421", 3, Form::UpTo(12)),
    ("8008", 4, Form::UpToDigits(12)),
    ("8020", 4, Form::UpTo(25)),
    ("90", 2, Form::UpTo(30)),
    ("91", 2, Form::UpTo(90)),
    ("92", 2, Form::UpTo(90)),
    ("93", 2, Form::UpTo(90)),
    ("94", 2, Form::UpTo(90)),
    ("95", 2, Form::UpTo(90)),
    ("96", 2, Form::UpTo(90)),
    ("97", 2, Form::UpTo(90)),
    ("98", 2, Form::UpTo(90)),
    ("99", 2, Form::UpTo(90)),
];

/// The longest GS1-128 in characters, identifiers and separators included.
const LONGEST: usize = 48;

/// Element strings that were read and found right.
struct Elements {
    /// As people read them.
    text: String,
    elements: Vec<(String, String, bool)>,
}

impl Elements {
    /// FNC1, then the elements, with FNC1 behind each that has no predefined length and is not the last.
    fn symbols(&self) -> Vec<u8> {
        let mut symbols = vec![FNC1];
        for (at, (identifier, value, predefined)) in self.elements.iter().enumerate() {
            symbols.extend(identifier.bytes().chain(value.bytes()));
            if !predefined && at.saturating_add(1) < self.elements.len() {
                symbols.push(FNC1);
            }
        }
        symbols
    }
}

/// The bars of element strings.
pub(super) fn encode(content: &str) -> Result<BarPattern, Problems> {
    let read = elements(content)?;
    code128::encode(&read.symbols(), read.text)
}

/// Reads and checks element strings.
fn elements(content: &str) -> Result<Elements, Problems> {
    let Some(mut rest) = content.strip_prefix('(') else {
        return Err(wrong(
            "barcode.bad_structure",
            "begin with an application identifier in brackets, such as `(00)`",
        ));
    };
    let mut elements = Vec::new();
    loop {
        let Some((identifier, after)) = rest.split_once(')') else {
            return Err(wrong(
                "barcode.bad_structure",
                "an application identifier lacks its closing bracket",
            ));
        };
        // A bracket that opens an identifier is followed by digits and closed; others belong to the value.
        let (value, next) = match next_identifier(after) {
            Some(at) => (after.get(..at).unwrap_or_default(), after.get(at.saturating_add(1)..)),
            None => (after, None),
        };
        let form = form(identifier)?;
        check(identifier, value, form)?;
        elements.push((identifier.to_owned(), value.to_owned(), predefined(identifier)));
        let Some(next) = next else { break };
        rest = next;
    }
    let read = Elements { text: content.to_owned(), elements };
    // FNC1 at the start is no character of the message.
    if read.symbols().len().saturating_sub(1) > LONGEST {
        return Err(wrong(
            "barcode.bad_length",
            "a GS1-128 holds 48 characters, identifiers and separators included",
        ));
    }
    Ok(read)
}

/// Where the next identifier opens.
fn next_identifier(text: &str) -> Option<usize> {
    let opens = text.match_indices('(').map(|(at, _)| at);
    opens.into_iter().find(|at| {
        let behind = text.get(at.saturating_add(1)..).unwrap_or_default();
        behind.split_once(')').is_some_and(|(name, _)| {
            (2..=4).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

fn form(identifier: &str) -> Result<Form, Problems> {
    let found = IDENTIFIERS.iter().find(|(prefix, length, _)| {
        identifier.starts_with(prefix) && identifier.len() == *length && digits(identifier).is_some()
    });
    found.map(|(_, _, form)| *form).ok_or_else(|| {
        wrong(
            "barcode.unknown_identifier",
            format!("`({identifier})` is no application identifier known here"),
        )
    })
}

/// Whether the length follows from the first two digits, so that no separator is needed.
fn predefined(identifier: &str) -> bool {
    let two = identifier.get(..2).and_then(|two| two.parse::<u8>().ok()).unwrap_or_default();
    matches!(two, 0..=4 | 11..=20 | 31..=36 | 41)
}

fn check(identifier: &str, value: &str, form: Form) -> Result<(), Problems> {
    let fails = |code, message: String| Err(wrong(code, format!("({identifier}): {message}")));
    let length = value.chars().count();
    let (right, wanted) = match form {
        Form::Digits(wanted) | Form::Checked(wanted) => (length == wanted, format!("takes {wanted} digits")),
        Form::Date => (length == 6, "takes a date `YYMMDD`".to_owned()),
        Form::UpToDigits(most) => ((1..=most).contains(&length), format!("takes 1 to {most} digits")),
        Form::UpTo(most) => ((1..=most).contains(&length), format!("takes 1 to {most} characters")),
    };
    if !right {
        return fails("barcode.bad_length", wanted);
    }
    if matches!(form, Form::UpTo(_)) {
        if !value.bytes().all(is_in_set_82) {
            return fails("barcode.bad_character", "takes the characters of GS1's set 82 only".to_owned());
        }
        return Ok(());
    }
    let Some(digits) = digits(value) else { return fails("barcode.bad_character", wanted) };
    match form {
        Form::Checked(_) => match digits.split_last() {
            Some((last, others)) if check_digit(others) != *last => {
                let message = format!("the check digit must be {}, not {last}", check_digit(others));
                fails("barcode.bad_check_digit", message)
            }
            _ => Ok(()),
        },
        Form::Date if !is_date(&digits) => fails("barcode.bad_structure", wanted),
        _ => Ok(()),
    }
}

fn is_date(digits: &[u8]) -> bool {
    let two = |at: usize| {
        let digit = |at: usize| digits.get(at).copied().unwrap_or_default();
        digit(at).saturating_mul(10).saturating_add(digit(at.saturating_add(1)))
    };
    (1..=12).contains(&two(2)) && two(4) <= 31
}

/// GS1 AI encodable character set 82 (GS1 General Specifications, figure 7.11-1).
fn is_in_set_82(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!\"%&'()*+,-./:;<=>?_".contains(&byte)
}

/// The serial shipping container code of 17 digits with its check digit, as GS1-128 writes it: `(00)…`.
///
/// ```
/// use oms_core::document::sscc;
/// assert_eq!(sscc("10614141123456789").as_deref(), Some("(00)106141411234567897"));
/// assert_eq!(sscc("1061414112345678"), None); // 16 digits
/// ```
#[must_use]
pub fn sscc(seventeen: &str) -> Option<String> {
    let digits = digits(seventeen).filter(|digits| digits.len() == 17)?;
    Some(format!("(00){seventeen}{}", check_digit(&digits)))
}

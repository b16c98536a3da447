//! Shapes of tracking numbers: a small pattern language without back-tracking.
//!
//! | in a shape | stands for |
//! | --- | --- |
//! | `#` | a digit |
//! | `@` | a capital letter |
//! | `*` | a digit or a capital letter |
//! | `[ABC]` | one of these |
//! | `<15>` behind any of them | exactly so many |
//! | `<9-38>` at the end | so many as are left, within these bounds |
//! | anything else | itself |

/// One symbol of a shape and how often it stands.
struct Symbol<'a> {
    class: Class<'a>,
    least: usize,
    most: usize,
}

#[derive(Clone, Copy)]
enum Class<'a> {
    Digit,
    Letter,
    Either,
    OneOf(&'a [u8]),
    Itself(u8),
}

impl Class<'_> {
    const fn takes(self, byte: u8) -> bool {
        match self {
            Self::Digit => byte.is_ascii_digit(),
            Self::Letter => byte.is_ascii_uppercase(),
            Self::Either => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            Self::OneOf(set) => {
                let mut rest = set;
                while let [first, more @ ..] = rest {
                    if *first == byte {
                        return true;
                    }
                    rest = more;
                }
                false
            }
            Self::Itself(own) => own == byte,
        }
    }
}

/// Whether a number has a shape, from its first character to its last.
pub(super) fn matches(shape: &str, number: &[u8]) -> bool {
    let (mut shape, mut number) = (shape.as_bytes(), number);
    while let Some(symbol) = next(&mut shape) {
        let mut taken = 0;
        while taken < symbol.most
            && let [first, rest @ ..] = number
            && symbol.class.takes(*first)
        {
            number = rest;
            taken += 1;
        }
        if taken < symbol.least {
            return false;
        }
    }
    number.is_empty()
}

/// How many characters of a shape are fixed: the more, the more a match says.
pub(super) fn fixed(shape: &str) -> usize {
    let mut shape = shape.as_bytes();
    let mut fixed = 0_usize;
    while let Some(symbol) = next(&mut shape) {
        fixed = fixed.saturating_add(usize::from(matches!(symbol.class, Class::Itself(_))));
    }
    fixed
}

/// Takes the next symbol with its count off a shape.
fn next<'a>(shape: &mut &'a [u8]) -> Option<Symbol<'a>> {
    let (first, rest) = shape.split_first()?;
    *shape = rest;
    let class = match *first {
        b'#' => Class::Digit,
        b'@' => Class::Letter,
        b'*' => Class::Either,
        b'[' => Class::OneOf(until(shape, b']')),
        own => Class::Itself(own),
    };
    let (mut least, mut most) = (1, 1);
    if let [b'<', rest @ ..] = *shape {
        *shape = rest;
        let count = until(shape, b'>');
        let mut parts = count.split(|byte| *byte == b'-').map(number_of);
        least = parts.next().unwrap_or(1);
        most = parts.next().unwrap_or(least);
    }
    Some(Symbol { class, least, most })
}

/// What stands before an end mark; it and the mark are taken off.
fn until<'a>(shape: &mut &'a [u8], end: u8) -> &'a [u8] {
    let mut parts = shape.splitn(2, |byte| *byte == end);
    let before = parts.next().unwrap_or_default();
    *shape = parts.next().unwrap_or_default();
    before
}

fn number_of(digits: &[u8]) -> usize {
    digits.iter().fold(0_usize, |sum, digit| {
        sum.saturating_mul(10).saturating_add(usize::from(digit.saturating_sub(b'0')))
    })
}

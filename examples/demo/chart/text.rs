//! How wide a text will be, and how to make it fit.
//!
//! There is no font here to ask, so widths are those of Helvetica and Arial with a little added: the usual
//! sans-serif faces of the three desktops are no wider. A label measured here therefore never runs into its
//! neighbour on another machine.

/// What is added to the measured width, because the reader's font is not known.
const SLACK: f64 = 1.05;
/// How much wider bold letters are.
const BOLD: f64 = 1.07;

/// The width of `text` in a regular (or bold) face of `size` units.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(advance).sum();
    ems * size * SLACK * if bold { BOLD } else { 1.0 }
}

/// `text` cut to `room` with an ellipsis; `None` when not even one letter and the ellipsis fit.
pub(crate) fn fit(text: &str, size: f64, bold: bool, room: f64) -> Option<String> {
    if width(text, size, bold) <= room {
        return Some(text.to_owned());
    }
    let mut cut = String::new();
    for letter in text.chars() {
        cut.push(letter);
        if width(&cut, size, bold) + width("…", size, bold) > room {
            cut.pop();
            break;
        }
    }
    // A joiner or a space left at the end would belong to the letter that was cut off.
    let kept = cut.trim_end_matches(|c: char| c.is_whitespace() || advance(c) == 0.0);
    if kept.is_empty() { None } else { Some(format!("{kept}…")) }
}

/// The letter's width in ems.
fn advance(letter: char) -> f64 {
    match letter {
        _ if is_zero_width(letter) => 0.0,
        'i' | 'j' | 'l' | '|' | '!' | '.' | ',' | ':' | ';' | '\'' | ' ' | 'I' | 'f' | 't' | '/' | '\\' => {
            0.29
        }
        '(' | ')' | '[' | ']' | '{' | '}' | 'r' | '-' | '·' => 0.35,
        'm' | 'M' | 'w' | 'W' | '@' | '%' | '—' | '…' => 0.93,
        'A'..='Z' | '&' => 0.74,
        ' '..='~' => 0.57,
        _ if is_wide(letter) => 1.05,
        '\u{a0}'..='\u{24f}' => 0.62,
        _ => 0.80,
    }
}

/// Whether the letter takes two columns of a terminal: CJK, full-width forms and emoji
/// (the ranges W and F of Unicode's East Asian Width, rounded to blocks).
pub(crate) fn is_wide(letter: char) -> bool {
    matches!(u32::from(letter),
        0x1100..=0x115f | 0x231a..=0x231b | 0x23e9..=0x23f3 | 0x2e80..=0x303e | 0x3041..=0x33ff
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xa000..=0xa4cf | 0xa960..=0xa97f | 0xac00..=0xd7a3
        | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff01..=0xff60 | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff | 0x20000..=0x3fffd)
}

/// Whether the letter takes no room of its own: combining marks, joiners and variation selectors.
pub(crate) fn is_zero_width(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0300..=0x036f | 0x0483..=0x0489 | 0x0591..=0x05bd | 0x064b..=0x065f | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff
        | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2064 | 0x20d0..=0x20ff | 0x302a..=0x302d
        | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xfeff)
}

/// `text` safe inside XML, in an element or a quoted attribute. Letters that XML 1.0 forbids become `U+FFFD`,
/// line breaks and tabs become spaces.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

//! Code 39 (ISO/IEC 16388), without a check character.

use super::pattern::BarPattern;
use super::wrong;
use crate::value::Problems;

/// Each character with which of its nine elements are wide, leftmost highest.
const WIDE: [(u8, u16); 44] = [
    (b'0', 0b0_0011_0100),
    (b'1', 0b1_0010_0001),
    (b'2', 0b0_0110_0001),
    (b'3', 0b1_0110_0000),
    (b'4', 0b0_0011_0001),
    (b'5', 0b1_0011_0000),
    (b'6', 0b0_0111_0000),
    (b'7', 0b0_0010_0101),
    (b'8', 0b1_0010_0100),
    (b'9', 0b0_0110_0100),
    (b'A', 0b1_0000_1001),
    (b'B', 0b0_0100_1001),
    (b'C', 0b1_0100_1000),
    (b'D', 0b0_0001_1001),
    (b'E', 0b1_0001_1000),
    (b'F', 0b0_0101_1000),
    (b'G', 0b0_0000_1101),
    (b'H', 0b1_0000_1100),
    (b'I', 0b0_0100_1100),
    (b'J', 0b0_0001_1100),
    (b'K', 0b1_0000_0011),
    (b'L', 0b0_0100_0011),
    (b'M', 0b1_0100_0010),
    (b'N', 0b0_0001_0011),
    (b'O', 0b1_0001_0010),
    (b'P', 0b0_0101_0010),
    (b'Q', 0b0_0000_0111),
    (b'R', 0b1_0000_0110),
    (b'S', 0b0_0100_0110),
    (b'T', 0b0_0001_0110),
    (b'U', 0b1_1000_0001),
    (b'V', 0b0_1100_0001),
    (b'W', 0b1_1100_0000),
    (b'X', 0b0_1001_0001),
    (b'Y', 0b1_1001_0000),
    (b'Z', 0b0_1101_0000),
    (b'-', 0b0_1000_0101),
    (b'.', 0b1_1000_0100),
    (b' ', 0b0_1100_0100),
    (b'$', 0b0_1010_1000),
    (b'/', 0b0_1010_0010),
    (b'+', 0b0_1000_1010),
    (b'%', 0b0_0010_1010),
    (b'*', 0b0_1001_0100),
];

/// The longest content; beyond it no reader's beam is wide enough.
const LONGEST: usize = 80;

pub(super) fn encode(content: &str) -> Result<BarPattern, Problems> {
    if content.is_empty() || content.len() > LONGEST {
        return Err(wrong("barcode.bad_length", "Code 39 takes 1 to 80 characters"));
    }
    let wide = |byte: u8| WIDE.iter().find(|(character, _)| *character == byte).map(|(_, wide)| *wide);
    let mut widths = Vec::new();
    for byte in std::iter::once(b'*').chain(content.bytes()).chain([b'*']) {
        let Some(wide) =
            wide(byte).filter(|_| byte != b'*' || widths.is_empty() || widths.len() == ends(content))
        else {
            return Err(wrong("barcode.bad_character", "Code 39 takes `A-Z`, `0-9`, space and `-.$/+%`"));
        };
        if !widths.is_empty() {
            widths.push(1);
        }
        widths.extend((0..9).rev().map(|bit| if wide >> bit & 1 == 1 { 3 } else { 1 }));
    }
    Ok(BarPattern { widths, text: content.to_owned(), quiet: 10 })
}

/// After how many elements the closing `*` stands: each character has nine and the gap behind it.
const fn ends(content: &str) -> usize {
    content.len().saturating_mul(10).saturating_add(9)
}

//! ITF-14: a GTIN-14 in Interleaved 2 of 5 (ISO/IEC 16390; GS1 General Specifications, 5.3).

use super::element::{checked, text};
use super::pattern::BarPattern;
use crate::value::Problems;

/// Which of the five elements of each digit are wide, leftmost highest.
const WIDE: [u8; 10] =
    [0b00110, 0b10001, 0b01001, 0b11000, 0b00101, 0b10100, 0b01100, 0b00011, 0b10010, 0b01010];

/// A wide element is so many modules.
const WIDE_MODULES: u8 = 3;

pub(super) fn encode(content: &str) -> Result<BarPattern, Problems> {
    let digits = checked(content, 14, "an ITF-14")?;
    let mut widths = vec![1, 1, 1, 1];
    for pair in digits.chunks(2) {
        let wide =
            |digit: Option<&u8>| digit.and_then(|digit| WIDE.get(usize::from(*digit))).copied().unwrap_or(0);
        let (bars, spaces) = (wide(pair.first()), wide(pair.get(1)));
        for bit in (0..5).rev() {
            let width = |of: u8| if of >> bit & 1 == 1 { WIDE_MODULES } else { 1 };
            widths.extend([width(bars), width(spaces)]);
        }
    }
    widths.extend([WIDE_MODULES, 1, 1]);
    Ok(BarPattern { widths, text: text(&digits), quiet: 10 })
}

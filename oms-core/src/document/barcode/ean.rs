//! EAN-13 and UPC-A (ISO/IEC 15420).

use super::element::{checked, text};
use super::pattern::BarPattern;
use crate::value::Problems;

/// The widths of each digit in number set A; set B is the same from behind, set C the same begun with a bar.
const SET_A: [[u8; 4]; 10] = [
    [3, 2, 1, 1],
    [2, 2, 2, 1],
    [2, 1, 2, 2],
    [1, 4, 1, 1],
    [1, 1, 3, 2],
    [1, 2, 3, 1],
    [1, 1, 1, 4],
    [1, 3, 1, 2],
    [1, 2, 1, 3],
    [3, 1, 1, 2],
];

/// Which of the six left digits are of set B (bit set), by the first digit: leftmost is the highest bit.
const PARITY: [u8; 10] = [
    0b00_0000, 0b00_1011, 0b00_1101, 0b00_1110, 0b01_0011, 0b01_1001, 0b01_1100, 0b01_0101, 0b01_0110,
    0b01_1010,
];

/// EAN-13 of 13 digits, or UPC-A of 12, which is the EAN-13 of a leading zero.
pub(super) fn encode(content: &str, length: usize) -> Result<BarPattern, Problems> {
    let digits = checked(content, length, if length == 13 { "an EAN-13" } else { "a UPC-A" })?;
    let shown = text(&digits);
    let mut full = vec![0; 13_usize.saturating_sub(digits.len())];
    full.extend(digits);
    let parity = full.first().and_then(|first| PARITY.get(usize::from(*first))).copied().unwrap_or_default();
    let mut widths = vec![1, 1, 1];
    for (at, digit) in full.iter().skip(1).enumerate() {
        if at == 6 {
            widths.extend([1, 1, 1, 1, 1]);
        }
        let set_a = SET_A.get(usize::from(*digit)).copied().unwrap_or_default();
        if at < 6 && parity >> (5 - at) & 1 == 1 {
            widths.extend(set_a.iter().rev());
        } else {
            widths.extend(set_a);
        }
    }
    widths.extend([1, 1, 1]);
    Ok(BarPattern { widths, text: shown, quiet: 11 })
}

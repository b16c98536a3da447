//! ZPL II (Zebra, *ZPL II Programming Guide*): text in UTF-8 by `^CI28`, bars by the printer with the very symbols that
//! were computed, modules as graphics.

use std::fmt::Write as _;

use super::ink::{Ink, Page};
use crate::document::{Barcode, ModuleGrid, PrintRequest, zpl_symbols};

/// The dots of a length in hundredths of a millimetre, rounded to the nearest.
struct Dots {
    dpi: i64,
}

impl Dots {
    fn of(&self, hundredths: i32) -> i64 {
        (i64::from(hundredths).saturating_mul(self.dpi).saturating_add(1_270)) / 2_540
    }

    /// The most dots that a length holds, at least one.
    fn within(&self, hundredths: i32) -> i64 {
        (i64::from(hundredths).saturating_mul(self.dpi) / 2_540).max(1)
    }
}

pub(super) fn write(request: &PrintRequest, pages: &[Page]) -> Vec<u8> {
    let dots = Dots { dpi: i64::from(request.dpi) };
    let mut out = String::new();
    for page in pages {
        let _ = writeln!(out, "^XA^CI28^PW{}^LL{}^LH0,0", dots.of(page.width), dots.of(page.height));
        for ink in &page.ink {
            draw(&mut out, &dots, request.printer_font.as_str(), ink);
        }
        out.push_str("^XZ\n");
    }
    out.into_bytes()
}

fn draw(out: &mut String, dots: &Dots, font: &str, ink: &Ink) {
    match ink {
        Ink::Text { x, y, size, text, .. } => {
            let (x, y, high) = (dots.of(*x), dots.of(*y), dots.of(*size));
            let face = if font.is_empty() {
                format!("^A0N,{high},{high}")
            } else {
                format!("^A@N,{high},{high},{font}")
            };
            let _ = writeln!(out, "^FO{x},{y}{face}^FH^FD{}^FS", escaped(text));
        }
        Ink::Bar { x, y, width, height } => {
            let (wide, high) = (dots.of(*width).max(1), dots.of(*height).max(1));
            let _ = writeln!(out, "^FO{},{}^GB{wide},{high},{}^FS", dots.of(*x), dots.of(*y), wide.min(high));
        }
        Ink::Code { x, y, module, height, code } => {
            let module = dots.within(*module);
            match code {
                Barcode::Bars(bars) => {
                    // The printer adds no quiet zone.
                    let x = dots.of(*x).saturating_add(module.saturating_mul(i64::from(bars.quiet)));
                    let data = escaped(&zpl_symbols(bars.text.as_bytes()));
                    let _ = writeln!(
                        out,
                        "^FO{x},{}^BY{module}^BCN,{},N,N,N,N^FH^FD{data}^FS",
                        dots.of(*y),
                        dots.of(*height)
                    );
                }
                Barcode::Modules(grid) => {
                    let quiet = module.saturating_mul(i64::from(grid.quiet));
                    let (x, y) = (dots.of(*x).saturating_add(quiet), dots.of(*y).saturating_add(quiet));
                    let _ = writeln!(out, "^FO{x},{y}{}^FS", graphic(grid, module));
                }
            }
        }
    }
}

/// Text in a field with `^FH`: what would command the printer, and the escape itself, as `_` and two hexadecimal
/// digits.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars() {
        match char {
            '^' | '~' | '_' | '\\' | '\u{0}'..='\u{1f}' | '\u{7f}' => {
                let _ = write!(out, "_{:02X}", u32::from(char));
            }
            other => out.push(other),
        }
    }
    out
}

/// Modules as a graphic field of so many dots a module; a row like the one above is a colon.
fn graphic(grid: &ModuleGrid, module: i64) -> String {
    let scale = usize::try_from(module).unwrap_or(1).clamp(1, 64);
    let width = usize::try_from(grid.width()).unwrap_or_default().saturating_mul(scale);
    let bytes = width.div_ceil(8);
    let rows = grid.rows.len().saturating_mul(scale);
    let total = bytes.saturating_mul(rows);
    let mut data = String::new();
    for row in &grid.rows {
        let bits = row.bytes().flat_map(|module| std::iter::repeat_n(module == b'1', scale));
        let mut bits: Vec<bool> = bits.collect();
        bits.resize(bytes.saturating_mul(8), false);
        for nibble in bits.chunks(4) {
            let value = nibble.iter().fold(0_u8, |value, bit| value << 1 | u8::from(*bit));
            let _ = write!(data, "{value:X}");
        }
        data.extend(std::iter::repeat_n(':', scale.saturating_sub(1)));
    }
    format!("^GFA,{total},{total},{bytes},{data}")
}

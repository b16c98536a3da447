//! What stands where on a page, in hundredths of a millimetre from the top left corner.

use crate::document::Barcode;

/// Something on a page.
pub(super) enum Ink {
    /// A line of text; `y` is the top of the line.
    Text { x: i32, y: i32, size: i32, bold: bool, text: String },
    /// A black rectangle.
    Bar { x: i32, y: i32, width: i32, height: i32 },
    /// A barcode in a frame of its quiet zones; bars are as high as the frame.
    Code { x: i32, y: i32, module: i32, height: i32, code: Barcode },
}

/// A page with what is on it.
pub(super) struct Page {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) ink: Vec<Ink>,
}

/// Below the top of a line stands its base line, in thousandths of the size.
pub(super) const BASE_LINE: i32 = 780;

/// A black rectangle of a barcode, before it is placed: offset and size in modules, height 0 for the full height.
pub(super) fn cells(code: &Barcode) -> Vec<(i32, i32, i32, i32)> {
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    match code {
        Barcode::Bars(bars) => bars
            .bars()
            .map(|(at, wide)| (whole(at.saturating_add(u32::from(bars.quiet))), 0, whole(wide), 0))
            .collect(),
        Barcode::Modules(grid) => {
            let quiet = u32::from(grid.quiet);
            let at = |number: u32| whole(number.saturating_add(quiet));
            grid.runs().map(|(x, y, wide)| (at(x), at(y), whole(wide), 1)).collect()
        }
    }
}

//! A reader of barcodes by another hand: draws what was computed as pixels and decodes them with `rxing`.

use oms_core::document::{Barcode, BarcodeRequest, Symbology, encode_barcode};
use rxing::{BarcodeFormat, DecodeHintValue, DecodeHints};

/// Pixels a module.
const SCALE: usize = 4;

/// A grey picture, row by row from the top.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub grey: Vec<u8>,
}

impl Picture {
    pub fn white(width: usize, height: usize) -> Self {
        Self { width, height, grey: vec![255; width * height] }
    }

    pub fn blacken(&mut self, x: usize, y: usize, width: usize, height: usize) {
        for row in y..y + height {
            self.grey[row * self.width + x..row * self.width + x + width].fill(0);
        }
    }
}

pub fn encoded(symbology: Symbology, content: &str) -> Barcode {
    encode_barcode(&BarcodeRequest::new(symbology, content))
        .unwrap_or_else(|error| panic!("{symbology:?} {content:?}: {error}"))
}

pub fn drawn(barcode: &Barcode) -> Picture {
    let side = |modules: u32| modules as usize * SCALE;
    let width = side(barcode.full_width());
    match barcode {
        Barcode::Bars(bars) => {
            let mut picture = Picture::white(width, side(40));
            for (at, wide) in bars.bars() {
                picture.blacken(side(at + u32::from(bars.quiet)), 0, side(wide), side(40));
            }
            picture
        }
        Barcode::Modules(grid) => {
            let quiet = u32::from(grid.quiet);
            let mut picture = Picture::white(width, side(grid.rows.len() as u32 + 2 * quiet));
            for (x, y, wide) in grid.runs() {
                picture.blacken(side(x + quiet), side(y + quiet), side(wide), SCALE);
            }
            picture
        }
    }
}

fn format(symbology: Symbology) -> BarcodeFormat {
    match symbology {
        Symbology::Code128 | Symbology::Gs1_128 => BarcodeFormat::CODE_128,
        Symbology::Ean13 => BarcodeFormat::EAN_13,
        Symbology::UpcA => BarcodeFormat::UPC_A,
        Symbology::Itf14 => BarcodeFormat::ITF,
        Symbology::Code39 => BarcodeFormat::CODE_39,
        Symbology::Qr => BarcodeFormat::QR_CODE,
        Symbology::DataMatrix => BarcodeFormat::DATA_MATRIX,
    }
}

/// What the reader reads in the picture.
pub fn read(picture: Picture, symbology: Symbology) -> Result<String, String> {
    let mut hints = DecodeHints::default();
    hints = hints.with(DecodeHintValue::TryHarder(true));
    if symbology == Symbology::Gs1_128 {
        hints = hints.with(DecodeHintValue::AssumeGs1(true));
    }
    let (width, height) = (picture.width as u32, picture.height as u32);
    rxing::helpers::detect_in_luma_with_hints(
        picture.grey,
        width,
        height,
        Some(format(symbology)),
        &mut hints,
    )
    .map(|read| read.getText().to_owned())
    .map_err(|error| error.to_string())
}

/// Encodes, draws, reads.
pub fn round_trip(symbology: Symbology, content: &str) -> String {
    read(drawn(&encoded(symbology, content)), symbology)
        .unwrap_or_else(|error| panic!("{symbology:?} {content:?} is not read: {error}"))
}

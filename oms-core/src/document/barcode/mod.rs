//! Barcodes: what to encode in, bars and modules out. Nothing is drawn here; an SVG is text.
//!
//! Bars are computed in this crate; QR and Data Matrix by the libraries that come with the feature `documents`.

mod code128;
mod code39;
mod ean;
mod element;
mod gs1;
mod itf;
mod pattern;
mod request;
#[cfg(feature = "documents")]
mod square;

pub use pattern::{BarPattern, Barcode, ModuleGrid};
pub use request::{BarcodeRequest, QrCorrection, Symbology};

#[cfg(feature = "documents")]
pub(super) use code128::zpl_data as zpl_symbols;
pub use gs1::sscc;

use crate::document::DocumentError;
use crate::value::Problems;

/// Encodes a content in a symbology.
///
/// Code 128 takes the fewest symbols that its three code sets allow. EAN-13, UPC-A and ITF-14 add a missing check digit
/// and refuse a wrong one; GS1-128 reads `(01)…(10)…` and checks each element by its application identifier.
///
/// # Errors
/// [`DocumentError::Invalid`] when the content has characters, a length, a structure or a check digit that the
/// symbology does not allow; [`DocumentError::NoRenderer`] for QR and Data Matrix without the feature `documents`.
///
/// ```
/// use oms_core::document::{Barcode, BarcodeRequest, Symbology, encode_barcode};
/// let asked = BarcodeRequest::new(Symbology::Ean13, "400638133393");
/// let Barcode::Bars(bars) = encode_barcode(&asked)? else { panic!("bars") };
/// assert_eq!((bars.text.as_str(), bars.modules()), ("4006381333931", 95));
/// assert!(encode_barcode(&BarcodeRequest::new(Symbology::Ean13, "4006381333932")).is_err()); // its check digit is 1
/// # Ok::<(), oms_core::document::DocumentError>(())
/// ```
pub fn encode_barcode(request: &BarcodeRequest) -> Result<Barcode, DocumentError> {
    let content = request.content.as_str();
    let bars = match request.symbology {
        Symbology::Code128 => code128::encode_text(content),
        Symbology::Gs1_128 => gs1::encode(content),
        Symbology::Ean13 => ean::encode(content, 13),
        Symbology::UpcA => ean::encode(content, 12),
        Symbology::Itf14 => itf::encode(content),
        Symbology::Code39 => code39::encode(content),
        Symbology::Qr | Symbology::DataMatrix => return square(request),
    };
    bars.map(Barcode::Bars).map_err(DocumentError::Invalid)
}

#[cfg(feature = "documents")]
fn square(request: &BarcodeRequest) -> Result<Barcode, DocumentError> {
    square::encode(request).map(Barcode::Modules).map_err(DocumentError::Invalid)
}

#[cfg(not(feature = "documents"))]
fn square(_: &BarcodeRequest) -> Result<Barcode, DocumentError> {
    Err(DocumentError::NoRenderer)
}

/// One thing wrong with the content.
fn wrong(code: &'static str, message: impl Into<String>) -> Problems {
    let mut problems = Problems::new();
    problems.add(code, "/content", message);
    problems
}

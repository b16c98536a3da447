//! What a barcode is asked for.

use serde::{Deserialize, Serialize};

use crate::value::Text;

/// A kind of barcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Symbology {
    /// Code 128 (ISO/IEC 15417): any ASCII text.
    #[serde(rename = "code128")]
    Code128,
    /// GS1-128: Code 128 over GS1 element strings, written `(00)…` or `(01)…(10)…`.
    #[serde(rename = "gs1_128")]
    Gs1_128,
    /// EAN-13 (ISO/IEC 15420): 12 digits, or 13 with the check digit.
    #[serde(rename = "ean13")]
    Ean13,
    /// UPC-A (ISO/IEC 15420): 11 digits, or 12 with the check digit.
    UpcA,
    /// ITF-14: 13 digits, or 14 with the check digit, in Interleaved 2 of 5 (ISO/IEC 16390).
    #[serde(rename = "itf14")]
    Itf14,
    /// Code 39 (ISO/IEC 16388): capital letters, digits and `-. $/+%`.
    #[serde(rename = "code39")]
    Code39,
    /// QR Code (ISO/IEC 18004): any text.
    Qr,
    /// Data Matrix ECC 200 (ISO/IEC 16022): any text, in a square.
    DataMatrix,
}

/// How much of a QR code may be damaged and still be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QrCorrection {
    /// About 7 %.
    Low,
    /// About 15 %.
    #[default]
    Medium,
    /// About 25 %.
    Quartile,
    /// About 30 %.
    High,
}

/// What a barcode is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BarcodeRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BarcodeRequest {
    /// The kind.
    pub symbology: Symbology,
    /// What it says.
    pub content: Text,
    /// The damage that a QR code survives; the other kinds do not look at it.
    #[serde(default)]
    pub correction: QrCorrection,
}

impl BarcodeRequest {
    /// A content in a symbology. A content beyond 4,096 bytes, which no symbology takes, is cut off there.
    #[must_use]
    pub fn new(symbology: Symbology, content: &str) -> Self {
        let fits = |text: &str| Text::new(text).ok();
        let cut = || content.char_indices().take_while(|(at, _)| *at < 4_000).map(|(_, char)| char).collect();
        let content =
            fits(content).or_else(|| fits(&String::from_iter::<Vec<char>>(cut()))).unwrap_or_default();
        Self { symbology, content, correction: QrCorrection::default() }
    }
}

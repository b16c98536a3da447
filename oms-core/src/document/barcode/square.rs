//! QR (by `qrcode`) and Data Matrix (by `datamatrix`).

use datamatrix::{DataMatrix, SymbolList};
use qrcode::bits::Bits;
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel, QrCode, Version};

use super::pattern::ModuleGrid;
use super::request::{BarcodeRequest, QrCorrection, Symbology};
use super::wrong;
use crate::value::Problems;

/// The longest content of a Data Matrix in bytes: its largest symbol holds 1,555 bytes of text.
const LONGEST_DATA_MATRIX: usize = 1_555;

pub(super) fn encode(request: &BarcodeRequest) -> Result<ModuleGrid, Problems> {
    let content = request.content.as_str();
    if content.is_empty() {
        return Err(wrong("barcode.bad_length", "there is nothing to encode"));
    }
    let (rows, quiet) = match request.symbology {
        Symbology::DataMatrix => (data_matrix(content)?, 1),
        _ => (qr(content, request.correction)?, 4),
    };
    Ok(ModuleGrid { rows, text: content.to_owned(), quiet })
}

fn qr(content: &str, correction: QrCorrection) -> Result<Vec<String>, Problems> {
    let level = match correction {
        QrCorrection::Low => EcLevel::L,
        QrCorrection::Medium => EcLevel::M,
        QrCorrection::Quartile => EcLevel::Q,
        QrCorrection::High => EcLevel::H,
    };
    let code = if content.is_ascii() {
        QrCode::with_error_correction_level(content, level)
    } else {
        utf_8(content, level)
    };
    let code = code
        .map_err(|_| wrong("barcode.bad_length", "that is more than a QR code holds at this correction"))?;
    let dark: Vec<bool> = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Ok(rows(&dark, code.width()))
}

/// A code that says of itself that its text is UTF-8 (ECI 26), so that no reader has to guess.
fn utf_8(content: &str, level: EcLevel) -> QrResult<QrCode> {
    let bits = |version| {
        let mut bits = Bits::new(Version::Normal(version));
        bits.push_eci_designator(26)?;
        bits.push_byte_data(content.as_bytes())?;
        bits.push_terminator(level)?;
        Ok(bits)
    };
    let smallest = (1..40).find_map(|version| bits(version).ok());
    QrCode::with_bits(smallest.map_or_else(|| bits(40), Ok)?, level)
}

fn data_matrix(content: &str) -> Result<Vec<String>, Problems> {
    let too_long = || wrong("barcode.bad_length", "that is more than a Data Matrix holds");
    if content.len() > LONGEST_DATA_MATRIX {
        return Err(too_long());
    }
    let symbols = SymbolList::default().enforce_square();
    let code = DataMatrix::encode_str(content, symbols).map_err(|_| too_long())?;
    let bitmap = code.bitmap();
    Ok(rows(bitmap.bits(), bitmap.width()))
}

fn rows(dark: &[bool], width: usize) -> Vec<String> {
    dark.chunks(width.max(1))
        .map(|row| row.iter().map(|dark| if *dark { '1' } else { '0' }).collect())
        .collect()
}

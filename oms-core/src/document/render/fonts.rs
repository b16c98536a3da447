//! Which font has which character, and how wide it is.

use ttf_parser::Face;

use super::latin;
use crate::document::{PrintFormat, PrintRequest};
use crate::value::Problems;

/// Where a character comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// A standard font, by its code.
    Latin(u8),
    /// A font that was given, by its place and the glyph's number.
    Given(usize, u16),
    /// The printer's font.
    Printer,
}

/// A font that was given.
pub(super) struct Given<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) face: Face<'a>,
}

/// All fonts of a batch.
pub(super) struct FontBook<'a> {
    pub(super) given: Vec<Given<'a>>,
    /// Whether the printer's own font draws what is not Latin.
    printer: bool,
}

impl<'a> FontBook<'a> {
    /// Reads the fonts.
    pub(super) fn new(fonts: &'a [Vec<u8>], request: &PrintRequest) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut given = Vec::new();
        if request.format == PrintFormat::Pdf {
            for (at, bytes) in fonts.iter().enumerate() {
                match Face::parse(bytes, 0) {
                    Ok(face) if face.units_per_em() > 0 => given.push(Given { bytes, face }),
                    _ => problems.add(
                        "document.bad_font",
                        format!("/fonts/{at}"),
                        "that is no TrueType or OpenType font with outlines",
                    ),
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let printer = request.format == PrintFormat::Zpl && !request.printer_font.is_empty();
        Ok(Self { given, printer })
    }

    /// Where a character comes from; `None` where no font has it.
    pub(super) fn glyph(&self, char: char) -> Option<Glyph> {
        if let Some(code) = latin::code(char) {
            return Some(Glyph::Latin(code));
        }
        if self.printer {
            return Some(Glyph::Printer);
        }
        self.given.iter().enumerate().find_map(|(at, font)| {
            let glyph = font.face.glyph_index(char).filter(|glyph| glyph.0 != 0)?;
            Some(Glyph::Given(at, glyph.0))
        })
    }

    /// How wide a character is, in thousandths of the size. One that no font has is as wide as it is high.
    pub(super) fn width(&self, char: char, bold: bool) -> u32 {
        match self.glyph(char) {
            Some(Glyph::Latin(code)) => latin::width(code, bold),
            Some(Glyph::Given(at, glyph)) => self.given_width(at, glyph),
            Some(Glyph::Printer) | None => 1_000,
        }
    }

    /// How wide a glyph of a given font is, in thousandths of the size.
    pub(super) fn given_width(&self, at: usize, glyph: u16) -> u32 {
        self.given.get(at).map_or(1_000, |font| {
            let advance = font.face.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or_default();
            u32::from(advance).saturating_mul(1_000) / u32::from(font.face.units_per_em().max(1))
        })
    }

    /// How wide a text is, in hundredths of a millimetre.
    pub(super) fn text_width(&self, text: &str, size: i32, bold: bool) -> i32 {
        let thousandths: u64 = text.chars().map(|char| u64::from(self.width(char, bold))).sum();
        let size = u64::try_from(size).unwrap_or_default();
        i32::try_from(thousandths.saturating_mul(size) / 1_000).unwrap_or(i32::MAX)
    }
}

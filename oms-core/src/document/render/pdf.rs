//! PDF 1.7 (ISO 32000-1): Helvetica for Latin, subsets of the given fonts for the rest.

use std::fmt::Write as _;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use super::fonts::{FontBook, Glyph};
use super::ink::{BASE_LINE, Ink, Page, cells};
use crate::value::Problems;

const CATALOG: i32 = 1;
const PAGES: i32 = 2;
const REGULAR: i32 = 3;
const BOLD: i32 = 4;
/// The objects of each given font begin here: five for each.
const GIVEN: i32 = 5;
const PER_FONT: i32 = 5;

/// Content is written in hundredths of a millimetre; this makes them points: 72 / 2,540.
const TO_POINTS: &str = "q 0.02834646 0 0 0.02834646 0 0 cm\n";
/// How much deflate tries: its usual level.
const LEVEL: u8 = 6;

/// The glyphs of a given font that are used.
struct Used {
    glyphs: GlyphRemapper,
    /// By new number, from 1: the character and its width.
    chars: Vec<(char, u32)>,
}

impl Used {
    fn cid(&mut self, book: &FontBook<'_>, at: usize, glyph: u16, char: char) -> u16 {
        let cid = self.glyphs.remap(glyph);
        if usize::from(cid) > self.chars.len() {
            self.chars.push((char, book.given_width(at, glyph)));
        }
        cid
    }
}

pub(super) fn write(book: &FontBook<'_>, pages: &[Page]) -> Result<Vec<u8>, Problems> {
    let mut used: Vec<Used> =
        book.given.iter().map(|_| Used { glyphs: GlyphRemapper::new(), chars: Vec::new() }).collect();
    let contents: Vec<Vec<u8>> = pages
        .iter()
        .map(|page| compress_to_vec_zlib(content(book, &mut used, page).as_bytes(), LEVEL))
        .collect();
    let fonts = i32::try_from(used.len()).unwrap_or(i32::MAX);
    let first = GIVEN.saturating_add(fonts.saturating_mul(PER_FONT));
    let page_refs: Vec<(Ref, Ref)> = (0..pages.len())
        .filter_map(|at| i32::try_from(at).ok())
        .map(|at| first.saturating_add(at.saturating_mul(2)))
        .map(|id| (Ref::new(id), Ref::new(id.saturating_add(1))))
        .collect();
    let mut pdf = Pdf::new();
    pdf.catalog(Ref::new(CATALOG)).pages(Ref::new(PAGES));
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    pdf.pages(Ref::new(PAGES)).count(count).kids(page_refs.iter().map(|(page, _)| *page));
    for (id, name) in [(REGULAR, b"Helvetica".as_slice()), (BOLD, b"Helvetica-Bold")] {
        pdf.type1_font(Ref::new(id)).base_font(Name(name)).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    for (at, used) in used.iter().enumerate() {
        font(&mut pdf, book, at, used)?;
    }
    for ((page, content), (page_ref, content_ref)) in pages.iter().zip(&contents).zip(&page_refs) {
        let mut writer = pdf.page(*page_ref);
        writer.parent(Ref::new(PAGES)).contents(*content_ref);
        writer.media_box(Rect::new(
            0_i16.into(),
            0_i16.into(),
            points(page.width).into(),
            points(page.height).into(),
        ));
        let mut resources = writer.resources();
        let mut dict = resources.fonts();
        dict.pair(Name(b"F1"), Ref::new(REGULAR));
        dict.pair(Name(b"F2"), Ref::new(BOLD));
        for at in 0..used.len() {
            dict.pair(Name(given_name(at).as_bytes()), Ref::new(font_ref(at)));
        }
        dict.finish();
        resources.finish();
        writer.finish();
        pdf.stream(*content_ref, content).filter(Filter::FlateDecode);
    }
    Ok(pdf.finish())
}

/// A length as whole points, rounded up.
fn points(hundredths: i32) -> i16 {
    i16::try_from(hundredths.saturating_mul(72).saturating_add(2_539) / 2_540).unwrap_or(i16::MAX)
}

fn given_name(at: usize) -> String {
    format!("G{at}")
}

fn font_ref(at: usize) -> i32 {
    GIVEN.saturating_add(i32::try_from(at).unwrap_or(i32::MAX).saturating_mul(PER_FONT))
}

/// What is on a page, as operators.
fn content(book: &FontBook<'_>, used: &mut [Used], page: &Page) -> String {
    let mut out = String::from(TO_POINTS);
    for ink in &page.ink {
        match ink {
            Ink::Text { x, y, size, bold, text } => {
                let base =
                    page.height.saturating_sub(*y).saturating_sub(size.saturating_mul(BASE_LINE) / 1_000);
                let _ = write!(out, "BT {x} {base} Td ");
                runs(&mut out, book, used, text, *size, *bold);
                out.push_str("ET\n");
            }
            Ink::Bar { x, y, width, height } => {
                let bottom = page.height.saturating_sub(*y).saturating_sub(*height);
                let _ = writeln!(out, "{x} {bottom} {width} {height} re f");
            }
            Ink::Code { x, y, module, height, code } => {
                for (left, top, wide, high) in cells(code) {
                    let at = |modules: i32| modules.saturating_mul(*module);
                    let high = if high == 0 { *height } else { at(high) };
                    let bottom = page.height.saturating_sub(*y).saturating_sub(at(top)).saturating_sub(high);
                    let _ = writeln!(out, "{} {bottom} {} {high} re", x.saturating_add(at(left)), at(wide));
                }
                out.push_str("f\n");
            }
        }
    }
    out.push('Q');
    out
}

/// A line of text, one run after another of characters of one font.
fn runs(out: &mut String, book: &FontBook<'_>, used: &mut [Used], text: &str, size: i32, bold: bool) {
    let mut now: Option<Option<usize>> = None;
    for char in text.chars() {
        let (font, code) = match book.glyph(char) {
            Some(Glyph::Latin(code)) => (None, format!("{code:02X}")),
            Some(Glyph::Given(at, glyph)) => match used.get_mut(at) {
                Some(used) => (Some(at), format!("{:04X}", used.cid(book, at, glyph, char))),
                None => continue,
            },
            // The flow refuses texts with such characters.
            Some(Glyph::Printer) | None => continue,
        };
        if now != Some(font) {
            if now.is_some() {
                out.push_str("> Tj ");
            }
            let _ = match font {
                None => write!(out, "/{} {size} Tf 0 Tr <", if bold { "F2" } else { "F1" }),
                // A given font has one weight: bold is drawn with an outline.
                Some(at) if bold => write!(out, "/{} {size} Tf 2 Tr {} w <", given_name(at), size / 40),
                Some(at) => write!(out, "/{} {size} Tf 0 Tr <", given_name(at)),
            };
            now = Some(font);
        }
        out.push_str(&code);
    }
    if now.is_some() {
        out.push_str("> Tj ");
    }
}

/// The objects of a given font: the composite font, its descendant, descriptor, file and map to characters.
fn font(pdf: &mut Pdf, book: &FontBook<'_>, at: usize, used: &Used) -> Result<(), Problems> {
    let bad = |message: String| {
        let mut problems = Problems::new();
        problems.add("document.bad_font", format!("/fonts/{at}"), message);
        problems
    };
    let Some(given) = book.given.get(at) else { return Ok(()) };
    let subset = subsetter::subset(given.bytes, 0, &used.glyphs).map_err(|error| bad(error.to_string()))?;
    let raw = ttf_parser::RawFace::parse(&subset, 0).map_err(|error| bad(error.to_string()))?;
    let cff = raw.table(ttf_parser::Tag::from_bytes(b"CFF "));
    let id = |plus: i32| Ref::new(font_ref(at).saturating_add(plus));
    let name = format!(
        "OMSAA{}+{}",
        char::from(b'A'.saturating_add(u8::try_from(at % 26).unwrap_or(0))),
        given_name(at)
    );
    let name = Name(name.as_bytes());
    let info = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
    pdf.type0_font(id(0))
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(id(1))
        .to_unicode(id(4));
    let mut cid = pdf.cid_font(id(1));
    cid.subtype(if cff.is_some() { CidFontType::Type0 } else { CidFontType::Type2 });
    cid.base_font(name).system_info(info).font_descriptor(id(2)).default_width(1_000_i16.into());
    if cff.is_none() {
        cid.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let whole = |number: u32| i16::try_from(number).unwrap_or(i16::MAX);
    if !used.chars.is_empty() {
        cid.widths().consecutive(1, used.chars.iter().map(|(_, width)| whole(*width).into()));
    }
    cid.finish();
    describe(pdf, &given.face, name, id(2), id(3), cff.is_some());
    let packed = compress_to_vec_zlib(cff.unwrap_or(&subset), LEVEL);
    let mut stream = pdf.stream(id(3), &packed);
    stream.filter(Filter::FlateDecode);
    if cff.is_some() {
        stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    } else {
        stream.pair(Name(b"Length1"), i32::try_from(subset.len()).unwrap_or(i32::MAX));
    }
    stream.finish();
    let mut map = UnicodeCmap::new(Name(b"Custom"), info);
    for ((char, _), cid) in used.chars.iter().zip(1_u16..) {
        map.pair(cid, *char);
    }
    pdf.cmap(id(4), &map.finish());
    Ok(())
}

/// What a viewer must know of a given font.
fn describe(pdf: &mut Pdf, face: &ttf_parser::Face<'_>, name: Name<'_>, id: Ref, file: Ref, cff: bool) {
    let em = i32::from(face.units_per_em().max(1));
    let scaled = |units: i16| {
        let thousandths = i32::from(units).saturating_mul(1_000) / em;
        i16::try_from(thousandths).unwrap_or(if thousandths < 0 { i16::MIN } else { i16::MAX })
    };
    let frame = face.global_bounding_box();
    let (left, bottom) = (scaled(frame.x_min).into(), scaled(frame.y_min).into());
    let (right, top) = (scaled(frame.x_max).into(), scaled(frame.y_max).into());
    let mut descriptor = pdf.font_descriptor(id);
    descriptor
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0_i16.into())
        .ascent(scaled(face.ascender()).into())
        .descent(scaled(face.descender()).into())
        .cap_height(scaled(face.ascender()).into())
        .stem_v(80_i16.into());
    if cff {
        descriptor.font_file3(file);
    } else {
        descriptor.font_file2(file);
    }
    descriptor.finish();
}

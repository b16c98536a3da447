//! Text that flows down pages: wrapped, with room kept, and what could not be set noted.

use std::collections::BTreeSet;

use super::Batch;
use super::ink::{Ink, Page};
use crate::document::DocumentError;
use crate::document::{Barcode, BarcodeRequest, PageSize, Symbology, encode_barcode};
use crate::value::Problems;

/// A line is so much higher than its letters, in percent.
const LEADING: i32 = 125;
/// The widest module of a barcode: 0.5 mm.
const WIDEST_MODULE: i32 = 50;
/// The narrowest module of a barcode that readers are sure of: 0.17 mm, in hundredths of a millimetre.
const NARROWEST_MODULE: i32 = 17;

/// A column: where it begins and how wide it is.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) x: i32,
    pub(super) width: i32,
}

/// A page that is filled from the top.
pub(super) struct Flow<'b> {
    pub(super) batch: &'b Batch<'b>,
    pages: Vec<Page>,
    size: PageSize,
    pub(super) margin: i32,
    pub(super) y: i32,
    missing: BTreeSet<char>,
    problems: Problems,
}

const fn hundredths(millimetres: u32) -> i32 {
    // At most 1,000 mm.
    (if millimetres > 1_000 { 1_000 } else { millimetres } as i32).saturating_mul(100)
}

impl<'b> Flow<'b> {
    pub(super) fn new(batch: &'b Batch<'b>, size: PageSize, margin: i32) -> Self {
        let mut flow = Self {
            batch,
            pages: Vec::new(),
            size,
            margin,
            y: margin,
            missing: BTreeSet::new(),
            problems: Problems::new(),
        };
        flow.turn();
        flow
    }

    /// Begins a page.
    pub(super) fn turn(&mut self) {
        let (width, height) = (hundredths(self.size.width), hundredths(self.size.height));
        self.pages.push(Page { width, height, ink: Vec::new() });
        self.y = self.margin;
    }

    /// The whole width between the margins.
    pub(super) const fn across(&self) -> Column {
        let width = hundredths(self.size.width).saturating_sub(self.margin.saturating_mul(2));
        Column { x: self.margin, width }
    }

    /// What is left below.
    pub(super) const fn room(&self) -> i32 {
        hundredths(self.size.height).saturating_sub(self.margin).saturating_sub(self.y)
    }

    pub(super) fn put(&mut self, ink: Ink) {
        if let Some(page) = self.pages.last_mut() {
            page.ink.push(ink);
        }
    }

    pub(super) fn down(&mut self, by: i32) {
        self.y = self.y.saturating_add(by);
    }

    /// A thin line across.
    pub(super) fn rule(&mut self) {
        let across = self.across();
        self.put(Ink::Bar { x: across.x, y: self.y, width: across.width, height: 20 });
        self.down(80);
    }

    /// How high a line of text is.
    pub(super) const fn line_height(size: i32) -> i32 {
        size.saturating_mul(LEADING) / 100
    }

    /// A wrapped text in a column from `y` on; answers how high it is.
    pub(super) fn text_at(&mut self, column: Column, y: i32, size: i32, bold: bool, text: &str) -> i32 {
        let lines = self.wrap(text, column.width, size, bold);
        let mut top = y;
        for line in lines {
            if !line.is_empty() {
                self.put(Ink::Text { x: column.x, y: top, size, bold, text: line });
            }
            top = top.saturating_add(Self::line_height(size));
        }
        top.saturating_sub(y)
    }

    /// How high a wrapped text becomes.
    pub(super) fn height(&mut self, column: Column, size: i32, text: &str) -> i32 {
        let lines = i32::try_from(self.wrap(text, column.width, size, false).len()).unwrap_or(i32::MAX);
        Self::line_height(size).saturating_mul(lines)
    }

    /// A wrapped text across a column; moves down by its height.
    pub(super) fn text(&mut self, column: Column, size: i32, bold: bool, text: &str) {
        if !text.trim().is_empty() {
            let height = self.text_at(column, self.y, size, bold, text);
            self.down(height);
        }
    }

    /// A single line at the right end of a column, cut where it is too long.
    pub(super) fn right(&mut self, column: Column, y: i32, size: i32, bold: bool, text: &str) {
        let Some(line) = self.wrap(text, column.width, size, bold).into_iter().next() else { return };
        let width = self.batch.fonts.text_width(&line, size, bold);
        let x = column.x.saturating_add(column.width).saturating_sub(width);
        self.put(Ink::Text { x, y, size, bold, text: line });
    }

    /// A single line in the middle of a column.
    pub(super) fn centre(&mut self, column: Column, size: i32, bold: bool, text: &str) {
        for line in self.wrap(text, column.width, size, bold) {
            let width = self.batch.fonts.text_width(&line, size, bold);
            let x = column.x.saturating_add(column.width.saturating_sub(width).max(0) / 2);
            self.put(Ink::Text { x, y: self.y, size, bold, text: line });
            self.down(Self::line_height(size));
        }
    }

    /// Breaks a text into lines: at spaces, and between any two characters of scripts without spaces.
    fn wrap(&mut self, text: &str, width: i32, size: i32, bold: bool) -> Vec<String> {
        let fonts = self.batch.fonts;
        let clean: String =
            text.chars().map(|char| if char.is_control() && char != '\n' { ' ' } else { char }).collect();
        self.missing.extend(clean.chars().filter(|char| *char != '\n' && fonts.glyph(*char).is_none()));
        let wide = |text: &str| fonts.text_width(text, size, bold);
        let mut lines = Vec::new();
        for paragraph in clean.split('\n') {
            let mut line = String::new();
            for piece in pieces(paragraph) {
                let joined = format!("{line}{piece}");
                if line.is_empty() || wide(joined.trim_end()) <= width {
                    line = joined;
                } else {
                    lines.push(line.trim_end().to_owned());
                    piece.trim_start().clone_into(&mut line);
                }
                while wide(line.trim_end()) > width && line.chars().count() > 1 {
                    let fits = fitting(&line, width, wide);
                    let rest = line.split_off(fits);
                    lines.push(std::mem::replace(&mut line, rest));
                }
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// A barcode in a column, as wide as its modules allow, moving down by its height. What cannot be encoded or is too
    /// wide is noted below `path`.
    pub(super) fn code(
        &mut self,
        column: Column,
        height: i32,
        symbology: Symbology,
        content: &str,
        path: &str,
    ) -> i32 {
        let code = match encode_barcode(&BarcodeRequest::new(symbology, content)) {
            Ok(code) => code,
            Err(error) => {
                if let DocumentError::Invalid(found) = error {
                    for problem in found.as_slice() {
                        self.problems.add(problem.code.clone(), path, problem.message.clone());
                    }
                }
                return 0;
            }
        };
        let modules = i32::try_from(code.full_width()).unwrap_or(i32::MAX).max(1);
        let module = (column.width / modules).min(WIDEST_MODULE);
        if module < NARROWEST_MODULE {
            let message = "the barcode is wider than the paper; shorten it, or take wider paper";
            self.problems.add("document.does_not_fit", path, message);
            return 0;
        }
        let width = module.saturating_mul(modules);
        let x = column.x.saturating_add(column.width.saturating_sub(width) / 2);
        let high = match &code {
            Barcode::Bars(_) => height,
            Barcode::Modules(_) => width,
        };
        self.put(Ink::Code { x, y: self.y, module, height: high, code });
        high
    }

    /// The pages, or everything that could not be set.
    pub(super) fn finish(mut self, fits: bool) -> Result<Vec<Page>, Problems> {
        if !fits {
            let message = "there is more text than the paper holds; shorten it, or take larger paper";
            self.problems.add("document.does_not_fit", "", message);
        }
        if !self.missing.is_empty() {
            let missing: String = self.missing.iter().take(20).collect();
            let message = format!("no font has `{missing}`; give one that has");
            self.problems.add("document.missing_glyph", "", message);
        }
        if self.problems.is_empty() { Ok(self.pages) } else { Err(self.problems) }
    }
}

/// The pieces between which a line may break: words with the space behind them, and single characters of scripts
/// that are written without spaces.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut open = false;
    for char in text.chars() {
        let alone = u32::from(char) >= 0x2e80;
        match pieces.last_mut() {
            Some(last) if open && !alone => last.push(char),
            Some(last) if char == ' ' => last.push(char),
            _ => pieces.push(char.to_string()),
        }
        open = !alone && char != ' ';
    }
    pieces
}

/// At which byte a line that is too long breaks: behind as many characters as fit, at least one.
fn fitting(line: &str, width: i32, wide: impl Fn(&str) -> i32) -> usize {
    let ends = line.char_indices().map(|(at, char)| at.saturating_add(char.len_utf8()));
    let mut last = None;
    for end in ends {
        if last.is_some() && wide(line.get(..end).unwrap_or_default()) > width {
            break;
        }
        last = Some(end);
    }
    last.unwrap_or(line.len())
}

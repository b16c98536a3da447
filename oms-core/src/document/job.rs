//! What is printed: documents of any kind, in which form, on which paper, and how often already.

use serde::{Deserialize, Serialize};

use super::{DocumentError, HandoverManifest, PackingSlip, PartyMask, PickList, Waybill};
use crate::value::{Instant, Problems, Text};

/// The most documents in one batch.
const MOST_JOBS: usize = 20_000;
/// The longest template in bytes.
const LONGEST_TEMPLATE: usize = 262_144;

/// Something that can be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum PrintDocument {
    /// What is stuck on a parcel.
    Waybill(Box<Waybill>),
    /// What lies in a parcel.
    PackingSlip(Box<PackingSlip>),
    /// What is fetched for a wave.
    PickList(PickList),
    /// What a driver signs for.
    Manifest(HandoverManifest),
}

/// The form of what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PrintFormat {
    /// A page of HTML with CSS for printing, by templates that users may replace.
    Html,
    /// ZPL II, which label printers understand.
    Zpl,
    /// PDF.
    Pdf,
}

/// The language of what stands on every document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PrintLanguage {
    /// English.
    #[default]
    En,
    /// Chinese.
    Zh,
}

/// Where in a wave a document belongs: batches print in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintPlace {
    /// The wave.
    pub wave: u32,
    /// The slot.
    pub slot: u32,
}

/// A document to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintJob {
    /// The document.
    pub document: PrintDocument,
    /// Where in a wave it belongs; documents without a place are printed last, in the order given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PrintPlace>,
    /// How often it was printed before: the host keeps the `copy` of the last run.
    #[serde(default)]
    pub printed_before: u32,
    /// Why it is printed again; needed where it was printed before.
    #[serde(default)]
    pub reason: Text,
}

/// A size of paper in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PageSize {
    /// Across, 50 to 1,000.
    pub width: u32,
    /// Down, 50 to 1,000.
    pub height: u32,
}

impl PageSize {
    /// The label of carriers: 100 by 150.
    pub const LABEL: Self = Self { width: 100, height: 150 };
    /// A4: 210 by 297.
    pub const A4: Self = Self { width: 210, height: 297 };

    const fn is_paper(self) -> bool {
        self.width >= 50 && self.width <= 1_000 && self.height >= 50 && self.height <= 1_000
    }
}

/// What a template draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TemplateKind {
    /// The page around all documents, with its style sheet; the documents stand in `documents`.
    Page,
    /// A waybill.
    Waybill,
    /// A packing slip.
    PackingSlip,
    /// A pick list.
    PickList,
    /// A handover manifest.
    Manifest,
}

/// A template of the user's own, in the language of Jinja.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintTemplate {
    /// What it draws.
    pub kind: TemplateKind,
    /// The template.
    pub text: String,
}

/// What is printed, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PrintRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintRequest {
    /// The form.
    pub format: PrintFormat,
    /// The documents.
    pub jobs: Vec<PrintJob>,
    /// The language of headings.
    #[serde(default)]
    pub language: PrintLanguage,
    /// Now, as it is printed on waybills; nothing is when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// How many minutes the printed times are ahead of UTC, −1,440 to 1,440.
    #[serde(default)]
    pub utc_offset_minutes: i32,
    /// How much of names and telephones waybills show.
    #[serde(default)]
    pub mask: PartyMask,
    /// The paper of waybills.
    #[serde(default = "label")]
    pub label: PageSize,
    /// The paper of everything else.
    #[serde(default = "sheet")]
    pub sheet: PageSize,
    /// Dots per inch of the label printer: 203, 300 or 600. ZPL alone looks at it.
    #[serde(default = "dpi")]
    pub dpi: u32,
    /// The printer's font for ZPL, such as `E:SIMSUN.TTF`. Without one text must be Latin.
    #[serde(default)]
    pub printer_font: Text,
    /// Templates instead of the built-in ones. HTML alone looks at them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates: Vec<PrintTemplate>,
}

const fn label() -> PageSize {
    PageSize::LABEL
}

const fn sheet() -> PageSize {
    PageSize::A4
}

const fn dpi() -> u32 {
    203
}

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintedDocument {
    /// Which job it was, counted from 0.
    pub job: u32,
    /// How often it has been printed now.
    pub copy: u32,
    /// On how many pages; 1 in HTML, where the browser breaks pages.
    pub pages: u32,
}

/// What comes out of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintRun {
    /// The file: UTF-8 text, or PDF.
    pub bytes: Vec<u8>,
    /// The documents in the order printed.
    pub printed: Vec<PrintedDocument>,
}

impl PrintRequest {
    /// A batch on the usual paper, in English.
    #[must_use]
    pub fn new(format: PrintFormat, jobs: Vec<PrintJob>) -> Self {
        Self {
            format,
            jobs,
            language: PrintLanguage::En,
            at: None,
            utc_offset_minutes: 0,
            mask: PartyMask::None,
            label: PageSize::LABEL,
            sheet: PageSize::A4,
            dpi: 203,
            printer_font: Text::default(),
            templates: Vec::new(),
        }
    }
}

impl PrintJob {
    /// A document that was not printed before and belongs to no wave.
    #[must_use]
    pub fn new(document: PrintDocument) -> Self {
        Self { document, place: None, printed_before: 0, reason: Text::default() }
    }
}

impl PrintRequest {
    /// Everything wrong with the request, besides what only shows when it is rendered.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.jobs.len() > MOST_JOBS {
            problems.add("input.out_of_range", "/jobs", "print at most 20000 documents at once");
        }
        if self.utc_offset_minutes.unsigned_abs() > 1_440 {
            problems.add("input.out_of_range", "/utcOffsetMinutes", "name -1440 to 1440 minutes");
        }
        for (page, path) in [(self.label, "/label"), (self.sheet, "/sheet")] {
            if !page.is_paper() {
                problems.add("input.out_of_range", path, "paper is 50 to 1000 mm wide and high");
            }
        }
        if ![203, 300, 600].contains(&self.dpi) {
            problems.add("input.out_of_range", "/dpi", "label printers have 203, 300 or 600 dots per inch");
        }
        if self.printer_font.as_str().chars().any(|char| !char.is_ascii_graphic() || ",^~".contains(char)) {
            problems.add(
                "input.invalid_value",
                "/printerFont",
                "name a font of the printer, such as `E:SIMSUN.TTF`",
            );
        }
        for (at, template) in self.templates.iter().enumerate() {
            if template.text.len() > LONGEST_TEMPLATE {
                let message = "a template has at most 262144 bytes";
                problems.add("input.out_of_range", format!("/templates/{at}/text"), message);
            }
        }
        for (at, job) in self.jobs.iter().enumerate() {
            if job.printed_before > 0 && job.reason.is_blank() {
                let message = "it was printed before: say why it is printed again";
                problems.add("document.no_reprint_reason", format!("/jobs/{at}/reason"), message);
            }
        }
        problems
    }

    /// The jobs in the order in which they are printed: by wave and slot, a waybill before its slip, those without a
    /// place last.
    #[must_use]
    pub fn in_order(&self) -> Vec<(usize, &PrintJob)> {
        let mut jobs: Vec<(usize, &PrintJob)> = self.jobs.iter().enumerate().collect();
        jobs.sort_by_key(|(at, job)| {
            let rank = if job.place.is_some() { job.document.rank() } else { 0 };
            (job.place.is_none(), job.place, rank, *at)
        });
        jobs
    }
}

impl PrintDocument {
    const fn rank(&self) -> u8 {
        match self {
            Self::PickList(_) => 0,
            Self::Waybill(_) => 1,
            Self::PackingSlip(_) => 2,
            Self::Manifest(_) => 3,
        }
    }
}

/// Renders documents into one file, in the order of their waves.
///
/// `fonts` are TrueType or OpenType files for what the standard fonts of PDF lack, such as Chinese; each character is
/// taken from the first that has it, and only the glyphs that are used are embedded. Text runs from left to right,
/// one glyph a character: scripts that join letters need HTML. ZPL needs [`PrintRequest::printer_font`] for what is not
/// Latin, and HTML leaves fonts to the browser.
///
/// # Errors
/// [`DocumentError::Invalid`] when the request is malformed, a document does not fit its label, a barcode cannot say
/// what it should, a template fails, a font is none, or no font has a character that is needed;
/// [`DocumentError::NoRenderer`] without the feature `documents`.
pub fn render_documents(request: &PrintRequest, fonts: &[Vec<u8>]) -> Result<PrintRun, DocumentError> {
    let problems = request.problems();
    if !problems.is_empty() {
        return Err(DocumentError::Invalid(problems));
    }
    render(request, fonts)
}

#[cfg(feature = "documents")]
fn render(request: &PrintRequest, fonts: &[Vec<u8>]) -> Result<PrintRun, DocumentError> {
    super::render::render(request, fonts).map_err(DocumentError::Invalid)
}

#[cfg(not(feature = "documents"))]
fn render(_: &PrintRequest, _: &[Vec<u8>]) -> Result<PrintRun, DocumentError> {
    Err(DocumentError::NoRenderer)
}

//! Rendering: documents in, a file out. One layout serves PDF and ZPL; HTML has templates.

mod address;
mod flow;
mod fonts;
mod html;
mod ink;
mod latin;
mod lists;
mod pdf;
mod waybill;
mod words;
mod zpl;

use super::job::{PrintDocument, PrintFormat, PrintJob, PrintRequest, PrintRun, PrintedDocument};
use crate::value::{Instant, Problems};
use fonts::FontBook;
use ink::Page;
use words::Words;

/// What all documents of a batch share.
struct Batch<'a> {
    request: &'a PrintRequest,
    fonts: &'a FontBook<'a>,
    words: Words,
}

impl Batch<'_> {
    /// An instant as it is printed: local time to the minute.
    fn time(&self, at: Instant) -> String {
        local(self.request, at)
    }
}

fn local(request: &PrintRequest, at: Instant) -> String {
    let shift = chrono::TimeDelta::minutes(i64::from(request.utc_offset_minutes));
    at.checked_add_signed(shift).unwrap_or(at).naive_utc().format("%Y-%m-%d %H:%M").to_string()
}

/// The job's mark: wave and slot, and which copy it is where it is not the first.
fn mark(job: &PrintJob) -> String {
    let place = job.place.map(|place| format!("{}-{}", place.wave, place.slot));
    let copy = copy(job);
    let copy = (copy > 1).then(|| format!("#{copy}"));
    place.into_iter().chain(copy).collect::<Vec<_>>().join("  ")
}

const fn copy(job: &PrintJob) -> u32 {
    job.printed_before.saturating_add(1)
}

/// Renders a request that was found well formed.
pub(super) fn render(request: &PrintRequest, fonts: &[Vec<u8>]) -> Result<PrintRun, Problems> {
    let book = FontBook::new(fonts, request)?;
    let jobs = request.in_order();
    if request.format == PrintFormat::Html {
        return html::render(request, &jobs);
    }
    let batch = Batch { request, fonts: &book, words: Words::new(request.language) };
    let mut problems = Problems::new();
    let mut pages: Vec<Page> = Vec::new();
    let mut printed = Vec::new();
    for (at, job) in jobs {
        match draw(&batch, job) {
            Ok(drawn) => {
                printed.push(PrintedDocument {
                    job: u32::try_from(at).unwrap_or(u32::MAX),
                    copy: copy(job),
                    pages: u32::try_from(drawn.len()).unwrap_or(u32::MAX),
                });
                pages.extend(drawn);
            }
            Err(found) => problems.extend(found.under(&format!("/jobs/{at}/document"))),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let bytes = if request.format == PrintFormat::Zpl {
        zpl::write(request, &pages)
    } else {
        pdf::write(&book, &pages)?
    };
    Ok(PrintRun { bytes, printed })
}

fn draw(batch: &Batch<'_>, job: &PrintJob) -> Result<Vec<Page>, Problems> {
    match &job.document {
        PrintDocument::Waybill(bill) => waybill::draw(batch, job, bill),
        PrintDocument::PackingSlip(slip) => lists::slip(batch, job, slip),
        PrintDocument::PickList(list) => lists::pick_list(batch, job, list),
        PrintDocument::Manifest(manifest) => lists::manifest(batch, job, manifest),
    }
}

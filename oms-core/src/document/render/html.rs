//! HTML for printing, by templates in the language of Jinja (`minijinja`) that users may replace.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value, context};

use super::words::Words;
use super::{address, copy, local, mark};
use crate::document::{
    BarcodeRequest, PrintDocument, PrintJob, PrintRequest, PrintRun, PrintedDocument, Symbology,
    TemplateKind, encode_barcode,
};
use crate::value::{Address, Problems};

/// How many steps a template may take for one document: a bound, so that no template runs for ever.
const STEPS: u64 = 20_000_000;

const BUILT_IN: [(TemplateKind, &str, &str); 5] = [
    (TemplateKind::Page, "page", include_str!("templates/page.html")),
    (TemplateKind::Waybill, "waybill", include_str!("templates/waybill.html")),
    (TemplateKind::PackingSlip, "packing_slip", include_str!("templates/packing_slip.html")),
    (TemplateKind::PickList, "pick_list", include_str!("templates/pick_list.html")),
    (TemplateKind::Manifest, "manifest", include_str!("templates/manifest.html")),
];

pub(super) fn render(request: &PrintRequest, jobs: &[(usize, &PrintJob)]) -> Result<PrintRun, Problems> {
    let environment = environment(request)?;
    let words = Words::new(request.language);
    let mut problems = Problems::new();
    let (mut documents, mut printed) = (Vec::new(), Vec::new());
    for (at, job) in jobs {
        let (name, context) = context_of(request, words, job);
        match environment.get_template(name).and_then(|template| template.render(context)) {
            Ok(text) => {
                documents.push(Value::from_safe_string(text));
                let job_at = u32::try_from(*at).unwrap_or(u32::MAX);
                printed.push(PrintedDocument { job: job_at, copy: copy(job), pages: 1 });
            }
            Err(error) => note(&mut problems, request, name, &error, &format!("/jobs/{at}/document")),
        }
    }
    let page = context! { documents, label => of(request.label),
    sheet => of(request.sheet), words => words.all(), language => of(request.language) };
    let text = environment.get_template("page").and_then(|template| template.render(page));
    let text = text.unwrap_or_else(|error| {
        note(&mut problems, request, "page", &error, "");
        String::new()
    });
    if problems.is_empty() { Ok(PrintRun { bytes: text.into_bytes(), printed }) } else { Err(problems) }
}

/// A document in its wire form, for templates.
fn of<T: serde::Serialize>(value: T) -> Value {
    Value::from(Serde(value))
}

fn environment(request: &PrintRequest) -> Result<Environment<'_>, Problems> {
    let mut environment = Environment::empty();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_fuel(Some(STEPS));
    environment.add_filter("kilograms", |grams: u64| super::waybill::kilograms(grams));
    environment.add_function("barcode", barcode);
    environment.add_filter("length", minijinja::filters::length);
    environment.add_filter("upper", minijinja::filters::upper);
    environment.add_filter("default", minijinja::filters::default);
    environment.add_filter("join", minijinja::filters::join);
    environment.add_test("defined", minijinja::tests::is_defined);
    let mut problems = Problems::new();
    for (kind, name, text) in BUILT_IN {
        let own = request.templates.iter().rfind(|template| template.kind == kind);
        let text = own.map_or(text, |template| template.text.as_str());
        if let Err(error) = environment.add_template(name, text) {
            note(&mut problems, request, name, &error, "");
        }
    }
    if problems.is_empty() { Ok(environment) } else { Err(problems) }
}

/// `barcode("qr", text)` and `barcode("code128", number, 40)`: the barcode as SVG, its bars so many modules high.
fn barcode(name: &str, content: &str, height: Option<u32>) -> Result<Value, Error> {
    let unknown = || Error::new(ErrorKind::InvalidOperation, "no such symbology");
    let symbology: Symbology =
        serde_json::from_value(serde_json::Value::from(name)).map_err(|_| unknown())?;
    let code = encode_barcode(&BarcodeRequest::new(symbology, content))
        .map_err(|error| Error::new(ErrorKind::InvalidOperation, error.to_string()))?;
    Ok(Value::from_safe_string(code.svg(height.unwrap_or(40).clamp(1, 1_000))))
}

fn context_of(request: &PrintRequest, words: Words, job: &PrintJob) -> (&'static str, Value) {
    let lines = |address: &Address| Value::from(address::lines(address));
    let (name, own) = match &job.document {
        PrintDocument::Waybill(bill) => {
            let bill = bill.masked(request.mask);
            let context = context! { sender => lines(&bill.sender), receiver => lines(&bill.receiver),
            payer => words.payer(bill.payer), document => of(&bill) };
            ("waybill", context)
        }
        PrintDocument::PackingSlip(slip) => {
            let context = context! { receiver => lines(&slip.receiver), units => slip.units(),
            document => of(slip), plain => plain(slip.shipment.as_str()) };
            ("packing_slip", context)
        }
        PrintDocument::PickList(list) => {
            let closes = list.closes_at.map(|at| local(request, at));
            let context = context! { units => list.units(), closes, document => of(list) };
            ("pick_list", context)
        }
        PrintDocument::Manifest(manifest) => {
            let context = context! { grams => manifest.grams(), unweighed => manifest.unweighed(),
            at => local(request, manifest.at), document => of(manifest),
            plain => plain(manifest.number.as_str()) };
            ("manifest", context)
        }
    };
    let common = context! { words => words.all(), copy => copy(job), mark => mark(job), reason => job.reason.as_str(),
    printed => request.at.map(|at| local(request, at)) };
    (name, context! { ..own, ..common })
}

/// Whether a text can be a Code 128.
fn plain(text: &str) -> bool {
    !text.is_empty() && text.is_ascii() && text.len() <= 80
}

/// Notes what a template failed at: at the user's template where it is one, else at the document.
fn note(problems: &mut Problems, request: &PrintRequest, name: &str, error: &Error, document: &str) {
    let kind = BUILT_IN.iter().find(|(_, own, _)| *own == name).map(|(kind, _, _)| *kind);
    let own = request.templates.iter().rposition(|template| Some(template.kind) == kind);
    let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let detail = detail.replace(['\n', '\r'], " ");
    match own {
        Some(at) => {
            let line = error.line().map(|line| format!("line {line}: ")).unwrap_or_default();
            problems.add("document.bad_template", format!("/templates/{at}/text"), format!("{line}{detail}"));
        }
        None => problems.add("document.not_printable", document, detail),
    }
}

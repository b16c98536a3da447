//! The forms of what is asked of documents.

use serde::{Deserialize, Serialize};

use crate::document::{
    Barcode, BarcodeRequest, PrintFormat, PrintRequest, PrintedDocument, WavePlan, WaveRequest, build_waves,
    encode_barcode, render_documents,
};
use crate::error::Error;

/// Orders of which waves are to be built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BuildWavesOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BuildWavesOf {
    /// The orders and the limits.
    pub request: WaveRequest,
}

/// The waves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BuildWavesAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BuildWavesAnswer {
    /// The waves with their pick lists and reasons.
    pub plan: WavePlan,
}

/// Documents to be rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RenderDocumentsOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenderDocumentsOf {
    /// The documents, and how they are printed.
    pub request: PrintRequest,
    /// TrueType or OpenType files in base64, for what PDF's own fonts lack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fonts: Vec<String>,
}

/// A file to print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RenderDocumentsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenderDocumentsAnswer {
    /// HTML or ZPL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// PDF in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// The documents in the order printed, with how often each has been printed now.
    pub printed: Vec<PrintedDocument>,
}

/// A barcode to be encoded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "EncodeBarcodeOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EncodeBarcodeOf {
    /// The kind and the content.
    pub request: BarcodeRequest,
}

/// A barcode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "EncodeBarcodeAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EncodeBarcodeAnswer {
    /// As bars or modules.
    pub barcode: Barcode,
    /// As SVG with its quiet zones, one unit a module; bars are 40 modules high.
    pub svg: String,
}

pub(super) fn waves_of(of: &BuildWavesOf) -> Result<BuildWavesAnswer, Error> {
    let plan = build_waves(&of.request).map_err(|error| Error::from(error).under("/request"))?;
    Ok(BuildWavesAnswer { plan })
}

pub(super) fn rendered(of: &RenderDocumentsOf) -> Result<RenderDocumentsAnswer, Error> {
    let fonts = fonts(&of.fonts)?;
    // What is wrong with a font stands beside the request, everything else within it.
    let run = render_documents(&of.request, &fonts).map_err(|error| {
        let error = Error::from(error);
        let of_font = error.problems().iter().any(|problem| problem.path.starts_with("/fonts/"));
        if of_font { error } else { error.under("/request") }
    })?;
    let (mut text, mut data) = (None, None);
    if of.request.format == PrintFormat::Pdf {
        data = Some(base64(&run.bytes));
    } else {
        text = Some(String::from_utf8_lossy(&run.bytes).into_owned());
    }
    Ok(RenderDocumentsAnswer { text, data, printed: run.printed })
}

pub(super) fn barcode_of(of: &EncodeBarcodeOf) -> Result<EncodeBarcodeAnswer, Error> {
    let barcode = encode_barcode(&of.request).map_err(|error| Error::from(error).under("/request"))?;
    let svg = barcode.svg(40);
    Ok(EncodeBarcodeAnswer { barcode, svg })
}

#[cfg(feature = "documents")]
fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// Without what renders there is never anything to say.
#[cfg(not(feature = "documents"))]
fn base64(_: &[u8]) -> String {
    String::new()
}

#[cfg(feature = "documents")]
fn fonts(fonts: &[String]) -> Result<Vec<Vec<u8>>, Error> {
    use base64::Engine as _;
    let mut problems = crate::value::Problems::new();
    let mut read = Vec::new();
    for (at, font) in fonts.iter().enumerate() {
        match base64::engine::general_purpose::STANDARD.decode(font) {
            Ok(bytes) => read.push(bytes),
            Err(_) => problems.add("document.bad_font", format!("/fonts/{at}"), "that is no base64"),
        }
    }
    if problems.is_empty() { Ok(read) } else { Err(crate::document::DocumentError::Invalid(problems).into()) }
}

#[cfg(not(feature = "documents"))]
fn fonts(_: &[String]) -> Result<Vec<Vec<u8>>, Error> {
    Ok(Vec::new())
}

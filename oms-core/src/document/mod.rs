//! Documents: what is picked together, and what is printed for it.
//!
//! Pure: orders in, waves and pick lists out; waybills, packing slips, pick lists and manifests in, bytes out.
//! Printing is the host's; how often something was printed is its data, too. Rendering, QR and Data Matrix need the
//! feature `documents`; the models, the waves and the barcodes made of bars do not.

mod barcode;
mod error;
mod job;
mod manifest;
mod pick_list;
#[cfg(feature = "documents")]
mod render;
mod slip;
mod wave;
mod waybill;

#[cfg(test)]
mod tests;

#[cfg(feature = "documents")]
use barcode::zpl_symbols;
pub use barcode::{
    BarPattern, Barcode, BarcodeRequest, ModuleGrid, QrCorrection, Symbology, encode_barcode, sscc,
};
pub use error::DocumentError;
pub use job::{
    PageSize, PrintDocument, PrintFormat, PrintJob, PrintLanguage, PrintPlace, PrintRequest, PrintRun,
    PrintTemplate, PrintedDocument, TemplateKind, render_documents,
};
pub use manifest::{HandoverManifest, ManifestParcel};
pub use pick_list::{PickList, PickShare, PickSlot, PickStop};
pub use slip::{PackingSlip, SlipLine, SlipOrder};
pub use wave::{
    ParcelCheck, ParcelFinding, ParcelVerdict, ScannedUnits, Wave, WaveAxis, WaveClosed, WaveKind, WaveLeft,
    WaveLeftReason, WaveLine, WaveOrder, WavePlan, WaveRequest, WeightGap, build_waves, check_parcel,
    location_order,
};
pub use waybill::{FreightPayer, PartyMask, Waybill, WaybillPiece};

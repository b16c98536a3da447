//! The waybill on its label.

use super::flow::{Column, Flow};
use super::ink::Page;
use super::{Batch, address, mark};
use crate::document::{PrintJob, Symbology, Waybill};
use crate::value::{Problems, Weight};

/// The size of the QR code's column: 24 mm.
const QR: i32 = 2_400;

pub(super) fn draw(batch: &Batch<'_>, job: &PrintJob, bill: &Waybill) -> Result<Vec<Page>, Problems> {
    let bill = bill.masked(batch.request.mask);
    let mut flow = Flow::new(batch, batch.request.label, 300);
    head(&mut flow, job, &bill);
    let across = flow.across();
    let height = flow.code(across, 1_600, Symbology::Code128, bill.number.as_str(), "/number");
    flow.down(height.saturating_add(60));
    flow.centre(across, 400, true, bill.number.as_str());
    flow.rule();
    party(&mut flow, "to", &bill.receiver, 400);
    flow.rule();
    party(&mut flow, "from", &bill.sender, 280);
    flow.rule();
    foot(&mut flow, job, &bill);
    let fits = flow.room() >= 0;
    flow.finish(fits)
}

fn head(flow: &mut Flow<'_>, job: &PrintJob, bill: &Waybill) {
    let across = flow.across();
    let name = if bill.carrier_name.is_empty() { bill.carrier.as_str() } else { bill.carrier_name.as_str() };
    let left = Column { x: across.x, width: across.width.saturating_mul(2) / 3 };
    flow.right(across, flow.y, 340, true, &mark(job));
    flow.text(left, 500, true, name);
    let service = bill.service.as_ref().map_or("", |service| service.as_str());
    let payer = flow.batch.words.payer(bill.payer);
    flow.text(across, 300, false, format!("{service}  {payer}").trim());
    flow.rule();
    flow.text(across, 850, true, bill.sort_code.as_str());
    let hub = format!("{} {}", bill.hub_code, bill.hub_name);
    flow.text(across, 400, true, hub.trim());
    flow.text(across, 400, false, bill.route.as_str());
    if !(bill.sort_code.is_empty() && bill.route.is_empty() && hub.trim().is_empty()) {
        flow.rule();
    }
}

fn party(flow: &mut Flow<'_>, name: &str, address: &crate::value::Address, size: i32) {
    let across = flow.across();
    let label = Column { x: across.x, width: 1_100 };
    let body = Column { x: across.x.saturating_add(1_100), width: across.width.saturating_sub(1_100) };
    let word = flow.batch.words.get(name);
    flow.text_at(label, flow.y, size, true, word);
    flow.text(body, size, true, &address::party(address));
    for line in address::lines(address) {
        flow.text(body, size, false, &line);
    }
    flow.down(60);
}

fn foot(flow: &mut Flow<'_>, job: &PrintJob, bill: &Waybill) {
    let across = flow.across();
    let words = flow.batch.words;
    let top = flow.y;
    let mut column = across;
    let mut qr = 0;
    if !bill.qr.is_empty() {
        column.width = column.width.saturating_sub(QR.saturating_add(100));
        let x = across.x.saturating_add(across.width).saturating_sub(QR);
        qr = flow.code(Column { x, width: QR }, QR, Symbology::Qr, bill.qr.as_str(), "/qr");
    }
    if let Some(cash) = bill.cash_on_delivery {
        flow.text(column, 400, true, &format!("{}: {cash}", words.get("cash_on_delivery")));
    }
    let mut facts: Vec<String> = Vec::new();
    facts.extend(
        bill.weight
            .map(|weight| format!("{}: {}", words.get("weight"), kilograms(u64::from(weight.as_grams())))),
    );
    facts.extend(bill.insured.map(|value| format!("{}: {value}", words.get("insured"))));
    if let Some(piece) = &bill.piece {
        facts.push(format!("{} {}/{}", words.get("piece"), piece.number, piece.of));
        facts.extend(piece.master.as_ref().map(|master| format!("{}: {master}", words.get("master"))));
    }
    flow.text(column, 280, false, &facts.join("   "));
    for (name, text) in [("goods", &bill.goods), ("remark", &bill.remark)] {
        if !text.is_empty() {
            flow.text(column, 280, false, &format!("{}: {text}", words.get(name)));
        }
    }
    for line in &bill.custom {
        flow.text(column, 280, false, line.as_str());
    }
    let printed = flow.batch.request.at.map(|at| format!("{} {}", words.get("printed"), flow.batch.time(at)));
    let last: Vec<String> =
        printed.into_iter().chain([bill.parcel.to_string(), job.reason.to_string()]).collect();
    flow.text(column, 240, false, last.join("  ").trim());
    flow.y = flow.y.max(top.saturating_add(qr));
}

/// Grams as kilograms with three decimals.
pub(super) fn kilograms(grams: u64) -> String {
    format!("{}.{:03} kg", grams / 1_000, grams % 1_000)
}

/// A weight as kilograms, or a dash.
pub(super) fn weighed(weight: Option<Weight>) -> String {
    weight.map_or_else(|| "–".to_owned(), |weight| kilograms(u64::from(weight.as_grams())))
}

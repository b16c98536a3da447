//! Packing slips, pick lists and manifests: a head, a table over as many pages as it takes, a foot.

use super::flow::{Column, Flow};
use super::ink::Page;
use super::waybill::{kilograms, weighed};
use super::{Batch, address, mark};
use crate::document::{HandoverManifest, PackingSlip, PickList, PrintJob, Symbology};
use crate::value::Problems;

/// The size of text in tables.
const SIZE: i32 = 320;
/// The size of the QR code's column: 26 mm.
const QR: i32 = 2_600;

/// A table: headings and how wide each column is, in thousandths of the whole.
struct Table<'t> {
    heads: Vec<&'t str>,
    shares: Vec<i32>,
}

impl Table<'_> {
    fn columns(&self, across: Column) -> Vec<Column> {
        let mut x = across.x;
        let mut columns = Vec::new();
        for share in &self.shares {
            let width = across.width.saturating_mul(*share) / 1_000;
            columns.push(Column { x, width: width.saturating_sub(100) });
            x = x.saturating_add(width);
        }
        columns
    }

    fn row(&self, flow: &mut Flow<'_>, bold: bool, cells: &[&str]) {
        let columns = self.columns(flow.across());
        let y = flow.y;
        let mut height = 0;
        for (column, cell) in columns.into_iter().zip(cells) {
            height = height.max(flow.text_at(column, y, SIZE, bold, cell));
        }
        flow.down(height.saturating_add(40));
    }

    /// The rows, with the heads again on every page. A row that no page holds is an error.
    fn draw(&self, flow: &mut Flow<'_>, rows: &[Vec<String>]) -> bool {
        self.row(flow, true, &self.heads);
        flow.rule();
        let mut fits = true;
        for row in rows {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            let columns = self.columns(flow.across());
            let high =
                columns.iter().zip(&cells).map(|(column, cell)| flow.height(*column, SIZE, cell)).max();
            let high = high.unwrap_or_default().saturating_add(40);
            if high > flow.room() {
                flow.turn();
                self.row(flow, true, &self.heads);
                flow.rule();
                fits &= high <= flow.room();
            }
            self.row(flow, false, &cells);
        }
        fits
    }
}

/// The title, its mark at the right, and a barcode of its number below.
fn head(flow: &mut Flow<'_>, job: &PrintJob, title: &str, number: &str, path: &str) {
    let across = flow.across();
    flow.right(across, flow.y, 400, true, &mark(job));
    let left = Column { x: across.x, width: across.width.saturating_mul(3) / 4 };
    flow.text(left, 600, true, title);
    if number.is_ascii() && !number.is_empty() && number.len() <= 80 {
        let half = Column { x: across.x, width: across.width.min(9_000) };
        let height = flow.code(half, 900, Symbology::Code128, number, path);
        flow.down(height.saturating_add(40));
    }
    flow.text(across, SIZE, true, number);
}

/// Keeps room for something at the foot, on a new page where this one is full.
fn keep(flow: &mut Flow<'_>, height: i32) {
    if flow.room() < height {
        flow.turn();
    }
}

pub(super) fn slip(batch: &Batch<'_>, job: &PrintJob, slip: &PackingSlip) -> Result<Vec<Page>, Problems> {
    let words = batch.words;
    let mut flow = Flow::new(batch, batch.request.sheet, 1_000);
    let across = flow.across();
    let title = format!("{}  {}", words.get("packing_slip"), slip.shop);
    head(&mut flow, job, title.trim(), slip.shipment.as_str(), "/shipment");
    flow.text(across, SIZE, true, &address::party(&slip.receiver));
    for line in address::lines(&slip.receiver) {
        flow.text(across, SIZE, false, &line);
    }
    let orders: Vec<String> = slip
        .orders
        .iter()
        .map(|order| match &order.channel_order {
            Some(channel) => format!("{} ({channel})", order.order),
            None => order.order.to_string(),
        })
        .collect();
    flow.text(across, SIZE, false, &format!("{}: {}", words.get("orders"), orders.join(", ")));
    flow.down(100);
    let mut table = Table {
        heads: vec![words.get("location"), words.get("sku"), words.get("name"), words.get("quantity")],
        shares: vec![170, 200, 510, 120],
    };
    if slip.prices {
        table.heads.push(words.get("price"));
        table.shares = vec![160, 190, 400, 90, 160];
    }
    let rows: Vec<Vec<String>> = slip
        .lines
        .iter()
        .map(|line| {
            let name = if line.name.is_empty() { line.sku.as_str() } else { line.name.as_str() };
            let gift = if line.gift { format!(" [{}]", words.get("gift")) } else { String::new() };
            let remark = if line.remark.is_empty() { String::new() } else { format!("\n{}", line.remark) };
            let price =
                line.unit_price.filter(|_| !line.gift).map_or_else(String::new, |price| price.to_string());
            let location = line.location.as_ref().map_or_else(String::new, ToString::to_string);
            let quantity = line.quantity.units().to_string();
            vec![location, line.sku.to_string(), format!("{name}{gift}{remark}"), quantity, price]
        })
        .collect();
    let fits = table.draw(&mut flow, &rows);
    flow.rule();
    flow.text(across, SIZE, true, &format!("{}: {}", words.get("units"), slip.units()));
    if !slip.remark.is_empty() {
        flow.text(across, SIZE, false, &format!("{}: {}", words.get("remark"), slip.remark));
    }
    keep(&mut flow, if slip.return_qr.is_empty() { 0 } else { QR });
    let mut column = across;
    let (top, mut qr) = (flow.y, 0);
    if !slip.return_qr.is_empty() {
        let x = across.x.saturating_add(across.width).saturating_sub(QR);
        column.width = column.width.saturating_sub(QR.saturating_add(200));
        qr = flow.code(Column { x, width: QR }, QR, Symbology::Qr, slip.return_qr.as_str(), "/returnQr");
    }
    if !slip.returns.is_empty() {
        flow.text(column, SIZE, false, &format!("{}: {}", words.get("returns"), slip.returns));
    }
    flow.y = flow.y.max(top.saturating_add(qr));
    let fits = fits && flow.room() >= 0;
    flow.finish(fits)
}

pub(super) fn pick_list(batch: &Batch<'_>, job: &PrintJob, list: &PickList) -> Result<Vec<Page>, Problems> {
    let words = batch.words;
    let mut flow = Flow::new(batch, batch.request.sheet, 1_000);
    let across = flow.across();
    let title = format!("{}  {}", words.get("pick_list"), list.node);
    head(&mut flow, job, &title, &format!("{}", list.wave), "/wave");
    let closes = list.closes_at.map(|at| format!("{} {}   ", words.get("closes_at"), batch.time(at)));
    let counts = format!(
        "{}{}: {}   {}: {}",
        closes.unwrap_or_default(),
        words.get("orders"),
        list.slots.len(),
        words.get("units"),
        list.units()
    );
    flow.text(across, SIZE, false, &counts);
    flow.down(100);
    let table = Table {
        heads: vec![
            words.get("location"),
            words.get("sku"),
            words.get("name"),
            words.get("lot"),
            words.get("quantity"),
            words.get("slots"),
        ],
        shares: vec![150, 170, 280, 110, 80, 210],
    };
    let rows: Vec<Vec<String>> = list
        .stops
        .iter()
        .map(|stop| {
            let shares: Vec<String> = stop
                .shares
                .iter()
                .map(|share| format!("{}×{}", share.slot, share.quantity.units()))
                .collect();
            vec![
                stop.location.as_ref().map_or_else(String::new, ToString::to_string),
                stop.sku.to_string(),
                stop.name.to_string(),
                stop.lot.as_ref().map_or_else(String::new, ToString::to_string),
                stop.quantity.units().to_string(),
                shares.join(" "),
            ]
        })
        .collect();
    let mut fits = table.draw(&mut flow, &rows);
    flow.down(200);
    let slots = Table {
        heads: vec![words.get("slots"), words.get("orders"), words.get("units")],
        shares: vec![150, 650, 200],
    };
    let rows: Vec<Vec<String>> = list
        .slots
        .iter()
        .map(|slot| vec![slot.slot.to_string(), slot.order.to_string(), slot.units.to_string()])
        .collect();
    keep(&mut flow, 1_200);
    fits &= slots.draw(&mut flow, &rows);
    flow.finish(fits)
}

pub(super) fn manifest(
    batch: &Batch<'_>,
    job: &PrintJob,
    manifest: &HandoverManifest,
) -> Result<Vec<Page>, Problems> {
    let words = batch.words;
    let mut flow = Flow::new(batch, batch.request.sheet, 1_000);
    let across = flow.across();
    let name = if manifest.carrier_name.is_empty() {
        manifest.carrier.as_str()
    } else {
        manifest.carrier_name.as_str()
    };
    let title = format!("{}  {name}", words.get("manifest"));
    head(&mut flow, job, &title, manifest.number.as_str(), "/number");
    let (weight, open) = (kilograms(manifest.grams()), manifest.unweighed());
    let open = if open == 0 { String::new() } else { format!(" ({open} {})", words.get("unweighed")) };
    let facts = format!(
        "{}   {}   {}: {}   {}: {weight}{open}",
        manifest.node,
        batch.time(manifest.at),
        words.get("parcels"),
        manifest.parcels.len(),
        words.get("weight"),
    );
    flow.text(across, SIZE, false, &facts);
    if !manifest.driver.is_empty() {
        flow.text(across, SIZE, false, &format!("{}: {}", words.get("driver"), manifest.driver));
    }
    flow.down(100);
    let table = Table {
        heads: vec!["", words.get("number"), words.get("destination"), words.get("weight")],
        shares: vec![80, 400, 340, 180],
    };
    let rows: Vec<Vec<String>> = manifest
        .parcels
        .iter()
        .enumerate()
        .map(|(at, parcel)| {
            let row = at.saturating_add(1).to_string();
            vec![row, parcel.number.to_string(), parcel.destination.to_string(), weighed(parcel.weight)]
        })
        .collect();
    let fits = table.draw(&mut flow, &rows);
    keep(&mut flow, 2_500);
    flow.down(600);
    let half = across.width / 2;
    let y = flow.y;
    for (at, name) in ["handed_over", "taken_over"].into_iter().enumerate() {
        let x = if at == 0 { across.x } else { across.x.saturating_add(half) };
        flow.text_at(
            Column { x, width: half.saturating_sub(200) },
            y,
            SIZE,
            false,
            &format!("{}:", words.get(name)),
        );
    }
    flow.finish(fits)
}

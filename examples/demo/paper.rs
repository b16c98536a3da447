//! The paper of the first wave, and the way of one parcel.

use std::collections::{BTreeMap, BTreeSet};

use oms_core::document::{
    PackingSlip, PrintDocument, PrintFormat, PrintJob, PrintPlace, PrintRequest, SlipLine, SlipOrder, Wave,
    WaveLine, WaveOrder, WaveRequest, Waybill, WaybillPiece, build_waves, render_documents,
};
use oms_core::order::Order;
use oms_core::shipment::{Parcel, Shipment};
use oms_core::store::{Document, DocumentKey, State};
use oms_core::value::{
    Address, LocationCode, NodeId, OrderId, SkuId, TenantId, Text, TrackingNumber, Weight,
};

use crate::page::Table;
use crate::play::Play;
use crate::show;

/// How many orders a cart holds.
const SLOTS: u32 = 40;
/// How many SKUs lie in an aisle of the demo's warehouses.
const AISLE: usize = 20;

/// What the first wave prints.
#[derive(Clone, Debug)]
pub(crate) struct Paper {
    pub(crate) pdf: Vec<u8>,
    pub(crate) html: Vec<u8>,
    pub(crate) zpl: Vec<u8>,
    /// A sentence for people.
    pub(crate) told: String,
}

/// Builds waves of what the busiest node of the first shipping day sent, and prints the first; `None` where nothing was
/// shipped.
///
/// # Errors
/// A text for people.
pub(crate) fn first_wave(play: &Play) -> Result<Option<Paper>, String> {
    play.house.oms.store().inspect(|state, _| {
        let shipments = first_day(state);
        if shipments.is_empty() {
            return Ok(None);
        }
        let files = Files { state, tenant: &play.house.tenant };
        let request = waves(files, &shipments)?;
        let plan = build_waves(&request).map_err(|error| error.to_string())?;
        let Some(wave) = plan.waves.first() else { return Ok(None) };
        let jobs = jobs(files, wave, &shipments);
        let print = |format, jobs: &[PrintJob]| {
            let mut request = PrintRequest::new(format, jobs.to_vec());
            request.at = shipments.first().map(|shipment| shipment.shipped_at);
            render_documents(&request, &[]).map_err(|error| format!("the first wave is not printed: {error}"))
        };
        let labels: Vec<PrintJob> =
            jobs.iter().filter(|job| matches!(job.document, PrintDocument::Waybill(_))).cloned().collect();
        let told = format!(
            "first wave: {} of {} shipments that left {} on the first day in {} waves, {} waybills; a walk of {} bays, \
             {} if each were picked alone",
            wave.pick_list.slots.len(),
            shipments.len(),
            wave.node,
            plan.waves.len(),
            labels.len(),
            show::count(i128::from(wave.walk)),
            show::count(i128::from(wave.walk_alone)),
        );
        Ok(Some(Paper {
            pdf: print(PrintFormat::Pdf, &jobs)?.bytes,
            html: print(PrintFormat::Html, &jobs)?.bytes,
            zpl: print(PrintFormat::Zpl, &labels)?.bytes,
            told,
        }))
    })
}

fn shipments(state: &State) -> impl Iterator<Item = &Shipment> {
    state.documents.values().filter_map(|stored| match &stored.document {
        Document::Shipment(shipment) => Some(&**shipment),
        _ => None,
    })
}

/// What the busiest node sent on the first day on which anything left, by time and id.
fn first_day(state: &State) -> Vec<&Shipment> {
    let Some(day) = shipments(state).map(|shipment| shipment.shipped_at.date_naive()).min() else {
        return Vec::new();
    };
    let mut by_node: BTreeMap<&NodeId, Vec<&Shipment>> = BTreeMap::new();
    for shipment in shipments(state).filter(|shipment| shipment.shipped_at.date_naive() == day) {
        by_node.entry(&shipment.node).or_default().push(shipment);
    }
    let busiest =
        by_node.into_iter().max_by(|one, other| (one.1.len(), other.0).cmp(&(other.1.len(), one.0)));
    let mut sent = busiest.map(|(_, sent)| sent).unwrap_or_default();
    sent.sort_by_key(|shipment| (shipment.shipped_at, &shipment.id));
    sent
}

fn waves(files: Files<'_>, shipments: &[&Shipment]) -> Result<WaveRequest, String> {
    let skus: BTreeSet<&SkuId> =
        shipments.iter().flat_map(|shipment| &shipment.units).map(|units| &units.sku).collect();
    let places: BTreeMap<&SkuId, LocationCode> =
        skus.into_iter().enumerate().filter_map(|(at, sku)| Some((sku, place(at)?))).collect();
    let order = |shipment: &&Shipment| -> Result<WaveOrder, String> {
        let line = |units: &oms_core::shipment::ShipmentUnits| WaveLine {
            sku: units.sku.clone(),
            name: files.name(&units.sku),
            quantity: units.quantity,
            location: places.get(&units.sku).cloned(),
            zone: None,
            lot: None,
        };
        let grams = shipment.parcels.iter().filter_map(|parcel| parcel.weight);
        Ok(WaveOrder {
            order: OrderId::new(shipment.id.as_str()).map_err(|error| error.to_string())?,
            node: shipment.node.clone(),
            carrier: Some(shipment.carrier.clone()),
            cut_off: None,
            priority: 0,
            weight: Weight::grams(grams.fold(0_u32, |sum, weight| sum.saturating_add(weight.as_grams()))),
            lines: shipment.units.iter().map(line).collect(),
        })
    };
    Ok(WaveRequest {
        at: shipments.first().map(|shipment| shipment.shipped_at).unwrap_or_default(),
        lead_minutes: 0,
        together: vec![oms_core::document::WaveAxis::Carrier],
        max_orders: SLOTS,
        max_units: None,
        max_weight: None,
        own_wave_from: None,
        first_wave: 1,
        orders: shipments.iter().map(order).collect::<Result<_, String>>()?,
    })
}

/// The demo's warehouses lay their SKUs out by id.
fn place(at: usize) -> Option<LocationCode> {
    LocationCode::new(format!("A-{:02}-{:02}", at / AISLE + 1, at % AISLE + 1)).ok()
}

/// The documents of the house, by their keys.
#[derive(Clone, Copy)]
struct Files<'s> {
    state: &'s State,
    tenant: &'s TenantId,
}

impl<'s> Files<'s> {
    fn name(self, sku: &SkuId) -> Text {
        match self.state.documents.get(&DocumentKey::sku(self.tenant, sku)).map(|stored| &stored.document) {
            Some(Document::Sku(record)) => record.name.clone(),
            _ => Text::default(),
        }
    }

    fn order(self, id: &OrderId) -> Option<&'s Order> {
        match &self.state.documents.get(&DocumentKey::order(self.tenant, id))?.document {
            Document::Order(order) => Some(order),
            _ => None,
        }
    }
}

/// The wave's pick list, and a waybill for each parcel and a slip for each shipment in its slot.
fn jobs(files: Files<'_>, wave: &Wave, shipments: &[&Shipment]) -> Vec<PrintJob> {
    let places: BTreeMap<&SkuId, &LocationCode> =
        wave.pick_list.stops.iter().filter_map(|stop| Some((&stop.sku, stop.location.as_ref()?))).collect();
    let mut jobs = vec![PrintJob {
        place: Some(PrintPlace { wave: wave.number, slot: 0 }),
        ..PrintJob::new(PrintDocument::PickList(wave.pick_list.clone()))
    }];
    for slot in &wave.pick_list.slots {
        let Some(shipment) = shipments.iter().find(|shipment| shipment.id.as_str() == slot.order.as_str())
        else {
            continue;
        };
        let Some(order) = files.order(&shipment.order) else { continue };
        let place = Some(PrintPlace { wave: wave.number, slot: slot.slot });
        let bills = shipment
            .parcels
            .iter()
            .zip(1..)
            .filter_map(|(parcel, number)| bill(shipment, order, parcel, number));
        let documents = bills.map(|bill| PrintDocument::Waybill(Box::new(bill)));
        let slip = PrintDocument::PackingSlip(Box::new(slip(files, shipment, order, &places)));
        jobs.extend(documents.chain([slip]).map(|document| PrintJob { place, ..PrintJob::new(document) }));
    }
    jobs
}

fn bill(shipment: &Shipment, order: &Order, parcel: &Parcel, number: u32) -> Option<Waybill> {
    // A carrier that gives no numbers knows a parcel by the merchant's own.
    let own = || TrackingNumber::new(format!("{}-{}", shipment.id, parcel.id)).ok();
    let of = u32::try_from(shipment.parcels.len()).unwrap_or(u32::MAX);
    Some(Waybill {
        parcel: parcel.id.clone(),
        carrier: shipment.carrier.clone(),
        carrier_name: Text::default(),
        service: Some(shipment.service.clone()),
        number: parcel.tracking_number.clone().or_else(own)?,
        piece: (of > 1).then_some(WaybillPiece { number, of, master: None }),
        sort_code: Text::new(order.ship_to.region.as_ref().map_or("", |region| region.as_str()))
            .unwrap_or_default(),
        hub_code: Text::default(),
        hub_name: Text::default(),
        route: order.ship_to.city.clone(),
        sender: Address {
            name: Text::new(shipment.node.as_str()).unwrap_or_default(),
            ..Address::new(order.ship_to.country)
        },
        receiver: order.ship_to.clone(),
        privacy_number: Text::default(),
        weight: parcel.weight,
        payer: oms_core::document::FreightPayer::default(),
        cash_on_delivery: None,
        insured: None,
        goods: Text::default(),
        remark: order.remark.clone(),
        custom: Vec::new(),
        qr: Text::default(),
    })
}

fn slip(
    files: Files<'_>,
    shipment: &Shipment,
    order: &Order,
    places: &BTreeMap<&SkuId, &LocationCode>,
) -> PackingSlip {
    let line = |units: &oms_core::shipment::ShipmentUnits| SlipLine {
        sku: units.sku.clone(),
        name: files.name(&units.sku),
        quantity: units.quantity,
        location: places.get(&units.sku).map(|place| (*place).clone()),
        gift: false,
        remark: Text::default(),
        unit_price: order.line(&units.line).map(|line| line.unit_price),
    };
    PackingSlip {
        shipment: shipment.id.clone(),
        shop: Text::new(order.channel.as_str()).unwrap_or_default(),
        orders: vec![SlipOrder {
            order: order.id.clone(),
            channel_order: Some(order.channel_order_id.clone()),
        }],
        receiver: order.ship_to.clone(),
        lines: shipment.units.iter().map(line).collect(),
        prices: true,
        remark: order.remark.clone(),
        returns: Text::default(),
        return_qr: Text::default(),
    }
}

/// The parcel with the most scans, the first of them by id: whose it is, and its way.
pub(crate) fn timeline(play: &Play) -> Option<(String, Table)> {
    play.house.oms.store().inspect(|state, _| {
        let parcels = shipments(state)
            .flat_map(|shipment| shipment.parcels.iter().map(move |parcel| (shipment, parcel)));
        let key = |(shipment, parcel): &(&Shipment, &Parcel)| {
            (parcel.events.len(), std::cmp::Reverse((shipment.id.clone(), parcel.id.clone())))
        };
        let (shipment, parcel) = parcels.max_by_key(key)?;
        let mut table = Table::new(&["when (UTC)", "what", "where", "in the carrier's words"]);
        for scan in &parcel.events {
            let what = serde_json::to_value(scan.status).ok();
            let what =
                what.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().replace('_', " ");
            let when = scan.at.format("%Y-%m-%d %H:%M").to_string();
            table.push(&[when, what, scan.location.to_string(), scan.note.to_string()]);
        }
        let lead = format!(
            "Parcel {} of shipment {}, sent from {} by {} {}.",
            parcel.id, shipment.id, shipment.node, shipment.carrier, shipment.service
        );
        (!parcel.events.is_empty()).then_some((lead, table))
    })
}

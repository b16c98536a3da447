//! Shipping and tracking.

use std::sync::Arc;

use super::allocate::distance;
use super::{Decided, Decision, Desk, Draft};
use crate::carrier::{
    CarrierChoice, CarrierRequest, CarrierVerdict, RateParcel, RateShipment, select_carrier,
};
use crate::catalog::SaleMode;
use crate::engine::view::Halt;
use crate::engine::{CarrierPick, NumberParcel, RecordTracking, RecordWriteBack, ShipOrder};
use crate::error::Error;
use crate::network::Node;
use crate::order::{LineUnits, Order, OrderCommand};
use crate::shipment::{Parcel, Shipment, ShipmentEvent, ShipmentUnits, ShipmentWrittenBack};
use crate::stock::{StockAdjusted, StockError, StockEvent, StockShipped, StockShortage};
use crate::store::{CarrierExplained, CellKey, DocumentKey, Event, Explanation, ShipmentRecord};
use crate::value::{
    CarrierId, Currency, LineQuantity, Money, Problems, Quantity, ServiceId, ShipmentId, Text,
};

/// Who carries a shipment and for how much.
struct Carriage {
    carrier: CarrierId,
    service: ServiceId,
    freight: Option<Money>,
}

impl Desk<'_, '_> {
    pub(super) fn ship_order(&mut self, ship: &ShipOrder) -> Decided {
        let tenant = self.tenant;
        let shared = self.view.need([
            DocumentKey::network(tenant),
            DocumentKey::carriers(tenant),
            DocumentKey::shipment(tenant, &ship.shipment),
        ]);
        let order = self.view.order(tenant, &ship.order)?;
        shared?;
        if self.view.find_shipment(tenant, &ship.shipment)?.is_some() {
            return Err(Error::ShipmentIdTaken { shipment: ship.shipment.clone() }.into());
        }
        let units = units_to_ship(&order, ship);
        let mut draft = Draft::of(&order, self.at);
        let ordered =
            draft.order(&OrderCommand::Ship { shipment: ship.shipment.clone(), units: units.clone() });
        if units.is_empty() && !matches!(&ordered, Err(halt) if halt.is_illegal_transition()) {
            let mut problems = Problems::new();
            problems.add("order.nothing_released", "/node", "nothing of the order is released there");
            return Err(Error::Input(problems).into());
        }
        ordered?;
        let unseen = self.must_be_on_hand(&draft, &units)?;
        let contents = self.contents(&draft.order, &units)?;
        let network = self.view.network(tenant)?;
        let node = network.nodes.get(&ship.node);
        let carriage = self.carriage(&mut draft, ship, node, &contents)?;
        let head = Shipment {
            id: ship.shipment.clone(),
            order: ship.order.clone(),
            node: ship.node.clone(),
            carrier: carriage.carrier,
            service: carriage.service,
            shipped_at: self.at,
            units: contents,
            freight: carriage.freight,
            distance_metres: node.and_then(|node| distance(node, &draft.order)),
            parcels: vec![],
        };
        let created = Shipment::create(head, &ship.parcels)?;
        let (id, units) = (draft.order.id.clone(), draft.sku_units(&units));
        draft.stock(unseen);
        draft.stock([StockEvent::Shipped(StockShipped { order: id, units })]);
        let record = ShipmentRecord { shipment: ship.shipment.clone(), event: created };
        draft.decision.events.push(Event::Shipment(record));
        Ok(draft.decision)
    }

    /// Backordered units are allocated before they arrive; they cannot leave before, and blocked ones cannot leave
    /// in their stead. Of what nobody counts, units that were never received are booked in as they leave.
    fn must_be_on_hand(&mut self, draft: &Draft, units: &[LineUnits]) -> Result<Vec<StockEvent>, Halt> {
        let wanted = draft.sku_units(units);
        let skus = self.view.need(wanted.iter().map(|unit| DocumentKey::sku(self.tenant, &unit.sku)));
        let cells: Vec<CellKey> = wanted.iter().map(|unit| self.cell_key(&unit.sku, &unit.node)).collect();
        self.view.need_cells(&cells)?;
        skus?;
        let mut sums = std::collections::BTreeMap::new();
        for unit in wanted {
            *sums.entry(self.cell_key(&unit.sku, &unit.node)).or_insert(0_i64) += unit.quantity.signed();
        }
        let (mut short, mut unseen) = (Vec::new(), Vec::new());
        for (key, wanted) in sums {
            let cell = self.view.cell(&key)?;
            let available = cell.on_hand.saturating_sub(cell.unsellable());
            if wanted > available && self.sale_mode(&key.sku)? == SaleMode::Untracked {
                let delta = wanted.saturating_sub(available);
                let reason = Text::new("untracked").unwrap_or_default();
                let event = StockAdjusted { sku: key.sku, node: key.node, delta, reason, force: false };
                unseen.push(StockEvent::Adjusted(event));
            } else if wanted > available {
                short.push(StockShortage { sku: key.sku, node: Some(key.node), wanted, available });
            }
        }
        if short.is_empty() { Ok(unseen) } else { Err(StockError::Insufficient(short).into()) }
    }

    fn contents(&mut self, order: &Order, units: &[LineUnits]) -> Result<Vec<ShipmentUnits>, Halt> {
        let lines: Vec<_> = units.iter().filter_map(|unit| Some((unit, order.line(&unit.line)?))).collect();
        self.view.need(lines.iter().map(|(_, line)| DocumentKey::sku(self.tenant, &line.sku)))?;
        let mut contents = Vec::with_capacity(lines.len());
        for (unit, line) in lines {
            let unit_cost = self.view.sku(self.tenant, &line.sku)?.and_then(|sku| sku.cost);
            let (line, sku) = (unit.line.clone(), line.sku.clone());
            contents.push(ShipmentUnits {
                line,
                sku,
                quantity: unit.quantity,
                unit_cost,
                cost: None,
                lots: vec![],
            });
        }
        Ok(contents)
    }

    fn carriage(
        &mut self,
        draft: &mut Draft,
        ship: &ShipOrder,
        node: Option<&Node>,
        contents: &[ShipmentUnits],
    ) -> Result<Carriage, Halt> {
        let choose = match &ship.carrier {
            CarrierPick::Named(named) => {
                check_freight(named.freight, draft.order.currency)?;
                let (carrier, service) = (named.carrier.clone(), named.service.clone());
                return Ok(Carriage { carrier, service, freight: named.freight });
            }
            CarrierPick::Choose(choose) => choose,
        };
        let mut weight_grams = 0_u64;
        for units in contents {
            let weight = self.view.sku(self.tenant, &units.sku)?.map(|sku| sku.weight).unwrap_or_default();
            weight_grams = weight_grams.saturating_add(weight.times(units.quantity));
        }
        let shipment = sent(choose.shipment.as_ref(), ship, weight_grams);
        let carriers = self.view.carriers(self.tenant)?;
        let unknown = Node::new(ship.node.clone());
        let request = CarrierRequest {
            from: node.unwrap_or(&unknown),
            to: &draft.order.ship_to,
            shipment: &shipment,
            states: &[],
            ready_at: self.at,
            promise_by: draft.order.promise_by,
            currency: draft.order.currency,
        };
        let choice = select_carrier(&carriers, &request, choose.strategy);
        let Some(quote) = choice.chosen.clone() else {
            return Err(Error::NoCarrier { reasons: rejections(&choice) }.into());
        };
        let explained = CarrierExplained { choice: Arc::new(choice) };
        draft.decision.explanations.push(Explanation::Carrier(explained));
        Ok(Carriage { carrier: quote.carrier, service: quote.service, freight: Some(quote.price) })
    }

    /// Takes tracking events; what they deliver is delivered to the order in the same commit.
    pub(super) fn record_tracking(&mut self, record: &RecordTracking) -> Decided {
        let shipment = self.shipment(&record.shipment)?;
        let order = self.view.order(self.tenant, &shipment.order)?;
        let mut draft = Draft::of(&order, self.at);
        let before = Shipment::clone(&shipment);
        for event in shipment.track(&record.parcels, self.at)? {
            let after = Shipment::evolve(Some(before.clone()), &event);
            let delivered = after.map(|after| newly_delivered(&draft.order, &after)).unwrap_or_default();
            let record = ShipmentRecord { shipment: record.shipment.clone(), event };
            draft.decision.events.push(Event::Shipment(record));
            if !delivered.is_empty() {
                let shipment = shipment.id.clone();
                draft.order(&OrderCommand::Deliver { shipment, lines: delivered })?;
            }
        }
        Ok(draft.decision)
    }

    /// Gives a parcel its number, or another one.
    pub(super) fn number_parcel(&mut self, number: &NumberParcel) -> Decided {
        let shipment = self.shipment(&number.shipment)?;
        Ok(about(&shipment, shipment.number(&number.parcel, &number.number)?))
    }

    /// Notes what became of telling a channel a parcel's number.
    pub(super) fn record_write_back(&mut self, record: &RecordWriteBack) -> Decided {
        let shipment = self.shipment(&record.shipment)?;
        let event = ShipmentWrittenBack {
            parcel: record.parcel.clone(),
            channel: record.channel.clone(),
            channel_order: record.channel_order.clone(),
            number: record.number.clone(),
            status: record.status,
            at: self.at,
            reason: record.reason.clone(),
        };
        Ok(about(&shipment, shipment.write_back(event)?))
    }

    fn shipment(&mut self, id: &ShipmentId) -> Result<Arc<Shipment>, Halt> {
        let found = self.view.find_shipment(self.tenant, id)?;
        Ok(found.ok_or_else(|| Error::UnknownShipment { shipment: id.clone() })?)
    }
}

/// What carriers are asked to take: the parcels named, or those of the shipment where all are weighed, or one of what
/// its SKUs weigh.
fn sent(named: Option<&RateShipment>, ship: &ShipOrder, weight_grams: u64) -> RateShipment {
    let mut sent = named.cloned().unwrap_or_default();
    if sent.parcels.is_empty() {
        let parcel = |weight_grams| RateParcel { weight_grams, ..RateParcel::default() };
        let weighed = ship.parcels.iter().map(|one| Some(parcel(u64::from(one.weight?.as_grams()))));
        let weighed: Option<Vec<_>> = weighed.collect();
        sent.parcels =
            weighed.filter(|parcels| !parcels.is_empty()).unwrap_or_else(|| vec![parcel(weight_grams)]);
    }
    sent
}

/// A decision that concerns a shipment alone.
fn about(shipment: &Shipment, events: Vec<ShipmentEvent>) -> Decision {
    let record = |event| Event::Shipment(ShipmentRecord { shipment: shipment.id.clone(), event });
    Decision { events: events.into_iter().map(record).collect(), ..Decision::default() }
}

/// A named carrier's charge is in the order's currency, like every charge that a rate card makes, and not negative.
fn check_freight(freight: Option<Money>, currency: Currency) -> Result<(), Error> {
    let mut problems = Problems::new();
    if let Some(freight) = freight.filter(|freight| freight.currency() != currency) {
        let message = format!("the order is in {currency}, this amount in {}", freight.currency());
        problems.add("money.currency_mismatch", "/carrier/freight/currency", message);
    }
    if freight.is_some_and(Money::is_negative) {
        problems.add("input.out_of_range", "/carrier/freight/amount", "the amount must not be negative");
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// The units named, or everything released at the node.
fn units_to_ship(order: &Order, ship: &ShipOrder) -> Vec<LineUnits> {
    if ship.lines.is_empty() {
        return order.released_units().filter(|unit| unit.node == ship.node).collect();
    }
    let at_node = |named: &LineQuantity| LineUnits {
        line: named.line.clone(),
        node: ship.node.clone(),
        quantity: named.quantity,
    };
    ship.lines.iter().map(at_node).collect()
}

/// What is in the parcels that are delivered now, beyond what the shipment has delivered to the order already.
///
/// A parcel can be taken for delivered, then not, then again, as its scans trickle in. Counting what this shipment
/// has delivered, and not only what is still on its way of the line, keeps units of another shipment from counting
/// before they arrive.
fn newly_delivered(order: &Order, shipment: &Shipment) -> Vec<LineQuantity> {
    let is_delivered = |parcel: &&Parcel| parcel.tracking().delivered_at.is_some();
    let mut sums = std::collections::BTreeMap::new();
    for named in shipment.parcels.iter().filter(is_delivered).flat_map(|parcel| &parcel.lines) {
        let sum = sums.entry(named.line.clone()).or_insert(0_u32);
        *sum = sum.saturating_add(named.quantity.units());
    }
    let fresh = sums.into_iter().map(|(line, units)| {
        let known = order.line(&line);
        let counted = known.map_or(Quantity::ZERO, |line| line.delivered_by(&shipment.id));
        let on_the_way = known.map_or(Quantity::ZERO, |line| line.shipped().saturating_sub(line.delivered));
        LineQuantity { line, quantity: Quantity::new(units).saturating_sub(counted).min(on_the_way) }
    });
    fresh.filter(|named| !named.quantity.is_zero()).collect()
}

fn rejections(choice: &CarrierChoice) -> String {
    if choice.candidates.is_empty() {
        return "there is no rate card".to_owned();
    }
    let reasons: Vec<String> = (choice.candidates.iter())
        .filter_map(|candidate| match &candidate.verdict {
            CarrierVerdict::Rejected(rejected) => {
                Some(format!("{}/{}: {}", candidate.carrier, candidate.service, rejected.reason))
            }
            _ => None,
        })
        .collect();
    reasons.join("; ")
}

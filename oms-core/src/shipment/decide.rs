//! Deciding commands to a shipment.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Parcel, ParcelDraft, ParcelEvents, Shipment, ShipmentCreated, ShipmentError, ShipmentEvent,
    ShipmentNumbered, ShipmentTracked, ShipmentWrittenBack, WriteBackStatus,
};
use crate::value::{Instant, LineId, LineQuantity, ParcelId, Problems, TrackingNumber};

/// How far a carrier's clock may be ahead before an event is refused as lying in the future.
const CLOCK_TOLERANCE: chrono::Duration = chrono::Duration::hours(24);

impl Shipment {
    /// Decides to create the shipment from its head (whose parcels are ignored) and the parcels as packed.
    ///
    /// # Errors
    /// [`ShipmentError::Invalid`] when there is no parcel, a parcel stands there twice, or the parcels do not hold
    /// exactly the units shipped.
    pub fn create(head: Self, parcels: &[ParcelDraft]) -> Result<ShipmentEvent, ShipmentError> {
        let mut problems = Problems::new();
        if parcels.is_empty() {
            problems.add("input.empty", "/parcels", "name at least one parcel");
        }
        let mut seen = BTreeSet::new();
        for (at, parcel) in parcels.iter().enumerate() {
            if !seen.insert(&parcel.id) {
                let message = format!("parcel `{}` stands here twice", parcel.id);
                problems.add("shipment.duplicate_parcel", format!("/parcels/{at}/id"), message);
            }
            for (line, named) in parcel.lines.iter().enumerate().filter(|(_, named)| named.quantity.is_zero())
            {
                let path = format!("/parcels/{at}/lines/{line}/quantity");
                problems.add(
                    "input.out_of_range",
                    path,
                    format!("pack at least one unit of `{}`", named.line),
                );
            }
        }
        let everything = head.by_line();
        let single = parcels.len() == 1;
        let contents = |parcel: &ParcelDraft| {
            if single && parcel.lines.is_empty() { everything.clone() } else { parcel.lines.clone() }
        };
        let packed = sum(parcels.iter().flat_map(contents));
        if packed != sum(everything.iter().cloned()) {
            let message = "the parcels must hold exactly the units shipped, no more and no less";
            problems.add("shipment.contents_differ", "/parcels", message);
        }
        if !problems.is_empty() {
            return Err(ShipmentError::Invalid(problems));
        }
        let parcels = parcels.iter().map(|draft| Parcel {
            id: draft.id.clone(),
            tracking_number: draft.tracking_number.clone(),
            weight: draft.weight,
            lines: contents(draft),
            events: Vec::new(),
            told: Vec::new(),
        });
        let shipment = Self { parcels: parcels.collect(), ..head };
        Ok(ShipmentEvent::Created(ShipmentCreated { shipment }))
    }

    /// Decides to take tracking events: the new ones only; none when all are known.
    ///
    /// # Errors
    /// [`ShipmentError::Invalid`] for parcels that are not part of it and events more than a day in the future.
    pub fn track(&self, news: &[ParcelEvents], at: Instant) -> Result<Vec<ShipmentEvent>, ShipmentError> {
        let mut problems = Problems::new();
        let latest = at.checked_add_signed(CLOCK_TOLERANCE).unwrap_or(at);
        let mut fresh = Vec::new();
        for (index, parcel_news) in news.iter().enumerate() {
            let Some(parcel) = self.parcel(&parcel_news.parcel) else {
                let message = format!("there is no parcel `{}`", parcel_news.parcel);
                problems.add("shipment.unknown_parcel", format!("/parcels/{index}/parcel"), message);
                continue;
            };
            for (event, said) in parcel_news.events.iter().enumerate() {
                if said.at > latest {
                    let path = format!("/parcels/{index}/events/{event}/at");
                    problems.add(
                        "shipment.event_in_future",
                        path,
                        "more than 24 hours after the command's time",
                    );
                }
                if let Some(detail) = said.detail.filter(|detail| !detail.fits(said.status)) {
                    let path = format!("/parcels/{index}/events/{event}/detail");
                    let message = format!("`{detail:?}` does not go with `{:?}`", said.status);
                    problems.add("shipment.detail_not_of_status", path, message);
                }
            }
            let mut events: Vec<_> =
                parcel_news.events.iter().filter(|event| !parcel.events.contains(event)).cloned().collect();
            events.sort();
            events.dedup();
            if !events.is_empty() {
                fresh.push(ParcelEvents { parcel: parcel.id.clone(), events });
            }
        }
        if !problems.is_empty() {
            return Err(ShipmentError::Invalid(problems));
        }
        if fresh.is_empty() {
            return Ok(vec![]);
        }
        Ok(vec![ShipmentEvent::Tracked(ShipmentTracked { parcels: fresh })])
    }

    /// Decides to give a parcel its number, or another one; nothing when it has it already.
    ///
    /// # Errors
    /// [`ShipmentError::Invalid`] for a parcel that is not part of it.
    pub fn number(
        &self,
        parcel: &ParcelId,
        number: &TrackingNumber,
    ) -> Result<Vec<ShipmentEvent>, ShipmentError> {
        if self.must_have(parcel)?.tracking_number.as_ref() == Some(number) {
            return Ok(vec![]);
        }
        let event = ShipmentNumbered { parcel: parcel.clone(), number: number.clone() };
        Ok(vec![ShipmentEvent::Numbered(event)])
    }

    /// Decides to note what became of telling a channel a parcel's number; nothing when the channel has confirmed that
    /// number already, however late the answer comes.
    ///
    /// # Errors
    /// [`ShipmentError::Invalid`] for a parcel that is not part of it.
    pub fn write_back(&self, event: ShipmentWrittenBack) -> Result<Vec<ShipmentEvent>, ShipmentError> {
        let told = self.must_have(&event.parcel)?.told(&event.channel, &event.channel_order);
        let known =
            told.is_some_and(|told| told.number == event.number && told.status == WriteBackStatus::Confirmed);
        Ok(if known { vec![] } else { vec![ShipmentEvent::WrittenBack(event)] })
    }

    fn must_have(&self, id: &ParcelId) -> Result<&Parcel, ShipmentError> {
        self.parcel(id).ok_or_else(|| {
            let mut problems = Problems::new();
            problems.add("shipment.unknown_parcel", "/parcel", format!("there is no parcel `{id}`"));
            ShipmentError::Invalid(problems)
        })
    }

    fn by_line(&self) -> Vec<LineQuantity> {
        let units = self.units.iter();
        units.map(|units| LineQuantity { line: units.line.clone(), quantity: units.quantity }).collect()
    }
}

fn sum(lines: impl Iterator<Item = LineQuantity>) -> BTreeMap<LineId, u64> {
    let mut sums = BTreeMap::new();
    for named in lines.filter(|named| !named.quantity.is_zero()) {
        *sums.entry(named.line).or_insert(0_u64) += u64::from(named.quantity.units());
    }
    sums
}

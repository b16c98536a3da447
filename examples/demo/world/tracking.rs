//! What carriers say about a parcel, and how late, how often and in which order it arrives.

use oms_core::shipment::{TrackingEvent, TrackingStatus as Is};

use super::buyer::{DAY, HOUR, MINUTE};
use super::make::{instant, text};
use super::rng::Rng;

/// A message of the carrier: when it comes in, and the scans in it.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) arrives: i64,
    pub(crate) events: Vec<TrackingEvent>,
}

/// The whole way of one parcel, as messages in the order in which they come in.
pub(crate) fn journey(rng: &mut Rng, shipped_at: i64, transit_days: i64) -> Vec<Message> {
    let scan = |at: i64, status: Is, place: &str| TrackingEvent {
        location: text(place),
        ..TrackingEvent::new(instant(at), status)
    };
    // Nine of ten are in time or early, the rest a day or several late.
    let late = match rng.below(1000) {
        0..=919 => -rng.between(0, 9 * HOUR),
        920..=974 => rng.between(HOUR, DAY),
        _ => rng.between(DAY, 6 * DAY),
    };
    let end = shipped_at + transit_days * DAY + late;
    let picked = shipped_at + rng.between(30 * MINUTE, 3 * HOUR);
    let half = shipped_at + (end - shipped_at) / 2;
    let out = end - rng.between(2 * HOUR, 8 * HOUR);
    let door = match rng.below(1000) {
        0..=11 => vec![
            scan(end, Is::Refused, "door"),
            scan(end + 2 * HOUR, Is::Returning, "depot"),
            scan(end + (transit_days + 1) * DAY, Is::Returned, "warehouse"),
        ],
        12..=14 => vec![scan(end + 8 * DAY, Is::Lost, "")],
        15..=44 => {
            vec![scan(end - HOUR, Is::AttemptFailed, "door"), scan(end + 20 * HOUR, Is::Delivered, "door")]
        }
        45..=59 => vec![scan(end - HOUR, Is::Exception, "depot"), scan(end, Is::Delivered, "door")],
        _ => vec![scan(end, Is::Delivered, "door")],
    };
    let legs = [
        vec![scan(shipped_at, Is::LabelCreated, "warehouse"), scan(picked, Is::PickedUp, "warehouse")],
        vec![scan(half, Is::InTransit, "hub"), scan(out, Is::OutForDelivery, "depot")],
        door,
    ];
    let mut messages: Vec<Message> = Vec::new();
    for events in legs {
        let said = events.iter().map(|event| event.at.timestamp()).max().unwrap_or(end);
        // One message in fourteen is held up, often until a later one has overtaken it.
        let delay = if rng.chance(70) { rng.between(6 * HOUR, 60 * HOUR) } else { rng.between(MINUTE, HOUR) };
        let message = Message { arrives: said + delay, events };
        if rng.chance(80) {
            messages.push(Message { arrives: message.arrives + rng.between(MINUTE, DAY), ..message.clone() });
        }
        messages.push(message);
    }
    messages
}

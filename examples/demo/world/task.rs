//! What is about to be done in the world, and when.

use std::cmp::Ordering;

use oms_core::order::LineUnits;
use oms_core::shipment::ParcelEvents;
use oms_core::value::{LineQuantity, NodeId, ShipmentId};

/// Something to do at a time. Tasks of one second are done in the order in which they were thought of.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) at: i64,
    pub(crate) number: u64,
    pub(crate) what: Do,
}

/// What is to be done; numbers are those of orders and receipts.
#[derive(Clone, Debug)]
pub(crate) enum Do {
    Place(u32),
    /// The channel sends the order once more, perhaps changed.
    PlaceAgain(u32, bool),
    Reserve(u32),
    Pay(u32),
    Refund(u32),
    Review(u32),
    MendAddress(u32),
    /// A person looks at a total that does not add up, and lets it pass.
    PassTotal(u32),
    ApproveByHand(u32),
    CancelPart(u32),
    CancelAll(u32, &'static str),
    CancelLines(u32, Vec<LineQuantity>),
    Allocate(u32),
    Release(u32),
    Ship(u32, NodeId, Vec<LineUnits>),
    Track(ShipmentId, Vec<ParcelEvents>),
    Complete(u32),
    Receive(usize),
    /// New stock has come: look again at every order that waits for some.
    LookAgain,
    /// The last goods have come: what still waits is cancelled.
    GiveUp,
}

impl PartialEq for Task {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Task {}

impl PartialOrd for Task {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Task {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.number).cmp(&(other.at, other.number))
    }
}

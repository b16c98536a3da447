//! What can be asked of an order.

use super::{Hold, LineUnits, OrderChange, OrderPayment, OrderRejection, ReviewFinding};
use crate::value::{HoldId, LineQuantity, ReservationId, ShipmentId, Text};

/// A command to an order that exists; see [`Order::decide`](super::Order::decide).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderCommand {
    /// Record a payment or refund.
    Pay(OrderPayment),
    /// Take the findings of a review: open a hold for each new one, release rules' holds whose cause is gone, approve
    /// when nothing is left.
    Review(Vec<ReviewFinding>),
    /// Approve by hand.
    Approve,
    /// Open a hold.
    Hold(Hold),
    /// Release a hold.
    ReleaseHold(HoldId),
    /// Change address, promise, remark or quantities before release.
    Change(OrderChange),
    /// Cancel units that the warehouse has not been told to pick; all such units when no line is named.
    Cancel {
        /// Units by line.
        lines: Vec<LineQuantity>,
        /// Why.
        reason: Text,
    },
    /// Note the reservation that holds stock for the order.
    Reserve(ReservationId),
    /// Note that the reservation is over.
    EndReservation(ReservationId),
    /// Set units aside at nodes.
    Allocate(Vec<LineUnits>),
    /// Give units back; all allocated ones when none is named.
    Deallocate {
        /// Units by line and node.
        units: Vec<LineUnits>,
        /// Why.
        reason: Text,
    },
    /// Note that a warehouse rejected units, which it gives back.
    NoteRejection(OrderRejection),
    /// Tell the warehouse to pick; all allocated units when none is named.
    Release(Vec<LineUnits>),
    /// Units leave.
    Ship {
        /// With which shipment.
        shipment: ShipmentId,
        /// Units by line and node.
        units: Vec<LineUnits>,
    },
    /// Units arrive.
    Deliver {
        /// With which shipment.
        shipment: ShipmentId,
        /// Units by line.
        lines: Vec<LineQuantity>,
    },
    /// Nothing more is expected.
    Complete,
}

/// The kinds of command, as the transition table names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderCommandKind {
    /// Record a payment.
    Pay,
    /// Take the findings of a review.
    Review,
    /// Approve by hand.
    Approve,
    /// Open a hold.
    Hold,
    /// Release a hold.
    ReleaseHold,
    /// Change before release.
    Change,
    /// Cancel units.
    Cancel,
    /// Hold stock.
    Reserve,
    /// Set units aside.
    Allocate,
    /// Give units back.
    Deallocate,
    /// Tell the warehouse.
    Release,
    /// Units leave.
    Ship,
    /// Units arrive.
    Deliver,
    /// Close.
    Complete,
}

impl OrderCommandKind {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Pay,
        Self::Review,
        Self::Approve,
        Self::Hold,
        Self::ReleaseHold,
        Self::Change,
        Self::Cancel,
        Self::Reserve,
        Self::Allocate,
        Self::Deallocate,
        Self::Release,
        Self::Ship,
        Self::Deliver,
        Self::Complete,
    ];

    /// The verb used in messages and pictures.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Review => "review",
            Self::Approve => "approve",
            Self::Hold => "hold",
            Self::ReleaseHold => "release_hold",
            Self::Change => "change",
            Self::Cancel => "cancel",
            Self::Reserve => "reserve",
            Self::Allocate => "allocate",
            Self::Deallocate => "deallocate",
            Self::Release => "release",
            Self::Ship => "ship",
            Self::Deliver => "deliver",
            Self::Complete => "complete",
        }
    }
}

impl std::fmt::Display for OrderCommandKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl OrderCommand {
    /// The kind, for the transition table; ending a reservation and noting a rejection need no
    /// permission and have none.
    #[must_use]
    pub const fn kind(&self) -> Option<OrderCommandKind> {
        Some(match self {
            Self::Pay(_) => OrderCommandKind::Pay,
            Self::Review(_) => OrderCommandKind::Review,
            Self::Approve => OrderCommandKind::Approve,
            Self::Hold(_) => OrderCommandKind::Hold,
            Self::ReleaseHold(_) => OrderCommandKind::ReleaseHold,
            Self::Change(_) => OrderCommandKind::Change,
            Self::Cancel { .. } => OrderCommandKind::Cancel,
            Self::Reserve(_) => OrderCommandKind::Reserve,
            Self::EndReservation(_) | Self::NoteRejection(_) => return None,
            Self::Allocate(_) => OrderCommandKind::Allocate,
            Self::Deallocate { .. } => OrderCommandKind::Deallocate,
            Self::Release(_) => OrderCommandKind::Release,
            Self::Ship { .. } => OrderCommandKind::Ship,
            Self::Deliver { .. } => OrderCommandKind::Deliver,
            Self::Complete => OrderCommandKind::Complete,
        })
    }
}

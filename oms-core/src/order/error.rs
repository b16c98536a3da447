//! Why a command to an order is refused.

use thiserror::Error;

use super::{HoldReason, HoldStage, OrderCommandKind, OrderStatus};
use crate::value::{
    HoldId, Instant, LineId, MoneyError, NodeId, OrderId, PaymentId, Problems, Quantity, ReservationId,
};

/// Why a command to an order is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OrderError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The status does not allow it.
    #[error("an order that is {status} cannot {command}")]
    IllegalTransition {
        /// The order's status.
        status: OrderStatus,
        /// What was asked.
        command: OrderCommandKind,
    },
    /// A hold keeps a line from this stage.
    #[error("hold `{hold}` ({reason}) blocks this for line `{line}`", reason = reason.as_str())]
    Held {
        /// The hold.
        hold: HoldId,
        /// Its reason.
        reason: HoldReason,
        /// The stage that was to run.
        stage: HoldStage,
        /// The line held.
        line: LineId,
    },
    /// The order has not passed review, or was changed since.
    #[error("the order has not been approved")]
    NotApproved,
    /// More units were named than there are.
    #[error("{}", shortages(.0))]
    NotEnoughUnits(Vec<UnitShortage>),
    /// The payment id was used for another payment.
    #[error("payment `{payment}` was already recorded with other content")]
    PaymentReused {
        /// The payment.
        payment: PaymentId,
    },
    /// More would be refunded than was paid.
    #[error("the refund is more than what was paid")]
    RefundExceedsPaid,
    /// A hold of that id is open with other content.
    #[error("hold `{hold}` is already open with other content")]
    HoldReused {
        /// The hold.
        hold: HoldId,
    },
    /// The order holds stock already.
    #[error("the order already holds stock by reservation `{reservation}`")]
    AlreadyReserved {
        /// The reservation.
        reservation: ReservationId,
    },
    /// The channel order exists with other content.
    #[error("order `{order}` was placed from this channel order with other content")]
    ContentConflict {
        /// The order that exists.
        order: OrderId,
    },
    /// The buyer does not collect the order.
    #[error("a carrier brings this order to the door")]
    NotForPickup,
    /// Nothing of the order waits for its buyer.
    #[error("nothing of the order waits for its buyer")]
    NothingToCollect,
    /// The buyer may still come.
    #[error("the order is kept until {collect_by}")]
    PickupNotLapsed {
        /// Until when it is kept.
        collect_by: Instant,
    },
    /// Amounts do not add up to anything that can be held.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// A line that has fewer units than named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitShortage {
    /// The line.
    pub line: LineId,
    /// The node, where one was named.
    pub node: Option<NodeId>,
    /// Units named.
    pub wanted: Quantity,
    /// Units there are.
    pub available: Quantity,
}

fn shortages(shortages: &[UnitShortage]) -> String {
    let parts: Vec<String> = shortages
        .iter()
        .map(|short| {
            let node = short.node.as_ref().map(|node| format!(" at `{node}`")).unwrap_or_default();
            format!("line `{}`{node} has {} of {} units", short.line, short.available, short.wanted)
        })
        .collect();
    parts.join("; ")
}

impl OrderError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "order.invalid",
            Self::IllegalTransition { .. } => "order.illegal_transition",
            Self::Held { .. } => "order.held",
            Self::NotApproved => "order.not_approved",
            Self::NotEnoughUnits(_) => "order.not_enough_units",
            Self::PaymentReused { .. } => "order.payment_reused",
            Self::RefundExceedsPaid => "order.refund_exceeds_paid",
            Self::HoldReused { .. } => "order.hold_reused",
            Self::AlreadyReserved { .. } => "order.already_reserved",
            Self::ContentConflict { .. } => "order.content_conflict",
            Self::NotForPickup => "order.not_for_pickup",
            Self::NothingToCollect => "order.nothing_to_collect",
            Self::PickupNotLapsed { .. } => "order.pickup_not_lapsed",
            Self::Money(error) => error.code(),
        }
    }
}

//! The status of an order, derived from where its units are.

use serde::{Deserialize, Serialize};

use super::Order;

/// What an order as a whole is waiting for. Derived from the units and payments, never stored.
///
/// The first row that holds counts, units cancelled left out:
///
/// | status | holds when |
/// | --- | --- |
/// | `cancelled` | no unit is left |
/// | `completed` | it was completed |
/// | `delivered` | all units are delivered |
/// | `shipped` | all units are shipped |
/// | `part_shipped` | some are |
/// | `released` | all units are allocated and some are with the warehouse |
/// | `allocated` | all units are allocated |
/// | `part_allocated` | some are |
/// | `approved` | it passed review |
/// | `awaiting_review` | it is paid, or need not be yet |
/// | `awaiting_payment` | otherwise |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// The buyer has to pay.
    AwaitingPayment,
    /// It has to be reviewed.
    AwaitingReview,
    /// It passed review and waits for stock.
    Approved,
    /// Some units are set aside.
    PartAllocated,
    /// All units are set aside.
    Allocated,
    /// The warehouse picks.
    Released,
    /// Some units have left.
    PartShipped,
    /// All units have left.
    Shipped,
    /// All units have arrived.
    Delivered,
    /// Done; nothing more is expected.
    Completed,
    /// No unit is wanted any more.
    Cancelled,
}

impl OrderStatus {
    /// All of them, in the order of an order's life.
    pub const ALL: [Self; 11] = [
        Self::AwaitingPayment,
        Self::AwaitingReview,
        Self::Approved,
        Self::PartAllocated,
        Self::Allocated,
        Self::Released,
        Self::PartShipped,
        Self::Shipped,
        Self::Delivered,
        Self::Completed,
        Self::Cancelled,
    ];

    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AwaitingPayment => "awaiting_payment",
            Self::AwaitingReview => "awaiting_review",
            Self::Approved => "approved",
            Self::PartAllocated => "part_allocated",
            Self::Allocated => "allocated",
            Self::Released => "released",
            Self::PartShipped => "part_shipped",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl std::fmt::Display for OrderStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Order {
    /// The status, by the table at [`OrderStatus`].
    #[must_use]
    pub fn status(&self) -> OrderStatus {
        let mut active = 0_u64;
        let (mut allocated, mut released, mut shipped, mut delivered) = (0_u64, 0_u64, 0_u64, 0_u64);
        for line in &self.lines {
            active += u64::from(line.active().units());
            allocated += u64::from(line.allocated().units());
            released += u64::from(line.released().units());
            shipped += u64::from(line.shipped().units());
            delivered += u64::from(line.delivered.units());
        }
        match () {
            () if active == 0 => OrderStatus::Cancelled,
            () if self.completed_at.is_some() => OrderStatus::Completed,
            () if delivered == active => OrderStatus::Delivered,
            () if shipped == active => OrderStatus::Shipped,
            () if shipped > 0 => OrderStatus::PartShipped,
            () if allocated == active && released > 0 => OrderStatus::Released,
            () if allocated == active => OrderStatus::Allocated,
            () if allocated > 0 => OrderStatus::PartAllocated,
            () if self.approved_at.is_some() => OrderStatus::Approved,
            () if self.is_settled() => OrderStatus::AwaitingReview,
            () => OrderStatus::AwaitingPayment,
        }
    }
}

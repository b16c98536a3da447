//! Expected receipts and the promises made from them.

use serde::{Deserialize, Serialize};

use crate::value::{Instant, LineId, OrderId, Problems, Quantity, ReceiptId, ReservationId, SupplierId};

/// Where an expected receipt comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SupplyKind {
    /// A purchase order to a supplier.
    Purchase,
    /// A transfer from another node.
    Transfer,
    /// A production order.
    Production,
    /// A plan that nobody has ordered yet.
    Planned,
}

/// What is known of an expected receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptPlan {
    /// Where it comes from.
    pub kind: SupplyKind,
    /// How many units it brings in all, those that have arrived included.
    pub quantity: Quantity,
    /// When it arrives at the node's door.
    pub eta: Instant,
    /// Who delivers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<SupplierId>,
    /// By how many thousandths more than expected may be received; nothing by default.
    #[serde(default)]
    pub over_receipt_per_mille: u16,
}

impl ReceiptPlan {
    /// The most units that may be received: `quantity + floor(quantity · tolerance / 1000)`.
    #[must_use]
    pub fn most(&self) -> u64 {
        let quantity = u64::from(self.quantity.units());
        quantity.saturating_add(quantity.saturating_mul(u64::from(self.over_receipt_per_mille)) / 1000)
    }

    /// Everything wrong with it: it brings at least one unit, and the tolerance is at most 1,000 thousandths.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.quantity.is_zero() {
            problems.add(
                "input.out_of_range",
                "/quantity",
                "expect at least one unit, or cancel the receipt",
            );
        }
        if self.over_receipt_per_mille > 1000 {
            problems.add("input.out_of_range", "/overReceiptPerMille", "the tolerance is at most 1000");
        }
        problems
    }
}

/// An expected receipt of which something is still to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplyReceipt {
    /// The receipt.
    pub id: ReceiptId,
    /// What is known of it.
    pub plan: ReceiptPlan,
    /// How many units have arrived.
    pub received: Quantity,
}

impl SupplyReceipt {
    /// How many units it still brings.
    #[must_use]
    pub const fn open(&self) -> Quantity {
        self.plan.quantity.saturating_sub(self.received)
    }
}

/// Units promised for a date.
///
/// A promise that names a receipt owns units of that receipt: nobody else is promised them, and when they arrive they
/// are held for it. One that names none is served from whatever is there by its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplyPromise {
    /// The promise: a reservation of units that are still to come.
    pub id: ReservationId,
    /// The order it is for, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// The order line, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// How many units are still promised.
    pub quantity: Quantity,
    /// When they have to be there.
    pub due: Instant,
    /// The receipt that it is bound to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// How many arrivals have been held for it.
    #[serde(default, skip_serializing_if = "is_none")]
    pub arrivals: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_none(count: &u32) -> bool {
    *count == 0
}

impl SupplyPromise {
    /// Whether it counts for nothing any more: from `expires_at` on, whether or not anybody has swept it.
    #[must_use]
    pub fn is_expired(&self, at: Instant) -> bool {
        self.expires_at.is_some_and(|expires_at| expires_at <= at)
    }

    /// The reservation that holds its next arrival: the promise's own id, then `id#2`, `id#3`; `None` where that would
    /// be too long for an id.
    #[must_use]
    pub fn next_hold(&self) -> Option<ReservationId> {
        match self.arrivals {
            0 => Some(self.id.clone()),
            before => ReservationId::new(format!("{}#{}", self.id, u64::from(before) + 1)).ok(),
        }
    }
}

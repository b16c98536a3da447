//! What has been paid for an order, and what must be.

use serde::{Deserialize, Serialize};

use crate::value::{Instant, Money, PaymentId, Text};

/// When the buyer pays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaymentTerms {
    /// Before anything ships.
    #[default]
    Prepaid,
    /// To the courier.
    OnDelivery,
    /// Later, by invoice.
    Invoice,
}

/// Which way the money went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// From the buyer.
    Captured,
    /// Back to the buyer.
    Refunded,
}

/// A payment for an order. A payment id is used once; the same payment again changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderPayment {
    /// The payment.
    pub id: PaymentId,
    /// Which way.
    pub kind: PaymentKind,
    /// How, such as `credit_card`.
    #[serde(default)]
    pub method: Text,
    /// How much; not negative. Channels do report payments of nothing, such as a voucher that was used up.
    pub amount: Money,
    /// In how many instalments, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instalments: Option<u16>,
    /// When.
    pub at: Instant,
}

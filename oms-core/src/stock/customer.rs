//! Where a customer has units of a SKU that nobody may have any number of.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::value::{CustomerId, OrderId, ReservationId, SkuId};

/// The reservations and orders in which a customer has, or had, units of a SKU with a limit.
///
/// It holds no count: how many units there are is read from the reservations and orders themselves, so that the two
/// cannot differ. It is written anew whenever units are promised to the customer, so that of two who promise at the
/// same time one has to look again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CustomerUnits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomerUnits {
    /// The customer.
    pub customer: CustomerId,
    /// The SKU.
    pub sku: SkuId,
    /// The reservations.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub reservations: BTreeSet<ReservationId>,
    /// The orders.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub orders: BTreeSet<OrderId>,
}

impl CustomerUnits {
    /// A customer who has none.
    #[must_use]
    pub const fn none(customer: CustomerId, sku: SkuId) -> Self {
        Self { customer, sku, reservations: BTreeSet::new(), orders: BTreeSet::new() }
    }
}

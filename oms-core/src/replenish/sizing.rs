//! From what is needed to what can be ordered: minimum, multiple, caps.

use serde::{Deserialize, Serialize};

use crate::purchase::PurchaseCap;
use crate::value::Quantity;

/// The most that a cap allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderLimit {
    /// How many units.
    pub units: i64,
    /// Which cap.
    pub cap: PurchaseCap,
}

/// What is needed, and what the supplier and the caps say to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SizingRequest {
    /// How many units are needed; nothing is ordered for none.
    pub needed: i64,
    /// The smallest order.
    pub minimum: Quantity,
    /// Orders are whole multiples of this; zero counts as one.
    pub multiple: Quantity,
    /// What must not be exceeded.
    #[serde(default)]
    pub limits: Vec<OrderLimit>,
}

/// An order that keeps minimum, multiple and caps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SizedOrder {
    /// How many units; none where a cap lies below the smallest order.
    pub quantity: Quantity,
    /// What kept it from what was needed, or from the next multiple above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capped_by: Option<PurchaseCap>,
}

/// Sizes an order: up to the minimum and to whole multiples, then down to whole multiples below the tightest cap.
///
/// ```
/// use oms_core::purchase::PurchaseCap;
/// use oms_core::replenish::{OrderLimit, SizingRequest, size_order};
/// use oms_core::value::Quantity;
/// let mut request = SizingRequest {
///     needed: 605,
///     minimum: Quantity::new(100),
///     multiple: Quantity::new(50),
///     limits: vec![],
/// };
/// assert_eq!(size_order(&request).quantity, Quantity::new(650));
/// request.limits.push(OrderLimit { units: 640, cap: PurchaseCap::MaxStock });
/// let sized = size_order(&request);
/// assert_eq!((sized.quantity, sized.capped_by), (Quantity::new(600), Some(PurchaseCap::MaxStock)));
/// ```
#[must_use]
pub fn size_order(request: &SizingRequest) -> SizedOrder {
    if request.needed <= 0 {
        return SizedOrder { quantity: Quantity::ZERO, capped_by: None };
    }
    let multiple = i128::from(request.multiple.units().max(1));
    let wanted = i128::from(request.needed).max(i128::from(request.minimum.units()));
    // Both operands are positive.
    let wanted = (wanted + multiple - 1) / multiple * multiple;
    let whole = OrderLimit { units: i64::from(u32::MAX), cap: PurchaseCap::Quantity };
    let tightest = request.limits.iter().copied().chain([whole]).min().unwrap_or(whole);
    let room = i128::from(tightest.units.max(0));
    let (quantity, capped_by) =
        if wanted <= room { (wanted, None) } else { (room / multiple * multiple, Some(tightest.cap)) };
    let quantity = if quantity < i128::from(request.minimum.units()) { 0 } else { quantity };
    let quantity = u32::try_from(quantity).map(Quantity::new).unwrap_or_default();
    SizedOrder { quantity, capped_by }
}

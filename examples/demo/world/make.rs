//! Short ways to make values of ids and figures that the simulator makes up itself.
//!
//! Every text here is this program's own, so that an id that is none would be a defect of this program alone.

use oms_core::value::{
    CarrierId, CategoryId, ChannelId, Currency, Instant, LineId, Money, NodeId, OrderId, ServiceId, SkuId,
    Text, Weight, ZoneId,
};

macro_rules! ids {
    ($($name:ident $id:ident,)+) => {$(
        pub(crate) fn $name(text: impl AsRef<str>) -> $id {
            $id::new(text).unwrap_or_else(|_| fallback())
        }
    )+};
}

ids! {
    carrier_id CarrierId,
    category_id CategoryId,
    channel_id ChannelId,
    line_id LineId,
    node_id NodeId,
    order_id OrderId,
    service_id ServiceId,
    sku_id SkuId,
    zone_id ZoneId,
}

/// INVARIANT: only reached by a text of this program's own that is no id, which is a defect of this program.
fn fallback<T>() -> T {
    unreachable!("the simulator made an id that is none")
}

pub(crate) fn text(text: &str) -> Text {
    Text::new(text).unwrap_or_default()
}

pub(crate) const fn usd(cents: i64) -> Money {
    Money::from_minor(cents, Currency::USD)
}

pub(crate) fn grams(grams: i64) -> Weight {
    Weight::grams(u32::try_from(grams).unwrap_or(u32::MAX))
}

/// The instant of a second since 1970.
pub(crate) fn instant(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap_or_default()
}

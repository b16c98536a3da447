//! Floor 0: the words of the field as types that cannot hold nonsense.
//!
//! Every value checks itself when it is made, so nothing above this floor ever meets an empty id, a
//! price with half a cent, or a negative quantity. Values know nothing of orders or stock.

mod address;
mod condition;
mod currency;
mod currency_table;
mod field;
mod fingerprint;
mod id;
mod lot;
mod measure;
mod money;
mod money_split;
mod percent;
mod problem;
mod quantity;
mod ratio;
mod text;
mod time;

#[cfg(test)]
mod tests;

pub use address::{Address, CountryCode, GeoPoint};
pub use condition::StockCondition;
pub use currency::Currency;
pub use field::{FieldValue, Fields};
pub use fingerprint::{Fingerprint, fingerprint};
pub use id::{
    ActorId, AreaId, BoxId, CapabilityId, CarrierId, CategoryId, ChannelId, ChannelOrderId, ChargeId,
    ChoiceId, CommandId, CountId, CustomerId, FieldName, GroupId, HazardId, HoldId, IdError, LineId,
    LocationCode, LotId, NodeId, OptionId, OrderId, OwnerId, PackClassId, ParcelId, PaymentId, PostalPrefix,
    ProcessPathId, ReceiptId, RegionCode, ReservationId, RuleId, SerialNumber, ServiceId, ShipmentId, ShopId,
    SkuId, SupplierId, TenantId, TodoId, TrackingCode, TrackingNumber, TrackingSource, TransferId, ZoneId,
};
pub use lot::{LotName, LotPick};
pub use measure::{Dimensions, Weight};
#[cfg(feature = "schema")]
pub(crate) use money::DecimalText;
pub(crate) use money::decimal_text;
pub use money::{Money, MoneyError, Rounding};
pub use money_split::{CappedSplit, SplitRule};
pub use percent::Percent;
pub use problem::{Problem, Problems};
pub use quantity::{LineQuantity, Quantity, QuantityError};
pub use ratio::Ratio;
pub use text::{Text, TextError};
pub use time::{Instant, Window, WindowError};

/// The version of a document: how many events have been folded into it. Zero means "does not exist".
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Version(pub u64);

impl Version {
    /// The version after one more event.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

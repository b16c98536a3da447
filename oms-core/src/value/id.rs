//! Identifiers: text newtypes, so that a SKU can never be passed where a node is meant.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The longest identifier in bytes.
pub(crate) const MAX_ID_BYTES: usize = 128;

/// Why a text is no identifier.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum IdError {
    /// The text is empty.
    #[error("an id must not be empty")]
    Empty,
    /// The text is longer than 128 bytes.
    #[error("an id has at most {MAX_ID_BYTES} bytes, this one has {bytes}")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
    /// The text holds a control character, or starts or ends with white space.
    #[error("an id must hold no control character and neither start nor end with white space")]
    BadCharacter,
}

fn check(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > MAX_ID_BYTES {
        return Err(IdError::TooLong { bytes: text.len() });
    }
    // Most ids are plain; this is the quick way to see it.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(());
    }
    if text.trim().len() != text.len() || text.chars().any(char::is_control) {
        return Err(IdError::BadCharacter);
    }
    Ok(())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        ///
        /// 1 to 128 bytes of text without control characters or surrounding white space; compared
        /// byte by byte, cheap to clone.
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Arc<str>);

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                // Clones share their text, and most comparisons are of clones.
                if Arc::ptr_eq(&self.0, &other.0) {
                    return std::cmp::Ordering::Equal;
                }
                self.0.cmp(&other.0)
            }
        }

        impl $name {
            /// Checks the text and makes the id.
            ///
            /// # Errors
            /// [`IdError`] when the text is empty, too long or holds control characters.
            pub fn new(text: impl AsRef<str>) -> Result<Self, IdError> {
                let text = text.as_ref();
                check(text)?;
                Ok(Self(Arc::from(text)))
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = IdError;
            fn try_from(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                Self::new(&*text).map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "minLength": 1, "maxLength": 128, "format": "id"})
            }
            fn inline_schema() -> bool {
                true
            }
        }
    )+};
}

ids! {
    /// Who gave a command: a person, a rule or a program.
    ActorId,
    /// A named set of places on a rate card, such as `remote`.
    AreaId,
    /// A kind of box that parcels are packed into.
    BoxId,
    /// What a node must be able to do to handle an item, such as `hazmat` or `cold`.
    CapabilityId,
    /// A carrier, such as `sf-express`.
    CarrierId,
    /// A product category.
    CategoryId,
    /// A sales channel, such as `shopify`.
    ChannelId,
    /// The id that the channel gave to the order.
    ChannelOrderId,
    /// A surcharge or a discount of a rate card, such as `residential`.
    ChargeId,
    /// A choice that the buyer of a kit makes.
    ChoiceId,
    /// A command; a repeated command carries the same id and gets the first answer.
    CommandId,
    /// A count of stock at a node.
    CountId,
    /// A buyer.
    CustomerId,
    /// The name of a custom field.
    FieldName,
    /// A named set of nodes.
    GroupId,
    /// A danger that goods bear, such as `UN3481`, `aerosol` or `magnetic`.
    HazardId,
    /// A hold on an order.
    HoldId,
    /// A place in a warehouse where units lie, such as `A-03-12`.
    LocationCode,
    /// A line of an order.
    LineId,
    /// A batch of a SKU that was made or received together.
    LotId,
    /// A place that ships: warehouse, store or supplier.
    NodeId,
    /// What a shipment asks of a carrier beside being carried, such as `signature` or `saturday`.
    OptionId,
    /// Who owns stock, where it is not the merchant.
    OwnerId,
    /// A parcel of a shipment.
    ParcelId,
    /// A class of goods that may not share a box with another, such as food or chemicals.
    PackClassId,
    /// A payment.
    PaymentId,
    /// The first characters of postal codes, such as `902`.
    PostalPrefix,
    /// The way that an item takes through a node, such as `conveyable` or `oversize`.
    ProcessPathId,
    /// An expected delivery: a purchase order's, a transfer's.
    ReceiptId,
    /// A region that rates and reports know: a province or state code.
    RegionCode,
    /// A reservation of stock.
    ReservationId,
    /// A rule of sourcing.
    RuleId,
    /// The number of one unit of a SKU.
    SerialNumber,
    /// A carrier's service, such as `ground`.
    ServiceId,
    /// A shipment.
    ShipmentId,
    /// A shop of a channel.
    ShopId,
    /// A stock-keeping unit.
    SkuId,
    /// Who sells to the merchant.
    SupplierId,
    /// A merchant; part of every key.
    TenantId,
    /// A purchase to-do.
    TodoId,
    /// A code of a carrier's or tracking service's own, such as `501`.
    TrackingCode,
    /// The number by which a carrier knows a parcel.
    TrackingNumber,
    /// Who speaks of parcels: a carrier or a tracking service whose codes are known, such as `kuaidi100`.
    TrackingSource,
    /// A transfer of stock between nodes.
    TransferId,
    /// A zone of a rate card.
    ZoneId,
    /// An order.
    OrderId,
}

//! What rows are grouped by.

use serde::{Deserialize, Serialize};

use crate::value::FieldName;

/// A property that facts have as such.
///
/// | of | available over |
/// | --- | --- |
/// | order and buyer: `order` to `nodes_per_order` | everything |
/// | `sku`, `category` | lines |
/// | `node`, `node_region` | lines, shipments |
/// | `carrier`, `service` | shipments |
/// | `payment_method`, `payment_kind`, `instalments` | payments |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportAttribute {
    /// The order itself.
    Order,
    /// Its status.
    OrderStatus,
    /// Its channel.
    Channel,
    /// The shop of the channel.
    Shop,
    /// The region it goes to.
    Region,
    /// The country it goes to.
    Country,
    /// The buyer.
    Customer,
    /// The currency of its amounts; over shipments that of the freight, where known.
    Currency,
    /// How many holds were ever opened on it.
    HoldsOpened,
    /// How many lines it has.
    LinesPerOrder,
    /// How many different SKUs.
    SkusPerOrder,
    /// How many shipments.
    ShipmentsPerOrder,
    /// How many nodes have shipped or will ship something of it.
    NodesPerOrder,
    /// What is bought.
    Sku,
    /// The category of the SKU, by the SKU's record.
    Category,
    /// The node that ships.
    Node,
    /// The region the node lies in, by the node's record.
    NodeRegion,
    /// The carrier.
    Carrier,
    /// The carrier's service.
    Service,
    /// How it was paid.
    PaymentMethod,
    /// `captured` or `refunded`.
    PaymentKind,
    /// In how many instalments.
    Instalments,
}

impl ReportAttribute {
    /// The word used on the wire and the name of the column.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::OrderStatus => "order_status",
            Self::Channel => "channel",
            Self::Shop => "shop",
            Self::Region => "region",
            Self::Country => "country",
            Self::Customer => "customer",
            Self::Currency => "currency",
            Self::HoldsOpened => "holds_opened",
            Self::LinesPerOrder => "lines_per_order",
            Self::SkusPerOrder => "skus_per_order",
            Self::ShipmentsPerOrder => "shipments_per_order",
            Self::NodesPerOrder => "nodes_per_order",
            Self::Sku => "sku",
            Self::Category => "category",
            Self::Node => "node",
            Self::NodeRegion => "node_region",
            Self::Carrier => "carrier",
            Self::Service => "service",
            Self::PaymentMethod => "payment_method",
            Self::PaymentKind => "payment_kind",
            Self::Instalments => "instalments",
        }
    }
}

/// An instant in the life of an order. Over shipments `shipped` and `delivered` are the shipment's own, over payments
/// `paid` is the payment's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportDate {
    /// When it was placed.
    Placed,
    /// When it passed review, the last time it did.
    Approved,
    /// When it came to be paid in full.
    Paid,
    /// When the first shipment left, by the carrier where known.
    Shipped,
    /// When the last unit arrived, by the carrier where known; nothing while one has not.
    Delivered,
    /// Until when delivery was promised.
    Promised,
}

impl ReportDate {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Approved => "approved",
            Self::Paid => "paid",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Promised => "promised",
        }
    }
}

/// How fine time is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportGrain {
    /// `2017-11-24T21`.
    Hour,
    /// `2017-11-24`.
    Day,
    /// The ISO 8601 week, Monday to Sunday: `2017-W47`.
    Week,
    /// `2017-11`.
    Month,
    /// `2017`.
    Year,
}

impl ReportGrain {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// What rows are grouped by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReportDimension {
    /// A property.
    Attribute(AttributeDimension),
    /// Time.
    Time(TimeDimension),
    /// A custom field of the order.
    OrderField(OrderFieldDimension),
    /// A custom field of the line; over lines only.
    LineField(LineFieldDimension),
    /// How many different values a custom field has among the lines of the order.
    DistinctLineField(DistinctLineFieldDimension),
}

/// A property.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AttributeDimension"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttributeDimension {
    /// Which.
    pub attribute: ReportAttribute,
}

/// Time, cut into hours to years of a civil clock.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TimeDimension"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeDimension {
    /// Which instant.
    pub date: ReportDate,
    /// How fine.
    pub grain: ReportGrain,
    /// How far the clock on the wall is ahead of UTC, in minutes: −180 for Brasília. Within ±1,440.
    #[serde(default)]
    pub offset_minutes: i32,
}

/// A custom field of the order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderFieldDimension"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderFieldDimension {
    /// The field.
    pub field: FieldName,
}

/// A custom field of the line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LineFieldDimension"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineFieldDimension {
    /// The field.
    pub field: FieldName,
}

/// How many different values a custom field has among the lines of the order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DistinctLineFieldDimension"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DistinctLineFieldDimension {
    /// The field.
    pub field: FieldName,
}

impl ReportDimension {
    /// A property.
    #[must_use]
    pub const fn attribute(attribute: ReportAttribute) -> Self {
        Self::Attribute(AttributeDimension { attribute })
    }

    /// Time in UTC.
    #[must_use]
    pub const fn time(date: ReportDate, grain: ReportGrain) -> Self {
        Self::Time(TimeDimension { date, grain, offset_minutes: 0 })
    }

    /// A custom field of the order.
    #[must_use]
    pub const fn order_field(field: FieldName) -> Self {
        Self::OrderField(OrderFieldDimension { field })
    }

    /// A custom field of the line.
    #[must_use]
    pub const fn line_field(field: FieldName) -> Self {
        Self::LineField(LineFieldDimension { field })
    }

    /// How many different values a custom field of lines has in an order.
    #[must_use]
    pub const fn distinct_line_field(field: FieldName) -> Self {
        Self::DistinctLineField(DistinctLineFieldDimension { field })
    }

    /// The name of its column: `channel`, `placed_month`, `order_field_NAME`, `line_field_NAME`, `distinct_NAME`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Attribute(of) => of.attribute.as_str().to_owned(),
            Self::Time(of) => format!("{}_{}", of.date.as_str(), of.grain.as_str()),
            Self::OrderField(of) => format!("order_field_{}", of.field),
            Self::LineField(of) => format!("line_field_{}", of.field),
            Self::DistinctLineField(of) => format!("distinct_{}", of.field),
        }
    }
}

//! The query: what to count, over what, by what.

use serde::{Deserialize, Serialize};

use super::ReportMeasure;
use crate::value::{FieldName, Instant, Text};

/// Which facts a report runs over: what one row of the input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportOver {
    /// Orders.
    Orders,
    /// Order lines. Asked by node, a line that several nodes serve is divided among them by units, its amounts by
    /// cumulative slicing in the order in which the nodes were first named; units at no node stand under nothing.
    Lines,
    /// Shipments.
    Shipments,
    /// Payments and refunds.
    Payments,
}

impl ReportOver {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Lines => "lines",
            Self::Shipments => "shipments",
            Self::Payments => "payments",
        }
    }
}

/// A question to the facts.
///
/// Every row of the input that passes all filters falls into the group of its dimension values; each measure is computed
/// per group. When a measure is money and the dimensions do not name the currency, it is added as the last one: amounts
/// of different currencies are never added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportQuery {
    /// Over which facts.
    pub over: ReportOver,
    /// By what; one row for everything when empty.
    #[serde(default)]
    pub dimensions: Vec<ReportDimension>,
    /// What to compute; at least one.
    pub measures: Vec<ReportMeasure>,
    /// What to leave out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<ReportFilter>,
    /// In what order the rows stand; what this leaves open is ordered by the dimensions, left to right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<ReportSort>,
    /// At most so many rows, after sorting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl ReportQuery {
    /// A query without dimensions and measures.
    #[must_use]
    pub const fn new(over: ReportOver) -> Self {
        Self { over, dimensions: vec![], measures: vec![], filters: vec![], sort: vec![], limit: None }
    }

    /// The same, by one dimension more.
    #[must_use]
    pub fn by(mut self, dimension: ReportDimension) -> Self {
        self.dimensions.push(dimension);
        self
    }

    /// The same with one measure more.
    #[must_use]
    pub fn measure(mut self, measure: ReportMeasure) -> Self {
        self.measures.push(measure);
        self
    }

    /// The same with one filter more.
    #[must_use]
    pub fn filter(mut self, filter: ReportFilter) -> Self {
        self.filters.push(filter);
        self
    }

    /// The same, sorted by a column, after the columns named before.
    #[must_use]
    pub fn sorted(mut self, column: &str, descending: bool) -> Self {
        self.sort.push(ReportSort { column: column.to_owned(), descending });
        self
    }

    /// The same with at most so many rows.
    #[must_use]
    pub const fn limited(mut self, rows: u32) -> Self {
        self.limit = Some(rows);
        self
    }
}

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
    OrderField(ReportField),
    /// A custom field of the line; over lines only.
    LineField(ReportField),
    /// How many different values a custom field has among the lines of the order.
    DistinctLineField(ReportField),
}

/// A property.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttributeDimension {
    /// Which.
    pub attribute: ReportAttribute,
}

/// Time, cut into hours to years of a civil clock.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// The name of a custom field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportField {
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
        Self::OrderField(ReportField { field })
    }

    /// A custom field of the line.
    #[must_use]
    pub const fn line_field(field: FieldName) -> Self {
        Self::LineField(ReportField { field })
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

/// What rows of the input count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReportFilter {
    /// Those whose value is listed.
    In(DimensionFilter),
    /// Those whose value is not listed.
    NotIn(DimensionFilter),
    /// Those whose instant lies in a span.
    During(TimeFilter),
}

/// A list of values of a dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DimensionFilter {
    /// The dimension.
    pub dimension: ReportDimension,
    /// The values as reports print them: `shipped`, `2017-11`, `3`.
    pub values: Vec<Text>,
    /// Whether rows without a value are listed too.
    #[serde(default)]
    pub or_nothing: bool,
}

/// A half-open span of an instant; rows without it lie outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeFilter {
    /// Which instant.
    pub date: ReportDate,
    /// From here on; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Instant>,
    /// Up to, but without, this one; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// One column to sort by. Nothing comes first, then numbers, then text; descending is the reverse of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportSort {
    /// The name of the column.
    pub column: String,
    /// Largest first.
    #[serde(default)]
    pub descending: bool,
}

//! The measures, each with its formula.

use serde::{Deserialize, Serialize};

use super::{ReportDate, ReportDimension, ReportOver};
use crate::value::FieldName;

/// What is computed for each group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReportMeasure {
    /// A figure of the list.
    Figure(FigureMeasure),
    /// The number of different values of a dimension, rows without one left out.
    Distinct(DistinctMeasure),
    /// The exact sum of a custom field, of orders over orders, of lines over lines; rows without a number add nothing.
    /// Over lines by node, a line that several nodes serve counts with the first of them.
    SumField(SumFieldMeasure),
    /// The number of deliveries after what was promised: `delivered > promised`. Over orders and shipments.
    Late(LateMeasure),
    /// Deliveries kept ÷ deliveries that were promised: `(n − late) / n`, n = rows with both instants. Over orders and
    /// shipments.
    OnTimeRate(OnTimeRateMeasure),
    /// A statistic of `to − from` in whole seconds, rounded down, over rows that have both instants. Over orders and
    /// shipments.
    Duration(DurationMeasure),
}

/// A figure of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FigureMeasure"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FigureMeasure {
    /// Which.
    pub figure: ReportFigure,
}

/// The number of different values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DistinctMeasure"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DistinctMeasure {
    /// Of what.
    pub dimension: ReportDimension,
}

/// How a delivery is compared with its promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PromiseBy {
    /// By the instant.
    Instant,
    /// By the day on the wall calendar: late from the day after the promised one on.
    CalendarDay,
}

/// The number of late deliveries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LateMeasure"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LateMeasure {
    /// How.
    pub by: PromiseBy,
    /// For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440.
    #[serde(default)]
    pub offset_minutes: i32,
}

/// The rate of deliveries in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OnTimeRateMeasure"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnTimeRateMeasure {
    /// How.
    pub by: PromiseBy,
    /// For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440.
    #[serde(default)]
    pub offset_minutes: i32,
}

/// The sum of a custom field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SumFieldMeasure"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SumFieldMeasure {
    /// The field.
    pub field: FieldName,
}

/// What to say of many durations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DurationStatistic {
    /// How many.
    Count,
    /// How many are below zero.
    Negative,
    /// Their sum.
    Sum,
    /// The shortest.
    Min,
    /// The longest.
    Max,
    /// Sum ÷ count.
    Mean,
    /// By nearest rank: the ⌈percent ÷ 100 · n⌉-th of the n in ascending order.
    Percentile,
}

/// A statistic of the time from one instant to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DurationMeasure"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DurationMeasure {
    /// From when.
    pub from: ReportDate,
    /// Until when.
    pub to: ReportDate,
    /// Which statistic.
    pub statistic: DurationStatistic,
    /// For a percentile, which: 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
}

macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident = $word:literal [$($over:ident)+] $kind:ident,)+) => {
        /// The figures. Amounts are in the currency of the order; units *wanted* are those ordered less those
        /// cancelled.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ReportFigure { $($(#[$doc])* $name,)+ }

        impl ReportFigure {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word used on the wire and the name of the column.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// The facts it is available over.
            #[must_use]
            pub const fn available_over(self) -> &'static [ReportOver] {
                match self { $(Self::$name => &[$(ReportOver::$over,)+],)+ }
            }

            /// What its cells hold.
            #[must_use]
            pub const fn kind(self) -> FigureKind {
                match self { $(Self::$name => FigureKind::$kind,)+ }
            }
        }
    };
}

/// What the cells of a figure hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// A whole number.
    Count,
    /// An amount.
    Money,
    /// A count over a count.
    Share,
    /// An amount over an amount or a count.
    MoneyRatio,
}

figures! {
    /// Different orders.
    Orders = "orders" [Orders Lines Shipments Payments] Count,
    /// Lines; by node, the parts of lines.
    Lines = "lines" [Orders Lines] Count,
    /// Σ units ordered, cancelled ones included.
    UnitsOrdered = "units_ordered" [Orders Lines] Count,
    /// Σ units cancelled.
    UnitsCancelled = "units_cancelled" [Orders Lines] Count,
    /// Σ units shipped.
    UnitsShipped = "units_shipped" [Orders Lines Shipments] Count,
    /// Σ units delivered.
    UnitsDelivered = "units_delivered" [Orders Lines] Count,
    /// Gross merchandise value: Σ unit price × units ordered, cancelled ones included, before discounts and tax.
    OrderedValue = "ordered_value" [Orders Lines] Money,
    /// Σ unit price × units wanted, before discounts and tax.
    GrossSales = "gross_sales" [Orders Lines] Money,
    /// Gross sales − net sales: what discounts take off the units wanted.
    Discounts = "discounts" [Orders Lines] Money,
    /// Σ (unit price × ordered − discounts) for the units wanted, by cumulative slicing per line; without tax.
    NetSales = "net_sales" [Orders Lines] Money,
    /// Σ tax for the units wanted.
    Tax = "tax" [Orders Lines] Money,
    /// Σ what buyers pay for carriage; nothing for orders of which all units are cancelled.
    ShippingCharged = "shipping_charged" [Orders] Money,
    /// Σ what buyers have to pay: net sales + tax + shipping charged.
    Due = "due" [Orders] Money,
    /// Σ captured − refunded.
    Paid = "paid" [Orders Payments] Money,
    /// Σ what carriers are expected to charge; over lines each shipment's is split over its units by largest remainder.
    Freight = "freight" [Orders Lines Shipments] Money,
    /// Σ what shipped units cost the merchant, as it was when each left.
    CostOfGoods = "cost_of_goods" [Orders Lines] Money,
    /// Shipped units whose cost was not known, or not in the currency of the order; they count as free in cost of
    /// goods and gross profit.
    UnitsWithoutCost = "units_without_cost" [Orders Lines] Count,
    /// Net sales of shipped units − cost of goods − freight.
    GrossProfit = "gross_profit" [Orders Lines] Money,
    /// Gross profit ÷ net sales of shipped units.
    GrossMargin = "gross_margin" [Orders Lines] MoneyRatio,
    /// Shipments.
    Shipments = "shipments" [Orders Shipments] Count,
    /// Σ distance of shipments in metres, where known.
    DistanceMetres = "distance_metres" [Shipments] Count,
    /// Orders, or shipments, that have arrived whole at a known time.
    Delivered = "delivered" [Orders Shipments] Count,
    /// Orders with more than one shipment ÷ orders with any.
    SplitRate = "split_rate" [Orders] Share,
    /// Net sales ÷ orders with any unit wanted (客单价).
    AverageOrderValue = "average_order_value" [Orders] MoneyRatio,
    /// Units wanted ÷ orders with any unit wanted.
    UnitsPerOrder = "units_per_order" [Orders] Share,
    /// Orders without a unit wanted ÷ orders.
    CancelRate = "cancel_rate" [Orders] Share,
    /// Orders on which a hold was ever opened ÷ orders.
    HoldRate = "hold_rate" [Orders] Share,
    /// Payments and refunds.
    Payments = "payments" [Payments] Count,
}

impl ReportMeasure {
    /// A figure of the list.
    #[must_use]
    pub const fn figure(figure: ReportFigure) -> Self {
        Self::Figure(FigureMeasure { figure })
    }

    /// The sum of a custom field.
    #[must_use]
    pub const fn sum_field(field: FieldName) -> Self {
        Self::SumField(SumFieldMeasure { field })
    }

    /// Late deliveries, days by the clock of UTC.
    #[must_use]
    pub const fn late(by: PromiseBy) -> Self {
        Self::Late(LateMeasure { by, offset_minutes: 0 })
    }

    /// The rate of deliveries in time, days by the clock of UTC.
    #[must_use]
    pub const fn on_time_rate(by: PromiseBy) -> Self {
        Self::OnTimeRate(OnTimeRateMeasure { by, offset_minutes: 0 })
    }

    /// The name of its column: `net_sales`, `distinct_customer`, `sum_NAME`, `late_by_instant`,
    /// `on_time_rate_by_calendar_day`, `placed_to_delivered_sum`, `placed_to_delivered_p90`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Figure(of) => of.figure.as_str().to_owned(),
            Self::Distinct(of) => format!("distinct_{}", of.dimension.name()),
            Self::SumField(of) => format!("sum_{}", of.field),
            Self::Late(of) => format!("late_by_{}", of.by.as_str()),
            Self::OnTimeRate(of) => format!("on_time_rate_by_{}", of.by.as_str()),
            Self::Duration(of) => {
                let statistic = match of.percent {
                    Some(percent) => format!("p{percent}"),
                    None => of.statistic.as_str().to_owned(),
                };
                format!("{}_to_{}_{statistic}", of.from.as_str(), of.to.as_str())
            }
        }
    }

    pub(super) const fn is_money(&self) -> bool {
        match self {
            Self::Figure(of) => matches!(of.figure.kind(), FigureKind::Money | FigureKind::MoneyRatio),
            _ => false,
        }
    }
}

impl PromiseBy {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::CalendarDay => "calendar_day",
        }
    }
}

impl DurationStatistic {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Negative => "negative",
            Self::Sum => "sum",
            Self::Min => "min",
            Self::Max => "max",
            Self::Mean => "mean",
            Self::Percentile => "percentile",
        }
    }
}

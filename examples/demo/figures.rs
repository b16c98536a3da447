//! The reports that summary and page are made of, each asked of the report module.

use oms_core::report::{
    DurationMeasure, DurationStatistic as Statistic, Facts, OnTimeRateMeasure, PromiseBy,
    ReportAttribute as Attribute, ReportCell, ReportDate as Date, ReportDimension as By, ReportError,
    ReportFigure as Figure, ReportGrain as Grain, ReportMeasure as Measure, ReportOver as Over, ReportQuery,
    ReportTable, report,
};

/// The answers.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    pub(crate) totals: ReportTable,
    pub(crate) by_day: ReportTable,
    pub(crate) by_channel: ReportTable,
    pub(crate) by_region: ReportTable,
    pub(crate) by_category: ReportTable,
    pub(crate) by_product: ReportTable,
    pub(crate) by_status: ReportTable,
    pub(crate) by_node: ReportTable,
    pub(crate) by_carrier: ReportTable,
    pub(crate) by_payment: ReportTable,
    /// The share of deliveries on time by ISO week of the order.
    pub(crate) on_time: ReportTable,
    /// Seconds from order to door, one row per delivered order.
    pub(crate) delivery: ReportTable,
}

impl Figures {
    /// Asks everything.
    ///
    /// # Errors
    /// [`ReportError`] when an amount is beyond what can be held.
    pub(crate) fn of(facts: &Facts) -> Result<Self, ReportError> {
        let ask = |query: ReportQuery| report(facts, &query);
        Ok(Self {
            totals: ask(totals())?,
            by_day: ask(over(Over::Orders, &[Figure::Orders, Figure::NetSales])
                .by(By::time(Date::Placed, Grain::Day))
                .by(By::attribute(Attribute::Channel)))?,
            by_channel: ask(sold(Over::Orders, Attribute::Channel))?,
            by_region: ask(sold(Over::Orders, Attribute::Region).measure(on_time(PromiseBy::CalendarDay)))?,
            by_category: ask(sold(Over::Lines, Attribute::Category))?,
            by_product: ask(sold(Over::Lines, Attribute::Sku).limited(15))?,
            by_status: ask(over(Over::Orders, &[Figure::Orders, Figure::NetSales])
                .by(By::attribute(Attribute::OrderStatus))
                .sorted("orders", true))?,
            by_node: ask(sent(Attribute::Node))?,
            by_carrier: ask(sent(Attribute::Carrier).by(By::attribute(Attribute::Service)))?,
            by_payment: ask(over(Over::Payments, &[Figure::Payments, Figure::Paid])
                .by(By::attribute(Attribute::PaymentMethod))
                .sorted("paid", true))?,
            on_time: ask(over(Over::Orders, &[Figure::Delivered])
                .by(By::time(Date::Placed, Grain::Week))
                .measure(on_time(PromiseBy::CalendarDay)))?,
            delivery: ask(ReportQuery::new(Over::Orders)
                .by(By::attribute(Attribute::Order))
                .measure(door(Statistic::Min, None)))?,
        })
    }

    /// The reports for the summary, by name; the long list of single deliveries is left out.
    pub(crate) fn named(&self) -> [(&'static str, &ReportTable); 11] {
        [
            ("totals", &self.totals),
            ("salesByDayAndChannel", &self.by_day),
            ("salesByChannel", &self.by_channel),
            ("salesByRegion", &self.by_region),
            ("salesByCategory", &self.by_category),
            ("topProducts", &self.by_product),
            ("ordersByStatus", &self.by_status),
            ("shipmentsByNode", &self.by_node),
            ("shipmentsByCarrier", &self.by_carrier),
            ("paymentsByMethod", &self.by_payment),
            ("onTimeByWeek", &self.on_time),
        ]
    }

    /// Days from order to door.
    pub(crate) fn delivery_days(&self) -> Vec<f64> {
        let seconds = self.delivery.rows.iter().filter_map(|row| row.get(1));
        seconds.filter_map(number).map(|seconds| seconds / 86_400.0).collect()
    }

    /// A figure of the totals as text; empty without one.
    pub(crate) fn total(&self, column: &str) -> Option<&ReportCell> {
        self.totals.cell(0, column)
    }
}

/// A cell as a number to draw; texts and what is not there are none.
pub(crate) fn number(cell: &ReportCell) -> Option<f64> {
    match cell {
        ReportCell::Integer(cell) => Some(cell.value as f64),
        ReportCell::Decimal(cell) => cell.value.to_string().parse().ok(),
        ReportCell::Money(cell) => cell.value.amount().to_string().parse().ok(),
        ReportCell::Ratio(cell) => cell.value.as_ref()?.0.to_string().parse().ok(),
        ReportCell::Nothing(_) | ReportCell::Text(_) => None,
    }
}

fn over(over: Over, figures: &[Figure]) -> ReportQuery {
    figures.iter().fold(ReportQuery::new(over), |query, figure| query.measure(Measure::figure(*figure)))
}

fn sold(of: Over, by: Attribute) -> ReportQuery {
    let figures = [
        Figure::Orders,
        Figure::UnitsOrdered,
        Figure::GrossSales,
        Figure::Discounts,
        Figure::NetSales,
        Figure::GrossProfit,
    ];
    over(of, &figures).by(By::attribute(by)).sorted("net_sales", true)
}

fn sent(by: Attribute) -> ReportQuery {
    let figures =
        [Figure::Shipments, Figure::UnitsShipped, Figure::Freight, Figure::DistanceMetres, Figure::Delivered];
    over(Over::Shipments, &figures).by(By::attribute(by)).sorted("shipments", true)
}

fn totals() -> ReportQuery {
    let figures = [
        Figure::Orders,
        Figure::Lines,
        Figure::UnitsOrdered,
        Figure::UnitsCancelled,
        Figure::UnitsShipped,
        Figure::UnitsDelivered,
        Figure::GrossSales,
        Figure::Discounts,
        Figure::NetSales,
        Figure::Tax,
        Figure::ShippingCharged,
        Figure::Paid,
        Figure::Freight,
        Figure::CostOfGoods,
        Figure::UnitsWithoutCost,
        Figure::GrossProfit,
        Figure::GrossMargin,
        Figure::Shipments,
        Figure::Delivered,
        Figure::SplitRate,
        Figure::AverageOrderValue,
        Figure::UnitsPerOrder,
        Figure::CancelRate,
        Figure::HoldRate,
    ];
    over(Over::Orders, &figures)
        .measure(on_time(PromiseBy::Instant))
        .measure(on_time(PromiseBy::CalendarDay))
        .measure(door(Statistic::Percentile, Some(50)))
        .measure(door(Statistic::Percentile, Some(90)))
}

fn on_time(by: PromiseBy) -> Measure {
    Measure::OnTimeRate(OnTimeRateMeasure { by, offset_minutes: 0 })
}

fn door(statistic: Statistic, percent: Option<u8>) -> Measure {
    Measure::Duration(DurationMeasure { from: Date::Placed, to: Date::Delivered, statistic, percent })
}

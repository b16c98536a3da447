//! What is wrong with a query, all of it at once.

use std::collections::BTreeSet;

use super::{
    DurationMeasure, DurationStatistic, LateMeasure, OnTimeRateMeasure, ReportAttribute as Attribute,
    ReportDimension, ReportFilter, ReportMeasure, ReportOver, ReportQuery,
};
use crate::value::Problems;

const MINUTES_PER_DAY: u32 = 24 * 60;

impl ReportQuery {
    /// Everything wrong with the query that can be seen without facts, each with its place. Whether custom fields are
    /// known shows when it runs.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut names = BTreeSet::new();
        let mut name = |name: String, path: String, problems: &mut Problems| {
            if !names.insert(name.clone()) {
                problems.add("report.duplicate_column", path, format!("column `{name}` stands here twice"));
            }
        };
        for (at, dimension) in self.dimensions.iter().enumerate() {
            let path = format!("/dimensions/{at}");
            self.check_dimension(dimension, &path, &mut problems);
            name(dimension.name(), path, &mut problems);
        }
        if self.adds_currency() {
            name("currency".to_owned(), "/dimensions".to_owned(), &mut problems);
        }
        if self.measures.is_empty() {
            problems.add("report.no_measure", "/measures", "ask for at least one measure");
        }
        for (at, measure) in self.measures.iter().enumerate() {
            let path = format!("/measures/{at}");
            self.check_measure(measure, &path, &mut problems);
            name(measure.name(), path, &mut problems);
        }
        for (at, filter) in self.filters.iter().enumerate() {
            self.check_filter(filter, &format!("/filters/{at}"), &mut problems);
        }
        for (at, sort) in self.sort.iter().enumerate() {
            if !names.contains(&sort.column) {
                let message = format!("there is no column `{}` in this report", sort.column);
                problems.add("report.unknown_column", format!("/sort/{at}/column"), message);
            }
        }
        problems
    }

    /// Whether the currency is added to the dimensions.
    pub(super) fn adds_currency(&self) -> bool {
        let currency = ReportDimension::attribute(Attribute::Currency);
        self.measures.iter().any(ReportMeasure::is_money) && !self.dimensions.contains(&currency)
    }

    /// The dimensions, with the currency where it is added.
    pub(super) fn all_dimensions(&self) -> Vec<ReportDimension> {
        let mut dimensions = self.dimensions.clone();
        if self.adds_currency() {
            dimensions.push(ReportDimension::attribute(Attribute::Currency));
        }
        dimensions
    }

    /// The custom fields it asks for: whether of lines, the name, where.
    pub(super) fn fields(&self) -> Vec<(bool, &str, String)> {
        let mut fields = Vec::new();
        for (at, dimension) in self.dimensions.iter().enumerate() {
            fields.extend(
                field_of(dimension).map(|(line, name)| (line, name, format!("/dimensions/{at}/field"))),
            );
        }
        for (at, measure) in self.measures.iter().enumerate() {
            match measure {
                ReportMeasure::SumField(of) => {
                    fields.push((
                        self.over == ReportOver::Lines,
                        of.field.as_str(),
                        format!("/measures/{at}/field"),
                    ));
                }
                ReportMeasure::Distinct(measure) => {
                    let path = format!("/measures/{at}/dimension/field");
                    fields.extend(field_of(&measure.dimension).map(|(line, name)| (line, name, path)));
                }
                _ => {}
            }
        }
        for (at, filter) in self.filters.iter().enumerate() {
            if let ReportFilter::Values(filter) = filter {
                let path = format!("/filters/{at}/dimension/field");
                fields.extend(field_of(&filter.dimension).map(|(line, name)| (line, name, path)));
            }
        }
        fields
    }

    fn must_be_over(&self, what: &str, over: &[ReportOver], path: &str, problems: &mut Problems) {
        if !over.contains(&self.over) {
            let over: Vec<&str> = over.iter().map(|over| over.as_str()).collect();
            let message = format!("`{what}` is available over {}", over.join(", "));
            problems.add("report.not_available_over", path, message);
        }
    }

    fn check_dimension(&self, dimension: &ReportDimension, path: &str, problems: &mut Problems) {
        use ReportOver::{Lines, Payments, Shipments};
        let name = dimension.name();
        match dimension {
            ReportDimension::LineField(_) => self.must_be_over(&name, &[Lines], path, problems),
            ReportDimension::Time(of) => check_offset(of.offset_minutes, path, problems),
            ReportDimension::Attribute(of) => match of.attribute {
                Attribute::Sku | Attribute::Category => self.must_be_over(&name, &[Lines], path, problems),
                Attribute::Node | Attribute::NodeRegion => {
                    self.must_be_over(&name, &[Lines, Shipments], path, problems);
                }
                Attribute::Carrier | Attribute::Service => {
                    self.must_be_over(&name, &[Shipments], path, problems);
                }
                Attribute::PaymentMethod | Attribute::PaymentKind | Attribute::Instalments => {
                    self.must_be_over(&name, &[Payments], path, problems);
                }
                _ => {}
            },
            ReportDimension::OrderField(_) | ReportDimension::DistinctLineField(_) => {}
        }
    }

    fn check_measure(&self, measure: &ReportMeasure, path: &str, problems: &mut Problems) {
        use ReportOver::{Lines, Orders, Shipments};
        let name = measure.name();
        match measure {
            ReportMeasure::Figure(of) => {
                self.must_be_over(&name, of.figure.available_over(), path, problems);
            }
            ReportMeasure::Distinct(of) => {
                self.check_dimension(&of.dimension, &format!("{path}/dimension"), problems);
            }
            ReportMeasure::SumField(_) => self.must_be_over(&name, &[Orders, Lines], path, problems),
            ReportMeasure::Late(LateMeasure { offset_minutes, .. })
            | ReportMeasure::OnTimeRate(OnTimeRateMeasure { offset_minutes, .. }) => {
                self.must_be_over(&name, &[Orders, Shipments], path, problems);
                check_offset(*offset_minutes, path, problems);
            }
            ReportMeasure::Duration(of) => {
                self.must_be_over(&name, &[Orders, Shipments], path, problems);
                check_percent(of, path, problems);
            }
        }
    }

    fn check_filter(&self, filter: &ReportFilter, path: &str, problems: &mut Problems) {
        match filter {
            ReportFilter::Values(filter) => {
                self.check_dimension(&filter.dimension, &format!("{path}/dimension"), problems);
            }
            ReportFilter::During(filter) => {
                if let (Some(from), Some(until)) = (filter.from, filter.until)
                    && until <= from
                {
                    problems.add(
                        "input.out_of_range",
                        format!("{path}/until"),
                        "the span ends before it begins",
                    );
                }
            }
        }
    }
}

fn field_of(dimension: &ReportDimension) -> Option<(bool, &str)> {
    match dimension {
        ReportDimension::OrderField(of) => Some((false, of.field.as_str())),
        ReportDimension::LineField(of) => Some((true, of.field.as_str())),
        ReportDimension::DistinctLineField(of) => Some((true, of.field.as_str())),
        ReportDimension::Attribute(_) | ReportDimension::Time(_) => None,
    }
}

fn check_offset(offset_minutes: i32, path: &str, problems: &mut Problems) {
    if offset_minutes.unsigned_abs() > MINUTES_PER_DAY {
        let message = "a clock is at most 1440 minutes ahead of or behind UTC";
        problems.add("input.out_of_range", format!("{path}/offsetMinutes"), message);
    }
}

fn check_percent(of: &DurationMeasure, path: &str, problems: &mut Problems) {
    let path = format!("{path}/percent");
    match (of.statistic, of.percent) {
        (DurationStatistic::Percentile, Some(1..=100)) => {}
        (DurationStatistic::Percentile, Some(_)) => {
            problems.add("input.out_of_range", path, "a percentile lies within 1 to 100");
        }
        (DurationStatistic::Percentile, None) => {
            problems.add("report.percent_missing", path, "say which percentile, 1 to 100");
        }
        (_, Some(_)) => problems.add("report.percent_unused", path, "only a percentile has a percent"),
        (_, None) => {}
    }
}

//! Which rows a query looks at.

use std::collections::HashMap;

use super::axis::View;
use super::column::{Code, Table, cell};
use super::group::Mix;
use super::key::Key;
use super::{
    ReportAttribute, ReportDimension, ReportFilter, ReportMeasure, ReportOver, ReportQuery, TimeFilter,
    ValuesFilter,
};
use crate::report::column::Moment;

/// A row of the input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick {
    pub(super) row: Code,
    pub(super) order: Code,
    pub(super) portion: Portion,
    /// Whether it is the row's first portion.
    pub(super) first: bool,
}

/// How much of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Portion {
    Whole,
    /// What a node has to do with it.
    Part(Code),
    /// What no node has to do with.
    Rest,
}

impl View<'_> {
    /// The rows that pass all filters.
    pub(super) fn picks(self, query: &ReportQuery) -> Vec<Pick> {
        let mut picks = self.rows(self.over == ReportOver::Lines && asks_node(query));
        for filter in &query.filters {
            match filter {
                ReportFilter::Values(filter) => self.keep(&mut picks, filter),
                ReportFilter::During(filter) => self.keep_during(&mut picks, filter),
            }
        }
        picks
    }

    fn rows(self, by_node: bool) -> Vec<Pick> {
        let whole = |row, order| Pick { row, order, portion: Portion::Whole, first: true };
        let facts = self.facts;
        match self.over {
            ReportOver::Orders => (facts.orders.rows())
                .filter(|row| !cell(&facts.orders.placed, *row).is_none())
                .map(|row| whole(row, row))
                .collect(),
            ReportOver::Lines if by_node => facts.lines.rows().flat_map(|row| self.portions(row)).collect(),
            ReportOver::Lines => {
                facts.lines.rows().map(|row| whole(row, cell(&facts.lines.order, row))).collect()
            }
            ReportOver::Shipments => (facts.shipments.rows())
                .map(|row| whole(row, cell(&facts.shipments.order, row)))
                .filter(|pick| !pick.order.is_none())
                .collect(),
            ReportOver::Payments => {
                facts.payments.rows().map(|row| whole(row, cell(&facts.payments.order, row))).collect()
            }
        }
    }

    fn portions(self, row: Code) -> Vec<Pick> {
        let facts = self.facts;
        let order = cell(&facts.lines.order, row);
        let mut units = 0_u64;
        let mut picks = Vec::new();
        for part in facts.parts_of(row) {
            let PartUnits { wanted, .. } = self.part_units(part);
            let facts = facts.parts.row(part);
            if wanted > 0 || facts.cost != 0 || facts.freight != 0 {
                picks.push(Pick { row, order, portion: Portion::Part(part), first: picks.is_empty() });
            }
            units += u64::from(wanted);
        }
        if picks.is_empty() || units < u64::from(cell(&facts.lines.ordered, row)) {
            picks.push(Pick { row, order, portion: Portion::Rest, first: picks.is_empty() });
        }
        picks
    }

    pub(super) fn part_units(self, part: Code) -> PartUnits {
        let shipped = cell(&self.facts.parts.shipped, part);
        PartUnits { wanted: cell(&self.facts.parts.allocated, part).saturating_add(shipped), shipped }
    }

    fn keep(self, picks: &mut Vec<Pick>, filter: &ValuesFilter) {
        let keys = self.keys(&filter.dimension, picks);
        let mut known: HashMap<i64, bool, Mix> = HashMap::default();
        let mut is_listed = |key: i64| {
            *known.entry(key).or_insert_with(|| match self.value(&filter.dimension, key) {
                Key::Nothing => filter.or_nothing,
                value => {
                    let printed = value.cell().to_string();
                    filter.values.iter().any(|value| value.as_str() == printed)
                }
            })
        };
        let mut keys = keys.into_iter();
        picks.retain(|_| keys.next().is_some_and(|key| is_listed(key) != filter.exclude));
    }

    fn keep_during(self, picks: &mut Vec<Pick>, filter: &TimeFilter) {
        let (column, by_row) = self.moments(filter.date);
        let (from, until) = (Moment::maybe(filter.from), Moment::maybe(filter.until));
        picks.retain(|pick| {
            let at = cell(column, if by_row { pick.row } else { pick.order });
            !at.is_none() && at >= from && (until.is_none() || at < until)
        });
    }
}

/// Units of a part: set aside or shipped, and shipped.
pub(super) struct PartUnits {
    pub(super) wanted: u32,
    pub(super) shipped: u32,
}

fn asks_node(query: &ReportQuery) -> bool {
    let of_node = |dimension: &ReportDimension| {
        matches!(dimension, ReportDimension::Attribute(of)
            if matches!(of.attribute, ReportAttribute::Node | ReportAttribute::NodeRegion))
    };
    let in_measure =
        |measure: &ReportMeasure| matches!(measure, ReportMeasure::Distinct(of) if of_node(&of.dimension));
    let in_filter = |filter: &ReportFilter| match filter {
        ReportFilter::Values(filter) => of_node(&filter.dimension),
        ReportFilter::During(_) => false,
    };
    query.dimensions.iter().any(of_node)
        || query.measures.iter().any(in_measure)
        || query.filters.iter().any(in_filter)
}

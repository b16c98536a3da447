//! Reports: facts folded from events, queries as data, exact figures.
//!
//! [`Facts`] takes records and events one by one and keeps columns of integers. A [`ReportQuery`] says what to count, over
//! what and by what; [`report`] answers it with a [`ReportTable`]. Ratios are sums over sums, money of different
//! currencies is never added, and no float is involved anywhere.
//!
//! Both halves work in shards: [`Facts::merge`] joins facts folded apart, [`ReportFold`] joins partial answers. The module
//! knows nothing of stores or journals: whoever has events hands them over.
//!
//! | module | what it does |
//! | --- | --- |
//! | `column`, `facts` | the columns and dictionaries |
//! | `fold_order`, `fold_shipment`, `merge` | from events to columns |
//! | `query`, `measure`, `check` | the query and what can be wrong with it |
//! | `select`, `axis`, `key`, `group` | rows that count, their dimension values, their groups |
//! | `figure`, `sum`, `fold`, `table` | what groups gather, and the cells it ends in |

mod axis;
mod check;
mod column;
mod error;
mod facts;
mod figure;
mod fold;
mod fold_order;
mod fold_shipment;
mod group;
mod key;
mod measure;
mod merge;
mod query;
mod select;
mod sum;
mod table;

#[cfg(test)]
mod tests;

pub use error::ReportError;
pub use facts::{FactCounts, Facts};
pub use fold::{ReportFold, report};
pub use measure::{
    DistinctMeasure, DurationMeasure, DurationStatistic, FigureKind, FigureMeasure, PromiseBy,
    PromiseMeasure, ReportFigure, ReportMeasure,
};
pub use query::{
    AttributeDimension, DimensionFilter, ReportAttribute, ReportDate, ReportDimension, ReportField,
    ReportFilter, ReportGrain, ReportOver, ReportQuery, ReportSort, TimeDimension, TimeFilter,
};
pub use table::{
    DecimalCell, IntegerCell, MoneyCell, NothingCell, RatioCell, RatioValue, ReportCell, ReportColumn,
    ReportColumnKind, ReportTable, TextCell,
};

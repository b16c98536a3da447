//! Reports: facts folded from events, queries as data, exact figures.
//!
//! [`Facts`](crate::report::Facts) takes records and events one by one and keeps columns of integers. A
//! [`ReportQuery`](crate::report::ReportQuery) says what to count, over what and by what;
//! [`report`](crate::report::report) answers it with a [`ReportTable`](crate::report::ReportTable). Ratios are
//! sums over sums, money of different currencies is never added, and no float is involved anywhere.
//!
//! Both halves work in shards: [`Facts::merge`](crate::report::Facts::merge) joins facts folded apart,
//! [`ReportFold`](crate::report::ReportFold) joins partial answers. The module knows nothing of stores or
//! journals: whoever has events hands them over.
//!
//! | module | what it does | | --- | --- | | `column`, `facts` | the columns and dictionaries | | `fold_order`,
//! `fold_shipment`, `refresh`, `merge` | from events to columns | | `query`, `dimension`, `measure`, `check` | the
//! query and what can be wrong with it | | `select`, `axis`, `key`, `group` | rows that count, their dimension
//! values, their groups | | `figure`, `sum`, `fold`, `table` | what groups gather, and the cells it ends in |

mod axis;
mod check;
mod column;
mod dimension;
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
mod refresh;
mod select;
mod sum;
mod table;

#[cfg(test)]
mod tests;

pub use dimension::{
    AttributeDimension, DistinctLineFieldDimension, LineFieldDimension, OrderFieldDimension, ReportAttribute,
    ReportDate, ReportDimension, ReportGrain, TimeDimension,
};
pub use error::ReportError;
pub use facts::{FactCounts, Facts};
pub use fold::{ReportFold, report};
pub use measure::{
    DistinctMeasure, DurationMeasure, DurationStatistic, FigureKind, FigureMeasure, LateMeasure,
    OnTimeRateMeasure, PromiseBy, ReportFigure, ReportMeasure, SumFieldMeasure,
};
pub use query::{ReportFilter, ReportOver, ReportQuery, ReportSort, TimeFilter, ValuesFilter};
pub use table::{
    DecimalCell, IntegerCell, MoneyCell, NothingCell, RatioCell, RatioValue, ReportCell, ReportColumn,
    ReportColumnKind, ReportTable, TextCell,
};

//! The style sheet of the report.

pub(crate) const PAGE: &str = include_str!("style.css");

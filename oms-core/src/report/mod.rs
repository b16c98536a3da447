#![allow(missing_docs)]
use serde::{Deserialize, Serialize};
#[derive(Clone, Debug, Default)]
pub struct Facts;
impl Facts {
    pub fn sku(&mut self, _: &crate::catalog::Sku) {}
    pub fn node(&mut self, _: &crate::network::Node) {}
    pub fn order(
        &mut self,
        _: &crate::value::OrderId,
        _: crate::value::Instant,
        _: &crate::order::OrderEvent,
    ) {
    }
    pub fn shipment(
        &mut self,
        _: &crate::value::ShipmentId,
        _: crate::value::Instant,
        _: &crate::shipment::ShipmentEvent,
    ) {
    }
}
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportQuery {}
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportTable {}
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("x")]
pub struct ReportError;
impl ReportError {
    pub fn code(&self) -> &'static str {
        "report"
    }
    pub fn problems(&self) -> &[crate::value::Problem] {
        &[]
    }
}
pub fn report(_: &Facts, _: &ReportQuery) -> Result<ReportTable, ReportError> {
    Ok(ReportTable {})
}

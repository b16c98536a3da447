//! Where units that are short could come from: another node, or a supplier.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{PromiseError, PromiseFigures, Timeline};
use crate::value::{Instant, NodeId, Quantity, SupplierId};

/// A place that units could come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum PromiseSource {
    /// Another node.
    Transfer(TransferSource),
    /// A supplier.
    Purchase(PurchaseSource),
}

/// Another node that units could come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferSource"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferSource {
    /// The node.
    pub node: NodeId,
    /// How many seconds the way takes.
    pub transit_seconds: u32,
    /// What there is at that node; it keeps its own promises.
    pub figures: PromiseFigures,
}

/// A supplier that units could come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PurchaseSource"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PurchaseSource {
    /// The supplier.
    pub supplier: SupplierId,
    /// How many days from order to delivery.
    pub lead_days: u16,
}

/// A way to get the units that are short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseOption {
    /// The node that they would come from, for a transfer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The supplier that they would come from, for a purchase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<SupplierId>,
    /// How many units.
    pub quantity: Quantity,
    /// When they can leave here: the source's date, the way, and the handling at the door.
    pub at: Instant,
}

/// The ways to get the units that are short, by date, transfers before purchases, then by id. A node whose stock
/// and receipts never allow so many is no option.
pub(super) fn options(
    figures: &PromiseFigures,
    sources: &[PromiseSource],
    short: Quantity,
) -> Result<Vec<PromiseOption>, PromiseError> {
    if short.is_zero() {
        return Ok(Vec::new());
    }
    let here = |leaves: Option<Instant>, way: Option<TimeDelta>| {
        leaves?.checked_add_signed(way?)?.checked_add_signed(figures.handling())
    };
    let mut options = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let (option, ready) = match source {
            PromiseSource::Transfer(source) => {
                let timeline = Timeline::new(&source.figures, None)
                    .map_err(|error| error.under(&format!("/sources/{at}/figures")))?;
                let way = TimeDelta::try_seconds(i64::from(source.transit_seconds));
                ((Some(source.node.clone()), None), here(timeline.earliest_supplied(short), way))
            }
            PromiseSource::Purchase(source) => {
                let way = TimeDelta::try_days(i64::from(source.lead_days));
                ((None, Some(source.supplier.clone())), here(Some(figures.now), way))
            }
        };
        let (node, supplier) = option;
        options.extend(ready.map(|at| PromiseOption { node, supplier, quantity: short, at }));
    }
    options.sort_by(|left, right| {
        let key = |option: &PromiseOption| (option.at, option.node.is_none());
        let ids = || (&left.node, &left.supplier).cmp(&(&right.node, &right.supplier));
        key(left).cmp(&key(right)).then_with(ids)
    });
    Ok(options)
}

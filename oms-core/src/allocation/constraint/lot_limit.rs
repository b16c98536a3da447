//! Lots and shelf life: units whose lots may not leave.

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::{Money, NodeId, Quantity, SkuId};

/// Lots and shelf life: of a SKU at a node only so many units are of lots that may leave for this order.
///
/// Which lots those are is for the lot rules to say; here the answer comes in as a number for each cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotLimit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotLimit {
    /// The cells and their limits; a cell that is not named has none.
    pub cells: Vec<CellLimit>,
    /// What each unit beyond costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// How many units of a SKU a node may ship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellLimit {
    /// The node.
    pub node: NodeId,
    /// The SKU.
    pub sku: SkuId,
    /// The most units.
    pub units: Quantity,
}

impl Rule for LotLimit {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        for cell in &self.cells {
            let Some(at) = sheet.node_index(&cell.node) else { continue };
            for line_at in sheet.lines_of(&cell.sku) {
                sheet.cap(by, at, line_at, cell.units.units());
            }
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        check.unique("/cells", self.cells.iter().map(|cell| (&cell.node, &cell.sku)));
    }
}

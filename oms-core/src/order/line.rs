//! Order lines and the ledger that says where each unit is.

use serde::{Deserialize, Serialize};

use crate::value::{Fields, LineId, Money, MoneyError, NodeId, Quantity, ShipmentId, SkuId, Text};

/// Units of a line at a node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineUnits {
    /// The line.
    pub line: LineId,
    /// The node that ships them.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
}

/// What one node owes a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineAllocation {
    /// The node.
    pub node: NodeId,
    /// Units set aside there and not shipped yet.
    pub allocated: Quantity,
    /// Those of the allocated units that the warehouse has been told to pick.
    pub released: Quantity,
    /// Units shipped from there.
    pub shipped: Quantity,
}

/// Units of a line that one shipment delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineDelivery {
    /// The shipment.
    pub shipment: ShipmentId,
    /// How many units.
    pub quantity: Quantity,
}

/// The kit that a line is a part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderLineKit {
    /// The line as the channel sent it; the parts of the kit are named after it, such as `1.1` and `1.2`.
    pub line: LineId,
    /// The kit.
    pub sku: SkuId,
    /// How many kits were ordered.
    pub kits: Quantity,
    /// How many units of the line are in one kit.
    pub per_kit: Quantity,
}

/// A line of an order.
///
/// Each unit has one owner at every moment: `ordered = open + allocated + shipped + cancelled`. Released
/// units are part of the allocated ones, delivered units part of the shipped ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderLine {
    /// The line.
    pub id: LineId,
    /// What is bought.
    pub sku: SkuId,
    /// What the channel calls it.
    #[serde(default)]
    pub name: Text,
    /// Units ordered, cancelled ones included.
    pub ordered: Quantity,
    /// The price of one unit.
    pub unit_price: Money,
    /// What is taken off the whole line.
    pub discount: Money,
    /// The line's share of the order's discount.
    pub order_discount: Money,
    /// Tax on the whole line, on top of the price.
    pub tax: Money,
    /// Units cancelled.
    pub cancelled: Quantity,
    /// Units delivered.
    pub delivered: Quantity,
    /// By which shipments, in the order in which each first delivered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deliveries: Vec<LineDelivery>,
    /// Where the other units are or were shipped from, by node.
    pub allocations: Vec<LineAllocation>,
    /// The kit that the line is a part of, where the kit was taken apart when the order was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kit: Option<OrderLineKit>,
    /// Custom fields.
    #[serde(default)]
    pub fields: Fields,
}

impl OrderLine {
    /// Units set aside at nodes and not shipped.
    #[must_use]
    pub fn allocated(&self) -> Quantity {
        self.count(|part| part.allocated)
    }

    /// Units the warehouses have been told to pick, and not shipped.
    #[must_use]
    pub fn released(&self) -> Quantity {
        self.count(|part| part.released)
    }

    /// Units shipped.
    #[must_use]
    pub fn shipped(&self) -> Quantity {
        self.count(|part| part.shipped)
    }

    /// Units that nobody has taken care of yet.
    #[must_use]
    pub fn open(&self) -> Quantity {
        self.active().saturating_sub(self.allocated()).saturating_sub(self.shipped())
    }

    /// Units ordered and not cancelled.
    #[must_use]
    pub fn active(&self) -> Quantity {
        self.ordered.saturating_sub(self.cancelled)
    }

    /// Units that a shipment delivered.
    #[must_use]
    pub fn delivered_by(&self, shipment: &ShipmentId) -> Quantity {
        let found = self.deliveries.iter().find(|delivery| delivery.shipment == *shipment);
        found.map_or(Quantity::ZERO, |delivery| delivery.quantity)
    }

    /// What a node owes the line, if anything.
    #[must_use]
    pub fn at(&self, node: &NodeId) -> Option<&LineAllocation> {
        self.allocations.iter().find(|part| part.node == *node)
    }

    /// What the buyer pays for the whole line as ordered: price less discounts plus tax.
    ///
    /// # Errors
    /// [`MoneyError`] on overflow.
    pub fn net(&self) -> Result<Money, MoneyError> {
        self.goods()?.checked_add(self.tax)
    }

    /// The line's goods as ordered: price less discounts, without tax.
    ///
    /// # Errors
    /// [`MoneyError`] on overflow.
    pub fn goods(&self) -> Result<Money, MoneyError> {
        self.unit_price.times(self.ordered)?.checked_sub(self.discount)?.checked_sub(self.order_discount)
    }

    /// What the buyer pays for the units that are not cancelled.
    ///
    /// # Errors
    /// [`MoneyError`] on overflow.
    pub fn due(&self) -> Result<Money, MoneyError> {
        if self.ordered.is_zero() {
            return self.net();
        }
        self.net()?.slice(0, self.active().units(), self.ordered.units())
    }

    fn count(&self, of: impl Fn(&LineAllocation) -> Quantity) -> Quantity {
        let units = self.allocations.iter().fold(0_u32, |sum, part| sum.saturating_add(of(part).units()));
        Quantity::new(units)
    }
}

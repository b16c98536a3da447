//! The amount that one row adds to a figure.

use super::axis::View;
use super::column::{Code, Table, cell};
use super::refresh::part_of;
use super::select::{Pick, Portion};
use super::{ReportFigure as Figure, ReportOver};
use crate::order::OrderStatus;

/// What a row adds.
pub(super) type Gauge<'a> = Box<dyn Fn(&Pick) -> i64 + 'a>;

/// How a figure is made from rows.
pub(super) enum Recipe<'a> {
    /// A sum.
    Sum(Gauge<'a>),
    /// A sum over a sum.
    Ratio(Gauge<'a>, Gauge<'a>),
    /// The number of different orders.
    Orders,
}

/// Which units of a line an amount belongs to; it is divided among nodes by them.
#[derive(Clone, Copy)]
enum Basis {
    Ordered,
    Wanted,
    Shipped,
}

fn column<'a, T: Copy + Default + Into<i64>>(column: &'a [T]) -> Gauge<'a> {
    Box::new(move |pick| cell(column, pick.row).into())
}

fn one<'a>() -> Gauge<'a> {
    Box::new(|_| 1)
}

fn minus<'a>(left: Gauge<'a>, right: Gauge<'a>) -> Gauge<'a> {
    Box::new(move |pick| left(pick).saturating_sub(right(pick)))
}

fn flag<'a>(holds: impl Fn(&Pick) -> bool + 'a) -> Gauge<'a> {
    Box::new(move |pick| i64::from(holds(pick)))
}

impl<'a> View<'a> {
    pub(super) fn recipe(self, figure: Figure) -> Recipe<'a> {
        match self.over {
            ReportOver::Orders => self.order_recipe(figure),
            ReportOver::Lines => self.line_recipe(figure),
            ReportOver::Shipments => self.shipment_recipe(figure),
            ReportOver::Payments => match figure {
                Figure::Orders => Recipe::Orders,
                Figure::Paid => Recipe::Sum(column(&self.facts.payments.amount)),
                _ => Recipe::Sum(one()),
            },
        }
    }

    fn order_recipe(self, figure: Figure) -> Recipe<'a> {
        let orders = &self.facts.orders;
        let wanted = || minus(column(&orders.ordered), column(&orders.cancelled));
        let with_units = || flag(|pick| cell(&orders.ordered, pick.row) > cell(&orders.cancelled, pick.row));
        let status = |pick: &Pick| usize::from(cell(&orders.status, pick.row));
        let profit = || {
            let costs = minus(column(&orders.net_shipped), column(&orders.cost));
            minus(costs, column(&orders.freight))
        };
        match figure {
            Figure::Orders | Figure::Payments | Figure::DistanceMetres => Recipe::Sum(one()),
            Figure::Lines => Recipe::Sum(column(&orders.lines)),
            Figure::UnitsOrdered => Recipe::Sum(column(&orders.ordered)),
            Figure::UnitsCancelled => Recipe::Sum(column(&orders.cancelled)),
            Figure::UnitsShipped => Recipe::Sum(column(&orders.shipped_units)),
            Figure::UnitsDelivered => Recipe::Sum(column(&orders.delivered_units)),
            Figure::OrderedValue => Recipe::Sum(column(&orders.ordered_value)),
            Figure::GrossSales => Recipe::Sum(column(&orders.gross)),
            Figure::Discounts => Recipe::Sum(minus(column(&orders.gross), column(&orders.net))),
            Figure::NetSales => Recipe::Sum(column(&orders.net)),
            Figure::Tax => Recipe::Sum(column(&orders.tax)),
            Figure::ShippingCharged => Recipe::Sum(column(&orders.shipping_charged)),
            Figure::Due => Recipe::Sum(column(&orders.due)),
            Figure::Paid => Recipe::Sum(column(&orders.paid)),
            Figure::Freight => Recipe::Sum(column(&orders.freight)),
            Figure::CostOfGoods => Recipe::Sum(column(&orders.cost)),
            Figure::UnitsWithoutCost => Recipe::Sum(column(&orders.uncosted)),
            Figure::GrossProfit => Recipe::Sum(profit()),
            Figure::GrossMargin => Recipe::Ratio(profit(), column(&orders.net_shipped)),
            Figure::Shipments => Recipe::Sum(column(&orders.shipments)),
            Figure::Delivered => Recipe::Sum(flag(|pick| !cell(&orders.delivered, pick.row).is_none())),
            Figure::SplitRate => Recipe::Ratio(
                flag(|pick| cell(&orders.shipments, pick.row) > 1),
                flag(|pick| cell(&orders.shipments, pick.row) > 0),
            ),
            Figure::AverageOrderValue => Recipe::Ratio(column(&orders.net), with_units()),
            Figure::UnitsPerOrder => Recipe::Ratio(wanted(), with_units()),
            Figure::CancelRate => {
                Recipe::Ratio(flag(move |pick| status(pick) == OrderStatus::Cancelled as usize), one())
            }
            Figure::HoldRate => Recipe::Ratio(flag(|pick| cell(&orders.holds, pick.row) > 0), one()),
        }
    }

    fn line_recipe(self, figure: Figure) -> Recipe<'a> {
        let lines = &self.facts.lines;
        let profit = || {
            let costs = minus(self.share(&lines.net_shipped, Basis::Shipped), self.cost());
            minus(costs, self.freight())
        };
        let gauge = match figure {
            Figure::Orders => return Recipe::Orders,
            Figure::GrossMargin => {
                return Recipe::Ratio(profit(), self.share(&lines.net_shipped, Basis::Shipped));
            }
            Figure::UnitsOrdered => self.share(&lines.ordered, Basis::Ordered),
            Figure::UnitsCancelled => self.cancelled(),
            Figure::UnitsShipped => self.share(&lines.shipped, Basis::Shipped),
            Figure::UnitsDelivered => self.delivered(),
            Figure::OrderedValue => self.share(&lines.ordered_value, Basis::Ordered),
            Figure::GrossSales => self.share(&lines.gross, Basis::Wanted),
            Figure::Discounts => {
                minus(self.share(&lines.gross, Basis::Wanted), self.share(&lines.net, Basis::Wanted))
            }
            Figure::NetSales => self.share(&lines.net, Basis::Wanted),
            Figure::Tax => self.share(&lines.tax, Basis::Wanted),
            Figure::Freight => self.freight(),
            Figure::CostOfGoods => self.cost(),
            Figure::UnitsWithoutCost => self.uncosted(),
            Figure::GrossProfit => profit(),
            _ => one(),
        };
        Recipe::Sum(gauge)
    }

    fn shipment_recipe(self, figure: Figure) -> Recipe<'a> {
        let shipments = &self.facts.shipments;
        Recipe::Sum(match figure {
            Figure::Orders => return Recipe::Orders,
            Figure::UnitsShipped => column(&shipments.units),
            Figure::Freight => column(&shipments.freight),
            Figure::DistanceMetres => column(&shipments.distance),
            Figure::Delivered => flag(|pick| !cell(&shipments.delivered, pick.row).is_none()),
            _ => one(),
        })
    }

    /// An amount of a line, or the share of it that a portion has.
    fn share<T: Copy + Default + Into<i64>>(self, column: &'a [T], basis: Basis) -> Gauge<'a> {
        Box::new(move |pick| {
            let whole = cell(column, pick.row).into();
            if pick.portion == Portion::Whole { whole } else { self.portion_of(whole, basis, pick) }
        })
    }

    /// Cumulative slicing over the nodes in the order first named, then what no node has.
    fn portion_of(self, whole: i64, basis: Basis, pick: &Pick) -> i64 {
        let line = self.facts.lines.row(pick.row);
        let of = match basis {
            Basis::Ordered => line.ordered,
            Basis::Wanted => line.ordered.saturating_sub(line.cancelled),
            Basis::Shipped => line.shipped,
        };
        let mut from = 0_u32;
        for part in self.facts.parts_of(pick.row) {
            let units = self.part_units(part);
            let more = if matches!(basis, Basis::Shipped) { units.shipped } else { units.wanted };
            let to = from.saturating_add(more).min(of);
            if pick.portion == Portion::Part(part) {
                return part_of(whole, from, to, of);
            }
            from = to;
        }
        part_of(whole, from, of, of)
    }

    /// A column of parts; the whole line is the sum that its own column holds, the rest is nothing.
    fn at_node<T, P>(self, whole: &'a [T], part: &'a [P]) -> Gauge<'a>
    where
        T: Copy + Default + Into<i64>,
        P: Copy + Default + Into<i64>,
    {
        Box::new(move |pick| match pick.portion {
            Portion::Whole => cell(whole, pick.row).into(),
            Portion::Part(at) => cell(part, at).into(),
            Portion::Rest => 0,
        })
    }

    fn cost(self) -> Gauge<'a> {
        self.at_node(&self.facts.lines.cost, &self.facts.parts.cost)
    }

    fn freight(self) -> Gauge<'a> {
        self.at_node(&self.facts.lines.freight, &self.facts.parts.freight)
    }

    fn uncosted(self) -> Gauge<'a> {
        self.at_node(&self.facts.lines.uncosted, &self.facts.parts.uncosted)
    }

    /// Cancelled units are at no node.
    fn cancelled(self) -> Gauge<'a> {
        let column = &self.facts.lines.cancelled;
        Box::new(move |pick| match pick.portion {
            Portion::Part(_) => 0,
            _ => cell(column, pick.row).into(),
        })
    }

    /// Units delivered with a shipment whose node is not known are at no node.
    fn delivered(self) -> Gauge<'a> {
        let (lines, parts) = (&self.facts.lines.delivered, &self.facts.parts.delivered);
        let at_nodes =
            move |row: Code| self.facts.parts_of(row).map(|part| i64::from(cell(parts, part))).sum::<i64>();
        Box::new(move |pick| match pick.portion {
            Portion::Whole => cell(lines, pick.row).into(),
            Portion::Part(part) => cell(parts, part).into(),
            Portion::Rest => i64::from(cell(lines, pick.row)).saturating_sub(at_nodes(pick.row)),
        })
    }
}

//! The work that one order has booked at nodes, by day and path.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CapacityConfirmed, CapacityEvent, CapacityFreed, CapacityHeld};
use crate::value::{LineId, NodeId, OrderId, ProcessPathId, Quantity, Weight};

/// How much work it is, by measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityAmounts {
    /// Orders.
    pub orders: u64,
    /// Lines.
    pub lines: u64,
    /// Units.
    pub units: u64,
    /// Grams.
    pub weight_grams: u64,
    /// Cubic centimetres.
    pub volume_cm3: u64,
}

/// Units of a line, and how much work each is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityLine {
    /// The line.
    pub line: LineId,
    /// How many units.
    pub quantity: Quantity,
    /// The weight of one.
    pub unit_weight: Weight,
    /// The volume of one in cubic centimetres.
    pub unit_volume_cm3: u32,
}

/// What an order has booked of a path's day at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityRow {
    /// The node.
    pub node: NodeId,
    /// The day, by the node's calendar.
    pub day: NaiveDate,
    /// The path.
    pub path: ProcessPathId,
    /// The units by line.
    pub lines: Vec<CapacityLine>,
    /// Whether the warehouse was told.
    pub confirmed: bool,
}

/// The work that one order has booked. Units that shipped stay booked: they took their part of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CapacityUse"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityUse {
    /// The order.
    pub order: OrderId,
    /// What it has booked, by node, day and path.
    pub rows: Vec<CapacityRow>,
}

impl CapacityAmounts {
    /// The work of units of lines of one order.
    #[must_use]
    pub fn of(lines: &[CapacityLine]) -> Self {
        let mut sum = Self { orders: u64::from(!lines.is_empty()), ..Self::default() };
        for line in lines {
            let units = u64::from(line.quantity.units());
            sum.lines = sum.lines.saturating_add(1);
            sum.units = sum.units.saturating_add(units);
            sum.weight_grams = sum.weight_grams.saturating_add(line.unit_weight.times(line.quantity));
            let volume = u64::from(line.unit_volume_cm3).saturating_mul(units);
            sum.volume_cm3 = sum.volume_cm3.saturating_add(volume);
        }
        sum
    }

    /// What is more in it than in another.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self {
            orders: self.orders.saturating_sub(other.orders),
            lines: self.lines.saturating_sub(other.lines),
            units: self.units.saturating_sub(other.units),
            weight_grams: self.weight_grams.saturating_sub(other.weight_grams),
            volume_cm3: self.volume_cm3.saturating_sub(other.volume_cm3),
        }
    }
}

impl CapacityRow {
    /// How much of the day it takes.
    #[must_use]
    pub fn amounts(&self) -> CapacityAmounts {
        CapacityAmounts::of(&self.lines)
    }
}

impl CapacityUse {
    /// An order that has booked nothing.
    #[must_use]
    pub const fn none(order: OrderId) -> Self {
        Self { order, rows: Vec::new() }
    }

    /// What it has booked of a path's day at a node.
    #[must_use]
    pub fn row(&self, node: &NodeId, day: NaiveDate, path: &ProcessPathId) -> Option<&CapacityRow> {
        self.rows.iter().find(|row| row.node == *node && row.day == day && row.path == *path)
    }

    /// What more the order would take of a day by booking units there.
    #[must_use]
    pub fn more(
        &self,
        node: &NodeId,
        day: NaiveDate,
        path: &ProcessPathId,
        lines: &[CapacityLine],
    ) -> CapacityAmounts {
        let known = self.row(node, day, path).map(|row| row.lines.as_slice()).unwrap_or_default();
        CapacityAmounts::of(&added(known, lines)).less(CapacityAmounts::of(known))
    }

    /// Books units on a day.
    #[must_use]
    pub fn hold(
        &self,
        node: &NodeId,
        day: NaiveDate,
        path: &ProcessPathId,
        lines: Vec<CapacityLine>,
    ) -> CapacityEvent {
        CapacityEvent::Held(CapacityHeld {
            node: node.clone(),
            day,
            path: path.clone(),
            amounts: self.more(node, day, path, &lines),
            lines,
            confirmed: self.row(node, day, path).is_some_and(|row| row.confirmed),
        })
    }

    /// Everything booked at a node becomes certain.
    #[must_use]
    pub fn confirm(&self, node: &NodeId) -> Vec<CapacityEvent> {
        let rows = self.rows.iter().filter(|row| row.node == *node && !row.confirmed);
        let event = |row: &CapacityRow| {
            CapacityEvent::Confirmed(CapacityConfirmed {
                node: row.node.clone(),
                day: row.day,
                path: row.path.clone(),
                amounts: row.amounts(),
            })
        };
        rows.map(event).collect()
    }

    /// Gives back units of a line at a node: on every path they take, the latest day first.
    #[must_use]
    pub fn free(&self, node: &NodeId, line: &LineId, quantity: Quantity) -> Vec<CapacityEvent> {
        let mut rows: Vec<&CapacityRow> = self.rows.iter().filter(|row| row.node == *node).collect();
        rows.sort_by(|left, right| (&left.path, right.day).cmp(&(&right.path, left.day)));
        let mut events = Vec::new();
        let (mut path, mut left) = (None, quantity);
        for row in rows {
            if path != Some(&row.path) {
                (path, left) = (Some(&row.path), quantity);
            }
            let Some(known) = row.lines.iter().find(|known| known.line == *line) else { continue };
            let freed = CapacityLine { quantity: known.quantity.min(left), ..known.clone() };
            if freed.quantity.is_zero() {
                continue;
            }
            left = left.saturating_sub(freed.quantity);
            let lines = vec![freed];
            let amounts = row.amounts().less(CapacityAmounts::of(&subtracted(&row.lines, &lines)));
            events.push(CapacityEvent::Freed(CapacityFreed {
                node: row.node.clone(),
                day: row.day,
                path: row.path.clone(),
                lines,
                amounts,
                confirmed: row.confirmed,
            }));
        }
        events
    }

    /// The work after an event.
    #[must_use]
    pub fn evolve(mut self, event: &CapacityEvent) -> Self {
        match event {
            CapacityEvent::Held(event) => {
                let row = self.row_mut(&event.node, event.day, &event.path);
                row.lines = added(&row.lines, &event.lines);
            }
            CapacityEvent::Confirmed(event) => {
                self.row_mut(&event.node, event.day, &event.path).confirmed = true;
            }
            CapacityEvent::Freed(event) => {
                let row = self.row_mut(&event.node, event.day, &event.path);
                row.lines = subtracted(&row.lines, &event.lines);
            }
        }
        self.rows.retain(|row| !row.lines.is_empty());
        self
    }

    /// The row of a day, made when missing, kept in order.
    fn row_mut(&mut self, node: &NodeId, day: NaiveDate, path: &ProcessPathId) -> &mut CapacityRow {
        let key = (node, day, path);
        let at = self.rows.partition_point(|row| (&row.node, row.day, &row.path) < key);
        if self.rows.get(at).is_none_or(|row| (&row.node, row.day, &row.path) != key) {
            let (node, path) = (node.clone(), path.clone());
            self.rows.insert(at, CapacityRow { node, day, path, lines: Vec::new(), confirmed: false });
        }
        // INVARIANT: the row at this place was found or has just been inserted.
        #[expect(clippy::indexing_slicing, reason = "the place was filled on the line above")]
        &mut self.rows[at]
    }
}

/// The lines with more units.
fn added(lines: &[CapacityLine], more: &[CapacityLine]) -> Vec<CapacityLine> {
    let mut lines = lines.to_vec();
    for line in more {
        let same = lines.iter_mut().find(|known| known.line == line.line);
        match same {
            Some(known) => {
                let units = known.quantity.units().saturating_add(line.quantity.units());
                known.quantity = Quantity::new(units);
            }
            None => lines.push(line.clone()),
        }
    }
    lines.sort_by(|left, right| left.line.cmp(&right.line));
    lines
}

/// The lines with fewer units, without those that have none.
fn subtracted(lines: &[CapacityLine], less: &[CapacityLine]) -> Vec<CapacityLine> {
    let mut lines = lines.to_vec();
    for line in less {
        if let Some(known) = lines.iter_mut().find(|known| known.line == line.line) {
            known.quantity = known.quantity.saturating_sub(line.quantity);
        }
    }
    lines.retain(|line| !line.quantity.is_zero());
    lines
}

//! Choosing the nodes of a reservation: one plan over all its items, cell by cell, with the reasons.

use std::collections::BTreeMap;

use super::{Decision, Desk};
use crate::engine::view::Halt;
use crate::network::{Network, Node};
use crate::stock::{
    HeldItem, HoldDemand, HoldNode, NodeUnits, ReservationDraft, ReservedItem, StockError, StockShortage,
    WantedUnits, plan_holds,
};
use crate::store::{CellKey, Explanation, ReservationExplained};
use crate::value::{GroupId, NodeId, Quantity, SkuId};

/// What the plan chooses from.
struct Choice<'n> {
    /// Units that may be held by cell, net of what others hold and of what is kept for better classes.
    promiseable: BTreeMap<(SkuId, NodeId), i64>,
    /// How few units of a cell may stay free.
    min_free: BTreeMap<CellKey, i64>,
    /// The nodes that each item may be held at, best first, closed ones included.
    nodes: Vec<Vec<&'n Node>>,
    demands: Vec<HoldDemand>,
}

impl Desk<'_, '_> {
    /// Holds what is wanted wherever it may be held, notes the guards and explains the choice.
    ///
    /// # Errors
    /// What is short by SKU and place, unless the reservation may be partial.
    pub(super) fn plan_reservation(
        &mut self,
        draft: &ReservationDraft,
        network: &Network,
        decision: &mut Decision,
    ) -> Result<Vec<ReservedItem>, Halt> {
        let choice = self.choice(draft, network, decision)?;
        let parts = plan_holds(&choice.demands, &choice.promiseable);
        let mut explained = Vec::with_capacity(parts.len());
        let mut items = Vec::new();
        for (at, (wanted, parts)) in draft.wanted.iter().zip(&parts).enumerate() {
            for part in parts {
                let (line, sku) = (wanted.line.clone(), wanted.sku.clone());
                let item = ReservedItem { line, sku, node: part.node.clone(), quantity: part.quantity };
                ReservedItem::add(&mut items, item);
            }
            explained.push(self.explain(wanted, &choice, at, parts)?);
        }
        if !draft.partial && explained.iter().any(|item| !item.short.is_zero()) {
            return Err(StockError::Insufficient(shortages(&draft.wanted, &explained)).into());
        }
        for item in &items {
            let key = self.cell_key(&item.sku, &item.node);
            let min_free = choice.min_free.get(&key).copied().unwrap_or_default();
            decision.guards.push((key, min_free));
        }
        let is_plain = draft.wanted.iter().all(|wanted| wanted.node.is_some())
            && explained.iter().all(|item| item.held == item.wanted);
        if !is_plain {
            let reservation = draft.id.clone();
            let explained = ReservationExplained { reservation, items: explained };
            decision.explanations.push(Explanation::Reservation(explained));
        }
        Ok(items)
    }

    /// Everything that the plan looks at; expired reservations in the cells are swept first.
    fn choice<'n>(
        &mut self,
        draft: &ReservationDraft,
        network: &'n Network,
        decision: &mut Decision,
    ) -> Result<Choice<'n>, Halt> {
        let mut nodes: Vec<Vec<&Node>> = Vec::with_capacity(draft.wanted.len());
        let mut cells = Vec::new();
        for wanted in &draft.wanted {
            let holds = self.sale_mode(&wanted.sku)?.holds_for_carts();
            let places = if holds { places(wanted, network) } else { Vec::new() };
            cells.extend(places.iter().map(|node| self.cell_key(&wanted.sku, &node.id)));
            nodes.push(places);
        }
        self.view.need_cells(&cells)?;
        let in_cells = |item: &ReservedItem| {
            cells.iter().any(|cell: &CellKey| cell.sku == item.sku && cell.node == item.node)
        };
        let swept = self.sweep(decision, in_cells);
        // All are looked at before the first that is missing stops it, so that they are loaded in one round.
        let limits: Vec<_> =
            cells.iter().map(|key| self.must_stay_free(&key.sku, &key.node, None, draft.class)).collect();
        let (mut promiseable, mut min_free) = (BTreeMap::new(), BTreeMap::new());
        for (key, least) in cells.iter().zip(limits) {
            let least = least?;
            min_free.insert(key.clone(), least);
            let freed = swept.get(key).copied().unwrap_or_default();
            let units = self.view.cell(key)?.free().saturating_add(freed).saturating_sub(least);
            promiseable.insert((key.sku.clone(), key.node.clone()), units);
        }
        let demand = |(wanted, places): (&WantedUnits, &Vec<&Node>)| HoldDemand {
            sku: wanted.sku.clone(),
            quantity: wanted.quantity,
            // A closed node holds for those who name it, and for nobody else.
            nodes: places
                .iter()
                .filter(|node| node.active || wanted.node.is_some())
                .map(|node| node.id.clone())
                .collect(),
        };
        let demands = draft.wanted.iter().zip(&nodes).map(demand).collect();
        Ok(Choice { promiseable, min_free, nodes, demands })
    }

    fn explain(
        &mut self,
        wanted: &WantedUnits,
        choice: &Choice<'_>,
        at: usize,
        parts: &[NodeUnits],
    ) -> Result<HeldItem, Halt> {
        let sale_mode = self.sale_mode(&wanted.sku)?;
        let held_at = |node: &NodeId| {
            parts.iter().find(|part| part.node == *node).map(|part| part.quantity).unwrap_or_default()
        };
        let nodes = choice.nodes.get(at).into_iter().flatten().map(|node| HoldNode {
            node: node.id.clone(),
            priority: node.priority,
            active: node.active,
            promiseable: choice
                .promiseable
                .get(&(wanted.sku.clone(), node.id.clone()))
                .copied()
                .unwrap_or_default()
                .max(0),
            held: held_at(&node.id),
        });
        let held = Quantity::new(parts.iter().fold(0, |sum, part| part.quantity.units().saturating_add(sum)));
        let rest = wanted.quantity.saturating_sub(held);
        let (short, unheld) =
            if sale_mode.holds_for_carts() { (rest, Quantity::ZERO) } else { (Quantity::ZERO, rest) };
        Ok(HeldItem {
            line: wanted.line.clone(),
            sku: wanted.sku.clone(),
            wanted: wanted.quantity,
            held,
            short,
            unheld,
            sale_mode,
            nodes: nodes.collect(),
        })
    }
}

/// The nodes at which units may be held, in the order in which they are asked.
fn places<'n>(wanted: &WantedUnits, network: &'n Network) -> Vec<&'n Node> {
    match &wanted.node {
        Some(node) => network.nodes.get(node).into_iter().collect(),
        None => network.in_order(wanted.group.as_ref()),
    }
}

/// A SKU and where it is wanted.
type Place<'w> = (&'w SkuId, Option<&'w NodeId>, Option<&'w GroupId>);

/// What is short by SKU and place, over all items that share both.
fn shortages(wanted: &[WantedUnits], explained: &[HeldItem]) -> Vec<StockShortage> {
    let mut sums: BTreeMap<Place<'_>, (i64, i64, bool)> = BTreeMap::new();
    for (wanted, item) in wanted.iter().zip(explained) {
        let sum = sums.entry((&wanted.sku, wanted.node.as_ref(), wanted.group.as_ref())).or_default();
        sum.0 = sum.0.saturating_add(wanted.quantity.signed());
        sum.1 = sum.1.saturating_add(item.held.signed());
        sum.2 |= !item.short.is_zero();
    }
    let short = sums.into_iter().filter(|(_, (.., is_short))| *is_short);
    short
        .map(|((sku, node, _), (wanted, available, _))| StockShortage {
            sku: sku.clone(),
            node: node.cloned(),
            wanted,
            available,
        })
        .collect()
}

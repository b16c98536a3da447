//! What kits cost that are put together: what their components cost. Taken apart, they give it back.

use super::Desk;
use super::value_moves::{Ledger, Purpose};
use crate::catalog::{KitPriceComponent, KitPriceRequest, Sku, explode_kit_price};
use crate::cost::{CostEntryKind, CostIssueKind};
use crate::engine::view::Halt;
use crate::stock::StockMovement;
use crate::value::{Money, Quantity, SplitRule, Text};

impl Desk<'_, '_> {
    /// Books units that become others at a node: what leaves is summed, and shared out over what comes, by the cost
    /// that the records name or else by units. What is not costed is worth what its record says; where that is unknown,
    /// what comes is valued as if it were found.
    pub(super) fn value_kits(
        &mut self,
        ledger: &mut Ledger,
        movements: &[StockMovement],
        reference: &Text,
    ) -> Result<(), Halt> {
        let purpose = |cost| Purpose {
            issue: CostIssueKind::Transferred,
            entry: CostEntryKind::Transferred,
            reference: reference.clone(),
            cost,
            away: None,
        };
        let mut sum = Some(None);
        for movement in movements.iter().filter(|movement| movement.delta.on_hand < 0) {
            let key = self.cell_key(&movement.sku, &movement.node);
            let before = ledger.events.len();
            ledger.book(&key, movement.delta.on_hand, purpose(None), self.at)?;
            let costed = ledger.books.contains_key(&key);
            let cost = if costed { ledger.issued(before) } else { self.stated_worth(movement)? };
            sum = sum.zip(cost).and_then(|(sum, cost)| plus(sum, cost)).map(Some);
        }
        let coming: Vec<&StockMovement> =
            movements.iter().filter(|movement| movement.delta.on_hand > 0).collect();
        let shares = self.shares(&coming, sum.flatten())?;
        for (movement, cost) in coming.into_iter().zip(shares) {
            let key = self.cell_key(&movement.sku, &movement.node);
            let cost = cost.filter(|cost| {
                ledger.books.get(&key).is_some_and(|book| book.value.currency() == cost.currency())
            });
            ledger.book(&key, movement.delta.on_hand, purpose(cost), self.at)?;
        }
        Ok(())
    }

    /// What the units of a movement are worth by the SKU's record.
    fn stated_worth(&mut self, movement: &StockMovement) -> Result<Option<Money>, Halt> {
        let record = self.view.sku(self.tenant, &movement.sku)?;
        let cost = record.and_then(|record| record.cost);
        Ok(cost.and_then(|cost| cost.times(units(movement)).ok()))
    }

    fn shares(&mut self, coming: &[&StockMovement], sum: Option<Money>) -> Result<Vec<Option<Money>>, Halt> {
        let mut components = Vec::with_capacity(coming.len());
        for movement in coming {
            let record = self.view.sku(self.tenant, &movement.sku)?;
            let cost = record.as_deref().and_then(|record: &Sku| record.cost);
            let (sku, quantity) = (movement.sku.clone(), units(movement));
            components.push(KitPriceComponent { sku, quantity, list: cost, cost: None });
        }
        let rule = SplitRule::LargestRemainder;
        let shares = sum
            .map(|price| explode_kit_price(&KitPriceRequest { price, components, allow_zero: true, rule }));
        Ok(match shares {
            Some(Ok(shares)) => shares.parts.iter().map(|part| Some(part.amount)).collect(),
            _ => vec![None; coming.len()],
        })
    }
}

fn plus(sum: Option<Money>, cost: Money) -> Option<Money> {
    sum.map_or(Some(cost), |sum| sum.checked_add(cost).ok())
}

fn units(movement: &StockMovement) -> Quantity {
    Quantity::try_from(movement.delta.on_hand.saturating_abs()).unwrap_or_default()
}

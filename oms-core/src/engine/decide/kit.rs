//! Kits: recipes that make sense, holds on components, putting kits together and taking them apart.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Decided, Decision, Desk};
use crate::catalog::{KitBook, Sku};
use crate::engine::view::Halt;
use crate::engine::{AssembleKit, DisassembleKit};
use crate::error::Error;
use crate::stock::{KitAssembly, StockCell, WantedUnits};
use crate::store::{CellKey, DocumentKey, Event, StockRecord};
use crate::value::{NodeId, Problems, Quantity, SkuId};

impl Desk<'_, '_> {
    /// The recipes that taking these SKUs apart needs: their own and those of the kits in them, level by level. What
    /// is in `known` is looked at instead of what is stored.
    ///
    /// One round for SKUs that are no kits, one more for each level of kits.
    pub(super) fn kit_book<'s>(
        &mut self,
        skus: impl IntoIterator<Item = &'s SkuId>,
        known: Option<&Sku>,
    ) -> Result<KitBook, Halt> {
        let mut book = KitBook::default();
        let mut seen: BTreeSet<SkuId> = BTreeSet::new();
        let mut next: BTreeSet<SkuId> = skus.into_iter().cloned().collect();
        while !next.is_empty() {
            self.view.need(next.iter().map(|sku| DocumentKey::sku(self.tenant, sku)))?;
            let mut inner = BTreeSet::new();
            for id in &next {
                let recipe = match known.filter(|known| known.id == *id) {
                    Some(known) => known.recipe(),
                    None => self.view.sku(self.tenant, id)?.and_then(|sku| sku.recipe()),
                };
                if let Some(recipe) = recipe {
                    inner.extend(recipe.parts().cloned());
                    book.put(recipe);
                }
            }
            seen.append(&mut next);
            next = inner.into_iter().filter(|sku| !seen.contains(sku)).collect();
        }
        Ok(book)
    }

    /// Whether any of the SKUs is a virtual kit.
    pub(super) fn any_virtual_kit<'s>(
        &mut self,
        skus: impl IntoIterator<Item = &'s SkuId>,
    ) -> Result<bool, Halt> {
        let (mut any, mut complete) = (false, true);
        for id in skus {
            match self.view.sku(self.tenant, id) {
                Ok(record) => any |= record.is_some_and(|record| record.is_virtual_kit()),
                // The other records are asked for in the same round.
                Err(Halt::Missing) => complete = false,
                Err(refused) => return Err(refused),
            }
        }
        if complete { Ok(any) } else { Err(Halt::Missing) }
    }

    /// Everything wrong with a kit's recipe beside the others: unknown components, cycles, too many levels or units.
    pub(super) fn recipe_problems(&mut self, sku: &Sku) -> Result<Problems, Halt> {
        let mut problems = Problems::new();
        if !sku.is_kit() {
            return Ok(problems);
        }
        let book = self.kit_book([&sku.id], Some(sku))?;
        let components = (sku.kit.iter().enumerate()).map(|(at, part)| (&part.sku, format!("/kit/{at}/sku")));
        let options = sku.kit_choices.iter().enumerate().flat_map(|(choice, of)| {
            let path = move |at: usize| format!("/kitChoices/{choice}/options/{at}/sku");
            of.options.iter().enumerate().map(move |(at, option)| (&option.sku, path(at)))
        });
        for (part, path) in components.chain(options) {
            if *part != sku.id && self.view.sku(self.tenant, part)?.is_none() {
                let message = format!("there is no SKU `{part}`; put its record first");
                problems.add("stock.unknown_sku", path, message);
            }
        }
        if let Err(error) = book.contents(&sku.id) {
            problems.extend(error.at(if sku.kit.is_empty() { "/kitChoices" } else { "/kit" }));
        }
        Ok(problems)
    }

    /// What is wanted with the components of virtual kits in the place of the kits, each where the kit is wanted.
    pub(super) fn wanted_of_kits<'i>(
        &mut self,
        items: &'i [WantedUnits],
    ) -> Result<Cow<'i, [WantedUnits]>, Halt> {
        let kits = self.any_virtual_kit(items.iter().map(|item| &item.sku))?;
        if !kits && items.iter().all(|item| item.chosen.is_empty()) {
            return Ok(Cow::Borrowed(items));
        }
        let book = self.kit_book(items.iter().map(|item| &item.sku), None)?;
        let mut problems = Problems::new();
        let mut exploded: Vec<WantedUnits> = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            match book.explode_chosen(&item.sku, item.quantity, &item.chosen, "/sku") {
                Ok(parts) => exploded.extend(parts.into_iter().map(|part| WantedUnits {
                    sku: part.sku,
                    quantity: part.quantity,
                    chosen: Vec::new(),
                    ..item.clone()
                })),
                Err(wrong) => problems.extend(wrong.under(&format!("/items/{at}"))),
            }
        }
        if problems.is_empty() { Ok(Cow::Owned(exploded)) } else { Err(Error::Input(problems).into()) }
    }

    /// A virtual kit has no stock of its own: units put on its shelf would never be sold.
    pub(super) fn must_have_stock(&mut self, sku: &SkuId) -> Result<(), Halt> {
        let record = self.view.sku(self.tenant, sku)?;
        if record.is_some_and(|record| record.is_virtual_kit()) {
            let mut problems = Problems::new();
            let message =
                format!("`{sku}` is a virtual kit and has no stock of its own; name its components");
            problems.add("kit.virtual", "/sku", message);
            return Err(Error::Input(problems).into());
        }
        Ok(())
    }

    pub(super) fn assemble_kit(&mut self, assemble: &AssembleKit) -> Decided {
        self.move_kits(&assemble.sku, &assemble.node, assemble.quantity, true)
    }

    pub(super) fn disassemble_kit(&mut self, disassemble: &DisassembleKit) -> Decided {
        self.move_kits(&disassemble.sku, &disassemble.node, disassemble.quantity, false)
    }

    /// Kits become stock and their components leave it, or the other way round: all of it or nothing.
    fn move_kits(&mut self, kit: &SkuId, node: &NodeId, quantity: Quantity, assemble: bool) -> Decided {
        let book = self.kit_book([kit], None)?;
        self.must_know_kit(kit, node, &book)?;
        let components =
            book.components(kit, quantity).map_err(|error| Error::Input(error.at("/quantity")))?;
        let keys: BTreeSet<CellKey> = (components.iter().map(|part| &part.sku).chain([kit]))
            .map(|sku| self.cell_key(sku, node))
            .collect();
        self.view.need_cells(&keys)?;
        let mut decision = Decision::default();
        let swept = self
            .sweep(&mut decision, |item| item.node == *node && keys.iter().any(|key| key.sku == item.sku));
        let mut cells: BTreeMap<SkuId, (StockCell, i64)> = BTreeMap::new();
        for key in keys {
            let mut cell = self.view.cell(&key)?;
            cell.held = cell.held.saturating_sub(swept.get(&key).copied().unwrap_or_default());
            cells.insert(key.sku.clone(), (cell, self.min_free(&key.sku)?));
        }
        let assembly = KitAssembly { kit: kit.clone(), node: node.clone(), quantity, components };
        let event = assembly.decide(assemble, &cells)?;
        for movement in event.movements().iter().filter(|movement| movement.delta.free() < 0) {
            let (_, min_free) = cells.get(&movement.sku).copied().unwrap_or_default();
            decision.guards.push((self.cell_key(&movement.sku, node), min_free));
        }
        decision.events.push(Event::Stock(StockRecord { event }));
        Ok(decision)
    }

    fn must_know_kit(&mut self, kit: &SkuId, node: &NodeId, book: &KitBook) -> Result<(), Halt> {
        self.must_know([("", kit, node)])?;
        let mut problems = Problems::new();
        match book.recipe(kit) {
            None => problems.add("kit.not_a_kit", "/sku", format!("`{kit}` is no kit")),
            Some(recipe) if recipe.kind.is_virtual() => {
                let message =
                    format!("`{kit}` is a virtual kit and has no stock of its own; make it `assembled`");
                problems.add("kit.virtual", "/sku", message);
            }
            Some(_) => {}
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems).into()) }
    }
}

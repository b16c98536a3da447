//! Real orders in the layout of the Olist data set, played through the engine as they happened.

mod dirt;
mod draft;
mod history;
mod network;
mod rates;
mod sheet;
mod tables;

use std::collections::BTreeMap;
use std::path::Path;

use oms_core::carrier::Carriers;
use oms_core::engine::{Action, Command, PutNode, PutPolicy, PutRateCard, PutSku, ReceiveStock};
use oms_core::policy::Policy;
use oms_core::value::{CommandId, Currency, Instant, Money, Quantity, TenantId, Text};

pub(crate) use dirt::Dirt;

use crate::compare::{Case, CaseOrder};
use history::Step;
use network::Network;
use tables::Tables;

/// What the tables hold, ready to be played.
#[derive(Debug)]
pub(crate) struct Olist {
    tables: Tables,
    network: Network,
    steps: Vec<Step>,
    case: Vec<CaseOrder>,
    pub(crate) dirt: Dirt,
}

impl Olist {
    /// Reads a directory of CSV files, plain or gzipped.
    ///
    /// # Errors
    /// A text for people when a file is missing or has not the columns it needs.
    pub(crate) fn read(dir: &Path) -> Result<Self, String> {
        let mut dirt = Dirt::default();
        let tables = tables::read(dir, &mut dirt)?;
        let network = Network::build(&tables, &mut dirt);
        let mut olist = Self { tables, network, steps: vec![], case: vec![], dirt };
        olist.recount();
        Ok(olist)
    }

    /// How many orders there are.
    pub(crate) fn orders(&self) -> usize {
        self.tables.orders.len()
    }

    /// Rows read by file.
    pub(crate) fn rows(&self) -> &BTreeMap<&'static str, u64> {
        &self.tables.rows
    }

    /// Categories in English.
    pub(crate) fn translated(&self) -> &BTreeMap<String, String> {
        &self.tables.translated
    }

    /// How many products lie in one state only, and how many are sold at all.
    pub(crate) fn products_in_one_place(&self) -> (usize, usize) {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (sku, _) in self.network.stock.keys() {
            *places.entry(sku.as_str()).or_default() += 1;
        }
        (places.values().filter(|count| **count == 1).count(), places.len())
    }

    /// The commands that set up the house, then all of history by time.
    pub(crate) fn commands(&mut self, tenant: &TenantId) -> Vec<Command> {
        let steps = std::mem::take(&mut self.steps);
        let first = steps.first().map_or(Instant::default(), |step| step.turn);
        let setup = self.setup().into_iter().map(|action| (first, action));
        let all = setup.chain(steps.into_iter().map(|step| (step.at, step.action)));
        let command = |(number, (at, action)): (u64, (Instant, Action))| {
            let id = CommandId::new(format!("c-{number:07}")).ok()?;
            Some(Command { id, tenant: tenant.clone(), at, by: None, action })
        };
        (1_u64..).zip(all).filter_map(command).collect()
    }

    /// The shipped orders as a case for the strategies, with what history chose.
    pub(crate) fn case(&mut self) -> Result<Case, String> {
        let card = rates::rate_card().map_err(|error| error.to_string())?;
        let stock = self.network.stock.iter();
        Ok(Case {
            currency: Currency::BRL,
            nodes: self.network.nodes.clone(),
            carriers: Carriers::new(vec![card]),
            weights: self.network.skus.values().map(|sku| (sku.id.clone(), sku.weight)).collect(),
            split_cost: Money::zero(Currency::BRL),
            receipts: stock
                .map(|((sku, node), units)| (Instant::MIN_UTC, sku.clone(), node.clone(), i64::from(*units)))
                .collect(),
            orders: std::mem::take(&mut self.case),
        })
    }

    fn setup(&self) -> Vec<Action> {
        let policy = Policy::standard();
        let mut actions = vec![Action::PutPolicy(PutPolicy { policy })];
        actions.extend(self.network.nodes.iter().cloned().map(|node| Action::PutNode(PutNode { node })));
        actions.extend(rates::rate_card().ok().map(|card| Action::PutRateCard(PutRateCard { card })));
        actions.extend(self.network.skus.values().cloned().map(|sku| Action::PutSku(PutSku { sku })));
        actions.extend(self.network.stock.iter().map(|((sku, node), units)| {
            let reference = Text::new("sold in the period").unwrap_or_default();
            Action::ReceiveStock(ReceiveStock::new(
                sku.clone(),
                node.clone(),
                Quantity::new(*units),
                reference,
            ))
        }));
        actions
    }

    /// Turns rows into steps and the case.
    fn recount(&mut self) {
        let orders = std::mem::take(&mut self.tables.orders);
        let located = self.network.nodes.iter().filter(|node| node.location.is_some());
        let placed = located.map(|node| node.id.clone()).collect();
        for row in &orders {
            let Some(made) = draft::make(row, &self.tables, &self.network, &mut self.dirt) else { continue };
            if let Some(at) = row.carrier.or(row.delivered).filter(|_| !made.units.is_empty()) {
                self.case.push(draft::case_order(at, &made));
            }
            self.steps.extend(history::steps(row, made.draft, &made.units, &placed, &mut self.dirt));
        }
        self.tables.orders = orders;
        // Stable: the steps of one order stay in their order.
        self.steps.sort_by_key(|step| step.turn);
        self.case.sort_by_key(|order| order.at);
    }
}

//! A seeded world: warehouses, carriers, goods and buyers, and people and messages as they are.
//!
//! The world knows nothing of the engine but its commands and their outcomes: ask it for the next hour of commands,
//! have them carried out, and tell it what came of each. The same seed and the same answers give the same world.
//!
//! ```text
//! let mut world = World::new(7, 50_000)?;
//! for command in world.opening() { .. }
//! while let Some(commands) = world.next_hour(&order_by_id) {
//!     for (command, result) in .. { world.learn(&command, &result); }
//! }
//! ```

mod act;
mod buyer;
mod goods;
mod learn;
mod make;
mod places;
mod rates;
mod rng;
mod stocking;
mod task;
mod tracking;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use oms_core::carrier::Carriers;
use oms_core::catalog::Sku;
use oms_core::engine::{Action, Command, PutNode, PutPolicy, PutRateCard, PutSku};
use oms_core::network::Node;
use oms_core::order::{Order, OrderDraft};
use oms_core::policy::Policy;
use oms_core::value::{CommandId, OrderId, TenantId};

use buyer::{Buyers, Cancels, DAY, HOUR, MINUTE, Pays, START};
use goods::Good;
use make::usd;
pub(crate) use stocking::Receipt;
use task::{Do, Task};

/// How many SKUs there are.
const SKUS: usize = 2_000;
/// Units of an order on average, wholesale included, in hundredths; what the planner counts with.
const UNITS_PER_ORDER: u64 = 375;

/// A simulated month of trade.
#[derive(Debug)]
pub(crate) struct World {
    seed: u64,
    tenant: TenantId,
    goods: Vec<Good>,
    buyers: Buyers,
    receipts: Vec<Receipt>,
    tasks: BinaryHeap<Reverse<Task>>,
    planned: u64,
    commands: u64,
    /// The end of the hour that was asked for last.
    now: i64,
    /// Orders that wait for stock.
    waiting: BTreeSet<u32>,
    /// Units that are neither delivered nor cancelled, by order.
    open: Vec<u32>,
    /// How often an order's allocation came out short.
    tries: BTreeMap<u32, u32>,
    /// Commands sent twice, whose first answer has been heard.
    repeated: BTreeMap<CommandId, bool>,
}

impl World {
    /// A world with so many orders; the same seed gives the same world. `None` only if the tenant's name were no id.
    pub(crate) fn new(seed: u64, orders: u32) -> Option<Self> {
        let goods = goods::goods(seed, SKUS);
        let buyers = Buyers::new(seed, orders, &goods)?;
        let receipts = stocking::receipts(seed, &goods, u64::from(orders) * UNITS_PER_ORDER / 100);
        let mut world = Self {
            seed,
            tenant: TenantId::new("demo").ok()?,
            goods,
            buyers,
            receipts,
            tasks: BinaryHeap::new(),
            planned: 0,
            commands: 0,
            now: START,
            waiting: BTreeSet::new(),
            open: vec![0; usize::try_from(orders).unwrap_or(0)],
            tries: BTreeMap::new(),
            repeated: BTreeMap::new(),
        };
        world.foresee();
        Some(world)
    }

    pub(crate) fn tenant(&self) -> &TenantId {
        &self.tenant
    }

    /// How many orders buyers place.
    pub(crate) fn orders(&self) -> u32 {
        self.buyers.len()
    }

    pub(crate) fn nodes(&self) -> Vec<Node> {
        places::nodes()
    }

    pub(crate) fn carriers(&self) -> Carriers {
        Carriers::new(rates::rate_cards())
    }

    pub(crate) fn skus(&self) -> impl Iterator<Item = &Sku> {
        self.goods.iter().map(|good| &good.sku)
    }

    pub(crate) fn receipts(&self) -> &[Receipt] {
        &self.receipts
    }

    /// Every order as its buyer meant it, by time.
    pub(crate) fn drafts(&self) -> impl Iterator<Item = OrderDraft> {
        (0..self.buyers.len()).filter_map(|number| self.buyers.draft(&self.goods, number))
    }

    pub(crate) fn policy(&self) -> Policy {
        Policy { split_cost: Some(usd(250)), lanes_required: true, ..Policy::standard() }
    }

    /// The commands that set up the house before the first morning.
    pub(crate) fn opening(&mut self) -> Vec<Command> {
        let mut actions = vec![Action::PutPolicy(PutPolicy { policy: self.policy() })];
        actions.extend(self.nodes().into_iter().map(|node| Action::PutNode(PutNode { node })));
        actions.extend(rates::rate_cards().into_iter().map(|card| Action::PutRateCard(PutRateCard { card })));
        actions.extend(self.goods.iter().map(|good| Action::PutSku(PutSku { sku: good.sku.clone() })));
        actions.into_iter().filter_map(|action| self.command(START - DAY, action)).collect()
    }

    /// The commands of the next hour in which anything happens, by time; `None` when the world has come to rest.
    /// `look` finds an order as it stands.
    pub(crate) fn next_hour(&mut self, look: &impl Fn(&OrderId) -> Option<Order>) -> Option<Vec<Command>> {
        let Reverse(first) = self.tasks.peek()?;
        self.now = self.now.max((first.at / HOUR + 1) * HOUR);
        let mut commands = Vec::new();
        while let Some(Reverse(task)) = self.tasks.peek() {
            if task.at >= self.now {
                break;
            }
            let Some(Reverse(task)) = self.tasks.pop() else { break };
            let actions = self.act(&task.what, task.at, look);
            for action in actions {
                let Some(command) = self.command(task.at, action) else { continue };
                // Now and then an answer gets lost, and the command is sent again.
                if self.commands.is_multiple_of(211) {
                    self.repeated.insert(command.id.clone(), false);
                    commands.push(command.clone());
                }
                commands.push(command);
            }
        }
        Some(commands)
    }

    fn command(&mut self, at: i64, action: Action) -> Option<Command> {
        self.commands += 1;
        let id = CommandId::new(format!("c-{:07}", self.commands)).ok()?;
        Some(Command { id, tenant: self.tenant.clone(), at: make::instant(at), by: None, action })
    }

    /// Plans something. What is planned for the past happens as soon as the hour is over.
    fn plan(&mut self, at: i64, what: Do) {
        self.planned += 1;
        let at = at.max(self.now);
        self.tasks.push(Reverse(Task { at, number: self.planned, what }));
    }

    /// Plans all that does not depend on answers.
    fn foresee(&mut self) {
        for at in 0..self.receipts.len() {
            let when = self.receipts.get(at).map_or(START, |receipt| receipt.at);
            self.plan(when, Do::Receive(at));
        }
        for day in [7, 14, 21] {
            self.plan(START + day * DAY + 6 * HOUR, Do::LookAgain);
        }
        self.plan(START + 31 * DAY, Do::GiveUp);
        for number in 0..self.buyers.len() {
            self.foresee_order(number);
        }
    }

    fn foresee_order(&mut self, number: u32) {
        let (placed, manners) = (self.buyers.placed_at(number), self.buyers.manners(number));
        self.plan(placed, Do::Place(number));
        if manners.sent_twice {
            let changed = manners.sent_changed;
            self.plan(placed + 20 * MINUTE, Do::PlaceAgain(number, changed));
        }
        if manners.reserves {
            self.plan(placed + 1, Do::Reserve(number));
        }
        self.plan(placed + 3 * MINUTE, Do::Review(number));
        match manners.pays {
            Pays::After(_) if manners.pays_first => self.plan(placed - MINUTE, Do::Pay(number)),
            Pays::After(seconds) => self.plan(placed + seconds, Do::Pay(number)),
            Pays::Never => self.plan(placed + 4 * DAY, Do::CancelAll(number, "not paid")),
            Pays::ByInvoice => {}
        }
        match manners.cancels {
            Cancels::Nothing => {}
            Cancels::Part(seconds) => self.plan(placed + seconds, Do::CancelPart(number)),
            Cancels::All(seconds) => self.plan(placed + seconds, Do::CancelAll(number, "buyer")),
        }
        if let Some(seconds) = manners.mends_address {
            self.plan(placed + seconds, Do::MendAddress(number));
        } else if manners.wrong_total {
            let paid = if let Pays::After(seconds) = manners.pays { seconds } else { 0 };
            self.plan(placed + paid.max(5 * MINUTE) + 5 * HOUR, Do::PassTotal(number));
        }
    }
}

//! Driving the engine: commands in batches, and the count of what came of them.

use std::collections::BTreeMap;

use oms_core::Error;
use oms_core::engine::{Command, Oms};
use oms_core::order::Order;
use oms_core::store::{Document, DocumentKey, Event, Explanation, MemoryStore, Outcome};
use oms_core::value::{CommandId, OrderId, TenantId};

/// How many commands share a commit.
const BATCH: usize = 250;

/// What came of the commands of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Carried out, with something happening.
    pub(crate) accepted: u64,
    /// Carried out, with nothing left to do: repeated messages.
    pub(crate) idle: u64,
    pub(crate) refused: u64,
}

/// The engine over memory, and the count of what it did.
#[derive(Debug)]
pub(crate) struct House {
    pub(crate) oms: Oms<MemoryStore>,
    pub(crate) tenant: TenantId,
    /// By the kind of command.
    pub(crate) commands: BTreeMap<String, Tally>,
    /// Refusals by kind of command and code.
    pub(crate) refusals: BTreeMap<(String, String), u64>,
    /// Holds opened by reviews, by reason.
    pub(crate) holds: BTreeMap<String, u64>,
    /// Placements that had been made before.
    pub(crate) repeated: u64,
    pub(crate) orders: u64,
    pub(crate) events: u64,
    /// The command heard last; one that is sent again gets its first answer, and nothing happens anew.
    last: Option<CommandId>,
    /// The texts of a few refusals, for people.
    pub(crate) examples: BTreeMap<String, String>,
}

impl House {
    pub(crate) fn new(tenant: TenantId) -> Self {
        Self {
            oms: Oms::new(MemoryStore::new()),
            tenant,
            commands: BTreeMap::new(),
            refusals: BTreeMap::new(),
            holds: BTreeMap::new(),
            repeated: 0,
            orders: 0,
            events: 0,
            last: None,
            examples: BTreeMap::new(),
        }
    }

    /// Carries out commands in batches and tells `hear` what came of each.
    pub(crate) fn execute(
        &mut self,
        commands: &[Command],
        mut hear: impl FnMut(&Command, &Result<Outcome, Error>),
    ) {
        for batch in commands.chunks(BATCH) {
            let results = self.oms.execute_batch(batch);
            for (command, result) in batch.iter().zip(&results) {
                self.count(command, result);
                hear(command, result);
            }
        }
    }

    /// An order as it stands.
    pub(crate) fn order(&self, id: &OrderId) -> Option<Order> {
        let key = DocumentKey::order(&self.tenant, id);
        self.oms.store().inspect(|state, _| match &state.documents.get(&key)?.document {
            Document::Order(order) => Some(Order::clone(order)),
            _ => None,
        })
    }

    /// All commands, accepted ones, and refused ones.
    pub(crate) fn totals(&self) -> (u64, u64, u64) {
        self.commands.values().fold((0, 0, 0), |(all, accepted, refused), tally| {
            let sum = tally.accepted + tally.idle + tally.refused;
            (all + sum, accepted + tally.accepted + tally.idle, refused + tally.refused)
        })
    }

    fn count(&mut self, command: &Command, result: &Result<Outcome, Error>) {
        let kind = kind(command);
        match result {
            Ok(outcome) => {
                let again = self.last.as_ref() == Some(&command.id);
                let tally = self.commands.entry(kind).or_default();
                if again || outcome.events.is_empty() {
                    tally.idle += 1;
                } else {
                    tally.accepted += 1;
                }
                if !again {
                    self.count_outcome(outcome);
                }
            }
            Err(error) => {
                self.commands.entry(kind.clone()).or_default().refused += 1;
                let code = error.code().to_owned();
                self.examples.entry(format!("{kind} {code}")).or_insert_with(|| error.to_string());
                *self.refusals.entry((kind, code)).or_default() += 1;
            }
        }
        self.last = Some(command.id.clone());
    }

    fn count_outcome(&mut self, outcome: &Outcome) {
        use oms_core::order::OrderEvent::{HoldOpened, Placed};
        self.events += outcome.events.len() as u64;
        for event in &outcome.events {
            let Event::Order(record) = &**event else { continue };
            match &record.event {
                Placed(_) => self.orders += 1,
                HoldOpened(opened) => {
                    *self.holds.entry(opened.hold.reason.as_str().to_owned()).or_default() += 1;
                }
                _ => {}
            }
        }
        let repeats = |explanation: &&Explanation| matches!(explanation, Explanation::Repeated(_));
        self.repeated += outcome.explanations.iter().filter(repeats).count() as u64;
    }
}

/// The kind of a command as its wire form names it.
fn kind(command: &Command) -> String {
    use oms_core::engine::Action as Do;
    let kind = match &command.action {
        Do::PutSku(_) => "put_sku",
        Do::PutNode(_) => "put_node",
        Do::PutRateCard(_) => "put_rate_card",
        Do::PutPolicy(_) => "put_policy",
        Do::ReceiveStock(_) => "receive_stock",
        Do::PlaceOrder(_) => "place_order",
        Do::RecordPayment(_) => "record_payment",
        Do::ReviewOrder(_) => "review_order",
        Do::ApproveOrder(_) => "approve_order",
        Do::ReleaseHold(_) => "release_hold",
        Do::ChangeOrder(_) => "change_order",
        Do::CancelOrder(_) => "cancel_order",
        Do::ReserveOrder(_) => "reserve_order",
        Do::AllocateOrder(_) => "allocate_order",
        Do::AssignOrder(_) => "assign_order",
        Do::ReleaseOrder(_) => "release_order",
        Do::ShipOrder(_) => "ship_order",
        Do::RecordTracking(_) => "record_tracking",
        Do::CompleteOrder(_) => "complete_order",
        _ => "other",
    };
    kind.to_owned()
}

//! What the world does next, from what it hears of its commands.

use oms_core::Error;
use oms_core::engine::{Action, Command};
use oms_core::order::{HoldReason, LineUnits, OrderEvent, ReviewFinding};
use oms_core::shipment::{ParcelEvents, Shipment, ShipmentEvent};
use oms_core::store::{Event, Explanation, Outcome};
use oms_core::value::{LineQuantity, NodeId, OrderId};

use super::act::number;
use super::buyer::{DAY, HOUR, MINUTE};
use super::rng::Rng;
use super::{Do, World, tracking};

/// Warehouses start to pick at these hours.
const WAVES: [i64; 4] = [6, 10, 14, 18];

impl World {
    /// Hears what came of a command.
    pub(crate) fn learn(&mut self, command: &Command, result: &Result<Outcome, Error>) {
        if let Some(heard) = self.repeated.get_mut(&command.id)
            && std::mem::replace(heard, true)
        {
            return;
        }
        match result {
            Ok(outcome) => self.learn_outcome(command, outcome),
            Err(error) => self.learn_refusal(command, error),
        }
    }

    fn learn_outcome(&mut self, command: &Command, outcome: &Outcome) {
        let at = command.at.timestamp();
        for event in &outcome.events {
            match &**event {
                Event::Order(record) => {
                    if let Some(order) = number(&record.order) {
                        self.learn_order(order, at, &record.event, command);
                    }
                }
                Event::Shipment(record) => {
                    if let ShipmentEvent::Created(created) = &record.event {
                        self.follow(&created.shipment, outcome, at);
                    }
                }
                _ => {}
            }
        }
        for explanation in &outcome.explanations {
            match explanation {
                Explanation::Allocation(explained) if matches!(command.action, Action::AllocateOrder(_)) => {
                    let short = explained
                        .plan
                        .shortfalls
                        .iter()
                        .map(|short| LineQuantity { line: short.line.clone(), quantity: short.quantity });
                    let short: Vec<LineQuantity> = short.collect();
                    if let (Action::AllocateOrder(asked), false) = (&command.action, short.is_empty()) {
                        self.learn_shortfall(&asked.order, at, short);
                    }
                }
                Explanation::Review(review) => self.learn_review(command, &review.findings, at),
                _ => {}
            }
        }
    }

    fn learn_order(&mut self, order: u32, at: i64, event: &OrderEvent, command: &Command) {
        match event {
            OrderEvent::Approved(_) => {
                self.waiting.remove(&order);
                self.plan(at + 20 * MINUTE, Do::Allocate(order));
            }
            OrderEvent::HoldReleased(_) if matches!(command.action, Action::ReleaseHold(_)) => {
                self.plan(at + MINUTE, Do::ApproveByHand(order));
            }
            OrderEvent::Changed(_) => self.plan(at + MINUTE, Do::Review(order)),
            // The first review comes after payments that are made at once.
            OrderEvent::PaymentRecorded(_) if !self.buyers.manners(order).pays_at_once() => {
                self.plan(at + MINUTE, Do::Review(order));
            }
            OrderEvent::UnitsAllocated(_) => self.plan(next_wave(at), Do::Release(order)),
            OrderEvent::UnitsReleased(released) => {
                let mut rng = Rng::fork(self.seed, 10, u64::from(order));
                for (node, units) in by_node(&released.units) {
                    self.plan(at + rng.between(HOUR, 9 * HOUR), Do::Ship(order, node, units));
                }
            }
            OrderEvent::UnitsCancelled(cancelled) => {
                self.close(order, &cancelled.lines);
                self.plan(at + HOUR, Do::Refund(order));
                if self.waiting.contains(&order) {
                    let left = self.left(order);
                    if left == 0 {
                        self.waiting.remove(&order);
                    } else {
                        self.plan(at + MINUTE, Do::Review(order));
                    }
                }
            }
            OrderEvent::UnitsDelivered(delivered) => {
                self.close(order, &delivered.lines);
                if self.left(order) == 0 {
                    self.plan(at + 3 * DAY, Do::Complete(order));
                }
            }
            _ => {}
        }
    }

    fn learn_review(&mut self, command: &Command, findings: &[ReviewFinding], at: i64) {
        let order = match &command.action {
            Action::ReviewOrder(review) => number(&review.order),
            _ => None,
        };
        let Some(order) = order else { return };
        let short = findings.iter().find(|finding| finding.reason == HoldReason::InventoryOutOfStock);
        let Some(short) = short else {
            self.waiting.remove(&order);
            return;
        };
        if !self.waiting.insert(order) || !Rng::fork(self.seed, 11, u64::from(order)).chance(350) {
            return;
        }
        // One buyer in three does not want to wait, and goes without what is missing.
        let draft = self.buyers.draft(&self.goods, order);
        let lines = draft.iter().flat_map(|draft| &draft.lines).filter(|line| short.lines.contains(&line.id));
        let lines: Vec<LineQuantity> =
            lines.map(|line| LineQuantity { line: line.id.clone(), quantity: line.quantity }).collect();
        if !lines.is_empty() {
            self.plan(at + 6 * HOUR, Do::CancelLines(order, lines));
        }
    }

    fn learn_shortfall(&mut self, order: &OrderId, at: i64, short: Vec<LineQuantity>) {
        let Some(order) = number(order) else { return };
        let tries = self.tries.entry(order).or_insert(0);
        *tries += 1;
        if *tries < 4 {
            self.plan((at / DAY + 1) * DAY + 7 * HOUR, Do::Allocate(order));
        } else {
            self.plan(at + HOUR, Do::CancelLines(order, short));
        }
    }

    fn learn_refusal(&mut self, command: &Command, error: &Error) {
        // The payment came before its order: the channel's adapter tries again later.
        if let (Action::RecordPayment(asked), "order.unknown") = (&command.action, error.code())
            && let Some(order) = number(&asked.order)
        {
            self.plan(command.at.timestamp() + HOUR, Do::Pay(order));
        }
    }

    /// Plans what the carrier will say about a shipment.
    fn follow(&mut self, shipment: &Shipment, outcome: &Outcome, at: i64) {
        let Some(order) = number(&shipment.order) else { return };
        let days = outcome.explanations.iter().find_map(|explanation| match explanation {
            Explanation::Carrier(carrier) => carrier.choice.chosen.as_ref().map(|quote| quote.transit_days),
            _ => None,
        });
        let mut rng = Rng::fork(self.seed, 12, u64::from(order));
        for parcel in &shipment.parcels {
            for message in tracking::journey(&mut rng, at, i64::from(days.unwrap_or(5))) {
                let said = ParcelEvents { parcel: parcel.id.clone(), events: message.events };
                self.plan(message.arrives, Do::Track(shipment.id.clone(), vec![said]));
            }
        }
    }

    fn left(&self, order: u32) -> u32 {
        usize::try_from(order).ok().and_then(|at| self.open.get(at)).copied().unwrap_or(0)
    }

    fn close(&mut self, order: u32, lines: &[LineQuantity]) {
        let units: u32 = lines.iter().map(|named| named.quantity.units()).sum();
        if let Some(open) = usize::try_from(order).ok().and_then(|at| self.open.get_mut(at)) {
            *open = open.saturating_sub(units);
        }
    }
}

fn next_wave(at: i64) -> i64 {
    let (day, second) = (at / DAY * DAY, at % DAY);
    let wave = WAVES.iter().find(|hour| **hour * HOUR > second);
    day + wave.map_or(DAY + 6 * HOUR, |hour| hour * HOUR)
}

fn by_node(units: &[LineUnits]) -> Vec<(NodeId, Vec<LineUnits>)> {
    let mut nodes: std::collections::BTreeMap<NodeId, Vec<LineUnits>> = std::collections::BTreeMap::new();
    for unit in units {
        nodes.entry(unit.node.clone()).or_default().push(unit.clone());
    }
    nodes.into_iter().collect()
}

//! A ledger beside the engine: the same commands, the same answers, the same cells.

use std::collections::BTreeMap;

use oms_core::Error;
use oms_core::engine::{Command, Oms};
use oms_core::ledger::{CellIndex, LedgerError, StockLedger};
use oms_core::stock::{Reservation, ReservationEnd, StockCell, StockEvent};
use oms_core::store::{Document, DocumentKey, Event, MemoryStore, Outcome};
use oms_core::value::{NodeId, ReservationId, SkuId};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::model::{LIMITS, NODES, SKUS};
use super::{at, command, sound, start, tenant};

/// Holds of carts have these numbers; those of orders begin with [`ORDER`], one for each order.
const CARTS: u64 = 5;
const ORDER: u64 = 10;

/// What is asked of both. Expiries count from the moment of asking.
#[derive(Clone, Debug)]
enum Ask {
    /// Units of cells, for a cart.
    Hold(u64, Vec<(usize, u32)>, Option<i64>),
    /// The units of an order, wherever the engine finds them.
    HoldOrder(u64, Option<i64>),
    Extend(u64, Option<i64>),
    /// The order's units are allocated.
    Confirm(u64),
    Release(u64),
    /// A hold or a confirmation that was accepted before, sent once more.
    Again(usize),
    Receive(usize, u32),
    Adjust(usize, i64),
    Damage(usize, u32),
    Wait,
}

fn ask(orders: u64) -> impl Strategy<Value = Ask> {
    let until = |from| prop::option::weighted(0.8, from..40_i64);
    let of_order = move || ORDER..ORDER + orders;
    let any_id = move || prop_oneof![0..CARTS, of_order()];
    let (cell, units) = (|| 0..SKUS.len() * NODES.len(), || 1_u32..6);
    let lines = prop::collection::vec((cell(), prop_oneof![1 => Just(0_u32), 9 => 1_u32..4]), 0..4);
    prop_oneof![
        5 => (0..CARTS, lines, until(-2)).prop_map(|(id, lines, until)| Ask::Hold(id, lines, until)),
        4 => (of_order(), until(1)).prop_map(|(id, until)| Ask::HoldOrder(id, until)),
        2 => (any_id(), until(-2)).prop_map(|(id, until)| Ask::Extend(id, until)),
        4 => any_id().prop_map(Ask::Confirm),
        2 => any_id().prop_map(Ask::Release),
        2 => any::<usize>().prop_map(Ask::Again),
        4 => (cell(), units()).prop_map(|(cell, units)| Ask::Receive(cell, units)),
        1 => (cell(), select(vec![-3_i64, -1, 2])).prop_map(|(cell, delta)| Ask::Adjust(cell, delta)),
        1 => (cell(), units()).prop_map(|(cell, units)| Ask::Damage(cell, units)),
        1 => Just(Ask::Wait),
    ]
}

/// What a ledger was asked, and accepted.
#[derive(Clone, Debug, PartialEq)]
enum Call {
    Reserve(u64, Vec<(CellIndex, u32)>, Option<i64>),
    Confirm(u64),
}

type Answer = Result<(), &'static str>;

struct Pair {
    oms: Oms<MemoryStore>,
    ledger: StockLedger,
    /// The SKU and units of the lines of each order.
    orders: Vec<Vec<(usize, u32)>>,
    /// What both accepted and answer for ever as they did then.
    taken: Vec<(Command, Call)>,
    sent: u32,
    now: i64,
    /// The time that the ledger is told: at times an earlier one.
    told: i64,
}

fn names(cell: usize) -> (&'static str, &'static str) {
    (SKUS[cell / NODES.len()], NODES[cell % NODES.len()])
}

fn of_engine(result: &Result<Outcome, Error>) -> Answer {
    result.as_ref().map(|_| ()).map_err(Error::code)
}

fn of_ledger<T>(result: Result<T, LedgerError>) -> Answer {
    result.map(|_| ()).map_err(|error| error.code())
}

impl Pair {
    fn new(orders: Vec<Vec<(usize, u32)>>) -> Self {
        let (oms, mut ledger) = (start(), StockLedger::new());
        for cell in 0..SKUS.len() * NODES.len() {
            let (sku, node) = names(cell);
            let index = ledger.cell(&SkuId::new(sku).unwrap(), &NodeId::new(node).unwrap()).unwrap();
            ledger.set(index, StockCell::default(), -LIMITS[cell / NODES.len()]).unwrap();
        }
        ledger.expire(at(0));
        let mut pair = Self { oms, ledger, orders, taken: vec![], sent: 0, now: 0, told: 0 };
        // A ledger knows no classes of buyers: no units are kept for one.
        for (sku, limit) in SKUS.iter().zip(LIMITS) {
            pair.engine(&json!({"type": "put_sku", "sku": {"id": sku, "backorderLimit": limit}})).1.unwrap();
        }
        for (number, lines) in (ORDER..).zip(pair.orders.clone()) {
            let order = number.to_string();
            let price = json!({"amount": "5", "currency": "EUR"});
            let lines: Vec<Value> = (lines.iter().enumerate())
                .map(|(n, (sku, units))| {
                    json!({"id": format!("l{n}"), "sku": SKUS[*sku], "quantity": units, "unitPrice": price})
                })
                .collect();
            pair.engine(&json!({"type": "place_order", "order": order, "draft": {
                "channel": "web", "channelOrderId": order, "placedAt": at(0), "currency": "EUR",
                "terms": "invoice", "shipTo": {"name": "Ada", "country": "HK", "city": "HK", "lines": ["1"]},
                "lines": lines}}))
                .1
                .unwrap();
            pair.engine(&json!({"type": "approve_order", "order": order})).1.unwrap();
        }
        pair
    }

    /// The engine takes a new command.
    fn engine(&mut self, action: &Value) -> (Command, Result<Outcome, Error>) {
        self.sent += 1;
        let command = command(&format!("c{}", self.sent), self.now, action);
        let result = self.oms.execute(&command);
        (command, result)
    }

    fn ledger_takes(&mut self, call: &Call) -> Answer {
        let told = at(self.told);
        match call {
            Call::Reserve(id, lines, until) => {
                of_ledger(self.ledger.reserve(*id, lines, told, until.map(at)))
            }
            Call::Confirm(id) => of_ledger(self.ledger.confirm(id, told)),
        }
    }

    /// What was accepted before is sent again, with the answer of both.
    fn again(&mut self, n: usize) -> (Answer, Answer) {
        let (command, call) = self.taken[n].clone();
        (of_engine(&self.oms.execute(&command)), self.ledger_takes(&call))
    }

    fn before(&self, is_it: impl Fn(&Call) -> bool) -> Option<usize> {
        self.taken.iter().position(|(_, call)| is_it(call))
    }

    /// Sends something new to both; the ledger is asked for what the engine made of it.
    fn send(
        &mut self,
        action: &Value,
        call: impl FnOnce(&Self, &Result<Outcome, Error>) -> Call,
    ) -> (Answer, Answer) {
        let (command, result) = self.engine(action);
        let call = call(self, &result);
        let answers = (of_engine(&result), self.ledger_takes(&call));
        if result.is_ok() {
            self.taken.push((command, call));
        }
        answers
    }

    fn hold(&mut self, id: u64, lines: &[(usize, u32)], until: Option<i64>) -> (Answer, Answer) {
        let cells = lines.iter().map(|(cell, units)| (CellIndex(u32::try_from(*cell).unwrap()), *units));
        let call = Call::Reserve(id, cells.collect(), until);
        if let Some(n) = self.before(|known| *known == call) {
            return self.again(n);
        }
        let items: Vec<Value> = (lines.iter())
            .map(|(cell, units)| {
                let (sku, node) = names(*cell);
                json!({"sku": sku, "node": node, "quantity": units})
            })
            .collect();
        let action = json!({"type": "reserve_stock", "reservation": id.to_string(), "items": items,
            "expiresAt": until.map(at)});
        self.send(&action, |_, _| call)
    }

    fn hold_order(&mut self, id: u64, until: Option<i64>) -> (Answer, Answer) {
        let same =
            |known: &Call| matches!(known, Call::Reserve(own, _, asked) if (*own, *asked) == (id, until));
        if let Some(n) = self.before(same) {
            return self.again(n);
        }
        let action = json!({"type": "reserve_order", "order": id.to_string(), "reservation": id.to_string(),
            "strategy": "priority", "expiresAt": until.map(at)});
        let (command, result) = self.engine(&action);
        let lines = result.as_ref().map_or_else(|_| self.spread(id), |outcome| self.opened(outcome));
        if result.is_ok() && lines.is_empty() {
            // An order that holds its units until then already is fine as it is; a ledger is asked once.
            self.ledger.expire(at(self.told));
            return (Ok(()), Ok(()));
        }
        let call = Call::Reserve(id, lines, until);
        let answers = (of_engine(&result), self.ledger_takes(&call));
        if result.is_ok() {
            self.taken.push((command, call));
        }
        answers
    }

    /// The cells that the engine holds for an order.
    fn opened(&self, outcome: &Outcome) -> Vec<(CellIndex, u32)> {
        let opened = outcome.events.iter().filter_map(|event| match &**event {
            Event::Stock(record) => match &record.event {
                StockEvent::ReservationOpened(opened) => Some(&opened.reservation),
                _ => None,
            },
            _ => None,
        });
        let items = opened.flat_map(|reservation| &reservation.items);
        let line = |item: &oms_core::stock::ReservedItem| {
            (self.ledger.find(item.sku.as_str(), item.node.as_str()).unwrap(), item.quantity.units())
        };
        items.map(line).collect()
    }

    /// An order's units node by node, as far as the ledger has them, and what is left at the last node.
    fn spread(&self, id: u64) -> Vec<(CellIndex, u32)> {
        let mut taken: BTreeMap<CellIndex, i64> = BTreeMap::new();
        let mut lines = Vec::new();
        for (sku, units) in &self.orders[usize::try_from(id - ORDER).unwrap()] {
            let mut left = i64::from(*units);
            for (n, node) in NODES.iter().enumerate() {
                let cell = self.ledger.find(SKUS[*sku], node).unwrap();
                let taken = taken.entry(cell).or_default();
                let room = self.ledger.stock(cell).unwrap().free() + LIMITS[*sku] - *taken;
                let here = if n + 1 == NODES.len() { left } else { left.min(room.max(0)) };
                if here > 0 {
                    lines.push((cell, u32::try_from(here).unwrap()));
                }
                (*taken, left) = (*taken + here, left - here);
            }
        }
        lines
    }

    fn reservation(&self, id: u64) -> Option<std::sync::Arc<Reservation>> {
        let key = DocumentKey::reservation(&tenant(), &ReservationId::new(id.to_string()).unwrap());
        self.oms.store().inspect(|state, _| match &state.documents.get(&key)?.document {
            Document::Reservation(reservation) => Some(reservation.clone()),
            _ => None,
        })
    }

    fn confirm(&mut self, id: u64) -> (Answer, Answer) {
        let call = Call::Confirm(id);
        if let Some(n) = self.before(|known| *known == call) {
            return self.again(n);
        }
        let commit = match self.reservation(id) {
            Some(reservation) => reservation.commit(at(self.now)).map(|_| ()).map_err(|error| error.code()),
            None => Err("stock.reservation_unknown"),
        };
        match commit {
            // Only orders have their units allocated.
            Ok(()) if id < CARTS => {
                self.ledger.expire(at(self.told));
                (Ok(()), Ok(()))
            }
            Ok(()) => {
                let action =
                    json!({"type": "allocate_order", "order": id.to_string(), "strategy": "priority"});
                self.send(&action, |_, _| call)
            }
            refused => (refused, self.ledger_takes(&call)),
        }
    }

    /// The engine decides; what it decided is added to the ledger, which has room for it.
    fn change(&mut self, cell: usize, mut action: Value) -> (Answer, Answer) {
        let (sku, node) = names(cell);
        (action["sku"], action["node"]) = (json!(sku), json!(node));
        let (_, result) = self.engine(&action);
        self.ledger.expire(at(self.told));
        let Ok(outcome) = &result else { return (Ok(()), Ok(())) };
        let mut answer = Ok(());
        for event in &outcome.events {
            let Event::Stock(record) = &**event else { continue };
            // What the engine sweeps on the way, the ledger has given back by itself.
            if matches!(record.event, StockEvent::ReservationReleased(_)) {
                continue;
            }
            for moved in record.event.movements() {
                let cell = self.ledger.find(moved.sku.as_str(), moved.node.as_str()).unwrap();
                answer = answer.and(of_ledger(self.ledger.add(cell, moved.delta)));
            }
        }
        (Ok(()), answer)
    }

    fn take(&mut self, ask: &Ask) -> (Answer, Answer) {
        let until = |until: &Option<i64>| until.map(|seconds| self.now + seconds);
        match ask {
            Ask::Hold(id, lines, seconds) => self.hold(*id, lines, until(seconds)),
            Ask::HoldOrder(id, seconds) => self.hold_order(*id, until(seconds)),
            Ask::Extend(id, seconds) => {
                let until = until(seconds).map(at);
                let action =
                    json!({"type": "extend_reservation", "reservation": id.to_string(), "expiresAt": until});
                let (_, result) = self.engine(&action);
                (of_engine(&result), of_ledger(self.ledger.extend(id, at(self.told), until)))
            }
            Ask::Confirm(id) => self.confirm(*id),
            Ask::Release(id) => {
                let action = json!({"type": "release_reservation", "reservation": id.to_string()});
                let (_, result) = self.engine(&action);
                (of_engine(&result), of_ledger(self.ledger.release(id, at(self.told))))
            }
            Ask::Again(n) if !self.taken.is_empty() => self.again(n % self.taken.len()),
            Ask::Again(_) | Ask::Wait => {
                self.ledger.expire(at(self.told));
                (Ok(()), Ok(()))
            }
            Ask::Receive(cell, units) => {
                self.change(*cell, json!({"type": "receive_stock", "quantity": units}))
            }
            Ask::Adjust(cell, units) => {
                self.change(*cell, json!({"type": "adjust_stock", "delta": units, "reason": ""}))
            }
            Ask::Damage(cell, units) => self.change(
                *cell,
                json!({"type": "regrade_stock", "quantity": units, "reason": "", "to": "damaged"}),
            ),
        }
    }

    /// Every cell, and how every hold ended.
    fn compare(&self) -> Result<(), TestCaseError> {
        let skus = SKUS.map(|sku| SkuId::new(sku).unwrap());
        let answers = self.oms.availability(&tenant(), &skus, at(self.now)).unwrap();
        for (sku, answer) in SKUS.iter().zip(answers) {
            prop_assert_eq!(answer.nodes.len(), NODES.len());
            for node in answer.nodes {
                let cell = self.ledger.find(sku, node.node.as_str()).and_then(|cell| self.ledger.stock(cell));
                prop_assert_eq!(cell, Some(node.cell), "{} at {}", sku, node.node);
                prop_assert_eq!(cell.map(StockCell::free), Some(node.free));
            }
        }
        for id in (0..CARTS).chain(ORDER..ORDER + 3) {
            let of_engine = self.reservation(id).map(|reservation| {
                let expired = reservation.is_expired(at(self.now)).then_some(ReservationEnd::Expired);
                reservation.ended.or(expired)
            });
            prop_assert_eq!(self.ledger.ended(&id), of_engine, "hold {}", id);
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_ledger_agrees_with_the_engine(
        orders in prop::collection::vec(prop::collection::vec((0..SKUS.len(), 1_u32..4), 1..3), 3),
        steps in prop::collection::vec(
            (ask(3), prop_oneof![5 => Just(0_i64), 4 => 1_i64..5, 1 => Just(30_i64)], -3_i64..2, any::<bool>()),
            1..60,
        ),
    ) {
        let mut pair = Pair::new(orders);
        for (ask, wait, back, twice) in &steps {
            pair.now += wait;
            pair.told = pair.now + (*back).min(0);
            // A ledger whose clock has seen this instant takes an earlier one for it.
            if pair.told < pair.now {
                pair.ledger.expire(at(pair.now));
            }
            for _ in 0..=usize::from(*twice) {
                let (engine, ledger) = pair.take(ask);
                prop_assert_eq!(engine, ledger, "engine and ledger: {:?} at {}", ask, pair.now);
                pair.compare()?;
            }
        }
        sound(&pair.oms)?;
    }
}

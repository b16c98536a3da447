//! The model: buyers whose commands are carried out by real runs over a real store, one load or commit at a time.

use std::hash::Hash;
use std::rc::Rc;

use oms_core::engine::{Command, Done, Oms, Run, Step};
use oms_core::store::{MemoryStore, Outcome, Snapshot};
use oms_core::value::Instant;
use oms_core::{Error, ErrorKind};
use serde_json::{Value, json};

use super::key_of;
use super::search::Model;
use super::shelf::{Fault, Shelf};

/// What a buyer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// A unit at each of these nodes, for a second: all or none.
    Reserve(&'static [&'static str]),
    /// The hold lasts until two seconds from now.
    Extend,
    Release,
    /// A unit for the buyer's order, wherever there is one, for a second.
    ReserveOrder,
    /// The order gets its unit, from its hold if that still lives.
    Allocate,
    /// A unit arrives at a node.
    Receive(&'static str),
}

/// A world in which everything that can happen is to happen.
pub struct Scenario {
    pub stock: &'static [(&'static str, u32)],
    /// What each buyer asks for, one after the other; who is refused what was to be held asks for nothing more.
    pub buyers: &'static [&'static [Act]],
    /// The last second; the clock may jump to the next at any point.
    pub until: i64,
    /// How many answers may be lost or given up waiting for, in all.
    pub faults: u8,
    pub fault: Fault,
}

/// A state of the world.
#[derive(Clone)]
pub struct World {
    shelf: Rc<Shelf>,
    now: i64,
    faults: u8,
    buyers: Vec<Buyer>,
    requests: Vec<Request>,
}

/// What a buyer knows.
#[derive(Clone, Default, Hash)]
struct Buyer {
    step: usize,
    /// When the command waiting for an answer was first sent, and how often it was.
    asked: Option<(i64, u8)>,
    /// Until when units are known to be held, and how many.
    held: (i64, i64),
    allocated: i64,
    received: i64,
}

/// A command on its way.
#[derive(Clone)]
struct Request {
    buyer: usize,
    step: usize,
    /// When it was first sent, and which time this is.
    asked: (i64, u8),
    seen: Vec<(u64, Rc<Snapshot>)>,
    /// Whether the units were not to be had at any of the loads.
    short: bool,
    done: Option<Rc<Done>>,
}

type Next = Vec<(String, Result<World, String>)>;

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn command(id: &str, second: i64, action: &Value) -> Command {
    let command = json!({"id": id, "tenant": "acme", "at": at(second), "action": action});
    serde_json::from_value(command).unwrap()
}

impl Scenario {
    fn act(&self, buyer: usize, step: usize) -> Option<Act> {
        self.buyers[buyer].get(step).copied()
    }

    fn command(&self, request: &Request) -> Command {
        let (buyer, now) = (request.buyer, request.asked.0);
        let (hold, order) = (format!("r{buyer}"), format!("o{buyer}"));
        let action = match self.buyers[buyer][request.step] {
            Act::Reserve(nodes) => {
                let items: Vec<Value> =
                    nodes.iter().map(|node| json!({"sku": "mug", "node": node, "quantity": 1})).collect();
                json!({"type": "reserve_stock", "reservation": hold, "items": items, "expiresAt": at(now + 1)})
            }
            Act::Extend => {
                json!({"type": "extend_reservation", "reservation": hold, "expiresAt": at(now + 2)})
            }
            Act::Release => json!({"type": "release_reservation", "reservation": hold}),
            Act::ReserveOrder => json!({"type": "reserve_order", "order": order, "reservation": hold,
                "strategy": "priority", "expiresAt": at(now + 1)}),
            Act::Allocate => json!({"type": "allocate_order", "order": order, "strategy": "priority"}),
            Act::Receive(node) => {
                json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": 1})
            }
        };
        command(&self.id(request), now, &action)
    }

    fn id(&self, request: &Request) -> String {
        let id = format!("{}-{}", request.buyer, request.step);
        let again = if self.fault == Fault::RetriesUnderNewId { request.asked.1 } else { 0 };
        if again == 0 { id } else { format!("{id}-{again}") }
    }

    /// Whether a request would be served by what is in the store now.
    fn is_servable(&self, request: &Request, shelf: &Shelf) -> bool {
        let takeable = |node| shelf.takeable(node, at(request.asked.0));
        match self.buyers[request.buyer][request.step] {
            Act::Reserve(nodes) => nodes.iter().all(|node| takeable(node) >= 1),
            Act::ReserveOrder | Act::Allocate => takeable("a") >= 1 || takeable("b") >= 1,
            _ => true,
        }
    }

    /// One step of a request: a load, or its commit.
    fn work(&self, world: &World, number: usize, next: &mut Next) {
        let mut request = world.requests[number].clone();
        let who = format!("buyer {} {:?}", request.buyer, self.buyers[request.buyer][request.step]);
        if let Some(done) = request.done.take() {
            let result = done.results[0].clone();
            if self.fault == Fault::AnswersUnwritten {
                return self.answer(world, number, &request, &result, &format!("{who} answers"), next);
            }
            let Some(shelf) = world.shelf.commit(&done.commit, self.fault) else {
                request.seen.clear();
                request.short = false;
                request.done = (self.fault == Fault::NeverRestarts).then_some(done);
                let mut world = world.clone();
                world.requests[number] = request;
                return next.push((format!("{who} collides"), Ok(world)));
            };
            let broken = shelf.broken();
            let world = World { shelf: Rc::new(shelf), ..world.clone() };
            if let Some(broken) = self.broken_promise(&world).or(broken) {
                return next.push((format!("{who} commits"), Err(broken)));
            }
            return self.answer(&world, number, &request, &result, &format!("{who} commits"), next);
        }
        request.short |= !self.is_servable(&request, &world.shelf);
        let mut run = Run::new(vec![self.command(&request)]);
        let mut step = run.start();
        for (_, snapshot) in &request.seen {
            step = run.resume(Snapshot::clone(snapshot));
        }
        let Step::Load(keys) = step else { panic!("a run that was answered is done") };
        let (key, snapshot) = world.shelf.load(&keys, self.fault);
        request.seen.push((key, Rc::new(snapshot.clone())));
        match run.resume(snapshot) {
            Step::Done(done) if done.commit.is_empty() => {
                let result = &done.results[0];
                return self.answer(world, number, &request, result, &format!("{who} sees"), next);
            }
            Step::Done(done) => request.done = Some(Rc::new(done)),
            Step::Load(_) => {}
        }
        let mut world = world.clone();
        world.requests[number] = request;
        next.push((format!("{who} loads"), Ok(world)));
    }

    /// The answer reaches the buyer, or is lost on the way.
    fn answer(
        &self,
        world: &World,
        number: usize,
        request: &Request,
        result: &Result<Outcome, Error>,
        label: &str,
        next: &mut Next,
    ) {
        let mut world = world.clone();
        world.requests.remove(number);
        if world.faults > 0 {
            let lost = World { faults: world.faults - 1, ..world.clone() };
            next.push((format!("{label}, the answer is lost"), Ok(lost)));
        }
        let answered = match result {
            Ok(outcome) => self.accepted(&mut world, request, outcome),
            Err(error) => self.refused(&mut world, request, error),
        };
        let answered = answered.and_then(|()| self.broken_promise(&world).map_or(Ok(()), Err));
        let word = result.as_ref().map_or_else(Error::code, |_| "accepted");
        next.push((format!("{label}, {word}"), answered.map(|()| world)));
    }

    /// Whatever is acknowledged has happened once, whoever asks for it and however often.
    fn accepted(&self, world: &mut World, request: &Request, outcome: &Outcome) -> Result<(), String> {
        let events: Vec<Value> =
            outcome.events.iter().map(|event| serde_json::to_value(&**event).unwrap()).collect();
        if !world.shelf.has_happened(outcome.command.as_str(), &events) {
            return Err("what was acknowledged is not what the journal says".to_owned());
        }
        let (now, buyer) = (request.asked.0, &mut world.buyers[request.buyer]);
        if buyer.step != request.step {
            return Ok(());
        }
        match self.buyers[request.buyer][request.step] {
            Act::Reserve(nodes) => buyer.held = (now + 1, i64::try_from(nodes.len()).unwrap()),
            Act::ReserveOrder => buyer.held = (now + 1, 1),
            Act::Extend => buyer.held.0 = now + 2,
            Act::Release => {}
            Act::Allocate => (buyer.held, buyer.allocated) = ((0, 0), 1),
            Act::Receive(_) => buyer.received += 1,
        }
        (buyer.step, buyer.asked) = (buyer.step + 1, None);
        Ok(())
    }

    /// Nobody is refused what is there, nor what is held for them.
    fn refused(&self, world: &mut World, request: &Request, error: &Error) -> Result<(), String> {
        let act = self.buyers[request.buyer][request.step];
        let buyer = &mut world.buyers[request.buyer];
        let takes = matches!(act, Act::Reserve(_) | Act::ReserveOrder | Act::Allocate);
        if takes && error.code() == "stock.insufficient" && !request.short {
            return Err("refused although there was enough".to_owned());
        }
        if buyer.step != request.step {
            return Ok(());
        }
        if buyer.held.1 > 0 && buyer.held.0 > world.now
            || !matches!(error.kind(), ErrorKind::Refused | ErrorKind::Conflict)
        {
            return Err(format!("the hold lives and its owner is refused: {error}"));
        }
        if matches!(act, Act::Receive(_) | Act::Release) {
            return Err(format!("nothing can be wrong with this: {error}"));
        }
        *buyer = Buyer { step: usize::MAX, ..buyer.clone() };
        buyer.asked = None;
        Ok(())
    }

    /// What buyers were told, taken together, is more than there is, or one of them was told what is not so.
    fn broken_promise(&self, world: &World) -> Option<String> {
        let (mut promised, mut sent) =
            (0, self.stock.iter().map(|(_, units)| i64::from(*units)).sum::<i64>());
        let mut received = sent;
        for (number, buyer) in world.buyers.iter().enumerate() {
            promised += buyer.allocated;
            received += buyer.received;
            let of_receipts = |act: &&Act| matches!(act, Act::Receive(_));
            let asked = buyer.step.saturating_add(usize::from(buyer.asked.is_some()));
            sent +=
                i64::try_from(self.buyers[number].iter().take(asked).filter(of_receipts).count()).unwrap();
            let (until, units) = buyer.held;
            if until <= world.now || units == 0 {
                continue;
            }
            promised += units;
            let is_kept = world.shelf.reservation(&format!("r{number}")).is_some_and(|hold| {
                let committed = self.act(number, buyer.step) == Some(Act::Allocate) && hold.ended.is_some();
                committed || (hold.is_live(at(world.now)) && hold.expires_at >= Some(at(until)))
            });
            if !is_kept {
                return Some(format!("oversold: buyer {number} was told of a hold that is no more"));
            }
        }
        let on_hand = world.shelf.on_hand();
        if promised > on_hand {
            return Some(format!("oversold: {promised} units promised, {on_hand} there"));
        }
        let counted = (received..=sent).contains(&on_hand);
        (!counted).then(|| format!("{on_hand} units there, of {received} to {sent} that came"))
    }

    /// What a buyer can do: ask for the next thing, or ask again.
    fn ask(&self, world: &World, number: usize, next: &mut Next) {
        let buyer = &world.buyers[number];
        let Some(act) = self.act(number, buyer.step) else { return };
        let under_way = (world.requests.iter())
            .filter(|request| (request.buyer, request.step) == (number, buyer.step))
            .count();
        let mut world = world.clone();
        let (asked, label) = match buyer.asked {
            None => ((world.now, 0), "asks"),
            Some((first, times)) if under_way == 0 => ((first, times + 1), "asks again"),
            Some((first, times)) if under_way == 1 && world.faults > 0 => {
                world.faults -= 1;
                ((first, times + 1), "does not wait and asks again")
            }
            Some(_) => return,
        };
        let buyer = &mut world.buyers[number];
        buyer.asked = Some(asked);
        // Whoever gives up a hold counts on it no more.
        if act == Act::Release {
            buyer.held = (0, 0);
        }
        let (step, seen) = (buyer.step, Vec::new());
        world.requests.push(Request { buyer: number, step, asked, seen, short: false, done: None });
        next.push((format!("buyer {number} {act:?} {label}"), Ok(world)));
    }
}

impl Model for Scenario {
    type State = World;

    fn start(&self) -> World {
        let oms = Oms::new(MemoryStore::new());
        let mut actions = vec![
            json!({"type": "put_node", "node": {"id": "a", "priority": 1}}),
            json!({"type": "put_node", "node": {"id": "b", "priority": 2}}),
            json!({"type": "put_sku", "sku": {"id": "mug"}}),
        ];
        for (node, units) in self.stock {
            actions.push(json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": units}));
        }
        for (number, acts) in self.buyers.iter().enumerate() {
            if acts.contains(&Act::Allocate) {
                let order = format!("o{number}");
                let price = json!({"amount": "10.00", "currency": "EUR"});
                actions.push(json!({"type": "place_order", "order": order, "draft": {
                    "channel": "web", "channelOrderId": order, "placedAt": at(0), "currency": "EUR",
                    "terms": "invoice", "shipTo": {"name": "Ada", "country": "DE", "city": "Berlin",
                        "postalCode": "10115", "lines": ["Weg 1"]},
                    "lines": [{"id": "l1", "sku": "mug", "quantity": 1, "unitPrice": price}]}}));
                actions.push(json!({"type": "approve_order", "order": order}));
            }
        }
        for (number, action) in actions.iter().enumerate() {
            oms.execute(&command(&format!("start-{number}"), 0, action)).unwrap();
        }
        World {
            shelf: Rc::new(Shelf::new(oms.store().clone())),
            now: 0,
            faults: self.faults,
            buyers: vec![Buyer::default(); self.buyers.len()],
            requests: Vec::new(),
        }
    }

    fn key(&self, world: &World) -> u64 {
        let mut requests: Vec<_> = (world.requests.iter())
            .map(|request| {
                let seen: Vec<u64> = request.seen.iter().map(|(key, _)| *key).collect();
                (request.buyer, request.step, request.asked, seen, request.short, request.done.is_some())
            })
            .collect();
        requests.sort_unstable();
        key_of(&(world.shelf.key, world.now, world.faults, &world.buyers, requests))
    }

    fn next(&self, world: &World) -> Next {
        let mut next = Next::new();
        if world.now < self.until {
            let later = World { now: world.now + 1, ..world.clone() };
            let broken = self.broken_promise(&later);
            next.push((format!("the clock jumps to {}", later.now), broken.map_or(Ok(later), Err)));
        }
        (0..world.buyers.len()).for_each(|number| self.ask(world, number, &mut next));
        (0..world.requests.len()).for_each(|number| self.work(world, number, &mut next));
        next
    }

    fn is_finished(&self, world: &World) -> bool {
        let idle = |(number, buyer): (usize, &Buyer)| self.act(number, buyer.step).is_none();
        world.requests.is_empty() && world.buyers.iter().enumerate().all(idle)
    }
}

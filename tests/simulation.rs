//! Many clients over a store that fails in every way it may: whatever was acknowledged has happened exactly once.
//!
//! `SIMULATION_SEEDS=5000` runs more worlds, `SIMULATION_SEED=17` one of them again.

use std::collections::BTreeMap;
use std::sync::Mutex;

use oms_core::engine::{Command, Oms};
use oms_core::store::{
    Commit, Keys, MemoryStore, Outcome, Page, Scan, Snapshot, State, Store, StoreConflict, StoreError,
};
use oms_core::value::Instant;
use oms_core::{Error, ErrorKind};
use serde_json::{Value, json};

/// Numbers without a pattern (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// A store that is sometimes away before a commit, loses the answer after one, or lets a rival be quicker.
struct FaultStore {
    store: MemoryStore,
    dice: Mutex<Dice>,
}

impl FaultStore {
    fn falls(&self, one_in: u64) -> bool {
        self.dice.lock().unwrap().below(one_in) == 0
    }
}

fn away() -> StoreError {
    StoreError::Unavailable("the line is down".to_owned())
}

impl Store for FaultStore {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        if self.falls(40) { Err(away()) } else { Store::load(&self.store, keys) }
    }

    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        if self.falls(12) {
            return Err(away());
        }
        if self.falls(6) {
            let none = StoreConflict { documents: vec![], cells: vec![], commands: vec![] };
            return Err(StoreError::Conflict(Box::new(none)));
        }
        Store::commit(&self.store, commit)?;
        if self.falls(12) { Err(away()) } else { Ok(()) }
    }

    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        Store::scan(&self.store, scan)
    }
}

/// A client: the command it is about, and how often it has sent it.
struct Client {
    command: Option<Command>,
}

struct World {
    oms: Oms<FaultStore>,
    dice: Dice,
    now: i64,
    count: u64,
    /// What was answered to each command that was carried out.
    acknowledged: BTreeMap<String, (Command, Outcome)>,
}

impl World {
    fn new(seed: u64) -> Self {
        let store = FaultStore { store: MemoryStore::new(), dice: Mutex::new(Dice(seed)) };
        let dice = Dice(seed ^ u64::MAX);
        Self { oms: Oms::new(store), dice, now: 0, count: 0, acknowledged: BTreeMap::new() }
    }

    fn command(&mut self, action: Value) -> Command {
        self.count += 1;
        let at = Instant::from_timestamp(self.now, 0).unwrap();
        let command = json!({"id": format!("c{}", self.count), "tenant": "acme", "at": at, "action": action});
        serde_json::from_value(command).unwrap()
    }

    /// A few orders, reservations and nodes, so that clients meet.
    fn wish(&mut self) -> Value {
        let (order, units) = (format!("o{}", self.dice.below(4)), 1 + self.dice.below(3));
        let node = ["a", "b"][usize::try_from(self.dice.below(2)).unwrap()];
        let reservation = format!("r{}", self.dice.below(6));
        let until = Instant::from_timestamp(self.now + 1 + i64::try_from(self.dice.below(50)).unwrap(), 0);
        let line = json!([{"line": "l1", "quantity": units}]);
        match self.dice.below(15) {
            0 | 1 => json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": units}),
            2 => json!({"type": "reserve_stock", "reservation": reservation, "expiresAt": until,
                "items": [{"sku": "mug", "node": node, "quantity": units}]}),
            3 => json!({"type": "release_reservation", "reservation": reservation}),
            4 | 5 => place(&order, self.count),
            6 => json!({"type": "review_order", "order": order}),
            7 => json!({"type": "reserve_order", "order": order, "reservation": reservation,
                "strategy": "priority", "expiresAt": until}),
            8 | 9 => json!({"type": "allocate_order", "order": order, "strategy": "fewest_shipments"}),
            10 => json!({"type": "cancel_order", "order": order, "lines": line}),
            11 => json!({"type": "deallocate_order", "order": order}),
            12 => json!({"type": "release_order", "order": order}),
            13 => json!({"type": "ship_order", "order": order, "shipment": format!("s{}", self.count),
                "node": node, "carrier": {"type": "named", "carrier": "post", "service": "parcel"},
                "parcels": [{"id": "p"}]}),
            _ => json!({"type": "adjust_stock", "sku": "mug", "node": node, "delta": -1, "reason": "",
                "force": units == 3}),
        }
    }

    /// One client sends what it is about, anew or again; what is answered is noted.
    fn step(&mut self, client: &mut Client) {
        let command = client.command.take().unwrap_or_else(|| {
            let wish = self.wish();
            self.command(wish)
        });
        match self.oms.execute(&command) {
            Ok(outcome) => {
                let known = self.acknowledged.insert(command.id.to_string(), (command, outcome.clone()));
                assert!(known.is_none_or(|(_, first)| first == outcome), "two answers to one command");
            }
            // The answer may be lost, the commit not: ask again with the same id.
            Err(Error::Store(_)) => client.command = Some(command),
            Err(error) => assert!(matches!(
                error.kind(),
                ErrorKind::Refused | ErrorKind::NotFound | ErrorKind::Conflict | ErrorKind::Invalid
            )),
        }
        // Now and then somebody repeats an old command, with its old time.
        if self.dice.below(5) == 0 && !self.acknowledged.is_empty() {
            let at =
                usize::try_from(self.dice.below(u64::try_from(self.acknowledged.len()).unwrap())).unwrap();
            let (command, first) = self.acknowledged.values().nth(at).unwrap();
            match self.oms.execute(command) {
                Ok(again) => assert_eq!(again, *first, "the first answer again"),
                Err(error) => assert_eq!(error.kind(), ErrorKind::Store, "{error}"),
            }
        }
        if self.dice.below(4) == 0 {
            self.now += i64::try_from(self.dice.below(40)).unwrap() - 5;
        }
    }

    fn check(&self) {
        let store = &self.oms.store().store;
        store.inspect(|state, journal| {
            assert_eq!(State::replay(journal), *state, "state is the fold of the journal");
            for cell in state.cells.values() {
                assert!(cell.is_sound(), "{cell:?}");
            }
            for (id, (_, outcome)) in &self.acknowledged {
                let written = journal.iter().filter(|entry| entry.command.as_str() == id).count();
                assert_eq!(written, outcome.events.len(), "{id} is in the journal exactly once");
            }
        });
        // The audit reads what was stored over a line that holds.
        assert_eq!(Oms::new(store.clone()).audit().unwrap().findings, []);
    }
}

fn place(order: &str, count: u64) -> Value {
    json!({"type": "place_order", "order": order, "draft": {
        "channel": "web", "channelOrderId": order, "placedAt": "2026-01-01T00:00:00Z", "currency": "EUR",
        "terms": if count.is_multiple_of(9) { "prepaid" } else { "invoice" },
        "shipTo": {"name": "Ada", "country": "HK", "city": "HK", "lines": ["1"]},
        "lines": [{"id": "l1", "sku": "mug", "quantity": 4, "unitPrice": {"amount": "5", "currency": "EUR"}}],
    }})
}

fn simulate(seed: u64) {
    let mut world = World::new(seed);
    let mut clients: Vec<Client> = (0..4).map(|_| Client { command: None }).collect();
    for node in ["a", "b"] {
        let put = world.command(json!({"type": "put_node", "node": {"id": node}}));
        clients[0].command = Some(put);
        while clients[0].command.is_some() {
            world.step(&mut clients[0]);
        }
    }
    clients[0].command = Some(world.command(json!({"type": "put_sku", "sku": {"id": "mug"}})));
    for round in 0..60 {
        let client = usize::try_from(world.dice.below(4)).unwrap();
        world.step(&mut clients[client]);
        if round % 6 == 0 {
            world.check();
        }
    }
    // Everybody asks until there is an answer.
    for client in &mut clients {
        while client.command.is_some() {
            world.step(client);
        }
    }
    world.check();
}

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn whatever_fails_everything_acknowledged_happened_exactly_once() {
    let seeds = match from_environment("SIMULATION_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..from_environment("SIMULATION_SEEDS").unwrap_or(300),
    };
    for seed in seeds {
        let result = std::panic::catch_unwind(|| simulate(seed));
        assert!(result.is_ok(), "seed {seed}: run it again with SIMULATION_SEED={seed}");
    }
}

//! The back end of the sale: what it sends to the engine, minute by minute, and what it notes for the story.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

use oms_core::engine::{Availability, Command, Oms};
use oms_core::publish::ChannelStockEvent;
use oms_core::store::{Event, Explanation, MemoryStore, Outcome};
use serde_json::{Value, json};

pub(crate) type Tried<T> = Result<T, Box<dyn Error>>;
type Answer = Result<Outcome, oms_core::Error>;

pub(crate) const CHANNELS: [&str; 4] = ["club", "market", "app", "shop"];
pub(crate) const CLUB: usize = 0;

/// Somebody who wants a pair.
#[derive(Clone)]
pub(crate) struct Buyer {
    number: usize,
    channel: usize,
    pays: bool,
    /// The minute in which the pair is paid, or in which the hold on it runs out.
    until: u32,
    mishap: usize,
}

/// What happened on a channel in ten minutes.
#[derive(Clone, Default)]
pub(crate) struct Row {
    /// The figure that it was told first.
    first: Option<i64>,
    came: usize,
    saw_none: usize,
    refused: usize,
    held: usize,
    paid: usize,
    ran_out: usize,
}

/// The engine, and what is noted for the story.
#[derive(Default)]
pub(crate) struct Sale {
    pub(crate) oms: Oms<MemoryStore>,
    pub(crate) text: String,
    pub(crate) seed: u32,
    pub(crate) commands: usize,
    pub(crate) buyers: usize,
    /// How many pairs each channel was last told there are for it, and the version of that figure.
    pub(crate) told: [(i64, u64); 4],
    pub(crate) rows: [Row; 4],
    pub(crate) holding: Vec<Buyer>,
    pub(crate) waiting: Vec<Buyer>,
    pub(crate) granted: usize,
    pub(crate) refused: BTreeMap<String, usize>,
    pub(crate) paid: usize,
    pub(crate) overcommit: i64,
    pub(crate) lost_answers: usize,
    pub(crate) double_clicks: usize,
    pub(crate) free_at_expiry: (i64, i64),
}

impl Sale {
    /// In each minute pairs are paid or their holds run out, the channels are told, and a crowd comes.
    pub(crate) fn ten_minutes(&mut self, from: u32, crowd: usize) -> Tried<()> {
        self.rows = Default::default();
        for minute in from..from + 10 {
            if minute == clock(10, 10) {
                self.free_at_expiry =
                    (self.stock(minute - 1, 59)?.promiseable, self.stock(minute, 0)?.promiseable);
            }
            let ended: Vec<Buyer> = self.holding.extract_if(.., |buyer| buyer.until == minute).collect();
            let (pay, run_out): (Vec<Buyer>, Vec<Buyer>) = ended.into_iter().partition(|buyer| buyer.pays);
            pay.iter().for_each(|buyer| self.rows[buyer.channel].paid += 1);
            run_out.iter().for_each(|buyer| self.rows[buyer.channel].ran_out += 1);
            self.pay(minute, &pay)?;
            self.publish(minute)?;
            self.ask(minute, crowd)?;
        }
        for (at, row) in self.rows.iter().enumerate() {
            let time = if at == 0 { &time(from, 0)[11..16] } else { "" };
            let (id, (last, version)) = (CHANNELS[at], self.told[at]);
            let Row { first, came, saw_none, refused, held, paid, ran_out } = row;
            let first = first.unwrap_or_default();
            write!(self.text, "{time:5}  {id:<7} {first:>6} {last:>5} {version:>8} {came:>6} {saw_none:>9}")?;
            writeln!(self.text, " {refused:>8} {held:>5} {paid:>5} {ran_out:>8}")?;
        }
        Ok(())
    }

    /// Held pairs become orders: placed, holding what the cart held, paid, reviewed, and set aside where the pair lies.
    pub(crate) fn pay(&mut self, minute: u32, buyers: &[Buyer]) -> Tried<()> {
        let mut actions = Vec::new();
        for buyer in buyers {
            let (order, now) = (format!("order-{}", buyer.number), time(minute, 0));
            let price = json!({"amount": "120.00", "currency": "EUR"});
            let ship_to = json!({"name": "Ada Lovelace", "country": "DE", "city": "Hamburg",
                                 "postalCode": "20095", "lines": ["Jungfernstieg 1"]});
            let line = json!({"id": "1", "sku": "shoe", "quantity": 1, "unitPrice": price});
            let draft = json!({"channel": CHANNELS[buyer.channel], "channelOrderId": order, "placedAt": now,
                               "customer": buyer.customer(), "currency": "EUR", "shipTo": ship_to,
                               "lines": [line]});
            let payment = json!({"id": "1", "kind": "captured", "amount": price, "at": now});
            actions.extend([
                json!({"type": "place_order", "order": order, "draft": draft}),
                json!({"type": "adopt_reservation", "order": order, "reservation": buyer.cart()}),
                json!({"type": "record_payment", "order": order, "payment": payment}),
                json!({"type": "review_order", "order": order}),
                json!({"type": "allocate_order", "order": order, "strategy": "priority"}),
            ]);
        }
        let commands = self.commands(minute, actions)?;
        self.oms.execute_batch(&commands).into_iter().collect::<Result<Vec<_>, _>>()?;
        self.paid += buyers.len();
        Ok(())
    }

    /// Tells the channels how many pairs there are for them. The engine says whom to tell, by a version that only
    /// grows; who would be told the same again is told nothing.
    fn publish(&mut self, minute: u32) -> Tried<()> {
        let outcome = self.act(minute, json!({"type": "publish_stock", "skus": ["shoe"]}))?;
        for event in &outcome.events {
            if let Event::ChannelStock(record) = &**event
                && let ChannelStockEvent::Published(told) = &record.event
                && let Some(at) = CHANNELS.iter().position(|id| *id == told.channel.as_str())
            {
                self.told[at] = (told.value, told.version);
            }
        }
        for (row, (value, _)) in self.rows.iter_mut().zip(self.told) {
            row.first.get_or_insert(value);
        }
        if let Some(Explanation::Publication(explained)) = outcome.explanations.first() {
            self.overcommit = self.overcommit.max(explained.publication.overcommit);
        }
        Ok(())
    }

    /// Buyers come, and each channel lets in no more of them than it was told there are pairs. Who is let in asks for a
    /// hold of ten minutes, all of a minute in one batch.
    fn ask(&mut self, minute: u32, crowd: usize) -> Tried<()> {
        let mut room = self.told.map(|(pairs, _)| pairs);
        let (mut asking, mut actions) = (Vec::new(), Vec::new());
        for _ in 0..crowd {
            let buyer = self.next_buyer(minute);
            let (row, room) = (&mut self.rows[buyer.channel], &mut room[buyer.channel]);
            row.came += 1;
            if *room > 0 {
                *room -= 1;
                actions.push(buyer.hold("cart", minute + 10));
                asking.push(buyer);
            } else {
                row.saw_none += 1;
                self.waiting.push(buyer);
            }
        }
        let commands = self.commands(minute, actions)?;
        let answers = self.oms.execute_batch(&commands);
        for ((buyer, command), answer) in asking.into_iter().zip(commands).zip(answers) {
            if self.is_granted(&answer) {
                self.rows[buyer.channel].held += 1;
                self.mishap(minute, &buyer, &command, &answer)?;
                self.holding.push(buyer);
            } else {
                self.rows[buyer.channel].refused += 1;
                self.waiting.push(buyer);
            }
        }
        Ok(())
    }

    /// What goes wrong in every shop, and changes nothing.
    fn mishap(&mut self, minute: u32, buyer: &Buyer, command: &Command, answer: &Answer) -> Tried<()> {
        match buyer.mishap {
            // The answer gets lost. The same command again gets it again.
            0 => {
                assert_eq!(self.oms.execute(command), *answer);
                self.lost_answers += 1;
            }
            // A double click is a new command for the same cart, which has its pair already.
            1 | 2 => {
                let outcome = self.act(minute, buyer.hold("cart", minute + 10))?;
                assert!(outcome.events.is_empty());
                self.double_clicks += 1;
            }
            // The same customer with another cart is refused.
            3 if buyer.channel != CLUB => {
                let commands = self.commands(minute, [buyer.hold("second-cart", minute + 10)])?;
                let answer = self.oms.execute_batch(&commands).remove(0);
                assert!(!self.is_granted(&answer));
            }
            _ => {}
        }
        Ok(())
    }

    /// Whoever comes next: where, whether to pay and when, and what goes wrong.
    fn next_buyer(&mut self, minute: u32) -> Buyer {
        self.buyers += 1;
        let percent = self.below(100);
        let channel = [15, 40, 60].iter().filter(|&&end| percent >= end).count();
        let pays = self.below(10) < 7;
        let thinks = 2 + self.below(8) as u32;
        let until = minute + if pays { thinks } else { 10 };
        Buyer { number: self.buyers, channel, pays, until, mishap: self.below(20) }
    }

    /// Chance of plain integers, the same in every language: a linear congruential generator with the constants of
    /// *Numerical Recipes*.
    pub(crate) fn below(&mut self, end: u32) -> usize {
        self.seed = self.seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((self.seed >> 8) % end) as usize
    }
}

/// How the engine is asked.
impl Sale {
    /// Commands of the actions, each with an id of its own.
    pub(crate) fn commands(
        &mut self,
        minute: u32,
        actions: impl IntoIterator<Item = Value>,
    ) -> Tried<Vec<Command>> {
        let command = |action| {
            self.commands += 1;
            let id = format!("c-{}", self.commands).as_str().try_into()?;
            let at = time(minute, 0).parse()?;
            Ok(Command::new(id, "acme".try_into()?, at, serde_json::from_value(action)?))
        };
        actions.into_iter().map(command).collect()
    }

    /// One command that must not be refused.
    pub(crate) fn act(&mut self, minute: u32, action: Value) -> Tried<Outcome> {
        let commands = self.commands(minute, [action])?;
        Ok(self.oms.execute_batch(&commands).remove(0)?)
    }

    /// Whether a hold or promise was granted; counts it, or the code by which it was refused.
    pub(crate) fn is_granted(&mut self, answer: &Answer) -> bool {
        match answer {
            Ok(_) => self.granted += 1,
            Err(error) => *self.refused.entry(error.code().to_owned()).or_default() += 1,
        }
        answer.is_ok()
    }

    /// What there is of the shoe at an instant.
    pub(crate) fn stock(&self, minute: u32, second: u32) -> Tried<Availability> {
        let at = time(minute, second).parse()?;
        Ok(self.oms.availability(&"acme".try_into()?, &["shoe".try_into()?], at)?.remove(0))
    }
}

impl Buyer {
    pub(crate) fn cart(&self) -> String {
        format!("cart-{}", self.number)
    }

    fn customer(&self) -> String {
        format!("c-{}", self.number)
    }

    /// The club takes of its quota; for the others any node will do.
    fn hold(&self, cart: &str, until: u32) -> Value {
        let (reservation, expires_at) = (format!("{cart}-{}", self.number), time(until, 0));
        if self.channel == CLUB {
            let item = json!({"sku": "shoe", "node": "berlin", "quantity": 1});
            json!({"type": "reserve_quota", "reservation": reservation, "group": ["club"], "items": [item],
                   "expiresAt": expires_at})
        } else {
            let item = json!({"sku": "shoe", "quantity": 1});
            json!({"type": "reserve_stock", "reservation": reservation, "customer": self.customer(),
                   "items": [item], "expiresAt": expires_at})
        }
    }
}

/// Minutes since midnight.
pub(crate) const fn clock(hour: u32, minute: u32) -> u32 {
    60 * hour + minute
}

pub(crate) fn time(minute: u32, second: u32) -> String {
    format!("2026-11-27T{:02}:{:02}:{second:02}Z", minute / 60, minute % 60)
}

pub(crate) fn thousands(n: usize) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) }
}

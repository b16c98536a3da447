//! Who comes, and what they ask of the engine.

use oms_core::engine::{Action, Command};
use serde_json::{Value, json};

use super::CHANNELS;
use super::sale::Tried;

/// A buyer with a cart, and what will become of it.
#[derive(Clone, Copy)]
pub(crate) struct Buyer {
    pub(crate) number: usize,
    pub(crate) channel: usize,
    pub(crate) pays: bool,
    /// The minute in which the pair is paid, or in which the hold of it runs out.
    pub(crate) until: u32,
    pub(crate) mishap: Mishap,
}

/// What goes wrong when a buyer asks.
#[derive(Clone, Copy)]
pub(crate) enum Mishap {
    Nothing,
    LostAnswer,
    DoubleClick,
}

impl Buyer {
    /// The dice say who comes: where, whether to pay and after how many minutes, and what goes wrong.
    pub(crate) fn new(number: usize, minute: u32, dice: &mut Dice) -> Self {
        let percent = dice.below(100);
        let channel = [15, 40, 60].iter().filter(|&&end| percent >= end).count();
        let pays = dice.below(10) < 7;
        let thinks = 2 + dice.below(8);
        let mishap = match dice.below(20) {
            0 => Mishap::LostAnswer,
            1 | 2 => Mishap::DoubleClick,
            _ => Mishap::Nothing,
        };
        Self { number, channel, pays, until: minute + if pays { thinks } else { 10 }, mishap }
    }

    pub(crate) fn cart(&self) -> String {
        format!("cart-{}", self.number)
    }

    /// The club takes of its quota; for the others any node will do.
    pub(crate) fn hold(&self, until: u32) -> Value {
        let (reservation, expires_at) = (self.cart(), at(until, 0));
        if self.channel == 0 {
            let item = json!({"sku": "shoe", "node": "berlin", "quantity": 1});
            json!({"type": "reserve_quota", "reservation": reservation, "group": ["club"], "items": [item],
                   "expiresAt": expires_at})
        } else {
            let item = json!({"sku": "shoe", "quantity": 1});
            json!({"type": "reserve_stock", "reservation": reservation, "items": [item], "expiresAt": expires_at})
        }
    }

    pub(crate) fn order(&self, minute: u32) -> [Value; 5] {
        let (order, cart, now) = (format!("order-{}", self.number), self.cart(), at(minute, 0));
        let price = json!({"amount": "120.00", "currency": "EUR"});
        let ship_to = json!({"name": "Ada Lovelace", "country": "DE", "city": "Hamburg", "postalCode": "20095",
                             "lines": ["Jungfernstieg 1"]});
        let line = json!({"id": "1", "sku": "shoe", "quantity": 1, "unitPrice": price});
        let draft = json!({"channel": CHANNELS[self.channel].0, "channelOrderId": order, "placedAt": now,
                           "currency": "EUR", "shipTo": ship_to, "lines": [line]});
        let payment = json!({"id": "1", "kind": "captured", "amount": price, "at": now});
        [
            json!({"type": "place_order", "order": order, "draft": draft}),
            json!({"type": "adopt_reservation", "order": order, "reservation": cart}),
            json!({"type": "record_payment", "order": order, "payment": payment}),
            json!({"type": "review_order", "order": order}),
            json!({"type": "allocate_order", "order": order, "strategy": "priority"}),
        ]
    }
}

/// Integers that look like chance and are the same in every language: a linear congruential generator with the
/// constants of *Numerical Recipes*.
pub(crate) struct Dice(u32);

impl Default for Dice {
    pub(crate) fn default() -> Self {
        Self(20_261_127)
    }
}

impl Dice {
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % end
    }
}

pub(crate) fn command(id: String, minute: u32, action: Value) -> Tried<Command> {
    let action: Action = serde_json::from_value(action)?;
    Ok(Command::new(id.try_into()?, "acme".try_into()?, at(minute, 0).parse()?, action))
}

pub(crate) fn promise_pair(cart: &str, due: u32) -> Value {
    json!({"type": "promise_stock", "sku": "shoe", "node": "munich", "promise": cart, "quantity": 1,
           "due": at(due, 0), "receipt": "late"})
}

/// Minutes since midnight.
pub(crate) const fn clock(hour: u32, minute: u32) -> u32 {
    60 * hour + minute
}

pub(crate) fn at(minute: u32, second: u32) -> String {
    format!("2026-11-27T{:02}:{:02}:{second:02}Z", minute / 60, minute % 60)
}

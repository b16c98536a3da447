//! A flash sale: one hot SKU, four channels, thousands of buyers, holds that run out, a late receipt. It prints what
//! each channel saw, and why nobody was oversold.
//!
//! `cargo run --release --example flash_sale`; Python and Node tell the same story, word for word.

mod buyer;
mod sale;

use std::collections::BTreeMap;

use oms_core::store::Explanation;
use serde_json::{Value, json};

use buyer::{Buyer, at, clock, command, promise_pair};
use sale::{Row, Sale, Tried};

/// The channels, and how each shares the stock.
const CHANNELS: [(&str, &str); 4] = [
    ("club", "exclusive: its quota of 200, and nothing else"),
    ("market", "percentage: 25 % of what no quota fences"),
    ("app", "weighted: what the percentages leave, at most 150"),
    ("shop", "full share: everything that no quota fences"),
];

fn main() -> Tried<()> {
    print!("{}", story()?);
    Ok(())
}

/// The day as text.
pub(crate) fn story() -> Tried<String> {
    let mut sale = Sale::default();
    sale.prepare()?;
    sale.sell(clock(10, 0), clock(10, 10), 240)?;
    sale.sell(clock(10, 10), clock(10, 20), 120)?;
    sale.sell(clock(10, 20), clock(10, 30), 60)?;
    sale.sell(clock(10, 30), clock(10, 40), 0)?;
    sale.promise_late_pairs()?;
    sale.hear_of_the_delay()?;
    sale.receive_late_pairs()?;
    sale.sell(clock(15, 0), clock(15, 10), 10)?;
    sale.sell(clock(15, 10), clock(15, 20), 0)?;
    sale.prove()?;
    Ok(sale.text)
}

impl Sale {
    /// The stock, the quota, the channels' policy, and a receipt that is expected at noon.
    fn prepare(&mut self) -> Tried<()> {
        let sharing = [
            json!({"type": "exclusive"}),
            json!({"type": "percentage", "basisPoints": 2500}),
            json!({"type": "weighted", "weight": 1, "max": 150}),
            json!({"type": "full"}),
        ];
        let channels = CHANNELS.iter().zip(sharing);
        let channels: Vec<_> =
            channels.map(|((id, _), sharing)| json!({"channel": id, "sharing": sharing})).collect();
        let quota = json!({"group": ["club"], "node": "berlin", "quantity": 200});
        let actions = [
            json!({"type": "put_sku", "sku": {"id": "shoe"}}),
            json!({"type": "put_node", "node": {"id": "berlin"}}),
            json!({"type": "put_node", "node": {"id": "munich"}}),
            json!({"type": "receive_stock", "sku": "shoe", "node": "berlin", "quantity": 700}),
            json!({"type": "receive_stock", "sku": "shoe", "node": "munich", "quantity": 300}),
            json!({"type": "allocate_quota", "sku": "shoe", "part": quota}),
            json!({"type": "put_publication_policy", "policy": {"channels": channels}}),
            expect_receipt(clock(12, 0)),
        ];
        for action in actions {
            self.act(clock(9, 0), action)?;
        }
        self.say("A flash sale: 1,000 pairs of one shoe, four channels, holds of ten minutes.");
        self.say("Berlin has 700 pairs, 200 of them ring-fenced for the club; Munich has 300.");
        for (id, policy) in CHANNELS {
            self.say(&format!("  {id:<7} {policy}"));
        }
        self.say("");
        self.say("       channel       told at first    at last   came  saw none  refused  held  paid  ran out");
        Ok(())
    }

    /// Who left without a pair asks for one of the receipt: it promises what it brings, and not one more.
    fn promise_late_pairs(&mut self) -> Tried<()> {
        let asking: Vec<Buyer> = self.waiting.iter().take(200).copied().collect();
        let mut commands = Vec::new();
        for buyer in &asking {
            let due = clock([13, 14, 16][self.dice.below(3) as usize], 0);
            commands.push(command(format!("promise-{}", buyer.number), clock(10, 40), promise_pair(&buyer.cart(), due))?);
        }
        let answers = self.send(&commands);
        let promised = asking.iter().zip(&answers).filter(|(_, answer)| answer.is_ok());
        self.promised = promised.map(|(buyer, _)| *buyer).collect();
        let (waiting, promised) = (thousands(self.waiting.len()), self.promised.len());
        self.say(&format!("10:40  {waiting} left without a pair. A receipt of 150 is expected at 12:00: of 200"));
        self.say(&format!("       who ask, {promised} are promised one of it, {} are refused.", asking.len() - promised));
        Ok(())
    }

    /// The receipt is late. The engine names the promises that breaks, by how much, and the date to offer instead.
    fn hear_of_the_delay(&mut self) -> Tried<()> {
        let outcome = self.act(clock(11, 30), expect_receipt(clock(15, 0)))?;
        let broken = outcome.explanations.iter().find_map(|explanation| match explanation {
            Explanation::BrokenPromises(explained) => Some(explained.broken.clone()),
            _ => None,
        });
        let broken = broken.unwrap_or_default();
        let mut alike: BTreeMap<_, usize> = BTreeMap::new();
        for promise in &broken {
            *alike.entry((promise.due, promise.slack_seconds, promise.proposed)).or_default() += 1;
        }
        let kept = self.promised.len() - broken.len();
        self.say(&format!("11:30  The receipt slips to 15:00. That breaks {} promises, {kept} are kept:", broken.len()));
        for ((due, slack, proposed), promises) in alike {
            let late = -slack.unwrap_or_default() / 3600;
            let proposed = proposed.ok_or("the receipt has a date")?.format("%H:%M");
            let due = due.format("%H:%M");
            self.say(&format!("         {promises} promised for {due} are {late} h late, to be offered {proposed}"));
        }
        // Every third says no, the others take the new date: the same promise, made anew.
        for (at, standing) in broken.iter().enumerate() {
            let cart = standing.promise.as_str();
            if at % 3 == 0 {
                self.promised.retain(|buyer| buyer.cart() != cart);
                let give_up = json!({"type": "release_promise", "sku": "shoe", "node": "munich", "promise": cart});
                self.act(clock(11, 45), give_up)?;
            } else {
                self.act(clock(11, 45), promise_pair(cart, clock(15, 0)))?;
            }
        }
        let gave_up = broken.len().div_ceil(3);
        self.say(&format!("11:45  {} take the new date, {gave_up} give up.", broken.len() - gave_up));
        Ok(())
    }

    /// What arrives is held for whom it was promised to, before any channel is told of it.
    fn receive_late_pairs(&mut self) -> Tried<()> {
        let now = clock(15, 0);
        let free_before = self.free(now, 0)?;
        let arrival =
            json!({"type": "receive_stock", "sku": "shoe", "node": "munich", "quantity": 150, "receipt": "late"});
        self.act(now, arrival)?;
        let free = self.free(now, 0)? - free_before;
        let promised = std::mem::take(&mut self.promised);
        self.pay(now, &promised)?;
        self.day.paid += promised.len();
        self.day.held += promised.len();
        let held = promised.len();
        self.say(&format!("15:00  The 150 arrive: {held} are held for whom they were promised to, who pay; {free} are free."));
        Ok(())
    }

    /// The books at the end of the day, and why they balance.
    fn prove(&mut self) -> Tried<()> {
        let now = clock(15, 20);
        let left = self.told[0].0;
        if left > 0 {
            let part = json!({"group": ["club"], "node": "berlin", "quantity": left});
            self.act(now, json!({"type": "unallocate_quota", "sku": "shoe", "part": part}))?;
        }
        let stock = self.oms.availability(&"acme".try_into()?, &["shoe".try_into()?], at(now, 0).parse()?)?;
        let nodes: Vec<_> = stock.iter().flat_map(|sku| &sku.nodes).collect();
        let free: i64 = nodes.iter().map(|node| node.free).sum();
        let held: i64 = nodes.iter().map(|node| node.cell.held).sum();
        let sold: i64 = nodes.iter().map(|node| node.cell.allocated).sum();
        let oversold: i64 = nodes.iter().map(|node| (-node.free).max(0)).sum();
        let audit = self.oms.audit()?;
        assert_eq!(sold, i64::try_from(self.day.paid)?);
        assert_eq!(audit.entries, self.events, "repeated commands leave nothing in the journal");

        let Row { came, refused, ran_out, .. } = self.day;
        let (before, after) = self.free_before_and_at;
        self.say("");
        self.say(&format!("Nobody was oversold, although {} buyers came and channels were told", thousands(came)));
        self.say(&format!("of {} pairs more than there were. What kept it so:", self.overcommit));
        self.say(&format!("  guard    {refused} asked for a pair that another channel had just given away, and were refused"));
        self.say(&format!("  quota    nobody else could touch the club's pairs; {left} that it left are free again"));
        self.say(&format!("  expiry   at 10:09:59 {before} pairs were free, at 10:10:00 {after}: no sweep, the instant is enough;"));
        self.say(&format!("           {ran_out} holds ran out in all, and every pair of them was offered again"));
        self.say(&format!(
            "  repeats  {} commands sent again after a lost answer got their first answer, and {} double",
            thousands(self.lost_answers),
            self.double_clicks
        ));
        self.say("           clicks found the pair held already: the journal has no event of them");
        self.say("  receipt  no channel was told of the late pairs before they were there");
        self.say(&format!(
            "received {} = sold {} + free {free}; held {held}; oversold {oversold}",
            thousands(1150),
            thousands(self.day.paid)
        ));
        self.say(&format!(
            "The audit of all {} events finds {} errors.",
            thousands(usize::try_from(audit.entries)?),
            audit.findings.len()
        ));
        Ok(())
    }
}

fn expect_receipt(eta: u32) -> Value {
    let plan = json!({"kind": "purchase", "quantity": 150, "eta": at(eta, 0)});
    json!({"type": "expect_stock", "sku": "shoe", "node": "munich", "receipt": "late", "plan": plan})
}

fn thousands(n: usize) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) }
}

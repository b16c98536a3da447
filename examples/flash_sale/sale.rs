//! The back end of the sale: what it sends to the engine, minute by minute, and what it notes for the story.

use std::error::Error;

use oms_core::engine::{Command, Oms};
use oms_core::publish::ChannelStockEvent;
use oms_core::store::{Event, Explanation, MemoryStore, Outcome};
use serde_json::{Value, json};

use super::CHANNELS;
use super::buyer::{Buyer, Dice, Mishap, at, clock, command};

pub(crate) type Tried<T> = Result<T, Box<dyn Error>>;
type Answer = Result<Outcome, oms_core::Error>;

/// What happened on a channel in one part of the day, or in all of it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Row {
    /// The figure it was told first in this part, and its version.
    pub(crate) told: (i64, u64),
    pub(crate) came: usize,
    pub(crate) saw_none: usize,
    pub(crate) refused: usize,
    pub(crate) held: usize,
    pub(crate) paid: usize,
    pub(crate) ran_out: usize,
}

/// The back end of the sale: the engine, and what it notes for the story.
#[derive(Default)]
pub(crate) struct Sale {
    pub(crate) oms: Oms<MemoryStore>,
    pub(crate) text: String,
    pub(crate) dice: Dice,
    /// What each channel was told last, and the version of that figure.
    pub(crate) told: [(i64, u64); 4],
    pub(crate) rows: [Row; 4],
    pub(crate) day: Row,
    pub(crate) holding: Vec<Buyer>,
    pub(crate) waiting: Vec<Buyer>,
    pub(crate) promised: Vec<Buyer>,
    /// Events of all commands; repeated ones add none.
    pub(crate) events: u64,
    pub(crate) steps: usize,
    pub(crate) lost_answers: usize,
    pub(crate) double_clicks: usize,
    pub(crate) overcommit: i64,
    pub(crate) free_before_and_at: (i64, i64),
}

impl Sale {
    /// A part of the day: each minute pairs are paid or run out, the channels are told, and a crowd comes.
    pub(crate) fn sell(&mut self, from: u32, to: u32, crowd: usize) -> Tried<()> {
        for minute in from..to {
            if minute == clock(10, 10) {
                self.free_before_and_at = (self.free(minute - 1, 59)?, self.free(minute, 0)?);
            }
            let ended: Vec<Buyer> = self.holding.extract_if(.., |buyer| buyer.until == minute).collect();
            let (pay, run_out): (Vec<Buyer>, Vec<Buyer>) = ended.iter().partition(|buyer| buyer.pays);
            self.pay(minute, &pay)?;
            self.publish(minute)?;
            if minute == from {
                self.rows = self.told.map(|told| Row { told, ..Row::default() });
            }
            pay.iter().for_each(|buyer| self.rows[buyer.channel].paid += 1);
            run_out.iter().for_each(|buyer| self.rows[buyer.channel].ran_out += 1);
            self.ask(minute, crowd)?;
        }
        self.say_rows(from);
        Ok(())
    }

    /// Held pairs become orders: placed, paid, taken over, reviewed, and set aside at the node where the pair lies.
    pub(crate) fn pay(&mut self, minute: u32, buyers: &[Buyer]) -> Tried<()> {
        let mut commands = Vec::new();
        for buyer in buyers {
            for (step, action) in buyer.order(minute).into_iter().enumerate() {
                commands.push(command(format!("pay-{}-{step}", buyer.number), minute, action)?);
            }
        }
        let answers = self.send(&commands);
        if let Some(error) = answers.iter().find_map(|answer| answer.as_ref().err()) {
            return Err(error.clone().into());
        }
        if minute % 5 == 0 {
            self.lose(&commands, &answers);
        }
        Ok(())
    }

    /// Tells the channels how many pairs there are for them; who was told the same before is told nothing.
    pub(crate) fn publish(&mut self, minute: u32) -> Tried<()> {
        let outcome = self.act(minute, json!({"type": "publish_stock", "skus": ["shoe"]}))?;
        for event in &outcome.events {
            if let Event::ChannelStock(record) = &**event
                && let ChannelStockEvent::Published(told) = &record.event
                && let Some(at) = CHANNELS.iter().position(|(id, _)| *id == told.channel.as_str())
            {
                self.told[at] = (told.value, told.version);
            }
        }
        if let (0, Some(Explanation::Publication(why))) = (self.overcommit, outcome.explanations.first()) {
            self.overcommit = why.publication.overcommit;
        }
        Ok(())
    }

    /// Buyers come, and each channel lets in no more of them than it was told there are pairs. All of a minute ask in
    /// one batch for a hold of ten minutes. Some answers get lost, so that the question is repeated; some click twice.
    pub(crate) fn ask(&mut self, minute: u32, crowd: usize) -> Tried<()> {
        let mut room = self.told.map(|(pairs, _)| pairs);
        let (mut buyers, mut commands) = (Vec::new(), Vec::new());
        for _ in 0..crowd {
            self.day.came += 1;
            let buyer = Buyer::new(self.day.came, minute, &mut self.dice);
            let row = &mut self.rows[buyer.channel];
            row.came += 1;
            if room[buyer.channel] == 0 {
                row.saw_none += 1;
                self.waiting.push(buyer);
                continue;
            }
            room[buyer.channel] -= 1;
            commands.push(command(format!("hold-{}", buyer.number), minute, buyer.hold(minute + 10))?);
            buyers.push(buyer);
        }
        let answers = self.send(&commands);
        for ((buyer, asked), answer) in buyers.into_iter().zip(commands).zip(answers) {
            let row = &mut self.rows[buyer.channel];
            match &answer {
                Ok(_) => {
                    row.held += 1;
                    self.holding.push(buyer);
                }
                Err(error) => {
                    assert_eq!(error.code(), "stock.insufficient");
                    row.refused += 1;
                    self.waiting.push(buyer);
                }
            }
            match buyer.mishap {
                Mishap::Nothing => {}
                Mishap::LostAnswer => self.lose(&[asked], &[answer]),
                Mishap::DoubleClick => {
                    let again = Command { id: format!("{}-twice", asked.id).try_into()?, ..asked };
                    let changed = self.oms.execute(&again).is_ok_and(|outcome| !outcome.events.is_empty());
                    assert!(!changed, "the cart has its pair already");
                    self.double_clicks += 1;
                }
            }
        }
        Ok(())
    }

    /// Sends commands for the first time.
    pub(crate) fn send(&mut self, commands: &[Command]) -> Vec<Answer> {
        let answers = self.oms.execute_batch(commands);
        self.events += answers.iter().flatten().map(|outcome| outcome.events.len() as u64).sum::<u64>();
        answers
    }

    /// The answers get lost: the same commands are sent again, and get them again.
    pub(crate) fn lose(&mut self, commands: &[Command], answers: &[Answer]) {
        assert_eq!(self.oms.execute_batch(commands), answers);
        self.lost_answers += commands.len();
    }

    /// One command that must not be refused.
    pub(crate) fn act(&mut self, minute: u32, action: Value) -> Tried<Outcome> {
        self.steps += 1;
        let command = command(format!("step-{}", self.steps), minute, action)?;
        Ok(self.send(&[command]).remove(0)?)
    }

    /// Pairs that anybody could hold at an instant.
    pub(crate) fn free(&self, minute: u32, second: u32) -> Tried<i64> {
        let stock = self.oms.availability(&"acme".try_into()?, &["shoe".try_into()?], at(minute, second).parse()?)?;
        Ok(stock.iter().map(|sku| sku.promiseable).sum())
    }

    pub(crate) fn say(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(crate) fn say_rows(&mut self, from: u32) {
        let (rows, told) = (self.rows, self.told);
        for (((id, _), row), (last, last_version)) in CHANNELS.iter().zip(rows).zip(told) {
            let time = if *id == "club" { &at(from, 0)[11..16] } else { "" };
            let ((first, version), Row { came, saw_none, refused, held, paid, ran_out, .. }) = (row.told, row);
            self.say(&format!(
                "{time:5}  {id:<7} {first:>12} {version:>4} {last:>9} {last_version:>4} \
                 {came:>6} {saw_none:>9} {refused:>8} {held:>5} {paid:>5} {ran_out:>8}"
            ));
            self.day.refused += refused;
            self.day.held += held;
            self.day.paid += paid;
            self.day.ran_out += ran_out;
        }
    }
}

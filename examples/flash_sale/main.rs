//! A flash sale: one hot SKU, four channels, thousands of buyers, holds that run out, a late receipt. It prints what
//! each channel saw, and why nobody was oversold.
//!
//! `cargo run --release --example flash_sale`. The text is `examples/flash_sale.txt`; Python and Node print the same.

mod sale;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use oms_core::store::Explanation;
use serde_json::{Value, json};

use sale::{Buyer, CHANNELS, CLUB, Sale, Tried, clock, thousands, time};

fn main() -> Tried<()> {
    print!("{}", story()?);
    Ok(())
}

/// The whole day as text.
pub(crate) fn story() -> Tried<String> {
    let mut sale = Sale { seed: 20_261_127, ..Sale::default() };
    prepare(&mut sale)?;
    for (from, crowd) in [(clock(10, 0), 240), (clock(10, 10), 120), (clock(10, 20), 60), (clock(10, 30), 0)]
    {
        sale.ten_minutes(from, crowd)?;
    }
    let promised = promise_late_pairs(&mut sale)?;
    let promised = hear_of_the_delay(&mut sale, promised)?;
    receive_late_pairs(&mut sale, &promised)?;
    for (from, crowd) in [(clock(15, 0), 10), (clock(15, 10), 0)] {
        sale.ten_minutes(from, crowd)?;
    }
    prove(&mut sale)?;
    Ok(sale.text)
}

fn prepare(sale: &mut Sale) -> Tried<()> {
    let sharing = [
        json!({"type": "exclusive"}),
        json!({"type": "percentage", "basisPoints": 2500}),
        json!({"type": "weighted", "weight": 1, "max": 150}),
        json!({"type": "full"}),
    ];
    let channel = |(id, sharing)| json!({"channel": id, "sharing": sharing});
    let channels: Vec<Value> = CHANNELS.iter().zip(sharing).map(channel).collect();
    let quota = json!({"group": ["club"], "node": "berlin", "quantity": 200});
    for action in [
        json!({"type": "put_sku", "sku": {"id": "shoe", "maxPerCustomer": 1}}),
        json!({"type": "put_node", "node": {"id": "berlin"}}),
        json!({"type": "put_node", "node": {"id": "munich"}}),
        json!({"type": "receive_stock", "sku": "shoe", "node": "berlin", "quantity": 700}),
        json!({"type": "receive_stock", "sku": "shoe", "node": "munich", "quantity": 300}),
        json!({"type": "allocate_quota", "sku": "shoe", "part": quota}),
        json!({"type": "put_publication_policy", "policy": {"channels": channels}}),
        expect_receipt(clock(12, 0)),
    ] {
        sale.act(clock(9, 0), action)?;
    }
    sale.text.push_str(
        "\
A flash sale: 1,000 pairs of one shoe, one for each customer, held for ten minutes.
Berlin has 700 of them, 200 fenced for the club; Munich has 300. What channels are told:
  club    exclusive: its quota of 200, and nothing else
  market  percentage: 25 % of what no quota fences
  app     weighted: what the percentages leave, at most 150
  shop    full: all that no quota fences

       channel  first  last  version   came  saw none  refused  held  paid  ran out
",
    );
    Ok(())
}

/// Who left without a pair asks for one of the receipt. It promises what it brings, and not one more.
fn promise_late_pairs(sale: &mut Sale) -> Tried<Vec<Buyer>> {
    let mut asking = sale.waiting.clone();
    asking.truncate(200);
    let ask = |buyer: &Buyer| promise_pair(&buyer.cart(), clock([13, 14, 16][sale.below(3)], 0));
    let actions: Vec<Value> = asking.iter().map(ask).collect();
    let commands = sale.commands(clock(10, 40), actions)?;
    let mut answers = sale.oms.execute_batch(&commands).into_iter();
    asking.retain(|_| answers.next().is_some_and(|answer| sale.is_granted(&answer)));
    let (waiting, promised) = (thousands(sale.waiting.len()), asking.len());
    write!(
        sale.text,
        "
10:40  {waiting} left without a pair. A receipt of 150 is expected at 12:00; of the first
       200 of them, {promised} are promised a pair of it, {} are refused.
",
        200 - promised
    )?;
    Ok(asking)
}

/// The receipt is late. The engine names the promises that breaks, by how much, and the date to offer instead.
fn hear_of_the_delay(sale: &mut Sale, promised: Vec<Buyer>) -> Tried<Vec<Buyer>> {
    let outcome = sale.act(clock(11, 30), expect_receipt(clock(15, 0)))?;
    let Some(Explanation::BrokenPromises(explained)) = outcome.explanations.first() else {
        return Err("the delay breaks promises".into());
    };
    let (broken, mut alike) = (&explained.broken, BTreeMap::<_, usize>::new());
    for promise in broken {
        let hours = promise.slack_seconds.unwrap_or_default() / 3600;
        *alike.entry((promise.due, hours, promise.proposed)).or_default() += 1;
    }
    let (count, kept) = (broken.len(), promised.len() - broken.len());
    writeln!(sale.text, "11:30  The receipt slips to 15:00. That breaks {count} promises, and {kept} hold:")?;
    for ((due, hours, proposed), count) in alike {
        let proposed = proposed.unwrap_or_default().format("%H:%M");
        let due = due.format("%H:%M");
        writeln!(
            sale.text,
            "       {count} for {due} have a slack of {hours} h; the engine proposes {proposed}."
        )?;
    }
    // Who can have a pair in time gets one that came free. Of the others every third gives up, the rest take the new
    // date: the same promise, made anew.
    let (mut waiting, mut in_time, mut gave_up) = (Vec::new(), Vec::new(), 0);
    for buyer in promised {
        let cart = buyer.cart();
        let release = json!({"type": "release_promise", "sku": "shoe", "node": "munich", "promise": cart});
        match broken.iter().position(|broken| broken.promise.as_str() == cart) {
            None => waiting.push(buyer),
            Some(at) if broken[at].proposed == Some(broken[at].due) => {
                sale.act(clock(11, 30), release)?;
                let item = json!({"sku": "shoe", "node": "munich", "quantity": 1});
                sale.act(
                    clock(11, 30),
                    json!({"type": "reserve_stock", "reservation": cart, "items": [item]}),
                )?;
                in_time.push(buyer);
            }
            Some(at) if at % 3 == 0 => {
                sale.act(clock(11, 30), release)?;
                gave_up += 1;
            }
            Some(_) => {
                sale.act(clock(11, 30), promise_pair(&cart, clock(15, 0)))?;
                waiting.push(buyer);
            }
        }
    }
    sale.pay(clock(11, 30), &in_time)?;
    let (served, later) = (in_time.len(), waiting.len() - kept);
    writeln!(
        sale.text,
        "       {served} get a pair in time that came free, {later} take the new date, {gave_up} give up."
    )?;
    Ok(waiting)
}

/// What arrives is held for whom it was promised to, before any channel is told of it.
fn receive_late_pairs(sale: &mut Sale, promised: &[Buyer]) -> Tried<()> {
    let before = sale.stock(clock(15, 0), 0)?.promiseable;
    let arrival =
        json!({"type": "receive_stock", "sku": "shoe", "node": "munich", "quantity": 150, "receipt": "late"});
    sale.act(clock(15, 0), arrival)?;
    let free = sale.stock(clock(15, 0), 0)?.promiseable - before;
    sale.pay(clock(15, 0), promised)?;
    let left = sale.told[CLUB].0;
    let part = json!({"group": ["club"], "node": "berlin", "quantity": left});
    sale.act(clock(15, 0), json!({"type": "unallocate_quota", "sku": "shoe", "part": part}))?;
    write!(
        sale.text,
        "\
15:00  The 150 arrive: {} are held for whom they were promised to, who pay; {free} are
       free. So are {left} that the club left of its quota.

",
        promised.len()
    )?;
    Ok(())
}

/// The books at the end of the day, and why they balance.
fn prove(sale: &mut Sale) -> Tried<()> {
    let stock = sale.stock(clock(15, 20), 0)?;
    let audit = sale.oms.audit()?;
    let wishes = thousands(sale.granted + sale.refused.values().sum::<usize>());
    let (granted, commands) = (thousands(sale.granted), thousands(sale.commands));
    let (overcommit, lost, twice) = (sale.overcommit, sale.lost_answers, sale.double_clicks);
    let (before, at) = sale.free_at_expiry;
    let sold: i64 = stock.nodes.iter().map(|node| node.cell.allocated).sum();
    let (paid, sold) = (thousands(sale.paid), thousands(usize::try_from(sold)?));
    let (entries, errors) = (thousands(usize::try_from(audit.entries)?), audit.findings.len());
    let text = &mut sale.text;
    write!(
        text,
        "
Why nobody was oversold
  told     channels together were told of up to {overcommit} pairs more than there were, but
           only a hold or a promise gives a claim, and each is checked where the pairs lie:
  asked    {wishes} times, of which {granted} were granted and the others refused by code:
"
    )?;
    for (code, times) in &sale.refused {
        writeln!(text, "           {times:>5} {code}")?;
    }
    write!(
        text,
        "  repeats  {lost} lost answers were given again, {twice} double clicks made no event
  expiry   {before} pairs were free at 10:09:59, {at} at 10:10:00: no job has to sweep them up
  orders   {paid} paid, {sold} pairs set aside for them
"
    )?;
    for node in &stock.nodes {
        let (id, cell, free) = (&node.node, node.cell, node.free);
        let (on_hand, held, sold) = (cell.on_hand, cell.held, cell.allocated);
        writeln!(text, "  {id}   {on_hand} on hand = {sold} sold + {held} held + {free} free")?;
    }
    writeln!(text, "  audit    {commands} commands, {entries} events, {errors} errors")?;
    Ok(())
}

fn promise_pair(cart: &str, due: u32) -> Value {
    json!({"type": "promise_stock", "sku": "shoe", "node": "munich", "promise": cart, "quantity": 1,
           "due": time(due, 0), "receipt": "late"})
}

fn expect_receipt(eta: u32) -> Value {
    let plan = json!({"kind": "purchase", "quantity": 150, "eta": time(eta, 0)});
    json!({"type": "expect_stock", "sku": "shoe", "node": "munich", "receipt": "late", "plan": plan})
}

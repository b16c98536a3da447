//! Laws: any sequence of commands against the engine, beside a model so plain that it can be believed.

mod customer;
mod ledger;
mod model;
mod wish;

use model::{GROUPS, KEPT, LIMITS, Model, NODES, ORDERS, Opinion, SKUS};
use oms_core::engine::{Command, Oms};
use oms_core::store::{MemoryStore, State};
use oms_core::value::{Instant, OrderId, SkuId, TenantId};
use proptest::prelude::*;
use serde_json::{Value, json};
use wish::{Wish, any_story};

fn tenant() -> TenantId {
    TenantId::new("acme").unwrap()
}

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn command(id: &str, second: i64, action: &Value) -> Command {
    serde_json::from_value(json!({"id": id, "tenant": "acme", "at": at(second), "action": action})).unwrap()
}

/// Nodes and their groups, SKUs with their backorder limits, and a review that does not look for stock.
fn world() -> Vec<Value> {
    let nodes = NODES.iter().map(|node| json!({"type": "put_node", "node": {"id": node}}));
    let groups =
        GROUPS.iter().map(|(id, nodes)| json!({"type": "put_group", "group": {"id": id, "nodes": nodes}}));
    let skus = SKUS.iter().zip(LIMITS).zip(KEPT).map(|((sku, limit), kept)| {
        json!({"type": "put_sku", "sku": {"id": sku, "backorderLimit": limit,
            "protected": [{"class": 1, "units": kept}]}})
    });
    let policy = json!({"type": "put_policy", "policy": {"reviewStock": false}});
    nodes.chain(groups).chain(skus).chain([policy]).collect()
}

fn start() -> Oms<MemoryStore> {
    let oms = Oms::default();
    for (at, action) in world().iter().enumerate() {
        oms.execute(&command(&format!("world-{at}"), 0, action)).unwrap();
    }
    oms
}

/// What the engine says of every cell and order, in the words of the model.
fn compare(oms: &Oms<MemoryStore>, model: &Model, now: i64) -> Result<(), TestCaseError> {
    let skus = SKUS.map(|sku| SkuId::new(sku).unwrap());
    for (sku, answer) in SKUS.iter().zip(oms.availability(&tenant(), &skus, at(now)).unwrap()) {
        for node in answer.nodes {
            let cell = node.cell;
            let engine = [cell.on_hand, cell.held, cell.allocated, cell.unsellable()];
            prop_assert_eq!(engine, model.cell(sku, node.node.as_str(), now), "{} at {}", sku, node.node);
            // Only a forced count may leave less free than the limit allows.
            if !model.was_forced {
                prop_assert!(node.free >= -model.limit(sku), "{sku} at {} has {} free", node.node, node.free);
            }
        }
    }
    for order in ORDERS {
        let view = oms.order(&tenant(), &OrderId::new(order).unwrap()).unwrap();
        let engine = view.map(|view| {
            let lines = view.order.lines.iter().map(|line| {
                [line.ordered, line.cancelled, line.allocated(), line.released(), line.shipped()]
                    .map(|units| i64::from(units.units()))
            });
            (view.status.to_string(), lines.collect::<Vec<_>>(), view.paid.minor())
        });
        prop_assert_eq!(engine, model.order(order), "{}", order);
    }
    Ok(())
}

fn sound(oms: &Oms<MemoryStore>) -> Result<(), TestCaseError> {
    prop_assert_eq!(oms.audit().unwrap().findings, []);
    let replayed = oms.store().inspect(|state, journal| State::replay(journal) == *state);
    prop_assert!(replayed, "the journal folds to the state");
    Ok(())
}

/// The commands of wishes; time never goes back here, the simulation sees to that.
fn commands(wishes: &[Wish]) -> Vec<(i64, Value, Command)> {
    let mut now = 0;
    let one = |(n, wish): (usize, &Wish)| {
        now += wish.wait;
        (now, wish.action.clone(), command(&format!("c{n}"), now, &wish.action))
    };
    wishes.iter().enumerate().map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_engine_does_what_the_model_does(wishes in any_story()) {
        let (oms, mut model) = (start(), Model::default());
        for (now, action, command) in commands(&wishes) {
            let (opinion, hash) = (model.opinion(&action, now), oms.store().state_hash());
            let result = oms.execute(&command);
            match &result {
                Ok(outcome) => {
                    prop_assert!(opinion != Opinion::Refuse, "accepted against the model: {action}");
                    model.take(&action, &serde_json::to_value(outcome).unwrap(), now);
                    prop_assert_eq!(&oms.execute(&command), &result, "the first answer again");
                }
                Err(error) => {
                    prop_assert!(opinion != Opinion::Accept, "refused against the model: {action}: {error}");
                    prop_assert_eq!(oms.store().state_hash(), hash, "a refused command changes nothing");
                }
            }
            compare(&oms, &model, now)?;
        }
        sound(&oms)?;
    }

    #[test]
    fn how_commands_are_batched_does_not_matter(
        wishes in any_story(),
        sizes in prop::collection::vec(1_usize..9, 1..40),
    ) {
        let commands: Vec<Command> = commands(&wishes).into_iter().map(|(.., command)| command).collect();
        let (single, batched) = (start(), start());
        let one: Vec<_> = commands.iter().map(|command| single.execute(command)).collect();
        let (mut rest, mut many) = (&commands[..], Vec::new());
        for size in sizes.into_iter().cycle() {
            let (batch, later) = rest.split_at(size.min(rest.len()));
            many.extend(batched.execute_batch(batch));
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        prop_assert_eq!(one, many);
        prop_assert_eq!(single.store().state_hash(), batched.store().state_hash());
        sound(&batched)?;
    }
}

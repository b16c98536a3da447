//! A store and the replay of its journal are the same, however commands are cut into batches.

use oms_core::engine::{Command, Oms};
use oms_core::store::MemoryStore;

fn command(id: &str, action: &str) -> Command {
    let text =
        format!(r#"{{"id": "{id}", "tenant": "acme", "at": "2026-11-11T00:00:00Z", "action": {action}}}"#);
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_cell_that_one_batch_fills_and_empties_is_in_the_store_as_in_the_replay() {
    let commands = [
        command("sku", r#"{"type": "put_sku", "sku": {"id": "mug"}}"#),
        command("node", r#"{"type": "put_node", "node": {"id": "berlin"}}"#),
        command("c1", r#"{"type": "receive_stock", "sku": "mug", "node": "berlin", "quantity": 1}"#),
        command(
            "c2",
            r#"{"type": "adjust_stock", "sku": "mug", "node": "berlin", "delta": -1, "reason": "broken"}"#,
        ),
    ];
    let together = Oms::new(MemoryStore::new());
    assert!(together.execute_batch(&commands).iter().all(Result::is_ok));
    let apart = Oms::new(MemoryStore::new());
    for command in &commands {
        apart.execute(command).unwrap();
    }
    let replayed = MemoryStore::from_journal(together.store().inspect(|_, journal| journal.to_vec()));
    assert_eq!(together.store().state_hash(), replayed.state_hash());
    assert_eq!(together.store().state_hash(), apart.store().state_hash());
    assert!(together.audit().unwrap().is_clean());
}

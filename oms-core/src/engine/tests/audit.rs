//! Each identity, broken on purpose.

use super::*;
use crate::store::{Document, JournalEntry, ScanDocuments};

/// A store that shows its cells, documents or journal other than they are.
struct Bent {
    store: MemoryStore,
    bend: fn(&mut Page),
}

impl Store for Bent {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        Store::load(&self.store, keys)
    }
    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        Store::commit(&self.store, commit)
    }
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        let mut page = Store::scan(&self.store, scan)?;
        (self.bend)(&mut page);
        Ok(page)
    }
}

/// What the audit finds in a small world bent this way: codes and positions.
fn found(bend: fn(&mut Page)) -> Vec<(String, Option<u64>)> {
    let store = Bent { store: MemoryStore::new(), bend };
    let shop = Shop::over(store, &[("a", 5)]);
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    shop.act(reserve_stock("r1", "a", 1, 9));
    let findings = audit(shop.oms.store()).unwrap().findings;
    findings.into_iter().map(|finding| (finding.code, finding.position)).collect()
}

fn change(page: &mut Page, kind: &str, change: impl Fn(&mut Value)) {
    for entry in &mut page.entries {
        let mut value = serde_json::to_value(&*entry).unwrap();
        if value["event"]["event"]["type"] == kind {
            change(&mut value["event"]["event"]);
            *entry = serde_json::from_value::<JournalEntry>(value).unwrap();
        }
    }
}

fn codes(found: &[(String, Option<u64>)]) -> Vec<(&str, Option<u64>)> {
    found.iter().map(|(code, position)| (code.as_str(), *position)).collect()
}

#[test]
fn a_sound_store_has_no_findings() {
    assert_eq!(found(|_| {}), []);
}

#[test]
fn a_cell_that_differs_and_one_that_is_missing_are_named() {
    let differs = found(|page| page.cells.iter_mut().for_each(|entry| entry.cell.held += 1));
    assert_eq!(codes(&differs), [("audit.cell_differs", None)]);
    assert_eq!(codes(&found(|page| page.cells.clear())), [("audit.cell_missing", None)]);
}

#[test]
fn a_document_that_differs_and_one_that_is_missing_are_named() {
    let differs = found(|page| {
        for entry in &mut page.documents {
            if matches!(entry.stored.document, Document::Reservation(_)) {
                entry.stored.version = entry.stored.version.next();
            }
        }
    });
    assert_eq!(codes(&differs), [("audit.document_differs", None)]);
    let missing =
        found(|page| page.documents.retain(|entry| !matches!(entry.stored.document, Document::Sku(_))));
    assert_eq!(codes(&missing), [("audit.document_missing", None)]);
}

#[test]
fn the_entry_that_drives_a_cell_below_zero_is_named() {
    // Entries: two nodes, a SKU, a receipt (3), placed, approved, stock (6) and order (7) allocated, held (8).
    let found = found(|page| change(page, "received", |event| event["quantity"] = json!(1)));
    assert!(!codes(&found).iter().any(|(code, _)| *code == "audit.cell_unsound"), "free may be negative");
    let found = self::found(|page| change(page, "allocated", |event| event["type"] = json!("deallocated")));
    assert!(codes(&found).contains(&("audit.cell_unsound", Some(6))), "{found:?}");
}

#[test]
fn the_entry_that_gives_a_line_more_units_than_ordered_is_named() {
    let found =
        found(|page| change(page, "units_allocated", |event| event["units"][0]["quantity"] = json!(3)));
    assert!(codes(&found).contains(&("audit.order_ledger", Some(7))), "{found:?}");
}

#[test]
fn stock_that_nobody_owns_and_units_that_no_stock_backs_are_named_with_their_entry() {
    let found = found(|page| change(page, "allocated", |event| event["units"][0]["quantity"] = json!(1)));
    assert!(codes(&found).contains(&("audit.owners_differ", Some(7))), "{found:?}");
    let found = self::found(|page| page.entries.truncate(7));
    assert!(codes(&found).contains(&("audit.owners_differ", Some(6))), "{found:?}");
}

/// As [`found`], in a world with a receipt of 9 (entries 4 and 5) of which 6 are promised (entry 6).
fn found_in_supply(bend: fn(&mut Page)) -> Vec<(String, Option<u64>)> {
    let store = Bent { store: MemoryStore::new(), bend };
    let shop = Shop::over(store, &[("a", 5)]);
    let at_a = json!({"sku": "mug", "node": "a"});
    let with = |mut action: Value| {
        action.as_object_mut().unwrap().extend(at_a.as_object().unwrap().clone());
        action
    };
    let plan = json!({"kind": "purchase", "quantity": 9, "eta": at(50)});
    shop.act(with(json!({"type": "expect_stock", "receipt": "po", "plan": plan})));
    let promise =
        json!({"type": "promise_stock", "promise": "p", "quantity": 6, "due": at(60), "receipt": "po"});
    shop.act(with(promise));
    let findings = audit(shop.oms.store()).unwrap().findings;
    findings.into_iter().map(|finding| (finding.code, finding.position)).collect()
}

#[test]
fn units_expected_that_no_receipt_brings_are_named_with_their_entry() {
    assert_eq!(found_in_supply(|_| {}), []);
    let found = found_in_supply(|page| change(page, "incoming_changed", |event| event["delta"] = json!(8)));
    assert!(codes(&found).contains(&("audit.owners_differ", Some(5))), "{found:?}");
    let found = found_in_supply(|page| {
        change(page, "receipt_expected", |event| event["receipt"]["plan"]["quantity"] = json!(10));
    });
    assert!(codes(&found).contains(&("audit.owners_differ", Some(5))), "{found:?}");
}

#[test]
fn a_receipt_promised_beyond_what_it_brings_is_named_with_its_entry() {
    let found = found_in_supply(|page| {
        change(page, "promise_made", |event| event["promise"]["quantity"] = json!(10));
    });
    assert!(codes(&found).contains(&("audit.receipt_overbound", Some(6))), "{found:?}");
}

/// What the audit finds after a transfer of 3 units from `a` to `b`, of which 2 have left, bent this way.
fn found_of_transfer(bend: fn(&mut Page)) -> Vec<(String, Option<u64>)> {
    let store = Bent { store: MemoryStore::new(), bend };
    let shop = Shop::over(store, &[("a", 5)]);
    let lines = json!([{"sku": "mug", "quantity": 3}]);
    let draft = json!({"from": "a", "to": "b", "lines": lines});
    shop.act(json!({"type": "create_transfer", "transfer": "t", "draft": draft}));
    shop.act(json!({"type": "approve_transfer", "transfer": "t", "approver": "ana"}));
    shop.act(json!({"type": "allocate_transfer", "transfer": "t"}));
    shop.act(json!({"type": "ship_transfer", "transfer": "t", "units": [{"sku": "mug", "quantity": 2}]}));
    let findings = audit(shop.oms.store()).unwrap().findings;
    findings.into_iter().map(|finding| (finding.code, finding.position)).collect()
}

#[test]
fn units_of_a_transfer_that_differ_from_the_cells_are_named_with_their_entry() {
    // Entries: two nodes, a SKU, a receipt (3), created, approved, transfer (6) and stock (7) allocated, then shipped.
    assert_eq!(found_of_transfer(|_| {}), []);
    let allocated = |page: &mut Page| {
        change(page, "transfer_allocated", |event| event["units"][0]["quantity"] = json!(4));
    };
    assert!(codes(&found_of_transfer(allocated)).contains(&("audit.owners_differ", Some(7))));
    let elsewhere = |page: &mut Page| change(page, "transfer_shipped", |event| event["to"] = json!("a"));
    assert!(codes(&found_of_transfer(elsewhere)).contains(&("audit.owners_differ", Some(9))));
    let too_many = |page: &mut Page| {
        change(page, "units_allocated", |event| event["units"][0]["quantity"] = json!(4));
    };
    assert!(codes(&found_of_transfer(too_many)).contains(&("audit.transfer_ledger", Some(6))));
}

#[test]
fn the_audit_reads_beyond_its_first_page() {
    let shop = Shop::new(&[]);
    for n in 0..1001 {
        shop.act(json!({"type": "put_sku", "sku": {"id": format!("s{n}")}}));
        shop.act(json!({"type": "receive_stock", "sku": format!("s{n}"), "node": "a", "quantity": 1}));
    }
    let report = shop.oms.audit().unwrap();
    assert_eq!((report.entries, report.cells, report.findings), (2005, 1001, vec![]));
    assert_eq!(report.state_hash, shop.oms.store().state_hash());
    let scan = Scan::Documents(ScanDocuments { tenant: None, kind: None, after: None, limit: 9999 });
    assert_eq!(
        report.documents,
        u64::try_from(shop.oms.store().scan(&scan).unwrap().documents.len()).unwrap()
    );
}

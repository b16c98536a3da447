//! Every kind of stored thing, corrupted in every way that can still be read: the audit finds each, and names the
//! event where the journal is at fault.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::store::{
    CellEntry, CommandRecord, Document, DocumentEntry, DocumentKind, JournalEntry, ScanCells, ScanDocuments,
    ScanJournal, StoredDocument,
};
use crate::value::{CommandId, Version};

/// Everything that a store would tell an auditor.
#[derive(Clone)]
struct Told {
    documents: Vec<DocumentEntry>,
    cells: Vec<CellEntry>,
    entries: Vec<JournalEntry>,
    commands: Vec<CommandRecord>,
}

impl Store for Told {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        let asked = self.commands.iter().filter(|record| keys.commands.contains(&record.key));
        Ok(Snapshot { commands: asked.cloned().collect(), ..Snapshot::default() })
    }
    fn commit(&self, _: &Commit) -> Result<(), StoreError> {
        Err(StoreError::Unavailable("an auditor does not write".to_owned()))
    }
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        let mut page = Page::default();
        match scan {
            Scan::Documents(_) => page.documents.clone_from(&self.documents),
            Scan::Cells(_) => page.cells.clone_from(&self.cells),
            Scan::Journal(_) => page.entries.clone_from(&self.entries),
        }
        Ok(page)
    }
}

/// A history in which every kind of thing stands in a state of its own.
fn told() -> Told {
    let shop = Shop::new(&[]);
    let mug = |mut fields: Value, kind: &str| {
        fields["type"] = json!(kind);
        fields["sku"] = json!("mug");
        fields
    };
    shop.act(json!({"type": "put_sku", "sku": {"id": "bun", "lots": {}}}));
    shop.act(json!({"type": "receive_stock", "sku": "bun", "node": "a", "quantity": 3, "lot": {"lot": "l"}}));
    let whole_life = a_whole_life();
    whole_life.into_iter().for_each(|action| {
        shop.act(action);
    });
    shop.act(receive("a", 20));
    shop.act(receive("b", 9));
    shop.act(reserve_stock("swept", "a", 2, 9));
    shop.now.set(9);
    shop.act(reserve_stock("kept", "a", 3, 99));
    shop.act(json!({"type": "extend_reservation", "reservation": "kept", "expiresAt": at(100)}));
    for (order, units) in [("o2", 2), ("o3", 3)] {
        shop.ready(order, &[units]);
    }
    shop.act(reserve("o2", 99));
    shop.act(allocate("o3"));
    let plan = json!({"kind": "purchase", "quantity": 9, "eta": at(50)});
    shop.act(mug(json!({"node": "a", "receipt": "po", "plan": plan}), "expect_stock"));
    let promise = json!({"node": "a", "promise": "p", "quantity": 6, "due": at(60), "receipt": "po"});
    shop.act(mug(promise, "promise_stock"));
    let draft = json!({"from": "a", "to": "b", "lines": [{"sku": "mug", "quantity": 3}]});
    shop.act(json!({"type": "create_transfer", "transfer": "t", "draft": draft}));
    shop.act(json!({"type": "approve_transfer", "transfer": "t", "approver": "ana"}));
    shop.act(json!({"type": "allocate_transfer", "transfer": "t"}));
    shop.act(json!({"type": "ship_transfer", "transfer": "t", "units": [{"sku": "mug", "quantity": 2}]}));
    shop.act(json!({"type": "start_count", "count": "k", "node": "b", "skus": ["mug"], "policy": {}}));
    let part = json!({"group": ["web"], "node": "a", "quantity": 2});
    shop.act(mug(json!({"part": part}), "allocate_quota"));
    let rule = json!({"sku": "mug", "policy": {"type": "floor", "pieces": 90, "upTo": 99}});
    shop.act(json!({"type": "put_replenish_rule", "rule": rule}));
    shop.act(json!({"type": "review_stock", "skus": ["mug"]}));
    shop.is_sound();
    let store = shop.oms.store();
    let limit = 9999;
    let documents = Scan::Documents(ScanDocuments { tenant: None, kind: None, after: None, limit });
    let cells = Scan::Cells(ScanCells { tenant: None, after: None, limit });
    let journal = Scan::Journal(ScanJournal { from: 0, limit });
    let entries = store.scan(&journal).unwrap().entries;
    let key = |entry: &JournalEntry| crate::store::CommandKey {
        tenant: entry.tenant.clone(),
        command: entry.command.clone(),
    };
    let commands = entries.iter().map(key).collect();
    let commands = Store::load(store, &Keys { commands, ..Keys::default() }).unwrap().commands;
    let documents = store.scan(&documents).unwrap().documents;
    Told { documents, cells: store.scan(&cells).unwrap().cells, entries, commands }
}

fn found(told: &Told) -> Vec<AuditFinding> {
    audit(told).unwrap().findings
}

/// Where the leaves of a value are.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| leaves(field, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            (0..).zip(items).for_each(|(n, item): (u32, _)| leaves(item, &format!("{at}/{n}"), found));
        }
        Value::Null => {}
        _ => found.push(at.to_owned()),
    }
}

/// The thing with its n-th leaf changed to something else that can be read; with where that leaf is.
fn bent<T: Serialize + DeserializeOwned + PartialEq>(thing: &T, n: usize) -> Option<(T, String)> {
    let value = serde_json::to_value(thing).unwrap();
    let mut places = Vec::new();
    leaves(&value, "", &mut places);
    let place = places.get(n)?.clone();
    let leaf = value.pointer(&place).unwrap();
    let words =
        ["2031-01-01T00:00:00Z", "released", "expired", "damaged", "delivered", "transfer", "EUR", "7"];
    let others: Vec<Value> = match leaf {
        Value::Number(number) => vec![json!(number.as_i64().unwrap() + 1), json!(0)],
        Value::Bool(flag) => vec![json!(!flag)],
        Value::String(text) => {
            std::iter::once(json!(format!("{text}x"))).chain(words.map(|word| json!(word))).collect()
        }
        _ => vec![],
    };
    others.into_iter().find_map(|other| {
        let mut value = value.clone();
        *value.pointer_mut(&place).unwrap() = other;
        let thing_bent = serde_json::from_value::<T>(value).ok()?;
        (thing_bent != *thing).then(|| (thing_bent, place.clone()))
    })
}

/// The most leaves that a thing may have.
const LEAVES: usize = 200;

#[test]
fn the_history_has_every_kind_of_thing_and_nothing_is_found_in_it() {
    let told = told();
    assert_eq!(found(&told), []);
    let kinds: BTreeSet<DocumentKind> = told.documents.iter().map(|entry| entry.key.kind).collect();
    assert!(kinds.len() >= 16, "{kinds:?}");
    let buckets =
        |pick: fn(&crate::stock::StockCell) -> i64| told.cells.iter().any(|entry| pick(&entry.cell) > 0);
    assert!(buckets(|cell| cell.held) && buckets(|cell| cell.allocated) && buckets(|cell| cell.incoming));
}

#[test]
fn every_leaf_of_every_document_and_cell_is_watched() {
    let clean = told();
    let mut bends = 0;
    for n in 0..LEAVES {
        let mut told = clean.clone();
        let mut expected = BTreeSet::new();
        for entry in &mut told.documents {
            if let Some((stored, _)) = bent::<StoredDocument>(&entry.stored, n) {
                entry.stored = stored;
                let (kind, id) = (entry.key.kind, &entry.key.id);
                expected.insert(format!("{kind:?} `{id}` differs from its journal"));
            }
        }
        for entry in &mut told.cells {
            if let Some((cell, _)) = bent(&entry.cell, n) {
                entry.cell = cell;
                let key = &entry.key;
                expected.insert(format!("`{}` at `{}` differs from its journal", key.sku, key.node));
            }
        }
        if expected.is_empty() {
            continue;
        }
        bends += expected.len();
        let found: BTreeSet<String> = found(&told).into_iter().map(|finding| finding.message).collect();
        assert_eq!(found, expected, "leaf {n}");
    }
    assert!(bends >= 250, "{bends} leaves were bent");
}

#[test]
fn buckets_that_are_empty_are_watched_too() {
    let clean = told();
    let buckets: [fn(&mut crate::stock::StockCell) -> &mut i64; 7] = [
        |cell| &mut cell.on_hand,
        |cell| &mut cell.held,
        |cell| &mut cell.allocated,
        |cell| &mut cell.quality_hold,
        |cell| &mut cell.damaged,
        |cell| &mut cell.returned_pending,
        |cell| &mut cell.incoming,
    ];
    for bucket in buckets {
        for change in [-1, 1] {
            let mut told = clean.clone();
            told.cells.iter_mut().for_each(|entry| *bucket(&mut entry.cell) += change);
            let found = found(&told);
            assert_eq!(found.len(), told.cells.len());
            assert!(found.iter().all(|finding| finding.code == "audit.cell_differs"));
        }
    }
}

#[test]
fn things_too_many_and_things_missing_are_named_whatever_kind_they_are() {
    let clean = told();
    for at in 0..clean.documents.len() {
        let mut told = clean.clone();
        let removed = told.documents.remove(at);
        let found = found(&told);
        assert_eq!((found.len(), &*found[0].code), (1, "audit.document_missing"), "{:?}", removed.key);
        assert!(found[0].message.contains(removed.key.id.as_str()));
    }
    let mut told = clean.clone();
    told.documents.iter_mut().for_each(|entry| entry.key.tenant = tenant("nobody"));
    let codes: BTreeSet<String> = found(&told).into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["audit.document_differs", "audit.document_missing"].map(str::to_owned).into());
    for at in 0..clean.cells.len() {
        let mut told = clean.clone();
        told.cells.remove(at);
        assert_eq!(&*found(&told)[0].code, "audit.cell_missing");
        let mut told = clean.clone();
        told.cells[at].key.tenant = tenant("nobody");
        let codes: Vec<String> = found(&told).into_iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["audit.cell_differs", "audit.cell_missing"]);
    }
}

/// Of each entry: how many entries its command has before it, and has in all.
fn groups(entries: &[JournalEntry]) -> Vec<(usize, usize)> {
    let of_one = |entry: &JournalEntry| entries.iter().filter(|other| other.command == entry.command).count();
    let mut before = 0;
    let mut groups = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        before = if at > 0 && entries[at - 1].command == entry.command { before + 1 } else { 0 };
        groups.push((before, of_one(entry)));
    }
    groups
}

fn names(found: &[AuditFinding], positions: &[usize]) -> bool {
    let positions: Vec<u64> = positions.iter().map(|at| u64::try_from(*at).unwrap()).collect();
    found.iter().any(|finding| finding.position.is_some_and(|at| positions.contains(&at)))
}

#[test]
fn every_leaf_of_every_event_is_watched_and_the_event_is_named() {
    let clean = told();
    let groups = groups(&clean.entries);
    let mut bends = 0;
    // Commands are bent all at once, one entry and one leaf of each: their findings do not hide each other.
    for index in 0..groups.iter().map(|(_, all)| *all).max().unwrap() {
        for n in 0..LEAVES {
            let mut told = clean.clone();
            let mut expected = Vec::new();
            for (at, entry) in told.entries.iter_mut().enumerate() {
                if groups[at].0 != index {
                    continue;
                }
                if let Some((event, place)) = bent(&*entry.event, n) {
                    entry.event = Arc::new(event);
                    expected.push((at, place));
                }
            }
            if expected.is_empty() {
                continue;
            }
            bends += expected.len();
            let found = found(&told);
            for (at, place) in expected {
                let position = u64::try_from(at).unwrap();
                let named = |finding: &AuditFinding| {
                    finding.code == "audit.command_differs" && finding.position == Some(position)
                };
                assert!(found.iter().any(named), "{place} of {:?}", clean.entries[at]);
            }
        }
    }
    assert!(bends >= 400, "{bends} leaves were bent");
}

#[test]
fn an_entry_of_another_tenant_command_or_time_is_named() {
    let clean = told();
    for (at, (_, all)) in groups(&clean.entries).into_iter().enumerate() {
        let mut told = clean.clone();
        told.entries[at].command = CommandId::new("somebody-else").unwrap();
        // The first command might be one whose answer the store no longer keeps.
        assert!(at == 0 || names(&found(&told), &[at]), "{:?}", clean.entries[at]);
        let mut told = clean.clone();
        told.entries[at].tenant = tenant("somebody-else");
        assert_ne!(found(&told), []);
        // The time of a command that has one entry stands nowhere else, unless something is dated by it.
        if all > 1 {
            let mut told = clean.clone();
            told.entries[at].at = super::at(77);
            assert!(names(&found(&told), &[at, at + 1]), "{:?}", clean.entries[at]);
        }
    }
}

#[test]
fn entries_lost_doubled_exchanged_and_recorded_again_are_found_and_named() {
    let clean = told();
    let groups = groups(&clean.entries);
    let commute = |entries: &[JournalEntry]| State::replay(entries) == State::replay(&clean.entries);
    for (at, (before, all)) in groups.iter().copied().enumerate() {
        let entry = &clean.entries[at];
        let mut lost = clean.clone();
        lost.entries.remove(at);
        let findings = found(&lost);
        let named = names(&findings, &[at, at.saturating_sub(1)]);
        assert!(if all > 1 { named } else { !findings.is_empty() }, "{entry:?} is lost: {findings:?}");
        let mut doubled = clean.clone();
        doubled.entries.insert(at, entry.clone());
        let findings = found(&doubled);
        assert!(names(&findings, &[at + 1, at + all - before]), "{entry:?} is doubled: {findings:?}");
        let mut again = clean.clone();
        again.entries.push(entry.clone());
        assert!(names(&found(&again), &[clean.entries.len()]), "{entry:?} is recorded again");
        if at + 1 < clean.entries.len() {
            let mut exchanged = clean.clone();
            exchanged.entries.swap(at, at + 1);
            let alone = all == 1 && groups[at + 1].1 == 1;
            // What two commands did to different things has no order that anybody could miss.
            if !(alone && commute(&exchanged.entries)) && exchanged.entries != clean.entries {
                assert_ne!(found(&exchanged), [], "{entry:?} is exchanged with the next");
            }
        }
    }
}

#[test]
fn an_answer_that_is_not_what_happened_and_one_that_is_missing_are_named() {
    let clean = told();
    let first = |record: &CommandRecord| {
        let of_it = |entry: &JournalEntry| entry.command == record.key.command;
        clean.entries.iter().position(of_it).unwrap()
    };
    for at in 0..clean.commands.len() {
        let place = first(&clean.commands[at]);
        let mut told = clean.clone();
        told.commands[at].outcome.events.clear();
        assert!(names(&found(&told), &[place]));
        // What a store no longer keeps of the past is no fault; what is missing between what it keeps is one.
        let mut told = clean.clone();
        told.commands.remove(at);
        assert_eq!(names(&found(&told), &[place]), place > 0, "{place}");
    }
    let mut told = clean;
    told.commands.clear();
    assert_eq!(found(&told), []);
}

#[test]
fn versions_that_went_back_are_found() {
    let mut told = told();
    let order = told.documents.iter_mut().find(|entry| matches!(entry.stored.document, Document::Order(_)));
    order.unwrap().stored.version = Version(1);
    assert_eq!(found(&told)[0].code, "audit.document_differs");
}

/// Two buyers who saw the same units, written to a store that does not look at guards.
#[test]
fn a_store_that_let_two_buyers_take_one_unit_is_told_so_with_the_second_claim() {
    let shop = Shop::new(&[("a", 1)]);
    let actions = [reserve_stock("r1", "a", 1, 9), reserve_stock("r2", "a", 1, 9)];
    let commits = actions.map(|action| {
        let mut run = Run::new(vec![shop.next(&action)]);
        let mut step = run.start();
        while let Step::Load(keys) = step {
            step = run.resume(Store::load(shop.oms.store(), &keys).unwrap());
        }
        let Step::Done(mut done) = step else { unreachable!() };
        done.commit.deltas.iter_mut().for_each(|delta| delta.min_free = None);
        done.commit
    });
    let found = || audit(shop.oms.store()).unwrap().findings;
    for commit in &commits {
        assert_eq!(found(), []);
        shop.oms.store().commit(commit).unwrap();
    }
    let findings: Vec<_> = found().into_iter().map(|finding| (finding.code, finding.position)).collect();
    assert_eq!(findings, [("audit.oversold".to_owned(), Some(5))]);
    // Units found missing are nobody's claim, and what comes later makes it good.
    shop.act(receive("a", 1));
    shop.act(
        json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -2, "reason": "", "force": true}),
    );
    shop.is_sound();
}

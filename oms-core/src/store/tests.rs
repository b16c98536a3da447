use super::*;

/// A store that breaks its word in one way.
struct Broken {
    store: MemoryStore,
    how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    ForgetsVersions,
    ForgetsGuards,
    ForgetsCommands,
    LosesTheJournal,
    WritesWhatItRefuses,
    FindsNothingExpired,
    FindsEverythingExpired,
    MixesTenants,
    GivesLongPages,
    DropsEmptyCells,
}

impl Store for Broken {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        let mut keys = keys.clone();
        if self.how == How::FindsEverythingExpired && keys.expired_by.is_some() {
            keys.expired_by = Some(crate::value::Instant::MAX_UTC);
        }
        let mut snapshot = Store::load(&self.store, &keys)?;
        match self.how {
            How::FindsNothingExpired => snapshot.expired.clear(),
            How::DropsEmptyCells => snapshot.cells.retain(|entry| entry.cell != Default::default()),
            How::MixesTenants => {
                let cells = Scan::Cells(ScanCells { tenant: None, after: None, limit: 9 });
                let all = Store::scan(&self.store, &cells)?.cells;
                let asked = |entry: &CellEntry| keys.cells.iter().any(|cell| cell.sku == entry.key.sku);
                snapshot.cells = all.into_iter().filter(asked).collect();
            }
            _ => {}
        }
        Ok(snapshot)
    }

    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        let mut commit = commit.clone();
        let seen = |keys: Keys| Store::load(&self.store, &keys);
        match self.how {
            How::ForgetsVersions => {
                for write in &mut commit.documents {
                    let found = seen(Keys { documents: [write.key.clone()].into(), ..Keys::default() })?;
                    write.expected =
                        found.documents.first().map(|entry| entry.stored.version).unwrap_or_default();
                }
            }
            How::ForgetsGuards => commit.deltas.iter_mut().for_each(|delta| delta.min_free = None),
            How::ForgetsCommands => {
                let known = seen(Keys {
                    commands: commit.commands.iter().map(|record| record.key.clone()).collect(),
                    ..Keys::default()
                })?;
                commit.commands.retain(|record| !known.commands.iter().any(|known| known.key == record.key));
            }
            How::LosesTheJournal => commit.events.clear(),
            How::WritesWhatItRefuses => {
                if let Err(error) = Store::commit(&self.store, &commit) {
                    commit.deltas.retain(|delta| delta.delta.on_hand > 0);
                    commit.commands.clear();
                    commit.documents.clear();
                    Store::commit(&self.store, &commit)?;
                    return Err(error);
                }
                return Ok(());
            }
            _ => {}
        }
        Store::commit(&self.store, &commit)
    }

    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        let mut scan = scan.clone();
        if self.how == How::GivesLongPages {
            match &mut scan {
                Scan::Documents(scan) => scan.limit += 1,
                Scan::Cells(scan) => scan.limit += 1,
                Scan::Journal(scan) => scan.limit += 1,
            }
        }
        Store::scan(&self.store, &scan)
    }
}

#[test]
fn the_store_in_memory_keeps_its_word() {
    assert_eq!(contract::check(MemoryStore::new), []);
    assert_eq!(contract::cases().len(), 11, "a bad literal would leave no case at all");
}

#[test]
fn a_store_that_breaks_its_word_in_any_way_is_caught() {
    let ways = [
        How::ForgetsVersions,
        How::ForgetsGuards,
        How::ForgetsCommands,
        How::LosesTheJournal,
        How::WritesWhatItRefuses,
        How::FindsNothingExpired,
        How::FindsEverythingExpired,
        How::MixesTenants,
        How::GivesLongPages,
        How::DropsEmptyCells,
    ];
    for how in ways {
        let failures = contract::check(|| Broken { store: MemoryStore::new(), how });
        assert!(!failures.is_empty(), "{how:?}");
    }
}

#[test]
fn eight_threads_find_no_fault_with_the_store_in_memory_and_find_every_fault_that_only_they_can() {
    assert_eq!(contract::race(&MemoryStore::new()), []);
    for how in [How::ForgetsGuards, How::ForgetsCommands, How::LosesTheJournal, How::WritesWhatItRefuses] {
        let failures = contract::race(&Broken { store: MemoryStore::new(), how });
        assert!(!failures.is_empty(), "{how:?}");
    }
}

/// A store that looks first and writes later, with room for others in between.
struct Late(MemoryStore);

impl Store for Late {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        Store::load(&self.0, keys)
    }
    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        let copy = self.0.clone();
        Store::commit(&copy, commit)?;
        std::thread::yield_now();
        let mut commit = commit.clone();
        commit.deltas.iter_mut().for_each(|delta| delta.min_free = None);
        Store::commit(&self.0, &commit)
    }
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        Store::scan(&self.0, scan)
    }
}

/// A store that remembers an answer about a cell and gives it again.
struct Stubborn(MemoryStore, std::sync::Mutex<Option<StoreError>>);

impl Store for Stubborn {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        Store::load(&self.0, keys)
    }
    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        let mut known = self.1.lock().unwrap();
        let commands = commit.commands.iter().map(|record| record.key.clone()).collect();
        let is_new = Store::load(&self.0, &Keys { commands, ..Keys::default() })?.commands.is_empty();
        let same = |error: &StoreError| {
            let StoreError::Conflict(conflict) = error else { return false };
            let takes = commit.deltas.iter().all(|delta| delta.delta.held > 0);
            is_new && takes && commit.deltas.iter().any(|delta| conflict.cells.contains(&delta.cell))
        };
        if let Some(error) = known.clone().filter(same) {
            return Err(error);
        }
        let answer = Store::commit(&self.0, commit);
        if let Err(StoreError::Conflict(conflict)) = &answer
            && !conflict.cells.is_empty()
            && conflict.commands.is_empty()
        {
            *known = Some(StoreError::Conflict(conflict.clone()));
        }
        answer
    }
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        Store::scan(&self.0, scan)
    }
}

#[test]
fn a_store_that_looks_before_it_writes_and_one_that_refuses_from_memory_lose_the_race() {
    // Which race shows the fault is for the threads to say; that one of many does is as good as certain.
    assert!((0..50).any(|_| !contract::race(&Late(MemoryStore::new())).is_empty()));
    let shows = |_| {
        let failures = contract::race(&Stubborn(MemoryStore::new(), std::sync::Mutex::default()));
        failures.iter().any(|failure| failure.message.contains("at no moment"))
    };
    assert!((0..50).any(shows));
}

#[test]
fn a_history_fits_only_if_one_order_explains_every_answer() {
    let call = |asked, answered, place, what: i64| contract::Call { asked, answered, place, what };
    // One unit, taken by what stands first: a refusal is right from moment 1 on.
    let judge = |calls: &[contract::Call<i64>]| contract::out_of_order(calls, |_, moment| moment >= 1);
    assert_eq!(judge(&[call(0, 3, Some(0), 1), call(1, 2, None, 1)]), None, "they overlap");
    assert_eq!(judge(&[call(0, 1, Some(0), 1), call(2, 3, None, 1)]), None, "the refusal comes later");
    assert!(judge(&[call(2, 3, Some(0), 1), call(0, 1, None, 1)]).is_some(), "the refusal came before");
    assert!(judge(&[call(2, 3, Some(0), 1), call(0, 1, Some(1), 1)]).is_some(), "written against time");
    assert_eq!(
        judge(&[call(0, 3, Some(1), 1), call(1, 2, Some(0), 1)]),
        None,
        "overlapping ones have any order"
    );
    // Refusals have an order of their own: right at moment 1 only, then right at moment 0 only.
    let calls = [call(0, 9, Some(0), 0), call(1, 2, None, 1), call(3, 4, None, 0)];
    let judge = |calls: &[contract::Call<i64>]| {
        contract::out_of_order(calls, |what, moment| i64::try_from(moment).unwrap() == *what)
    };
    assert!(judge(&calls).is_some());
    assert_eq!(judge(&[call(0, 9, Some(0), 0), call(1, 2, None, 0), call(3, 4, None, 1)]), None);
}

#[test]
fn the_contract_as_published_is_the_contract_checked() {
    let published = include_str!("../../../tests/vectors/store_contract.json");
    let published: Vec<contract::ContractCase> = serde_json::from_str(published).unwrap();
    assert_eq!(published, contract::cases(), "regenerate it with the example `schema`");
}

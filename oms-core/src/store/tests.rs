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
fn the_contract_as_published_is_the_contract_checked() {
    let published = include_str!("../../../tests/vectors/store_contract.json");
    let published: Vec<contract::ContractCase> = serde_json::from_str(published).unwrap();
    assert_eq!(published, contract::cases(), "regenerate it with the example `schema`");
}

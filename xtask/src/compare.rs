//! Comparing freshly generated files with the committed ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::report::Stop;

/// Every file below `fresh` that differs from, or is missing at, the same place below `committed`; and
/// every committed file of the wholly generated folders `owned` that was not generated again.
pub fn stale(fresh: &Path, committed: &Path, owned: &[&str]) -> Result<Vec<String>, Stop> {
    let made = files(fresh, Path::new(""))?;
    let mut stale = Vec::new();
    for relative in &made {
        let new = read(&fresh.join(relative))?;
        match fs::read(committed.join(relative)) {
            Ok(old) if old == new => {}
            Ok(_) => stale.push(format!("{} (differs)", relative.display())),
            Err(_) => stale.push(format!("{} (missing)", relative.display())),
        }
    }
    for folder in owned.iter().map(Path::new).filter(|folder| committed.join(folder).is_dir()) {
        let left = files(committed, folder)?;
        stale.extend(left.difference(&made).map(|old| format!("{} (no longer generated)", old.display())));
    }
    Ok(stale)
}

/// Every file below `root/within`, by its path from `root`.
fn files(root: &Path, within: &Path) -> Result<BTreeSet<PathBuf>, Stop> {
    let mut found = BTreeSet::new();
    let mut folders = vec![within.to_owned()];
    while let Some(folder) = folders.pop() {
        let place = root.join(&folder);
        let failed = |error| Stop::io(place.display(), &error);
        for entry in fs::read_dir(&place).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let relative = folder.join(entry.file_name());
            if entry.file_type().map_err(failed)?.is_dir() {
                folders.push(relative);
            } else {
                found.insert(relative);
            }
        }
    }
    Ok(found)
}

fn read(file: &Path) -> Result<Vec<u8>, Stop> {
    fs::read(file).map_err(|error| Stop::io(file.display(), &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_staleness_is_named_and_equal_files_are_not() {
        let dir = std::env::temp_dir().join(format!("xtask-compare-{}", std::process::id()));
        for (file, text) in [
            ("fresh/schema/same", "1"),
            ("fresh/schema/changed", "new"),
            ("fresh/models/added", "1"),
            ("committed/schema/same", "1"),
            ("committed/schema/changed", "old"),
            ("committed/schema/dropped", "1"),
            ("committed/models/written by hand", "1"),
        ] {
            let file = dir.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let stale = stale(&dir.join("fresh"), &dir.join("committed"), &["schema", "absent"]).unwrap();
        fs::remove_dir_all(&dir).unwrap();
        let slashes: Vec<_> = stale.iter().map(|line| line.replace('\\', "/")).collect();
        assert_eq!(
            slashes,
            ["models/added (missing)", "schema/changed (differs)", "schema/dropped (no longer generated)"]
        );
    }
}

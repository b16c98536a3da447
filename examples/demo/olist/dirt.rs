//! What is wrong with the data, counted by kind. Nothing is dropped in silence.

use std::collections::BTreeMap;

/// Counts by kind, each with the first row that showed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dirt {
    kinds: BTreeMap<String, (u64, String)>,
}

impl Dirt {
    /// Counts one row; `example` names it.
    pub(crate) fn count(&mut self, kind: &str, example: &str) {
        match self.kinds.get_mut(kind) {
            Some((count, _)) => *count += 1,
            None => {
                self.kinds.insert(kind.to_owned(), (1, example.to_owned()));
            }
        }
    }

    /// Counts a row if it is so.
    pub(crate) fn count_if(&mut self, is_so: bool, kind: &str, example: &str) {
        if is_so {
            self.count(kind, example);
        }
    }

    /// Kind, count and first example, by kind.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = (&str, u64, &str)> {
        self.kinds.iter().map(|(kind, (count, example))| (kind.as_str(), *count, example.as_str()))
    }

    pub(crate) fn total(&self) -> u64 {
        self.kinds.values().map(|(count, _)| count).sum()
    }
}

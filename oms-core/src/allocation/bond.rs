//! Which lines ship together, as one answer from all constraints that speak of it.

use super::constraint::{LineSet, SetRule};

/// How each line is bound.
#[derive(Clone)]
pub(super) struct Bonds {
    by_line: Vec<Bond>,
    /// The groups: lines all of whose units leave in one shipment, sorted.
    pub(super) groups: Vec<Vec<usize>>,
}

/// How a line is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// It may be split.
    Free,
    /// What ships of it leaves from one node.
    OneNode,
    /// All of it leaves with all of a group, or none does.
    Group(usize),
}

impl Bonds {
    pub(super) fn new(lines: usize, sets: &[LineSet]) -> Self {
        let mut by_line = vec![Bond::Free; lines];
        for line in sets.iter().filter(|set| set.rule == SetRule::OneNode).flat_map(|set| &set.lines) {
            if let Some(bond) = by_line.get_mut(*line) {
                *bond = Bond::OneNode;
            }
        }
        // Groups that share a line are one.
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for set in sets.iter().filter(|set| set.rule == SetRule::Together) {
            let mut merged = set.lines.clone();
            let (shared, apart): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| group.iter().any(|line| set.lines.contains(line)));
            merged.extend(shared.into_iter().flatten());
            merged.sort_unstable();
            merged.dedup();
            groups = apart;
            groups.push(merged);
        }
        for (at, group) in groups.iter().enumerate() {
            for line in group {
                if let Some(bond) = by_line.get_mut(*line) {
                    *bond = Bond::Group(at);
                }
            }
        }
        Self { by_line, groups }
    }

    pub(super) fn of(&self, line: usize) -> Bond {
        self.by_line.get(line).copied().unwrap_or(Bond::Free)
    }

    /// The lines of a group.
    pub(super) fn group(&self, group: usize) -> &[usize] {
        self.groups.get(group).map(Vec::as_slice).unwrap_or_default()
    }
}

//! The checker: every state that a model can reach, breadth first, so that a violation comes with a shortest path.

use std::collections::{HashMap, VecDeque};
use std::fmt;

/// A world of which every reachable state is looked at.
pub trait Model {
    type State;

    fn start(&self) -> Self::State;

    /// Equal for states with the same future. 64 bits: among 100,000 states two that differ would share one with a
    /// probability of 3 in 10 billion.
    fn key(&self, state: &Self::State) -> u64;

    /// Everything that can happen next, in words, with the state it leads to or the invariant it breaks.
    fn next(&self, state: &Self::State) -> Vec<(String, Result<Self::State, String>)>;

    /// Whether nothing is left to do. Such a state is not followed any further.
    fn is_finished(&self, state: &Self::State) -> bool;
}

/// What was looked at, where every invariant holds and every state can still finish.
#[derive(Debug)]
pub struct Explored {
    pub states: usize,
    pub steps: usize,
    pub finished: usize,
}

/// An invariant that does not hold, with a shortest way there.
pub struct Violation {
    pub message: String,
    pub path: Vec<String>,
}

impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}, after:", self.message)?;
        self.path.iter().try_for_each(|step| writeln!(f, "  {step}"))
    }
}

/// Looks at every state, or stops at the first violation.
pub fn search<M: Model>(model: &M) -> Result<Explored, Violation> {
    let start = model.start();
    let mut seen = HashMap::from([(model.key(&start), 0)]);
    // Of each state: where it was first reached from, and how.
    let mut ways = vec![(0, String::new())];
    let mut reached_from = vec![Vec::new()];
    let mut finished = Vec::new();
    let mut steps = 0;
    let mut queue = VecDeque::from([(0, start)]);
    while let Some((at, state)) = queue.pop_front() {
        if model.is_finished(&state) {
            finished.push(at);
            continue;
        }
        for (label, result) in model.next(&state) {
            steps += 1;
            let next = result.map_err(|message| {
                let mut path = path_to(&ways, at);
                path.push(label.clone());
                Violation { message, path }
            })?;
            let key = model.key(&next);
            let number = *seen.entry(key).or_insert(ways.len());
            if number == ways.len() {
                ways.push((at, label));
                reached_from.push(Vec::new());
                queue.push_back((number, next));
            }
            reached_from[number].push(at);
        }
    }
    let states = ways.len();
    match stuck(&reached_from, &finished) {
        Some(at) => Err(Violation { message: "nobody can ever finish".to_owned(), path: path_to(&ways, at) }),
        None => Ok(Explored { states, steps, finished: finished.len() }),
    }
}

fn path_to(ways: &[(usize, String)], mut at: usize) -> Vec<String> {
    let mut path = Vec::new();
    while at != 0 {
        path.push(ways[at].1.clone());
        at = ways[at].0;
    }
    path.reverse();
    path
}

/// The first state from which no finished one can be reached: a deadlock, or going round in circles for ever.
fn stuck(reached_from: &[Vec<usize>], finished: &[usize]) -> Option<usize> {
    let mut can_finish = vec![false; reached_from.len()];
    let mut open = finished.to_vec();
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut can_finish[at], true) {
            open.extend(&reached_from[at]);
        }
    }
    can_finish.iter().position(|can| !can)
}

/// A counter that two writers read and write back: the textbook race, to see that the checker checks.
struct Counter {
    locked: bool,
    waits_for_ever: bool,
}

/// The counter, and what each writer has read or whether it is done.
type Writers = (u32, [Option<Option<u32>>; 2]);

impl Model for Counter {
    type State = Writers;

    fn start(&self) -> Writers {
        (0, [Some(None), Some(None)])
    }

    fn key(&self, state: &Writers) -> u64 {
        super::key_of(state)
    }

    fn next(&self, (count, writers): &Writers) -> Vec<(String, Result<Writers, String>)> {
        let mut next = Vec::new();
        for (at, writer) in writers.iter().enumerate() {
            let busy = writers.iter().any(|writer| matches!(writer, Some(Some(_))));
            let (label, count, is) = match writer {
                Some(None) if self.locked && busy => continue,
                Some(None) => ("reads", *count, Some(Some(*count))),
                Some(Some(_)) if self.waits_for_ever => continue,
                Some(Some(read)) => ("writes", read + 1, None),
                None => continue,
            };
            let mut writers = *writers;
            writers[at] = is;
            let lost = writers == [None, None] && count != 2;
            next.push((
                format!("{at} {label}"),
                if lost { Err("lost".to_owned()) } else { Ok((count, writers)) },
            ));
        }
        next
    }

    fn is_finished(&self, state: &Writers) -> bool {
        state.1 == [None, None]
    }
}

#[test]
fn the_checker_finds_a_lost_update_and_a_deadlock_and_passes_what_is_right() {
    let search = |locked, waits_for_ever| search(&Counter { locked, waits_for_ever });
    let lost = search(false, false).unwrap_err();
    assert_eq!(
        (&*lost.message, lost.path.join(", ")),
        ("lost", "0 reads, 1 reads, 0 writes, 1 writes".to_owned())
    );
    let stuck = search(true, true).unwrap_err();
    assert_eq!((&*stuck.message, stuck.path.len()), ("nobody can ever finish", 0));
    let right = search(true, false).unwrap();
    assert_eq!((right.states, right.steps, right.finished), (8, 8, 1));
}

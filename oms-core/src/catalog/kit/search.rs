//! Do whole numbers of things fit into what there is of each, so many of each kind? Exactly, without floats.
//!
//! Linear relaxation by the simplex method on whole numbers over one common denominator (J. Edmonds' integer pivoting;
//! D. Avis, "lrs", 2000), entering and leaving by R. G. Bland's rule (1977), which cannot cycle; where the relaxation
//! is not whole, its first broken number is halved into two searches. Small numbers are tried by table first.

use super::fill::Fits;

/// Whole numbers `0 ≤ x ≤ most`, so many of each kind in sum, while each row's sum of `units · x` keeps to its bound.
pub(super) struct Packing {
    pub(super) most: Vec<i128>,
    /// Which kind each thing is of; kinds stand one after the other.
    pub(super) kind: Vec<usize>,
    /// How many of each kind there are to be; more there cannot be.
    pub(super) goals: Vec<i128>,
    /// Units of each thing, and how many there may be; neither is below zero.
    pub(super) rows: Vec<(Vec<i128>, i128)>,
    goal: i128,
}

/// A part of the search: at least and at most so many of each.
struct Part {
    low: Vec<i128>,
    high: Vec<i128>,
}

/// A best solution of a relaxation: numbers over a common denominator.
struct Relaxed {
    sum: i128,
    numbers: Vec<i128>,
    over: i128,
}

enum Stop {
    /// Not even broken numbers fit.
    NothingFits,
    /// The work allowed is used up, or a number on the way is beyond 127 bits.
    TooFar,
}

impl Packing {
    pub(super) fn new(
        most: Vec<i128>,
        kind: Vec<usize>,
        goals: Vec<i128>,
        rows: impl Iterator<Item = (Vec<i128>, i128)>,
    ) -> Self {
        let goal = goals.iter().fold(0, |sum: i128, goal| sum.saturating_add(*goal));
        // Where all take even numbers, an odd unit is of no use.
        let tight = |(units, bound): (Vec<i128>, i128)| {
            let step = units.iter().fold(0, |step, units| common(step, *units));
            let bound = bound.checked_rem(step).map_or(bound, |rest| bound.saturating_sub(rest));
            (units, bound)
        };
        Self { most, kind, goals, rows: rows.map(tight).collect(), goal }
    }

    /// Whether the goals can be met. Each figure written costs one of the `work` allowed.
    pub(super) fn fits(&self, work: &mut u64) -> Fits {
        match self.may_fit(work) {
            Fits::Unknown => {}
            sure => return sure,
        }
        match self.tabled(work) {
            Fits::Unknown => self.branched(work),
            sure => sure,
        }
    }

    /// As [`Packing::fits`], by relaxation and branching: for large numbers.
    pub(super) fn branched(&self, work: &mut u64) -> Fits {
        let mut parts = vec![Part { low: vec![0; self.most.len()], high: self.most.clone() }];
        while let Some(part) = parts.pop() {
            let relaxed = match self.relax(&part, work) {
                Ok(relaxed) => relaxed,
                Err(Stop::NothingFits) => continue,
                Err(Stop::TooFar) => return Fits::Unknown,
            };
            let low = part.low.iter().fold(0, |sum: i128, low| sum.saturating_add(*low));
            let (Some(sum), Some(goal)) =
                (low.checked_mul(relaxed.over), self.goal.checked_mul(relaxed.over))
            else {
                return Fits::Unknown;
            };
            if sum.saturating_add(relaxed.sum) < goal {
                continue;
            }
            let whole = |(number, low): (&i128, &i128)| number.div_euclid(relaxed.over).saturating_add(*low);
            let whole: Vec<i128> = relaxed.numbers.iter().zip(&part.low).map(whole).collect();
            let filling = self.rows.len().saturating_mul(self.most.len()) as u64;
            let Some(left) = work.checked_sub(filling) else { return Fits::Unknown };
            *work = left;
            let broken = relaxed.numbers.iter().position(|number| number.rem_euclid(relaxed.over) != 0);
            if self.fill(&whole) {
                return Fits::Yes;
            }
            // Numbers that are whole and meet the goal have been taken above.
            let Some((broken, at)) = broken.and_then(|broken| Some((broken, whole.get(broken)?))) else {
                continue;
            };
            let mut fewer = Part { low: part.low.clone(), high: part.high.clone() };
            let mut more = part;
            for (side, bound) in [(&mut fewer.high, *at), (&mut more.low, at.saturating_add(1))] {
                if let Some(number) = side.get_mut(broken) {
                    *number = bound;
                }
            }
            parts.extend([fewer, more]);
        }
        Fits::No
    }

    /// Whether the goal could be met with broken numbers; a quick answer, and right when it is no.
    pub(super) fn may_fit(&self, work: &mut u64) -> Fits {
        if self.fill(&vec![0; self.most.len()]) {
            return Fits::Yes;
        }
        let all = Part { low: vec![0; self.most.len()], high: self.most.clone() };
        match self.relax(&all, work) {
            Err(Stop::NothingFits) => Fits::No,
            Ok(relaxed) if self.goal.checked_mul(relaxed.over).is_some_and(|goal| relaxed.sum < goal) => {
                Fits::No
            }
            _ => Fits::Unknown,
        }
    }

    /// Whether filling up what is taken, one thing after the other, meets the goal.
    fn fill(&self, taken: &[i128]) -> bool {
        let rows = self.all_rows();
        let left = |(units, bound): &(Vec<i128>, i128)| {
            let used = units.iter().zip(taken).map(|(units, times)| units.saturating_mul(*times));
            bound.saturating_sub(used.fold(0, i128::saturating_add))
        };
        let mut left: Vec<i128> = rows.iter().map(left).collect();
        let mut sum: i128 = taken.iter().fold(0, |sum, times| sum.saturating_add(*times));
        for (at, (taken, most)) in taken.iter().zip(&self.most).enumerate() {
            let units = || rows.iter().map(|(units, _)| units.get(at).copied().unwrap_or_default());
            let fit = left.iter().zip(units()).filter_map(|(left, units)| left.checked_div(units));
            let more = fit.fold(most.saturating_sub(*taken), i128::min).max(0);
            for (left, units) in left.iter_mut().zip(units()) {
                *left = left.saturating_sub(units.saturating_mul(more));
            }
            sum = sum.saturating_add(more);
        }
        sum >= self.goal && left.iter().all(|left| *left >= 0)
    }

    /// The rows of kinds and of units.
    fn all_rows(&self) -> Vec<(Vec<i128>, i128)> {
        let of_kind = |(kind, goal): (usize, &i128)| {
            (self.kind.iter().map(|of| i128::from(*of == kind)).collect(), *goal)
        };
        self.goals.iter().enumerate().map(of_kind).chain(self.rows.iter().cloned()).collect()
    }

    /// The largest sum of numbers, broken ones allowed, in a part of the search, counted from its low bounds.
    fn relax(&self, part: &Part, work: &mut u64) -> Result<Relaxed, Stop> {
        let things = self.most.len();
        let (mut rows, mut bounds): (Vec<Vec<i128>>, Vec<Vec<i128>>) = (Vec::new(), Vec::new());
        for (units, bound) in &self.all_rows() {
            let used = units.iter().zip(&part.low).map(|(units, low)| units.saturating_mul(*low));
            let bound = bound.saturating_sub(used.fold(0, i128::saturating_add));
            rows.push(units.iter().copied().chain([bound]).collect());
        }
        for (at, (low, high)) in part.low.iter().zip(&part.high).enumerate() {
            let most = high.saturating_sub(*low);
            let fit = |row: &Vec<i128>| row.last()?.checked_div(row.get(at).copied()?);
            if rows.iter().filter_map(fit).min().is_none_or(|fit| most < fit) {
                bounds.push((0..things).map(|thing| i128::from(thing == at)).chain([most]).collect());
            }
        }
        rows.append(&mut bounds);
        if rows.iter().any(|row| row.last().is_some_and(|bound| *bound < 0)) {
            return Err(Stop::NothingFits);
        }
        let gain = vec![-1; things].into_iter().chain([0]).collect();
        let mut table = Table {
            basic: (things..things.saturating_add(rows.len())).collect(),
            free: (0..things).collect(),
            rows,
            gain,
            over: 1,
        };
        while let Some((row, column)) = table.next() {
            let size = table.rows.len().saturating_add(1).saturating_mul(things.saturating_add(1));
            *work = work.checked_sub(size as u64).ok_or(Stop::TooFar)?;
            table.pivot(row, column).ok_or(Stop::TooFar)?;
        }
        let mut numbers = vec![0; things];
        for (basic, row) in table.basic.iter().zip(&table.rows) {
            if let (Some(number), Some(bound)) = (numbers.get_mut(*basic), row.last()) {
                *number = *bound;
            }
        }
        let sum = table.gain.last().copied().unwrap_or_default();
        Ok(Relaxed { sum, numbers, over: table.over })
    }
}

/// The largest number that divides both; Euclid.
fn common(mut left: i128, mut right: i128) -> i128 {
    while let Some(rest) = left.checked_rem(right) {
        (left, right) = (right, rest);
    }
    left
}

/// The simplex table: each row says what a basic number is, less the row's units of the free ones; all figures are over
/// `over`. The last column is the bound.
struct Table {
    basic: Vec<usize>,
    free: Vec<usize>,
    rows: Vec<Vec<i128>>,
    gain: Vec<i128>,
    over: i128,
}

impl Table {
    /// Which number enters in the place of which; nothing when the sum is the largest.
    fn next(&self) -> Option<(usize, usize)> {
        let entering = self.free.iter().zip(&self.gain).enumerate().filter(|(_, (_, gain))| **gain < 0);
        let (column, _) = entering.min_by_key(|(_, (number, _))| **number)?;
        let mut best: Option<(usize, &usize, i128, i128)> = None;
        for (at, (row, basic)) in self.rows.iter().zip(&self.basic).enumerate() {
            let (Some(units), Some(bound)) = (row.get(column), row.last()) else { continue };
            if *units <= 0 {
                continue;
            }
            let closer = best.is_none_or(|(_, other, other_bound, other_units)| {
                let mine = bound.saturating_mul(other_units);
                mine.cmp(&other_bound.saturating_mul(*units)).then(basic.cmp(other)).is_lt()
            });
            if closer {
                best = Some((at, basic, *bound, *units));
            }
        }
        best.map(|(row, ..)| (row, column))
    }

    /// Swaps a basic and a free number; nothing where a figure is beyond 127 bits.
    fn pivot(&mut self, row: usize, column: usize) -> Option<()> {
        let turn = self.rows.get(row)?.clone();
        let by = *turn.get(column)?;
        let over = self.over;
        let others = self.rows.iter_mut().enumerate().filter(|(at, _)| *at != row).map(|(_, other)| other);
        for other in others.chain([&mut self.gain]) {
            let units = *other.get(column)?;
            for (figure, turned) in other.iter_mut().zip(&turn) {
                let less = units.checked_mul(*turned)?;
                *figure = figure.checked_mul(by)?.checked_sub(less)?.checked_div(over)?;
            }
            *other.get_mut(column)? = units.checked_neg()?;
        }
        *self.rows.get_mut(row)?.get_mut(column)? = over;
        std::mem::swap(self.basic.get_mut(row)?, self.free.get_mut(column)?);
        self.over = by;
        Some(())
    }
}

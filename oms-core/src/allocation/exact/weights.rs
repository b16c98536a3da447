//! Goals that come one before the other, as one sum: each weighs more than all after it can come to.

use crate::allocation::Goal;
use crate::allocation::board::AllocationBoard;

/// What a step of each goal weighs. The sum of a plan's figures is smallest where the goals are met best, in their
/// order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weights {
    pub(super) short_unit: i128,
    pub(super) split: i128,
    pub(super) late: i128,
    pub(super) minor: i128,
    /// Whether units that ship come first and nothing else before the cost.
    is_filled_first: bool,
    is_cost_first: bool,
}

/// How large each figure can become.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranges {
    pub(super) units: i128,
    pub(super) shipments: i128,
    /// Between the lowest and the highest cost.
    pub(super) minor: i128,
}

impl Weights {
    /// The goals of a problem; none where the weights would be too large.
    pub(super) fn new(board: &AllocationBoard<'_>, ranges: Ranges) -> Option<Self> {
        let named = &board.problem().objective.goals;
        let mut goals: Vec<Goal> = named.clone();
        if goals.is_empty() && board.rules.unfilled.is_none() {
            goals.push(Goal::Filled);
        }
        if !named.is_empty() && !goals.contains(&Goal::Filled) && !goals.contains(&Goal::Cost) {
            goals.push(Goal::Filled);
        }
        if let Some(at) = goals.iter().position(|goal| *goal == Goal::Cost) {
            // Cost tells nearly all plans apart; what comes after it decides between equal ones.
            goals.truncate(at.saturating_add(1));
            goals.extend(named.iter().skip(at.saturating_add(1)));
        } else {
            goals.push(Goal::Cost);
        }
        let mut weights = Self {
            is_filled_first: goals == [Goal::Filled, Goal::Cost],
            is_cost_first: goals == [Goal::Cost],
            ..Self::default()
        };
        let mut below = 0_i128;
        for goal in goals.iter().rev() {
            let (weight, range) = match goal {
                Goal::Filled => (&mut weights.short_unit, ranges.units),
                Goal::Splits => (&mut weights.split, ranges.shipments),
                Goal::Late => (&mut weights.late, ranges.shipments),
                Goal::Cost => (&mut weights.minor, ranges.minor),
            };
            *weight = below.checked_add(1)?;
            below = below.checked_add(weight.checked_mul(range)?)?;
        }
        Some(weights)
    }

    /// The cost that is left of a bound when so many units stay short; none where a bound of the sum says nothing of
    /// it.
    pub(super) fn cost_within(&self, bound: i128, short_units: u64) -> Option<i128> {
        let rest = if self.is_cost_first {
            bound
        } else if self.is_filled_first {
            bound.checked_sub(self.short_unit.checked_mul(i128::from(short_units))?)?
        } else {
            return None;
        };
        // Every step of the cost weighs at least one, so rounding up is still a bound.
        let whole = rest.checked_div_euclid(self.minor)?;
        let up = i128::from(rest.checked_rem_euclid(self.minor)? > 0);
        (rest >= 0 || self.is_cost_first).then(|| whole.saturating_add(up))
    }
}

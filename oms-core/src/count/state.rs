//! The count as it stands: the fold of its events.

use serde::{Deserialize, Serialize};

use super::{CountEvent, CountPolicy, count_accuracy};
use crate::value::{ActorId, CountId, Instant, Money, NodeId, Quantity, Ratio, SkuId};

/// What the book says of a SKU when its count starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountBook {
    /// The SKU.
    pub sku: SkuId,
    /// All physical units by the book: free, held, allocated and blocked ones.
    pub on_hand: i64,
    /// What one unit costs, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_cost: Option<Money>,
}

/// What a counter found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountTally {
    /// Units found.
    pub counted: Quantity,
    /// Units that came (positive) and went (negative) between the start and this tally, by the book.
    pub moved: i64,
    /// Who counted.
    pub counter: ActorId,
    /// When.
    pub at: Instant,
}

/// One SKU of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountLine {
    /// What the book said at the start.
    pub book: CountBook,
    /// What was found, in the order recorded.
    pub tallies: Vec<CountTally>,
}

/// What a line of a count waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CountLineState {
    /// It has to be counted.
    ToCount,
    /// The difference is too large to believe: it has to be counted again, until two counts in a row agree.
    ToRecount,
    /// What was found stands.
    Counted,
}

/// How a count ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CountEnd {
    /// The differences became adjustments of the book.
    Posted,
    /// It was given up; the book is as it was.
    Cancelled,
}

/// What a count as a whole waits for. Derived from its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CountStatus {
    /// Some line has to be counted, or counted again.
    Counting,
    /// Every line is settled: it can be posted.
    Counted,
    /// The differences became adjustments of the book.
    Posted,
    /// It was given up.
    Cancelled,
}

/// What came of a line that is settled, with everything its difference is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountResult {
    /// The SKU.
    pub sku: SkuId,
    /// Units by the book when the count started.
    pub book: i64,
    /// Units that came and went until the tally.
    pub moved: i64,
    /// Units that should have been there: `book + moved`.
    pub expected: i64,
    /// Units found.
    pub counted: Quantity,
    /// The difference: `counted − expected`.
    pub variance: i64,
    /// What the difference is worth at cost; absent when no cost is known or the amount is too large.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// Whether the difference is posted only with an approver.
    pub needs_approval: bool,
}

/// A count of some SKUs at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Count"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Count {
    /// The count.
    pub id: CountId,
    /// Where.
    pub node: NodeId,
    /// When the book was noted.
    pub started_at: Instant,
    /// What happens to differences.
    pub policy: CountPolicy,
    /// The SKUs, each once.
    pub lines: Vec<CountLine>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<CountEnd>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Instant>,
    /// Who approved the differences, where somebody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<ActorId>,
}

impl CountLine {
    /// What the line waits for: settled once the last difference is within the policy's limits, or the same as the one
    /// before it.
    #[must_use]
    pub fn state(&self, policy: &CountPolicy) -> CountLineState {
        let mut last = self.tallies.iter().rev().map(|tally| self.variance(tally));
        let Some(variance) = last.next() else { return CountLineState::ToCount };
        if policy.recount_above.allow(variance, self.book.unit_cost) || last.next() == Some(variance) {
            return CountLineState::Counted;
        }
        CountLineState::ToRecount
    }

    /// What came of the line; `None` until it is settled.
    #[must_use]
    pub fn result(&self, policy: &CountPolicy) -> Option<CountResult> {
        let tally = self.tallies.last().filter(|_| self.state(policy) == CountLineState::Counted)?;
        let variance = self.variance(tally);
        let worth = |cost: Money| {
            let minor = i128::from(cost.minor()).saturating_mul(i128::from(variance));
            i64::try_from(minor).ok().map(|minor| Money::from_minor(minor, cost.currency()))
        };
        Some(CountResult {
            sku: self.book.sku.clone(),
            book: self.book.on_hand,
            moved: tally.moved,
            expected: self.book.on_hand.saturating_add(tally.moved),
            counted: tally.counted,
            variance,
            value: self.book.unit_cost.and_then(worth),
            needs_approval: !policy.approve_above.allow(variance, self.book.unit_cost),
        })
    }

    /// Counted less what should have been there.
    fn variance(&self, tally: &CountTally) -> i64 {
        tally.counted.signed().saturating_sub(self.book.on_hand.saturating_add(tally.moved))
    }
}

impl Count {
    /// The line of a SKU.
    #[must_use]
    pub fn line(&self, sku: &SkuId) -> Option<&CountLine> {
        self.lines.iter().find(|line| line.book.sku == *sku)
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> CountStatus {
        let settled = |line: &CountLine| line.state(&self.policy) == CountLineState::Counted;
        match self.ended {
            Some(CountEnd::Posted) => CountStatus::Posted,
            Some(CountEnd::Cancelled) => CountStatus::Cancelled,
            None if self.lines.iter().all(settled) => CountStatus::Counted,
            None => CountStatus::Counting,
        }
    }

    /// What came of the lines that are settled.
    #[must_use]
    pub fn results(&self) -> Vec<CountResult> {
        self.lines.iter().filter_map(|line| line.result(&self.policy)).collect()
    }

    /// How well the book knew what was there: [`count_accuracy`] of the lines that are settled.
    #[must_use]
    pub fn accuracy(&self) -> Option<Ratio> {
        count_accuracy(self.results().iter().map(|result| (result.expected, result.counted.signed())))
    }

    /// The count after an event; `None` before it was started.
    #[must_use]
    pub fn evolve(count: Option<Self>, event: &CountEvent, at: Instant) -> Option<Self> {
        if let CountEvent::Started(started) = event {
            return Some(started.count.clone());
        }
        let mut count = count?;
        match event {
            CountEvent::Started(_) => {}
            CountEvent::Recorded(event) => {
                if let Some(line) = count.lines.iter_mut().find(|line| line.book.sku == event.sku) {
                    let (counted, moved) = (event.counted, event.moved);
                    line.tallies.push(CountTally { counted, moved, counter: event.counter.clone(), at });
                }
            }
            CountEvent::Posted(event) => {
                count.approver.clone_from(&event.approver);
                (count.ended, count.ended_at) = (Some(CountEnd::Posted), Some(at));
            }
            CountEvent::Cancelled(_) => {
                (count.ended, count.ended_at) = (Some(CountEnd::Cancelled), Some(at));
            }
        }
        Some(count)
    }
}

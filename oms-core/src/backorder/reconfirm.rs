//! Confirmations made anew after supply or demand has changed.
//!
//! Each line has a strategy, named as the backorder processing of SAP S/4HANA names them (win, gain, improve,
//! redistribute, fill, lose), and `skip` for lines that are left alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::grant::{standard_keys, units, wanted};
use super::queue::{compare, entry_problems};
use super::timeline::{Timeline, sum, timelines};
use super::{
    BackorderEntry, BackorderSupplyAt, BackorderUnitsAt, QueueKey, ReconfirmException, check_reconfirmation,
};
use crate::value::{Instant, LineId, OrderId, Problems, Quantity, SkuId};

/// What a line may gain or lose. Lines are served in this order of strategies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReconfirmStrategy {
    /// It must end with all its units on the requested date; if it does not, that is an exception.
    Win,
    /// It must not end worse than before and is improved if possible; if it ends worse, that is an exception.
    Gain,
    /// It keeps what it has or is improved, as far as the lines before it leave units.
    Improve,
    /// It gives up what it has and is confirmed anew by its place in the queue: it may gain or lose.
    Redistribute,
    /// It keeps what it has or loses it; it is never improved.
    Fill,
    /// It gives up what it has and gets what is left when all others have been served.
    Lose,
    /// It is left untouched.
    Skip,
}

/// A line with what it was confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReconfirmDemand {
    /// The line and all the units it wants.
    pub entry: BackorderEntry,
    /// What it may gain or lose.
    pub strategy: ReconfirmStrategy,
    /// When it wants them; being confirmed earlier is worth nothing.
    pub requested_at: Instant,
    /// What it was confirmed so far; not more than it wants.
    #[serde(default)]
    pub confirmed: Vec<BackorderUnitsAt>,
}

/// The question which confirmations stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReconfirmRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReconfirmRequest {
    /// The keys of the queue within a strategy; class, due date, margin and age by default.
    #[serde(default = "standard_keys")]
    pub keys: Vec<QueueKey>,
    /// All units that may be confirmed, those confirmed so far among them, by when they are there.
    pub supply: Vec<BackorderSupplyAt>,
    /// All lines that compete for them.
    pub demands: Vec<ReconfirmDemand>,
}

/// Which confirmations stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReconfirmPlan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReconfirmPlan {
    /// Every line, in the order in which it was served.
    pub outcomes: Vec<ReconfirmOutcome>,
    /// Guarantees that could not be kept.
    pub exceptions: Vec<ReconfirmException>,
}

/// What a line is confirmed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReconfirmOutcome {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// The SKU.
    pub sku: SkuId,
    /// Its strategy.
    pub strategy: ReconfirmStrategy,
    /// Units it wants.
    pub wanted: Quantity,
    /// What it was confirmed before, no date before the requested one.
    pub before: Vec<BackorderUnitsAt>,
    /// What it is confirmed now.
    pub after: Vec<BackorderUnitsAt>,
    /// How the two compare.
    pub change: ReconfirmChange,
    /// Units that are not confirmed.
    pub open: Quantity,
}

/// How a confirmation compares with the one before. One is better when at no instant fewer units are confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReconfirmChange {
    /// The same.
    Kept,
    /// More or earlier.
    Better,
    /// Fewer or later.
    Worse,
    /// More and later, or fewer and earlier.
    Mixed,
}

/// Units by date.
pub(super) type Dated = BTreeMap<Instant, u64>;

/// Confirms all lines anew, segment by segment. What `gain` and `improve` lines have is set aside for them before any
/// of them is improved, so that nobody's improvement is another's loss; only a `win` line may take from them.
/// `O((lines + supply) log n)` and, for each line, the dates of its SKU.
///
/// # Errors
/// Every problem of the input: those of a queue, and lines confirmed more than they want.
pub fn reconfirm(request: &ReconfirmRequest) -> Result<ReconfirmPlan, Problems> {
    use ReconfirmStrategy::{Fill, Gain, Improve, Lose, Redistribute, Skip, Win};
    let entries: Vec<BackorderEntry> = request.demands.iter().map(|demand| demand.entry.clone()).collect();
    let mut problems = entry_problems(&entries, "/demands");
    let mut supply = timelines(&request.supply, "/supply", &mut problems);
    for (at, demand) in request.demands.iter().enumerate() {
        if sum(&before(demand)) > wanted(&demand.entry) {
            let message = "more is confirmed than the line wants; give the rest up first";
            problems.add("input.out_of_range", format!("/demands/{at}/confirmed"), message);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut served: Vec<Served<'_>> = request.demands.iter().map(Served::new).collect();
    served.sort_by(|a, b| {
        let strategy = a.demand.strategy.cmp(&b.demand.strategy);
        strategy.then_with(|| compare(&request.keys, &a.demand.entry, &b.demand.entry))
    });
    // Each segment and whether its lines take the best that there is, or only what they had.
    for (strategy, renews) in [
        (Skip, false),
        (Win, true),
        (Gain, false),
        (Improve, false),
        (Gain, true),
        (Improve, true),
        (Redistribute, true),
        (Fill, false),
        (Lose, true),
    ] {
        for line in served.iter_mut().filter(|line| line.demand.strategy == strategy) {
            let supply = supply.entry(line.demand.entry.sku.clone()).or_default();
            if renews { line.renew(supply) } else { line.keep(supply) }
        }
    }
    let outcomes: Vec<ReconfirmOutcome> = served.into_iter().map(Served::outcome).collect();
    let exceptions = check_reconfirmation(request, &outcomes);
    Ok(ReconfirmPlan { outcomes, exceptions })
}

/// What a demand was confirmed, no date before the requested one.
pub(super) fn before(demand: &ReconfirmDemand) -> Dated {
    let mut dated = Dated::new();
    for part in &demand.confirmed {
        let sum = dated.entry(part.at.max(demand.requested_at)).or_default();
        *sum = sum.saturating_add(u64::from(part.quantity.units()));
    }
    dated.retain(|_, units| *units > 0);
    dated
}

/// A line being served: what it is confirmed, and from which supply.
struct Served<'d> {
    demand: &'d ReconfirmDemand,
    before: Dated,
    after: Dated,
    taken: Vec<(Instant, u64)>,
}

impl<'d> Served<'d> {
    fn new(demand: &'d ReconfirmDemand) -> Self {
        Self { demand, before: before(demand), after: Dated::new(), taken: Vec::new() }
    }

    /// Confirms again what was confirmed before, as far as there is supply.
    fn keep(&mut self, supply: &mut Timeline) {
        for (at, units) in &self.before {
            let taken = supply.take_by(*at, *units);
            if !taken.is_empty() {
                self.after.insert(*at, sum(&taken));
            }
            self.taken.extend(taken);
        }
    }

    /// Gives up what it has and takes the best that there is: all that is there when requested, then the earliest.
    fn renew(&mut self, supply: &mut Timeline) {
        for (at, units) in self.taken.drain(..) {
            supply.add(at, units);
        }
        let (wanted, requested) = (wanted(&self.demand.entry), self.demand.requested_at);
        let on_time = supply.take_by(requested, wanted);
        let late = supply.take_after(requested, wanted.saturating_sub(sum(&on_time)));
        self.after.clone_from(&late);
        if !on_time.is_empty() {
            self.after.insert(requested, sum(&on_time));
        }
        self.taken.extend(on_time.into_iter().chain(late));
    }

    fn outcome(self) -> ReconfirmOutcome {
        let entry = &self.demand.entry;
        // Nobody touches a skipped line, even if its supply is gone; the check says so then.
        let skipped = self.demand.strategy == ReconfirmStrategy::Skip;
        let after = if skipped { self.before.clone() } else { self.after };
        let change = match (covers(&after, &self.before), covers(&self.before, &after)) {
            (true, true) => ReconfirmChange::Kept,
            (true, false) => ReconfirmChange::Better,
            (false, true) => ReconfirmChange::Worse,
            (false, false) => ReconfirmChange::Mixed,
        };
        ReconfirmOutcome {
            order: entry.order.clone(),
            line: entry.line.clone(),
            sku: entry.sku.clone(),
            strategy: self.demand.strategy,
            wanted: entry.quantity,
            open: units(wanted(entry).saturating_sub(sum(&after))),
            before: dated_units(&self.before),
            after: dated_units(&after),
            change,
        }
    }
}

/// Whether at no instant fewer units are confirmed.
pub(super) fn covers(better: &Dated, than: &Dated) -> bool {
    let by = |dated: &Dated, at: Instant| {
        dated.range(..=at).fold(0_u64, |sum, (_, units)| sum.saturating_add(*units))
    };
    better.keys().chain(than.keys()).all(|at| by(better, *at) >= by(than, *at))
}

fn dated_units(dated: &Dated) -> Vec<BackorderUnitsAt> {
    dated.iter().map(|(at, quantity)| BackorderUnitsAt { at: *at, quantity: units(*quantity) }).collect()
}

//! Strategies over instances, and the shipped ones by name.

mod batch;
mod exact;
mod rule;

pub use batch::{BatchStrategy, PricedStrategy, batch_input};
pub use exact::ExactOrders;
pub use rule::SimpleRule;

use super::{ArrivalRule, Instance, InstanceShipment, play};

/// How much a strategy may work. What it means is the strategy's own; the answer depends on `work`, never on
/// `threads`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SolveBudget {
    /// Units of work, such as search nodes; `None` for the strategy's own measure.
    pub work: Option<u64>,
    /// How many threads may help.
    pub threads: usize,
}

impl Default for SolveBudget {
    fn default() -> Self {
        Self { work: None, threads: 1 }
    }
}

/// What a strategy answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstanceAnswer {
    /// What is shipped. The checker prices it.
    pub shipments: Vec<InstanceShipment>,
    /// A cost that no solution is below, where the strategy proved one.
    pub bound_cents: Option<i64>,
}

/// Solves whole instances. Implement it for a solver of your own; for a heuristic that decides one order at a time,
/// implement [`ArrivalRule`] and wrap it in [`OnArrival`].
pub trait InstanceStrategy {
    /// Its name, as comparisons show it.
    fn name(&self) -> &str;

    /// Solves an instance. `decided` is called with each order's place when that order is done, by strategies that
    /// decide one at a time; others need not call it.
    fn solve(&self, instance: &Instance, budget: SolveBudget, decided: &mut dyn FnMut(u32))
    -> InstanceAnswer;
}

/// A rule that decides orders as they arrive, as a strategy.
#[derive(Clone, Debug)]
pub struct OnArrival<R> {
    /// What comparisons show.
    pub name: String,
    /// The rule.
    pub rule: R,
}

impl<R: ArrivalRule> InstanceStrategy for OnArrival<R> {
    fn name(&self) -> &str {
        &self.name
    }

    fn solve(
        &self,
        instance: &Instance,
        _budget: SolveBudget,
        decided: &mut dyn FnMut(u32),
    ) -> InstanceAnswer {
        InstanceAnswer { shipments: play(instance, &self.rule, decided), bound_cents: None }
    }
}

/// The shipped strategies, in the order in which comparisons show them.
#[must_use]
pub fn instance_strategies() -> Vec<Box<dyn InstanceStrategy>> {
    let simple = SimpleRule::ALL
        .map(|rule| Box::new(OnArrival { name: rule.name().to_owned(), rule }) as Box<dyn InstanceStrategy>);
    let mut all: Vec<Box<dyn InstanceStrategy>> = simple.into();
    all.push(Box::new(ExactOrders));
    all.push(Box::new(PricedStrategy));
    all.push(Box::new(BatchStrategy));
    all
}

/// The shipped strategy of that name.
#[must_use]
pub fn instance_strategy(name: &str) -> Option<Box<dyn InstanceStrategy>> {
    instance_strategies().into_iter().find(|strategy| strategy.name() == name)
}

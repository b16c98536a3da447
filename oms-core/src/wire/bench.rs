//! The bench of allocation heuristics: an instance read once, and questions about it.

use std::sync::{Mutex, PoisonError};

use super::{decode, encode};
use crate::allocation::instance::{
    ArrivalBoard, ArrivalState, Instance, InstanceFamily, InstanceFile, SolutionFile, SolveBudget, bench_row,
    check_claim, check_solution, generate, instance_strategies, instance_strategy, lower_bound,
};
use crate::error::Error;
use crate::value::Problems;

fn refused(code: &'static str, path: &str, message: String) -> Error {
    let mut problems = Problems::new();
    problems.add(code, path, message);
    Error::Input(problems)
}

/// The instance of a family and a seed, as JSON.
///
/// # Errors
/// [`Error::Input`] when there is no such family.
pub fn generate_instance(family: &str, seed: u64) -> Result<Vec<u8>, Error> {
    let family: InstanceFamily =
        family.parse().map_err(|error| refused("input.unknown_value", "/family", format!("{error}")))?;
    Ok(generate(family, seed).to_json())
}

/// The names of the families and of the shipped strategies: `{"families": [...], "strategies": [...]}`.
#[must_use]
pub fn bench_names() -> Vec<u8> {
    let families: Vec<&str> = InstanceFamily::all().map(InstanceFamily::name).collect();
    let strategies = instance_strategies();
    let strategies: Vec<&str> = strategies.iter().map(|strategy| strategy.name()).collect();
    encode(&serde_json::json!({"families": families, "strategies": strategies}))
}

/// An instance, and what is left of it while a function of the host decides its orders one by one.
#[derive(Debug)]
pub struct WireBench {
    instance: Instance,
    state: Mutex<ArrivalState>,
}

impl WireBench {
    /// Reads an instance.
    ///
    /// # Errors
    /// [`Error`] with every fault.
    pub fn new(instance: &[u8]) -> Result<Self, Error> {
        let instance = Instance::new(decode::<InstanceFile>(instance)?)?;
        let state = Mutex::new(ArrivalBoard::new(&instance).into_state());
        Ok(Self { instance, state })
    }

    /// The name of the instance.
    #[must_use]
    pub fn name(&self) -> &str {
        self.instance.name()
    }

    /// How many orders there are.
    #[must_use]
    pub fn orders(&self) -> usize {
        self.instance.orders().len()
    }

    /// A cost that no solution is below.
    #[must_use]
    pub fn bound(&self) -> i64 {
        lower_bound(&self.instance)
    }

    /// Solves by a shipped strategy: a solution file with its cost.
    ///
    /// # Errors
    /// [`Error::Input`] when there is no such strategy.
    pub fn solve(&self, strategy: &str, work: Option<u64>, threads: usize) -> Result<Vec<u8>, Error> {
        let strategy = instance_strategy(strategy).ok_or_else(|| {
            let known = instance_strategies();
            let known: Vec<&str> = known.iter().map(|strategy| strategy.name()).collect();
            refused(
                "input.unknown_value",
                "/strategy",
                format!("`{strategy}` is none of: {}", known.join(", ")),
            )
        })?;
        let budget = SolveBudget { work, threads: threads.max(1) };
        let answer = strategy.solve(&self.instance, budget, &mut |_| {});
        let mut solution = SolutionFile::new(self.instance.name(), answer.shipments);
        solution.cost_cents = Some(check_claim(&self.instance, &solution)?.total_cents);
        Ok(solution.to_json())
    }

    /// What a solution costs and which rules it breaks.
    ///
    /// # Errors
    /// [`Error`] when it is no solution of this instance.
    pub fn check(&self, solution: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(encode(&check_solution(&self.instance, &SolutionFile::from_json(solution)?)?))
    }

    /// The row of a solution that breaks no rule.
    ///
    /// # Errors
    /// [`Error`] with every rule that it breaks.
    pub fn row(&self, strategy: &str, solution: &[u8], bound: Option<i64>) -> Result<Vec<u8>, Error> {
        let bound = bound.unwrap_or_else(|| self.bound());
        Ok(encode(&bench_row(&self.instance, strategy, &SolutionFile::from_json(solution)?, bound)?))
    }

    /// Starts again: everything is left.
    pub fn restart(&self) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) =
            ArrivalBoard::new(&self.instance).into_state();
    }

    /// An order with what is left for it.
    ///
    /// # Errors
    /// [`Error::Input`] when there is no such order.
    pub fn view(&self, order: u32) -> Result<Vec<u8>, Error> {
        let view = self.with_board(|board| board.view(order));
        let missing = || refused("allocation.unknown_order", "/order", format!("there is no order {order}"));
        Ok(encode(&view.ok_or_else(missing)?))
    }

    /// Notes the shipments that were decided on, as an array; what they take is gone. Whether they obey the rules is
    /// for [`WireBench::row`] to say.
    ///
    /// # Errors
    /// [`Error`] when they are no shipments.
    pub fn ship(&self, shipments: &[u8]) -> Result<(), Error> {
        let shipments = SolutionFile::shipments_from_json(shipments)?;
        self.with_board(|board| board.apply(&shipments));
        Ok(())
    }

    fn with_board<T>(&self, work: impl FnOnce(&mut ArrivalBoard<'_>) -> T) -> T {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut board = ArrivalBoard::resume(&self.instance, std::mem::take(&mut *state));
        let answer = work(&mut board);
        *state = board.into_state();
        answer
    }
}

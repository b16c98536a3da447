//! The in-memory engine, and decisions without an engine.

use super::{decode, encode};
use crate::allocation::{
    self, AllocationAssignment, AllocationPlan, AllocationProblem, AllocationStrategyKind, check_plan, plan,
};
use crate::engine::{Answer, Command, CommandResult, Oms, OrderBatch, Query, WaitingQueue};
use crate::error::Error;
use crate::store::{JournalEntry, MemoryStore, State};
use crate::value::{Instant, Problems, TenantId};

/// The engine in memory, speaking JSON.
#[derive(Debug, Default)]
pub struct WireOms {
    oms: Oms<MemoryStore>,
}

impl WireOms {
    /// An empty engine.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An engine that holds what a journal says: one JSON entry a line.
    ///
    /// # Errors
    /// [`Error::Input`] with the problems of the first bad line.
    pub fn from_journal(lines: &[u8]) -> Result<Self, Error> {
        Ok(Self { oms: Oms::new(MemoryStore::from_journal(read_journal(lines)?)) })
    }

    /// Carries out one command and gives its outcome.
    ///
    /// # Errors
    /// [`Error`] when it is refused; nothing has changed then.
    pub fn execute(&self, command: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(encode(&self.oms.execute(&decode::<Command>(command)?)?))
    }

    /// Carries out a JSON array of commands in one commit and gives a result for each.
    ///
    /// # Errors
    /// [`Error::Input`] when any of the commands is malformed; nothing has changed then.
    pub fn execute_batch(&self, commands: &[u8]) -> Result<Vec<u8>, Error> {
        let commands = decode::<Vec<Command>>(commands)?;
        let results = self.oms.execute_batch(&commands);
        Ok(encode(&results.into_iter().map(CommandResult::from).collect::<Vec<_>>()))
    }

    /// Answers a query.
    ///
    /// # Errors
    /// [`Error`] when the query is wrong.
    pub fn query(&self, query: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(encode(&self.oms.query(&decode::<Query>(query)?)?))
    }

    /// Reviews every order of a tenant that a rule holds, and says how many came free.
    ///
    /// # Errors
    /// [`Error::Input`] when tenant or instant are malformed.
    pub fn review_held(&self, tenant: &str, at: &str) -> Result<usize, Error> {
        let (tenant, at) = when(tenant, at)?;
        self.oms.review_held(&tenant, at)
    }

    /// Looks at stock by every replenishment rule of a tenant, and says for how many SKUs anything changed.
    ///
    /// # Errors
    /// [`Error::Input`] when tenant or instant are malformed.
    pub fn review_stock(&self, tenant: &str, at: &str) -> Result<usize, Error> {
        let (tenant, at) = when(tenant, at)?;
        self.oms.review_stock(&tenant, at)
    }

    /// Allocates the orders of a tenant that wait for stock, in the order of a queue, and reports what each got.
    ///
    /// # Errors
    /// [`Error::Input`] when tenant, instant or queue are malformed.
    pub fn allocate_waiting(&self, tenant: &str, at: &str, queue: &[u8]) -> Result<Vec<u8>, Error> {
        let (tenant, at) = when(tenant, at)?;
        Ok(encode(&self.oms.allocate_waiting(&tenant, at, &decode::<WaitingQueue>(queue)?)?))
    }

    /// Plans open orders of a tenant together and carries that out; answers as the query `order_batch` does.
    ///
    /// # Errors
    /// [`Error::Input`] when tenant, instant or batch are malformed, and what is wrong with the orders' problems.
    pub fn allocate_orders(&self, tenant: &str, at: &str, batch: &[u8]) -> Result<Vec<u8>, Error> {
        let (tenant, at) = when(tenant, at)?;
        let answer = self.oms.allocate_orders(&tenant, at, &decode::<OrderBatch>(batch)?)?;
        Ok(encode(&Answer::OrderBatch(answer)))
    }

    /// The journal, one JSON entry a line.
    #[must_use]
    pub fn journal(&self) -> Vec<u8> {
        self.oms.store().inspect(|_, journal| {
            let mut lines = Vec::new();
            for entry in journal {
                lines.extend(encode(entry));
                lines.push(b'\n');
            }
            lines
        })
    }

    /// The hash of everything stored.
    #[must_use]
    pub fn state_hash(&self) -> String {
        self.oms.store().state_hash().as_str().to_owned()
    }
}

/// Reads whose and when.
fn when(tenant: &str, at: &str) -> Result<(TenantId, Instant), Error> {
    let mut problems = Problems::new();
    let tenant = TenantId::new(tenant).map_err(|error| {
        problems.add("input.bad_format", "/tenant", error.to_string());
    });
    let at = at.parse::<Instant>().map_err(|_| {
        problems.add("input.bad_format", "/at", "an instant of RFC 3339, such as 2026-11-11T00:00:00Z");
    });
    match (tenant, at) {
        (Ok(tenant), Ok(at)) => Ok((tenant, at)),
        _ => Err(Error::Input(problems)),
    }
}

/// The hash of the state that a journal folds to: one JSON entry a line.
///
/// # Errors
/// [`Error::Input`] with the problems of the first bad line.
pub fn replay_hash(lines: &[u8]) -> Result<String, Error> {
    Ok(State::replay(&read_journal(lines)?).hash().as_str().to_owned())
}

/// Plans an allocation by a shipped strategy.
///
/// # Errors
/// [`Error`] when the problem is malformed.
pub fn allocate(problem: &[u8], strategy: &str) -> Result<Vec<u8>, Error> {
    let problem = decode::<AllocationProblem>(problem)?;
    let strategy = decode::<AllocationStrategyKind>(&encode(strategy))?;
    Ok(encode(&plan(&problem, strategy.strategy())?))
}

/// Prices and explains assignments made elsewhere: by a person, or by a strategy in another language. `strategy` is
/// the name that the plan shows; the assignments are a JSON array.
///
/// # Errors
/// [`Error`] when problem or assignments are malformed, or the assignments cannot be shipped.
pub fn plan_assignments(problem: &[u8], strategy: &str, assignments: &[u8]) -> Result<Vec<u8>, Error> {
    let problem = decode::<AllocationProblem>(problem)?;
    let assignments = decode::<Vec<AllocationAssignment>>(assignments)?;
    Ok(encode(&allocation::plan_assignments(&problem, strategy, assignments)?))
}

/// Checks a plan against its problem, independently of whoever made it: the rules it breaks, as a JSON array.
///
/// # Errors
/// [`Error::Input`] when either is malformed.
pub fn check_allocation(problem: &[u8], plan: &[u8]) -> Result<Vec<u8>, Error> {
    let problem = decode::<AllocationProblem>(problem)?;
    let plan = decode::<AllocationPlan>(plan)?;
    Ok(encode(&check_plan(&problem, &plan)))
}

/// The cases of the storage contract as a JSON array, for stores written in other languages.
#[must_use]
pub fn contract_cases() -> Vec<u8> {
    encode(&crate::store::contract::cases())
}

fn read_journal(lines: &[u8]) -> Result<Vec<JournalEntry>, Error> {
    let lines = lines.split(|byte| *byte == b'\n').enumerate();
    let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    lines
        .map(|(at, line)| {
            decode::<JournalEntry>(line).map_err(|error| match error {
                Error::Input(problems) => Error::Input(problems.under(&format!("/{at}"))),
                other => other,
            })
        })
        .collect()
}

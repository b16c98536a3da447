//! The engine in memory.

use std::sync::Arc;

use napi::bindgen_prelude::{AsyncTask, Buffer};
use napi::{Env, Result, Task};
use napi_derive::napi;
use oms_core::wire::WireOms;

use crate::door::{Json, bytes, text, through};

/// The engine in memory.
#[napi]
pub struct Engine {
    oms: Arc<WireOms>,
}

#[napi]
impl Engine {
    /// An empty engine.
    #[napi(constructor, catch_unwind)]
    pub fn new() -> Result<Self> {
        through(|| Ok(Self { oms: Arc::new(WireOms::new()) }))
    }

    /// An engine that holds what a journal says: one JSON entry a line.
    #[napi(factory, catch_unwind)]
    pub fn from_journal(lines: Json) -> Result<Self> {
        let lines = bytes(lines);
        through(|| Ok(Self { oms: Arc::new(WireOms::from_journal(&lines)?) }))
    }

    /// Carries out one command: its outcome.
    #[napi(catch_unwind)]
    pub fn execute(&self, command: Json) -> Result<String> {
        let command = bytes(command);
        text(through(|| self.oms.execute(&command))?)
    }

    /// Carries out an array of commands in one commit: their results.
    #[napi(catch_unwind)]
    pub fn execute_batch(&self, commands: Json) -> Result<String> {
        let commands = bytes(commands);
        text(through(|| self.oms.execute_batch(&commands))?)
    }

    /// As `executeBatch`, on a thread of Node's pool.
    #[napi(catch_unwind, ts_return_type = "Promise<string>")]
    pub fn execute_batch_async(&self, commands: Json) -> AsyncTask<Job> {
        self.job(commands, WireOms::execute_batch)
    }

    /// Answers a query.
    #[napi(catch_unwind)]
    pub fn query(&self, query: Json) -> Result<String> {
        let query = bytes(query);
        text(through(|| self.oms.query(&query))?)
    }

    /// As `query`, on a thread of Node's pool.
    #[napi(catch_unwind, ts_return_type = "Promise<string>")]
    pub fn query_async(&self, query: Json) -> AsyncTask<Job> {
        self.job(query, WireOms::query)
    }

    /// Reviews every order that a rule holds: how many came free.
    #[napi(catch_unwind)]
    pub fn review_held(&self, tenant: String, at: String) -> Result<u32> {
        let released = through(|| self.oms.review_held(&tenant, &at))?;
        Ok(u32::try_from(released).unwrap_or(u32::MAX))
    }

    /// Looks at stock by every replenishment rule: for how many SKUs anything changed.
    #[napi(catch_unwind)]
    pub fn review_stock(&self, tenant: String, at: String) -> Result<u32> {
        let changed = through(|| self.oms.review_stock(&tenant, &at))?;
        Ok(u32::try_from(changed).unwrap_or(u32::MAX))
    }

    /// Allocates the orders that wait for stock, in the order of a queue: what each got.
    #[napi(catch_unwind)]
    pub fn allocate_waiting(&self, tenant: String, at: String, queue: Json) -> Result<String> {
        let queue = bytes(queue);
        text(through(|| self.oms.allocate_waiting(&tenant, &at, &queue))?)
    }

    /// Plans open orders together and carries that out: the plan, and the orders left out.
    #[napi(catch_unwind)]
    pub fn allocate_orders(&self, tenant: String, at: String, batch: Json) -> Result<String> {
        let batch = bytes(batch);
        text(through(|| self.oms.allocate_orders(&tenant, &at, &batch))?)
    }

    /// The journal, one JSON entry a line.
    #[napi(catch_unwind)]
    pub fn journal(&self) -> Result<Buffer> {
        through(|| Ok(self.oms.journal())).map(Buffer::from)
    }

    /// The hash of everything stored.
    #[napi(catch_unwind)]
    pub fn state_hash(&self) -> Result<String> {
        through(|| Ok(self.oms.state_hash()))
    }

    /// Work on a thread of Node's pool.
    pub(crate) fn job(&self, input: Json, work: Work) -> AsyncTask<Job> {
        AsyncTask::new(Job { oms: Arc::clone(&self.oms), input: bytes(input), work })
    }
}

type Work = fn(&WireOms, &[u8]) -> std::result::Result<Vec<u8>, oms_core::Error>;

/// Work for a thread of Node's pool.
pub struct Job {
    oms: Arc<WireOms>,
    input: Vec<u8>,
    work: Work,
}

impl Task for Job {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> Result<Self::Output> {
        text(through(|| (self.work)(&self.oms, &self.input))?)
    }

    fn resolve(&mut self, _: Env, output: Self::Output) -> Result<Self::JsValue> {
        Ok(output)
    }
}

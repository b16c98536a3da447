//! The bench of allocation heuristics.

use napi::Result;
use napi_derive::napi;
use oms_core::wire::{self, WireBench};

use crate::door::{Json, bytes, defect, text, through};

/// An instance, and what is left of it while its orders are decided one by one.
#[napi]
pub struct Bench {
    bench: WireBench,
}

#[napi]
impl Bench {
    /// Reads an instance.
    #[napi(constructor, catch_unwind)]
    pub fn new(instance: Json) -> Result<Self> {
        let instance = bytes(instance);
        through(|| Ok(Self { bench: WireBench::new(&instance)? }))
    }

    /// The name of the instance.
    #[napi(catch_unwind)]
    pub fn name(&self) -> Result<String> {
        through(|| Ok(self.bench.name().to_owned()))
    }

    /// How many orders there are.
    #[napi(catch_unwind)]
    pub fn orders(&self) -> Result<u32> {
        u32::try_from(self.bench.orders()).map_err(|error| defect(&error.to_string()))
    }

    /// A cost that no solution is below.
    #[napi(catch_unwind)]
    pub fn bound(&self) -> Result<i64> {
        through(|| Ok(self.bench.bound()))
    }

    /// Solves by a shipped strategy.
    #[napi(catch_unwind)]
    pub fn solve(&self, strategy: String, work: Option<u32>, threads: Option<u32>) -> Result<String> {
        let threads = usize::try_from(threads.unwrap_or(1)).unwrap_or(1);
        text(through(|| self.bench.solve(&strategy, work.map(u64::from), threads))?)
    }

    /// What a solution costs and which rules it breaks.
    #[napi(catch_unwind)]
    pub fn check(&self, solution: Json) -> Result<String> {
        let solution = bytes(solution);
        text(through(|| self.bench.check(&solution))?)
    }

    /// The row of a solution that breaks no rule.
    #[napi(catch_unwind)]
    pub fn row(&self, strategy: String, solution: Json, bound: Option<i64>) -> Result<String> {
        let solution = bytes(solution);
        text(through(|| self.bench.row(&strategy, &solution, bound))?)
    }

    /// Starts again: everything is left.
    #[napi(catch_unwind)]
    pub fn restart(&self) -> Result<()> {
        through(|| {
            self.bench.restart();
            Ok(())
        })
    }

    /// An order with what is left for it.
    #[napi(catch_unwind)]
    pub fn view(&self, order: u32) -> Result<String> {
        text(through(|| self.bench.view(order))?)
    }

    /// Notes the shipments that were decided on.
    #[napi(catch_unwind)]
    pub fn ship(&self, shipments: Json) -> Result<()> {
        let shipments = bytes(shipments);
        through(|| self.bench.ship(&shipments))
    }
}

/// The instance of a family and a seed.
#[napi(catch_unwind)]
pub fn generate_instance(family: String, seed: u32) -> Result<String> {
    text(through(|| wire::generate_instance(&family, u64::from(seed)))?)
}

/// The families and the shipped strategies.
#[napi(catch_unwind)]
pub fn bench_names() -> Result<String> {
    text(through(|| Ok(wire::bench_names()))?)
}

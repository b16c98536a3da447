//! The step loop over a store of the host.

use napi::Result;
use napi_derive::napi;
use oms_core::wire::WireRun;

use crate::door::{Json, bytes, text, through};

/// A run of commands over a store of the host.
#[napi]
pub struct Run {
    run: WireRun,
}

#[napi]
impl Run {
    /// A run of an array of commands.
    #[napi(constructor, catch_unwind)]
    pub fn new(commands: Json) -> Result<Self> {
        let commands = bytes(commands);
        through(|| Ok(Self { run: WireRun::new(&commands)? }))
    }

    /// The first step.
    #[napi(catch_unwind)]
    pub fn start(&mut self) -> Result<String> {
        text(through(|| Ok(self.run.start()))?)
    }

    /// The next step, after loading what the last one asked for.
    #[napi(catch_unwind)]
    pub fn resume(&mut self, snapshot: Json) -> Result<String> {
        let snapshot = bytes(snapshot);
        text(through(|| self.run.resume(&snapshot))?)
    }

    /// The first step again, after the commit collided with another.
    #[napi(catch_unwind)]
    pub fn restart(&mut self) -> Result<String> {
        text(through(|| Ok(self.run.restart()))?)
    }
}

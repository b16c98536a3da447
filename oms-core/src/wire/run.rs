//! The step loop over a host's own store.

use serde::{Deserialize, Serialize};

use super::{decode, encode};
use crate::engine::{Command, CommandResult, Done, Run, Step};
use crate::error::Error;
use crate::store::{Commit, Keys, Snapshot};

/// What a run wants next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum RunStep {
    /// Load this and hand over the snapshot.
    Load(LoadStep),
    /// Write the commit; once it is written the results are true.
    Done(DoneStep),
}

/// Load this and hand over the snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LoadStep"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LoadStep {
    /// What to load, in one round trip.
    pub keys: Keys,
}

/// Write the commit; once it is written the results are true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DoneStep"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DoneStep {
    /// What to write, whole or not at all; nothing when every list in it is empty.
    pub commit: Commit,
    /// The answer to each command, in order.
    pub results: Vec<CommandResult>,
}

impl From<Step> for RunStep {
    fn from(step: Step) -> Self {
        match step {
            Step::Load(keys) => Self::Load(LoadStep { keys }),
            Step::Done(Done { commit, results }) => Self::Done(DoneStep {
                commit,
                results: results.into_iter().map(CommandResult::from).collect(),
            }),
        }
    }
}

/// A run whose steps are JSON.
#[derive(Debug)]
pub struct WireRun {
    run: Run,
}

impl WireRun {
    /// A run of a JSON array of commands.
    ///
    /// # Errors
    /// [`Error::Input`] with every problem of the commands.
    pub fn new(commands: &[u8]) -> Result<Self, Error> {
        Ok(Self { run: Run::new(decode::<Vec<Command>>(commands)?) })
    }

    /// The first step.
    pub fn start(&mut self) -> Vec<u8> {
        encode(&RunStep::from(self.run.start()))
    }

    /// The next step, after loading what the last one asked for.
    ///
    /// # Errors
    /// [`Error::Input`] when the snapshot is none.
    pub fn resume(&mut self, snapshot: &[u8]) -> Result<Vec<u8>, Error> {
        let snapshot = decode::<Snapshot>(snapshot)?;
        Ok(encode(&RunStep::from(self.run.resume(snapshot))))
    }

    /// The first step again, after the commit collided with another.
    pub fn restart(&mut self) -> Vec<u8> {
        encode(&RunStep::from(self.run.restart()))
    }
}

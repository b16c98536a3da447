//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use crate::report::Stop;
use crate::run::Task;

/// How Cargo compiles what is not a debug build: the profiles of the workspace's `Cargo.toml`.
#[derive(Clone, Copy, Debug)]
pub enum Profile {
    /// What users get, and what benches measure.
    Release,
    /// What tests run on: built in a fraction of the time.
    Quick,
}

impl Profile {
    /// As Cargo, maturin and napi know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "quick",
        }
    }
}

/// The checkout this runs in.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The folder above the one of this package: Cargo names it when it runs the binary.
    pub fn find() -> Result<Self, Stop> {
        env::var_os("CARGO_MANIFEST_DIR")
            .and_then(|package| Some(Self { root: Path::new(&package).parent()?.to_owned() }))
            .ok_or_else(|| Stop::Failed("run it as `cargo xtask`, not by the path of its binary".to_owned()))
    }

    /// The folder of the workspace's `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path given from the root.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The one target folder that every build shares.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |named| self.root.join(named))
    }

    /// Cargo, in the root.
    pub fn cargo<const N: usize>(&self, args: [&str; N]) -> Task {
        Task::new("cargo").args(args).dir(&self.root)
    }
}

//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use crate::report::Stop;
use crate::run::Task;

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

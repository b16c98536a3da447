//! The Node side: the packages of `bindings/node` and its npm scripts.

use std::fs;
use std::path::{Path, PathBuf};

use crate::report::Stop;
use crate::run::Task;
use crate::stamp::Stamp;
use crate::workspace::{Profile, Workspace};

/// What is wrong with the Node of this machine, if anything.
pub fn missing() -> Option<String> {
    let new_enough = "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)";
    let found = Task::new("node").args(["-e", new_enough]).answers_yes()
        && Task::new("npm").arg("--version").answers_yes();
    (!found).then(|| "`node` 20 or newer with `npm` was not found on the path: install Node 20".to_owned())
}

/// The Node package and its development tools.
#[derive(Clone, Debug)]
pub struct Node {
    package: PathBuf,
}

impl Node {
    /// The package, with its tools installed or not.
    pub fn new(workspace: &Workspace) -> Self {
        Self { package: workspace.path("bindings/node") }
    }

    /// Installs exactly what the lock file says, unless that was done already.
    pub fn prepare(&self) -> Result<(), Stop> {
        if let Some(missing) = missing() {
            return Err(Stop::Failed(missing));
        }
        let lock = fs::read_to_string(self.package.join("package-lock.json"))
            .map_err(|error| Stop::io("bindings/node/package-lock.json", &error))?;
        // `npm ci` empties this folder first, and the stamp with it.
        let stamp = Stamp::new(self.package.join("node_modules/.made-from.json"), lock);
        if stamp.holds() {
            return Ok(());
        }
        self.npm(&["ci", "--no-audit", "--no-fund"]).minutes(20).run()?;
        fs::create_dir_all(self.package.join("node_modules"))
            .map_err(|error| Stop::io("node_modules", &error))?;
        stamp.keep()
    }

    /// Compiles the addon and its loader.
    pub fn build(&self, profile: Profile) -> Result<(), Stop> {
        self.npm(&["run", "build", "--", "--profile", profile.name()]).minutes(30).run()
    }

    /// Builds the package and runs a script of the benches on it.
    pub fn bench(&self, script: &str, args: &[String]) -> Result<(), Stop> {
        self.prepare()?;
        self.build(Profile::Release)?;
        Task::new("node").arg(script).args(args).dir(&self.package).minutes(6 * 60).run()
    }

    /// The package's tests and the examples.
    pub fn tests(&self) -> Result<(), Stop> {
        self.npm(&["test"]).minutes(20).run()
    }

    /// The declarations, read as a TypeScript user reads them.
    pub fn types(&self) -> Result<(), Stop> {
        self.npm(&["run", "typecheck"]).run()
    }

    /// The types of a schema, by the package's own script.
    pub fn codegen(&self, schema: &Path, out: &Path) -> Result<(), Stop> {
        self.npm(&["run", "codegen", "--"]).arg(schema).arg(out).run()
    }

    /// Tools are called through npm scripts only: a bare `npx tsc` may fetch a stranger of that name.
    fn npm(&self, args: &[&str]) -> Task {
        Task::new("npm").args(args).dir(&self.package)
    }
}

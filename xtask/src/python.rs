//! The Python side: one virtual environment below the target folder, and what runs in it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::report::Stop;
use crate::run::Task;
use crate::stamp::Stamp;
use crate::workspace::{Profile, Workspace};

const PROGRAM: &str = if cfg!(windows) { "python" } else { "python3" };
const REQUIREMENTS: &str = "bindings/python/requirements-dev.txt";

/// What is wrong with the Python of this machine, if anything.
pub fn missing() -> Option<String> {
    let found = Task::new(PROGRAM)
        .args(["-c", "import sys; sys.exit(sys.version_info < (3, 11))"])
        .without("PYTHONHOME")
        .answers_yes();
    (!found).then(|| format!("`{PROGRAM}` 3.11 or newer was not found on the path: install Python 3.11"))
}

/// A virtual environment with everything of `requirements-dev.txt`.
#[derive(Clone, Debug)]
pub struct Python {
    root: PathBuf,
    venv: PathBuf,
}

impl Python {
    /// Where the environment is, made or not.
    pub fn new(workspace: &Workspace) -> Self {
        Self { root: workspace.root().to_owned(), venv: workspace.target().join("venv") }
    }

    /// Makes the environment, unless it was made from the same requirements at the same place.
    pub fn prepare(&self) -> Result<(), Stop> {
        if let Some(missing) = missing() {
            return Err(Stop::Failed(missing));
        }
        let wanted = fs::read_to_string(self.root.join(REQUIREMENTS))
            .map_err(|error| Stop::io(REQUIREMENTS, &error))?;
        let made_from = format!("{}\n{wanted}", self.venv.display());
        let stamp = Stamp::new(self.venv.join("made-from.txt"), made_from);
        if stamp.holds() && self.tool("python").arg("--version").answers_yes() {
            return Ok(());
        }
        Task::new(PROGRAM).args(["-m", "venv", "--clear"]).arg(&self.venv).without("PYTHONHOME").run()?;
        self.tool("python")
            .args(["-m", "pip", "install", "-q", "--no-input", "--disable-pip-version-check", "-r"])
            .arg(REQUIREMENTS)
            .minutes(20)
            .run()?;
        stamp.keep()
    }

    /// Compiles the extension and puts the package into the environment.
    pub fn build(&self, profile: Profile) -> Result<(), Stop> {
        self.tool("maturin")
            .args(["develop", "--profile", profile.name(), "--manifest-path", "bindings/python/Cargo.toml"])
            .minutes(30)
            .run()
    }

    /// Builds the package and runs a script of the benches on it.
    pub fn bench(&self, script: &str, args: &[String]) -> Result<(), Stop> {
        self.prepare()?;
        self.build(Profile::Release)?;
        self.tool("python").arg(script).args(args).minutes(6 * 60).run()
    }

    /// The package's own tests and the examples.
    pub fn tests(&self) -> Result<(), Stop> {
        self.module("pytest", &["-q", "bindings/python/tests", "examples/python"]).minutes(20).run()
    }

    /// The committed stubs against the module as it is.
    pub fn stubs(&self) -> Result<(), Stop> {
        let package = self.root.join("bindings/python");
        let mut task = self.module("mypy.stubtest", &["oms_core"]).dir(&package).minutes(15);
        if package.join("stubtest-allowlist.txt").is_file() {
            task = task.args(["--allowlist", "stubtest-allowlist.txt"]);
        }
        task.run()
    }

    /// The samples that a type checker must accept as they stand: `tests/typed_*.py`.
    pub fn types(&self) -> Result<(), Stop> {
        let package = self.root.join("bindings/python");
        let samples = samples(&package.join("tests"))?;
        if samples.is_empty() {
            return Err(Stop::Skipped("there is no bindings/python/tests/typed_*.py".to_owned()));
        }
        self.module("mypy", &["--strict"]).args(samples).dir(&package).minutes(15).run()
    }

    /// The models of a schema, by the generator script beside the package.
    pub fn codegen(&self, schema: &Path, out: &Path) -> Result<(), Stop> {
        self.tool("python").arg("bindings/python/codegen.py").arg(schema).arg(out).run()
    }

    fn module(&self, module: &str, args: &[&str]) -> Task {
        self.tool("python").args(["-m", module]).args(args)
    }

    /// A program of the environment, started as if the environment were active.
    fn tool(&self, name: &str) -> Task {
        let bin = self.venv.join(if cfg!(windows) { "Scripts" } else { "bin" });
        let inherited = env::var_os("PATH").unwrap_or_default();
        let searched = std::iter::once(bin.clone()).chain(env::split_paths(&inherited));
        let path = env::join_paths(searched).unwrap_or(inherited.clone());
        Task::new(bin.join(name))
            .dir(&self.root)
            .env("PATH", path)
            .env("VIRTUAL_ENV", &self.venv)
            .without("CONDA_PREFIX")
            .without("PYTHONHOME")
            .without("PYTHONPATH")
    }
}

/// Every `typed_*.py` of a folder, by its path, in order.
fn samples(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let failed = |error| Stop::io(folder.display(), &error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let text = name.to_string_lossy();
        if text.starts_with("typed_") && text.ends_with(".py") {
            found.push(folder.join(&name));
        }
    }
    found.sort();
    Ok(found)
}

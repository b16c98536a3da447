//! Generated files: JSON Schemas from the Rust types, and models for Python and Node from these.

use std::fs;
use std::path::{Path, PathBuf};

use crate::compare::stale;
use crate::node::Node;
use crate::python::Python;
use crate::report::Stop;
use crate::workspace::Workspace;

const SCHEMA: &str = "bindings/schema/oms.schema.json";
const PYTHON_MODELS: &str = "bindings/python/python/oms_core/models.py";
const NODE_MODELS: &str = "bindings/node/models.d.ts";

/// Folders in which every file is generated.
const OWNED: [&str; 2] = ["oms-core/schema", "bindings/schema"];

/// Writes every generated file into the workspace.
pub fn write(workspace: &Workspace) -> Result<(), Stop> {
    prepare(workspace)?;
    generate(workspace, workspace.root())
}

/// Generates into a fresh folder and names the committed files that differ.
pub fn check(workspace: &Workspace) -> Result<(), Stop> {
    prepare(workspace)?;
    check_prepared(workspace)
}

/// [`check`] where Python's environment and Node's packages are in place.
pub fn check_prepared(workspace: &Workspace) -> Result<(), Stop> {
    let fresh = workspace.target().join("codegen");
    let failed = |error| Stop::io(fresh.display(), &error);
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(failed)?;
    }
    fs::create_dir_all(&fresh).map_err(failed)?;
    generate(workspace, &fresh)?;
    let stale = stale(&fresh, workspace.root(), &OWNED)?;
    if stale.is_empty() {
        return Ok(());
    }
    Err(Stop::Failed(format!("stale: {}; run `cargo xtask codegen` and commit", stale.join(", "))))
}

fn prepare(workspace: &Workspace) -> Result<(), Stop> {
    Python::new(workspace).prepare()?;
    Node::new(workspace).prepare()
}

/// Writes every generated file below `out`, each at its place in the workspace.
fn generate(workspace: &Workspace, out: &Path) -> Result<(), Stop> {
    workspace
        .cargo(["run", "-p", "oms-core", "--example", "schema", "--features", "schema", "--"])
        .arg(out)
        .minutes(20)
        .run()?;
    let schema = out.join(SCHEMA);
    if !schema.is_file() {
        return Err(Stop::Failed(format!("the example `schema` did not write {SCHEMA}")));
    }
    Python::new(workspace).codegen(&schema, &ready(out, PYTHON_MODELS)?)?;
    Node::new(workspace).codegen(&schema, &ready(out, NODE_MODELS)?)
}

/// The path below `out`, with its folder made.
fn ready(out: &Path, relative: &str) -> Result<PathBuf, Stop> {
    let file = out.join(relative);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| Stop::io(folder.display(), &error))?;
    }
    Ok(file)
}

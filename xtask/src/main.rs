//! `cargo xtask`: the only task runner of this workspace. Standard library only, so that it is
//! built in a second on a machine that has nothing but Rust.

mod bench;
mod codegen;
mod compare;
mod node;
mod python;
mod report;
mod run;
mod stamp;
mod suite;
mod workspace;

use std::process::ExitCode;

use crate::report::Stop;
use crate::run::Task;
use crate::workspace::Workspace;

const HELP: &str = "\
cargo xtask demo [ARGS...]          run the demo (release build); ARGS go to it, try: demo --help
cargo xtask test [--allow-missing]  run everything: Rust, Python, Node, generated files, both demos
cargo xtask bench NAME [ARGS...]    run one bench; with --json FILE it also writes its figures
cargo xtask codegen [--check]       write the schemas and models; with --check only name stale ones
cargo xtask docs                    build the documentation of the core with all features
cargo xtask help                    print this

A missing python3 or node fails `test`; with --allow-missing what needs them is skipped instead.";

/// How an invocation ended: fine, as told in a report already printed, or not understood.
enum Ended {
    Well,
    Reported,
    Misused(String),
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::Reported) => ExitCode::FAILURE,
        Ok(Ended::Misused(why)) => {
            eprintln!("xtask: {why}\n\n{HELP}");
            ExitCode::from(2)
        }
        Err(Stop::Failed(why) | Stop::Skipped(why)) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<Ended, Stop> {
    let Some((command, rest)) = args.split_first() else {
        return Ok(Ended::Misused("name a command".to_owned()));
    };
    let workspace = Workspace::find()?;
    match (command.as_str(), rest) {
        ("help" | "--help" | "-h", _) => println!("{HELP}"),
        ("demo", args) => demo(&workspace, args)?,
        ("bench", [name, args @ ..]) => bench::run(&workspace, name, args)?,
        ("bench", []) => return Ok(Ended::Misused("name a bench: cargo xtask bench NAME".to_owned())),
        ("docs", []) => docs(&workspace)?,
        ("codegen", []) => codegen::write(&workspace)?,
        ("codegen", [flag]) if flag == "--check" => codegen::check(&workspace)?,
        ("test", []) => return Ok(tested(suite::run(&workspace, false))),
        ("test", [flag]) if flag == "--allow-missing" => return Ok(tested(suite::run(&workspace, true))),
        ("docs" | "codegen" | "test", [.., last]) => {
            return Ok(Ended::Misused(format!("`{command}` does not take `{last}`")));
        }
        _ => return Ok(Ended::Misused(format!("there is no command `{command}`"))),
    }
    Ok(Ended::Well)
}

fn tested(all_passed: bool) -> Ended {
    if all_passed { Ended::Well } else { Ended::Reported }
}

/// Runs in the caller's folder, so that `--data` and `--out` mean what they say there.
fn demo(workspace: &Workspace, args: &[String]) -> Result<(), Stop> {
    let manifest = workspace.path("Cargo.toml");
    Task::new("cargo")
        .args(["run", "--release", "--manifest-path"])
        .arg(manifest)
        .args(["--example", "demo", "--"])
        .args(args)
        .minutes(6 * 60)
        .run()
}

fn docs(workspace: &Workspace) -> Result<(), Stop> {
    workspace.cargo(["doc", "-p", "oms-core", "--no-deps", "--all-features"]).minutes(30).run()?;
    println!("{}", workspace.target().join("doc/oms_core/index.html").display());
    Ok(())
}

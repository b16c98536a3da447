//! `cargo xtask test`: everything, in one order, to the end.

use crate::codegen;
use crate::node::{self, Node};
use crate::python::{self, Python};
use crate::report::{Report, Stop};
use crate::workspace::{Profile, Workspace};

/// Real orders beside the workspace, where somebody put them.
const HISTORIC: &str = "../shared/data/olist";

/// Runs every step and prints the report; true when nothing failed. With `allow_missing`, what needs a
/// Python or Node that is not there is skipped instead of failed.
pub fn run(workspace: &Workspace, allow_missing: bool) -> bool {
    let mut report = Report::default();
    rust(&mut report, workspace);
    let python = Python::new(workspace);
    let node = Node::new(workspace);
    report.step("python: environment", &[], || {
        skip_if(allow_missing, python::missing)?;
        python.prepare()
    });
    report.step("node: packages", &[], || {
        skip_if(allow_missing, node::missing)?;
        node.prepare()
    });
    report.step("generated files", &["python: environment", "node: packages"], || {
        codegen::check_prepared(workspace)
    });
    report.step("python: build", &["python: environment"], || python.build(Profile::Quick));
    report.step("python: tests", &["python: build"], || python.tests());
    report.step("python: stubs", &["python: build"], || python.stubs());
    report.step("python: types", &["python: build"], || python.types());
    report.step("node: build", &["node: packages"], || node.build(Profile::Quick));
    report.step("node: tests", &["node: build"], || node.tests());
    report.step("node: types", &["node: build"], || node.types());
    demos(&mut report, workspace);
    println!("\n{report}");
    report.all_passed()
}

fn rust(report: &mut Report, workspace: &Workspace) {
    // One seed, so that a red run means a change and not a rare case; a plain `cargo test` tries new cases every time.
    let cargo = |args: &[&str], minutes| {
        workspace.cargo([]).args(args).minutes(minutes).env("PROPTEST_RNG_SEED", "20261111")
    };
    report.step("rust: format", &[], || cargo(&["fmt", "--all", "--check"], 5).run());
    report.step("rust: lints", &[], || {
        // The addon is left out: built as a test, as all targets are, its exports look like dead code.
        let args = ["clippy", "--workspace", "--exclude", "oms-core-node", "--all-targets", "--all-features"];
        let task = cargo(&args, 30).args(["--", "-D", "warnings"]);
        // PyO3 asks a Python for its version unless told that there is none.
        if python::missing().is_some() { task.env("PYO3_NO_PYTHON", "1").run() } else { task.run() }
    });
    report.step("rust: lints of the addon", &[], || {
        cargo(&["clippy", "-p", "oms-core-node", "--all-features", "--", "-D", "warnings"], 20).run()
    });
    report.step("rust: docs", &[], || {
        cargo(&["doc", "-p", "oms-core", "--no-deps", "--all-features"], 20)
            .env("RUSTDOCFLAGS", "-D warnings")
            .run()
    });
    report.step("rust: tests", &[], || cargo(&["test", "--no-fail-fast"], 40).run());
    report.step("rust: tests in examples", &[], || {
        cargo(&["test", "-p", "oms-workspace", "--examples"], 20).run()
    });
    report.step("rust: benches run once", &[], || {
        cargo(&["test", "-p", "oms-workspace", "--benches", "--", "--test"], 20).run()
    });
    // The tests above see every feature but `schema`, which the lints and the generated files go through; this is what
    // `cargo add oms-core` gives.
    report.step("rust: core with default features", &[], || cargo(&["check", "-p", "oms-core"], 20).run());
}

fn demos(report: &mut Report, workspace: &Workspace) {
    let profile = Profile::Quick.name();
    let build = ["build", "--profile", profile, "--example", "demo"];
    let run = ["run", "--profile", profile, "--example", "demo", "--"];
    let out = workspace.target().join("demo");
    report.step("demo: build", &[], || workspace.cargo(build).minutes(30).run());
    report.step("demo: simulated world", &["demo: build"], || {
        workspace
            .cargo(run)
            .args(["--orders", "5000", "--seed", "1", "--out"])
            .arg(out.join("simulated"))
            .minutes(20)
            .run()
    });
    report.step("demo: historic orders", &["demo: build"], || {
        if !workspace.path(HISTORIC).is_dir() {
            return Err(Stop::Skipped(format!("there is no {HISTORIC}")));
        }
        workspace.cargo(run).args(["--data", HISTORIC, "--out"]).arg(out.join("olist")).minutes(20).run()
    });
}

fn skip_if(allowed: bool, missing: fn() -> Option<String>) -> Result<(), Stop> {
    match missing() {
        Some(why) if allowed => Err(Stop::Skipped(why)),
        _ => Ok(()),
    }
}

//! The core stands on few crates, and a new one is a decision: the list is committed.

use std::collections::BTreeSet;
use std::process::Command;

use crate::source::root;

const LIST: &str = "tests/support/core-tree.txt";

/// Named, so that the list is the same on every machine that runs this.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// The crate names in what `cargo tree --prefix none` prints.
fn names(printed: &str) -> BTreeSet<&str> {
    printed.lines().filter_map(|line| line.split_whitespace().next()).collect()
}

fn offences(listed: &str, printed: &str) -> Vec<String> {
    let (listed, found) = (names(listed), names(printed));
    let new = found.difference(&listed).map(|name| format!("`{name}` is new"));
    let gone = listed.difference(&found).map(|name| format!("`{name}` is gone"));
    new.chain(gone).collect()
}

#[test]
fn the_core_depends_on_the_listed_crates_only() {
    let listed = std::fs::read_to_string(root().join(LIST)).unwrap();
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["tree", "--locked", "-p", "oms-core", "-e", "normal", "--prefix", "none", "--target", TARGET])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    crate::refuse("if it is meant, edit tests/support/core-tree.txt:", &offences(&listed, &printed));
}

#[test]
fn a_crate_more_or_less_is_caught() {
    let printed =
        "oms-core v0.1.0 (path)\nserde v1.0.229\nserde_derive v1.0.229 (proc-macro)\nserde v1.0.229 (*)\n";
    assert_eq!(offences("oms-core\nserde\nserde_derive\n", printed), [""; 0]);
    assert_eq!(offences("oms-core\nserde\n", printed), ["`serde_derive` is new"]);
    assert_eq!(offences("oms-core\nserde\nserde_derive\nsyn\n", printed), ["`syn` is gone"]);
}

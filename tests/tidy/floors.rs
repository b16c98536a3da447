//! A module of the core imports from floors below its own only; siblings never import each other.

use crate::lex::{paths, tokens, without_tests};
use crate::source::{Source, core};

/// The house, bottom floor first (ARCHITECTURE.md). `error` is the umbrella of everything below the engine.
pub const FLOORS: [&[&str]; 10] = [
    &["value"],
    &["catalog", "network", "policy", "expr"],
    &[
        "capacity",
        "order",
        "stock",
        "shipment",
        "supply",
        "lot",
        "transfer",
        "count",
        "cost",
        "purchase",
        "after_sale",
        "payment",
        "customer",
    ],
    &[
        "allocation",
        "carrier",
        "promise",
        "replenish",
        "publish",
        "backorder",
        "rebalance",
        "packing",
        "ledger",
        "tracking",
        "document",
        "rule",
        "form",
        "flow",
    ],
    &["capture", "review", "report"],
    &["store"],
    &["error"],
    &["error_code"],
    &["engine"],
    &["wire"],
];

/// How high a module stands, 0 at the bottom.
pub fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

/// Every import that goes up or sideways, and every module that has no floor.
pub fn offences(files: &[Source]) -> Vec<String> {
    files.iter().filter(|file| !file.is_test()).flat_map(of_file).collect()
}

fn of_file(file: &Source) -> Vec<String> {
    let module = module_path(&file.path);
    // The root declares and re-exports the modules; it stands on no floor.
    let Some(&home) = module.first() else { return Vec::new() };
    let Some(own) = floor(home) else {
        return vec![format!("{}: module `{home}` has no floor: give it one in tests/tidy", file.path)];
    };
    let code = tokens(&file.text);
    let mut found = Vec::new();
    for path in paths(&without_tests(&code)) {
        let Some(target) = target(&path.segments, module.len() + path.depth) else { continue };
        if target == home {
            continue;
        }
        let offence = match floor(target) {
            None => format!("`{target}` has no floor"),
            Some(other) if other == own => format!("`{home}` imports its sibling `{target}`"),
            Some(other) if other > own => format!("`{home}` imports `{target}` from a floor above"),
            Some(_) => continue,
        };
        found.push(format!("{}:{}: {offence}", file.path, path.line));
    }
    found
}

/// The module that a path enters, when it starts at the root or climbs there with `super`. A type at the
/// root is the umbrella error or its kin.
fn target<'a>(segments: &[&'a str], depth: usize) -> Option<&'a str> {
    let climbed = segments.iter().take_while(|segment| **segment == "super").count();
    let entered = match segments.first() {
        Some(&"crate") => 1,
        Some(&"super") if climbed >= depth => climbed,
        _ => return None,
    };
    let name = *segments.get(entered)?;
    Some(if name.starts_with(char::is_uppercase) { "error" } else { name })
}

/// `oms-core/src/a/b.rs` is `a::b`; `oms-core/src/a/mod.rs` is `a`; `lib.rs` is the root.
fn module_path(path: &str) -> Vec<&str> {
    let inside = path.strip_prefix("oms-core/src/").unwrap_or(path);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    inside.split('/').filter(|part| !matches!(*part, "mod" | "lib")).collect()
}

#[test]
fn modules_import_from_lower_floors_only() {
    crate::refuse("an import must go down, never up or sideways:", &offences(&core()));
}

#[test]
fn imports_that_go_up_or_sideways_are_caught_in_every_spelling() {
    for (path, text) in [
        ("order/mod.rs", "use crate::engine::Oms;"),
        ("order/mod.rs", "use crate::{value::Money, allocation::plan};"),
        ("order/mod.rs", "fn f() { crate::stock::cell(); }"),
        ("order/mod.rs", "use super::stock::Cell;"),
        ("order/state.rs", "use super::super::stock::Cell;"),
        ("order/state.rs", "mod inner { use super::super::super::stock::Cell; }"),
        ("order/mod.rs", "use crate::Error;"),
        ("order/mod.rs", "use crate::error::Error;"),
        ("order/mod.rs", "use crate::nowhere::Thing;"),
        ("carrier/mod.rs", "use crate::allocation::plan;"),
        ("nowhere/mod.rs", ""),
        ("error.rs", "use crate::engine::Oms;"),
    ] {
        let found = offences(&[Source::seed(&format!("oms-core/src/{path}"), text)]);
        assert_eq!(found.len(), 1, "{path}: {text}: {found:?}");
    }
}

#[test]
fn imports_that_go_down_or_stay_inside_are_fine() {
    for (path, text) in [
        ("order/mod.rs", "use crate::value::Money; use crate::order::line::Line; use self::line::Line;"),
        ("order/state.rs", "use super::line::Line; mod inner { use super::super::line::Line; }"),
        ("order/mod.rs", "// use crate::engine::Oms;\n const A: &str = \"crate::engine::Oms\";"),
        ("order/mod.rs", "#[cfg(test)] mod tests { use crate::engine::Oms; }"),
        ("order/tests.rs", "use crate::engine::Oms;"),
        ("engine/mod.rs", "use crate::Error; use crate::error::Kind;"),
        ("wire/mod.rs", "use crate::engine::Oms;"),
        ("error.rs", "use crate::store::StoreError;"),
        ("lib.rs", "pub use crate::engine::Oms;"),
    ] {
        let found = offences(&[Source::seed(&format!("oms-core/src/{path}"), text)]);
        assert!(found.is_empty(), "{path}: {text}: {found:?}");
    }
}

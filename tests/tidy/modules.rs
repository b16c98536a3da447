//! `lib.rs` shows the house, and nothing lies beside it.

use std::collections::BTreeSet;

use crate::floors::floor;
use crate::lex::tokens;
use crate::source::{Source, core};

const ROOT: &str = "oms-core/src/lib.rs";

/// Public modules of `lib.rs` without a line on what they are, or out of floor order.
fn badly_shown(lib: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let (mut documented, mut highest) = (false, 0);
    for line in lib.text.lines().map(str::trim) {
        if let Some(module) = line.strip_prefix("pub mod ") {
            let module = module.trim_end_matches(';');
            if !documented {
                found.push(format!("`{module}` has no `///` line"));
            }
            match floor(module) {
                Some(own) if own < highest => found.push(format!("`{module}` stands above a higher floor")),
                Some(own) => highest = own,
                None => found.push(format!("`{module}` has no floor")),
            }
        }
        // Attributes may stand between the doc line and the module.
        documented = line.starts_with("///") || (documented && line.starts_with("#["));
    }
    found
}

/// Files of the core that no `mod` line leads to.
fn dead(files: &[Source]) -> Vec<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![ROOT.to_owned()];
    while let Some(path) = open.pop() {
        let Some(file) = files.iter().find(|file| file.path == path) else { continue };
        if reached.insert(path.clone()) {
            for module in declared(&file.text) {
                let folder = folder(&path);
                open.push(format!("{folder}/{module}.rs"));
                open.push(format!("{folder}/{module}/mod.rs"));
            }
        }
    }
    files.iter().map(|file| &file.path).filter(|path| !reached.contains(*path)).cloned().collect()
}

/// Where the modules that a file declares are looked for.
fn folder(path: &str) -> &str {
    let plain = path.strip_suffix(".rs").unwrap_or(path);
    plain.strip_suffix("/mod").or(plain.strip_suffix("/lib")).unwrap_or(plain)
}

fn declared(text: &str) -> Vec<&str> {
    let code = tokens(text);
    let triples = code.windows(3).filter(|three| three[0].text == "mod" && three[2].text == ";");
    triples.map(|three| three[1].text).collect()
}

#[test]
fn lib_rs_shows_every_public_module_with_a_line_in_floor_order() {
    let files = core();
    let lib = files.iter().find(|file| file.path == ROOT).unwrap();
    assert!(lib.text.contains("pub mod value;"));
    crate::refuse("in oms-core/src/lib.rs:", &badly_shown(lib));
}

#[test]
fn a_module_without_a_line_or_out_of_order_is_caught() {
    let shown = |text: &str| badly_shown(&Source::seed(ROOT, text));
    assert_eq!(shown("/// Values.\npub mod value;\n\npub mod order;"), ["`order` has no `///` line"]);
    assert_eq!(
        shown("/// Orders.\npub mod order;\n/// Values.\npub mod value;"),
        ["`value` stands above a higher floor"]
    );
    assert_eq!(shown("/// What?\npub mod helpers;"), ["`helpers` has no floor"]);
    assert_eq!(shown("/// Values.\n#[cfg(all())]\npub mod value;\n/// Orders.\npub mod order;"), [""; 0]);
}

#[test]
fn every_file_of_the_core_is_reached_by_a_mod_line() {
    crate::refuse("dead files:", &dead(&core()));
}

#[test]
fn a_file_without_a_mod_line_is_caught() {
    let seed = |path: &str, text: &str| Source::seed(&format!("oms-core/src/{path}"), text);
    let files = [
        seed("lib.rs", "pub mod a; // mod commented;"),
        seed("a/mod.rs", "mod b; #[cfg(test)] mod tests;"),
        seed("a/b.rs", "mod c;"),
        seed("a/b/c.rs", ""),
        seed("a/tests.rs", ""),
        seed("a/left.rs", ""),
        seed("commented.rs", ""),
    ];
    assert_eq!(dead(&files), ["oms-core/src/a/left.rs", "oms-core/src/commented.rs"]);
}

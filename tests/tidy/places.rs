//! Nothing in the project names a machine it was written on, or a package registry: it is built wherever
//! it is cloned, through whatever mirror is configured there.

use crate::source::{Source, all};

/// Put together here, so that this file does not name them.
fn registries() -> Vec<String> {
    [
        ("crates", "io"),
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
    ]
    .map(|(name, domain)| format!("{name}.{domain}"))
    .to_vec()
}

fn machine_paths() -> [String; 3] {
    ["work", "root", "home"].map(|folder| format!("/{folder}/"))
}

fn offences(files: &[Source]) -> Vec<String> {
    let (registries, paths) = (registries(), machine_paths());
    let mut found = Vec::new();
    for file in files {
        for (at, line) in file.text.lines().enumerate() {
            // How Cargo writes down its default registry; the name is part of an index's address.
            if file.path.ends_with("Cargo.lock") && line.starts_with("source = \"registry+") {
                continue;
            }
            let hosts = registries.iter().filter(|host| line.contains(*host));
            let paths = paths.iter().filter(|path| names_from_root(line, path));
            found.extend(hosts.chain(paths).map(|named| format!("{}:{}: {named}", file.path, at + 1)));
        }
    }
    found
}

/// Whether the path occurs at its root, not as the later part of another path or address.
fn names_from_root(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-~}*/".contains(c))
    })
}

#[test]
fn nothing_names_a_registry_or_a_path_of_one_machine() {
    crate::refuse("name no registry host and no path of a machine:", &offences(&all()));
}

#[test]
fn registries_and_machine_paths_are_caught() {
    for registry in registries() {
        let found = offences(&[Source::seed("README.md", &format!("see https://{registry}/x"))]);
        assert_eq!(found, [format!("README.md:1: {registry}")]);
    }
    for path in machine_paths() {
        for line in [format!("open {path}x"), format!("{path}x"), format!("\"file:{path}x\"")] {
            assert_eq!(offences(&[Source::seed("a.py", &line)]).len(), 1, "{line}");
        }
    }
}

#[test]
fn addresses_lock_entries_and_relative_paths_pass() {
    let lock = format!("source = \"registry+https://github.com/rust-lang/{}-index\"", registries()[0]);
    assert_eq!(offences(&[Source::seed("Cargo.lock", &lock)]), [""; 0]);
    assert_eq!(offences(&[Source::seed("README.md", &lock)]).len(), 1);
    for path in machine_paths() {
        let line = format!("../..{path}x https://shop.example{path}x");
        assert_eq!(offences(&[Source::seed("a.md", &line)]), [""; 0], "{line}");
    }
}

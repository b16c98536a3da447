//! The files the rules look at: everything in the workspace that `.gitignore` does not name.

use std::fs;
use std::path::{Path, PathBuf};

/// A file: its path from the root with slashes, and what it says.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// A made-up file, for a seeded offence.
    pub fn seed(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether it holds tests only: `tests.rs` or anything in a folder `tests`.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.starts_with("tests/") || self.path.contains("/tests/")
    }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file, binary ones read as far as they are text.
pub fn all() -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root(), "", &[".git".to_owned()], &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Every Rust file.
pub fn rust() -> Vec<Source> {
    all().into_iter().filter(|file| file.path.ends_with(".rs")).collect()
}

/// Every Rust file of the core library.
pub fn core() -> Vec<Source> {
    rust().into_iter().filter(|file| file.path.starts_with("oms-core/src/")).collect()
}

fn walk(root: &Path, folder: &str, inherited: &[String], found: &mut Vec<Source>) {
    let place = root.join(folder);
    // Build and tool caches mark themselves so.
    if place.join("CACHEDIR.TAG").exists() {
        return;
    }
    let mut ignored = inherited.to_vec();
    if let Ok(text) = fs::read_to_string(place.join(".gitignore")) {
        ignored.extend(patterns(folder, &text));
    }
    for entry in fs::read_dir(&place).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}{}", entry.file_name().to_str().unwrap());
        let kind = entry.file_type().unwrap();
        if ignored.iter().any(|pattern| matches(pattern, &path)) {
            continue;
        }
        if kind.is_dir() {
            walk(root, &format!("{path}/"), &ignored, found);
        } else if kind.is_file() {
            let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
            found.push(Source { path, text });
        }
    }
}

/// The three forms of pattern used here: `name`, `*.ext`, and `/path` from the folder of the file.
fn patterns(folder: &str, text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim().trim_end_matches('/'));
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.strip_prefix('/').map_or(line.to_owned(), |rest| format!("/{folder}{rest}")))
        .collect()
}

fn matches(pattern: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match (pattern.strip_prefix('/'), pattern.strip_prefix('*')) {
        (Some(anchored), _) => path == anchored,
        (_, Some(ending)) => name.ends_with(ending),
        _ => name == pattern,
    }
}

#[test]
fn the_walk_finds_the_core_and_skips_what_git_ignores() {
    let paths: Vec<String> = all().into_iter().map(|file| file.path).collect();
    for expected in ["Cargo.toml", "oms-core/src/lib.rs", "oms-core/src/value/mod.rs", "xtask/src/main.rs"] {
        assert!(paths.iter().any(|path| path == expected), "{expected}");
    }
    let built = |path: &&String| path.starts_with("target/") || path.contains("node_modules/");
    assert_eq!(paths.iter().find(built), None);
}

#[test]
fn ignore_patterns_match_names_endings_and_anchored_paths() {
    let patterns = patterns("bindings/node/", "# built\n\n*.node\ndist/\n/index.js\n");
    let ignored = |path: &str| patterns.iter().any(|pattern| matches(pattern, path));
    assert!(ignored("bindings/node/oms.node") && ignored("a/dist") && ignored("bindings/node/index.js"));
    assert!(!ignored("bindings/node/index.d.ts") && !ignored("bindings/node/test/index.js"));
}

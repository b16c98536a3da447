//! The core is pure: no files, sockets, clocks, randomness, floats, prints or panics.

use crate::lex::{Token, paths, tokens, without_tests};
use crate::source::{Source, core};

/// Paths of which no part may occur, wherever they start.
const PATHS: [&[&str]; 10] = [
    &["std", "fs"],
    &["std", "net"],
    &["std", "process"],
    &["std", "env"],
    &["std", "time", "Instant"],
    &["std", "time", "SystemTime"],
    &["SystemTime", "now"],
    &["Instant", "now"],
    &["Utc", "now"],
    &["Local", "now"],
];
const NAMES: [&str; 4] = ["SystemTime", "rand", "thread_rng", "unsafe"];
const MACROS: [&str; 7] = ["println", "print", "eprintln", "eprint", "dbg", "todo", "unimplemented"];
const METHODS: [&str; 2] = ["unwrap", "expect"];
const FLOATS: [&str; 2] = ["f32", "f64"];

/// The one place where floats are the right numbers: angles on a sphere.
const FLOATS_ALLOWED: &str = "oms-core/src/network/distance.rs";

/// Every banned word, outside tests, comments and strings.
pub fn offences(files: &[Source]) -> Vec<String> {
    files.iter().filter(|file| !file.is_test()).flat_map(of_file).collect()
}

fn of_file(file: &Source) -> Vec<String> {
    let code = without_tests(&tokens(&file.text));
    let mut found: Vec<(usize, String)> = Vec::new();
    for path in paths(&code) {
        for banned in PATHS {
            if path.segments.windows(banned.len()).any(|part| part == banned) {
                found.push((path.line, banned.join("::")));
            }
        }
    }
    for (at, token) in code.iter().enumerate() {
        if banned(&code, at, file.path == FLOATS_ALLOWED) {
            found.push((token.line, token.text.to_owned()));
        }
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(line, word)| format!("{}:{line}: {word}", file.path)).collect()
}

fn banned(code: &[Token<'_>], at: usize, floats_allowed: bool) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| code.get(at)).map_or("", |token| token.text);
    let word = code[at].text;
    let next = text(Some(at + 1));
    let is_number = word.starts_with(|c: char| c.is_ascii_digit());
    NAMES.contains(&word)
        || (MACROS.contains(&word) && next == "!")
        || (METHODS.contains(&word) && next == "(" && text(at.checked_sub(1)) == ".")
        || (METHODS.contains(&word) && text(at.checked_sub(1)) == "::")
        || (!floats_allowed
            && FLOATS.iter().any(|float| word == *float || (is_number && word.ends_with(float))))
}

#[test]
fn the_core_has_no_clock_chance_io_float_print_or_panic() {
    crate::refuse("the core is pure and does not panic:", &offences(&core()));
}

#[test]
fn every_banned_word_is_caught() {
    for text in [
        "use std::fs;",
        "use std::{fmt, net::TcpStream};",
        "fn f() { std::process::exit(1) }",
        "use std::env::var;",
        "use std::time::Instant;",
        "fn f() { let t = Instant::now(); }",
        "fn f() { let t = chrono::Utc::now(); }",
        "fn f() { let t = Local::now(); }",
        "struct S(SystemTime);",
        "fn f() { rand::random::<u8>(); }",
        "fn f() { thread_rng(); }",
        "fn f() { unsafe {} }",
        "struct S(f64);",
        "fn f() { let x = 1.0f32; }",
        "fn f() { println!(); }",
        "fn f() { eprintln!(); }",
        "fn f() { dbg!(1); }",
        "fn f() { todo!() }",
        "fn f() { unimplemented!() }",
        "fn f() { x.unwrap(); }",
        "fn f() { x\n.expect(\"why\"); }",
        "fn f() { x.map(Option::unwrap); }",
    ] {
        assert!(!offences(&[Source::seed("oms-core/src/order/mod.rs", text)]).is_empty(), "{text}");
    }
}

#[test]
fn lawful_neighbours_of_banned_words_pass() {
    for (path, text) in [
        (
            "order/mod.rs",
            "#![forbid(unsafe_code)] #[expect(clippy::too_many_lines, reason = \"r\")] fn f() {}",
        ),
        ("order/mod.rs", "fn f() { x.unwrap_or(1); operand(); value::Instant::parse(a); } // x.unwrap()"),
        ("order/mod.rs", "/// ```\n/// x.unwrap();\n/// ```\nconst A: &str = \"f64 std::fs\";"),
        ("order/mod.rs", "#[cfg(test)]\nmod tests { fn f() { x.unwrap(); } }"),
        ("order/tests.rs", "fn f() { x.unwrap(); }"),
        ("network/distance.rs", "fn f(x: f64) {}"),
    ] {
        let found = offences(&[Source::seed(&format!("oms-core/src/{path}"), text)]);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn floats_are_allowed_in_one_file_only_and_nothing_else_is_there() {
    assert_eq!(offences(&[Source::seed(FLOATS_ALLOWED, "fn f(x: f64) { x.unwrap(); }")]).len(), 1);
}

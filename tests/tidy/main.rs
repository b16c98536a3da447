//! Rules of the house that no compiler and no lint holds, one per test. Each rule is a function from
//! texts to offences; a second test of it gives it a seeded offence, so that no rule can pass idly.

mod floors;
mod layout;
mod lex;
mod modules;
mod places;
mod source;
mod tree;
mod words;

/// Fails with every offence, one per line.
fn refuse(rule: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{rule}\n  {}\n", offences.join("\n  "));
}

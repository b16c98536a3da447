//! HiGHS on the same orders, by its Python package.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::{Failure, file};

/// What HiGHS found for an order.
pub struct Found {
    pub cost: f64,
    pub seconds: f64,
    pub optimal: bool,
}

/// Lets HiGHS solve every order of an instance.
pub fn solve(python: &str, name: &str, seconds: u64) -> Result<Vec<Found>, Failure> {
    let json = match file::read(name) {
        Ok(json) => json,
        Err(_) => generated(name)?,
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/exact/highs.py");
    let mut child = Command::new(python)
        .args([script, &seconds.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{python}: {error}"))?;
    child.stdin.take().ok_or("no way to write to Python")?.write_all(&json)?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("{python} {script} failed").into());
    }
    let text = String::from_utf8(output.stdout)?;
    // HiGHS greets on the same output.
    text.lines().filter_map(|text| text.strip_prefix("found ")).map(line).collect()
}

fn generated(name: &str) -> Result<Vec<u8>, Failure> {
    let (family, seed) = name.split_once(':').unwrap_or((name, "1"));
    Ok(oms_core::allocation::instance::generate(family.parse()?, seed.parse()?).to_json())
}

fn line(text: &str) -> Result<Found, Failure> {
    let mut words = text.split_whitespace();
    let mut next = || words.next().ok_or("a line of HiGHS is short");
    Ok(Found { cost: next()?.parse()?, seconds: next()?.parse()?, optimal: next()? == "1" })
}

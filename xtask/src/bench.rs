//! Benches: criterion measures, this tells the figures in the form that all benches share.
//!
//! `{"bench": NAME, "rows": [{"name", "value", "unit", "against", "ratio"}]}`: `value` is the median time of one pass
//! in nanoseconds. A case `X` that has a case `X_bare` beside it, the least that a program could do, is told against
//! that.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::node::Node;
use crate::python::Python;
use crate::report::Stop;
use crate::workspace::Workspace;

const BARE: &str = "_bare";

/// Benches that take their own options, `--json FILE` among them, and print their own table.
const OWN: [&str; 6] = ["alloc", "carrier", "documents", "exact", "packing", "reserve"];

/// Runs a bench; prints a table, and writes it as JSON where `--json FILE` says so.
pub fn run(workspace: &Workspace, name: &str, args: &[String]) -> Result<(), Stop> {
    match name {
        "reserve-python" => return Python::new(workspace).bench("benches/reserve/reserve.py", args),
        "reserve-node" => return Node::new(workspace).bench("../../benches/reserve/reserve.mjs", args),
        _ => {}
    }
    if OWN.contains(&name) {
        let bench = workspace.cargo(["bench", "-p", "oms-workspace", "--bench", name, "--"]);
        return bench.args(args).minutes(6 * 60).run();
    }
    let (json, args) = split_json(args)?;
    let start = SystemTime::now();
    workspace
        .cargo(["bench", "-p", "oms-workspace", "--bench", name, "--"])
        .args(args)
        .minutes(6 * 60)
        .run()?;
    let mut medians = BTreeMap::new();
    collect(&workspace.target().join("criterion"), "", start, &mut medians);
    for (case, median) in &medians {
        let bare = medians.get(&format!("{case}{BARE}"));
        let against = bare.map(|bare| format!("  {:.2} times the bare loop", median / bare));
        println!("{median:>16.1} ns  {case}{}", against.unwrap_or_default());
    }
    match json {
        Some(path) => {
            fs::write(path, rows(name, &medians)).map_err(|error| Stop::Failed(format!("{path}: {error}")))
        }
        None => Ok(()),
    }
}

fn split_json(args: &[String]) -> Result<(Option<&str>, Vec<&String>), Stop> {
    let Some(at) = args.iter().position(|arg| arg == "--json") else {
        return Ok((None, args.iter().collect()));
    };
    let path = args.get(at + 1).ok_or_else(|| Stop::Failed("`--json` wants a file".to_owned()))?;
    let rest = args.iter().enumerate().filter(|(place, _)| *place != at && *place != at + 1);
    Ok((Some(path), rest.map(|(_, arg)| arg).collect()))
}

/// The medians that criterion has written since `start`, by group and case.
fn collect(folder: &Path, name: &str, start: SystemTime, medians: &mut BTreeMap<String, f64>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, own) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let fresh =
            |path: &Path| path.metadata().and_then(|data| data.modified()).is_ok_and(|when| when >= start);
        if own == "new" {
            let file = path.join("estimates.json");
            let median =
                fs::read_to_string(&file).ok().filter(|_| fresh(&file)).and_then(|text| median(&text));
            medians.extend(median.map(|median| (name.to_owned(), median)));
        } else if path.is_dir() && own != "report" {
            collect(&path, &if name.is_empty() { own } else { format!("{name}/{own}") }, start, medians);
        }
    }
}

/// The point estimate of the median in criterion's `estimates.json`.
fn median(text: &str) -> Option<f64> {
    let (_, after) = text.split_once("\"median\"")?;
    let (_, after) = after.split_once("\"point_estimate\":")?;
    after.split([',', '}']).next()?.trim().parse().ok()
}

fn rows(bench: &str, medians: &BTreeMap<String, f64>) -> String {
    let row = |(case, median): (&String, &f64)| {
        let bare = medians.get(&format!("{case}{BARE}"));
        let against =
            bare.map(|bare| format!(", \"against\": \"bare loop\", \"ratio\": {:.4}", median / bare));
        format!(
            "{{\"name\": \"{case}\", \"value\": {median:.1}, \"unit\": \"ns\"{}}}",
            against.unwrap_or_default()
        )
    };
    let rows: Vec<String> = medians.iter().map(row).collect();
    format!("{{\"bench\": \"{bench}\", \"rows\": [{}]}}\n", rows.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_found_among_the_estimates() {
        let text = r#"{"mean":{"point_estimate":1.0},
                       "median":{"confidence_interval":{"lower_bound":2.0},"point_estimate":3.5,"error":0.1}}"#;
        assert_eq!(median(text), Some(3.5));
        assert_eq!(median("{}"), None);
    }

    #[test]
    fn a_case_is_told_against_its_bare_loop() {
        let medians = BTreeMap::from([("g/a".to_owned(), 30.0), ("g/a_bare".to_owned(), 10.0)]);
        let expected = concat!(
            r#"{"bench": "g", "rows": [{"name": "g/a", "value": 30.0, "unit": "ns", "against": "bare loop", "#,
            r#""ratio": 3.0000}, {"name": "g/a_bare", "value": 10.0, "unit": "ns"}]}"#,
            "\n"
        );
        assert_eq!(rows("g", &medians), expected);
    }

    #[test]
    fn the_file_for_figures_is_ours_and_the_rest_is_criterions() {
        let args = ["--json", "out.json", "plan"].map(str::to_owned);
        let (json, rest) = split_json(&args).map_err(|_| "refused").unwrap();
        assert_eq!((json, rest.len()), (Some("out.json"), 1));
    }
}

//! The demo: the whole life of orders, simulated or real, from a channel's message to a report.
//!
//! `cargo xtask demo` runs it. With `--data DIR` it plays real orders in the Olist layout, without it a seeded world.
//! It writes `summary.json`, `report.html`, `overview.svg`, the paper of the first wave and the journal, and proves
//! the journal by replaying it.

mod args;
mod chart;
mod check;
mod compare;
mod figures;
mod journal;
mod olist;
mod page;
mod paper;
mod play;
mod report;
mod run;
mod show;
mod summary;
mod tables;
mod timing;
mod truth;
mod world;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use args::{Args, HELP};
use play::Play;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            // Nothing is left to do when even this cannot be said.
            let _ = writeln!(std::io::stderr(), "demo: {trouble}");
            ExitCode::from(2)
        }
    }
}

/// Whether everything that the demo proves holds.
fn run() -> Result<bool, String> {
    let args = Args::parse(std::env::args().skip(1))?;
    if args.help {
        say(HELP);
        return Ok(true);
    }
    std::fs::create_dir_all(&args.out).map_err(|error| format!("{}: {error}", args.out.display()))?;
    let play = match &args.data {
        Some(dir) => play::replay_history(&args, dir)?,
        None => play::simulate(&args)?,
    };
    let summary = summary::summary(&play)?;
    let text = serde_json::to_string_pretty(&summary).map_err(|error| error.to_string())?;
    write(&args.out, "summary.json", &(text + "\n"))?;
    write(&args.out, "report.html", &report::page(&play))?;
    write(&args.out, "overview.svg", &report::overview(&play).standalone())?;
    match paper::first_wave(&play) {
        Ok(Some(paper)) => {
            write_bytes(&args.out, "wave-1.pdf", &paper.pdf)?;
            write_bytes(&args.out, "wave-1.html", &paper.html)?;
            write_bytes(&args.out, "wave-1-labels.zpl", &paper.zpl)?;
            say(&format!("\n{}; wave-1.pdf, wave-1.html, wave-1-labels.zpl\n", paper.told));
        }
        Ok(None) => say("\nnothing was shipped, so nothing is printed\n"),
        // Names that no standard font has: the report is there all the same.
        Err(trouble) => say(&format!("\n{trouble}\n")),
    }
    tell(&play, &args);
    let known = match &args.check {
        Some(file) => checked(file, summary.get("truth"))?,
        None => true,
    };
    Ok(known && play.proof.holds())
}

fn tell(play: &Play, args: &Args) {
    say(&format!("\n{}\n{}\n\n", play.title, play.subtitle));
    say(&format!("{}\n{}\n", tables::kpis(play).console(), tables::strategies(play).console()));
    let refused = play.house.totals().2;
    if refused > 0 {
        let parts: Vec<String> = (play.house.refusals.iter())
            .map(|((kind, code), count)| format!("{kind} {code} {}", show::count(*count)))
            .collect();
        say(&format!("refused: {}\n", parts.join(", ")));
    }
    if let Some(play::Source { dirt, .. }) = &play.source {
        let kinds: Vec<String> =
            dirt.kinds().map(|(kind, count, _)| format!("{kind} {}", show::count(count))).collect();
        say(&format!("dirt, {} rows: {}\n", show::count(dirt.total()), kinds.join(", ")));
    }
    let proof = &play.proof;
    let equal = if proof.hash == proof.replayed { "equal" } else { "DIFFERENT" };
    say(&format!(
        "\nstate hash {}, {} journal entries replayed: {equal}\n",
        proof.hash,
        show::count(proof.entries)
    ));
    if proof.audit.is_clean() {
        let (documents, cells) = (show::count(proof.audit.documents), show::count(proof.audit.cells));
        say(&format!("audit clean: {documents} documents, {cells} stock cells\n"));
    } else {
        for finding in proof.audit.findings.iter().take(10) {
            say(&format!("audit: {} {}\n", finding.code, finding.message));
        }
    }
    let laps: Vec<String> =
        play.timing.laps().iter().map(|(name, seconds)| format!("{name} {seconds:.1} s")).collect();
    say(&format!("time: {}\n", laps.join(", ")));
    let out = args.out.display();
    say(&format!("written: {out}/report.html, overview.svg, summary.json, {}\n", proof.journal));
}

fn checked(file: &Path, truth: Option<&serde_json::Value>) -> Result<bool, String> {
    let trouble = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let known = std::fs::read_to_string(file).map_err(|error| trouble(&error))?;
    let known = serde_json::from_str(&known).map_err(|error| trouble(&error))?;
    let truth = truth.ok_or("--check needs --data")?;
    let (compared, differences) = check::differences(truth, &known);
    for difference in differences.iter().take(40) {
        say(&format!("differs: {difference}\n"));
    }
    say(&format!(
        "{} figures compared with {}, {} differ\n",
        show::count(compared),
        file.display(),
        show::count(differences.len() as i128)
    ));
    Ok(differences.is_empty())
}

fn write(dir: &Path, name: &str, text: &str) -> Result<(), String> {
    write_bytes(dir, name, text.as_bytes())
}

fn write_bytes(dir: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = dir.join(name);
    std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn say(text: &str) {
    // A closed pipe is no reason to fail: the files are written.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

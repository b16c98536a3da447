//! What a run says on the terminal while it works. Standard error carries progress, so that results can be piped.

use std::io::{IsTerminal as _, Write};

use super::table::{columns, plain};

/// How wide the bar is, in columns.
const BAR: usize = 28;
/// The widest line that is surely not wrapped.
const LINE: usize = 78;

/// Progress of a step whose length is known: a bar that redraws itself on a terminal, a line every tenth elsewhere.
pub(crate) struct Progress<W: Write> {
    out: W,
    live: bool,
    name: String,
    total: u64,
    /// The last thousandth (live) or tenth (not live) that was shown.
    shown: Option<u64>,
}

impl Progress<std::io::Stderr> {
    /// Progress on standard error.
    pub(crate) fn stderr(name: &str, total: u64) -> Self {
        let out = std::io::stderr();
        let live = out.is_terminal();
        Self::new(out, live, name, total)
    }
}

impl<W: Write> Progress<W> {
    pub(crate) fn new(out: W, live: bool, name: &str, total: u64) -> Self {
        Self { out, live, name: plain(name), total, shown: None }
    }

    /// Says how far the step has come; cheap enough to be called for every order. `note` is only asked for when
    /// something is shown.
    pub(crate) fn at(&mut self, done: u64, note: impl FnOnce() -> String) {
        let parts = if self.live { 1_000 } else { 10 };
        // A step of no length is done from the start.
        let share = done.min(self.total).saturating_mul(parts).checked_div(self.total).unwrap_or(parts);
        if self.shown.is_some_and(|s| s >= share) {
            return;
        }
        self.shown = Some(share);
        let percent = share * 100 / parts;
        let note = plain(&note());
        let line = if self.live {
            let full = BAR * usize::try_from(percent).unwrap_or(0) / 100;
            let bar = format!("{}{}", "█".repeat(full), "░".repeat(BAR - full.min(BAR)));
            format!("\r\u{1b}[2K{}", cut(&format!("{} {bar} {percent:>3}%  {note}", self.name)))
        } else {
            format!("{} {percent:>3}%  {note}", self.name).trim_end().to_owned() + "\n"
        };
        // Progress that cannot be shown must not stop the work.
        let _ = self.out.write_all(line.as_bytes()).and_then(|()| self.out.flush());
    }

    /// Ends the step with one line that stays: "capture  50,000 orders in 1.2 s".
    pub(crate) fn done(mut self, note: &str) {
        let clear = if self.live { "\r\u{1b}[2K" } else { "" };
        let _ = writeln!(self.out, "{clear}{}  {}", self.name, plain(note));
    }
}

/// The line as far as it fits the terminal.
fn cut(line: &str) -> String {
    let mut kept = String::new();
    let mut wide = 0;
    for letter in line.chars() {
        wide += columns(letter.encode_utf8(&mut [0; 4]));
        if wide > LINE {
            break;
        }
        kept.push(letter);
    }
    kept
}

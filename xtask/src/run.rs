//! Child processes: echoed, with closed standard input and a time limit.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::report::Stop;

/// Between two looks at a running child.
const PAUSE: Duration = Duration::from_millis(20);

/// A child process to be run. Its output goes where ours goes, as it comes.
#[derive(Debug)]
pub struct Task {
    command: Command,
    shown: String,
    limit: Duration,
}

impl Task {
    /// A program found on the path, or named by its path. `cargo` is the one that runs us.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let found = match program.to_str() {
            Some("cargo") => env::var_os("CARGO").unwrap_or_else(|| program.to_owned()),
            Some("npm") if cfg!(windows) => OsString::from("npm.cmd"),
            _ => program.to_owned(),
        };
        let mut command = Command::new(found);
        command.stdin(Stdio::null());
        // Cargo describes this package to us; a build below us must not take that for its own.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        Self { command, shown: program.to_string_lossy().into_owned(), limit: Duration::from_secs(600) }
    }

    /// One more argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        let arg = arg.as_ref();
        self.shown.push(' ');
        self.shown.push_str(&quoted(&arg.to_string_lossy()));
        self.command.arg(arg);
        self
    }

    /// More arguments.
    pub fn args<A: AsRef<OsStr>>(self, args: impl IntoIterator<Item = A>) -> Self {
        args.into_iter().fold(self, Self::arg)
    }

    /// The folder to run in; without it, the caller's.
    pub fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// A variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// A variable that it must not inherit.
    pub fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// How long it may take; ten minutes unless said.
    pub fn minutes(mut self, minutes: u64) -> Self {
        self.limit = Duration::from_secs(minutes.saturating_mul(60));
        self
    }

    /// Runs it.
    ///
    /// # Errors
    /// [`Stop::Failed`] when it cannot be started, ends with another status than zero, or takes longer
    /// than its limit, after which it is ended with all its children.
    pub fn run(mut self) -> Result<(), Stop> {
        eprintln!("$ {}", self.shown);
        let mut child = self
            .command
            .spawn()
            .map_err(|error| Stop::io(format!("cannot start `{}`", self.shown), &error))?;
        match wait(&mut child, self.limit) {
            Ok(Some(status)) if status.success() => Ok(()),
            Ok(Some(status)) => Err(Stop::Failed(format!("`{}` ended with {status}", self.shown))),
            Ok(None) => {
                end(&mut child);
                let seconds = self.limit.as_secs();
                Err(Stop::Failed(format!("`{}` took longer than {seconds} s and was ended", self.shown)))
            }
            Err(error) => Err(Stop::io(format!("cannot wait for `{}`", self.shown), &error)),
        }
    }

    /// Whether it can be started and says yes: for asking a tool whether it is there and new enough.
    pub fn answers_yes(mut self) -> bool {
        self.command.stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut child) = self.command.spawn() else { return false };
        match wait(&mut child, Duration::from_secs(60)) {
            Ok(Some(status)) => status.success(),
            _ => {
                end(&mut child);
                false
            }
        }
    }
}

fn quoted(arg: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
    if !arg.is_empty() && arg.chars().all(plain) {
        arg.to_owned()
    } else {
        format!("'{}'", arg.replace('\'', r"'\''"))
    }
}

fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() >= limit {
            return Ok(None);
        }
        thread::sleep(PAUSE);
    }
}

/// Ends a child and what it started: cargo alone would leave the test it runs behind.
fn end(child: &mut Child) {
    let root = child.id().to_string();
    if cfg!(windows) {
        let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &root]).status();
    } else {
        let below = descendants(child.id(), &processes());
        // `kill` is built into every shell, but not every machine has it as a program.
        let all: String = below.iter().fold(root, |all, pid| format!("{all} {pid}"));
        let _ = Command::new("sh").args(["-c", &format!("kill -9 {all}")]).status();
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Every process of this machine and its parent: from `/proc` where that is, else from `ps`.
fn processes() -> Vec<(u32, u32)> {
    let Ok(entries) = fs::read_dir("/proc") else {
        let listed = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).output();
        return listed.map_or_else(|_| Vec::new(), |listed| pairs(&String::from_utf8_lossy(&listed.stdout)));
    };
    let stats = entries.flatten().filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok());
    stats.filter_map(|stat| pid_and_parent(&stat)).collect()
}

/// From a line of `/proc/PID/stat`: `7 (any (name)) S 1 ...`.
fn pid_and_parent(stat: &str) -> Option<(u32, u32)> {
    let (before, _) = stat.split_once(" (")?;
    let (_, after) = stat.rsplit_once(") ")?;
    Some((before.parse().ok()?, after.split(' ').nth(1)?.parse().ok()?))
}

/// From lines of "pid parent".
fn pairs(listed: &str) -> Vec<(u32, u32)> {
    let pair = |line: &str| {
        let mut numbers = line.split_whitespace().map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    };
    listed.lines().filter_map(pair).collect()
}

/// Every process below `root`.
fn descendants(root: u32, processes: &[(u32, u32)]) -> Vec<u32> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        let children = processes.iter().filter(|&&(pid, of)| of == parent && pid != parent);
        found.extend(children.map(|&(pid, _)| pid));
        next += 1;
    }
    found.split_off(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(result: Result<(), Stop>) -> String {
        match result {
            Err(Stop::Failed(why)) => why,
            other => panic!("no failure: {other:?}"),
        }
    }

    #[test]
    fn a_missing_program_is_named() {
        let why = why(Task::new("no-such-program-here").arg("--now").run());
        assert!(why.starts_with("cannot start `no-such-program-here --now`"), "{why}");
    }

    #[test]
    fn descendants_are_found_over_generations_and_strangers_are_not() {
        let processes = pairs("7 1\n8 7\n 9 1\n10 8\n11 9\n\n");
        assert_eq!(descendants(7, &processes), [8, 10]);
        assert_eq!(pid_and_parent("12 (a ) b) S 7 12 0"), Some((12, 7)));
    }

    #[test]
    fn arguments_are_shown_as_a_shell_would_take_them() {
        let task = Task::new("tool").args(["--out", "a b", "it's", ""]);
        assert_eq!(task.shown, r"tool --out 'a b' 'it'\''s' ''");
    }

    #[cfg(unix)]
    #[test]
    fn a_status_other_than_zero_is_a_failure() {
        let why = why(Task::new("sh").args(["-c", "exit 3"]).run());
        assert!(why.ends_with("ended with exit status: 3"), "{why}");
    }

    #[cfg(unix)]
    #[test]
    fn standard_input_is_closed() {
        assert_eq!(Task::new("sh").args(["-c", "! read line"]).run(), Ok(()));
    }

    #[cfg(unix)]
    #[test]
    fn a_child_that_overstays_is_ended_with_its_children() {
        let mark = env::temp_dir().join(format!("xtask-overstayed-{}", std::process::id()));
        let mut task = Task::new("sh").args(["-c", "(sleep 1; touch \"$0\") & wait"]).arg(&mark);
        task.limit = Duration::from_millis(200);
        assert!(why(task.run()).contains("took longer"));
        thread::sleep(Duration::from_millis(1500));
        assert!(!mark.exists(), "the grandchild lived on");
    }

    #[test]
    fn the_description_of_this_package_is_not_handed_on() {
        let task = Task::new("tool");
        let removed: Vec<_> = task.command.get_envs().filter(|(_, value)| value.is_none()).collect();
        assert!(removed.iter().any(|(name, _)| *name == "CARGO_MANIFEST_DIR"), "{removed:?}");
    }
}

//! What each step came to, and the table at the end.

use std::fmt;
use std::time::{Duration, Instant};

/// Why a step did not pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Something is wrong.
    Failed(String),
    /// It cannot be run here, and that is no fault.
    Skipped(String),
}

impl Stop {
    /// A failure to read, write or start something, with what it was about.
    pub fn io(about: impl fmt::Display, error: &std::io::Error) -> Self {
        Self::Failed(format!("{about}: {error}"))
    }
}

#[derive(Debug)]
struct Step {
    name: &'static str,
    result: Result<(), Stop>,
    took: Duration,
}

/// The steps so far, in the order in which they ran.
#[derive(Debug, Default)]
pub struct Report {
    steps: Vec<Step>,
}

impl Report {
    /// Runs a step unless one that it needs did not pass. A failure is kept, and the next step runs.
    pub fn step(
        &mut self,
        name: &'static str,
        needs: &[&'static str],
        work: impl FnOnce() -> Result<(), Stop>,
    ) {
        eprintln!("\n==> {name}");
        let started = Instant::now();
        let result = match needs.iter().find(|need| !self.passed(need)) {
            Some(need) => Err(Stop::Skipped(format!("needs `{need}`"))),
            None => work(),
        };
        match &result {
            Ok(()) => {}
            Err(Stop::Failed(why)) => eprintln!("failed: {why}"),
            Err(Stop::Skipped(why)) => eprintln!("skipped: {why}"),
        }
        self.steps.push(Step { name, result, took: started.elapsed() });
    }

    /// Whether a step of that name ran and passed.
    fn passed(&self, name: &str) -> bool {
        self.steps.iter().any(|step| step.name == name && step.result.is_ok())
    }

    /// Whether nothing failed.
    pub fn all_passed(&self) -> bool {
        !self.steps.iter().any(|step| matches!(step.result, Err(Stop::Failed(_))))
    }
}

/// One line per step, and the count as the last line.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut passed, mut failed) = (0, 0);
        for Step { name, result, took } in &self.steps {
            let seconds = took.as_secs_f64();
            match result {
                Ok(()) => {
                    passed += 1;
                    writeln!(f, "{seconds:8.1} s  passed   {name}")?;
                }
                Err(Stop::Failed(why)) => {
                    failed += 1;
                    writeln!(f, "{seconds:8.1} s  FAILED   {name}: {why}")?;
                }
                Err(Stop::Skipped(why)) => writeln!(f, "{seconds:8.1} s  skipped  {name}: {why}")?,
            }
        }
        write!(f, "{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_steps_run_after_a_failure_but_its_dependants_do_not() {
        let mut report = Report::default();
        let mut ran = Vec::new();
        report.step("build", &[], || Err(Stop::Failed("no compiler".to_owned())));
        report.step("tests", &["build"], || {
            ran.push("tests");
            Ok(())
        });
        report.step("types", &["tests"], || Ok(()));
        report.step("docs", &[], || {
            ran.push("docs");
            Ok(())
        });
        assert_eq!(ran, ["docs"]);
        let text = report.to_string();
        assert_eq!(text.lines().last(), Some("1 passed, 1 failed"));
        assert!(text.contains("FAILED   build: no compiler"), "{text}");
        assert!(text.contains("skipped  types: needs `tests`"), "{text}");
        assert!(!report.all_passed());
    }

    #[test]
    fn a_skipped_step_is_no_failure() {
        let mut report = Report::default();
        report.step("demo", &[], || Err(Stop::Skipped("no data here".to_owned())));
        assert!(report.all_passed());
        assert_eq!(report.to_string().lines().last(), Some("0 passed, 0 failed"));
    }
}

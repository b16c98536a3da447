//! Words and options of the command line.

use oms_core::allocation::instance::SolveBudget;

use crate::Failure;

/// What is left of the command line.
pub struct Args(Vec<String>);

impl Args {
    pub fn new(given: Vec<String>) -> Self {
        Self(given)
    }

    pub fn of(given: &[&str]) -> Self {
        Self(given.iter().map(|arg| (*arg).to_owned()).collect())
    }

    /// Takes a flag; whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let found = self.0.iter().position(|arg| arg == name);
        found.is_some_and(|at| !self.0.remove(at).is_empty())
    }

    /// Takes an option and its value.
    pub fn value(&mut self, name: &str) -> Result<Option<String>, Failure> {
        let Some(at) = self.0.iter().position(|arg| arg == name) else { return Ok(None) };
        if at + 1 >= self.0.len() {
            return Err(format!("`{name}` wants a value").into());
        }
        let value = self.0.remove(at + 1);
        self.0.remove(at);
        Ok(Some(value))
    }

    /// Takes an option whose value is a number.
    pub fn number(&mut self, name: &str) -> Result<Option<u64>, Failure> {
        let Some(value) = self.value(name)? else { return Ok(None) };
        Ok(Some(value.parse().map_err(|_| format!("`{name}` wants a whole number, not `{value}`"))?))
    }

    /// Takes `--work` and `--threads`.
    pub fn budget(&mut self) -> Result<SolveBudget, Failure> {
        let work = self.number("--work")?;
        let threads = usize::try_from(self.number("--threads")?.unwrap_or(1))?.max(1);
        Ok(SolveBudget { work, threads })
    }

    /// Takes the next word.
    pub fn word(&mut self) -> Option<String> {
        let at = self.0.iter().position(|arg| !arg.starts_with("--"))?;
        Some(self.0.remove(at))
    }

    /// Refuses what nobody took.
    pub fn end(&self) -> Result<(), Failure> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(format!("`{}` is not understood", self.0.join(" ")).into())
        }
    }
}

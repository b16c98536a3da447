//! Problems of an input: all of them at once, each with the place it stands at.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// One thing wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Problem {
    /// A stable code, such as `input.unknown_field`.
    pub code: Cow<'static, str>,
    /// Where: a JSON pointer (RFC 6901) into the input, empty for the whole.
    pub path: String,
    /// What is wrong and what to do, for people.
    pub message: String,
}

/// Collects the problems of one input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Notes one.
    pub fn add(
        &mut self,
        code: impl Into<Cow<'static, str>>,
        path: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.0.push(Problem { code: code.into(), path: path.into(), message: message.into() });
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems in the order found.
    #[must_use]
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }

    /// Puts all paths below another.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        for problem in &mut self.0 {
            problem.path.insert_str(0, prefix);
        }
        self
    }

    /// Adds those of another input.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            let path = if problem.path.is_empty() { "/" } else { &problem.path };
            write!(f, "{path}: {}", problem.message)?;
        }
        Ok(())
    }
}

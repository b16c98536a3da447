//! Everything wrong with an input.

use super::input::BatchInput;
use crate::value::Problems;

/// Everything wrong with an input.
pub(super) fn check(_input: &BatchInput) -> Problems {
    Problems::new()
}

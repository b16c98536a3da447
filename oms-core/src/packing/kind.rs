//! What the search knows of items and of the box in hand: small whole numbers, no names.

use super::space::{Triple, fits};

/// Pieces that are alike.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    /// Where the item stands in the request.
    pub(super) item: usize,
    /// How many units of the item make one piece; more than one where units nest.
    pub(super) units: u32,
    /// How many pieces there are.
    pub(super) count: u32,
    /// The volume of one piece.
    pub(super) volume: i64,
    /// The sizes it may take, each once, the item's own first; none where only the volume is known.
    pub(super) poses: Vec<Triple>,
    /// The weight of one piece.
    pub(super) grams: u64,
    /// What may rest on it.
    pub(super) rest: Rest,
    /// Whether it may go into a mailer.
    pub(super) mailable: bool,
}

/// What may rest on a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rest {
    /// How many grams, everything above counted whole.
    pub(super) grams: Option<u64>,
    /// How many pieces, one upon another.
    pub(super) levels: Option<u32>,
}

/// The box in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bin {
    pub(super) size: Triple,
    /// The heaviest content.
    pub(super) grams: u64,
    /// The largest content in cubic millimetres.
    pub(super) volume: i64,
    /// How many percent of its base a piece must rest on.
    pub(super) support: i64,
    /// Whether only spaces count that have a floor all the way.
    pub(super) floors: bool,
}

/// A piece in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Laid {
    pub(super) kind: usize,
    pub(super) low: Triple,
    pub(super) size: Triple,
}

impl Kind {
    /// Whether one piece fits into a size in some position.
    pub(super) fn fits(&self, size: Triple) -> bool {
        self.poses.iter().any(|pose| fits(*pose, size))
    }

    /// Whether anything limits what may rest on it.
    pub(super) const fn is_delicate(&self) -> bool {
        self.rest.grams.is_some() || self.rest.levels.is_some()
    }
}

//! Why these nodes: what the next best choice would have cost, and which change of one input would turn the choice.

mod change;
mod choice;
mod flip;
mod rank;
mod text;

pub use change::{InputChange, PriceDrop, PriceRise, PromiseMoved, StockLess, StockMore};
pub use choice::{Alternative, BoundGap, ChoiceExplanation, ChoiceFlip, UnitSaving};
pub use flip::explain_choice;
pub use text::{ExplanationLanguage, explanation_text};

//! Cycle counts: what is really there, against what the book says.
//!
//! A count notes the book's units when it starts. Stock goes on moving meanwhile, so what a counter should find is the
//! book of the start and everything that moved since:
//! `variance = counted − (book at the start + Σ movements until the count)`. Counters count blind: what they see has
//! no book figure until a line is settled. Knows nothing of stock cells: the book's units come in as arguments.

mod accuracy;
mod decide;
mod error;
mod event;
mod limit;
mod schedule;
mod sheet;
mod state;

#[cfg(test)]
mod tests;

pub use accuracy::count_accuracy;
pub use decide::CountCommand;
pub use error::{CountError, CountOverLimit};
pub use event::{CountAdjustment, CountCancelled, CountEvent, CountPosted, CountRecorded, CountStarted};
pub use limit::{CountLimits, CountPolicy};
pub use schedule::{
    AbcClass, CountDue, CountSchedule, CountScheduleCell, CountScheduleRequest, count_schedule,
};
pub use sheet::{CountSheet, CountSheetLine};
pub use state::{
    Count, CountBook, CountEnd, CountLine, CountLineState, CountResult, CountStatus, CountTally,
};

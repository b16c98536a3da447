//! Rate cards as a table of comma-separated values, for spreadsheets.
//!
//! One row for each fact; the column `record` says which kind. Every row but a card's own names the card that it
//! belongs to by carrier, service and start of validity.
//!
//! | record | says | columns |
//! | --- | --- | --- |
//! | `card` | a card begins; `zones` is `distance`, `region`, `postal` or `country` | `currency`, `zones`, `text` |
//! | `route` | a row of the zone table: to kilometres, a region, a postal start, countries | `from`, `to`, `zone` |
//! | `default` | the zone of everything else | `zone` |
//! | `band` | a price up to a weight | `zone`, `transitDays`, `grams`, `price` |
//! | `step` | a price for each further step | `zone`, `grams`, `price` |
//! | `terms`, `limits` | what has no table form | `text`: as JSON |

mod csv;
mod read;
mod write;

use serde::{Deserialize, Serialize};

use super::RateCard;

pub use read::read_rate_sheet;
pub use write::write_rate_sheet;

/// The columns, in the order in which they are written; they are read in any order.
const COLUMNS: [&str; 14] = [
    "record",
    "carrier",
    "service",
    "validFrom",
    "validUntil",
    "currency",
    "zones",
    "from",
    "to",
    "zone",
    "transitDays",
    "grams",
    "price",
    "text",
];

/// What a table of rates holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RateSheet"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateSheet {
    /// The cards that are sound, in the order of the table.
    pub cards: Vec<RateCard>,
    /// Everything wrong with the others, in the order of the lines.
    pub problems: Vec<RateSheetProblem>,
}

/// Something wrong with a table of rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateSheetProblem {
    /// The line, counted from 1.
    pub line: u32,
    /// The column; for a fault of a whole card where in its wire form, as a JSON pointer.
    pub column: String,
    /// A stable code.
    pub code: String,
    /// What is wrong and what to do, for people.
    pub message: String,
}

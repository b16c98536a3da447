//! Bars and modules as data, and as SVG.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// Bars beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BarPattern"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BarPattern {
    /// Widths in modules: a bar, a space, a bar …; begins and ends with a bar.
    pub widths: Vec<u8>,
    /// What people read below it, with its check digit.
    pub text: String,
    /// White modules that must stay free on either side.
    pub quiet: u8,
}

/// Modules in rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ModuleGrid"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModuleGrid {
    /// Rows from the top, `1` for a dark module and `0` for a light one.
    pub rows: Vec<String>,
    /// What it says.
    pub text: String,
    /// Light modules that must stay free all around.
    pub quiet: u8,
}

/// A barcode as bars or modules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Barcode {
    /// Bars.
    Bars(BarPattern),
    /// Modules.
    Modules(ModuleGrid),
}

impl BarPattern {
    /// How many modules it is wide, without the quiet zones.
    #[must_use]
    pub fn modules(&self) -> u32 {
        self.widths.iter().map(|width| u32::from(*width)).sum()
    }

    /// The dark bars as module offset and width.
    pub fn bars(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let mut at = 0_u32;
        self.widths.iter().enumerate().filter_map(move |(index, width)| {
            let start = at;
            at = at.saturating_add(u32::from(*width));
            (index % 2 == 0).then_some((start, u32::from(*width)))
        })
    }
}

impl ModuleGrid {
    /// How many modules it is wide, without the quiet zones.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.rows.first().map_or(0, |row| u32::try_from(row.len()).unwrap_or(u32::MAX))
    }

    /// The dark runs of each row as column, row and width.
    pub fn runs(&self) -> impl Iterator<Item = (u32, u32, u32)> + '_ {
        self.rows.iter().zip(0_u32..).flat_map(|(row, y)| {
            let mut runs: Vec<(u32, u32, u32)> = Vec::new();
            for (module, x) in row.bytes().zip(0_u32..).filter(|(module, _)| *module == b'1') {
                let _ = module;
                match runs.last_mut() {
                    Some((start, _, width)) if start.saturating_add(*width) == x => {
                        *width = width.saturating_add(1);
                    }
                    _ => runs.push((x, y, 1)),
                }
            }
            runs
        })
    }
}

impl Barcode {
    /// The width in modules, quiet zones included.
    #[must_use]
    pub fn full_width(&self) -> u32 {
        let (inner, quiet) = match self {
            Self::Bars(bars) => (bars.modules(), bars.quiet),
            Self::Modules(grid) => (grid.width(), grid.quiet),
        };
        inner.saturating_add(u32::from(quiet).saturating_mul(2))
    }

    /// What it says, as people read it.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Bars(bars) => &bars.text,
            Self::Modules(grid) => &grid.text,
        }
    }

    /// The barcode as SVG with its quiet zones, one unit a module; bars are `height` units high. Its size is given by
    /// whoever places it.
    #[must_use]
    pub fn svg(&self, height: u32) -> String {
        let width = self.full_width();
        let mut path = String::new();
        let height = match self {
            Self::Bars(bars) => {
                for (x, wide) in bars.bars() {
                    let x = x.saturating_add(u32::from(bars.quiet));
                    let _ = write!(path, "M{x} 0h{wide}v{height}h-{wide}z");
                }
                height
            }
            Self::Modules(grid) => {
                let quiet = u32::from(grid.quiet);
                for (x, y, wide) in grid.runs() {
                    let (x, y) = (x.saturating_add(quiet), y.saturating_add(quiet));
                    let _ = write!(path, "M{x} {y}h{wide}v1h-{wide}z");
                }
                u32::try_from(grid.rows.len()).unwrap_or(u32::MAX).saturating_add(quiet.saturating_mul(2))
            }
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             preserveAspectRatio=\"none\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>"
        )
    }
}

//! Charts as SVG strings: pure functions from plain figures to pictures, the same bytes every time.
//!
//! Floats are fine here: this is drawing, the figures were computed exactly before. What is not a number is a gap,
//! series that are too short end early, and names are cut with an ellipsis where they do not fit.

#![allow(
    clippy::float_arithmetic,
    clippy::float_cmp,
    reason = "a picture is floats; no money is counted here"
)]

mod axis;
mod bars;
mod canvas;
mod dates;
mod grouped;
mod histogram;
mod lines;
mod overview;
mod scale;
mod stacked;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod text;
mod theme;

pub(crate) use axis::X;
pub(crate) use bars::BarChart;
pub(crate) use canvas::Drawing;
pub(crate) use grouped::{Better, GroupedBars};
pub(crate) use histogram::Histogram;
pub(crate) use lines::LineChart;
pub(crate) use overview::{Overview, Tile};
pub(crate) use scale::Unit;
pub(crate) use stacked::Stacked;
pub(crate) use theme::STYLE;

use canvas::{Anchor, Canvas, Frame, Ink, Label};

/// The width of a chart in units, and of one that shares its line with another.
const WIDE: f64 = 1000.0;
const HALF: f64 = 500.0;

/// A named row of values, one per place of the chart's [`X`]. What is not a number is a gap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Series {
    name: String,
    values: Vec<f64>,
}

/// Title, subtitle and width of a chart. A plain string is a head with a title.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    title: String,
    subtitle: String,
    half: bool,
}

impl Head {
    pub(crate) fn new(title: &str) -> Self {
        Self { title: title.to_owned(), subtitle: String::new(), half: false }
    }

    /// A quieter line below the title.
    pub(crate) fn subtitle(mut self, text: &str) -> Self {
        text.clone_into(&mut self.subtitle);
        self
    }

    /// Half as wide: two such charts stand side by side on a page.
    pub(crate) fn half(mut self) -> Self {
        self.half = true;
        self
    }

    /// Whether it shares its line with another chart.
    pub(crate) fn is_half(&self) -> bool {
        self.half
    }
}

impl From<&str> for Head {
    fn from(title: &str) -> Self {
        Self::new(title)
    }
}

/// A picture of some figures.
pub(crate) trait Chart: std::fmt::Debug {
    /// Its title, subtitle and width.
    fn head(&self) -> &Head;

    /// The height it needs at this width.
    fn height(&self, width: f64) -> f64 {
        if width < WIDE { 310.0 } else { 350.0 }
    }

    /// What it shows, in a sentence, for those who cannot see it.
    fn describe(&self) -> String;

    /// Draws everything below the heading.
    fn plot(&self, canvas: &mut Canvas, frame: &Frame);

    /// Draws heading and plot into a piece of a canvas.
    fn draw(&self, canvas: &mut Canvas, frame: &Frame) {
        let rest = heading(canvas, frame, self.head());
        self.plot(canvas, &rest);
    }

    /// The finished picture.
    fn drawing(&self) -> Drawing {
        let w = if self.head().half { HALF } else { WIDE };
        let h = self.height(w);
        let mut canvas = Canvas::default();
        self.draw(&mut canvas, &Frame { x: 12.0, y: 8.0, w: w - 24.0, h: h - 16.0, k: 1.0 });
        canvas.finish(&self.head().title, &self.describe(), (w, h))
    }

    /// The picture as an SVG file.
    #[cfg(test)]
    fn svg(&self) -> String {
        self.drawing().standalone()
    }
}

fn heading(canvas: &mut Canvas, frame: &Frame, head: &Head) -> Frame {
    let (k, mut rest) = (frame.k, *frame);
    for (text, size, line, ink) in
        [(&head.title, 15.5, 21.0, Ink::Bold), (&head.subtitle, 12.5, 18.0, Ink::Muted)]
    {
        if !text.is_empty() {
            let (x, y, room) = (rest.x, rest.y + size * 0.92 * k, rest.w);
            canvas.text(&Label { x, y, size: size * k, ink, anchor: Anchor::Start, room }, text);
            rest = rest.cut(0.0, line * k, 0.0, 0.0);
        }
    }
    rest.cut(0.0, 8.0 * k, 0.0, 0.0)
}

/// What stands where there is nothing to draw.
fn nothing(canvas: &mut Canvas, frame: &Frame) {
    let (x, y) = (frame.x + frame.w / 2.0, frame.y + frame.h / 2.0);
    canvas.text(
        &Label { x, y, size: 13.0 * frame.k, ink: Ink::Muted, anchor: Anchor::Middle, room: frame.w },
        "no data",
    );
}

/// The smallest and the largest value there is.
fn span(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.filter_map(scale::drawable).fold(None, |range, v| match range {
        None => Some((v, v)),
        Some((low, high)) => Some((f64::min(low, v), f64::max(high, v))),
    })
}

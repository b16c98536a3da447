//! Lines over dates or numbers, named where they end.

use super::axis::{Axes, Plot, X, axes};
use super::canvas::{Anchor, Canvas, Frame, Ink, Label};
use super::scale::{Unit, drawable};
use super::text::width;
use super::theme::{COLOURS, fill, stroke};
use super::{Chart, Head, Series, nothing, span};

/// At most so many points are given a hover text; more would only make the page heavy.
const TIPS: usize = 600;

/// One line per series. Eight have colours of their own; further ones are grey.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LineChart {
    head: Head,
    x: X,
    unit: Unit,
    y_title: String,
    series: Vec<Series>,
}

impl LineChart {
    pub(crate) fn new(head: impl Into<Head>, x: X, unit: Unit) -> Self {
        Self { head: head.into(), x, unit, y_title: String::new(), series: Vec::new() }
    }

    /// What the figures are: "orders per day".
    pub(crate) fn y_title(mut self, text: &str) -> Self {
        text.clone_into(&mut self.y_title);
        self
    }

    pub(crate) fn series(mut self, name: &str, values: Vec<f64>) -> Self {
        self.series.push(Series { name: name.to_owned(), values });
        self
    }

    fn range(&self) -> Option<(f64, f64)> {
        let (low, high) = span(self.series.iter().flat_map(|s| s.values.iter().copied()))?;
        // Zero belongs to the picture unless all that matters happens far away from it.
        if high > 0.0 && high - low < 0.25 * high {
            Some((low, high))
        } else {
            Some((low.min(0.0), high.max(0.0)))
        }
    }
}

impl Chart for LineChart {
    fn head(&self) -> &Head {
        &self.head
    }

    fn describe(&self) -> String {
        let names: Vec<&str> = self.series.iter().map(|s| s.name.as_str()).collect();
        let range = self
            .range()
            .map(|(low, high)| format!(", between {} and {}", self.unit.value(low), self.unit.value(high)));
        format!("Line chart of {}{}.", names.join(", "), range.unwrap_or_default())
    }

    fn plot(&self, canvas: &mut Canvas, frame: &Frame) {
        let places = self.x.places();
        let Some(y_range) = self.range().filter(|_| !places.at.is_empty()) else {
            return nothing(canvas, frame);
        };
        let first = places.at.first().copied().unwrap_or(0.0);
        let last = places.at.last().copied().unwrap_or(first);
        let lone = if last > first { 0.0 } else { 0.5 };
        let k = frame.k;
        let names = self.series.iter().map(|s| width(&s.name, 12.0 * k, false)).fold(0.0, f64::max);
        let side = (names + 16.0 * k).min(frame.w * 0.25);
        let (x_range, unit, y_title) = ((first - lone, last + lone), &self.unit, self.y_title.as_str());
        let inner = frame.cut(0.0, 0.0, side, 0.0);
        let plot = axes(canvas, &inner, &Axes { x: &self.x, x_range, y_range, unit, y_title, x_title: "" });
        let tips = self.series.iter().map(|s| s.values.len()).sum::<usize>() <= TIPS;
        let mut ends = Vec::new();
        // Drawn from the last to the first, so that the first lies on top.
        for (i, series) in self.series.iter().enumerate().rev() {
            let points: Vec<Option<(f64, f64)>> = places
                .at
                .iter()
                .zip(&series.values)
                .map(|(x, v)| drawable(*v).map(|v| (plot.x.at(*x), plot.y.at(v))))
                .collect();
            for run in points.split(Option::is_none) {
                let run: Vec<(f64, f64)> = run.iter().copied().flatten().collect();
                match run.as_slice() {
                    [] => {}
                    [one] => canvas.circle(&fill(i), *one, 3.0 * k, ""),
                    _ => canvas.path(&stroke(i), &run, false, ""),
                }
            }
            if tips {
                for ((point, value), name) in points.iter().zip(&series.values).zip(&places.names) {
                    let Some(at) = point else { continue };
                    canvas.circle(
                        "hit",
                        *at,
                        5.0 * k,
                        &format!("{}, {name}: {}", series.name, self.unit.value(*value)),
                    );
                }
            }
            if let Some(end) = points.iter().rev().flatten().next() {
                ends.push((i, *end));
            }
        }
        self.name_ends(canvas, &plot, side, ends);
    }
}

impl LineChart {
    /// Names each line beside its end, moved apart where they would touch; those that find no room go unnamed.
    fn name_ends(&self, canvas: &mut Canvas, plot: &Plot, side: f64, mut ends: Vec<(usize, (f64, f64))>) {
        let (k, frame) = (plot.frame.k, &plot.frame);
        let line = 15.0 * k;
        let most = ((frame.h / line).floor().max(1.0)) as usize;
        ends.sort_by_key(|(i, _)| *i);
        ends.truncate(most.min(COLOURS.max(1)));
        ends.sort_by(|a, b| a.1.1.total_cmp(&b.1.1).then(a.0.cmp(&b.0)));
        let mut lowest = frame.y;
        let count = ends.len();
        for (rank, (i, end)) in ends.into_iter().enumerate() {
            let Some(series) = self.series.get(i) else { continue };
            // Those still to come need their lines below this one.
            let latest = frame.bottom() - (count - 1 - rank) as f64 * line;
            let y = end.1.min(latest).max(lowest);
            lowest = y + line;
            let x = frame.right() + 8.0 * k;
            canvas.circle(&fill(i), (x, y), 3.5 * k, "");
            let (x, room) = (x + 7.0 * k, side - 15.0 * k);
            let label =
                Label { x, y: y + 4.0 * k, size: 12.0 * k, ink: Ink::Plain, anchor: Anchor::Start, room };
            canvas.text(&label, &series.name);
        }
    }
}

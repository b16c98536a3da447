//! How often which value occurs, with median and 90th percentile.

use super::axis::{Axes, X, axes};
use super::canvas::{Anchor, Canvas, Frame, Ink, Label};
use super::scale::{Ticks, Unit, drawable};
use super::text::width;
use super::{Chart, Head, nothing};

/// Bars of equal width over the values; the thin tail above the 99th percentile is gathered in the last bar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Histogram {
    head: Head,
    unit: Unit,
    x_title: String,
    y_title: String,
    /// Sorted, finite.
    values: Vec<f64>,
}

impl Histogram {
    pub(crate) fn new(head: impl Into<Head>, unit: Unit, values: &[f64]) -> Self {
        let mut values: Vec<f64> = values.iter().copied().filter_map(drawable).collect();
        values.sort_by(f64::total_cmp);
        Self { head: head.into(), unit, x_title: String::new(), y_title: String::new(), values }
    }

    /// What is measured ("days from order to door") and what is counted ("orders").
    pub(crate) fn titles(mut self, x: &str, y: &str) -> Self {
        x.clone_into(&mut self.x_title);
        y.clone_into(&mut self.y_title);
        self
    }

    /// The value that `percent` of all values do not exceed (nearest rank).
    pub(crate) fn percentile(&self, percent: usize) -> Option<f64> {
        let rank = (self.values.len() * percent).div_ceil(100).max(1);
        self.values.get(rank - 1).copied()
    }

    /// The lower edge of the first bar, the width of each, and their counts; the last also holds the tail.
    fn bins(&self, wanted: usize) -> Option<(f64, f64, Vec<u32>)> {
        let (low, high) = (self.values.first().copied()?, self.percentile(99)?);
        let edges = Ticks::around(low, high, wanted, self.unit.is_whole());
        let start = edges.values.first().copied()?;
        let mut counts = vec![0_u32; edges.values.len().saturating_sub(1).max(1)];
        let last = counts.len() - 1;
        for value in &self.values {
            let bin = (((value - start) / edges.step).floor().max(0.0) as usize).min(last);
            if let Some(count) = counts.get_mut(bin) {
                *count = count.saturating_add(1);
            }
        }
        Some((start, edges.step, counts))
    }

    fn marks(&self) -> Vec<(f64, String)> {
        let mark = |name: &str, percent| {
            self.percentile(percent).map(|v| (v, format!("{name} {}", self.unit.value(v))))
        };
        mark("median", 50).into_iter().chain(mark("p90", 90)).collect()
    }
}

impl Chart for Histogram {
    fn head(&self) -> &Head {
        &self.head
    }

    fn describe(&self) -> String {
        let marks: Vec<String> = self.marks().into_iter().map(|(_, text)| text).collect();
        format!("Histogram of {} values, {}: {}.", self.values.len(), self.x_title, marks.join(", "))
    }

    fn plot(&self, canvas: &mut Canvas, frame: &Frame) {
        let k = frame.k;
        let Some((start, step, counts)) = self.bins((frame.w / (22.0 * k)).clamp(4.0, 32.0) as usize) else {
            return nothing(canvas, frame);
        };
        let most = counts.iter().copied().max().unwrap_or(1);
        let x_range = (start, start + step * counts.len() as f64);
        let x = X::Numbers(vec![x_range.0, x_range.1], self.unit.clone());
        let (unit, y_range) = (Unit::count(), (0.0, f64::from(most)));
        // The names of the marks stand in a row of their own above the bars.
        let lines = if self.y_title.is_empty() { 0.0 } else { 18.0 * k };
        if lines > 0.0 {
            let label = Label {
                x: frame.x,
                y: frame.y + 11.0 * k,
                size: 12.0 * k,
                ink: Ink::Muted,
                anchor: Anchor::Start,
                room: frame.w,
            };
            canvas.text(&label, &self.y_title);
        }
        let inner = frame.cut(0.0, lines + 18.0 * k, 6.0 * k, 0.0);
        let shown = Axes { x: &x, x_range, y_range, unit: &unit, y_title: "", x_title: &self.x_title };
        let plot = axes(canvas, &inner, &shown);
        for (i, count) in counts.iter().enumerate().filter(|(_, c)| **c > 0) {
            let (from, to) = (start + step * i as f64, start + step * (i + 1) as f64);
            let (left, right, top) = (plot.x.at(from), plot.x.at(to), plot.y.at(f64::from(*count)));
            let gap = if right - left > 4.0 { 1.0 } else { 0.0 };
            let bar =
                Frame { x: left + gap, y: top, w: right - left - 2.0 * gap, h: plot.frame.bottom() - top, k };
            let tail = i + 1 == counts.len() && self.values.last().is_some_and(|v| *v > to);
            let until = if tail { "and more".to_owned() } else { format!("to {}", self.unit.value(to)) };
            let tip =
                format!("{} {until}: {}", self.unit.value(from), Unit::count().value(f64::from(*count)));
            canvas.rect("f0", &bar, 0.0, &tip);
        }
        let mut free = plot.frame.x;
        for (value, text) in self.marks() {
            let at = plot.x.at(value);
            let (size, row) = (12.0 * k, plot.frame.y - 11.0 * k);
            canvas.line("mark", (at, row + 4.0 * k), (at, plot.frame.bottom()));
            let wide = width(&text, size, true);
            let from = (at - wide / 2.0).min(frame.right() - wide).max(free);
            let label = Label {
                x: from,
                y: row,
                size,
                ink: Ink::Bold,
                anchor: Anchor::Start,
                room: frame.right() - from,
            };
            free = from + canvas.text(&label, &text) + 12.0 * k;
        }
    }
}

//! Horizontal bars, one per name, with the value at the end.

use super::canvas::{Anchor, Canvas, Frame, Ink, Label};
use super::scale::{Linear, Unit, drawable};
use super::text::width;
use super::{Chart, Head, nothing, span};

/// More bars than this are no picture; the rest is counted in a note.
const MOST: usize = 40;

/// Bars in the given order. What does not fit the height is counted in a last line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BarChart {
    head: Head,
    unit: Unit,
    bars: Vec<(String, f64)>,
}

impl BarChart {
    pub(crate) fn new(head: impl Into<Head>, unit: Unit) -> Self {
        Self { head: head.into(), unit, bars: Vec::new() }
    }

    pub(crate) fn bar(mut self, label: &str, value: f64) -> Self {
        self.bars.push((label.to_owned(), drawable(value).unwrap_or(0.0)));
        self
    }
}

impl Chart for BarChart {
    fn head(&self) -> &Head {
        &self.head
    }

    fn height(&self, _width: f64) -> f64 {
        66.0 + 25.0 * self.bars.len().clamp(4, MOST) as f64
    }

    fn describe(&self) -> String {
        let shown: Vec<String> = self
            .bars
            .iter()
            .take(10)
            .map(|(label, value)| format!("{label} {}", self.unit.value(*value)))
            .collect();
        format!("Bar chart of {} values: {}.", self.bars.len(), shown.join(", "))
    }

    fn plot(&self, canvas: &mut Canvas, frame: &Frame) {
        if self.bars.is_empty() {
            return nothing(canvas, frame);
        }
        let (k, size) = (frame.k, 12.0 * frame.k);
        let (shown, area) =
            rows_that_fit(canvas, frame, self.bars.len().min(MOST), self.bars.len(), 16.0 * k);
        let names = self.bars.iter().take(shown).map(|(l, _)| width(l, size, false)).fold(0.0, f64::max);
        let names = names.min(area.w * 0.36) + 0.1;
        let lane = area.cut(names + 10.0 * k, 0.0, 0.0, 0.0);
        let values: Vec<f64> = self.bars.iter().take(shown).map(|(_, v)| *v).collect();
        let scale = bar_scale(&lane, &values, &self.unit, size);
        let each = (area.h / shown.max(1) as f64).min(34.0 * k);
        canvas.line("axis", (scale.at(0.0), lane.y), (scale.at(0.0), lane.y + each * shown as f64));
        for (i, (label, value)) in self.bars.iter().take(shown).enumerate() {
            let y = lane.y + each * i as f64;
            let base = y + each / 2.0 + 4.0 * k;
            let name =
                Label { x: area.x + names, y: base, size, ink: Ink::Plain, anchor: Anchor::End, room: names };
            canvas.text(&name, label);
            let text = self.unit.value(*value);
            canvas.bar(
                "f0",
                scale.at(0.0),
                scale.at(*value),
                y + each * 0.15,
                each * 0.7,
                &format!("{label}: {text}"),
            );
            canvas.text(&value_label(&scale, &lane, *value, base, size, Ink::Muted), &text);
        }
    }
}

/// The scale of horizontal bars, with room for the figure at the end of each.
pub(crate) fn bar_scale(lane: &Frame, values: &[f64], unit: &Unit, size: f64) -> Linear {
    let (low, high) = span(values.iter().copied().chain([0.0])).unwrap_or((0.0, 0.0));
    let room = |below: bool| {
        let side = values.iter().filter(|v| (**v < 0.0) == below);
        side.map(|v| width(&unit.value(*v), size, true) + size).fold(0.0, f64::max)
    };
    let (left, right) = (room(true).min(lane.w * 0.35), room(false).min(lane.w * 0.6));
    let high = if high > low { high } else { low + 1.0 };
    Linear { from: (low, high), to: (lane.x + left, (lane.right() - right).max(lane.x + left)) }
}

/// Where the figure of a bar stands: behind its end, on the side it points to.
pub(crate) fn value_label(scale: &Linear, lane: &Frame, value: f64, y: f64, size: f64, ink: Ink) -> Label {
    let (anchor, step) = if value < 0.0 { (Anchor::End, -0.45) } else { (Anchor::Start, 0.45) };
    let x = scale.at(value) + step * size;
    let room = if value < 0.0 { x - lane.x } else { lane.right() - x };
    Label { x, y, size, ink, anchor, room }
}

/// How many rows of at least `least` fit, and the frame for them. What is left out is named in the last line.
pub(crate) fn rows_that_fit(
    canvas: &mut Canvas,
    frame: &Frame,
    wanted: usize,
    all: usize,
    least: f64,
) -> (usize, Frame) {
    let fitting = (frame.h / least).floor().max(1.0) as usize;
    if wanted == all && fitting >= all {
        return (all, *frame);
    }
    let shown = wanted.min(fitting.saturating_sub(1)).max(1);
    let area = frame.cut(0.0, 0.0, 0.0, least);
    let (y, room) = (frame.bottom() - 4.0 * frame.k, frame.w);
    let label = Label { x: frame.x, y, size: 12.0 * frame.k, ink: Ink::Muted, anchor: Anchor::Start, room };
    canvas.text(&label, &format!("and {} more", all - shown));
    (shown, area)
}

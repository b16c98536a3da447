//! Contenders compared on several measures: one small panel per measure, the best of each marked.

use super::bars::{bar_scale, rows_that_fit, value_label};
use super::canvas::{Anchor, Canvas, Frame, Ink, Label};
use super::scale::{Unit, drawable};
use super::text::width;
use super::{Chart, Head, nothing};

/// The narrowest panel, and the lowest row, that can still be read.
const PANEL: f64 = 106.0;
const ROW: f64 = 16.0;
/// The two lines above each panel.
const PANEL_HEAD: f64 = 38.0;

/// Which end of a measure is the good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Better {
    Lower,
    Higher,
}

#[derive(Clone, Debug, PartialEq)]
struct Measure {
    name: String,
    unit: Unit,
    better: Better,
    values: Vec<f64>,
}

/// Small multiples: every measure has its own scale, every contender the same row in each panel.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct GroupedBars {
    head: Head,
    names: Vec<String>,
    measures: Vec<Measure>,
}

impl GroupedBars {
    pub(crate) fn new<S: AsRef<str>>(head: impl Into<Head>, contenders: &[S]) -> Self {
        let names = contenders.iter().map(|n| n.as_ref().to_owned()).collect();
        Self { head: head.into(), names, measures: Vec::new() }
    }

    /// Adds a panel: one value per contender, in their order.
    pub(crate) fn measure(mut self, name: &str, unit: Unit, better: Better, values: Vec<f64>) -> Self {
        let values = values.into_iter().take(self.names.len()).collect();
        self.measures.push(Measure { name: name.to_owned(), unit, better, values });
        self
    }

    /// The lowest height a line of panels can be read at.
    fn least(&self, k: f64) -> f64 {
        (PANEL_HEAD + ROW * self.names.len() as f64 + 6.0) * k
    }

    fn columns(&self, frame: &Frame, names: f64) -> usize {
        let room = ((frame.w - names) / (PANEL * frame.k)).floor().max(1.0) as usize;
        // Nine measures in a grid for eight are better set as five and four, where the height allows.
        let lines = self.measures.len().div_ceil(room).max(1);
        let even = self.measures.len().div_ceil(lines).max(1);
        if lines as f64 * self.least(frame.k) <= frame.h { even } else { room }
    }
}

impl Measure {
    /// The best value; none where all are equal, for then nobody has won.
    fn best(&self) -> Option<f64> {
        let known = || self.values.iter().copied().filter_map(drawable);
        let low = known().min_by(f64::total_cmp)?;
        let high = known().max_by(f64::total_cmp)?;
        let best = if self.better == Better::Lower { low } else { high };
        (low < high).then_some(best)
    }
}

impl Chart for GroupedBars {
    fn head(&self) -> &Head {
        &self.head
    }

    fn height(&self, width: f64) -> f64 {
        let frame = Frame { x: 0.0, y: 0.0, w: width - 24.0, h: f64::INFINITY, k: 1.0 };
        let lines = self.measures.len().div_ceil(self.columns(&frame, 150.0)).max(1) as f64;
        66.0 + lines * (PANEL_HEAD + 12.0 + 27.0 * self.names.len().clamp(2, 24) as f64)
    }

    fn describe(&self) -> String {
        let winners = self.measures.iter().filter_map(|m| {
            let best = m.best()?;
            let at =
                m.values.iter().position(|v| drawable(*v).is_some_and(|v| v.total_cmp(&best).is_eq()))?;
            Some(format!("{}: {} ({})", m.name, self.names.get(at)?, m.unit.value(best)))
        });
        let winners: Vec<String> = winners.collect();
        format!(
            "{} compared on {} measures. Best of each: {}.",
            self.names.join(", "),
            self.measures.len(),
            winners.join("; ")
        )
    }

    fn plot(&self, canvas: &mut Canvas, frame: &Frame) {
        if self.names.is_empty() || self.measures.is_empty() {
            return nothing(canvas, frame);
        }
        let (k, size) = (frame.k, 12.0 * frame.k);
        let names =
            self.names.iter().map(|n| width(n, size, false)).fold(0.0, f64::max).min(frame.w * 0.3) + 0.1;
        let columns = self.columns(frame, names);
        let wanted = self.measures.len().div_ceil(columns);
        let lines = ((frame.h / self.least(k)).floor() as usize).clamp(1, wanted);
        let height = frame.h / lines as f64;
        for (line, group) in self.measures.chunks(columns).take(lines).enumerate() {
            let band = Frame { y: frame.y + height * line as f64, h: height, ..*frame };
            let body = band.cut(0.0, PANEL_HEAD * k, 0.0, if line + 1 < lines { 10.0 * k } else { 0.0 });
            let (shown, body) = rows_that_fit(canvas, &body, self.names.len(), self.names.len(), ROW * k);
            let each = (body.h / shown as f64).min(30.0 * k);
            for (i, name) in self.names.iter().take(shown).enumerate() {
                let y = body.y + each * (i as f64 + 0.5) + 4.0 * k;
                canvas.text(
                    &Label { x: body.x + names, y, size, ink: Ink::Plain, anchor: Anchor::End, room: names },
                    name,
                );
            }
            let wide = (frame.w - names - 10.0 * k) / columns.min(self.measures.len()) as f64;
            for (i, measure) in group.iter().enumerate() {
                let x = frame.x + names + 10.0 * k + wide * i as f64;
                let h = each * shown as f64;
                let lane = Frame { x, y: body.y, w: (wide - 14.0 * k).max(1.0), h, k };
                panel(canvas, &lane, measure, &self.names, shown);
            }
        }
    }
}

fn panel(canvas: &mut Canvas, lane: &Frame, measure: &Measure, names: &[String], shown: usize) {
    let (k, size) = (lane.k, 12.0 * lane.k);
    let head = |y: f64, size: f64, ink| Label {
        x: lane.x,
        y: lane.y - y * k,
        size: size * k,
        ink,
        anchor: Anchor::Start,
        room: lane.w,
    };
    canvas.text(&head(25.0, 12.5, Ink::Bold), &measure.name);
    let hint = if measure.better == Better::Lower { "lower is better" } else { "higher is better" };
    canvas.text(&head(9.0, 11.5, Ink::Muted), hint);
    let values: Vec<f64> = measure.values.iter().copied().take(shown).filter_map(drawable).collect();
    // The star behind the best figure needs room too.
    let scale = bar_scale(&lane.cut(0.0, 0.0, 14.0 * k, 0.0), &values, &measure.unit, size);
    let each = lane.h / shown.max(1) as f64;
    canvas.line("axis", (scale.at(0.0), lane.y), (scale.at(0.0), lane.bottom()));
    let best = measure.best();
    for (i, (value, name)) in measure.values.iter().zip(names).take(shown).enumerate() {
        let Some(value) = drawable(*value) else { continue };
        let wins = best.is_some_and(|b| b.total_cmp(&value).is_eq());
        let (class, ink) = if wins { ("f0", Ink::Bold) } else { ("q", Ink::Muted) };
        let (y, text) = (lane.y + each * i as f64, measure.unit.value(value));
        let tip = format!("{name}, {}: {text}", measure.name);
        canvas.bar(class, scale.at(0.0), scale.at(value), y + each * 0.16, each * 0.68, &tip);
        let base = y + each / 2.0 + 4.0 * k;
        let inner = lane.cut(0.0, 0.0, 14.0 * k, 0.0);
        let label = value_label(&scale, &inner, value, base, size, ink);
        let taken = canvas.text(&label, &text);
        if wins {
            let x = if label.anchor == Anchor::End { scale.at(0.0) } else { label.x + taken };
            star(canvas, x + 7.0 * k, base - 4.2 * k, 5.0 * k);
        }
    }
}

/// A five-pointed star, drawn so that no font needs to have one.
fn star(canvas: &mut Canvas, x: f64, y: f64, r: f64) {
    let points: Vec<(f64, f64)> = (0..10_u32)
        .map(|i| {
            let (angle, r) =
                (f64::from(i) * std::f64::consts::PI / 5.0, if i % 2 == 0 { r } else { r * 0.45 });
            (x + r * angle.sin(), y - r * angle.cos())
        })
        .collect();
    canvas.path("f1", &points, true, "best");
}

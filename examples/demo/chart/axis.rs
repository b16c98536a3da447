//! Axes and grid: the plot area of every chart that has two of them.

use super::canvas::{Anchor, Canvas, Frame, Ink, Label};
use super::dates;
use super::scale::{Linear, Ticks, Unit};
use super::text::width;

/// Where the values of a chart stand along the bottom.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum X {
    /// ISO days or months, `2018-03-01` or `2018-03`, placed by the calendar. Other texts are names, evenly spaced.
    Dates(Vec<String>),
    /// Numbers with their unit, ascending.
    Numbers(Vec<f64>, Unit),
}

/// The places of an [`X`] as numbers.
pub(crate) struct Places {
    pub(crate) at: Vec<f64>,
    /// What each place is called when pointed at.
    pub(crate) names: Vec<String>,
    /// The smallest distance between two neighbours.
    pub(crate) gap: f64,
}

impl X {
    /// Dates that are none, or places that do not ascend, fall back to even spacing.
    pub(crate) fn places(&self) -> Places {
        let names: Vec<String> = match self {
            Self::Dates(names) => names.clone(),
            Self::Numbers(values, unit) => values.iter().map(|v| unit.value(*v)).collect(),
        };
        let at = self.calendar().unwrap_or_else(|| (0..names.len()).map(|i| i as f64).collect());
        let gap = at.windows(2).map(|w| w.last().unwrap_or(&0.0) - w.first().unwrap_or(&0.0));
        let gap = gap.fold(f64::INFINITY, f64::min);
        Places { at, names, gap: if gap.is_finite() { gap } else { 1.0 } }
    }

    /// The true positions, when there are any.
    fn calendar(&self) -> Option<Vec<f64>> {
        let at: Vec<f64> = match self {
            Self::Dates(days) => {
                days.iter().map(|d| dates::day_number(d).map(|n| n as f64)).collect::<Option<_>>()?
            }
            Self::Numbers(values, _) => values.clone(),
        };
        let calm = at.iter().all(|v| v.abs() < 1e15) && at.iter().zip(at.iter().skip(1)).all(|(a, b)| a < b);
        calm.then_some(at)
    }

    /// Ticks and labels for a plot that spans `range` over `room` units of width.
    fn ticks(&self, range: (f64, f64), frame: &Frame) -> Vec<(f64, String)> {
        let (size, k) = (12.0 * frame.k, frame.k);
        let places = self.places();
        match self {
            Self::Dates(_) if self.calendar().is_some() => {
                let most = (frame.w / (76.0 * k)).floor().max(1.0) as usize;
                let first = places.at.first().copied().unwrap_or(range.0);
                let last = places.at.last().copied().unwrap_or(range.1);
                let ticks = dates::ticks(first as i64, last as i64, most);
                ticks.into_iter().map(|(day, label)| (day as f64, label)).collect()
            }
            Self::Numbers(_, unit) if self.calendar().is_some() => numbers(range, frame, unit),
            _ => {
                let widest =
                    places.names.iter().map(|n| width(n, size, false)).fold(0.0, f64::max).min(110.0 * k);
                let each = frame.w / places.at.len().max(1) as f64;
                let skip = ((widest + 10.0 * k) / each.max(0.1)).ceil().max(1.0) as usize;
                places.at.into_iter().zip(places.names).step_by(skip).collect()
            }
        }
    }
}

/// Round ticks with their labels.
fn numbers(range: (f64, f64), frame: &Frame, unit: &Unit) -> Vec<(f64, String)> {
    let count = (frame.w / (80.0 * frame.k)).clamp(2.0, 10.0) as usize;
    let ticks = Ticks::inside(range.0, range.1, count, unit.is_whole());
    ticks.values.iter().map(|v| (*v, unit.tick(*v, &ticks))).collect()
}

/// The plot area: where it lies and how values map into it.
pub(crate) struct Plot {
    pub(crate) frame: Frame,
    pub(crate) x: Linear,
    pub(crate) y: Linear,
}

/// What the axes of a plot show.
pub(crate) struct Axes<'a> {
    pub(crate) x: &'a X,
    pub(crate) x_range: (f64, f64),
    pub(crate) y_range: (f64, f64),
    pub(crate) unit: &'a Unit,
    /// What the figures are, set above the axis: "orders per day".
    pub(crate) y_title: &'a str,
    /// What the places are, set below: "days from order to door".
    pub(crate) x_title: &'a str,
}

/// Draws grid and labels into `frame` and returns the area left for the values.
pub(crate) fn axes(canvas: &mut Canvas, frame: &Frame, axes: &Axes) -> Plot {
    let (k, size) = (frame.k, 12.0 * frame.k);
    let mut area = *frame;
    if !axes.y_title.is_empty() {
        let label = Label {
            x: area.x,
            y: area.y + 11.0 * k,
            size,
            ink: Ink::Muted,
            anchor: Anchor::Start,
            room: area.w,
        };
        canvas.text(&label, axes.y_title);
        area = area.cut(0.0, 18.0 * k, 0.0, 0.0);
    }
    let below = if axes.x_title.is_empty() { 22.0 } else { 40.0 };
    area = area.cut(0.0, 7.0 * k, 0.0, below * k);
    let count = (area.h / (32.0 * k)).clamp(1.0, 6.0) as usize;
    let ticks = Ticks::around(axes.y_range.0, axes.y_range.1, count, axes.unit.is_whole());
    let labels: Vec<String> = ticks.values.iter().map(|v| axes.unit.tick(*v, &ticks)).collect();
    let widest = labels.iter().map(|l| width(l, size, false)).fold(0.0, f64::max).min(area.w * 0.4);
    area = area.cut(widest + 8.0 * k, 0.0, 0.0, 0.0);
    let y = Linear { from: ticks.range(), to: (area.bottom(), area.y) };
    let mut free = f64::INFINITY;
    for (value, label) in ticks.values.iter().zip(&labels) {
        let at = y.at(*value);
        let class = if *value == 0.0 { "axis" } else { "grid" };
        canvas.line(class, (area.x, at), (area.right(), at));
        if at + 6.0 * k < free {
            let (x, room) = (area.x - 8.0 * k, widest);
            canvas
                .text(&Label { x, y: at + 4.0 * k, size, ink: Ink::Muted, anchor: Anchor::End, room }, label);
            free = at - 7.0 * k;
        }
    }
    let x = Linear { from: axes.x_range, to: (area.x, area.right()) };
    let ticks = axes.x.ticks(axes.x_range, &area);
    row(canvas, frame, &area, &x, &ticks);
    if !axes.x_title.is_empty() {
        let label = Label {
            x: area.x + area.w / 2.0,
            y: area.bottom() + 36.0 * k,
            size,
            ink: Ink::Muted,
            anchor: Anchor::Middle,
            room: area.w,
        };
        canvas.text(&label, axes.x_title);
    }
    Plot { frame: area, x, y }
}

/// The labels below the plot, kept inside the outer frame; one that would touch its neighbour is left out.
fn row(canvas: &mut Canvas, outer: &Frame, area: &Frame, x: &Linear, ticks: &[(f64, String)]) {
    let (k, size) = (outer.k, 12.0 * outer.k);
    let mut free = outer.x;
    for (value, text) in ticks {
        let at = x.at(*value);
        let wide = width(text, size, false).min(110.0 * k);
        let start = (at - wide / 2.0).min(outer.right() - wide).max(outer.x);
        if start < free || start + wide > outer.right() + 0.1 {
            continue;
        }
        canvas.line("axis", (at, area.bottom()), (at, area.bottom() + 4.0 * k));
        let (y, room) = (area.bottom() + 18.0 * k, wide + 0.1);
        canvas.text(
            &Label { x: start + wide / 2.0, y, size, ink: Ink::Muted, anchor: Anchor::Middle, room },
            text,
        );
        free = start + wide + 8.0 * k;
    }
}

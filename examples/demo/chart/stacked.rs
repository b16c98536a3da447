//! Parts of a whole over time: stacked bars, which close up to an area where they are too thin to tell apart.

use super::axis::{Axes, X, axes};
use super::canvas::{Anchor, Canvas, Frame, Ink, Label};
use super::scale::{Unit, drawable};
use super::text::width;
use super::theme::{COLOURS, fill};
use super::{Chart, Head, Series, nothing};

/// Up to so many bars get a hover text each.
const TIPS: usize = 900;

/// The height of a line of colour keys.
const LINE: f64 = 18.0;

/// One layer per series, the first at the bottom; from the eighth on they are summed up as "other".
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stacked {
    head: Head,
    x: X,
    unit: Unit,
    y_title: String,
    series: Vec<Series>,
}

/// A layer of the picture: its colour, its name, and its piece of each bar as (from, to).
struct Layer {
    name: String,
    values: Vec<f64>,
    pieces: Vec<(f64, f64)>,
}

impl Stacked {
    pub(crate) fn new(head: impl Into<Head>, x: X, unit: Unit) -> Self {
        Self { head: head.into(), x, unit, y_title: String::new(), series: Vec::new() }
    }

    /// What the figures are: "R$ per day".
    pub(crate) fn y_title(mut self, text: &str) -> Self {
        text.clone_into(&mut self.y_title);
        self
    }

    pub(crate) fn series(mut self, name: &str, values: Vec<f64>) -> Self {
        self.series.push(Series { name: name.to_owned(), values });
        self
    }

    /// The layers, piled up from zero: positive values upwards, negative ones downwards.
    fn layers(&self, places: usize) -> Vec<Layer> {
        let clean = |s: &Series| -> Vec<f64> {
            (0..places).map(|i| s.values.get(i).copied().and_then(drawable).unwrap_or(0.0)).collect()
        };
        let named = if self.series.len() > COLOURS { COLOURS - 1 } else { COLOURS };
        let mut rows: Vec<(String, Vec<f64>)> = Vec::new();
        for (i, series) in self.series.iter().enumerate() {
            match rows.get_mut(named) {
                Some((_, sum)) if i > named => sum.iter_mut().zip(clean(series)).for_each(|(s, v)| *s += v),
                _ if i == named => {
                    rows.push((format!("other ({})", self.series.len() - named), clean(series)));
                }
                _ => rows.push((series.name.clone(), clean(series))),
            }
        }
        let mut up = vec![0.0; places];
        let mut down = vec![0.0; places];
        rows.into_iter()
            .map(|(name, values)| {
                let pieces = values.iter().zip(up.iter_mut().zip(down.iter_mut())).map(|(v, (up, down))| {
                    let pile = if *v < 0.0 { down } else { up };
                    let from = *pile;
                    *pile += v;
                    (from, *pile)
                });
                let pieces = pieces.collect();
                Layer { name, values, pieces }
            })
            .collect()
    }
}

impl Chart for Stacked {
    fn head(&self) -> &Head {
        &self.head
    }

    fn describe(&self) -> String {
        let layers = self.layers(self.x.places().at.len());
        let sums = layers.iter().map(|l| format!("{} {}", l.name, self.unit.value(l.values.iter().sum())));
        format!("Stacked chart. Totals: {}.", sums.collect::<Vec<_>>().join(", "))
    }

    fn plot(&self, canvas: &mut Canvas, frame: &Frame) {
        let places = self.x.places();
        let layers = self.layers(places.at.len());
        let (Some(first), Some(last), false) = (places.at.first(), places.at.last(), layers.is_empty())
        else {
            return nothing(canvas, frame);
        };
        let names: Vec<&str> = layers.iter().map(|l| l.name.as_str()).collect();
        let (area, beside) = keys(canvas, frame, &names);
        let ends = || layers.iter().flat_map(|l| l.pieces.iter().map(|(_, to)| *to));
        let y_range = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        let x_range = (first - places.gap / 2.0, last + places.gap / 2.0);
        let (unit, y_title) = (&self.unit, self.y_title.as_str());
        let plot = axes(canvas, &area, &Axes { x: &self.x, x_range, y_range, unit, y_title, x_title: "" });
        if beside {
            keys_beside(canvas, frame, &plot.frame, &names);
        }
        let wide = places.gap / (x_range.1 - x_range.0) * plot.frame.w;
        let slim = if wide > 3.5 { (wide * 0.78).min(48.0 * frame.k) } else { wide };
        let tips = places.at.len() * layers.len() <= TIPS;
        for (i, layer) in layers.iter().enumerate() {
            let pieces = places.at.iter().zip(&layer.pieces).map(|(x, (from, to))| {
                let (at, low, high) = (plot.x.at(*x), plot.y.at(*from), plot.y.at(*to));
                Frame { x: at - slim / 2.0, y: low.min(high), w: slim, h: (low - high).abs(), k: frame.k }
            });
            if wide > 3.5 {
                for ((piece, name), value) in
                    pieces.zip(&places.names).zip(&layer.values).filter(|((p, _), _)| p.h > 0.0)
                {
                    let tip = format!("{name}, {}: {}", layer.name, self.unit.value(*value));
                    canvas.rect(&fill(i), &piece, 0.0, if tips { &tip } else { "" });
                }
            } else {
                let pieces: Vec<Frame> = pieces.collect();
                silhouette(canvas, &fill(i), &pieces, &layer.name);
            }
        }
    }
}

/// Thin bars side by side as one shape: along their tops and back along their feet, apart where places are missing.
fn silhouette(canvas: &mut Canvas, class: &str, bars: &[Frame], tip: &str) {
    for run in bars.chunk_by(|a, b| b.x - a.right() < 0.05 * a.w.max(0.1)) {
        let mut points: Vec<(f64, f64)> = run.iter().flat_map(|b| [(b.x, b.y), (b.right(), b.y)]).collect();
        points.extend(run.iter().rev().flat_map(|b| [(b.right(), b.bottom()), (b.x, b.bottom())]));
        if run.iter().any(|b| b.h > 0.0) {
            canvas.path(class, &points, true, tip);
        }
    }
}

/// Makes room for the colour keys: beside the plot, in the order of the layers, where the height allows, else in
/// lines above it. The former are drawn once the plot stands.
fn keys(canvas: &mut Canvas, frame: &Frame, names: &[&str]) -> (Frame, bool) {
    let k = frame.k;
    if names.len() as f64 * LINE * k <= frame.h {
        let widest = names.iter().map(|n| width(n, 12.0 * k, false)).fold(0.0, f64::max);
        return (frame.cut(0.0, 0.0, (widest + 30.0 * k).min(frame.w * 0.3), 0.0), true);
    }
    (legend(canvas, frame, names), false)
}

/// The keys to the right of the plot, the top layer first.
fn keys_beside(canvas: &mut Canvas, frame: &Frame, plot: &Frame, names: &[&str]) {
    let (k, x) = (frame.k, plot.right() + 14.0 * frame.k);
    let high = names.len() as f64 * LINE * k;
    let top = (plot.y + 4.0 * k).min(frame.bottom() - high).max(frame.y);
    let lane = Frame { x, y: top, w: frame.right() - x, h: high, k };
    for (i, name) in names.iter().enumerate() {
        let above = (names.len() - 1 - i) as f64 * LINE * k;
        key(canvas, &lane.cut(0.0, above, 0.0, 0.0), i, name);
    }
}

/// A colour and its name in the first line of `frame`; returns the width taken.
fn key(canvas: &mut Canvas, frame: &Frame, i: usize, name: &str) -> f64 {
    let k = frame.k;
    let (x, y, side) = (frame.x, frame.y, 10.0 * k);
    canvas.rect(&fill(i), &Frame { x, y: y + 2.0 * k, w: side, h: side, k }, 2.0 * k, "");
    let (x, y, room) = (x + 15.0 * k, y + 11.0 * k, frame.w - 15.0 * k);
    15.0 * k
        + canvas.text(&Label { x, y, size: 12.0 * k, ink: Ink::Plain, anchor: Anchor::Start, room }, name)
}

/// Colour keys in at most two lines; those that do not fit are counted.
fn legend(canvas: &mut Canvas, frame: &Frame, names: &[&str]) -> Frame {
    let (k, size, line) = (frame.k, 12.0 * frame.k, LINE * frame.k);
    let (mut x, mut y) = (frame.x, frame.y);
    for (i, name) in names.iter().enumerate() {
        let wide = (15.0 * k + width(name, size, false)).min(150.0 * k).min(frame.w) + 0.1;
        let second = y > frame.y;
        let tail = if second && i + 1 < names.len() { width("+99 more", size, false) } else { 0.0 };
        if x > frame.x && x + wide > frame.right() - tail {
            if second {
                let (y, room) = (y + 11.0 * k, frame.right() - x);
                let label = Label { x, y, size, ink: Ink::Muted, anchor: Anchor::Start, room };
                canvas.text(&label, &format!("+{} more", names.len() - i));
                break;
            }
            (x, y) = (frame.x, y + line);
        }
        x += key(canvas, &Frame { x, y, w: wide, ..*frame }, i, name) + 14.0 * k;
    }
    frame.cut(0.0, y - frame.y + line + 4.0 * k, 0.0, 0.0)
}

//! Parts of a whole over time: stacked bars, which close up to an area where they are too thin to tell apart.

use super::axis::{Axes, X, axes};
use super::canvas::{Anchor, Canvas, Frame, Ink, Label};
use super::scale::{Unit, drawable};
use super::text::width;
use super::theme::{COLOURS, fill};
use super::{Chart, Head, Series, nothing};

/// Up to so many bars get a hover text each.
const TIPS: usize = 900;

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
                _ if i == named => rows.push((format!("other ({})", self.series.len() - named), clean(series))),
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
        let (Some(first), Some(last), false) = (places.at.first(), places.at.last(), layers.is_empty()) else {
            return nothing(canvas, frame);
        };
        let area = legend(canvas, frame, layers.iter().map(|l| l.name.as_str()));
        let ends = || layers.iter().flat_map(|l| l.pieces.iter().map(|(_, to)| *to));
        let y_range = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        let x_range = (first - places.gap / 2.0, last + places.gap / 2.0);
        let (unit, y_title) = (&self.unit, self.y_title.as_str());
        let plot = axes(canvas, &area, &Axes { x: &self.x, x_range, y_range, unit, y_title, x_title: "" });
        let wide = places.gap / (x_range.1 - x_range.0) * plot.frame.w;
        let slim = if wide > 3.5 { (wide * 0.78).min(48.0 * frame.k) } else { wide };
        let tips = places.at.len() * layers.len() <= TIPS;
        for (i, layer) in layers.iter().enumerate() {
            let pieces = places.at.iter().zip(&layer.pieces).map(|(x, (from, to))| {
                let (at, low, high) = (plot.x.at(*x), plot.y.at(*from), plot.y.at(*to));
                Frame { x: at - slim / 2.0, y: low.min(high), w: slim, h: (low - high).abs(), k: frame.k }
            });
            if wide > 3.5 {
                for ((piece, name), value) in pieces.zip(&places.names).zip(&layer.values).filter(|((p, _), _)| p.h > 0.0) {
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

/// Colour keys in at most two lines; names that do not fit are counted.
fn legend<'a>(canvas: &mut Canvas, frame: &Frame, names: impl ExactSizeIterator<Item = &'a str>) -> Frame {
    let (k, size, line) = (frame.k, 12.0 * frame.k, 18.0 * frame.k);
    let total = names.len();
    let (mut x, mut y) = (frame.x, frame.y);
    let tail = if total > 1 { width("+99 more", size, false) } else { 0.0 };
    for (i, name) in names.enumerate() {
        let wide = width(name, size, false).min(150.0 * k).min((frame.w - 16.0 * k).max(0.0)) + 0.1;
        let second = y > frame.y;
        let room = frame.right() - if second && i + 1 < total { tail } else { 0.0 };
        if x > frame.x && x + 16.0 * k + wide > room {
            if second {
                let label = Label { x, y: y + 11.0 * k, size, ink: Ink::Muted, anchor: Anchor::Start, room: frame.right() - x };
                canvas.text(&label, &format!("+{} more", total - i));
                break;
            }
            (x, y) = (frame.x, y + line);
        }
        canvas.rect(&fill(i), &Frame { x, y: y + 2.0 * k, w: 10.0 * k, h: 10.0 * k, k }, 2.0 * k, "");
        let label = Label { x: x + 15.0 * k, y: y + 11.0 * k, size, ink: Ink::Plain, anchor: Anchor::Start, room: wide };
        canvas.text(&label, name);
        x += 15.0 * k + wide + 14.0 * k;
    }
    frame.cut(0.0, y - frame.y + line + 4.0 * k, 0.0, 0.0)
}

//! One picture of a whole run, made to be read in a README.

use super::canvas::{Anchor, Canvas, Drawing, Frame, Ink, Label};
use super::{BarChart, Chart, GroupedBars, Histogram, Stacked};

const WIDTH: f64 = 1200.0;
const HEIGHT: f64 = 675.0;
const EDGE: f64 = 24.0;
const GAP: f64 = 14.0;
/// Read at two thirds of its size, so everything is set a little larger.
const SCALE: f64 = 1.14;

/// A figure with its name and a note: "Orders", "50,000", "over 30 days".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) note: String,
}

impl Tile {
    pub(crate) fn new(label: &str, value: &str, note: &str) -> Self {
        Self { label: label.to_owned(), value: value.to_owned(), note: note.to_owned() }
    }
}

/// Title line, tiles and the four charts that sum up a run.
pub(crate) struct Overview<'a> {
    pub(crate) title: &'a str,
    pub(crate) subtitle: &'a str,
    /// The first four are shown.
    pub(crate) tiles: &'a [Tile],
    pub(crate) sales: &'a Stacked,
    pub(crate) regions: &'a BarChart,
    pub(crate) strategies: &'a GroupedBars,
    pub(crate) delivery: &'a Histogram,
}

impl Overview<'_> {
    /// The picture, 1200 by 675.
    pub(crate) fn drawing(&self) -> Drawing {
        let mut canvas = Canvas::default();
        let room = WIDTH - 2.0 * EDGE;
        let line = |y, size, ink| Label { x: EDGE, y, size, ink, anchor: Anchor::Start, room };
        canvas.text(&line(44.0, 26.0, Ink::Bold), self.title);
        canvas.text(&line(68.0, 15.0, Ink::Muted), self.subtitle);
        let wide = (room - 3.0 * GAP) / 4.0;
        for (i, tile) in self.tiles.iter().take(4).enumerate() {
            let x = EDGE + (wide + GAP) * i as f64;
            tile.draw(&mut canvas, &Frame { x, y: 84.0, w: wide, h: 84.0, k: SCALE });
        }
        let left = (room - GAP) * 0.58;
        let (right, top) = (room - GAP - left, 182.0);
        let upper = (HEIGHT - EDGE - top - GAP) * 0.51;
        let lower = HEIGHT - EDGE - top - GAP - upper;
        let (x, y) = (EDGE + left + GAP, top + upper + GAP);
        let place = |x, y, w, h| Frame { x, y, w, h, k: SCALE };
        panel(&mut canvas, &place(EDGE, top, left, upper), self.sales);
        panel(&mut canvas, &place(x, top, right, upper), self.regions);
        panel(&mut canvas, &place(EDGE, y, left, lower), self.strategies);
        panel(&mut canvas, &place(x, y, right, lower), self.delivery);
        let charts: [&dyn Chart; 4] = [self.sales, self.regions, self.strategies, self.delivery];
        let tiles = self.tiles.iter().take(4).map(|t| format!("{}: {}.", t.label, t.value));
        let desc: Vec<String> = tiles.chain(charts.iter().map(|c| c.describe())).collect();
        canvas.finish(self.title, &desc.join(" "), (WIDTH, HEIGHT))
    }
}

fn panel(canvas: &mut Canvas, frame: &Frame, chart: &dyn Chart) {
    canvas.rect("panel", frame, 10.0, "");
    chart.draw(canvas, &frame.cut(16.0, 14.0, 16.0, 12.0));
}

impl Tile {
    fn draw(&self, canvas: &mut Canvas, frame: &Frame) {
        canvas.rect("panel", frame, 10.0, "");
        let room = frame.w - 32.0;
        for (text, y, size, ink) in [
            (&self.label, 23.0, 14.0, Ink::Muted),
            (&self.value, 52.0, 26.0, Ink::Bold),
            (&self.note, 73.0, 13.0, Ink::Muted),
        ] {
            let label = Label { x: frame.x + 16.0, y: frame.y + y, size, ink, anchor: Anchor::Start, room };
            canvas.text(&label, text);
        }
    }
}

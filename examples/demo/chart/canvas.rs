//! The SVG writer: shapes and texts on a canvas, and the finished drawing.

use std::fmt::Write as _;

use super::text::{escape, fit, width};
use super::theme::STYLE;

/// A piece of the canvas to draw in, with the factor all letters and gaps are scaled by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) w: f64,
    pub(crate) h: f64,
    /// 1.0 gives labels of 12 units.
    pub(crate) k: f64,
}

impl Frame {
    pub(crate) fn right(&self) -> f64 {
        self.x + self.w
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// The frame without so much of its left, top, right and bottom edge. Never turns inside out.
    pub(crate) fn cut(&self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        let (left, top) = (left.min(self.w), top.min(self.h));
        let (w, h) = ((self.w - left - right).max(0.0), (self.h - top - bottom).max(0.0));
        Self { x: self.x + left, y: self.y + top, w, h, k: self.k }
    }
}

/// Which end of a text its position names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks: the classes of the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The reading colour.
    Plain,
    /// Quieter: axes, notes.
    Muted,
    /// The reading colour, heavier: headings and the best value.
    Bold,
}

impl Ink {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "t",
            Self::Muted => "m",
            Self::Bold => "b",
        }
    }
}

/// Where and how a text is set, and the room it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Label {
    pub(crate) x: f64,
    /// The base line.
    pub(crate) y: f64,
    pub(crate) size: f64,
    pub(crate) ink: Ink,
    pub(crate) anchor: Anchor,
    /// The width it may take before it is cut with an ellipsis.
    pub(crate) room: f64,
}

/// The body of an SVG being written.
#[derive(Default)]
pub(crate) struct Canvas {
    body: String,
}

impl Canvas {
    /// Sets a text and returns the width it took: 0 when there was no room for any of it.
    pub(crate) fn text(&mut self, label: &Label, text: &str) -> f64 {
        let bold = label.ink == Ink::Bold;
        let Some(shown) = fit(text, label.size, bold, label.room) else { return 0.0 };
        let anchor = match label.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y, size, class) = (num(label.x), num(label.y), num(label.size), label.ink.class());
        let whole = if shown == text { String::new() } else { format!("<title>{}</title>", escape(text)) };
        let taken = width(&shown, label.size, bold);
        self.put(&format!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{anchor}>{}{whole}</text>",
            escape(&shown)
        ));
        taken
    }

    pub(crate) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let ((x1, y1), (x2, y2)) = (from, to);
        let (x1, y1, x2, y2) = (num(x1), num(y1), num(x2), num(y2));
        self.put(&format!("<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"));
    }

    /// A rectangle with rounded corners; `tip` is shown while the pointer rests on it.
    pub(crate) fn rect(&mut self, class: &str, frame: &Frame, radius: f64, tip: &str) {
        let (x, y, w, h) = (num(frame.x), num(frame.y), num(frame.w), num(frame.h));
        let round = if radius > 0.0 { format!(" rx=\"{}\"", num(radius)) } else { String::new() };
        let head = format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{round}");
        self.close("rect", &head, tip);
    }

    pub(crate) fn circle(&mut self, class: &str, at: (f64, f64), radius: f64, tip: &str) {
        let head = format!(
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"",
            num(at.0),
            num(at.1),
            num(radius)
        );
        self.close("circle", &head, tip);
    }

    /// A path through `points`; closed ones are areas.
    pub(crate) fn path(&mut self, class: &str, points: &[(f64, f64)], closed: bool, tip: &str) {
        let mut d = String::new();
        for (i, (x, y)) in points.iter().enumerate() {
            let _ = write!(d, "{}{},{}", if i == 0 { "M" } else { "L" }, num(*x), num(*y));
        }
        let end = if closed { "Z" } else { "" };
        self.close("path", &format!("<path class=\"{class}\" d=\"{d}{end}\""), tip);
    }

    /// A horizontal bar from `from` to `to`, rounded where the value ends.
    pub(crate) fn bar(&mut self, class: &str, from: f64, to: f64, y: f64, h: f64, tip: &str) {
        let r = 3.0_f64.min((to - from).abs()).min(h / 2.0) * (to - from).signum();
        let (b, e, back, top, low) = (num(from), num(to), num(to - r), num(y), num(y + h));
        let (upper, lower) = (num(y + r.abs()), num(y + h - r.abs()));
        let d = format!(
            "M{b},{top}L{back},{top}Q{e},{top} {e},{upper}L{e},{lower}Q{e},{low} {back},{low}L{b},{low}Z"
        );
        self.close("path", &format!("<path class=\"{class}\" d=\"{d}\""), tip);
    }

    fn close(&mut self, tag: &str, head: &str, tip: &str) {
        if tip.is_empty() {
            self.put(&format!("{head}/>"));
        } else {
            self.put(&format!("{head}><title>{}</title></{tag}>", escape(tip)));
        }
    }

    fn put(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// The drawing, named and described for those who cannot see it.
    pub(crate) fn finish(self, title: &str, desc: &str, size: (f64, f64)) -> Drawing {
        Drawing {
            title: title.to_owned(),
            desc: desc.to_owned(),
            width: size.0,
            height: size.1,
            body: self.body,
        }
    }
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawing {
    title: String,
    desc: String,
    width: f64,
    height: f64,
    body: String,
}

impl Drawing {
    /// An SVG file of its own, with its style sheet and a background, for light and dark readers.
    pub(crate) fn standalone(&self) -> String {
        let back = format!(
            "<style>{STYLE}</style>\n<rect class=\"bg\" x=\"0\" y=\"0\" width=\"100%\" height=\"100%\"/>\n"
        );
        let size = format!(" width=\"{}\" height=\"{}\"", num(self.width), num(self.height));
        self.wrap(&size, &back)
    }

    /// An `<svg>` element for a page that carries [`STYLE`] itself.
    pub(crate) fn inline(&self) -> String {
        self.wrap("", "")
    }

    fn wrap(&self, size: &str, back: &str) -> String {
        let (title, desc) = (escape(&self.title), escape(&self.desc));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"oms\"{size} viewBox=\"0 0 {} {}\" role=\"img\">\n\
             <title>{title}</title>\n<desc>{desc}</desc>\n{back}{}</svg>\n",
            num(self.width),
            num(self.height),
            self.body
        )
    }
}

/// A coordinate with at most one decimal; anything that is no number becomes 0.
pub(crate) fn num(value: f64) -> String {
    let tenths = (value * 10.0).round();
    if !tenths.is_finite() || tenths == 0.0 {
        return "0".to_owned();
    }
    format!("{}", tenths / 10.0)
}

//! Costs over the bound as bars: for Vega-Lite, and drawn.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::Failure;
use crate::compare::Compared;

/// The parts of a cost and their colours.
const PARTS: [(&str, &str); 5] = [
    ("freight", "#4c78a8"),
    ("handling", "#9ecae9"),
    ("split", "#f58518"),
    ("late", "#b79a20"),
    ("short", "#e45756"),
];

fn parts(compared: &Compared) -> [i64; 5] {
    let row = &compared.row;
    [row.freight_cents, row.handling_cents, row.split_cents, row.late_cents, row.short_cents]
}

/// A Vega-Lite chart with its data: stacked costs by strategy, one row of bars for each instance.
pub fn vega(rows: &[Compared]) -> Result<Value, Failure> {
    let mut values = Vec::new();
    for compared in rows {
        for ((part, _), cents) in PARTS.iter().zip(parts(compared)) {
            values.push(json!({
                "instance": compared.row.instance,
                "strategy": compared.row.strategy,
                "part": part,
                "share": cents as f64 / compared.row.bound_cents.max(1) as f64,
                "row": serde_json::to_value(&compared.row)?,
            }));
        }
    }
    Ok(json!({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": "Cost over the lower bound, by part",
        "data": {"values": values},
        "mark": "bar",
        "encoding": {
            "row": {"field": "instance", "type": "nominal"},
            "y": {"field": "strategy", "type": "nominal", "sort": null},
            "x": {"field": "share", "type": "quantitative", "title": "cost / lower bound"},
            "color": {
                "field": "part",
                "type": "nominal",
                "scale": {"domain": PARTS.map(|(part, _)| part), "range": PARTS.map(|(_, colour)| colour)},
            },
        },
    }))
}

/// The same as a picture that needs no program.
pub fn svg(rows: &[Compared]) -> String {
    let over = |cents: i64, compared: &Compared| cents as f64 / compared.row.bound_cents.max(1) as f64;
    let most = rows.iter().map(|row| over(row.row.cost_cents, row)).fold(1.0, f64::max);
    let scale = 520.0 / most;
    let height = 60 + rows.len() * 22;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"{height}\" font-family=\"sans-serif\" \
         font-size=\"12\"><title>Cost over the lower bound, by part</title>\n"
    );
    for (at, (part, colour)) in PARTS.iter().enumerate() {
        let x = 300 + at * 90;
        let _ = writeln!(svg, "<rect x=\"{x}\" y=\"10\" width=\"12\" height=\"12\" fill=\"{colour}\"/>");
        let _ = writeln!(svg, "<text x=\"{}\" y=\"20\">{part}</text>", x + 16);
    }
    for (at, compared) in rows.iter().enumerate() {
        let (y, mut x) = (40 + at * 22, 300.0);
        let name = escape(&format!("{} {}", compared.row.instance, compared.row.strategy));
        let _ = writeln!(svg, "<text x=\"290\" y=\"{}\" text-anchor=\"end\">{name}</text>", y + 13);
        for ((_, colour), cents) in PARTS.iter().zip(parts(compared)) {
            let width = over(cents, compared) * scale;
            let _ = writeln!(
                svg,
                "<rect x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"16\" fill=\"{colour}\"/>"
            );
            x += width;
        }
        let share = over(compared.row.cost_cents, compared);
        let _ = writeln!(svg, "<text x=\"{:.1}\" y=\"{}\">{share:.3}</text>", x + 6.0, y + 13);
    }
    let line = 300.0 + scale;
    let _ = writeln!(
        svg,
        "<line x1=\"{line:.1}\" y1=\"34\" x2=\"{line:.1}\" y2=\"{}\" stroke=\"#333\" stroke-dasharray=\"3\"/>",
        height - 16
    );
    svg + "</svg>\n"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

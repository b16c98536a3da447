//! What every picture owes its reader, checked on the SVG text itself for random figures and names.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::canvas::{Canvas, Frame};
use super::text::{escape, fit, width};
use super::*;

/// An element of a well-formed document: its name, its attributes and the text directly in it.
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) text: String,
}

impl Element {
    fn number(&self, key: &str) -> f64 {
        self.attributes.get(key).map_or(0.0, |v| v.parse().expect("a number"))
    }
}

/// Reads a document and panics where it is not well-formed: tags that do not balance, stray `<`, `&` or quotes.
pub(crate) fn parse(xml: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        assert!(
            !text.contains('>') || open.last().is_some_and(|i| elements[*i].name == "style"),
            "stray > in {text}"
        );
        if let Some(i) = open.last() {
            let text = unescape(text);
            elements[*i].text.push_str(&text);
        }
        let end = at + rest[at..].find('>').expect("a tag that ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let i = open.pop().expect("an open element");
            assert_eq!(elements[i].name, name, "tags balance");
            continue;
        }
        let (name, list) =
            tag.trim_end_matches('/').split_once(' ').unwrap_or((tag.trim_end_matches('/'), ""));
        let mut attributes = BTreeMap::new();
        let mut list = list.trim();
        while !list.is_empty() {
            let (key, after) = list.split_once("=\"").expect("a quoted attribute");
            let (value, after) = after.split_once('"').expect("a closing quote");
            assert!(attributes.insert(key.to_owned(), unescape(value)).is_none(), "{key} twice in <{tag}>");
            list = after.trim();
        }
        elements.push(Element { name: name.to_owned(), attributes, text: String::new() });
        if !tag.ends_with('/') {
            open.push(elements.len() - 1);
        }
    }
    assert!(open.is_empty(), "every element is closed");
    elements
}

fn unescape(text: &str) -> String {
    let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let bare = known.iter().fold(text.to_owned(), |t, (entity, _)| t.replace(entity, ""));
    assert!(!bare.contains('&'), "a bare & in {text}");
    known.iter().fold(text.to_owned(), |t, (entity, letter)| t.replace(entity, letter))
}

/// Left, top, right and bottom.
type Extent = (f64, f64, f64, f64);

fn text_extent(e: &Element) -> Extent {
    let (x, y, size) = (e.number("x"), e.number("y"), e.number("font-size"));
    let wide = width(&e.text, size, e.attributes["class"] == "b");
    let left = match e.attributes.get("text-anchor").map(String::as_str) {
        Some("middle") => x - wide / 2.0,
        Some("end") => x - wide,
        _ => x,
    };
    (left, y - 0.74 * size, left + wide, y + 0.2 * size)
}

fn extent(e: &Element) -> Option<Extent> {
    let n = |key| e.number(key);
    Some(match e.name.as_str() {
        "text" => text_extent(e),
        "rect" => (n("x"), n("y"), n("x") + n("width"), n("y") + n("height")),
        "line" => (n("x1").min(n("x2")), n("y1").min(n("y2")), n("x1").max(n("x2")), n("y1").max(n("y2"))),
        "circle" if e.attributes["class"] == "hit" => return None,
        "circle" => (n("cx") - n("r"), n("cy") - n("r"), n("cx") + n("r"), n("cy") + n("r")),
        "path" => {
            let numbers = e.attributes["d"].split(|c: char| "MLQZ, ".contains(c)).filter(|s| !s.is_empty());
            let numbers: Vec<f64> = numbers.map(|s| s.parse().expect("a coordinate")).collect();
            let (xs, ys) = (numbers.iter().step_by(2), numbers.iter().skip(1).step_by(2));
            let (low, high) = (f64::INFINITY, f64::NEG_INFINITY);
            let (x, y) = (xs.clone().copied(), ys.clone().copied());
            (
                x.clone().fold(low, f64::min),
                y.clone().fold(low, f64::min),
                x.fold(high, f64::max),
                y.fold(high, f64::max),
            )
        }
        _ => return None,
    })
}

/// The laws of every picture: well-formed, named, no figure that is none, everything inside, no text on another.
fn check(svg: &str, size: (f64, f64)) {
    let elements = parse(svg);
    assert_eq!(
        (elements[0].name.as_str(), elements[1].name.as_str(), elements[2].name.as_str()),
        ("svg", "title", "desc")
    );
    for e in &elements {
        for value in e.attributes.values() {
            assert!(!value.contains("NaN") && !value.contains("inf"), "no number in <{}>: {value}", e.name);
        }
    }
    let drawn = elements.iter().filter(|e| e.attributes.get("class").is_none_or(|c| c != "bg"));
    for (e, (left, top, right, bottom)) in drawn.filter_map(|e| Some((e, extent(e)?))) {
        let inside = left >= -0.5 && top >= -0.5 && right <= size.0 + 0.5 && bottom <= size.1 + 0.5;
        assert!(inside, "<{}> {:?} {:?} leaves the picture", e.name, e.attributes, e.text);
    }
    let texts: Vec<(&Element, Extent)> =
        elements.iter().filter(|e| e.name == "text").map(|e| (e, text_extent(e))).collect();
    for (i, (e, a)) in texts.iter().enumerate() {
        for (other, b) in texts.iter().skip(i + 1) {
            let apart = a.2 <= b.0 + 0.5 || b.2 <= a.0 + 0.5 || a.3 <= b.1 + 0.5 || b.3 <= a.1 + 0.5;
            assert!(apart, "{:?} and {:?} overlap: {a:?} {b:?}", e.text, other.text);
        }
    }
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![6 => 0.0..1e6_f64, 2 => -1e5..1e5_f64, 2 => -10.0..10.0_f64, 1 => Just(0.0), 1 => any::<f64>()]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[A-Za-z ]{1,18}", 1 => "[<>&\"'a-z]{0,9}", 1 => "[上海仓库区🚚é]{1,30}", 1 => any::<String>()]
}

fn places() -> impl Strategy<Value = X> {
    prop_oneof![
        (0_i64..20_000, 0..400_usize).prop_map(|(first, n)| X::Dates(
            (0..n)
                .map(|i| format!(
                    "{}-{:02}",
                    1950 + (first as usize + i) / 12 % 150,
                    (first as usize + i) % 12 + 1
                ))
                .collect()
        )),
        (0..31_usize).prop_map(|n| X::Dates((1..=n).map(|d| format!("2024-02-{d:02}")).collect())),
        prop::collection::vec(name(), 0..9).prop_map(X::Dates),
        prop::collection::vec(value(), 0..9).prop_map(|v| X::Numbers(v, Unit::of("km"))),
    ]
}

/// Any chart of the kinds there are.
fn chart() -> impl Strategy<Value = Box<dyn Chart>> {
    let row = || prop::collection::vec(value(), 0..60);
    let rows = move || prop::collection::vec((name(), row()), 0..12);
    let head = || (name(), name()).prop_map(|(title, sub)| Head::new(&title).subtitle(&sub));
    prop_oneof![
        (head(), places(), rows()).prop_map(|(head, x, rows)| {
            let start = LineChart::new(head, x, Unit::money("R$")).y_title("orders per day");
            Box::new(rows.into_iter().fold(start, |c, (n, v)| c.series(&n, v))) as Box<dyn Chart>
        }),
        (head(), places(), rows()).prop_map(|(head, x, rows)| {
            let start = Stacked::new(head, x, Unit::count());
            Box::new(rows.into_iter().fold(start, |c, (n, v)| c.series(&n, v))) as Box<dyn Chart>
        }),
        (head(), prop::collection::vec((name(), value()), 0..60)).prop_map(|(head, bars)| {
            let start = BarChart::new(head, Unit::money("€"));
            Box::new(bars.into_iter().fold(start, |c, (n, v)| c.bar(&n, v))) as Box<dyn Chart>
        }),
        (head(), prop::collection::vec(name(), 0..9), rows()).prop_map(|(head, names, rows)| {
            let start = GroupedBars::new(head, &names);
            Box::new(
                rows.into_iter().fold(start, |c, (n, v)| c.measure(&n, Unit::percent(), Better::Lower, v)),
            ) as Box<dyn Chart>
        }),
        (head(), row()).prop_map(|(head, v)| {
            Box::new(Histogram::new(head, Unit::of("days"), &v).titles("days to the door", "orders"))
                as Box<dyn Chart>
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_figures_make_a_sound_picture(chart in chart()) {
        let svg = chart.svg();
        let root = parse(&svg).remove(0);
        check(&svg, (root.number("width"), root.number("height")));
        prop_assert_eq!(svg, chart.svg());
    }

    #[test]
    fn a_chart_stays_in_a_small_frame(chart in chart(), w in 260.0..700.0_f64, h in 150.0..300.0_f64) {
        let mut canvas = Canvas::default();
        chart.draw(&mut canvas, &Frame { x: 4.0, y: 4.0, w, h, k: 1.14 });
        check(&canvas.finish("small", "", (w + 8.0, h + 8.0)).standalone(), (w + 8.0, h + 8.0));
    }

    #[test]
    fn a_fitted_text_is_never_wider_than_its_room(
        text in any::<String>(),
        room in 0.0..300.0_f64,
        bold in any::<bool>(),
    ) {
        if let Some(fitted) = fit(&text, 12.0, bold, room) {
            prop_assert!(width(&fitted, 12.0, bold) <= room + 1e-9);
        }
    }

    #[test]
    fn escaping_loses_no_letter_that_xml_allows(text in "[ -~à-ÿ上海]{0,40}") {
        prop_assert_eq!(unescape(&escape(&text)), text);
    }
}

#[test]
fn a_long_name_is_cut_and_told_in_full_when_pointed_at() {
    let long = "a region whose name is so long that no bar would be left beside it, \
                really <none> at all, not even a short one";
    let svg = BarChart::new("Sales", Unit::count()).bar(long, 3.0).svg();
    assert!(svg.contains(&format!("<title>{}</title></text>", escape(long))));
    assert!(parse(&svg).iter().any(|e| e.name == "text" && e.text.ends_with('…')));
}

#[test]
fn an_empty_chart_says_so() {
    let empty: [Box<dyn Chart>; 3] = [
        Box::new(BarChart::new("a", Unit::count())),
        Box::new(Histogram::new("b", Unit::count(), &[f64::NAN])),
        Box::new(
            LineChart::new("c", X::Dates(vec!["2024-01-01".to_owned()]), Unit::count())
                .series("d", vec![f64::NAN]),
        ),
    ];
    assert!(empty.iter().all(|c| c.svg().contains(">no data</text>")));
}

#[test]
fn figures_are_short_and_carry_their_unit() {
    let shown = [
        (0.0, "€ 0"),
        (1.5, "€ 1.5"),
        (-1234.4, "−€ 1,234"),
        (9_999.6, "€ 10k"),
        (999_960.0, "€ 1M"),
        (2.5e16, "€ 2.5e16"),
    ];
    for (value, text) in shown {
        assert_eq!(Unit::money("€").value(value), text);
    }
    assert_eq!(
        (Unit::percent().value(12.34), Unit::percent().value(88.0)),
        ("12.3%".to_owned(), "88.0%".to_owned())
    );
    assert_eq!(Unit::count().value(312.0), "312");
}

#[test]
fn ticks_are_round_and_cover_the_range() {
    let ticks = scale::Ticks::around(0.0, 87.0, 5, false);
    assert_eq!(ticks.values, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
    let labels: Vec<String> = dates::ticks(17_167, 17_167 + 364, 5).into_iter().map(|(_, l)| l).collect();
    assert_eq!(labels, ["Jan 2017", "Apr", "Jul", "Oct"]);
}

#[test]
fn the_best_is_marked_by_the_direction_of_the_measure_and_a_tie_of_all_has_none() {
    let bars = |better, values| {
        GroupedBars::new("s", &["one", "two"]).measure("m", Unit::count(), better, values).describe()
    };
    assert!(bars(Better::Lower, vec![1.0, 2.0]).contains("m: one (1)"));
    assert!(bars(Better::Higher, vec![1.0, 2.0]).contains("m: two (2)"));
    assert!(!bars(Better::Higher, vec![2.0, 2.0]).contains("m: "));
}

#[test]
fn percentiles_are_by_nearest_rank() {
    let days: Vec<f64> = (1..=10).rev().map(f64::from).collect();
    let histogram = Histogram::new("h", Unit::count(), &days);
    assert_eq!(
        (histogram.percentile(50), histogram.percentile(90), histogram.percentile(0)),
        (Some(5.0), Some(9.0), Some(1.0))
    );
}

#[test]
fn the_overview_holds_its_tiles_and_charts() {
    let tiles = [
        Tile::new("Orders", "50,000", "a note that is far too long for the narrow tile it has to live in"),
        Tile::new("Sales", "€ 1", ""),
    ];
    let overview = Overview {
        title: "A run & its <figures>",
        subtitle: "",
        tiles: &tiles,
        sales: &Stacked::new("Sales", X::Dates(vec!["2024-01-01".to_owned()]), Unit::count())
            .series("web", vec![3.0]),
        regions: &BarChart::new("Regions", Unit::count()).bar("SP", 3.0),
        strategies: &GroupedBars::new("Strategies", &["nearest"]),
        delivery: &Histogram::new("Delivery", Unit::of("days"), &[3.0, 4.0]),
    };
    let svg = overview.drawing().standalone();
    check(&svg, (1200.0, 675.0));
    assert!(
        ["Sales", "Regions", "Strategies", "Delivery", "50,000"]
            .iter()
            .all(|t| svg.contains(&format!(">{t}</text>")))
    );
}

//! The report is one sound file that asks for nothing, and tables line up.

use proptest::prelude::*;

use super::console::Progress;
use super::table::columns;
use super::*;
use crate::chart::tests::parse;
use crate::chart::{BarChart, Head, Unit};

fn page(text: &str) -> String {
    let chart = BarChart::new(Head::new(text).half(), Unit::count()).bar(text, 1.0);
    let table = Table::new(&[text, "Count"]).row(&[text, "1,234"]);
    Page::new(text)
        .subtitle(text)
        .card(&Tile::new(text, text, text))
        .section(text, text)
        .figure(&chart, text)
        .table(&table)
        .section(text, "")
        .details(text, &table)
        .footer(text)
        .html()
}

proptest! {
    #[test]
    fn any_text_makes_a_well_formed_page(text in any::<String>()) {
        let html = page(&text);
        parse(&html);
        prop_assert_eq!(html, page(&text));
    }

    #[test]
    fn every_line_of_a_terminal_table_is_as_wide_as_its_rule(cells in prop::collection::vec("[a-z上海仓🚚é]{0,12}", 6)) {
        let table = Table::new(&["name", "b", "end"]);
        let table = table.row(&[&cells[0], &cells[1], "x"]).row(&[&cells[2], &cells[3], "y"]);
        let text = table.console();
        let start_of_last = |line: &str| line.rsplit_once("  ").map(|(before, _)| columns(before) + 2);
        let rule = text.lines().nth(1).and_then(start_of_last);
        prop_assert!(text.lines().skip(2).all(|line| Some(columns(line) - 1) == rule));
    }
}

#[test]
fn the_page_asks_for_nothing_outside_itself() {
    let html = page("Report").replace("http://www.w3.org/2000/svg", "");
    for outside in ["http:", "https:", "url(", "@import", " src=", "<link", "<script"] {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn figures_stand_flush_right_and_names_and_dates_do_not() {
    let cells = ["1,234.50", "−3", "12.5%", "R$ 1.2k", "–", "4 h", "2018-01-01", "node 7b-3", "SP", ""];
    let heads: Vec<String> = cells.iter().map(|c| format!("h{c}")).collect();
    let html = Table::new(&heads).row(&cells).html();
    let right: Vec<bool> =
        parse(&html).iter().filter(|e| e.name == "td").map(|e| e.attributes.contains_key("class")).collect();
    assert_eq!(right, [true, true, true, true, true, true, false, false, false, false]);
}

#[test]
fn wide_letters_count_twice_in_the_terminal() {
    let text = Table::new(&["仓库", "n"]).row(&["上海仓", "7"]).row(&["Köln", "12"]).console();
    assert_eq!(text, "  仓库     n\n  ──────  ──\n  上海仓   7\n  Köln    12\n");
}

#[test]
fn progress_writes_a_line_per_tenth_where_nobody_watches() {
    let mut out = Vec::new();
    let mut progress = Progress::new(&mut out, false, "capture", 2_000);
    for done in 0..=2_000 {
        progress.at(done, String::new);
    }
    progress.done("2,000 orders");
    let text = String::from_utf8(out).expect("text");
    assert_eq!(text.lines().count(), 12);
    assert!(!text.contains('\r') && text.ends_with("capture  2,000 orders\n"));
}

#[test]
fn progress_redraws_one_line_on_a_terminal_and_survives_an_empty_step() {
    let mut out = Vec::new();
    let mut progress = Progress::new(&mut out, true, "allocate", 0);
    progress.at(0, || "a note\nof two lines".to_owned());
    progress.done("nothing to do");
    let text = String::from_utf8(out).expect("text");
    assert_eq!(text.matches('\n').count(), 1);
    assert!(text.contains("100%"));
}

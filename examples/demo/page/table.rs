//! A table of texts for the page and for the terminal.

use crate::chart::text::{escape, is_wide, is_zero_width};

/// Heads and rows. A column of figures is set flush right: one whose every filled cell reads as a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new<S: AsRef<str>>(heads: &[S]) -> Self {
        Self { heads: heads.iter().map(|h| h.as_ref().to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds a row; missing cells stay empty, surplus ones are left out.
    pub(crate) fn row<S: AsRef<str>>(mut self, cells: &[S]) -> Self {
        self.push(cells);
        self
    }

    /// [`Table::row`] for loops.
    pub(crate) fn push<S: AsRef<str>>(&mut self, cells: &[S]) {
        let mut row: Vec<String> = cells.iter().map(|c| c.as_ref().to_owned()).collect();
        row.resize(self.heads.len(), String::new());
        self.rows.push(row);
    }

    /// For each column, whether it holds figures.
    fn figures(&self) -> Vec<bool> {
        (0..self.heads.len())
            .map(|i| {
                let mut filled =
                    self.rows.iter().filter_map(|r| r.get(i)).filter(|c| !c.trim().is_empty()).peekable();
                filled.peek().is_some() && filled.all(|c| is_figure(c))
            })
            .collect()
    }

    /// As an HTML table inside a box that scrolls when the page is narrow.
    pub(crate) fn html(&self) -> String {
        let figures = self.figures();
        let line = |tag: &str, cells: &[String]| {
            let cells = cells.iter().zip(&figures).map(|(cell, figure)| {
                let class = if *figure { " class=\"n\"" } else { "" };
                format!("<{tag}{class}>{}</{tag}>", escape(cell))
            });
            format!("<tr>{}</tr>\n", cells.collect::<String>())
        };
        let body: String = self.rows.iter().map(|r| line("td", r)).collect();
        let head = line("th", &self.heads);
        format!(
            "<div class=\"table\"><table>\n<thead>{head}</thead>\n<tbody>\n{body}</tbody></table></div>\n"
        )
    }

    /// As aligned lines for a terminal with a rule below the heads. CJK letters and emoji count as two columns.
    pub(crate) fn console(&self) -> String {
        let figures = self.figures();
        let widths: Vec<usize> = (0..self.heads.len())
            .map(|i| {
                let cells = self.rows.iter().filter_map(|r| r.get(i)).chain(self.heads.get(i));
                cells.map(|c| columns(&plain(c))).max().unwrap_or(0)
            })
            .collect();
        let line = |cells: &[String]| {
            let padded = cells.iter().zip(widths.iter().zip(&figures)).map(|(cell, (width, figure))| {
                let cell = plain(cell);
                let pad = " ".repeat(width - columns(&cell).min(*width));
                if *figure { format!("{pad}{cell}") } else { format!("{cell}{pad}") }
            });
            format!("  {}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
        };
        let rule: Vec<String> = widths.iter().map(|w| "─".repeat(*w)).collect();
        let rows: String = self.rows.iter().map(|r| line(r)).collect();
        format!("{}  {}\n{rows}", line(&self.heads), rule.join("  "))
    }
}

/// How many columns of a terminal a text takes.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_zero_width(c) { 0 } else { 1 + usize::from(is_wide(c)) }).sum()
}

/// Line breaks and control letters would tear a line of the terminal apart.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// `1,234.50`, `−3`, `12.5%`, `R$ 1.2k`, `4 h` or `–` for none; no date and no name with a digit in it.
fn is_figure(cell: &str) -> bool {
    let cell = cell.trim().trim_start_matches(['-', '−', '+', '±', '≈']);
    if cell.is_empty() || matches!(cell, "–" | "—" | "n/a") {
        return true;
    }
    let starts = cell.find(|c: char| c.is_ascii_digit());
    let Some((before, rest)) = starts.and_then(|at| cell.split_at_checked(at)) else { return false };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let unit = |text: &str, most: usize| {
        columns(text) <= most && !text.contains(|c: char| c.is_ascii_digit() || c == '-')
    };
    unit(before, 4) && unit(after, 8)
}

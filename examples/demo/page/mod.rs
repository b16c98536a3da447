//! The report: one HTML file that needs nothing else, for screens (light and dark) and paper; and the console.

pub(crate) mod console;
mod style;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use table::Table;

use crate::chart::text::escape;
use crate::chart::{Chart, STYLE, Tile};

/// A report in the making; what is added appears in that order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    title: String,
    subtitle: String,
    cards: String,
    body: String,
    /// Whether a grid of figures and tables is open.
    open: bool,
    footer: String,
}

impl Page {
    pub(crate) fn new(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }

    /// A quieter line below the title.
    pub(crate) fn subtitle(mut self, text: &str) -> Self {
        text.clone_into(&mut self.subtitle);
        self
    }

    /// A figure with its name and a note, at the head of the page.
    pub(crate) fn card(mut self, tile: &Tile) -> Self {
        let note = if tile.note.is_empty() {
            String::new()
        } else {
            format!("<dd class=\"note\">{}</dd>", escape(&tile.note))
        };
        let (label, value) = (escape(&tile.label), escape(&tile.value));
        self.cards.push_str(&format!(
            "<dl class=\"card\"><dt>{label}</dt><dd class=\"value\">{value}</dd>{note}</dl>\n"
        ));
        self
    }

    /// Begins a section; `lead` says in a sentence what it shows.
    pub(crate) fn section(mut self, title: &str, lead: &str) -> Self {
        self.close();
        let lead =
            if lead.is_empty() { String::new() } else { format!("<p class=\"lead\">{}</p>\n", escape(lead)) };
        self.body.push_str(&format!("<h2>{}</h2>\n{lead}", escape(title)));
        self
    }

    /// A chart with a caption. Two half-wide ones in a row stand side by side.
    pub(crate) fn figure(mut self, chart: &dyn Chart, caption: &str) -> Self {
        let class = if chart.head().is_half() { " class=\"half\"" } else { "" };
        let caption = if caption.is_empty() {
            String::new()
        } else {
            format!("<figcaption>{}</figcaption>\n", escape(caption))
        };
        self.add(&format!(
            "<figure{class}>\n<div class=\"draw\">{}</div>\n{caption}</figure>\n",
            chart.drawing().inline()
        ));
        self
    }

    /// A table, always in sight.
    pub(crate) fn table(mut self, table: &Table) -> Self {
        self.add(&table.html());
        self
    }

    /// A table that opens on demand: raw figures.
    pub(crate) fn details(mut self, summary: &str, table: &Table) -> Self {
        self.add(&format!("<details><summary>{}</summary>\n{}</details>\n", escape(summary), table.html()));
        self
    }

    /// A last line: how the report was made.
    pub(crate) fn footer(mut self, text: &str) -> Self {
        text.clone_into(&mut self.footer);
        self
    }

    /// The finished file.
    pub(crate) fn html(mut self) -> String {
        self.close();
        let title = escape(&self.title);
        let optional = |text: &str, tag: &str| {
            if text.is_empty() { String::new() } else { format!("<{tag}>{}</{tag}>\n", escape(text)) }
        };
        let (subtitle, footer) = (optional(&self.subtitle, "p"), optional(&self.footer, "footer"));
        let cards = if self.cards.is_empty() {
            String::new()
        } else {
            format!("<div class=\"cards\">\n{}</div>\n", self.cards)
        };
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{title}</title>\n\
             <style>{}\n{STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1>\n{subtitle}</header>\n<main>\n\
             {cards}{}</main>\n{footer}</body>\n</html>\n",
            style::PAGE,
            self.body
        )
    }

    fn add(&mut self, html: &str) {
        if !self.open {
            self.body.push_str("<div class=\"grid\">\n");
            self.open = true;
        }
        self.body.push_str(html);
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.body.push_str("</div>\n");
        }
    }
}

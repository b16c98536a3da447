//! What the pages say is what the code does: the picture of the order's statuses and the table of error codes.
//!
//! `BLESS=1 cargo test --test docs` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use oms_core::ERROR_CODES;
use oms_core::order::order_mermaid;
use oms_core::transfer::transfer_mermaid;

/// The page's part between `<!-- NAME -->` and `<!-- /NAME -->` must be `text`.
fn holds(page: &str, name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let whole = std::fs::read_to_string(&path).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = whole.find(&open).expect("the page has the mark") + open.len();
    let end = start + whole[start..].find(&close).expect("the page has the end mark");
    if whole[start..end] == *text {
        return;
    }
    assert!(std::env::var_os("BLESS").is_some(), "{page}: the part `{name}` is stale; run with BLESS=1");
    std::fs::write(&path, format!("{}{text}{}", &whole[..start], &whole[end..])).unwrap();
}

#[test]
fn the_architecture_shows_the_table_that_the_code_decides_by() {
    holds("ARCHITECTURE.md", "order-mermaid", &format!("```mermaid\n{}```\n", order_mermaid()));
    holds("ARCHITECTURE.md", "transfer-mermaid", &format!("```mermaid\n{}```\n", transfer_mermaid()));
}

#[test]
fn the_readme_lists_every_error_code() {
    let mut table = String::from("| code | kind | means |\n| --- | --- | --- |\n");
    for row in ERROR_CODES {
        writeln!(table, "| `{}` | `{}` | {} |", row.code, row.kind.as_str(), row.meaning).unwrap();
    }
    holds("README.md", "error-codes", &table);
}

//! Just enough of Rust's grammar to see names where they are names: no comments, no strings.

/// A piece of code and its line, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub line: usize,
    pub text: &'a str,
}

/// A path as written or imported, with groups expanded: `use a::{b, c::d}` gives `a::b` and `a::c::d`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path<'a> {
    pub line: usize,
    pub segments: Vec<&'a str>,
    /// How many inline modules of the file stand around it.
    pub depth: usize,
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Words (with numbers), `::`, and single signs. Comments, strings, characters and lifetimes are left out.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (length, kept) = match c {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            '/' if rest.starts_with("/*") => (block_comment(rest), false),
            '"' => (string(rest), false),
            '\'' => (character_or_lifetime(rest), false),
            _ if is_word(c) => {
                let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                literal_after_prefix(&rest[..word], &rest[word..])
                    .map_or((word, true), |literal| (word + literal, false))
            }
            _ if rest.starts_with("::") => (2, true),
            _ => (c.len_utf8(), !c.is_whitespace()),
        };
        if kept {
            found.push(Token { line, text: &rest[..length] });
        }
        line += rest[..length].matches('\n').count();
        at += length;
    }
    found
}

fn block_comment(text: &str) -> usize {
    let (mut at, mut open) = (0, 0_usize);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            (at, open) = (at + 2, open + 1);
        } else if rest.starts_with("*/") {
            (at, open) = (at + 2, open - 1);
            if open == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of a string that starts with its quote.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of what follows a word such as `r`, `b` or `br` if both together are a literal.
fn literal_after_prefix(word: &str, rest: &str) -> Option<usize> {
    match word {
        "b" if rest.starts_with('\'') => Some(character_or_lifetime(rest)),
        "b" | "c" if rest.starts_with('"') => Some(string(rest)),
        "r" | "br" | "cr" => {
            let hashes = rest.len() - rest.trim_start_matches('#').len();
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = rest[hashes..].strip_prefix('"')?;
            Some(inside.find(&close).map_or(rest.len(), |end| hashes + 1 + end + close.len()))
        }
        _ => None,
    }
}

fn character_or_lifetime(text: &str) -> usize {
    let inside = &text[1..];
    if inside.starts_with('\\') {
        return 3 + inside[2..].find('\'').unwrap_or(inside.len() - 2);
    }
    let Some(first) = inside.chars().next() else { return 1 };
    if inside[first.len_utf8()..].starts_with('\'') {
        return 2 + first.len_utf8();
    }
    1 + inside.find(|c| !is_word(c)).unwrap_or(inside.len())
}

/// The tokens without the items that only tests compile.
pub fn without_tests<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let marked = tokens[at..].iter().map(|token| token.text).take(MARK.len()).eq(MARK);
        if marked {
            at = item_end(tokens, at + MARK.len());
        } else {
            kept.push(tokens[at]);
            at += 1;
        }
    }
    kept
}

/// Past the `;` or the braces that end the item at `start`.
fn item_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut open = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.text {
            "{" | "(" | "[" => open += 1,
            "}" | ")" | "]" => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 && matches!(token.text, ";" | "}") {
            return at + 1;
        }
    }
    tokens.len()
}

/// Every path of two segments or more, imported or written in place.
pub fn paths<'a>(tokens: &[Token<'a>]) -> Vec<Path<'a>> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut found = Vec::new();
    let mut modules = Vec::new();
    let mut open = 0_usize;
    for at in 0..tokens.len() {
        match text(at) {
            "{" => {
                open += 1;
                if at >= 2 && text(at - 2) == "mod" {
                    modules.push(open);
                }
            }
            "}" => {
                modules.retain(|&at| at != open);
                open = open.saturating_sub(1);
            }
            // `::` or `::{` before it: a later part of a path already expanded from its start.
            word if word.starts_with(is_word) && text(at + 1) == "::" => {
                let later = at > 0 && (text(at - 1) == "::" || in_group(tokens, at));
                if !later {
                    expand(tokens, at, &[], modules.len(), &mut found);
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether the word stands in the braces of a group import.
fn in_group(tokens: &[Token<'_>], at: usize) -> bool {
    let mut open = 0_i32;
    for back in (0..at).rev() {
        match tokens[back].text {
            "}" => open += 1,
            "{" if open > 0 => open -= 1,
            "{" => {
                if back == 0 || tokens[back - 1].text != "::" {
                    return false;
                }
                return true;
            }
            ";" => return false,
            _ => {}
        }
    }
    false
}

/// Reads the path at `at` after `prefix` and gives the index past it.
fn expand<'a>(
    tokens: &[Token<'a>],
    mut at: usize,
    prefix: &[&'a str],
    depth: usize,
    found: &mut Vec<Path<'a>>,
) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut segments = prefix.to_vec();
    let line = tokens.get(at).map_or(0, |token| token.line);
    loop {
        if text(at) == "{" {
            at += 1;
            while !matches!(text(at), "}" | "") {
                at = expand(tokens, at, &segments, depth, found);
                while !matches!(text(at), "," | "}" | "") {
                    at += 1; // `as name`
                }
                if text(at) == "," {
                    at += 1;
                }
            }
            return at + 1;
        }
        if text(at) == "*" || text(at).starts_with(is_word) {
            segments.push(text(at));
            at += 1;
        }
        if text(at) != "::" || text(at + 1) == "<" {
            found.push(Path { line, segments, depth });
            return at.max(1);
        }
        at += 1;
    }
}

#[test]
fn comments_strings_and_characters_hold_no_names() {
    let text = r####"// a::b
        /* c /* d */ e */ let s = "f\"g"; let r = r#"h"i"#; let c = 'j'; let q = '\''; fn k<'l>() {} b"m""####;
    let words: Vec<_> = tokens(text).into_iter().map(|t| t.text).filter(|t| t.starts_with(is_word)).collect();
    assert_eq!(words, ["let", "s", "let", "r", "let", "c", "let", "q", "fn", "k"]);
}

#[test]
fn groups_are_expanded_and_lines_and_inline_modules_are_counted() {
    let text =
        "use crate::{a::B, c::{self, D as E}};\nmod inner {\n use super::f; }\nfn x() { crate::g::<u8>(); }";
    let shown: Vec<_> = paths(&tokens(text))
        .into_iter()
        .map(|path| format!("{}:{} {}", path.line, path.segments.join("::"), path.depth))
        .collect();
    let expected =
        ["1:crate::a::B 0", "1:crate::c::self 0", "1:crate::c::D 0", "3:super::f 1", "4:crate::g 0"];
    assert_eq!(shown, expected);
}

#[test]
fn items_of_tests_are_left_out_and_what_follows_is_not() {
    let text = "#[cfg(test)] mod tests { fn a() {} } fn b() {} #[cfg(test)] mod c; fn d() {}";
    let words: Vec<_> = without_tests(&tokens(text)).into_iter().map(|t| t.text).collect();
    assert_eq!(words.join(" "), "fn b ( ) { } fn d ( ) { }");
}

//! Comma-separated values after RFC 4180: fields in quotes may hold commas, quotes (doubled) and line breaks.

/// A row and the line that it starts on, counted from 1.
pub(super) type Row = (u32, Vec<String>);

/// All rows, empty lines left out; the line on which a quoted field starts that never ends.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, u32> {
    let mut rows = Vec::new();
    let (mut row, mut field): (Vec<String>, String) = (Vec::new(), String::new());
    let (mut line, mut start, mut opened) = (1_u32, 1_u32, None);
    // A byte-order mark is how spreadsheets begin.
    let mut characters = text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable();
    while let Some(character) = characters.next() {
        line = line.saturating_add(u32::from(character == '\n'));
        match (opened, character) {
            (Some(_), '"') if characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            (Some(_), '"') => opened = None,
            (None, '"') if field.is_empty() => opened = Some(line),
            (None, ',') => row.push(std::mem::take(&mut field)),
            (None, '\r') if characters.peek() == Some(&'\n') => {}
            (None, '\n') => {
                row.push(std::mem::take(&mut field));
                rows.push((start, std::mem::take(&mut row)));
                start = line;
            }
            (_, other) => field.push(other),
        }
    }
    if let Some(line) = opened {
        return Err(line);
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push((start, row));
    }
    rows.retain(|(_, row)| row.iter().any(|field| !field.is_empty()));
    Ok(rows)
}

/// Writes a row.
pub(super) fn push_row<'a>(text: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(field);
        }
    }
    text.push('\n');
}

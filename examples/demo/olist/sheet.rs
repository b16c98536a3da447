//! Reading CSV files, plain or gzipped, row by row.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use super::Dirt;

/// Reads the named columns of `NAME.csv` or `NAME.csv.gz` and hands over each row. Rows that cannot be read are
/// counted. Returns how many rows were handed over.
///
/// # Errors
/// A text for people when the file is missing, cannot be read, or lacks a column.
pub(super) fn each_row<const N: usize>(
    dir: &Path,
    name: &str,
    columns: [&str; N],
    dirt: &mut Dirt,
    mut take: impl FnMut([&str; N], &mut Dirt),
) -> Result<u64, String> {
    let source = open(dir, name)?;
    let mut reader = csv::ReaderBuilder::new().from_reader(source);
    let trouble = |error: csv::Error| format!("{name}.csv: {error}");
    let heads = reader.headers().map_err(trouble)?.clone();
    let place =
        |column: &str| heads.iter().position(|head| head.trim_start_matches('\u{feff}').trim() == column);
    let missing: Vec<&str> = columns.iter().filter(|column| place(column).is_none()).copied().collect();
    if !missing.is_empty() {
        return Err(format!("{name}.csv lacks the columns {}", missing.join(", ")));
    }
    let places = columns.map(|column| place(column).unwrap_or(usize::MAX));
    let mut record = csv::StringRecord::new();
    let mut rows = 0_u64;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {
                rows += 1;
                take(places.map(|at| record.get(at).unwrap_or_default().trim()), dirt);
            }
            Ok(false) => return Ok(rows),
            Err(error) if error.is_io_error() => return Err(trouble(error)),
            Err(error) => dirt.count(&format!("{name}_unreadable_row"), &error.to_string()),
        }
    }
}

/// Whether the file is there at all.
pub(super) fn exists(dir: &Path, name: &str) -> bool {
    dir.join(format!("{name}.csv")).is_file() || dir.join(format!("{name}.csv.gz")).is_file()
}

fn open(dir: &Path, name: &str) -> Result<Box<dyn Read>, String> {
    let (plain, packed) = (dir.join(format!("{name}.csv")), dir.join(format!("{name}.csv.gz")));
    let open = |path: &Path| File::open(path).map_err(|error| format!("{}: {error}", path.display()));
    if plain.is_file() {
        return Ok(Box::new(BufReader::new(open(&plain)?)));
    }
    if packed.is_file() {
        return Ok(Box::new(BufReader::new(flate2::read::MultiGzDecoder::new(open(&packed)?))));
    }
    Err(format!("neither {name}.csv nor {name}.csv.gz is in {}", dir.display()))
}

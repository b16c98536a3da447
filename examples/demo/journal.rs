//! The journal as a file: one JSON object a line, written, read back and replayed.

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use oms_core::store::{JournalEntry, MemoryStore};
use oms_core::value::Fingerprint;

/// A journal of more entries is packed.
const LARGE: usize = 20_000;

/// Writes the journal into a directory and says where. What an earlier run left there under the other name is removed.
///
/// # Errors
/// A text for people.
pub(crate) fn write(dir: &Path, entries: &[JournalEntry]) -> Result<PathBuf, String> {
    let names = ["journal.jsonl", "journal.jsonl.gz"];
    let [name, other] = if entries.len() > LARGE { [names[1], names[0]] } else { names };
    let _ = std::fs::remove_file(dir.join(other));
    let path = dir.join(name);
    let trouble = |error: std::io::Error| format!("{}: {error}", path.display());
    let file = BufWriter::new(File::create(&path).map_err(trouble)?);
    if entries.len() > LARGE {
        let mut packed = GzEncoder::new(file, Compression::fast());
        write_lines(&mut packed, entries).map_err(trouble)?;
        packed.finish().and_then(|mut file| file.flush()).map_err(trouble)?;
    } else {
        let mut file = file;
        write_lines(&mut file, entries).and_then(|()| file.flush()).map_err(trouble)?;
    }
    Ok(path)
}

fn write_lines(out: &mut impl Write, entries: &[JournalEntry]) -> std::io::Result<()> {
    let mut line = Vec::with_capacity(1024);
    for entry in entries {
        line.clear();
        serde_json::to_writer(&mut line, entry)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

/// Reads a journal back and replays it: how many entries it has, and the hash of the state it makes.
///
/// # Errors
/// A text for people.
pub(crate) fn replay(path: &Path, mut done: impl FnMut(u64)) -> Result<(u64, Fingerprint), String> {
    let trouble = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(|error| trouble(&error))?;
    let packed = path.extension().is_some_and(|extension| extension == "gz");
    let source: Box<dyn Read> = if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut entries: Vec<JournalEntry> = Vec::new();
    let mut source = BufReader::with_capacity(1 << 16, source);
    let mut line = String::new();
    loop {
        line.clear();
        if source.read_line(&mut line).map_err(|error| trouble(&error))? == 0 {
            break;
        }
        entries.push(serde_json::from_str(&line).map_err(|error| trouble(&error))?);
        done(entries.len() as u64);
    }
    let count = entries.len() as u64;
    Ok((count, MemoryStore::from_journal(entries).state_hash()))
}

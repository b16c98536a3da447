//! Files, plain or gzipped.

use std::fs;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use oms_core::allocation::instance::{Instance, InstanceFamily, InstanceFile, SolutionFile, generate};

use crate::Failure;

pub fn read(path: &str) -> Result<Vec<u8>, Failure> {
    let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    if !path.ends_with(".gz") {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    GzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).map_err(|error| format!("{path}: {error}"))?;
    Ok(plain)
}

pub fn write(path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let packed = if path.ends_with(".gz") {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        encoder.finish()?
    } else {
        bytes.to_vec()
    };
    Ok(fs::write(path, packed).map_err(|error| format!("{path}: {error}"))?)
}

/// A file, or `FAMILY` or `FAMILY:SEED`.
pub fn instance(name: &str) -> Result<Instance, Failure> {
    let (family, seed) = name.split_once(':').unwrap_or((name, "1"));
    if let (Ok(family), Ok(seed)) = (family.parse::<InstanceFamily>(), seed.parse()) {
        return Ok(generate(family, seed).dense()?);
    }
    let told = |error| format!("{name}: {error}");
    Ok(InstanceFile::from_json(&read(name)?).and_then(Instance::new).map_err(told)?)
}

pub fn solution(path: &str) -> Result<SolutionFile, Failure> {
    Ok(SolutionFile::from_json(&read(path)?).map_err(|error| format!("{path}: {error}"))?)
}

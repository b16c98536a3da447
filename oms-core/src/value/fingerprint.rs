//! Content hashes over the wire form.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The SHA-256 of a value's canonical wire form: 64 hexadecimal digits.
///
/// The wire form is canonical because every public type writes its fields in one fixed order and every
/// map is sorted by key, so equal values have equal fingerprints in every language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn of_hash(hash: Sha256) -> Self {
        use std::fmt::Write as _;
        let mut text = String::with_capacity(64);
        for byte in hash.finalize() {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The fingerprint of a value: SHA-256 (FIPS 180-4) over its JSON wire form.
pub fn fingerprint<T: Serialize + ?Sized>(value: &T) -> Fingerprint {
    let mut hash = HashWriter(Sha256::new());
    // Our wire types have string keys and no failing serialisers, so this cannot fail; if a type ever broke
    // that rule, the fingerprint would cover what was written up to there and still be deterministic.
    let _ = serde_json::to_writer(&mut hash, value);
    Fingerprint::of_hash(hash.0)
}

/// Feeds what is written to it into a hash.
pub(crate) struct HashWriter(pub(crate) Sha256);

impl std::io::Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

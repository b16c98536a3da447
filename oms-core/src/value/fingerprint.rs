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
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |half: u8| DIGITS.get(usize::from(half)).copied().map_or('0', char::from);
        let bytes = hash.finalize();
        Self(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
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
    // Our wire types have string keys and no failing serialisers, so this cannot fail.
    let json = serde_json::to_vec(value).unwrap_or_default();
    Fingerprint::of_hash(Sha256::new_with_prefix(json))
}

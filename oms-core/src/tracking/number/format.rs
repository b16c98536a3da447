//! What a format of tracking numbers says.

use super::check::Check;
use super::shape;

/// The longest number looked at; white space does not count.
pub(super) const LONGEST: usize = 64;

/// One format of one courier.
pub(super) struct Format {
    /// The courier.
    pub(super) courier: &'static str,
    /// The format; unique.
    pub(super) id: &'static str,
    /// Who published the rule.
    pub(super) source: &'static str,
    /// Its shapes, each with the characters before the serial number and those behind the check digit.
    pub(super) shapes: &'static [(&'static str, usize, usize)],
    /// The check digit, which stands right behind the serial number.
    pub(super) check: Check,
    /// What the serial number is checked with in front, unless it begins so.
    pub(super) lead: &'static str,
    /// What else must hold.
    pub(super) also: Also,
}

/// What else must hold of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Also {
    /// Nothing.
    Nothing,
    /// The last two letters are a country of ISO 3166-1.
    Country,
}

/// What became of a number held against a format.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It has another shape.
    Other,
    /// It has the shape, but a wrong check digit or an unknown country.
    Wrong,
    /// It fits; so many of its characters are fixed by the format.
    Fits(usize),
}

impl Format {
    /// Holds a number, without white space and in capitals, against the format.
    pub(super) fn judge(&self, number: &[u8]) -> Verdict {
        let mut verdict = Verdict::Other;
        for (shape, head, tail) in self.shapes {
            if !shape::matches(shape, number) {
                continue;
            }
            if self.is_right(number, *head, *tail) {
                return Verdict::Fits(shape::fixed(shape));
            }
            verdict = Verdict::Wrong;
        }
        verdict
    }

    fn is_right(&self, number: &[u8], head: usize, tail: usize) -> bool {
        let known = match self.also {
            Also::Nothing => true,
            Also::Country => number.last_chunk::<2>().is_some_and(is_country),
        };
        if !known || !self.check.is_some() {
            return known;
        }
        let body = number.len().checked_sub(tail).and_then(|end| number.get(head..end));
        let Some((check, serial)) = body.and_then(<[u8]>::split_last) else { return false };
        if self.lead.is_empty() || serial.starts_with(self.lead.as_bytes()) {
            return self.check.holds(serial, *check);
        }
        let led: Vec<u8> = self.lead.bytes().chain(serial.iter().copied()).collect();
        self.check.holds(&led, *check)
    }
}

/// ISO 3166-1 alpha-2, in their order; `XK` is used for Kosovo and `YP` by Yanwen. Of each two letters one country.
const COUNTRIES: &[u8] = b"ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZ\
CACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGU\
GWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMN\
MOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQAREROR\
SRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXK\
YEYPYTZAZMZW";

fn is_country(letters: &[u8; 2]) -> bool {
    COUNTRIES.as_chunks::<2>().0.contains(letters)
}

/// How many countries the table has.
#[cfg(test)]
pub(super) fn countries() -> usize {
    COUNTRIES.len() / 2
}

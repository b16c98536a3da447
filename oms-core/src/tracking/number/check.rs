//! Check digits of tracking numbers.

/// How the character behind the serial number is made of it.
#[derive(Clone, Copy)]
pub(super) enum Check {
    /// There is none, or its rule is not published.
    None,
    /// Products with two weights in turn, from the left; the sum up to the next ten. Letters count by [`value`].
    Mod10 {
        /// The weight of the first, third, … character.
        first: u32,
        /// The weight of the second, fourth, … character.
        second: u32,
    },
    /// As `Mod10` from the right: GS1 (General Specifications, 7.9) with 3 and 1, Deutsche Post with 4 and 9.
    Mod10Right {
        /// The weight of the last character, the third last, …
        first: u32,
        /// The weight of the second last character, …
        second: u32,
    },
    /// ISO/IEC 7812-1 annex B (Luhn).
    Luhn,
    /// The remainder of the number by 7.
    Mod7,
    /// Weights 8 6 4 2 3 5 9 7; 11 less the remainder by 11, where 10 is 0 and 11 is 5 (UPU S10).
    S10,
    /// Products with weights; the remainder by 11, and of that by 10 (FedEx).
    Mod11Mod10(&'static [u32]),
    /// ISO 7064 MOD 37,36, over digits and letters (DPD).
    Mod37,
}

/// The value of a digit or letter where a sum needs one: letters run 2, 3, … 9, 0, 1, … from `A` on (UPS).
fn value(byte: u8) -> u32 {
    if byte.is_ascii_digit() {
        u32::from(byte - b'0')
    } else {
        // `A`, of code 65, is 2.
        u32::from(byte).saturating_sub(63) % 10
    }
}

/// The value of a digit or letter in ISO 7064: letters run 10, 11, … 35.
fn value36(byte: u8) -> u32 {
    if byte.is_ascii_digit() { u32::from(byte - b'0') } else { u32::from(byte).saturating_sub(55) }
}

impl Check {
    /// Whether there is something to check.
    pub(super) const fn is_some(self) -> bool {
        !matches!(self, Self::None)
    }

    /// Whether the check character is the one that belongs to the serial number.
    pub(super) fn holds(self, serial: &[u8], check: u8) -> bool {
        match self {
            Self::None => true,
            Self::Mod37 => mod37(serial) == value36(check),
            _ => check.is_ascii_digit() && self.digit(serial) == value(check),
        }
    }

    fn digit(self, serial: &[u8]) -> u32 {
        let digits = || serial.iter().copied().map(value);
        match self {
            Self::None | Self::Mod37 => 0,
            Self::Mod10 { first, second } => up_to_ten(weighted(digits(), &[first, second])),
            Self::Mod10Right { first, second } => up_to_ten(weighted(digits().rev(), &[first, second])),
            Self::Luhn => {
                let doubled = digits().rev().zip([2, 1].into_iter().cycle()).map(|(digit, weight)| {
                    let product = digit * weight;
                    if product > 9 { product - 9 } else { product }
                });
                up_to_ten(doubled.sum())
            }
            Self::Mod7 => digits().fold(0, |rest, digit| (rest * 10 + digit) % 7),
            Self::S10 => match 11 - weighted(digits(), &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
                10 => 0,
                11 => 5,
                digit => digit,
            },
            Self::Mod11Mod10(weights) => weighted(digits(), weights) % 11 % 10,
        }
    }
}

/// The sum of the products with weights in turn. Numbers have at most 64 characters, so nothing overflows.
fn weighted(digits: impl Iterator<Item = u32>, weights: &[u32]) -> u32 {
    digits.zip(weights.iter().cycle()).map(|(digit, weight)| digit * weight).sum()
}

const fn up_to_ten(sum: u32) -> u32 {
    (10 - sum % 10) % 10
}

/// ISO 7064, hybrid system MOD 37,36.
fn mod37(serial: &[u8]) -> u32 {
    let product = serial.iter().fold(36, |product, byte| {
        let sum = (product + value36(*byte)) % 36;
        (if sum == 0 { 36 } else { sum }) * 2 % 37
    });
    (37 - product) % 36
}

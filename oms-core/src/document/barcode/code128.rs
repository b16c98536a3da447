//! Code 128 (ISO/IEC 15417) with as few symbols as its code sets allow.

use super::pattern::BarPattern;
use super::wrong;
use crate::value::Problems;

/// The widths of each symbol: values 0 to 102, the three start codes; the stop stands apart.
const SYMBOLS: [&[u8; 6]; 106] = [
    b"212222", b"222122", b"222221", b"121223", b"121322", b"131222", b"122213", b"122312", b"132212",
    b"221213", b"221312", b"231212", b"112232", b"122132", b"122231", b"113222", b"123122", b"123221",
    b"223211", b"221132", b"221231", b"213212", b"223112", b"312131", b"311222", b"321122", b"321221",
    b"312212", b"322112", b"322211", b"212123", b"212321", b"232121", b"111323", b"131123", b"131321",
    b"112313", b"132113", b"132311", b"211313", b"231113", b"231311", b"112133", b"112331", b"132131",
    b"113123", b"113321", b"133121", b"313121", b"211331", b"231131", b"213113", b"213311", b"213131",
    b"311123", b"311321", b"331121", b"312113", b"312311", b"332111", b"314111", b"221411", b"431111",
    b"111224", b"111422", b"121124", b"121421", b"141122", b"141221", b"112214", b"112412", b"122114",
    b"122411", b"142112", b"142211", b"241211", b"221114", b"413111", b"241112", b"134111", b"111242",
    b"121142", b"121241", b"114212", b"124112", b"124211", b"411212", b"421112", b"421211", b"212141",
    b"214121", b"412121", b"111143", b"111341", b"131141", b"114113", b"114311", b"411113", b"411311",
    b"113141", b"114131", b"311141", b"411131", b"211412", b"211214", b"211232",
];
const STOP: &[u8; 7] = b"2331112";

const SHIFT: u8 = 98;
const FNC1_VALUE: u8 = 102;
/// The longest content in characters.
const LONGEST: usize = 80;

/// Stands for FNC1 among ASCII characters.
pub(super) const FNC1: u8 = 0x80;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    A,
    B,
    C,
}

impl Set {
    /// In the order in which ties are settled.
    const ALL: [Self; 3] = [Self::B, Self::C, Self::A];

    const fn start(self) -> u8 {
        match self {
            Self::A => 103,
            Self::B => 104,
            Self::C => 105,
        }
    }

    /// The symbol that leads into the set from another.
    const fn switch(self) -> u8 {
        match self {
            Self::A => 101,
            Self::B => 100,
            Self::C => 99,
        }
    }

    /// The symbol of the next one or two characters, and how many it takes.
    fn symbol(self, rest: &[u8]) -> Option<(u8, usize)> {
        let first = *rest.first()?;
        if first == FNC1 {
            return Some((FNC1_VALUE, 1));
        }
        match self {
            Self::A if first < 32 => Some((first.saturating_add(64), 1)),
            Self::A if first < 96 => Some((first.saturating_sub(32), 1)),
            Self::B if (32..128).contains(&first) => Some((first.saturating_sub(32), 1)),
            Self::C => {
                let second = *rest.get(1)?;
                let digits = first.is_ascii_digit() && second.is_ascii_digit();
                let ten = |byte: u8| byte.saturating_sub(b'0');
                digits.then(|| (ten(first).saturating_mul(10).saturating_add(ten(second)), 2))
            }
            Self::A | Self::B => None,
        }
    }

    /// The other of the two sets that a shift joins.
    const fn shifted(self) -> Option<Self> {
        match self {
            Self::A => Some(Self::B),
            Self::B => Some(Self::A),
            Self::C => None,
        }
    }
}

#[derive(Clone, Copy)]
enum Step {
    Plain,
    Shift,
    Switch(Set),
}

/// The cheapest way on from a place in a set: how many symbols, and the first step of it.
type Best = [Option<(usize, Step)>; 3];

const fn index(set: Set) -> usize {
    match set {
        Set::A => 0,
        Set::B => 1,
        Set::C => 2,
    }
}

fn cost(best: &[Best], at: usize, set: Set) -> Option<usize> {
    best.get(at)?.get(index(set)).copied().flatten().map(|(cost, _)| cost)
}

/// For every place and set the cheapest way to the end, by dynamic programming from behind.
fn ways(characters: &[u8]) -> Vec<Best> {
    let mut best: Vec<Best> = vec![[None; 3]; characters.len().saturating_add(1)];
    if let Some(end) = best.last_mut() {
        *end = [Some((0, Step::Plain)); 3];
    }
    for at in (0..characters.len()).rev() {
        let rest = characters.get(at..).unwrap_or_default();
        let mut here: Best = [None; 3];
        for set in Set::ALL {
            let plain = set.symbol(rest).and_then(|(_, taken)| {
                Some((cost(&best, at.saturating_add(taken), set)?.saturating_add(1), Step::Plain))
            });
            let shift = set.shifted().and_then(|other| other.symbol(rest)).and_then(|(_, taken)| {
                Some((cost(&best, at.saturating_add(taken), set)?.saturating_add(2), Step::Shift))
            });
            let cheapest = [plain, shift].into_iter().flatten().min_by_key(|(cost, _)| *cost);
            if let Some(cell) = here.get_mut(index(set)) {
                *cell = cheapest;
            }
        }
        let direct = here;
        for set in Set::ALL {
            for other in Set::ALL.into_iter().filter(|other| *other != set) {
                let Some((cost, _)) = direct.get(index(other)).copied().flatten() else { continue };
                let switched = cost.saturating_add(1);
                if let Some(cell) = here.get_mut(index(set))
                    && cell.is_none_or(|(own, _)| switched < own)
                {
                    *cell = Some((switched, Step::Switch(other)));
                }
            }
        }
        if let Some(cell) = best.get_mut(at) {
            *cell = here;
        }
    }
    best
}

/// The symbol values, start code first, without check and stop.
fn values(characters: &[u8]) -> Vec<u8> {
    let best = ways(characters);
    let start = Set::ALL
        .into_iter()
        .filter_map(|set| Some((cost(&best, 0, set)?, set)))
        .min_by_key(|(cost, _)| *cost);
    let Some((_, mut set)) = start else { return Vec::new() };
    let mut values = vec![set.start()];
    let mut at = 0;
    while at < characters.len() {
        let Some((_, step)) = best.get(at).and_then(|cell| cell.get(index(set)).copied().flatten()) else {
            break;
        };
        let rest = characters.get(at..).unwrap_or_default();
        let from = match step {
            Step::Switch(other) => {
                values.push(other.switch());
                set = other;
                continue;
            }
            Step::Shift => {
                values.push(SHIFT);
                set.shifted().unwrap_or(set)
            }
            Step::Plain => set,
        };
        let Some((value, taken)) = from.symbol(rest) else { break };
        values.push(value);
        at = at.saturating_add(taken);
    }
    values
}

/// The bars of characters, FNC1 among them.
pub(super) fn encode(characters: &[u8], text: String) -> Result<BarPattern, Problems> {
    if characters.is_empty() || characters.len() > LONGEST {
        return Err(wrong("barcode.bad_length", "Code 128 takes 1 to 80 characters"));
    }
    let mut values = values(characters);
    let sum = values.iter().enumerate().fold(0_u32, |sum, (at, value)| {
        let weight = u32::try_from(at.max(1)).unwrap_or(u32::MAX);
        sum.saturating_add(weight.saturating_mul(u32::from(*value)))
    });
    values.push(u8::try_from(sum % 103).unwrap_or_default());
    let symbols = values.iter().filter_map(|value| SYMBOLS.get(usize::from(*value)));
    let widths = symbols.flat_map(|symbol| symbol.iter()).chain(STOP).map(|width| width.saturating_sub(b'0'));
    Ok(BarPattern { widths: widths.collect(), text, quiet: 10 })
}

/// The bars of a text.
pub(super) fn encode_text(content: &str) -> Result<BarPattern, Problems> {
    if !content.is_ascii() {
        return Err(wrong("barcode.bad_character", "Code 128 takes ASCII characters only"));
    }
    let text = content.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
    encode(content.as_bytes(), text)
}

/// The content as the field data of ZPL's `^BC` in mode `N`, with the same symbols as the bars: sets A and C are
/// written as pairs of digits, set B as characters (Zebra, *ZPL II Programming Guide*, `^BC`).
#[cfg(feature = "documents")]
pub(in crate::document) fn zpl_data(characters: &[u8]) -> String {
    let mut data = String::new();
    let mut set = Set::B;
    let mut shifted = false;
    for value in values(characters) {
        let now = if shifted { set.shifted().unwrap_or(set) } else { set };
        shifted = false;
        match value {
            103..=105 => {
                set = Set::ALL.into_iter().find(|set| set.start() == value).unwrap_or(Set::B);
                data.push_str(match set {
                    Set::A => ">9",
                    Set::B => ">:",
                    Set::C => ">;",
                });
            }
            FNC1_VALUE => data.push_str(">8"),
            SHIFT if set != Set::C => {
                shifted = true;
                data.push_str(">4");
            }
            value if set != Set::C && value == Set::C.switch() => {
                set = Set::C;
                data.push_str(">5");
            }
            value if set != Set::B && value == Set::B.switch() => {
                set = Set::B;
                data.push_str(">6");
            }
            value if set != Set::A && value == Set::A.switch() => {
                set = Set::A;
                data.push_str(">7");
            }
            value if now == Set::B => match value.saturating_add(32) {
                b'>' => data.push_str(">0"),
                b'^' => data.push_str("><"),
                b'~' => data.push_str(">="),
                127 => data.push_str(">1"),
                byte => data.push(char::from(byte)),
            },
            value => data.push_str(&format!("{value:02}")),
        }
    }
    data
}

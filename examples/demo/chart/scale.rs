//! Numbers to positions and to labels: linear scales, round ticks, short figures with their unit.

/// The largest figure that is drawn as such; larger ones are drawn here, so that no sum overflows.
const LARGEST: f64 = 1e200;

/// The finite value nearest to `value` that can be drawn, or `None` for what is not a number.
pub(crate) fn drawable(value: f64) -> Option<f64> {
    if value.is_nan() { None } else { Some(value.clamp(-LARGEST, LARGEST)) }
}

/// A linear map from `from` to `to`. A domain of no width maps to the middle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Linear {
    pub(crate) from: (f64, f64),
    pub(crate) to: (f64, f64),
}

impl Linear {
    pub(crate) fn at(&self, value: f64) -> f64 {
        let span = self.from.1 - self.from.0;
        let share = if span > 0.0 { ((value - self.from.0) / span).clamp(0.0, 1.0) } else { 0.5 };
        self.to.0 + share * (self.to.1 - self.to.0)
    }
}

/// Round values that cover a range evenly: steps of 1, 2, 2.5 or 5 times a power of ten.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ticks {
    pub(crate) values: Vec<f64>,
    pub(crate) step: f64,
}

impl Ticks {
    /// About `count` ticks from at or below `low` to at or above `high`.
    pub(crate) fn around(low: f64, high: f64, count: usize, whole: bool) -> Self {
        let of = |count| {
            let step = nice_step(high - low, low.abs().max(high.abs()), count, whole);
            let (first, last) = ((low / step).floor(), (high / step).ceil());
            Self::steps(first, last.max(first + 1.0), step)
        };
        let (few, more) = (of(count), of(count + 1));
        let height = |ticks: &Self| ticks.range().1 - ticks.range().0;
        // One tick more is worth it where it leaves less of the picture empty.
        if height(&more) < height(&few) { more } else { few }
    }

    /// The ticks inside `low..=high`.
    pub(crate) fn inside(low: f64, high: f64, count: usize, whole: bool) -> Self {
        let step = nice_step(high - low, low.abs().max(high.abs()), count, whole);
        Self::steps((low / step).ceil(), (high / step).floor(), step)
    }

    fn steps(first: f64, last: f64, step: f64) -> Self {
        let mut values = Vec::new();
        let mut i = first;
        while i <= last && values.len() < 200 {
            values.push(i * step);
            i += 1.0;
        }
        Self { values, step }
    }

    pub(crate) fn range(&self) -> (f64, f64) {
        (self.values.first().copied().unwrap_or(0.0), self.values.last().copied().unwrap_or(1.0))
    }
}

fn nice_step(span: f64, largest: f64, count: usize, whole: bool) -> f64 {
    // A span that drowns in the size of its ends cannot be told apart by a float: widen it.
    let span = if span > largest * 1e-9 && span > 1e-100 { span } else { (largest * 0.1).max(1.0) };
    let raw = span / count.max(1) as f64;
    let power = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= raw * 0.999);
    let step = step.unwrap_or(power * 10.0);
    if whole { step.ceil().max(1.0) } else { step }
}

/// How figures are written: what stands before and after them, and how precisely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unit {
    before: String,
    after: String,
    digits: Digits,
}

/// How many decimals a figure of its own has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Digits {
    /// As many as make three digits or so, without zeros at the end.
    #[default]
    Few,
    /// None: half a parcel makes no sense.
    Whole,
    /// One, always: shares are read in a column.
    One,
}

impl Unit {
    /// Things that are counted: `1,234`, `12.3k`.
    pub(crate) fn count() -> Self {
        Self { digits: Digits::Whole, ..Self::default() }
    }

    /// An amount of money, with its sign or code in front: `R$ 12.3k`.
    pub(crate) fn money(sign: &str) -> Self {
        Self { before: format!("{sign} "), ..Self::default() }
    }

    /// A share, given as 0 to 100: `12.5%`.
    pub(crate) fn percent() -> Self {
        Self { after: "%".to_owned(), digits: Digits::One, ..Self::default() }
    }

    /// A measure with its unit behind: `12.5 km`.
    pub(crate) fn of(unit: &str) -> Self {
        Self { after: format!(" {unit}"), ..Self::default() }
    }

    /// A figure on its own, to three digits or so.
    pub(crate) fn value(&self, value: f64) -> String {
        let size = value.abs();
        let (scale, letter) = magnitude(size);
        let shown = size / scale;
        let decimals = match shown {
            _ if scale == 1.0 && self.digits == Digits::One => 1,
            _ if scale == 1.0 && (self.is_whole() || size >= 1_000.0) => 0,
            s if s >= 100.0 => 0,
            s if s >= 10.0 => 1,
            _ => 2,
        };
        self.write(value, scale, letter, decimals, self.digits != Digits::One)
    }

    /// A tick: all ticks of an axis share one scale and as many decimals as the step needs.
    pub(crate) fn tick(&self, value: f64, ticks: &Ticks) -> String {
        if value == 0.0 {
            return self.write(0.0, 1.0, "", 0, false);
        }
        let (low, high) = ticks.range();
        let (scale, letter) = magnitude(low.abs().max(high.abs()));
        let step = ticks.step / scale;
        let decimals = (0..4).find(|d| {
            let shifted = step * 10f64.powi(*d);
            (shifted - shifted.round()).abs() < 1e-6 * shifted
        });
        self.write(value, scale, letter, decimals.unwrap_or(3).unsigned_abs() as usize, false)
    }

    fn write(&self, value: f64, scale: f64, letter: &str, decimals: usize, trim: bool) -> String {
        let size = value.abs();
        let digits = if size >= 1e15 || (size > 0.0 && size < 1e-3) {
            format!("{size:.1e}")
        } else {
            let fixed = format!("{:.decimals$}", size / scale);
            let trimmed = match fixed.split_once('.') {
                Some(_) if trim => fixed.trim_end_matches('0').trim_end_matches('.'),
                _ => fixed.as_str(),
            };
            format!("{}{letter}", grouped(trimmed))
        };
        let nothing = digits.chars().all(|c| matches!(c, '0' | '.' | ','));
        let sign = if value < 0.0 && !nothing { "−" } else { "" };
        format!("{sign}{}{digits}{}", self.before, self.after)
    }

    /// Whether only whole figures make sense.
    pub(crate) fn is_whole(&self) -> bool {
        self.digits == Digits::Whole
    }
}

fn magnitude(size: f64) -> (f64, &'static str) {
    match size {
        s if s >= 999_950_000_000.0 => (1e12, "T"),
        s if s >= 999_950_000.0 => (1e9, "B"),
        s if s >= 999_950.0 => (1e6, "M"),
        s if s >= 9_999.5 => (1e3, "k"),
        _ => (1.0, ""),
    }
}

/// Digits with a comma between thousands.
fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

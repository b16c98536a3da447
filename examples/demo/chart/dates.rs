//! Dates on an axis: `2018-03-01` or `2018-03` to day numbers, and ticks at the starts of days, months or years.

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The day number (days since 1970-01-01) of an ISO date or month.
pub(crate) fn day_number(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let year: i64 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month: i64 = parts.next().filter(|m| m.len() == 2)?.parse().ok()?;
    let day: i64 = parts.next().map_or(Some(1), |d| d.parse().ok())?;
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
    valid.then(|| from_civil(year, month, day))
}

/// Howard Hinnant's `days_from_civil` (<https://howardhinnant.github.io/date_algorithms.html>).
fn from_civil(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Its inverse: year, month and day of a day number.
fn to_civil(number: i64) -> (i64, i64, i64) {
    let z = number + 719_468;
    let (era, day_of_era) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

/// At most `most` ticks between two days, both included, with their labels. The year is named where it begins to
/// count: at the first tick and at each change.
pub(crate) fn ticks(first: i64, last: i64, most: usize) -> Vec<(i64, String)> {
    let most = i64::try_from(most.max(1)).unwrap_or(1);
    let days = last.saturating_sub(first);
    for step in [1, 2, 7, 14] {
        if days / step < most {
            let starts = (0..=days / step).map(|i| first + i * step);
            return labelled(starts, |(_, month, day)| format!("{day} {}", name(month)));
        }
    }
    let (from_year, from_month, _) = to_civil(first);
    let (to_year, to_month, _) = to_civil(last);
    let (begin, end) = (from_year * 12 + from_month - 1, to_year * 12 + to_month - 1);
    let steps = [1, 2, 3, 6].into_iter().chain((0..).map(|i| 12_i64 << i).take(20));
    let step = steps.into_iter().find(|s| (end - begin) / s < most).unwrap_or(12);
    let starts = (begin..=end).filter(|m| m % step == 0).map(|m| from_civil(m.div_euclid(12), m % 12 + 1, 1));
    let starts = starts.filter(|d| (first..=last).contains(d));
    labelled(starts, |(_, month, _)| if step < 12 { name(month).to_owned() } else { String::new() })
}

fn labelled(
    days: impl Iterator<Item = i64>,
    label: impl Fn((i64, i64, i64)) -> String,
) -> Vec<(i64, String)> {
    let mut year = None;
    days.map(|number| {
        let date = to_civil(number);
        let text = label(date);
        let fresh = year.replace(date.0) != Some(date.0);
        let text = if fresh { format!("{text} {}", date.0).trim_start().to_owned() } else { text };
        (number, text)
    })
    .collect()
}

fn name(month: i64) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or("")
}

//! Whether what many callers saw at once could have been seen one after the other.

/// A call, when it was made and answered by one clock for all, and where it stands in the order of what was written.
#[derive(Clone, Debug)]
pub(crate) struct Call<T> {
    pub(crate) asked: u64,
    pub(crate) answered: u64,
    /// Its place in the order of what was written; absent when it was refused.
    pub(crate) place: Option<usize>,
    pub(crate) what: T,
}

/// The first call, in words, that does not fit: the order written must agree with the order in which calls were made
/// and answered, and each refusal must have been right at some moment between its question and its answer, with the
/// refusals in order, too. `is_right(what, moment)` says whether refusing was right just before what has that place was
/// written.
///
/// This is linearizability (Herlihy and Wing, 1990) where the order of the writes is known: `O(calls²)`.
pub(crate) fn out_of_order<T: std::fmt::Debug>(
    calls: &[Call<T>],
    is_right: impl Fn(&T, usize) -> bool,
) -> Option<String> {
    let written = || calls.iter().filter_map(|call| Some((call, call.place?)));
    let all = written().map(|(_, place)| place.saturating_add(1)).max().unwrap_or_default();
    for (call, place) in written() {
        let later = written().find(|(other, after)| *after > place && other.answered < call.asked);
        if let Some((other, _)) = later {
            return Some(format!("{call:?} was written before {other:?}, which had been answered before"));
        }
    }
    let mut refused: Vec<&Call<T>> = calls.iter().filter(|call| call.place.is_none()).collect();
    refused.sort_by_key(|call| call.asked);
    let mut judged: Vec<(u64, usize)> = Vec::with_capacity(refused.len());
    for call in refused {
        let seen = written().filter(|(other, _)| other.answered < call.asked);
        let seen = seen.map(|(_, place)| place.saturating_add(1));
        let before = judged.iter().filter(|(answered, _)| *answered < call.asked).map(|(_, moment)| *moment);
        let from = seen.chain(before).max().unwrap_or_default();
        let unseen = written().filter(|(other, _)| other.asked > call.answered).map(|(_, place)| place);
        let until = unseen.min().unwrap_or(all);
        match (from..=until).find(|moment| is_right(&call.what, *moment)) {
            Some(moment) => judged.push((call.answered, moment)),
            None => return Some(format!("{call:?} was refused, and at no moment was that right")),
        }
    }
    None
}

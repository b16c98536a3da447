//! Reading and writing by dense index. An index out of range reads nothing and writes nowhere; indices are checked
//! when a problem is made, so that none is.

/// What stands at an index.
#[inline]
pub(super) fn at<T: Copy + Default>(values: &[T], index: usize) -> T {
    values.get(index).copied().unwrap_or_default()
}

/// Sets what stands at an index.
#[inline]
pub(super) fn put<T>(values: &mut [T], index: usize, value: T) {
    if let Some(place) = values.get_mut(index) {
        *place = value;
    }
}

/// Adds to what stands at an index.
#[inline]
pub(super) fn add(values: &mut [i64], index: usize, more: i64) {
    if let Some(place) = values.get_mut(index) {
        *place = place.saturating_add(more);
    }
}

/// The values of a range.
#[inline]
pub(super) fn span<T>(values: &[T], (from, to): (u32, u32)) -> &[T] {
    values.get(from as usize..to as usize).unwrap_or_default()
}

/// A dense index; problems are refused where one would not fit.
#[inline]
pub(super) fn index(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

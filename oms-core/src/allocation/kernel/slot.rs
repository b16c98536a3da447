//! Reads and writes of dense tables that cannot panic: what is not there is nothing.

/// The value at a place; the type's default where there is none.
#[inline(always)]
pub(super) fn at<T: Copy + Default>(table: &[T], place: usize) -> T {
    match table.get(place) {
        Some(value) => *value,
        None => T::default(),
    }
}

/// Writes a value where there is a place for it.
#[inline(always)]
pub(super) fn put<T>(table: &mut [T], place: usize, value: T) {
    if let Some(slot) = table.get_mut(place) {
        *slot = value;
    }
}

/// One row of a table whose rows are `width` long; empty where there is none.
#[inline(always)]
pub(super) fn row<T>(table: &[T], row: usize, width: usize) -> &[T] {
    let start = row.wrapping_mul(width);
    table.get(start..start.wrapping_add(width)).unwrap_or_default()
}

/// As [`row`], to be written.
#[inline(always)]
pub(super) fn row_mut<T>(table: &mut [T], row: usize, width: usize) -> &mut [T] {
    let start = row.wrapping_mul(width);
    table.get_mut(start..start.wrapping_add(width)).unwrap_or_default()
}

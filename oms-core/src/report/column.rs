//! Columns: the dense form that facts are kept in. Texts are dictionary codes, instants and amounts are integers.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use crate::value::Instant;

/// A row of a table or an entry of a dictionary; or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Code(u32);

impl Code {
    pub(super) const NONE: Self = Self(u32::MAX);

    /// The code of a place. Beyond 4,294,967,294 entries there are no codes left.
    pub(super) fn new(at: usize) -> Self {
        u32::try_from(at).map_or(Self::NONE, Self)
    }

    pub(super) const fn is_none(self) -> bool {
        self.0 == u32::MAX
    }

    /// The place; the place of none lies beyond every column.
    pub(super) const fn at(self) -> usize {
        self.0 as usize
    }

    pub(super) const fn raw(self) -> u32 {
        self.0
    }
}

impl Default for Code {
    fn default() -> Self {
        Self::NONE
    }
}

/// Microseconds since 1970 in UTC; or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(i64);

impl Moment {
    pub(super) const NONE: Self = Self(i64::MIN);

    pub(super) fn of(at: Instant) -> Self {
        Self(at.timestamp_micros())
    }

    pub(super) fn maybe(at: Option<Instant>) -> Self {
        at.map_or(Self::NONE, Self::of)
    }

    pub(super) fn is_none(self) -> bool {
        self == Self::NONE
    }

    pub(super) fn micros(self) -> Option<i64> {
        (!self.is_none()).then_some(self.0)
    }

    /// This one, or the other when this is none.
    pub(super) fn or(self, other: Self) -> Self {
        if self.is_none() { other } else { self }
    }
}

impl Default for Moment {
    fn default() -> Self {
        Self::NONE
    }
}

/// Entries and their codes; the code of an entry is its place.
#[derive(Clone, Debug)]
pub(super) struct Dictionary<T> {
    entries: Vec<T>,
    codes: HashMap<T, Code>,
}

impl<T> Default for Dictionary<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), codes: HashMap::new() }
    }
}

/// A dictionary of texts.
pub(super) type Words = Dictionary<Arc<str>>;

impl<T: Clone + Eq + Hash> Dictionary<T> {
    /// The code of the entry, given now if it is new.
    pub(super) fn code<Q>(&mut self, entry: &Q) -> Code
    where
        T: Borrow<Q> + for<'a> From<&'a Q>,
        Q: Eq + Hash + ?Sized,
    {
        if let Some(code) = self.codes.get(entry) {
            return *code;
        }
        self.add(T::from(entry))
    }

    /// As [`Dictionary::code`], for an entry at hand.
    pub(super) fn code_of(&mut self, entry: T) -> Code {
        match self.codes.get(&entry) {
            Some(code) => *code,
            None => self.add(entry),
        }
    }

    fn add(&mut self, entry: T) -> Code {
        let code = Code::new(self.entries.len());
        self.entries.push(entry.clone());
        self.codes.insert(entry, code);
        code
    }

    /// The code of an entry, if it is known.
    pub(super) fn find<Q>(&self, entry: &Q) -> Option<Code>
    where
        T: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.codes.get(entry).copied()
    }

    pub(super) fn entry(&self, code: Code) -> Option<&T> {
        self.entries.get(code.at())
    }

    pub(super) fn entries(&self) -> &[T] {
        &self.entries
    }

    /// Adds the entries of another and says what its codes became.
    pub(super) fn take(&mut self, other: &Self) -> Recoding {
        Recoding(other.entries.iter().map(|entry| self.code_of(entry.clone())).collect())
    }
}

/// New codes by old code.
#[derive(Clone, Debug, Default)]
pub(super) struct Recoding(pub(super) Vec<Code>);

impl Recoding {
    pub(super) fn of(&self, code: Code) -> Code {
        cell(&self.0, code)
    }
}

/// The value of a column in a row; the default where there is none.
#[inline]
pub(super) fn cell<T: Copy + Default>(column: &[T], row: Code) -> T {
    column.get(row.at()).copied().unwrap_or_default()
}

/// Sets the value of a column in a row, filling up with defaults.
pub(super) fn set_cell<T: Copy + Default>(column: &mut Vec<T>, row: Code, value: T) {
    if row.is_none() {
        return;
    }
    if column.len() <= row.at() {
        column.resize(row.at() + 1, T::default());
    }
    if let Some(slot) = column.get_mut(row.at()) {
        *slot = value;
    }
}

/// A table of columns, with its rows as plain structs for reading and writing.
pub(super) trait Table {
    /// One row.
    type Row;
    /// Adds a row.
    fn push(&mut self, row: Self::Row) -> Code;
    /// A row; defaults beyond the end.
    fn row(&self, row: Code) -> Self::Row;
    /// Writes a row that is there.
    fn set(&mut self, at: Code, row: Self::Row);
    /// How many rows there are.
    fn len(&self) -> usize;
    /// All rows.
    fn rows(&self) -> impl Iterator<Item = Code> + use<Self> {
        (0..self.len()).map(Code::new)
    }
}

/// Makes a [`Table`] and the struct of its rows.
macro_rules! columns {
    ($(#[$doc:meta])* $table:ident of $row:ident { $($(#[$field_doc:meta])* $name:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub(in crate::report) struct $table {
            $($(#[$field_doc])* pub(in crate::report) $name: Vec<$type>,)+
            len: usize,
        }

        /// One row of it.
        #[derive(Clone, Copy, Debug, Default)]
        pub(in crate::report) struct $row { $($(#[$field_doc])* pub(in crate::report) $name: $type,)+ }

        impl Table for $table {
            type Row = $row;
            fn push(&mut self, row: $row) -> Code {
                let code = Code::new(self.len);
                $(self.$name.push(row.$name);)+
                self.len += 1;
                code
            }
            fn row(&self, row: Code) -> $row {
                $row { $($name: cell(&self.$name, row),)+ }
            }
            fn set(&mut self, at: Code, row: $row) {
                $(if let Some(slot) = self.$name.get_mut(at.at()) { *slot = row.$name; })+
            }
            fn len(&self) -> usize {
                self.len
            }
        }
    };
}
pub(super) use columns;

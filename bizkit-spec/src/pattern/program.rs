//! What a pattern becomes: a program over the bytes of a text, from which matching code is generated.

/// What generated code does to match a text. Both forms look at the bytes of a `&str` and rely on
/// them being UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "one at a time, read once")]
pub enum Program {
    /// Compare position by position.
    Line(Line),
    /// Walk through a table.
    Dfa(Dfa),
}

/// A match of the whole text whose parts stand at known offsets, except that the last part may vary in
/// length.
///
/// ```text
/// if len < min_len || len > max_len { return false }
/// at = 0
/// for item: Literals      one of the alternatives equals bytes[at..at + n];  at += n
///           Class         table()[byte] has the bit 1 << class for every byte of the run;  at += count
///                         (count is `min`; where `min != max`, which only the last item may have,
///                          the run goes to the end of the text)
/// true
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The parts, in order. Literals without alternatives that stand side by side are one item.
    pub items: Vec<LineItem>,
    /// The sets that [`LineItem::Class`] names; at most eight, all different.
    pub classes: Vec<AsciiSet>,
    /// Fewest bytes that match.
    pub min_len: usize,
    /// Most bytes that match; `None` where there is no limit.
    pub max_len: Option<usize>,
}

/// One part of a [`Line`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineItem {
    /// One of these byte strings: at least one, none empty, all of the same length, all different.
    Literals(Vec<Vec<u8>>),
    /// A run of bytes out of a set.
    Class {
        /// Index into [`Line::classes`].
        class: usize,
        /// Fewest bytes.
        min: usize,
        /// Most bytes; `None` where there is no limit. Equals `min` in every item but the last.
        max: Option<usize>,
    },
}

/// A set of ASCII bytes; bit `n` stands for byte `n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AsciiSet(pub u128);

impl AsciiSet {
    /// Whether the byte is in the set; never for a byte above 127.
    pub fn contains(self, byte: u8) -> bool {
        byte < 128 && self.0 & (1 << byte) != 0
    }

    /// Whether there is exactly one byte in it.
    pub(super) fn is_single(self) -> bool {
        self.0.is_power_of_two()
    }
}

impl Line {
    /// One table for all classes: bit `n` of an entry says whether that byte is in `classes[n]`.
    pub fn table(&self) -> [u8; 256] {
        let mut table = [0; 256];
        for byte in 0..=255u8 {
            for (index, class) in self.classes.iter().enumerate() {
                table[usize::from(byte)] |= u8::from(class.contains(byte)) << index;
            }
        }
        table
    }
}

/// A minimal automaton over bytes.
///
/// ```text
/// if len < min_len || len > max_len { return false }
/// state = start
/// for byte: state = transitions[state + classes[byte]]
///           if state == 0 { return false }          // nothing can match any more
///           if state == sure { return true }        // worth a test only where `sure` is there
/// accept[state / class_count]
/// ```
///
/// States are named by the index of their row in `transitions`, so a multiple of `class_count`; every
/// value fits `u16`, and `u8` for small patterns. State 0 is dead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dfa {
    /// The column of each byte: bytes that no state tells apart share one.
    pub classes: [u8; 256],
    /// The number of columns.
    pub class_count: usize,
    /// The next state for each state and column, row after row; the first row is that of the dead state.
    pub transitions: Vec<u16>,
    /// Whether the text may end in the state, by row.
    pub accept: Vec<bool>,
    /// The state before the first byte. Not 0.
    pub start: u16,
    /// The state that accepts whatever follows, where there is one.
    pub sure: Option<u16>,
    /// Fewest bytes that match.
    pub min_len: usize,
    /// Most bytes that match; `None` where there is no limit.
    pub max_len: Option<usize>,
}

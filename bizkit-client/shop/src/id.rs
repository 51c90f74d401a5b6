//! Makes ids that nobody has yet.

/// An id that nobody has yet: a word and a count, in letters and digits.
pub(crate) fn new_id(word: &str, length: usize, count: &mut u32) -> String {
    *count += 1;
    format!("{word}{count:0>width$}", width = length - word.len())
}

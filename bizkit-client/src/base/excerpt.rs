//! Shows a text of somebody else in a message: in quotes, and cut where it is long.

/// How much of a wrong text a message shows.
const EXCERPT: usize = 40;

/// A text in quotes, cut where it is long.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{:?}...", &text[..end]),
        None => format!("{text:?}"),
    }
}

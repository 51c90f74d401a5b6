//! Markdown that others wrote, to Markdown that shows the same and can do nothing: read by a parser, written anew.
//!
//! A description may come from anybody. What is written here holds no HTML, no block that `cargo test` would
//! compile, no reference and no link but to the web, whatever the text was. Text is escaped where it is written, so
//! nothing depends on how a line begins; the parser decides only what stays code, a list, a table or a link.

mod inline;
mod span;
mod write;

pub use span::{address, cell, code, fence, link, page, place};

use crate::visible;

/// A text of several blocks.
///
/// ```
/// use bizkit_spec::prose;
///
/// assert_eq!(prose::blocks("a <b> of [Vec]:\n\n    let x;"), "a \\<b> of \\[Vec\\]:\n\n```text\nlet x;\n```");
/// ```
pub fn blocks(text: &str) -> String {
    if is_plain(text) { text.trim_end().to_owned() } else { write::blocks(text) }
}

/// The same with a full stop behind a last paragraph that has none.
pub fn sentence(text: &str) -> String {
    if is_plain(text) { inline::stopped(text.trim_end()) } else { write::sentence(text) }
}

/// The text on one line, for a heading, an item of a list or a cell of a table.
pub fn inline(text: &str) -> String {
    if is_plain(text) { text.trim_end().to_owned() } else { write::line(text) }
}

/// Whether nothing in a text means anything in Markdown. Most texts are so, and a parser that is not optimised, as
/// in a build of the macro, takes its time.
fn is_plain(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic())
        && !text.contains(|c: char| "\\`*_[]<>&~#|".contains(c) || visible::is_hidden(c))
        && !text.contains("http")
}

#[cfg(test)]
mod tests;

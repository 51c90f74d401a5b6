//! Patterns of text: a source in the subset of ECMA-262 goes in; a matcher and a program for generated
//! code come out.
//!
//! The subset is what can be matched in one pass over the text and means the same everywhere:
//!
//! | written | meaning |
//! |---|---|
//! | `a`, `ř` | that code point |
//! | `\d` `\w` `\s` `\D` `\W` `\S` | the classes of ECMA-262: digits and words are ASCII, white space is not |
//! | `\t` `\n` `\r` `\f` `\v` `\0` `\xHH` `\uHHHH` `\u{H..}` | one code point; a pair of surrogates is one too |
//! | `\.` `\/` `\-` ... | the character itself: `^ $ \ . * + ? ( ) [ ] { } \| / -` |
//! | `.` | everything but `\n`, `\r`, U+2028 and U+2029 |
//! | `[a-z_]`, `[^\s@]` | one code point inside, or outside, of a set |
//! | `(..)`, `(?:..)`, `(?<name>..)` | a group; nothing is captured |
//! | `a\|b` | one or the other |
//! | `*` `+` `?` `{n}` `{n,}` `{n,m}` | repetition; a `?` behind it changes nothing about what matches |
//! | `^` `$` | the very start and end of the text |
//! | `\b` `\B` | at, or not at, the edge of an ASCII word |
//!
//! Unless it is anchored, a pattern may match anywhere in the text. Matching counts Unicode code
//! points, as ECMA-262 does under its flag `u`. Everything else is refused with the place and with
//! what to write instead: look-around, back-references, `\p{..}`, flags, set operations in classes,
//! `[]` and `[^]`, a quantifier on a quantifier, `{,n}`, and patterns that need too large a table.

mod parse;

mod ast;
mod class;

mod matcher;

mod compile;
mod dfa;
mod error;
mod line;
mod minimize;
mod nfa;
mod program;

use ast::Node;
use matcher::Matcher;
use std::fmt;
use std::sync::{Arc, OnceLock};

pub use error::PatternError;
pub use program::{AsciiSet, Dfa, Line, LineItem, Program};

/// A pattern that was read and found to be in the subset. Two patterns are equal if their sources are.
#[derive(Clone)]
pub struct Pattern {
    source: String,
    node: Arc<Node>,
    matcher: Arc<Matcher>,
    /// What it was compiled to, with the steps that this took.
    compiled: Arc<OnceLock<(Result<Program, PatternError>, usize)>>,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// ```
    /// use bizkit_spec::pattern::Pattern;
    ///
    /// let pattern = Pattern::parse("^[A-Z]{2}[0-9]+$").unwrap();
    /// assert!(pattern.is_match("CZ123"));
    /// assert!(!pattern.is_match("cz123"));
    ///
    /// let error = Pattern::parse("^(?=.*[0-9])").unwrap_err();
    /// assert_eq!((error.offset, error.message.as_str()), (1..4, "look-ahead is not supported"));
    /// ```
    ///
    /// # Errors
    /// The first thing that is no pattern, or that is outside of the subset.
    pub fn parse(source: &str) -> Result<Self, PatternError> {
        let node = parse::parse(source)?;
        let matcher = Arc::new(Matcher::new(&node));
        Ok(Self { source: source.to_owned(), matcher, node: Arc::new(node), compiled: Arc::default() })
    }

    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the pattern matches somewhere in the text. Takes time in proportion to the text's length.
    pub fn is_match(&self, text: &str) -> bool {
        self.matcher.is_match(text)
    }

    /// The form that code is generated from. It accepts the same texts as [`Pattern::is_match`].
    ///
    /// # Errors
    /// The pattern needs too large a table, or no text matches it.
    pub fn compile(&self) -> Result<Program, PatternError> {
        self.compiled().0.clone()
    }

    /// How many steps it takes to compile the pattern.
    pub(crate) fn work(&self) -> usize {
        self.compiled().1
    }

    fn compiled(&self) -> &(Result<Program, PatternError>, usize) {
        self.compiled.get_or_init(|| compile::compile(self))
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}

/// The source alone.
impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}

#[cfg(test)]
mod tests;

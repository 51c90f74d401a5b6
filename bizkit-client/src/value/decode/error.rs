//! Why a response could not be read: place, expectation and finding in; one line without secrets out.

use crate::base::path;
use crate::base::visible::Visible;
use crate::schema::rules::Rules;
use crate::schema::tables::FieldInfo;
use crate::secret::REDACTED;
use crate::secret::redact::Secrets;
use std::borrow::Cow;
use std::fmt::{self, Write};

/// A response that could not be read: where, what was expected, what stands there.
///
/// Sensitive values are never part of it; of malformed JSON it shows the shape, with letters as `x` and
/// digits as `0`.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Parts>);

#[derive(Clone, PartialEq, Eq)]
struct Parts {
    /// The innermost step first: errors are rare, so paths are built on the way out.
    path: Vec<Step>,
    expected: Cow<'static, str>,
    found: &'static str,
    /// What stands there, where it may be shown.
    value: Option<String>,
    offset: usize,
}

#[derive(Clone, PartialEq, Eq)]
enum Step {
    Member(&'static str),
    Key(String),
    Index(usize),
}

impl DecodeError {
    /// An error of the response as a whole, in words of its own.
    #[cold]
    pub fn new(message: impl Into<String>) -> Self {
        Self::at(0, message.into(), "", None)
    }

    #[cold]
    pub(super) fn at(
        offset: usize,
        expected: impl Into<Cow<'static, str>>,
        found: &'static str,
        value: Option<String>,
    ) -> Self {
        Self(Box::new(Parts { path: Vec::new(), expected: expected.into(), found, value, offset }))
    }

    /// Where the value stands: `items[2].price`; empty for the response as a whole.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.0.path {
            match step {
                Step::Index(index) => path::prepend(&mut path, &format!("[{index}]")),
                Step::Member(name) => path::prepend(&mut path, &path::step(name)),
                Step::Key(name) => path::prepend(&mut path, &path::step(name)),
            }
        }
        path
    }

    /// What was expected: `a string`; or the whole message of an error that is not about JSON.
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// The kind of what stands there instead: `null`, `a number`, `the end of the text`; empty
    /// for an error that is not about JSON.
    pub fn found(&self) -> &str {
        self.0.found
    }

    /// The offset in the body, in bytes.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The same error of a member.
    #[cold]
    pub(super) fn in_member(self, field: &FieldInfo) -> Self {
        self.step(Step::Member(field.wire)).hidden_if(field.rules)
    }

    /// The same error of a discriminator.
    #[cold]
    pub(super) fn in_tag(self, name: &'static str) -> Self {
        self.step(Step::Member(name))
    }

    /// The same error of an element.
    #[cold]
    pub(super) fn in_item(self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// The same error of a map's entry.
    #[cold]
    pub(super) fn in_entry(self, key: &str) -> Self {
        self.step(Step::Key(key.chars().take(40).collect()))
    }

    /// The same error without what stands there and the keys on the way to it, where they are sensitive.
    #[cold]
    pub(crate) fn hidden_if(self, rules: &Rules) -> Self {
        if rules.sensitive { self.hidden() } else { self }
    }

    /// The same error without anything of the body. What stands in an error is cut, so a part of a secret would not
    /// be recognised in it.
    #[cold]
    fn hidden(mut self) -> Self {
        self.0.value = None;
        for step in &mut self.0.path {
            if let Step::Key(key) = step {
                REDACTED.clone_into(key);
            }
        }
        self
    }

    /// The same error of a body that shows secrets: nothing of the body, and no secret in what was expected.
    #[cold]
    pub(crate) fn without(mut self, secrets: &Secrets) -> Self {
        if let Cow::Owned(words) = &mut self.0.expected {
            secrets.mask_own(words);
        }
        self.hidden()
    }

    fn step(mut self, step: Step) -> Self {
        self.0.path.push(step);
        self
    }
}

/// One line: `items[2].price: expected a number, found a string "x" at byte 17`.
impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut Visible(f);
        let path = self.path();
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        if self.0.found.is_empty() {
            return f.write_str(&self.0.expected);
        }
        write!(f, "expected {}, found {}", self.0.expected, self.0.found)?;
        if let Some(value) = &self.0.value {
            write!(f, " {value}")?;
        }
        write!(f, " at byte {}", self.0.offset)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self})")
    }
}

impl std::error::Error for DecodeError {}

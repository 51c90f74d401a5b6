//! What is wrong with a value: findings in; one line for each of them out.

use crate::base::visible::Visible;
use std::fmt::{self, Write};

/// A rule that a value breaks, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The member by its names in Rust, from the request down: `items[2].unit_price`; empty for the value as a whole.
    pub path: String,
    /// The keyword of the spec: `minLength`, `pattern`, `enum`, `exactlyOneOf`, ...
    pub rule: &'static str,
    /// What the rule asks for: `expected exactly 16 characters`.
    pub message: String,
    /// What stands there instead; never set for sensitive values.
    pub found: Option<String>,
    /// What to write.
    pub help: Option<String>,
}

/// One line: where, what is expected, what was found, what to write.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut Visible(f);
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        if let Some(found) = &self.found {
            write!(f, ", found {found}")?;
        }
        if let Some(help) = &self.help {
            write!(f, "; {help}")?;
        }
        write!(f, " ({})", self.rule)
    }
}

/// A value that breaks the rules of its type; what `TryFrom` and `FromStr` give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidValueError {
    name: &'static str,
    violations: Vec<Violation>,
}

impl InvalidValueError {
    pub(crate) fn new(name: &'static str, violations: Vec<Violation>) -> Self {
        Self { name, violations }
    }

    /// Every rule that the value breaks, at least one.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

/// One line: ``invalid `CuRefNo`: expected exactly 16 characters, ...``.
impl fmt::Display for InvalidValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid `{}`: ", self.name)?;
        for (index, violation) in self.violations.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for InvalidValueError {}

/// A request that breaks its rules; nothing of it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRequestError {
    name: &'static str,
    violations: Vec<Violation>,
}

impl InvalidRequestError {
    pub(crate) fn new(name: &'static str, violations: Vec<Violation>) -> Self {
        Self { name, violations }
    }

    /// Every rule that the request breaks, at least one, in the order of the members.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

/// Most lines that a rendering shows; a list of thousands of wrong elements is not read anyway.
const SHOWN: usize = 20;

/// One line that counts, then one line for each violation.
impl fmt::Display for InvalidRequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.violations.len();
        write!(f, "the request `{}` breaks {count} rule{}:", self.name, if count == 1 { "" } else { "s" })?;
        for violation in self.violations.iter().take(SHOWN) {
            write!(f, "\n  {violation}")?;
        }
        if count > SHOWN {
            write!(f, "\n  and {} more", count - SHOWN)?;
        }
        Ok(())
    }
}

impl std::error::Error for InvalidRequestError {}

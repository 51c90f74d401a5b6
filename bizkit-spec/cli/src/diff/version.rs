//! The step of a version that follows from the gravest change.

use super::Level;
use std::fmt;

/// Which number of a version goes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The first number.
    Major,
    /// The second number.
    Minor,
    /// The third number.
    Patch,
}

impl Step {
    /// `major`, `minor`, `patch`
    pub fn name(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
        }
    }
}

/// Three numbers; what stands behind them is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    major: u64,
    minor: u64,
    patch: u64,
}

impl Version {
    /// Reads `1.2.3`, with or without `v` before it; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let text = text.split(['-', '+']).next()?;
        let mut numbers = text.split('.').map(|number| number.parse().ok());
        let version = Self { major: numbers.next()??, minor: numbers.next()??, patch: numbers.next()?? };
        numbers.next().is_none().then_some(version)
    }

    /// Cargo's rules: below 1.0.0 the second number stands for breaking changes and the third for all others;
    /// below 0.1.0 every change is breaking.
    pub fn step(self, level: Level) -> Step {
        match (self.major, self.minor, level) {
            (1.., _, Level::Breaking) => Step::Major,
            (1.., _, Level::Additive) | (0, 1.., Level::Breaking) => Step::Minor,
            _ => Step::Patch,
        }
    }

    /// The version behind this one.
    #[must_use]
    pub fn next(self, level: Level) -> Self {
        let Self { major, minor, patch } = self;
        match self.step(level) {
            Step::Major => Self { major: major + 1, minor: 0, patch: 0 },
            Step::Minor => Self { major, minor: minor + 1, patch: 0 },
            Step::Patch => Self { major, minor, patch: patch + 1 },
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_follows_cargo() {
        for (version, level, next) in [
            ("1.2.3", Level::Breaking, "2.0.0"),
            ("1.2.3", Level::Additive, "1.3.0"),
            ("1.2.3", Level::Cosmetic, "1.2.4"),
            ("0.2.3", Level::Breaking, "0.3.0"),
            ("v0.2.3-rc.1", Level::Additive, "0.2.4"),
            ("0.2.3", Level::Cosmetic, "0.2.4"),
            ("0.0.3", Level::Breaking, "0.0.4"),
        ] {
            assert_eq!(Version::parse(version).unwrap().next(level).to_string(), next, "{version} {level}");
        }
        assert!(["1.2", "1.2.3.4", "a", "", "1.2.x"].iter().all(|text| Version::parse(text).is_none()));
    }
}

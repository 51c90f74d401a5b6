//! Roles of pieces of text to ANSI escape sequences, or to nothing.

use super::Colour;
use crate::diagnostic::Severity;

/// What a piece of text is, which decides how it looks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Role {
    Error,
    Warning,
    Strong,
    Gutter,
    Related,
    Help,
}

impl Role {
    pub(crate) fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
        }
    }

    fn sequence(self) -> &'static str {
        match self {
            Self::Error => "1;31",
            Self::Warning => "1;33",
            Self::Strong => "1",
            Self::Gutter | Self::Related => "1;34",
            Self::Help => "1;36",
        }
    }
}

/// Colours text, or leaves it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint {
    colour: Colour,
}

impl Paint {
    pub(crate) fn new(colour: Colour) -> Self {
        Self { colour }
    }

    pub(crate) fn with(self, role: Role, text: &str) -> String {
        match self.colour {
            Colour::Never => text.to_owned(),
            Colour::Always => format!("\u{1b}[{}m{text}\u{1b}[0m", role.sequence()),
        }
    }
}

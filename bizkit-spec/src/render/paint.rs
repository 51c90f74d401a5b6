//! Roles of pieces of text to ANSI escape sequences, or to nothing.

use crate::diagnostic::Severity;

/// What a piece of text is, which decides how it looks.
#[derive(Debug, Clone, Copy)]
pub enum Role {
    /// The severity of an error.
    Error,
    /// The severity of a warning.
    Warning,
    /// The message itself.
    Strong,
    /// Line numbers and the bars beside a text.
    Gutter,
    /// A place that a finding refers to.
    Related,
    /// What to do.
    Help,
}

impl Role {
    /// The role of the word for a severity.
    pub fn of(severity: Severity) -> Self {
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

/// Whether escape sequences colour the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// Plain text.
    #[default]
    Never,
    /// ANSI escape sequences.
    Always,
}

/// Colours text, or leaves it.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    colour: Colour,
}

impl Paint {
    /// Paints as it is told.
    pub fn new(colour: Colour) -> Self {
        Self { colour }
    }

    /// The text in the colour of its role, or as it is.
    pub fn with(self, role: Role, text: &str) -> String {
        match self.colour {
            Colour::Never => text.to_owned(),
            Colour::Always => format!("\u{1b}[{}m{text}\u{1b}[0m", role.sequence()),
        }
    }
}

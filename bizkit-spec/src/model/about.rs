//! Holds what is written for people about one item: prose, links, and why it should no longer be used.

use super::Seen;

/// Prose and links of one item.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// One line.
    pub summary: Option<String>,
    /// Markdown, any length.
    pub description: Option<String>,
    /// The vendor's page.
    pub docs: Option<String>,
    /// Set where the item should no longer be used.
    pub deprecated: Option<Deprecated>,
    /// How it is known.
    pub seen: Option<Seen>,
}

/// Why something should no longer be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deprecated {
    /// What to know, or what to use instead.
    pub note: Option<String>,
}

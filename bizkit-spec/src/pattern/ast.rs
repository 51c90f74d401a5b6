//! What a pattern says: the tree between the parser and the two matchers.

use super::class::Class;

/// A part of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// One code point out of a set.
    Class(Class),
    /// One after the other; an empty list is the empty text.
    Concat(Vec<Node>),
    /// One of several.
    Alternation(Vec<Node>),
    /// The same part several times.
    Repeat {
        node: Box<Node>,
        min: u32,
        /// `None` where there is no limit.
        max: Option<u32>,
    },
    /// Consumes nothing.
    Assertion(Assertion),
}

/// What is asked about the place between two code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Assertion {
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`
    WordBoundary,
    /// `\B`
    NotWordBoundary,
}

impl Node {
    /// How many parts a machine for this node has once its repetitions are written out.
    pub(super) fn size(&self) -> u64 {
        match self {
            Self::Class(_) | Self::Assertion(_) => 1,
            Self::Concat(nodes) | Self::Alternation(nodes) => {
                nodes.iter().fold(1, |sum, node| sum.saturating_add(node.size()))
            }
            Self::Repeat { node, min, max } => {
                node.size().saturating_mul(u64::from(max.unwrap_or(*min).max(1))).saturating_add(1)
            }
        }
    }
}

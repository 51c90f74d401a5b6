//! Patterns of text: the subset of ECMA-262 that every back end reads alike.

/// A pattern that was read and found to be in the subset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// As it was written.
    pub source: String,
}
pub struct PatternError {
    pub offset: std::ops::Range<usize>,
    pub message: String,
    pub help: String,
}
impl Pattern {
    pub fn parse(s: &str) -> Result<Self, PatternError> {
        Ok(Self { source: s.into() })
    }
    pub fn compile(&self) -> Result<(), PatternError> {
        Ok(())
    }
}

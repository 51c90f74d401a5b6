/// No call takes or gives it yet.
///
/// Matches `^(LIVE|TEST)[a-z0-9]{8}$`.
///
/// Example: `LIVEabcd1234`.
///
/// A secret: `Debug` never shows it, and its memory is cleared when it is dropped.
pub type Token = __p::SecretText<TokenText>;
#[doc(hidden)]
#[allow(missing_debug_implementations, reason = "it has no values")]
pub enum TokenText {}
impl __p::TextKind for TokenText {
    type Form = __p::form::Any;
    const INFO: &'static __p::TextInfo = &__p::TextInfo {
        name: "Token",
        rules: &super::__tables::TOKEN,
        misuse: "`Token` must be: matches `^(LIVE|TEST)[a-z0-9]{8}$`",
    };
}
/// What a key is for, told by the text that it begins with.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::fmt::Debug
)]
#[non_exhaustive]
pub enum TokenKind {
    /// Counts (begins with `LIVE`)
    Live,
    /// The key begins with `TEST`.
    Trial,
}
impl __p::KeyText for TokenText {
    type Kinds = TokenKind;
    const PREFIXES: &'static [(&'static str, TokenKind)] = &[
        ("LIVE", TokenKind::Live),
        ("TEST", TokenKind::Trial),
    ];
}

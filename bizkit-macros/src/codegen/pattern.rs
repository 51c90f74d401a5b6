//! Patterns of text to plain matching code.

use super::Cx;
use bizkit_spec::pattern::Pattern;
use proc_macro2::Ident;

/// The function that matches a pattern.
pub(super) fn function(_cx: &Cx<'_>, _pattern: &Pattern, _wish: &str) -> Option<Ident> {
    None
}

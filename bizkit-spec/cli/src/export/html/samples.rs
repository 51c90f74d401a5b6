//! The documented call as code, for whoever reads the page without its script, which writes the same and more.

use super::markup::Html;
use crate::export::markdown::{code, wire::Wire};
use bizkit_spec::model::{Api, Endpoint};
use bizkit_spec::rust;

/// The first documented call that succeeds, in Rust, or for a shell
/// where Rust has no short form.
pub(super) fn of(api: &Api, endpoint: &Endpoint, root: &str) -> String {
    let mut html = Html::default();
    let Some(example) = rust::call::example(endpoint) else { return html.finish() };
    let code = code::rust(api, endpoint, example, root);
    let code = code.unwrap_or_else(|| code::curl(&Wire::of(api, endpoint, example)));
    html.line("pre", &[("class", "s")], &code);
    html.finish()
}

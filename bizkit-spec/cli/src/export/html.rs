//! The model as an interactive page: one HTML file that needs no other one and asks no other host for anything.
//!
//! Everything that the specs say stands in the markup, so the page can be read, printed and searched without a script. The script
//! adds what moves: forms, code that follows them, search, and calls where a server stands behind the page.

mod data;
mod document;
mod endpoint;
mod facts;
mod markup;
mod overview;
mod samples;
mod text;
mod tree;

use bizkit_spec::json::Json;
use bizkit_spec::{Api, Checked};

/// What a page is made for.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// The crate that examples in Rust use.
    pub root: String,
    /// What the script is told of the server behind the page; `None` for a file on a disk or a static host.
    pub server: Option<Json>,
}

impl Options {
    /// A page without a server, whose examples in Rust use this crate.
    pub fn of(root: impl Into<String>) -> Self {
        Self { root: root.into(), server: None }
    }
}

/// The page of an API.
///
/// ```
/// use bizkit_cli::export::html::{self, Options};
/// use bizkit_spec::Specs;
///
/// let read = "summary: Read <all>\nmethod: GET\npath: /a/read\nresponses: { 200: {} }\nexamples: [{}]";
/// let api = "title: Shop\nbaseUrl: https://api.example.com";
/// let specs = Specs::from_texts([("api.yaml", api), ("a/read.yaml", read)]);
/// let page = html::page(specs.api().unwrap(), &Options::of("shop_client"));
///
/// assert!(page.starts_with("<!doctype html>"));
/// assert!(page.contains("Read &lt;all>"));
/// ```
pub fn page(api: &Checked<Api>, options: &Options) -> String {
    document::document(api, options)
}

/// The part of the page's script that judges arguments and writes code. It needs no browser, so that tests can run it.
pub fn logic() -> String {
    document::logic()
}

/// What the script of the page knows of the API, for whoever tests it.
pub fn data(api: &Checked<Api>, root: &str) -> Json {
    data::of(api, root)
}

#[cfg(test)]
mod tests;

//! The spec language of bizkit: YAML descriptions of REST endpoints, read into one checked model.
//!
//! ```text
//! specs/**/*.yaml -> load -> yaml -> read -> check -> Api -> generator, sandbox, documents, ...
//!                    texts   nodes   model   rules    the one value that every back end reads
//! ```
//!
//! [`Specs::open`] does all of it. Findings are data with a place and a stable code; a [`Checked`] [`Api`] keeps every
//! rule, so nothing behind it has a failing path of its own.

pub mod source;

pub mod codes;
pub mod diagnostic;

pub mod render;

pub mod load;

pub mod yaml;

mod read;

mod check;

mod characters;
pub mod header;
pub mod json;
pub mod keywords;
pub mod media;
pub mod model;
pub mod name;
pub mod number;
pub mod pattern;
pub mod period;
pub mod portable;
pub mod prose;
pub mod rust;
pub mod validate;
pub mod visible;

pub use check::{Checked, PartialApi};
pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use model::Api;

use source::{Source, SourceMap};
use std::path::Path;

/// What was read from a set of specs.
#[derive(Debug, Clone)]
pub struct Specs {
    /// The texts, to show findings and to track changes.
    pub sources: SourceMap,
    /// Everything that was found, sorted by file and place.
    pub findings: Diagnostics,
    /// The model, or one with placeholders where something was wrong.
    api: Result<Checked<Api>, Api>,
}

impl Specs {
    /// Reads and checks every spec below a folder. Findings show paths that begin with `shown_as`.
    pub fn open(folder: &Path, shown_as: &str) -> Self {
        let (sources, findings) = load::load(folder, shown_as);
        Self::from_sources(sources, findings)
    }

    /// The model; `None` where an error was found.
    pub fn api(&self) -> Option<&Checked<Api>> {
        self.api.as_ref().ok()
    }

    /// The model, or as much of it as could be read.
    pub fn partial(&self) -> PartialApi<'_> {
        PartialApi::new(self.api.as_deref().unwrap_or_else(|partial| partial))
    }

    /// Reads texts that are in memory, as pairs of a path below the specs folder and a text.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut sources = SourceMap::default();
        let mut texts: Vec<(&str, &str)> = texts.into_iter().collect();
        texts.sort_unstable();
        for (path, text) in texts {
            sources.add(Source { path: path.to_owned(), relative: path.to_owned(), text: text.to_owned() });
        }
        Self::from_sources(sources, Diagnostics::default())
    }

    /// Reads and checks what was loaded.
    pub fn from_sources(sources: SourceMap, loading: Diagnostics) -> Self {
        let (api, mut findings) = check::check(read::read(&sources));
        portable::check(&sources, &mut findings);
        findings.append(loading);
        findings.sort();
        let findings = characters::name_look_alikes(&sources, findings);
        let api = Checked::new(api, &findings);
        Self { sources, findings, api }
    }
}

//! A description that others wrote, beside the specs: which of its operations have a spec, and which of
//! these differ.

pub mod report;

use crate::diff::{Change, compare_calls_on_the_wire};
use crate::import::{Grade, Import, Known, Options, import};
use crate::openapi::Document;
use bizkit_spec::model::{Api, Endpoint, Segment};
use bizkit_spec::{Checked, Specs};
use std::collections::BTreeMap;

/// How one operation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The spec and the document say the same about what travels.
    Same,
    /// They differ; the changes lead from the spec to the document.
    Differs(Vec<Change>),
    /// There is no spec.
    Missing,
    /// The document describes it in a way that the language cannot express, for this reason.
    Unreadable(String),
    /// There is a spec, and the document does not know the call.
    Extra,
}

impl State {
    /// `same`, `differs`, `missing`, `unreadable`, `extra`
    pub fn name(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Differs(_) => "differs",
            Self::Missing => "missing",
            Self::Unreadable(_) => "unreadable",
            Self::Extra => "extra",
        }
    }
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The method in upper case.
    pub method: String,
    /// The path with its parameters in braces.
    pub path: String,
    /// The spec's id, where there is one (`customer/detail`).
    pub id: Option<String>,
    /// How it stands.
    pub state: State,
}

/// Every operation of the document in its order, then the specs that it does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The operations.
    pub rows: Vec<Row>,
}

/// Compares a document with specs. `progress` is told how many of how many operations have been read.
pub fn coverage(api: &Checked<Api>, document: &Document, progress: &mut dyn FnMut(usize, usize)) -> Coverage {
    let imported = import(document, &Known::default(), &Options::default(), progress);
    let texts = imported.files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
    let described = Specs::from_texts(texts);
    let described = described.partial().get();
    let mut specs: BTreeMap<String, &Endpoint> =
        api.endpoints.iter().map(|endpoint| (route(api, endpoint), endpoint)).collect();
    let mut coverage = Coverage::default();
    for outcome in &imported.report.operations {
        let found =
            outcome.file.as_deref().and_then(|file| described.endpoint(file.trim_end_matches(".yaml")));
        let (spec, state) = match found {
            Some(call) => match specs.remove(&route(described, call)) {
                Some(spec) => (Some(spec), state(api, spec, described, call)),
                None => (None, State::Missing),
            },
            // The path alone tells whether there is a spec.
            None => {
                let wanted = format!("{} {}", outcome.method, shape(&outcome.path));
                let key = specs.keys().find(|key| key.ends_with(&wanted) || **key == wanted).cloned();
                let spec = key.and_then(|key| specs.remove(&key));
                (spec, State::Unreadable(reason(&imported, &outcome.path, &outcome.method)))
            }
        };
        coverage.rows.push(Row {
            method: outcome.method.clone(),
            path: outcome.path.clone(),
            id: spec.map(|spec| spec.id.clone()),
            state,
        });
    }
    for endpoint in &api.endpoints {
        if specs.values().any(|left| left.id == endpoint.id) {
            coverage.rows.push(Row {
                method: endpoint.method.as_str().to_owned(),
                path: endpoint.path_template(),
                id: Some(endpoint.id.clone()),
                state: State::Extra,
            });
        }
    }
    coverage
}

fn state(api: &Api, spec: &Endpoint, described: &Api, call: &Endpoint) -> State {
    let mut changes = compare_calls_on_the_wire(api, spec, described, call);
    for change in &mut changes {
        // Readers know the call by the name of its spec.
        if let Some(rest) = change.address.strip_prefix(&call.id) {
            change.address = format!("{}{rest}", spec.id);
        }
    }
    if changes.is_empty() { State::Same } else { State::Differs(changes) }
}

/// Method and whole path without names; a document may have a part of the path in its host.
fn route(api: &Api, endpoint: &Endpoint) -> String {
    let base = endpoint.base_url.as_deref().unwrap_or(&api.base_url);
    let prefix = base.split_once("://").map_or(base, |(_, rest)| rest);
    let prefix = prefix.find('/').map_or("", |at| &prefix[at..]);
    let piece = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Parameter(_) => "{}".to_owned(),
    };
    let path: String = endpoint.request.path.iter().map(piece).collect();
    format!("{} {}{path}", endpoint.method.as_str(), prefix.trim_end_matches('/'))
}

/// A template without the names in its braces.
fn shape(template: &str) -> String {
    let mut parts = template.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shape.push_str("{}");
        shape.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    shape
}

/// Why an operation was refused.
fn reason(import: &Import, path: &str, method: &str) -> String {
    let pointer = format!("/paths/{}/{}", crate::openapi::token(path), method.to_lowercase());
    let refused = import.report.remarks.iter().filter(|remark| remark.grade == Grade::Refused);
    let found = refused.clone().find(|remark| remark.pointer.starts_with(&pointer));
    found.map_or_else(|| "it cannot be expressed".to_owned(), |remark| remark.message.clone())
}

impl Coverage {
    /// How many operations stand so.
    pub fn count(&self, state: &str) -> usize {
        self.rows.iter().filter(|row| row.state.name() == state).count()
    }

    /// Operations of the document.
    pub fn operations(&self) -> usize {
        self.rows.len() - self.count("extra")
    }

    /// Operations of the document that have a spec.
    pub fn covered(&self) -> usize {
        let has_spec = |row: &&Row| row.id.is_some() && row.state != State::Extra;
        self.rows.iter().filter(has_spec).count()
    }

    /// Whether every operation has a spec that says the same.
    pub fn is_complete(&self) -> bool {
        self.rows.iter().all(|row| matches!(row.state, State::Same | State::Extra))
    }
}

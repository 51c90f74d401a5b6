//! Reads a document: what each of its operations and schemas says in the words of the spec language.

pub(crate) mod api;
pub(crate) mod body;
pub(crate) mod examples;
pub(crate) mod key;
pub(crate) mod media;
pub(crate) mod operation;
pub(crate) mod prose;
pub(crate) mod reference;
pub(crate) mod request;
pub(crate) mod responses;
pub(crate) mod schema;
pub(crate) mod survey;
pub(crate) mod types;
pub(crate) mod words;

use crate::import::account;
use crate::import::known::Known;
use crate::import::report::Report;
use crate::import::tree::{self, Tree};
use crate::openapi::Document;
use bizkit_spec::json::Json;
use key::ApiKey;
use survey::Survey;
use types::Types;

/// What is known while a document is read.
pub(crate) struct Context<'d> {
    pub(crate) document: &'d Document,
    pub(crate) known: &'d Known,
    pub(crate) survey: Survey,
    pub(crate) types: Types,
    pub(crate) report: Report,
    pub(crate) base_url: String,
    /// The host that the document, or whoever imports it, names for calls that name none.
    pub(crate) stated_url: Option<String>,
    /// Whether that host is meant for every call.
    pub(crate) is_url_wanted: bool,
    /// Whether the document was made of a page.
    pub(crate) is_page: bool,
    /// Whether host and key are those of the folder.
    pub(crate) keeps_api: bool,
    pub(crate) key: Option<ApiKey>,
    pub(crate) key_schemes: Vec<String>,
    pub(crate) key_type: Option<Tree>,
    /// References outside of `components` that are being read in place.
    pub(crate) inlined: Vec<String>,
    /// The component that is being described.
    pub(crate) definition: Option<String>,
    pub(crate) depth: usize,
    /// Phrases that became keywords, with the places of their schemas.
    pub(crate) ruled: Vec<(String, prose::Ruled)>,
}

impl<'d> Context<'d> {
    pub(crate) fn new(document: &'d Document, known: &'d Known) -> Self {
        let title = document.root().get("info").and_then(|info| info.get("title")).and_then(Json::as_str);
        let is_page = document.root().get(account::MEMBER).is_some();
        let servers = document.root().get("servers").map(tree::items).unwrap_or_default();
        let host = servers.iter().find_map(api::base_url);
        Self {
            document,
            known,
            survey: Survey::of(document),
            types: Types::default(),
            report: Report::default(),
            base_url: String::new(),
            stated_url: None,
            is_url_wanted: false,
            is_page,
            keeps_api: known.keeps_api(title.unwrap_or("API"), host.as_deref(), is_page),
            key: None,
            key_schemes: Vec::new(),
            key_type: None,
            inlined: Vec::new(),
            definition: None,
            depth: 0,
            ruled: Vec::new(),
        }
    }
}

/// Whether a document says in extensions what the spec language says, so that nothing is to be guessed.
pub(crate) fn is_own(document: &Json) -> bool {
    let paths = document.get("paths").map(tree::members).unwrap_or_default();
    let mut operations = paths.iter().flat_map(|(_, item)| tree::members(item));
    operations.any(|(_, operation)| operation.get("x-bizkit-id").is_some())
}

//! Describes one branch of a union as the document has it.

use crate::import::document::words::Words;
use crate::import::document::{Context, schema};
use crate::import::names;
use crate::import::tree::items;
use crate::openapi::EXTENSION;
use bizkit_spec::json::Json;

/// One branch as the document has it.
#[derive(Clone)]
pub(crate) struct Branch {
    /// As it is written: perhaps a reference.
    pub(crate) schema: Json,
    /// With references followed and parts merged.
    pub(crate) flat: Json,
    pub(crate) pointer: String,
}

impl Branch {
    pub(crate) fn reference(&self) -> Option<&str> {
        self.schema.get("$ref").and_then(Json::as_str)
    }

    /// What kind of JSON the branch is; `None` where it may be several.
    pub(crate) fn kind(&self) -> Option<&str> {
        let kinds = self.flat.get("type");
        let listed: Vec<&str> =
            kinds.map(items).unwrap_or_default().iter().filter_map(Json::as_str).collect();
        let listed: Vec<&str> = listed.into_iter().filter(|kind| *kind != "null").collect();
        match (kinds, listed.as_slice()) {
            (Some(Json::String(kind)), _) => Some(kind),
            (_, [kind]) => Some(kind),
            (None, []) => schema::implied(&Words::new(&self.flat)),
            _ => None,
        }
    }

    pub(crate) fn property(&self, name: &str) -> Option<&Json> {
        self.flat.get("properties")?.get(name)
    }

    pub(crate) fn name(&self) -> Option<String> {
        let given = self.schema.get(&format!("{EXTENSION}name")).and_then(Json::as_str);
        let component = self.reference().map(Context::component_name);
        let title = self
            .flat
            .get("title")
            .and_then(Json::as_str)
            .filter(|title| title.split_whitespace().count() < 4);
        given
            .map(str::to_owned)
            .or(component)
            .or_else(|| title.map(str::to_owned))
            .and_then(|name| names::type_name(&name))
    }
}

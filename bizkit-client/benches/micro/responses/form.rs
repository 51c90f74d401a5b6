//! Responses of the module `form`, as derives of serde.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize, Serialize)]
pub(crate) struct Detail {
    id: Option<String>,
    name: Option<String>,
    description: Option<String>,
    #[serde(default)]
    fields: Vec<FormField>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FormField {
    key: Option<String>,
    #[serde(rename = "type")]
    kind: Option<FormFieldKind>,
    label: Option<String>,
    helper_text: Option<String>,
    required: Option<bool>,
    default_value: Option<String>,
    #[serde(default)]
    options: BTreeMap<String, Value>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FormFieldKind {
    Text,
    #[serde(other)]
    Unknown,
}

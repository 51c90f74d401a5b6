//! Responses of the module `lock`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct List {
    #[serde(default)]
    items: Vec<ListItem>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListItem {
    lock_id: Option<String>,
    alias: Option<String>,
    electric_quantity: Option<f64>,
    has_gateway: Option<bool>,
    active: Option<bool>,
}

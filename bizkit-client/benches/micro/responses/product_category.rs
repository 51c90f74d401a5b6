//! Responses of the module `product_category`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct Detail {
    id: Option<String>,
    name: Option<String>,
    slug: Option<String>,
    description: Option<String>,
    b2b: Option<bool>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Tree {
    #[serde(default)]
    items: Vec<Node>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Node {
    id: Option<String>,
    name: Option<String>,
    slug: Option<String>,
    description: Option<String>,
    b2b: Option<bool>,
    #[serde(default)]
    children: Vec<Node>,
}

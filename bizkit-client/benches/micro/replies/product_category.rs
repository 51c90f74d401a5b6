//! Replies of the module `product_category`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct Detail {
    id: Option<String>,
    name: Option<String>,
    slug: Option<String>,
    description: Option<String>,
    b2b: Option<bool>,
}

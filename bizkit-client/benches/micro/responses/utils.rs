//! Responses of the module `utils`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct Shorten {
    success: Option<bool>,
    data: Option<Made>,
    error: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Made {
    short_url: String,
    original_url: Option<String>,
    short_code: Option<String>,
    created_at: Option<String>,
}

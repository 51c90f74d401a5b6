//! Responses of the module `vikitron`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Start {
    domain: Option<String>,
    domain_id: Option<String>,
    input_host: Option<String>,
    redirected: Option<bool>,
    #[serde(default)]
    redirect_chain: Vec<Step>,
    started: Option<bool>,
    message: Option<String>,
    counts: Option<Counts>,
    crawl_budget: Option<i64>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Step {
    from: Option<String>,
    to: Option<String>,
    http_code: Option<i64>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Counts {
    pending: Option<i64>,
    running: Option<i64>,
    ok: Option<i64>,
    error: Option<i64>,
    redirect: Option<i64>,
    skipped: Option<i64>,
    total: Option<i64>,
}

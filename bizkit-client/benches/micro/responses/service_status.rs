//! Responses of the module `service_status`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Check {
    host: Option<String>,
    domain: Option<String>,
    status: DomainStatus,
    message: Option<String>,
    color: Option<String>,
    http_code: Option<i64>,
    last_check_date: Option<String>,
    status_page_url: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DomainStatus {
    Ok,
    Error,
    #[serde(other)]
    Unknown,
}

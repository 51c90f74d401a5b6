//! Responses of the module `security`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Captcha {
    token: String,
    image_base64: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Verified {
    token: Option<String>,
    code: Option<String>,
    status: CaptchaStatus,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CaptchaStatus {
    Match,
    Miss,
    ExpiredToken,
    #[serde(other)]
    Unknown,
}

//! Responses of the module `subscription`, as derives of serde.

use super::common::RunningSubscription;
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListActive {
    #[serde(default)]
    running_subscription_list: Vec<RunningSubscription>,
}

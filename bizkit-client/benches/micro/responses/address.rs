//! Responses of the module `address`, as derives of serde.

use super::common::Address;
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct List {
    #[serde(default)]
    items: Vec<Address>,
}

//! Responses of the module `chat`, as derives of serde.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Turn {
    room_id: Option<String>,
    user_message_id: Option<String>,
    assistant_message_id: Option<String>,
    answer: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Rooms {
    #[serde(default)]
    items: Vec<Room>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Room {
    id: Option<String>,
    title: Option<String>,
    is_marked_problematic: Option<bool>,
    has_problematic_message: Option<bool>,
    inserted_date: Option<String>,
    updated_date: Option<String>,
    #[serde(default)]
    metadata: BTreeMap<String, Value>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct NewRoom {
    id: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Conversation {
    state: String,
    room: Option<Room>,
    #[serde(default)]
    messages: Vec<Message>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message {
    id: Option<String>,
    content: Option<String>,
    is_marked_problematic: Option<bool>,
    inserted_date: Option<String>,
    #[serde(default)]
    metadata: BTreeMap<String, Value>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Stored {
    state: String,
    id: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Acknowledgement {
    state: String,
    success: Option<bool>,
}

//! Responses of the module `calendar`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct Detail {
    name: Option<String>,
    color: Option<String>,
    timezone: Option<String>,
    configuration: Option<Configuration>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Configuration {
    description: Option<String>,
    online_change_deadline: Option<String>,
    #[serde(default)]
    related_calendar_ids: Vec<String>,
    reserve_from: Option<String>,
    reserve_until: Option<String>,
    time_slot_interval: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AddEvent {
    event_id: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct EventList {
    #[serde(default)]
    events: Vec<CalendarEvent>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CalendarEvent {
    id: Option<String>,
    title: Option<String>,
    start_time: Option<String>,
    end_time: Option<String>,
    is_all_day: Option<bool>,
    location_title: Option<String>,
}

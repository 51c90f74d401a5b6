//! Chooses among the media types of a body, and reads their examples.

use bizkit_spec::json::Json;
use bizkit_spec::media::MediaType;

/// JSON where there is a choice, then text, then anything.
pub(crate) fn preferred(content: &[(String, Json)]) -> Option<(&String, &Json)> {
    let rank = |media: &str| match media.split(';').next().unwrap_or_default().trim() {
        "application/json" => 0,
        media if MediaType::of(media).is_json() => 1,
        "*/*" => 2,
        media if media.starts_with("text/") => 3,
        media if media.ends_with("xml") => 4,
        "application/x-www-form-urlencoded" => 5,
        media if media.starts_with("multipart/") => 7,
        _ => 6,
    };
    content.iter().min_by_key(|(media, _)| rank(media)).map(|(media, value)| (media, value))
}

/// Every example of a media type, with its name.
pub(crate) fn all(media: &Json) -> Vec<(String, Json)> {
    let mut found: Vec<(String, Json)> = Vec::new();
    found.extend(media.get("example").map(|example| (String::new(), example.clone())));
    match media.get("examples") {
        Some(Json::Object(named)) => {
            found.extend(named.iter().filter_map(|(name, example)| {
                let summary = example.get("summary").and_then(Json::as_str);
                Some((summary.unwrap_or(name).to_owned(), example.get("value")?.clone()))
            }));
        }
        Some(Json::Array(list)) => found.extend(list.iter().map(|example| (String::new(), example.clone()))),
        _ => {}
    }
    found.dedup_by(|a, b| a.1 == b.1);
    found
}

pub(crate) fn first(media: &Json) -> Option<Json> {
    all(media).into_iter().next().map(|(_, example)| example)
}

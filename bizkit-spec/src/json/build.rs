//! Values to JSON, and JSON to text that people read.

use super::Json;
use std::fmt::Display;

/// A member of an object.
pub type Pair = (String, Json);

/// A member of this name.
pub fn pair(name: &str, value: Json) -> Pair {
    (name.to_owned(), value)
}

/// An object with these members, in this order.
pub fn object(members: impl IntoIterator<Item = Pair>) -> Json {
    Json::Object(members.into_iter().collect())
}

/// An array of these items.
pub fn array(items: impl IntoIterator<Item = Json>) -> Json {
    Json::Array(items.into_iter().collect())
}

/// A string.
pub fn text(text: &str) -> Json {
    Json::String(text.to_owned())
}

/// A number with the digits that `value` is displayed with.
pub fn number(value: impl Display) -> Json {
    Json::Number(value.to_string())
}

/// Two spaces per level, short lists on one line.
pub fn pretty(value: &Json, level: usize, out: &mut String) {
    let line = |out: &mut String, level: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(level));
    };
    match value {
        Json::Object(members) if !members.is_empty() => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                line(out, level + 1);
                out.push_str(&text(name).to_string());
                out.push_str(": ");
                pretty(value, level + 1, out);
            }
            line(out, level);
            out.push('}');
        }
        Json::Array(items) if items.iter().any(|item| matches!(item, Json::Object(_))) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                line(out, level + 1);
                pretty(item, level + 1, out);
            }
            line(out, level);
            out.push(']');
        }
        value => out.push_str(&value.to_string()),
    }
}

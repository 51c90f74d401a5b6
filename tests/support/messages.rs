//! The compiler's messages in JSON, to the part that a program causes: words, and places in the program's own file.
//! Places elsewhere depend on what is installed, and are left out.

use serde_json::Value;

/// One block for each message, in the order in which the compiler gave them.
pub(crate) fn own(messages: &str) -> String {
    let messages = messages.lines().map(|line| serde_json::from_str(line).unwrap());
    let blocks = messages.filter(is_about_the_program).map(|message| block(&message));
    blocks.collect::<Vec<_>>().join("\n")
}

/// Whether it is more than a summary, such as "aborting due to 2 previous errors".
fn is_about_the_program(message: &Value) -> bool {
    message["spans"].as_array().is_some_and(|spans| !spans.is_empty())
}

fn block(message: &Value) -> String {
    let mut text = paragraph(message);
    for child in message["children"].as_array().unwrap() {
        if !is_noise(child["message"].as_str().unwrap()) {
            text += &paragraph(child);
        }
    }
    text
}

/// Advice about the compiler's own options, and lists that grow with every implementation of a trait.
fn is_noise(text: &str) -> bool {
    ["this error originates in", "the following other types implement"]
        .iter()
        .any(|noise| text.starts_with(noise))
}

/// `error[E0061]: words`, and below it the places with what is said about each.
fn paragraph(message: &Value) -> String {
    let level = message["level"].as_str().unwrap();
    let code = message["code"]["code"].as_str().map_or_else(String::new, |code| format!("[{code}]"));
    let mut text = format!("{level}{code}: {}\n", message["message"].as_str().unwrap());
    let spans = message["spans"].as_array().unwrap();
    let mut places: Vec<_> = spans.iter().filter_map(place).collect();
    places.sort_unstable();
    places.dedup();
    for (.., place) in places {
        text += &place;
    }
    text
}

/// A place in the program, the primary one first.
fn place(span: &Value) -> Option<(bool, u64, u64, String)> {
    let file = span["file_name"].as_str().filter(|file| file.starts_with("ui/"))?;
    let (line, column) = (span["line_start"].as_u64()?, span["column_start"].as_u64()?);
    let secondary = !span["is_primary"].as_bool()?;
    let words = match (span["label"].as_str(), span["suggested_replacement"].as_str()) {
        (Some(label), _) => format!(" {label}"),
        (None, Some(replacement)) => format!(" `{}`", replacement.trim()),
        (None, None) => String::new(),
    };
    let arrow = if secondary { " ---" } else { " -->" };
    Some((secondary, line, column, format!("{arrow} {file}:{line}:{column}{words}\n")))
}

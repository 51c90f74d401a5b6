//! Foreign Markdown to HTML: written anew by `prose`, which leaves nothing in it that does anything, then turned into elements.

use super::markup::escaped;
use bizkit_spec::prose;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// A text of several blocks.
pub(super) fn blocks(text: &str) -> String {
    html_of(&prose::blocks(text), false)
}

/// A text on one line, without a block around it.
pub(super) fn inline(text: &str) -> String {
    html_of(&prose::inline(text), true)
}

/// A text on one line, or its blocks where it has several.
pub(super) fn short(text: &str) -> String {
    if text.trim().contains("\n\n") { blocks(text) } else { inline(text) }
}

/// A link to the web; the text alone where the address does not lead there.
pub(super) fn link(text: &str, address: &str) -> String {
    html_of(&prose::link(&escaped_markdown(text), address), true)
}

/// A link that shows its address.
pub(super) fn address(address: &str) -> String {
    html_of(&prose::address(address), true)
}

fn escaped_markdown(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

fn html_of(markdown: &str, flat: bool) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| match event {
        // `prose` writes none; if it ever did, they would be shown and not obeyed.
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) if flat => None,
        Event::SoftBreak => Some(Event::Text(" ".into())),
        event => Some(event),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out.trim_end().to_owned()
}

/// A value as people read it: a text without its quotes, everything else as JSON.
pub(super) fn plain(value: &bizkit_spec::json::Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A value as a piece of code.
pub(super) fn value(value: &bizkit_spec::json::Json) -> String {
    format!("<code>{}</code>", escaped(&plain(value)))
}

//! HTML to its elements and texts, as a browser reads it: an independent reader of what the page writes.

/// An element's start.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What a page consists of.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) tags: Vec<Tag>,
    /// The text that is shown.
    pub(super) text: String,
    /// Scripts and styles with what they hold.
    pub(super) raw: Vec<(Tag, String)>,
}

impl Page {
    pub(super) fn named<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// The text, and where the links lead.
    pub(super) fn everything(&self) -> String {
        let links = self.named("a").filter_map(|link| link.get("href"));
        format!("{} {}", self.text, links.collect::<Vec<_>>().join(" "))
    }
}

pub(super) fn scan(html: &str) -> Page {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.text.push_str(&decoded(&rest[..at]));
        rest = &rest[at + 1..];
        let opens = rest.starts_with(|c: char| c.is_ascii_alphabetic());
        if !opens && !rest.starts_with(['/', '!', '?']) {
            page.text.push('<');
            continue;
        }
        let (tag, behind) = tag(rest);
        rest = behind;
        if !opens {
            continue;
        }
        if tag.name != "b"
            && tag.name != "code"
            && tag.name != "a"
            && tag.name != "em"
            && tag.name != "strong"
        {
            page.text.push(' ');
        }
        if tag.name == "script" || tag.name == "style" {
            let end = rest.find(&format!("</{}", tag.name)).unwrap_or(rest.len());
            page.raw.push((tag.clone(), rest[..end].to_owned()));
            rest = &rest[end..];
        }
        page.tags.push(tag);
    }
    page.text.push_str(&decoded(rest));
    page
}

/// A tag whose `<` was read, and what stands behind it.
fn tag(text: &str) -> (Tag, &str) {
    let name_end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let mut tag = Tag { name: text[..name_end].to_ascii_lowercase(), attributes: Vec::new() };
    let mut rest = &text[name_end..];
    loop {
        rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return (tag, behind);
        }
        if rest.is_empty() {
            return (tag, rest);
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '>').unwrap_or(rest.len());
        let name = rest[..end.max(1)].to_ascii_lowercase();
        rest = &rest[end.max(1)..];
        let mut value = "";
        if let Some(behind) = rest.strip_prefix('=') {
            let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (start, stop): (usize, &[char]) = match &quote {
                Some(quote) => (1, std::slice::from_ref(quote)),
                None => (0, &[' ', '\n', '\t', '>']),
            };
            let inner = &behind[start..];
            let end = inner.find(stop).unwrap_or(inner.len());
            value = &inner[..end];
            rest = &inner[(end + start).min(inner.len())..];
        }
        tag.attributes.push((name, decoded(value)));
    }
}

fn decoded(text: &str) -> String {
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

//! Media types: a `contentType` goes in; whether it is one, and what can be written as it, comes out.

/// A media type as a spec writes it: `application/problem+json; charset=utf-8` (RFC 9110, section 8.3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediaType<'a>(&'a str);

/// Types that are text, a form or something of their own, so that an object has no form in them.
const NO_JSON: [&str; 9] = [
    "application/json-seq",
    "application/jsonl",
    "application/ndjson",
    "application/octet-stream",
    "application/pdf",
    "application/x-ndjson",
    "application/x-www-form-urlencoded",
    "application/xml",
    "application/zip",
];

impl<'a> MediaType<'a> {
    /// The media type of this text.
    pub fn of(text: &'a str) -> Self {
        Self(text)
    }

    /// Type and subtype in lower case, without parameters: `application/json`.
    pub fn essence(self) -> String {
        self.0.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// Whether it is JSON, by its name or by its suffix (RFC 6839, section 3.1).
    pub fn is_json(self) -> bool {
        let essence = self.essence();
        matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
    }

    /// Whether it is known to be no JSON, so that only a text or bytes can be written as it.
    pub fn is_no_json(self) -> bool {
        let essence = self.essence();
        let kind = essence.split('/').next().unwrap_or_default();
        !self.is_json()
            && (matches!(kind, "text" | "image" | "audio" | "video" | "font" | "multipart")
                || essence.ends_with("+xml")
                || NO_JSON.contains(&essence.as_str()))
    }

    /// Whether the text is a media type at all, which a header can carry.
    pub fn is_valid(self) -> bool {
        let essence = self.essence();
        let printable = self.0.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        printable && essence.split_once('/').is_some_and(|(kind, name)| is_token(kind) && is_token(name))
    }

    /// Whether it stands for several: `*/*`, `text/*`.
    pub fn is_range(self) -> bool {
        self.essence().contains('*')
    }
}

/// Whether a text is a token of HTTP (RFC 9110, section 5.6.2): what names of headers and media types consist of.
pub fn is_token(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_told_by_name_and_suffix_alone() {
        let table = [
            ("application/json", true, false),
            ("Application/JSON; charset=utf-8", true, false),
            ("application/problem+json", true, false),
            ("application/vnd.api+json;v=1", true, false),
            ("text/json", true, false),
            ("application/x-ndjson", false, true),
            ("application/json-seq", false, true),
            ("application/jsonl", false, true),
            ("text/csv; header=json", false, true),
            ("image/svg+xml", false, true),
            ("application/vnd.example", false, false),
            ("application/jsonp", false, false),
        ];
        for (text, json, no_json) in table {
            let media = MediaType::of(text);
            assert_eq!((media.is_json(), media.is_no_json()), (json, no_json), "{text}");
        }
    }

    #[test]
    fn a_media_type_is_two_tokens_that_a_header_can_carry() {
        for text in ["text/html", "text/html; charset=\"utf-8\"", "*/*", "image/*", "a/b+c"] {
            assert!(MediaType::of(text).is_valid(), "{text}");
        }
        for text in ["", "text", "text/", "/html", "text/ht ml", "text/html\n", "text/é", "text/html; a=é"]
        {
            assert!(!MediaType::of(text).is_valid(), "{text}");
        }
        assert!(MediaType::of("text/*").is_range() && !MediaType::of("text/html").is_range());
    }
}

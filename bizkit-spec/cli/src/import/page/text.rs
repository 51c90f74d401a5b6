//! The text of a page to numbered lines, without what browsers and editors leave in them.

/// A line of a page.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Counted from one.
    pub(super) number: usize,
    /// As it stands there: values of examples keep every character.
    pub(super) raw: String,
    /// With plain blanks, without invisible characters, and trimmed.
    pub(super) text: String,
}

impl Line {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The words without the marks of a heading, a list or emphasis.
    pub(super) fn bare(&self) -> &str {
        let text = self.text.trim_start_matches(['#', '>', ' ']);
        match text.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
            Some(inner) if !inner.contains("**") => inner.trim(),
            _ => text,
        }
    }

    /// The same in small letters, without a colon at the end.
    pub(super) fn heading(&self) -> String {
        self.bare().trim_matches(['*', '`', '_']).trim_end_matches([':', ' ']).to_lowercase()
    }

    /// Whether the line begins or ends a block of code in Markdown.
    pub(super) fn is_fence(&self) -> bool {
        let mark = |sign: &str| self.text.strip_prefix(sign).is_some_and(|rest| !rest.contains(sign));
        mark("```") || mark("~~~")
    }
}

/// Every line, blank ones too.
pub(super) fn lines(content: &str) -> Vec<Line> {
    let content = content.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let line = |(index, raw): (usize, &str)| Line {
        number: index + 1,
        raw: raw.trim_start_matches('\u{feff}').to_owned(),
        text: plain(raw),
    };
    content.split('\n').enumerate().map(line).collect()
}

/// A text with plain blanks and without invisible characters.
pub(super) fn plain(raw: &str) -> String {
    let seen = raw.chars().filter(|c| !is_invisible(*c));
    let text: String = seen.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    text.trim().to_owned()
}

/// A text with straight quotes, whatever an editor made of them.
pub(super) fn straight(text: &str) -> String {
    text.replace(['\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}', '\u{ab}', '\u{bb}', '\u{2033}'], "\"")
        .replace(['\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}', '\u{2032}'], "'")
}

/// A text as it was before editors and browsers changed its quotes and blanks.
pub(super) fn mended(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c));
    let blank = |c: char| if c.is_whitespace() && c != '\n' { ' ' } else { c };
    straight(&seen.map(blank).collect::<String>())
}

/// Blanks without width, joiners, soft hyphens, and marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || c.is_control() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_ends_and_parts_lines_they_read_the_same() {
        for content in [
            "a b\nc",
            "\u{feff}a b\r\nc",
            "a\u{a0}b\rc\u{200b}",
            "  a\tb \u{2028}\u{2060}c",
            "a\u{202f}b\u{85}c",
        ] {
            let texts: Vec<String> = lines(content).into_iter().map(|line| line.text).collect();
            assert_eq!(texts, ["a b", "c"], "{content:?}");
        }
        assert_eq!(straight("\u{201e}a\u{201c} \u{2018}b\u{2019}"), "\"a\" 'b'");
    }

    #[test]
    fn headings_lose_their_marks() {
        for (text, heading) in [
            ("## Example Response:", "example response"),
            ("**cURL**", "curl"),
            ("> Parameters", "parameters"),
            ("4 query parameters", "4 query parameters"),
        ] {
            assert_eq!(lines(text)[0].heading(), heading);
        }
        assert!(lines("```json")[0].is_fence() && !lines("`a`")[0].is_fence());
    }
}

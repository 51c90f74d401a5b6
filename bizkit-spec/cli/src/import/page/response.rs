//! The responses that a page shows: a status, words, and bodies as JSON.

use super::furniture::heading;
use super::sample::block;
use super::text::{Line, mended};
use bizkit_spec::json::Json;

/// What a page shows for one status.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: String,
    pub(super) words: String,
    pub(super) line: usize,
    /// With the lines where they begin; an error says why one could not be read.
    pub(super) bodies: Vec<(usize, Result<Json, String>)>,
}

impl Response {
    pub(super) fn new(status: String, words: String, line: usize) -> Self {
        Self { status, words, line, bodies: Vec::new() }
    }
}

/// A body that was found.
pub(super) struct Body {
    pub(super) value: Result<Json, String>,
    /// How many lines it takes.
    pub(super) lines: usize,
    /// What stands behind its end on the last line.
    pub(super) rest: String,
}

/// A status with its words: `200Success`, `404 Not Found`, `Response 200:`, `HTTP/1.1 200 OK`.
pub(super) fn status(line: &Line) -> Option<(String, String)> {
    let bare = line.bare().trim_matches(['`', '*', ' ']);
    let bare = ["Response", "Status code", "Status", "HTTP/1.1", "HTTP/2", "HTTP"].iter().fold(
        bare,
        |bare, word| {
            bare.strip_prefix(word).map_or(bare, |rest| rest.trim_start_matches([':', ' ', '`', '*']))
        },
    );
    let digits = bare.get(..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = &bare[3..];
    let words = rest.split(['{', '[']).next().unwrap_or_default();
    let words = words.trim_matches([' ', ':', '-', '\u{2013}', '\u{2014}', '`', '*', '(', ')', '.']);
    let is_words =
        words.chars().all(|c| c.is_alphabetic() || " '-".contains(c)) && words.split(' ').count() < 6;
    (is_words && ('2'..='5').contains(&digits.chars().next()?)).then(|| (digits.to_owned(), words.to_owned()))
}

/// The JSON that begins at a place of the first line. `None` where no object or list begins there.
pub(super) fn body_at(lines: &[Line], from: usize) -> Option<Body> {
    let first = lines.first()?;
    first.text.get(from..).filter(|text| text.starts_with(['{', '[']))?;
    let start = first.raw.find(['{', '['])?;
    let ends = |line: &&Line| heading(line).is_some() || line.is_fence() || status(line).is_some();
    let more = || lines[1..].iter().take_while(|line| !ends(line)).map(|line| line.raw.as_str());
    let raw = || std::iter::once(&first.raw[start..]).chain(more());
    let text = until_closed(raw(), str::to_owned);
    let (value, used) = match block(&text) {
        Some(Ok(found)) => (Ok(found.0), Some((text, found.1))),
        other => {
            // Editors make quotes round, and browsers make blanks wide.
            let straightened = until_closed(raw(), mended);
            match (block(&straightened), other) {
                (Some(Ok(found)), _) => (Ok(found.0), Some((straightened, found.1))),
                (_, Some(Err(why))) => (Err(why), (!text.is_empty()).then_some((text, usize::MAX))),
                _ => return None,
            }
        }
    };
    let (text, end) = used?;
    let rest = text.get(end..).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default().trim().trim_end_matches([';', ',']).to_owned();
    Some(Body { value, lines: text.get(..end).unwrap_or(&text).matches('\n').count() + 1, rest })
}

/// Lines up to that on which every bracket is closed, or all.
fn until_closed<'l>(lines: impl Iterator<Item = &'l str>, change: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for line in lines {
        if !text.is_empty() {
            text.push('\n');
        }
        let line = change(line);
        for c in line.chars() {
            match c {
                _ if escaped => escaped = false,
                '\\' if quoted => escaped = true,
                '"' => quoted = !quoted,
                '{' | '[' if !quoted => depth += 1,
                '}' | ']' if !quoted => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        text.push_str(&line);
        // A text of JSON ends on its line.
        (quoted, escaped) = (false, false);
        if depth == 0 {
            break;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::text::lines;
    use super::*;

    #[test]
    fn a_status_is_told_from_a_sentence() {
        for (text, found) in [
            ("200Success", Some(("200", "Success"))),
            ("404 Not Found", Some(("404", "Not Found"))),
            ("### Response 200:", Some(("200", ""))),
            ("HTTP/1.1 200 OK", Some(("200", "OK"))),
            ("200 OK {", Some(("200", "OK"))),
            ("2000 things", None),
            ("200, 201 and others", None),
            ("100 Continue", None),
            ("\"200\": 1", None),
        ] {
            let line = &lines(text)[0];
            assert_eq!(
                status(line).as_ref().map(|(code, words)| (code.as_str(), words.as_str())),
                found,
                "{text}"
            );
        }
    }

    #[test]
    fn a_body_ends_where_its_brackets_close_or_the_next_heading_begins() {
        let read = |text: &str, from: usize| {
            let found = body_at(&lines(text), from);
            found.map(|it| (it.value.map(|value| value.to_string()), it.lines, it.rest))
        };
        assert_eq!(
            read("{\n \"a\": [1]\n}\nmore", 0),
            Some((Ok(r#"{"a":[1]}"#.to_owned()), 3, String::new()))
        );
        assert_eq!(read("200 OK {} junk", 7), Some((Ok("{}".to_owned()), 1, "junk".to_owned())));
        assert_eq!(
            read("{\n \u{201d}a\u{201d}: \u{201d}}\u{201d}\n}", 0),
            Some((Ok(r#"{"a":"}"}"#.to_owned()), 3, String::new()))
        );
        assert_eq!(
            read("{ \"a\": \"\u{201c}x\u{201d}\u{a0}\" }", 0),
            Some((Ok("{\"a\":\"\u{201c}x\u{201d}\u{a0}\"}".to_owned()), 1, String::new()))
        );
        assert_eq!(
            read("{\n \"a\": 1,\n\ncURL\n}", 0).map(|(value, lines, _)| (value.is_err(), lines)),
            Some((true, 3))
        );
        assert_eq!(read("{ a: 1 }", 0).map(|(value, lines, _)| (value.is_err(), lines)), Some((true, 1)));
        let blanks = "{\n\u{a0}\u{a0}\"a\":\u{a0}1\u{200b}\n}";
        assert_eq!(read(blanks, 0), Some((Ok(r#"{"a":1}"#.to_owned()), 3, String::new())));
        assert_eq!(read("words", 0), None);
    }
}

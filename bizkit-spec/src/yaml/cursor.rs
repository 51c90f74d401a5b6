//! A place in the text that moves with the reader: over punctuation to the next node, over a scalar to its end.

use crate::source::{FileId, Span};
use std::ops::Range;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text, what lies behind, and where its lines begin.
pub(super) struct Cursor<'t> {
    file: FileId,
    text: &'t str,
    /// Everything before has been seen.
    at: usize,
    /// Where the last scalar ended: a colon right behind it is no part of a text.
    scalar_end: usize,
    /// The last scalar.
    last: Option<Span>,
    lines: Vec<usize>,
    /// The last place that was looked up: line, column, offset.
    looked_up: (usize, usize, usize),
}

/// What introduces a node.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing: the root, or the value behind a tag.
    Root,
    /// `- ` or a comma.
    Item,
    /// `? ` or a comma.
    Key,
    /// A colon.
    Value,
}

/// What YAML allows before a node, and this language does not.
pub(super) enum Property {
    Anchor(Span),
    Alias(Span),
    Tag(Span),
}

impl<'t> Cursor<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Self {
        let begin = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
        let mut lines = vec![begin];
        if text.bytes().all(|byte| byte.is_ascii() && byte != b'\r') {
            // By far the most texts: no other break than this one.
            lines.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        } else {
            let mut chars = text.char_indices().peekable();
            while let Some((at, c)) = chars.next() {
                let crlf = c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n');
                if is_break(c) && !crlf {
                    lines.push(at + c.len_utf8());
                }
            }
        }
        Self { file, text, at: begin, scalar_end: begin, last: None, lines, looked_up: (1, 1, begin) }
    }

    pub(super) fn without_byte_order_mark(&self) -> &'t str {
        &self.text[self.lines[0]..]
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    /// The place that has been reached.
    pub(super) fn here(&self) -> Span {
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        self.span(self.at..self.at + length)
    }

    /// What stands at a place.
    pub(super) fn behind(&self, offset: usize) -> &'t str {
        self.text.get(offset..).unwrap_or_default()
    }

    /// What stands before a place.
    pub(super) fn before(&self, offset: usize) -> &'t str {
        self.text.get(..offset).unwrap_or(self.text)
    }

    /// The text of a place.
    pub(super) fn text(&self, span: Span) -> &'t str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The offset of a place as the YAML crate counts: from one, columns in characters.
    pub(super) fn offset(&mut self, line: usize, column: usize) -> usize {
        let (known_line, known_column, known_offset) = self.looked_up;
        let (column_before, start) = if line == known_line && column >= known_column {
            (known_column, known_offset)
        } else {
            (1, self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len()))
        };
        let rest = self.behind(start);
        let wanted = column.saturating_sub(column_before);
        let offset = rest.char_indices().nth(wanted).map_or(self.text.len(), |(at, _)| start + at);
        self.looked_up = (line, column, offset);
        offset
    }

    /// Moves over white space and comments, and over what introduces a node of this role, up to the next
    /// property of the node or to the node itself.
    pub(super) fn next_property(&mut self, role: Role) -> Option<Property> {
        loop {
            self.skip_blank();
            match self.rest().chars().next()? {
                ',' if matches!(role, Role::Item | Role::Key) => self.at += 1,
                '-' if role == Role::Item && self.is_indicator() => self.at += 1,
                '?' if role == Role::Key && self.is_indicator() => self.at += 1,
                ':' if role == Role::Value && (self.at == self.scalar_end || self.is_indicator()) => {
                    self.at += 1;
                }
                '&' => return Some(Property::Anchor(self.skip_word())),
                '*' => return Some(Property::Alias(self.skip_word())),
                '!' => return Some(Property::Tag(self.skip_word())),
                _ => return None,
            }
        }
    }

    /// Enters a container in flow style; gives its bracket, or nothing for block style.
    pub(super) fn open(&mut self) -> Option<Span> {
        self.skip_blank();
        let bracket = self.rest().starts_with(['[', '{']).then(|| self.here())?;
        self.at += 1;
        Some(bracket)
    }

    /// Leaves a container in flow style.
    pub(super) fn close(&mut self) {
        self.skip_blank();
        while self.rest().starts_with([',', ':', '?']) {
            self.at += 1;
            self.skip_blank();
        }
        if self.rest().starts_with([']', '}']) {
            self.at += 1;
        }
    }

    /// Moves behind the scalar that begins at `start`; gives its place. `text` is the value of a text,
    /// `None` stands for a number, a truth value or nothing.
    pub(super) fn scalar(&mut self, start: usize, text: Option<&str>) -> Span {
        // A property of the node stands before it.
        let start = if self.behind(start).starts_with(['&', '!']) { start.max(self.at) } else { start };
        let rest = self.behind(start);
        let length = match (rest.chars().next(), text) {
            (Some(quote @ ('"' | '\'')), Some(text)) if is_quoted(rest, quote, text) => text.len() + 2,
            (Some('"'), _) => double_quoted(rest),
            (Some('\''), _) => single_quoted(rest),
            (Some('|' | '>'), Some(text)) => {
                let header = rest.find(is_break).unwrap_or(rest.len());
                header + plain(&rest[header..], text)
            }
            // Most stand there as they are.
            (_, Some(text)) if rest.starts_with(text) && !text.ends_with(is_blank) => text.len(),
            (_, Some(text)) => plain(rest, text),
            (_, None) => {
                rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.~".contains(c)).unwrap_or(rest.len())
            }
        };
        self.at = self.at.max(start + length);
        self.scalar_end = self.at;
        let span = self.span(start..start + length);
        self.last = Some(span);
        span
    }

    /// The last scalar that was read.
    pub(super) fn last_scalar(&self) -> Option<Span> {
        self.last
    }

    /// Whether the last scalar is a key in braces that no colon follows.
    pub(super) fn is_bare(&mut self) -> bool {
        self.skip_blank();
        self.rest().is_empty() || self.rest().starts_with([',', '}'])
    }

    /// The mark that a second document begins with.
    pub(super) fn second_document(&mut self) -> Option<Span> {
        self.skip_blank();
        let end = self.rest().starts_with("...").then(|| self.here());
        self.rest().starts_with("---").then(|| self.span(self.at..self.at + 3)).or(end)
    }

    fn rest(&self) -> &'t str {
        self.behind(self.at)
    }

    /// White space, comments, directives, and the mark before the first document.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest().trim_start();
            self.at = self.text.len() - rest.len();
            let line_start =
                self.text[..self.at].chars().next_back().is_none_or(|c| is_break(c) || c == BYTE_ORDER_MARK);
            if rest.starts_with('#') || line_start && rest.starts_with('%') {
                self.at += rest.find(is_break).unwrap_or(rest.len());
            } else if line_start && self.scalar_end <= self.lines[0] && rest.starts_with("---") {
                self.at += 3;
            } else {
                return;
            }
        }
    }

    /// Whether the sign here stands alone, and does not begin a text such as `-1`.
    fn is_indicator(&self) -> bool {
        self.rest()[1..].chars().next().is_none_or(|c| c.is_whitespace() || ",[]{}".contains(c))
    }

    fn skip_word(&mut self) -> Span {
        let rest = self.rest();
        let length = rest.find(|c: char| c.is_whitespace() || ",[]{}".contains(c)).unwrap_or(rest.len());
        let span = self.span(self.at..self.at + length);
        self.at += length.max(1);
        span
    }
}

/// What the YAML crate takes for the end of a line.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What YAML leaves out at the end of a line; other blanks are letters.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_break(c)
}

/// Whether a text stands there as it is, in quotes: most do.
fn is_quoted(rest: &str, quote: char, text: &str) -> bool {
    rest[1..]
        .strip_prefix(text)
        .is_some_and(|behind| behind.starts_with(quote) && !behind[1..].starts_with(quote))
}

/// Texts without escapes have the same characters as their value, up to white space.
fn plain(rest: &str, value: &str) -> usize {
    let mut value = value.chars().filter(|c| !c.is_whitespace()).peekable();
    for (at, c) in rest.char_indices() {
        match value.peek() {
            None => return rest[..at].trim_end().len(),
            Some(expected) if *expected == c => {
                value.next();
            }
            Some(_) => {}
        }
    }
    rest.trim_end().len()
}

fn double_quoted(rest: &str) -> usize {
    let mut escaped = true;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn single_quoted(rest: &str) -> usize {
    let mut bytes = rest.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = bytes.next() {
        // A doubled quote stands for one.
        if byte == b'\'' && bytes.next_if(|(_, next)| *next == b'\'').is_none() {
            return at + 1;
        }
    }
    rest.len()
}

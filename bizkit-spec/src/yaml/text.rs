//! The text of a file: from line and column to byte offsets, and from the start of a token to its end.

use crate::source::{FileId, Span};

/// A text with the offsets of its lines.
pub(super) struct Text<'t> {
    pub(super) file: FileId,
    text: &'t str,
    /// Bytes of the byte order mark, which the YAML crate must not see.
    mark: usize,
    lines: Vec<usize>,
}

impl<'t> Text<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Self {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let behind = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(mark).chain(behind).collect();
        Self { file, text, mark, lines }
    }

    pub(super) fn without_mark(&self) -> &'t str {
        &self.text[self.mark..]
    }

    /// The byte offset of a place; both numbers count from one, columns in characters.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let Some(start) = self.lines.get(line.saturating_sub(1)) else { return self.text.len() };
        let rest = &self.text[*start..];
        rest.char_indices().nth(column.saturating_sub(1)).map_or(self.text.len(), |(at, _)| start + at)
    }

    /// The token that begins at a place.
    pub(super) fn token(&self, line: usize, column: usize) -> Span {
        let start = self.offset(line, column);
        Span::new(self.file, start..start + self.token_length(start))
    }

    /// What begins at this offset.
    pub(super) fn at(&self, offset: usize) -> &'t str {
        self.text.get(offset..).unwrap_or_default()
    }

    /// Bytes of the scalar at `start`, as far as its line goes.
    fn token_length(&self, start: usize) -> usize {
        let rest = self.at(start);
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        match line.chars().next() {
            Some(quote @ ('"' | '\'')) => quoted_length(line, quote),
            Some('|' | '>') => 1,
            _ => plain_length(line, self.in_flow(start)),
        }
    }

    /// Whether a bracket is open before `start`: plain text ends at a comma or a bracket then.
    fn in_flow(&self, start: usize) -> bool {
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let before = &self.text[line_start..start];
        // Flow style over several lines is caught by its brackets on the lines before.
        let mut depth = 0i32;
        for c in before.chars() {
            depth += i32::from(c == '{' || c == '[') - i32::from(c == '}' || c == ']');
        }
        depth > 0
            || self.text[start..]
                .lines()
                .next()
                .is_some_and(|line| line.trim_end().ends_with([',', '}', ']']))
    }

    /// A tab where the indentation of a line should be.
    pub(super) fn tab_indentation(&self) -> Option<Span> {
        self.lines.iter().find_map(|start| {
            let line = self.text[*start..].lines().next().unwrap_or_default();
            let indentation = &line[..line.len() - line.trim_start().len()];
            let at = indentation.find('\t').filter(|_| !line.trim().is_empty())?;
            // Inside a flow collection or a quoted text, tabs are fine; there the crate decides.
            let continues = line.trim_start().starts_with([']', '}', '"', '\'', ',']);
            (!continues).then(|| Span::new(self.file, start + at..start + at + 1))
        })
    }

    /// The `---` of the second document.
    pub(super) fn second_document(&self) -> Option<Span> {
        let mut seen_content = false;
        for start in &self.lines {
            let line = self.text[*start..].lines().next().unwrap_or_default();
            if line == "---" || line.starts_with("--- ") || line == "..." {
                if seen_content {
                    return Some(Span::new(self.file, *start..start + 3));
                }
            } else {
                seen_content |= !line.trim().is_empty() && !line.trim_start().starts_with(['#', '%']);
            }
        }
        None
    }
}

fn quoted_length(line: &str, quote: char) -> usize {
    let mut escaped = false;
    let mut chars = line.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if escaped {
            escaped = false;
        } else if c == '\\' && quote == '"' {
            escaped = true;
        } else if c == quote {
            // A doubled single quote stands for one.
            if quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') {
                chars.next();
            } else {
                return at + 1;
            }
        }
    }
    line.len()
}

fn plain_length(line: &str, in_flow: bool) -> usize {
    let bytes = line.as_bytes();
    let blank = |at: usize| bytes.get(at).is_none_or(|byte| byte.is_ascii_whitespace());
    let end = bytes.iter().enumerate().position(|(at, byte)| match byte {
        b':' => blank(at + 1) || in_flow && bytes.get(at + 1).is_some_and(|next| b",[]{}".contains(next)),
        b'#' => at > 0 && blank(at - 1),
        b',' | b'[' | b']' | b'{' | b'}' => in_flow,
        _ => false,
    });
    let length = line[..end.unwrap_or(line.len())].trim_end().len();
    length.max(line.chars().next().map_or(0, char::len_utf8))
}

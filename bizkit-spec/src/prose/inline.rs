//! Text, emphasis, code and links within one block; everything else is escaped.

use super::span;
use crate::visible;

/// One block under construction.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    /// Where the emphasis that is open begins.
    open: Vec<usize>,
    /// Where the outermost open link begins, and where it leads.
    link: Option<(usize, String)>,
    /// Links within links, which Markdown does not have.
    nested: usize,
}

impl Line {
    /// What was written, and an empty line again.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(self).text
    }

    /// Text as it is, with its addresses as links.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, address, behind)) = self.link.is_none().then(|| next_address(rest)).flatten()
        {
            self.escape(before);
            self.begin_link(address);
            self.escape(address);
            self.end_link();
            rest = behind;
        }
        self.escape(rest);
    }

    pub(super) fn code(&mut self, text: &str) {
        self.text.push_str(&span::code(text));
    }

    /// The end of a line.
    pub(super) fn end(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }

    /// The end of a line that readers shall see.
    pub(super) fn hard_end(&mut self) {
        if !is_start(&self.text) && self.link.is_none() {
            self.text.push('\\');
        }
        self.text.push('\n');
    }

    pub(super) fn begin_emphasis(&mut self, marker: &str) {
        self.open.push(self.text.len());
        self.text.push_str(marker);
    }

    pub(super) fn end_emphasis(&mut self, marker: &str) {
        let Some(begin) = self.open.pop() else { return };
        let held = self.text.get(begin + marker.len()..).unwrap_or_default();
        if held.trim().is_empty() {
            self.text.truncate(begin);
        } else {
            self.text.push_str(marker);
        }
    }

    pub(super) fn begin_link(&mut self, address: &str) {
        if self.link.is_some() {
            self.nested += 1;
        } else {
            self.link = Some((self.text.len(), address.to_owned()));
        }
    }

    pub(super) fn end_link(&mut self) {
        if self.nested > 0 {
            self.nested -= 1;
            return;
        }
        let Some((begin, address)) = self.link.take() else { return };
        let shown = self.text.split_off(begin.min(self.text.len()));
        let same =
            shown.replace('\\', "") == address && span::web_address(&address).as_ref() == Some(&address);
        self.text.push_str(&match shown.trim() {
            "" => String::new(),
            _ if same => span::address(&address),
            shown => span::link(shown, &address),
        });
    }

    /// Adds text in which no character means anything.
    fn escape(&mut self, text: &str) {
        let mut letters = text.chars().peekable();
        while let Some(c) = letters.next() {
            let c = if matches!(c, '\n' | '\r' | '\t') { ' ' } else { visible::character(c) };
            let next = letters.peek().copied();
            if c == ' ' {
                if !is_start(&self.text) && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
                continue;
            }
            let last = self.text.chars().next_back();
            let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let special = match c {
                '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
                '_' => !(within(last) && within(next)),
                // A link may follow, and would become an image.
                '!' => next.is_none(),
                '&' => next.is_none_or(|next| next == '#' || next.is_ascii_alphanumeric()),
                '#' => is_start(&self.text) || last == Some(' '),
                '>' | '-' | '+' | '=' | ':' => is_start(&self.text),
                '.' | ')' => is_number(&self.text),
                _ => false,
            };
            if special {
                self.text.push('\\');
            }
            self.text.push(c);
        }
    }
}

/// Text in which no character means anything.
pub(super) fn escaped(text: &str) -> String {
    let mut line = Line::default();
    line.escape(text);
    line.take()
}

/// A full stop behind a text that ends with a letter, a quote or the like.
pub(super) fn stopped(text: &str) -> String {
    let end = if text.ends_with(|c: char| c.is_alphanumeric() || "`)\"'".contains(c)) { "." } else { "" };
    format!("{text}{end}")
}

/// Whether nothing but marks of emphasis stands on the last line.
fn is_start(text: &str) -> bool {
    text.bytes().rev().take_while(|byte| *byte != b'\n').all(|byte| matches!(byte, b' ' | b'*'))
}

/// Whether the last line is a number so far, which with a point behind it would begin a list.
fn is_number(text: &str) -> bool {
    let line = text.bytes().rev().take_while(|byte| *byte != b'\n');
    !is_start(text) && line.into_iter().all(|byte| byte.is_ascii_digit() || byte == b'*')
}

/// The first address in a text, with what stands before and behind it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let at = ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let found = &text[at..];
    let end = found.find(|c: char| c.is_whitespace() || "<>\"')]`|*\\".contains(c) || visible::is_hidden(c));
    let address = found[..end.unwrap_or(found.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', '_']);
    Some((&text[..at], address, &found[address.len()..]))
}

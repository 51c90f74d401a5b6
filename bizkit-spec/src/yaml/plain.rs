//! Texts that end earlier than their author means: by a comma, a colon, a quote, a bracket or a `#`.
//!
//! Most of them are still YAML, so nothing but a look at what stands around the text can tell.

use super::cursor::Cursor;
use super::node::{Key, Node, Yaml};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::number;
use crate::source::Span;

/// Longer texts are not repeated in a help.
const SHOWN: usize = 80;

/// The entries of one mapping as they are meant: what a comma or a missing blank has made of them is undone, and told.
#[derive(Default)]
pub(super) struct Prose {
    cut: Option<Cut>,
    findings: Vec<Diagnostic>,
}

/// A text that goes on behind a comma.
struct Cut {
    key: String,
    /// The text up to the first comma, and all of it.
    kept: Span,
    whole: Span,
    comma: usize,
    /// What may be a key after all.
    word: Option<String>,
}

impl Prose {
    /// The entry, unless it is a part of the one before. `is_bare`: whether no colon follows the key; `None` outside
    /// of braces.
    pub(super) fn entry(
        &mut self,
        cursor: &Cursor<'_>,
        last: Option<&(Key, Node)>,
        (key, value): (Key, Node),
        is_bare: Option<bool>,
    ) -> Option<(Key, Node)> {
        if let (Some(last), Some(is_bare)) = (last, is_bare)
            && self.goes_on(cursor, last, (&key, &value), is_bare)
        {
            return None;
        }
        self.close(cursor);
        match without_blank(cursor, &key, is_bare == Some(true)) {
            None => Some((key, value)),
            Some((finding, colon)) => {
                self.findings.push(finding);
                is_bare?.then(|| parted(key, value, colon))
            }
        }
    }

    /// All that was found.
    pub(super) fn finish(mut self, cursor: &Cursor<'_>) -> Vec<Diagnostic> {
        self.close(cursor);
        self.findings
    }

    /// Whether a key is none: it has no colon or has blanks, and a comma alone parts it from a text without quotes.
    fn goes_on(
        &mut self,
        cursor: &Cursor<'_>,
        (before, text): &(Key, Node),
        (key, value): (&Key, &Node),
        is_bare: bool,
    ) -> bool {
        let blanks = key.text.contains(char::is_whitespace);
        let is_text = matches!(text.value, Yaml::String(_));
        if !is_text || !is_plain(cursor, text.span) || !is_plain(cursor, key.span) || !(is_bare || blanks) {
            return false;
        }
        let between = cursor.text(Span { start: text.span.end, end: key.span.start, ..text.span });
        let Some(comma) = between.find(',') else { return false };
        let cut = self.cut.get_or_insert_with(|| Cut {
            key: before.text.clone(),
            kept: text.span,
            whole: text.span,
            comma: text.span.end as usize + comma,
            word: (!blanks).then(|| key.text.clone()),
        });
        cut.whole.end = if is_bare { key.span.end } else { value.end() };
        if blanks {
            cut.word = None;
        }
        true
    }

    /// Tells what was found about the text before.
    fn close(&mut self, cursor: &Cursor<'_>) {
        let Some(Cut { key, kept, whole, comma, word }) = self.cut.take() else { return };
        let message = format!("the comma ends the text {}", shown(cursor.text(kept)));
        let finding = Diagnostic::error(Code::UNQUOTED_TEXT, cursor.span(comma..comma + 1), message)
            .help(quoting("put the text in quotes", &key, cursor.text(whole)));
        let or_key = |word| format!("if `{word}` is a key of its own, write `{word}:` and its value");
        self.findings.push(match word {
            Some(word) => finding.help(or_key(word)),
            None => finding,
        });
    }
}

/// A key and its value without the blank behind the colon: `type:string`, which YAML takes for one word.
fn without_blank(cursor: &Cursor<'_>, key: &Key, is_bare: bool) -> Option<(Diagnostic, usize)> {
    let text = cursor.text(key.span);
    let colon = if is_bare {
        text.find(':').filter(|at| !text[*at..].starts_with("://"))
    } else {
        [":{", ":["].iter().find_map(|sign| text.find(sign))
    };
    let colon = colon.filter(|at| *at > 0 && is_plain(cursor, key.span))?;
    let at = key.span.start as usize + colon;
    let finding = Diagnostic::error(
        Code::UNQUOTED_TEXT,
        cursor.span(at..at + 1),
        format!("a blank is missing behind the colon of `{}`", &text[..colon]),
    );
    let rest = if is_bare { text[colon + 1..].trim() } else { &text[colon + 1..colon + 2] };
    Some((finding.help(format!("write `{}: {rest}`", &text[..colon])), colon))
}

/// Key and value of one word.
fn parted(mut key: Key, mut value: Node, colon: usize) -> (Key, Node) {
    let written = key.text.split_off(colon);
    value.value = match written[1..].trim() {
        word @ ("true" | "false") => Yaml::Bool(word == "true"),
        digits if number::is_json(digits) => Yaml::Number(digits.to_owned()),
        text => Yaml::String(text.to_owned()),
    };
    (key, value)
}

/// A text without quotes that a `#` cuts off, where no blank shows that a comment is meant.
pub(super) fn cut_by_comment(cursor: &Cursor<'_>, text: Span) -> Option<Diagnostic> {
    let behind = cursor.behind(text.end as usize);
    let blanks = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let comment = behind[blanks..].strip_prefix('#')?;
    let joined = comment.starts_with(|c: char| !c.is_whitespace() && c != '#' && c != '!');
    (blanks > 0 && joined && is_plain(cursor, text)).then(|| comment_finding(cursor, text, blanks))
}

fn comment_finding(cursor: &Cursor<'_>, text: Span, blanks: usize) -> Diagnostic {
    let at = text.end as usize + blanks;
    let line = cursor.behind(text.start as usize).lines().next().unwrap_or_default();
    let finding = Diagnostic::error(
        Code::UNQUOTED_TEXT,
        cursor.span(at..at + 1),
        format!("a `#` behind a blank begins a comment, so the text ends at {}", shown(cursor.text(text))),
    );
    finding.help(quoting("put the text in quotes", "", value_of(line))).help("begin a comment with `# `")
}

/// Why a mapping or a list breaks off right behind a text: it was not meant to end there.
pub(super) fn ended_early(cursor: &Cursor<'_>, offset: usize) -> Option<Diagnostic> {
    let before = cursor.before(offset).trim_end();
    let last = cursor.last_scalar()?;
    let (start, end) = (last.start as usize, last.end as usize);
    // The end of the file is no character, and reads like the end of a line.
    let next = cursor.behind(offset).chars().next();
    let found = next.unwrap_or('\n');
    let place = cursor.span(offset..offset + next.map_or(0, char::len_utf8));
    let line = cursor.behind(start).lines().next().unwrap_or_default();
    let syntax = |message: String| Diagnostic::error(Code::UNQUOTED_TEXT, place, message);
    let broken = |message| Diagnostic::error(Code::YAML_SYNTAX, place, message);
    if before.len() == end && end > start && !cursor.text(last).contains('\n') {
        return Some(match cursor.text(last).chars().next()? {
            '\'' => broken("the second quote ends the text, and more of it follows")
                .help("write `''` for an apostrophe inside single quotes, or put the text in double quotes"),
            '"' => broken("the second quote ends the text, and more of it follows")
                .help("write `\\\"` for a quote inside double quotes, or put the text in single quotes"),
            '|' | '>' => return None,
            _ if found == ':' => syntax(format!("a second `: ` stands behind {}", shown(cursor.text(last))))
                .help(quoting("put the text in quotes", "", value_of(line))),
            _ if "[{".contains(found) => syntax(format!(
                "`{found}` ends the text {}",
                shown(cursor.text(last))
            ))
            .help(quoting("put the text in quotes", "", value_of(line))),
            _ => return None,
        });
    }
    // The text is followed by a comment, which swallowed the bracket.
    let behind = cursor.text(cursor.span(end..offset.max(end)));
    let blanks = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    if blanks > 0 && behind[blanks..].starts_with('#') && is_plain(cursor, last) {
        return Some(comment_finding(cursor, last, blanks));
    }
    let bracket = before.chars().next_back().filter(|c| "]}".contains(*c) && !":\r\n".contains(found))?;
    let what = if bracket == ']' { "a list" } else { "a mapping" };
    let same_line = !cursor.behind(before.len())[..offset - before.len()].contains('\n');
    same_line.then(|| {
        syntax(format!("`{bracket}` ends {what}, and `{found}` follows"))
            .help("put a text that begins with a bracket in quotes: a pattern in single ones")
    })
}

/// A value without quotes that holds a colon and a blank: the line has a colon before this one.
pub(super) fn second_colon(cursor: &Cursor<'_>, offset: usize) -> Option<Diagnostic> {
    let before = cursor.before(offset);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = cursor.behind(start).lines().next()?;
    let value = line[..offset - start].find(": ")? + 2;
    let text = line[value..offset - start].trim();
    let found = cursor.behind(offset).starts_with(':') && !text.is_empty();
    found.then(|| {
        let message = format!("a second `: ` stands behind {}", shown(text));
        Diagnostic::error(Code::UNQUOTED_TEXT, cursor.span(offset..offset + 1), message).help(quoting(
            "put the text in quotes",
            "",
            line[value..].trim(),
        ))
    })
}

/// The text of a value that goes on to the end of its line, without what closes the mapping around it.
fn value_of(line: &str) -> &str {
    let mut value = line.trim_end();
    for (at, _) in value.match_indices(", ") {
        let key = value[at + 2..].split(':').next().unwrap_or_default();
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric());
        if is_key && value[at + 2 + key.len()..].starts_with(": ") {
            value = &value[..at];
            break;
        }
    }
    while let Some(rest) = value.strip_suffix(" }") {
        value = rest.trim_end();
    }
    let open = |sign: char| value.matches(sign).count();
    match value.strip_suffix('}') {
        Some(rest) if open('}') > open('{') => rest.trim_end(),
        _ => value,
    }
}

/// A help that shows the text in quotes, where it is short.
fn quoting(what: &str, key: &str, text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.chars().count() > SHOWN {
        return what.to_owned();
    }
    let key = if key.is_empty() { String::new() } else { format!("{key}: ") };
    format!("{what}: `{key}{}`", quoted(&text))
}

/// A text as YAML writes it in quotes: in single ones, where double ones would need escapes.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

fn shown(text: &str) -> String {
    let end = text.char_indices().nth(SHOWN / 2).map_or(text.len(), |(at, _)| at);
    let dots = if end < text.len() { ".." } else { "" };
    format!("`{}{dots}`", text[..end].trim_end())
}

fn is_plain(cursor: &Cursor<'_>, span: Span) -> bool {
    cursor.text(span).starts_with(|c| !matches!(c, '"' | '\'' | '|' | '>'))
}

#[cfg(test)]
mod tests;

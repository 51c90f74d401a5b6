//! What the YAML crate says of broken YAML to a finding that says what to write.

use super::cursor::Cursor;
use super::plain;
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Span;

/// Says why a text is not YAML, unless a finding at that place has said so.
pub(super) fn explain(
    error: &serde_yaml::Error,
    cursor: &mut Cursor<'_>,
    known: &Diagnostics,
) -> Diagnostics {
    let offset = error.location().map_or(0, |at| cursor.offset(at.line(), at.column()));
    let touches = |span: Span| (span.start as usize..=span.end as usize).contains(&offset);
    // A text that was cut off leaves a mapping that is not closed.
    if known.iter().any(|finding| touches(finding.span) || finding.code == Code::UNQUOTED_TEXT) {
        return Diagnostics::default();
    }
    [explanation(&error.to_string(), offset, cursor)].into_iter().collect()
}

fn explanation(text: &str, offset: usize, cursor: &mut Cursor<'_>) -> Diagnostic {
    let found = cursor.behind(offset).chars().next();
    let place = cursor.span(offset..offset + found.map_or(0, char::len_utf8));
    let problem = text.split(" at line ").next().unwrap_or(text);
    let (context, begin) = context(text).map_or((None, None), |(context, line, column)| {
        let begin = cursor.offset(line, column);
        (Some(context), Some(cursor.span(begin..begin + 1)))
    });

    let mut early = plain::ended_early(cursor, offset);
    let syntax = |message: &str, help: &str| Diagnostic::error(Code::YAML_SYNTAX, place, message).help(help);
    let finding = match (problem, found) {
        (problem, _) if problem.contains("unknown anchor") => {
            return Diagnostic::error(Code::ANCHOR, place, "aliases are not part of the language")
                .help("write the value out, or put a text that begins with `*` in quotes");
        }
        (problem, Some('\t')) if problem.contains("tab") || problem.contains("cannot start") => {
            return syntax("a tab cannot indent YAML", "indent with spaces");
        }
        ("found character that cannot start any token", Some('`')) => {
            return syntax("a plain text cannot begin with a backtick", "put the text in quotes");
        }
        ("found character that cannot start any token", Some(sign)) => {
            return syntax(&format!("a plain text cannot begin with `{sign}`"), "put the text in quotes");
        }
        ("did not find expected alphabetic or numeric character", _) => {
            return syntax(
                "`*` and `&` begin aliases and anchors, which are not part of the language",
                "put the text in quotes",
            );
        }
        ("mapping values are not allowed in this context", _) => {
            if let Some(finding) = plain::second_colon(cursor, offset) {
                return finding;
            }
            return syntax(
                "a second `: ` in one line, or a wrong indentation",
                "put a text that holds `: ` in quotes; give keys of one mapping the same indentation",
            );
        }
        ("found unexpected end of stream", _) if context == Some("while scanning a quoted scalar") => {
            let quote = begin.unwrap_or(place);
            let help = if cursor.text(quote) == "'" {
                "close it; inside single quotes `''` stands for one; put a text that begins with an apostrophe in double quotes"
            } else {
                "close it; inside double quotes `\\\"` stands for one"
            };
            return Diagnostic::error(Code::YAML_SYNTAX, quote, "this quote is never closed").help(help);
        }
        ("found unknown escape character", _) => {
            return syntax(
                "double quotes know no such escape",
                "write `\\\\` for a backslash, or put a pattern in single quotes",
            );
        }
        ("could not find expected ':'", _) => syntax(
            "expected a `:` behind a key",
            "write `key: value`; indent the lines of a long text below its key",
        ),
        (problem, _) if problem.starts_with("did not find expected") && early.is_some() => {
            return early.take().unwrap_or_else(|| syntax(problem, ""));
        }
        ("did not find expected ',' or ']'", _) => {
            syntax("expected `,` or `]` in a list", "close the bracket")
        }
        ("did not find expected ',' or '}'", _) => syntax(
            "expected `,` or `}` in a mapping",
            "close the brace; put a text that holds `,` or braces in quotes",
        ),
        ("did not find expected '-' indicator", _) => syntax(
            "expected `- ` for the next item of a list",
            "give all items of a list the same indentation",
        ),
        ("did not find expected key", _) => syntax(
            "expected a key",
            "give all keys of a mapping the same indentation; close quotes at the end of the value",
        ),
        ("block sequence entries are not allowed in this context", _) => syntax(
            "a list cannot begin here",
            "begin the list on a line of its own, or put a text that begins with `- ` in quotes",
        ),
        ("did not find expected node content", Some(sign @ ('-' | '?'))) => {
            return syntax(
                &format!("a plain text cannot begin with `{sign}` here"),
                "put the text in quotes",
            );
        }
        ("did not find expected node content", _) => {
            syntax("expected a value", "write a value, or `null`; close the bracket")
        }
        ("did not find expected <document start>", _) => {
            syntax("expected the end of the file", "indent what belongs to the value above")
        }
        _ => syntax(problem, "look at the indentation, the quotes and the brackets around this place"),
    };
    match (context, begin) {
        (Some(context), Some(begin)) if begin.start != place.start => finding.related(
            begin,
            context.replace("while parsing", "while reading").replace("while scanning", "while reading"),
        ),
        _ => finding,
    }
}

/// The second place of a message: `.., while parsing a block mapping at line 2 column 3`.
fn context(text: &str) -> Option<(&str, usize, usize)> {
    let (_, context) = text.split_once(", while ")?;
    let (what, place) = context.split_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let start = text.len() - context.len() - "while ".len();
    Some((&text[start..start + "while ".len() + what.len()], line.parse().ok()?, column.parse().ok()?))
}

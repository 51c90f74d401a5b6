//! The places of a finding to the lines that they stand in, marked below.

use super::paint::{Paint, Role};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceMap, Span};
use crate::visible;
use std::fmt::Write;
use std::ops::Range;

/// Widest piece of a line that is shown.
const WIDTH: usize = 140;

/// A place with what is said below it.
struct Mark<'a> {
    span: Span,
    line: usize,
    text: Option<&'a str>,
    primary: bool,
}

/// The drawing, and how wide the column of line numbers is.
pub(super) fn draw(sources: &SourceMap, finding: &Diagnostic, paint: Paint) -> (String, usize) {
    let mark = |span: Span, text, primary| Mark { span, line: sources.line_column(span).line, text, primary };
    let mut marks = vec![mark(finding.span, finding.label.as_deref(), true)];
    marks.extend(finding.related.iter().map(|(span, text)| mark(*span, Some(text.as_str()), false)));
    let gutter = marks.iter().map(|mark| mark.line.to_string().len()).max().unwrap_or(1);

    // The file to change comes first, the others in the order in which they are named.
    let mut files: Vec<FileId> = Vec::new();
    for mark in &marks {
        if !files.contains(&mark.span.file) {
            files.push(mark.span.file);
        }
    }
    let mut text = String::new();
    for file in files {
        let mut marks: Vec<&Mark<'_>> = marks.iter().filter(|mark| mark.span.file == file).collect();
        let arrow = if file == finding.span.file { "-->" } else { ":::" };
        let arrow = paint.with(Role::Gutter, arrow);
        let _ = writeln!(text, "{:gutter$}{arrow} {}", "", place(sources, marks[0].span));
        if sources.file(file).text.is_empty() {
            continue;
        }
        marks.sort_by_key(|mark| (mark.line, !mark.primary, mark.span.start));
        draw_file(&mut text, sources, &marks, gutter, paint);
    }
    (text, gutter)
}

/// `specs/customer/detail.yaml:3:29`
fn place(sources: &SourceMap, span: Span) -> String {
    let at = sources.line_column(span);
    let file = sources.file(span.file);
    // A file that could not be read has no lines.
    if file.text.is_empty() {
        return visible::line(&file.path).into_owned();
    }
    format!("{}:{}:{}", visible::line(&file.path), at.line, at.column)
}

fn draw_file(text: &mut String, sources: &SourceMap, marks: &[&Mark<'_>], gutter: usize, paint: Paint) {
    let bar = paint.with(Role::Gutter, "|");
    let _ = writeln!(text, "{:gutter$} {bar}", "");
    let mut last = None;
    for mark in marks {
        let line = Line::around(sources, mark.span);
        if last != Some(mark.line) {
            if last.is_some_and(|last| last + 1 < mark.line) {
                let _ = writeln!(text, "{}", paint.with(Role::Gutter, "..."));
            }
            let number = paint.with(Role::Gutter, &format!("{:>gutter$}", mark.line));
            let _ = writeln!(text, "{}", format!("{number} {bar} {}", line.text).trim_end());
        }
        last = Some(mark.line);
        let (sign, role) = if mark.primary { ("^", Role::Error) } else { ("-", Role::Related) };
        let mut below = sign.repeat(line.marked.len().max(1));
        if let Some(said) = mark.text {
            below.push(' ');
            below.push_str(&visible::line(said));
        }
        let blank = " ".repeat(line.marked.start);
        let _ = writeln!(text, "{:gutter$} {bar} {blank}{}", "", paint.with(role, &below));
    }
}

/// A line as a terminal shows it, and the columns of its cells that are marked.
struct Line {
    text: String,
    marked: Range<usize>,
}

impl Line {
    /// The line that `span` begins in; of a very long one the piece around the place.
    fn around(sources: &SourceMap, span: Span) -> Self {
        let line = sources.line_text(span);
        let begin = sources.line_column(span).column - 1;
        let source = &sources.file(span.file).text;
        let marked = source.get(span.start as usize..span.end as usize).unwrap_or_default();
        let length = marked.lines().next().unwrap_or_default().chars().count();

        let first = if line.chars().count() > WIDTH { begin.saturating_sub(WIDTH / 3) } else { 0 };
        let mut shown = Self { text: String::new(), marked: 0..0 };
        let mut column = 0;
        if first > 0 {
            shown.text.push_str("...");
            column = 3;
        }
        for (index, c) in line.chars().enumerate().skip(first) {
            if index == begin {
                shown.marked = column..column;
            }
            if column >= WIDTH {
                shown.text.push_str("...");
                break;
            }
            match c {
                '\t' => shown.text.push_str("    "),
                c => shown.text.push(visible::character(c)),
            }
            column += if c == '\t' { width(c) } else { width(visible::character(c)) };
            if (begin..begin + length).contains(&index) {
                shown.marked.end = column;
            }
        }
        // Behind the last character stands the end of the line.
        if line.chars().count() <= begin {
            shown.marked = column..column + 1;
        }
        shown
    }
}

/// How many cells of a terminal a character takes.
fn width(c: char) -> usize {
    match c {
        '\t' => 4,
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f680}'..='\u{1f6ff}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

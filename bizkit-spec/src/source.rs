//! The texts that were read and places in them. A span is a byte range; line and column are
//! worked out only to be shown.

use std::ops::Range;

/// Index of a file in its [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A byte range in one file. Ordered as findings are shown: by file, then by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One behind the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `file`.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }
}

/// One file of a set of specs.
#[derive(Debug, Clone)]
pub struct Source {
    /// As it is shown: the folder as the caller named it, then the path below it, with `/`.
    pub path: String,
    /// Path below the specs folder, with `/` (`customer/detail.yaml`). Empty for what could not be
    /// read: such a source is there to be shown.
    pub relative: String,
    /// The whole text.
    pub text: String,
}

/// Every file that was read, in the order of their relative paths.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<Source>,
}

/// A place as people count: from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl SourceMap {
    /// Adds a file and gives its id.
    pub fn add(&mut self, source: Source) -> FileId {
        self.files.push(source);
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The file behind an id.
    pub fn file(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// All files with their ids.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(u32::try_from(index).unwrap_or(u32::MAX)), file))
    }

    /// Where a span begins.
    pub fn line_column(&self, span: Span) -> LineColumn {
        let text = &self.file(span.file).text;
        let before = &text[..floor_char_boundary(text, span.start as usize)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        LineColumn {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().filter(|c| *c != '\u{feff}').count() + 1,
        }
    }

    /// The text of the line that a span begins in, without its line end.
    pub fn line_text(&self, span: Span) -> &str {
        let text = &self.file(span.file).text;
        let at = floor_char_boundary(text, span.start as usize);
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        text[start..end].trim_end_matches('\r').trim_start_matches('\u{feff}')
    }
}

/// The nearest offset at or before `at` that a slice may end at.
fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, at: usize) -> (usize, usize, String) {
        let mut sources = SourceMap::default();
        let file = sources.add(Source { path: "a".into(), relative: "a".into(), text: text.into() });
        let span = Span::new(file, at..at + 1);
        let at = sources.line_column(span);
        (at.line, at.column, sources.line_text(span).to_owned())
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        assert_eq!(place("ab\ncd", 0), (1, 1, "ab".into()));
        assert_eq!(place("ab\ncd", 4), (2, 2, "cd".into()));
        assert_eq!(place("řž: x", 6), (1, 5, "řž: x".into()));
        assert_eq!(place("a\r\nb: c\r\n", 6), (2, 4, "b: c".into()));
    }

    #[test]
    fn the_end_of_the_file_is_a_place() {
        assert_eq!(place("ab\n", 3), (2, 1, String::new()));
        assert_eq!(place("", 0), (1, 1, String::new()));
        assert_eq!(place("ab", 99), (1, 3, "ab".into()));
    }
}

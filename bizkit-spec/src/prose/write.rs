//! Blocks of Markdown: the parser's events in, lines out, each behind the marks of the blocks that it stands in.

use super::inline::{Line, stopped};
use super::span;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// How deep quotes and lists may stand in each other; what lies deeper is written at this depth.
const DEEPEST: usize = 8;

/// The text.
pub(super) fn blocks(text: &str) -> String {
    let mut writer = Writer::default();
    writer.write(text);
    writer.out
}

/// The text, with a full stop behind its last paragraph.
pub(super) fn sentence(text: &str) -> String {
    let mut writer = Writer::default();
    writer.write(text);
    if writer.ends_in_text { stopped(&writer.out) } else { writer.out }
}

/// The text on one line.
pub(super) fn line(text: &str) -> String {
    let mut writer = Writer { flat: true, ..Writer::default() };
    writer.write(text);
    writer.out
}

/// What encloses a block.
enum Container {
    Quote,
    /// The number of the next item.
    List(Option<u64>),
    /// The mark that the first line of the item gets, and how wide it is.
    Item {
        mark: Option<String>,
        width: usize,
    },
}

#[derive(Default)]
struct Writer {
    /// Whether all of it goes on one line.
    flat: bool,
    out: String,
    line: Line,
    containers: Vec<Container>,
    /// How many containers too deep the reader is.
    ignored: usize,
    /// The language and the text of an open block of code.
    block: Option<(String, String)>,
    /// The rows of an open table.
    rows: Vec<Vec<String>>,
    /// Whether the last block was a paragraph that nothing encloses.
    ends_in_text: bool,
    /// Whether the next block follows another one within the same container.
    apart: bool,
}

impl Writer {
    fn write(&mut self, text: &str) {
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(tag),
                Event::Code(code) => self.line.code(&code),
                Event::SoftBreak => self.line.end(),
                Event::HardBreak if self.flat || !self.rows.is_empty() => self.line.text(" "),
                Event::HardBreak => self.line.hard_end(),
                Event::Rule => {
                    self.flush();
                    self.put("* * *");
                }
                Event::Html(html) => html.split_inclusive('\n').for_each(|line| {
                    self.line.text(line);
                    self.line.end();
                }),
                Event::Text(text) => match &mut self.block {
                    Some((_, block)) => block.push_str(&text),
                    None => self.line.text(&text),
                },
                Event::InlineHtml(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text)
                | Event::FootnoteReference(text) => self.line.text(&text),
                Event::TaskListMarker(_) => {}
            }
        }
        self.flush();
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.line.begin_emphasis("*"),
            Tag::Strong => self.line.begin_emphasis("**"),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.line.begin_link(&dest_url),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::TableCell => {}
            tag => {
                self.flush();
                match tag {
                    Tag::BlockQuote(_) => self.enclose(Container::Quote),
                    Tag::List(first) => self.enclose(Container::List(first)),
                    Tag::Item => self.start_item(),
                    Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                        self.block = Some((span::language(&info).to_owned(), String::new()));
                    }
                    Tag::CodeBlock(CodeBlockKind::Indented) => {
                        self.block = Some(("text".to_owned(), String::new()));
                    }
                    // A page has its own headings.
                    Tag::Heading { .. } if !self.flat => self.line.begin_emphasis("**"),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.line.end_emphasis("*"),
            TagEnd::Strong => self.line.end_emphasis("**"),
            TagEnd::Link | TagEnd::Image => self.line.end_link(),
            TagEnd::TableCell => {
                let cell = self.line.take().replace('\n', " ");
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell.trim().to_owned());
                }
            }
            TagEnd::Table => self.table(),
            TagEnd::CodeBlock => {
                let Some((language, text)) = self.block.take() else { return };
                if self.flat {
                    let words: Vec<&str> = text.split_whitespace().collect();
                    self.put(&span::code(&words.join(" ")));
                } else {
                    self.put(span::fence(&language, &text).trim_end());
                }
            }
            TagEnd::Heading(_) => {
                self.line.end_emphasis("**");
                self.flush();
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => {
                self.flush();
                if self.ignored > 0 {
                    self.ignored -= 1;
                } else {
                    self.containers.pop();
                    self.apart = !matches!(tag, TagEnd::Item);
                }
            }
            _ => self.flush(),
        }
    }

    fn enclose(&mut self, container: Container) {
        if self.flat || self.ignored > 0 || self.containers.len() >= DEEPEST {
            self.ignored += 1;
        } else {
            let is_item = matches!(container, Container::Item { .. });
            if self.apart && !is_item {
                self.put_line("");
            }
            self.apart = false;
            self.containers.push(container);
        }
    }

    fn start_item(&mut self) {
        let mark = match self.containers.last_mut() {
            Some(Container::List(Some(number))) => {
                let mark = format!("{number}. ");
                *number = (*number + 1).min(999_999_999);
                mark
            }
            _ => "- ".to_owned(),
        };
        self.enclose(Container::Item { width: mark.len(), mark: Some(mark) });
    }

    /// Writes the text that has gathered as a paragraph.
    fn flush(&mut self) {
        let text = self.line.take();
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.put(&lines.join(if self.flat { " " } else { "\n" }));
            self.ends_in_text = self.containers.is_empty();
        }
    }

    /// The rows of a table, as wide as the first one.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        if self.flat {
            let cells = rows.concat();
            return self.put(&cells.join(" "));
        }
        let line = |row: &Vec<String>| {
            format!("| {} |", row.iter().map(|text| span::cell(text)).collect::<Vec<_>>().join(" | "))
        };
        let mut lines: Vec<String> = rows.iter().map(line).collect();
        lines.insert(lines.len().min(1), format!("|{}", "---|".repeat(rows.first().map_or(0, Vec::len))));
        self.put(&lines.join("\n"));
    }

    /// Writes the lines of one block.
    fn put(&mut self, block: &str) {
        self.ends_in_text = false;
        if self.flat {
            if !self.out.is_empty() {
                self.out.push(' ');
            }
            self.out.push_str(block);
            return;
        }
        if self.apart {
            self.put_line("");
        }
        for line in block.split('\n') {
            self.put_line(line);
        }
        self.apart = true;
    }

    fn put_line(&mut self, line: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let begin = self.out.len();
        for container in &mut self.containers {
            match container {
                Container::List(_) => {}
                Container::Quote => self.out.push_str("> "),
                Container::Item { mark, width } => match mark.take_if(|_| !line.is_empty()) {
                    Some(mark) => self.out.push_str(&mark),
                    None => self.out.push_str(&" ".repeat(*width)),
                },
            }
        }
        self.out.push_str(line);
        let end = self.out.trim_end_matches(' ').len();
        self.out.truncate(end.max(begin));
    }
}

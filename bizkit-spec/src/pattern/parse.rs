//! The text of a pattern becomes a tree; what is outside of the subset is refused where it stands.

mod class;
mod escape;
mod quantifier;

use super::ast::{Assertion, Node};
use super::class::Class;
use super::error::PatternError;
use std::ops::Range;

/// Longest pattern, in bytes.
const MAX_SOURCE: usize = 4096;
/// Deepest nesting of groups.
const MAX_DEPTH: u32 = 64;
/// Most parts once all repetitions are written out.
const MAX_SIZE: u64 = 10_000;

pub(super) type Result<T> = std::result::Result<T, PatternError>;

pub(super) fn parse(source: &str) -> Result<Node> {
    if source.len() > MAX_SOURCE {
        return Err(error(
            0..source.len(),
            format!("a pattern of {} bytes is too long", source.len()),
            format!("keep it within {MAX_SOURCE} bytes"),
        ));
    }
    let mut parser = Parser { source, at: 0, depth: 0, names: Vec::new() };
    let node = parser.alternation()?;
    if parser.at < source.len() {
        return Err(parser.here(
            1,
            "`)` without a `(`",
            "delete it, or write `\\)` for the character itself",
        ));
    }
    if node.size() > MAX_SIZE {
        return Err(too_large(0..source.len()));
    }
    Ok(node)
}

pub(super) fn error(
    offset: Range<usize>,
    message: impl Into<String>,
    help: impl Into<String>,
) -> PatternError {
    PatternError { offset, message: message.into(), help: help.into() }
}

/// The answer to everything that would need too much room.
pub(super) fn too_large(offset: Range<usize>) -> PatternError {
    error(
        offset,
        "the pattern is too large",
        "leave lengths to `minLength` and `maxLength`, and repeat with `*` or `+`",
    )
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    depth: u32,
    /// Names of groups.
    names: Vec<&'a str>,
}

impl<'a> Parser<'a> {
    /// `a|b|c`
    fn alternation(&mut self) -> Result<Node> {
        let mut branches = vec![self.concat()?];
        while self.eat("|") {
            branches.push(self.concat()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Alternation(branches) })
    }

    /// `abc`
    fn concat(&mut self) -> Result<Node> {
        let mut nodes = Vec::new();
        while let Some(c) = self.peek()
            && c != '|'
            && c != ')'
        {
            nodes.push(self.term(c)?);
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Concat(nodes) })
    }

    /// One part with what repeats it.
    fn term(&mut self, c: char) -> Result<Node> {
        let start = self.at;
        if let Some((length, assertion)) = self.peek_assertion() {
            self.at += length;
            if self.peek().is_some_and(|c| matches!(c, '*' | '+' | '?' | '{')) {
                return Err(self.here(
                    1,
                    format!("`{}` is a place, which cannot be repeated", &self.source[start..self.at]),
                    "delete the quantifier",
                ));
            }
            return Ok(Node::Assertion(assertion));
        }
        let node = match c {
            '(' => self.group()?,
            '[' => Node::Class(self.class()?),
            '\\' => Node::Class(self.escape()?),
            '.' => {
                self.at += 1;
                Node::Class(Class::dot())
            }
            '*' | '+' | '?' => {
                let help = format!("write something before it, or `\\{c}` for the character itself");
                return Err(self.here(1, format!("`{c}` repeats nothing"), help));
            }
            '{' if self.rest()[1..].starts_with(|c: char| c.is_ascii_digit() || c == ',') => {
                let help = "write something before it, or `\\{` for the character itself";
                return Err(self.here(1, "`{` repeats nothing", help));
            }
            '{' | '}' | ']' => {
                return Err(self.here(1, format!("`{c}` stands alone"), format!("write `\\{c}`")));
            }
            c => {
                self.at += c.len_utf8();
                Node::Class(Class::single(c))
            }
        };
        self.quantified(node, start)
    }

    fn peek_assertion(&self) -> Option<(usize, Assertion)> {
        let known = [
            ("^", Assertion::Start),
            ("$", Assertion::End),
            (r"\b", Assertion::WordBoundary),
            (r"\B", Assertion::NotWordBoundary),
        ];
        let (text, assertion) = known.into_iter().find(|(text, _)| self.rest().starts_with(text))?;
        Some((text.len(), assertion))
    }

    /// `(..)`, `(?:..)`, `(?<name>..)`
    fn group(&mut self) -> Result<Node> {
        let start = self.at;
        self.at += 1;
        if self.eat("?") && !self.eat(":") {
            self.group_name(start)?;
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("groups stand more than {MAX_DEPTH} deep");
            return Err(error(start..start + 1, message, "write the pattern with fewer groups"));
        }
        let node = self.alternation()?;
        self.depth -= 1;
        if !self.eat(")") {
            let help = "add the `)`, or write `\\(` for the character itself";
            return Err(error(start..start + 1, "`(` is never closed", help));
        }
        Ok(node)
    }

    /// What stands behind `(?`: `<name>`, or something that is refused.
    fn group_name(&mut self, start: usize) -> Result<()> {
        for (text, what) in [("=", "ahead"), ("!", "ahead"), ("<=", "behind"), ("<!", "behind")] {
            if self.rest().starts_with(text) {
                return Err(error(
                    start..self.at + text.len(),
                    format!("look-{what} is not supported"),
                    "say with a pattern what the whole text may be, or leave that rule to the server",
                ));
            }
        }
        if !self.eat("<") {
            let end = self.at + self.peek().map_or(0, char::len_utf8);
            return Err(error(
                start..end,
                "flags are not supported",
                "write `(?:` for a group; list both cases, as in `[Aa]`, for text of either case",
            ));
        }
        let name_start = self.at;
        let length = self.rest().find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$');
        self.at += length.unwrap_or(self.rest().len());
        let name = &self.source[name_start..self.at];
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) || !self.eat(">") {
            let help = "write it like `(?<year>..)`, or use `(?:..)`";
            return Err(error(start..self.at, "the group's name is not an ASCII word in `<` and `>`", help));
        }
        if self.names.contains(&name) {
            let message = format!("two groups have the name `{name}`");
            return Err(error(name_start..name_start + name.len(), message, "use `(?:..)` for one of them"));
        }
        self.names.push(name);
        Ok(())
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over a text if it stands here.
    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// An error about the next bytes.
    fn here(&self, length: usize, message: impl Into<String>, help: impl Into<String>) -> PatternError {
        error(self.at..self.at + length, message, help)
    }
}

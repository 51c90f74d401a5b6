//! How often a part stands: `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`, each with an idle `?` behind it.

use super::{MAX_SIZE, Parser, Result, error, too_large};
use crate::pattern::ast::Node;

impl Parser<'_> {
    /// Puts the quantifier that stands here around a part that began at `start`.
    pub(super) fn quantified(&mut self, node: Node, start: usize) -> Result<Node> {
        let quantifier = self.at;
        let Some((min, max)) = self.quantifier()? else { return Ok(node) };
        // The lazy form looks for another match, not for other texts.
        self.eat("?");
        if let Some(c) = self.peek().filter(|c| matches!(c, '*' | '+' | '?' | '{')) {
            let inner = &self.source[start..self.at];
            return Err(self.here(
                1,
                format!("`{c}` follows another quantifier"),
                format!("delete one of them, or put a group between them, as in `(?:{inner}){c}`"),
            ));
        }
        let node = Node::Repeat { node: Box::new(node), min, max };
        if node.size() > MAX_SIZE {
            return Err(too_large(quantifier..self.at));
        }
        Ok(node)
    }

    fn quantifier(&mut self) -> Result<Option<(u32, Option<u32>)>> {
        let range = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.braces().map(Some),
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(range))
    }

    /// `{n}`, `{n,}`, `{n,m}`
    fn braces(&mut self) -> Result<(u32, Option<u32>)> {
        let start = self.at;
        self.at += 1;
        let min = self.count();
        let max = if self.eat(",") { self.count() } else { min };
        let open_end = max.is_none();
        if !self.eat("}") {
            let help = "write `{2}`, `{2,}` or `{2,5}`, or `\\{` for the character itself";
            return Err(error(start..start + 1, "`{` does not begin a number of repetitions", help));
        }
        let written = start..self.at;
        let Some(min) = min else {
            let help = match max {
                Some(max) => format!("write `{{0,{max}}}`"),
                None => "write `*`, or `\\{` for the character itself".to_owned(),
            };
            return Err(error(written, "the least number of repetitions is missing", help));
        };
        if max.is_some_and(|max| max < min) {
            let message = format!("no number is at least {min} and at most {}", max.unwrap_or_default());
            return Err(error(written, message, "swap the two numbers"));
        }
        let fits = |count: u64| u32::try_from(count).ok().filter(|count| u64::from(*count) <= MAX_SIZE);
        match (fits(min), max.map(fits)) {
            (Some(min), None) if open_end => Ok((min, None)),
            (Some(min), Some(Some(max))) => Ok((min, Some(max))),
            _ => Err(too_large(written)),
        }
    }

    /// A decimal number, where one stands here; numbers beyond `u64` count as the largest one.
    fn count(&mut self) -> Option<u64> {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let text = &self.rest()[..digits];
        self.at += digits;
        (digits > 0).then(|| text.parse().unwrap_or(u64::MAX))
    }
}

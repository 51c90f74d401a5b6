//! `[..]` and `[^..]`.

use super::{Parser, Result, error};
use crate::pattern::class::Class;

impl Parser<'_> {
    pub(super) fn class(&mut self) -> Result<Class> {
        let start = self.at;
        self.at += 1;
        let negated = self.eat("^");
        if self.rest().starts_with(']') {
            let written = start..self.at + 1;
            return Err(if negated {
                error(written, "`[^]` is read in different ways", "write `[\\s\\S]` for any character")
            } else {
                let help = "write `[\\]..]` for a class with `]` in it, or delete it";
                error(written, "`[]` matches nothing", help)
            });
        }
        let mut ranges = Vec::new();
        while !self.eat("]") {
            if self.rest().is_empty() {
                let help = "add the `]`, or write `\\[` for the character itself";
                return Err(error(start..start + 1, "`[` is never closed", help));
            }
            self.class_item(&mut ranges)?;
        }
        let class = Class::new(ranges);
        Ok(if negated { class.negated() } else { class })
    }

    /// A character, a range, or an escape that stands for several characters.
    fn class_item(&mut self, ranges: &mut Vec<(u32, u32)>) -> Result<()> {
        let start = self.at;
        let low = self.class_atom()?;
        let behind_dash = self.rest().strip_prefix('-').unwrap_or_default();
        let is_range = !behind_dash.is_empty() && !behind_dash.starts_with(']');
        if !is_range {
            ranges.extend(low.ranges());
            return Ok(());
        }
        self.refuse_operator()?;
        let dash = self.at;
        self.at += 1;
        let high = self.class_atom()?;
        let written = start..self.at;
        let (Some(low), Some(high)) = (low.as_char(), high.as_char()) else {
            let message = "a range goes from one character to another";
            return Err(error(dash..dash + 1, message, "write `\\-` for the character itself"));
        };
        if low > high {
            let help = "swap the two ends, or write `\\-` for the character itself";
            return Err(error(written, format!("the range {low:?} to {high:?} runs backwards"), help));
        }
        ranges.push((u32::from(low), u32::from(high)));
        Ok(())
    }

    fn class_atom(&mut self) -> Result<Class> {
        self.refuse_operator()?;
        match self.peek() {
            Some('[') if self.rest().starts_with("[:") => {
                let help = "write the ranges, as in `[A-Za-z]`";
                Err(self.here(2, "POSIX classes are not known to ECMA-262", help))
            }
            Some('[') => {
                let help = "write `\\[` for the character itself";
                Err(self.here(1, "`[` in a class is read in different ways", help))
            }
            Some('\\') if self.rest().starts_with("\\b") => {
                self.at += 2;
                Ok(Class::single('\u{8}'))
            }
            Some('\\') => self.escape(),
            Some(c) => {
                self.at += c.len_utf8();
                Ok(Class::single(c))
            }
            None => Ok(Class::new(Vec::new())),
        }
    }

    /// Elsewhere `--` and `&&` subtract and intersect.
    fn refuse_operator(&self) -> Result<()> {
        for (operator, escaped) in [("--", "\\-"), ("&&", "&")] {
            if self.rest().starts_with(operator) {
                let help = format!("write `{escaped}` once for the character itself");
                return Err(self.here(2, format!("`{operator}` in a class is read in different ways"), help));
            }
        }
        Ok(())
    }
}

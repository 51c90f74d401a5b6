//! Words of a name and their casings. Two names are equal when their words are.

use heck::ToSnakeCase;
use std::fmt;

/// A name as a list of lower-case words; made from any casing.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    /// Lower-case words joined by `_`; never empty, never starts with a digit.
    snake: String,
}

impl Name {
    /// Reads the words of `text` (`cuRefNo`, `cu-ref-no`, `CuRefNo`, `CU_REF_NO`).
    /// `None` where no word remains that a Rust name could be made of.
    pub fn new(text: &str) -> Option<Self> {
        let ascii: String = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let snake = ascii.to_snake_case();
        let first = snake.bytes().next()?;
        Some(Self { snake: if first.is_ascii_digit() { format!("n{snake}") } else { snake } })
    }

    /// This name followed by another one.
    #[must_use]
    pub fn join(&self, other: &Name) -> Self {
        Self { snake: format!("{}_{}", self.snake, other.snake) }
    }

    /// `cu_ref_no`
    pub fn snake(&self) -> &str {
        &self.snake
    }

    /// `CuRefNo`
    pub fn pascal(&self) -> String {
        // The words are known, and a macro is mostly run unoptimised, so they are not looked for once more.
        let mut out = String::with_capacity(self.snake.len());
        for word in self.snake.split('_') {
            let start = out.len();
            out.push_str(word);
            if let Some(first) = out.get_mut(start..=start) {
                first.make_ascii_uppercase();
            }
        }
        out
    }

    /// `CU_REF_NO`
    pub fn shouty(&self) -> String {
        self.snake.to_ascii_uppercase()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.snake)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({})", self.snake)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casings_of_one_name_are_equal() {
        let name = Name::new("cuRefNo").unwrap();
        for text in ["CuRefNo", "cu-ref-no", "CU_REF_NO", "cu ref no"] {
            assert_eq!(Name::new(text).unwrap(), name, "{text}");
        }
        assert_eq!(
            (name.snake(), name.pascal().as_str(), name.shouty().as_str()),
            ("cu_ref_no", "CuRefNo", "CU_REF_NO")
        );
    }

    #[test]
    fn digits_and_symbols_still_make_a_rust_name() {
        assert_eq!(Name::new("2fa").unwrap().snake(), "n2fa");
        assert_eq!(Name::new("$.."), None);
        assert_eq!(Name::new(""), None);
    }
}

//! The rules of texts and of enums.

use super::{Checker, plural};
use crate::base::excerpt::quoted;
use crate::base::violation::InvalidValueError;
use crate::schema::normalize::normalize;
use crate::schema::pattern::code_points;
use crate::schema::rules::{Rules, TextNumber};

impl Checker {
    /// Checks one text that becomes a type of its own.
    pub(crate) fn accept_text(
        name: &'static str,
        text: &str,
        rules: &'static Rules,
    ) -> Result<(), InvalidValueError> {
        let mut at = Self::default();
        at.text(text, rules);
        if at.violations.is_empty() { Ok(()) } else { Err(InvalidValueError::new(name, at.violations)) }
    }

    /// Checks a text after it was normalised: lengths, format, pattern, number.
    pub fn text(&mut self, text: &str, rules: &'static Rules) {
        let text = &*normalize(text, rules.normalize);
        if rules.allows_text(text) {
            return;
        }
        let before = self.violations.len();
        let help = || rules.example.map(|example| format!("write it like `{example}`"));
        let length = code_points(text);
        let exact = rules.min_length == rules.max_length;
        let limit = |words: &str, limit: u32| {
            let words = if exact { "exactly" } else { words };
            format!("expected {words} {}", plural(limit, "character"))
        };
        if length < rules.min_length as usize {
            let found = Some(format!("{length}: {}", quoted(text)));
            self.add("minLength", limit("at least", rules.min_length), found, help());
        }
        if length > rules.max_length as usize {
            let found = Some(format!("{length}: {}", quoted(text)));
            self.add("maxLength", limit("at most", rules.max_length), found, help());
        }
        if let Some(format) = rules.format
            && !format.allows(text)
        {
            self.add("format", format!("expected {}", format.expected()), Some(quoted(text)), help());
        }
        if let Some(pattern) = rules.pattern
            && !pattern.program.is_match(text)
        {
            let message = format!("expected text that matches `{}`", pattern.source);
            self.add("pattern", message, Some(quoted(text)), help());
        }
        match rules.number {
            Some(TextNumber::Integer) => match TextNumber::whole(text) {
                Some(value) => self.integer(value, rules),
                None => {
                    let message = "expected a whole number, as text or as it is".to_owned();
                    self.add("type", message, Some(quoted(text)), None);
                }
            },
            Some(TextNumber::Number) => self.decimal(text, rules),
            None => {}
        }
        self.redact_if(rules, before);
    }

    /// Reports a text that is none of an enum's values, with the nearest one.
    pub fn unknown_variant(&mut self, text: &str, values: &[&str]) {
        const LISTED: usize = 12;
        let mut message = String::from("expected one of ");
        for (index, value) in values.iter().take(LISTED).enumerate() {
            message.push_str(if index > 0 { ", `" } else { "`" });
            message.push_str(value);
            message.push('`');
        }
        if values.len() > LISTED {
            message.push_str(", ...");
        }
        let near = |value: &&&str| distance(text, value) <= 1 + value.chars().count() / 4;
        let nearest = values.iter().filter(near).min_by_key(|value| distance(text, value));
        let help = nearest.map(|value| format!("did you mean `{value}`?"));
        self.add("enum", message, Some(quoted(text)), help);
    }
}

/// Levenshtein's distance of two texts, in lower case.
pub(super) fn distance(left: &str, right: &str) -> usize {
    // Whatever is longer is near to no name.
    let left: Vec<char> = left.chars().take(64).flat_map(char::to_lowercase).collect();
    let right: Vec<char> = right.chars().take(64).flat_map(char::to_lowercase).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in right.iter().enumerate() {
            let least = (diagonal + usize::from(a != b)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], least);
        }
    }
    row[right.len()]
}

//! Normalisation: a text and steps in; the text that is checked and sent out.

use crate::schema::rules::Normalize;
use std::borrow::Cow;

/// Applies the steps in order. A text that is already normal is not copied.
#[inline]
pub(crate) fn normalize<'a>(text: &'a str, steps: &[Normalize]) -> Cow<'a, str> {
    if steps.is_empty() { Cow::Borrowed(text) } else { apply_all(text, steps) }
}

fn apply_all<'a>(text: &'a str, steps: &[Normalize]) -> Cow<'a, str> {
    let mut text = Cow::Borrowed(text);
    for step in steps {
        text = match text {
            Cow::Borrowed(text) => apply(text, *step),
            Cow::Owned(text) => Cow::Owned(apply(&text, *step).into_owned()),
        };
    }
    text
}

fn apply(text: &str, step: Normalize) -> Cow<'_, str> {
    match step {
        Normalize::Trim => Cow::Borrowed(text.trim_matches(|c: char| c.is_ascii_whitespace())),
        Normalize::Lowercase if text.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            Cow::Owned(text.to_ascii_lowercase())
        }
        Normalize::Uppercase if text.bytes().any(|byte| byte.is_ascii_lowercase()) => {
            Cow::Owned(text.to_ascii_uppercase())
        }
        Normalize::Lowercase | Normalize::Uppercase => Cow::Borrowed(text),
        Normalize::Phone => phone(text),
        Normalize::Replace(pairs) => {
            Cow::Borrowed(pairs.iter().find(|(from, _)| *from == text).map_or(text, |(_, to)| to))
        }
    }
}

/// What people set between the digits of a telephone number.
fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '.' | '-' | '/' | '(' | ')')
}

/// `00420-777.123.456` becomes `+420 777123456`. Where nothing separates the country's prefix from the
/// number, only people know where it ends, so no space is set.
fn phone(text: &str) -> Cow<'_, str> {
    if crate::schema::format::Format::Phone.allows(text) {
        return Cow::Borrowed(text);
    }
    let text = text.trim_start_matches(is_separator);
    // Zeros with something between them are zeros side by side in what is given back.
    let zeros = || text.strip_prefix('0')?.trim_start_matches(is_separator).strip_prefix('0');
    let Some(international) = text.strip_prefix('+').or_else(zeros) else {
        return Cow::Owned(text.replace(is_separator, ""));
    };
    let international = international.trim_start_matches(is_separator);
    let prefix = international.find(|c: char| !c.is_ascii_digit()).unwrap_or(international.len());
    let (prefix, number) = international.split_at(prefix);
    let space = if (1..=3).contains(&prefix.len()) && number.starts_with(is_separator) { " " } else { "" };
    Cow::Owned(format!("+{prefix}{space}{}", number.replace(is_separator, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(steps: &[Normalize], input: &str, expected: &str) {
        assert_eq!(normalize(input, steps), expected, "{input:?} through {steps:?}");
        assert_eq!(normalize(expected, steps), expected, "normalising twice changes {expected:?}");
    }

    #[test]
    fn applies_steps_in_order() {
        const ALIASES: Normalize = Normalize::Replace(&[("localhost", "127.0.0.1"), ("", "127.0.0.1")]);
        check(&[Normalize::Trim, Normalize::Lowercase, ALIASES], "  LOCALHOST\t", "127.0.0.1");
        check(&[Normalize::Trim, ALIASES], "   ", "127.0.0.1");
        check(&[ALIASES], "localhost2", "localhost2");
        check(&[Normalize::Uppercase], "čzk-czk", "čZK-CZK");
    }

    #[test]
    fn telephone_numbers_become_canonical() {
        let phone = &[Normalize::Phone];
        check(phone, "+420 777123456", "+420 777123456");
        check(phone, "00420 777 123 456", "+420 777123456");
        check(phone, "+420-777.123/456", "+420 777123456");
        check(phone, "(+420) 777 123 456", "+420 777123456");
        check(phone, "+1 (202) 555-0123", "+1 2025550123");
        check(phone, "0(0)420 777 123 456", "+420 777123456");
    }

    #[test]
    fn a_prefix_is_not_guessed() {
        check(&[Normalize::Phone], "+420777123456", "+420777123456");
        check(&[Normalize::Phone], "777 123 456", "777123456");
        check(&[Normalize::Phone], "+420777 123456", "+420777123456");
        check(&[Normalize::Phone], "+4207 77123456", "+420777123456");
    }

    #[test]
    fn a_normal_text_is_not_copied() {
        let steps = &[Normalize::Trim, Normalize::Lowercase, Normalize::Phone];
        assert!(matches!(normalize("+420 777123456", steps), Cow::Borrowed(_)));
    }
}

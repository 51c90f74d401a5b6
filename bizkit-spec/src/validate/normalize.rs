//! The steps that make equal texts look equal.

use super::allows;
use crate::model::{Format, Normalize};

/// Applies the steps in their order.
pub fn normalize(text: &str, steps: &[Normalize]) -> String {
    let mut text = text.to_owned();
    for step in steps {
        text = match step {
            Normalize::Trim => text.trim_matches(|c: char| c.is_ascii_whitespace()).to_owned(),
            Normalize::Lowercase => text.to_ascii_lowercase(),
            Normalize::Uppercase => text.to_ascii_uppercase(),
            Normalize::Phone => phone(text),
            Normalize::Replace(pairs) => match pairs.iter().find(|(from, _)| *from == text) {
                Some((_, to)) => to.clone(),
                None => text,
            },
        };
    }
    text
}

/// See [`Normalize::Phone`].
fn phone(text: String) -> String {
    if allows(Format::Phone, &text) {
        return text;
    }
    let separator = |c: &char| " \t\u{a0}.-/()".contains(*c);
    let mut rest: Vec<char> = text.chars().skip_while(separator).collect();
    let second = rest.iter().skip(1).position(|c| !separator(c)).map_or(0, |at| at + 1);
    let signs = match (rest.first(), rest.get(second)) {
        (Some('+'), _) => 1,
        (Some('0'), Some('0')) if second > 0 => second + 1,
        _ => {
            rest.retain(|c| !separator(c));
            return rest.into_iter().collect();
        }
    };
    let rest: Vec<char> = rest.into_iter().skip(signs).skip_while(separator).collect();
    let prefix: String = rest.iter().take_while(|c| c.is_ascii_digit()).collect();
    let behind = &rest[prefix.len()..];
    let space = (1..=3).contains(&prefix.len()) && behind.first().is_some_and(separator);
    let number: String = behind.iter().filter(|c| !separator(c)).collect();
    format!("+{prefix}{}{number}", if space { " " } else { "" })
}

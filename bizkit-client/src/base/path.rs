//! Paths of values: `items[2].price`, `meta["a b"]`.

use crate::base::escape::json_string;
use std::borrow::Cow;

/// A member's step of a path: its name, in brackets where it is no plain word.
pub(crate) fn step(name: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$');
    if !name.is_empty() && name.bytes().all(plain) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(format!("[{}]", json_string(name)))
}

/// Puts a step in front of a path.
pub(crate) fn prepend(path: &mut String, step: &str) {
    if !path.is_empty() && !path.starts_with('[') {
        path.insert(0, '.');
    }
    path.insert_str(0, step);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_joined_so_that_they_can_be_told_apart() {
        let mut path = String::new();
        for (name, expected) in [
            ("price", "price"),
            ("a b", "[\"a b\"].price"),
            ("x-Y_1$", "x-Y_1$[\"a b\"].price"),
            ("", "[\"\"].x-Y_1$[\"a b\"].price"),
        ] {
            prepend(&mut path, &step(name));
            assert_eq!(path, expected);
        }
        prepend(&mut path, "[0]");
        assert!(path.starts_with("[0][\"\"].x-Y"), "{path}");
    }
}

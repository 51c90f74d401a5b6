//! Secret texts: erased from memory when dropped, shown nowhere.

pub(crate) mod redact;

use std::fmt;
use zeroize::Zeroizing;

/// What stands for a sensitive value wherever it would be shown.
pub(crate) const REDACTED: &str = "***";

/// A text that must not be seen: a key, a session.
///
/// It has no Display, and no Serialize; Debug shows that it is there and nothing else. What it owned is erased
/// when it is dropped; a literal cannot be, nor what was made of the text: the headers, bodies and URLs of requests,
/// and the buffers that carried them. [`expose`](Self::expose) is the one way to the text.
#[derive(Clone)]
#[doc(alias("password", "token", "credential"))]
pub struct Secret(Inner);

#[derive(Clone)]
enum Inner {
    /// A literal is part of the program and cannot be erased.
    Static(&'static str),
    Owned(Zeroizing<String>),
}

impl Secret {
    /// A secret out of a literal.
    pub const fn from_static(text: &'static str) -> Self {
        Self(Inner::Static(text))
    }

    /// The secret text. Keep it out of logs, errors and addresses.
    pub fn expose(&self) -> &str {
        match &self.0 {
            Inner::Static(text) => text,
            Inner::Owned(text) => text,
        }
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Inner::Owned(Zeroizing::new(text)))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_shown_nowhere() {
        let secret = Secret::from("s3cret-token");
        assert_eq!(format!("{secret:?} {secret:#?}"), "*** ***");
        assert_eq!(secret.expose(), "s3cret-token");
    }

    #[test]
    fn equal_texts_are_equal_wherever_they_live() {
        assert_eq!(Secret::from("a"), Secret::from_static("a"));
        assert_ne!(Secret::from("a"), Secret::from_static("b"));
    }
}

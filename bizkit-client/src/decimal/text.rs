//! The text of a number: up to 22 bytes of it without an allocation, which is nearly every number there is.

use std::fmt::{self, Write};
use std::ops::Deref;

const SHORT: usize = 22;

/// A text that mostly needs no memory of its own.
#[derive(Clone)]
pub(super) enum Text {
    /// A literal.
    Static(&'static str),
    /// In place.
    Short(Short),
    /// What is too long for that.
    Long(Box<str>),
}

/// The first `length` bytes are a text.
#[derive(Clone, Copy)]
pub(super) struct Short {
    length: u8,
    bytes: [u8; SHORT],
}

impl Short {
    const EMPTY: Self = Self { length: 0, bytes: [0; SHORT] };
}

impl Text {
    /// What a value is displayed as.
    pub(super) fn of(value: impl fmt::Display) -> Self {
        let mut short = Short::EMPTY;
        match write!(short, "{value}") {
            Ok(()) => Self::Short(short),
            Err(_) => Self::Long(value.to_string().into()),
        }
    }
}

/// Fails where the text becomes too long.
impl Write for Short {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let start = usize::from(self.length);
        let end = start + text.len();
        self.bytes.get_mut(start..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = u8::try_from(end).map_err(|_| fmt::Error)?;
        Ok(())
    }
}

impl From<&str> for Text {
    #[inline]
    fn from(text: &str) -> Self {
        let mut short = Short::EMPTY;
        match short.write_str(text) {
            Ok(()) => Self::Short(short),
            Err(_) => Self::Long(text.into()),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        if text.len() > SHORT { Self::Long(text.into()) } else { text.as_str().into() }
    }
}

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Short(Short { length, bytes }) => {
                str::from_utf8(&bytes[..usize::from(*length)]).expect("whole texts were written")
            }
            Self::Long(text) => text,
        }
    }
}

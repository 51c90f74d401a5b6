//! Texts that do without the heap while they are short: a text in, the same text out.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// Most bytes of a text that stands in place.
const IN_PLACE: usize = 22;

/// A text in the space of a `String`: a literal, a short text in place, or a long one on the heap.
#[derive(Clone)]
pub(crate) struct CompactText(Repr);

#[derive(Clone)]
enum Repr {
    Static(&'static str),
    InPlace(u8, [u8; IN_PLACE]),
    Heap(Box<str>),
}

const _: () = assert!(size_of::<CompactText>() <= 24 && size_of::<Option<CompactText>>() <= 24);

impl CompactText {
    pub(crate) const fn from_static(text: &'static str) -> Self {
        Self(Repr::Static(text))
    }

    /// A whole number in decimal digits.
    pub(crate) fn from_integer(value: i64) -> Self {
        let mut bytes = [0; IN_PLACE];
        let mut at = bytes.len();
        let mut rest = value.unsigned_abs();
        loop {
            at -= 1;
            bytes[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if value < 0 {
            at -= 1;
            bytes[at] = b'-';
        }
        bytes.copy_within(at.., 0);
        // The longest has 20 bytes.
        Self(Repr::InPlace(u8::try_from(IN_PLACE - at).unwrap_or_default(), bytes))
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Static(text) => text,
            // It holds a whole text, so this does not fail.
            Repr::InPlace(length, bytes) => {
                str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or_default()
            }
            Repr::Heap(text) => text,
        }
    }

    /// A text in place, where it is short enough.
    fn in_place(text: &str) -> Option<Self> {
        let length = u8::try_from(text.len()).ok()?;
        let mut bytes = [0; IN_PLACE];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self(Repr::InPlace(length, bytes)))
    }
}

impl From<&str> for CompactText {
    fn from(text: &str) -> Self {
        Self::in_place(text).unwrap_or_else(|| Self(Repr::Heap(text.into())))
    }
}

impl From<String> for CompactText {
    fn from(text: String) -> Self {
        Self::in_place(&text).unwrap_or_else(|| Self(Repr::Heap(text.into())))
    }
}

impl From<Cow<'_, str>> for CompactText {
    fn from(text: Cow<'_, str>) -> Self {
        match text {
            Cow::Borrowed(text) => text.into(),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl PartialEq for CompactText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for CompactText {}

impl PartialOrd for CompactText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CompactText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for CompactText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for CompactText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_out_as_it_went_in_at_every_length() {
        for length in 0..40 {
            for letter in ["x", "ř", "🦀"] {
                let text = letter.repeat(length);
                let kept = [CompactText::from(text.as_str()), text.clone().into(), Cow::from(&text).into()];
                for compact in kept {
                    assert_eq!(compact.as_str(), text);
                    assert_eq!(compact.clone(), compact);
                }
                let in_place = matches!(CompactText::from(text.as_str()).0, Repr::InPlace(..));
                assert_eq!(in_place, text.len() <= IN_PLACE, "{} bytes", text.len());
            }
        }
    }

    #[test]
    fn where_a_text_stands_makes_no_difference() {
        let (literal, moved) = (CompactText::from_static("abc"), CompactText::from("abc".to_owned()));
        assert_eq!(literal, moved);
        assert!(moved < CompactText::from_static("abd") && literal < CompactText::from("b"));
        assert_eq!(format!("{literal:?} {moved:?}"), r#""abc" "abc""#);
        let hash = |text: &CompactText| {
            let mut state = std::hash::DefaultHasher::new();
            text.hash(&mut state);
            state.finish()
        };
        assert_eq!(hash(&literal), hash(&moved));
    }

    #[test]
    fn numbers_are_written_as_the_library_writes_them() {
        for value in [0, 1, -1, 9, 10, -10, 99, 100, 12_345, i64::MAX, i64::MIN] {
            assert_eq!(CompactText::from_integer(value).as_str(), value.to_string());
        }
    }
}

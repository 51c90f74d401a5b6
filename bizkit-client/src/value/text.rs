//! Texts with rules: two types for all of them, over what the macro tells of each kind of text.

use crate::base::compact::CompactText;
use crate::base::violation::InvalidValueError;
use crate::schema::normalize::normalize;
use crate::schema::rules::Rules;
use crate::secret::Secret;
use crate::value::check::Checker;
use crate::value::decode::{Decode, DecodeError, Reader};
use crate::value::encode::JsonWriter;
use crate::value::{DebugWith, Value, dyn_eq};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

/// What sets one kind of text apart: the macro makes an empty type for each, which implements this.
pub trait TextKind: 'static {
    /// What other crates have for such a text; [`form::Any`](crate::value::convert::form::Any) for nothing.
    type Form;
    /// Name and rules.
    const INFO: &'static TextInfo;
}

/// The table of a kind of text.
#[derive(Debug)]
pub struct TextInfo {
    /// The name of the type.
    pub name: &'static str,
    /// What its texts keep.
    pub rules: &'static Rules,
    /// What a wrong literal is told.
    pub misuse: &'static str,
}

/// The kind of text that an API has for its keys.
pub trait KeyText: TextKind {
    /// What a key may be for.
    type Kinds: Copy + 'static;
    /// How keys begin, and what that tells.
    const PREFIXES: &'static [(&'static str, Self::Kinds)];
}

/// A text with rules. [`CuRefNo`](crate::types::CuRefNo) and its like are this type, each for a kind of text
/// of its own, so that one cannot be given for another.
///
/// Text of your own is normalised and checked when it is parsed; text that a server sent is kept as it came.
///
/// ```
/// use bizkit_client::types::CuRefNo;
///
/// const ID: CuRefNo = CuRefNo::from_static("1cGIHvFoQDGLAbcA"); // a wrong literal does not compile
/// let parsed: CuRefNo = "1cGIHvFoQDGLAbcA".parse()?;
/// assert_eq!(parsed, ID);
/// assert!("abc".parse::<CuRefNo>().is_err());
/// # Ok::<(), bizkit_client::InvalidValueError>(())
/// ```
pub struct PlainText<K> {
    inside: Plain,
    kind: PhantomData<fn() -> K>,
}

/// A secret text with rules, as [`PlainText`] else: `Debug` never shows it, and its memory is cleared when it is
/// dropped.
///
/// ```
/// use bizkit_client::types::IdentityId;
///
/// let session = IdentityId::from_static("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg");
/// assert_eq!(format!("{session:?}"), "IdentityId(***)");
/// ```
pub struct SecretText<K> {
    inside: Secret,
    kind: PhantomData<fn() -> K>,
}

/// The inside of a text that is no secret.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Plain(CompactText);

impl Plain {
    const fn from_static(text: &'static str) -> Self {
        Self(CompactText::from_static(text))
    }
}

impl From<String> for Plain {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Plain {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// What the two insides have in common.
trait Inside: From<String> + for<'a> From<&'a str> {
    /// The text, whether secret or not.
    fn reveal(&self) -> &str;
}

impl Inside for Plain {
    fn reveal(&self) -> &str {
        self.0.as_str()
    }
}

impl Inside for Secret {
    fn reveal(&self) -> &str {
        self.expose()
    }
}

/// A text as it was given, normalised and checked.
fn parse<I: Inside>(
    name: &'static str,
    text: Cow<'_, str>,
    rules: &'static Rules,
) -> Result<I, InvalidValueError> {
    // Made first, so that a secret is erased even if it is refused.
    let inside = match (normalize(&text, rules.normalize), &text) {
        (Cow::Owned(normal), _) => I::from(normal),
        // Nothing was changed: what was given by value moves on and is not copied.
        (Cow::Borrowed(normal), Cow::Owned(whole)) if normal == whole => I::from(text.into_owned()),
        (Cow::Borrowed(normal), _) => I::from(normal),
    };
    Checker::accept_text(name, inside.reveal(), rules).map(|()| inside)
}

/// What both types do in the same way.
macro_rules! text_type {
    ($name:ident, $inside:ident) => {
        impl Value for $inside {
            fn equals(&self, other: &dyn Value) -> bool {
                dyn_eq(self, other)
            }

            fn check(&self, rules: &'static Rules, at: &mut Checker) {
                at.text(self.reveal(), rules);
            }

            fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
                out.string(&normalize(self.reveal(), rules.normalize));
            }

            fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
                each(&normalize(self.reveal(), rules.normalize));
            }

            fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self, f)
            }
        }

        impl<K> $name<K> {
            const fn new(inside: $inside) -> Self {
                Self { inside, kind: PhantomData }
            }
        }

        impl<K: TextKind> $name<K> {
            /// Whether a text keeps every rule of this type, in the normalised form.
            #[inline]
            pub const fn is_valid(text: &str) -> bool {
                K::INFO.rules.allows_text(text)
            }

            /// A value out of a literal in the normalised form. In a constant, a wrong literal does not compile.
            ///
            /// # Panics
            /// When the literal breaks a rule and this is no constant.
            pub const fn from_static(text: &'static str) -> Self {
                if !Self::is_valid(text) {
                    panic!("{}", K::INFO.misuse);
                }
                Self::new($inside::from_static(text))
            }
        }

        impl<K> Clone for $name<K> {
            fn clone(&self) -> Self {
                Self::new(self.inside.clone())
            }
        }

        impl<K> PartialEq for $name<K> {
            fn eq(&self, other: &Self) -> bool {
                self.inside == other.inside
            }
        }

        impl<K> Eq for $name<K> {}

        impl<K: TextKind> fmt::Debug for $name<K> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                debug_tuple(K::INFO.name, &self.inside, f)
            }
        }

        /// Normalises the text, then checks it.
        impl<K: TextKind> TryFrom<&str> for $name<K> {
            type Error = InvalidValueError;
            fn try_from(text: &str) -> Result<Self, InvalidValueError> {
                parse(K::INFO.name, text.into(), K::INFO.rules).map(Self::new)
            }
        }

        /// Normalises the text, then checks it.
        impl<K: TextKind> TryFrom<String> for $name<K> {
            type Error = InvalidValueError;
            fn try_from(text: String) -> Result<Self, InvalidValueError> {
                parse(K::INFO.name, text.into(), K::INFO.rules).map(Self::new)
            }
        }

        /// Normalises the text, then checks it.
        impl<K: TextKind> FromStr for $name<K> {
            type Err = InvalidValueError;
            fn from_str(text: &str) -> Result<Self, InvalidValueError> {
                text.try_into()
            }
        }

        /// Normalises the text, then checks it.
        impl<'de, K: TextKind> serde::Deserialize<'de> for $name<K> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_text(deserializer)
            }
        }

        impl<K: TextKind> Value for $name<K> {
            fn equals(&self, other: &dyn Value) -> bool {
                dyn_eq(self, other)
            }

            fn check(&self, _: &'static Rules, at: &mut Checker) {
                self.inside.check(K::INFO.rules, at);
            }

            fn encode(&self, _: &'static Rules, out: &mut JsonWriter) {
                out.value(&self.inside, K::INFO.rules);
            }

            fn texts(&self, _: &'static Rules, each: &mut dyn FnMut(&str)) {
                self.inside.texts(K::INFO.rules, each);
            }

            fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&DebugWith(&self.inside, K::INFO.rules), f)
            }
        }

        /// What a server sent is kept as it came.
        impl<K: TextKind> Decode for $name<K> {
            #[inline]
            fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
                reader.inside(|text: String| Self::new(text.into()), K::INFO.rules)
            }
        }

        impl<K: TextKind> crate::value::arg::FromText for $name<K> {
            fn from_text(text: String) -> Self {
                Self::new(text.into())
            }

            fn from_borrowed(text: &str) -> Self {
                Self::new(text.into())
            }
        }
    };
}
text_type!(PlainText, Plain);
text_type!(SecretText, Secret);

impl<K> PlainText<K> {
    /// The text.
    pub fn as_str(&self) -> &str {
        self.inside.reveal()
    }
}

impl<K> AsRef<str> for PlainText<K> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<K> fmt::Display for PlainText<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<K> Hash for PlainText<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.inside.hash(state);
    }
}

impl<K> PartialOrd for PlainText<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for PlainText<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.inside.cmp(&other.inside)
    }
}

impl<K> serde::Serialize for PlainText<K> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<K> SecretText<K> {
    /// The secret text. Keep it out of logs, errors and addresses.
    pub fn expose(&self) -> &str {
        self.inside.expose()
    }
}

impl<K: KeyText> SecretText<K> {
    /// What the key is for; `None` where its beginning is not a documented one.
    pub fn kind(&self) -> Option<K::Kinds> {
        K::PREFIXES.iter().find(|(prefix, _)| self.expose().starts_with(prefix)).map(|(_, kind)| *kind)
    }
}

impl<K> From<SecretText<K>> for Secret {
    fn from(value: SecretText<K>) -> Self {
        value.inside
    }
}

/// `CuRefNo("1cGIHvFoQDGLAbcA")`, or `Session(***)`.
pub fn debug_tuple(name: &str, inside: &dyn fmt::Debug, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(name).field(inside).finish()
}

/// Reads a value that serde hands over as text.
pub fn deserialize_text<'de, T, E, D>(deserializer: D) -> Result<T, D::Error>
where
    T: TryFrom<String, Error = E>,
    E: fmt::Display,
    D: serde::Deserializer<'de>,
{
    let text = <String as serde::Deserialize>::deserialize(deserializer)?;
    T::try_from(text).map_err(serde::de::Error::custom)
}

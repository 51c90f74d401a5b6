//! Texts with rules: the shared half of every generated text type, and the macro that makes the other half.

use crate::check::Checker;
use crate::decode::{Decode, Fault, Reader};
use crate::encode::JsonWriter;
use crate::normalize::normalize;
use crate::rules::Rules;
use crate::secret::Secret;
use crate::value::Value;
use crate::violation::InvalidValue;
use std::borrow::Cow;
use std::fmt;

/// The inside of a text type that is no secret.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(Cow<'static, str>);

impl Text {
    /// A text out of a literal.
    pub const fn from_static(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// What the two insides of text types have in common.
pub trait Inside: From<String> {
    /// The text, whether secret or not.
    fn reveal(&self) -> &str;
}

impl Inside for Text {
    fn reveal(&self) -> &str {
        &self.0
    }
}

impl Inside for Secret {
    fn reveal(&self) -> &str {
        self.expose()
    }
}

macro_rules! inside_value {
    ($inside:ident) => {
        impl Value for $inside {
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
    };
}
inside_value!(Text);
inside_value!(Secret);

/// A text as it was given, normalised and checked.
pub fn parse_text<I: Inside>(
    name: &'static str,
    text: Cow<'_, str>,
    rules: &'static Rules,
) -> Result<I, InvalidValue> {
    let normal = match normalize(&text, rules.normalize) {
        // Nothing was changed: what was given by value moves on and is not copied.
        Cow::Borrowed(normal) if normal == text => text.into_owned(),
        normal => normal.into_owned(),
    };
    // Made first, so that a secret is erased even if it is refused.
    let inside = I::from(normal);
    Checker::accept_text(name, inside.reveal(), rules).map(|()| inside)
}

/// What a server sent is kept as it came.
impl Decode for Text {
    #[inline]
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, Fault> {
        String::decode(reader, rules).map(Self::from)
    }
}

/// What a server sent is kept as it came.
impl Decode for Secret {
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, Fault> {
        String::decode(reader, rules).map(Self::from)
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

/// Makes a text type out of a tuple struct: `text_type!(Name, Text | Secret, RULES, [pattern], "rule in words")`.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_text_type {
    ($name:ident, Text, $rules:path, [$($pattern:path)?], $words:literal) => {
        $crate::__bizkit_text_type!(@common $name, Text, $rules, [$($pattern)?], $words);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.0.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.0.as_str()
            }
        }

        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.as_str())
            }
        }
    };
    ($name:ident, Secret, $rules:path, [$($pattern:path)?], $words:literal) => {
        $crate::__bizkit_text_type!(@common $name, Secret, $rules, [$($pattern)?], $words);

        impl $name {
            /// The secret text. Keep it out of logs, errors and addresses.
            pub fn expose(&self) -> &str {
                self.0.expose()
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<$name> for $crate::__private::Secret {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
    (@common $name:ident, $inside:ident, $rules:path, [$($pattern:path)?], $words:literal) => {
        impl $name {
            /// Whether a text keeps every rule of this type, in the normalised form.
            pub const fn is_valid(text: &str) -> bool {
                $rules.allows_text(text) $(&& $pattern(text))?
            }

            /// A value out of a literal in the normalised form. In a constant, a wrong literal does not compile.
            ///
            /// # Panics
            /// When the literal breaks a rule and this is no constant.
            pub const fn from_static(text: &'static str) -> Self {
                if !Self::is_valid(text) {
                    ::core::panic!(
                        "{}",
                        ::core::concat!("`", ::core::stringify!($name), "` must be: ", $words)
                    );
                }
                Self($crate::__private::$inside::from_static(text))
            }
        }

        /// Normalises the text, then checks it.
        #[automatically_derived]
        impl ::core::convert::TryFrom<&str> for $name {
            type Error = $crate::__private::InvalidValue;
            fn try_from(text: &str) -> ::core::result::Result<Self, $crate::__private::InvalidValue> {
                $crate::__private::parse_text(::core::stringify!($name), ::core::convert::From::from(text), &$rules)
                    .map(Self)
            }
        }

        /// Normalises the text, then checks it.
        #[automatically_derived]
        impl ::core::convert::TryFrom<::std::string::String> for $name {
            type Error = $crate::__private::InvalidValue;
            fn try_from(
                text: ::std::string::String,
            ) -> ::core::result::Result<Self, $crate::__private::InvalidValue> {
                $crate::__private::parse_text(::core::stringify!($name), ::core::convert::From::from(text), &$rules)
                    .map(Self)
            }
        }

        /// Normalises the text, then checks it.
        #[automatically_derived]
        impl ::core::str::FromStr for $name {
            type Err = $crate::__private::InvalidValue;
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::__private::InvalidValue> {
                ::core::convert::TryFrom::try_from(text)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_tuple(::core::stringify!($name), &self.0, f)
            }
        }

        /// Normalises the text, then checks it.
        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_text(deserializer)
            }
        }

        $crate::__bizkit_value_inside!($name, &$rules);

        #[automatically_derived]
        impl $crate::__private::FromText for $name {
            fn from_text(text: ::std::string::String) -> Self {
                Self(::core::convert::From::from(text))
            }
        }
    };
}

//! Enums of texts: known values are variants, every other text is kept.

use std::fmt;

/// A text that is none of an enum's known values. Made by the enum alone, so it never holds a known one.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownValue(String);

impl UnknownValue {
    /// For generated code, which has tried the known values.
    #[doc(hidden)]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Makes an enum of texts out of its variants: `enum_type!(Name, closed | open, CatchAll, { Variant = "wire", .. })`.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_enum_type {
    ($name:ident, $kind:ident, $other:ident, { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl $name {
            /// The known values as they stand on the wire.
            pub const VALUES: &'static [&'static str] = &[$($wire),*];

            /// The value as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$other(value) => value.as_str(),
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    _ => Self::$other($crate::__private::UnknownValue::new(::core::convert::From::from(text))),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                match text.as_str() {
                    $($wire => Self::$variant,)*
                    _ => Self::$other($crate::__private::UnknownValue::new(text)),
                }
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(::core::convert::From::from(text))
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant => f.write_str(::core::stringify!($variant)),)*
                    Self::$other(value) => $crate::__private::debug_tuple(::core::stringify!($other), value, f),
                }
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_text(deserializer)
            }
        }

        impl $crate::__private::Value for $name {
            fn equals(&self, other: &dyn $crate::__private::Value) -> bool {
                $crate::__private::dyn_eq(self, other)
            }
            fn check(&self, _: &'static $crate::__private::Rules, at: &mut $crate::__private::Checker) {
                $crate::__bizkit_enum_type!(@check $kind, self, $other, at);
            }
            fn encode(&self, _: &'static $crate::__private::Rules, out: &mut $crate::__private::JsonWriter) {
                out.string(self.as_str());
            }
            fn texts(&self, _: &'static $crate::__private::Rules, each: &mut dyn ::core::ops::FnMut(&str)) {
                each(self.as_str());
            }
            fn debug(
                &self,
                _: &'static $crate::__private::Rules,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self, f)
            }
        }

        impl $crate::__private::Decode for $name {
            fn decode(
                reader: &mut $crate::__private::Reader<'_>,
                _: &'static $crate::__private::Rules,
            ) -> ::core::result::Result<Self, $crate::__private::DecodeError> {
                reader.string().map(|text| ::core::convert::From::from(&*text))
            }
        }

        impl $crate::__private::FromText for $name {
            fn from_text(text: ::std::string::String) -> Self {
                ::core::convert::From::from(text)
            }
            fn from_borrowed(text: &str) -> Self {
                ::core::convert::From::from(text)
            }
        }
    };
    (@check closed, $self:ident, $other:ident, $at:ident) => {
        if let Self::$other(value) = $self {
            $at.unknown_variant(value.as_str(), Self::VALUES);
        }
    };
    (@check open, $self:ident, $other:ident, $at:ident) => {
        let _ = $at;
    };
}

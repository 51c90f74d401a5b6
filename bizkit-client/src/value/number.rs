//! Numbers with rules: the macro that makes number types.

/// Makes a number type out of a tuple struct: `number_type!(Name, i64 | f64 | P::Decimal, RULES, "rule in words")`.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_number_type {
    ($name:ident, i64, $rules:path, $words:literal) => {
        impl $name {
            /// A value out of a literal. In a constant, a wrong literal does not compile.
            ///
            /// # Panics
            /// When the literal breaks a rule and this is no constant.
            pub const fn from_static(value: i64) -> Self {
                if !$rules.allows_integer(value) {
                    ::core::panic!("{}", ::core::concat!("`", ::core::stringify!($name), "` must be: ", $words));
                }
                Self(value)
            }

            /// The number.
            pub const fn get(self) -> i64 {
                self.0
            }
        }
        $crate::__bizkit_number_type!(@common $name, i64, $rules);
        $crate::__bizkit_number_type!(@integer $name, value, value);
    };
    ($name:ident, f64, $rules:path, $words:literal) => {
        impl $name {
            /// The number.
            pub const fn get(self) -> f64 {
                self.0
            }
        }
        $crate::__bizkit_number_type!(@common $name, f64, $rules);
        $crate::__bizkit_number_type!(@integer $name, value, value as f64);

        impl $crate::__private::FromFloat for $name {
            fn from_float(value: f64) -> Self {
                Self(value)
            }
        }
    };
    ($name:ident, $decimal:path, $rules:path, $words:literal) => {
        impl $name {
            /// A value out of a literal. In a constant, a wrong literal does not compile.
            ///
            /// # Panics
            /// When the literal breaks a rule and this is no constant.
            pub const fn from_static(text: &'static str) -> Self {
                if !$rules.allows_decimal(text) {
                    ::core::panic!("{}", ::core::concat!("`", ::core::stringify!($name), "` must be: ", $words));
                }
                Self($crate::__private::Decimal::from_static(text))
            }

            /// The number.
            pub const fn get(&self) -> &$crate::__private::Decimal {
                &self.0
            }
        }
        $crate::__bizkit_number_type!(@common $name, $crate::__private::Decimal, $rules);
        $crate::__bizkit_number_type!(@integer $name, value, ::core::convert::From::from(value));

        /// Checks the number.
        impl ::core::str::FromStr for $name {
            type Err = $crate::__private::InvalidValueError;
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::__private::InvalidValueError> {
                Self::new($crate::__private::FromText::from_borrowed(text))
            }
        }

        impl $crate::__private::FromText for $name {
            fn from_text(text: ::std::string::String) -> Self {
                Self($crate::__private::FromText::from_text(text))
            }
            fn from_borrowed(text: &str) -> Self {
                Self($crate::__private::FromText::from_borrowed(text))
            }
        }

        impl $crate::__private::Arg<$name> for $crate::__private::Decimal {
            fn into_arg(self) -> $name {
                $name(self)
            }
        }
    };
    (@integer $name:ident, $value:ident, $inside:expr) => {
        impl $crate::__private::FromInteger for $name {
            #[allow(clippy::cast_precision_loss, reason = "the type asks for a float")]
            fn from_integer($value: i64) -> Self {
                Self($inside)
            }
        }
    };
    (@common $name:ident, $inside:path, $rules:path) => {
        impl $name {
            /// Checks the number.
            ///
            /// # Errors
            /// When it breaks a rule of this type.
            pub fn new(value: $inside) -> ::core::result::Result<Self, $crate::__private::InvalidValueError> {
                $crate::__private::Checker::accept(::core::stringify!($name), &value, &$rules)?;
                ::core::result::Result::Ok(Self(value))
            }
        }

        /// Checks the number.
        impl ::core::convert::TryFrom<$inside> for $name {
            type Error = $crate::__private::InvalidValueError;
            fn try_from(value: $inside) -> ::core::result::Result<Self, $crate::__private::InvalidValueError> {
                Self::new(value)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_tuple(
                    ::core::stringify!($name),
                    &$crate::__private::DebugWith(&self.0, &$rules),
                    f,
                )
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        /// Checks the number.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                Self::new($crate::__private::serde::Deserialize::deserialize(deserializer)?)
                    .map_err($crate::__private::serde::de::Error::custom)
            }
        }

        $crate::__bizkit_value_inside!($name, &$rules);
    };
}

/// Makes a tuple struct the value that its inside is, under rules of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_value_inside {
    ($name:ident, $rules:expr) => {
        impl $crate::__private::Value for $name {
            fn equals(&self, other: &dyn $crate::__private::Value) -> bool {
                $crate::__private::dyn_eq(self, other)
            }
            fn check(&self, _: &'static $crate::__private::Rules, at: &mut $crate::__private::Checker) {
                $crate::__private::Value::check(&self.0, $rules, at);
            }
            fn encode(&self, _: &'static $crate::__private::Rules, out: &mut $crate::__private::JsonWriter) {
                out.value(&self.0, $rules);
            }
            fn texts(&self, _: &'static $crate::__private::Rules, each: &mut dyn ::core::ops::FnMut(&str)) {
                $crate::__private::Value::texts(&self.0, $rules, each);
            }
            fn debug(
                &self,
                _: &'static $crate::__private::Rules,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&$crate::__private::DebugWith(&self.0, $rules), f)
            }
        }

        impl $crate::__private::Decode for $name {
            fn decode(
                reader: &mut $crate::__private::Reader<'_>,
                _: &'static $crate::__private::Rules,
            ) -> ::core::result::Result<Self, $crate::__private::DecodeError> {
                reader.inside(Self, $rules)
            }
        }
    };
}

//! Generated types to and from text and serde: one shared way for all of them, through JSON.

use crate::schema::rules::PLAIN;
use crate::value::Value;
use crate::value::decode::{Decode, DecodeError, from_slice};
use crate::value::encode::JsonWriter;

/// Reads a generated type, or any other type of the API, from JSON text, as leniently as a response is read.
///
/// ```
/// let counts: Vec<i64> = bizkit_client::from_json(r#"[1, "2"]"#)?;
/// assert_eq!(counts, [1, 2]);
///
/// let error = bizkit_client::from_json::<Vec<i64>>("[1, {}]").unwrap_err();
/// assert_eq!(error.path(), "[1]");
/// # Ok::<(), bizkit_client::DecodeError>(())
/// ```
///
/// # Errors
/// When the text is malformed or is no such value; the error names the place.
pub fn from_json<T: Decode>(text: &str) -> Result<T, DecodeError> {
    from_slice(text.as_bytes(), &PLAIN)
}

/// Writes a generated type, or any other type of the API, as JSON text, as it would be sent: normalised, not
/// checked, **secrets included**.
///
/// ```
/// assert_eq!(bizkit_client::to_json(&vec![Some(1), None]), "[1,null]");
/// ```
pub fn to_json<T: Value>(value: &T) -> String {
    let mut out = JsonWriter::default();
    out.value(value, &PLAIN);
    out.into_string()
}

/// Serializes a record or a union; refuses one that holds a secret, which [`to_json`] alone writes.
#[cfg(feature = "serde")]
pub fn serialize<S: serde::Serializer>(value: &dyn Value, serializer: S) -> Result<S::Ok, S::Error> {
    use crate::value::encode::secrets_of;
    use serde::Serialize;
    use serde::ser::Error;
    if !secrets_of(value, &PLAIN).is_empty() {
        return Err(S::Error::custom(
            "the value holds a secret, which is not serialised; `to_json` writes it",
        ));
    }
    let mut out = JsonWriter::default();
    out.value(value, &PLAIN);
    out.into_string().parse::<crate::Json>().map_err(S::Error::custom)?.serialize(serializer)
}

/// Deserializes a record or a union.
#[cfg(feature = "serde")]
pub fn deserialize<'de, T: Decode, D: serde::Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    use serde::de::{Deserialize, Error};
    from_json(&crate::Json::deserialize(deserializer)?.to_string()).map_err(D::Error::custom)
}

/// Implements the traits of serde for a record or a union; nothing without the feature `serde`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_serde {
    ($name:ident) => {
        /// Refuses a value that holds a secret.
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// Without the feature `serde`, records and unions cost their users no more than they use.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_serde {
    ($name:ident) => {};
}

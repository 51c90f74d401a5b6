//! Free JSON: any value in, the same value out, numbers digit by digit.

mod serde;

use crate::base::decimal::Decimal;
use crate::schema::rules::{PLAIN, Rules};
use crate::value::check::Checker;
use crate::value::decode::failure::is_code;
use crate::value::decode::{Decode, DecodeError, JsonKind, Reader};
use crate::value::encode::{JsonWriter, to_json};
use crate::value::{Value, dyn_eq};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Index;
use std::str::FromStr;

/// Any JSON value. Numbers keep their digits; objects are ordered by key.
///
/// ```
/// use bizkit_client::Json;
///
/// let meta: Json = r#"{"tags": ["a", "b"], "price": 1250.50}"#.parse()?;
/// assert_eq!(meta["tags"][1].as_str(), Some("b"));
/// assert_eq!(meta["price"].to_string(), "1250.50");
/// assert!(meta["nothing"].is_null());
/// # Ok::<(), bizkit_client::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, digit by digit.
    Number(Decimal),
    /// Text.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// An object.
    Object(BTreeMap<String, Json>),
}

impl Json {
    /// The member of an object; `None` for a missing key and for other kinds.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.get(key),
            _ => None,
        }
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value.
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number.
    pub const fn as_number(&self) -> Option<&Decimal> {
        match self {
            Self::Number(value) => Some(value),
            _ => None,
        }
    }

    /// The number, where it is whole and fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.minor_units(0)
    }

    /// The number as the nearest float.
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number().map(Decimal::as_f64)
    }

    /// The elements of a list.
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members of an object.
    pub const fn as_object(&self) -> Option<&BTreeMap<String, Self>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// Whether this is `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

/// What a missing key or element is.
static NULL: Json = Json::Null;

/// The member of an object; `null` for a missing key and for other kinds.
impl Index<&str> for Json {
    type Output = Self;

    fn index(&self, key: &str) -> &Self {
        self.get(key).unwrap_or(&NULL)
    }
}

/// The element of a list; `null` behind the end and for other kinds.
impl Index<usize> for Json {
    type Output = Self;

    fn index(&self, index: usize) -> &Self {
        self.as_array().and_then(|items| items.get(index)).unwrap_or(&NULL)
    }
}

/// Compact JSON text.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_json(self, &PLAIN))
    }
}

/// Compact JSON text.
impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Reads JSON text.
impl FromStr for Json {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        crate::value::decode::from_slice(text.as_bytes(), &PLAIN)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Decimal> for Json {
    fn from(value: Decimal) -> Self {
        Self::Number(value)
    }
}

/// Infinities and `NaN`, which JSON does not have, become `null`.
impl From<f64> for Json {
    fn from(value: f64) -> Self {
        Decimal::try_from(value).map_or(Self::Null, Self::Number)
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => { $(
        impl From<$integer> for Json {
            fn from(value: $integer) -> Self {
                Self::Number(Decimal::from(value))
            }
        }
    )* };
}
from_integers!(i8, i16, i32, i64, u8, u16, u32, u64);

impl<T: Into<Self>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Self>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>, const N: usize> From<[(&str, T); N]> for Json {
    fn from(members: [(&str, T); N]) -> Self {
        members.into_iter().collect()
    }
}

impl<K: Into<String>, T: Into<Self>> FromIterator<(K, T)> for Json {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(members: I) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

/// In a query, a string is its text; everything else is JSON text.
impl Value for Json {
    fn equals(&self, other: &dyn Value) -> bool {
        dyn_eq(self, other)
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        match self {
            Self::Number(value) => value.check(rules, at),
            Self::Array(items) => at.list(items, &PLAIN),
            Self::Object(members) => {
                at.map(&mut members.iter().map(|(key, value)| (key.as_str(), value as &dyn Value)), &PLAIN);
            }
            Self::Null | Self::Bool(_) | Self::String(_) => {}
        }
    }

    fn encode(&self, _: &'static Rules, out: &mut JsonWriter) {
        match self {
            Self::Null => out.null(),
            Self::Bool(value) => value.encode(&PLAIN, out),
            Self::Number(value) => value.encode(&PLAIN, out),
            Self::String(text) => out.string(text),
            Self::Array(items) => items.encode(&PLAIN, out),
            Self::Object(members) => members.encode(&PLAIN, out),
        }
    }

    fn texts(&self, _: &'static Rules, each: &mut dyn FnMut(&str)) {
        match self {
            Self::String(text) => each(text),
            _ => each(&to_json(self, &PLAIN)),
        }
    }

    fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whether free JSON is an error with a code.
fn is_error(json: &Json) -> bool {
    let code = |error: &Json| error.get("code")?.as_str().map(is_code);
    json.get("error").and_then(code) == Some(true)
}

impl Decode for Json {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        Ok(match reader.kind()? {
            JsonKind::Null => {
                reader.null()?;
                Self::Null
            }
            JsonKind::Boolean => Self::Bool(reader.boolean()?),
            JsonKind::Number => Self::Number(Decimal::unchecked(reader.number()?)),
            JsonKind::String => Self::String(reader.string().map(Cow::into_owned)?),
            JsonKind::Array => Self::Array(Vec::decode(reader, &PLAIN)?),
            JsonKind::Object => {
                let object = Self::Object(BTreeMap::decode(reader, &PLAIN)?);
                if reader.is_at_answer() && is_error(&object) {
                    return Err(DecodeError::new("the server reports a failure"));
                }
                object
            }
        })
    }
}

#[cfg(test)]
mod tests;

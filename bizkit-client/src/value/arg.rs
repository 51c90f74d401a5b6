//! Arguments: what callers have at hand in; the value that a request holds out.

use crate::base::decimal::Decimal;
use crate::value::json::Json;
use bytes::Bytes;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What can be given where a request wants a `T`: a `T`, and whatever a `T` is easily made of.
///
/// Text and numbers are taken as they are; the request checks them, all at once, before it is sent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given as `{T}`",
    label = "expected `{T}`, or what is easily turned into it, such as its text"
)]
pub trait Arg<T> {
    /// The value that the request holds.
    fn into_arg(self) -> T;
}

impl<T> Arg<T> for T {
    fn into_arg(self) -> T {
        self
    }
}

/// A type that holds any text until it is checked.
#[diagnostic::on_unimplemented(
    message = "a text cannot be given as `{Self}`",
    label = "expected `{Self}`, or what is easily turned into it"
)]
pub trait FromText {
    /// Takes the text as it is.
    fn from_text(text: String) -> Self;

    /// As [`from_text`](Self::from_text), for types that need no `String` of every text.
    fn from_borrowed(text: &str) -> Self
    where
        Self: Sized,
    {
        Self::from_text(text.to_owned())
    }
}

impl<T: FromText> Arg<T> for String {
    fn into_arg(self) -> T {
        T::from_text(self)
    }
}

impl<T: FromText> Arg<T> for &str {
    fn into_arg(self) -> T {
        T::from_borrowed(self)
    }
}

impl<T: FromText> Arg<T> for &String {
    fn into_arg(self) -> T {
        T::from_borrowed(self)
    }
}

impl<T: FromText> Arg<T> for Cow<'_, str> {
    fn into_arg(self) -> T {
        match self {
            Self::Borrowed(text) => T::from_borrowed(text),
            Self::Owned(text) => T::from_text(text),
        }
    }
}

impl<T: FromText + Clone> Arg<T> for &T {
    fn into_arg(self) -> T {
        self.clone()
    }
}

/// A type that holds any whole number until it is checked.
#[diagnostic::on_unimplemented(
    message = "a whole number cannot be given as `{Self}`",
    label = "expected `{Self}`, or what is easily turned into it"
)]
pub trait FromInteger {
    /// Takes the number as it is.
    fn from_integer(value: i64) -> Self;
}

/// A type that holds any float until it is checked.
#[diagnostic::on_unimplemented(
    message = "a number cannot be given as `{Self}`",
    label = "expected `{Self}`, or what is easily turned into it"
)]
pub trait FromFloat {
    /// Takes the number as it is.
    fn from_float(value: f64) -> Self;
}

impl<T: FromInteger> Arg<T> for i64 {
    fn into_arg(self) -> T {
        T::from_integer(self)
    }
}

impl<T: FromFloat> Arg<T> for f64 {
    fn into_arg(self) -> T {
        T::from_float(self)
    }
}

macro_rules! integers {
    ($($source:ty),*) => { $(
        impl<T: FromInteger> Arg<T> for $source {
            fn into_arg(self) -> T {
                T::from_integer(i64::from(self))
            }
        }

        impl Arg<i64> for $source {
            fn into_arg(self) -> i64 {
                i64::from(self)
            }
        }

        impl Arg<f64> for $source {
            fn into_arg(self) -> f64 {
                f64::from(self)
            }
        }
    )* };
}
integers!(i8, i16, i32, u8, u16, u32);

impl Arg<String> for &str {
    fn into_arg(self) -> String {
        self.to_owned()
    }
}

impl Arg<String> for &String {
    fn into_arg(self) -> String {
        self.clone()
    }
}

impl Arg<String> for Cow<'_, str> {
    fn into_arg(self) -> String {
        self.into_owned()
    }
}

impl Arg<Bytes> for Vec<u8> {
    fn into_arg(self) -> Bytes {
        Bytes::from(self)
    }
}

impl Arg<Bytes> for &[u8] {
    fn into_arg(self) -> Bytes {
        Bytes::copy_from_slice(self)
    }
}

impl<const N: usize> Arg<Bytes> for &[u8; N] {
    fn into_arg(self) -> Bytes {
        Bytes::copy_from_slice(self)
    }
}

impl FromText for Decimal {
    fn from_text(text: String) -> Self {
        Self::unchecked(text)
    }

    fn from_borrowed(text: &str) -> Self {
        Self::unchecked(text)
    }
}

impl FromInteger for Decimal {
    fn from_integer(value: i64) -> Self {
        Self::from(value)
    }
}

impl FromText for Json {
    fn from_text(text: String) -> Self {
        Self::String(text)
    }
}

impl FromInteger for Json {
    fn from_integer(value: i64) -> Self {
        Self::from(value)
    }
}

impl FromFloat for Json {
    fn from_float(value: f64) -> Self {
        Self::from(value)
    }
}

impl Arg<Json> for bool {
    fn into_arg(self) -> Json {
        Json::Bool(self)
    }
}

/// A required member that may be `null`, with a value.
impl<T> Arg<Option<T>> for T {
    fn into_arg(self) -> Option<T> {
        Some(self)
    }
}

/// A required member that may be `null`, with a text.
impl<T: FromText> Arg<Option<T>> for &str {
    fn into_arg(self) -> Option<T> {
        Some(T::from_borrowed(self))
    }
}

impl<T, S: Arg<T>, const N: usize> Arg<Vec<T>> for [S; N] {
    fn into_arg(self) -> Vec<T> {
        self.into_iter().map(Arg::into_arg).collect()
    }
}

impl<T, S: Arg<T> + Clone> Arg<Vec<T>> for &[S] {
    fn into_arg(self) -> Vec<T> {
        self.iter().cloned().map(Arg::into_arg).collect()
    }
}

impl<T, K: Into<String>, V: Arg<T>, const N: usize> Arg<BTreeMap<String, T>> for [(K, V); N] {
    fn into_arg(self) -> BTreeMap<String, T> {
        self.into_iter().map(|(key, value)| (key.into(), value.into_arg())).collect()
    }
}

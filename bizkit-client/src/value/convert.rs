//! Texts of a known format to and from the types that other crates have for it.

use crate::value::arg::{Arg, FromText};
use crate::value::text::{PlainText, TextKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The forms of text that other crates have types for; each kind of text says which one it is.
#[allow(missing_debug_implementations, reason = "they have no values")]
pub mod form {
    /// None of the others.
    pub enum Any {}
    /// An IP address.
    pub enum Ip {}
    /// An IP address of version 4.
    pub enum Ipv4 {}
    /// An IP address of version 6.
    pub enum Ipv6 {}
    /// A day.
    pub enum Date {}
    /// A point in time.
    pub enum DateTime {}
}

/// Whether the text of each `T` has this form.
pub trait Accepts<T> {}

impl Accepts<IpAddr> for form::Ip {}
impl Accepts<Ipv4Addr> for form::Ip {}
impl Accepts<Ipv6Addr> for form::Ip {}
impl Accepts<Ipv4Addr> for form::Ipv4 {}
impl Accepts<Ipv6Addr> for form::Ipv6 {}

/// Makes texts out of a type.
macro_rules! from {
    ($($source:ty),*) => { $(
        impl<K: TextKind<Form: Accepts<$source>>> From<$source> for PlainText<K> {
            fn from(value: $source) -> Self {
                Self::from_text(value.to_string())
            }
        }

        impl<K: TextKind<Form: Accepts<$source>>> Arg<PlainText<K>> for $source {
            fn into_arg(self) -> PlainText<K> {
                self.into()
            }
        }
    )* };
}
from!(IpAddr, Ipv4Addr, Ipv6Addr);

#[cfg(feature = "jiff")]
mod time {
    use super::{Accepts, Arg, FromText, PlainText, TextKind, form};
    use jiff::{Timestamp, civil};

    impl Accepts<civil::Date> for form::Date {}
    impl Accepts<Timestamp> for form::DateTime {}
    from!(civil::Date, Timestamp);

    /// Makes a type out of texts.
    macro_rules! into {
        ($($target:ty),*) => { $(
            impl<K: TextKind<Form: Accepts<$target>>> TryFrom<&PlainText<K>> for $target {
                type Error = jiff::Error;
                fn try_from(text: &PlainText<K>) -> Result<Self, jiff::Error> {
                    text.as_str().parse()
                }
            }
        )* };
    }
    into!(civil::Date, Timestamp);
}

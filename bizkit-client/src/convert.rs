//! Text types of a known format to and from the types that other crates have for it.

/// Makes a text type of format `ip`, `ipv4` or `ipv6` out of the addresses of the standard library:
/// `from_ip!(Name: IpAddr Ipv4Addr Ipv6Addr)`.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_from_ip {
    ($name:ident: $($address:ident)*) => { $(
        #[automatically_derived]
        impl ::core::convert::From<::core::net::$address> for $name {
            fn from(address: ::core::net::$address) -> Self {
                $crate::__private::FromText::from_text(::std::string::ToString::to_string(&address))
            }
        }

        #[automatically_derived]
        impl $crate::__private::Arg<$name> for ::core::net::$address {
            fn into_arg(self) -> $name {
                ::core::convert::From::from(self)
            }
        }
    )* };
}

/// Converts a text type of format `date` or `date-time` to and from the types of `jiff`:
/// `time_type!(Name, Date | DateTime)`. Makes nothing without the feature `jiff`.
#[cfg(feature = "jiff")]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_time_type {
    ($name:ident, Date) => {
        $crate::__bizkit_time_type!(@both $name, $crate::__private::jiff::civil::Date);
    };
    ($name:ident, DateTime) => {
        $crate::__bizkit_time_type!(@both $name, $crate::__private::jiff::Timestamp);
    };
    (@both $name:ident, $time:path) => {
        #[automatically_derived]
        impl ::core::convert::From<$time> for $name {
            fn from(time: $time) -> Self {
                $crate::__private::FromText::from_text(::std::string::ToString::to_string(&time))
            }
        }

        #[automatically_derived]
        impl $crate::__private::Arg<$name> for $time {
            fn into_arg(self) -> $name {
                ::core::convert::From::from(self)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&$name> for $time {
            type Error = $crate::__private::jiff::Error;
            fn try_from(text: &$name) -> ::core::result::Result<Self, Self::Error> {
                ::core::str::FromStr::from_str(text.as_str())
            }
        }
    };
}

/// Without the feature `jiff` there is nothing to convert to.
#[cfg(not(feature = "jiff"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_time_type {
    ($name:ident, $format:ident) => {};
}

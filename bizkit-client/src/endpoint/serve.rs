//! The server's side of every endpoint, for the sandbox: arguments in JSON to a request, an outcome to a response.
//! Without the feature `sandbox` nothing of it is compiled.

#[cfg(feature = "sandbox")]
mod traits {
    use crate::endpoint::{Endpoint, Outcome};
    use crate::schema::rules::Rules;
    use crate::value::Branch;
    use crate::value::Value;
    use crate::value::decode::{Decode, DecodeError, Reader};
    use crate::value::encode::{JsonWriter, to_json};
    use bizkit_sandbox::{Response, base64};
    use bytes::Bytes;

    /// A request that the sandbox can read off the wire and answer with the endpoint's own types.
    ///
    /// The macro implements it for every request that it generates, and nobody else does: it is [sealed](Endpoint).
    pub trait Serve: Endpoint + Decode {
        /// What goes over the wire for an outcome of the call.
        fn serve(outcome: &Outcome<Self::Response, Self::Failure>) -> Response;
    }

    /// Makes responses out of the values of generated types.
    #[derive(Debug)]
    pub struct Served;

    impl Served {
        /// A body of JSON.
        pub fn json(status: u16, value: &dyn Value, rules: &'static Rules) -> Response {
            Response::json(status, to_json(value, rules))
        }

        /// A body of JSON that is a branch of a union.
        pub fn branch(status: u16, branch: Branch<'_>) -> Response {
            let mut out = JsonWriter::default();
            branch.encode(&mut out);
            Response::json(status, out.into_string())
        }

        /// A body of text or bytes.
        pub fn raw(status: u16, content_type: &str, body: &(impl AsRef<[u8]> + ?Sized)) -> Response {
            Response::new(status, content_type, body.as_ref())
        }

        /// No body.
        pub fn empty(status: u16) -> Response {
            Response::empty(status)
        }
    }

    /// Bytes in JSON are base64.
    impl Decode for Bytes {
        fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, DecodeError> {
            let text = String::decode(reader, rules)?;
            let bytes = base64::decode(&text).ok_or_else(|| DecodeError::new("expected bytes in base64"))?;
            Ok(bytes.into())
        }
    }
}

#[cfg(feature = "sandbox")]
pub use traits::{Serve, Served};

/// Implements the reading of a request; nothing without the feature `sandbox`.
#[cfg(feature = "sandbox")]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_incoming {
    ($name:ident, { $($row:tt)* }) => {
        $crate::__bizkit_decode_members!($name, { $($row)* });
    };
}

/// Implements the reading of a request; nothing without the feature `sandbox`.
#[cfg(not(feature = "sandbox"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_incoming {
    ($name:ident, { $($row:tt)* }) => {};
}

/// Implements the writing of an outcome; nothing without the feature `sandbox`.
#[cfg(feature = "sandbox")]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_serve {
    ($name:ident, |$outcome:ident| $response:expr) => {
        impl $crate::__private::Serve for $name {
            fn serve(
                $outcome: &$crate::__private::Outcome<
                    <Self as $crate::__private::Endpoint>::Response,
                    <Self as $crate::__private::Endpoint>::Failure,
                >,
            ) -> $crate::__private::SandboxResponse {
                $response
            }
        }
    };
}

/// Implements the writing of an outcome; nothing without the feature `sandbox`.
#[cfg(not(feature = "sandbox"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_serve {
    ($name:ident, |$outcome:ident| $response:expr) => {};
}

//! A value through its type and back, for tests that compare generated validators with the interpreter; and a call
//! out of its arguments, for tests over all documented calls.

use crate::schema::rules::Rules;
use crate::secret::redact::Secrets;
use crate::value::Value;
use crate::value::check::Checker;
use crate::value::decode::{Decode, from_slice};
use crate::value::encode::to_json;
use bytes::Bytes;
use zeroize::Zeroizing;

/// What a type makes of a JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The text is no such value.
    Unreadable {
        /// Where it stops being one.
        path: String,
        /// The fault in words.
        message: String,
    },
    /// The text was read.
    Read {
        /// Every broken rule: path and keyword.
        violations: Vec<(String, &'static str)>,
        /// The value as it is written again, normalised.
        json: String,
    },
}

/// Reads a value, checks it and writes it again.
pub fn reflect<T: Decode + Value>(json: &str, rules: &'static Rules) -> Verdict {
    match from_slice::<T>(json.as_bytes(), rules) {
        Ok(value) => Verdict::Read {
            violations: Checker::on_wire(&value, rules)
                .into_iter()
                .map(|found| (found.path, found.rule))
                .collect(),
            json: to_json(&value, rules),
        },
        Err(fault) => Verdict::Unreadable { path: fault.path(), message: fault.to_string() },
    }
}

/// A text of a server with a secret of the call masked.
pub fn masked(secret: &str, text: &str) -> String {
    let body = Bytes::from(text.to_owned());
    let masked = Secrets::new([Zeroizing::new(secret.to_owned())]).masked(&body);
    String::from_utf8_lossy(&masked.body).into_owned()
}

/// Makes calls out of their arguments. It takes the sandbox's view of a request.
#[cfg(feature = "sandbox")]
mod calls {
    use crate::base::future::BoxFuture;
    use crate::client::Client;
    use crate::endpoint::Outcome;
    use crate::endpoint::serve::Serve;
    use crate::error::Error;
    use crate::schema::rules::PLAIN;
    use crate::value::decode::from_slice;

    /// A call with arguments by their names on the wire, as JSON; gives the response, or the endpoint's own failure, as
    /// the text that it was read from.
    pub type Call = for<'a> fn(&'a Client, &'a str) -> BoxFuture<'a, Result<String, Error>>;

    /// Makes a call.
    ///
    /// # Errors
    /// When the arguments cannot be read, or the call fails in any way but the endpoint's own.
    pub fn call<'a, E: Serve>(
        client: &'a Client,
        arguments: &'a str,
    ) -> BoxFuture<'a, Result<String, Error>> {
        Box::pin(async move {
            let request: E = from_slice(arguments.as_bytes(), &PLAIN)
                .map_err(|fault| Error::setup(format!("unreadable arguments: {fault}")))?;
            let outcome = match client.send(&request).await {
                Ok(response) => Outcome::Done(response),
                Err(error) => Outcome::Failed(error.into_failure()?),
            };
            Ok(E::serve(&outcome).text())
        })
    }
}

#[cfg(feature = "sandbox")]
pub use calls::{Call, call};

/// The hidden table of all calls; nothing without the feature `sandbox`.
#[cfg(feature = "sandbox")]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_calls {
    ($(($id:literal, $request:ty),)*) => {
        #[doc(hidden)]
        #[allow(deprecated, reason = "deprecated calls are tested as well")]
        pub static __CALLS: &[(&str, $crate::__private::Call)] =
            &[$(($id, $crate::__private::call::<$request>)),*];
    };
}

/// The hidden table of all calls; nothing without the feature `sandbox`.
#[cfg(not(feature = "sandbox"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_calls {
    ($(($id:literal, $request:ty),)*) => {};
}

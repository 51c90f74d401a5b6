//! A value through its type and back, for tests that compare generated validators with the interpreter; and a call
//! out of its arguments, for tests over all documented calls.

use crate::check::Checker;
use crate::client::Client;
use crate::decode::{Decode, from_slice};
use crate::encode::{JsonWriter, to_json};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::rules::{PLAIN, Rules};
use crate::union::Branch;
use crate::value::Value;
use crate::wire::BoxFuture;

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
            violations: Checker::check(&value, rules)
                .into_iter()
                .map(|found| (found.path, found.rule))
                .collect(),
            json: to_json(&value, rules),
        },
        Err(fault) => Verdict::Unreadable { path: fault.path(), message: fault.to_string() },
    }
}

/// A call with arguments by their names on the wire, as JSON; gives the reply, or the endpoint's own failure, as
/// the JSON that it was read from.
pub type Call = for<'a> fn(&'a Client, &'a str) -> BoxFuture<'a, Result<String, Error>>;

/// A request that documentation can speak of.
pub trait Documented: Endpoint + Decode {
    /// The reply as JSON.
    fn reply(reply: &Self::Reply) -> String;
    /// The failure as JSON.
    fn failure(failure: &Self::Failure) -> String;
}

/// Makes a call.
///
/// # Errors
/// When the arguments cannot be read, or the call fails in any way but the endpoint's own.
pub fn call<'a, E: Documented>(
    client: &'a Client,
    arguments: &'a str,
) -> BoxFuture<'a, Result<String, Error>> {
    Box::pin(async move {
        let request: E = from_slice(arguments.as_bytes(), &PLAIN)
            .map_err(|fault| Error::setup(format!("unreadable arguments: {fault}")))?;
        match client.send(&request).await {
            Ok(reply) => Ok(E::reply(&reply)),
            Err(error) => match error.failure() {
                Some(failure) => Ok(E::failure(failure)),
                None => Err(error),
            },
        }
    })
}

/// A value as JSON.
pub fn written(value: &dyn Value, rules: &'static Rules) -> String {
    to_json(value, rules)
}

/// A branch of a union as JSON, with its tag.
pub fn written_branch(branch: Branch<'_>) -> String {
    let mut out = JsonWriter::default();
    branch.encode(&mut out);
    out.into_string()
}

//! A stand-in for the API itself, made from its specs: it checks method, path, key and every
//! argument, answers with the documented example, and fails as it is told to.
//!
//! [`respond`] is the whole behaviour as one pure function. [`Server`] puts it behind a port of the
//! loopback interface, remembers what came, and plays [`Fault`]s on the way out.
//!
//! ```text
//! Request -> locate -> admit -------------------------> documented -> Response
//!            path and  key and every argument,          the example
//!            method    checked by the interpreter
//! ```
//!
//! ```
//! use bizkit_spec::Specs;
//! use bizkit_sandbox::{Request, respond};
//!
//! let specs = Specs::from_texts([
//!     ("api.yaml", "title: Shop\nbaseUrl: https://shop.example\n"),
//!     ("people/greet.yaml", concat!(
//!         "summary: Greet somebody\n",
//!         "method: GET\n",
//!         "path: /greet\n",
//!         "parameters: { name: { type: string, required: true, maxLength: 20 } }\n",
//!         "responses: { 200: { properties: { text: { type: string, required: true } } } }\n",
//!         "examples: [{ request: { name: Jan }, status: 200, response: { text: Hello } }]\n",
//!     )),
//! ]);
//! let api = specs.api().expect("the specs are right");
//!
//! let hello = respond(api, &Request::new("GET", "/greet?name=Eva"));
//! assert_eq!((hello.status, hello.text().as_str()), (200, r#"{"text":"Hello"}"#));
//!
//! let refused = respond(api, &Request::new("GET", "/greet"));
//! assert_eq!(refused.status, 422);
//! ```

mod message;

mod route;

pub mod base64;
mod incoming;

mod origin;
mod respond;

mod refusal;

mod documented;
mod page;
mod sample;

mod fault;

mod plan;

mod on;

mod exchange;
mod front;
mod server;
mod shared;

mod connection;
mod payload;
mod wire;

#[cfg(test)]
mod tests;

pub use exchange::Exchange;
pub use fault::{Fault, Gate, Stage};
pub use front::Front;
pub use message::{Request, Response};
pub use on::{On, respond_with};
pub use plan::{Answer, PlanError};
pub use respond::{arguments, respond};
pub use server::Server;

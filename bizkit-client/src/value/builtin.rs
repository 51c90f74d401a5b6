//! What values of the standard library are in a request: numbers, truth values, bytes, options, lists and maps.

mod list;
mod option;
mod scalar;

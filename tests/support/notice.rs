//! Words for whoever runs the tests: what this machine cannot do, and how far a long test has come.

use std::io::{self, Write};

/// Writes a line that is seen although the test passes: the harness keeps what the macros print, and nothing else.
pub(crate) fn say(words: &str) {
    let line = format!("{words}\n");
    io::stderr().write_all(line.as_bytes()).unwrap();
}

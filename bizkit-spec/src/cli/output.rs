//! Text to the terminal: in colour where people look, and quiet when the reader has gone.

use bizkit_spec::render::Colour;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// Standard output and error.
pub(super) struct Output {
    pub(super) colour: Colour,
    failed: Option<io::Error>,
}

impl Output {
    pub(super) fn new(choice: &str) -> Self {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let colour = match choice {
            "always" => true,
            "never" => false,
            _ => {
                let dumb = set("TERM").is_some_and(|term| term == "dumb");
                set("NO_COLOR").is_none() && !dumb && io::stdout().is_terminal()
            }
        };
        Self { colour: if colour { Colour::Always } else { Colour::Never }, failed: None }
    }

    /// Writes to standard output, unless an earlier write has failed.
    pub(super) fn print(&mut self, text: &str) {
        if self.failed.is_none() {
            let mut stdout = io::stdout().lock();
            self.failed = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).err();
        }
    }

    /// Says what is wrong with the arguments.
    pub(super) fn error(text: &str) {
        // Where even this cannot be written, nobody listens.
        let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
    }

    /// The exit code. `| head` closes the pipe, which is no failure.
    pub(super) fn finish(mut self, code: u8) -> ExitCode {
        match self.failed.take() {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Self::error(&format!("error: the output cannot be written: {error}"));
                super::USAGE.into()
            }
            _ => code.into(),
        }
    }
}

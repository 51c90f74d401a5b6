//! How far long work has come: one line on a terminal, and only where it takes longer than a second.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// A line that is written again and again.
pub(super) struct Progress {
    started: Instant,
    shown: Option<Instant>,
    on_terminal: bool,
}

impl Progress {
    #[allow(clippy::disallowed_methods, reason = "whether people wait is told by their clock")]
    pub(super) fn new() -> Self {
        Self { started: Instant::now(), shown: None, on_terminal: io::stderr().is_terminal() }
    }

    /// Shows what is done, at most ten times a second.
    #[allow(clippy::disallowed_methods, reason = "whether people wait is told by their clock")]
    pub(super) fn show(&mut self, text: &str) {
        let now = Instant::now();
        let soon = self.shown.is_some_and(|shown| now.duration_since(shown) < Duration::from_millis(100));
        if self.on_terminal && !soon && now.duration_since(self.started) > Duration::from_secs(1) {
            self.shown = Some(now);
            // Where it cannot be written, nobody waits for it.
            let _ = write!(io::stderr().lock(), "\r{text}\u{1b}[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

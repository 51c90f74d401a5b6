//! Text to the terminal: in colour where people look, and quiet when the reader has gone.

use bizkit_spec::render::Colour;
use bizkit_spec::visible;
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// Standard output and error.
pub(super) struct Output {
    pub(super) colour: Colour,
    failed: Option<io::Error>,
}

impl Output {
    pub(super) fn new(choice: &str) -> Self {
        let colour = match choice {
            "always" => true,
            "never" => false,
            _ => wished(|name| std::env::var(name).ok(), io::stdout().is_terminal()),
        };
        Self { colour: if colour { Colour::Always } else { Colour::Never }, failed: None }
    }

    /// Writes words for people to standard output. Whatever a stranger's text among them wants to do, it is shown.
    pub(super) fn print(&mut self, text: &str) {
        self.write(&match self.colour {
            Colour::Never => visible::lines(text),
            Colour::Always => Cow::Owned(shown(text)),
        });
    }

    /// Writes a document or a script for other programs, as it is.
    pub(super) fn print_document(&mut self, text: &str) {
        self.write(text);
    }

    /// Writes to standard output, unless an earlier write has failed.
    fn write(&mut self, text: &str) {
        if self.failed.is_none() {
            let mut stdout = io::stdout().lock();
            self.failed = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).err();
        }
    }

    /// Writes findings, in colours or without, to standard error.
    pub(super) fn findings(text: &str) {
        let _ = writeln!(io::stderr().lock(), "{}", shown(text.trim_end()));
    }

    /// Says what is wrong with the arguments.
    pub(super) fn error(text: &str) {
        // Where even this cannot be written, nobody listens.
        let _ = writeln!(io::stderr().lock(), "{}", visible::lines(text.trim_end()));
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

/// Whether the environment wants colours, by the conventions of NO_COLOR and CLICOLOR.
fn wished(variable: impl Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let is_off = |name: &str| set(name).is_some_and(|value| value == "0");
    let forced = set("CLICOLOR_FORCE").is_some() && !is_off("CLICOLOR_FORCE");
    let dumb = set("TERM").is_some_and(|term| term == "dumb");
    set("NO_COLOR").is_none() && (forced || (is_terminal && !dumb && !is_off("CLICOLOR")))
}

/// Text whose only control characters are colours, ends of lines and tabs. What is foreign in it was made visible before
/// it was coloured; here nothing but colours is let through.
fn shown(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut out = visible::lines(pieces.next().unwrap_or_default()).into_owned();
    for piece in pieces {
        let behind = piece.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        match behind.strip_prefix('m') {
            Some(rest) => {
                out.extend(["\u{1b}[", &piece[..piece.len() - rest.len()], &visible::lines(rest)]);
            }
            None => out.extend(["\u{241b}[", &visible::lines(piece)]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{shown, wished};

    #[test]
    fn the_environment_decides_about_colours() {
        for (variables, terminal, colours) in [
            (&[][..], true, true),
            (&[][..], false, false),
            (&[("NO_COLOR", "1")][..], true, false),
            (&[("NO_COLOR", "")][..], true, true),
            (&[("TERM", "dumb")][..], true, false),
            (&[("CLICOLOR", "0")][..], true, false),
            (&[("CLICOLOR", "1")][..], true, true),
            (&[("CLICOLOR_FORCE", "1")][..], false, true),
            (&[("CLICOLOR_FORCE", "0")][..], false, false),
            (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")][..], true, false),
            (&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")][..], false, true),
        ] {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(wished(variable, terminal), colours, "{variables:?} {terminal}");
        }
    }

    #[test]
    fn colours_are_all_that_a_text_can_do() {
        let coloured = "\u{1b}[1;31merror\u{1b}[0m: `\u{1b}]0;x\u{7}` \u{1b}[2J\u{9b}1m\n\tend\r\n";
        assert_eq!(shown(coloured), "\u{1b}[1;31merror\u{1b}[0m: `␛]0;x␇` ␛[2J\u{fffd}1m\n\tend␍\n");
    }
}

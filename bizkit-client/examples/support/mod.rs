//! What the examples share: a client or a sandbox, colours, and errors as people read them.
#![allow(dead_code, reason = "each example uses a part of it")]

use bizkit_client::sandbox::PlanError;
use bizkit_client::{Client, Error, ErrorKind, Json, Violation};
use bizkit_shop::Shop;
use std::fmt::Display;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

/// Why an example ends early.
pub(crate) enum Stop {
    /// The command line is wrong; nothing was sent.
    Usage(String),
    /// A call ended in an error.
    Call(Error),
    /// Something else went wrong.
    Failed(String),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<PlanError> for Stop {
    fn from(error: PlanError) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Says what went wrong, and gives the exit status for it: 2 where nothing was sent, else 1.
pub(crate) fn exit(result: Result<ExitCode, Stop>) -> ExitCode {
    let paint = Paint::stderr();
    match result {
        Ok(code) => code,
        Err(Stop::Usage(message)) => {
            eprintln!("{} {message}\n\nTry `--help`.", paint.red("error:"));
            ExitCode::from(2)
        }
        Err(Stop::Failed(message)) => {
            eprintln!("{} {message}", paint.red("error:"));
            ExitCode::FAILURE
        }
        Err(Stop::Call(error)) => {
            report(&error);
            let unsent = matches!(error.kind(), ErrorKind::Setup | ErrorKind::Invalid);
            ExitCode::from(if unsent { 2 } else { 1 })
        }
    }
}

/// What went wrong with a call: every broken rule, or the server's code with what to do about it.
pub(crate) fn report(error: &Error) {
    let paint = Paint::stderr();
    if !error.violations().is_empty() {
        eprintln!("{} nothing was sent, because the request breaks these rules:", paint.red("error:"));
        error.violations().iter().for_each(|violation| report_violation(violation, paint));
        return;
    }
    eprintln!("{} {error}", paint.red("error:"));
    if let Some(help) = error.help() {
        eprintln!("  {help}");
    }
    if let Some(link) = error.link() {
        eprintln!("  {}", paint.dim(link));
    }
}

fn report_violation(violation: &Violation, paint: Paint) {
    eprintln!("\n  {}  {}", paint.bold(&violation.path), paint.dim(violation.rule));
    eprintln!("    {}", violation.message);
    if let Some(found) = &violation.found {
        eprintln!("    found {found}");
    }
    if let Some(help) = &violation.help {
        eprintln!("    {help}");
    }
}

/// A sandbox that remembers what happens in it, unless there is a key for the real API.
pub(crate) fn sandbox() -> Result<Option<Shop>, Stop> {
    if std::env::var_os("BIZKITHUB_API_KEY").is_some() {
        return Ok(None);
    }
    let shop = Shop::start().map_err(|error| Stop::Failed(format!("no sandbox: {error}")))?;
    let hint = "BIZKITHUB_API_KEY is not set, so a sandbox on this machine answers; see `--help`";
    eprintln!("{}", Paint::stderr().dim(hint));
    Ok(Some(shop))
}

/// A client of the sandbox, or of the real API.
pub(crate) fn client(shop: Option<&Shop>) -> Result<Client, Error> {
    shop.map_or_else(Client::from_env, Shop::client)
}

/// Whether `--format` asks for JSON.
pub(crate) fn is_json(format: &str) -> Result<bool, Stop> {
    match format {
        "json" => Ok(true),
        "text" => Ok(false),
        other => Err(Stop::Usage(format!("`--format` is `text` or `json`, found `{other}`"))),
    }
}

/// A value as text; nothing for nothing.
pub(crate) fn shown(value: Option<&impl Display>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// A JSON object, for `--format json`.
pub(crate) fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    members.into()
}

/// `1 page`, `2 pages`
pub(crate) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// Text in colours, where people see it and want it so.
#[derive(Clone, Copy)]
pub(crate) struct Paint(bool);

impl Paint {
    pub(crate) fn stdout() -> Self {
        Self(io::stdout().is_terminal() && Self::wanted())
    }

    pub(crate) fn stderr() -> Self {
        Self(io::stderr().is_terminal() && Self::wanted())
    }

    /// <https://no-color.org>
    fn wanted() -> bool {
        std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.styled("1", text)
    }

    pub(crate) fn dim(self, text: &str) -> String {
        self.styled("2", text)
    }

    pub(crate) fn red(self, text: &str) -> String {
        self.styled("1;31", text)
    }

    pub(crate) fn green(self, text: &str) -> String {
        self.styled("32", text)
    }

    fn styled(self, code: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

//! How an error reads: one line for logs, and the same facts as fields for `Debug`. Neither shows a secret.

use std::fmt::{self, Write};

use super::{Error, ErrorKind};
use crate::base::visible::Visible;
use crate::error::envelope::line;

/// Most violations that one line lists.
const SHOWN: usize = 8;

/// One line: code, message, endpoint, status, request id, attempts.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_line(&mut Visible(f))
    }
}

impl Error {
    fn fmt_line(&self, f: &mut Visible<'_, '_>) -> fmt::Result {
        if let Some(code) = self.code() {
            write!(f, "{code}: ")?;
        }
        match self.kind() {
            ErrorKind::Invalid if !self.violations().is_empty() => self.fmt_violations(f)?,
            _ => f.write_str(self.message())?,
        }
        if let Some(more) = self.detail() {
            write!(f, ": {more}")?;
        }
        self.fmt_circumstances(f)
    }

    /// More of the server's words on one line, where it gives no message and the catalogue knows no better.
    fn detail(&self) -> Option<String> {
        let envelope = &self.0.envelope;
        line(envelope.description.as_deref().filter(|_| envelope.brief && self.0.code.is_none())?)
    }

    fn fmt_violations(&self, f: &mut Visible<'_, '_>) -> fmt::Result {
        f.write_str("invalid request: ")?;
        for (index, violation) in self.violations().iter().take(SHOWN).enumerate() {
            let separator = if index > 0 { "; " } else { "" };
            write!(f, "{separator}{violation}")?;
        }
        match self.violations().len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }

    /// What follows in parentheses: `(GET /api/v1/customer/detail, status 404, request 7f3a, 2 attempts)`.
    fn fmt_circumstances(&self, f: &mut Visible<'_, '_>) -> fmt::Result {
        let Some(info) = self.0.endpoint else { return Ok(()) };
        write!(f, " ({} {}", info.method.as_str(), info.template())?;
        match (self.status(), self.host()) {
            (Some(status), _) => write!(f, ", status {status}")?,
            // Without an answer, what was called is what there is to look at.
            (None, Some(host)) => write!(f, ", host {host}")?,
            (None, None) => {}
        }
        if let Some(id) = self.request_id() {
            write!(f, ", request {id}")?;
        }
        if self.attempts() > 1 {
            write!(f, ", {} attempts", self.attempts())?;
        }
        f.write_str(")")
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Error");
        fields.field("kind", &self.kind());
        if let Some(info) = self.0.endpoint {
            fields.field("endpoint", &info.id);
        }
        if let Some(host) = self.host() {
            fields.field("host", &host);
        }
        if let Some(code) = self.code() {
            fields.field("code", &code);
        }
        match &self.0.invalid {
            Some(invalid) => fields.field("violations", &invalid.violations()),
            None => fields.field("message", &self.message()),
        };
        if let Some(path) = self.path() {
            fields.field("path", &path);
        }
        if let Some(meta) = self.meta() {
            fields.field("meta", meta);
        }
        fields.field("attempts", &self.attempts()).field("retryable", &self.is_retryable());
        if let Some(source) = &self.0.source {
            fields.field("source", source);
        }
        fields.finish_non_exhaustive()
    }
}

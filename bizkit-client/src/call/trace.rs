//! What an observer sees of a call: one span for each attempt, with the names that OpenTelemetry gives to HTTP, and
//! an event where a call waits, is repeated or fails. Nothing of it holds a URL, a value or a key. Without the
//! feature `tracing` nothing of this is compiled.

use std::time::Duration;

#[cfg(feature = "tracing")]
use tracing::Span;

use crate::call::arrival::Arrival;
use crate::error::Error;
#[cfg(feature = "tracing")]
use crate::error::ErrorKind;
use crate::schema::tables::EndpointInfo;
use crate::transport::error::TransportError;
use crate::transport::message::HttpRequest;

type Result = std::result::Result<Arrival, TransportError>;

/// The span of an attempt; `resends` counts the attempts before it.
#[cfg(feature = "tracing")]
pub(crate) fn span(request: &HttpRequest, resends: u32) -> Span {
    use crate::transport::url::Origin;
    use tracing::field::Empty;

    let info = request.endpoint;
    let template = info.template();
    let span = tracing::info_span!(
        target: "bizkit_client",
        "http",
        otel.name = %format_args!("{} {template}", info.method.as_str()),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = info.method.as_str(),
        url.template = %template,
        server.address = Empty,
        server.port = Empty,
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        error.type = Empty,
    );
    if span.is_none() {
        return span;
    }
    if let Some(origin) = Origin::of(request.url()) {
        span.record("server.address", origin.host).record("server.port", origin.port);
    }
    if resends > 0 {
        span.record("http.request.resend_count", resends);
    }
    span
}

/// Runs an attempt within its span.
#[cfg(feature = "tracing")]
pub(crate) async fn within(span: Span, work: impl Future<Output = Result>) -> Result {
    use tracing::Instrument;

    if span.is_none() {
        return work.await;
    }
    let result = work.instrument(span.clone()).await;
    if let Some(status) = status(&result) {
        span.record("http.response.status_code", status);
    }
    if let Some(kind) = error_type(&result) {
        span.record("error.type", kind.as_ref()).record("otel.status_code", "ERROR");
    }
    result
}

/// The status, also of a response that broke off.
#[cfg(feature = "tracing")]
fn status(result: &Result) -> Option<u16> {
    match result {
        Ok(arrival) => Some(arrival.response.status),
        Err(error) => error.head.as_deref().map(|(status, _)| *status),
    }
}

/// A status from 400 on, or what broke.
#[cfg(feature = "tracing")]
fn error_type(result: &Result) -> Option<std::borrow::Cow<'static, str>> {
    use crate::transport::error::TransportErrorKind;
    match result {
        Ok(_) => status(result).filter(|status| *status >= 400).map(|status| status.to_string().into()),
        Err(error) if error.timed_out => Some("timeout".into()),
        Err(error) => Some(match error.kind {
            TransportErrorKind::Refused => "refused".into(),
            TransportErrorKind::NotConnected => "connect".into(),
            TransportErrorKind::Interrupted => "interrupted".into(),
            TransportErrorKind::TooLarge => "response_too_large".into(),
            TransportErrorKind::Unreadable => "unreadable".into(),
        }),
    }
}

#[cfg(feature = "tracing")]
fn milliseconds(pause: Duration) -> u64 {
    u64::try_from(pause.as_millis()).unwrap_or(u64::MAX)
}

/// Notes that the call is held back until its turn comes.
#[cfg(feature = "tracing")]
pub(crate) fn held_back(info: &EndpointInfo, pause: Duration) {
    let pause_ms = milliseconds(pause);
    tracing::debug!(target: "bizkit_client", endpoint = info.id, pause_ms, "call waits for its turn");
}

/// Notes that the call is sent again, and when.
#[cfg(feature = "tracing")]
pub(crate) fn pause(info: &EndpointInfo, attempts: u32, pause: Duration) {
    let pause_ms = milliseconds(pause);
    tracing::warn!(target: "bizkit_client", endpoint = info.id, attempts, pause_ms, "call again");
}

/// Notes that the call gives no value; a failure that the endpoint documents is no reason to worry.
#[cfg(feature = "tracing")]
pub(crate) fn failed(info: &EndpointInfo, error: &Error) {
    let code = error.code().map(tracing::field::debug);
    let (status, attempts) = (error.status(), error.attempts());
    macro_rules! note {
        ($level:ident) => {
            tracing::$level!(
                target: "bizkit_client",
                endpoint = info.id,
                error.kind = ?error.kind(),
                error.code = code,
                http.response.status_code = status,
                attempts,
                "call failed",
            )
        };
    }
    if error.kind() == ErrorKind::Failed { note!(info) } else { note!(warn) }
}

#[cfg(not(feature = "tracing"))]
pub(crate) struct Span;

#[cfg(not(feature = "tracing"))]
pub(crate) fn span(_: &HttpRequest, _: u32) -> Span {
    Span
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn within(_: Span, work: impl Future<Output = Result>) -> impl Future<Output = Result> {
    work
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn held_back(_: &EndpointInfo, _: Duration) {}

#[cfg(not(feature = "tracing"))]
pub(crate) fn pause(_: &EndpointInfo, _: u32, _: Duration) {}

#[cfg(not(feature = "tracing"))]
pub(crate) fn failed(_: &EndpointInfo, _: &Error) {}

#[cfg(test)]
#[cfg(feature = "tracing")]
mod tests;

//! What an observer sees of a call: one span for each attempt, with the names that OpenTelemetry gives to HTTP.
//! No span holds a URL, a value or a key. Without the feature `tracing` nothing of this is compiled.

use std::time::Duration;

use crate::client::Client;
use crate::wire::{HttpReply, HttpRequest, TransportError};

type Result = std::result::Result<HttpReply, TransportError>;

/// Runs an attempt within its span; `resends` counts the attempts before it.
#[cfg(feature = "tracing")]
pub(crate) async fn attempt(
    client: &Client,
    request: &HttpRequest,
    resends: u32,
    work: impl Future<Output = Result>,
) -> Result {
    use tracing::Instrument;
    use tracing::field::Empty;

    let info = request.endpoint;
    let template = info.template().to_string();
    let span = tracing::info_span!(
        target: "bizkit_client",
        "http",
        otel.name = %format_args!("{} {template}", info.method.as_str()),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = info.method.as_str(),
        url.template = %template,
        server.address = client.host(info),
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        error.type = Empty,
    );
    if resends > 0 {
        span.record("http.request.resend_count", resends);
    }
    let result = work.instrument(span.clone()).await;
    if let Ok(reply) = &result {
        span.record("http.response.status_code", reply.status);
    }
    if let Some(kind) = error_type(&result) {
        span.record("error.type", kind.as_ref()).record("otel.status_code", "ERROR");
    }
    result
}

/// A status from 400 on, or what broke.
#[cfg(feature = "tracing")]
fn error_type(result: &Result) -> Option<std::borrow::Cow<'static, str>> {
    use crate::wire::Mishap;
    match result {
        Ok(reply) if reply.status < 400 => None,
        Ok(reply) => Some(reply.status.to_string().into()),
        Err(error) if error.timed_out => Some("timeout".into()),
        Err(error) => Some(match error.mishap {
            Mishap::Refused => "refused".into(),
            Mishap::NotConnected => "connect".into(),
            Mishap::Interrupted => "interrupted".into(),
            Mishap::TooLarge(_) => "reply_too_large".into(),
        }),
    }
}

/// Notes that the call is sent again, and when.
#[cfg(feature = "tracing")]
pub(crate) fn pause(request: &HttpRequest, attempts: u32, pause: Duration) {
    let pause_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
    tracing::debug!(target: "bizkit_client", endpoint = request.endpoint.id, attempts, pause_ms, "call again");
}

#[cfg(not(feature = "tracing"))]
pub(crate) async fn attempt(
    _: &Client,
    _: &HttpRequest,
    _: u32,
    work: impl Future<Output = Result>,
) -> Result {
    work.await
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn pause(_: &HttpRequest, _: u32, _: Duration) {}

#[cfg(test)]
#[cfg(feature = "tracing")]
mod tests;

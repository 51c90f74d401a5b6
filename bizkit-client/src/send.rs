//! The life of a call: check, encode, authorise, send, retry, decode. Every decision on the way is a pure
//! function of another file; this one puts them in order.

use std::any::Any;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;

use crate::check::Checker;
use crate::client::Client;
use crate::clock::Clock;
use crate::decode::Fault;
use crate::endpoint::{Answer, Endpoint, Outcome};
use crate::envelope::Envelope;
use crate::error::Error;
use crate::limits;
use crate::prepare;
use crate::reply::{Meta, RawReply, Reply};
use crate::retry::{self, Attempt, Situation};
use crate::tables::EndpointInfo;
use crate::trace;
use crate::value::Members;
use crate::wire::{HttpReply, HttpRequest, Mishap, TransportError};

/// Makes a call and reads its answer.
pub(crate) async fn send<E: Endpoint>(client: &Client, request: &E) -> Result<Reply<E::Reply>, Error> {
    let raw = send_raw(client, E::INFO, request).await?;
    let answer = Answer { status: raw.meta.status, headers: &raw.meta.headers, body: &raw.body };
    match E::decode(&answer) {
        Ok(Outcome::Done(value)) => Ok(Reply { value, meta: raw.meta }),
        Ok(Outcome::Failed(failure)) => Err(failed(client, E::INFO, request, raw, Box::new(failure))),
        Err(fault) => Err(unread(client, E::INFO, request, raw, &fault)),
    }
}

/// Makes a call and gives the answer as it came; not generic, so that it is compiled once for all endpoints.
pub(crate) async fn send_raw(
    client: &Client,
    info: &'static EndpointInfo,
    request: &dyn Members,
) -> Result<RawReply, Error> {
    client.serves(info)?;
    Checker::request(request).map_err(|invalid| Error::invalid(invalid).at(info))?;
    let prepared = prepare::prepare(info, request, &client.habits(info)).map_err(|error| error.at(info))?;

    let clock = client.clock();
    let start = clock.now();
    let end = start.saturating_add(client.timeout());
    let mut attempts = 0;
    loop {
        let result = trace::attempt(client, &prepared, attempts, attempt(client, &prepared, end)).await;
        attempts += 1;

        let now = clock.now();
        let elapsed = now.saturating_sub(start);
        let wanted = result.as_ref().ok().and_then(|reply| asked(reply, clock));
        let situation = Situation {
            attempt: classify(&result),
            class: info.retry,
            attempts,
            retry_after: wanted,
            left: end.saturating_sub(now),
            jitter: clock.jitter(),
        };
        let pause = retry::decide(&client.retry(), &situation).filter(|_| client.budget().withdraw());
        match (pause, result) {
            (Some(pause), _) => {
                trace::pause(&prepared, attempts, pause);
                clock.sleep(pause).await;
            }
            (None, Ok(reply)) => {
                if !matches!(reply.status, 429 | 500..) {
                    client.budget().deposit();
                }
                let HttpReply { status, headers, body } = reply;
                return Ok(RawReply { body, meta: Meta { status, headers, attempts, elapsed } });
            }
            (None, Err(cause)) => {
                let again = retry::repeatable(situation.attempt, info.retry);
                return Err(Error::transport(cause).at(info).after(attempts, elapsed).retryable(again, None));
            }
        }
    }
}

/// One attempt, within the limit of calls in flight, its own time, and the end of the call.
async fn attempt(client: &Client, request: &HttpRequest, end: Duration) -> Result<HttpReply, TransportError> {
    let clock = client.clock();
    let left = || end.saturating_sub(clock.now());
    let _slot = match client.slots() {
        Some(slots) => match within(slots.acquire(), clock.sleep(left())).await {
            Some(slot) => slot.ok(),
            None => {
                return Err(
                    TransportError::not_connected("every slot for a call in flight was taken").timed_out()
                );
            }
        },
        None => None,
    };
    let time = left().min(client.attempt_timeout());
    let reply = within(client.transport().send(request), clock.sleep(time)).await;
    reply.unwrap_or_else(|| Err(TransportError::interrupted("the time limit has passed").timed_out()))
}

/// The work's result, unless the time is over first.
async fn within<T>(work: impl Future<Output = T>, time: impl Future<Output = ()>) -> Option<T> {
    let (mut work, mut time) = (pin!(work), pin!(time));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => time.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// What an attempt means for the next one.
fn classify(result: &Result<HttpReply, TransportError>) -> Attempt {
    match result {
        Ok(reply) => Attempt::Answered(reply.status),
        Err(error) => match error.mishap {
            Mishap::Refused | Mishap::TooLarge(_) => Attempt::Hopeless,
            Mishap::NotConnected => Attempt::NotSent,
            Mishap::Interrupted => Attempt::PerhapsSent,
        },
    }
}

/// How long an error reply asks to wait, in its headers or in its body.
fn asked(reply: &HttpReply, clock: &dyn Clock) -> Option<Duration> {
    if reply.status < 400 {
        return None;
    }
    limits::retry_after(&reply.headers, clock.unix()).or_else(|| match reply.status {
        429 | 503 => Envelope::read(&reply.body).retry_after,
        _ => None,
    })
}

/// The error for a failure that the endpoint documents.
fn failed(
    client: &Client,
    info: &'static EndpointInfo,
    request: &dyn Members,
    raw: RawReply,
    failure: Box<dyn Any + Send + Sync>,
) -> Error {
    let wanted = wanted(client, &raw.meta, &raw.body);
    let secrets = prepare::secrets(request, client.key());
    let error = Error::failed(info, Envelope::read(&raw.body), failure, raw.meta, raw.body);
    error.without(&secrets).at(info).retryable(false, wanted)
}

/// The error for an answer that the endpoint does not know: the server's own error, or an unreadable reply.
fn unread(
    client: &Client,
    info: &'static EndpointInfo,
    request: &dyn Members,
    raw: RawReply,
    fault: &Fault,
) -> Error {
    let secrets = prepare::secrets(request, client.key());
    let RawReply { body, meta } = raw;
    let (attempts, elapsed) = (meta.attempts, meta.elapsed);
    let envelope = Envelope::read(&body);
    if meta.status < 400 && !envelope.failed {
        let error = Error::unreadable(fault, meta, body);
        return error.without(&secrets).at(info).after(attempts, elapsed);
    }
    let again = retry::repeatable(Attempt::Answered(meta.status), info.retry);
    let wanted = wanted(client, &meta, &body);
    Error::refused(info, envelope, meta, body).without(&secrets).at(info).retryable(again, wanted)
}

fn wanted(client: &Client, meta: &Meta, body: &Bytes) -> Option<Duration> {
    limits::retry_after(&meta.headers, client.clock().unix()).or_else(|| Envelope::read(body).retry_after)
}

#[cfg(test)]
mod tests;

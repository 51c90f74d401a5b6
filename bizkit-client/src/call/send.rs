//! The life of a call: check, encode, authorise, wait for a turn, send, retry, decode. Every decision on the way is
//! a pure function of another file; this one puts them in order.

pub(crate) mod read;

use crate::call::arrival::Arrival;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

use crate::base::clock::within;
use crate::call::prepare;
use crate::call::stream::{Gate, Rest, StreamResponse};
use crate::call::trace;
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::endpoint::verdict::{self, Verdict};
use crate::error::Error;
use crate::error::envelope::Envelope;
use crate::error::rate_limit::{self, RateLimit};
use crate::error::response::{Meta, RawResponse, Response};
use crate::policy::retry::{self, Attempt, RetryContext};
use crate::policy::throttle::{Feedback, Permit, Queue};
use crate::schema::tables::EndpointInfo;
use crate::transport::error::TransportError;
use crate::transport::message::{HttpRequest, HttpResponse, HttpStream, Pieces};
use crate::value::Members;
use crate::value::check::Checker;
use read::{NoValue, Origin, no_value, read};

/// Makes a call and reads its answer.
pub(crate) async fn send<E: Endpoint>(client: &Client, request: &E) -> Result<Response<E::Response>, Error> {
    received(client, request).await.map(|(response, _)| response)
}

/// As [`send`], with the body that was read.
pub(crate) async fn received<E: Endpoint>(
    client: &Client,
    request: &E,
) -> Result<(Response<E::Response>, Bytes), Error> {
    let raw = send_raw(client, E::INFO, request).await?;
    match read::<E>(&raw) {
        Ok(value) => Ok((Response { value, meta: raw.meta }, raw.body)),
        Err(found) => Err(explain(client, E::INFO, request, raw, found, no_value::<E>)),
    }
}

/// Makes a call and gives the answer as it came; not generic, so that it is compiled once for all endpoints.
pub(crate) async fn send_raw(
    client: &Client,
    info: &'static EndpointInfo,
    request: &dyn Members,
) -> Result<RawResponse, Error> {
    let called = call(client, info, request, Extent::Whole).await;
    let (arrival, meta) = called.inspect_err(|error| trace::failed(info, error))?;
    Ok(RawResponse { body: arrival.response.body, meta })
}

/// Makes a call and gives the body of a good answer as it comes.
pub(crate) async fn open<E: Endpoint>(client: &Client, request: &E) -> Result<StreamResponse, Error> {
    let clock = Arc::clone(client.clock());
    let start = clock.now();
    let called = call(client, E::INFO, request, Extent::Head).await;
    let (arrival, meta) = called.inspect_err(|error| trace::failed(E::INFO, error))?;
    let (gate, body, slot) = match arrival.rest {
        Some((body, slot)) => (Some(Gate::of::<E>()), body, slot),
        None => {
            let raw = RawResponse { body: arrival.response.body, meta: meta.clone() };
            if let Err(found) = read::<E>(&raw) {
                return Err(explain(client, E::INFO, request, raw, found, no_value::<E>));
            }
            (None, Box::new(Some(raw.body)) as Box<dyn Pieces>, None)
        }
    };
    let end = start.saturating_add(client.timeout(E::INFO));
    let base = client.options(E::INFO).base.text().to_owned();
    let (secrets, unclear) = (client.secrets(request), client.retry().longest());
    let rest = Rest { info: E::INFO, base, clock, start, end, secrets, unclear, gate, _slot: slot };
    Ok(StreamResponse::new(meta, body, client.max_response_bytes(), rest))
}

/// How much of an answer is waited for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Extent {
    Whole,
    /// All of it where the answer is an error, otherwise what stands before the body.
    Head,
}

async fn call(
    client: &Client,
    info: &'static EndpointInfo,
    request: &dyn Members,
    extent: Extent,
) -> Result<(Arrival, Meta), Error> {
    client.serves(info)?;
    client.clock().ready().map_err(|lack| Error::setup(lack).at(info))?;
    Checker::request(request, info).map_err(|invalid| Error::invalid(invalid).at(info))?;
    let prepare = || prepare::prepare(info, request, &client.options(info)).map_err(|error| error.at(info));
    // Each attempt gives its request away; the next one is written anew, which costs those that are repeated alone.
    let mut prepared = prepare()?;

    let clock = &**client.clock();
    let start = clock.now();
    let end = start.saturating_add(client.timeout(info));
    let queue = client.queue(info);
    let mut attempts = 0;
    loop {
        let turn = turn(client, queue.as_deref(), info, end).await.map_err(|wait| {
            Error::held_back(wait, client.timeout(info))
                .at(info)
                .after(attempts, clock.now().saturating_sub(start))
        })?;
        let span = trace::span(&prepared, attempts);
        let result = trace::within(span, attempt(client, prepared, end, extent)).await;
        attempts += 1;

        let now = clock.now();
        let elapsed = now.saturating_sub(start);
        let head = head(&result);
        let error = head.filter(|(status, ..)| *status >= 400);
        let wanted = error.and_then(|(status, headers, body)| {
            let told = || matches!(status, 429 | 503).then(|| Envelope::read(body).retry_after)?;
            rate_limit::asked(headers, told, clock.unix(), client.retry().longest())
        });
        if let Some(turn) = turn.filter(|_| !result.as_ref().is_err_and(TransportError::is_unsent)) {
            turn.settle(head.map(|(_, headers, _)| Feedback {
                quota: RateLimit::of(headers),
                pause: wanted,
                now,
                unix: rate_limit::present(headers, clock.unix()),
            }));
        }
        let became = Attempt::of(result.as_ref().map(|arrival| arrival.response.status));
        let again = retry::repeatable(became, info.retry);
        let context = RetryContext {
            attempt: became,
            class: info.retry,
            attempts,
            retry_after: wanted,
            left: end.saturating_sub(now),
            jitter: if again { clock.jitter() } else { 0.0 },
        };
        let pause = retry::decide(&client.retry(), &context).filter(|_| client.budget().withdraw());
        match (pause, result) {
            (Some(pause), _) => {
                trace::pause(info, attempts, pause);
                clock.sleep(pause).await;
                prepared = prepare()?;
            }
            (None, Ok(mut arrival)) => {
                let status = arrival.response.status;
                if !matches!(status, 429 | 500..) {
                    client.budget().deposit();
                }
                let headers = std::mem::take(&mut arrival.response.headers);
                return Ok((arrival, Meta { status, headers, attempts, elapsed }));
            }
            (None, Err(cause)) => {
                let error = Error::transport(cause.or_larger(client.max_response_bytes()));
                let error = error.at(info).to(client.options(info).base.text()).after(attempts, elapsed);
                return Err(error.retryable(again, wanted).without(&client.secrets(request)));
            }
        }
    }
}

/// The turn of the next attempt, where the client holds calls back; the wait, where it is longer than the call.
async fn turn<'l>(
    client: &Client,
    queue: Option<&'l Queue>,
    info: &EndpointInfo,
    end: Duration,
) -> Result<Option<Permit<'l>>, Duration> {
    let Some(queue) = queue else { return Ok(None) };
    let clock = client.clock();
    loop {
        let now = clock.now();
        let wait = match queue.take(now) {
            Ok(turn) => return Ok(Some(turn)),
            Err(wait) => wait,
        };
        // A little later than told, so that those who wait do not all go in the same moment.
        let pause = wait.saturating_add(retry::share(SPREAD, clock.jitter()));
        if pause >= end.saturating_sub(now) {
            return Err(wait);
        }
        trace::held_back(info, pause);
        clock.sleep(pause).await;
    }
}

const SPREAD: Duration = Duration::from_millis(50);

/// One attempt, within the limit of calls in flight, its own time, and the end of the call.
async fn attempt(
    client: &Client,
    request: HttpRequest,
    end: Duration,
    extent: Extent,
) -> Result<Arrival, TransportError> {
    let clock = client.clock();
    let (whole, limit) = (client.timeout(request.endpoint), client.attempt_timeout(request.endpoint));
    let left = || end.saturating_sub(clock.now());
    let slot = match client.slots() {
        Some(slots) => match within(Arc::clone(slots).acquire_owned(), clock.sleep(left())).await {
            Some(slot) => slot.ok(),
            None => {
                return Err(TransportError::not_connected("every slot for a call in flight was taken")
                    .beyond("timeout", whole));
            }
        },
        None => None,
    };
    let responses = request.endpoint.responses;
    let work = async {
        if extent == Extent::Whole {
            return client.transport().send_owned(request).await.map(Arrival::from);
        }
        let opened = client.transport().open(&request).await?;
        let head = verdict::of(responses, opened.status, &opened.headers, None);
        if !matches!((head, opened.status), (Verdict::Documented(_), 200..300)) {
            return opened.collect(request.max_response_bytes).await.map(Arrival::from);
        }
        let HttpStream { status, headers, body } = opened;
        Ok(Arrival {
            response: HttpResponse { status, headers, body: Bytes::new() },
            rest: Some((body, None)),
        })
    };
    let (left, most) = (left(), limit);
    let mut arrival = match within(work, clock.sleep(left.min(most))).await {
        Some(result) => result?,
        None => {
            let error = TransportError::interrupted("the time limit has passed");
            return Err(if left < most {
                error.beyond("timeout", whole)
            } else {
                error.beyond("attempt_timeout", most)
            });
        }
    };
    if let Some((_, place)) = &mut arrival.rest {
        *place = slot;
    }
    Ok(arrival)
}

/// Status, headers and body, as far as they came.
fn head(result: &Result<Arrival, TransportError>) -> Option<(u16, &HeaderMap, &[u8])> {
    match result {
        Ok(Arrival { response, .. }) => Some((response.status, &response.headers, &response.body)),
        Err(error) => error.head.as_deref().map(|(status, headers)| (*status, headers, &[][..])),
    }
}

/// The error for an answer that gives no value.
fn explain(
    client: &Client,
    info: &'static EndpointInfo,
    request: &dyn Members,
    raw: RawResponse,
    found: NoValue,
    again: fn(&RawResponse) -> Option<NoValue>,
) -> Error {
    let (options, secrets) = (client.options(info), client.secrets(request));
    let (unix, unclear) = (client.clock().unix(), client.retry().longest());
    let origin = Origin { info, base: options.base.text(), secrets: &secrets, unix, unclear, again };
    let error = origin.explain(raw, found);
    trace::failed(info, &error);
    error
}

#[cfg(test)]
mod tests;

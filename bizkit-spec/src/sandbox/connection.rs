//! Accepts connections and carries each request to its answer, troubles included.

use super::documented::{documented, example_response, find_example};
use super::fault::{Fault, Stage};
use super::message::{Request, Response};
use super::payload::Payload;
use super::plan::Answer;
use super::refusal::{Refusal, report, too_many_requests};
use super::respond::{Call, admit, locate};
use super::server::Shared;
use super::wire::{Action, Next, Point, Trouble, Wire};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::TcpListener;
use std::rc::Rc;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio::sync::oneshot;

/// The largest request body that is read.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// Accepts connections until the other end of `stop` is gone.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>, stop: oneshot::Receiver<()>) {
    tokio::task::spawn_local(accept(listener, shared));
    // Nothing is ever sent: the end of the sender is the sign.
    let _ = stop.await;
}

/// Accepts connections for ever.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                shared.connected();
                tokio::task::spawn_local(converse(stream, Arc::clone(&shared)));
            }
            // Out of descriptors, or the client has already gone; others may still come.
            Err(_) => tokio::task::yield_now().await,
        }
    }
}

/// Answers the requests of one connection.
async fn converse(stream: TcpStream, shared: Arc<Shared>) {
    // Without it an answer in two pieces waits for the client's acknowledgement; nothing else is lost.
    let _ = stream.set_nodelay(true);
    let trouble = Next::default();
    let wire = Wire::new(stream, Rc::clone(&trouble));
    let service = service_fn(|incoming| {
        let (shared, trouble) = (Arc::clone(&shared), Rc::clone(&trouble));
        async move {
            let (response, payload, next) = match read(incoming).await {
                Ok(request) => answer(&shared, &request),
                Err(refused) => plain(refused),
            };
            *trouble.borrow_mut() = next;
            Ok::<_, Infallible>(to_hyper(shared.sign(response), payload))
        }
    });
    // A connection that breaks is the client's to notice; often it was asked for.
    let _ = hyper::server::conn::http1::Builder::new()
        .auto_date_header(false)
        .serve_connection(TokioIo::new(wire), service)
        .await;
}

/// Reads a request to its end.
async fn read(incoming: hyper::Request<Incoming>) -> Result<Request, Response> {
    let (head, body) = incoming.into_parts();
    let target = head.uri.path_and_query().map_or_else(|| head.uri.path().to_owned(), ToString::to_string);
    let mut request = Request::new(head.method.as_str(), target);
    for (name, value) in &head.headers {
        request = request.with_header(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
    }
    match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => Ok(request.with_body(body.to_bytes())),
        Err(_) => Err(Response::new(413, "text/plain", format!("a body has at most {MAX_BODY} bytes"))),
    }
}

/// An answer, its body as it goes out, and the trouble that it meets.
type Delivery = (Response, Payload, Option<Trouble>);

/// An answer that nothing happens to.
fn plain(mut response: Response) -> Delivery {
    let body = std::mem::take(&mut response.body);
    (response, Payload::new(body), None)
}

/// Decides what becomes of a request.
fn answer(shared: &Shared, request: &Request) -> Delivery {
    let api = &shared.api;
    shared.record(request);
    let call = match locate(api, request) {
        Ok(call) => call,
        Err(refusal) => return plain(refusal.response(api)),
    };
    let endpoint = call.endpoint;
    let right = |call: &Call<'_>| match admit(api, call, request) {
        Ok(()) => Ok(documented(api, endpoint)),
        Err(refusal) => Err(Refusal::response(&refusal, api)),
    };
    match shared.next_answer(endpoint) {
        Some(Answer::Fault(fault)) => {
            let usual = right(&call).unwrap_or_else(|refused| refused);
            fail(shared, &fault, usual)
        }
        chosen => plain(right(&call).map_or_else(
            |refused| refused,
            |usual| {
                match chosen {
                    Some(Answer::Response(response)) => response,
                    Some(Answer::Function(function)) => function(request),
                    Some(Answer::Example(name)) => find_example(api, endpoint, &name)
                        .map_or(usual, |example| example_response(endpoint, example)),
                    Some(Answer::Fault(_)) | None => usual,
                }
            },
        )),
    }
}

/// Plays a fault on what would have been the answer.
fn fail(shared: &Shared, fault: &Fault, mut usual: Response) -> Delivery {
    let api = &shared.api;
    let troubled = |usual: Response, stage, action| {
        let at = point(stage, usual.body.len());
        let (response, payload, _) = plain(usual);
        (response, payload, Some(Trouble::new(at, action)))
    };
    match fault {
        Fault::Status(status) => {
            let page = format!("<!doctype html><title>{status}</title><h1>{status}</h1>");
            plain(Response::new(*status, "text/html", page))
        }
        Fault::Code(code) => plain(match api.errors.iter().find(|known| known.code == *code) {
            Some(known) => report(api, known),
            None => usual,
        }),
        Fault::RateLimited { retry_after } => plain(too_many_requests(api, *retry_after)),
        Fault::Delay(stage, time) => {
            let sleep = tokio::time::sleep(*time);
            troubled(usual, *stage, Action::Wait(Box::pin(sleep)))
        }
        Fault::Hold(stage, gate) => {
            let gate = gate.clone();
            troubled(usual, *stage, Action::Wait(Box::pin(async move { gate.pass().await })))
        }
        Fault::Close(stage) => troubled(usual, *stage, Action::Close),
        Fault::Reset(stage) => troubled(usual, *stage, Action::Reset),
        Fault::ContentType(content_type) => {
            usual.headers.retain(|(name, _)| name != "content-type");
            plain(usual.with_header("content-type", content_type.as_str()))
        }
        Fault::MalformedJson => {
            usual.body.truncate(usual.body.len() / 2);
            plain(usual)
        }
        Fault::WrongShape => {
            usual.body = [b"[", usual.body.as_slice(), b"]"].concat();
            plain(usual)
        }
        Fault::HugeBody(total) => {
            let body = std::mem::take(&mut usual.body);
            (usual, Payload::padded(body, *total), None)
        }
        Fault::EndlessBody => {
            let body = std::mem::take(&mut usual.body);
            (usual, Payload::endless(body), None)
        }
    }
}

/// Where a stage lies in an answer whose body has this length.
fn point(stage: Stage, body: usize) -> Point {
    match stage {
        Stage::BeforeHeaders => Point::Headers(0),
        Stage::InsideHeaders => Point::Headers("HTTP/1.1 ".len()),
        Stage::AfterHeaders => Point::Body(0),
        Stage::InsideBody => Point::Body(body / 2),
    }
}

/// The answer as hyper takes it. Headers that HTTP does not allow are left out.
fn to_hyper(response: Response, payload: Payload) -> hyper::Response<Payload> {
    let mut out = hyper::Response::new(payload);
    if let Ok(status) = hyper::StatusCode::from_u16(response.status) {
        *out.status_mut() = status;
    }
    for (name, value) in response.headers {
        let name = hyper::header::HeaderName::try_from(name);
        let value = hyper::header::HeaderValue::try_from(value);
        if let (Ok(name), Ok(value)) = (name, value) {
            out.headers_mut().append(name, value);
        }
    }
    out
}

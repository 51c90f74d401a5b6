//! Accepts connections and carries each request to its answer, troubles included.

use super::documented::stated;
use super::exchange::{self, Exchange};
use super::fault::{Fault, Stage};
use super::front::Front;
use super::message::{Request, Response};
use super::origin;
use super::page::documented_page;
use super::payload::Payload;
use super::plan::{Answer, Choice};
use super::refusal::{report, too_many_requests};
use super::respond::{admit, locate};
use super::route::Call;
use super::shared::Shared;
use super::wire::{Action, Next, Point, Trouble, Wire};
use bizkit_spec::model::Api;
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::cell::RefCell;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::{Arc, mpsc};
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::{JoinSet, spawn_local};
use tokio::time::timeout;

/// The largest request body that is read.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// How long a request may take to arrive, and its head alone: whoever begins one and falls asleep holds a connection.
const WHOLE: Duration = Duration::from_secs(60);
const HEAD: Duration = Duration::from_secs(60);

/// How long nobody is let in where the system does not let anybody.
const PAUSE: Duration = Duration::from_millis(50);

/// How many connections may wait to be accepted; the system may allow fewer.
pub(super) const BACKLOG: u32 = 16 * 1024;

/// Says how an order went.
pub(super) type Done = mpsc::Sender<io::Result<()>>;

/// What the server's owner wants of its thread.
pub(super) enum Order {
    /// End every connection and refuse new ones.
    Stop(Done),
    /// Accept connections.
    Listen(Done),
}

/// The connections that are open.
type Connections = Rc<RefCell<JoinSet<()>>>;

/// Binds a socket. Until it listens, the system refuses every connection to it.
pub(super) fn bind(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // Elsewhere it means that others may take the port away.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

/// Accepts connections and carries out orders until nobody can give any.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>, mut orders: UnboundedReceiver<Order>) {
    let Ok(address) = listener.local_addr() else { return };
    let connections = Connections::default();
    let accepting = |listener| spawn_local(accept(listener, Rc::clone(&connections), Arc::clone(&shared)));
    let mut task = Some(accepting(listener));
    let mut closed = None;
    while let Some(order) = orders.recv().await {
        let (done, result) = match order {
            Order::Stop(done) => {
                if let Some(task) = task.take() {
                    task.abort();
                    // It ends by being aborted, which is no failure.
                    let _ = task.await;
                }
                let mut open = connections.take();
                open.shutdown().await;
                let result = match closed {
                    Some(_) => Ok(()),
                    None => bind(address).map(|socket| closed = Some(socket)),
                };
                (done, result)
            }
            Order::Listen(done) => {
                let listener = closed.take().map(|socket| socket.listen(BACKLOG));
                let result = listener.transpose().map(|listener| {
                    if let Some(listener) = listener {
                        task = Some(accepting(listener));
                    }
                });
                (done, result)
            }
        };
        // Whoever gave the order may have gone.
        let _ = done.send(result);
    }
}

/// Accepts connections for ever.
async fn accept(listener: TcpListener, connections: Connections, shared: Arc<Shared>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                shared.connected();
                let mut connections = connections.borrow_mut();
                connections.spawn_local(converse(stream, Arc::clone(&shared)));
                while connections.try_join_next().is_some() {}
            }
            // The client has already gone, or there are no descriptors until others go.
            Err(_) => tokio::time::sleep(PAUSE).await,
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
                Ok(request) => receive(&shared, &request).await,
                Err(refused) => plain(shared.sign(refused)),
            };
            *trouble.borrow_mut() = next;
            Ok::<_, Infallible>(to_hyper(response, payload))
        }
    });
    // A connection that breaks is the client's to notice; often it was asked for.
    let _ = hyper::server::conn::http1::Builder::new()
        .auto_date_header(false)
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
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
    match timeout(WHOLE, Limited::new(body, MAX_BODY).collect()).await {
        Ok(Ok(body)) => Ok(request.with_body(body.to_bytes())),
        Err(_) => Err(Response::new(408, "text/plain", "the body took too long")),
        Ok(Err(_)) => Err(Response::new(413, "text/plain", format!("a body has at most {MAX_BODY} bytes"))),
    }
}

/// An answer, its body as it goes out, and the trouble that it meets.
type Delivery = (Response, Payload, Option<Trouble>);

/// An answer that nothing happens to.
fn plain(mut response: Response) -> Delivery {
    let body = std::mem::take(&mut response.body);
    (response, Payload::new(body), None)
}

/// Answers a request, unless it was meant for somebody else or only asks whether it may come.
async fn receive(shared: &Shared, request: &Request) -> Delivery {
    let (api, cors) = (shared.api(), shared.cors());
    if let Some(response) = origin::misdirected(&api, request).filter(|_| shared.is_local()) {
        let route = exchange::route(&api, None, request);
        shared.show(&Exchange { request, endpoint: None, response: &response, fault: None, route });
        return plain(shared.sign(response));
    }
    let trouble = match shared.front(request) {
        Some(Front::Own(response)) => return plain(response),
        Some(Front::Later(response)) => return plain(response.await),
        Some(Front::Trouble(fault)) => Some(fault),
        None => None,
    };
    let (response, payload, trouble) = match origin::preflight(&api, request).filter(|_| cors) {
        Some(response) => plain(response),
        None => answer(shared, request, trouble),
    };
    let response = if cors { origin::open_to_pages(request, response) } else { response };
    (shared.sign(response), payload, trouble)
}

/// Decides what becomes of a request. A trouble that is given goes before those that were chosen.
fn answer(shared: &Shared, request: &Request, trouble: Option<Fault>) -> Delivery {
    let api = shared.api();
    shared.record(request);
    let (endpoint, response, fault) = match locate(&api, request) {
        Ok(call) => {
            let Choice { answer, fault } = shared.choice(call.endpoint);
            let mut fault = trouble.or(fault);
            let response = match admit(&api, &call, request) {
                Ok(()) => settle(&api, &call, request, answer, &mut fault),
                Err(refusal) => refusal.response(&api),
            };
            (Some(call.endpoint), response, fault)
        }
        Err(refusal) => (None, refusal.response(&api), None),
    };
    let delivery = match &fault {
        Some(fault) => fail(&api, fault, response),
        None => plain(response),
    };
    let route = exchange::route(&api, endpoint, request);
    let endpoint = endpoint.map(|endpoint| endpoint.id.as_str());
    shared.show(&Exchange { request, endpoint, response: &delivery.0, fault: fault.as_ref(), route });
    delivery
}

/// The answer to a right request. A fault that comes with it counts, unless there is one already.
fn settle(
    api: &Api,
    call: &Call<'_>,
    request: &Request,
    answer: Option<Answer>,
    fault: &mut Option<Fault>,
) -> Response {
    match answer {
        Some(Answer::Function(function)) => settle(api, call, request, Some(function(request)), fault),
        Some(Answer::Fault(own)) => {
            fault.get_or_insert(own);
            settle(api, call, request, None, fault)
        }
        Some(Answer::Troubled(answer, own)) => {
            fault.get_or_insert(own);
            settle(api, call, request, Some(*answer), fault)
        }
        None | Some(Answer::Documented) => documented_page(api, call, request),
        Some(other) => stated(api, call.endpoint, &other),
    }
}

/// Plays a fault on what would have been the answer.
fn fail(api: &Api, fault: &Fault, mut usual: Response) -> Delivery {
    let troubled = |usual: Response, at, action| {
        let (response, payload, _) = plain(usual);
        (response, payload, Some(Trouble::new(at, action)))
    };
    let length = usual.body.len();
    let at = |stage| point(stage, length);
    match fault {
        Fault::Status(status) => {
            let page = format!("<!doctype html><title>{status}</title><h1>{status}</h1>");
            plain(Response::new(*status, "text/html", page))
        }
        Fault::Code(code) => plain(match api.errors.iter().find(|known| known.code == *code) {
            Some(known) => report(api, known),
            None => usual,
        }),
        Fault::RateLimited { retry_after } => {
            plain(too_many_requests(api, retry_after.map(|seconds| seconds.to_string())))
        }
        Fault::RateLimitedUntil(time) => plain(too_many_requests(api, Some(httpdate::fmt_http_date(*time)))),
        Fault::Delay(stage, time) => {
            let sleep = tokio::time::sleep(*time);
            troubled(usual, at(*stage), Action::Wait(Box::pin(sleep)))
        }
        Fault::Hold(stage, gate) => {
            let gate = gate.clone();
            troubled(usual, at(*stage), Action::Wait(Box::pin(async move { gate.pass().await })))
        }
        Fault::Close(stage) => troubled(usual, at(*stage), Action::Close),
        Fault::Reset(stage) => troubled(usual, at(*stage), Action::Reset),
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
        Fault::ContentLength(claim) => {
            if *claim > length as u64 {
                usual = usual.with_header("connection", "close");
            }
            troubled(usual, Point::Headers(0), Action::Lie(*claim))
        }
        Fault::Drip(pause) => {
            let sleep = Box::pin(tokio::time::sleep(*pause));
            troubled(usual, Point::Body(0), Action::Drip(*pause, sleep))
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

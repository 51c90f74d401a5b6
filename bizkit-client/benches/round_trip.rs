//! Round trips over loopback: the SDK beside raw reqwest, against one server in a process of its own.
//!
//! `cargo bench -p bizkit-bench --bench round_trip`; `-- --quick` for a short run. Prints a table of Markdown.
//! Both make the same call in turns, block by block. The processor's time is that of this process alone.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "time is what is measured")]
#![allow(clippy::print_stdout, reason = "a program that prints a table")]
#![allow(missing_docs, reason = "a program")]

#[path = "micro/arguments.rs"]
mod arguments;
#[path = "micro/responses/common.rs"]
#[allow(dead_code, reason = "responses of other endpoints are made of it, too")]
mod common;
#[path = "micro/responses/customer.rs"]
#[allow(dead_code, reason = "one response of many is read")]
mod derived;
#[path = "micro/documented.rs"]
#[allow(dead_code, reason = "one response of many is sent")]
mod documented;
#[path = "micro/hand.rs"]
mod hand;

use arguments::{CUSTOMER, KEY, SESSION};
use bizkit_client::{Client, customer};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::task::JoinSet;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--serve") {
        Builder::new_current_thread().enable_all().build().unwrap().block_on(serve());
        return;
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let (blocks, calls) = if quick { (6, 200) } else { (40, 2_000) };
    let server = Server::start();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    println!("| connections | | p50, us | p90, us | p99, us | calls/s | processor, us a call |");
    println!("|---:|---|---:|---:|---:|---:|---:|");
    for connections in [1, 64] {
        let [ours, raw] = runtime.block_on(measure(&server.url, connections, blocks, calls));
        for (name, found) in [("bizkit", &ours), ("reqwest", &raw)] {
            println!("| {connections} | {name} | {} |", found.cells().join(" | "));
        }
        let ratios: Vec<String> = ours
            .figures()
            .iter()
            .zip(raw.figures())
            .map(|(ours, raw)| format!("{:.3}", ours / raw))
            .collect();
        println!("| {connections} | ratio | {} |", ratios.join(" | "));
    }
}

/// What was found out about one of the two.
#[derive(Default)]
struct Found {
    latencies: Vec<Duration>,
    /// For each block: calls a second, and the processor's time for a call.
    blocks: Vec<(f64, Duration)>,
}

impl Found {
    /// Microseconds of three latencies, calls a second, microseconds of the processor: medians over the blocks.
    fn figures(&self) -> [f64; 5] {
        let mut latencies = self.latencies.clone();
        latencies.sort_unstable();
        let at = |part: usize| micros(latencies[(latencies.len() - 1) * part / 100]);
        let mut rates: Vec<f64> = self.blocks.iter().map(|(rate, _)| *rate).collect();
        rates.sort_unstable_by(f64::total_cmp);
        let mut times: Vec<Duration> = self.blocks.iter().map(|(_, time)| *time).collect();
        times.sort_unstable();
        [at(50), at(90), at(99), rates[rates.len() / 2], micros(times[times.len() / 2])]
    }

    fn cells(&self) -> Vec<String> {
        let [p50, p90, p99, rate, time] = self.figures();
        vec![
            format!("{p50:.0}"),
            format!("{p90:.0}"),
            format!("{p99:.0}"),
            format!("{rate:.0}"),
            format!("{time:.1}"),
        ]
    }
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// The two in turns; which one begins changes from block to block. The first pair of blocks warms up.
async fn measure(url: &str, connections: usize, blocks: usize, calls: usize) -> [Found; 2] {
    let ours = Client::builder().key(KEY).base_url(url).build().unwrap();
    // What an application sets once: who it is, and the limits of time. Loopback passes proxies in both.
    let raw = reqwest::Client::builder()
        .no_proxy()
        .user_agent("bizkit-bench/1.0.0")
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(30))
        .build()
        .unwrap();
    let mut found = [Found::default(), Found::default()];
    for block in 0..=blocks {
        for turn in 0..2 {
            let which = (block + turn) % 2;
            let start = (Instant::now(), processor());
            let latencies = if which == 0 {
                let client = ours.clone();
                spread(connections, calls, move || {
                    let client = client.clone();
                    async move { call(&client).await }
                })
                .await
            } else {
                let (client, url) = (raw.clone(), url.to_owned());
                spread(connections, calls, move || {
                    let (client, url) = (client.clone(), url.clone());
                    async move { call_by_hand(&client, &url).await }
                })
                .await
            };
            if block > 0 {
                let share = u32::try_from(calls).unwrap();
                let rate = f64::from(share) / start.0.elapsed().as_secs_f64();
                found[which].blocks.push((rate, processor().saturating_sub(start.1) / share));
                found[which].latencies.extend(latencies);
            }
        }
    }
    found
}

/// So many calls over so many connections; each connection makes one call after the other.
async fn spread<F>(
    connections: usize,
    calls: usize,
    call: impl Fn() -> F + Clone + Send + 'static,
) -> Vec<Duration>
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut tasks = JoinSet::new();
    for _ in 0..connections {
        let call = call.clone();
        tasks.spawn(async move {
            let mut latencies = Vec::with_capacity(calls / connections);
            for _ in 0..calls / connections {
                let start = Instant::now();
                call().await;
                latencies.push(start.elapsed());
            }
            latencies
        });
    }
    tasks.join_all().await.concat()
}

async fn call(client: &Client) {
    let request = customer::Detail::new(SESSION, CUSTOMER).customer_real_ip("1.1.1.1");
    let response = request.send(client).await.unwrap();
    assert!(matches!(response, customer::DetailResponse::Profile(_)));
}

async fn call_by_hand(client: &reqwest::Client, url: &str) {
    let request = hand::customer_detail(client, url, SESSION, CUSTOMER, Some("1.1.1.1"));
    let response = client.execute(request).await.unwrap().error_for_status().unwrap();
    let body = response.bytes().await.unwrap();
    let profile: derived::Detail = serde_json::from_slice(&body).unwrap();
    assert!(profile.logged_in);
}

/// The processor's time that this process has used, user and system, in the system's ticks of 10 ms.
fn processor() -> Duration {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = text.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks = |index: usize| fields.get(index).and_then(|field| field.parse::<u64>().ok()).unwrap_or(0);
    Duration::from_millis((ticks(11) + ticks(12)) * 10)
}

/// This program once more, as the server.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start() -> Self {
        let program = std::env::current_exe().unwrap();
        let mut process = Command::new(program).arg("--serve").stdout(Stdio::piped()).spawn().unwrap();
        let mut url = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut url).unwrap();
        Self { process, url: url.trim().to_owned() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Answers every request with the documented response.
async fn serve() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    std::io::stdout().flush().unwrap();
    let body = Bytes::from(documented::response("customer/detail"));
    loop {
        let (socket, _) = listener.accept().await.unwrap();
        socket.set_nodelay(true).unwrap();
        let body = body.clone();
        let answer = service_fn(move |_: Request<Incoming>| {
            let response = Response::builder().header("content-type", "application/json");
            let response = response.body(Full::new(body.clone())).unwrap();
            async move { Ok::<_, Infallible>(response) }
        });
        tokio::spawn(
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(socket), answer),
        );
    }
}

//! Instructions of the hot paths under callgrind: the same for the same program, whatever else the machine does.
//!
//! `benches/tables.py instructions --check` compares them with `instructions.json`, which the repository keeps.
//! Needs valgrind and the runner: `cargo install gungraun-runner --version <that of gungraun>`.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![allow(missing_docs, clippy::print_stderr, reason = "a program")]
#![allow(unused_qualifications, reason = "what gungraun expands to")]

#[path = "micro/arguments.rs"]
mod arguments;
#[path = "micro/documented.rs"]
#[allow(dead_code, reason = "two responses of many are read")]
mod documented;

use arguments::{CUSTOMER, KEY, SESSION, order};
use bizkit_client::transport::HttpRequest;
use bizkit_client::types::{Acknowledgement, ApiKey, Email};
use bizkit_client::{Client, DecodeError, customer, from_json, shop};
use gungraun::{library_benchmark, library_benchmark_group};
use std::hint::black_box;
use std::process::Command;

fn client() -> Client {
    Client::builder().key(KEY).build().unwrap()
}

/// The documented body. It is read once before, so that the measured call finds the allocator as calls in a running program do,
/// and not with what the specs have left there.
fn body_of<T>(endpoint: &str, read: fn(&str) -> Result<T, DecodeError>) -> String {
    let body = documented::response(endpoint);
    drop(black_box(read(&body).unwrap()));
    body
}

#[library_benchmark]
fn validate_api_key() -> bool {
    ApiKey::is_valid(black_box(KEY))
}

#[library_benchmark]
fn validate_email() -> bool {
    Email::is_valid(black_box("jan@barasek.com"))
}

#[library_benchmark]
#[bench::shipped(client())]
fn build_customer_detail(client: Client) -> HttpRequest {
    let call = customer::Detail::new(black_box(SESSION), CUSTOMER);
    client.to_http(&call.customer_real_ip("1.1.1.1")).unwrap()
}

#[library_benchmark]
fn arguments_of_order_create() -> shop::order::Create {
    black_box(order())
}

#[library_benchmark]
#[bench::full(order())]
fn check_order_create(call: shop::order::Create) -> bool {
    black_box(&call).check().is_ok()
}

#[library_benchmark]
#[bench::full(client(), order())]
fn build_order_create(client: Client, call: shop::order::Create) -> HttpRequest {
    client.to_http(black_box(&call)).unwrap()
}

#[library_benchmark]
#[bench::documented(body_of("customer/set-parent", from_json::<Acknowledgement>))]
fn read_acknowledgement(body: String) -> Acknowledgement {
    from_json(black_box(&body)).unwrap()
}

#[library_benchmark]
#[bench::documented(body_of("customer/detail", from_json::<customer::DetailResponse>))]
fn read_customer_detail(body: String) -> customer::DetailResponse {
    from_json(black_box(&body)).unwrap()
}

#[library_benchmark]
#[bench::documented(body_of("shop/order/detail", from_json::<shop::order::Order>))]
fn read_order_detail(body: String) -> shop::order::Order {
    from_json(black_box(&body)).unwrap()
}

/// What the macros expand to, its `main` among it.
mod counted {
    use super::{
        arguments_of_order_create, build_customer_detail, build_order_create, check_order_create,
        library_benchmark_group, read_acknowledgement, read_customer_detail, read_order_detail,
        validate_api_key, validate_email,
    };

    library_benchmark_group!(
        name = hot_paths;
        benchmarks = validate_api_key, validate_email, build_customer_detail, arguments_of_order_create, check_order_create,
            build_order_create, read_acknowledgement, read_customer_detail, read_order_detail
    );

    gungraun::main!(library_benchmark_groups = hot_paths);

    pub(super) fn run() {
        main();
    }
}

fn main() {
    let runs = |program: &str| Command::new(program).arg("--version").output().is_ok();
    if runs("valgrind") && runs("gungraun-runner") {
        counted::run();
    } else {
        eprintln!("skipped: instruction counts need valgrind and `cargo install gungraun-runner`");
    }
}

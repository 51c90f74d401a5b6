//! What the sandbox says to right and wrong requests, and what it does to its answers when told so.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod faults;
mod refusals;
mod samples;
mod server;

use super::*;
use bizkit_spec::{Api, Checked, Specs};
use std::io::{Read, Write};
use std::net::TcpStream;

const KEY: &str = "PROD0123456789";

/// An API with one endpoint for each thing that the sandbox treats in a way of its own.
fn api() -> Checked<Api> {
    api_with(include_str!("tests/detail.yaml"))
}

/// The same, with an endpoint `item/detail` that says this.
fn api_with(detail: &str) -> Checked<Api> {
    let specs = Specs::from_texts([
        (
            "api.yaml",
            "title: Shop\nbaseUrl: https://shop.example\nkey: { type: Key, name: apiKey, in: [query, bearer] }\n",
        ),
        ("errors.yaml", include_str!("tests/errors.yaml")),
        ("types/common.yaml", include_str!("tests/types.yaml")),
        ("item/detail.yaml", detail),
        ("item/create.yaml", include_str!("tests/create.yaml")),
        (
            "room/one.get.yaml",
            "summary: Read a room\nmethod: GET\nkey: none\npath: /room/{id}\nparameters: { id: { type: integer, required: true } }\nresponses: { 200: { properties: { id: { type: integer, required: true, minimum: 7 }, tags: { type: array, items: { type: string } } } } }\n",
        ),
        (
            "room/one.delete.yaml",
            "summary: Delete a room\nmethod: DELETE\nkey: none\npath: /room/{id}\nparameters: { id: { type: integer, required: true } }\nresponses: { 204: {} }\n",
        ),
        (
            "room/list.yaml",
            "summary: List rooms\nmethod: GET\nkey: none\npath: /room/list\nresponses: { 200: { properties: { count: { type: integer } } } }\nexamples: [{ status: 200, response: { count: 2 } }]\n",
        ),
    ]);
    let findings: Vec<_> = specs.findings.iter().map(|finding| finding.message.clone()).collect();
    specs.api().unwrap_or_else(|| panic!("{findings:#?}")).clone()
}

/// A right request to read an item.
fn detail() -> Request {
    Request::new("GET", format!("/item/detail?apiKey={KEY}&code=abcd"))
}

/// The bytes of an HTTP request that asks to close the connection behind it.
fn wire(request: &Request) -> Vec<u8> {
    let Request { method, target, headers, .. } = request;
    let own: String =
        headers.iter().fold(String::new(), |own, (name, value)| own + name + ": " + value + "\r\n");
    format!("{method} {target} HTTP/1.1\r\nhost: localhost\r\n{own}connection: close\r\n\r\n").into_bytes()
}

/// Sends a request and reads what comes, as text, until the connection ends; how it ends is the second part.
fn exchange(server: &Server, request: &Request) -> (String, std::io::Result<usize>) {
    let mut stream = TcpStream::connect(server.url().strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(&wire(request)).unwrap();
    let mut received = Vec::new();
    let end = stream.read_to_end(&mut received);
    (String::from_utf8(received).unwrap(), end)
}

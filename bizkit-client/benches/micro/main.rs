//! Micro benchmarks: what generated code takes for a value, a request and a response, beside what others take for the
//! same, in one run, with allocations counted.
//!
//! `cargo bench -p bizkit-bench --bench micro`; `benches/tables.py micro` writes the figures into BENCHMARKS.md.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![allow(missing_docs, reason = "a program")]

mod arguments;
mod calls;
#[allow(dead_code, reason = "another benchmark takes one response of them")]
mod documented;
mod hand;
mod responses;
mod values;

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

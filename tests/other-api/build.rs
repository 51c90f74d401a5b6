//! Builds the crate again when a spec is added or removed.

fn main() {
    println!("cargo::rerun-if-changed=specs");
    println!("cargo::rerun-if-changed=build.rs");
}

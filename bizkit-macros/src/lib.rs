//! Turns a folder of YAML specs into typed requests, validators and responses.
//!
//! ```ignore
//! bizkit_macros::api!("specs");
//! ```
//!
//! Applications use `bizkit-client`, which has made this call already. Call it yourself to describe another API:
//! write `specs/api.yaml` and a file per endpoint, and depend on `bizkit-macros` and `bizkit-client`, as it is shown
//! [step by step](#another-api-step-by-step).
//!
//! # What it costs
//!
//! **What is read.** Every `*.yaml` below the folder, once per build of the calling crate. Nothing else is read and
//! nothing is sent anywhere. The path begins at the folder of the calling crate's `Cargo.toml`, or else at the folder
//! of the calling file.
//!
//! **When it is rebuilt.** The expansion names every file that was read, so an edit rebuilds the crate. A file that
//! is added or removed is seen with a build script of three lines:
//!
//! ```no_run
//! // build.rs
//! println!("cargo::rerun-if-changed=specs");
//! println!("cargo::rerun-if-changed=build.rs");
//! ```
//!
//! **How to see it.** `BIZKIT_DEBUG=1 cargo check` writes the expansion to a file, formatted if `rustfmt` is
//! installed, and includes that file in a module, so that errors of the compiler point into it. The file is
//! `bizkit-expansion-<crate>.rs` in `OUT_DIR`, or in the temporary folder where there is no build script.
//! The variable is read when the macro runs: touch a spec after setting it.
//!
//! **rust-analyzer** keeps the first expansion of a macro call until the call itself changes. A build script that
//! writes the call with `stamp = "<hash of the specs>"` into `OUT_DIR`, included under `cfg(rust_analyzer)`,
//! keeps it up to date; `bizkit-client` does so. Such a call writes its expansion to a file as well, so that *go to
//! definition* leads to the generated item, whose documentation names the line of the spec that it comes from.
//!
// The programs of the guide need a crate with specs: `tests/other-api` compiles and runs them.
#![cfg_attr(not(doctest), doc = include_str!("guide.md"))]

mod codegen;
mod debug;
mod input;
mod report;

use bizkit_spec::Specs;
use codegen::Origins;
use input::{Bases, Input};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::path::PathBuf;

/// Generates requests, types and error codes from a folder of specs, in the module of the call.
///
/// ```ignore
/// bizkit_macros::api!("specs");
/// bizkit_macros::api!("specs" | "../specs", crate = ::renamed_client, root = my_crate::api, features);
/// ```
///
/// - Several folders: the first one that exists is read.
/// - `crate = ::path`: the runtime under another name than `::bizkit_client`.
/// - `root = path`: the path by which users reach the generated items; examples in the documentation are
///   then compiled by `cargo test`.
/// - `features`: each top-level module (`customer`) needs the cargo feature of its name. A folder must not be called like a
///   feature that your crate has for something else.
/// - `reflect`: a hidden table of all types, for tests that compare the generated validators with others.
/// - `stamp = ".."`: for rust-analyzer alone, to which a call with another stamp is another call. The items come out of
///   a file, and their documentation names the line of their spec.
///
/// Generated are `API`, `ErrorCode`, `types` with the shared types, and a module for each folder of the specs.
/// A mistake in a spec is a compile error that shows file, line and column; whatever is not affected is generated
/// all the same. The page of this crate says what a call costs.
#[proc_macro]
pub fn api(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    finish(expand_api(input.into()))
}

/// The texts of a folder of specs: `&[("customer/detail.yaml", "summary: ..")]`, ordered by path.
///
/// Takes the folders of [`api!`] and `crate = ..`. Nothing is checked.
#[proc_macro]
pub fn sources(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    finish(expand_sources(input.into()))
}

fn expand_api(input: TokenStream) -> syn::Result<TokenStream> {
    let input: Input = syn::parse2(input)?;
    let folder = input.folder(&bases()?)?;
    let specs = Specs::open(&folder.path, &folder.shown);
    let errors = report::errors(&specs, folder.span);
    let tracking = report::tracking(&specs, &folder);
    let origins = input.stamped.then(|| Origins { sources: &specs.sources, folder: &folder.path });
    let items = codegen::expand(specs.partial(), &input.options, origins);
    let items = if input.stamped || debug::wanted() { debug::included(items, &folder.shown) } else { items };
    Ok(quote!(#errors #tracking #items))
}

fn expand_sources(input: TokenStream) -> syn::Result<TokenStream> {
    let input: Input = syn::parse2(input)?;
    let folder = input.folder(&bases()?)?;
    let (sources, findings) = bizkit_spec::load::load(&folder.path, &folder.shown);
    if let Some(finding) = findings.iter().next() {
        return Err(syn::Error::new(folder.span, bizkit_spec::visible::line(&finding.message)));
    }
    let files = sources.files().map(|(_, file)| {
        let (relative, path) = (&file.relative, folder.included(&file.relative));
        quote!((#relative, ::core::include_str!(#path)))
    });
    Ok(quote!(&[#(#files),*]))
}

/// Where the paths of this call may begin.
fn bases() -> syn::Result<Bases> {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).ok_or_else(|| {
        syn::Error::new(Span::call_site(), "`CARGO_MANIFEST_DIR` is not set; this macro needs cargo")
    })?;
    let file = proc_macro::Span::call_site().local_file();
    Ok(Bases { manifest, file: file.and_then(|file| Some(file.parent()?.to_owned())) })
}

fn finish(expansion: syn::Result<TokenStream>) -> proc_macro::TokenStream {
    expansion.unwrap_or_else(|error| error.to_compile_error()).into()
}

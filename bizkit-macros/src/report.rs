//! Findings to `compile_error!`, and the tracking that rebuilds the caller when a spec changes.

use crate::input::Folder;
use bizkit_spec::{Severity, Specs, render};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

/// One error per finding, on the literal that names the folder.
pub(crate) fn errors(specs: &Specs, span: Span) -> TokenStream {
    specs
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| error(&render::for_compiler(&specs.sources, finding), span))
        .collect()
}

/// A `compile_error!` whose every token stands at `span`, so that no note about macros follows it.
pub(crate) fn error(message: &str, span: Span) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error! { #message })
}

/// Makes the compiler watch every file that was read. Files that come or go are seen by the build script.
pub(crate) fn tracking(specs: &Specs, folder: &Folder) -> TokenStream {
    let files = specs.sources.files().filter(|(_, file)| !file.relative.is_empty());
    let files = files.map(|(_, file)| folder.included(&file.relative));
    quote! {
        const _: &[&[u8]] = &[#(::core::include_bytes!(#files)),*];
    }
}

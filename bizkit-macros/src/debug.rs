//! The expansion to a file, and an `include!` of that file: for people who set `BIZKIT_DEBUG=1`, and for editors.

use proc_macro2::TokenStream;
use quote::quote;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs};

/// Whether the caller asks for a file.
pub(crate) fn wanted() -> bool {
    env::var_os("BIZKIT_DEBUG").is_some_and(|value| !value.is_empty() && value != "0")
}

/// The file with the items, or the items themselves where the disk refuses. `folder` is the one of the specs as the
/// call names it: one crate may describe several APIs.
pub(crate) fn included(items: TokenStream, folder: &str) -> TokenStream {
    match write(&items, folder) {
        Some(path) => module(&path),
        None => items,
    }
}

/// The items of a file. Lints look at a file as at something that people wrote, so it gets a module where they are silent.
fn module(path: &str) -> TokenStream {
    quote! {
        #[allow(warnings, reason = "the macro wrote it")]
        mod __expansion {
            ::core::include!(#path);
        }
        pub use __expansion::*;
    }
}

/// Writes and formats the file; `None` where the disk refuses.
fn write(items: &TokenStream, folder: &str) -> Option<String> {
    let out = env::var_os("OUT_DIR").map_or_else(env::temp_dir, PathBuf::from);
    let name = env::var("CARGO_CRATE_NAME").unwrap_or_else(|_| "crate".to_owned());
    let words: Vec<&str> =
        folder.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let path = out.join(format!("bizkit-expansion-{name}-{}.rs", words.join("-")));
    fs::write(&path, items.to_string()).ok()?;
    // Unformatted text compiles as well, so a missing rustfmt is no mistake.
    let _ = Command::new("rustfmt").args(["--edition", "2024"]).arg(&path).stderr(Stdio::null()).status();
    Some(path.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_lint_looks_into_the_file() {
        let file: syn::File = syn::parse2(super::module("/x.rs")).unwrap_or_else(|error| panic!("{error}"));
        let [syn::Item::Mod(module), syn::Item::Use(_)] = &file.items[..] else {
            panic!("{} items", file.items.len())
        };
        assert!(module.attrs[0].path().is_ident("allow"));
        assert_eq!(module.content.as_ref().map(|(_, items)| items.len()), Some(1));
    }
}

//! `BIZKIT_DEBUG=1`: the expansion goes to a file, and an `include!` of that file comes out.

use proc_macro2::TokenStream;
use quote::quote;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs};

/// The items themselves, unless the caller asked for a file and it could be written.
pub(crate) fn included(items: TokenStream) -> TokenStream {
    if env::var_os("BIZKIT_DEBUG").is_none_or(|value| value.is_empty() || value == "0") {
        return items;
    }
    match write(&items) {
        Some(path) => quote!(::core::include!(#path);),
        None => items,
    }
}

/// Writes and formats the file; `None` where the disk refuses.
fn write(items: &TokenStream) -> Option<String> {
    let folder = env::var_os("OUT_DIR").map_or_else(env::temp_dir, PathBuf::from);
    let name = env::var("CARGO_CRATE_NAME").unwrap_or_else(|_| "crate".to_owned());
    let path = folder.join(format!("bizkit-expansion-{name}.rs"));
    fs::write(&path, items.to_string()).ok()?;
    // Unformatted text compiles as well, so a missing rustfmt is no mistake.
    let _ = Command::new("rustfmt").args(["--edition", "2024"]).arg(&path).stderr(Stdio::null()).status();
    Some(path.to_string_lossy().into_owned())
}

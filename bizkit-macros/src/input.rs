//! What stands between the brackets of a macro call: token stream in, folder and options out.

use crate::codegen::Options;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};
use std::path::PathBuf;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token};

/// The arguments of `api!` and `sources!`.
pub(crate) struct Input {
    /// Folders to look for; the first that exists is read.
    folders: Vec<LitStr>,
    /// How the generated code is made.
    pub(crate) options: Options,
    /// Whether the call is one for rust-analyzer.
    pub(crate) stamped: bool,
}

/// Where a path may begin.
pub(crate) struct Bases {
    /// The folder of the calling crate's `Cargo.toml`.
    pub(crate) manifest: PathBuf,
    /// The folder of the file with the macro call, where the compiler knows it.
    pub(crate) file: Option<PathBuf>,
}

/// The folder of the specs.
pub(crate) struct Folder {
    /// As the caller wrote it.
    pub(crate) shown: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The literal in the macro call.
    pub(crate) span: Span,
    /// Whether the path begins at the manifest.
    from_manifest: bool,
}

impl Input {
    /// The first folder that exists: beside the manifest, or else beside the calling file.
    ///
    /// # Errors
    ///
    /// None of them exists.
    pub(crate) fn folder(&self, bases: &Bases) -> syn::Result<Folder> {
        for literal in &self.folders {
            let shown = literal.value();
            for (base, from_manifest) in [(Some(&bases.manifest), true), (bases.file.as_ref(), false)] {
                let Some(path) = base.map(|base| base.join(&shown)).filter(|path| path.is_dir()) else {
                    continue;
                };
                return Ok(Folder { shown, path, span: literal.span(), from_manifest });
            }
        }
        let names: Vec<String> = self.folders.iter().map(|folder| format!("`{}`", folder.value())).collect();
        let span = self.folders.first().map_or_else(Span::call_site, LitStr::span);
        Err(syn::Error::new(
            span,
            format!("there is no folder {} beside Cargo.toml, nor beside this file", names.join(" or ")),
        ))
    }
}

impl Folder {
    /// The argument of `include_str!` and `include_bytes!` for a file of this folder.
    pub(crate) fn included(&self, relative: &str) -> TokenStream {
        let path = format!("{}/{relative}", self.shown.trim_end_matches('/'));
        if self.from_manifest {
            let path = format!("/{path}");
            quote!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path))
        } else {
            quote!(#path)
        }
    }
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut folders = vec![input.parse::<LitStr>()?];
        while input.parse::<Option<Token![|]>>()?.is_some() {
            folders.push(input.parse()?);
        }
        let mut options = Options {
            runtime: quote!(::bizkit_client),
            root: None,
            features: false,
            reflect: false,
            only: None,
        };
        let mut stamped = false;
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            parse_option(input, &mut options, &mut stamped)?;
        }
        if !input.is_empty() {
            return Err(input.error("expected `,`"));
        }
        Ok(Self { folders, options, stamped })
    }
}

fn parse_option(input: ParseStream<'_>, options: &mut Options, stamped: &mut bool) -> syn::Result<()> {
    if input.parse::<Option<Token![crate]>>()?.is_some() {
        input.parse::<Token![=]>()?;
        options.runtime = parse_path(input)?;
        return Ok(());
    }
    let word: Ident = input.parse()?;
    match word.to_string().as_str() {
        "features" => options.features = true,
        "reflect" => options.reflect = true,
        "root" => {
            input.parse::<Token![=]>()?;
            options.root = Some(parse_path(input)?.to_string().replace(' ', ""));
        }
        "stamp" => {
            input.parse::<Token![=]>()?;
            input.parse::<LitStr>()?;
            *stamped = true;
        }
        other => {
            let message = format!(
                "unknown option `{other}`; known are `crate = ::path`, `root = path`, `features`, `reflect` and `stamp = \"..\"`"
            );
            return Err(syn::Error::new(word.span(), message));
        }
    }
    Ok(())
}

/// `::renamed`, `crate::api`
fn parse_path(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut path = TokenStream::new();
    let mut colons: Option<Token![::]> = input.parse()?;
    loop {
        colons.to_tokens(&mut path);
        path.append(input.call(Ident::parse_any)?);
        colons = input.parse()?;
        if colons.is_none() {
            return Ok(path);
        }
    }
}

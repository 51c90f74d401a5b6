//! What stands between the brackets of a macro call: token stream in, folder and options out.

use crate::codegen::Options;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use std::path::{Path, PathBuf};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token};

/// The arguments of `api!` and `sources!`.
pub(crate) struct Input {
    /// Folders to look for, relative to the manifest; the first that exists is read.
    folders: Vec<LitStr>,
    /// How the generated code is made.
    pub(crate) options: Options,
}

/// The folder of the specs.
pub(crate) struct Folder {
    /// As the caller wrote it.
    pub(crate) shown: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The literal in the macro call.
    pub(crate) span: Span,
}

impl Input {
    /// The first folder that exists, seen from the folder of the calling crate's manifest.
    ///
    /// # Errors
    ///
    /// None of them exists.
    pub(crate) fn folder(&self, manifest: &Path) -> syn::Result<Folder> {
        let found = self.folders.iter().find(|folder| manifest.join(folder.value()).is_dir());
        match (found, self.folders.as_slice()) {
            (Some(literal), _) => {
                let shown = literal.value();
                Ok(Folder { path: manifest.join(&shown), shown, span: literal.span() })
            }
            (None, folders) => {
                let names: Vec<String> =
                    folders.iter().map(|folder| format!("`{}`", folder.value())).collect();
                let span = folders.first().map_or_else(Span::call_site, LitStr::span);
                let message = format!(
                    "there is no folder {} beside this crate's Cargo.toml\n = help: the path is relative to Cargo.toml, not to this file",
                    names.join(" or ")
                );
                Err(syn::Error::new(span, message))
            }
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
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            parse_option(input, &mut options)?;
        }
        if !input.is_empty() {
            return Err(input.error("expected `,`"));
        }
        Ok(Self { folders, options })
    }
}

fn parse_option(input: ParseStream<'_>, options: &mut Options) -> syn::Result<()> {
    if input.parse::<Option<Token![crate]>>()?.is_some() {
        input.parse::<Token![=]>()?;
        options.runtime = input.call(syn::Path::parse_mod_style)?.into_token_stream();
        return Ok(());
    }
    let word: Ident = input.parse()?;
    match word.to_string().as_str() {
        "features" => options.features = true,
        "reflect" => options.reflect = true,
        "root" => {
            input.parse::<Token![=]>()?;
            let root: TokenStream = input.call(syn::Path::parse_mod_style)?.into_token_stream();
            options.root = Some(root.to_string().replace(' ', ""));
        }
        "stamp" => {
            input.parse::<Token![=]>()?;
            input.parse::<LitStr>()?;
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

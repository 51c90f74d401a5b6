//! Collects the constant tables of the generated code, each written once under a name of its own.

use super::names;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// Tables that were asked for so far, in that order.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// Contents to name.
    known: BTreeMap<String, Ident>,
    taken: BTreeSet<String>,
    items: TokenStream,
}

impl Tables {
    /// The name of the table with these contents, if there is one.
    pub(super) fn find(&self, key: &str) -> Option<Ident> {
        self.known.get(key).cloned()
    }

    /// The name of a table with these contents; `make` writes it the first time.
    pub(super) fn intern(
        &mut self,
        key: String,
        wish: &str,
        make: impl FnOnce(&Ident) -> TokenStream,
    ) -> Ident {
        if let Some(ident) = self.find(&key) {
            return ident;
        }
        let mut name = wish.to_owned();
        let mut count = 2;
        while !self.taken.insert(name.clone()) {
            name = format!("{wish}_{count}");
            count += 1;
        }
        let ident = names::ident(&name);
        let item = make(&ident);
        self.items.extend(item);
        self.known.insert(key, ident.clone());
        ident
    }

    /// The hidden module that holds them all.
    pub(super) fn expand(self) -> Option<TokenStream> {
        let items = self.items;
        (!items.is_empty()).then(|| {
            quote! {
                #[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
                mod __tables {
                    use super::__p;
                    #items
                }
            }
        })
    }
}

//! Replies and failures back to the JSON that they were read from, for tests over all documented calls.

use super::{Case, Replies};
use bizkit_spec::model::Content;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl Replies<'_> {
    /// The expression that writes a `reply`, tags included.
    pub(in super::super) fn expand_written_reply(&self) -> TokenStream {
        if let [only] = self.successes.as_slice() {
            return only.written(&quote!(reply));
        }
        let rows = self.successes.iter().map(|case| case.row(&self.reply_enum));
        quote!(match reply { #(#rows)* })
    }

    /// The expression that writes a `failure`, tags included.
    pub(in super::super) fn expand_written_failure(&self) -> TokenStream {
        let Some(owner) = self.failure_type() else { return quote!(match *failure {}) };
        let branches = self.successes.iter().flat_map(|case| {
            let union = case.split.as_ref().map(|split| split.union);
            case.failing().filter_map(move |arm| {
                let branch = arm.branch(union?);
                Some(arm.row(&quote!(#owner), &quote!(__p::written_branch(#branch))))
            })
        });
        let statuses = self.failures.iter().map(|case| case.row(owner));
        quote!(match failure { #(#branches)* #(#statuses)* })
    }
}

impl Case<'_> {
    /// `Owner::Created(value) => ..,`
    fn row(&self, owner: &Ident) -> TokenStream {
        let ident = &self.ident;
        let written = self.written(&quote!(value));
        if self.ty.is_some() {
            quote!(#owner::#ident(value) => #written,)
        } else {
            quote!(#owner::#ident => #written,)
        }
    }

    /// `value` as it came.
    fn written(&self, value: &TokenStream) -> TokenStream {
        let Self { rules, .. } = self;
        match (&self.reply.content, &self.split) {
            (Content::Empty, _) => quote!(__p::String::new()),
            (Content::Json(_), Some(split)) if split.whole.is_none() => {
                let Some(arm) = split.arms.iter().find(|arm| !arm.variant.failure) else {
                    return quote!(__p::String::new());
                };
                let branch = arm.branch(split.union);
                quote!({ let value = #value; __p::written_branch(#branch) })
            }
            _ => quote!(__p::written(#value, #rules)),
        }
    }
}

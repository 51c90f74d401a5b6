//! The server's side of an endpoint: what its responses and failures look like on the wire. The runtime takes it in
//! for its sandbox alone, and drops it otherwise.

use super::context::Cx;
use super::names;
use super::response::{Case, Responses};
use bizkit_spec::model::{Content, Endpoint};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// `serve!` for one request: a match from outcomes to responses, the reverse of `decode`.
pub(super) fn expand(cx: &Cx<'_>, endpoint: &Endpoint) -> TokenStream {
    let responses = Responses::of(cx, endpoint);
    let ident = names::pascal(&endpoint.name);
    let successes = responses.successes.iter().map(|case| {
        let value = expand_success(case);
        let pattern = match responses.successes.as_slice() {
            [_] if case.ty.is_some() => quote!(value),
            [_] => quote!(()),
            _ => variant(&responses.response_enum, case),
        };
        quote!(__p::Outcome::Done(#pattern) => #value,)
    });
    let failures: TokenStream = match responses.failure_type() {
        None => quote!(__p::Outcome::Failed(never) => match *never {},),
        Some(owner) => {
            let branches = responses.successes.iter().flat_map(|case| {
                let status = status(case);
                case.failing().filter_map(move |arm| {
                    let pattern = arm.pattern(&quote!(#owner));
                    let branch = arm.branch(case.split.as_ref()?.union);
                    Some(quote!(__p::Outcome::Failed(#pattern) => __p::Served::branch(#status, #branch),))
                })
            });
            let statuses = responses.failures.iter().map(|case| {
                let (pattern, value) = (variant(owner, case), written(case));
                quote!(__p::Outcome::Failed(#pattern) => #value,)
            });
            branches.chain(statuses).collect()
        }
    };
    quote! {
        __p::serve!(#ident, |outcome| match outcome {
            #(#successes)*
            #failures
        });
    }
}

/// The pattern of a status in an enum over statuses.
fn variant(owner: &proc_macro2::Ident, case: &Case<'_>) -> TokenStream {
    let ident = &case.ident;
    if case.ty.is_some() { quote!(#owner::#ident(value)) } else { quote!(#owner::#ident) }
}

/// The response for the `value` of a success.
fn expand_success(case: &Case<'_>) -> TokenStream {
    let payload = case.split.as_ref().filter(|split| split.whole.is_none());
    let success = payload.and_then(|split| {
        let arm = split.arms.iter().find(|arm| !arm.variant.failure)?;
        Some(arm.branch(split.union))
    });
    match success {
        Some(branch) => {
            let status = status(case);
            quote!(__p::Served::branch(#status, #branch))
        }
        None => written(case),
    }
}

/// The response for a `value` that is the whole body.
fn written(case: &Case<'_>) -> TokenStream {
    let (status, rules) = (status(case), &case.rules);
    match &case.response.content {
        Content::Json(_) => quote!(__p::Served::json(#status, value, #rules)),
        Content::Text(content_type) | Content::Binary(content_type) => {
            quote!(__p::Served::raw(#status, #content_type, value))
        }
        Content::Empty => quote!(__p::Served::empty(#status)),
    }
}

fn status(case: &Case<'_>) -> Literal {
    Literal::u16_unsuffixed(case.status)
}

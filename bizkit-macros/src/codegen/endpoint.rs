//! Endpoints: how a request travels, as a constant of the runtime, and how its response is read.

use super::context::Cx;
use super::names::{self, twin};
use super::response::{self, Responses};
use bizkit_spec::model::{
    About, BodyPlan, Content, Endpoint, KeyLocation, KeyUse, Location, Method, Parameter, RateLimit,
    RequestPlan, RetryClass, Segment,
};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// `impl Endpoint` for one request.
pub(super) fn expand(cx: &Cx<'_>, endpoint: &Endpoint) -> TokenStream {
    // Prose, rules over several arguments and examples stand at the request's struct, pages and errors beside it.
    let Endpoint {
        id,
        module,
        name,
        about: About { summary: _, description: _, docs, deprecated: _, seen: _ },
        method,
        base_url,
        key,
        retry,
        timeout,
        rate_limit,
        parameters,
        request: RequestPlan { path, query: _, headers: _, body: plan },
        body: value,
        constraints: _,
        responses: _,
        pagination: _,
        examples: _,
        errors: _,
        span: _,
    } = endpoint;
    let responses = Responses::of(cx, endpoint);
    let ident = names::pascal(name);
    let up = module.iter().map(|_| quote!(super::));
    let method = twin!(method, Method => Method { Get, Post, Put, Patch, Delete });
    let base_url = names::option(base_url.as_deref());
    let link = names::option(docs.as_deref());
    let path = path.iter().map(|segment| match segment {
        Segment::Literal(text) => quote!(__p::Segment::Literal(#text)),
        Segment::Parameter(id) => {
            let index = Literal::usize_unsuffixed(id.0);
            quote!(__p::Segment::Parameter(#index))
        }
    });
    let key = match key {
        Some(key) => {
            let key = expand_key(cx, key);
            let up = module.iter().map(|_| quote!(super::));
            quote!(__p::Some(#(#up)* __tables::#key))
        }
        None => quote!(__p::None),
    };
    let retry = twin!(retry, RetryClass => RetryClass { Safe, Never });
    let timeout = match timeout {
        Some(time) => {
            let seconds = Literal::u64_unsuffixed(time.as_secs());
            quote!(__p::Some(::core::time::Duration::from_secs(#seconds)))
        }
        None => quote!(__p::None),
    };
    let rate_limit = expand_rate_limit(*rate_limit);
    let places = parameters
        .iter()
        .map(|Parameter { location, field: _ }| twin!(location, Location => Location { Query, Path, Header, Body }));
    let places = places.chain(value.as_ref().map(|_| quote!(__p::Location::Whole)));
    let body = expand_body(endpoint, plan);
    let accept = accept(endpoint);
    let response = responses.response_type();
    let failure = responses.failure_type().map_or_else(|| quote!(__p::Never), |failure| quote!(#failure));
    let decode = response::expand_decode(&responses);
    let table = response::expand_table(endpoint);
    quote! {
        impl __p::Endpoint for #ident {
            type Response = #response;
            type Failure = #failure;
            const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
                api: &#(#up)* API,
                id: #id,
                method: #method,
                base_url: #base_url,
                path: &[#(#path),*],
                key: #key,
                retry: #retry,
                timeout: #timeout,
                rate_limit: #rate_limit,
                parameters: &[#(#places),*],
                body: #body,
                accept: #accept,
                responses: #table,
                docs: #link,
            };
            fn decode(
                answer: &__p::Answer<'_>,
            ) -> __p::Result<__p::Outcome<Self::Response, Self::Failure>, __p::DecodeError> {
                #decode
            }
        }
    }
}

/// The constant that says how the key travels; most calls share one.
fn expand_key(cx: &Cx<'_>, key: &KeyUse) -> Ident {
    let KeyUse { name, locations } = key;
    let places = locations
        .iter()
        .map(|place| twin!(place, KeyLocation => KeyLocation { Query, Bearer, Header, Body }));
    let contents = quote!(__p::KeyUse { name: #name, locations: &[#(#places),*] });
    cx.tables.borrow_mut().intern(
        contents.to_string(),
        "KEY_USE",
        |ident| quote!(pub(super) const #ident: __p::KeyUse = #contents;),
    )
}

/// A quota of the endpoint's own.
fn expand_rate_limit(limit: Option<RateLimit>) -> TokenStream {
    // One client has one key and one address, so whose requests are counted makes no difference to it.
    let Some(RateLimit { requests, per, by: _ }) = limit else { return quote!(__p::None) };
    let requests = Literal::u32_unsuffixed(requests);
    let seconds = Literal::u64_unsuffixed(per.as_secs());
    quote! {
        __p::Some(__p::Quota { requests: #requests, per: ::core::time::Duration::from_secs(#seconds) })
    }
}

/// What the body is made of.
fn expand_body(endpoint: &Endpoint, body: &BodyPlan) -> TokenStream {
    let form = match body {
        BodyPlan::None => return quote!(__p::None),
        BodyPlan::Object(_) | BodyPlan::Json => quote!(Json),
        BodyPlan::Text => quote!(Text),
        BodyPlan::Bytes => quote!(Bytes),
    };
    let content_type = endpoint.content_type();
    quote! {
        __p::Some(__p::BodyInfo { content_type: #content_type, form: __p::BodyForm::#form })
    }
}

/// The content types of the documented successes.
fn accept(endpoint: &Endpoint) -> String {
    let mut types: Vec<&str> = Vec::new();
    for response in &endpoint.responses {
        let ty = match &response.content {
            Content::Empty | Content::Json(_) => "application/json",
            Content::Text(ty) | Content::Binary(ty) => ty,
        };
        if !types.contains(&ty) {
            types.push(ty);
        }
    }
    if types.is_empty() { "application/json".to_owned() } else { types.join(", ") }
}

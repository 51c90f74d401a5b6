//! Requests: a struct per endpoint with `new`, one setter per optional parameter, and its documentation.

use super::context::Cx;
use super::record::{self, Member, Owner};
use super::response::Responses;
use super::{docs, errors, example, names, paged, tables};
use bizkit_spec::model::{About, Endpoint, Field};
use bizkit_spec::name::Name;
use bizkit_spec::prose;
use bizkit_spec::rust::names::setters as setter_names;
use bizkit_spec::rust::{Presence, arguments as fields};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The struct of one request.
pub(super) fn expand(cx: &Cx<'_>, endpoint: &Endpoint) -> TokenStream {
    let ident = names::pascal(&endpoint.name);
    let words: Vec<String> = endpoint.module.iter().chain([&endpoint.name]).map(Name::shouty).collect();
    let owner = Owner { module: &endpoint.module, table: words.join("_"), record: None, lenient: false };
    let arguments = fields(endpoint).enumerate();
    let members: Vec<Member<'_>> =
        arguments.map(|(index, field)| Member::new(cx, &owner, index, field)).collect();
    let responses = Responses::of(cx, endpoint);

    let docs = docs::attributes(&page(cx, endpoint));
    let origin = cx.origin(endpoint.span);
    let deprecated = docs::deprecation(endpoint.about.deprecated.as_ref());
    let declarations = members.iter().map(|member| {
        let docs = field_docs(endpoint, member);
        let declaration = member.declaration();
        quote!(#docs pub #declaration)
    });
    let constructor_docs = constructor_docs(endpoint, &members);
    let new = record::constructor(&members, &quote!(#constructor_docs #origin));
    let setters = setters(endpoint, &members);
    let failure = responses.failure_type().map(|ty| failure(&ident, ty));
    let default = members.iter().all(|member| member.mode != Presence::Required);
    let default = default.then(|| quote!(, ::core::default::Default));
    let response = responses.response_type();
    let groups = tables::groups(&endpoint.constraints);
    let paged = paged::expand(cx, endpoint, &responses, &members);
    let rows = members.iter().map(Member::row);
    quote! {
        #docs
        #origin
        #deprecated
        #[derive(::core::clone::Clone #default)]
        #[must_use = "a request does nothing until you `send` it"]
        #[non_exhaustive]
        pub struct #ident { #(#declarations,)* }
        impl #ident {
            #new
            #(#setters)*
            #failure
        }
        __p::request!(#ident -> #response, #groups, { #(#rows)* });
        #paged
    }
}

/// The documentation of a field; an optional one is described where it is set.
fn field_docs(endpoint: &Endpoint, member: &Member<'_>) -> TokenStream {
    let (wire, setter) = (&member.field.wire, names::setter(endpoint, &member.field.name));
    let setter = setter.to_string();
    match member.mode {
        Presence::Required => member.docs.clone(),
        _ => docs::text(&format!(
            "The argument {}, which [`Self::{}`] sets.",
            prose::code(wire),
            setter.trim_start_matches("r#")
        )),
    }
}

/// The setters of the optional parameters; a name that is taken gets an underscore.
fn setters(endpoint: &Endpoint, members: &[Member<'_>]) -> Vec<TokenStream> {
    let name = |member: &Member<'_>| names::setter(endpoint, &member.field.name);
    let taken = setter_names(endpoint);
    let setters = members.iter().flat_map(|member| {
        let set = member.setter(&name(member), &member.docs);
        let clear = names::clearing(&taken, &member.field.name);
        let clear = member.clearing(&clear, None);
        set.into_iter().chain(clear)
    });
    setters.collect()
}

/// The documentation of `new`: its parameters with their rules.
fn constructor_docs(endpoint: &Endpoint, members: &[Member<'_>]) -> TokenStream {
    let required: Vec<&Member<'_>> =
        members.iter().filter(|member| member.mode == Presence::Required).collect();
    let mut lines = vec![match required.as_slice() {
        [] => format!("A call to {}; all arguments are optional.", prose::code(&endpoint.id)),
        _ => format!("A call to {} with its required arguments:", prose::code(&endpoint.id)),
    }];
    if !required.is_empty() {
        lines.push(String::new());
        lines.extend(required.iter().map(|member| {
            let name = member.ident.to_string();
            let text = member.field.schema.description.as_deref().map(prose::inline).unwrap_or_default();
            let text = if text.is_empty() { String::new() } else { format!(": {text}") };
            format!("- `{}`{text}", name.trim_start_matches("r#"))
        }));
    }
    docs::attributes(&lines)
}

/// The way to the typed failure.
fn failure(ident: &Ident, ty: &Ident) -> TokenStream {
    let docs = docs::attributes(&[format!(
        "The typed reason, if the server has refused this call in a way that [`{ident}`] documents."
    )]);
    quote! {
        #docs
        pub fn failure(error: &__p::Error) -> __p::Option<&#ty> {
            error.failure::<#ty>()
        }
    }
}

/// The page of a request: what it does, its request line, its rules, an example, errors, the vendor's page.
fn page(cx: &Cx<'_>, endpoint: &Endpoint) -> Vec<String> {
    // The arguments are told where they are given; how a call travels and when it is repeated, nobody has to know.
    let Endpoint {
        id,
        module: _,
        name: _,
        about: About { summary, description, docs, deprecated: _, seen },
        method,
        base_url,
        key: _,
        retry: _,
        timeout,
        rate_limit,
        parameters: _,
        request: _,
        body: _,
        constraints,
        responses: _,
        pagination: _,
        examples: _,
        errors: _,
        span: _,
    } = endpoint;
    let mut lines = Vec::new();
    docs::paragraph(&mut lines, &prose::sentence(summary.as_deref().unwrap_or(id)));
    docs::paragraph(&mut lines, &prose::code(&format!("{} {}", method.as_str(), endpoint.path_template())));
    docs::paragraph(&mut lines, &prose::sentence(description.as_deref().unwrap_or_default()));
    let fields: Vec<&Field> = fields(endpoint).collect();
    docs::paragraph(&mut lines, &docs::groups(constraints, &fields));
    docs::paragraph(&mut lines, &Responses::of(cx, endpoint).sentence());
    if let Some(host) = base_url {
        docs::paragraph(&mut lines, &format!("This call goes to {}.", prose::address(host)));
    }
    if let Some(time) = timeout {
        let time = bizkit_spec::period::text(*time);
        docs::paragraph(&mut lines, &format!("The answer may take {time}; the client waits as long."));
    }
    if let Some(limit) = rate_limit {
        docs::paragraph(&mut lines, &format!("The server answers {limit}."));
    }
    if let Some(code) = example::call(cx, endpoint) {
        docs::paragraph(&mut lines, "# Example");
        lines.push(String::new());
        lines.extend(code);
    }
    paged::page(cx, endpoint, &mut lines);
    let errors = errors::section(cx, endpoint);
    if !errors.is_empty() {
        lines.push(String::new());
        lines.extend(errors);
    }
    docs::vendor(&mut lines, docs.as_deref());
    docs::seen(&mut lines, *seen);
    lines
}

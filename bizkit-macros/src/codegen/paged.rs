//! Lists: how the pages of an endpoint follow each other, and where their items are.

use super::context::Cx;
use super::record::Member;
use super::response::Responses;
use super::{docs, example, names, rust_type};
use bizkit_spec::model::{Content, Endpoint, Field, Kind, PageStyle, Pagination, ParameterId, Schema};
use bizkit_spec::prose;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// `impl Paged` and the methods that read a whole list; nothing where the spec has no `pagination`.
pub(super) fn expand(
    cx: &Cx<'_>,
    endpoint: &Endpoint,
    responses: &Responses<'_>,
    members: &[Member<'_>],
) -> Option<TokenStream> {
    let pages = endpoint.pagination.as_ref()?;
    let schema = record(endpoint)?;
    let fields = fields(cx, schema)?;
    let items = pages.items.of(fields);
    let Kind::Array(array) = &cx.api.resolved(&items.schema).kind else { return None };

    let ident = names::pascal(&endpoint.name);
    let item = rust_type::nullable(cx, &endpoint.module, &array.items);
    let info = info(cx, endpoint, pages);
    let cursor = pages.cursor.of(members);
    let (member, position) = (&cursor.ident, cursor.held(&quote!(position)));
    let nullable = rust_type::is_nullable(cx, schema);
    let page = if nullable { quote!(__p::Some(response)) } else { quote!(response) };
    let (pattern, several) = responses.first(&page);
    let read = |body: TokenStream, otherwise: &TokenStream| {
        if nullable || several { quote!(match response { #pattern => #body, _ => #otherwise }) } else { body }
    };
    let name = names::field(&items.name);
    let list = read(quote!(__p::List::items(&response.#name)), &quote!(&[]));
    let into_list = read(quote!(__p::List::into_items(response.#name)), &quote!(__p::Vec::new()));
    let total = pages.total.map(|total| total.of(fields)).map(|total| {
        let name = names::field(&total.name);
        let total = read(quote!(__p::number(&response.#name)), &quote!(__p::None));
        quote! {
            fn total(response: &Self::Response) -> __p::Option<u64> {
                #total
            }
        }
    });
    Some(quote! {
        __p::paged!(#ident);
        impl __p::Paged for #ident {
            type Item = #item;
            const PAGES: &'static __p::PageInfo = &#info;
            fn go_to(&mut self, position: i64) {
                self.#member = #position;
            }
            fn list(response: &Self::Response) -> &[Self::Item] {
                #list
            }
            fn into_list(response: Self::Response) -> __p::Vec<Self::Item> {
                #into_list
            }
            #total
        }
    })
}

/// What a request's page says about the rest of the list.
pub(super) fn page(cx: &Cx<'_>, endpoint: &Endpoint, lines: &mut Vec<String>) {
    let Some(pages) = &endpoint.pagination else { return };
    docs::paragraph(lines, "# Pages");
    let wire = |id: ParameterId| prose::code(&id.of(&endpoint.parameters).field.wire);
    let cursor = wire(pages.cursor);
    let counts = match pages.style {
        PageStyle::Page { first } => format!("{cursor} counts the pages from {first} on"),
        PageStyle::Offset => format!("{cursor} counts the items to leave out"),
    };
    let size = match (pages.default_limit, pages.limit.map(wire)) {
        (Some(size), Some(limit)) => format!(" A page has {size} items, unless {limit} says otherwise."),
        (Some(size), None) => format!(" A page has {size} items."),
        (None, Some(limit)) => format!(" {limit} says how many items make a page."),
        (None, None) => String::new(),
    };
    let total = pages.total.and_then(|id| Some(id.of(fields(cx, record(endpoint)?)?)));
    let total = total.map(|total| format!(" {} is the number of all items.", prose::code(&total.wire)));
    docs::paragraph(
        lines,
        &format!(
            "`send` gives one page: {counts}.{size}{} [`items`](Self::items) reads the whole list, item by item, and \
             [`pages`](Self::pages) page by page; both begin at the page that the request names.",
            total.unwrap_or_default()
        ),
    );
    if let Some(code) = example::list(cx, endpoint) {
        lines.push(String::new());
        lines.extend(code);
    }
}

/// The table that says how the list goes on.
fn info(cx: &Cx<'_>, endpoint: &Endpoint, pages: &Pagination) -> TokenStream {
    // Where the items and their number stand, two functions say.
    let Pagination { style, cursor, limit, default_limit, items: _, total: _ } = pages;
    let style = match style {
        PageStyle::Page { first } => quote!(__p::PageStyle::Page { first: #first }),
        PageStyle::Offset => quote!(__p::PageStyle::Offset),
    };
    let cursor = Literal::usize_unsuffixed(cursor.0);
    let size = option(limit.map(|id| Literal::usize_unsuffixed(id.0)));
    let default_limit = option(default_limit.map(Literal::u64_unsuffixed));
    let maximum =
        limit.and_then(|id| match &cx.api.resolved(&id.of(&endpoint.parameters).field.schema).kind {
            Kind::Integer(limit) => u64::try_from(limit.maximum?).ok(),
            _ => None,
        });
    let max_limit = option(maximum.map(Literal::u64_unsuffixed));
    quote! {
        __p::PageInfo {
            style: #style,
            cursor: #cursor,
            limit: #size,
            default_limit: #default_limit,
            max_limit: #max_limit,
        }
    }
}

fn option(value: Option<Literal>) -> TokenStream {
    value.map_or_else(|| quote!(__p::None), |value| quote!(__p::Some(#value)))
}

/// What the first response, a success, holds.
fn record(endpoint: &Endpoint) -> Option<&Schema> {
    match &endpoint.responses.first()?.content {
        Content::Json(schema) => Some(schema),
        Content::Empty | Content::Text(_) | Content::Binary(_) => None,
    }
}

/// The fields of the object that stands there.
fn fields<'a>(cx: &'a Cx<'_>, schema: &'a Schema) -> Option<&'a [Field]> {
    match &cx.api.resolved(schema).kind {
        Kind::Object(object) => Some(&object.fields),
        _ => None,
    }
}

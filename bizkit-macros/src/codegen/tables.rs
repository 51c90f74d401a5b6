//! The rules of values as constants of the generated code; equal ones are written once.

use super::context::Cx;
use super::names::twin;
use super::{names, pattern};
use bizkit_spec::json::Json;
use bizkit_spec::model::{
    ArrayType, BooleanType, Bound, Constraint, ConstraintRule, Format, IntegerType, Kind, MapType, Normalize,
    NumberType, Schema, StringType, TextNumber,
};
use bizkit_spec::name::Name;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// A reference to the rules of a schema, as seen from the module `from`.
pub(super) fn reference(cx: &Cx<'_>, from: &[Name], schema: &Schema, wish: &str) -> TokenStream {
    let path = path(cx, from, schema, wish);
    quote!(&#path)
}

/// The path of the rules of a schema: `PLAIN`, or a table. `wish` names the table if it is new.
pub(super) fn path(cx: &Cx<'_>, from: &[Name], schema: &Schema, wish: &str) -> TokenStream {
    match table(cx, schema, wish) {
        Some(ident) => {
            let up = from.iter().map(|_| quote!(super::));
            quote!(#(#up)* __tables::#ident)
        }
        None => quote!(__p::PLAIN),
    }
}

/// The table of a schema; `None` where it has no rule of its own.
fn table(cx: &Cx<'_>, schema: &Schema, wish: &str) -> Option<Ident> {
    let mut fields = Vec::new();
    rules(cx, schema, wish, &mut fields);
    if fields.is_empty() {
        return None;
    }
    let contents = quote!(#(#fields,)*);
    Some(cx.tables.borrow_mut().intern(
        contents.to_string(),
        wish,
        |ident| quote!(pub(super) static #ident: __p::Rules = __p::Rules { #contents ..__p::Rules::NONE };),
    ))
}

/// The fields of `Rules` that differ from none.
fn rules(cx: &Cx<'_>, schema: &Schema, wish: &str, out: &mut Vec<TokenStream>) {
    // What people read about a value stands in its documentation; only the example goes into messages as well.
    let Schema {
        kind,
        nullable: _,
        sensitive,
        description: _,
        example,
        default: _,
        deprecated: _,
        docs: _,
        seen: _,
    } = schema;
    match kind {
        Kind::String(text) => text_rules(cx, text, wish, out),
        Kind::Integer(number) => integer_rules(number, out),
        Kind::Number(number) | Kind::Decimal(number) => number_rules(number, out),
        Kind::Boolean(BooleanType { as_string }) => flag("as_string", *as_string, out),
        Kind::Array(array) => {
            let ArrayType { items: element, min_items, max_items, unique, delimiter } = &**array;
            size("min_items", *min_items, out);
            size("max_items", *max_items, out);
            flag("unique", *unique, out);
            out.extend(delimiter.map(|delimiter| quote!(delimiter: __p::Some(#delimiter))));
            items(cx, element, wish, out);
            // Elements may be joined to one text, so a secret among them makes the list one.
            let secret = element.sensitive || cx.api.resolved(element).sensitive;
            flag("sensitive", secret && !sensitive && !is_sensitive(out), out);
        }
        Kind::Map(map) => {
            let MapType { values, min_properties, max_properties } = &**map;
            size("min_properties", *min_properties, out);
            size("max_properties", *max_properties, out);
            items(cx, values, wish, out);
        }
        // A named list, map or truth value is an alias, so its rules stand where it is used.
        // The other named types know their rules.
        Kind::Ref(id) => {
            let target = &cx.api.type_def(*id).schema;
            let alias = matches!(target.kind, Kind::Array(_) | Kind::Map(_) | Kind::Boolean(_));
            if alias {
                rules(cx, target, wish, out);
            }
            if target.sensitive && !sensitive && !is_sensitive(out) {
                flag("sensitive", true, out);
            }
        }
        // Tables of their own, which `record`, `types` and `union` write.
        Kind::Json | Kind::Binary | Kind::Object(_) | Kind::Enum(_) | Kind::Union(_) => {}
    }
    if *sensitive && !is_sensitive(out) {
        flag("sensitive", true, out);
    }
    if let (Kind::String(_), Some(Json::String(example)), false) = (kind, example, out.is_empty()) {
        out.push(quote!(example: __p::Some(#example)));
    }
}

fn is_sensitive(rules: &[TokenStream]) -> bool {
    rules.iter().any(|field| field.to_string().starts_with("sensitive"))
}

fn items(cx: &Cx<'_>, schema: &Schema, wish: &str, out: &mut Vec<TokenStream>) {
    if let Some(ident) = table(cx, schema, &format!("{wish}_ITEM")) {
        out.push(quote!(items: __p::Some(&#ident)));
    }
}

fn text_rules(cx: &Cx<'_>, text: &StringType, wish: &str, out: &mut Vec<TokenStream>) {
    let StringType { min_length, max_length, pattern, format, normalize, number } = text;
    size("min_length", *min_length, out);
    size("max_length", *max_length, out);
    if let Some(pattern) = pattern
        && let Some(table) = pattern::table(cx, pattern, wish)
    {
        out.push(quote!(pattern: __p::Some(&#table)));
    }
    if let Some(format) = format {
        let format = twin!(format, Format => Format {
            Date, DateTime, Duration, Uri, Email, Phone, Ip, Ipv4, Ipv6, Uuid, Html, Locale, Currency
        });
        out.push(quote!(format: __p::Some(#format)));
    }
    if !normalize.is_empty() {
        let steps = normalize.iter().map(|step| match step {
            Normalize::Trim => quote!(__p::Normalize::Trim),
            Normalize::Lowercase => quote!(__p::Normalize::Lowercase),
            Normalize::Uppercase => quote!(__p::Normalize::Uppercase),
            Normalize::Phone => quote!(__p::Normalize::Phone),
            Normalize::Replace(pairs) => {
                let pairs = pairs.iter().map(|(from, to)| quote!((#from, #to)));
                quote!(__p::Normalize::Replace(&[#(#pairs),*]))
            }
        });
        out.push(quote!(normalize: &[#(#steps),*]));
    }
    match number {
        Some(TextNumber::Integer(number)) => {
            out.push(quote!(number: __p::Some(__p::TextNumber::Integer)));
            integer_rules(number, out);
        }
        Some(TextNumber::Number(number)) => {
            out.push(quote!(number: __p::Some(__p::TextNumber::Number)));
            number_rules(number, out);
        }
        None => {}
    }
}

fn integer_rules(number: &IntegerType, out: &mut Vec<TokenStream>) {
    let IntegerType { minimum, maximum, multiple_of, allowed, as_string } = number;
    let bound = |value: i64| Bound { value: value.to_string(), exclusive: false };
    end("minimum", minimum.map(bound).as_ref(), out);
    end("maximum", maximum.map(bound).as_ref(), out);
    out.extend(multiple_of.map(|step| quote!(multiple_of: #step)));
    if !allowed.is_empty() {
        out.push(quote!(allowed: &[#(#allowed),*]));
    }
    flag("as_string", *as_string, out);
}

fn number_rules(number: &NumberType, out: &mut Vec<TokenStream>) {
    let NumberType { minimum, maximum, max_scale, as_string } = number;
    end("minimum", minimum.as_ref(), out);
    end("maximum", maximum.as_ref(), out);
    out.extend(max_scale.map(|digits| quote!(max_scale: __p::Some(#digits))));
    flag("as_string", *as_string, out);
}

fn end(name: &str, bound: Option<&Bound>, out: &mut Vec<TokenStream>) {
    let name = names::ident(name);
    out.extend(bound.map(|Bound { value, exclusive }| {
        quote!(#name: __p::Some(__p::Bound { value: #value, exclusive: #exclusive }))
    }));
}

fn size(name: &str, value: Option<u64>, out: &mut Vec<TokenStream>) {
    let name = names::ident(name);
    out.extend(value.map(|value| {
        let value = proc_macro2::Literal::u64_unsuffixed(value.min(u64::from(u32::MAX)));
        quote!(#name: #value)
    }));
}

fn flag(name: &str, value: bool, out: &mut Vec<TokenStream>) {
    let name = names::ident(name);
    out.extend(value.then(|| quote!(#name: true)));
}

/// The rules over several members of a record or request.
pub(super) fn groups(groups: &[Constraint]) -> TokenStream {
    let groups = groups.iter().map(|group| {
        let Constraint { rule, members } = group;
        let rule =
            twin!(rule, ConstraintRule => ConstraintRule { ExactlyOneOf, AtLeastOneOf, AllOrNoneOf, DependentRequired });
        let members = members.iter().map(|member| proc_macro2::Literal::usize_unsuffixed(member.0));
        quote!(__p::ConstraintInfo { rule: #rule, members: &[#(#members),*] })
    });
    quote!([#(#groups),*])
}

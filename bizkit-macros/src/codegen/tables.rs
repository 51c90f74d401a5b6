//! The rules of values as constants of the generated code; equal ones are written once.

use super::context::Cx;
use super::{names, pattern};
use bizkit_spec::json::Json;
use bizkit_spec::model::{
    Bound, Group, GroupRule, IntegerType, Kind, Normalize, NumberType, Schema, StringType, TextNumber,
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
    match &schema.kind {
        Kind::String(text) => text_rules(cx, text, wish, out),
        Kind::Integer(number) => integer_rules(number, out),
        Kind::Number(number) | Kind::Decimal(number) => number_rules(number, out),
        Kind::Boolean(boolean) => flag("as_string", boolean.as_string, out),
        Kind::Array(array) => {
            size("min_items", array.min_items, out);
            size("max_items", array.max_items, out);
            flag("unique", array.unique, out);
            out.extend(array.delimiter.map(|delimiter| quote!(delimiter: __p::Some(#delimiter))));
            items(cx, &array.items, wish, out);
            // Elements may be joined to one text, so a secret among them makes the list one.
            let secret = array.items.sensitive || cx.api.resolved(&array.items).sensitive;
            flag("sensitive", secret && !schema.sensitive && !is_sensitive(out), out);
        }
        Kind::Map(map) => {
            size("min_properties", map.min_properties, out);
            size("max_properties", map.max_properties, out);
            items(cx, &map.values, wish, out);
        }
        // A named list, map or truth value is an alias, so its rules stand where it is used.
        // The other named types know their rules.
        Kind::Ref(id) => {
            let target = &cx.api.type_def(*id).schema;
            let alias = matches!(target.kind, Kind::Array(_) | Kind::Map(_) | Kind::Boolean(_));
            if alias {
                rules(cx, target, wish, out);
            }
            if target.sensitive && !schema.sensitive && !is_sensitive(out) {
                flag("sensitive", true, out);
            }
        }
        Kind::Json | Kind::Binary | Kind::Object(_) | Kind::Enum(_) | Kind::Union(_) => {}
    }
    if schema.sensitive && !is_sensitive(out) {
        flag("sensitive", true, out);
    }
    if let (Kind::String(_), Some(Json::String(example)), false) =
        (&schema.kind, &schema.example, out.is_empty())
    {
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
    size("min_length", text.min_length, out);
    size("max_length", text.max_length, out);
    if let Some(pattern) = &text.pattern
        && let Some(table) = pattern::table(cx, pattern, wish)
    {
        out.push(quote!(pattern: __p::Some(&#table)));
    }
    if let Some(format) = &text.format {
        let format = names::variant(format);
        out.push(quote!(format: __p::Some(__p::Format::#format)));
    }
    if !text.normalize.is_empty() {
        let steps = text.normalize.iter().map(|step| match step {
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
    match &text.number {
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
    let bound = |value: i64| Bound { value: value.to_string(), exclusive: false };
    end("minimum", number.minimum.map(bound).as_ref(), out);
    end("maximum", number.maximum.map(bound).as_ref(), out);
    out.extend(number.multiple_of.map(|step| quote!(multiple_of: #step)));
    if !number.allowed.is_empty() {
        let allowed = &number.allowed;
        out.push(quote!(allowed: &[#(#allowed),*]));
    }
    flag("as_string", number.as_string, out);
}

fn number_rules(number: &NumberType, out: &mut Vec<TokenStream>) {
    end("minimum", number.minimum.as_ref(), out);
    end("maximum", number.maximum.as_ref(), out);
    out.extend(number.max_scale.map(|digits| quote!(max_scale: __p::Some(#digits))));
    flag("as_string", number.as_string, out);
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
pub(super) fn groups(groups: &[Group]) -> TokenStream {
    let groups = groups.iter().map(|group| {
        let rule = match group.rule {
            GroupRule::ExactlyOneOf => quote!(ExactlyOneOf),
            GroupRule::AtLeastOneOf => quote!(AtLeastOneOf),
            GroupRule::AllOrNoneOf => quote!(AllOrNoneOf),
            GroupRule::DependentRequired => quote!(DependentRequired),
        };
        let members = group.members.iter().map(|member| proc_macro2::Literal::usize_unsuffixed(member.0));
        quote!(__p::GroupInfo { rule: __p::GroupRule::#rule, members: &[#(#members),*] })
    });
    quote!([#(#groups),*])
}

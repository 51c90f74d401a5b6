//! Unions: enums whose branch is told by a tag or by the kind of the JSON value.

use super::context::Cx;
use super::{docs, names, rust_type, tables};
use bizkit_spec::model::{JsonKind, Kind, Select, Tag, TypeId, UnionType, Variant};
use bizkit_spec::name::Name;
use bizkit_spec::prose;
use bizkit_spec::rust::module_of;
use bizkit_spec::rust::{self, Branches};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// One branch with its Rust.
pub(super) struct Arm<'a> {
    pub(super) variant: &'a Variant,
    pub(super) ident: Ident,
    /// The payload's type and its rules.
    pub(super) payload: Option<(TokenStream, TokenStream)>,
    boxed: bool,
}

/// All branches of a union as seen from the module `from`.
pub(super) fn arms<'a>(cx: &Cx<'_>, from: &[Name], id: TypeId, union: &'a UnionType) -> Vec<Arm<'a>> {
    let owner = rust_type::table_name(cx.api.type_def(id));
    let arm = |(index, variant): (usize, &'a Variant)| {
        // What selects it and what it means is read where the arm is written.
        let Variant { name, select: _, schema, failure: _, description: _, span: _ } = variant;
        let boxed = cx.boxes.contains(id, index);
        let payload = schema.as_ref().map(|schema| {
            let ty = rust_type::nullable(cx, from, schema);
            let wish = format!("{owner}_{}", name.shouty());
            (ty, tables::reference(cx, from, schema, &wish))
        });
        Arm { variant, ident: names::pascal(name), payload, boxed }
    };
    union.variants.iter().enumerate().map(arm).collect()
}

/// The enum of a union; nothing where all that a caller sees of it are its payloads.
pub(super) fn expand(cx: &Cx<'_>, id: TypeId, union: &UnionType) -> TokenStream {
    let def = cx.api.type_def(id);
    let all = arms(cx, &module_of(def), id, union);
    let arms: Vec<Arm<'_>> = match rust::branches(cx.api, id, union) {
        Branches::All => all,
        Branches::Successes => all.into_iter().filter(|arm| !arm.variant.failure).collect(),
        Branches::Payload => return TokenStream::new(),
    };
    let ident = names::pascal(&def.name);
    let unknown = unknown(union);
    let attributes = rust_type::attributes(cx, id, &[]);
    let variants = arms.iter().map(|arm| arm.declaration(union));
    let unknown_variant = unknown.as_ref().map(|unknown| {
        let docs =
            docs::attributes(&["A branch that this version does not know, kept as it came.".to_owned()]);
        quote!(#docs #unknown(__p::Json),)
    });
    let views = arms.iter().map(|arm| {
        let (pattern, branch) = (arm.pattern(&quote!(Self)), arm.branch(union));
        quote!(#pattern => #branch,)
    });
    let unknown_view = unknown.as_ref().map(|unknown| {
        let name = unknown.to_string();
        quote!(Self::#unknown(value) => __p::Branch::new(#name, __p::None, __p::Some(value), &__p::PLAIN),)
    });
    let unknown_read = unknown.as_ref().map(|unknown| quote!(Self::#unknown));
    let decode = decode(union, &arms, unknown_read.as_ref(), |arm| {
        let ident = &arm.ident;
        quote!(Self::#ident)
    });
    let conversions = def.in_request.then(|| conversions(cx, &ident, &arms));
    quote! {
        #attributes
        #[derive(::core::clone::Clone)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            #unknown_variant
        }
        impl __p::Value for #ident {
            fn parts(&self) -> __p::Parts<'_> {
                __p::Parts::Branch(match self {
                    #(#views)*
                    #unknown_view
                })
            }
        }
        impl __p::Decode for #ident {
            fn decode(reader: &mut __p::Reader<'_>, _: &'static __p::Rules) -> __p::Result<Self, __p::DecodeError> {
                #decode
            }
        }
        __p::union_type!(#ident);
        #conversions
    }
}

/// The variant for tags that a later version of the API may add, where there can be any.
pub(super) fn unknown(union: &UnionType) -> Option<Ident> {
    rust::catch_all(union).map(|name| names::ident(&name))
}

impl Arm<'_> {
    /// The payload's type with its box.
    pub(super) fn payload_type(&self) -> Option<TokenStream> {
        let (ty, _) = self.payload.as_ref()?;
        Some(if self.boxed { quote!(__p::Box<#ty>) } else { quote!(#ty) })
    }

    /// The member that selects the branch.
    fn member(&self) -> Option<&str> {
        match &self.variant.select {
            Select::Has(member) => Some(member),
            Select::Tag(_) | Select::Absent | Select::Kind(_) => None,
        }
    }

    /// The variant with its documentation.
    pub(super) fn declaration(&self, union: &UnionType) -> TokenStream {
        let Self { variant, ident, .. } = self;
        let fallback = match (&union.discriminator, &variant.select) {
            (Some(field), Select::Tag(tag)) => {
                format!("{} is {}.", prose::code(field), prose::code(&tag_text(tag)))
            }
            (Some(field), Select::Absent | Select::Has(_) | Select::Kind(_)) => {
                format!("{} is not there.", prose::code(field))
            }
            (None, select) => {
                let words = select_words(select).unwrap_or_else(|| format!("the branch `{ident}`"));
                let (first, rest) = words.split_at(1);
                let rules = variant.schema.as_ref().and_then(docs::rules);
                let rules = rules.map(|rules| format!(": {rules}")).unwrap_or_default();
                format!("{}{rest}{rules}.", first.to_uppercase())
            }
        };
        let text = variant.description.as_deref().map(prose::sentence);
        let docs = docs::text(&text.unwrap_or(fallback));
        match self.payload_type() {
            Some(ty) => quote!(#docs #ident(#ty)),
            None => quote!(#docs #ident),
        }
    }

    /// The pattern that matches the branch of an enum and binds what it holds to `value`.
    pub(super) fn pattern(&self, owner: &TokenStream) -> TokenStream {
        let ident = &self.ident;
        if self.payload.is_some() { quote!(#owner::#ident(value)) } else { quote!(#owner::#ident) }
    }

    /// The branch as the runtime sees it, made of `value`.
    pub(super) fn branch(&self, union: &UnionType) -> TokenStream {
        let name = self.ident.to_string();
        let tag = match (&union.discriminator, &self.variant.select) {
            (Some(field), Select::Tag(tag)) => {
                let tag = match tag {
                    Tag::Boolean(value) => quote!(__p::Tag::Boolean(#value)),
                    Tag::Integer(value) => {
                        let value = Literal::i64_unsuffixed(*value);
                        quote!(__p::Tag::Integer(#value))
                    }
                    Tag::String(text) => quote!(__p::Tag::Text(#text)),
                };
                quote!(__p::Some((#field, #tag)))
            }
            _ => quote!(__p::None),
        };
        match &self.payload {
            Some((_, rules)) => quote!(__p::Branch::new(#name, #tag, __p::Some(value), #rules)),
            None => quote!(__p::Branch::new(#name, #tag, __p::None, &__p::PLAIN)),
        }
    }
}

/// The expression that reads a union. `wrap` gives the function (or, without payload, the value) that an arm becomes;
/// `unknown` is the function for a tag that is not in the list, where the enum has a place for it.
pub(super) fn decode(
    union: &UnionType,
    arms: &[Arm<'_>],
    unknown: Option<&TokenStream>,
    wrap: impl Fn(&Arm<'_>) -> TokenStream,
) -> TokenStream {
    let read = |arm: &Arm<'_>| {
        let wrap = wrap(arm);
        match &arm.payload {
            Some((_, rules)) => quote!(reader.branch(#wrap, #rules)),
            None => quote!(reader.unit(#wrap)),
        }
    };
    let Some(field) = &union.discriminator else { return decode_untagged(arms, read) };
    let rows = arms.iter().map(|arm| {
        let read = read(arm);
        match &arm.variant.select {
            Select::Tag(tag) => {
                let text = tag_text(tag);
                quote!(__p::Some(#text) => #read,)
            }
            Select::Absent | Select::Has(_) | Select::Kind(_) => quote!(__p::None => #read,),
        }
    });
    let complete = unknown.is_some() && arms.iter().any(|arm| arm.variant.select == Select::Absent);
    let unknown = unknown.map(|wrap| quote!(__p::Some(_) => reader.branch(#wrap, &__p::PLAIN),));
    let known = arms.iter().filter_map(|arm| match &arm.variant.select {
        Select::Tag(tag) => Some(tag_text(tag)),
        Select::Absent | Select::Has(_) | Select::Kind(_) => None,
    });
    // A pattern that the ones above make complete would be unreachable.
    let rest = (!complete).then(|| quote!(tag => reader.unknown_tag(#field, tag, &[#(#known),*]),));
    quote! {
        match reader.tag(#field)?.as_deref() {
            #(#rows)*
            #unknown
            #rest
        }
    }
}

/// The expression that reads a union without a tag: first by the members that objects have, then by kind.
fn decode_untagged(arms: &[Arm<'_>], read: impl Fn(&Arm<'_>) -> TokenStream) -> TokenStream {
    let members: Vec<&str> = arms.iter().filter_map(Arm::member).collect();
    let by_member = arms.iter().filter(|arm| arm.member().is_some()).enumerate().map(|(index, arm)| {
        let (index, read) = (Literal::usize_unsuffixed(index), read(arm));
        quote!(__p::Some(#index) => #read,)
    });
    let by_kind = arms.iter().filter_map(|arm| {
        let Select::Kind(kind) = arm.variant.select else { return None };
        let kind = names::ident(kind_name(kind));
        let read = read(arm);
        Some(quote!(__p::JsonKind::#kind => #read,))
    });
    let words = arms.iter().filter_map(|arm| select_words(&arm.variant.select));
    let expected = words.collect::<Vec<_>>().join(" or ");
    let by_kind = quote! {
        match reader.kind()? {
            #(#by_kind)*
            _ => reader.wrong_kind(#expected),
        }
    };
    if members.is_empty() {
        return by_kind;
    }
    quote! {
        match reader.has(&[#(#members),*])? {
            #(#by_member)*
            _ => #by_kind,
        }
    }
}

/// `From` and `Arg` for payloads that only one branch has.
fn conversions(cx: &Cx<'_>, ident: &Ident, arms: &[Arm<'_>]) -> TokenStream {
    let types: Vec<String> =
        arms.iter().filter_map(|arm| arm.payload.as_ref()).map(|(ty, _)| ty.to_string()).collect();
    let one = |arm: &Arm<'_>| {
        let (ty, _) = arm.payload.as_ref()?;
        let name = ty.to_string();
        if types.iter().filter(|other| **other == name).count() > 1 {
            return None;
        }
        let variant = &arm.ident;
        let value = if arm.boxed { quote!(__p::Box::new(value)) } else { quote!(value) };
        let arguments = arguments(cx, ident, ty, arm);
        Some(quote! {
            impl ::core::convert::From<#ty> for #ident {
                fn from(value: #ty) -> Self {
                    Self::#variant(#value)
                }
            }
            #arguments
        })
    };
    arms.iter().filter_map(one).collect()
}

/// What can be given for one branch. The runtime knows what texts and numbers are made of, and gives them to every
/// type that says which of these it takes.
fn arguments(cx: &Cx<'_>, ident: &Ident, ty: &TokenStream, arm: &Arm<'_>) -> TokenStream {
    let schema = arm.variant.schema.as_ref().filter(|schema| !schema.nullable);
    let by_kind = matches!(arm.variant.select, Select::Kind(_));
    let is_named = schema.is_some_and(|schema| matches!(schema.kind, Kind::Ref(_)));
    let from = |value: TokenStream| quote!(::core::convert::From::from(#value));
    // A type of its own makes itself out of what it takes.
    let made = |way: TokenStream| {
        if is_named { from(quote!(<#ty as __p::#way(value))) } else { from(quote!(value)) }
    };
    let itself = || {
        let value = from(quote!(self));
        quote!(impl __p::Arg<#ident> for #ty { fn into_arg(self) -> #ident { #value } })
    };
    // A named text is one thing more than texts: itself.
    let named = if is_named { itself() } else { TokenStream::new() };
    let kind = schema.map(|schema| if by_kind { &cx.api.resolved(schema).kind } else { &schema.kind });
    match kind {
        Some(Kind::String(_) | Kind::Enum(_)) => {
            let value = made(quote!(FromText > ::from_text));
            quote! {
                impl __p::FromText for #ident { fn from_text(value: __p::String) -> Self { #value } }
                #named
            }
        }
        Some(Kind::Integer(_)) => {
            let value = made(quote!(FromInteger > ::from_integer));
            quote! {
                impl __p::FromInteger for #ident { fn from_integer(value: i64) -> Self { #value } }
                #named
            }
        }
        Some(Kind::Number(_)) => {
            let value = made(quote!(FromFloat > ::from_float));
            quote! {
                impl __p::FromFloat for #ident { fn from_float(value: f64) -> Self { #value } }
                #named
            }
        }
        Some(Kind::Array(_)) if by_kind => {
            let itself = itself();
            let value = from(quote!(__p::Arg::<#ty>::into_arg(self)));
            quote! {
                #itself
                impl<__S, const __N: usize> __p::Arg<#ident> for [__S; __N] where Self: __p::Arg<#ty> {
                    fn into_arg(self) -> #ident { #value }
                }
                impl<__S> __p::Arg<#ident> for &[__S] where Self: __p::Arg<#ty> {
                    fn into_arg(self) -> #ident { #value }
                }
            }
        }
        _ => itself(),
    }
}

/// A tag as the reader hands it over.
fn tag_text(tag: &Tag) -> String {
    match tag {
        Tag::Boolean(value) => value.to_string(),
        Tag::Integer(value) => value.to_string(),
        Tag::String(text) => text.clone(),
    }
}

fn kind_name(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::String => "String",
        JsonKind::Number => "Number",
        JsonKind::Boolean => "Boolean",
        JsonKind::Array => "Array",
        JsonKind::Object => "Object",
    }
}

/// What selects a branch without a tag, in words.
fn select_words(select: &Select) -> Option<String> {
    Some(match select {
        Select::Kind(kind) => kind_words(*kind).to_owned(),
        Select::Has(member) => format!("an object with {}", prose::code(member)),
        Select::Tag(_) | Select::Absent => return None,
    })
}

fn kind_words(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::String => "a string",
        JsonKind::Number => "a number",
        JsonKind::Boolean => "a boolean",
        JsonKind::Array => "a list",
        JsonKind::Object => "an object",
    }
}

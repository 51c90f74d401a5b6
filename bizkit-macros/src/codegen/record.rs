//! Objects with known fields: structs with public fields, and setters where a request can hold them.

use super::context::Cx;
use super::{docs, names, rust_type, tables};
use bizkit_spec::model::{Field, ObjectType, TypeId};
use bizkit_spec::name::Name;
use bizkit_spec::prose;
use bizkit_spec::rust::module_of;
use bizkit_spec::rust::{Presence, presence};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// The struct of an object.
pub(super) fn expand(cx: &Cx<'_>, id: TypeId, object: &ObjectType) -> TokenStream {
    let def = cx.api.type_def(id);
    let ObjectType { fields: known, additional_properties: _, constraints, observed } = object;
    let module = module_of(def);
    let ident = names::pascal(&def.name);
    let owner = Owner {
        module: &module,
        table: rust_type::table_name(def),
        record: Some(id),
        lenient: *observed && !def.in_request,
    };
    let fields = object.members().enumerate();
    let members: Vec<Member<'_>> =
        fields.map(|(index, field)| Member::new(cx, &owner, index, field)).collect();

    let known: Vec<&Field> = known.iter().collect();
    let attributes = rust_type::attributes(cx, id, &[&docs::groups(constraints, &known)]);
    let fields = members.iter().map(|member| {
        let (docs, declaration) = (&member.docs, member.declaration());
        quote!(#docs pub #declaration)
    });
    let rows = members.iter().map(Member::row);
    let groups = tables::groups(constraints);
    let default = (def.in_request && members.iter().all(|member| member.mode != Presence::Required))
        .then(|| quote!(::core::default::Default,));
    let builder = def.in_request.then(|| {
        let required = members.iter().any(|member| member.mode == Presence::Required);
        let start = if required {
            "Creates the value with its required members."
        } else {
            "Creates the value with nothing set."
        };
        let new = constructor(&members, &docs::text(start));
        let setters = members.iter().flat_map(|member| {
            let name = member.field.name.snake();
            let docs = docs::text(&format!("Sets `{name}`."));
            let must_use = quote!(#[must_use]);
            let set = member.setter(&format_ident!("with_{name}"), &quote!(#docs #must_use));
            set.into_iter().chain(member.clearing(&format_ident!("clear_{name}"), Some(&must_use)))
        });
        quote! {
            impl #ident {
                #new
                #(#setters)*
            }
        }
    });
    quote! {
        #attributes
        #[derive(::core::clone::Clone, #default)]
        #[non_exhaustive]
        pub struct #ident { #(#fields,)* }
        #builder
        __p::record!(#ident, #groups, { #(#rows)* });
    }
}

/// What members belong to.
pub(super) struct Owner<'a> {
    /// The module that it is generated in.
    pub(super) module: &'a [Name],
    /// The beginning of the names of its tables.
    pub(super) table: String,
    /// The record; `None` for a request.
    pub(super) record: Option<TypeId>,
    /// Whether a missing list is an empty one.
    pub(super) lenient: bool,
}

/// A member of a record or a request with all that its Rust needs.
pub(super) struct Member<'a> {
    pub(super) field: &'a Field,
    pub(super) mode: Presence,
    pub(super) ident: Ident,
    index: usize,
    boxed: bool,
    nullable: bool,
    /// The type without presence and box.
    ty: TokenStream,
    rules: TokenStream,
    pub(super) docs: TokenStream,
}

impl<'a> Member<'a> {
    /// Works out the Rust of `field`, the member `index` of its owner.
    pub(super) fn new(cx: &Cx<'_>, owner: &Owner<'_>, index: usize, field: &'a Field) -> Self {
        let Field { wire, name, required, additional_properties, schema, span } = field;
        let resolved = cx.api.resolved(schema);
        let nullable = rust_type::is_nullable(cx, schema);
        let mode = presence(cx.api, field, owner.lenient);
        let wish = format!("{}_{}", owner.table, name.shouty());
        let fallback = if *additional_properties {
            "Every other member, by its name.".to_owned()
        } else {
            format!("{}: {}.", prose::code(wire), docs::kind(cx.api, schema, false))
        };
        let mut lines = docs::member(&fallback, schema, resolved, owner.record.is_none());
        if *required && nullable {
            docs::paragraph(&mut lines, "Always there; `None` stands for `null`.");
        }
        let docs = docs::attributes(&lines);
        let origin = cx.origin(*span);
        let deprecated = docs::deprecation(schema.deprecated.as_ref());
        Self {
            field,
            mode,
            ident: names::field(name),
            index,
            boxed: owner.record.is_some_and(|id| cx.boxes.contains(id, index)),
            nullable,
            ty: rust_type::rust(cx, owner.module, schema),
            rules: tables::reference(cx, owner.module, schema, &wish),
            docs: quote!(#docs #origin #deprecated),
        }
    }

    /// `name: Type`
    pub(super) fn declaration(&self) -> TokenStream {
        let Self { ident, ty, .. } = self;
        let ty = if self.boxed { quote!(__p::Box<#ty>) } else { quote!(#ty) };
        match (self.mode, self.nullable) {
            (Presence::Required, false) | (Presence::List, _) => quote!(#ident: #ty),
            (Presence::Required, true) | (Presence::Optional, _) => quote!(#ident: __p::Option<#ty>),
            (Presence::Nullable, _) => quote!(#ident: __p::Nullable<#ty>),
        }
    }

    /// The member's row in the table.
    pub(super) fn row(&self) -> TokenStream {
        let Self { ident, rules, .. } = self;
        let index = Literal::usize_unsuffixed(self.index);
        let wire = if self.field.additional_properties { self.field.name.snake() } else { &self.field.wire };
        let mode = self.mode_word();
        quote!(#index #ident #wire #mode #rules;)
    }

    /// How it is present, as the runtime names it.
    pub(super) fn mode_word(&self) -> Ident {
        names::ident(match self.mode {
            _ if self.field.additional_properties => "rest",
            Presence::Required => "required",
            Presence::Optional => "optional",
            Presence::Nullable => "nullable",
            Presence::List => "list",
        })
    }

    /// The parameter of `new`.
    fn parameter(&self) -> TokenStream {
        let Self { ident, ty, .. } = self;
        if self.nullable {
            quote!(#ident: impl __p::Arg<__p::Option<#ty>>)
        } else {
            quote!(#ident: impl __p::Arg<#ty>)
        }
    }

    /// The parameter as it is stored.
    fn stored(&self, value: &TokenStream) -> TokenStream {
        let value = quote!(__p::Arg::into_arg(#value));
        match (self.boxed, self.nullable && self.mode == Presence::Required) {
            (false, _) => value,
            (true, false) => quote!(__p::Box::new(#value)),
            (true, true) => quote!(__p::Option::map(#value, __p::Box::new)),
        }
    }

    /// The method that sets an optional member, and the one that sets `null`.
    pub(super) fn setter(&self, method: &Ident, docs: &TokenStream) -> Option<TokenStream> {
        let Self { ident, ty, .. } = self;
        let value = self.held(&quote!(value));
        let set = quote! {
            #docs
            #[inline]
            pub fn #method(mut self, value: impl __p::Arg<#ty>) -> Self {
                self.#ident = #value;
                self
            }
        };
        (self.mode != Presence::Required).then_some(set)
    }

    /// An argument as the member holds it.
    pub(super) fn held(&self, value: &TokenStream) -> TokenStream {
        let stored = self.stored(value);
        match self.mode {
            Presence::Required | Presence::List => stored,
            Presence::Optional if !self.boxed => quote!(__p::some(#value)),
            Presence::Optional => quote!(__p::Some(#stored)),
            Presence::Nullable => quote!(__p::Nullable::Value(#stored)),
        }
    }

    /// The method that sends `null`.
    pub(super) fn clearing(&self, method: &Ident, attribute: Option<&TokenStream>) -> Option<TokenStream> {
        let Self { ident, .. } = self;
        let docs = docs::attributes(&[format!("Sends `null` as {}.", prose::code(&self.field.wire))]);
        (self.mode == Presence::Nullable).then(|| {
            quote! {
                #docs
                #attribute
                pub fn #method(mut self) -> Self {
                    self.#ident = __p::Nullable::Null;
                    self
                }
            }
        })
    }

    /// The value that `new` gives a member which it does not take.
    fn initial(&self) -> TokenStream {
        let Self { ident, .. } = self;
        match self.mode {
            Presence::Required => {
                let value = self.stored(&quote!(#ident));
                quote!(#ident: #value)
            }
            Presence::Optional => quote!(#ident: __p::None),
            Presence::Nullable => quote!(#ident: __p::Nullable::Absent),
            Presence::List if self.field.additional_properties => quote!(#ident: __p::BTreeMap::new()),
            Presence::List => quote!(#ident: ::core::default::Default::default()),
        }
    }
}

/// `new`: one parameter per required member.
pub(super) fn constructor(members: &[Member<'_>], docs: &TokenStream) -> TokenStream {
    let parameters = members.iter().filter(|member| member.mode == Presence::Required).map(Member::parameter);
    let fields = members.iter().map(Member::initial);
    quote! {
        #docs
        pub fn new(#(#parameters),*) -> Self {
            Self { #(#fields),* }
        }
    }
}

//! What a call gives: its response type, its typed failure, and the function that reads them.

use super::context::Cx;
use super::union::{self, Arm};
use super::{docs, names, rust_type, tables};
use bizkit_spec::model::{Content, Endpoint, Kind, Response, Schema, Status, UnionType};
use bizkit_spec::name::Name;
use bizkit_spec::prose;
use bizkit_spec::rust::{self, Branches};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// What one documented status gives.
pub(super) struct Case<'a> {
    pub(super) response: &'a Response,
    /// Its place among all documented responses.
    index: usize,
    /// The first status that it stands for, for whoever plays the server.
    pub(super) status: u16,
    /// The variant's name where several statuses share an enum.
    pub(super) ident: Ident,
    /// The root union, where its failures are split off.
    pub(super) split: Option<Split<'a>>,
    /// The type that a success gives; `None` for nothing.
    pub(super) ty: Option<TokenStream>,
    pub(super) rules: TokenStream,
}

/// A root union whose failures become the typed failure of the call.
pub(super) struct Split<'a> {
    pub(super) union: &'a UnionType,
    pub(super) arms: Vec<Arm<'a>>,
    /// The enum of the branches that are no failure; `None` where the only success is given as it is.
    pub(super) whole: Option<TokenStream>,
}

/// The responses of one endpoint.
pub(super) struct Responses<'a> {
    pub(super) successes: Vec<Case<'a>>,
    pub(super) failures: Vec<Case<'a>>,
    pub(super) response_enum: Ident,
    pub(super) failure_enum: Ident,
}

impl<'a> Responses<'a> {
    pub(super) fn of(cx: &Cx<'a>, endpoint: &'a Endpoint) -> Self {
        let (successes, failures) = endpoint
            .responses
            .iter()
            .enumerate()
            .map(|(index, response)| Case::new(cx, endpoint, index, response))
            .partition(|case: &Case<'_>| !case.response.status.is_failure());
        Self {
            successes,
            failures,
            response_enum: names::ident(&rust::response_name(cx.api, endpoint)),
            failure_enum: names::ident(&rust::failure_name(cx.api, endpoint)),
        }
    }

    /// The type that a call gives.
    pub(super) fn response_type(&self) -> TokenStream {
        match self.successes.as_slice() {
            [only] => only.ty.clone().unwrap_or_else(|| quote!(())),
            _ => {
                let ident = &self.response_enum;
                quote!(#ident)
            }
        }
    }

    /// What a call gives, as a sentence with a link where the type has a page.
    pub(super) fn sentence(&self) -> String {
        let ty = self.response_type().to_string().replace(' ', "");
        match ty.trim_start_matches("__p::") {
            "()" => "Gives nothing: that it succeeds is all there is to know.".to_owned(),
            "String" => "Gives the text of the response.".to_owned(),
            "Bytes" => "Gives the bytes of the response.".to_owned(),
            path if path == ty && !path.contains(['<', ':']) => format!("Gives [`{path}`]."),
            path if path == ty && !path.contains('<') => {
                let name = path.rsplit("::").next().unwrap_or(path);
                format!("Gives [`{name}`]({path}).")
            }
            other => format!("Gives {}.", prose::code(&other.replace("__p::", "").replace("super::", ""))),
        }
    }

    /// The pattern of the first success, which binds its record to a name, and whether others are possible.
    pub(super) fn first(&self, name: &TokenStream) -> (TokenStream, bool) {
        match self.successes.as_slice() {
            [] | [_] => (name.clone(), false),
            [first, ..] => {
                let (owner, variant) = (&self.response_enum, &first.ident);
                (quote!(#owner::#variant(#name)), true)
            }
        }
    }

    /// The enum of typed failures, where the endpoint has any.
    pub(super) fn failure_type(&self) -> Option<&Ident> {
        let split = self.successes.iter().any(|case| case.failing().next().is_some());
        (split || !self.failures.is_empty()).then_some(&self.failure_enum)
    }
}

/// The enums that belong to one endpoint alone.
pub(super) fn expand(cx: &Cx<'_>, endpoint: &Endpoint) -> TokenStream {
    let responses = Responses::of(cx, endpoint);
    let name = names::pascal(&endpoint.name);
    let origin = cx.origin(endpoint.span);
    let response = (responses.successes.len() != 1).then(|| {
        let ident = &responses.response_enum;
        let docs = docs::attributes(&[format!("What [`{name}`] gives, by the status of the response.")]);
        let variants = responses.successes.iter().map(Case::declaration);
        quote! {
            #docs
            #origin
            #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
            #[non_exhaustive]
            pub enum #ident { #(#variants,)* }
        }
    });
    let failure = responses.failure_type().map(|ident| {
        let docs = docs::attributes(&[format!("Why [`{name}`] was refused; see [`{name}::failure`].")]);
        let branches = responses.successes.iter().flat_map(|case| {
            let union = case.split.as_ref().map(|split| split.union);
            case.failing().filter_map(move |arm| Some(arm.declaration(union?)))
        });
        let statuses = responses.failures.iter().map(Case::declaration);
        quote! {
            #docs
            #origin
            #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
            #[non_exhaustive]
            pub enum #ident { #(#branches,)* #(#statuses,)* }
        }
    });
    quote!(#response #failure)
}

/// The body of `Endpoint::decode`: what each documented response is read by. Which one it is, the runtime has decided.
pub(super) fn expand_decode(responses: &Responses<'_>) -> TokenStream {
    let successes = responses.successes.iter().map(|case| (case.index, case.read(responses)));
    let failures = responses.failures.iter().map(|case| {
        let (owner, variant, rules) = (&responses.failure_enum, &case.ident, &case.rules);
        let failed = |value: TokenStream| quote!(__p::Ok(__p::Outcome::Failed(#owner::#variant #value)));
        let read = match (&case.ty, &case.response.content) {
            (None, _) | (_, Content::Empty) => failed(quote!()),
            (_, Content::Binary(_)) => failed(quote!((answer.bytes()))),
            (_, Content::Json(_)) => {
                quote!(answer.json(#rules).map(|value| __p::Outcome::Failed(#owner::#variant(value))))
            }
            (_, Content::Text(_)) => {
                quote!(answer.text().map(|value| __p::Outcome::Failed(#owner::#variant(value))))
            }
        };
        (case.index, read)
    });
    let rows = successes.chain(failures).map(|(index, read)| {
        let index = Literal::usize_unsuffixed(index);
        quote!(__p::Some(#index) => #read,)
    });
    quote! {
        match answer.response() {
            #(#rows)*
            _ => answer.unexpected(),
        }
    }
}

/// The table of the documented responses.
pub(super) fn expand_table(endpoint: &Endpoint) -> TokenStream {
    let rows = endpoint.responses.iter().map(|response| {
        let (first, last) = statuses(response.status);
        let (first, last) = (Literal::u16_unsuffixed(first), Literal::u16_unsuffixed(last));
        let form = match &response.content {
            Content::Empty => quote!(Empty),
            Content::Json(_) => quote!(Json),
            Content::Text(content_type) => quote!(Text(#content_type)),
            Content::Binary(content_type) => quote!(Bytes(#content_type)),
        };
        quote!(__p::ResponseInfo { first: #first, last: #last, form: __p::ResponseForm::#form })
    });
    quote!(&[#(#rows),*])
}

/// What a variant stands for that nothing describes.
fn status_sentence(status: Status) -> String {
    match status {
        Status::Code(_) => format!("Status {status}."),
        Status::Class(class) => format!("Any other status from {class}00 to {class}99."),
        Status::Default => "Any other failure.".to_owned(),
    }
}

/// The statuses that a response stands for, where none that is more exact comes before it.
fn statuses(status: Status) -> (u16, u16) {
    match status {
        Status::Code(status) => (status, status),
        Status::Class(class) => (class * 100, class * 100 + 99),
        Status::Default => (400, 599),
    }
}

impl<'a> Case<'a> {
    fn new(cx: &Cx<'a>, endpoint: &'a Endpoint, index: usize, response: &'a Response) -> Self {
        let from = endpoint.module.as_slice();
        let wish = format!("{}_RESPONSE", endpoint.name.shouty());
        let mut case = Self {
            response,
            index,
            status: endpoint.first_status(response),
            ident: names::ident(&rust::names::status(response.status)),
            split: None,
            ty: None,
            rules: quote!(&__p::PLAIN),
        };
        match &response.content {
            Content::Empty => {}
            Content::Text(_) => case.ty = Some(quote!(__p::String)),
            Content::Binary(_) => case.ty = Some(quote!(__p::Bytes)),
            Content::Json(schema) => {
                case.rules = tables::reference(cx, from, schema, &wish);
                case.ty = Some(rust_type::nullable(cx, from, schema));
                if !response.status.is_failure() {
                    case.split(cx, from, schema);
                }
            }
        }
        case
    }

    /// Takes a root union with failures apart.
    fn split(&mut self, cx: &Cx<'a>, from: &[Name], schema: &Schema) {
        let Kind::Ref(id) = schema.kind else { return };
        let Kind::Union(union) = &cx.api.type_def(id).schema.kind else { return };
        if schema.nullable || union.variants.iter().all(|variant| !variant.failure) {
            return;
        }
        let arms = union::arms(cx, from, id, union);
        let whole =
            (rust::branches(cx.api, id, union) != Branches::Payload).then(|| rust_type::named(cx, from, id));
        if whole.is_none() {
            self.ty = arms.iter().find(|arm| !arm.variant.failure).and_then(Arm::payload_type);
        }
        self.split = Some(Split { union, arms, whole });
    }

    /// The branches of this response that are failures.
    pub(super) fn failing(&self) -> impl Iterator<Item = &Arm<'a>> {
        self.split.iter().flat_map(|split| &split.arms).filter(|arm| arm.variant.failure)
    }

    /// The variant of an enum over statuses.
    fn declaration(&self) -> TokenStream {
        let Self { ident, ty, response, .. } = self;
        let status = status_sentence(response.status);
        let text = response
            .description
            .as_deref()
            .map(|text| format!("{} ({})", prose::inline(text), response.status));
        let docs = docs::text(&text.unwrap_or(status));
        match ty {
            Some(ty) => quote!(#docs #ident(#ty)),
            None => quote!(#docs #ident),
        }
    }

    /// `value` as the outcome of the call.
    fn done(&self, responses: &Responses<'_>, value: &TokenStream) -> TokenStream {
        if responses.successes.len() == 1 {
            return quote!(__p::Outcome::Done(#value));
        }
        let (owner, variant) = (&responses.response_enum, &self.ident);
        let variant = if self.ty.is_some() { quote!(#variant(#value)) } else { quote!(#variant) };
        quote!(__p::Outcome::Done(#owner::#variant))
    }

    /// The expression that reads a success.
    fn read(&self, responses: &Responses<'_>) -> TokenStream {
        let Self { rules, .. } = self;
        if let Some(split) = &self.split {
            let decode = self.read_split(responses, split);
            return quote!(answer.read(|reader| #decode));
        }
        let wrap = match responses.successes.len() {
            1 => quote!(__p::Outcome::Done),
            _ => {
                let done = self.done(responses, &quote!(value));
                quote!(|value| #done)
            }
        };
        match &self.response.content {
            Content::Json(_) => quote!(answer.json(#rules).map(#wrap)),
            Content::Text(_) => quote!(answer.text().map(#wrap)),
            Content::Binary(_) => {
                let done = self.done(responses, &quote!(answer.bytes()));
                quote!(__p::Ok(#done))
            }
            Content::Empty => {
                let done = self.done(responses, &quote!(()));
                quote!(__p::Ok(#done))
            }
        }
    }

    /// Reads a union: failures become the typed failure, the rest the response.
    fn read_split(&self, responses: &Responses<'_>, split: &Split<'_>) -> TokenStream {
        let failure = &responses.failure_enum;
        let whole = split.whole.as_ref();
        let unknown = union::unknown(split.union).zip(whole).map(|(unknown, whole)| {
            let done = self.done(responses, &quote!(#whole::#unknown(value)));
            quote!(|value| #done)
        });
        union::decode(split.union, &split.arms, unknown.as_ref(), |arm| {
            let ident = &arm.ident;
            let payload = arm.payload.is_some();
            if payload && !arm.variant.failure && whole.is_none() && responses.successes.len() == 1 {
                return quote!(__p::Outcome::Done);
            }
            let outcome = match (arm.variant.failure, whole) {
                (true, _) if payload => quote!(__p::Outcome::Failed(#failure::#ident(value))),
                (true, _) => quote!(__p::Outcome::Failed(#failure::#ident)),
                (false, Some(whole)) if payload => self.done(responses, &quote!(#whole::#ident(value))),
                (false, Some(whole)) => self.done(responses, &quote!(#whole::#ident)),
                (false, None) if payload => self.done(responses, &quote!(value)),
                (false, None) => self.done(responses, &quote!(())),
            };
            if payload { quote!(|value| #outcome) } else { outcome }
        })
    }
}

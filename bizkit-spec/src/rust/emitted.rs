//! Every name that generated code gives to an item, with what of the specs it was made from. Names of one space
//! must differ, or the code does not compile.

use super::{Branches, branches, catch_all, failure_name, failure_type, module_of, names, response_name};
use super::{Presence, arguments, path, presence, several_responses, split};
use crate::model::{Api, Endpoint, Kind, ObjectType, Response, Status, TypeDef, TypeId, UnionType, Variant};
use crate::name::Name;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Items that must have different names: those of a module, the variants of an enum, the fields of a struct, its
/// methods.
#[derive(Debug)]
pub struct Space<'a> {
    /// The path that all of them begin with (`types`, `types::Size`).
    pub path: String,
    /// What the names are in Rust.
    pub kind: SpaceKind,
    /// The names, in the order of the specs.
    pub names: Vec<Emitted<'a>>,
}

/// What the names of a [`Space`] are in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpaceKind {
    /// Types of a module.
    Items,
    /// Variants of an enum.
    Variants,
    /// Fields of a struct.
    Fields,
    /// Methods of a struct.
    Methods,
}

/// One name.
#[derive(Debug)]
pub struct Emitted<'a> {
    /// The name as it is written in Rust.
    pub name: String,
    /// What it was made from.
    pub origin: Origin<'a>,
    /// Where that was written.
    pub span: Span,
}

/// What of the specs a name was made from.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    /// A named type.
    Type(&'a Name),
    /// The kind of text of a named type.
    Text(&'a Name),
    /// The kinds of keys of the key's type.
    Kinds(&'a Name),
    /// The request of an endpoint.
    Request(&'a str),
    /// The responses of an endpoint.
    Responses(&'a str),
    /// The failures of an endpoint.
    Failures(&'a str),
    /// A value of an enum.
    Value(&'a str),
    /// A code of the catalogue.
    Code(&'a str),
    /// The prefix of a kind of keys.
    Prefix(&'a str),
    /// A branch of a union.
    Branch(&'a Name),
    /// The status of a response.
    Status(Status),
    /// A field or a parameter.
    Member(&'a str),
    /// What the generator adds by itself.
    Own(&'static str),
}

impl Origin<'_> {
    /// What to write for another name.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Type(_) | Self::Text(_) | Self::Kinds(_) => {
                "give it another name: with `title`, where it is an inline type"
            }
            Self::Request(_) | Self::Responses(_) | Self::Failures(_) => {
                "give the endpoint another name: add `name: OtherName`"
            }
            Self::Value(_) => "name one of them: `enum: { value: { name: OtherName } }`",
            Self::Code(_) => "name one of them: add `name: OtherName`",
            Self::Prefix(_) | Self::Branch(_) => "rename one of them",
            Self::Member(_) => "name one of them: add `name: other_name`",
            Self::Status(_) | Self::Own(_) => "give the other one another name",
        }
    }
}

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(name) | Self::Text(name) => write!(f, "the type `{}`", name.pascal()),
            Self::Kinds(name) => write!(f, "the kinds of `{}`", name.pascal()),
            Self::Request(id) => write!(f, "the request of `{id}`"),
            Self::Responses(id) => write!(f, "the responses of `{id}`"),
            Self::Failures(id) => write!(f, "the failures of `{id}`"),
            Self::Value(wire) => write!(f, "the value `{}`", wire.escape_debug()),
            Self::Code(code) => write!(f, "the code `{}`", code.escape_debug()),
            Self::Prefix(prefix) => write!(f, "the prefix `{}`", prefix.escape_debug()),
            Self::Branch(name) => write!(f, "the branch `{}`", name.pascal()),
            Self::Status(status) => write!(f, "the status {status}"),
            Self::Member(wire) => write!(f, "`{}`", wire.escape_debug()),
            Self::Own(what) => f.write_str(what),
        }
    }
}

/// Every space of names that the generator fills.
pub fn emitted(api: &Api) -> Vec<Space<'_>> {
    let mut items: BTreeMap<String, Vec<Emitted<'_>>> = BTreeMap::new();
    let mut spaces = Vec::new();
    for id in api.type_ids() {
        let def = api.type_def(id);
        let module = module_of(def);
        let here = items.entry(path(&module, "")).or_default();
        of_type(api, id, def, here, &mut spaces);
    }
    for endpoint in &api.endpoints {
        let here = items.entry(path(&endpoint.module, "")).or_default();
        of_endpoint(api, endpoint, here, &mut spaces);
    }
    for (id, name) in text_kinds(api) {
        let def = api.type_def(id);
        let here = items.entry(path(&module_of(def), "")).or_default();
        here.push(Emitted { name, origin: Origin::Text(&def.name), span: def.span });
    }
    let codes = api.errors.iter().map(|error| Emitted {
        name: names::pascal(&error.name),
        origin: Origin::Code(&error.code),
        span: error.span,
    });
    if let Some(first) = api.errors.first() {
        let unknown = names::catch_all(api.errors.iter().map(|error| &error.name));
        let unknown = own(unknown, "the variant for what is not known", first.span);
        spaces.push(variants("ErrorCode".to_owned(), codes.chain([unknown]).collect()));
    }
    let modules = items.into_iter().map(|(path, names)| {
        let path = path.trim_end_matches("::").to_owned();
        Space { path, kind: SpaceKind::Items, names }
    });
    spaces.extend(modules);
    spaces
}

fn variants(path: String, names: Vec<Emitted<'_>>) -> Space<'_> {
    Space { path, kind: SpaceKind::Variants, names }
}

/// The items of a named type, and the names inside.
fn of_type<'a>(
    api: &'a Api,
    id: TypeId,
    def: &'a TypeDef,
    here: &mut Vec<Emitted<'a>>,
    spaces: &mut Vec<Space<'a>>,
) {
    let name = names::pascal(&def.name);
    let inside = path(&module_of(def), &name);
    match &def.schema.kind {
        Kind::Union(union) => {
            let branches = branches(api, id, union);
            if branches == Branches::Payload {
                return;
            }
            let shown = union.variants.iter().filter(|one| branches == Branches::All || !one.failure);
            let unknown =
                catch_all(union).map(|name| own(name, "the branch for what is not known", def.span));
            spaces.push(variants(inside, shown.map(branch).chain(unknown).collect()));
        }
        Kind::Enum(list) => {
            // A constant of every enum; a variant of this name would stand in its place.
            let constant = own("VALUES".to_owned(), "the list of all values", def.span);
            let unknown = names::catch_all(list.values.iter().map(|value| &value.name));
            let unknown = own(unknown, "the variant for what is not known", def.span);
            let values = list.values.iter().map(|value| Emitted {
                name: names::pascal(&value.name),
                origin: Origin::Value(&value.wire),
                span: value.span,
            });
            spaces.push(variants(inside, [constant].into_iter().chain(values).chain([unknown]).collect()));
        }
        Kind::Object(object) => of_object(api, def, object, &inside, spaces),
        Kind::String(_)
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::Decimal(_)
        | Kind::Boolean(_)
        | Kind::Array(_)
        | Kind::Map(_)
        | Kind::Json
        | Kind::Binary
        | Kind::Ref(_) => {}
    }
    if let Some(key) = api.key.as_ref().filter(|key| key.ty == id && !key.kinds.is_empty()) {
        let name = kinds_name(def);
        let kinds = key.kinds.iter().map(|kind| Emitted {
            name: names::pascal(&kind.name),
            origin: Origin::Prefix(&kind.prefix),
            span: kind.span,
        });
        spaces.push(variants(path(&module_of(def), &name), kinds.collect()));
        here.push(Emitted { name, origin: Origin::Kinds(&def.name), span: def.span });
    }
    here.push(Emitted { name, origin: Origin::Type(&def.name), span: def.span });
}

/// A name that the generator adds.
fn own<'a>(name: String, what: &'static str, span: Span) -> Emitted<'a> {
    Emitted { name, origin: Origin::Own(what), span }
}

fn branch(variant: &Variant) -> Emitted<'_> {
    Emitted { name: names::pascal(&variant.name), origin: Origin::Branch(&variant.name), span: variant.span }
}

/// The fields of a struct, and its methods where a request can hold it.
fn of_object<'a>(
    api: &'a Api,
    def: &'a TypeDef,
    object: &'a ObjectType,
    inside: &str,
    spaces: &mut Vec<Space<'a>>,
) {
    let fields = object.members().map(|field| Emitted {
        name: names::field(&field.name),
        origin: Origin::Member(&field.wire),
        span: field.span,
    });
    spaces.push(Space { path: inside.to_owned(), kind: SpaceKind::Fields, names: fields.collect() });
    if !def.in_request {
        return;
    }
    let own = own("new".to_owned(), "the constructor", def.span);
    let methods = object.members().flat_map(|field| {
        let how = presence(api, field, false);
        let set = (how != Presence::Required).then(|| format!("with_{}", field.name.snake()));
        let clear = (how == Presence::Nullable).then(|| format!("clear_{}", field.name.snake()));
        let method = |name| Emitted { name, origin: Origin::Member(&field.wire), span: field.span };
        set.into_iter().chain(clear).map(method)
    });
    let methods = [own].into_iter().chain(methods).collect();
    spaces.push(Space { path: inside.to_owned(), kind: SpaceKind::Methods, names: methods });
}

/// The items of an endpoint, and the names inside.
fn of_endpoint<'a>(
    api: &'a Api,
    endpoint: &'a Endpoint,
    here: &mut Vec<Emitted<'a>>,
    spaces: &mut Vec<Space<'a>>,
) {
    let span = endpoint.span;
    let name = names::pascal(&endpoint.name);
    let inside = path(&endpoint.module, &name);
    here.push(Emitted { name, origin: Origin::Request(&endpoint.id), span });
    let fields = arguments(endpoint).map(|field| Emitted {
        name: names::field(&field.name),
        origin: Origin::Member(&field.wire),
        span: field.span,
    });
    spaces.push(Space { path: inside.clone(), kind: SpaceKind::Fields, names: fields.collect() });
    let setters = names::setters(endpoint);
    let own =
        names::request_methods(endpoint).map(|name| own(name.to_owned(), "a method of every request", span));
    let methods = arguments(endpoint).flat_map(|field| {
        let how = presence(api, field, false);
        let set = (how != Presence::Required).then(|| names::setter(endpoint, &field.name));
        let clear = (how == Presence::Nullable).then(|| names::clearing(&setters, &field.name));
        let method = |name| Emitted { name, origin: Origin::Member(&field.wire), span: field.span };
        set.into_iter().chain(clear).map(method)
    });
    spaces.push(Space { path: inside, kind: SpaceKind::Methods, names: own.chain(methods).collect() });
    if several_responses(endpoint) {
        let name = response_name(api, endpoint);
        let responses = endpoint.responses.iter().filter(|response| !response.status.is_failure());
        let inside = path(&endpoint.module, &name);
        spaces.push(variants(inside, responses.map(|response| status(endpoint, response)).collect()));
        here.push(Emitted { name, origin: Origin::Responses(&endpoint.id), span });
    }
    if failure_type(api, endpoint).is_some() {
        let name = failure_name(api, endpoint);
        let inside = path(&endpoint.module, &name);
        spaces.push(variants(inside, failures(api, endpoint)));
        here.push(Emitted { name, origin: Origin::Failures(&endpoint.id), span });
    }
}

/// The variants of the enum of failures: branches of responses that succeed, and statuses that do not.
fn failures<'a>(api: &'a Api, endpoint: &'a Endpoint) -> Vec<Emitted<'a>> {
    let mut all = Vec::new();
    for response in endpoint.responses.iter().filter(|response| !response.status.is_failure()) {
        let union: Option<&UnionType> = split(api, response).map(|(_, union)| union);
        let failing = union.into_iter().flat_map(|union| &union.variants).filter(|variant| variant.failure);
        all.extend(failing.map(branch));
    }
    let refused = endpoint.responses.iter().filter(|response| response.status.is_failure());
    all.extend(refused.map(|response| status(endpoint, response)));
    all
}

fn status<'a>(endpoint: &Endpoint, response: &Response) -> Emitted<'a> {
    let (name, status) = (names::status(response.status), response.status);
    Emitted { name, origin: Origin::Status(status), span: endpoint.span }
}

/// The enum of the kinds of keys, beside the key's type.
pub fn kinds_name(def: &TypeDef) -> String {
    format!("{}Kind", def.name.pascal())
}

/// A name for the kind of text of each text type. It is another than the name of the type, so that messages of the
/// compiler need no path to tell one from the other; nobody writes it, so it steps aside for every other name.
pub fn text_kinds(api: &Api) -> BTreeMap<TypeId, String> {
    let mut taken: BTreeSet<(Vec<Name>, String)> = BTreeSet::new();
    for def in &api.types {
        taken.insert((module_of(def), names::pascal(&def.name)));
        taken.insert((module_of(def), kinds_name(def)));
    }
    for endpoint in &api.endpoints {
        for name in [names::pascal(&endpoint.name), response_name(api, endpoint), failure_name(api, endpoint)]
        {
            taken.insert((endpoint.module.clone(), name));
        }
    }
    let texts = api.type_ids().filter(|id| matches!(api.type_def(*id).schema.kind, Kind::String(_)));
    let named = texts.map(|id| {
        let def = api.type_def(id);
        let mut name = format!("{}Text", def.name.pascal());
        while !taken.insert((module_of(def), name.clone())) {
            name.push_str("Text");
        }
        (id, name)
    });
    named.collect()
}

//! The waist: one immutable [`Api`] that every back end reads. Holding one proves that every
//! rule of `check` holds, so no back end has a failing path of its own.

use crate::codes::Code;
use crate::name::Name;
use crate::source::Span;
use crate::types::Schema;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

pub use crate::catalogue::{ErrorCode, ErrorTopic};
pub use crate::rate_limit::{Partition, RateLimit};
pub use crate::reply::{Content, Example, PageStyle, Pagination, Reply};
pub use crate::status::Status;

/// Everything that the specs of one API say, resolved, checked and in a fixed order.
#[derive(Debug, Clone)]
pub struct Api {
    /// The API's name as people write it (`BizKitHub`).
    pub title: String,
    /// Scheme and host that paths are appended to, without a slash at the end.
    pub base_url: String,
    /// The environment variable that replaces `base_url` (`BIZKITHUB_API_URL`).
    pub base_url_env: Option<String>,
    /// Where the vendor documents the API.
    pub docs: Option<String>,
    /// How calls are authorised; `None` where the API knows no key.
    pub key: Option<Key>,
    /// Every named type, hoisted inline types included; [`TypeId`] indexes this list.
    /// In the order of the files, an inline type before the type that it stands in.
    pub types: Vec<TypeDef>,
    /// Every endpoint, ordered by `id`.
    pub endpoints: Vec<Endpoint>,
    /// The catalogue of error codes, in the order of `errors.yaml`.
    pub errors: Vec<ErrorCode>,
    /// What the modules are about, in the order of `api.yaml`.
    pub modules: Vec<ModuleText>,
    /// Lints that the specs decline.
    pub allowances: Vec<Allowance>,
    /// The names of types and of requests in each module, for whatever must have another one.
    pub(crate) taken: BTreeMap<Vec<Name>, Taken>,
}

/// Names of one module in `UpperCamelCase`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Taken {
    pub(crate) types: BTreeSet<String>,
    pub(crate) requests: BTreeSet<String>,
}

impl Api {
    /// What the calls of a module are about.
    pub fn module_text(&self, path: &[Name]) -> Option<&str> {
        let module = self.modules.iter().find(|module| module.path == path)?;
        Some(&module.description)
    }
}

/// What the calls of a folder are about: `modules: { customer: .. }`.
#[derive(Debug, Clone)]
pub struct ModuleText {
    /// The folder below the specs, as it is written (`shop/order`).
    pub folder: String,
    /// The module that it becomes.
    pub path: Vec<Name>,
    /// The text, which is Markdown.
    pub description: String,
}

/// A lint that a part of the specs declines: `allow: { rule: reason }`.
#[derive(Debug, Clone)]
pub struct Allowance {
    /// The lint.
    pub rule: Code,
    /// Why it does not hold there.
    pub reason: String,
    /// The part; `None` for the whole API.
    pub covers: Option<Span>,
    /// Where it was written.
    pub span: Span,
}

impl Api {
    /// The definition behind an id.
    pub fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// The endpoint with this id (`customer/detail`).
    pub fn endpoint(&self, id: &str) -> Option<&Endpoint> {
        self.endpoints.iter().find(|endpoint| endpoint.id == id)
    }

    /// Follows references until something else stands there.
    pub fn resolved<'a>(&'a self, schema: &'a Schema) -> &'a Schema {
        let mut schema = schema;
        while let crate::types::Kind::Ref(id) = schema.kind {
            schema = &self.type_def(id).schema;
        }
        schema
    }
}

/// Index of a [`TypeDef`] in [`Api::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub usize);

/// A type with a name of its own, which becomes a Rust type.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// The type's name (`CuRefNo`).
    pub name: Name,
    /// The Rust module it lives in: empty for `specs/types`, else the module of the endpoint
    /// that it was written in.
    pub module: Vec<Name>,
    /// What the type is; never a [`Kind::Ref`](crate::types::Kind::Ref).
    pub schema: Schema,
    /// Whether a request reaches this type.
    pub in_request: bool,
    /// Whether a reply reaches this type.
    pub in_reply: bool,
    /// Whether it stands anywhere but at the root of a reply.
    pub nested: bool,
    /// How many levels of lists and objects the flattest value has.
    pub depth: usize,
    /// Where the name was written.
    pub span: Span,
}

/// The API's key: its type, its wire name and where it travels.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key's type, a sensitive string.
    pub ty: TypeId,
    /// Name of the query parameter, header or body field (`apiKey`).
    pub name: String,
    /// The places that the server reads; the first one is used unless the caller chooses.
    pub places: Vec<KeyPlace>,
    /// The environment variable that holds it (`BIZKITHUB_API_KEY`).
    pub env: Option<String>,
    /// What the prefix of a key tells about it.
    pub kinds: Vec<KeyKind>,
}

/// Where a key travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyPlace {
    /// As a query parameter.
    Query,
    /// As `Authorization: Bearer <key>`.
    Bearer,
    /// As a header with the key's name.
    Header,
    /// As a field of the JSON body.
    Body,
}

/// A class of keys, told by the prefix.
#[derive(Debug, Clone)]
pub struct KeyKind {
    /// The prefix as it stands in the key (`PROD`).
    pub prefix: String,
    /// The variant's name (`Production`).
    pub name: Name,
    /// What such a key is for.
    pub description: Option<String>,
    /// Where the prefix was written.
    pub span: Span,
}

/// Prose and links of one item.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// One line.
    pub summary: Option<String>,
    /// Markdown, any length.
    pub description: Option<String>,
    /// The vendor's page.
    pub link: Option<String>,
    /// Set where the item should no longer be used.
    pub deprecated: Option<Deprecated>,
}

/// Why something should no longer be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deprecated {
    /// What to know, or what to use instead.
    pub note: Option<String>,
}

/// One operation of the API.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// The file's path below the specs folder, without its ending (`customer/detail`).
    pub id: String,
    /// The Rust module (`customer`).
    pub module: Vec<Name>,
    /// The request's name inside the module (`Detail`).
    pub name: Name,
    /// Summary, description, link, deprecation.
    pub docs: Docs,
    /// The HTTP method.
    pub method: Method,
    /// Another scheme and host than the API's.
    pub base_url: Option<String>,
    /// The path, literals and parameters in order; a slash at the end is kept.
    pub path: Vec<Segment>,
    /// Name and places of the key; `None` where the call carries none.
    pub key: Option<KeyUse>,
    /// Whether a call may be repeated when it may have arrived.
    pub retry: RetryClass,
    /// How long an answer may take, where that is longer than usual.
    pub timeout: Option<Duration>,
    /// A quota of this endpoint's own.
    pub rate_limit: Option<RateLimit>,
    /// All parameters except the key, in the order of the spec.
    pub parameters: Vec<Parameter>,
    /// A body that is not an object of fields; excludes parameters in the body.
    pub body: Option<Body>,
    /// Rules over several arguments; indices into `parameters`, and behind them the whole body.
    pub groups: Vec<Group>,
    /// Documented replies, successes first, each in the order of their statuses; at least one is a success.
    pub replies: Vec<Reply>,
    /// How the list goes on.
    pub pagination: Option<Pagination>,
    /// Documented calls, checked against every rule.
    pub examples: Vec<Example>,
    /// Codes of the catalogue that this endpoint documents; indices into [`Api::errors`].
    pub errors: Vec<usize>,
    /// Where the endpoint's file starts.
    pub span: Span,
}

impl Endpoint {
    /// The path with its parameters in braces (`/api/v1/chat/room/{id}`).
    pub fn path_template(&self) -> String {
        let piece = |segment: &Segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Parameter(index) => {
                format!("{{{}}}", self.parameters.get(*index).map_or("", |parameter| &parameter.field.wire))
            }
        };
        self.path.iter().map(piece).collect()
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The method as the request line spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether arguments go into a JSON body unless the spec says otherwise.
    pub fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Text taken as it stands, slashes included (`/api/v1/chat/room/`).
    Literal(String),
    /// The parameter with this index, percent-encoded.
    Parameter(usize),
}

/// How one endpoint takes the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyUse {
    /// Name of the query parameter, header or body field.
    pub name: String,
    /// Accepted places, the default first.
    pub places: Vec<KeyPlace>,
}

/// What may be repeated after a call that may have reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RetryClass {
    /// Repeating does no harm.
    Safe,
    /// Only a call that certainly did not reach the handler may be repeated.
    Never,
}

/// One argument of an endpoint.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Where it travels.
    pub place: Place,
    /// Name, type and presence.
    pub field: Field,
}

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the query string.
    Query,
    /// In the path.
    Path,
    /// As a header.
    Header,
    /// As a field of the JSON body.
    Body,
}

/// A named member: of a request, or of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name on the wire.
    pub wire: String,
    /// The name in words, for Rust and for documents.
    pub name: Name,
    /// Whether it must be there. Combined with [`Schema::nullable`]: required and nullable is
    /// `null` or a value; optional and nullable tells absent, `null` and a value apart.
    pub required: bool,
    /// Whether it is a map of all members that have no field of their own, instead of one member.
    pub rest: bool,
    /// Its type.
    pub schema: Schema,
    /// Where the name was written.
    pub span: Span,
}

/// A body that is one value.
#[derive(Debug, Clone)]
pub struct Body {
    /// The `Content-Type` (`text/html`, `application/json`, ...).
    pub content_type: String,
    /// The argument: [`Kind::Binary`](crate::types::Kind::Binary) is sent as it is, a string under a
    /// content type other than JSON as plain text, everything else as JSON.
    pub field: Field,
}

/// A rule over several members of one object or request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What must hold.
    pub rule: GroupRule,
    /// Indices of the members, at least two; those of a request count a whole body behind the parameters.
    pub members: Vec<usize>,
}

/// What must hold for the members of a [`Group`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupRule {
    /// `exactlyOneOf`
    ExactlyOneOf,
    /// `atLeastOneOf`
    AtLeastOneOf,
    /// `allOrNoneOf`
    AllOrNoneOf,
    /// `dependentRequired`: where the first member is, the others are.
    DependentRequired,
}

impl GroupRule {
    /// The rule as a sentence, over names as a document writes them; `listed` joins several.
    pub fn sentence(self, names: &[String], listed: impl Fn(&[String]) -> String) -> String {
        let all = listed(names);
        match (self, names) {
            (Self::ExactlyOneOf, _) => format!("Exactly one of {all} is given."),
            (Self::AtLeastOneOf, _) => format!("At least one of {all} is given."),
            (Self::AllOrNoneOf, _) => format!("{all} are given together or not at all."),
            (Self::DependentRequired, [first, needed @ ..]) => {
                format!("{first} is given only together with {}.", listed(needed))
            }
            (Self::DependentRequired, []) => all,
        }
    }
}

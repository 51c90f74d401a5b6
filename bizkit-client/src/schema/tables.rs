//! The static tables of generated code: one small constant per API, endpoint and member, in; nothing out.
//! All work over them is done by code that every endpoint shares.

use std::time::Duration;

use crate::schema::rules::Rules;

/// One API: the root of the tables that a macro call generates.
///
/// The macro makes the one of each API. It may get more fields, so nobody else should.
#[derive(Debug)]
pub struct ApiInfo {
    /// The API's name as people write it.
    pub title: &'static str,
    /// Scheme and host, without a slash at the end.
    pub base_url: &'static str,
    /// The environment variable that replaces `base_url`.
    pub base_url_env: Option<&'static str>,
    /// Where the vendor documents the API.
    pub docs: Option<&'static str>,
    /// The key that authorises calls; `None` where the API knows none.
    pub key: Option<KeyInfo>,
    /// The catalogue of error codes.
    pub errors: &'static [CodeInfo],
}

impl ApiInfo {
    /// What the catalogue says of a code.
    pub fn error(&self, code: &str) -> Option<&'static CodeInfo> {
        self.errors.iter().find(|error| error.code == code)
    }
}

/// The key of an API.
///
/// The macro makes it. It may get more fields, so nobody else should.
#[derive(Debug)]
pub struct KeyInfo {
    /// Name of the query parameter, header or body member.
    pub name: &'static str,
    /// The environment variable that holds it.
    pub env: Option<&'static str>,
    /// What a key looks like.
    pub rules: &'static Rules,
}

/// One entry of the catalogue of error codes.
///
/// The macro makes it. It may get more fields, so nobody else should.
#[derive(Debug)]
pub struct CodeInfo {
    /// The code on the wire.
    pub code: &'static str,
    /// The documented HTTP status.
    pub status: Option<u16>,
    /// What is at fault.
    pub topic: Topic,
    /// What the code means.
    pub summary: &'static str,
    /// What to do about it.
    pub help: Option<&'static str>,
    /// The page that explains it.
    pub docs: Option<&'static str>,
}

/// What an error code is about, so that callers need not list codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Topic {
    /// The API key.
    Key,
    /// Too many requests.
    Rate,
    /// The session of a person.
    Session,
    /// A permission.
    Permission,
    /// Something that does not exist.
    Missing,
    /// The values of the request.
    Input,
    /// The server itself.
    Server,
}

/// One operation of an API.
#[derive(Debug)]
pub struct EndpointInfo {
    /// The API it belongs to.
    pub api: &'static ApiInfo,
    /// The path of its spec (`customer/detail`).
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// Another scheme and host than the API's.
    pub base_url: Option<&'static str>,
    /// The path, literals and parameters in order.
    pub path: &'static [Segment],
    /// Name and places of the key; `None` where the call carries none.
    pub key: Option<KeyUse>,
    /// Whether a call may be repeated when it may have arrived.
    pub retry: RetryClass,
    /// How long an answer may take, where that is longer than usual.
    pub timeout: Option<Duration>,
    /// A quota of the endpoint's own.
    pub rate_limit: Option<Quota>,
    /// Where each member travels, in the order of the members.
    pub parameters: &'static [Location],
    /// How the body is written; `None` where there is none.
    pub body: Option<BodyInfo>,
    /// The content type that the response has.
    pub accept: &'static str,
    /// Every documented response.
    pub responses: &'static [ResponseInfo],
    /// The vendor's page about the endpoint.
    pub docs: Option<&'static str>,
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether a server expects a body.
    pub(crate) const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }
}

/// What may be repeated after a call that may have reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RetryClass {
    /// Repeating does no harm.
    Safe,
    /// Only a call that certainly did not reach the handler may be repeated.
    Never,
}

/// How many requests a server answers in a window of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Requests in a window.
    pub requests: u32,
    /// The length of a window.
    pub per: Duration,
}

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Text taken as it stands, slashes included.
    Literal(&'static str),
    /// The member with this index, percent-encoded.
    Parameter(usize),
}

/// How one endpoint takes the key.
#[derive(Debug, Clone, Copy)]
pub struct KeyUse {
    /// Name of the query parameter, header or body member.
    pub name: &'static str,
    /// Accepted places, the default first.
    pub locations: &'static [KeyLocation],
}

/// Where a key travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyLocation {
    /// As a query parameter.
    Query,
    /// As `Authorization: Bearer <key>`.
    Bearer,
    /// As a header with the key's name.
    Header,
    /// As a member of the JSON body.
    Body,
}

/// Where a member of a request travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Location {
    /// In the query string.
    Query,
    /// In the path.
    Path,
    /// As a header.
    Header,
    /// As a member of the JSON body.
    Body,
    /// It is the body; [`BodyInfo`] says how it is written.
    Whole,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyInfo {
    /// The `Content-Type`.
    pub content_type: &'static str,
    /// What the bytes are.
    pub form: BodyForm,
}

/// What the bytes of a body are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodyForm {
    /// JSON.
    Json,
    /// The text itself.
    Text,
    /// The bytes themselves.
    Bytes,
}

/// One documented response. In a table of them, what is more exact stands before what is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResponseInfo {
    /// The first status that it stands for; 400 and above is a failure.
    pub first: u16,
    /// The last one, which is the same for a response of one status.
    pub last: u16,
    /// What the body holds.
    pub form: ResponseForm,
}

/// What the body of a response holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResponseForm {
    /// Nothing that is read.
    Empty,
    /// JSON.
    Json,
    /// Text of this content type.
    Text(&'static str),
    /// Bytes of this content type.
    Bytes(&'static str),
}

/// One member of a record or a request.
#[derive(Debug)]
pub struct FieldInfo {
    /// The name on the wire; holds no character that JSON would escape.
    pub wire: &'static str,
    /// The name in Rust.
    pub name: &'static str,
    /// Whether it must be there.
    pub presence: Presence,
    /// What its value keeps.
    pub rules: &'static Rules,
}

/// Whether a member must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must; without a value it is written as `null`.
    Required,
    /// It need not.
    Optional,
    /// It is a map of all members that have no place of their own.
    Rest,
}

impl FieldInfo {
    /// Whether the member must be there.
    pub(crate) fn is_required(&self) -> bool {
        self.presence == Presence::Required
    }

    /// Whether it is a map of all members that have no place of their own.
    pub(crate) fn is_rest(&self) -> bool {
        self.presence == Presence::Rest
    }

    /// A member; in a constant, a name that JSON would escape does not compile.
    ///
    /// # Panics
    /// When the name holds a quote, a backslash or a control character, and this is no constant.
    pub const fn new(wire: &'static str, required: bool, rules: &'static Rules) -> Self {
        let bytes = wire.as_bytes();
        let mut index = 0;
        while index < bytes.len() {
            let plain = bytes[index] >= b' ' && bytes[index] != b'"' && bytes[index] != b'\\';
            assert!(plain, "a member's name holds a quote, a backslash or a control character");
            index += 1;
        }
        let presence = if required { Presence::Required } else { Presence::Optional };
        Self { wire, name: wire, presence, rules }
    }
}

/// The table of a record or a request.
#[derive(Debug)]
pub struct RecordInfo {
    /// The name of the Rust type.
    pub name: &'static str,
    /// Names and rules of the members.
    pub fields: &'static [FieldInfo],
    /// Rules over several members.
    pub constraints: &'static [ConstraintInfo],
}

/// A rule over several members of one record or request.
#[derive(Debug)]
pub struct ConstraintInfo {
    /// What must hold.
    pub rule: ConstraintRule,
    /// Indices of the members.
    pub members: &'static [usize],
}

/// What must hold for the members of a [`ConstraintInfo`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConstraintRule {
    /// One member has a value, the others have none.
    ExactlyOneOf,
    /// One member or more has a value.
    AtLeastOneOf,
    /// Every member has a value, or none has.
    AllOrNoneOf,
    /// Where the first member has a value, the others have one.
    DependentRequired,
}

//! The table of rules: how grave each kind of change is, in a request and in a response, and why.

use std::fmt;

/// How grave a change is for a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Only documents changed.
    Cosmetic,
    /// Code that compiled still compiles and does what it did.
    Additive,
    /// Code that compiled no longer compiles, or a call that worked is refused.
    Breaking,
}

impl Level {
    /// `breaking`, `additive`, `cosmetic`
    pub fn name(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One row of the table; equal when the names are.
#[derive(Clone, Copy)]
pub struct Rule(&'static Row);

struct Row {
    name: &'static str,
    request: Level,
    response: Level,
    wire: bool,
    about: &'static str,
}

impl Rule {
    /// The stable name (`required-added`).
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The level in what a caller sends.
    pub fn in_request(self) -> Level {
        self.0.request
    }

    /// The level in what a caller gets.
    pub fn in_response(self) -> Level {
        self.0.response
    }

    /// Whether it can be seen in requests and responses, and not only in Rust and in documents.
    pub fn on_the_wire(self) -> bool {
        self.0.wire
    }

    /// What changed, and why that is the level.
    pub fn about(self) -> &'static str {
        self.0.about
    }

    /// The rule with this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// `CONSTANT "name" in a request, in a response, where it shows, "about";`
macro_rules! rules {
    ($($constant:ident $name:literal $request:ident $response:ident $wire:ident $about:literal;)*) => {
        impl Rule {
            $(
                #[doc = $about]
                pub const $constant: Self = Self(&Row {
                    name: $name,
                    request: Level::$request,
                    response: Level::$response,
                    wire: stringify!($wire).as_bytes()[0] == b'w',
                    about: $about,
                });
            )*
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$constant),*];
        }
    };
}

rules! {
    API_TEXT "api-text" Cosmetic Cosmetic docs "The title of the API or the link to its documentation changed.";
    HOST "host" Breaking Breaking wire "Calls go to another host: firewalls and recordings know the old one, and the key travels to it.";
    VARIABLE_ADDED "variable-added" Additive Additive rust "An environment variable is read that was not.";
    VARIABLE_CHANGED "variable-changed" Breaking Breaking rust "An environment variable is no longer read, or under another name.";
    KEY_SCHEME "key-scheme" Breaking Breaking wire "The API has a key and had none, or the other way round.";
    KEY_TYPE "key-type" Breaking Breaking rust "The key is of another type.";
    KEY_NAME "key-name" Additive Additive wire "The key travels under another name; the client takes care of it.";
    KEY_PLACE_ADDED "key-place-added" Additive Additive wire "The key may travel in one more place.";
    KEY_PLACE_REMOVED "key-place-removed" Breaking Breaking wire "A place of the key that a caller may have chosen is no longer read.";
    KEY_PLACE_USUAL "key-place-usual" Additive Additive wire "Another place of the key is the usual one; the client takes care of it.";
    KEY_KIND_ADDED "key-kind-added" Additive Additive rust "A kind of keys is known that was not; the enum is not exhaustive.";
    KEY_KIND_REMOVED "key-kind-removed" Breaking Breaking rust "A variant of the kinds of keys is gone, or called otherwise.";
    KEY_TEXT "key-text" Cosmetic Cosmetic docs "What a kind of keys is for is described otherwise.";
    CODE_ADDED "code-added" Additive Additive wire "An error code is in the catalogue that was not; the enum is open.";
    CODE_REMOVED "code-removed" Breaking Breaking wire "The variant of an error code is gone.";
    CODE_RENAMED "code-renamed" Breaking Breaking rust "The variant of an error code is called otherwise.";
    CODE_TOPIC "code-topic" Breaking Breaking rust "An error code is about something else, so predicates over errors answer differently.";
    CODE_STATUS "code-status" Additive Additive wire "An error code is documented with another status.";
    CODE_TEXT "code-text" Cosmetic Cosmetic docs "An error code is described otherwise.";

    ENDPOINT_ADDED "endpoint-added" Additive Additive wire "There is a request that was not.";
    ENDPOINT_REMOVED "endpoint-removed" Breaking Breaking wire "A request is gone.";
    ENDPOINT_RENAMED "endpoint-renamed" Breaking Breaking rust "A request has another path in Rust; its method and its path on the wire tell that it is the same.";
    ENDPOINT_ID "endpoint-id" Breaking Breaking rust "A request is called otherwise in sandboxes, errors and traces.";
    ENDPOINT_TEXT "endpoint-text" Cosmetic Cosmetic docs "Summary, description or link of a request changed.";
    METHOD "method" Additive Additive wire "A request has another method; the client takes care of it.";
    PATH "path" Additive Additive wire "A request has another path on the wire; the client takes care of it.";
    KEY_REQUIRED "key-required" Breaking Breaking wire "A call needs the key and did not; without one it is refused.";
    KEY_DROPPED "key-dropped" Additive Additive wire "A call no longer carries the key.";
    RETRY_ALLOWED "retry-allowed" Breaking Breaking rust "A call that may have arrived is repeated, which a caller has relied on not to happen.";
    RETRY_FORBIDDEN "retry-forbidden" Additive Additive rust "A call that may have arrived is no longer repeated.";
    TIMEOUT "timeout" Additive Additive rust "An answer may take another time; the client waits as long, unless the application has set a limit.";
    RATE_LIMIT "rate-limit" Additive Additive wire "The server answers another number of requests; a client that holds its calls back keeps to it.";
    PAGES_ADDED "pages-added" Additive Additive rust "A list can be read page by page.";
    PAGES_REMOVED "pages-removed" Breaking Breaking rust "A list can no longer be read page by page: its methods are gone.";
    PAGES_ITEMS "pages-items" Breaking Breaking rust "The items of a list stand in another field of its pages.";
    PAGES_CHANGED "pages-changed" Additive Additive rust "A list goes on in another way; the client takes care of it.";
    ENDPOINT_CODES "endpoint-codes" Cosmetic Cosmetic docs "A request documents other error codes; every call may give every code.";
    CALL_EXAMPLE "call-example" Cosmetic Cosmetic docs "A documented call changed.";

    REQUIRED_ADDED "required-added" Breaking Additive wire "A value must be given that was unknown: `new` takes one more argument. A response that holds more does no harm.";
    OPTIONAL_ADDED "optional-added" Additive Additive wire "A value may be given, or may come, that was unknown.";
    MEMBER_REMOVED "member-removed" Breaking Breaking wire "A value is gone, and with it the setter, the argument or the field.";
    MEMBER_RENAMED "member-renamed" Breaking Breaking rust "A value has another name in Rust.";
    WIRE_NAME "wire-name" Additive Additive wire "A value has another name on the wire and the same in Rust.";
    BECAME_REQUIRED "became-required" Breaking Breaking wire "A value was optional and must be there: a setter becomes an argument of `new`, `Option<T>` becomes `T`.";
    BECAME_OPTIONAL "became-optional" Breaking Breaking wire "A value was required and may be absent: an argument of `new` becomes a setter, `T` becomes `Option<T>`.";
    NULL_ALLOWED "null-allowed" Additive Breaking wire "A value may be `null` and could not. An optional argument gets one more setter; everything else gets another type.";
    NULL_REFUSED "null-refused" Breaking Breaking wire "A value can no longer be `null`: a setter is gone, or the type is another one.";
    ARGUMENT_ORDER "argument-order" Breaking Breaking rust "The arguments of `new` stand in another order; where their types are alike it still compiles.";
    MEMBER_ORDER "member-order" Cosmetic Cosmetic docs "Members, values or branches stand in another order.";
    PLACE "place" Additive Additive wire "An argument travels elsewhere; the client takes care of it.";
    BODY_FORM "body-form" Additive Additive wire "A body has another content type; the client takes care of it.";
    MEMBER_TYPE "member-type" Breaking Breaking rust "A value has another type in Rust.";
    VALUE_KIND "value-kind" Breaking Breaking wire "A value is of another kind: a number, and it was a text.";
    WIRE_FORM "wire-form" Additive Additive wire "JSON carries a value in another form, such as a number as text; the client takes care of it.";
    NARROWED "narrowed" Breaking Cosmetic wire "A rule of values became stricter: a request that was sent is refused. Responses are not checked against their rules.";
    WIDENED "widened" Additive Cosmetic wire "A rule of values became looser.";
    RULE_CHANGED "rule-changed" Breaking Cosmetic wire "A rule of values changed so that values may be refused that were not.";
    NORMALIZE "normalize" Breaking Cosmetic rust "Texts are brought into another form before they are checked.";
    CONVERSION "conversion" Breaking Breaking rust "Conversions from and to another type are gone with the format.";
    SENSITIVE "sensitive" Breaking Breaking rust "A value became a secret, or is none any more: other traits, another way to read it.";
    DEFAULT "default" Additive Additive wire "The server takes another value where none is given.";
    GROUP_ADDED "group-added" Breaking Cosmetic wire "A rule over several members is new: a request that was sent may be refused.";
    GROUP_REMOVED "group-removed" Additive Cosmetic wire "A rule over several members is gone.";
    OBSERVED "observed" Cosmetic Cosmetic docs "A type is known from examples only, or no longer.";
    TEXT "text" Cosmetic Cosmetic docs "A description or a link changed.";
    EXAMPLE "example" Cosmetic Cosmetic docs "An example changed.";
    DEPRECATED "deprecated" Additive Additive rust "Something should no longer be used: the compiler warns.";
    UNDEPRECATED "undeprecated" Cosmetic Cosmetic docs "Something may be used again, or the note beside it changed.";

    TYPE_ADDED "type-added" Additive Additive rust "There is a type that was not.";
    TYPE_REMOVED "type-removed" Breaking Breaking rust "A type is gone.";
    TYPE_RENAMED "type-renamed" Breaking Breaking rust "A type has another path in Rust; it stands where the old one stood.";
    BUILDER_ADDED "builder-added" Additive Additive rust "A type can be sent and could not: it gets `new` and setters.";
    BUILDER_REMOVED "builder-removed" Breaking Breaking rust "A type can no longer be sent: `new` and its setters are gone.";
    VALUE_ADDED "value-added" Additive Additive wire "An enum that is sent has one more value.";
    RESPONSE_VALUE_ADDED "response-value-added" Additive Additive wire "An enum that only comes has one more value: what came as `Unknown` comes as a variant.";
    VALUE_REMOVED "value-removed" Breaking Breaking wire "A variant of an enum is gone; in a request its value is refused.";
    VALUE_RENAMED "value-renamed" Breaking Breaking rust "A variant of an enum is called otherwise.";
    ENUM_OPENED "enum-opened" Additive Cosmetic wire "A request may send other values of an enum, too.";
    ENUM_CLOSED "enum-closed" Breaking Cosmetic wire "A request may send the known values of an enum alone.";
    BRANCH_ADDED "branch-added" Additive Additive wire "A union has one more branch; its enum is not exhaustive.";
    BRANCH_REMOVED "branch-removed" Breaking Breaking wire "A branch of a union is gone.";
    BRANCH_RENAMED "branch-renamed" Breaking Breaking rust "A branch of a union is called otherwise.";
    BRANCH_TAG "branch-tag" Additive Additive wire "A branch of a union is told by another value; the client takes care of it.";
    BRANCH_FAILURE "branch-failure" Breaking Breaking rust "A branch of a union became a failure of the call, or is none any more.";

    RESPONSE_ADDED "response-added" Additive Additive wire "A status is documented that was not.";
    RESPONSE_REMOVED "response-removed" Breaking Breaking wire "A status is no longer documented: its variant is gone.";
    RESPONSE_TYPE "response-type" Breaking Breaking rust "A call gives another type.";
    FAILURE_ADDED "failure-added" Additive Additive rust "A call has typed failures and had none.";
    FAILURE_CHANGED "failure-changed" Breaking Breaking rust "The enum of the failures of a call is gone, or called otherwise.";
}

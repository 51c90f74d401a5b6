//! The table itself: an entry for each keyword, in the order in which specs are written.

use super::{Entry, Mapping};

/// `Variant = "name" { Mapping: "what it says there.", .. }`; `("kinds")` behind a mapping limits it to kinds of
/// types, `[required]` says that it must be there.
macro_rules! keywords {
    (@required) => { false };
    (@required required) => { true };
    (@kinds) => { None };
    (@kinds $kinds:literal) => { Some($kinds) };
    ($($variant:ident = $name:literal {
        $($mapping:ident $(($kinds:literal))? $([$required:ident])? : $about:literal,)+
    })+) => {
        /// A key of the spec language; keywords compare by the order in which they are written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each is its name, and says something else in each mapping")]
        pub enum Keyword {
            $($variant,)+
        }

        impl Keyword {
            /// Every keyword, in the order of writing.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The key as specs write it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// Where it may stand, and what it says there.
            pub const fn entries(self) -> &'static [Entry] {
                match self {
                    $(Self::$variant => &[$(Entry {
                        keyword: Self::$variant,
                        mapping: Mapping::$mapping,
                        kinds: keywords!(@kinds $($kinds)?),
                        required: keywords!(@required $($required)?),
                        about: $about,
                    },)+],)+
                }
            }
        }
    };
}

keywords! {
    Title = "title" {
        Api[required]: "The API's name as people write it.",
        Use("inline objects, unions and enums"): "The Rust name of this inline type.",
    }
    Summary = "summary" {
        Endpoint[required]: "One line that says what the call does.",
        ErrorCode[required]: "What the code means.",
        Example: "When this happens.",
    }
    When = "when" { Branch: "The value of the discriminator that selects this branch.", }
    Absent = "absent" { Branch: "This branch is taken where the discriminator is not there.", }
    Has = "has" {
        Branch: "A required member that no other branch has: it tells this object from others, without a discriminator.",
    }
    Failure = "failure" { Branch: "Whether this branch means that the call failed.", }
    Type = "type" {
        Type: "What the value is: a word, the name of a type, or a list of scalars.",
        ApiKey[required]: "The key's type, a sensitive string.",
    }
    ContentType = "contentType" {
        Response: "What the body is, where it is not JSON.",
        Body: "What the body is, where it is not JSON.",
    }
    In = "in" {
        Parameter: "Where it travels. Default: the path where the path names it, else the body for POST, PUT and PATCH, else the query.",
        ApiKey[required]: "Where it travels; the first place is the default.",
        KeyUse: "Where the key travels.",
        Seen[required]: "`page`, `document`, `traffic` or `narrative`: a page, a document for programs, answers of the server, or a guide.",
    }
    As = "as" { Type("`integer`, `number`, `decimal` and `boolean`"): "JSON carries the value as text.", }
    Required = "required" {
        Property: "Whether it must be there. Default: false.",
        Body: "Whether it must be given. Default: true.",
    }
    Name = "name" {
        Endpoint: "The request's Rust name, where the file's name is not good.",
        Property: "The Rust name, where the one made from the key is not good.",
        Body: "The Rust name of the argument.",
        ApiKey[required]: "The query parameter, header or body field.",
        KeyKind[required]: "The name of the variant.",
        KeyUse: "Its name there.",
        ErrorCode: "The Rust name, where the one made from the code is not good.",
        EnumValue: "The name of the variant.",
    }
    Description = "description" {
        Endpoint: "More about it, in Markdown.",
        Type: "What it means, in Markdown.",
        KeyKind: "What such a key is for.",
        EnumValue: "What the value means.",
    }
    Docs = "docs" {
        Api: "Where the vendor documents the API.",
        Endpoint: "The vendor's page.",
        Type: "The vendor's page about it.",
        ErrorCode: "The vendor's page about it.",
    }
    Deprecated = "deprecated" {
        Endpoint: "`true`, or what to use instead.",
        Type: "`true`, or what to use instead.",
    }
    Seen = "seen" {
        Endpoint: "Where it was seen last, and when: `{ in: page, on: 2026-11 }`.",
        Type: "Where it was seen last, and when: `{ in: page, on: 2026-11 }`.",
    }
    Method = "method" { Endpoint[required]: "`GET`, `POST`, `PUT`, `PATCH` or `DELETE`.", }
    Path = "path" { Endpoint[required]: "The path with parameters in braces: `/room/{id}`; a slash at the end is kept.", }
    BaseUrl = "baseUrl" {
        Api[required]: "Scheme and host, without a slash at the end.",
        Endpoint: "Another host than the API's.",
    }
    BaseUrlEnv = "baseUrlEnv" { Api: "The environment variable that replaces `baseUrl`.", }
    Key = "key" {
        Api: "How calls are authorised; leave it out for an API without a key.",
        Endpoint: "`none`, a place, a list of places, or a place with a name: `{ in: header, name: X-Key }`.",
    }
    Modules = "modules" { Api: "Folders of endpoints, each with what its calls are about.", }
    Retry = "retry" {
        Endpoint: "`safe` or `never`: whether a call that may have arrived can be repeated. Default: GET, PUT and DELETE are safe.",
    }
    Timeout = "timeout" {
        Endpoint: "How long an answer may take, for a call that is known to be slow: `2m`, `1h 30m`. The client waits as long, unless the application has set a limit.",
    }
    RateLimit = "rateLimit" {
        Endpoint: "A quota of this endpoint's own: `{ requests: 1000, per: 1h, by: address }`. A client with a `Throttle` keeps to it.",
    }
    Requests = "requests" { RateLimit[required]: "How many requests are answered in a window.", }
    Per = "per" { RateLimit[required]: "The length of a window: `1h`.", }
    By = "by" { RateLimit: "Whose requests are counted together: `key` or `address`. Default: `key`.", }
    On = "on" { Seen[required]: "The month or the day: `2026-11`.", }
    Observed = "observed" {
        Type("objects and responses"): "Known from an example only: nothing is promised to be there.",
    }
    Discriminator = "discriminator" { Type("unions"): "The field whose value tells the branches apart.", }
    Nullable = "nullable" { Use: "Whether `null` is a value too.", }
    Format = "format" { Type("strings"): "A known form of text.", }
    Normalize = "normalize" {
        Type("strings"): "Steps before every rule, in their order: words, and maps of whole texts to replacements.",
    }
    MinLength = "minLength" { Type("strings"): "Fewest Unicode code points.", }
    MaxLength = "maxLength" { Type("strings"): "Most Unicode code points.", }
    Pattern = "pattern" { Type("strings"): "A subset of ECMA-262; not anchored unless it says so.", }
    Minimum = "minimum" { Type("numbers"): "The least value.", }
    ExclusiveMinimum = "exclusiveMinimum" { Type("`number` and `decimal`"): "Every value is above this.", }
    Maximum = "maximum" { Type("numbers"): "The greatest value.", }
    ExclusiveMaximum = "exclusiveMaximum" { Type("`number` and `decimal`"): "Every value is below this.", }
    MultipleOf = "multipleOf" { Type("numbers"): "A step; `0.01` means at most two digits behind the point.", }
    Delimiter = "delimiter" { Type("arrays"): "Joins the elements to one string.", }
    Default = "default" { Type: "What the server takes when the value is absent; it keeps every rule.", }
    Sensitive = "sensitive" { Type: "Never shown: not in Debug, logs and errors.", }
    Example = "example" { Type: "A documented value; it keeps every rule.", }
    Enum = "enum" { Type("strings and integers"): "A list of values, or values with what they mean.", }
    Open = "open" { Type("strings with `enum`"): "Whether a request may send other values, too.", }
    Page = "page" { Pagination: "The parameter that counts pages.", }
    FirstPage = "firstPage" { Pagination: "The number of the first page. Default: 1.", }
    Offset = "offset" { Pagination: "The parameter that counts items to leave out.", }
    Limit = "limit" { Pagination: "The parameter that holds the page's size.", }
    DefaultLimit = "defaultLimit" { Pagination: "The page's size when the caller names none.", }
    Items = "items" {
        Type("arrays"): "What each element is.",
        Pagination[required]: "The field of the response that holds the list.",
    }
    Total = "total" { Pagination: "The field of the response that counts all items.", }
    MinItems = "minItems" { Type("arrays"): "Fewest elements.", }
    MaxItems = "maxItems" { Type("arrays"): "Most elements.", }
    UniqueItems = "uniqueItems" { Type("arrays"): "Whether no two elements may be equal.", }
    Properties = "properties" {
        Type("objects"): "The fields of an object; beside `oneOf`, those that all branches share.",
    }
    AdditionalProperties = "additionalProperties" {
        Type("maps"): "What each value of a map is; beside `properties`, what each member is that they do not name.",
    }
    MinProperties = "minProperties" { Type("maps"): "Fewest entries.", }
    MaxProperties = "maxProperties" { Type("maps"): "Most entries.", }
    OneOf = "oneOf" { Type("unions"): "The branches of a union by name.", }
    Parameters = "parameters" { Endpoint: "Arguments by name.", }
    Body = "body" { Endpoint: "A body that is one value instead of an object of parameters.", }
    Constraints = "constraints" {
        Endpoint: "Rules over several parameters.",
        Type("objects"): "Rules over several fields.",
    }
    ExactlyOneOf = "exactlyOneOf" { Constraint: "One of these members is there, no more and no less.", }
    AtLeastOneOf = "atLeastOneOf" { Constraint: "One of these members is there, or several.", }
    AllOrNoneOf = "allOrNoneOf" { Constraint: "These members are all there, or none is.", }
    DependentRequired = "dependentRequired" {
        Constraint: "Where this member is, those that it needs are there.",
    }
    Responses = "responses" {
        Endpoint[required]: "Responses by status (`404`), class (`4XX`), or `default` for every other failure; 400 and above are failures.",
    }
    Pagination = "pagination" { Endpoint: "How a list goes on.", }
    Errors = "errors" { Endpoint: "Codes of `errors.yaml` that this endpoint documents.", }
    Types = "types" { Endpoint: "Types of this file alone.", }
    Examples = "examples" { Endpoint: "Documented calls.", }
    Request = "request" { Example: "Arguments by name.", }
    Status = "status" {
        ErrorCode: "The HTTP status; leave it out where the documentation prints none.",
        Example: "The response's status. Default: the first one.",
    }
    Response = "response" { Example: "The response's body.", }
    Env = "env" { ApiKey: "The environment variable that holds it.", }
    Kinds = "kinds" { ApiKey: "Prefixes of keys with what they tell.", }
    Topic = "topic" { ErrorCode[required]: "What is at fault: `key`, `rate`, `session`, `permission`, `missing`, `input` or `server`.", }
    Help = "help" { ErrorCode: "What to do about it.", }
    Allow = "allow" {
        Api: "Lints that are declined here, each with the reason.",
        Endpoint: "Lints that are declined here, each with the reason.",
        ErrorCode: "Lints that are declined here, each with the reason.",
        Definition: "Lints that are declined here, each with the reason.",
        Property: "Lints that are declined here, each with the reason.",
    }
}

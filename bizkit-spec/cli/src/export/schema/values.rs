//! Says of each keyword what its value looks like.

use super::build::{
    Pair, anything, array, count, either, explained, flag, integer, key, keys, list, map, names, number,
    object, pair, refer, string, text, url, words,
};
use super::known::Known;
use bizkit_spec::codes::Code;
use bizkit_spec::json::Json;
use bizkit_spec::keywords::{Entry, Keyword, Mapping};
use bizkit_spec::model::{Evidence, Format, KeyLocation, Location, Method, RetryClass};

/// A mapping with the keys that it takes, each with what it is for.
pub(super) fn mapping(mapping: Mapping, known: &Known) -> Vec<Pair> {
    let required: Vec<&str> =
        mapping.entries().filter(|entry| entry.required).map(|entry| entry.keyword.name()).collect();
    let all = mapping.entries().map(|entry| key(entry.keyword.name(), entry.about, value(entry, known)));
    keys(all, &required)
}

/// What a key takes. A keyword that is new does not compile until it says so here.
#[expect(clippy::match_same_arms, reason = "keys stand beside those that they are like")]
fn value(entry: &Entry, known: &Known) -> Vec<Pair> {
    use Keyword as K;
    match entry.keyword {
        K::Title if entry.mapping != Mapping::Api => type_name(),
        K::Type if entry.mapping != Mapping::ApiKey => refer("typeWord"),
        K::Items if entry.mapping != Mapping::Pagination => refer("typeUse"),
        K::Title | K::Type | K::Items | K::Summary | K::Description | K::Name | K::ContentType => string(),
        K::Has | K::Help | K::Env | K::BaseUrlEnv | K::Discriminator | K::Pattern | K::Timeout | K::Per => {
            string()
        }
        K::Page | K::Offset | K::Limit | K::Total => string(),
        K::In => match entry.mapping {
            Mapping::Parameter => words(Location::WORDS.iter().copied()),
            Mapping::Seen => words(Evidence::ALL.map(|(_, word)| word)),
            _ => key_places(),
        },
        K::Key if entry.mapping == Mapping::Api => mapping(Mapping::ApiKey, known),
        K::Key => key_use(known),
        K::Docs | K::BaseUrl => url(),
        K::Absent | K::Failure | K::Required | K::Observed | K::Nullable | K::Sensitive => flag(),
        K::Open | K::UniqueItems => flag(),
        K::When => either([flag(), string(), integer()]),
        K::Deprecated => either([flag(), string()]),
        K::As => words(["string"]),
        K::Method => {
            words([Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete].map(Method::as_str))
        }
        K::Retry => words(RetryClass::WORDS.iter().copied()),
        K::By => words(["key", "address"]),
        K::Topic => words(["key", "rate", "session", "permission", "missing", "input", "server"]),
        K::Format => explained(Format::ALL.iter().map(|format| (format.word(), format.description()))),
        K::Path => matching("^/"),
        K::On => matching("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"),
        K::Requests | K::DefaultLimit | K::MinLength | K::MaxLength => count(),
        K::MinItems | K::MaxItems | K::MinProperties | K::MaxProperties => count(),
        K::FirstPage | K::Status => integer(),
        K::Minimum | K::Maximum | K::ExclusiveMinimum | K::ExclusiveMaximum | K::MultipleOf => number(),
        K::Example | K::Default | K::Response => anything(),
        K::Request => vec![pair("type", text("object"))],
        K::Delimiter => one_character(),
        K::Normalize => normalize(),
        K::Enum => values(known),
        K::Properties => map(refer("field")),
        K::AdditionalProperties => either([flag(), refer("field")]),
        K::OneOf => map(refer("branch")),
        K::Constraints => refer("constraints"),
        K::ExactlyOneOf | K::AtLeastOneOf | K::AllOrNoneOf => list(string()),
        K::DependentRequired => map(list(string())),
        K::Parameters => map(refer("parameter")),
        K::Body => refer("body"),
        K::Responses => responses(),
        K::Types => map(refer("typeDefinition")),
        K::Errors => list(either([names(&known.codes), string()])),
        K::Seen => mapping(Mapping::Seen, known),
        K::RateLimit => mapping(Mapping::RateLimit, known),
        K::Pagination => mapping(Mapping::Pagination, known),
        K::Examples => list(mapping(Mapping::Example, known)),
        K::Kinds => map(either([string(), mapping(Mapping::KeyKind, known)])),
        K::Modules => map(string()),
        K::Allow => lints(),
    }
}

/// A text of this form.
fn matching(pattern: &str) -> Vec<Pair> {
    vec![pair("type", text("string")), pair("pattern", text(pattern))]
}

/// The name of a type.
pub(super) fn type_name() -> Vec<Pair> {
    matching("^[A-Z][A-Za-z0-9]*$")
}

fn one_character() -> Vec<Pair> {
    let one = || Json::Number("1".into());
    vec![pair("type", text("string")), pair("minLength", one()), pair("maxLength", one())]
}

fn key_places() -> Vec<Pair> {
    let place = || words(KeyLocation::WORDS.iter().copied());
    either([place(), list(place())])
}

fn key_use(known: &Known) -> Vec<Pair> {
    let places = || KeyLocation::WORDS.iter().copied();
    either([words(places().chain(["none"])), list(words(places())), mapping(Mapping::KeyUse, known)])
}

fn normalize() -> Vec<Pair> {
    let steps = || words(["trim", "lowercase", "uppercase", "phone"]);
    either([steps(), list(either([steps(), map(string())])), map(string())])
}

/// The values of an enum: a list, or each with what it means.
fn values(known: &Known) -> Vec<Pair> {
    let meaning = [string(), vec![pair("type", text("null"))], mapping(Mapping::EnumValue, known)];
    let value = vec![pair("type", array([text("string"), text("integer"), text("boolean")]))];
    either([list(value), map(either(meaning))])
}

fn responses() -> Vec<Pair> {
    let response = object(refer("response"));
    vec![
        pair("type", text("object")),
        pair("patternProperties", object([pair("^([2-5][0-9][0-9]|[245]XX|default)$", response)])),
        pair("additionalProperties", Json::Bool(false)),
    ]
}

/// Lints that the mapping around it declines.
fn lints() -> Vec<Pair> {
    keys(Code::LINTS.iter().map(|code| pair(code.name(), object(string()))), &[])
}

//! The kinds of files, and what each may hold.

use super::Known;
use super::build::{
    Pair, allow, anything, array, count, either, flag, integer, key, keys, list, map, names, object, pair,
    refer, seen, string, text, url, words,
};
use bizkit_spec::json::Json;
use bizkit_spec::model::{KeyPlace, Method, RetryClass};

/// A definition for each kind of file, named as in [`KINDS`](super::KINDS).
pub(super) fn definitions(known: &Known) -> Vec<Pair> {
    vec![
        pair("endpoint", object(endpoint(known))),
        pair("api", object(api())),
        pair("errors", object(named("CODE", "an error code", ERROR, map(refer("errorCode"))))),
        pair("types", object(named("Name", "a type", TYPE, map(refer("typeDefinition"))))),
        pair("errorCode", object(error_code())),
    ]
}

/// What the first line of an entry looks like; editors fill in the gaps.
const ERROR: &[(&str, &str)] =
    &[("topic", "${2|key,rate,session,permission,missing,input,server|}"), ("summary", "$3")];
const TYPE: &[(&str, &str)] = &[("type", "${2:string}"), ("description", "$3")];

/// A file of entries whose names are free: an editor can only offer a whole entry to begin with.
fn named(name: &str, what: &str, body: &[(&str, &str)], mut schema: Vec<Pair>) -> Vec<Pair> {
    let body = object(body.iter().map(|(key, gap)| pair(key, text(gap))));
    let snippet = object([
        pair("label", text(&format!("{name}: {what}"))),
        pair("description", text(&format!("Begins the description of {what}."))),
        pair("body", object([pair(&format!("${{1:{name}}}"), body)])),
    ]);
    schema.push(pair("defaultSnippets", array([snippet])));
    schema
}

fn places() -> Vec<Pair> {
    let place = || words(KeyPlace::WORDS.iter().copied());
    either([place(), list(place())])
}

fn api() -> Vec<Pair> {
    let kind = keys(
        vec![
            key("name", "The name of the variant.", string()),
            key("description", "What such a key is for.", string()),
        ],
        &["name"],
    );
    let key_of_api = keys(
        vec![
            key("type", "The key's type, a sensitive string.", string()),
            key("name", "The query parameter, header or body field.", string()),
            key("in", "Where it travels; the first place is the default.", places()),
            key("env", "The environment variable that holds it.", string()),
            key("kinds", "Prefixes of keys with what they tell.", map(either([string(), kind]))),
        ],
        &["type", "name", "in"],
    );
    keys(
        vec![
            key("title", "The API's name as people write it.", string()),
            key("docs", "Where the vendor documents the API.", url()),
            key("baseUrl", "Scheme and host, without a slash at the end.", url()),
            key("baseUrlEnv", "The environment variable that replaces `baseUrl`.", string()),
            key("key", "How calls are authorised; leave it out for an API without a key.", key_of_api),
            key("modules", "Folders of endpoints, each with what its calls are about.", map(string())),
            allow(),
        ],
        &["title", "baseUrl"],
    )
}

fn error_code() -> Vec<Pair> {
    let topics = ["key", "rate", "session", "permission", "missing", "input", "server"];
    keys(
        vec![
            key("status", "The HTTP status; leave it out where the documentation prints none.", integer()),
            key("topic", "What is at fault.", words(topics)),
            key("summary", "What the code means.", string()),
            key("help", "What to do about it.", string()),
            key("docs", "The vendor's page about it.", url()),
            key("name", "The Rust name, where the one made from the code is not good.", string()),
            allow(),
        ],
        &["topic", "summary"],
    )
}

fn endpoint(known: &Known) -> Vec<Pair> {
    let methods = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];
    let key_use = keys(
        vec![key("in", "Where the key travels.", places()), key("name", "Its name there.", string())],
        &[],
    );
    let key_use = either([
        words(KeyPlace::WORDS.iter().copied().chain(["none"])),
        list(words(KeyPlace::WORDS.iter().copied())),
        key_use,
    ]);
    let status = object(refer("reply"));
    let responses = vec![
        pair("type", text("object")),
        pair("patternProperties", object([pair("^([2-5][0-9][0-9]|[245]XX|default)$", status)])),
        pair("additionalProperties", Json::Bool(false)),
    ];
    keys(
        vec![
            key("summary", "One line that says what the call does.", string()),
            key("description", "More about it, in Markdown.", string()),
            key("docs", "The vendor's page.", url()),
            key("deprecated", "`true`, or what to use instead.", either([flag(), string()])),
            seen(),
            key("method", "The HTTP method.", words(methods.map(Method::as_str))),
            key(
                "path",
                "The path with parameters in braces; a slash at the end is kept.",
                vec![pair("type", text("string")), pair("pattern", text("^/"))],
            ),
            key("name", "The request's Rust name, where the file's name is not good.", string()),
            key("baseUrl", "Another host than the API's.", url()),
            key("key", "`none`, a place, a list of places, or a place with a name.", key_use),
            key(
                "retry",
                "Whether a call that may have arrived can be repeated.",
                words(RetryClass::WORDS.iter().copied()),
            ),
            key("timeout", "How long an answer may take: `2m`, `1h 30m`.", string()),
            key("rateLimit", "A quota of this endpoint's own.", rate_limit()),
            key("parameters", "Arguments by name.", map(refer("parameter"))),
            key("body", "A body that is one value instead of an object of parameters.", refer("body")),
            key("constraints", "Rules over several parameters.", refer("constraints")),
            key(
                "responses",
                "Replies by status (`404`), class (`4XX`), or `default` for every other failure; 400 and above are failures.",
                responses,
            ),
            key("pagination", "How a list goes on.", pagination()),
            key(
                "errors",
                "Codes of `errors.yaml` that this endpoint documents.",
                list(either([names(&known.codes), string()])),
            ),
            key("types", "Types of this file alone.", map(refer("typeDefinition"))),
            key("examples", "Documented calls.", list(example())),
            allow(),
        ],
        &["summary", "method", "path", "responses"],
    )
}

fn rate_limit() -> Vec<Pair> {
    keys(
        vec![
            key("requests", "How many requests are answered in a window.", count()),
            key("per", "The length of a window: `1h`.", string()),
            key("by", "Whose requests are counted together. Default: `key`.", words(["key", "address"])),
        ],
        &["requests", "per"],
    )
}

fn pagination() -> Vec<Pair> {
    keys(
        vec![
            key("page", "The parameter that counts pages.", string()),
            key("offset", "The parameter that counts items to leave out.", string()),
            key("limit", "The parameter that holds the page's size.", string()),
            key("items", "The field of the reply that holds the list.", string()),
            key("total", "The field of the reply that counts all items.", string()),
            key("firstPage", "The number of the first page. Default: 1.", integer()),
            key("defaultLimit", "The page's size when the caller names none.", count()),
        ],
        &["items"],
    )
}

fn example() -> Vec<Pair> {
    keys(
        vec![
            key("summary", "When this happens.", string()),
            key("request", "Arguments by name.", vec![pair("type", text("object"))]),
            key("status", "The reply's status. Default: the first one.", integer()),
            key("response", "The reply's body.", anything()),
        ],
        &[],
    )
}

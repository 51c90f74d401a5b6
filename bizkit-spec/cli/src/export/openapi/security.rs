//! Says how calls carry the key: security schemes, and what OpenAPI has no word for.

use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, object, pair, text};
use bizkit_spec::model::{Api, Key, KeyKind, KeyLocation, KeyUse};

/// Every way in which a call of this API carries the key.
pub(super) fn schemes(api: &Api) -> Vec<Pair> {
    let usual = api.key.iter().map(|key| (key.name.as_str(), key.locations.as_slice()));
    let own = api.endpoints.iter().filter_map(|endpoint| endpoint.key.as_ref());
    let own = own.map(|key| (key.name.as_str(), key.locations.as_slice()));
    let mut schemes: Vec<Pair> = Vec::new();
    for (name, places) in usual.chain(own) {
        for place in places {
            let Some(id) = scheme(name, *place) else { continue };
            if schemes.iter().all(|(known, _)| *known != id) {
                schemes.push((id, scheme_facts(name, *place)));
            }
        }
    }
    schemes
}

/// The id of a security scheme; OpenAPI has none for a key in the body.
fn scheme(name: &str, place: KeyLocation) -> Option<String> {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
    let name: String = name.chars().map(plain).collect();
    match place {
        KeyLocation::Body => None,
        KeyLocation::Bearer => Some("bearer".to_owned()),
        KeyLocation::Query | KeyLocation::Header => Some(format!("{name}.{}", place.word())),
    }
}

fn scheme_facts(name: &str, place: KeyLocation) -> Json {
    match place {
        KeyLocation::Bearer => object([pair("type", text("http")), pair("scheme", text("bearer"))]),
        KeyLocation::Query | KeyLocation::Header | KeyLocation::Body => {
            object([pair("type", text("apiKey")), pair("name", text(name)), pair("in", text(place.word()))])
        }
    }
}

/// The alternatives of a call, the usual one first; an empty list for a call without a key.
pub(super) fn alternatives(key: Option<&KeyUse>) -> Json {
    let places =
        key.into_iter().flat_map(|key| key.locations.iter().map(|place| (key.name.as_str(), *place)));
    let schemes = places.filter_map(|(name, place)| scheme(name, place));
    array(schemes.map(|id| object([(id, array([]))])))
}

pub(super) fn places(places: &[KeyLocation]) -> Json {
    array(places.iter().map(|place| text(place.word())))
}

/// `key` as `api.yaml` says it.
pub(super) fn key_facts(api: &Api, key: &Key) -> Json {
    let Key { ty, name, locations: list, env, kinds } = key;
    let mut members = vec![
        pair("type", text(&api.type_def(*ty).name.pascal())),
        pair("name", text(name)),
        pair("in", places(list)),
    ];
    members.extend(env.as_deref().map(|env| pair("env", text(env))));
    if !kinds.is_empty() {
        let kinds = kinds.iter().map(|KeyKind { prefix, name, description, span: _ }| {
            let name = pair("name", text(&name.pascal()));
            let about = description.as_deref().map(|about| pair("description", text(about)));
            pair(prefix, object([name].into_iter().chain(about)))
        });
        members.push(pair("kinds", object(kinds)));
    }
    object(members)
}

/// How calls take the key where an endpoint does not say otherwise.
pub(super) fn usual(api: &Api) -> Option<KeyUse> {
    api.key.as_ref().map(|key| KeyUse { name: key.name.clone(), locations: key.locations.clone() })
}

//! Types that are written twice.

use crate::export::json;
use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Kind, TypeDef, TypeId};
use std::collections::BTreeMap;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &TypeDef> = BTreeMap::new();
    for (index, def) in api.types.iter().enumerate() {
        let Some(shape) = shape(api, TypeId(index)) else { continue };
        let Some(first) = seen.get(&shape) else {
            seen.insert(shape, def);
            continue;
        };
        let (name, other) = (def.name.pascal(), first.name.pascal());
        let message = if name == other {
            format!("`{name}` is written twice")
        } else {
            format!("`{name}` is the same as `{other}`")
        };
        findings.push(
            Diagnostic::warning(Code::REPEATED_TYPE, def.span, message)
                .related(first.span, "the first one")
                .help("define it once under `specs/types` and use its name in both places"),
        );
    }
}

/// What makes two types alike: all that generated code and its rules are made of. Small ones are alike by chance.
fn shape(api: &Api, id: TypeId) -> Option<String> {
    let large = match &api.type_def(id).schema.kind {
        Kind::Object(object) => object.fields.len() > 2,
        Kind::Enum(list) => list.values.len() > 2,
        Kind::Union(union) => union.discriminator.is_some() && union.variants.len() > 1,
        _ => false,
    };
    large.then(|| essence(&json::definition(api, id)).to_string())
}

/// The definition without what is said about it, its members in the order of the alphabet.
fn essence(value: &Json) -> Json {
    const WORDS: [&str; 5] = ["description", "docs", "example", "deprecated", "default"];
    match value {
        Json::Object(members) => {
            let said = |name: &str, value: &Json| WORDS.contains(&name) && !matches!(value, Json::Object(_));
            let kept = members.iter().filter(|(name, value)| !said(name, value));
            let mut members: Vec<_> = kept.map(|(name, value)| (name.clone(), essence(value))).collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Json::Object(members)
        }
        Json::Array(items) => Json::Array(items.iter().map(essence).collect()),
        other => other.clone(),
    }
}

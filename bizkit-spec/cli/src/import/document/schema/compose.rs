//! `allOf` to one schema: the parts are read together, as a reader of the document would.

use crate::import::document::words::{ORIGIN, is_annotation};
use crate::import::tree::{items, members, set};
use crate::openapi::{Document, join};
use bizkit_spec::json::Json;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Deepest chain of parts of parts.
const MAX_DEPTH: usize = 200;

/// A schema without `allOf`; what could not be read together is given with its pointer.
pub(crate) fn flatten<'d>(
    document: &'d Document,
    schema: &'d Json,
    pointer: &str,
    clashes: &mut Vec<(String, String)>,
) -> Cow<'d, Json> {
    let Some(Json::Array(parts)) = schema.get("allOf") else { return Cow::Borrowed(schema) };
    let own = members(schema).iter().filter(|(key, _)| key != "allOf");
    let is_use = |part: &Json| members(part).iter().all(|(key, _)| is_annotation(key));
    let real: Vec<&Json> = parts.iter().filter(|part| !is_use(part)).collect();
    if let [only] = real.as_slice()
        && let Some(reference) = only.get("$ref").filter(|_| own.clone().all(|(key, _)| is_annotation(key)))
    {
        // One type under another description.
        let mut result = Json::Object(vec![("$ref".to_owned(), reference.clone())]);
        let words = parts.iter().filter(|part| is_use(part)).flat_map(members).chain(own);
        words.for_each(|(key, value)| set(&mut result, key, value.clone()));
        return Cow::Owned(result);
    }
    let mut all = Parts {
        document,
        result: Json::Object(Vec::new()),
        open: Vec::new(),
        done: BTreeSet::new(),
        clashes,
    };
    all.add(schema, pointer, false);
    Cow::Owned(all.result)
}

/// The parts of a schema, each of them read once however many ways lead to it.
struct Parts<'d, 'c> {
    document: &'d Document,
    result: Json,
    /// The parts whose parts are being read.
    open: Vec<String>,
    done: BTreeSet<String>,
    clashes: &'c mut Vec<(String, String)>,
}

impl<'d> Parts<'d, '_> {
    fn add(&mut self, schema: &'d Json, pointer: &str, inherited: bool) {
        if self.open.iter().any(|open| open == pointer) {
            return self.clashes.push((pointer.to_owned(), "`allOf` leads back to itself".to_owned()));
        }
        if self.open.len() > MAX_DEPTH {
            let message = format!("`allOf` in more than {MAX_DEPTH} levels: what lies deeper was left out");
            return self.clashes.push((pointer.to_owned(), message));
        }
        if !self.done.insert(pointer.to_owned()) {
            return;
        }
        self.open.push(pointer.to_owned());
        for (index, part) in schema.get("allOf").map(items).unwrap_or_default().iter().enumerate() {
            let place = join(&join(pointer, "allOf"), &index.to_string());
            match self.document.follow(part, &place) {
                Ok((part, place)) => self.add(part, &place, true),
                Err(reference) => {
                    self.clashes.push((place, format!("the reference `{reference}` leads nowhere")));
                }
            }
        }
        let own = members(schema).iter().filter(|(key, _)| key != "allOf");
        let own = Json::Object(own.cloned().collect());
        merge(&mut self.result, &own, pointer, inherited, self.clashes);
        self.open.pop();
    }
}

/// Adds one part to what the parts before it say.
fn merge(
    result: &mut Json,
    part: &Json,
    pointer: &str,
    inherited: bool,
    clashes: &mut Vec<(String, String)>,
) {
    for (key, value) in members(part) {
        match (key.as_str(), result.get(key)) {
            // Which branch of a union this is says the union.
            ("discriminator", _) if inherited => {}
            ("properties", _) => merge_properties(result, value, pointer),
            ("required", Some(old)) => {
                let mut all = items(old).to_vec();
                all.extend(items(value).iter().filter(|name| !items(old).contains(name)).cloned());
                set(result, key, Json::Array(all));
            }
            ("enum", Some(old)) => {
                let both: Vec<Json> =
                    items(old).iter().filter(|one| items(value).contains(one)).cloned().collect();
                set(result, key, if both.is_empty() { value.clone() } else { Json::Array(both) });
            }
            ("oneOf" | "anyOf", Some(old)) if old != value => {
                clashes
                    .push((join(pointer, key), format!("a second `{key}` beside another one was left out")));
            }
            ("minLength" | "minItems" | "minProperties" | "minimum", Some(old)) => {
                tighten(result, key, &old.clone(), value, Ordering::Greater);
            }
            ("maxLength" | "maxItems" | "maxProperties" | "maximum", Some(old)) => {
                tighten(result, key, &old.clone(), value, Ordering::Less);
            }
            ("type", Some(old)) if old.as_str() == Some("integer") && value.as_str() == Some("number") => {}
            ("pattern", Some(old)) if old != value => {
                clashes.push((
                    join(pointer, key),
                    "a second `pattern` beside another one was left out".to_owned(),
                ));
            }
            _ => set(result, key, value.clone()),
        }
    }
}

/// Keeps the bound that leaves less room.
fn tighten(result: &mut Json, key: &str, old: &Json, new: &Json, wanted: Ordering) {
    let value = |json: &Json| json.to_string().parse::<f64>().ok();
    if value(new).partial_cmp(&value(old)) == Some(wanted) {
        set(result, key, new.clone());
    }
}

/// A property of two parts keeps to both.
fn merge_properties(result: &mut Json, properties: &Json, pointer: &str) {
    let mut all = result.get("properties").cloned().unwrap_or_else(|| Json::Object(Vec::new()));
    let base = join(pointer, "properties");
    for (name, schema) in members(properties) {
        let mut schema = schema.clone();
        if schema.get(ORIGIN).is_none() {
            set(&mut schema, ORIGIN, Json::String(join(&base, name)));
        }
        let both = match all.get(name) {
            Some(old) if without_origin(old) != without_origin(&schema) => {
                let parts = Json::Array(vec![old.clone(), schema]);
                Json::Object(vec![("allOf".to_owned(), parts)])
            }
            _ => schema,
        };
        set(&mut all, name, both);
    }
    set(result, "properties", all);
}

fn without_origin(schema: &Json) -> Vec<&(String, Json)> {
    members(schema).iter().filter(|(key, _)| key != ORIGIN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(schema: &str) -> String {
        let text = format!(
            r##"{{"openapi":"3.0.3","components":{{"schemas":{{
                "Base":{{"type":"object","required":["id"],"properties":{{"id":{{"type":"string"}}}},"discriminator":{{"propertyName":"id"}}}},
                "Loop":{{"allOf":[{{"$ref":"#/components/schemas/Loop"}},{{"type":"object"}}]}},
                "It":{schema}}}}}}}"##
        );
        let document = Document::parse(&text).unwrap();
        let pointer = "/components/schemas/It";
        let mut clashes = Vec::new();
        let flat = flatten(&document, document.at(pointer).unwrap(), pointer, &mut clashes).to_string();
        let clashes: Vec<String> = clashes.into_iter().map(|(_, why)| why).collect();
        format!("{flat}{}", clashes.join(" "))
    }

    #[test]
    fn parts_are_read_together() {
        assert_eq!(
            flat(
                r##"{"allOf":[{"$ref":"#/components/schemas/Base"},{"required":["n"],"properties":{"n":{"type":"integer"}}}],"description":"d"}"##
            ),
            r#"{"type":"object","required":["id","n"],"properties":{"id":{"type":"string","$at":"/components/schemas/Base/properties/id"},"n":{"type":"integer","$at":"/components/schemas/It/allOf/1/properties/n"}},"description":"d"}"#
        );
        assert_eq!(
            flat(
                r#"{"allOf":[{"minLength":2,"maxLength":9,"enum":["a","b"]},{"minLength":1,"maxLength":4,"enum":["b","c"]}]}"#
            ),
            r#"{"minLength":2,"maxLength":4,"enum":["b"]}"#
        );
    }

    #[test]
    fn one_reference_with_words_stays_a_reference() {
        assert_eq!(
            flat(r##"{"allOf":[{"$ref":"#/components/schemas/Base"},{"description":"d"}],"nullable":true}"##),
            r##"{"$ref":"#/components/schemas/Base","description":"d","nullable":true}"##
        );
    }

    #[test]
    fn what_cannot_be_read_together_is_told() {
        assert!(
            flat(r##"{"allOf":[{"$ref":"#/components/schemas/Loop"}, {"type":"object"}]}"##)
                .contains("back to itself")
        );
        assert!(flat(r##"{"allOf":[{"$ref":"#/nowhere"}, {"type":"object"}]}"##).contains("leads nowhere"));
        assert!(flat(r#"{"allOf":[{"pattern":"a"},{"pattern":"b"}]}"#).contains("second `pattern`"));
    }
}

//! A response beside its spec: by their JSON Pointers the members that no spec knows and those that are secret, and the error codes
//! that it holds.

use bizkit_spec::json::Json;
use bizkit_spec::model::{Content, Endpoint, Kind, Schema};
use bizkit_spec::validate::branch;
use bizkit_spec::{Api, rust};

/// What there is to say about a response.
pub(super) fn told(api: &Api, endpoint: &Endpoint, status: u16, body: &Json) -> Json {
    let mut walk = Walk { api, pointers: Vec::new(), secrets: Vec::new() };
    let schema = endpoint.response(status).and_then(|response| match &response.content {
        Content::Json(schema) => Some(schema),
        _ => None,
    });
    if let Some(schema) = schema {
        walk.value(schema, body, "", None);
    }
    let ty = match schema {
        Some(_) if status < 400 => Some(rust::response_type(api, endpoint)),
        Some(_) => rust::failure_type(api, endpoint),
        None => None,
    };
    let mut codes = Vec::new();
    collect(api, body, &mut codes);
    let list = |texts: Vec<String>| Json::Array(texts.into_iter().map(Json::String).collect());
    Json::Object(vec![
        ("type".to_owned(), ty.map_or(Json::Null, Json::String)),
        ("unknown".to_owned(), list(walk.pointers)),
        ("codes".to_owned(), list(codes)),
        ("secret".to_owned(), list(walk.secrets)),
    ])
}

/// Every text that is a code of the catalogue, once.
fn collect(api: &Api, value: &Json, codes: &mut Vec<String>) {
    match value {
        Json::String(text) if api.errors.iter().any(|error| error.code == *text) && !codes.contains(text) => {
            codes.push(text.clone());
        }
        Json::Array(items) => items.iter().for_each(|item| collect(api, item, codes)),
        Json::Object(members) => members.iter().for_each(|(_, value)| collect(api, value, codes)),
        _ => {}
    }
}

struct Walk<'a> {
    api: &'a Api,
    pointers: Vec<String>,
    secrets: Vec<String>,
}

impl Walk<'_> {
    /// `tag` is the discriminator that selected an object, which is no member of it.
    fn value(&mut self, schema: &Schema, value: &Json, at: &str, tag: Option<&str>) {
        let resolved = self.api.resolved(schema);
        if schema.sensitive || resolved.sensitive {
            return self.secrets.push(at.to_owned());
        }
        match (&resolved.kind, value) {
            (Kind::Array(list), Json::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(&list.items, item, &format!("{at}/{index}"), None);
                }
            }
            (Kind::Map(map), Json::Object(members)) => {
                for (name, value) in members {
                    self.value(&map.values, value, &below(at, name), None);
                }
            }
            (Kind::Object(object), Json::Object(members)) => {
                for (name, value) in members {
                    let at = below(at, name);
                    match object.fields.iter().find(|field| field.wire == *name) {
                        Some(field) => self.value(&field.schema, value, &at, None),
                        None if object.additional_properties.is_some() || tag == Some(name) => {}
                        None => self.pointers.push(at),
                    }
                }
            }
            (Kind::Union(union), value) => match branch(union, value) {
                Some(variant) => match &variant.schema {
                    Some(schema) => self.value(schema, value, at, union.discriminator.as_deref()),
                    None => self.rest(value, at, union.discriminator.as_deref()),
                },
                None => self.rest(value, at, union.discriminator.as_deref()),
            },
            _ => {}
        }
    }

    /// Members of an object of which nothing but the tag is known.
    fn rest(&mut self, value: &Json, at: &str, tag: Option<&str>) {
        let Json::Object(members) = value else { return };
        let strange = members.iter().filter(|(name, _)| tag != Some(name)).map(|(name, _)| below(at, name));
        self.pointers.extend(strange);
    }
}

/// The pointer of a member.
fn below(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use bizkit_spec::Specs;

    #[test]
    fn what_no_spec_knows_is_pointed_at() {
        let specs = Specs::from_texts([
            ("api.yaml", "title: A\nbaseUrl: https://a.example\n"),
            ("errors.yaml", "NOT_THERE: { status: 404, topic: missing, summary: It is not there }\n"),
            (
                "a/read.yaml",
                "summary: Read\nmethod: GET\npath: /a\nresponses: { 200: { properties: { session: { type: string, sensitive: true }, list: { type: array, items: { title: Row, properties: { a: string } } }, \
                 free: { type: object, additionalProperties: { type: json } }, shape: { title: Shape, discriminator: kind, oneOf: { One: { when: one, properties: { x: integer } }, Two: { when: two } } } } } }\n",
            ),
        ]);
        let api = specs.api().unwrap_or_else(|| panic!("{:?}", specs.findings));
        let told = |status, body: &str| {
            told(api, &api.endpoints[0], status, &Json::parse(body).expect("JSON")).to_string()
        };
        assert_eq!(
            told(200, r#"{"list":[{"a":"b"},{"a":"b","new/one":1}],"free":{"x":{"y":1}},"more":null}"#),
            r#"{"type":"a::ReadResponse","unknown":["/list/1/new~1one","/more"],"codes":[],"secret":[]}"#
        );
        assert_eq!(
            told(200, r#"{"shape":{"kind":"one","x":1,"y":2}}"#),
            r#"{"type":"a::ReadResponse","unknown":["/shape/y"],"codes":[],"secret":[]}"#
        );
        assert_eq!(
            told(200, r#"{"shape":{"kind":"two","y":2}}"#),
            r#"{"type":"a::ReadResponse","unknown":["/shape/y"],"codes":[],"secret":[]}"#
        );
        assert_eq!(
            told(200, r#"{"session":"x"}"#),
            r#"{"type":"a::ReadResponse","unknown":[],"codes":[],"secret":["/session"]}"#
        );
        assert_eq!(
            told(404, r#"{"error":{"code":"NOT_THERE","more":["NOT_THERE"]}}"#),
            r#"{"type":null,"unknown":[],"codes":["NOT_THERE"],"secret":[]}"#
        );
    }
}

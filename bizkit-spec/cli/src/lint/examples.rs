//! Documented values: every member of them is described.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Content, Kind, Schema};
use std::collections::BTreeSet;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    for endpoint in &api.endpoints {
        // What several examples of a call have in common is told once.
        let mut told = BTreeSet::new();
        for example in &endpoint.examples {
            let response = endpoint.response(example.status).map(|response| &response.content);
            let (Some(Content::Json(schema)), Some(value)) = (response, &example.response) else { continue };
            for path in undescribed(api, schema, value) {
                if told.insert(path.clone()) {
                    let message =
                        format!("the response of `{}` shows `{path}`, which nothing describes", endpoint.id);
                    findings.push(advice(example.span, message));
                }
            }
        }
    }
    for def in &api.types {
        for path in def.schema.example.iter().flat_map(|value| undescribed(api, &def.schema, value)) {
            let message =
                format!("the example of `{}` shows `{path}`, which nothing describes", def.name.pascal());
            findings.push(advice(def.span, message));
        }
    }
}

fn advice(span: bizkit_spec::source::Span, message: String) -> Diagnostic {
    Diagnostic::warning(Code::UNDESCRIBED_MEMBER, span, message)
        .help("add it to `properties`, or `additionalProperties` for members of any name")
}

/// The paths of the members that no property of the type names.
fn undescribed(api: &Api, schema: &Schema, value: &Json) -> Vec<String> {
    let mut walk = Walk { api, found: Vec::new() };
    walk.value(&[schema], value, "");
    walk.found
}

struct Walk<'a> {
    api: &'a Api,
    found: Vec<String>,
}

/// What may be known of an object: the fields of every branch that it could be, and whether any name will do.
#[derive(Default)]
struct Shape<'a> {
    fields: Vec<(&'a str, &'a Schema)>,
    tags: Vec<&'a str>,
    rest: Vec<&'a Schema>,
    free: bool,
}

impl<'a> Walk<'a> {
    fn value(&mut self, schemas: &[&'a Schema], value: &Json, path: &str) {
        match value {
            Json::Array(items) => {
                let mut parts = Vec::new();
                let mut free = false;
                for schema in schemas {
                    self.elements(schema, &mut parts, &mut free);
                }
                for (index, item) in items.iter().enumerate().filter(|_| !free) {
                    self.value(&parts, item, &format!("{path}[{index}]"));
                }
            }
            Json::Object(members) => {
                let mut shape = Shape::default();
                let mut seen = BTreeSet::new();
                for schema in schemas {
                    self.shape(schema, &mut shape, &mut seen);
                }
                for (name, value) in members.iter().filter(|_| !shape.free) {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    let of_name = shape.fields.iter().filter(|(wire, _)| wire == name);
                    let mut inner: Vec<&Schema> = of_name.map(|(_, schema)| *schema).collect();
                    if inner.is_empty() {
                        inner.clone_from(&shape.rest);
                    }
                    if inner.is_empty() && !shape.tags.contains(&name.as_str()) {
                        self.found.push(path);
                    } else {
                        self.value(&inner, value, &path);
                    }
                }
            }
            _ => {}
        }
    }

    fn elements(&self, schema: &'a Schema, parts: &mut Vec<&'a Schema>, free: &mut bool) {
        match &self.api.resolved(schema).kind {
            Kind::Array(array) => parts.push(&array.items),
            Kind::Json => *free = true,
            Kind::Union(union) => {
                for schema in union.variants.iter().filter_map(|variant| variant.schema.as_ref()) {
                    self.elements(schema, parts, free);
                }
            }
            _ => {}
        }
    }

    fn shape(&self, schema: &'a Schema, shape: &mut Shape<'a>, seen: &mut BTreeSet<usize>) {
        if let Kind::Ref(id) = schema.kind
            && !seen.insert(id.0)
        {
            return;
        }
        match &self.api.resolved(schema).kind {
            Kind::Object(object) => {
                shape.fields.extend(object.fields.iter().map(|field| (field.wire.as_str(), &field.schema)));
                match object.additional_properties.as_ref().map(|rest| &rest.schema.kind) {
                    Some(Kind::Map(map)) => shape.rest.push(&map.values),
                    Some(_) => shape.free = true,
                    None => {}
                }
            }
            Kind::Map(map) => shape.rest.push(&map.values),
            Kind::Json => shape.free = true,
            Kind::Union(union) => {
                shape.tags.extend(union.discriminator.as_deref());
                for schema in union.variants.iter().filter_map(|variant| variant.schema.as_ref()) {
                    self.shape(schema, shape, seen);
                }
            }
            _ => {}
        }
    }
}

//! The body of a call: members that become arguments, or one value, by its media type.

use crate::import::document::examples::Request;
use crate::import::document::media::preferred;
use crate::import::document::schema::object::Fields;
use crate::import::document::schema::observe;
use crate::import::document::types::Side;
use crate::import::document::words::Words;
use crate::import::document::{Context, media};
use crate::import::tree::{Tree, members, set, text};
use crate::openapi::{EXTENSION, Operation, join};
use bizkit_spec::json::Json;
use bizkit_spec::media::MediaType;

/// What a media type carries.
struct Carried {
    tree: Tree,
    json: bool,
}

impl Context<'_> {
    /// Sets `body`, or adds the members of an object to the arguments. `None` where the call cannot be made.
    pub(crate) fn body(
        &mut self,
        body: &Json,
        pointer: &str,
        tree: &mut Tree,
        fields: &mut Fields,
        request: &mut Request,
        operation: &Operation<'_>,
    ) -> Option<()> {
        let mut words = Words::new(body);
        let content = members(words.take("content").unwrap_or(&Json::Null));
        let required = words.flag("required");
        let description = words.text("description");
        words.finish(&mut self.report, pointer);
        if operation.value.get(&format!("{EXTENSION}body")).is_some() {
            return Some(());
        }
        let place = join(pointer, "content");
        let Some((media, value)) = preferred(content) else { return Some(()) };
        if operation.method == "get" {
            let empty = value
                .get("schema")
                .is_none_or(|schema| schema.get("properties").is_some_and(|it| members(it).is_empty()));
            if !empty {
                self.lose(pointer, "the body of a GET was left out");
            }
            return Some(());
        }
        for (other, _) in content.iter().filter(|(other, _)| other != media) {
            self.note(&join(&place, other), format!("`{other}` is accepted too: `{media}` is sent"));
        }
        let place = join(&place, media);
        let kind = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if kind.starts_with("multipart/") {
            self.refuse(&place, "bodies of several parts are not part of the language");
            return None;
        }
        let Carried { tree: mut schema, json } = self.body_schema(&kind, value, &place);
        let example = media::first(value);
        if json && Self::fields_of_body(&schema, fields) {
            if let Some(constraints) = schema.get("constraints") {
                tree.set("constraints", constraints.clone());
            }
            let example = example.or_else(|| schema.get("example").cloned());
            request.arguments.extend(members(example.as_ref().unwrap_or(&Json::Null)).iter().cloned());
            let properties = schema.remove("properties").unwrap_or(Json::Null);
            let needed = members(&properties).iter().any(|(_, it)| it.get("required").is_some());
            if !required && needed {
                self.note(pointer, "the body may be left out; its required fields are required here");
            }
            for (wire, mut field) in members(&properties).iter().cloned() {
                if operation.method == "delete" {
                    set(&mut field, "in", text("body"));
                }
                let is_required = field.get("required").is_some();
                if let Some(value) = field
                    .get("example")
                    .filter(|_| !request.arguments.iter().any(|(known, _)| *known == wire))
                {
                    request.arguments.push((wire.clone(), value.clone()));
                }
                request.need(&wire, is_required);
                self.add(fields, &wire, Tree::from(field), pointer);
            }
            return Some(());
        }
        if !required {
            self.note(pointer, "the body may be left out; here it is required");
        }
        if !json {
            schema.set("contentType", text(media));
        }
        if let Some(description) = description.filter(|text| !text.trim().is_empty()) {
            schema.add("description", text(description.trim()));
        }
        if schema.word("type") == Some("binary") {
            schema.remove("example");
        }
        if let Some(example) = example.or_else(|| schema.get("example").cloned()) {
            request.arguments.push(("body".to_owned(), example));
        }
        request.need("body", true);
        tree.set("body", schema.json());
        Some(())
    }

    /// The type of one media type of a body, with what its schema says that cannot be said.
    fn body_schema(&mut self, kind: &str, value: &Json, place: &str) -> Carried {
        let schema = value.get("schema");
        let is_any = kind.contains('*') && schema.is_some_and(|schema| !self.is_bytes(schema));
        if is_any {
            self.note(place, "no media type is stated: JSON is sent");
        }
        let json = MediaType::of(kind).is_json() || is_any;
        if json && kind != "application/json" && !is_any {
            self.lose(place, format!("`{kind}` is sent as `application/json`"));
        }
        let tree = match schema {
            Some(schema) if json => self.schema(schema, &join(place, "schema"), Side::Request),
            None if json => {
                let shown = media::all(value);
                observe::seen(shown.iter().map(|(_, example)| example))
            }
            _ => {
                let is_text = kind.starts_with("text/") || kind.ends_with("xml");
                let is_form = kind == "application/x-www-form-urlencoded";
                if is_form {
                    self.lose(place, "a form is sent as the text that the caller has encoded");
                } else if schema.is_some_and(|schema| self.has_members(schema)) {
                    self.lose(place, format!("what `{kind}` holds is not described: the caller writes it"));
                }
                Tree::of(if is_text || is_form { "string" } else { "binary" })
            }
        };
        Carried { tree, json }
    }

    /// Whether a schema is bytes.
    fn is_bytes(&self, schema: &Json) -> bool {
        let schema = self.document.follow(schema, "").map_or(schema, |(schema, _)| schema);
        schema.get("format").and_then(Json::as_str) == Some("binary")
    }

    /// Whether a schema says more than that there is a text, or bytes.
    pub(crate) fn has_members(&self, schema: &Json) -> bool {
        let schema = self.document.follow(schema, "").map_or(schema, |(schema, _)| schema);
        let keys = ["properties", "additionalProperties", "items", "allOf", "oneOf", "anyOf"];
        keys.iter().any(|key| schema.get(key).is_some())
    }

    /// Whether the members of a body can stand beside the other parameters.
    fn fields_of_body(schema: &Tree, fields: &Fields) -> bool {
        let properties = schema.get("properties").map(members).unwrap_or_default();
        let free = |wire: &String| !fields.list.iter().any(|(known, _)| known == wire);

        !properties.is_empty() && !schema.is("nullable") && properties.iter().all(|(wire, _)| free(wire))
    }
}

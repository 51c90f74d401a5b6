//! What a call takes: parameters in all their places, and the body.

use super::examples::Request;
use super::object::Fields;
use super::schema::extend;
use super::tree::{Tree, items, members, set, text};
use super::words::Words;
use super::{Context, Side};
use crate::json::Json;
use crate::openapi::{EXTENSION, Operation, join};

/// Headers that HTTP itself or the client sets.
const OWN_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

impl Context<'_> {
    /// Sets `parameters` and `body`. `None` where the call cannot be made.
    pub(super) fn request(
        &mut self,
        words: &mut Words<'_>,
        operation: &Operation<'_>,
        path: &mut String,
        tree: &mut Tree,
        pointer: &str,
    ) -> Option<Request> {
        let mut fields = Fields::default();
        let mut request = Request::default();
        let listed = self.listed(words, operation, pointer);
        for (parameter, place) in &listed {
            self.parameter(parameter, place, path, &mut fields, &mut request, operation.method);
        }
        for name in braces(path) {
            if !fields.list.iter().any(|(wire, _)| *wire == name) {
                self.note(
                    pointer,
                    format!("the path names `{name}`, which is not described: taken as a text"),
                );
                self.add(&mut fields, &name, Tree::of("string").with("required", Json::Bool(true)), pointer);
            }
        }
        if let Some(body) = words.take("requestBody") {
            let place = join(pointer, "requestBody");
            match self.document.follow(body, &place) {
                Ok((body, place)) => self.body(body, &place, tree, &mut fields, &mut request, operation)?,
                Err(reference) => self.lose(&place, format!("the reference `{reference}` leads nowhere")),
            }
        }
        if let Some(order) = operation.value.get(&format!("{EXTENSION}order")) {
            let at = |wire: &str| items(order).iter().position(|name| name.as_str() == Some(wire));
            fields.list.sort_by_key(|(wire, _)| at(wire).unwrap_or(usize::MAX));
        }
        if !fields.list.is_empty() {
            tree.set("parameters", Json::Object(fields.list));
        }
        Some(request)
    }

    /// The parameters of the path and of the operation, which replace those of the path.
    fn listed(
        &mut self,
        words: &mut Words<'_>,
        operation: &Operation<'_>,
        pointer: &str,
    ) -> Vec<(Json, String)> {
        let mut listed: Vec<(Json, String)> = Vec::new();
        let own = words.take("parameters");
        let of_path = operation.item.get("parameters").map(|list| (list, operation.item_pointer()));
        for (list, base) in of_path.into_iter().chain(own.map(|list| (list, pointer.to_owned()))) {
            let base = join(&base, "parameters");
            for (index, parameter) in items(list).iter().enumerate() {
                let place = join(&base, &index.to_string());
                let (found, place) = match self.document.follow(parameter, &place) {
                    Ok(found) => found,
                    Err(reference) => {
                        self.lose(&place, format!("the reference `{reference}` leads nowhere"));
                        continue;
                    }
                };
                let key = |it: &Json| (it.get("name").cloned(), it.get("in").cloned());
                match listed.iter_mut().find(|(other, _)| key(other) == key(found)) {
                    Some(old) => *old = (found.clone(), place),
                    None => listed.push((found.clone(), place)),
                }
            }
        }
        listed
    }

    fn parameter(
        &mut self,
        parameter: &Json,
        pointer: &str,
        path: &mut String,
        fields: &mut Fields,
        request: &mut Request,
        method: &str,
    ) {
        let mut words = Words::new(parameter);
        let shown = words.text("name").unwrap_or_default().to_owned();
        let place = words.text("in").unwrap_or("query").to_owned();
        let wire = match parameter.get(&format!("{EXTENSION}wire")).and_then(Json::as_str) {
            Some(wire) => {
                *path = path.replace(&format!("{{{shown}}}"), &format!("{{{wire}}}"));
                wire.to_owned()
            }
            None => shown,
        };
        if self.is_key(&wire, &place) {
            return;
        }
        match place.as_str() {
            "cookie" => return self.lose(pointer, format!("`{wire}` is a cookie: left out")),
            "header" if OWN_HEADERS.contains(&wire.to_ascii_lowercase().as_str()) => {
                return self.note(pointer, format!("the header `{wire}` is the client's own: left out"));
            }
            "path" if !braces(path).contains(&wire) => {
                return self
                    .lose(pointer, format!("`{wire}` is in the path, which does not name it: left out"));
            }
            _ => {}
        }
        if fields.list.iter().any(|(known, _)| *known == wire) {
            return self
                .lose(pointer, format!("`{wire}` stands in two places: the one in {place} was left out"));
        }
        let mut tree = self.argument(&mut words, pointer, &place);
        let tree_of_words = self.annotate(Tree::of("json"), &mut words, pointer);
        for key in ["description", "example", "deprecated", "default", "docs"] {
            if let Some(value) = tree_of_words.get(key) {
                tree.set(key, value.clone());
            }
        }
        // The description of a parameter speaks of its value, so its rules count.
        if let Some(description) = words.text("description") {
            tree.remove("description");
            for message in super::prose::read(description.trim()).apply(&mut tree) {
                self.note(&join(pointer, "description"), message);
            }
        }
        if tree.remove("nullable").is_some() {
            self.note(pointer, format!("`{wire}` cannot be null outside of a JSON body"));
        }
        let required = words.flag("required") || place == "path";
        for key in ["allowEmptyValue", "allowReserved"] {
            words.take(key);
        }
        words.finish(&mut self.report, pointer);
        extend(&mut tree, parameter);
        tree.remove("wire");
        if tree.word("type") == Some("object") || tree.has("additionalProperties") {
            return self.spread(&wire, &tree, parameter, fields, pointer);
        }
        Self::as_text(&wire, &mut tree);
        if required {
            self.require(&mut tree, pointer);
            if place == "path" {
                tree.remove("required");
            }
        }
        let has_body = ["post", "put", "patch"].contains(&method);
        if place == "header" || place == "query" && has_body {
            tree.set("in", text(&place));
        }
        if let Some(example) = tree.get("example") {
            request.arguments.push((wire.clone(), example.clone()));
        }
        request.need(&wire, required);
        self.add(fields, &wire, tree, pointer);
    }

    /// The type of an argument, as text carries it.
    fn argument(&mut self, words: &mut Words<'_>, pointer: &str, place: &str) -> Tree {
        let schema = match (words.take("schema"), words.take("content")) {
            (Some(schema), _) => self.schema(schema, &join(pointer, "schema"), Side::Request),
            (None, Some(content)) => {
                let media = members(content).first().map_or("JSON", |(media, _)| media.as_str()).to_owned();
                self.lose(
                    &join(pointer, "content"),
                    format!("the value is {media} in a text: taken as any text"),
                );
                return Tree::of("string");
            }
            // Before version 3 the type stood in the parameter.
            (None, None) => self.schema(&Json::Object(Vec::new()), pointer, Side::Request),
        };
        let style = words.text("style").unwrap_or(if place == "query" { "form" } else { "simple" });
        let explode = words.take("explode").map_or(style == "form", |explode| *explode == Json::Bool(true));
        let mut tree = match schema.word("type") {
            Some("json") => Tree::of("string"),
            _ => several_of_one(&schema).unwrap_or(schema),
        };
        if tree.word("type") == Some("array") && !tree.has("delimiter") {
            match (style, explode) {
                ("form", true) => {}
                ("form" | "simple", _) => tree.set("delimiter", text(",")),
                ("spaceDelimited", false) => tree.set("delimiter", text(" ")),
                ("pipeDelimited", false) => tree.set("delimiter", text("|")),
                _ if explode => {}
                _ => self.lose(
                    &join(pointer, "style"),
                    format!("the style {style} of a list is not part of the language"),
                ),
            }
        }
        tree
    }

    /// An object in the query: each member is an argument of its own.
    fn spread(&mut self, wire: &str, tree: &Tree, parameter: &Json, fields: &mut Fields, pointer: &str) {
        let style = parameter.get("style").and_then(Json::as_str).unwrap_or("form");
        let explode =
            parameter.get("explode").map_or(style == "form", |explode| *explode == Json::Bool(true));
        let properties = tree.get("properties").map(members).unwrap_or_default();
        let scalar = |schema: &Json| {
            !["properties", "additionalProperties", "oneOf"].iter().any(|key| schema.get(key).is_some())
        };
        if properties.is_empty()
            || !properties.iter().all(|(_, schema)| scalar(schema))
            || style == "form" && !explode
        {
            return self.lose(pointer, format!("`{wire}` is an object, which text cannot carry: left out"));
        }
        for (name, schema) in properties {
            let wire = if style == "deepObject" { format!("{wire}[{name}]") } else { name.clone() };
            let mut inner = Tree::from(schema.clone());
            for key in ["required", "nullable"] {
                inner.remove(key);
            }
            self.add(fields, &wire, inner, pointer);
        }
    }

    /// Numbers and truth values that the document calls texts: `page: "1"`.
    fn as_text(wire: &str, tree: &mut Tree) {
        if tree.word("type") != Some("string")
            || tree.keys().any(|key| ["pattern", "format", "maxLength", "minLength"].contains(&key))
        {
            return;
        }
        let counts =
            ["page", "limit", "offset", "perPage", "per_page", "pageSize", "page_size"].contains(&wire);
        let values = ["default", "example"].iter().filter_map(|key| tree.word(key));
        let mut values = values.peekable();
        let whole = values.peek().is_some() && values.all(|value| value.parse::<u32>().is_ok());
        if counts && whole {
            tree.set("type", text("integer"));
            tree.set("as", text("string"));
            let default = tree.word("default").map(str::to_owned);
            if let Some(default) = default {
                tree.set("default", Json::Number(default));
            }
        }
    }

    fn body(
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
        let json = is_json(&kind);
        let mut schema = match value.get("schema") {
            Some(schema) if json => self.schema(schema, &join(&place, "schema"), Side::Request),
            None if json => super::observe::seen(&super::examples::first(value).unwrap_or(Json::Null)),
            _ if kind.starts_with("text/") || kind.ends_with("xml") => Tree::of("string"),
            _ if kind == "application/x-www-form-urlencoded" => {
                self.lose(&place, "a form is sent as the text that the caller has encoded");
                Tree::of("string")
            }
            _ => Tree::of("binary"),
        };
        let example = super::examples::first(value);
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
        if !json || kind != "application/json" {
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

    /// Whether the members of a body can stand beside the other parameters.
    fn fields_of_body(schema: &Tree, fields: &Fields) -> bool {
        let properties = schema.get("properties").map(members).unwrap_or_default();
        let free = |wire: &String| !fields.list.iter().any(|(known, _)| known == wire);

        !properties.is_empty() && !schema.is("nullable") && properties.iter().all(|(wire, _)| free(wire))
    }
}

/// A value or a list of such values: the list, which may have one element.
fn several_of_one(schema: &Tree) -> Option<Tree> {
    let [(_, one), (_, other)] = members(schema.get("oneOf")?) else { return None };
    let list = [one, other].into_iter().find(|branch| branch.get("items").is_some())?;
    let single = if list == one { other } else { one };
    let same = list.get("items").and_then(|items| items.get("type")) == single.get("type");
    (same && schema.get("discriminator").is_none()).then(|| Tree::from(list.clone()))
}

/// JSON where there is a choice, then text, then anything.
pub(super) fn preferred(content: &[(String, Json)]) -> Option<(&String, &Json)> {
    let rank = |media: &str| match media.split(';').next().unwrap_or_default().trim() {
        "application/json" => 0,
        media if is_json(media) => 1,
        "*/*" => 2,
        media if media.starts_with("text/") => 3,
        media if media.ends_with("xml") => 4,
        "application/x-www-form-urlencoded" => 5,
        media if media.starts_with("multipart/") => 7,
        _ => 6,
    };
    content.iter().min_by_key(|(media, _)| rank(media)).map(|(media, value)| (media, value))
}

/// Whether a media type is JSON (`application/problem+json`).
pub(super) fn is_json(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default().trim();
    media == "application/json" || media.ends_with("+json") || media == "text/json"
}

/// The parameters that a path names.
pub(super) fn braces(path: &str) -> Vec<String> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

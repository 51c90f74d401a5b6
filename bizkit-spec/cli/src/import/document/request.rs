//! What a call takes: parameters in all their places, and the body.

use crate::import::document::Context;
use crate::import::document::examples::Request;
use crate::import::document::schema::object::Fields;
use crate::import::document::schema::{extend, object};
use crate::import::document::types::Side;
use crate::import::document::words::Words;
use crate::import::report::Grade;
use crate::import::tree::{Tree, items, members, text};
use crate::openapi::{EXTENSION, Operation, join};
use bizkit_spec::header;
use bizkit_spec::json::Json;
use bizkit_spec::model::Location;

/// Whether HTTP itself or the client sets a header, or OpenAPI has other words for it.
fn is_own_header(name: &str) -> bool {
    header::is_reserved(name) || name.eq_ignore_ascii_case("authorization")
}

impl Context<'_> {
    /// Sets `parameters` and `body`. `None` where the call cannot be made.
    pub(crate) fn request(
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
        let groups = object::together(&mut fields.list);
        if !groups.is_empty() {
            let mut all = tree.get("constraints").map(items).unwrap_or_default().to_vec();
            all.extend(groups);
            tree.set("constraints", Json::Array(all));
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
        let known = Location::from_word(&place);
        match known {
            Some(Location::Header) if is_own_header(&wire) => {
                return self.note(pointer, format!("the header `{wire}` is the client's own: left out"));
            }
            Some(Location::Path) if !braces(path).contains(&wire) => {
                return self
                    .lose(pointer, format!("`{wire}` is in the path, which does not name it: left out"));
            }
            None if place == "cookie" => {
                return self.lose(pointer, format!("`{wire}` is a cookie: left out"));
            }
            Some(Location::Query | Location::Path | Location::Header | Location::Body) | None => {}
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
            self.rules(&mut tree, description.trim(), pointer);
        }
        let required = words.flag("required") || place == "path";
        if tree.remove("nullable").is_some() {
            // An argument that may be left out is null by being left out.
            let grade = if required { Grade::Loss } else { Grade::Note };
            self.report.add(grade, pointer, format!("`{wire}` cannot be null outside of a JSON body"));
        }
        words.take("allowEmptyValue");
        if words.flag("allowReserved") {
            self.lose(pointer, format!("`{wire}` travels with its signs as they are: here they are encoded"));
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
        let is_stated = match known {
            Some(Location::Header) => true,
            Some(Location::Query) => has_body,
            Some(Location::Path | Location::Body) | None => false,
        };
        if is_stated {
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
        } else if ["matrix", "label"].contains(&style) {
            let message = format!("the style {style} is not part of the language: the plain value is sent");
            self.lose(&join(pointer, "style"), message);
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
}

/// A value or a list of such values: the list, which may have one element.
fn several_of_one(schema: &Tree) -> Option<Tree> {
    let [(_, one), (_, other)] = members(schema.get("oneOf")?) else { return None };
    let list = [one, other].into_iter().find(|branch| branch.get("items").is_some())?;
    let single = if list == one { other } else { one };
    let same = list.get("items").and_then(|items| items.get("type")) == single.get("type");
    (same && schema.get("discriminator").is_none()).then(|| Tree::from(list.clone()))
}

/// The parameters that a path names.
pub(crate) fn braces(path: &str) -> Vec<String> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

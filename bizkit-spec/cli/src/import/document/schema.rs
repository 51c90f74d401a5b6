//! One schema of a document to a tree of the spec language.

pub(crate) mod branch;
pub(crate) mod compose;
pub(crate) mod mixture;
pub(crate) mod object;
pub(crate) mod observe;
pub(crate) mod scalar;
pub(crate) mod tag;
pub(crate) mod union;

use crate::import::document::Context;
use crate::import::document::prose;
use crate::import::document::schema::compose::flatten;
use crate::import::document::types::Side;
use crate::import::document::words::{ORIGIN, Words, is_extension};
use crate::import::report::Grade;
use crate::import::text::is_link;
use crate::import::tree::{Tree, items, members, text};
use crate::openapi::{EXTENSION, join};
use bizkit_spec::json::Json;

/// Keywords that imply a type where none is stated.
const IMPLIED: [(&str, &[&str]); 4] = [
    (
        "object",
        &[
            "properties",
            "additionalProperties",
            "patternProperties",
            "required",
            "minProperties",
            "maxProperties",
        ],
    ),
    ("array", &["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]),
    ("string", &["pattern", "minLength", "maxLength"]),
    ("number", &["minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"]),
];

impl Context<'_> {
    pub(crate) fn refuse(&mut self, pointer: &str, message: impl Into<String>) {
        self.report.add(Grade::Refused, pointer, message);
    }

    pub(crate) fn lose(&mut self, pointer: &str, message: impl Into<String>) {
        self.report.add(Grade::Loss, pointer, message);
    }

    pub(crate) fn note(&mut self, pointer: &str, message: impl Into<String>) {
        self.report.add(Grade::Note, pointer, message);
    }

    /// What a schema means where it is used, `nullable` included.
    pub(crate) fn schema(&mut self, schema: &Json, pointer: &str, side: Side) -> Tree {
        let origin = schema.get(ORIGIN).and_then(Json::as_str).map(str::to_owned);
        let pointer = origin.as_deref().unwrap_or(pointer);
        if self.depth > 60 {
            self.lose(pointer, "more levels than can be expressed: taken as free JSON");
            return Tree::of("json");
        }
        self.depth += 1;
        let mut tree = self.schema_without_extensions(schema, pointer, side);
        self.depth -= 1;
        self.mention(schema);
        extend(&mut tree, schema);
        tree
    }

    fn schema_without_extensions(&mut self, schema: &Json, pointer: &str, side: Side) -> Tree {
        match schema {
            Json::Object(_) => {}
            Json::Bool(false) => {
                self.lose(pointer, "a value that can never be: taken as free JSON");
                return Tree::of("json");
            }
            _ => return Tree::of("json"),
        }
        if schema.get("$ref").is_some() {
            return self.reference(schema, pointer, side);
        }
        let mut clashes = Vec::new();
        let flat = flatten(self.document, schema, pointer, &mut clashes).into_owned();
        for (place, message) in clashes {
            self.lose(&place, message);
        }
        if flat.get("$ref").is_some() {
            return self.reference(&flat, pointer, side);
        }
        let mut words = Words::new(&flat);
        let tree = self.kind(&mut words, pointer, side);
        let tree = self.annotate(tree, &mut words, pointer);
        words.finish(&mut self.report, pointer);
        tree
    }

    /// What the value is, with the rules of its kind.
    fn kind(&mut self, words: &mut Words<'_>, pointer: &str, side: Side) -> Tree {
        let mut kinds: Vec<&str> = match words.take("type") {
            Some(Json::String(kind)) => vec![kind],
            Some(Json::Array(kinds)) => kinds.iter().filter_map(Json::as_str).collect(),
            _ => Vec::new(),
        };
        let mut nullable = words.flag("nullable") || kinds.contains(&"null");
        let only_null = kinds == ["null"];
        kinds.retain(|kind| *kind != "null");
        for key in ["enum", "const"] {
            let values = words
                .peek(key)
                .map(|value| if key == "enum" { items(value) } else { std::slice::from_ref(value) });
            nullable |= values.is_some_and(|values| values.contains(&Json::Null));
        }
        for key in ["oneOf", "anyOf"] {
            if words.peek(key).is_some_and(|branches| !items(branches).is_empty()) {
                if let Some(groups) = Self::groups(words, key) {
                    let mut tree = self.object(words, pointer, side);
                    tree.set("constraints", groups);
                    return finish(tree, nullable);
                }
                let tree = self.union(words, key, pointer, side);
                return finish(tree, nullable);
            }
        }
        if words.has("discriminator")
            && let Some(tree) = self.descendants(words, pointer, side)
        {
            return finish(tree, nullable);
        }
        if kinds.is_empty() {
            kinds.extend(implied(words));
        }
        let tree = match kinds.as_slice() {
            [] if only_null => {
                self.lose(pointer, "a value that is always null: taken as free JSON");
                nullable = false;
                Tree::of("json")
            }
            [] => Tree::of("json"),
            ["integer", "number"] | ["number", "integer"] => self.numeric(words, "number", pointer),
            [kind] => self.one_kind(words, kind, pointer, side),
            several => self.several_kinds(words, several, pointer, side),
        };
        // Free JSON may be null anyway.
        let nullable = nullable && tree.word("type") != Some("json");
        finish(tree, nullable)
    }

    pub(crate) fn one_kind(&mut self, words: &mut Words<'_>, kind: &str, pointer: &str, side: Side) -> Tree {
        match kind {
            "string" => self.string(words, pointer),
            "integer" => self.numeric(words, "integer", pointer),
            "number" => self.numeric(words, "number", pointer),
            "boolean" => self.boolean(words, pointer, side),
            "array" => self.array(words, pointer, side),
            "object" => self.object(words, pointer, side),
            // A habit of old documents.
            "file" => Tree::of("binary"),
            _ => {
                self.lose(&join(pointer, "type"), format!("no type is called `{kind}`: taken as free JSON"));
                Tree::of("json")
            }
        }
    }

    /// `type: [string, array]`: a branch for each kind of JSON.
    fn several_kinds(&mut self, words: &mut Words<'_>, kinds: &[&str], pointer: &str, side: Side) -> Tree {
        let branches = kinds.iter().map(|kind| {
            let name = kind_name(kind).to_owned();
            (name, self.one_kind(words, kind, pointer, side))
        });
        let branches: Vec<(String, Tree)> = branches.collect();
        self.by_kind(branches, pointer)
    }

    /// Words about a value: description, example, default, links.
    pub(crate) fn annotate(&mut self, mut tree: Tree, words: &mut Words<'_>, pointer: &str) -> Tree {
        let title = words.text("title").map(str::trim).filter(|title| !title.is_empty());
        let description = words.text("description").map(str::trim).filter(|text| !text.is_empty());
        match (description, title) {
            (Some(description), _) => {
                self.rules(&mut tree, description, pointer);
            }
            (None, Some(title)) if !words.has("x-bizkit-name") => tree.set("description", text(title)),
            (None, _) => {}
        }
        if words.flag("deprecated") {
            tree.flag("deprecated");
        }
        if let Some(url) = words.take("externalDocs").and_then(|docs| docs.get("url")).and_then(Json::as_str)
            && is_link(url)
        {
            tree.add("docs", text(url));
        }
        for key in ["readOnly", "writeOnly"] {
            words.take(key);
        }
        self.values(&mut tree, words, pointer);
        tree
    }

    /// Rules that stand in a description; the rest of it stays.
    pub(crate) fn rules(&mut self, tree: &mut Tree, description: &str, pointer: &str) {
        let applied = prose::read(description).apply(tree);
        // A page says the same thing in one place; a document may say it twice, and its keywords count.
        let grade = if self.is_page { Grade::Loss } else { Grade::Note };
        for message in applied.notes {
            self.report.add(grade, &join(pointer, "description"), message);
        }
        for message in applied.guesses {
            self.lose(&join(pointer, "description"), message);
        }
        self.ruled.extend(applied.ruled.into_iter().map(|ruled| (pointer.to_owned(), ruled)));
    }

    /// `example`, `examples` and `default`.
    fn values(&mut self, tree: &mut Tree, words: &mut Words<'_>, pointer: &str) {
        let mut examples: Vec<&Json> = words.take("example").into_iter().collect();
        match words.take("examples") {
            Some(Json::Array(more)) => examples.extend(more),
            Some(more @ Json::Object(_)) => {
                examples.extend(members(more).iter().filter_map(|(_, example)| example.get("value")));
            }
            _ => {}
        }
        if let Some(example) = examples.first() {
            tree.set("example", (*example).clone());
            let others = examples.iter().filter(|other| *other != example).count();
            if others > 0 {
                self.note(
                    &join(pointer, "examples"),
                    format!("{others} more examples were left out: a type has one"),
                );
            }
        }
        match words.take("default") {
            Some(Json::Null) | None => {}
            Some(default) => tree.set("default", default.clone()),
        }
    }
}

/// Takes over what `x-bizkit-` extensions say.
pub(crate) fn extend(tree: &mut Tree, source: &Json) {
    for (key, value) in members(source) {
        let Some(key) = key.strip_prefix(EXTENSION).filter(|key| is_extension(key)) else { continue };
        if key == "type" {
            // A list of types is told to other readers as branches.
            tree.remove("oneOf");
        }
        // Which file a type belongs to, and what it is called there, is no part of the type.
        if key != "endpoint" && key != "id" {
            tree.set(key, value.clone());
        }
    }
}

fn finish(mut tree: Tree, nullable: bool) -> Tree {
    if nullable {
        tree.flag("nullable");
    }
    tree
}

/// The type that the other keywords, or the values of an enum, speak of.
pub(crate) fn implied(words: &Words<'_>) -> Option<&'static str> {
    let found = IMPLIED.iter().find(|(_, keys)| keys.iter().any(|key| words.has(key)));
    if let Some((kind, _)) = found {
        return Some(kind);
    }
    let value = words
        .peek("const")
        .or_else(|| words.peek("enum").map(items)?.iter().find(|value| **value != Json::Null));
    match value {
        Some(Json::String(_)) => Some("string"),
        Some(Json::Bool(_)) => Some("boolean"),
        Some(Json::Number(_)) => Some(value?.kind_name()),
        Some(_) => None,
        None => words.has("format").then_some("string"),
    }
}

/// What a branch is called that is told by its kind of JSON.
pub(crate) fn kind_name(kind: &str) -> &'static str {
    match kind {
        "string" => "Text",
        "integer" | "number" | "decimal" => "Number",
        "boolean" => "Flag",
        "array" => "List",
        _ => "Object",
    }
}

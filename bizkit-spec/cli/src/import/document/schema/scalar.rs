//! Texts, numbers, truth values and lists of them, with their rules.

use crate::import::document::Context;
use crate::import::document::types::Side;
use crate::import::document::words::Words;
use crate::import::names;
use crate::import::report::Grade;
use crate::import::text::whole;
use crate::import::tree::{Tree, enumeration, items, number, text};
use crate::openapi::join;
use bizkit_spec::json::Json;
use bizkit_spec::pattern::Pattern;
use std::collections::BTreeSet;

/// Formats that both languages have, under the name that documents use.
const FORMATS: [(&str, &str); 14] = [
    ("date", "date"),
    ("date-time", "date-time"),
    ("uri", "uri"),
    ("url", "uri"),
    ("iri", "uri"),
    ("email", "email"),
    ("idn-email", "email"),
    ("phone", "phone"),
    ("ip", "ip"),
    ("ipv4", "ipv4"),
    ("ipv6", "ipv6"),
    ("uuid", "uuid"),
    ("html", "html"),
    ("locale", "locale"),
];

/// Formats of JSON Schema that this language does not have.
const CHECKED: [&str; 9] = [
    "time",
    "duration",
    "hostname",
    "idn-hostname",
    "uri-reference",
    "iri-reference",
    "uri-template",
    "json-pointer",
    "regex",
];

/// Formats that say how a program stores a value; every value fits here.
const STORAGE: [&str; 9] = ["int32", "int64", "float", "double", "int", "long", "string", "number", "int16"];

impl Context<'_> {
    pub(crate) fn string(&mut self, words: &mut Words<'_>, pointer: &str) -> Tree {
        if let Some(tree) = Self::constant(words) {
            words.take("format");
            return tree;
        }
        let mut tree = Tree::of("string");
        for key in ["minLength", "maxLength"] {
            if let Some(count) = words.count(key)
                && (key == "maxLength" || count > 0)
            {
                tree.set(key, number(count));
            }
        }
        if let Some(pattern) = words.text("pattern") {
            match Pattern::parse(pattern).and_then(|parsed| parsed.compile().map(|_| ())) {
                Ok(()) => tree.set("pattern", text(pattern)),
                Err(error) => self
                    .lose(&join(pointer, "pattern"), format!("the pattern was left out: {}", error.message)),
            }
        }
        if let Some(format) = words.text("format") {
            self.format(&mut tree, format, pointer);
        }
        // What a text holds besides is not described here.
        if let Some(encoding) = words.text("contentEncoding") {
            self.note(
                &join(pointer, "contentEncoding"),
                format!("the text is {encoding}: taken as any text"),
            );
        }
        tree
    }

    fn format(&mut self, tree: &mut Tree, format: &str, pointer: &str) {
        let place = join(pointer, "format");
        if let Some((_, word)) = FORMATS.iter().find(|(name, _)| *name == format) {
            tree.set("format", text(word));
        } else if format == "password" {
            tree.flag("sensitive");
        } else if format == "binary" {
            *tree = Tree::of("binary");
        } else if format == "byte" || format == "base64" {
            self.note(&place, "bytes in base64: taken as any text");
        } else if format == "currency" {
            tree.set("format", text(format));
        } else if CHECKED.contains(&format) {
            self.lose(&place, format!("no format is called `{format}`: taken as any text"));
        } else if !STORAGE.contains(&format) {
            self.note(&place, format!("no format is called `{format}`: taken as any text"));
        }
    }

    /// `enum` and `const`: the only values.
    fn constant(words: &mut Words<'_>) -> Option<Tree> {
        let single = words.take("const").map(|value| vec![value.clone()]);
        let values = single.or_else(|| words.take("enum").map(|list| items(list).to_vec()))?;
        let descriptions: Vec<Option<&str>> =
            match words.take("x-enum-descriptions").or_else(|| words.take("x-enumDescriptions")) {
                Some(Json::Array(texts)) => texts.iter().map(Json::as_str).collect(),
                Some(object) => values.iter().map(|value| object.get(value.as_str()?)?.as_str()).collect(),
                None => Vec::new(),
            };
        let given = words.take("x-enum-varnames").or_else(|| words.take("x-enumNames"));
        let mut wires: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        for value in values.iter().filter(|value| **value != Json::Null) {
            let wire = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            if seen.insert(wire.clone()) {
                wires.push(wire);
            }
        }
        if wires.is_empty() {
            return None;
        }
        if wires.len() == 2 && wires.contains(&"true".to_owned()) && wires.contains(&"false".to_owned()) {
            return Some(Tree::of("boolean").with("as", text("string")));
        }
        let given: Vec<&str> = given.map(items).unwrap_or_default().iter().filter_map(Json::as_str).collect();
        let mut named = names::variants(&wires);
        if given.len() == wires.len() {
            let wanted: Vec<String> = given.iter().map(|name| (*name).to_owned()).collect();
            let usable = names::variants(&wanted).iter().all(Option::is_none);
            for ((name, wanted), wire) in named.iter_mut().zip(&wanted).zip(&wires) {
                if usable && names::type_name(wanted) != names::type_name(wire) {
                    *name = names::type_name(wanted);
                }
            }
        }

        Some(Tree::new().with("enum", enumeration(&wires, &named, &descriptions)))
    }

    pub(crate) fn numeric(&mut self, words: &mut Words<'_>, kind: &str, pointer: &str) -> Tree {
        let mut tree = Tree::of(kind);
        if let Some(format) = words.text("format") {
            if kind == "number" && ["decimal", "money", "currency"].contains(&format) {
                tree = Tree::of("decimal");
            } else if format == "uint64" {
                self.lose(&join(pointer, "format"), "numbers from 9223372036854775808 on do not fit");
            } else if !STORAGE.contains(&format) {
                self.note(
                    &join(pointer, "format"),
                    format!("no format is called `{format}`: taken as any number"),
                );
            }
        }
        let constant = words.take("const").map(|value| vec![value.clone()]);
        let allowed = constant.or_else(|| words.take("enum").map(|list| items(list).to_vec()));
        if let Some(allowed) = allowed {
            let mut allowed: Vec<Json> = allowed.into_iter().filter(|value| *value != Json::Null).collect();
            allowed.dedup();
            if kind == "integer"
                && !allowed.is_empty()
                && allowed.iter().all(|value| value.kind_name() == "integer")
            {
                tree.set("enum", Json::Array(allowed));
            } else {
                self.lose(&join(pointer, "enum"), "a number out of a list: taken as any number");
            }
        }
        self.bound(&mut tree, words, pointer, ["minimum", "exclusiveMinimum"], 1);
        self.bound(&mut tree, words, pointer, ["maximum", "exclusiveMaximum"], -1);
        if let Some(Json::Number(step)) = words.take("multipleOf") {
            let place = join(pointer, "multipleOf");
            match whole(step).filter(|step| *step > 0 && kind == "integer") {
                Some(step) => tree.set("multipleOf", number(step)),
                None if kind != "integer" && is_digits(step) => {
                    tree.set("multipleOf", Json::Number(step.clone()));
                }
                None => self.lose(&place, format!("a multiple of {step}: taken as any number")),
            }
        }
        tree
    }

    /// One end of a range. Version 3.0 says beside the bound whether it is exclusive, later ones give another bound.
    fn bound(
        &mut self,
        tree: &mut Tree,
        words: &mut Words<'_>,
        pointer: &str,
        keys: [&str; 2],
        inwards: i64,
    ) {
        let plain = words.take(keys[0]);
        let (value, exclusive) = match (plain, words.take(keys[1])) {
            (Some(value), Some(Json::Bool(true))) => (value, true),
            (plain, Some(value @ Json::Number(_))) => {
                if let Some(plain) = plain {
                    self.note(
                        &join(pointer, keys[0]),
                        format!("`{}: {plain}` was left out beside `{}`", keys[0], keys[1]),
                    );
                }
                (value, true)
            }
            (Some(value), _) => (value, false),
            (None, _) => return,
        };
        let Json::Number(value) = value else { return };
        if tree.word("type") != Some("integer") {
            return tree.set(keys[usize::from(exclusive)], Json::Number(value.clone()));
        }
        let bound =
            whole(value).and_then(|bound| if exclusive { bound.checked_add(inwards) } else { Some(bound) });
        match bound {
            Some(bound) => tree.set(keys[0], number(bound)),
            // What is wider than every whole number here is no bound.
            None if value.trim_start_matches('-').len() > 18 => {}
            None => self.lose(
                &join(pointer, keys[0]),
                format!("{value} is not a whole number: the bound was left out"),
            ),
        }
    }

    pub(crate) fn boolean(&mut self, words: &mut Words<'_>, pointer: &str, side: Side) -> Tree {
        let constant = words.take("const").map(|value| vec![value.clone()]);
        let allowed = constant.or_else(|| words.take("enum").map(|list| items(list).to_vec()));
        let distinct = allowed.iter().flatten().filter(|value| matches!(value, Json::Bool(_)));
        let mut distinct: Vec<&Json> = distinct.collect();
        distinct.dedup();
        if let [value] = distinct.as_slice() {
            let grade = if side == Side::Response { Grade::Note } else { Grade::Loss };
            self.report.add(
                grade,
                &join(pointer, "enum"),
                format!("always {value}: taken as any truth value"),
            );
        }
        Tree::of("boolean")
    }

    pub(crate) fn array(&mut self, words: &mut Words<'_>, pointer: &str, side: Side) -> Tree {
        let mut tree = Tree::of("array");
        let place = join(pointer, "items");
        let element = match (words.take("prefixItems"), words.take("items")) {
            (Some(tuple), rest) => {
                self.lose(
                    &join(pointer, "prefixItems"),
                    format!(
                        "a list of {} with a type for each place: taken as a list of any JSON",
                        items(tuple).len()
                    ),
                );
                let _ = rest;
                Tree::of("json")
            }
            (None, Some(element @ Json::Object(_))) => self.schema(element, &place, side),
            (None, _) => Tree::of("json"),
        };
        let element = if element.word("type") == Some("binary") { Tree::of("string") } else { element };
        tree.set("items", element.json());
        for key in ["minItems", "maxItems"] {
            if let Some(count) = words.count(key)
                && (key == "maxItems" || count > 0)
            {
                tree.set(key, number(count));
            }
        }
        if words.flag("uniqueItems") {
            tree.flag("uniqueItems");
        }
        tree
    }
}

/// `1`, `0.1`, `0.01`: digits behind the point.
fn is_digits(step: &str) -> bool {
    step == "1"
        || step
            .strip_prefix("0.")
            .and_then(|rest| rest.strip_suffix('1'))
            .is_some_and(|zeros| zeros.bytes().all(|byte| byte == b'0'))
}

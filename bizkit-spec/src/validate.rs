//! The interpreter: a JSON value goes in, every rule of its schema that it breaks comes out.
//!
//! It shares no code with what the generator emits, so that each can be tested against the other.

mod base64;
mod call;
pub(crate) mod format;
mod normalize;
mod number;
mod order;
mod text;
mod union;

use crate::json::Json;
use crate::model::{
    Api, ArrayType, BooleanType, Constraint, ConstraintRule, EnumType, Field, Kind, MapType, MemberId,
    ObjectType, Schema, StringType,
};
use order::order;

pub use call::{validate_call, validate_places};
pub use format::allows;
pub use normalize::normalize;
pub use text::read as read_text;
pub use union::branch;

/// A rule that a value breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Where: `items[3].price`, `tags.key`, `tags["a b"]`; empty for the value itself.
    pub path: String,
    /// The rule's keyword: `type`, `required`, `minLength`, ...
    pub rule: &'static str,
    /// What was expected and found; never shows a sensitive value.
    pub message: String,
}

/// Checks a value, in the form that it has on the wire, against a schema. All violations are given, in the
/// order of the value.
pub fn validate(api: &Api, schema: &Schema, value: &Json) -> Vec<Violation> {
    let mut walk = Walk::new(api);
    walk.value(schema, value);
    walk.violations
}

/// Checks the members of an object, or of a request. Members that no field describes are ignored.
pub fn validate_members(
    api: &Api,
    fields: &[Field],
    constraints: &[Constraint],
    value: &Json,
) -> Vec<Violation> {
    let mut walk = Walk::new(api);
    walk.members(fields, constraints, value);
    walk.violations
}

/// One walk over a value.
struct Walk<'a> {
    api: &'a Api,
    path: String,
    /// Whether what is looked at must not be shown.
    sensitive: bool,
    /// The discriminators that selected the object which comes next.
    tags: Vec<String>,
    /// How many branches of unions are open.
    branches: usize,
    violations: Vec<Violation>,
}

impl<'a> Walk<'a> {
    fn new(api: &'a Api) -> Self {
        Self {
            api,
            path: String::new(),
            sensitive: false,
            tags: Vec::new(),
            branches: 0,
            violations: Vec::new(),
        }
    }

    fn report(&mut self, rule: &'static str, message: String) {
        self.violations.push(Violation { path: self.path.clone(), rule, message });
    }

    fn wrong_type(&mut self, expected: &str, found: &Json) {
        let found = if self.sensitive { found.kind_name().to_owned() } else { describe(found) };
        self.report("type", format!("expected {expected}, found {found}"));
    }

    /// Looks at a part of the value under a longer path.
    fn below(&mut self, step: &str, look: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(step);
        look(self);
        self.path.truncate(length);
    }

    /// Looks at a member.
    fn member(&mut self, key: &str, look: impl FnOnce(&mut Self)) {
        let step = step(key, self.path.is_empty());
        self.below(&step, look);
    }

    fn value(&mut self, schema: &Schema, value: &Json) {
        // Words and values about a value refuse none.
        let Schema {
            kind: _,
            nullable,
            sensitive,
            description: _,
            example: _,
            default: _,
            deprecated: _,
            docs: _,
            seen: _,
        } = schema;
        let definition = self.api.resolved(schema);
        let outer = self.sensitive;
        self.sensitive |= sensitive | definition.sensitive;
        if !(*nullable && *value == Json::Null) {
            self.kind(&definition.kind, value);
        }
        self.sensitive = outer;
    }

    fn kind(&mut self, kind: &Kind, value: &Json) {
        match kind {
            Kind::String(rules) => self.string(rules, value),
            Kind::Enum(rules) => self.enumeration(rules, value),
            Kind::Integer(rules) => self.integer(rules, value),
            Kind::Number(rules) => self.number(rules, "a number", value),
            Kind::Decimal(rules) => self.number(rules, "a decimal number", value),
            Kind::Boolean(BooleanType { as_string }) => match value {
                Json::Bool(_) => {}
                Json::String(text) if *as_string && (text == "true" || text == "false") => {}
                _ => self.wrong_type("`true` or `false`", value),
            },
            Kind::Array(rules) => self.array(rules, value),
            Kind::Map(rules) => self.map(rules, value),
            Kind::Object(object) => self.object(object, value),
            Kind::Union(union) => self.union(union, value),
            Kind::Binary => match value {
                Json::String(text) if base64::is_base64(text) => {}
                _ => self.wrong_type("bytes in base64", value),
            },
            // A reference was followed before.
            Kind::Json | Kind::Ref(_) => {}
        }
    }

    fn enumeration(&mut self, rules: &EnumType, value: &Json) {
        let EnumType { values, open } = rules;
        let Json::String(text) = value else { return self.wrong_type("a text", value) };
        if !open && !values.iter().any(|known| known.wire == *text) {
            let known: Vec<String> = values.iter().map(|value| format!("`{}`", value.wire)).collect();
            let found = self.excerpt(text);
            self.report("enum", format!("expected one of {}{found}", known.join(", ")));
        }
    }

    fn array(&mut self, rules: &ArrayType, value: &Json) {
        let ArrayType { items: element, min_items, max_items, unique, delimiter } = rules;
        let joined;
        let items = match (value, *delimiter) {
            (Json::Array(items), None) => items,
            (Json::String(text), Some(delimiter)) => {
                joined = self.split(text, delimiter, element);
                &joined
            }
            (_, None) => return self.wrong_type("a list", value),
            (_, Some(delimiter)) => {
                self.wrong_type(&format!("a text with its parts joined by `{delimiter}`"), value);
                let Json::Array(items) = value else { return };
                return self.joinable(element, delimiter, items);
            }
        };
        self.size("minItems", *min_items, "maxItems", *max_items, items.len(), "elements");
        if *unique {
            self.different(element, items);
        }
        for (index, item) in items.iter().enumerate() {
            self.below(&format!("[{index}]"), |walk| walk.value(element, item));
        }
        if let Some(delimiter) = delimiter {
            self.joinable(element, *delimiter, items);
        }
    }

    /// No two elements are equal as they are sent.
    fn different(&mut self, element: &Schema, items: &[Json]) {
        let sent: Vec<Json> = match &self.api.resolved(element).kind {
            Kind::String(text) => items.iter().map(|item| normalized(item, text)).collect(),
            _ => items.to_vec(),
        };
        let mut sorted: Vec<&Json> = sent.iter().collect();
        sorted.sort_by(|a, b| order(a, b));
        // Sorted, equal elements are neighbours: no search of each among all others.
        if sorted.windows(2).any(|pair| order(pair[0], pair[1]).is_eq()) {
            self.report("uniqueItems", "expected different elements, found two that are equal".to_owned());
        }
    }

    /// Looks for elements that would not be elements any more after joining them to one text.
    fn joinable(&mut self, element: &Schema, delimiter: char, items: &[Json]) {
        for (index, item) in items.iter().enumerate() {
            let item = match &self.api.resolved(element).kind {
                Kind::String(rules) => normalized(item, rules),
                _ => item.clone(),
            };
            let message = match item.as_str() {
                Some(text) if text.contains(delimiter) => {
                    format!("expected no `{delimiter}`, which separates the elements")
                }
                Some("") if items.len() == 1 => {
                    "expected a text, since one empty element is sent as none".to_owned()
                }
                _ => continue,
            };
            self.below(&format!("[{index}]"), |walk| walk.report("delimiter", message));
        }
    }

    /// The elements of a joined text, each as its schema reads it. An empty text is an empty list.
    fn split(&self, text: &str, delimiter: char, schema: &Schema) -> Vec<Json> {
        if text.is_empty() {
            return Vec::new();
        }
        text.split(delimiter).map(|part| text::read(self.api, schema, part)).collect()
    }

    fn map(&mut self, rules: &MapType, value: &Json) {
        let MapType { values, min_properties, max_properties } = rules;
        let Json::Object(entries) = value else { return self.wrong_type("an object", value) };
        self.size(
            "minProperties",
            *min_properties,
            "maxProperties",
            *max_properties,
            entries.len(),
            "entries",
        );
        for (key, value) in entries {
            self.member(key, |walk| walk.value(values, value));
        }
    }

    fn object(&mut self, object: &ObjectType, value: &Json) {
        // What is known from examples only binds requests as well.
        let ObjectType { fields, additional_properties, constraints, observed: _ } = object;
        let tags = std::mem::take(&mut self.tags);
        self.members(fields, constraints, value);
        let (Some(rest), Json::Object(members)) = (additional_properties, value) else { return };
        let Kind::Map(map) = &rest.schema.kind else { return };
        for (key, value) in members {
            if !tags.contains(key) && fields.iter().all(|field| field.wire != *key) {
                self.member(key, |walk| walk.value(&map.values, value));
            }
        }
    }

    fn members(&mut self, fields: &[Field], constraints: &[Constraint], value: &Json) {
        let Json::Object(_) = value else { return self.wrong_type("an object", value) };
        for Field { wire, name: _, required, additional_properties: _, schema, span: _ } in fields {
            match value.get(wire) {
                Some(value) => self.member(wire, |walk| walk.value(schema, value)),
                None if *required => {
                    self.member(wire, |walk| {
                        walk.report("required", "expected a value, found nothing".to_owned());
                    });
                }
                None => {}
            }
        }
        for group in constraints {
            self.group(group, fields, value);
        }
    }

    fn group(&mut self, group: &Constraint, fields: &[Field], value: &Json) {
        let Constraint { rule, members } = group;
        let is_given = |at: &MemberId| value.get(&at.of(fields).wire).is_some();
        let names = |members: &[MemberId]| {
            let names: Vec<String> = members.iter().map(|at| format!("`{}`", at.of(fields).wire)).collect();
            names.join(", ")
        };
        let given = members.iter().filter(|at| is_given(at)).count();
        let (holds, word) = match rule {
            ConstraintRule::ExactlyOneOf => (given == 1, "exactlyOneOf"),
            ConstraintRule::AtLeastOneOf => (given > 0, "atLeastOneOf"),
            ConstraintRule::AllOrNoneOf => (given == 0 || given == members.len(), "allOrNoneOf"),
            ConstraintRule::DependentRequired => {
                (given == members.len() || !members.first().is_some_and(is_given), "dependentRequired")
            }
        };
        if holds {
            return;
        }
        let message = match (rule, members.as_slice()) {
            (ConstraintRule::ExactlyOneOf, _) => {
                format!("expected exactly one of {}, found {given}", names(members))
            }
            (ConstraintRule::AtLeastOneOf, _) => {
                format!("expected at least one of {}, found none", names(members))
            }
            (ConstraintRule::AllOrNoneOf, _) => {
                format!("expected all of {} or none, found {given}", names(members))
            }
            (ConstraintRule::DependentRequired, [first, needed @ ..]) => {
                format!("expected {} together with {}", names(needed), names(std::slice::from_ref(first)))
            }
            (ConstraintRule::DependentRequired, []) => return,
        };
        self.report(word, message);
    }

    fn size(
        &mut self,
        low_rule: &'static str,
        low: Option<u64>,
        high_rule: &'static str,
        high: Option<u64>,
        found: usize,
        what: &str,
    ) {
        if let Some(low) = low.filter(|low| (found as u64) < *low) {
            self.report(low_rule, format!("expected at least {low} {what}, found {found}"));
        }
        if let Some(high) = high.filter(|high| found as u64 > *high) {
            self.report(high_rule, format!("expected at most {high} {what}, found {found}"));
        }
    }

    /// What was found, for the end of a message; nothing where it must not be shown.
    fn excerpt(&self, text: &str) -> String {
        if self.sensitive { String::new() } else { format!(", found `{}`", shorten(text)) }
    }
}

/// A member's part of a path.
fn step(key: &str, first: bool) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-' || c == '$';
    if !key.is_empty() && key.chars().all(plain) {
        if first { key.to_owned() } else { format!(".{key}") }
    } else {
        format!("[{}]", Json::String(key.to_owned()))
    }
}

/// A value in a few words.
fn describe(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => format!("`{value}`"),
        Json::Number(text) => format!("the number `{}`", shorten(text)),
        Json::String(text) => format!("the text `{}`", shorten(text)),
        Json::Array(_) => "a list".to_owned(),
        Json::Object(_) => "an object".to_owned(),
    }
}

/// The beginning of a text, on one line.
fn shorten(text: &str) -> String {
    let line: String = text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() < text.chars().count() { format!("{line}...") } else { line }
}

/// A text as it is sent.
fn normalized(value: &Json, rules: &StringType) -> Json {
    match value {
        Json::String(text) => Json::String(normalize(text, &rules.normalize)),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests;

//! A documented response in; the same response with one thing changed, as often as there are things to change, out.

use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, JsonKind, Kind, ObjectType, Schema, Select, Tag, UnionType};

/// A response with one change, and what must come of it.
pub(super) struct Cell {
    /// What was done.
    pub(super) change: &'static str,
    /// Where, as errors write it.
    pub(super) path: String,
    pub(super) body: Json,
    pub(super) expected: Expected,
}

pub(super) enum Expected {
    /// It is read, and is this value when it is written again.
    Reads(Json),
    /// It is refused for what stands at the path of the cell.
    Fails,
}

/// One step into a value.
#[derive(Clone)]
enum Step {
    Member(String),
    Element(usize),
}

/// Every change of a response of this type.
pub(super) fn cells(api: &Api, schema: &Schema, response: &Json) -> Vec<Cell> {
    let mut walk = Walk { api, response, steps: Vec::new(), cells: Vec::new() };
    walk.value(schema, response);
    walk.cells
}

struct Walk<'a> {
    api: &'a Api,
    response: &'a Json,
    steps: Vec<Step>,
    cells: Vec<Cell>,
}

impl Walk<'_> {
    fn value(&mut self, schema: &Schema, value: &Json) {
        let definition = self.api.resolved(schema);
        match (&definition.kind, value) {
            (Kind::Object(object), _) => self.members(object, value),
            (Kind::Union(union), _) => self.union(union, value),
            (Kind::Array(list), Json::Array(items)) => {
                self.reads("an empty list", |value| *value = Json::Array(Vec::new()));
                self.fails("an object for a list", |value| *value = object());
                for (index, item) in items.iter().enumerate() {
                    self.below(Step::Element(index), |walk| walk.part(&list.items, item));
                }
            }
            (Kind::Map(map), Json::Object(entries)) => {
                let empty = |value: &mut Json| *value = Json::Object(Vec::new());
                self.cell("an empty list for a map", |value| *value = Json::Array(Vec::new()), Some(&empty));
                self.fails("a number for a map", |value| *value = Json::Number("1".to_owned()));
                for (key, value) in entries {
                    self.below(Step::Member(key.clone()), |walk| walk.part(&map.values, value));
                }
            }
            (Kind::Json, _) | (_, Json::Null) => {}
            (Kind::Enum(_), _) => {
                self.reads("a new value", |value| *value = Json::String("a new value".to_owned()));
                self.fails("an object for a value", |value| *value = object());
            }
            (kind, _) => {
                self.fails("an object for a value", |value| *value = object());
                self.fails("a list for a value", |value| *value = Json::Array(vec![Json::Bool(true)]));
                if let Kind::Integer(_) | Kind::Number(_) | Kind::Decimal(_) | Kind::Boolean(_) = kind {
                    let quoted = Json::String(text(value));
                    let plain = value.clone();
                    self.cell(
                        "a value in quotes",
                        move |value| *value = quoted.clone(),
                        Some(&move |value| *value = plain.clone()),
                    );
                }
            }
        }
    }

    /// An element of a list or an entry of a map.
    fn part(&mut self, schema: &Schema, value: &Json) {
        let null = |value: &mut Json| *value = Json::Null;
        if schema.nullable || matches!(self.api.resolved(schema).kind, Kind::Json) {
            self.reads("`null` for a nullable part", null);
        } else {
            self.fails("`null` for a part", null);
        }
        self.value(schema, value);
    }

    fn members(&mut self, object: &ObjectType, value: &Json) {
        let unknown = |value: &mut Json| insert(value, "memberOfALaterVersion", unknown());
        if object.additional_properties.is_some() {
            self.reads("a member without a name", unknown);
        } else {
            self.cell("an unknown member", unknown, Some(&|_| {}));
        }
        for field in &object.fields {
            let found = value.get(&field.wire);
            let nullable = field.schema.nullable || self.api.resolved(&field.schema).nullable;
            let name = &field.wire;
            if field.required && found.is_some() {
                self.missing(name);
                if !nullable {
                    self.null(name);
                }
            }
            if !field.required {
                if found.is_some() {
                    self.reads("without an optional member", |value| remove(value, name));
                }
                self.reads("`null` for an optional member", |value| insert(value, name, Json::Null));
                if let Kind::Array(_) = self.api.resolved(&field.schema).kind {
                    self.reads("an empty list", |value| insert(value, name, Json::Array(Vec::new())));
                }
            }
            if field.required && nullable {
                self.reads("`null` for a nullable member", |value| insert(value, name, Json::Null));
            }
            if let Some(found) = found {
                self.below(Step::Member(name.clone()), |walk| walk.value(&field.schema, found));
            }
        }
    }

    fn union(&mut self, union: &UnionType, value: &Json) {
        let Some(tag) = &union.discriminator else {
            return self.kinds(union, value);
        };
        let found = value.get(tag);
        let chosen = union.variants.iter().find(|variant| match (&variant.select, found) {
            (Select::Tag(Tag::Boolean(tag)), Some(Json::Bool(found))) => tag == found,
            (Select::Tag(Tag::Integer(tag)), Some(Json::Number(found))) => tag.to_string() == *found,
            (Select::Tag(Tag::String(tag)), Some(Json::String(found))) => tag == found,
            (Select::Absent, None | Some(Json::Null)) => true,
            _ => false,
        });
        let chosen = chosen.unwrap_or_else(|| panic!("the example selects no branch by `{tag}`"));
        let absent = union.variants.iter().any(|variant| variant.select == Select::Absent);
        if found.is_some() && !absent {
            self.missing(tag);
            self.null(tag);
        }
        match chosen.schema.as_ref().map(|schema| &self.api.resolved(schema).kind) {
            Some(Kind::Object(object)) => self.members(object, value),
            _ => self.cell(
                "an unknown member",
                |value| insert(value, "memberOfALaterVersion", unknown()),
                Some(&|_| {}),
            ),
        }
    }

    /// Another kind of JSON is another branch, so only a kind without one is wrong.
    fn kinds(&mut self, union: &UnionType, value: &Json) {
        // A branch that is told by a member: the members of that one.
        let had = union
            .variants
            .iter()
            .find(|variant| matches!(&variant.select, Select::Has(member) if value.get(member).is_some()));
        if let Some(schema) = had.and_then(|variant| variant.schema.as_ref()) {
            if let Kind::Object(object) = &self.api.resolved(schema).kind {
                let others = object.fields.iter().filter(|field| !field.required);
                for field in others.filter(|field| value.get(&field.wire).is_some()) {
                    self.reads("without an optional member", |value| remove(value, &field.wire));
                }
            }
            return;
        }
        let of = |value: &Json| {
            union.variants.iter().find(|variant| match variant.select {
                Select::Kind(kind) => is_kind(kind, value),
                _ => false,
            })
        };
        if of(&object()).is_none() {
            self.fails("an object for a value", |value| *value = object());
        }
        let chosen = of(value).and_then(|variant| variant.schema.as_ref());
        if let (Json::Array(_) | Json::Object(_), Some(schema)) = (value, chosen) {
            self.value(schema, value);
        }
    }

    /// A required member that is not there.
    fn missing(&mut self, name: &str) {
        self.fails_at(name, "without a required member", |value| remove(value, name));
    }

    /// A member that may not be `null`, and is.
    fn null(&mut self, name: &str) {
        self.fails_at(name, "`null` for a required member", |value| insert(value, name, Json::Null));
    }

    fn reads(&mut self, change: &'static str, edit: impl Fn(&mut Json)) {
        self.cell(change, &edit, Some(&edit));
    }

    fn fails(&mut self, change: &'static str, edit: impl Fn(&mut Json)) {
        self.cell(change, edit, None);
    }

    /// A change of the value here that is an error of its member.
    fn fails_at(&mut self, name: &str, change: &'static str, edit: impl Fn(&mut Json)) {
        self.fails(change, edit);
        self.steps.push(Step::Member(name.to_owned()));
        self.cells.last_mut().unwrap().path = self.path();
        self.steps.pop();
    }

    /// Changes the value here by `edit`; it must be read as if it had been changed by `meant`.
    fn cell(&mut self, change: &'static str, edit: impl Fn(&mut Json), meant: Option<&dyn Fn(&mut Json)>) {
        let changed = |edit: &dyn Fn(&mut Json)| {
            let mut response = self.response.clone();
            edit(self.steps.iter().fold(&mut response, enter));
            response
        };
        let expected = meant.map_or(Expected::Fails, |meant| Expected::Reads(changed(meant)));
        self.cells.push(Cell { change, path: self.path(), body: changed(&edit), expected });
    }

    fn below(&mut self, step: Step, look: impl FnOnce(&mut Self)) {
        self.steps.push(step);
        look(self);
        self.steps.pop();
    }

    fn path(&self) -> String {
        let steps = self.steps.iter().map(|step| match step {
            Step::Element(index) => format!("[{index}]"),
            Step::Member(name) => format!(".{name}"),
        });
        let path: String = steps.collect();
        path.strip_prefix('.').unwrap_or(&path).to_owned()
    }
}

/// What is left of a value when nothing of it is nothing: absent, `null` and empty are one in a response.
pub(super) fn essence(value: &Json) -> Json {
    let kept = |value: &Json| match value {
        Json::Null => false,
        Json::Array(items) => !items.is_empty(),
        Json::Object(members) => !members.is_empty(),
        _ => true,
    };
    match value {
        Json::Array(items) => Json::Array(items.iter().map(essence).collect()),
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| (name.clone(), essence(value)));
            let mut members: Vec<_> = members.filter(|(_, value)| kept(value)).collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Json::Object(members)
        }
        other => other.clone(),
    }
}

fn enter<'j>(value: &'j mut Json, step: &Step) -> &'j mut Json {
    match (value, step) {
        (Json::Object(members), Step::Member(name)) => {
            members.iter_mut().find(|(found, _)| found == name).map(|(_, value)| value).unwrap()
        }
        (Json::Array(items), Step::Element(index)) => &mut items[*index],
        _ => unreachable!("the steps were taken through this very value"),
    }
}

fn insert(value: &mut Json, name: &str, new: Json) {
    remove(value, name);
    let Json::Object(members) = value else { panic!("no object has `{name}`") };
    members.push((name.to_owned(), new));
}

fn remove(value: &mut Json, name: &str) {
    let Json::Object(members) = value else { panic!("no object has `{name}`") };
    members.retain(|(found, _)| found != name);
}

fn is_kind(kind: JsonKind, value: &Json) -> bool {
    matches!(
        (kind, value),
        (JsonKind::String, Json::String(_))
            | (JsonKind::Number, Json::Number(_))
            | (JsonKind::Boolean, Json::Bool(_))
            | (JsonKind::Array, Json::Array(_))
            | (JsonKind::Object, Json::Object(_))
    )
}

fn object() -> Json {
    Json::Object(vec![("a".to_owned(), Json::Number("1".to_owned()))])
}

/// What a member of a later version may hold.
fn unknown() -> Json {
    Json::parse(r#"{"deep":[1,null,{"errorCode":"E001","id":[]}],"text":"\u0159","number":1e400}"#).unwrap()
}

fn text(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

//! A documented call as Rust code.

use super::{arguments, is_nullable, names, request_path, type_path};
use crate::json::Json;
use crate::model::{Api, Endpoint, Example, Field, Kind, ObjectType, ParameterId, Schema, TypeId, UnionType};
use crate::validate::branch;

/// How code begins the paths of generated items, and those of the runtime.
#[derive(Debug, Clone, Copy)]
pub struct Crates<'a> {
    /// Where the generated items are (`shop_client`).
    pub root: &'a str,
    /// Where `Json` is.
    pub runtime: &'a str,
}

impl<'a> Crates<'a> {
    /// Generated items below this path, and the runtime under its usual name.
    pub const fn of(root: &'a str) -> Self {
        Self { root, runtime: "bizkit_client" }
    }
}

/// The first documented call that succeeds; the first one at all where none does.
pub fn example(endpoint: &Endpoint) -> Option<&Example> {
    let good = endpoint.examples.iter().find(|example| example.status < 400);
    good.or_else(|| endpoint.examples.first())
}

/// The expression that makes a request of an example, a line for each setter.
/// `None` where a value has no short form. An optional argument can be left out by its index.
///
/// ```text
/// bizkit_client::customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "1cGIHvFoQDGLAbcA")
///     .customer_real_ip("1.1.1.1")
/// ```
pub fn request(
    api: &Api,
    endpoint: &Endpoint,
    example: &Example,
    crates: &Crates<'_>,
    without: Option<ParameterId>,
) -> Option<Vec<String>> {
    let empty = Json::Object(Vec::new());
    let request = example.request.as_ref().unwrap_or(&empty);
    let code = Code { api, crates: *crates };
    let setters = names::setters(endpoint);
    let mut required = Vec::new();
    let mut optional = Vec::new();
    for (index, field) in arguments(endpoint).enumerate() {
        if without == Some(ParameterId(index)) && !field.required {
            continue;
        }
        let value = request.get(&field.wire);
        let name = names::setter(endpoint, &field.name);
        match value {
            Some(Json::Null) if field.required => required.push("None".to_owned()),
            Some(Json::Null) => {
                optional.push(format!("    .{}()", names::clearing(&setters, &field.name)));
            }
            Some(value) => {
                let value = code.argument(field, value)?;
                if field.required {
                    required.push(value);
                } else {
                    optional.push(format!("    .{name}({value})"));
                }
            }
            None if field.required => return None,
            None => {}
        }
    }
    let mut lines =
        vec![format!("{}::{}::new({})", crates.root, request_path(endpoint), required.join(", "))];
    lines.extend(optional);
    Some(lines)
}

/// Writes values as a person would.
struct Code<'a> {
    api: &'a Api,
    crates: Crates<'a>,
}

impl Code<'_> {
    /// The path of a named type.
    fn named(&self, id: TypeId) -> String {
        format!("{}::{}", self.crates.root, type_path(self.api, id))
    }

    /// The argument of a constructor or setter.
    fn argument(&self, field: &Field, value: &Json) -> Option<String> {
        let code = self.value(&field.schema, value)?;
        match field.schema.kind {
            // `Option<String>` takes no `&str`.
            Kind::String(_) if field.required && field.schema.nullable => {
                Some(format!("Some({code}.to_owned())"))
            }
            Kind::Integer(_) | Kind::Number(_) | Kind::Boolean(_)
                if field.required && field.schema.nullable =>
            {
                Some(format!("Some({code})"))
            }
            _ if !field.required || !is_nullable(self.api, &field.schema) => Some(code),
            _ => matches!(self.api.resolved(&field.schema).kind, Kind::String(_)).then_some(code),
        }
    }

    /// A value of this type.
    fn value(&self, schema: &Schema, value: &Json) -> Option<String> {
        match (&schema.kind, value) {
            (Kind::Ref(id), _) => self.named_value(*id, value),
            (Kind::String(_) | Kind::Enum(_) | Kind::Json, Json::String(text))
            | (Kind::Decimal(_), Json::Number(text) | Json::String(text)) => Some(format!("{text:?}")),
            (Kind::Integer(_), Json::Number(text) | Json::String(text)) => {
                text.parse::<i64>().ok().map(|number| number.to_string())
            }
            (Kind::Boolean(_), Json::String(text)) => {
                text.parse::<bool>().ok().map(|value| value.to_string())
            }
            (Kind::Json, value) => self.free(value),
            (Kind::Number(_), Json::Number(text) | Json::String(text)) => {
                text.parse::<f64>().ok().map(|number| format!("{number:?}"))
            }
            (Kind::Boolean(_), Json::Bool(value)) => Some(value.to_string()),
            (Kind::Array(array), Json::String(text)) => {
                let parts = text.split(array.delimiter?).map(|part| Json::String(part.to_owned()));
                self.value(schema, &Json::Array(parts.collect()))
            }
            (Kind::Array(array), Json::Array(items)) => {
                let items: Option<Vec<String>> =
                    items.iter().map(|item| self.value(&array.items, item)).collect();
                items.filter(|items| !items.is_empty()).map(|items| format!("[{}]", items.join(", ")))
            }
            (Kind::Map(map), Json::Object(entries)) => {
                let entries: Option<Vec<String>> = entries
                    .iter()
                    .map(|(key, value)| Some(format!("({key:?}, {})", self.value(&map.values, value)?)))
                    .collect();
                entries
                    .filter(|entries| !entries.is_empty())
                    .map(|entries| format!("[{}]", entries.join(", ")))
            }
            _ => None,
        }
    }

    /// Free JSON: `Json::from([("tags", Json::from(vec!["a"]))])`.
    fn free(&self, value: &Json) -> Option<String> {
        let json = format!("{}::Json", self.crates.runtime);
        let inner = match value {
            Json::Null => return Some(format!("{json}::Null")),
            Json::Bool(value) => value.to_string(),
            Json::String(text) => format!("{text:?}"),
            // Any other number would have to be read from a text.
            Json::Number(text) => text.parse::<i64>().ok().map(|number| format!("{number}_i64"))?,
            Json::Array(items) if items.is_empty() => return Some(format!("{json}::Array(Vec::new())")),
            Json::Array(items) => {
                let items: Option<Vec<String>> = items.iter().map(|item| self.free(item)).collect();
                format!("vec![{}]", items?.join(", "))
            }
            Json::Object(members) if members.is_empty() => {
                return Some(format!("{json}::Object(Default::default())"));
            }
            Json::Object(members) => {
                let member =
                    |(key, value): &(String, Json)| Some(format!("({key:?}, {})", self.free(value)?));
                let members: Option<Vec<String>> = members.iter().map(member).collect();
                format!("[{}]", members?.join(", "))
            }
        };
        Some(format!("{json}::from({inner})"))
    }

    fn named_value(&self, id: TypeId, value: &Json) -> Option<String> {
        let schema = &self.api.type_def(id).schema;
        match &schema.kind {
            Kind::Object(object) => self.record(id, object, value),
            Kind::Union(union) => self.union(id, union, value),
            _ => self.value(schema, value),
        }
    }

    /// `Address::new("Prague").with_zip("110 00")`
    fn record(&self, id: TypeId, object: &ObjectType, value: &Json) -> Option<String> {
        let mut required = Vec::new();
        let mut optional = Vec::new();
        for field in &object.fields {
            match value.get(&field.wire) {
                Some(Json::Null) if field.required => required.push("None".to_owned()),
                Some(Json::Null) => {}
                Some(value) if field.required => required.push(self.argument(field, value)?),
                Some(value) => {
                    let value = self.value(&field.schema, value)?;
                    optional.push(format!(".with_{}({value})", field.name.snake()));
                }
                None if field.required => return None,
                None => {}
            }
        }
        Some(format!("{}::new({}){}", self.named(id), required.join(", "), optional.concat()))
    }

    /// `Filter::ById(Id::new(1))`
    fn union(&self, id: TypeId, union: &UnionType, value: &Json) -> Option<String> {
        let variant = branch(union, value)?;
        let name = format!("{}::{}", self.named(id), names::pascal(&variant.name));
        let Some(schema) = &variant.schema else { return Some(name) };
        match (value, &schema.kind) {
            (Json::Object(_) | Json::Array(_), _) => {
                Some(format!("{name}({})", self.payload(schema, value)?))
            }
            (_, Kind::Ref(_)) => None,
            // A scalar is turned into its branch by itself.
            _ => self.value(schema, value),
        }
    }

    /// An object or a list as a branch holds it, which takes nothing that is merely like it.
    fn payload(&self, schema: &Schema, value: &Json) -> Option<String> {
        let (Kind::Array(array), Json::Array(items)) = (&schema.kind, value) else {
            return self.value(schema, value);
        };
        let element = |item: &Json| match (&array.items.kind, item) {
            _ if array.items.nullable => None,
            (Kind::String(_), Json::String(text)) => Some(format!("{text:?}.to_owned()")),
            (Kind::Ref(id), _) if !matches!(self.api.type_def(*id).schema.kind, Kind::Object(_)) => None,
            (Kind::Ref(_) | Kind::Integer(_) | Kind::Boolean(_), _) => self.value(&array.items, item),
            _ => None,
        };
        let elements: Option<Vec<String>> = items.iter().map(element).collect();
        Some(format!("vec![{}]", elements?.join(", ")))
    }
}

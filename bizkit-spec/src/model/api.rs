//! Holds everything that the specs of one API say: one value, from which every back end reads.

use super::{Endpoint, ErrorCode, Key, Kind, Schema, TypeId};
use crate::codes::Code;
use crate::name::Name;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that the specs of one API say, resolved, checked and in a fixed order.
#[derive(Debug, Clone)]
pub struct Api {
    /// The API's name as people write it (`BizKitHub`).
    pub title: String,
    /// Scheme and host that paths are appended to, without a slash at the end.
    pub base_url: String,
    /// The environment variable that replaces `base_url` (`BIZKITHUB_API_URL`).
    pub base_url_env: Option<String>,
    /// Where the vendor documents the API.
    pub docs: Option<String>,
    /// How calls are authorised; `None` where the API knows no key.
    pub key: Option<Key>,
    /// Every named type, hoisted inline types included; [`TypeId`] indexes this list.
    /// In the order of the files, an inline type before the type that it stands in.
    pub types: Vec<TypeDef>,
    /// Every endpoint, ordered by `id`.
    pub endpoints: Vec<Endpoint>,
    /// The catalogue of error codes, in the order of `errors.yaml`.
    pub errors: Vec<ErrorCode>,
    /// What the modules are about, in the order of `api.yaml`.
    pub modules: Vec<ModuleText>,
    /// Lints that the specs decline.
    pub allowances: Vec<Allowance>,
    /// The names of types and of requests in each module, for whatever must have another one.
    pub(crate) taken: BTreeMap<Vec<Name>, Taken>,
}

/// Names of one module in `UpperCamelCase`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Taken {
    pub(crate) types: BTreeSet<String>,
    pub(crate) requests: BTreeSet<String>,
}

/// What the calls of a folder are about: `modules: { customer: .. }`.
#[derive(Debug, Clone)]
pub struct ModuleText {
    /// The folder below the specs, as it is written (`shop/order`).
    pub folder: String,
    /// The module that it becomes.
    pub path: Vec<Name>,
    /// The text, which is Markdown.
    pub description: String,
}

/// A lint that a part of the specs declines: `allow: { rule: reason }`.
#[derive(Debug, Clone)]
pub struct Allowance {
    /// The lint.
    pub rule: Code,
    /// Why it does not hold there.
    pub reason: String,
    /// The part; `None` for the whole API.
    pub covers: Option<Span>,
    /// Where it was written.
    pub span: Span,
}

impl Api {
    /// What the calls of a module are about.
    pub fn module_text(&self, path: &[Name]) -> Option<&str> {
        let module = self.modules.iter().find(|module| module.path == path)?;
        Some(&module.description)
    }

    /// The ids of all types, in their order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// The definition behind an id.
    pub fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// The endpoint with this id (`customer/detail`).
    pub fn endpoint(&self, id: &str) -> Option<&Endpoint> {
        self.endpoints.iter().find(|endpoint| endpoint.id == id)
    }

    /// Follows references until something else stands there.
    pub fn resolved<'a>(&'a self, schema: &'a Schema) -> &'a Schema {
        let mut schema = schema;
        while let Kind::Ref(id) = schema.kind {
            schema = &self.type_def(id).schema;
        }
        schema
    }

    /// Whether a value is one text outside of JSON.
    pub fn is_scalar(&self, schema: &Schema) -> bool {
        match &self.resolved(schema).kind {
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Enum(_) => !schema.nullable,
            Kind::Union(union) => {
                union.discriminator.is_none()
                    && union
                        .variants
                        .iter()
                        .all(|variant| variant.schema.as_ref().is_some_and(|schema| self.is_scalar(schema)))
            }
            Kind::Array(_) | Kind::Map(_) | Kind::Json | Kind::Binary | Kind::Ref(_) | Kind::Object(_) => {
                false
            }
        }
    }
}

/// A type with a name of its own, which becomes a Rust type.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// The type's name (`CuRefNo`).
    pub name: Name,
    /// The Rust module it lives in: empty for `specs/types`, else the module of the endpoint
    /// that it was written in.
    pub module: Vec<Name>,
    /// What the type is; never a [`Kind::Ref`].
    pub schema: Schema,
    /// Whether a request reaches this type.
    pub in_request: bool,
    /// Whether a response reaches this type.
    pub in_response: bool,
    /// Whether it stands anywhere but at the root of a response.
    pub nested: bool,
    /// How many levels of lists and objects the flattest value has.
    pub depth: usize,
    /// Where the name was written.
    pub span: Span,
}

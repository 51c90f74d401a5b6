//! Describes what a value may be: its type, and the rules of lists, maps, objects and unions.

use super::{
    BooleanType, Constraint, Deprecated, EnumType, IntegerType, NumberType, Seen, Select, StringType,
    TextNumber, TypeId,
};
use crate::json::Json;
use crate::name::Name;
use crate::source::Span;

/// A type as it is used in one place.
#[derive(Debug, Clone)]
pub struct Schema {
    /// What the value is.
    pub kind: Kind,
    /// Whether `null` is a value too.
    pub nullable: bool,
    /// Whether the value must never be shown: in Debug, logs, errors.
    pub sensitive: bool,
    /// Markdown.
    pub description: Option<String>,
    /// A documented value; keeps every rule of this schema.
    pub example: Option<Json>,
    /// What the server takes when the value is absent; keeps every rule of this schema.
    pub default: Option<Json>,
    /// Set where the value should no longer be used.
    pub deprecated: Option<Deprecated>,
    /// The vendor's page about the value.
    pub docs: Option<String>,
    /// How it is known, where that differs from the endpoint around it.
    pub seen: Option<Seen>,
}

impl Schema {
    /// The named type that it is, or that the elements of its list or the values of its map are.
    pub fn named(&self) -> Option<TypeId> {
        match &self.kind {
            Kind::Ref(id) => Some(*id),
            Kind::Array(list) => list.items.named(),
            Kind::Map(map) => map.values.named(),
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Json
            | Kind::Binary
            | Kind::Object(_)
            | Kind::Enum(_)
            | Kind::Union(_) => None,
        }
    }

    /// A schema of this kind with no rules and no words.
    pub fn plain(kind: Kind) -> Self {
        Self {
            kind,
            nullable: false,
            sensitive: false,
            description: None,
            example: None,
            default: None,
            deprecated: None,
            docs: None,
            seen: None,
        }
    }
}

/// The kinds of values. Objects, enums and unions stand only at the root of a
/// [`TypeDef`](crate::model::TypeDef); elsewhere a [`Kind::Ref`] leads to them.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Text.
    String(StringType),
    /// A whole number that fits `i64`.
    Integer(IntegerType),
    /// A number that may pass through `f64`.
    Number(NumberType),
    /// A number whose digits are kept exactly, money above all.
    Decimal(NumberType),
    /// `true` or `false`.
    Boolean(BooleanType),
    /// A list.
    Array(Box<ArrayType>),
    /// An object with free keys.
    Map(Box<MapType>),
    /// Any JSON.
    Json,
    /// Bytes; only as a whole body.
    Binary,
    /// A named type.
    Ref(TypeId),
    /// An object with known fields.
    Object(ObjectType),
    /// A string out of a list.
    Enum(EnumType),
    /// One of several types.
    Union(UnionType),
}

/// Rules of a list.
#[derive(Debug, Clone)]
pub struct ArrayType {
    /// What each element is.
    pub items: Schema,
    /// Fewest elements.
    pub min_items: Option<u64>,
    /// Most elements.
    pub max_items: Option<u64>,
    /// Whether no two elements may be equal.
    pub unique: bool,
    /// Joins the elements to one string (`,` or `;`); elements are scalars then.
    pub delimiter: Option<char>,
}

/// Rules of an object with free keys.
#[derive(Debug, Clone)]
pub struct MapType {
    /// What each value is.
    pub values: Schema,
    /// Fewest entries.
    pub min_properties: Option<u64>,
    /// Most entries.
    pub max_properties: Option<u64>,
}

/// An object with known fields.
#[derive(Debug, Clone)]
pub struct ObjectType {
    /// The fields in the order of the spec. Other fields are ignored in responses, unless `additional_properties` takes them.
    pub fields: Vec<Field>,
    /// The map of all members that no field names, where the spec asks for one.
    pub additional_properties: Option<Box<Field>>,
    /// Rules over several fields; indices into `fields`.
    pub constraints: Vec<Constraint>,
    /// Known from examples only, so nothing is promised: every field is optional,
    /// a missing list is an empty one.
    pub observed: bool,
}

impl ObjectType {
    /// All fields, the one for the rest last.
    pub fn members(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain(self.additional_properties.as_deref())
    }
}

/// A named member: of a request, or of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name on the wire.
    pub wire: String,
    /// The name in words, for Rust and for documents.
    pub name: Name,
    /// Whether it must be there. Combined with [`Schema::nullable`]: required and nullable is
    /// `null` or a value; optional and nullable tells absent, `null` and a value apart.
    pub required: bool,
    /// Whether it is a map of all members that have no field of their own, instead of one member.
    pub additional_properties: bool,
    /// Its type.
    pub schema: Schema,
    /// Where the name was written.
    pub span: Span,
}

/// One of several types.
#[derive(Debug, Clone)]
pub struct UnionType {
    /// The field that tells the variants apart; without it the JSON kinds do, and members that only one
    /// of several objects has.
    pub discriminator: Option<String>,
    /// The variants, in the order of the spec.
    pub variants: Vec<Variant>,
}

impl UnionType {
    /// The number that a text of this union must be; only a list of types with bounds asks for one.
    pub fn number_in_text(&self) -> Option<&TextNumber> {
        self.variants.iter().find_map(|variant| match variant.schema.as_ref().map(|schema| &schema.kind) {
            Some(Kind::String(text)) => text.number.as_ref(),
            _ => None,
        })
    }
}

/// One branch of a union.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The variant's name.
    pub name: Name,
    /// What selects it.
    pub select: Select,
    /// What it holds; `None` where it holds nothing but the tag. The tag is not among the fields.
    pub schema: Option<Schema>,
    /// Whether choosing this branch means that the call failed.
    pub failure: bool,
    /// What it means.
    pub description: Option<String>,
    /// Where the name was written.
    pub span: Span,
}

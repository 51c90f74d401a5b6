//! What a value may be: types, constraints and formats, as the back ends see them.

use crate::json::Json;
use crate::model::{Deprecated, Field, Group, TypeId};
use crate::name::Name;
use crate::pattern::Pattern;
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
    pub link: Option<String>,
}

impl Schema {
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
            link: None,
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

/// Rules of a text. Applied in this order: normalisation, lengths, format, pattern.
#[derive(Debug, Clone, Default)]
pub struct StringType {
    /// Fewest Unicode code points.
    pub min_length: Option<u64>,
    /// Most Unicode code points.
    pub max_length: Option<u64>,
    /// What the text must look like.
    pub pattern: Option<Pattern>,
    /// A known form.
    pub format: Option<Format>,
    /// Steps that are applied before the rules, in order.
    pub normalize: Vec<Normalize>,
}

/// Known forms of text, each with a checker of its own.
///
/// Lengths are bytes; letters and digits are those of ASCII; nothing may stand before or behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `2026-12-24`: four digits, two, two; a day that exists in the Gregorian calendar, year 0000 included.
    Date,
    /// RFC 3339: `2025-01-10T16:19:40.150Z`. A [`Format::Date`], `T`, `hh:mm:ss` up to `23:59:59` (no leap
    /// second), optionally a point with one or more digits, then `Z` or an offset `+hh:mm` or `-hh:mm`
    /// up to `23:59`. `T` and `Z` may be lower case.
    DateTime,
    /// `24h`, `0m`, `1h 30m`, `14d`: one or more parts, one space between them. A part is one or more
    /// digits and a unit; the units `d`, `h`, `m`, `s` stand in this order, each at most once.
    Duration,
    /// An absolute URI with a scheme and a host. A lower-case letter, then lower-case letters, digits,
    /// `+`, `-`, `.`; then `://`; then an authority that ends before the first `/`, `?`, `#` or with the
    /// text. What stands behind the last `@` of the authority is neither empty nor begins with `:`. Nowhere
    /// in the text is a space or a control character (U+0000 to U+0020, U+007F).
    Uri,
    /// One address, 254 bytes at most, with exactly one `@`. Before it 1 to 64 letters, digits and
    /// ``!#$%&'*+-/=?^_`{|}~``, with single dots between them. Behind it two or more labels with single dots
    /// between them, each 1 to 63 letters, digits and hyphens with no hyphen at either end.
    Email,
    /// `+420 777123456`: plus, one to three digits, one space, four to fourteen digits.
    Phone,
    /// [`Format::Ipv4`] or [`Format::Ipv6`].
    Ip,
    /// Four decimal numbers up to 255 without leading zeros; what [`std::net::Ipv4Addr`] reads.
    Ipv4,
    /// RFC 4291, without brackets and without a zone; what [`std::net::Ipv6Addr`] reads.
    Ipv6,
    /// 8-4-4-4-12 hexadecimal digits of either case.
    Uuid,
    /// Text with mark-up; everything is allowed.
    Html,
    /// Two lower-case letters.
    Locale,
    /// Three upper-case letters.
    Currency,
}

impl Format {
    /// Every format with the word that a spec uses for it.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Date, "date"),
        (Self::DateTime, "date-time"),
        (Self::Duration, "duration"),
        (Self::Uri, "uri"),
        (Self::Email, "email"),
        (Self::Phone, "phone"),
        (Self::Ip, "ip"),
        (Self::Ipv4, "ipv4"),
        (Self::Ipv6, "ipv6"),
        (Self::Uuid, "uuid"),
        (Self::Html, "html"),
        (Self::Locale, "locale"),
        (Self::Currency, "currency"),
    ];
}

/// A step that makes equal texts look equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Normalize {
    /// Removes ASCII white space at both ends.
    Trim,
    /// ASCII lower case.
    Lowercase,
    /// ASCII upper case.
    Uppercase,
    /// Canonical telephone number. Separators are the space, the tab, U+00A0 and `. - / ( )`.
    ///
    /// A text that has [`Format::Phone`] stays. From any other text the separators at the front go away.
    /// If it does not begin with `+` then, or with two zeros, separators between them or not, the other
    /// separators go away too, and that is all. If it does, what follows these and further separators is split
    /// into the prefix, which is the digits in front, and the rest. The result is `+`, the prefix, one space if
    /// the prefix has one to three digits and the rest begins with a separator, and the rest without separators.
    Phone,
    /// A text that equals the left side as a whole becomes the right side.
    Replace(Vec<(String, String)>),
}

/// Rules of a whole number. Its text is an integer literal of JSON (`-?` and digits, no leading zero) that
/// fits `i64`: `1.0` and `1e2` are numbers, but not written as whole ones.
#[derive(Debug, Clone, Default)]
pub struct IntegerType {
    /// The least value.
    pub minimum: Option<i64>,
    /// The greatest value.
    pub maximum: Option<i64>,
    /// The value is a multiple of this positive number.
    pub multiple_of: Option<i64>,
    /// The only values; empty means any.
    pub allowed: Vec<i64>,
    /// Whether JSON carries it as a string (`"1"`); the bare number is accepted too.
    pub as_string: bool,
}

/// Rules of a number. The texts are JSON numbers.
#[derive(Debug, Clone, Default)]
pub struct NumberType {
    /// The lower bound.
    pub minimum: Option<Bound>,
    /// The upper bound.
    pub maximum: Option<Bound>,
    /// Most digits behind the point (`multipleOf: 0.01` gives 2).
    pub max_scale: Option<u32>,
    /// Whether JSON carries it as a string (`"150"`); the bare number is accepted too. Inside the
    /// string stands a JSON number, nothing else.
    pub as_string: bool,
}

/// One end of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// A JSON number.
    pub value: String,
    /// Whether the value itself is outside.
    pub exclusive: bool,
}

/// Rules of a truth value.
#[derive(Debug, Clone, Default)]
pub struct BooleanType {
    /// Whether JSON carries it as a string (`"true"`); the bare value is accepted too.
    pub as_string: bool,
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
    /// The fields in the order of the spec. Other fields are ignored in replies, unless `rest` takes them.
    pub fields: Vec<Field>,
    /// The map of all members that no field names, where the spec asks for one.
    pub rest: Option<Box<Field>>,
    /// Rules over several fields; indices into `fields`.
    pub groups: Vec<Group>,
    /// Known from examples only, so nothing is promised: every field is optional,
    /// a missing list is an empty one.
    pub observed: bool,
}

impl ObjectType {
    /// All fields, the one for the rest last.
    pub fn members(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain(self.rest.as_deref())
    }
}

/// A string out of a list.
#[derive(Debug, Clone)]
pub struct EnumType {
    /// The known values; none where the documentation does not print them, which only an open enum may do.
    pub values: Vec<EnumValue>,
    /// Whether a request may use other values too. Replies always may.
    pub open: bool,
}

/// One value of an enum.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// The text on the wire.
    pub wire: String,
    /// The variant's name.
    pub name: Name,
    /// What it means.
    pub description: Option<String>,
    /// Where it was written.
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

/// What selects a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Select {
    /// The discriminator has this value.
    Tag(Tag),
    /// The discriminator is not there.
    Absent,
    /// The value is an object with this member, which is not `null`; of several such branches the first one.
    Has(String),
    /// The value is of this JSON kind.
    Kind(JsonKind),
}

/// The value of a discriminator.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tag {
    /// `true`, `false`
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    String(String),
}

/// The kinds that JSON itself tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JsonKind {
    /// `"..."`
    String,
    /// `1`, `1.5`
    Number,
    /// `true`, `false`
    Boolean,
    /// `[...]`
    Array,
    /// `{...}`
    Object,
}

impl JsonKind {
    /// The kind of a value; `None` for `null`, which is none of them.
    pub fn of(value: &Json) -> Option<Self> {
        Some(match value {
            Json::Null => return None,
            Json::Bool(_) => Self::Boolean,
            Json::Number(_) => Self::Number,
            Json::String(_) => Self::String,
            Json::Array(_) => Self::Array,
            Json::Object(_) => Self::Object,
        })
    }
}

//! Lists the keys of the spec language once: where each may stand, what it says there, and the order of writing.
//!
//! The reader knows its keys from here, the JSON Schema for editors its properties and their descriptions, the
//! importer the order in which it writes, and the reference in `specs/README.md` its tables.

mod table;

use std::fmt;

pub use table::Keyword;

/// What a keyword says in one kind of mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The keyword.
    pub keyword: Keyword,
    /// The mapping whose key it is; for a parameter, this may be the mapping of all types.
    pub mapping: Mapping,
    /// The kinds of types that take it, in words (`strings`); `None` where all do.
    pub kinds: Option<&'static str>,
    /// Whether it must be there.
    pub required: bool,
    /// What it says, in Markdown.
    pub about: &'static str,
}

/// A kind of mapping in the files of specs, with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mapping {
    /// `api.yaml`.
    Api,
    /// `key` of `api.yaml`.
    ApiKey,
    /// An entry of `kinds` of that key.
    KeyKind,
    /// An entry of `errors.yaml`.
    ErrorCode,
    /// The file of an endpoint.
    Endpoint,
    /// `key` of an endpoint.
    KeyUse,
    /// `rateLimit` of an endpoint.
    RateLimit,
    /// `pagination` of an endpoint.
    Pagination,
    /// An element of `examples` of an endpoint.
    Example,
    /// `seen` of an endpoint or a type.
    Seen,
    /// A type, wherever it stands.
    Type,
    /// A type where it is defined under a name.
    Definition,
    /// A type where it is used.
    Use,
    /// A property of an object, and what no property names.
    Property,
    /// An entry of `parameters`.
    Parameter,
    /// `body` of an endpoint.
    Body,
    /// An entry of `responses`.
    Response,
    /// An entry of `oneOf`.
    Branch,
    /// An entry of `enum`.
    EnumValue,
    /// An element of `constraints`.
    Constraint,
}

impl Mapping {
    /// Every kind of mapping.
    pub const ALL: [Self; 20] = [
        Self::Api,
        Self::ApiKey,
        Self::KeyKind,
        Self::ErrorCode,
        Self::Endpoint,
        Self::KeyUse,
        Self::RateLimit,
        Self::Pagination,
        Self::Example,
        Self::Seen,
        Self::Type,
        Self::Definition,
        Self::Use,
        Self::Property,
        Self::Parameter,
        Self::Body,
        Self::Response,
        Self::Branch,
        Self::EnumValue,
        Self::Constraint,
    ];

    /// What it is called, in Markdown: `` `key` of `api.yaml` ``, `a parameter`.
    pub fn title(self) -> &'static str {
        match self {
            Self::Api => "`api.yaml`",
            Self::ApiKey => "`key` of `api.yaml`",
            Self::KeyKind => "a value of its `kinds`",
            Self::ErrorCode => "an error code",
            Self::Endpoint => "an endpoint",
            Self::KeyUse => "`key` of an endpoint",
            Self::RateLimit => "`rateLimit`",
            Self::Pagination => "`pagination`",
            Self::Example => "an element of `examples`",
            Self::Seen => "`seen`",
            Self::Type => "every type",
            Self::Definition => "a named type",
            Self::Use => "a type where it is used",
            Self::Property => "a property, a parameter",
            Self::Parameter => "a parameter",
            Self::Body => "`body`",
            Self::Response => "a response",
            Self::Branch => "a branch",
            Self::EnumValue => "a value of `enum`",
            Self::Constraint => "an element of `constraints`",
        }
    }

    /// The mappings whose keys it takes: its own, and those of the types that it describes.
    fn parts(self) -> &'static [Self] {
        match self {
            Self::Definition => &[Self::Type, Self::Definition],
            Self::Use => &[Self::Type, Self::Use],
            Self::Property => &[Self::Type, Self::Use, Self::Property],
            Self::Parameter => &[Self::Type, Self::Use, Self::Property, Self::Parameter],
            Self::Body => &[Self::Type, Self::Use, Self::Body],
            Self::Response => &[Self::Type, Self::Use, Self::Response],
            Self::Branch => &[Self::Type, Self::Use, Self::Branch],
            Self::Api => &[Self::Api],
            Self::ApiKey => &[Self::ApiKey],
            Self::KeyKind => &[Self::KeyKind],
            Self::ErrorCode => &[Self::ErrorCode],
            Self::Endpoint => &[Self::Endpoint],
            Self::KeyUse => &[Self::KeyUse],
            Self::RateLimit => &[Self::RateLimit],
            Self::Pagination => &[Self::Pagination],
            Self::Example => &[Self::Example],
            Self::Seen => &[Self::Seen],
            Self::Type => &[Self::Type],
            Self::EnumValue => &[Self::EnumValue],
            Self::Constraint => &[Self::Constraint],
        }
    }

    /// The keys that a mapping of this kind takes, in the order of writing.
    ///
    /// ```
    /// use bizkit_spec::keywords::{Keyword, Mapping};
    ///
    /// let keys: Vec<&str> = Mapping::Seen.entries().map(|entry| entry.keyword.name()).collect();
    /// assert_eq!(keys, ["in", "on"]);
    /// assert!(Mapping::Parameter.entries().any(|entry| entry.keyword == Keyword::MaxLength));
    /// ```
    pub fn entries(self) -> impl Iterator<Item = &'static Entry> {
        let here = move |entry: &&Entry| self.parts().contains(&entry.mapping);
        Keyword::ALL.iter().flat_map(|keyword| keyword.entries()).filter(here)
    }

    /// The keys of this kind of mapping alone, without those of the types that it describes.
    pub fn own(self) -> impl Iterator<Item = &'static Entry> {
        self.entries().filter(move |entry| entry.mapping == self)
    }

    /// The keywords of a mapping of this kind.
    pub(crate) fn keywords(self) -> Vec<Keyword> {
        self.entries().map(|entry| entry.keyword).collect()
    }
}

impl Keyword {
    /// The keys that say what a response or a branch holds: without any of them it has no content.
    pub const CONTENT: [Self; 6] =
        [Self::Type, Self::Properties, Self::AdditionalProperties, Self::OneOf, Self::Items, Self::Enum];

    /// The keyword of this name.
    ///
    /// ```
    /// use bizkit_spec::keywords::Keyword;
    ///
    /// assert_eq!(Keyword::find("maxLength"), Some(Keyword::MaxLength));
    /// assert_eq!(Keyword::find("maxlength"), None);
    /// // `summary` is written before `path`.
    /// assert!(Keyword::Summary < Keyword::Path);
    /// ```
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|keyword| keyword.name() == name).copied()
    }

    /// Whether mappings of this kind take it, on their own account or as types.
    pub fn stands_in(self, mapping: Mapping) -> bool {
        self.entries().iter().any(|entry| mapping.parts().contains(&entry.mapping))
    }
}

/// As specs write it.
impl fmt::Display for Keyword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The words that `type` takes beside the names of types.
pub const TYPE_WORDS: [&str; 9] =
    ["string", "integer", "number", "decimal", "boolean", "object", "array", "json", "binary"];

#[cfg(test)]
mod tests;

//! Says what each keyword is to the importer, so that a new one is decided upon here.

use bizkit_spec::keywords::Keyword;

/// What a keyword is about, seen from two types that may be the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It says nothing about what travels.
    Words,
    /// It belongs to the place where the type is used.
    Use,
    /// A rule of texts.
    Text,
    /// It is a part of what the type is, or no key of types.
    Shape,
}

fn role(keyword: Keyword) -> Role {
    match keyword {
        Keyword::Title
        | Keyword::Name
        | Keyword::Description
        | Keyword::Docs
        | Keyword::Deprecated
        | Keyword::Default
        | Keyword::Example => Role::Words,
        Keyword::In | Keyword::Required | Keyword::Nullable => Role::Use,
        Keyword::Format | Keyword::Normalize | Keyword::MinLength | Keyword::MaxLength | Keyword::Pattern => {
            Role::Text
        }
        Keyword::Summary
        | Keyword::When
        | Keyword::Absent
        | Keyword::Has
        | Keyword::Failure
        | Keyword::Type
        | Keyword::ContentType
        | Keyword::As
        | Keyword::Seen
        | Keyword::Method
        | Keyword::Path
        | Keyword::BaseUrl
        | Keyword::BaseUrlEnv
        | Keyword::Key
        | Keyword::Modules
        | Keyword::Retry
        | Keyword::Timeout
        | Keyword::RateLimit
        | Keyword::Requests
        | Keyword::Per
        | Keyword::By
        | Keyword::On
        | Keyword::Observed
        | Keyword::Discriminator
        | Keyword::Minimum
        | Keyword::ExclusiveMinimum
        | Keyword::Maximum
        | Keyword::ExclusiveMaximum
        | Keyword::MultipleOf
        | Keyword::Delimiter
        | Keyword::Sensitive
        | Keyword::Enum
        | Keyword::Open
        | Keyword::Page
        | Keyword::FirstPage
        | Keyword::Offset
        | Keyword::Limit
        | Keyword::DefaultLimit
        | Keyword::Items
        | Keyword::Total
        | Keyword::MinItems
        | Keyword::MaxItems
        | Keyword::UniqueItems
        | Keyword::Properties
        | Keyword::AdditionalProperties
        | Keyword::MinProperties
        | Keyword::MaxProperties
        | Keyword::OneOf
        | Keyword::Parameters
        | Keyword::Body
        | Keyword::Constraints
        | Keyword::ExactlyOneOf
        | Keyword::AtLeastOneOf
        | Keyword::AllOrNoneOf
        | Keyword::DependentRequired
        | Keyword::Responses
        | Keyword::Pagination
        | Keyword::Errors
        | Keyword::Types
        | Keyword::Examples
        | Keyword::Request
        | Keyword::Status
        | Keyword::Response
        | Keyword::Env
        | Keyword::Kinds
        | Keyword::Topic
        | Keyword::Help
        | Keyword::Allow => Role::Shape,
    }
}

fn has_role(key: &str, wanted: &[Role]) -> bool {
    Keyword::find(key).is_some_and(|keyword| wanted.contains(&role(keyword)))
}

/// Whether a key says nothing about what travels.
pub(crate) fn is_words(key: &str) -> bool {
    has_role(key, &[Role::Words])
}

/// Whether a key says nothing about what a type is: words, and what belongs to the place where it is used.
pub(crate) fn is_beside_the_shape(key: &str) -> bool {
    has_role(key, &[Role::Words, Role::Use])
}

/// The rules of a text.
pub(crate) fn text_rules() -> impl Iterator<Item = &'static str> {
    Keyword::ALL.iter().filter(|keyword| role(**keyword) == Role::Text).map(|keyword| keyword.name())
}

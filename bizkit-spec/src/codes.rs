//! The catalogue of findings and lints: a stable kebab-case name each, with the page that explains it.

use std::fmt;

/// The name of a rule; equal when the names are.
#[derive(Clone, Copy)]
pub struct Code(&'static Entry);

/// What the catalogue says of one code.
struct Entry {
    name: &'static str,
    title: &'static str,
    explanation: &'static str,
}

impl Code {
    /// The stable name (`unknown-key`).
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// One line that says what is wrong.
    pub fn title(self) -> &'static str {
        self.0.title
    }

    /// Why it is refused, with a bad and a good example, in Markdown.
    pub fn explanation(self) -> &'static str {
        self.0.explanation
    }

    /// The code with this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().chain(Self::LINTS).copied().find(|code| code.name() == name)
    }

    /// Whether it is a lint: advice that a spec may decline with a reason.
    pub fn is_lint(self) -> bool {
        Self::LINTS.contains(&self)
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Code {}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Declares the codes of a list: `CONSTANT "name" "title";`. The page stands in `codes/name.md`.
macro_rules! codes {
    ($(#[$about:meta])* $list:ident: $($constant:ident $name:literal $title:literal;)*) => {
        impl Code {
            $(
                #[doc = $title]
                pub const $constant: Self =
                    Self(&Entry { name: $name, title: $title, explanation: include_str!(concat!("codes/", $name, ".md")) });
            )*
            $(#[$about])*
            pub const $list: &'static [Self] = &[$(Self::$constant),*];
        }
    };
}

codes! {
    /// Every code that makes specs wrong, in the order of the catalogue.
    ALL:
    YAML_SYNTAX "yaml-syntax" "the file is not valid YAML";
    UNQUOTED_TEXT "unquoted-text" "a text without quotes ends before its author meant it to";
    DUPLICATE_KEY "duplicate-key" "a key stands twice in one mapping";
    ANCHOR "anchor" "anchors and aliases are not part of the language";
    TAG "tag" "YAML tags are not part of the language";
    MERGE_KEY "merge-key" "merge keys are not part of the language";
    SEVERAL_DOCUMENTS "several-documents" "a file holds one YAML document";
    KEY_NOT_TEXT "key-not-text" "a key is not text";
    TOO_LARGE "too-large" "the file is too large";
    TOO_DEEP "too-deep" "a file or a type is nested too deeply";
    TOO_MUCH "too-much" "the specs ask for more than anybody can use";
    NOT_UTF8 "not-utf8" "the file is not UTF-8";
    UNREADABLE "unreadable" "a file cannot be read";
    UNKNOWN_KEY "unknown-key" "the language has no such key here";
    MISSING_KEY "missing-key" "a key that must be there is not";
    WRONG_KIND "wrong-kind" "a value is of another kind than expected";
    UNKNOWN_WORD "unknown-word" "a word is not one of the known ones";
    UNKNOWN_TYPE "unknown-type" "no type has this name";
    MISSING_FILE "missing-file" "a file that must be there is not";
    UNPORTABLE_PATH "unportable-path" "a path cannot be that of a file on every system";
    FILE_PLACE "file-place" "a file stands in the wrong folder";
    DUPLICATE_TYPE "duplicate-type" "a type is defined twice";
    ALIAS "alias" "a named type is only another name for a named type";
    INVALID_NAME "invalid-name" "a name does not make a Rust name";
    NAME_COLLISION "name-collision" "two names become the same Rust name";
    KEY_NOT_HERE "key-not-here" "a key goes with another kind of type";
    CONFLICTING_KEYS "conflicting-keys" "two keys exclude each other";
    EMPTY_LIST "empty-list" "a list has too few entries to mean anything";
    EMPTY_RANGE "empty-range" "no value lies between two bounds";
    DUPLICATE_VALUE "duplicate-value" "a value stands twice in a list";
    BAD_NUMBER "bad-number" "a number is not one that the rule can use";
    BAD_PATTERN "bad-pattern" "a pattern is not in the supported subset of ECMA-262";
    UNSTABLE_NORMALIZE "unstable-normalize" "a text that was normalised would change again";
    BAD_URL "bad-url" "a URL is not absolute";
    BAD_PATH "bad-path" "a path is not a path template";
    UNBOUND_PATH_PARAMETER "unbound-path-parameter" "the path names something that is not a parameter";
    BAD_PLACE "bad-place" "a value cannot travel where the spec puts it";
    UNKNOWN_MEMBER "unknown-member" "a rule or an example names something that does not exist";
    UNKNOWN_ERROR_CODE "unknown-error-code" "an error code is not in the catalogue";
    DUPLICATE_ENDPOINT "duplicate-endpoint" "two endpoints have the same method and path";
    AMBIGUOUS_UNION "ambiguous-union" "the branches of a union cannot be told apart";
    ENDLESS_TYPE "endless-type" "a type contains itself and has no value that ends";
    KEY_TYPE "key-type" "the type of the API's key is not a sensitive string";
    EXAMPLE_BREAKS_RULE "example-breaks-rule" "an example breaks a rule of its own spec";
    DEFAULT_BREAKS_RULE "default-breaks-rule" "a default breaks a rule of its own spec";
}

codes! {
    /// Every lint.
    LINTS:
    MISSING_DOCS "missing-docs" "nothing leads to the vendor's page";
    MISSING_EXAMPLE "missing-example" "no documented call shows what an endpoint gives";
    MISSING_DESCRIPTION "missing-description" "nothing says what a value means";
    SUMMARY_STYLE "summary-style" "a summary is not a plain phrase";
    PATH_MISMATCH "path-mismatch" "a file does not stand where its path on the wire says";
    HIDING_NAME "hiding-name" "a name in Rust hides what every file has at hand";
    UNDESCRIBED_MEMBER "undescribed-member" "a documented value holds a member that nothing describes";
    ODD_CASE "odd-case" "a name is written in another case than the others";
    REPEATED_TYPE "repeated-type" "two types are alike";
    UNCONSTRAINED_ID "unconstrained-id" "an id is any text";
    MIXED_TYPE "mixed-type" "a value has a type of its own elsewhere";
    UNUSED_TYPE "unused-type" "no call uses a shared type";
    LONG_UNSEEN "long-unseen" "nobody has seen something for a year";
    OBSERVED_ONLY "observed-only" "a response is known from examples only";
    INCONSISTENT_PAGINATION "inconsistent-pagination" "a list goes on in another way than the others";
    UNMARKED_SECRET "unmarked-secret" "a value looks like a secret and is shown";
    INEXACT_MONEY "inexact-money" "an amount of money is a floating-point number";
    UNUSED_ALLOWANCE "unused-allowance" "a lint is declined where it finds nothing";
}

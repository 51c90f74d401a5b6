//! The catalogue of findings: a stable kebab-case name each, with the page that explains it.

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
        Self::ALL.iter().copied().find(|code| code.name() == name)
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

/// Declares the codes: `CONSTANT "name" "title" "explanation";`.
macro_rules! codes {
    ($($constant:ident $name:literal $title:literal $explanation:expr;)*) => {
        impl Code {
            $(
                #[doc = $title]
                pub const $constant: Self =
                    Self(&Entry { name: $name, title: $title, explanation: $explanation });
            )*
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$constant),*];
        }
    };
}

codes! {
    YAML_SYNTAX "yaml-syntax" "the file is not valid YAML" "";
    DUPLICATE_KEY "duplicate-key" "a key stands twice in one mapping" "";
    ANCHOR "anchor" "anchors and aliases are not part of the language" "";
    TAG "tag" "YAML tags are not part of the language" "";
    MERGE_KEY "merge-key" "merge keys are not part of the language" "";
    SEVERAL_DOCUMENTS "several-documents" "a file holds one YAML document" "";
    KEY_NOT_TEXT "key-not-text" "a key is not text" "";
    TOO_LARGE "too-large" "the file is too large" "";
    TOO_DEEP "too-deep" "the file is nested too deeply" "";
    NOT_UTF8 "not-utf8" "the file is not UTF-8" "";
    UNREADABLE "unreadable" "a file cannot be read" "";
    UNKNOWN_KEY "unknown-key" "the language has no such key here" "";
    MISSING_KEY "missing-key" "a key that must be there is not" "";
    WRONG_KIND "wrong-kind" "a value is of another kind than expected" "";
    UNKNOWN_WORD "unknown-word" "a word is not one of the known ones" "";
    UNKNOWN_TYPE "unknown-type" "no type has this name" "";
}

//! The type of a parameter, as a page prints it, to a schema: `string | null`, `object[]`, `"a" | "b"`, `array of integers`.

use super::text::straight;
use crate::import::text::whole;
use crate::import::tree::{Tree, number, text};
use bizkit_spec::json::Json;

/// Words for types: the type and the format of a schema. Words of `any` have neither.
const WORDS: [(&str, &str, &str); 41] = [
    ("string", "string", ""),
    ("integer", "integer", ""),
    ("number", "number", ""),
    ("boolean", "boolean", ""),
    ("object", "object", ""),
    ("array", "array", ""),
    ("float", "number", ""),
    ("any", "", ""),
    ("null", "null", ""),
    ("date", "string", "date"),
    ("enum", "string", "enum"),
    ("datetime", "string", "date-time"),
    ("date-time", "string", "date-time"),
    ("uuid", "string", "uuid"),
    ("email", "string", "email"),
    ("url", "string", "uri"),
    ("uri", "string", "uri"),
    ("ip", "string", "ip"),
    ("ipv4", "string", "ipv4"),
    ("ipv6", "string", "ipv6"),
    ("phone", "string", "phone"),
    ("html", "string", "html"),
    ("str", "string", ""),
    ("text", "string", ""),
    ("int", "integer", ""),
    ("int32", "integer", ""),
    ("int64", "integer", ""),
    ("bigint", "integer", ""),
    ("long", "integer", ""),
    ("double", "number", ""),
    ("decimal", "number", "decimal"),
    ("bool", "boolean", ""),
    ("map", "object", ""),
    ("record", "object", ""),
    ("dict", "object", ""),
    ("list", "array", ""),
    ("mixed", "", ""),
    ("json", "", ""),
    ("undefined", "null", ""),
    ("none", "null", ""),
    ("nil", "null", ""),
];

/// How many of the words, from the first, the vendor prints without a blank before them.
const JOINED: usize = 11;

/// How many of these are no ending of other words.
const SURE: usize = 7;

/// One way to give a value.
#[derive(Debug, Clone, PartialEq)]
enum Term {
    /// Type and format.
    Word(&'static str, &'static str),
    List(Type),
    Literal(Json),
    Unknown(String),
}

/// All that a page says of a type.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Type {
    terms: Vec<Term>,
    nullable: bool,
    /// How many forms the page counts beside those that it names.
    unnamed: usize,
    /// Where it stands as printed.
    printed: String,
    is_joined: bool,
    is_sure: bool,
}

impl Type {
    /// Reads the whole text; `None` where it is not the form of a type.
    pub(super) fn parse(printed: &str) -> Option<Self> {
        let printed = straight(printed);
        let printed = printed.trim();
        let mut found = Self {
            terms: Vec::new(),
            nullable: false,
            unnamed: 0,
            printed: printed.to_owned(),
            is_joined: true,
            is_sure: false,
        };
        let parts = split(printed)?;
        let several = parts.len() > 1;
        for part in parts {
            found.add(part)?;
        }
        // `newest | oldest`: values without their quotes.
        let is_value = |term: &Term| matches!(term, Term::Unknown(word) if word.starts_with(|c: char| c.is_ascii_lowercase()));
        if several && found.terms.iter().all(|term| is_value(term) || matches!(term, Term::Literal(_))) {
            for term in &mut found.terms {
                if let Term::Unknown(word) = term {
                    *term = Term::Literal(text(word));
                }
            }
        }
        found.is_sure |= several || printed.contains(['[', '<', '"', '\'']);
        (!found.terms.is_empty() || found.nullable).then_some(found)
    }

    fn add(&mut self, part: &str) -> Option<()> {
        let (part, optional) = match (part.strip_prefix('?'), part.strip_suffix('?')) {
            (Some(rest), _) | (None, Some(rest)) => (rest.trim(), true),
            _ => (part, false),
        };
        self.nullable |= optional;
        let term = term(part)?;
        let word = part.trim_end_matches("[]");
        let at = WORDS.iter().position(|(known, ..)| *known == word);
        self.is_joined &= at.is_some_and(|at| at < JOINED) || matches!(term, Term::Literal(_));
        self.is_sure |= at.is_some_and(|at| at < SURE);
        match term {
            Term::Word("null", _) => self.nullable = true,
            term if self.terms.contains(&term) => self.unnamed += 1,
            term => self.terms.push(term),
        }
        Some(())
    }

    /// Whether every word is one of the known ones.
    pub(super) fn is_known(&self) -> bool {
        !self.terms.iter().any(|term| match term {
            Term::Unknown(_) => true,
            Term::List(inner) => !inner.is_known(),
            _ => false,
        })
    }

    /// Whether the words are those that pages print without a blank before them.
    pub(super) fn is_joined(&self) -> bool {
        self.is_joined
    }

    /// Whether no word of prose looks like this.
    pub(super) fn is_sure(&self) -> bool {
        self.is_sure
    }

    pub(super) fn length(&self) -> usize {
        self.printed.len()
    }

    /// The schema, in the words of OpenAPI.
    pub(super) fn schema(&self) -> Tree {
        let literals: Vec<&Json> = self
            .terms
            .iter()
            .filter_map(|term| match term {
                Term::Literal(value) => Some(value),
                _ => None,
            })
            .collect();
        let mut forms: Vec<Tree> = Vec::new();
        for kind in ["string", "integer", "boolean"] {
            let values: Vec<Json> = literals
                .iter()
                .filter(|value| value.kind_name() == kind)
                .map(|value| (*value).clone())
                .collect();
            match (kind, values.len()) {
                (_, 0) => {}
                ("boolean", _) => forms.push(Tree::of("boolean")),
                _ => forms.push(Tree::of(kind).with("enum", Json::Array(values))),
            }
        }
        for term in &self.terms {
            let form = match term {
                Term::Literal(_) => continue,
                Term::Word("", _) => Tree::new(),
                Term::Word(kind, "" | "enum") => Tree::of(kind),
                Term::Word(kind, format) => Tree::of(kind).with("format", text(format)),
                Term::List(inner) => Tree::of("array").with("items", inner.schema().json()),
                Term::Unknown(_) => Tree::of("string"),
            };
            // Some values are named beside all others.
            let listed = |known: &&mut Tree| known.get("type") == form.get("type") && known.has("enum");
            if let Some(known) = forms.iter_mut().find(listed) {
                known.flag("x-bizkit-open");
            } else if !forms.contains(&form) {
                forms.push(form);
            }
        }
        let bare = |tree: &Tree| {
            tree.keys().eq(["type"]) && !["array", "object"].contains(&tree.word("type").unwrap_or_default())
        };
        let mut tree = match forms.as_slice() {
            [] => Tree::new(),
            [only] => only.clone(),
            several if several.iter().all(bare) => {
                let kinds = several.iter().filter_map(|form| form.get("type").cloned());
                Tree::new().with("type", Json::Array(kinds.collect()))
            }
            several => Tree::new()
                .with("anyOf", Json::Array(several.iter().map(|form| form.clone().json()).collect())),
        };
        if self.nullable {
            tree.flag("nullable");
        }
        tree
    }

    /// What the schema cannot say; `has_values` where the text beside it lists the values.
    pub(super) fn losses(&self, has_values: bool) -> Vec<String> {
        let mut losses = Vec::new();
        for term in &self.terms {
            match term {
                Term::Unknown(word) => losses.push(format!("no type is called `{word}`: taken as any text")),
                Term::Word(_, "enum") if !has_values => {
                    losses.push("the page lists no values of an enum: taken as any text".to_owned());
                }
                Term::List(inner) => losses.extend(inner.losses(has_values)),
                Term::Literal(value) if value.kind_name() == "number" => {
                    losses.push(format!("the value {value} is no whole number: left out"));
                }
                _ => {}
            }
        }
        let is_text = self.terms.iter().any(|term| matches!(term, Term::Word("string", _)));
        if self.unnamed > 0 && !(is_text && has_values) {
            losses.push(format!(
                "the page counts {} forms in `{}` and does not say what tells them apart",
                self.unnamed + self.terms.len(),
                self.printed
            ));
        }
        losses
    }

    /// A value out of a sample call as a value of this type: in a URL everything is text.
    pub(super) fn typed(&self, value: &Json) -> Option<Json> {
        if self.takes(value) {
            return Some(value.clone());
        }
        let word = value.as_str()?;
        let read = [whole(word).map(number), Json::parse(word).ok()];
        let found = read.into_iter().flatten().find(|value| self.takes(value));
        let element = || {
            let inner = self.terms.iter().find_map(|term| match term {
                Term::List(inner) if !word.contains([',', ';', '|']) => Some(inner),
                _ => None,
            })?;
            Some(Json::Array(vec![inner.typed(value)?]))
        };
        found.or_else(element)
    }

    fn takes(&self, value: &Json) -> bool {
        let kind = value.kind_name();
        self.nullable && *value == Json::Null || self.terms.iter().any(|term| match term {
            Term::Word("", _) => true,
            Term::Word("number", _) => ["number", "integer"].contains(&kind),
            Term::Word(word, _) => *word == kind,
            Term::Unknown(_) => kind == "string",
            Term::Literal(literal) => literal == value,
            Term::List(inner) => {
                matches!(value, Json::Array(elements) if elements.iter().all(|element| inner.takes(element)))
            }
        })
    }
}

/// One of the forms.
fn term(part: &str) -> Option<Term> {
    let part = part.trim();
    let quoted = |mark: char| {
        part.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark)).filter(|inner| !inner.contains(mark))
    };
    if let Some(inner) = ['"', '\'', '`'].into_iter().find_map(quoted) {
        return (!inner.is_empty()).then(|| Term::Literal(text(inner)));
    }
    if let Some(inner) = part.strip_suffix("[]") {
        return Type::parse(inner).map(Term::List);
    }
    if let Some(inner) = part.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let inner = Type::parse(inner)?;
        return match inner.terms.as_slice() {
            [only] if !inner.nullable => Some(only.clone()),
            _ => Some(Term::Unknown(part.to_owned())),
        };
    }
    let lower = part.to_ascii_lowercase();
    if let Some(inner) = lower.strip_suffix('>').and_then(|rest| rest.split_once('<'))
        && ["array", "list"].contains(&inner.0)
    {
        return Type::parse(inner.1).map(Term::List);
    }
    if let Some(inner) = ["array of ", "list of "].iter().find_map(|words| lower.strip_prefix(words)) {
        let inner = inner.trim_end_matches('s');
        return Type::parse(inner).filter(Type::is_known).map(Term::List);
    }
    if let Some((_, kind, format)) = WORDS.iter().find(|(word, ..)| *word == lower) {
        return Some(if *kind == "array" { Term::List(any()) } else { Term::Word(kind, format) });
    }
    if let Ok(value @ (Json::Number(_) | Json::Bool(_))) = Json::parse(part) {
        return Some(Term::Literal(value));
    }
    let plain = part.starts_with(|c: char| c.is_ascii_alphabetic())
        && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-.<>(),".contains(c));
    plain.then(|| Term::Unknown(part.to_owned()))
}

/// `any`
fn any() -> Type {
    Type {
        terms: vec![Term::Word("", "")],
        nullable: false,
        unnamed: 0,
        printed: "any".to_owned(),
        is_joined: true,
        is_sure: false,
    }
}

/// The parts between bars, those in quotes and brackets left whole. `None` where a part is empty or has no end.
fn split(printed: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quote) = (0, 0_usize, None);
    for (at, c) in printed.char_indices() {
        match (quote, c) {
            (Some(mark), _) if mark == c => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '(' | '<') => depth += 1,
            (None, ')' | '>') => depth = depth.checked_sub(1)?,
            (None, '|') if depth == 0 => {
                parts.push(printed[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(printed[start..].trim());
    (quote.is_none() && depth == 0 && parts.len() < 200 && parts.iter().all(|part| !part.is_empty()))
        .then_some(parts)
}

#[cfg(test)]
mod tests;

//! Rules that hide in a description, in the phrases of the vendor, to keywords; the rest of the text stays.
//!
//! | phrase | keywords |
//! |---|---|
//! | `Length: 16 - 16`, `Length: 2424`, `Max length: 200`, `at most 200 characters` | `minLength`, `maxLength` |
//! | `Range: 1 - 10`, `Range: -9090`, `Minimum: 1`, `Min: 1, Max: 5`, `between 1 and 5` | `minimum`, `maximum` |
//! | `Key format: ... ^(PROD\|DEV_)...$` | `pattern` |
//! | `Format: date-time`, `Accepted formats: IPv4 ..., IPv6 ...` | `format` |
//! | `::1, localhost (or empty value) is normalized to 127.0.0.1` | `normalize` |
//! | `Common values: a, b`, `Possible values: a, b`, `Must be one of a, b` | `enum`, open for common ones |
//! | `Comma separated list` | `delimiter` |
//! | `Default: 32`, `defaults to 32` | `default` |
//! | `Example: cs` | `example` |
//! | `Must be provided together with b` | `allOrNoneOf`, where `b` says the same |
//! | `[Learn more](https://...)` | `docs` |

mod phrase;
mod range;
mod value;

use crate::import::text::{is_link, whole};
use crate::import::tree::enumeration;
use crate::import::tree::{Tree, text};
use crate::import::{names, tree};
use bizkit_spec::json::Json;
use phrase::{Piece, Rule};
use range::Range;

pub(crate) use phrase::{is_label, is_rule};

/// The key under which a schema keeps the names that it must be given together with, until its object is read.
pub(crate) const TOGETHER: &str = "$together";

/// A description, cut into what is a rule and what is not.
pub(crate) struct Found {
    pieces: Vec<Piece>,
}

/// A phrase and the keywords that it has become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ruled {
    pub(crate) phrase: String,
    pub(crate) keywords: Vec<(String, Json)>,
}

/// What has become of the rules of a description.
#[derive(Debug, Default)]
pub(crate) struct Applied {
    /// Rules that contradict what is stated.
    pub(crate) notes: Vec<String>,
    /// Phrases that may mean something else.
    pub(crate) guesses: Vec<String>,
    pub(crate) ruled: Vec<Ruled>,
}

/// Looks for rules in a description.
pub(crate) fn read(description: &str) -> Found {
    Found { pieces: phrase::pieces(&description.replace("\r\n", "\n")) }
}

/// Whether a text lists the values that there are.
pub(crate) fn lists_values(description: &str) -> bool {
    read(description).pieces.iter().any(|piece| matches!(piece.rule, Some(Rule::Values { .. })))
}

/// The sentences of a line.
pub(crate) fn sentences(line: &str) -> Vec<String> {
    phrase::pieces(line).into_iter().map(|piece| piece.text).collect()
}

impl Found {
    /// Adds what was found to a schema where it fits, and gives it what is left as its description.
    pub(crate) fn apply(self, tree: &mut Tree) -> Applied {
        let mut applied = Applied::default();
        let mut rest = String::new();
        let normalizes = self.pieces.iter().any(|piece| matches!(piece.rule, Some(Rule::Normalize(_))));
        for piece in &self.pieces {
            let before = tree.clone();
            let used = match &piece.rule {
                None => false,
                // What introduces a rule, or follows from it, goes with it.
                Some(Rule::Heading) => normalizes && is_text(tree),
                Some(Rule::Refuses) => tree.has("format"),
                Some(rule) => apply(tree, rule, &piece.text, &mut applied),
            };
            if !used {
                rest.push_str(&piece.text);
                continue;
            }
            let new = tree.keys().filter(|key| tree.get(key) != before.get(key));
            let keywords =
                new.map(|key| (key.to_owned(), tree.get(key).cloned().unwrap_or(Json::Null))).collect();
            applied.ruled.push(Ruled { phrase: piece.text.clone(), keywords });
        }
        let rest = tidy(&rest);
        if !rest.is_empty() {
            tree.set("description", text(&rest));
        }
        applied
    }

    /// What the prefixes of keys mean: `PROD (production key), DEV_ (individual developer)`.
    pub(crate) fn prefixes(&self) -> Vec<(String, String)> {
        let rule = self.pieces.iter().find_map(|piece| match &piece.rule {
            Some(Rule::Prefixes(prefixes)) => Some(prefixes.clone()),
            _ => None,
        });
        rule.unwrap_or_default()
    }
}

/// The types that a schema takes, without `null`.
fn kinds(tree: &Tree) -> Vec<&str> {
    match tree.get("type") {
        Some(Json::String(word)) => vec![word],
        Some(Json::Array(words)) => words.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_text(tree: &Tree) -> bool {
    kinds(tree) == ["string"]
}

fn is_number(word: &str) -> bool {
    ["integer", "number", "decimal"].contains(&word)
}

/// Adds one rule. Says whether the text is said by keywords now.
fn apply(tree: &mut Tree, rule: &Rule, phrase: &str, applied: &mut Applied) -> bool {
    let notes = &mut applied.notes;
    let mut put = |tree: &mut Tree, key: &str, value: Json| {
        if !tree.add(key, value.clone()) && tree.get(key) != Some(&value) {
            let stated = tree.get(key).map(Json::to_string).unwrap_or_default();
            notes.push(format!("the text says `{key}: {value}`, the schema {stated}: the schema counts"));
        }
    };
    match rule {
        Rule::Length(range) if is_text(tree) => {
            let [low, high] = [&range.low, &range.high].map(|end| end.as_deref().map(str::parse::<u32>));
            let (Ok(low), Ok(high)) = (low.transpose(), high.transpose()) else { return false };
            if let Some(low) = low.filter(|low| *low > 0) {
                put(tree, "minLength", tree::number(low));
            }
            if let Some(high) = high {
                put(tree, "maxLength", tree::number(high));
            }
            guess(range, phrase, tree, applied);
        }
        Rule::Range(range) if kinds(tree).iter().any(|kind| is_number(kind)) && !tree.has("enum") => {
            let is_whole = kinds(tree).contains(&"integer");
            for (key, end) in [("minimum", &range.low), ("maximum", &range.high)] {
                let Some(end) = end else { continue };
                if is_whole && whole(end).is_none() {
                    return false;
                }
                put(tree, key, Json::Number(end.clone()));
            }
            guess(range, phrase, tree, applied);
        }
        // A length of a number, or of a text that may be one too, counts its digits; a range of a text its letters.
        Rule::Pattern(pattern) if is_text(tree) => put(tree, "pattern", text(pattern)),
        Rule::Format(format) if is_text(tree) => put(tree, "format", text(format)),
        Rule::Normalize(pairs) if is_text(tree) => {
            let mut all = Tree::from(tree.get("normalize").cloned().unwrap_or(Json::Null));
            for (from, to) in pairs {
                all.set(from, text(to));
            }
            tree.set("normalize", all.json());
        }
        Rule::Values { values, open } if is_text(tree) && tree.keys().all(|key| !is_rule_of_text(key)) => {
            tree.remove("type");
            tree.set("enum", enumeration(values, &names::variants(values), &[]));
            let known =
                |value: &Json| value.as_str().is_some_and(|word| values.iter().any(|known| known == word));
            if *open || !["example", "default"].iter().all(|key| tree.get(key).is_none_or(known)) {
                tree.flag("open");
            }
        }
        Rule::Default(word) | Rule::Example(word) => {
            let Some(value) = typed(tree, word) else { return false };
            match rule {
                Rule::Default(_) => put(tree, "default", value),
                // What the page shows elsewhere is as good.
                _ if tree.has("example") && tree.get("example") != Some(&value) => return false,
                _ => tree.set("example", value),
            }
        }
        Rule::Joined(delimiter) => return join(tree, delimiter),
        // The words stay: the rule needs both sides.
        Rule::Together(name) => {
            tree.set(TOGETHER, text(name));
            return false;
        }
        Rule::Also(inner) => {
            apply(tree, inner, phrase, applied);
            return false;
        }
        Rule::Both(one, other) => {
            let before = tree.clone();
            let both = apply(tree, one, phrase, applied) && apply(tree, other, phrase, applied);
            if !both {
                *tree = before;
            }
            return both;
        }
        Rule::Link(url) if is_link(url) => {
            tree.add("docs", text(url));
        }
        // The kinds of keys say it.
        Rule::Prefixes(_) if tree.is("sensitive") => {}
        Rule::More => {}
        _ => return false,
    }
    true
}

fn guess(range: &Range, phrase: &str, tree: &Tree, applied: &mut Applied) {
    if range.is_guess {
        let keys = ["minLength", "maxLength", "minimum", "maximum"];
        let read: Vec<String> =
            keys.iter().filter_map(|key| Some(format!("`{key}: {}`", tree.get(key)?))).collect();
        applied.guesses.push(format!(
            "`{}` may mean several things: read as {}",
            phrase.trim(),
            read.join(", ")
        ));
    }
}

/// A word as a value of the schema.
fn typed(tree: &Tree, word: &str) -> Option<Json> {
    let kinds = kinds(tree);
    let is_text = kinds.contains(&"string") || kinds.is_empty() && tree.has("enum");
    let of_kind = |value: &Json| match value {
        Json::Number(_) => kinds.iter().any(|kind| is_number(kind)),
        Json::Bool(_) => kinds.contains(&"boolean"),
        _ => false,
    };
    match Json::parse(word).ok().filter(of_kind) {
        Some(value) => Some(value),
        None => (is_text && word != "null").then(|| text(word)),
    }
}

/// A text that holds a list, or a list that travels as a text.
fn join(tree: &mut Tree, delimiter: &str) -> bool {
    match tree.word("type") {
        Some("array") => {
            tree.add("delimiter", text(delimiter));
        }
        Some("string") if tree.keys().all(|key| !is_rule_of_text(key)) => {
            let example = tree.remove("example").and_then(|value| value.as_str().map(str::to_owned));
            tree.set("type", text("array"));
            tree.set("items", Tree::of("string").json());
            tree.set("delimiter", text(delimiter));
            if let Some(example) = example {
                tree.set(
                    "example",
                    Json::Array(example.split(delimiter).map(|part| text(part.trim())).collect()),
                );
            }
        }
        _ => return false,
    }
    true
}

/// Whether a key says what the text looks like.
fn is_rule_of_text(key: &str) -> bool {
    ["minLength", "maxLength", "pattern", "format", "normalize", "enum"].contains(&key)
}

/// A text without the gaps that its rules have left.
fn tidy(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() || out.last().is_some_and(|last| !last.is_empty()) {
            out.push(line);
        }
    }
    out.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(word: &str, description: &str) -> String {
        let mut tree = Tree::of(word);
        let applied = read(description).apply(&mut tree);
        format!("{}{}", tree.json(), applied.notes.concat())
    }

    #[test]
    fn phrases_of_the_vendor_become_keywords() {
        for (word, description, tree) in [
            (
                "string",
                "A number.\n\nLength: 16 - 16",
                r#"{"type":"string","minLength":16,"maxLength":16,"description":"A number."}"#,
            ),
            ("string", "**Length:** 0100", r#"{"type":"string","maxLength":100}"#),
            ("integer", "Range: 110", r#"{"type":"integer","minimum":1,"maximum":10}"#),
            (
                "string",
                "Your key.\n\n**Key format:** A 32-character string matching: `^(PROD|DEV_|ROOT)[A-Za-z0-9]{28}$`  \n[Learn more](https://docs.example.com/key)",
                r#"{"type":"string","pattern":"^(PROD|DEV_|ROOT)[A-Za-z0-9]{28}$","docs":"https://docs.example.com/key","description":"Your key."}"#,
            ),
            (
                "string",
                "Caller.\nAccepted formats: IPv4 (e.g. 1.1.1.1), IPv6 (e.g. 2001:4860:4860::8888)\nNormalization:\n\n  • ::1, 0.0.0.0, localhost (or empty value) is normalized to 127.0.0.1\n  • Invalid values are rejected (the API expects a valid IP string).\n\nIf given, more is looked up. Learn more",
                r#"{"type":"string","format":"ip","normalize":{"::1":"127.0.0.1","0.0.0.0":"127.0.0.1","localhost":"127.0.0.1","":"127.0.0.1"},"description":"Caller.\n\nIf given, more is looked up."}"#,
            ),
            (
                "string",
                "Type code. Common values: delivery, billing, contact, invoice.",
                r#"{"enum":["delivery","billing","contact","invoice"],"open":true,"description":"Type code."}"#,
            ),
            ("string", "Maximum length is 16 characters.", r#"{"type":"string","maxLength":16}"#),
            ("string", "Length: max 16", r#"{"type":"string","maxLength":16}"#),
            ("string", "The default is cs.", r#"{"type":"string","default":"cs"}"#),
            ("string", "Must be one of a, b, c.", r#"{"enum":["a","b","c"]}"#),
            (
                "string",
                "Comma-separated list of fields.",
                r#"{"type":"array","items":{"type":"string"},"delimiter":","}"#,
            ),
            ("array", "Comma separated list.", r#"{"type":"array","delimiter":","}"#),
            ("number", "Range: -1.5 - 1.5", r#"{"type":"number","minimum":-1.5,"maximum":1.5}"#),
            ("integer", "Min: 1, Max: 5", r#"{"type":"integer","minimum":1,"maximum":5}"#),
            (
                "integer",
                "Default: 50 (1..200)",
                r#"{"type":"integer","default":50,"minimum":1,"maximum":200}"#,
            ),
            ("string", "Format: date-time", r#"{"type":"string","format":"date-time"}"#),
            (
                "integer",
                "It defaults to 1.",
                r#"{"type":"integer","default":1,"description":"It defaults to 1."}"#,
            ),
            ("integer", "Defaults to 1.", r#"{"type":"integer","default":1}"#),
            (
                "integer",
                "Page size. Default: 32",
                r#"{"type":"integer","default":32,"description":"Page size."}"#,
            ),
        ] {
            assert_eq!(applied(word, description), tree, "{description}");
        }
    }

    #[test]
    fn what_does_not_fit_stays_in_the_text() {
        for (word, description) in [
            ("boolean", "Length: 16 - 16"),
            ("string", "Range: 1 - 10"),
            ("Email", "Length: 16 - 16"),
            ("string", "Length: about ten"),
            ("string", "Common values: the first one, or whatever comes to mind."),
            ("array", "Default: none"),
        ] {
            let kept = Tree::of(word).with("description", text(description)).json().to_string();
            assert_eq!(applied(word, description), kept);
        }
    }

    #[test]
    fn a_contradiction_is_told() {
        let mut tree = Tree::of("string").with("maxLength", Json::Number("20".to_owned()));
        let applied = read("Length: 16 - 16").apply(&mut tree);
        assert!(applied.notes[0].contains("`maxLength: 16`, the schema 20"), "{applied:?}");
    }
}

//! Rules that hide in a description, in the phrases of the vendor, to keywords; the rest of the text stays.
//!
//! | phrase | keywords |
//! |---|---|
//! | `Length: 16 - 16`, `Length: 2424` | `minLength`, `maxLength` |
//! | `Range: 1 - 10`, `Range: -9090` | `minimum`, `maximum` |
//! | `Key format: ... ^(PROD|DEV_)...$` | `pattern` |
//! | `Accepted formats: IPv4 ..., IPv6 ...` | `format` |
//! | `::1, localhost (or empty value) is normalized to 127.0.0.1` | `normalize` |
//! | `Common values: a, b`, `Possible values: a, b` | `enum`, open for common ones |
//! | `Default: 32` | `default` |
//! | `[Learn more](https://...)` | `docs` |

mod phrase;
mod range;

use super::scalar::enumeration;
use super::tree::{Tree, number, text};
use super::{names, schema};
use crate::json::Json;
use phrase::{Piece, Rule};

/// A description, cut into what is a rule and what is not.
pub(super) struct Found {
    pieces: Vec<Piece>,
}

/// Looks for rules in a description.
pub(super) fn read(description: &str) -> Found {
    Found { pieces: phrase::pieces(&description.replace("\r\n", "\n")) }
}

impl Found {
    /// Adds what was found to a schema where it fits, and gives it what is left as its description. Says
    /// which rules contradict what is stated.
    pub(super) fn apply(self, tree: &mut Tree) -> Vec<String> {
        let mut notes = Vec::new();
        let mut rest = String::new();
        let normalizes = self.pieces.iter().any(|piece| matches!(piece.rule, Some(Rule::Normalize(_))));
        for piece in &self.pieces {
            let used = match &piece.rule {
                None => false,
                // What introduces a rule, or follows from it, goes with it.
                Some(Rule::Heading) => normalizes && is_text(tree),
                Some(Rule::Refuses) => tree.has("format"),
                Some(rule) => apply(tree, rule, &mut notes),
            };
            if !used {
                rest.push_str(&piece.text);
            }
        }
        let rest = tidy(&rest);
        if !rest.is_empty() {
            tree.set("description", text(&rest));
        }
        notes
    }

    /// What the prefixes of keys mean: `PROD (production key), DEV_ (individual developer)`.
    pub(super) fn prefixes(&self) -> Vec<(String, String)> {
        let rule = self.pieces.iter().find_map(|piece| match &piece.rule {
            Some(Rule::Prefixes(prefixes)) => Some(prefixes.clone()),
            _ => None,
        });
        rule.unwrap_or_default()
    }
}

fn is_text(tree: &Tree) -> bool {
    tree.word("type") == Some("string")
}

/// Adds one rule. Says whether the text is said by keywords now.
fn apply(tree: &mut Tree, rule: &Rule, notes: &mut Vec<String>) -> bool {
    let kind = tree.word("type").unwrap_or_default().to_owned();
    let mut put = |tree: &mut Tree, key: &str, value: Json| {
        if !tree.add(key, value.clone()) && tree.get(key) != Some(&value) {
            let stated = tree.get(key).map(Json::to_string).unwrap_or_default();
            notes.push(format!("the text says `{key}: {value}`, the schema {stated}: the schema counts"));
        }
    };
    match rule {
        Rule::Length(low, high) if is_text(tree) => {
            if *low > 0 {
                put(tree, "minLength", number(low));
            }
            put(tree, "maxLength", number(high));
        }
        Rule::Range(low, high) if ["integer", "number", "decimal"].contains(&kind.as_str()) => {
            put(tree, "minimum", Json::Number(low.clone()));
            put(tree, "maximum", Json::Number(high.clone()));
        }
        Rule::Pattern(pattern) if is_text(tree) => put(tree, "pattern", text(pattern)),
        Rule::Format(format) if is_text(tree) => put(tree, "format", text(format)),
        Rule::Normalize(pairs) if is_text(tree) => {
            let mut all = Tree::from(tree.get("normalize").cloned().unwrap_or(Json::Null));
            for (from, to) in pairs {
                all.set(from, text(to));
            }
            tree.set("normalize", all.json());
        }
        Rule::Values { values, open } if is_text(tree) && tree.keys().all(|key| !is_rule(key)) => {
            tree.remove("type");
            tree.set("enum", enumeration(values, &names::variants(values), &[]));
            let known =
                |value: &Json| value.as_str().is_some_and(|word| values.iter().any(|known| known == word));
            if *open || !["example", "default"].iter().all(|key| tree.get(key).is_none_or(known)) {
                tree.flag("open");
            }
        }
        Rule::Default(value) => {
            let value = match kind.as_str() {
                "string" => text(value),
                "integer" | "number" | "decimal" | "boolean" => match Json::parse(value) {
                    Ok(json @ (Json::Number(_) | Json::Bool(_))) => json,
                    _ => return false,
                },
                _ => return false,
            };
            put(tree, "default", value);
        }
        Rule::Link(url) if schema::is_link(url) => {
            tree.add("docs", text(url));
        }
        // The kinds of keys say it.
        Rule::Prefixes(_) if tree.is("sensitive") => {}
        Rule::More => {}
        _ => return false,
    }
    true
}

/// Whether a key says what the text looks like.
fn is_rule(key: &str) -> bool {
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
        let notes = read(description).apply(&mut tree);
        format!("{}{}", tree.json(), notes.concat())
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
        let mut tree = Tree::of("string").with("maxLength", number(20));
        let notes = read("Length: 16 - 16").apply(&mut tree);
        assert!(notes[0].contains("`maxLength: 16`, the schema 20"), "{notes:?}");
    }
}

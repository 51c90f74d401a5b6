//! Three trees to the edits that bring what changed at the source into what people have made of it.

use crate::import::tree::{members, same};
use bizkit_spec::json::Json;
use std::collections::BTreeSet;

/// A change of one file, at a path of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Edit {
    /// Sets a key; `after` is the key that stands before it at the source.
    Set { path: Vec<String>, value: Json, after: Option<String> },
    /// Takes a key out.
    Remove { path: Vec<String> },
}

/// Where both sides changed, or where nobody knows who did: the file stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) path: Vec<String>,
    pub(crate) source: Option<Json>,
}

/// Keys that hold prose, which people write in their own words.
const PROSE: [&str; 6] = ["summary", "description", "docs", "example", "examples", "title"];

/// Keys whose members have names of their own.
const NAMED: [&str; 6] = ["parameters", "properties", "responses", "oneOf", "enum", "types"];

/// What has to change in `ours` so that it says what is new in `theirs`. Without `base`, things that are not there
/// are added, and nothing else is touched.
pub(crate) fn merge(
    base: Option<&Json>,
    ours: &Json,
    theirs: &Json,
    keep_all: bool,
) -> (Vec<Edit>, Vec<Clash>) {
    let mut merge = Merge { edits: Vec::new(), clashes: Vec::new(), keep_all };
    merge.objects(base, ours, theirs, &mut Vec::new());
    (merge.edits, merge.clashes)
}

struct Merge {
    edits: Vec<Edit>,
    clashes: Vec<Clash>,
    /// Whether what the source has no more may have been left out on purpose.
    keep_all: bool,
}

impl Merge {
    fn objects(&mut self, base: Option<&Json>, ours: &Json, theirs: &Json, path: &mut Vec<String>) {
        let mut seen = BTreeSet::new();
        let mut before: Option<String> = None;
        let all = members(theirs).iter().chain(members(ours)).chain(base.map(members).unwrap_or_default());
        for (key, _) in all {
            if !seen.insert(key.as_str()) {
                continue;
            }
            path.push(key.clone());
            let (b, o, t) = (base.and_then(|base| base.get(key)), ours.get(key), theirs.get(key));
            match base {
                Some(_) => self.known(b, o, t, path, before.clone()),
                None => self.unknown(o, t, path, before.clone()),
            }
            path.pop();
            if o.is_some() || t.is_some() {
                before = Some(key.clone());
            }
        }
    }

    /// The last import is known.
    fn known(
        &mut self,
        b: Option<&Json>,
        o: Option<&Json>,
        t: Option<&Json>,
        path: &mut Vec<String>,
        after: Option<String>,
    ) {
        let same = |one: Option<&Json>, other: Option<&Json>| match (one, other) {
            (Some(one), Some(other)) => same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        if same(t, b) || same(o, t) {
            return;
        }
        if same(o, b) {
            return match (o, t) {
                (Some(ours @ Json::Object(_)), Some(theirs @ Json::Object(_))) => {
                    self.objects(b, ours, theirs, path);
                }
                (_, Some(value)) => {
                    self.edits.push(Edit::Set { path: path.clone(), value: value.clone(), after });
                }
                (_, None) if self.keep_all && path.len() == 1 => {}
                (_, None) => self.edits.push(Edit::Remove { path: path.clone() }),
            };
        }
        match (listed(b), listed(o), listed(t)) {
            (base, Some(Json::Object(ours)), Some(Json::Object(theirs))) => {
                let (ours, theirs) = (Json::Object(ours), Json::Object(theirs));
                let empty = Json::Object(Vec::new());
                self.objects(Some(base.as_ref().unwrap_or(&empty)), &ours, &theirs, path);
            }
            _ => self.clashes.push(Clash { path: path.clone(), source: t.cloned() }),
        }
    }

    /// The file was written by people: nothing tells whether they or the source differ.
    fn unknown(&mut self, o: Option<&Json>, t: Option<&Json>, path: &mut Vec<String>, after: Option<String>) {
        let named = path.len() > 1 && NAMED.contains(&path[path.len() - 2].as_str());
        match (o, t) {
            (None, Some(value)) if named => {
                self.edits.push(Edit::Set { path: path.clone(), value: value.clone(), after });
            }
            (_, None) => {}
            (None, Some(value)) => {
                let key = path.last().map(String::as_str).unwrap_or_default();
                if !PROSE.contains(&key) {
                    self.clashes.push(Clash { path: path.clone(), source: Some(value.clone()) });
                }
            }
            (Some(ours @ Json::String(_)), Some(theirs @ Json::Object(_))) => {
                // A type alone, which is short for a schema.
                let ours = Json::Object(vec![("type".to_owned(), ours.clone())]);
                self.objects(None, &ours, theirs, path);
            }
            (Some(ours), Some(theirs)) => {
                let key = path.last().map(String::as_str).unwrap_or_default();
                if same(ours, theirs) || PROSE.contains(&key) && !named {
                    return;
                }
                match (listed(Some(ours)), listed(Some(theirs))) {
                    (Some(Json::Object(ours)), Some(Json::Object(theirs))) => {
                        self.objects(None, &Json::Object(ours), &Json::Object(theirs), path);
                    }
                    _ => self.clashes.push(Clash { path: path.clone(), source: Some(theirs.clone()) }),
                }
            }
        }
    }
}

/// A list of words is a mapping of words to nothing: both forms of `enum`.
fn listed(value: Option<&Json>) -> Option<Json> {
    match value? {
        Json::Array(items) if items.iter().all(|item| matches!(item, Json::String(_))) => {
            let words = items.iter().filter_map(Json::as_str).map(|word| (word.to_owned(), Json::Null));
            Some(Json::Object(words.collect()))
        }
        other => Some(other.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Edits and clashes as texts: `set a.b 1`, `remove a`, `clash a`.
    fn merged(base: Option<&str>, ours: &str, theirs: &str) -> Vec<String> {
        let read = |text: &str| Json::parse(text).unwrap();
        let (edits, clashes) = merge(base.map(read).as_ref(), &read(ours), &read(theirs), false);
        let edits = edits.iter().map(|edit| match edit {
            Edit::Set { path, value, .. } => format!("set {} {value}", path.join(".")),
            Edit::Remove { path } => format!("remove {}", path.join(".")),
        });
        edits.chain(clashes.iter().map(|clash| format!("clash {}", clash.path.join(".")))).collect()
    }

    #[test]
    fn what_one_side_changed_counts_and_what_both_changed_is_told() {
        for (base, ours, theirs, result) in [
            (r#"{"a":1}"#, r#"{"a":1}"#, r#"{"a":2}"#, &["set a 2"][..]),
            (r#"{"a":1}"#, r#"{"a":3}"#, r#"{"a":1}"#, &[]),
            (r#"{"a":1}"#, r#"{"a":3}"#, r#"{"a":2}"#, &["clash a"]),
            (r#"{"a":1}"#, r#"{"a":2}"#, r#"{"a":2}"#, &[]),
            (r#"{"a":1}"#, r#"{"a":1}"#, "{}", &["remove a"]),
            (r#"{"a":1}"#, r#"{"a":3}"#, "{}", &["clash a"]),
            (r#"{"a":1}"#, "{}", r#"{"a":1}"#, &[]),
            (r#"{"a":1}"#, "{}", r#"{"a":2}"#, &["clash a"]),
            (r#"{"p":{"x":1}}"#, r#"{"p":{"x":1,"y":2}}"#, r#"{"p":{"x":3}}"#, &["set p.x 3"]),
            (r#"{"enum":["a"]}"#, r#"{"enum":{"a":"It."}}"#, r#"{"enum":["a","b"]}"#, &["set enum.b null"]),
        ] {
            assert_eq!(merged(Some(base), ours, theirs), result, "{base} {ours} {theirs}");
        }
    }

    #[test]
    fn without_a_base_only_what_has_a_name_is_added() {
        for (ours, theirs, result) in [
            (
                r#"{"properties":{"a":{"type":"A"}}}"#,
                r#"{"properties":{"a":{"type":"A"},"b":{"type":"B"}}}"#,
                &[r#"set properties.b {"type":"B"}"#][..],
            ),
            (
                r#"{"properties":{"a":{}}}"#,
                r#"{"properties":{"a":{"maxLength":1,"description":"d"}}}"#,
                &["clash properties.a.maxLength"],
            ),
            (r#"{"summary":"ours","retry":"never"}"#, r#"{"summary":"theirs"}"#, &[]),
        ] {
            assert_eq!(merged(None, ours, theirs), result, "{ours} {theirs}");
        }
    }
}

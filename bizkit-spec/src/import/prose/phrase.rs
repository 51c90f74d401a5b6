//! A description to pieces, each with the rule that it states.

use super::range::range;

/// A part of the text; all parts joined are the text.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) rule: Option<Rule>,
}

pub(super) enum Rule {
    Length(u64, u64),
    Range(String, String),
    Pattern(String),
    Format(&'static str),
    Normalize(Vec<(String, String)>),
    Values {
        values: Vec<String>,
        open: bool,
    },
    Default(String),
    Prefixes(Vec<(String, String)>),
    Link(String),
    /// `Learn more` that has lost its link.
    More,
    /// `Normalization:`
    Heading,
    /// That other values are refused, which a format says by itself.
    Refuses,
}

/// Cuts a text into sentences and lines.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for line in text.split_inclusive('\n') {
        // A rule may take a line as a whole, which may hold points and brackets.
        // What a link stands behind is a rule of its own.
        let line = match line.split_once("[Learn more](") {
            Some((before, _)) if matches!(rule(before), Some(Rule::Prefixes(_))) => {
                pieces.push(Piece { text: before.to_owned(), rule: rule(before) });
                &line[before.len()..]
            }
            _ => line,
        };
        match rule(line) {
            Some(found) => pieces.push(Piece { text: line.to_owned(), rule: Some(found) }),
            None => sentences(line, &mut pieces),
        }
    }
    pieces
}

fn sentences(line: &str, pieces: &mut Vec<Piece>) {
    let mut start = 0;
    let ends = line.match_indices(". ").map(|(at, _)| at + 1).chain([line.len()]);
    for end in ends {
        let sentence = &line[start..end];
        start = end;
        match link(sentence) {
            Some((before, url, after)) => {
                pieces.push(Piece { text: before.to_owned(), rule: None });
                pieces.push(Piece { text: String::new(), rule: Some(Rule::Link(url)) });
                pieces.push(Piece { text: after.to_owned(), rule: None });
            }
            None => pieces.push(Piece { text: sentence.to_owned(), rule: rule(sentence) }),
        }
    }
}

/// What a line or a sentence says, marks of Markdown left aside.
fn rule(sentence: &str) -> Option<Rule> {
    let bare = sentence.trim().trim_start_matches(['•', '*', '-', ' ']).replace("**", "");
    let bare = bare.trim();
    if bare == "Learn more" {
        return Some(Rule::More);
    }
    if ["Normalization:", "Normalisation:"].contains(&bare) {
        return Some(Rule::Heading);
    }
    if bare.starts_with("Invalid values are rejected") {
        return Some(Rule::Refuses);
    }
    if let Some(rule) = normalized(bare) {
        return Some(rule);
    }
    let (label, value) = bare.split_once(':')?;
    let value = value.trim();
    match label.trim().to_ascii_lowercase().as_str() {
        "length" => {
            let (low, high) = range(value)?;
            Some(Rule::Length(u64::try_from(low).ok()?, u64::try_from(high).ok()?))
        }
        "range" => range(value).map(|(low, high)| Rule::Range(low.to_string(), high.to_string())),
        "key format" | "pattern" | "format" => {
            let start = value.find('^')?;
            let end = value.rfind('$').filter(|end| *end > start)?;
            Some(Rule::Pattern(value[start..=end].to_owned()))
        }
        "accepted formats" | "accepted format" => format(value).map(Rule::Format),
        "common values" | "typical values" => values(value, true),
        "possible values" | "allowed values" | "valid values" | "one of" | "values" => values(value, false),
        "default" | "default value" => {
            let value = value.trim_end_matches('.').trim_matches('`');
            let plain = !value.is_empty() && !value.contains(char::is_whitespace);
            plain.then(|| Rule::Default(value.to_owned()))
        }
        "prefixes" => Some(Rule::Prefixes(prefixes(value)))
            .filter(|rule| !matches!(rule, Rule::Prefixes(list) if list.is_empty())),
        _ => None,
    }
}

/// `::1, localhost (or empty value) is normalized to 127.0.0.1`
fn normalized(sentence: &str) -> Option<Rule> {
    let (from, to) = ["is", "are"].iter().find_map(|verb| {
        ["normalized", "normalised", "converted"]
            .iter()
            .find_map(|word| sentence.split_once(&format!(" {verb} {word} to ")))
    })?;
    let to = to.trim().trim_end_matches('.').trim_matches(['`', '"']);
    if to.is_empty() || to.contains(char::is_whitespace) {
        return None;
    }
    let empty = ["(or empty value)", "(or empty)", "(or an empty value)"];
    let has_empty = empty.iter().any(|words| from.contains(words));
    let from = empty.iter().fold(from.to_owned(), |from, words| from.replace(words, ""));
    let mut pairs: Vec<(String, String)> = Vec::new();
    for word in from.split([',']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" and ")) {
        let word = word.trim().trim_matches(['`', '"']);
        if word.is_empty() || word.contains(char::is_whitespace) {
            return None;
        }
        pairs.push((word.to_owned(), to.to_owned()));
    }
    if has_empty {
        pairs.push((String::new(), to.to_owned()));
    }
    (!pairs.is_empty()).then_some(Rule::Normalize(pairs))
}

/// `IPv4 (e.g. 1.1.1.1), IPv6 (e.g. ...)`
fn format(value: &str) -> Option<&'static str> {
    let lower = value.to_ascii_lowercase();
    let has = |word: &str| lower.contains(word);
    match () {
        () if has("ipv4") && has("ipv6") => Some("ip"),
        () if has("ipv4") => Some("ipv4"),
        () if has("ipv6") => Some("ipv6"),
        () if has("e-mail") || has("email") => Some("email"),
        () if has("uuid") => Some("uuid"),
        () if has("url") => Some("uri"),
        () if has("iso 8601") && has("time") => Some("date-time"),
        () => None,
    }
}

/// Words between commas, bars or slashes.
fn values(list: &str, open: bool) -> Option<Rule> {
    let list = list.trim_end_matches('.');
    let mut values: Vec<String> = Vec::new();
    for word in
        list.split([',', '|']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" and "))
    {
        let word = word.trim().trim_matches(['`', '"', '\'']);
        let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
        if word.is_empty() || !plain || values.iter().any(|known| known == word) {
            return None;
        }
        values.push(word.to_owned());
    }
    (values.len() > 1).then_some(Rule::Values { values, open })
}

/// `PROD (production key), DEV_ (individual developer)`; `PROD`: production key
fn prefixes(list: &str) -> Vec<(String, String)> {
    list.split("),")
        .filter_map(|part| {
            let (prefix, meaning) = part.split_once('(')?;
            let meaning = meaning.split(')').next()?;
            Some((prefix.trim().trim_matches('`').to_owned(), meaning.trim().to_owned()))
        })
        .filter(|(prefix, _)| !prefix.is_empty() && !prefix.contains(char::is_whitespace))
        .collect()
}

/// `... [Learn more](https://...) ...` to what stands before, the link and what stands after.
fn link(sentence: &str) -> Option<(&str, String, &str)> {
    let (before, rest) = sentence.split_once("[Learn more](")?;
    let (url, after) = rest.split_once(')')?;
    Some((before, url.to_owned(), after))
}

//! What stands behind a label: one word, several, a format, what a text becomes.

use super::phrase::Rule;

/// One word.
pub(crate) fn plain(value: &str) -> Option<String> {
    let value = value.trim().trim_end_matches('.').trim_matches(['`', '"', '\'']);
    (!value.is_empty() && !value.contains(char::is_whitespace) && !value.contains(','))
        .then(|| value.to_owned())
}

/// `::1, localhost (or empty value) is normalized to 127.0.0.1`
pub(crate) fn normalized(sentence: &str) -> Option<Rule> {
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

/// A format by its own name: `date-time`, `ISO 8601 date`.
pub(crate) fn format_word(value: &str) -> Option<&'static str> {
    let lower = value.trim_matches(['`', '.', ' ']).to_ascii_lowercase();
    let words = [
        ("date-time", "date-time"),
        ("datetime", "date-time"),
        ("iso 8601", "date-time"),
        ("rfc 3339", "date-time"),
        ("date", "date"),
        ("yyyy-mm-dd", "date"),
        ("iso 8601 date", "date"),
        ("email", "email"),
        ("e-mail", "email"),
        ("uuid", "uuid"),
        ("uri", "uri"),
        ("url", "uri"),
        ("ip", "ip"),
        ("ipv4", "ipv4"),
        ("ipv6", "ipv6"),
        ("phone", "phone"),
        ("html", "html"),
    ];
    words.iter().find(|(word, _)| *word == lower).map(|(_, format)| *format)
}

/// `IPv4 (e.g. 1.1.1.1), IPv6 (e.g. ...)`
pub(crate) fn format(value: &str) -> Option<&'static str> {
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
pub(crate) fn values(list: &str, open: bool) -> Option<Rule> {
    let list = list.trim_end_matches('.');
    let mut values: Vec<String> = Vec::new();
    for word in
        list.split([',', '|']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" and "))
    {
        let word =
            word.trim().trim_start_matches("or ").trim_matches(['`', '"', '\'', '\u{201c}', '\u{201d}']);
        let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
        if word.is_empty() || !plain || values.iter().any(|known| known == word) {
            return None;
        }
        values.push(word.to_owned());
    }
    (values.len() > 1).then_some(Rule::Values { values, open })
}

/// `PROD (production key), DEV_ (individual developer)`; `PROD`: production key
pub(crate) fn prefixes(list: &str) -> Vec<(String, String)> {
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
pub(crate) fn link(sentence: &str) -> Option<(&str, String, &str)> {
    let (before, rest) = sentence.split_once("[Learn more](")?;
    let (url, after) = rest.split_once(')')?;
    Some((before, url.to_owned(), after))
}

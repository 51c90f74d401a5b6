//! Names that the spec language takes, made from whatever a document writes.

use bizkit_spec::name::Name;
use std::collections::BTreeSet;

/// A type's name in UpperCamelCase that reads back as itself; `None` where no letter remains.
pub(in crate::import) fn type_name(text: &str) -> Option<String> {
    let mut name = Name::new(text)?.pascal();
    // Casing may join words (`A1B`), which are other words when they are read again.
    for _ in 0..4 {
        let again = Name::new(&name)?.pascal();
        if again == name {
            break;
        }
        name = again;
    }
    name.starts_with(|c: char| c.is_ascii_uppercase()).then_some(name)
}

/// The first of `name`, `name2`, `name3`, ... that is free; takes it.
pub(in crate::import) fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut count = 2;
    while !taken.insert(candidate.clone()) {
        candidate = type_name(&format!("{name}{count}")).unwrap_or_else(|| format!("{name}{count}"));
        count += 1;
    }
    candidate
}

/// A Rust name for a member, where the one made from its wire name is taken or cannot be made.
pub(in crate::import) fn member(wire: &str, taken: &mut BTreeSet<String>) -> Option<String> {
    if let Some(name) = Name::new(wire)
        && taken.insert(name.snake().to_owned())
    {
        return None;
    }
    let spelled = Name::new(&spell(wire)).map_or_else(|| "field".to_owned(), |name| name.snake().to_owned());
    let mut candidate = spelled.clone();
    let mut count = 2;
    while Name::new(&candidate).is_none_or(|name| !taken.insert(name.snake().to_owned())) {
        candidate = format!("{spelled}_{count}");
        count += 1;
    }
    Some(candidate)
}

/// Variants for the values of an enum: `None` where the value itself makes a name.
pub(in crate::import) fn variants(values: &[String]) -> Vec<Option<String>> {
    let mut taken = BTreeSet::new();
    values
        .iter()
        .map(|value| {
            // Variants are compared as Rust writes them, where `1.0` and `10` are one.
            let plain = Name::new(value).filter(|_| !value.starts_with(['+', '-']));
            if plain.is_some_and(|name| taken.insert(name.pascal())) {
                return None;
            }
            let spelled = type_name(&spell(value)).unwrap_or_else(|| "Value".to_owned());
            let mut candidate = spelled.clone();
            let mut count = 2;
            while Name::new(&candidate).is_none_or(|name| !taken.insert(name.pascal())) {
                candidate = format!("{spelled}{count}");
                count += 1;
            }
            Some(candidate)
        })
        .collect()
}

/// A text with its signs in words.
fn spell(text: &str) -> String {
    if text.is_empty() {
        return "empty".to_owned();
    }
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        let word = match c {
            '+' => "plus",
            '-' if at == 0 => "minus",
            '*' => "star",
            '=' => "equal",
            '<' => "less",
            '>' => "greater",
            '!' => "not",
            '&' => "and",
            '%' => "percent",
            '#' => "hash",
            '@' => "at",
            '/' => "slash",
            '$' => "dollar",
            '.' => "dot",
            ' ' if text.trim().is_empty() => "space",
            _ => {
                out.push(c);
                continue;
            }
        };
        out.extend(["_", word, "_"]);
    }
    out
}

/// One of several: `groups` -> `group`, `runningSubscriptionList` -> `runningSubscription`.
pub(in crate::import) fn singular(word: &str) -> String {
    for ending in ["List", "_list", "Items", "_items", "Array"] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| !rest.is_empty()) {
            return singular(rest);
        }
    }
    let lower = word.to_ascii_lowercase();
    let cut = |count: usize| word[..word.len() - count].to_owned();
    match lower.as_str() {
        "children" => cut(3),
        "people" => "person".to_owned(),
        _ if lower.ends_with("ies") && lower.len() > 4 => format!("{}y", cut(3)),
        _ if ["sses", "xes", "ches", "shes"].iter().any(|ending| lower.ends_with(ending)) => cut(2),
        _ if lower.ends_with('s')
            && !lower.ends_with("ss")
            && !lower.ends_with("us")
            && !lower.ends_with("is") =>
        {
            cut(1)
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_types_read_back_as_themselves() {
        for text in ["foo-bar", "HTTPError", "a_1_b", "v1Pod", "io.k8s.api.core.v1.Pod", "2fa", "Ñandú"] {
            let name = type_name(text).unwrap();
            assert_eq!(Name::new(&name).unwrap().pascal(), name, "{text}");
        }
        assert_eq!(type_name("$"), None);
        let mut taken = BTreeSet::new();
        assert_eq!([free("Pet", &mut taken), free("Pet", &mut taken)], ["Pet", "Pet2"]);
    }

    #[test]
    fn signs_get_words_where_names_would_meet() {
        let values = ["+1", "-1", "asc", "ASC", "", "*", "1"].map(str::to_owned);
        let named: Vec<_> = variants(&values).into_iter().map(Option::unwrap_or_default).collect();
        assert_eq!(named, ["Plus1", "Minus1", "", "Asc2", "Empty", "Star", ""]);
        let mut taken = BTreeSet::new();
        assert_eq!(member("+1", &mut taken), None);
        assert_eq!(member("-1", &mut taken).as_deref(), Some("minus_1"));
    }

    #[test]
    fn lists_tell_what_one_element_is() {
        for (many, one) in [
            ("groups", "group"),
            ("runningSubscriptionList", "runningSubscription"),
            ("categories", "category"),
            ("addresses", "address"),
            ("boxes", "box"),
            ("status", "status"),
            ("children", "child"),
            ("order_items", "order"),
        ] {
            assert_eq!(singular(many), one);
        }
    }
}

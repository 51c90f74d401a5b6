//! Prose of the spec to `#[doc]` attributes, with the rules told in words. Foreign text comes in through
//! `bizkit_spec::prose`, and nowhere else.

use bizkit_spec::Api;
use bizkit_spec::json::Json;
use bizkit_spec::model::{
    ArrayType, BooleanType, Bound, Constraint, Deprecated, Field, IntegerType, Kind, MapType, Normalize,
    NumberType, ObjectType, Schema, Seen, StringType, TextNumber,
};
use bizkit_spec::prose::{code, inline, link, sentence};
use proc_macro2::TokenStream;
use quote::quote;

/// One attribute for all lines: attributes are a good part of what the compiler reads.
pub(super) fn attributes(lines: &[String]) -> TokenStream {
    let text = indented(lines);
    quote!(#[doc = #text])
}

/// The same inside of a module, where links reach its items.
pub(super) fn inner(lines: &[String]) -> TokenStream {
    let text = indented(lines);
    quote!(#![doc = #text])
}

fn indented(lines: &[String]) -> String {
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        if !line.is_empty() {
            text.push(' ');
            text.push_str(line);
        }
    }
    text
}

/// The attributes of one text.
pub(super) fn text(text: &str) -> TokenStream {
    attributes(&text.lines().map(str::to_owned).collect::<Vec<_>>())
}

/// The documentation of a named type: what it is, its rules in words, an example, the vendor's page.
pub(super) fn named_type(fallback: &str, schema: &Schema) -> Vec<String> {
    let mut lines = Vec::new();
    paragraph(&mut lines, &schema.description.as_deref().map_or_else(|| fallback.to_owned(), sentence));
    constraints(&mut lines, schema);
    facts(&mut lines, schema);
    lines
}

/// The documentation of a member. Where it refers to a type, `resolved` is the type. A public field leaves the
/// type's rules to the type's page; a setter, which takes plain text, repeats them.
pub(super) fn member(fallback: &str, schema: &Schema, resolved: &Schema, is_setter: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let described = schema.description.as_deref().or(resolved.description.as_deref());
    paragraph(&mut lines, &described.map_or_else(|| fallback.to_owned(), sentence));
    if is_setter || !matches!(schema.kind, Kind::Ref(_)) {
        constraints(&mut lines, resolved);
    }
    facts(&mut lines, schema);
    lines
}

/// The rules in words, and what happens before they are asked.
fn constraints(lines: &mut Vec<String>, schema: &Schema) {
    if let Some(rules) = rules(schema) {
        paragraph(lines, &format!("{}.", capitalised(&rules)));
    }
    if let Kind::String(text) = &schema.kind {
        paragraph(lines, &normalisation(&text.normalize));
    }
}

/// Example, default and link.
fn facts(lines: &mut Vec<String>, schema: &Schema) {
    // What the value is and what it is for comes before; whether it is there and shown, its Rust type says.
    let Schema {
        kind: _,
        nullable: _,
        sensitive: _,
        description: _,
        example,
        default,
        deprecated: _,
        docs,
        seen: known,
    } = schema;
    let example = example.as_ref().map(|example| format!("Example: {}.", code(&plain(example))));
    let default = default
        .as_ref()
        .map(|value| format!("The server assumes {} where none is given.", code(&plain(value))));
    let facts: Vec<String> = example.into_iter().chain(default).collect();
    paragraph(lines, &facts.join(" "));
    vendor(lines, docs.as_deref());
    seen(lines, *known);
}

/// The link to the vendor's page.
pub(super) fn vendor(lines: &mut Vec<String>, page: Option<&str>) {
    if let Some(page) = page {
        paragraph(lines, &link("Documentation of the vendor", page));
    }
}

/// How something is known.
pub(super) fn seen(lines: &mut Vec<String>, seen: Option<Seen>) {
    if let Some(seen) = seen {
        paragraph(lines, &seen.sentence());
    }
}

/// What a value is, or several of them, in a few words.
pub(super) fn kind(api: &Api, schema: &Schema, several: bool) -> String {
    let (one, many) = match &schema.kind {
        Kind::String(_) => ("text", "texts"),
        Kind::Integer(_) => ("an integer", "integers"),
        Kind::Number(_) => ("a number", "numbers"),
        Kind::Decimal(_) => ("an exact decimal", "exact decimals"),
        Kind::Boolean(_) => ("`true` or `false`", "`true` or `false`"),
        Kind::Binary => ("bytes", "bytes"),
        Kind::Array(list) => {
            let lists = if several { "lists" } else { "a list" };
            return format!("{lists} of {}", kind(api, &list.items, true));
        }
        Kind::Map(map) => {
            let maps = if several { "maps" } else { "a map" };
            return format!("{maps} to {}", kind(api, &map.values, true));
        }
        Kind::Ref(id) => return code(&api.type_def(*id).name.pascal()),
        Kind::Json | Kind::Object(_) | Kind::Enum(_) | Kind::Union(_) => ("any JSON", "any JSON"),
    };
    (if several { many } else { one }).to_owned()
}

/// Adds text behind an empty line.
pub(super) fn paragraph(lines: &mut Vec<String>, text: &str) {
    if text.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(text.lines().map(str::to_owned));
}

/// `#[deprecated]` with its note.
pub(super) fn deprecation(deprecated: Option<&Deprecated>) -> Option<TokenStream> {
    Some(match &deprecated?.note {
        Some(note) => {
            let note = inline(note);
            quote!(#[deprecated(note = #note)])
        }
        None => quote!(#[deprecated]),
    })
}

/// The rules over several members in words, a line each.
pub(super) fn groups(groups: &[Constraint], fields: &[&Field]) -> String {
    let line = |group: &Constraint| {
        let names: Vec<String> = group.members.iter().map(|member| code(&member.of(fields).wire)).collect();
        group.rule.sentence(&names, |names| listed(names, "and"))
    };
    groups.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A string without its quotes, everything else as JSON.
fn plain(value: &Json) -> String {
    value.as_str().filter(|text| !text.is_empty()).map_or_else(|| value.to_string(), str::to_owned)
}

/// The rules of one value in words, without a full stop; `None` where there are none.
pub(super) fn rules(schema: &Schema) -> Option<String> {
    let mut parts = Vec::new();
    match &schema.kind {
        Kind::String(text) => text_rules(text, &mut parts),
        Kind::Integer(number) => integer_rules(number, &mut parts),
        Kind::Number(number) | Kind::Decimal(number) => number_rules(number, &mut parts),
        Kind::Array(array) => {
            let ArrayType { items, min_items, max_items, unique, delimiter } = &**array;
            parts.extend(counted(*min_items, *max_items, "element"));
            if *unique {
                parts.push("no two elements are equal".to_owned());
            }
            if let Some(delimiter) = delimiter {
                parts.push(format!("sent as one text with {} in between", code(&delimiter.to_string())));
            }
            parts.extend(rules(items).map(|rules| format!("each element: {rules}")));
        }
        Kind::Map(map) => {
            let MapType { values, min_properties, max_properties } = &**map;
            parts.extend(counted(*min_properties, *max_properties, "entry"));
            parts.extend(rules(values).map(|rules| format!("each value: {rules}")));
        }
        Kind::Union(union) => {
            if let Some(number) = union.number_in_text() {
                parts.push("a number, as it is or as text".to_owned());
                number_in_text(number, &mut parts);
            }
        }
        // Rules over several fields are sentences of their own, see `groups`; how JSON carries a value is nothing that
        // a caller sees.
        Kind::Object(ObjectType { fields: _, additional_properties: _, constraints: _, observed: _ })
        | Kind::Boolean(BooleanType { as_string: _ })
        | Kind::Json
        | Kind::Binary
        | Kind::Ref(_)
        | Kind::Enum(_) => {}
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn text_rules(text: &StringType, parts: &mut Vec<String>) {
    // What happens before the rules stands in a paragraph of its own.
    let StringType { min_length, max_length, pattern, format, normalize: _, number } = text;
    parts.extend(counted(*min_length, *max_length, "character"));
    parts.extend(format.map(|format| format.description().to_owned()));
    parts.extend(pattern.as_ref().map(|pattern| format!("matches {}", code(pattern.source()))));
    if let Some(number) = number {
        parts.push("a number as text".to_owned());
        number_in_text(number, parts);
    }
}

fn number_in_text(number: &TextNumber, parts: &mut Vec<String>) {
    match number {
        TextNumber::Integer(number) => integer_rules(number, parts),
        TextNumber::Number(number) => number_rules(number, parts),
    }
}

/// What happens to a text before it is checked, as sentences.
fn normalisation(steps: &[Normalize]) -> String {
    let named = |text: &str| if text.is_empty() { "the empty text".to_owned() } else { code(text) };
    let mut sentences = Vec::new();
    for step in steps {
        match step {
            Normalize::Trim => sentences.push("White space at both ends is removed.".to_owned()),
            Normalize::Lowercase => sentences.push("Upper case becomes lower case.".to_owned()),
            Normalize::Uppercase => sentences.push("Lower case becomes upper case.".to_owned()),
            Normalize::Phone => {
                sentences
                    .push("Other spellings of a telephone number are converted to this form.".to_owned());
            }
            Normalize::Replace(pairs) => {
                let mut targets: Vec<&str> = Vec::new();
                for (_, to) in pairs {
                    if !targets.contains(&to.as_str()) {
                        targets.push(to);
                    }
                }
                for target in targets {
                    let from = pairs.iter().filter(|(_, to)| to == target).map(|(from, _)| named(from));
                    let from: Vec<String> = from.collect();
                    let verb = if from.len() == 1 { "becomes" } else { "become" };
                    sentences.push(format!(
                        "{} {verb} {}.",
                        capitalised(&listed(&from, "and")),
                        named(target)
                    ));
                }
            }
        }
    }
    sentences.join(" ")
}

/// `a, b and c`
fn listed(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

fn integer_rules(number: &IntegerType, parts: &mut Vec<String>) {
    let IntegerType { minimum, maximum, multiple_of, allowed, as_string: _ } = number;
    match (minimum, maximum) {
        (Some(least), Some(most)) => parts.push(format!("from {least} to {most}")),
        (Some(least), None) => parts.push(format!("{least} or more")),
        (None, Some(most)) => parts.push(format!("{most} or less")),
        (None, None) => {}
    }
    parts.extend(multiple_of.map(|step| format!("a multiple of {step}")));
    if !allowed.is_empty() {
        let values: Vec<String> = allowed.iter().map(ToString::to_string).collect();
        parts.push(format!("one of {}", values.join(", ")));
    }
}

fn number_rules(number: &NumberType, parts: &mut Vec<String>) {
    let NumberType { minimum, maximum, max_scale, as_string: _ } = number;
    let bound = |bound: &Bound, inside: &str, outside: &str| {
        if bound.exclusive {
            format!("{outside} {}", bound.value)
        } else {
            format!("{} {inside}", bound.value)
        }
    };
    parts.extend(minimum.as_ref().map(|least| bound(least, "or more", "more than")));
    parts.extend(maximum.as_ref().map(|most| bound(most, "or less", "less than")));
    match max_scale {
        Some(0) => parts.push("a whole number".to_owned()),
        Some(1) => parts.push("at most 1 digit behind the point".to_owned()),
        Some(digits) => parts.push(format!("at most {digits} digits behind the point")),
        None => {}
    }
}

fn counted(least: Option<u64>, most: Option<u64>, noun: &str) -> Option<String> {
    let nouns = |count: u64| match (count, noun) {
        (1, _) => noun.to_owned(),
        (_, "entry") => "entries".to_owned(),
        _ => format!("{noun}s"),
    };
    Some(match (least.filter(|least| *least > 0), most) {
        (Some(least), Some(most)) if least == most => format!("exactly {least} {}", nouns(least)),
        (Some(least), Some(most)) => format!("{least} to {most} {}", nouns(most)),
        (Some(least), None) => format!("at least {least} {}", nouns(least)),
        (None, Some(most)) => format!("at most {most} {}", nouns(most)),
        (None, None) => return None,
    })
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

//! A description to pieces, each with the rule that it states.

use super::range::{Range, number, range};
use super::value::{format, format_word, link, normalized, plain, prefixes, values};

/// A part of the text; all parts joined are the text.
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) rule: Option<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rule {
    Length(Range),
    Range(Range),
    Pattern(String),
    Format(&'static str),
    Normalize(Vec<(String, String)>),
    Values {
        values: Vec<String>,
        open: bool,
    },
    Default(String),
    Example(String),
    /// A list in one text, with what stands between its elements.
    Joined(&'static str),
    /// The parameter without which this one means nothing.
    Together(String),
    Prefixes(Vec<(String, String)>),
    Link(String),
    /// `Learn more` that has lost its link.
    More,
    /// `Normalization:`
    Heading,
    /// That other values are refused, which a format says by itself.
    Refuses,
    /// In the middle of a sentence, which stays.
    Also(Box<Rule>),
    /// Several in one sentence.
    Both(Box<Rule>, Box<Rule>),
}

/// What a label says of the text behind it.
#[derive(Clone, Copy)]
enum Label {
    Length,
    MinLength,
    MaxLength,
    Range,
    Minimum,
    Maximum,
    Format,
    Formats,
    Common,
    Values,
    Default,
    Example,
    Prefixes,
    /// Which characters a text may have, in words.
    Characters,
    Other,
}

const LABELS: [(&str, Label); 46] = [
    ("length", Label::Length),
    ("min length", Label::MinLength),
    ("minimum length", Label::MinLength),
    ("minlength", Label::MinLength),
    ("max length", Label::MaxLength),
    ("maximum length", Label::MaxLength),
    ("maxlength", Label::MaxLength),
    ("range", Label::Range),
    ("min", Label::Minimum),
    ("minimum", Label::Minimum),
    ("minimum value", Label::Minimum),
    ("max", Label::Maximum),
    ("maximum", Label::Maximum),
    ("maximum value", Label::Maximum),
    ("format", Label::Format),
    ("key format", Label::Format),
    ("pattern", Label::Format),
    ("regex", Label::Format),
    ("accepted formats", Label::Formats),
    ("accepted format", Label::Formats),
    ("common values", Label::Common),
    ("typical values", Label::Common),
    ("possible values", Label::Values),
    ("allowed values", Label::Values),
    ("accepted values", Label::Values),
    ("valid values", Label::Values),
    ("available values", Label::Values),
    ("supported values", Label::Values),
    ("options", Label::Values),
    ("one of", Label::Values),
    ("must be one of", Label::Values),
    ("can be one of", Label::Values),
    ("enum", Label::Values),
    ("values", Label::Values),
    ("default", Label::Default),
    ("default value", Label::Default),
    ("defaults to", Label::Default),
    ("example", Label::Example),
    ("example value", Label::Example),
    ("prefixes", Label::Prefixes),
    ("normalization", Label::Other),
    ("normalisation", Label::Other),
    ("allowed characters", Label::Characters),
    ("note", Label::Other),
    ("warning", Label::Other),
    ("examples", Label::Other),
];

/// How sentences begin that state a rule without a label.
const PHRASES: [(&str, Label); 16] = [
    ("must be one of ", Label::Values),
    ("can be one of ", Label::Values),
    ("one of ", Label::Values),
    ("either ", Label::Values),
    ("accepts ", Label::Values),
    ("allowed values are ", Label::Values),
    ("possible values are ", Label::Values),
    ("valid values are ", Label::Values),
    ("defaults to ", Label::Default),
    ("default is ", Label::Default),
    ("the default is ", Label::Default),
    ("maximum length is ", Label::MaxLength),
    ("minimum length is ", Label::MinLength),
    ("must be between ", Label::Range),
    ("between ", Label::Range),
    ("range ", Label::Range),
];

/// Whether a line begins with a label that says something of a value.
pub(crate) fn is_label(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, _)| label_of(label).is_some())
}

/// Whether a sentence begins with the label of a rule that keywords can say.
pub(crate) fn is_rule(sentence: &str) -> bool {
    let label = sentence.split_once(':').and_then(|(label, _)| label_of(label));
    let becomes =
        ["normalized to", "normalised to", "converted to"].iter().any(|words| sentence.contains(words));
    becomes || label.is_some_and(|label| !matches!(label, Label::Other | Label::Example | Label::Prefixes))
}

fn label_of(words: &str) -> Option<Label> {
    let words = words.trim_matches([' ', '*', '`']).to_ascii_lowercase();
    LABELS.iter().find(|(label, _)| *label == words).map(|(_, label)| *label)
}

/// Cuts a text into sentences and lines.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
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
    let bare = sentence.trim().trim_start_matches(['\u{2022}', '*', '-', ' ']).replace("**", "");
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
    let labelled = || {
        let (label, value) = bare.split_once(':')?;
        labelled(label_of(label)?, value.trim())
    };
    labelled().or_else(|| normalized(bare)).or_else(|| phrase(bare))
}

fn labelled(label: Label, value: &str) -> Option<Rule> {
    match label {
        Label::Length => length(value),
        Label::MinLength => ends(value, true).map(Rule::Length),
        Label::MaxLength => ends(value, false).map(Rule::Length),
        Label::Range => range(value).map(Rule::Range),
        Label::Minimum | Label::Maximum => {
            let is_low = matches!(label, Label::Minimum);
            // `Min: 1, Max: 5`
            if let Some((first, rest)) = value.split_once(',') {
                let second = rule(rest).filter(|second| matches!(second, Rule::Range(_)))?;
                return Some(Rule::Both(Box::new(Rule::Range(ends(first, is_low)?)), Box::new(second)));
            }
            match value.split_once(' ') {
                Some((count, unit)) if is_characters(unit) => ends(count, is_low).map(Rule::Length),
                _ => ends(value, is_low).map(Rule::Range),
            }
        }
        Label::Format => match value.find('^') {
            Some(start) => {
                let end = value.rfind('$').filter(|end| *end > start)?;
                Some(Rule::Pattern(value[start..=end].to_owned()))
            }
            None => format_word(value).map(Rule::Format),
        },
        Label::Formats => format(value).map(Rule::Format),
        Label::Common => values(value, true),
        Label::Values => values(value, false),
        Label::Default => default(value),
        Label::Example => plain(value).map(Rule::Example),
        Label::Prefixes => Some(prefixes(value)).filter(|list| !list.is_empty()).map(Rule::Prefixes),
        Label::Characters | Label::Other => None,
    }
}

/// Rules without a label.
fn phrase(sentence: &str) -> Option<Rule> {
    let bare = sentence.trim_end_matches('.');
    let lower = bare.to_ascii_lowercase();
    for (words, label) in PHRASES {
        if lower.starts_with(words) {
            let value = bare.get(words.len()..)?.trim();
            // These begin sentences of every kind.
            if ["either ", "accepts "].contains(&words) && !value.starts_with(['"', '`', '\'', '\u{201c}']) {
                return None;
            }
            let rule = labelled(label, value);
            return rule.filter(|rule| !matches!(rule, Rule::Range(range) if range.is_guess));
        }
    }
    for (words, delimiter) in [("comma", ","), ("semicolon", ";"), ("pipe", "|")] {
        let behind = lower.strip_prefix(words).and_then(|rest| rest.strip_prefix([' ', '-']));
        if behind.is_some_and(|rest| rest.starts_with("separated") || rest.starts_with("delimited")) {
            return Some(Rule::Joined(delimiter));
        }
    }
    for words in ["together with ", "combined with ", "along with "] {
        if let Some((before, name)) = bare.split_once(words)
            && ["must be", "has to be", "required"]
                .iter()
                .any(|verb| before.to_ascii_lowercase().starts_with(verb))
        {
            return plain(name).map(Rule::Together);
        }
    }
    if let Some(at) = lower.find(" defaults to ") {
        let rule = bare.get(at + " defaults to ".len()..).and_then(default)?;
        return Some(Rule::Also(Box::new(rule)));
    }
    let (is_low, rest) = [
        ("at least ", true),
        ("minimum ", true),
        ("at most ", false),
        ("up to ", false),
        ("maximum ", false),
        ("max. ", false),
        ("max ", false),
    ]
    .iter()
    .find_map(|(words, is_low)| Some((*is_low, lower.strip_prefix(words)?)))?;
    let (count, unit) = rest.split_once(' ')?;
    is_characters(unit).then(|| ends(count, is_low).map(Rule::Length)).flatten()
}

fn is_characters(unit: &str) -> bool {
    let unit = unit.trim_end_matches('.').to_ascii_lowercase();
    ["characters", "chars", "letters", "character", "characters long"].contains(&unit.as_str())
}

/// A length of one number is exact where it is a usual one.
fn length(value: &str) -> Option<Rule> {
    const EXACT: [&str; 11] = ["8", "10", "12", "16", "20", "24", "32", "36", "40", "64", "128"];
    let value = ["characters", "chars"].iter().fold(value.trim_end_matches('.'), |value, unit| {
        value.strip_suffix(unit).unwrap_or(value).trim_end()
    });
    if let Some(count) =
        value.strip_prefix("exactly ").filter(|count| number(count).is_some_and(|(_, rest)| rest.is_empty()))
    {
        return Some(Rule::Length(Range {
            low: Some(count.to_owned()),
            high: Some(count.to_owned()),
            is_guess: false,
        }));
    }
    for (words, is_low) in
        [("max ", false), ("at most ", false), ("up to ", false), ("min ", true), ("at least ", true)]
    {
        if let Some(end) = value.strip_prefix(words) {
            return ends(end, is_low).map(Rule::Length);
        }
    }
    if EXACT.contains(&value) {
        return Some(Rule::Length(Range {
            low: Some(value.to_owned()),
            high: Some(value.to_owned()),
            is_guess: true,
        }));
    }
    range(value).map(Rule::Length)
}

/// One end of a range.
fn ends(value: &str, is_low: bool) -> Option<Range> {
    let (end, rest) = number(value.trim().trim_end_matches('.').trim_matches('`'))?;
    let (low, high) = if is_low { (Some(end), None) } else { (None, Some(end)) };
    (rest.trim().is_empty() || is_characters(rest.trim())).then_some(Range { low, high, is_guess: false })
}

/// `50`, and `50 (1..200)`.
fn default(value: &str) -> Option<Rule> {
    if let Some((first, rest)) = value.split_once(" (") {
        let range = range(rest.trim_end_matches(['.', ')']))?;
        let default = plain(first).map(Rule::Default)?;
        return Some(Rule::Both(Box::new(default), Box::new(Rule::Range(range))));
    }
    plain(value).map(Rule::Default)
}

//! One parameter of a page: the line that names it, and what is said of it.

use super::kind::Type;
use super::text::straight;
use crate::import::document::prose;
use crate::import::tree::{Tree, text};

/// Longest line that names a parameter.
const MAX_HEADER: usize = 240;

/// Words that stand beside a type, or on a line of their own behind it.
const BADGES: [&str; 6] = ["required", "optional", "deprecated", "nullable", "read-only", "readonly"];

/// The same where a layout begins each part with a capital letter.
const CAPITALS: [(&str, &str); 3] =
    [("Required", "required"), ("Optional", "optional"), ("Deprecated", "deprecated")];

/// Words that stand before a type in prose: `any string`, `a number`.
const ARTICLES: [&str; 16] = [
    "a", "an", "any", "the", "no", "one", "some", "each", "every", "valid", "plain", "of", "or", "as", "is",
    "this",
];

/// How certain it is that a line names a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// A word of prose might look like this: the heading's count decides.
    Doubtful,
    /// Taken where no count says otherwise.
    Likely,
    Sure,
}

/// A line that names a parameter.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    /// `None` where name and type cannot be told apart.
    pub(super) name: Option<String>,
    pub(super) ty: Type,
    pub(super) badges: Vec<&'static str>,
    pub(super) certainty: Certainty,
}

/// A parameter while its lines are read.
#[derive(Debug, Clone)]
pub(super) struct Parameter {
    pub(super) header: Header,
    /// The line that names it, as it stands there.
    pub(super) printed: String,
    pub(super) line: usize,
    /// What is said of it, with the numbers of the lines.
    pub(super) said: Vec<(usize, String)>,
}

/// Name, type and badges: `cuRefNostringrequired`, `cuRefNo string required`, `cuRefNo (string, required)`.
/// `names` are those that the sample call sends.
pub(super) fn header(line: &str, names: &[String]) -> Option<Header> {
    let line = straight(line);
    let line = unmarked(&line);
    if line.len() > MAX_HEADER || line.ends_with(['.', ':', ';', ',', '!', '?']) || prose::is_label(line) {
        return None;
    }
    let (rest, badges) = without_badges(line.trim_end_matches(['`', ' ']).trim_end_matches("**"));
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-.$[]".contains(c);
    let end = rest.find(|c| !plain(c)).unwrap_or(rest.len());
    let mut best: Option<(bool, bool, usize, Header)> = None;
    for at in (1..=end).rev() {
        let (name, tail) = rest.split_at(at);
        let is_apart = tail.starts_with([' ', ':', '(', '`', '\u{2014}', '\u{2013}']);
        let tail = tail.trim_matches([' ', ':', '`', ',', '\u{2014}', '\u{2013}']);
        let tail = tail.strip_prefix('(').map_or(tail, |tail| tail.strip_suffix(')').unwrap_or(tail));
        if !is_name(name) || tail.is_empty() {
            continue;
        }
        let Some(ty) = Type::parse(tail) else { continue };
        let known = names.iter().any(|known| known == name);
        let is_usual = is_apart || ty.is_joined() && ty.is_known();
        if !known && (!is_usual || ARTICLES.contains(&name)) {
            continue;
        }
        let is_form = ty.is_sure() && (ty.is_known() || tail.contains(['|', '[', '"']));
        let certainty = match () {
            () if !badges.is_empty() && (known || ty.is_known() || is_apart) => Certainty::Sure,
            () if known && is_form || !is_apart && is_form && ty.is_known() => Certainty::Sure,
            () if is_form && name.starts_with(|c: char| c.is_ascii_lowercase()) => Certainty::Likely,
            () => Certainty::Doubtful,
        };
        if certainty == Certainty::Doubtful && is_apart && !(known || ty.is_known()) {
            continue;
        }
        let length = ty.length();
        let rank = (known, ty.is_known(), length);
        if best.as_ref().is_none_or(|(known, certain, length, _)| rank > (*known, *certain, *length)) {
            let found = Header { name: Some(name.to_owned()), ty, badges: badges.clone(), certainty };
            best = Some((rank.0, rank.1, rank.2, found));
        }
    }
    best.map(|(.., found)| found).or_else(|| nameless(rest, end, badges))
}

/// `sortnewest | oldest` and `statefoorequired`: surely a parameter, though nobody can say what it is called.
fn nameless(rest: &str, end: usize, badges: Vec<&'static str>) -> Option<Header> {
    let is_word = end == rest.len() && !badges.is_empty() && is_name(rest);
    let parts: Vec<&str> = rest.split('|').map(str::trim).collect();
    let is_choice = parts.len() > 1 && parts.iter().all(|part| is_name(part));
    let ty = Type::parse(rest).filter(|_| is_word || is_choice)?;
    Some(Header { name: None, ty, badges, certainty: Certainty::Sure })
}

/// A name alone on its line, perhaps with badges behind it.
pub(super) fn name_alone(line: &str) -> Option<(String, Vec<&'static str>)> {
    let line = unmarked(line).trim_end_matches(['*', '`', ':', ' ']);
    let whole = is_name(line) && line.len() < 80;
    let (rest, badges) = without_badges(line);
    if line.contains(' ') && is_name(rest) && !badges.is_empty() {
        return Some((rest.to_owned(), badges));
    }
    whole.then(|| (line.to_owned(), Vec::new()))
}

/// A type alone on its line, perhaps with badges behind it.
pub(super) fn type_alone(line: &str) -> Option<(Type, Vec<&'static str>)> {
    let line = straight(line);
    let (rest, badges) = without_badges(line.trim_matches(['*', '`', ' ', '(', ')']));
    let ty = Type::parse(rest).filter(|_| line.len() <= MAX_HEADER)?;
    (ty.is_known() || !badges.is_empty()).then_some((ty, badges))
}

/// A line that is nothing but a badge.
pub(super) fn badge(line: &str) -> Option<&'static str> {
    let word = line.trim_matches(['*', '`', '(', ')', ' ']).to_ascii_lowercase();
    BADGES.into_iter().find(|badge| *badge == word)
}

fn unmarked(line: &str) -> &str {
    line.trim().trim_start_matches(['*', '-', '\u{2022}', '`', '#', ' ']).trim_end()
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.$[]".contains(c))
        && !name.ends_with(['-', '.', '['])
        && name.matches('[').count() == name.matches(']').count()
}

/// Takes badges off the end of a line. One that is all that there is stays.
fn without_badges(line: &str) -> (&str, Vec<&'static str>) {
    let mut rest = line;
    let mut found = Vec::new();
    loop {
        let bare = rest.trim_end_matches([' ', ',', ')', '*', '\u{b7}', '|', ']', '`']);
        let all = BADGES.into_iter().map(|badge| (badge, badge)).chain(CAPITALS);
        let mut cuts = all.filter_map(|(printed, badge)| Some((badge, bare.strip_suffix(printed)?)));
        // A star is the sign of what is required, two are those of emphasis.
        let star = rest.strip_suffix('*').filter(|before| !before.ends_with('*') && !line.starts_with('*'));
        let cut = cuts.next().or_else(|| Some(("required", star?)));
        match cut {
            Some((badge, before)) if before.chars().any(char::is_alphanumeric) => {
                found.push(badge);
                rest = before.trim_end_matches([' ', ',', '(', '\u{b7}', '[']);
            }
            _ => return (rest, found),
        }
    }
}

impl Parameter {
    pub(super) fn new(header: Header, printed: &str, line: usize) -> Self {
        Self { header, printed: printed.to_owned(), line, said: Vec::new() }
    }

    pub(super) fn name(&self) -> &str {
        self.header.name.as_deref().unwrap_or_default()
    }

    pub(super) fn is_required(&self) -> bool {
        self.header.badges.contains(&"required")
    }

    pub(super) fn say(&mut self, line: usize, words: &str) {
        if !self.said.is_empty() || !words.is_empty() {
            self.said.push((line, words.to_owned()));
        }
    }

    /// Everything that is said of it.
    pub(super) fn description(&self) -> String {
        let lines: Vec<&str> = self.said.iter().map(|(_, line)| line.as_str()).collect();
        lines.join("\n").trim().to_owned()
    }

    /// The schema that its type and its lines describe, and what that cannot say.
    pub(super) fn schema(&self) -> (Tree, Vec<String>) {
        let mut tree = self.header.ty.schema();
        let description = self.description();
        if !description.is_empty() {
            tree.set("description", text(&description));
        }
        for (badge, key) in [("nullable", "nullable"), ("deprecated", "deprecated")] {
            if self.header.badges.contains(&badge) {
                tree.flag(key);
            }
        }
        (tree, self.header.ty.losses(prose::lists_values(&description)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_told_from_a_sentence() {
        let names = ["cuRefNo".to_owned(), "page".to_owned()];
        for (line, parts) in [
            ("cuRefNostringrequired", "cuRefNo|true|Sure"),
            ("customerRealIpstring", "customerRealIp|false|Sure"),
            ("pageinteger", "page|false|Sure"),
            ("groupsstring[]required", "groups|true|Sure"),
            ("maxDepthstring | integer", "maxDepth|false|Sure"),
            ("rolestring | string | string", "role|false|Sure"),
            ("cuRefNo\"newest\" | \"oldest\"required", "cuRefNo|true|Sure"),
            ("cuRefNo\u{201d}newest\u{201d} | \u{201d}oldest\u{201d}", "cuRefNo|false|Sure"),
            ("cuRefNonewest | oldest", "cuRefNo|false|Sure"),
            ("cuRefNofoorequired", "cuRefNo|true|Sure"),
            ("requirednumberrequired", "required|true|Sure"),
            ("isRequiredboolean", "isRequired|false|Sure"),
            ("substringstring", "substring|false|Sure"),
            ("ids[]string[]", "ids[]|false|Sure"),
            ("email string required", "email|true|Sure"),
            ("email (string, required)", "email|true|Sure"),
            ("`email` string", "email|false|Likely"),
            ("fromDatedate", "fromDate|false|Doubtful"),
            ("statusenumrequired", "status|true|Sure"),
            ("Company", "Comp|false|Doubtful"),
            ("sortnewest | oldest", "?|false|Sure"),
            ("statefoorequired", "?|true|Sure"),
            ("pagestring*", "page|true|Sure"),
            ("pagestringRequired", "page|true|Sure"),
            ("when Datetime required", "when|true|Sure"),
        ] {
            let found = header(line, &names).unwrap_or_else(|| panic!("{line}"));
            let name = found.name.as_deref().unwrap_or("?");
            let shown = format!("{name}|{}|{:?}", found.badges.contains(&"required"), found.certainty);
            assert_eq!(shown, parts, "{line}");
        }
        for line in [
            "The value is required",
            "It may be any string.",
            "any string",
            "Length: 16 - 16",
            "Default: null",
            "Range: 0 - ",
            "string",
            "required",
            "cuRefNo = customer reference number",
            "This parameter is optional",
        ] {
            assert_eq!(header(line, &names), None, "{line}");
        }
    }

    #[test]
    fn parts_of_a_header_may_stand_on_lines_of_their_own() {
        assert_eq!(name_alone("apiKey"), Some(("apiKey".to_owned(), vec![])));
        assert_eq!(name_alone("apiKey required"), Some(("apiKey".to_owned(), vec!["required"])));
        assert_eq!(name_alone("required"), Some(("required".to_owned(), vec![])));
        assert_eq!(name_alone("Your key."), None);
        assert!(type_alone("string | null").is_some() && type_alone("Foo").is_none());
        assert_eq!(type_alone("stringrequired").unwrap().1, ["required"]);
        assert_eq!(
            (badge("required"), badge("(optional)"), badge("it is required")),
            (Some("required"), Some("optional"), None)
        );
    }
}

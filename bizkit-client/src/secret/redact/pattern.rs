//! Looking for secrets: their normal forms and codes go in, and the places of a text that show one come out.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use super::mark::{Mark, SHORT};
use super::normal::Form;

/// A secret is recognised by so many of its first bytes, so that no text takes long to compare.
const HEAD: usize = 32;

/// What is looked for.
struct Pattern {
    /// How it begins, up to [`HEAD`] bytes.
    head: Zeroizing<Vec<u8>>,
    kind: Kind,
}

enum Kind {
    /// A normal form, of which the rest follows as far as it does.
    Plain(Zeroizing<Vec<u8>>),
    /// A normal form that may stand in a text by chance.
    Short,
    /// A code, which goes on as long as there are letters of it.
    Code(fn(u8) -> bool),
}

/// All that is looked for in a text.
pub(super) struct Patterns {
    /// In normal forms.
    folded: Table,
    /// In texts whose case counts.
    exact: Table,
}

impl Patterns {
    pub(super) fn new<'a>(secrets: impl Iterator<Item = &'a str>) -> Self {
        let (mut folded, mut exact) = (Vec::new(), Vec::new());
        for secret in secrets {
            let forms = forms(secret);
            let longest = forms.iter().map(|form| form.len()).max().unwrap_or_default();
            if longest >= SHORT {
                folded.push(hexadecimal(secret));
                exact.extend(base64(secret));
            }
            let told = |form: &Zeroizing<Vec<u8>>| form.len() >= SHORT || longest < SHORT;
            folded.extend(forms.into_iter().filter(told).map(Pattern::plain));
        }
        Self { folded: Table::new(folded), exact: Table::new(exact) }
    }

    #[cfg(test)]
    pub(super) fn longest_head(&self) -> usize {
        let patterns = self.folded.patterns.iter().chain(&self.exact.patterns);
        patterns.map(|pattern| pattern.head.len()).max().unwrap_or_default()
    }

    /// The places that show a secret, in no order.
    pub(super) fn find(&self, text: &[u8]) -> Vec<Mark> {
        let mut marks = Vec::new();
        for form in Form::all(text) {
            self.exact.find(&form, &mut marks);
            self.folded.find(&form.folded(), &mut marks);
        }
        marks
    }
}

impl Pattern {
    fn plain(form: Zeroizing<Vec<u8>>) -> Self {
        let head = Zeroizing::new(form[..head(form.len())].to_vec());
        Self { kind: if form.len() < SHORT { Kind::Short } else { Kind::Plain(form) }, head }
    }

    /// The end of what begins here with the head.
    fn end(&self, text: &[u8], start: usize) -> usize {
        let end = start + self.head.len();
        let more = match &self.kind {
            Kind::Plain(form) => {
                let rest = form[self.head.len()..].iter().zip(&text[end..]);
                rest.take_while(|(one, other)| one == other).count()
            }
            Kind::Short => 0,
            Kind::Code(belongs) => text[end..].iter().take_while(|byte| belongs(**byte)).count(),
        };
        end + more
    }
}

/// By how many of its first bytes a secret is recognised: one that was cut shows most of itself all the same.
fn head(length: usize) -> usize {
    length.min((length * 2 / 3).max(12)).min(HEAD)
}

/// The normal forms of a secret, without the blanks at its ends: as it is, and as it looks when what is no escape is
/// taken for one.
fn forms(secret: &str) -> Vec<Zeroizing<Vec<u8>>> {
    let mut forms: Vec<Zeroizing<Vec<u8>>> = Form::all(secret.as_bytes())
        .map(|form| Zeroizing::new(form.folded().bytes.trim_ascii().to_vec()))
        .filter(|form| !form.is_empty())
        .collect();
    // Those that are equal stand together.
    forms.dedup();
    forms
}

fn hexadecimal(secret: &str) -> Pattern {
    let start = &secret.as_bytes()[..head(secret.len()).min(HEAD / 2)];
    let digit = |half: u8| char::from_digit(u32::from(half), 16).map_or(b'0', |digit| digit as u8);
    let head = start.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
    Pattern { head: Zeroizing::new(head), kind: Kind::Code(|byte| byte.is_ascii_hexdigit()) }
}

/// Inside a longer text a secret begins at one of three places of a group.
fn base64(secret: &str) -> impl Iterator<Item = Pattern> {
    let start = &secret.as_bytes()[..head(secret.len()).min(HEAD * 3 / 4 - 2)];
    [STANDARD_NO_PAD, URL_SAFE_NO_PAD].into_iter().flat_map(move |engine| {
        (0..3).map(move |before| {
            let padded = Zeroizing::new([&[0; 2][..before], start].concat());
            let encoded = Zeroizing::new(engine.encode(&*padded));
            // The letters at the edges mix bits of the secret with those of its neighbours.
            let head = &encoded[(before * 8).div_ceil(6)..padded.len() * 8 / 6];
            let belongs = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_=".contains(&byte);
            Pattern { head: Zeroizing::new(head.into()), kind: Kind::Code(belongs) }
        })
    })
}

/// Patterns by their first byte.
struct Table {
    patterns: Vec<Pattern>,
    /// Where those of each byte begin, and behind the last one their end.
    starts: Vec<usize>,
}

impl Table {
    fn new(mut patterns: Vec<Pattern>) -> Self {
        patterns.sort_unstable_by(|one, other| one.head.cmp(&other.head));
        let start = |byte: usize| patterns.partition_point(|pattern| usize::from(pattern.head[0]) < byte);
        let starts = (0..=256).map(start).collect();
        Self { patterns, starts }
    }

    fn find(&self, form: &Form, marks: &mut Vec<Mark>) {
        let text = &form.bytes[..];
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            let byte = usize::from(*byte);
            let here = &self.patterns[self.starts[byte]..self.starts[byte + 1]];
            let found = here.iter().filter(|pattern| text[at..].starts_with(&pattern.head));
            let found = found.map(|pattern| (pattern.end(text, at), matches!(pattern.kind, Kind::Short)));
            // The longest one; one that is certain goes before one that is not.
            match found.max_by_key(|(end, short)| (!short, *end)) {
                Some((end, short)) => {
                    let (start, behind) = form.place(at, end);
                    marks.push(Mark { start, end: behind, short });
                    // Another one may begin within this one; to compare all of it again would take too long.
                    at = (at + 1).max(end.saturating_sub(HEAD));
                }
                None => at += 1,
            }
        }
    }
}

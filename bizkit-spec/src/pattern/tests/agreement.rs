//! Random patterns and texts: the matcher, the program and an independent ECMA-262 engine agree.

use super::run;
use crate::pattern::Pattern;

/// Numbers that look random and are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Few letters, so that texts and patterns meet; of one to four bytes, and around the gaps of UTF-8.
const LETTERS: [&str; 12] =
    ["a", "b", "_", "-", " ", "1", "ř", "\u{7FF}", "\u{2028}", "\u{D7FF}", "\u{E000}", "😀"];

fn text(random: &mut Random) -> String {
    (0..random.below(8)).map(|_| random.pick(&LETTERS)).collect()
}

fn pattern(random: &mut Random, depth: usize, out: &mut String) {
    for _ in 0..=random.below(3) {
        match random.below(if depth == 0 { 9 } else { 12 }) {
            0..=2 => out.push_str(random.pick(&LETTERS)),
            3 => out.push_str(random.pick(&[r"\d", r"\w", r"\s", r"\D", r"\W", r"\S", "."])),
            4 | 5 => class(random, out),
            6 => {
                out.push_str(random.pick(&["^", "$", r"\b", r"\B"]));
                continue;
            }
            7 => out.push_str(random.pick(&[r"\u0159", r"\x61", r"\u{1F600}", r"\uD83D\uDE00", r"\/"])),
            8 => out.push_str("(?:)"),
            kind => {
                out.push_str(if kind == 9 { "(" } else { "(?:" });
                pattern(random, depth - 1, out);
                if random.below(2) == 0 {
                    out.push('|');
                    pattern(random, depth - 1, out);
                }
                out.push(')');
            }
        }
        if random.below(3) == 0 {
            out.push_str(random.pick(&["*", "+", "?", "{0}", "{2}", "{1,}", "{0,2}", "{1,3}"]));
            out.push_str(random.pick(&["", "", "?"]));
        }
    }
}

fn class(random: &mut Random, out: &mut String) {
    out.push_str(random.pick(&["[", "[", "[^"]));
    for _ in 0..=random.below(3) {
        let item =
            random.pick(&["a", "b", r"\-", "ř", "a-b", "1-b", "ř-\u{2028}", r"\d", r"\S", "\u{D000}-😀"]);
        out.push_str(item);
    }
    out.push(']');
}

/// Checks so many patterns, each on some texts; gives how often a text matched.
fn agree(seed: u64, patterns: usize, texts: usize) -> usize {
    let mut random = Random(seed);
    let mut matched = 0;
    for _ in 0..patterns {
        let mut source = String::new();
        let anchored = random.below(3) == 0;
        source.push_str(if anchored { "^" } else { "" });
        pattern(&mut random, 2, &mut source);
        source.push_str(if anchored { "$" } else { "" });
        // The generator may repeat an assertion.
        let Ok(ours) = Pattern::parse(&source) else { continue };
        let program = ours.compile();
        // A repeated group that may be empty can make the other engine try ways for ever.
        let endless = [")*", ")+", "){"].iter().any(|end| source.contains(end));
        let theirs = (!endless).then(|| regress::Regex::with_flags(&source, "u").unwrap());
        for _ in 0..texts {
            let text = text(&mut random);
            let expected = ours.is_match(&text);
            if let Some(theirs) = &theirs {
                assert_eq!(expected, theirs.find(&text).is_some(), "the matcher: {source:?} on {text:?}");
            }
            match &program {
                Ok(program) => {
                    assert_eq!(run(program, &text), expected, "{source:?} on {text:?}: {program:?}");
                }
                Err(error) if error.message.starts_with("no text") => {
                    assert!(!expected, "{source:?} on {text:?}");
                }
                Err(_) => {}
            }
            matched += usize::from(expected);
        }
    }
    matched
}

#[test]
fn random_patterns_mean_what_ecma_262_says() {
    let matched = agree(1, 400, 20);
    assert!((1_600..6_400).contains(&matched), "{matched} of 8000 texts match: the sample says little");
}

#[test]
#[ignore = "minutes; run it in release"]
fn many_random_patterns_mean_what_ecma_262_says() {
    agree(2, 500_000, 40);
}

#[test]
fn no_text_makes_the_parser_panic() {
    let pieces =
        ["(", ")", "[", "]", "{", "}", "\\", "u", "D83D", "-", "^", "?", "<", "a", "ř", "2", ",", "|", "*"];
    let mut random = Random(3);
    for _ in 0..20_000 {
        let source: String = (0..random.below(12)).map(|_| random.pick(&pieces)).collect();
        match Pattern::parse(&source) {
            Ok(pattern) => assert_eq!(pattern.source(), source),
            Err(error) => {
                assert!(source.get(error.offset.clone()).is_some(), "{source:?}: {error:?}");
                assert!(!error.message.is_empty() && !error.help.is_empty());
            }
        }
    }
}

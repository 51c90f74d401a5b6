//! Pages that came through browsers, editors and people: whatever was done to one, its parameters are the same, or
//! something is told as lost.

use super::Known;
use super::pages::{import_of, losses, page, parameters};
use crate::support::random::Random;
use std::collections::BTreeMap;

/// The pages that lose nothing as they are.
const SEEDS: [&str; 2] = ["shelf-list.txt", "note-add.txt"];

/// One way to change a text.
type Change = fn(&str, &mut Random) -> String;

fn each_line(text: &str, change: impl FnMut(&str) -> String) -> String {
    text.lines().map(change).collect::<Vec<_>>().join("\n")
}

/// Ways that keep every word of a page.
const HARMLESS: [(&str, Change); 14] = [
    ("line ends of Windows", |text, _| text.replace('\n', "\r\n")),
    ("line ends of old systems", |text, _| text.replace('\n', "\r")),
    ("a byte order mark", |text, _| format!("\u{feff}{text}")),
    ("blanks at the ends", |text, random| {
        each_line(text, |line| format!("{line}{}", " ".repeat(random.below(3))))
    }),
    ("indentation", |text, random| each_line(text, |line| format!("{}{line}", " ".repeat(random.below(6))))),
    ("tabs", |text, _| each_line(text, |line| format!("\t{line}"))),
    ("blanks that keep words together", |text, _| outside_of_code(text, |line| line.replace(' ', "\u{a0}"))),
    ("blanks without width", |text, random| sprinkle(text, random, "\u{200b}")),
    ("soft hyphens", |text, random| sprinkle(text, random, "\u{ad}")),
    ("blank lines between all", |text, _| text.replace('\n', "\n\n")),
    ("dashes", |text, _| outside_of_code(text, |line| line.replace(" - ", " \u{2013} "))),
    ("fences", |text, _| text.replace("\n{\n", "\n```json\n{\n").replace("\n}\n", "\n}\n```\n")),
    ("parts of headers apart", |text, _| headers(text, |name, ty, badge| format!("{name}\n{ty}\n{badge}"))),
    ("blanks in headers", |text, _| headers(text, |name, ty, badge| format!("{name} {ty} {badge}"))),
];

/// Ways that may take something away.
const HARMFUL: [(&str, Change); 12] = [
    ("a line less", |text, random| without(text, random, 1)),
    ("several lines less", |text, random| without(text, random, 5)),
    ("cut", |text, random| {
        let end = random.below(text.len());
        text[..(0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap()].to_owned()
    }),
    ("without its beginning", |text, random| {
        let start = random.below(text.len());
        text[(start..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())..].to_owned()
    }),
    ("a line more", |text, random| {
        let junk =
            ["xyz", "{", "}", "Company", "foo | bar", "the end", "404", "statusenum", "]", "Any string"];
        let line = junk[random.below(junk.len())];
        insert(text, random, line)
    }),
    ("two lines in one", |text, random| {
        let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        let at = ends[random.below(ends.len())];
        format!("{}{}", &text[..at], &text[at + 1..])
    }),
    ("a line twice", |text, random| {
        let lines: Vec<&str> = text.lines().collect();
        let line = lines[random.below(lines.len())];
        insert(text, random, line)
    }),
    ("another type", |text, random| {
        let types = [
            "foo",
            "Foo",
            "\"a\" | \"b\"",
            "a | b | c",
            "string | string",
            "object | boolean",
            "enum",
            "date",
            "object[]",
            "string | null",
            "Array<string>",
            "string(16)",
            "",
            "integer[]",
            "1 | 2",
        ];
        let ty = types[random.below(types.len())];
        one_header(text, random, |name, _, badge| format!("{name}{ty}{badge}"))
    }),
    ("another name", |text, random| {
        let names =
            ["required", "requiredAt", "string", "date", "isDate", "object", "x", "substring", "company"];
        let name = names[random.below(names.len())];
        one_header(text, random, |_, ty, badge| format!("{name}{ty}{badge}"))
    }),
    ("no heading", |text, random| {
        let headings = [
            "Parameters",
            "Example Request",
            "JavaScript fetch",
            "Example Response",
            "200Success",
            "cURL",
            "Command line example",
            "Need an API key?",
            "1 query parameter",
            "8 body parameters",
            "9 query parameters",
            "get",
            "post",
            "1 path parameter",
        ];
        let heading = headings[random.below(headings.len())];
        text.replacen(&format!("\n{heading}\n"), "\n", 1)
    }),
    ("joined numbers", |text, _| {
        each_line(text, |line| {
            if line.starts_with("Length: ") || line.starts_with("Range: ") {
                line.replace(" - ", "")
            } else {
                line.to_owned()
            }
        })
    }),
    ("round quotes", |text, _| text.replace('"', "\u{201d}")),
];

fn outside_of_code(text: &str, change: impl Fn(&str) -> String) -> String {
    let (head, code) = text.split_once("Example Request").unwrap();
    format!("{}Example Request{code}", change(head))
}

fn sprinkle(text: &str, random: &mut Random, sign: &str) -> String {
    outside_of_code(text, str::to_owned)
        .split("Example Request")
        .enumerate()
        .map(|(index, part)| {
            if index > 0 {
                return part.to_owned();
            }
            part.chars()
                .map(|c| if random.below(9) == 0 { format!("{c}{sign}") } else { c.to_string() })
                .collect()
        })
        .collect::<Vec<String>>()
        .join("Example Request")
}

fn without(text: &str, random: &mut Random, count: usize) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for _ in 0..count {
        lines.remove(random.below(lines.len()));
    }
    lines.join("\n")
}

fn insert(text: &str, random: &mut Random, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.insert(random.below(lines.len()), line);
    lines.join("\n")
}

/// The lines that name a parameter, with their parts.
fn header(line: &str) -> Option<(&str, &str, &str)> {
    const TYPES: [&str; 10] = [
        "string | string | string",
        "\"newest\" | \"oldest\"",
        "object | boolean",
        "object[]",
        "string[]",
        "string",
        "integer",
        "number",
        "boolean",
        "date",
    ];
    let (rest, badge) = line.strip_suffix("required").map_or((line, ""), |rest| (rest, "required"));
    let (name, ty) = TYPES.iter().find_map(|ty| Some((rest.strip_suffix(ty)?, *ty)))?;
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    plain.then_some((name, ty, badge))
}

fn headers(text: &str, change: impl Fn(&str, &str, &str) -> String) -> String {
    each_line(text, |line| {
        header(line).map_or_else(|| line.to_owned(), |(name, ty, badge)| change(name, ty, badge))
    })
}

fn one_header(text: &str, random: &mut Random, change: impl Fn(&str, &str, &str) -> String) -> String {
    let chosen = random.below(text.lines().filter(|line| header(line).is_some()).count());
    let mut count = 0;
    each_line(text, |line| {
        let Some((name, ty, badge)) = header(line) else { return line.to_owned() };
        count += 1;
        if count == chosen + 1 { change(name, ty, badge) } else { line.to_owned() }
    })
}

/// What a mangled page must give: each parameter of the seed whose line is still the same.
fn expected(mangled: &str, seed: &str, whole: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let line =
        |name: &String| seed.lines().find(|line| header(line).is_some_and(|(known, ..)| known == name));
    let is_there = |name: &String| line(name).is_some_and(|line| mangled.lines().any(|other| other == line));
    whole
        .iter()
        .filter(|(name, _)| is_there(name))
        .map(|(name, rules)| (name.clone(), rules.clone()))
        .collect()
}

#[test]
fn what_keeps_every_word_of_a_page_changes_nothing() {
    let mut random = Random(7);
    for seed in SEEDS {
        let text = page(seed);
        let whole = parameters(&import_of(&text, &Known::default()).unwrap());
        for (name, change) in HARMLESS {
            let mangled = change(&text, &mut random);
            assert_ne!(mangled, text, "{name}");
            let import = import_of(&mangled, &Known::default()).unwrap();
            assert_eq!(losses(&import), Vec::<String>::new(), "{seed}: {name}");
            assert_eq!(parameters(&import), whole, "{seed}: {name}");
        }
    }
}

#[test]
fn what_takes_something_from_a_page_is_told() {
    let mut random = Random(11);
    let mut told = 0;
    for seed in SEEDS {
        let text = page(seed);
        let whole = parameters(&import_of(&text, &Known::default()).unwrap());
        for round in 0..ROUNDS {
            for (name, change) in HARMFUL {
                let mangled = change(&text, &mut random);
                let Ok(import) = import_of(&mangled, &Known::default()) else {
                    told += 1;
                    continue;
                };
                if !losses(&import).is_empty() {
                    told += 1;
                    continue;
                }
                let found = parameters(&import);
                let case = || format!("{seed}: {name}, round {round}\n{found:#?}\n{mangled}");
                for (parameter, rules) in expected(&mangled, &text, &whole) {
                    let Some(found) = found.get(&parameter) else { panic!("no {parameter} in {}", case()) };
                    // A rule whose line is gone, or came to stand elsewhere, is none any more; none comes from nowhere.
                    let is_same =
                        *found == rules || !["another type", "no heading", "round quotes"].contains(&name);
                    assert!(is_same, "{parameter}: {found} {rules} {}", case());
                }
                let least = whole.len() - usize::from(["another type", "another name"].contains(&name));
                if name != "several lines less" && name != "cut" && name != "without its beginning" {
                    assert!(found.len() >= least, "{}", case());
                }
            }
        }
    }
    // Most of what takes something away does so visibly.
    assert!(told > ROUNDS * SEEDS.len() * HARMFUL.len() / 3, "{told}");
}

/// How often each way is tried on each page.
const ROUNDS: usize = 12;

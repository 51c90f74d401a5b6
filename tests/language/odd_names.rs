//! Names that Rust has another use for, or that make no Rust name by themselves, in every place that takes a name:
//! what `check` lets pass compiles. The specs in `fixtures/odd-names` are written by this file
//! (`BLESS=1 cargo test -p bizkit-tests`) and compiled below; names that meet are findings.

use bizkit_spec::codes::Code;
use bizkit_spec::json::Json;
use bizkit_spec::name::Name;
use bizkit_spec::{Specs, rust};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

mod odd {
    bizkit_macros::api!("fixtures/odd-names", reflect);
}

/// Keywords of every edition, names of the prelude and of the crates that every program sees, names that the generator and
/// the runtime use themselves, and texts that make no name or meet in one.
const WORDS: &[&str] = &[
    "abstract",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "macro_rules",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "raw",
    "ref",
    "return",
    "safe",
    "self",
    "Self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "union",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "bool",
    "char",
    "str",
    "i8",
    "i64",
    "u8",
    "usize",
    "f64",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "Vec",
    "String",
    "Box",
    "Clone",
    "Copy",
    "Send",
    "Sync",
    "Sized",
    "Drop",
    "Fn",
    "FnOnce",
    "Default",
    "Iterator",
    "From",
    "Into",
    "ToString",
    "Eq",
    "Ord",
    "Debug",
    "Display",
    "Error",
    "Future",
    "core",
    "std",
    "alloc",
    "serde",
    "bizkit_client",
    "__p",
    "__private",
    "__tables",
    "API",
    "ErrorCode",
    "Json",
    "Decimal",
    "Bytes",
    "Client",
    "Request",
    "Response",
    "Failure",
    "Unknown",
    "Unrecognized",
    "VALUES",
    "new",
    "check",
    "send",
    "send_raw",
    "send_with_meta",
    "failure",
    "pages",
    "items",
    "clear_send",
    "with_send",
    "value",
    "reader",
    "answer",
    "tag",
    "rules",
    "out",
    "f",
    "other",
    "as_str",
    "of",
    "info",
    "fmt",
    "clone",
    "eq",
    "default",
    "1",
    "1.1",
    "2fa",
    "-5",
    "0x10",
    "a b",
    "naïve",
    "Ünï",
    "x\u{301}y",
    "a::b",
    "r#type",
    "'static",
    "a'b",
    "a`b",
    "<b>",
    "{x}",
    "$x",
    "%",
    "é",
];

/// Texts without any letter or digit of ASCII, with the names that they are given.
const NAMED: &[(&str, &str)] =
    &[("", "Empty"), ("+", "Plus"), ("€", "Euro"), ("\u{1F600}", "Smile"), ("..", "Dots")];

/// Each text with its name, those left out that would meet another one.
fn names() -> Vec<(&'static str, Name)> {
    let mut seen = BTreeSet::new();
    let own = WORDS.iter().filter_map(|word| Some((*word, Name::new(word)?)));
    let given = NAMED.iter().map(|(text, name)| (*text, Name::new(name).unwrap()));
    own.chain(given).filter(|(_, name)| seen.insert(name.pascal())).collect()
}

fn quoted(text: &str) -> String {
    Json::String(text.to_owned()).to_string()
}

/// The files of the folder.
fn files() -> BTreeMap<String, String> {
    let names = names();
    let mut files = BTreeMap::new();
    let mut kinds = String::new();
    let mut codes = String::new();
    let (mut values, mut fields, mut branches) = (String::new(), String::new(), String::new());
    let mut types = String::new();
    let mut parameters = String::new();
    for (index, (text, name)) in names.iter().enumerate() {
        let (wire, pascal, snake) = (quoted(text), name.pascal(), name.snake());
        let _ = writeln!(kinds, "    K{index}x: \"{pascal}\"");
        let _ = writeln!(
            codes,
            "{}: {{ topic: input, summary: Odd, name: \"{pascal}\" }}",
            quoted(&format!("{text} {index}"))
        );
        let _ = writeln!(values, "    {wire}: {{ name: \"{pascal}\" }}");
        let field = if text.is_empty() { quoted("empty") } else { wire.clone() };
        let _ = writeln!(fields, "    {field}: {{ type: string, nullable: true, name: \"{snake}\" }}");
        // The name of a type reads back as itself.
        let is_type_name = Name::new(&pascal).is_some_and(|again| again.pascal() == pascal);
        let _ = writeln!(parameters, "  {field}: {{ type: string, nullable: true, name: \"{snake}\" }}");
        if !is_type_name {
            continue;
        }
        let _ = writeln!(branches, "    \"{pascal}\": {{ when: {wire}, properties: {{ x: string }} }}");
        let kind = match index % 5 {
            0 => "type: string, maxLength: 3",
            1 => "type: integer, maximum: 3",
            2 => "properties: { x: string }",
            3 => "enum: [a, b]",
            _ => "type: array, items: string",
        };
        let _ = writeln!(types, "\"{pascal}\": {{ {kind} }}");
    }
    files.insert("api.yaml".to_owned(), format!("title: Odd names\nbaseUrl: https://odd.example\nkey:\n  type: OddKey\n  name: key\n  in: query\n  kinds:\n{kinds}"));
    files.insert("errors.yaml".to_owned(), codes);
    files.insert(
        "types/odd.yaml".to_owned(),
        format!("OddKey: {{ type: string, sensitive: true }}\nOddValues:\n  enum:\n{values}OddFields:\n  properties:\n{fields}OddBranches:\n  discriminator: kind\n  oneOf:\n{branches}"),
    );
    files.insert("types/names.yaml".to_owned(), types);
    files.insert(
        "odd/all.yaml".to_owned(),
        format!("summary: Every name as a parameter\nmethod: POST\npath: /odd/all\nparameters:\n{parameters}  the values: OddValues\n  the fields: OddFields\n  the branches: OddBranches\nresponses: {{ 200: {{ type: OddFields }}, 404: {{}} }}\n"),
    );
    // A folder and a file of one name; modules are made of folders.
    for (index, (text, name)) in names.iter().enumerate().filter(|(index, _)| index % 4 == 0) {
        let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !plain || name.snake() == "types" {
            continue;
        }
        let call = format!(
            "summary: Odd\nmethod: GET\npath: /odd/{index}\nresponses: {{ 200: {{ type: \"{}\" }}, 201: {{}}, 404: {{}} }}\n",
            name.pascal()
        );
        files.insert(format!("{text}/{text}.yaml"), call);
    }
    files
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/odd-names")
}

#[test]
fn the_folder_of_odd_names_is_the_one_that_is_compiled() {
    let files = files();
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(folder());
        for (path, text) in &files {
            let path = folder().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    for (path, text) in &files {
        let found = fs::read_to_string(folder().join(path)).unwrap_or_default();
        assert_eq!(
            found.replace("\r\n", "\n"),
            *text,
            "{path}: `BLESS=1 cargo test -p bizkit-tests` writes it"
        );
    }
    let specs = Specs::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let findings: Vec<&str> = specs.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn a_value_of_any_spelling_comes_back_as_it_was() {
    use odd::types::OddValues;
    for (text, _) in names() {
        let value = OddValues::from(text);
        assert_eq!(value.as_str(), text);
        assert!(!format!("{value:?}").contains('('), "{text:?} is a value that is known");
    }
}

/// Pairs of texts, and whether they meet as a value, a branch or a code (in `UpperCamelCase`) and as a field (in
/// `snake_case`).
const PAIRS: &[(&str, &str, bool, bool)] = &[
    ("1.0", "10", true, false),
    ("1-0", "1.0", true, true),
    ("a1", "a_1", true, false),
    ("firstName", "first_name", true, true),
    ("IN_PROGRESS", "in-progress", true, true),
    ("naïve", "na ve", true, true),
    ("Self", "self", true, true),
    ("self_", "self", true, true),
    ("v.a.l.u.e.s", "VALUES", true, false),
    ("v.a.l.u.e", "value", false, false),
    ("ab", "a_b", false, false),
    ("n1", "1", true, true),
    ("r#type", "r_type", true, true),
];

#[test]
fn names_that_meet_are_found_and_others_are_not() {
    for (one, two, as_variant, as_field) in PAIRS {
        let (first, second) = (quoted(one), quoted(two));
        let camel = |text: &str| Name::new(text).unwrap().pascal();
        let places = [
            (format!("It: {{ enum: [{first}, {second}] }}"), *as_variant),
            (format!("It: {{ properties: {{ {first}: string, {second}: string }} }}"), *as_field),
            (
                format!(
                    "It: {{ properties: {{ a: {{ title: {}, properties: {{ x: string }} }} }} }}\n{}: {{ type: string }}",
                    camel(one),
                    camel(two)
                ),
                *as_variant,
            ),
        ];
        // The name of a type reads back as itself.
        let is_type_name =
            |text: &str| Name::new(&camel(text)).is_some_and(|again| again.pascal() == camel(text));
        let taken = if is_type_name(one) && is_type_name(two) { 3 } else { 2 };
        for (types, meet) in places.into_iter().take(taken) {
            let specs = Specs::from_texts([
                ("api.yaml", "title: T\nbaseUrl: https://t.example\n"),
                ("types/t.yaml", types.as_str()),
            ]);
            let found: Vec<_> = specs.findings.iter().map(|finding| finding.code).collect();
            let expected = if meet { vec![Code::NAME_COLLISION] } else { Vec::new() };
            assert_eq!(found, expected, "{types}");
        }
    }
}

#[test]
fn what_is_made_for_a_call_meets_types_of_any_file() {
    let call = "summary: A\nmethod: GET\npath: /a\nresponses: { 200: {}, 201: {}, 404: {} }\n";
    let with = |types: &str| {
        let call = format!("{call}types: {{ {types} }}\n");
        let specs = Specs::from_texts([
            ("api.yaml", "title: T\nbaseUrl: https://t.example\n"),
            ("m/read.yaml", call.as_str()),
        ]);
        let found = specs.findings.iter().map(|finding| finding.code.name()).collect::<Vec<_>>();
        (found, rust::response_type(specs.partial().get(), &specs.partial().get().endpoints[0]))
    };
    let response = |names: &[&str]| {
        let types: Vec<String> = names.iter().map(|name| format!("{name}: {{ type: string }}")).collect();
        with(&types.join(", "))
    };
    assert_eq!(response(&[]), (vec![], "m::ReadResponse".to_owned()));
    assert_eq!(response(&["ReadResponse"]), (vec![], "m::ReadResponses".to_owned()));
    assert_eq!(response(&["ReadResponse", "ReadResponses"]).0, ["name-collision"]);
    assert_eq!(response(&["ReadFailure", "ReadFailures"]).0, ["name-collision"]);
    assert_eq!(response(&["Read"]).0, ["name-collision"]);
}
